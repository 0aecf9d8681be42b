"""The keyboard alone: past the header, to a row, into an incident, back."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import expect


def test_a_keyboard_is_enough(page: Any) -> None:
    page.goto("/incidents?kind=air-strike")
    expect(page.locator(".count b")).to_have_text("3")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the page")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_role("searchbox", name="Search")).to_be_focused()
    link = page.get_by_role("rowheader").get_by_role("link").first
    for _ in range(80):
        page.keyboard.press("Tab")
        if link.evaluate("link => link === document.activeElement"):
            break
    assert link.evaluate("link => getComputedStyle(link).outlineStyle") == "solid"
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1, name="Air strike")).to_be_focused()
    page.go_back()
    expect(page.locator(".count b")).to_have_text("3")
