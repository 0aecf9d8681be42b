"""Incidents are rebuilt whole; the ids that they once bore go on leading to them."""

from __future__ import annotations

import pytest

from reportedly.errors import LedgerError
from reportedly.stages import Linked
from reportedly.store import Store, Writer
from tests.store.made import claim, findings, incident, linked, report

A, B, C = report("a"), report("b"), report("c")
ONE, TWO, THREE = claim(A, killed=1), claim(B, killed=2), claim(C, killed=3)


@pytest.fixture
def full(writer: Writer) -> Writer:
    """Three claims of three reports."""
    for of, said in [(A, ONE), (B, TWO), (C, THREE)]:
        writer.add(findings(of, said))
    writer.flush()
    return writer


def test_links_are_replaced_whole(store: Store, full: Writer) -> None:
    full.replace_links(linked(incident(ONE), incident(TWO)), revision=1)
    full.replace_links(linked(incident(ONE, TWO, id="i-new")), revision=1)
    with store.view() as view:
        assert [i.id for i in view.incidents()] == ["i-new"]
        assert len(list(view.comparisons())) == len(list(view.copies())) == 1
        assert view.is_linked()


def test_former_ids_lead_where_most_of_their_claims_went(store: Store, full: Writer) -> None:
    full.replace_links(linked(incident(ONE, TWO, THREE, id="i-all")), revision=1)
    full.replace_links(linked(incident(ONE, id="i-1"), incident(TWO, THREE, id="i-23")), revision=1)
    full.replace_links(linked(incident(ONE, THREE, id="i-13"), incident(TWO, id="i-2")), revision=1)
    with store.view() as view:
        led = {old: view.incident(old).id for old in ("i-all", "i-1", "i-23", "i-13", "i-2")}
        assert led == {"i-all": "i-13", "i-1": "i-13", "i-23": "i-13", "i-13": "i-13", "i-2": "i-2"}
        assert view.claims_behind("i-all") == tuple(sorted((ONE.id, THREE.id)))


def test_what_the_linker_says_of_former_ids_goes_first(store: Store, full: Writer) -> None:
    full.replace_links(linked(incident(ONE, TWO, id="i-12")), revision=1)
    full.replace_links(linked(incident(ONE, id="i-1"), incident(TWO, id="i-2", aliases=("i-12", "i-old"))), revision=1)
    with store.view() as view:
        assert view.incident("i-12").id == view.incident("i-old").id == "i-2"


def test_an_id_that_comes_back_is_itself_again(store: Store, full: Writer) -> None:
    both, apart = incident(ONE, TWO, id="i-12"), (incident(ONE, id="i-1"), incident(TWO, id="i-2"))
    full.replace_links(linked(*apart), revision=1)
    full.replace_links(linked(both), revision=1)
    full.replace_links(linked(*apart), revision=1)
    with store.view() as view:
        assert [view.incident(i).id for i in ("i-1", "i-2", "i-12")] == ["i-1", "i-2", "i-1"]


def test_an_incident_whose_claims_are_gone_is_unknown(store: Store, full: Writer) -> None:
    full.replace_links(linked(incident(ONE, id="i-1")), revision=1)
    full.replace_links(Linked(incidents=(), comparisons=(), copies=()), revision=1)
    with store.view() as view, pytest.raises(LedgerError) as refused:
        view.incident("i-1")
    assert refused.value.code == "unknown-id"


def test_links_made_from_an_older_picture_are_stale(store: Store, full: Writer) -> None:
    with store.view() as view:
        revision = view.revision()
    full.add(findings(report("d")))
    full.flush()
    full.replace_links(linked(incident(ONE)), revision=revision)
    with store.view() as view:
        assert not view.is_linked()
        assert [issue.code for issue in view.verify().advice] == ["links-stale"]
