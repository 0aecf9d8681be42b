"""A sheet: each origin's word beside the others', what is superseded, set aside and contradicted."""

from __future__ import annotations

from random import Random

import pytest

from reportedly.exports.sheet import sheet_record
from reportedly.model.claim import Claim, Teller
from reportedly.model.sheet import Cell, Field, LinkKind, NodeKind, Row, Sheet
from reportedly.model.words import Measure
from tests.incidents.made import ARMY, MONITOR, toll
from tests.sheets.made import CLAIMS, COMMITTEE, sheet, tally, text_of, told


def row_of(found: Sheet, claim: str) -> Row:
    """The row of a claim."""
    row = found.row(claim)
    assert row is not None
    return row


def cell_of(found: Sheet, claim: str, field: Field, words: str = "") -> Cell:
    """The cell of a claim in a column, with these words where there are several."""
    cells = row_of(found, claim).of(field)
    return next(c for c in cells if claim in (c.claim, *c.also) and c.words.startswith(words))


def test_every_claim_stands_in_a_row_and_every_row_is_an_origin_of_the_incident() -> None:
    found = sheet()
    assert {c for row in found.rows for c in row.origin.claims} == {c.id for c in CLAIMS}
    assert [r.origin for r in found.rows] == [*found.incident.origins, *found.incident.uncounted]
    assert [r.counted for r in found.rows] == sorted((r.counted for r in found.rows), reverse=True)


def test_papers_that_print_one_wire_story_share_a_row_and_are_said_to_collapse() -> None:
    found = sheet()
    row = row_of(found, "herald#1")
    assert row is row_of(found, "post#1") and row.reports == ("herald", "post")
    (collapsed,) = [one for one in found.chain.collapsed if one.row == row.number]
    assert (collapsed.reports, collapsed.origin) == (("herald", "post"), "Civil Rescue of Veldania")
    assert collapsed.bonds and collapsed.reason == row.origin.reason


def test_a_later_figure_of_one_origin_supersedes_and_is_no_contradiction() -> None:
    found = sheet()
    old, new = (cell_of(found, name, Field.KILLED) for name in ("orvan#1", "orvan-next#1"))
    assert (old.current, old.aside, old.differs) == (False, True, False)
    assert old.why == "14, which the same origin later put at 17"
    assert (new.current, new.aside) == (True, False)
    first, last = [r for r in found.revisions if r.row == row_of(found, "orvan#1").number]
    assert (first.best, first.superseded, first.by) == (14, True, "orvan-next#1")
    assert (last.best, last.superseded, last.by) == (17, False, None)
    assert first.day is not None and last.day is not None and first.day < last.day


def test_figures_of_two_origins_differ_and_each_says_from_what() -> None:
    found = sheet()
    for name in ("herald#1", "orvan-next#1", "today#1"):
        cell = cell_of(found, name, Field.KILLED)
        assert cell.differs and cell.why is not None and " against " in cell.why


def test_a_part_is_shown_beside_its_total_and_set_aside() -> None:
    cells = row_of(sheet(), "today#1").of(Field.KILLED)
    assert [(c.best, c.aside) for c in cells] == [(19, False), (4, True)]
    assert "part of a total" in str(cells[1].why)


def test_a_running_total_is_shown_and_set_aside() -> None:
    found = sheet((*CLAIMS[:3], told("later#1", MONITOR, tolls=(tally(400),))))
    cell = cell_of(found, "later#1", Field.KILLED, "400")
    assert cell.aside and "running total" in str(cell.why)


def test_a_denial_differs_in_its_stance_and_what_it_denies_is_not_asserted() -> None:
    found = sheet()
    stance, by = (cell_of(found, "velta#1", field) for field in (Field.STANCE, Field.BY))
    assert stance.words == "denies" and stance.differs
    assert by.words == "denied: Veldanian air force" and by.aside
    assert cell_of(found, "today#1", Field.BY).words == "Veldanian air force"


def test_a_voice_without_a_source_stands_last_and_does_not_count() -> None:
    found = sheet()
    assert not row_of(found, "voice#1").counted
    assert [row.counted for row in found.rows] == [True, True, True, False, False]


def test_claims_that_say_the_same_share_a_cell() -> None:
    (cell,) = row_of(sheet(), "herald#1").of(Field.WHERE)
    assert {cell.claim, *cell.also} == {"herald#1", "post#1"}


def test_a_column_lists_other_counts_with_what_they_count() -> None:
    found = sheet((told("x#1", MONITOR, tolls=(toll(2, measure=Measure.AIRCRAFT, whom="jets"),)),))
    (cell,) = found.rows[0].of(Field.OTHER)
    assert (cell.measure, cell.best, cell.words) == (Measure.AIRCRAFT, 2, "2 jets")


def test_the_diagram_leads_from_every_report_to_its_origin() -> None:
    found = sheet()
    nodes = {node.id: node for node in found.chain.nodes}
    ahead: dict[str, set[str]] = {}
    for link in found.chain.links:
        assert link.start in nodes and link.end in nodes
        if link.kind not in (LinkKind.COPIES, LinkKind.SHARES):
            ahead.setdefault(link.start, set()).add(link.end)
    for row in found.rows:
        for report in row.reports:
            seen, waiting = set(), [f"report:{report}"]
            while waiting:
                here = waiting.pop()
                if here not in seen:
                    seen.add(here)
                    waiting.extend(ahead.get(here, ()))
            assert f"origin:{row.number}" in seen, report
    assert nodes["agency:northwire"].kind is NodeKind.AGENCY


def test_the_diagram_shows_copies_and_why_an_outlets_own_voice_does_not_count() -> None:
    links = sheet().chain.links
    (copied,) = [link for link in links if link.kind is LinkKind.COPIES]
    assert (copied.start, copied.end) == ("report:herald", "report:post") and copied.text.startswith("one text: 90%")
    own = next(link for link in links if link.start == "report:voice")
    assert own.kind is LinkKind.COUNTS_AS and "no source is named" in own.text


def test_a_voice_that_counts_under_another_name_says_why() -> None:
    spokesman = Teller(name="general staff", role=ARMY.role, side="veldania", actor_id="vd-army", span=ARMY.span)
    found = sheet((*CLAIMS, told("velta#2", spokesman, paper="VELTA", number=5)))
    link = next(link for link in found.chain.links if link.start.startswith("teller:"))
    assert link.kind is LinkKind.COUNTS_AS and link.text


def test_quotes_are_the_words_at_their_offsets_with_the_hash_of_the_text() -> None:
    found = sheet()
    assert len(found.quotes) == len(CLAIMS)
    for quote in found.quotes:
        assert quote.text == text_of(quote.report) and (quote.span.start, quote.span.end) == (0, len(quote.text))
        assert len(quote.text_sha256) == 64 and quote.row == row_of(found, quote.claim).number


def test_places_are_listed_with_the_incidents_own_first() -> None:
    found = sheet()
    assert [(spot.where.name, spot.chosen) for spot in found.spots] == [("Dolvi", True)]
    assert set(found.spots[0].claims) == {c.id for c in CLAIMS}


@pytest.mark.parametrize("seed", range(6))
def test_the_order_of_claims_does_not_change_the_sheet(seed: int) -> None:
    shuffled: list[Claim] = list(CLAIMS)
    Random(seed).shuffle(shuffled)
    assert sheet(shuffled) == sheet()


def test_a_claim_without_day_place_and_toll_lays_out_as_well() -> None:
    found = sheet((told("x#1", COMMITTEE, day=None, where=None),), copies=())
    (row,) = found.rows
    assert [cell.field for cell in row.cells] == [Field.STANCE] and found.spots == () and found.revisions == ()


def test_the_record_holds_what_the_desk_asks_for() -> None:
    record = sheet_record(sheet())
    assert set(record) >= {
        "incident", "rows", "chain", "estimates", "revisions", "places", "disputes", "credibility", "quotes",
    }  # fmt: skip
    assert set(record["rows"][0]["cells"]) == {field.value for field in Field}
    assert {"words", "low", "best", "high", "claim", "differs", "why", "current"} <= set(
        record["rows"][0]["cells"]["killed"][0]
    )
    assert {"from", "to", "kind", "text"} <= set(record["chain"]["links"][0])
    assert record["estimates"][0]["rule"] and record["credibility"]["number"] in range(1, 7)
