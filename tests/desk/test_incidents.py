"""The list: every filter narrows table, map and timeline, and the address bar holds the view."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import expect

ALL = "26"
"""Incidents of the demo and the hostile report."""


def _count(page: Any) -> Any:
    return page.locator(".count b")


def _rows(page: Any) -> Any:
    return page.locator("tbody tr:has(th)")


@pytest.fixture
def listed(page: Any) -> Any:
    page.goto("/incidents")
    expect(_count(page)).to_have_text(ALL)
    return page


@pytest.mark.parametrize(
    ("box", "asked", "left"),
    [
        ("Air strike", "kind=air-strike", 3),
        ("confirmed", "grade=confirmed", 4),
        ("Teshil Guard", "side=Teshil+Guard", 2),
    ],
)
def test_facets_narrow(listed: Any, box: str, asked: str, left: int) -> None:
    listed.get_by_role("checkbox", name=box).check()
    expect(_count(listed)).to_have_text(str(left))
    assert asked in listed.url
    expect(_rows(listed)).to_have_count(left)


def test_tolls_origins_and_contradictions_narrow(listed: Any) -> None:
    listed.get_by_role("spinbutton", name="Killed, at least").fill("17")
    expect(_count(listed)).to_have_text("6")
    listed.get_by_role("spinbutton", name="Origins, at least").fill("2")
    expect(_count(listed)).to_have_text("3")
    listed.get_by_role("checkbox", name="Only where claims contradict").check()
    expect(_count(listed)).to_have_text("3")
    assert "killed=17" in listed.url and "origins=2" in listed.url and "contested=1" in listed.url
    listed.get_by_role("button", name="at least 2 origins").click()
    expect(listed.get_by_role("spinbutton", name="Origins, at least")).to_have_value("")
    listed.get_by_role("button", name="Clear all").click()
    expect(_count(listed)).to_have_text(ALL)


def test_totals_are_marked_and_can_be_left_out(listed: Any) -> None:
    expect(listed.get_by_text("a total").first).to_be_attached()
    listed.get_by_role("checkbox", name="Leave out running totals").check()
    expect(listed.get_by_text("a total")).to_have_count(0)
    assert "single=1" in listed.url


def test_words_narrow(listed: Any) -> None:
    listed.get_by_role("searchbox", name="Search").fill('"covered market"')
    expect(_count(listed)).to_have_text("2")
    assert listed.url.endswith("q=%22covered+market%22")


def test_what_is_typed_in_haste_is_kept(listed: Any) -> None:
    listed.get_by_role("spinbutton", name="Killed, at least").fill("17")
    listed.get_by_role("spinbutton", name="Origins, at least").fill("2")
    listed.wait_for_timeout(200)  # less than those two fields wait, so that they are read while the words are typed
    words = listed.get_by_role("searchbox", name="Search")
    words.fill("market")
    listed.wait_for_url(re.compile("q=market"))
    assert "killed=17" in listed.url and "origins=2" in listed.url
    expect(words).to_have_value("market")


def test_what_waits_is_dropped_with_its_page(listed: Any) -> None:
    listed.get_by_role("searchbox", name="Search").fill("market")
    listed.get_by_role("link", name="Reports", exact=True).click()
    expect(listed.get_by_role("heading", level=1, name="Reports")).to_be_visible()
    listed.wait_for_timeout(400)
    assert "q=market" not in listed.url


def test_a_map_that_goes_while_it_draws_makes_no_fault(listed: Any) -> None:
    for _ in range(4):
        listed.get_by_role("button", name="Zoom in").click()
        listed.get_by_role("link", name="Reports", exact=True).click()
        listed.go_back()
        listed.locator(".leaflet-container canvas").wait_for()


def test_days_narrow_by_dates_and_by_dragging(listed: Any) -> None:
    listed.get_by_label("From", exact=True).fill("2024-05-12")
    expect(_count(listed)).to_have_text("12")
    listed.get_by_role("button", name="All days").click()
    expect(_count(listed)).to_have_text(ALL)
    bars = listed.locator("section[aria-label='Incidents over time'] svg").bounding_box()
    listed.mouse.move(bars["x"] + bars["width"] - 60, bars["y"] + 30)
    listed.mouse.down()
    listed.mouse.move(bars["x"] + bars["width"] - 5, bars["y"] + 30)
    listed.mouse.up()
    listed.wait_for_url(re.compile("from=2024-05-.*to=2024-05-"))
    expect(listed.locator("rect.chosen")).to_have_count(1)


def test_the_map_narrows_to_what_is_in_view(listed: Any) -> None:
    where = listed.get_by_role("region", name="Map of the incidents")
    where.locator("canvas").first.wait_for()
    where.get_by_role("button", name="Zoom in").click()
    listed.wait_for_url(re.compile("at="))
    listed.get_by_role("checkbox", name="Only what is in view").check()
    listed.wait_for_url(re.compile("box="))
    expect(_count(listed)).not_to_have_text(ALL)
    listed.get_by_role("checkbox", name="Only what is in view").uncheck()
    expect(_count(listed)).to_have_text(ALL)


def test_headings_sort(listed: Any) -> None:
    listed.get_by_role("button", name="Killed").click()
    expect(_rows(listed).first).to_contain_text("146")
    expect(listed.get_by_role("columnheader", name="Killed")).to_have_attribute("aria-sort", "descending")
    assert listed.url.endswith("sort=-killed")


def test_the_address_is_the_view_and_back_goes_back(listed: Any) -> None:
    listed.get_by_role("checkbox", name="Shelling").check()
    expect(_count(listed)).to_have_text("5")
    listed.get_by_role("checkbox", name="Bombing").check()
    expect(_count(listed)).to_have_text("6")
    listed.reload()
    expect(_count(listed)).to_have_text("6")
    expect(listed.get_by_role("checkbox", name="Shelling")).to_be_checked()
    listed.go_back()
    expect(_count(listed)).to_have_text("5")


def test_a_fault_is_told_and_mended(page: Any) -> None:
    page.route("**/api/incidents?*", lambda route: route.fulfill(status=200, body='{"matching"'))
    page.goto("/incidents")
    expect(page.get_by_role("alert")).to_be_visible()
    page.unroute("**/api/incidents?*")
    page.get_by_role("button", name="Try again").click()
    expect(_count(page)).to_have_text(ALL)
