"""The command, with a real server on a port of this machine."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from reportedly.demo import HOME as DEMO
from reportedly.errors import InputError, MissingError
from reportedly.ledger import Ledger
from reportedly.web import serving
from reportedly.web.guard import TOKEN
from reportedly.web.serving import Serving, address, serve

Start = Callable[..., tuple["subprocess.Popen[str]", str]]


@pytest.fixture
def start(tmp_path: Path, ledger_file: Path) -> Iterator[Start]:
    """Starts the command on a copy of the ledger; gives it and the address that it printed."""
    running: list[subprocess.Popen[str]] = []

    def started(*options: str) -> tuple[subprocess.Popen[str], str]:
        path = tmp_path / "war.db"
        shutil.copy(ledger_file, path)
        words = [sys.executable, "-c", "from reportedly.cli import main; main()", "serve", str(path), "--no-open"]
        words += ["--vocab", str(DEMO / "vocab"), *options]
        running.append(subprocess.Popen(words, stderr=subprocess.PIPE, text=True))
        assert running[-1].stderr is not None
        line = running[-1].stderr.readline()
        assert line.startswith("the desk is at http://"), line
        return running[-1], line.split()[-1]

    yield started
    for program in running:
        program.kill()
        program.wait()
        assert program.stderr is not None
        program.stderr.close()


def asked(url: str, data: dict[str, Any] | None = None, **headers: str) -> dict[str, Any]:
    body = None if data is None else json.dumps(data).encode()
    request = urllib.request.Request(url, body, headers)
    for _ in range(100):
        try:
            with urllib.request.urlopen(request, timeout=30) as answer:
                found: dict[str, Any] = json.load(answer)
                return found
        except urllib.error.URLError as error:
            if isinstance(error, urllib.error.HTTPError):
                raise
            time.sleep(0.1)
    raise AssertionError("the desk does not answer")


def test_the_command_shows_a_ledger_and_stops_when_told(start: Start) -> None:
    program, url = start()
    assert url.startswith("http://127.0.0.1:")
    assert asked(f"{url}api/ledger")["name"] == "war.db"
    program.send_signal(signal.SIGINT)
    assert program.wait(20) in (0, 130, -signal.SIGINT)


def test_a_desk_that_is_killed_while_it_reads_leaves_the_ledger_whole(start: Start, tmp_path: Path) -> None:
    program, url = start()
    token = asked(f"{url}api/ledger")["token"]
    lines = (DEMO / "reports" / "reports.jsonl").read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines[8:]):
        sent = {"text": json.loads(line)["text"], "title": f"copy {number}", "published": "2024-05-10"}
        asked(f"{url}api/read", sent, **{TOKEN: token, "Content-Type": "application/json"}) if number < 10 else None
    for _ in range(600):  # until something is written, and more waits
        with Ledger.open(tmp_path / "war.db") as ledger:
            if ledger.counts().reports > 9:
                break
        time.sleep(0.05)
    os.kill(program.pid, signal.SIGKILL)
    program.wait()
    with Ledger.open(tmp_path / "war.db") as ledger:
        assert ledger.verify().sound
        held = [claim for incident in ledger.incidents() for claim in incident.claims]
        assert len(held) == len(set(held))
        ledger.link()
        assert ledger.is_linked() and ledger.verify().sound


def test_a_port_that_is_taken_is_told(start: Start, ledger_file: Path) -> None:
    _, url = start()
    port = int(url.rstrip("/").rpartition(":")[2])
    with Ledger.open(ledger_file) as ledger, pytest.raises(InputError) as refused:
        serve(ledger, "war.db", Serving(port=port), ready=lambda _: None)
    assert refused.value.code == "address-taken"


def test_parts_that_are_missing_are_named(ledger_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "uvicorn", None)
    with Ledger.open(ledger_file) as ledger, pytest.raises(MissingError) as missing:
        serve(ledger, "war.db", Serving(), ready=lambda _: None)
    assert "reportedly[desk]" in str(missing.value)


@pytest.mark.parametrize(
    ("host", "access", "shown"),
    [
        ("127.0.0.1", None, "http://127.0.0.1:80/"),
        ("::1", None, "http://[::1]:80/"),
        ("0.0.0.0", "t", "http://127.0.0.1:80/?token=t"),
    ],
)
def test_the_address_can_be_opened(host: str, access: str | None, shown: str) -> None:
    assert address(Serving(host=host), 80, access) == shown


@pytest.mark.parametrize(
    ("host", "local"), [("127.0.0.1", True), ("::1", True), ("localhost", True), ("0.0.0.0", False)]
)
def test_only_the_loopback_needs_no_token(ledger_file: Path, host: str, local: bool) -> None:
    with Ledger.open(ledger_file) as ledger:
        assert (serving.desk(ledger, "w", Serving(host=host)).rules.access is None) is local
