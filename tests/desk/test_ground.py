"""Control and tallies."""

from __future__ import annotations

import re
from typing import Any

from playwright.sync_api import expect


def test_a_places_history_and_the_map_of_a_day(page: Any) -> None:
    page.goto("/control")
    page.get_by_role("button", name="Dolvi 7").click()
    page.wait_for_url(re.compile("place=Dolvi"))
    expect(page.get_by_role("table", name="The place’s history")).to_contain_text("loses")
    day = page.get_by_role("slider", name="On")
    day.focus()
    for _ in range(4):
        page.keyboard.press("ArrowLeft")
    page.wait_for_url(re.compile("on=2024-05-11"))
    expect(page.get_by_role("heading", name="On 11 May 2024")).to_be_visible()
    expect(page.get_by_role("table", name="Who is said to hold each place")).not_to_contain_text("Lipna")
    page.get_by_role("searchbox", name="Find a place").fill("lip")
    expect(page.get_by_role("button", name="Lipna 2")).to_be_visible()


def test_two_places_can_share_a_name(page: Any) -> None:
    def doubled(route: Any) -> None:
        answer = route.fetch()
        found = answer.json()
        found["rows"] += found["rows"]
        route.fulfill(response=answer, json=found)

    page.route("**/api/places", doubled)
    page.route("**/api/control/map*", doubled)
    page.goto("/control")
    expect(page.get_by_role("button", name="Dolvi 7")).to_have_count(2)
    expect(page.get_by_role("table", name="Who is said to hold each place")).to_be_visible()


def test_tallies_stand_beside_the_ledger(page: Any) -> None:
    page.goto("/tallies")
    card = page.get_by_role("article").filter(has_text="killed people in Marn")
    expect(card).to_contain_text("146 (146–?)")
    expect(card).to_contain_text("a gap of")
    card.get_by_text("incidents added").click()
    expect(card.get_by_role("link", name=re.compile("^i-")).first).to_be_visible()
