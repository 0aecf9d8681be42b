"""What every engine promises: the same suite on SQLite and on PostgreSQL."""

from __future__ import annotations

from datetime import date

import pytest

from reportedly.errors import LedgerError
from reportedly.model.claim import Issue
from reportedly.model.findings import Findings
from reportedly.model.reading import Interval
from reportedly.model.words import Grade, Happening, Stance, Verdict
from reportedly.store import (
    Box,
    ClaimFilter,
    IncidentFilter,
    Order,
    RunKind,
    Standing,
    Store,
    Writer,
)
from tests.store.made import (
    AT,
    LATER,
    OTHER_RECIPE,
    RECIPE,
    TEXT,
    claim,
    findings,
    incident,
    linked,
    report,
    sha,
)


def test_what_was_added_comes_back_equal(store: Store, writer: Writer) -> None:
    made = [findings(report(id_)) for id_ in ("b", "a", "ä", "Z")]
    for found in made:
        assert writer.add(found) is Standing.NEW
    writer.flush()
    with store.view() as view:
        assert [view.findings(found.report.id) for found in made] == made
        assert [r.id for r in view.reports()] == ["Z", "a", "b", "ä"]
        assert view.report("ä") == made[2].report
        assert list(view.issues()) == [made[i].issues[0] for i in (3, 1, 0, 2)]
        assert view.claim(made[0].claims[0].id) == made[0].claims[0]
        assert (view.counts().reports, view.counts().claims, view.counts().attributions) == (4, 4, 4)


def test_what_no_column_can_hold_comes_back_equal(store: Store, writer: Writer) -> None:
    strange = report("strange", "Karsk\0 \ud800 Dolvi", title="NUL \0 here", outlet="half \udfff")
    found = findings(strange, claim(strange, killed=10**30))
    writer.add(found)
    writer.flush()
    with store.view() as view:
        assert view.findings("strange") == found
        assert view.verify().sound
        assert [hit.report for hit in view.search("karsk dolvi")] == ["strange"]


def test_reading_again_changes_nothing(store: Store, writer: Writer) -> None:
    writer.add(findings(), original=b"<p>")
    assert writer.add(findings()) is Standing.READ  # still waiting
    writer.flush()
    assert writer.standing(report()) is Standing.READ
    assert writer.add(findings(), original=b"<p>") is Standing.READ
    writer.end_run(at=LATER)
    with store.view() as view:
        assert view.counts().reports == view.counts().originals == 1
        assert view.runs()[0].counts["added"] == 1
        assert view.runs()[0].counts["skipped"] == 2
        assert view.revision() == 1


def test_another_recipe_replaces_the_findings_and_no_judgement(store: Store, writer: Writer) -> None:
    first, second = report("a"), report("b")
    writer.add(findings(first))
    writer.add(findings(second))
    writer.judge(Verdict.SAME, claim(first).id, claim(second).id, by="Ilka", at=AT)
    writer.end_run(at=LATER)
    writer.begin_run(RunKind.READ, OTHER_RECIPE, at=LATER)
    assert writer.standing(first) is Standing.STALE
    renewed = findings(first, claim(first, killed=21), claim(first, killed=22))
    assert writer.add(renewed) is Standing.STALE
    writer.end_run(at=LATER)
    with store.view() as view:
        assert view.findings("a") == renewed
        assert view.findings("b") == findings(second)
        assert len(view.judgements()) == 1
        assert view.runs()[1].counts["replaced"] == 1
        assert [hit.report for hit in view.search("dolvi")] == ["a", "b"]
        assert view.verify().sound


def test_a_corrected_head_is_read_again(store: Store, writer: Writer) -> None:
    writer.add(findings())
    writer.flush()
    corrected = report(title="Strike on Harsema")
    assert writer.standing(corrected) is Standing.STALE
    writer.add(findings(corrected))
    writer.flush()
    with store.view() as view:
        assert view.report("karsk-1") == corrected
        assert [hit.report for hit in view.search("harsema")] == ["karsk-1"]
        assert not list(view.search('"strike on dolvi"'))


def test_another_text_under_a_known_id_takes_no_ones_place_unless_told(store: Store, writer: Writer) -> None:
    writer.add(findings())
    other = report(text="Nothing happened in Kolm, said Radio Orvan.")
    assert writer.add(findings(other)) is Standing.TAKEN
    writer.flush()
    assert writer.add(findings(other)) is Standing.TAKEN
    with store.view() as view:
        assert view.report("karsk-1").text == TEXT
    assert writer.counts["taken"] == 2
    writer.add(findings(other), revise=True)
    writer.flush()
    with store.view() as view:
        assert view.findings("karsk-1") == findings(other)
        assert not list(view.search("veltA"))
        assert [hit.report for hit in view.search("kolm")] == ["karsk-1"]
        assert view.verify().sound


def test_two_writers_of_the_same_reports_write_each_once(store: Store) -> None:
    with store.writer() as one, store.writer() as two:
        one.begin_run(RunKind.READ, RECIPE, at=AT)
        two.begin_run(RunKind.READ, RECIPE, at=AT)
        for writer in (one, two):
            for id_ in ("a", "b"):
                writer.add(findings(report(id_)))
    assert (one.counts["added"], two.counts["added"], two.counts["skipped"]) == (0, 2, 0) or (
        one.counts["skipped"] + two.counts["skipped"] == 2
    )
    with store.view() as view:
        assert view.counts().reports == 2


def test_originals_are_kept_once(store: Store, writer: Writer) -> None:
    page = b"<html>Karsk</html>" * 50
    writer.add(findings(report("a", original=sha(page), media_type="text/html")), original=page)
    writer.add(findings(report("b", original=sha(page), media_type="text/html")), original=page)
    writer.flush()
    with store.view() as view:
        kept = view.original(sha(page))
        assert (kept.content, kept.media_type) == (page, "text/html")
        assert view.counts().originals == 1


def test_findings_that_contradict_themselves_are_refused_and_stop_nothing(store: Store, writer: Writer) -> None:
    writer.add(findings(report("a")))
    of = report("b")
    for wrong, original in [
        (findings(of, claim(of), claim(of)), None),
        (findings(of, claim(report("c"))), None),
        (findings(report("b", original="0" * 64)), b"other bytes"),
        (findings(report("b\0")), None),
    ]:
        with pytest.raises(LedgerError, match="cannot be stored") as refused:
            writer.add(wrong, original=original)
        assert refused.value.code == "report-unfit"
    writer.flush()
    with store.view() as view:
        assert [r.id for r in view.reports()] == ["a"]


def test_claims_come_as_wanted(store: Store, writer: Writer) -> None:
    a, b = report("a"), report("b", outlet="Radio Orvan")
    early, late = claim(a, date(2031, 3, 1), 3), claim(a, date(2031, 4, 1), 57)
    undated = claim(
        b, None, 5, place=None, happening=Happening.SHELLING, stance=Stance.DENIES, chain=(), container=True
    )
    writer.add(findings(b, undated))
    writer.add(findings(a, late, early))
    writer.flush()
    april = Interval(date(2031, 4, 1), date(2031, 5, 1))
    cases: list[tuple[ClaimFilter, list[object]]] = [
        (ClaimFilter(), [late, early, undated]),
        (ClaimFilter(reports=("a",)), [late, early]),
        (ClaimFilter(reports=()), []),
        (ClaimFilter(happenings=(Happening.SHELLING, Happening.AMBUSH)), [undated]),
        (ClaimFilter(stances=(Stance.DENIES,)), [undated]),
        (ClaimFilter(days=april), [late]),
        (ClaimFilter(days=Interval(None, date(2031, 3, 2))), [early]),
        (ClaimFilter(days=Interval(date(2031, 4, 2), None)), []),
        (ClaimFilter(country="VE"), [late, early]),
        (ClaimFilter(box=Box(south=41, west=61, north=42, east=62)), [late, early]),
        (ClaimFilter(box=Box(south=41, west=170, north=42, east=62)), [late, early]),
        (ClaimFilter(box=Box(south=42, west=61, north=43, east=62)), []),
        (ClaimFilter(outlet="Radio Orvan"), [undated]),
        (ClaimFilter(origin="VMC"), [late, early]),
        (ClaimFilter(container=True), [undated]),
        (ClaimFilter(least_killed=5), [late, undated]),
        (ClaimFilter(least_killed=5, country="VE"), [late]),
    ]
    with store.view() as view:
        for wanted, expected in cases:
            assert list(view.claims(wanted)) == expected, wanted
        assert list(view.claims(order=Order.DAY)) == [early, late, undated]


def test_incidents_come_as_wanted(store: Store, writer: Writer) -> None:
    a, b = report("a"), report("b")
    one, two, three = claim(a, killed=1), claim(b, date(2031, 3, 1), killed=2), claim(b, None, killed=3, place=None)
    writer.add(findings(a, one))
    writer.add(findings(b, two, three))
    writer.flush()
    first, second = incident(one, grade=Grade.FAIR), incident(two)
    third = incident(three, estimates=(), origins=())
    with store.view() as view:
        assert not view.is_linked()
        revision = view.revision()
    writer.replace_links(linked(first, second, third), revision=revision)
    cases: list[tuple[IncidentFilter, list[object]]] = [
        (IncidentFilter(), [second, first, third]),
        (IncidentFilter(days=Interval(date(2031, 4, 1), date(2031, 4, 2))), [first]),
        (IncidentFilter(grades=(Grade.FAIR,)), [first]),
        (IncidentFilter(least_sources=1), [second, first]),
        (IncidentFilter(least_killed=20), [second, first]),
        (IncidentFilter(country="VE", happenings=(Happening.AIR_STRIKE,)), [second, first]),
        (IncidentFilter(report="b"), [second, third]),
        (IncidentFilter(box=Box(south=0, west=0, north=1, east=1)), []),
    ]
    with store.view() as view:
        assert view.is_linked()
        for wanted, expected in cases:
            assert list(view.incidents(wanted)) == expected, wanted
        assert view.incident(first.id) == first
        assert view.incident(two.id) == second
        assert list(view.claims(ClaimFilter(incident=second.id))) == [two]
        assert tuple(view.comparisons()) == linked(first, second, third).comparisons
        assert tuple(view.comparisons("no such claim")) == ()
        for tie in view.comparisons():
            assert tuple(view.comparisons_among([tie.right, tie.left])) == (tie,)
            assert tuple(view.comparisons_among([tie.left])) == ()
        assert tuple(view.copies()) == linked(first, second, third).copies


def test_a_view_is_one_picture_whatever_is_written_meanwhile(store: Store, writer: Writer) -> None:
    writer.add(findings(report("a")))
    writer.flush()
    with store.view() as view:
        assert view.counts().reports == 1
        writer.add(findings(report("b")))
        writer.flush()
        assert view.counts().reports == 1
        assert [r.id for r in view.reports()] == ["a"]
    with store.view() as view:
        assert view.counts().reports == 2


def test_streams_may_run_side_by_side_and_stop_early(store: Store, writer: Writer) -> None:
    for number in range(40):
        writer.add(findings(report(f"r{number:02}")))
    writer.flush()
    with store.view() as view:
        pairs = [(c.report, view.report(c.report).id) for c in view.claims()]
        assert len(pairs) == 40
        assert all(left == right for left, right in pairs)
        assert next(iter(view.claims())).report == "r00"
        assert view.counts().claims == 40


def test_a_failure_is_kept_until_the_report_is_read(store: Store, writer: Writer) -> None:
    failed = Issue(code="report-failed", message="ValueError", report="karsk-1")
    lost = Issue(code="line-unreadable", message="not JSON")
    writer.fail("karsk-1", failed)
    writer.fail("karsk-1", failed)
    writer.fail("reports.jsonl:7", lost)
    with store.view() as view:
        assert list(view.issues()) == [failed, lost]
    writer.add(findings())
    writer.flush()
    with store.view() as view:
        assert list(view.issues()) == [*findings().issues, lost]
        assert view.counts().failures == 1


def test_runs_and_recipes_are_kept(store: Store, writer: Writer) -> None:
    writer.add(findings())
    writer.end_run(at=LATER)
    assert writer.begin_run(RunKind.LINK, OTHER_RECIPE, at=LATER) == 2
    with store.view() as view:
        read, link = view.runs()
        assert (read.kind, read.started, read.ended, read.counts["added"]) == (RunKind.READ, AT, LATER, 1)
        assert (link.kind, link.ended, link.recipe) == (RunKind.LINK, None, OTHER_RECIPE.digest)
        assert view.recipe(read.recipe) == RECIPE


def test_without_a_run_nothing_is_added(store: Store) -> None:
    with store.writer() as writer, pytest.raises(LedgerError, match="no run"):
        writer.add(findings())


@pytest.mark.parametrize("ask", ["report", "findings", "claim", "incident", "original", "recipe", "claims_behind"])
def test_an_unknown_id_says_so(store: Store, ask: str) -> None:
    with store.view() as view, pytest.raises(LedgerError) as refused:
        getattr(view, ask)("kolm-9")
    assert refused.value.code == "unknown-id"
    assert "kolm-9" in str(refused.value)


def test_an_interrupt_keeps_what_was_handed_in(store: Store) -> None:
    def interrupted() -> None:
        with store.writer() as writer:
            writer.begin_run(RunKind.READ, RECIPE, at=AT)
            writer.add(findings())
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    with store.view() as view:
        assert view.counts().reports == 1


def test_the_order_of_reading_leaves_no_trace(store: Store, writer: Writer) -> None:
    made: list[Findings] = [findings(report(id_)) for id_ in ("c", "a", "b")]
    for found in made:
        writer.add(found)
    writer.flush()
    with store.view() as view:
        assert [c.report for c in view.claims()] == ["a", "b", "c"]
        assert [hit.report for hit in view.search("dolvi")] == ["a", "b", "c"]
