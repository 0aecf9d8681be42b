"""Adding reports: pasted text and files, with what was read and what was not; and the exports."""

from __future__ import annotations

import re
from typing import Any

from playwright.sync_api import expect

from tests.desk.conftest import opened

STORY = "KARSK, May 16 (Northwire) - A shell killed six people in Tavren on Thursday, the mayor said."


def test_text_and_files_are_read(chromium: Any, own: str) -> None:
    with opened(chromium, own) as page:
        page.goto("/add")
        page.get_by_label("The report’s words").fill(STORY)
        page.get_by_label("Outlet").fill("Sava Post")
        page.get_by_label("Published").fill("2024-05-16")
        page.get_by_role("button", name="Read", exact=True).click()
        done = page.get_by_role("status").filter(has_text="Done")
        expect(done).to_contain_text("new1", timeout=60_000)
        page.locator("input[type=file]").set_input_files(
            [
                {"name": "one.txt", "mimeType": "text/plain", "buffer": STORY.replace("six", "five").encode()},
                {"name": "broken.jsonl", "mimeType": "application/json", "buffer": b"{"},
            ]
        )
        expect(done).to_contain_text("Not read, or not wholly", timeout=60_000)
        expect(done).to_contain_text("broken.jsonl")
        page.get_by_role("link", name="To the incidents").click()
        page.get_by_role("spinbutton", name="Killed, at least").fill("6")
        page.get_by_role("searchbox", name="Search").fill("mayor tavren")
        expect(page.locator(".count b")).to_have_text("1")
        expect(page.get_by_role("rowheader", name="Shelling")).to_be_visible()


def test_exports_say_what_they_cannot_hold_and_are_public_by_default(page: Any) -> None:
    page.goto("/export")
    card = page.get_by_role("article").filter(has_text="UCDP GED")
    expect(card).to_contain_text("Cannot hold: incidents without a figure of deaths")
    expect(page.get_by_role("checkbox", name="For the public")).to_be_checked()
    with page.expect_download() as download:
        card.get_by_role("link", name="Download").click()
    assert download.value.suggested_filename.endswith(".csv")
    assert "public=true" in download.value.url
    page.get_by_role("checkbox", name="For the public").uncheck()
    expect(card.get_by_role("link", name="Download")).to_have_attribute("href", re.compile("public=false"))


def test_a_title_given_apart_is_read_and_stands_above_its_text(chromium: Any, own: str) -> None:
    with opened(chromium, own) as page:
        page.goto("/add")
        page.get_by_label("The report’s words").fill("A shell hit a bus stop in Tavren on Thursday, the mayor said.")
        page.get_by_label("Title").fill("Eleven killed in Tavren shelling")
        page.get_by_label("Published").fill("2024-05-16")
        page.get_by_role("button", name="Read", exact=True).click()
        expect(page.get_by_role("status").filter(has_text="Done")).to_contain_text("new1", timeout=60_000)
        page.goto('/reports?q="bus stop"')
        page.get_by_role("link", name="Eleven killed in Tavren shelling").click()
        expect(page.get_by_role("article").locator("p").first).to_have_text("Eleven killed in Tavren shelling")
        expect(page.get_by_role("article").locator("p").first.locator(".mark.number")).to_have_text("Eleven")
