"""Every page: it opens, nothing is too wide, axe finds no serious fault, in light and dark, wide and narrow."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.desk.conftest import opened

AXE = Path(__file__).parents[2] / "desk" / "node_modules" / "axe-core" / "axe.min.js"
PAGES = {
    "Incidents": "/incidents",
    "Air strike, Dolvi": "/incidents?q=market&kind=air-strike",
    "Reports": "/reports",
    "Twelve dead in Dolvi market strike": "/reports/kh-0506-dolvi?original=1",
    "Review": "/review",
    "Control": "/control?place=Dolvi",
    "Tallies": "/tallies",
    "Add reports": "/add",
    "Export": "/export",
    "There is no such page": "/nowhere",
}
FAULTS = """async (rules) => {
  const some = rules ? { runOnly: rules } : {};
  const found = await axe.run(document, { iframes: false, resultTypes: ["violations"], ...some });
  return found.violations.filter((each) => ["serious", "critical"].includes(each.impact))
    .map((each) => each.id + ": " + each.nodes.map((node) => node.html.slice(0, 120)).join(" | "));
}"""


def _visit(page: Any, heading: str, path: str) -> None:
    page.goto(path)
    if heading == "Air strike, Dolvi":
        page.get_by_role("rowheader", name="Air strike").get_by_role("link").first.click()
    page.get_by_role("heading", level=1, name=heading).wait_for()
    expect(page.get_by_text("Fetching")).to_have_count(0)
    expect(page.locator("[aria-busy=true]")).to_have_count(0)


def _faults(page: Any, rules: list[str] | None = None) -> list[str]:
    """What axe finds, by all its rules or by some."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found: list[str] = page.evaluate(FAULTS, rules)
    return found


def test_light_and_wide_axe_finds_no_serious_fault(page: Any) -> None:
    if not AXE.exists():
        pytest.skip("axe-core is not installed: npm ci in desk/")
    for heading, path in PAGES.items():
        _visit(page, heading, path)
        assert _faults(page) == [], path


def test_dark_and_narrow_nothing_is_too_wide_or_too_pale(chromium: Any, shown: str) -> None:
    phone: dict[str, Any] = {"viewport": {"width": 390, "height": 780}, "color_scheme": "dark"}
    with opened(chromium, shown, **phone) as page:
        for heading, path in PAGES.items():
            _visit(page, heading, path)
            assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, path
            assert not AXE.exists() or _faults(page, ["color-contrast"]) == [], path


def test_a_page_names_itself_and_the_ledger(page: Any) -> None:
    page.goto("/tallies")
    page.get_by_role("heading", name="Tallies").wait_for()
    expect(page).to_have_title("Tallies · veldania.db")
    assert (
        page.get_by_role("navigation", name="Pages").get_by_role("link", name="Tallies").get_attribute("aria-current")
    )


def test_colours_can_be_chosen_and_are_kept(page: Any) -> None:
    page.goto("/add")
    page.get_by_role("button", name="Colours: system").click()
    page.get_by_role("button", name="Colours: light").click()
    page.reload()
    page.get_by_role("button", name="Colours: dark").wait_for()
    assert page.evaluate("getComputedStyle(document.body).colorScheme") == "dark"
