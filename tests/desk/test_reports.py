"""A report: marks that explain themselves by mouse and by keys, the original apart, and hostile words as words."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import quote

from playwright.sync_api import expect

from tests.desk.conftest import HOSTILE, SCRIPT


def test_a_mark_is_explained_where_it_is_pointed_at(page: Any) -> None:
    page.goto("/reports/kh-0506-dolvi")
    page.locator(".mark.number", has_text="at least 12").hover()
    panel = page.get_by_role("region", name="What this mark means")
    expect(panel).to_contain_text("Number")
    expect(panel).to_contain_text("Claim")


def test_keys_go_from_mark_to_mark_and_open_a_claim(page: Any) -> None:
    page.goto("/reports/kh-0506-dolvi")
    page.locator(".mark").first.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.activeElement.textContent") != "Twelve"
    expect(page.get_by_role("region", name="What this mark means")).to_contain_text("Claim")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("claim=kh-0506-dolvi"))
    expect(page.get_by_text("On whose word")).to_be_visible()
    assert page.locator(".mark[tabindex='0']").count() == 1


def test_the_original_stands_beside_it_and_may_do_nothing(page: Any) -> None:
    page.goto("/reports/kh-0506-dolvi")
    page.get_by_role("button", name="Show the original").click()
    frame = page.locator("iframe")
    assert frame.get_attribute("sandbox") == ""
    expect(page.frame_locator("iframe").get_by_text("covered market")).to_be_visible()
    assert page.url.endswith("original=1")


def test_hostile_words_are_words(page: Any) -> None:
    page.goto(f"/reports/{quote(HOSTILE['id'])}?original=1")
    expect(page.get_by_role("heading", level=1)).to_have_text(SCRIPT)
    text = page.get_by_role("article")
    expect(text).to_contain_text("<img src=x onerror=alert(2)>")
    expect(text).to_contain_text("قال المتحدث")
    assert page.locator("main script, main img, main svg[onload], a[href^='javascript']").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    page.goto('/incidents?q="shells killed four"')
    page.get_by_role("rowheader", name="Shelling").get_by_role("link").click()
    expect(page.get_by_role("link", name=SCRIPT, exact=True)).to_be_visible()
    page.goto('/reports?q="shells killed four"')
    page.get_by_role("link", name=SCRIPT, exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(SCRIPT)


def test_reports_are_found_by_their_words(page: Any) -> None:
    page.goto("/reports")
    page.get_by_role("searchbox", name="Search").fill("truce")
    expect(page.get_by_role("link", name="Families leave Harsema under truce")).to_be_visible()
    expect(page.locator("tbody tr")).to_have_count(1)
