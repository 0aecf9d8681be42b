"""A home with the demo's places and one ledger of the demo's reports, made once for all tests of the command line."""

from __future__ import annotations

import io
import json
import os
from collections.abc import Callable, Iterator
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from reportedly.cli import run
from reportedly.cli.root import reportedly
from reportedly.demo import HOME as DEMO
from reportedly.gazetteer.opening import embedded_path, home_folder
from reportedly.ledger import gazetteers

WORDS = str(DEMO / "vocab")
REPORTS = DEMO / "reports"


@dataclass(frozen=True, slots=True, kw_only=True)
class Called:
    """What a command printed and its exit code."""

    code: int
    out: str
    err: str

    @property
    def records(self) -> list[dict[str, Any]]:
        """The JSON Lines on standard output."""
        return [json.loads(line) for line in self.out.splitlines()]


Call = Callable[..., Called]


def call(*arguments: str | Path) -> Called:
    """Runs ``reportedly`` in this process."""
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        code = run(reportedly, [str(a) for a in arguments])
    return Called(code=code, out=out.getvalue(), err=err.getvalue())


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A home folder of the product that knows Veldania's places; the large index is borrowed from the user's own."""
    folder = tmp_path_factory.mktemp("home")
    index = embedded_path(home_folder())
    (folder / index.name).symlink_to(index)
    before = os.environ.get("REPORTEDLY_HOME")
    os.environ["REPORTEDLY_HOME"] = str(folder)
    gazetteers.add(DEMO / "gazetteer.csv", name="veldania", licence="CC0-1.0", attribution="invented for the demo")
    yield folder
    if before is None:
        del os.environ["REPORTEDLY_HOME"]
    else:
        os.environ["REPORTEDLY_HOME"] = before


@pytest.fixture(scope="session")
def few(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Six of the demo's reports as one file of JSON Lines."""
    path = tmp_path_factory.mktemp("few") / "few.jsonl"
    lines = (REPORTS / "reports.jsonl").read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join([*lines[:1], *lines[3:8]]) + "\n", encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def extracted(home: Path, few: Path) -> Called:
    """What ``extract`` prints of the six."""
    return call("extract", few, "--vocab", WORDS, "--workers", "1")


@pytest.fixture(scope="session")
def ledger(home: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger of all the demo's reports, read and linked."""
    path = tmp_path_factory.mktemp("ledger") / "demo.db"
    read = call("read", path, REPORTS, "--vocab", WORDS, "--workers", "1")
    assert (read.code, read.out) == (0, ""), read.err
    linked = call("link", path)
    assert (linked.code, linked.out) == (0, ""), linked.err
    return path
