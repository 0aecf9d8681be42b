"""The log of decisions: appended, chained, undoable, on both engines."""

from __future__ import annotations

import pytest
from sqlalchemy import text

from reportedly.errors import LedgerError
from reportedly.model.incident import Judgement
from reportedly.model.words import Verdict
from reportedly.store import Store, Writer
from tests.store.made import AT, LATER, TEXT, claim, findings, incident, linked, report

A, B = report("a"), report("b")
ONE, TWO, THREE = claim(A, killed=1), claim(B, killed=2), claim(B, killed=3)


@pytest.fixture
def full(store: Store, writer: Writer) -> Writer:
    """Three claims of two reports; the second and third are one incident."""
    writer.add(findings(A, ONE))
    writer.add(findings(B, TWO, THREE))
    writer.flush()
    with store.view() as view:
        revision = view.revision()
    writer.replace_links(linked(incident(ONE), incident(TWO, THREE)), revision=revision)
    return writer


def test_a_decision_says_who_when_what_and_on_which_words(store: Store, full: Writer) -> None:
    made = full.judge(Verdict.SAME, ONE.id, TWO.id, by=" Ilka ", note="same street", at=AT)
    with store.view() as view:
        assert view.decisions() == (made,)
        assert view.judgements() == (
            Judgement(
                verdict=Verdict.SAME, left=min(ONE.id, TWO.id), right=max(ONE.id, TWO.id), by="Ilka", note="same street"
            ),
        )
        assert not view.is_linked()
    decision = made.decision
    assert (decision.number, decision.previous, decision.at, decision.left) == (1, "", AT, ONE.id)
    assert {(seen.report, seen.words) for seen in decision.seen} == {("a", TEXT), ("b", TEXT)}


def test_incidents_are_turned_into_their_claims(store: Store, full: Writer) -> None:
    pair = incident(TWO, THREE)
    apart = full.judge(Verdict.DIFFERENT, incident(ONE).id, pair.id, by="Ilka", at=AT)
    assert len(apart.decision.pairs) == 2
    bound = full.judge(Verdict.SAME, ONE.id, pair.id, by="Ilka", at=LATER)
    assert len(bound.decision.pairs) == 1
    with store.view() as view:
        verdicts = [j.verdict for j in view.judgements()]
    assert sorted(verdicts) == [Verdict.DIFFERENT, Verdict.SAME]  # the later decision outranks for its pair


def test_an_undone_decision_stays_in_the_log_and_counts_no_more(store: Store, full: Writer) -> None:
    full.judge(Verdict.DIFFERENT, ONE.id, TWO.id, by="Ilka", at=AT)
    first = full.judge(Verdict.SAME, ONE.id, TWO.id, by="Ilka", at=AT)
    undoing = full.undo(2, by="Oran", note="wrong street", at=LATER)
    with store.view() as view:
        assert [j.verdict for j in view.judgements()] == [Verdict.DIFFERENT]
        log = view.decisions()
    assert [line.undone_by for line in log] == [None, 3, None]
    assert log[2] == undoing
    assert undoing.decision.previous == first.hash
    for number, code in [(2, "already-undone"), (3, "already-undone"), (9, "unknown-id")]:
        with pytest.raises(LedgerError) as refused:
            full.undo(number, by="Oran", at=LATER)
        assert refused.value.code == code


@pytest.mark.parametrize(
    ("left", "right", "by", "code"),
    [
        (ONE.id, ONE.id, "Ilka", "judge-itself"),
        (TWO.id, incident(TWO, THREE).id, "Ilka", "judge-itself"),
        (ONE.id, "i-nothing", "Ilka", "unknown-id"),
        (ONE.id, TWO.id, "  ", "judge-nameless"),
    ],
)
def test_a_decision_without_sense_is_refused(
    store: Store, full: Writer, left: str, right: str, by: str, code: str
) -> None:
    with pytest.raises(LedgerError) as refused:
        full.judge(Verdict.SAME, left, right, by=by, at=AT)
    assert refused.value.code == code
    with store.view() as view:
        assert view.decisions() == ()


@pytest.mark.parametrize("statement", ["UPDATE decision SET hash = 'x'", "DELETE FROM decision"])
def test_the_database_itself_refuses_to_rewrite_the_log(store: Store, full: Writer, statement: str) -> None:
    full.judge(Verdict.SAME, ONE.id, TWO.id, by="Ilka", at=AT)
    with pytest.raises(LedgerError, match="only appended"), store._engine.begin() as connection:
        connection.execute(text(statement))


def test_the_same_decisions_make_the_same_hashes(full: Writer) -> None:
    made = full.judge(Verdict.SAME, ONE.id, TWO.id, by="Ilka", note="", at=AT)
    assert made.hash == "8ec6f83e4a1a0dac77ab6bad5e0e6dde6b6d464effaf1849bf663e4493652a83"
