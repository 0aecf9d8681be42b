"""A desk over a ledger of some of the demo's reports and two that would do harm, made once for all tests of the web."""

from __future__ import annotations

import json
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from reportedly.demo import HOME as DEMO
from reportedly.ledger import Ledger, Setting
from reportedly.web.application import application
from reportedly.web.desk import Desk
from reportedly.web.guard import TOKEN
from reportedly.web.serving import Serving, desk

SETTING = Setting(words=(DEMO / "vocab",))
HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(2)>"
RECORD = {
    "id": "../hostile/<b>#1",
    "title": HOSTILE,
    "outlet": HOSTILE + "\ud800",
    "published": "2024-05-09",
    "url": "javascript:alert(3)",
    "text": f"KARSK — Shells killed four people in Kolm on Tuesday, {HOSTILE} said.",
}
WEBPAGE = f"""<html><head><title>Two killed in Kolm</title><script>alert(4)</script></head>
<body onload="alert(5)"><article><p>KARSK, 8 May 2024 — A car bomb killed two policemen in Kolm on Tuesday, the police
said. {HOSTILE}</p><p>The police said that they looked for the man who had left the car at the market.</p></article>
</body></html>"""

Made = Callable[..., "Browser"]


class Browser:
    """The desk's page in a browser: asks as it does."""

    def __init__(self, shown: Desk) -> None:
        self.desk = shown
        self.client = TestClient(application(shown), base_url="http://127.0.0.1:8000", raise_server_exceptions=False)

    def get(self, path: str, **more: Any) -> Any:
        return self.client.get(path, **more)

    def post(self, path: str, **more: Any) -> Any:
        headers = {TOKEN: self.desk.rules.token, "origin": "http://127.0.0.1:8000"} | more.pop("headers", {})
        return self.client.post(path, headers=headers, **more)

    def done(self, answer: Any) -> dict[str, Any]:
        """The job that an answer began, when it has ended."""
        assert answer.status_code == 202, answer.text
        for _ in range(1200):
            job: dict[str, Any] = self.get(f"/api/jobs/{answer.json()['job']}").json()
            if job["state"] in ("done", "failed"):
                return job
            time.sleep(0.05)
        raise AssertionError("the job does not end")


@pytest.fixture(scope="session")
def ledger_file(home: Path, few: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger, read and linked."""
    folder = tmp_path_factory.mktemp("desk")
    (folder / "hostile.jsonl").write_text(json.dumps(RECORD) + "\n", encoding="utf-8")
    (folder / "page.html").write_text(WEBPAGE, encoding="utf-8")
    made = folder / "war.db"
    with Ledger.open(made, create=True, setting=SETTING) as ledger:
        assert ledger.read([str(few), str(folder / "hostile.jsonl"), str(folder / "page.html")]).added == 8
        ledger.link()
    return made


@pytest.fixture(scope="session")
def browser(ledger_file: Path) -> Iterator[Browser]:
    """A browser on a desk that nobody changes."""
    with Ledger.open(ledger_file, setting=SETTING) as ledger:
        yield Browser(desk(ledger, "war.db", Serving()))


@pytest.fixture
def own(ledger_file: Path, tmp_path: Path) -> Iterator[Made]:
    """Makes a browser on a desk of the test's own; keywords are those of ``Serving``."""
    opened: list[Ledger] = []

    def make(**said: Any) -> Browser:
        copy = tmp_path / "own.db"
        if not copy.exists():
            shutil.copy(ledger_file, copy)
        opened.append(Ledger.open(copy, setting=SETTING))
        return Browser(desk(opened[-1], "own.db", Serving(**said)))

    yield make
    for ledger in opened:
        ledger.store.close()
