"""A ledger is linked as claims in memory are, in one process or several, with people's word on them."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.synthetic import invent
from reportedly.incidents.linker import Linker
from reportedly.ledger import Ledger, linking
from reportedly.model.claim import Claim
from reportedly.model.findings import Findings, Readings
from reportedly.model.text import Passages
from reportedly.model.words import Ruling, Verdict
from reportedly.recipe import Recipe
from reportedly.store import RunKind, Store

WORLD = invent(300, seed=7)
AT = "2031-01-01T00:00:00+00:00"


@pytest.fixture
def invented(tmp_path: Path) -> Path:
    """A ledger of the invented world."""
    path = tmp_path / "invented.db"
    with Store.open(path) as store, store.writer() as writer:
        writer.begin_run(RunKind.READ, Recipe(stages=()), at=AT)
        for report in WORLD.reports:
            claims = tuple(claim for claim in WORLD.claims if claim.report == report.id)
            found = Findings(report=report, passages=Passages(passages=()), readings=Readings(), claims=claims)
            writer.add(found)
        writer.end_run(at=AT)
    return path


@pytest.mark.parametrize("many", [1, 20_000])  # claims that are fetched when asked for, and held in memory
def test_a_ledger_is_linked_as_claims_in_memory_are(invented: Path, monkeypatch: pytest.MonkeyPatch, many: int) -> None:
    monkeypatch.setattr(linking, "MANY", many)
    found = Linker().link(WORLD.claims, WORLD.reports)
    with Ledger.open(invented) as ledger:
        done = ledger.link()
        with ledger.store.view() as view:
            assert tuple(sorted(view.incidents(), key=lambda one: one.id)) == found.incidents
            assert tuple(view.comparisons()) == found.comparisons
            assert tuple(view.copies()) == found.copies
    assert (done.claims, done.incidents, done.copies) == (len(WORLD.claims), len(found.incidents), len(found.copies))


def test_several_processes_make_the_same(invented: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(linking, "MANY", 1)
    found = Linker().link(WORLD.claims, WORLD.reports)
    with Ledger.open(invented) as ledger:
        ledger.link(workers=2)
        assert sorted(ledger.incidents(), key=lambda one: one.id) == list(found.incidents)


@pytest.mark.parametrize("many", [1, 20_000])
def test_people_s_word_binds_a_ledger_as_it_binds_claims_in_memory(
    invented: Path, monkeypatch: pytest.MonkeyPatch, many: int
) -> None:
    monkeypatch.setattr(linking, "MANY", many)
    with Ledger.open(invented) as ledger:
        ledger.link()
        large = max(ledger.incidents(), key=lambda one: (len(one.reports), one.id))
        left = large.claims[0]
        right = next(claim for claim in large.claims if not claim.startswith(left.partition("#")[0]))
        gone = next(claim.id for claim in WORLD.claims if claim.id not in large.claims)
        ledger.judge(Verdict.DIFFERENT, left, right, by="A. Coder")
        ledger.rule(Ruling.REJECT, gone, by="A. Coder")
        ledger.link()
        with ledger.store.view() as view:
            judgements = view.judgements()
        claims: list[Claim] = [claim for claim in WORLD.claims if claim.id != gone]
        assert [(one.id, one.claims) for one in sorted(ledger.incidents(), key=lambda one: one.id)] == [
            (one.id, one.claims) for one in Linker().link(claims, WORLD.reports, judgements).incidents
        ]
        assert not [one for one in ledger.incidents() if {left, right} <= set(one.claims)]
