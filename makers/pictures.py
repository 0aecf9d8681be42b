"""A desk that shows the demo in, the pictures of the README out.

    make desk
    reportedly demo --keep demo.db
    reportedly serve demo.db --port 8000 --no-open &
    python -m makers.pictures http://127.0.0.1:8000

The desk's own pages in Debian's Chromium, at twice the width of a phone's pixel and without the rest of a window.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any, NamedTuple
from urllib.request import urlopen

CHROMIUM = "/usr/bin/chromium"
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update")
FOLDER = Path(__file__).parent.parent / "docs" / "pictures"
WIDTH = 1280


class Picture(NamedTuple):
    """A page of the desk, how much of its height is shown, and whether in dark."""

    name: str
    path: str
    height: int
    scheme: str = "light"


def pictures(desk: str) -> tuple[Picture, ...]:
    """What is shown: all incidents, the one that most origins tell of, one of its reports, and who holds what."""
    found = _asked(f"{desk}/api/incidents?sort=-origins&limit=1")["rows"][0]["id"]
    quote = _asked(f"{desk}/api/incidents/{found}")["quotes"][0]
    return (
        Picture("incidents", "/incidents", 900),
        Picture("incident", f"/incidents/{found}", 1360),
        Picture("report", f"/reports/{quote['report']}", 760, "dark"),
        Picture("control", "/control", 760),
    )


def _asked(address: str) -> Any:
    with urlopen(address) as answer:
        return json.load(answer)


def main(desk: str) -> None:
    """Writes the pictures."""
    from playwright.sync_api import sync_playwright

    FOLDER.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        for one in pictures(desk):
            window = {"width": WIDTH, "height": one.height}
            page = browser.new_page(viewport=window, color_scheme=one.scheme)  # type: ignore[arg-type]
            page.goto(desk + one.path)
            page.wait_for_load_state("networkidle")
            page.wait_for_timeout(500)  # a map draws itself after the last answer
            page.screenshot(path=FOLDER / f"{one.name}.png")
            page.close()
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1].rstrip("/"))
