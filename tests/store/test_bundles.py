"""Claims come in bundles that anybody can open, and what is made of them is written in portions; on each engine."""

from __future__ import annotations

import pickle

import pytest

from reportedly.store import Made, Store, Writer
from reportedly.store.rows import comparison_row, incident_row
from tests.store.made import RECIPE, claim, findings, incident, linked, report

A, B, C = report("a"), report("b"), report("c")
ONE, TWO, THREE = claim(A, killed=1), claim(B, killed=2), claim(C, killed=3)


@pytest.fixture
def full(writer: Writer) -> Writer:
    """Three claims of three reports."""
    for of, said in [(B, TWO), (A, ONE), (C, THREE)]:
        writer.add(findings(of, said))
    writer.flush()
    return writer


def made(*incidents: object) -> Made:
    """What linking made, as rows."""
    found = linked(*incidents)  # type: ignore[arg-type]
    return Made(
        members=[(one.id, one.claims) for one in found.incidents],
        incidents=[[incident_row(one)] for one in found.incidents],
        comparisons=[[comparison_row(one) for one in found.comparisons]],
        copies=found.copies,
    )


def test_bundles_come_by_report_and_open_anywhere(store: Store, full: Writer) -> None:
    with store.view() as view:
        bundles = [pickle.loads(pickle.dumps(bundle)) for bundle in view.bundles()]
    assert [list(bundle.claims()) for bundle in bundles] == [[ONE], [TWO], [THREE]]
    assert [list(bundle.reports()) for bundle in bundles] == [[A], [B], [C]]


def test_groups_are_bundled_in_their_order_and_what_is_unknown_is_left_out(store: Store, full: Writer) -> None:
    groups = [[THREE.id, ONE.id], ["nobody#1"], [TWO.id], [ONE.id]]
    with store.view() as view:
        bundles = list(view.bundled(groups))
    assert [list(bundle.claims()) for bundle in bundles] == [[THREE, ONE], [], [TWO], [ONE]]
    assert [[one.id for one in bundle.reports()] for bundle in bundles] == [["c", "a"], [], ["b"], ["a"]]


def test_marks_tell_text_and_recipe(store: Store, full: Writer) -> None:
    with store.view() as view:
        marks = list(view.marks())
    assert [(mark.id, mark.digest, mark.recipe) for mark in marks] == [
        (one.id, one.digest, RECIPE.digest) for one in (A, B, C)
    ]


def test_what_is_written_in_portions_stands_as_what_is_written_whole(store: Store, full: Writer) -> None:
    first, second = (incident(ONE), incident(TWO)), (incident(ONE, TWO, id="i-new"), incident(THREE))
    full.replace_made(made(*first), revision=1)
    full.replace_made(made(*second), revision=1)
    with store.view() as view:
        found = {one.id: one for one in view.incidents()}
        assert sorted(found) == sorted(one.id for one in second)
        assert found["i-new"].aliases == tuple(sorted(one.id for one in first))
        assert {view.incident(one.id).id for one in first} == {"i-new"}
        assert len(list(view.comparisons())) == len(list(view.copies())) == 1
        assert view.is_linked()


def test_ids_of_two_runs_ago_still_lead_on(store: Store, full: Writer) -> None:
    full.replace_made(made(incident(ONE, id="i-1"), incident(TWO, id="i-2")), revision=1)
    full.replace_made(made(incident(ONE, TWO, id="i-12")), revision=1)
    full.replace_made(made(incident(ONE, TWO, THREE, id="i-123")), revision=1)
    with store.view() as view:
        assert {view.incident(old).id for old in ("i-1", "i-2", "i-12")} == {"i-123"}
        assert view.incident("i-123").aliases == ("i-1", "i-12", "i-2")
