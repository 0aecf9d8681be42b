"""One incident: figures, matrix, chain, revisions, disputes, words, why, dossier."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.desk.conftest import opened


@pytest.fixture
def dolvi(page: Any) -> Any:
    page.goto("/incidents?kind=air-strike&killed=17&contested=1")
    page.get_by_role("row", name="Dolvi").get_by_role("link", name="Air strike").click()
    page.get_by_role("heading", level=1, name="Air strike, Dolvi").wait_for()
    return page


def test_one_claim_can_be_set_aside_and_revised_twice(page: Any) -> None:
    def doubled(route: Any) -> None:
        answer = route.fetch()
        sheet = answer.json()
        for estimate in sheet["estimates"]:
            estimate["set_aside"] += [{"claim": "x#1", "why": "one of two"}, {"claim": "x#1", "why": "two of two"}]
        for told in ("revisions", "places"):
            sheet[told] += sheet[told]
        route.fulfill(response=answer, json=sheet)

    page.route("**/api/incidents/i-*", doubled)
    page.goto("/incidents?kind=air-strike&killed=17&contested=1")
    page.get_by_role("row", name="Dolvi").get_by_role("link", name="Air strike").click()
    page.get_by_role("heading", level=1, name="Air strike, Dolvi").wait_for()
    page.locator("dl.card summary").first.click()
    expect(page.get_by_text("two of two").first).to_be_visible()


def test_figures_have_ranges_and_rules(dolvi: Any) -> None:
    killed = dolvi.locator("dl.card > div").first
    expect(killed).to_contain_text("17 (12–19)")
    expect(killed).to_contain_text("17, between 12 and 19")
    killed.locator("summary").click()
    expect(killed).to_contain_text("By the policy “ours”")


def test_the_matrix_marks_and_explains_disagreement(dolvi: Any) -> None:
    row = dolvi.get_by_role("row", name=re.compile("^Dolvi Coordination Committee"))
    expect(row).to_contain_text("≠")
    row.locator("details.differs summary").first.click()
    expect(row).to_contain_text(re.compile("killed: .* against 19"))
    expect(dolvi.get_by_role("row", name=re.compile("^The ledger’s estimate"))).to_contain_text("17 (12–19)")


def test_the_chain_shows_what_collapses_and_why(dolvi: Any) -> None:
    chain = dolvi.get_by_role("region", name="Chain diagram")
    assert chain.locator("rect").count() > 15
    expect(chain.locator("a.origin.counted")).to_have_count(5)
    dolvi.get_by_text("What is counted once, and why").click()
    expect(dolvi.get_by_text("Civil Rescue of Veldania: 3 reports")).to_be_visible()


def test_revisions_disputes_and_places_are_listed(dolvi: Any) -> None:
    expect(dolvi.get_by_role("row", name=re.compile("Veldania Monitoring Centre 14"))).to_contain_text("replaced")
    section = dolvi.get_by_role("region", name="What cannot all stand")
    expect(section.get_by_text("killed: 3 positions that cannot all stand")).to_be_visible()
    expect(section.locator(".says b")).to_have_text(["12", "17", "19"])
    expect(dolvi.get_by_text("within 4 km")).to_be_visible()


def test_a_quote_leads_to_its_words(dolvi: Any) -> None:
    dolvi.get_by_role("link", name="Nineteen people, among them four children").last.click()
    dolvi.wait_for_url(re.compile("/reports/mt-0506-dolvi"))
    expect(dolvi.locator(".wanted").first).to_be_in_viewport()
    assert "Nineteen people" in " ".join(dolvi.locator(".wanted").all_text_contents()).replace("  ", " ")


def test_why_goes_down_to_the_words(dolvi: Any) -> None:
    dolvi.get_by_role("button", name="Explain, down to the words").click()
    dolvi.locator("summary", has_text="wounded 40 (low").click()
    dolvi.locator("summary", has_text="on the word of Radio Orvan").first.click()
    expect(dolvi.get_by_role("link", name="the words").first).to_be_visible()


def test_the_dossier_is_a_download(dolvi: Any) -> None:
    link = dolvi.get_by_role("link", name="Download the dossier").get_attribute("href")
    assert re.fullmatch(r"/api/incidents/i-[0-9a-f]+/dossier\.html", link)


def test_an_unknown_incident_says_how_to_go_on(chromium: Any, shown: str) -> None:
    with opened(chromium, shown, told=("404",)) as page:
        page.goto("/incidents/i-0000000000")
        expect(page.get_by_role("alert")).to_contain_text("list the incidents to see their ids")
