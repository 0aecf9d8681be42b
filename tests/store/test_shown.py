"""What pages show of a ledger, on each engine: incidents in short, heads of reports, who is in which incident."""

from __future__ import annotations

from datetime import date

import pytest

from reportedly.errors import LedgerError
from reportedly.model.incident import Origin
from reportedly.model.words import Measure, Role
from reportedly.store import RunKind, Store, Writer
from tests.store.made import AT, LATER, RECIPE, claim, findings, incident, linked, report

HALF = Origin(name="half \ud800", role=Role.OUTLET, claims=(), reason="a name that is cut off")


@pytest.fixture
def shown(store: Store, writer: Writer) -> Store:
    """Three reports and three incidents, one without a day and one told of by two reports."""
    told = [report("b"), report("a", published=None), report("ä", "Other words of Dolvi \ud800.", title="\0")]
    claims = [claim(told[0]), claim(told[1], None), claim(told[2], date(2031, 3, 30))]
    for found, own in zip(told, claims, strict=True):
        writer.add(findings(found, own))
    writer.flush()
    made = linked(incident(claims[0]), incident(claims[1], days=None), incident(claims[2], origins=(HALF,)))
    with store.view() as view:
        revision = view.revision()
    writer.replace_links(made, revision=revision)
    return store


def test_incidents_in_short_say_what_incidents_say(shown: Store) -> None:
    with shown.view() as view:
        pairs = list(zip(view.gists(), view.incidents(), strict=True))
        assert len(pairs) == 3
        for gist, whole in pairs:
            estimate = whole.estimate(Measure.KILLED)
            assert (gist.id, gist.days, gist.grade) == (whole.id, whole.days, whole.grade)
            assert gist.killed == (estimate and (estimate.low, estimate.best, estimate.high))
            assert len(gist.numbers) == gist.reports == len(whole.reports)


def test_searches_give_numbers_that_incidents_know(shown: Store) -> None:
    with shown.view() as view:
        found = set(view.numbers_with("dolvi"))
        told = {hit.report for hit in view.search("dolvi")}
        ids = {gist.id for gist in view.gists() if found & set(gist.numbers)}
        assert told and ids == {one.id for one in view.incidents() if told & set(one.reports)}
        with pytest.raises(LedgerError):
            view.numbers_with('""')


def test_heads_come_in_pages_newest_first_undated_last(shown: Store) -> None:
    with shown.view() as view:
        total, heads = view.heads(None, offset=0, limit=10)
        assert total == 3 and heads[-1].published is None and all(head.claims == 1 for head in heads)
        assert view.heads(None, offset=1, limit=1) == (3, heads[1:2])
        assert view.heads("other", offset=0, limit=10)[0] == 1
        assert "Other" in (view.heads("other", offset=0, limit=10)[1][0].words or "")


def test_claims_lead_to_their_incidents(shown: Store) -> None:
    with shown.view() as view:
        held = {name: one.id for one in view.incidents() for name in one.claims}
        assert view.incidents_of([*held, "nobody#1"]) == held
        assert view.incidents_of([]) == {}
        assert all(view.denials_about(name) == () for name in (*held, "nobody#1"))


def test_places_and_holdings_can_be_listed(shown: Store) -> None:
    with shown.view() as view:
        wanted = {one.place.place_id for one in view.incidents() if one.place and one.place.place_id}
        assert set(view.place_ids()) == wanted
        assert list(view.holdings()) == list(view.holdings(view.places()))


def test_making_the_incidents_anew_is_told_from_before(shown: Store) -> None:
    with shown.view() as view:
        before = view.last_link()
    with shown.writer() as writer:
        writer.begin_run(RunKind.LINK, RECIPE, at=AT)
        writer.end_run(at=LATER)
    with shown.view() as view:
        assert view.last_link() != before


def test_claims_are_held_apart_by_one_line(shown: Store) -> None:
    with shown.view() as view:
        first, second, third = sorted(one.claims[0] for one in view.incidents())
    with shown.writer() as writer:
        made = writer.part("i-x", [first], [second, third], by="A. Coder", at=AT)
    assert made.decision.pairs == tuple(sorted([(first, second), (first, third)]))
    with shown.view() as view:
        assert [(j.left, j.right) for j in view.judgements()] == list(made.decision.pairs)
        assert view.verify().sound
    with shown.writer() as writer, pytest.raises(LedgerError):
        writer.part("i-x", [first], ["nobody#1"], by="A. Coder", at=AT)
