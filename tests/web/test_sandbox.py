"""A hostile page in a real browser: shown as it came, it does nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import quote

import pytest

from reportedly.ledger import Ledger
from reportedly.web.application import application
from reportedly.web.serving import Serving, desk
from tests.web.made import RECORD, SETTING

uvicorn = pytest.importorskip("uvicorn", reason="the desk's parts are not installed")


@pytest.fixture
def served(ledger_file: Path) -> Iterator[str]:
    """The address of a desk that is really served."""
    with Ledger.open(ledger_file, setting=SETTING) as ledger:
        made = application(desk(ledger, "war.db", Serving()))
        server = uvicorn.Server(uvicorn.Config(made, port=0, log_level="warning", ws="none"))
        thread = Thread(target=server.run, daemon=True)
        thread.start()
        while not server.started:
            thread.join(0.05)
        yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
        server.should_exit = True
        thread.join(20)


def test_nothing_of_a_page_as_it_came_is_run(served: str, ledger_file: Path, chromium: Any) -> None:
    with Ledger.open(ledger_file) as ledger:
        ids = [head.id for head in ledger.heads()[1]]
    page_id = next(name for name in ids if name.startswith("r-"))
    page = chromium.new_page()
    dialogs: list[str] = []
    asked: list[str] = []
    page.on("dialog", lambda shown: _noted(shown, dialogs))
    page.on("request", lambda request: asked.append(request.url))
    for name in (page_id, str(RECORD["id"])):
        page.goto(f"{served}/api/reports/{quote(name, safe='')}/original")
        page.wait_for_timeout(300)
        assert "killed" in page.content()
    for path in ("/api/reports", "/api/incidents"):
        page.goto(served + path)
        page.wait_for_timeout(200)
    page.close()
    assert dialogs == []
    assert all(_own(url, served) for url in asked)


def _noted(shown: Any, dialogs: list[str]) -> None:
    dialogs.append(shown.message)
    shown.dismiss()


def _own(url: Any, served: str) -> bool:
    return str(url).startswith(served)
