"""Review: a decision, its place in the log, undoing it, linking anew; merging, splitting and rejecting in place."""

from __future__ import annotations

import re
from typing import Any

from playwright.sync_api import expect

from tests.desk.conftest import opened


def _sign(page: Any) -> None:
    page.get_by_label("Your name").first.fill("Ilsa Domar")


def test_a_decision_is_logged_undone_and_linked(chromium: Any, own: str) -> None:
    with opened(chromium, own) as page:
        page.goto("/review")
        asked = page.get_by_role("article").filter(has_text="These may be one")
        question = asked.filter(has_text="territory-gained and armed-clash")
        expect(question.get_by_role("button", name="They are the same")).to_be_disabled()
        _sign(page)
        page.get_by_label("Note for the log").fill("one battle, told twice")
        question.get_by_role("button", name="They are the same").click()
        expect(page.get_by_text("Taken as no. 1 of the log")).to_be_visible()
        row = page.get_by_role("row", name=re.compile("^1 same"))
        expect(row).to_contain_text("one battle, told twice")
        page.get_by_role("button", name="Link anew").click()
        expect(page.get_by_role("button", name="Link anew")).to_have_count(0, timeout=30_000)
        expect(question).to_have_count(0)
        row.get_by_role("button", name="Undo").click()
        expect(page.get_by_role("row", name=re.compile("^2 undo no. 1"))).to_be_visible()
        expect(row).to_contain_text("undone by no. 2")
        page.reload()
        expect(page.get_by_label("Your name")).to_have_value("Ilsa Domar")


def test_an_incident_is_merged_split_and_rejected_in_place(chromium: Any, own: str) -> None:
    with opened(chromium, own) as page:
        page.goto("/incidents")
        other = page.get_by_role("rowheader", name="Ceasefire").get_by_role("link").get_attribute("href")
        page.goto("/incidents?kind=bombing&killed=2")
        page.get_by_role("rowheader", name="Bombing").get_by_role("link").click()
        _sign(page)
        page.get_by_label("It is the same as the incident").fill(other.rpartition("/")[2])
        page.get_by_role("button", name="Merge").click()
        expect(page.get_by_text("of the log: merge")).to_be_visible()
        page.get_by_text("Split claims off").click()
        page.locator("fieldset").get_by_role("checkbox").first.check()
        page.get_by_role("button", name="Split 1").click()
        expect(page.get_by_text("of the log: split")).to_be_visible()
        page.get_by_text("Accept or reject the whole").click()
        page.get_by_role("button", name="Reject every claim").click()
        expect(page.get_by_text("of the log: reject")).to_be_visible()


def test_a_claim_is_corrected_from_its_report(chromium: Any, own: str) -> None:
    with opened(chromium, own) as page:
        page.goto("/reports/kh-0506-dolvi")
        page.get_by_role("button", name="two jets dropped").click()
        page.get_by_text("Accept, reject or correct it").click()
        _sign(page)
        page.get_by_role("combobox", name="Correct").select_option("killed")
        page.get_by_role("textbox", name="to", exact=True).fill("12-15")
        page.get_by_role("button", name="Correct", exact=True).click()
        expect(page.get_by_text("of the log: correct")).to_be_visible()
        expect(page.get_by_text("correct by Ilsa Domar")).to_be_visible()
