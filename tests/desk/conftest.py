"""The built desk in Debian's Chromium over the demo's ledger, with one report that would do harm.

Whatever a page says on the console, and every request that goes elsewhere, fails the test.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

import reportedly
from tests.cli.conftest import REPORTS, WORDS, call, home

pytest.importorskip("fastapi", reason="the desk's parts are not installed")
sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
sync_api.expect.set_options(timeout=20_000)

__all__ = ["home"]

BUILT = Path(reportedly.__file__).parent / "web" / "page" / "index.html"
SERVE = "import sys; from reportedly.cli import main; sys.exit(main())"

SCRIPT = "<script>alert(1)</script><img src=x onerror=alert(2)><svg onload=alert(3)>"
HOSTILE = {
    "id": "hostile-<b>1</b>",
    "title": SCRIPT,
    "outlet": "‮Kolm<svg/onload=alert(4)>",
    "published": "2024-05-09",
    "language": "en",
    "url": "javascript:alert(5)",
    "text": f"KARSK, May 9 - Shells killed four people in Kolm on Wednesday, {SCRIPT} said. \n\n"
    f"{'Kolmkarskvirm' * 385}\n\nقال المتحدث إن ثلاثة قتلوا {SCRIPT}.",
}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skips the browser's tests where there is no page to show."""
    for item in () if BUILT.exists() else items:
        if "chromium" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.skip(reason="the desk's page is not built: make desk"))


@dataclass(slots=True)
class Seen:
    """What a page did that it must not do."""

    host: str
    faults: list[str] = field(default_factory=list)

    def watch(self, page: Any) -> None:
        """Listens to a page."""
        page.on("console", lambda said: self._said(said.type, said.text))
        page.on("pageerror", lambda error: self.faults.append(f"error: {error}"))
        page.on("dialog", lambda dialog: self._asking(dialog))
        page.on("request", lambda request: self._asked(request.url))

    def _said(self, kind: str, text: str) -> None:
        if kind in ("error", "warning"):
            self.faults.append(f"{kind}: {text}")

    def _asking(self, dialog: Any) -> None:
        self.faults.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def _asked(self, url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme not in ("data", "blob") and parts.netloc != self.host:
            self.faults.append(f"asked elsewhere: {url}")


@contextmanager
def serving(ledger_file: Path) -> Iterator[str]:
    """``reportedly serve`` in a process of its own; gives its address."""
    words = [sys.executable, "-c", SERVE, "serve", str(ledger_file), "--no-open", "--vocab", WORDS]
    paths = os.pathsep.join([str(Path(reportedly.__file__).parents[1]), os.environ.get("PYTHONPATH", "")])
    with subprocess.Popen(
        words, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=os.environ | {"PYTHONPATH": paths}
    ) as shown:
        assert shown.stdout is not None
        said = next((line for line in shown.stdout if "http://" in line), "")
        assert said, "serve ended before it gave its address"
        yield "http" + said.split("http", 1)[1].strip().rstrip("/")
        shown.terminate()


@pytest.fixture(scope="session")
def held(home: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger of the demo's reports and the hostile one."""
    folder = tmp_path_factory.mktemp("desk")
    made = folder / "veldania.db"
    (folder / "hostile.jsonl").write_text(json.dumps(HOSTILE) + "\n", encoding="utf-8")
    read = call("read", made, REPORTS, folder / "hostile.jsonl", "--vocab", WORDS, "--workers", "1")
    assert read.code == 0, read.err
    assert call("link", made).code == 0
    return made


@pytest.fixture(scope="session")
def shown(held: Path) -> Iterator[str]:
    """The address of a desk that nobody changes."""
    with serving(held) as address:
        yield address


@pytest.fixture(scope="module")
def own(held: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a desk that the tests of one module change."""
    copy = tmp_path_factory.mktemp("own") / "own.db"
    shutil.copy(held, copy)
    with serving(copy) as address:
        yield address


@contextmanager
def opened(chromium: Any, address: str, *, told: tuple[str, ...] = (), **more: Any) -> Iterator[Any]:
    """A page of a fresh browser; what it must not do fails at the end. ``told`` are faults that the test makes."""
    context = _context(chromium, address, **more)
    with _watched(context, address, told) as page:
        yield page
    context.close()


def _context(chromium: Any, address: str, **more: Any) -> Any:
    context = chromium.new_context(base_url=address, **{"viewport": {"width": 1280, "height": 860}, **more})
    context.set_default_timeout(20_000)
    return context


@contextmanager
def _watched(context: Any, address: str, told: tuple[str, ...] = ()) -> Iterator[Any]:
    seen = Seen(urlsplit(address).netloc)
    page = context.new_page()
    seen.watch(page)
    yield page
    page.close()
    assert [fault for fault in seen.faults if not any(word in fault for word in told)] == []


@pytest.fixture(scope="module")
def window(chromium: Any, shown: str) -> Iterator[Any]:
    """A window whose pages share what the browser keeps."""
    context = _context(chromium, shown)
    yield context
    context.close()


@pytest.fixture
def page(window: Any, shown: str) -> Iterator[Any]:
    """A wide page on the desk that nobody changes."""
    with _watched(window, shown) as made:
        yield made
