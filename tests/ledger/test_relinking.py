"""What few new reports touch is linked as if all were linked at once, with the weights of words that were kept."""

from __future__ import annotations

import os
import pickle
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import update

from reportedly.errors import InputError, LedgerError
from reportedly.incidents import candidates, copies, recopied, remet
from reportedly.ledger import Ledger, grouping, relinking
from reportedly.model.text import Report
from reportedly.model.words import Ruling, Verdict
from reportedly.store import tables
from reportedly.store.books import Books
from tests.ledger import growing


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Small ledgers are linked as large ones are."""
    monkeypatch.setattr(grouping, "FEWEST", 0)
    monkeypatch.setattr(relinking, "AT_ONCE", 10)
    monkeypatch.setattr(relinking, "GROWN", 2)


def crowded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Few strands under one key, and few reports under one hash, are a crowd already."""
    for module in (candidates, remet):
        monkeypatch.setattr(module, "BLOCK", 4)
        monkeypatch.setattr(module, "WINDOW", 2)
    for module in (copies, recopied):
        monkeypatch.setattr(module, "CROWD", 3)


def roomy(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is changed."""


def two(tmp_path: Path, told: list[growing.Story]) -> tuple[Ledger, Ledger]:
    """A linked ledger, twice."""
    path, other = tmp_path / "one.db", tmp_path / "other.db"
    with Ledger.open(path, create=True) as ledger:
        growing.add(ledger.store, told)
        ledger.link()
        large = max(ledger.incidents(), key=lambda one: (len(one.reports), one.id))
        left = large.claims[0]
        right = next(claim for claim in large.claims if not claim.startswith(left.partition("#")[0]))
        small = min(ledger.incidents(), key=lambda one: (len(one.reports), one.id))
        ledger.judge(Verdict.DIFFERENT, left, right, by="A. Coder")
        ledger.judge(Verdict.SAME, right, small.claims[0], by="A. Coder")
        ledger.rule(Ruling.REJECT, large.claims[1], by="A. Coder")
        ledger.link()
    shutil.copy(path, other)
    return Ledger.open(path), Ledger.open(other)


@pytest.mark.parametrize("crowds", [roomy, crowded])
@pytest.mark.parametrize("seed", [1, 2])
def test_report_by_report_is_all_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int, crowds: Callable[[pytest.MonkeyPatch], None]
) -> None:
    """Rows and what is kept are the same, byte for byte; so are the ids that incidents had before."""
    crowds(monkeypatch)
    draw = Random(seed)
    told = growing.told(260, seed)
    start, rest = told[:-5], told[-5:]
    one, other = two(tmp_path, start)
    with one, other:
        decided = {name for line in one.decisions() for name in (seen.report for seen in line.decision.seen)}
        free = [story for story in start if story[0].id not in decided]
        steps = [[story] for story in rest[:3]] + [[_read_again(draw.choice(free), draw), *rest[3:]]]
        with one.store.view() as view:
            answered = {denial.denies for denial in view.denials()}
        for story in free:
            if {claim.id for claim in story[1]} & answered and len(steps) < 6:
                left = tuple(claim for claim in story[1] if claim.id not in answered)
                steps.append([(_longer(story[0]), left)])  # what a denial answered is gone
        assert len(steps) > 4
        for step in steps:
            growing.add(one.store, step)
            growing.add(other.store, step)
            made = one.link()
            assert made.again is not None
            assert made.again.reports == len(step)
            growing.link_all_with_kept_weights(other)
            assert growing.links(one.store) == growing.links(other.store)
            assert growing.kept(one.store) == growing.kept(other.store)
        assert one.verify().sound


def _read_again(story: growing.Story, draw: Random) -> growing.Story:
    """A report whose text has grown and whose last claim is gone."""
    report, claims = story
    return _longer(report), growing.denying(claims[:-1], draw)


def _longer(report: Report) -> Report:
    return replace(report, text=report.text + "More words stand here than stood here when it was read before.\n")


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    """A linked ledger of twenty-odd reports."""
    made = Ledger.open(tmp_path / "linked.db", create=True)
    growing.add(made.store, growing.told(100, 5)[:-1])
    made.link()
    return made


def more() -> list[growing.Story]:
    """One report more for that ledger."""
    return growing.told(100, 5)[-1:]


def test_nothing_new_changes_nothing(ledger: Ledger) -> None:
    before = growing.links(ledger.store), growing.kept(ledger.store)
    made = ledger.link()
    assert made.again is not None
    assert made.again.reports == 0
    assert (growing.links(ledger.store), growing.kept(ledger.store)) == before


def test_all_is_linked_anew_where_asked(ledger: Ledger) -> None:
    growing.add(ledger.store, more())
    assert ledger.link(anew=True).again is None


def test_all_is_linked_anew_by_another_policy_which_then_stays(ledger: Ledger) -> None:
    assert ledger.policy() == "ours"
    assert ledger.link(policy="ucdp").again is None
    growing.add(ledger.store, more())
    assert ledger.link().again is not None
    assert ledger.policy() == "ucdp"
    assert {estimate.policy for incident in ledger.incidents() for estimate in incident.estimates} == {"ucdp"}
    assert ledger.link(policy="ucdp").again is not None
    assert ledger.link(policy="ours").again is None
    assert ledger.policy() == "ours"


def test_a_policy_that_there_is_not_is_refused_and_changes_nothing(ledger: Ledger) -> None:
    before = growing.links(ledger.store)
    with pytest.raises(InputError, match="there is no policy 'nato'") as refused:
        ledger.link(policy="nato")
    assert refused.value.mend == "take one of ours, ucdp, acled, airwars"
    assert growing.links(ledger.store) == before


def test_all_is_linked_anew_after_a_decision(ledger: Ledger) -> None:
    claims = [claim.id for claim in ledger.claims()]
    ledger.judge(Verdict.SAME, claims[0], claims[-1], by="A. Coder")
    assert ledger.link().again is None
    assert ledger.link().again is not None


def test_all_is_linked_anew_where_a_report_that_was_decided_on_is_read_again(ledger: Ledger) -> None:
    claim = next(ledger.claims())
    ledger.rule(Ruling.ACCEPT, claim.id, by="A. Coder")
    ledger.link()
    story = next(story for story in growing.told(100, 5) if story[0].id == claim.report)
    growing.add(ledger.store, [_read_again(story, Random(1))])
    assert ledger.link().again is None


@pytest.mark.parametrize(("name", "value"), [("AT_ONCE", 1000), ("GROWN", 1000)])
def test_all_is_linked_anew_where_much_is_new(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch, name: str, value: int
) -> None:
    monkeypatch.setattr(relinking, name, value)
    growing.add(ledger.store, more())
    assert ledger.link().again is None


def test_small_ledgers_keep_nothing(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(grouping, "FEWEST", 10_000)
    ledger.link(anew=True)
    with ledger.store.view() as view:
        assert view.footing() is None
    assert ledger.link().again is None


def test_a_link_that_breaks_off_leaves_the_ledger_as_it_was(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    growing.add(ledger.store, more())
    before = growing.links(ledger.store), growing.kept(ledger.store)

    def broken(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(Books, "change", broken)
        with pytest.raises(KeyboardInterrupt):
            ledger.link()
    assert (growing.links(ledger.store), growing.kept(ledger.store)) == before
    assert not ledger.is_linked()
    made = ledger.link()
    assert made.again is not None
    assert made.again.reports == 1
    assert ledger.is_linked()


def test_two_that_link_at_once_do_not_mix(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    growing.add(ledger.store, more())
    real = relinking.relinked

    def overtaken(*asked: object) -> object:
        made = real(*asked)  # type: ignore[arg-type]
        monkeypatch.setattr(grouping, "relinked", real)
        ledger.link(anew=True)
        return made

    monkeypatch.setattr(grouping, "relinked", overtaken)
    with pytest.raises(LedgerError, match="linked by somebody else") as refused:
        ledger.link()
    assert refused.value.code == "link-overtaken"
    assert ledger.is_linked()


def test_what_was_kept_and_is_damaged_is_named(ledger: Ledger) -> None:
    growing.add(ledger.store, more())
    with ledger.store.writer() as writer, writer._connection.begin():
        writer._connection.execute(update(tables.kept_strand).values(slip=os_system_call()))
    with pytest.raises(LedgerError) as refused:
        ledger.link()
    assert refused.value.code == "kept-unreadable"
    assert ledger.link(anew=True).again is None


def os_system_call() -> bytes:
    """Packed bytes that would run something if they were read back as Python reads them."""

    class Runs:
        def __reduce__(self) -> tuple[object, tuple[str]]:
            return os.system, ("exit 1",)

    return pickle.dumps(Runs())
