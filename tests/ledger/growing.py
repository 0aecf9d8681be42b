"""An invented world as a ledger that grows, and its tables as they stand, for tests of linking report by report."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from random import Random

from sqlalchemy import select

from benchmarks.synthetic import stories
from reportedly.incidents.kept import Book
from reportedly.incidents.linker import Linker
from reportedly.ledger import Ledger
from reportedly.ledger.linking import AS_ROWS, Keeping, Spilled, Stored
from reportedly.ledger.ruled import rulings
from reportedly.ledger.setting import linking_recipe
from reportedly.model.claim import Claim
from reportedly.model.findings import Findings, Readings
from reportedly.model.text import Passages, Report
from reportedly.model.words import Stance
from reportedly.recipe import Recipe
from reportedly.store import RunKind, Store, View, tables

AT = "2031-01-01T00:00:00+00:00"
Story = tuple[Report, tuple[Claim, ...]]


def told(claims: int, seed: int) -> list[Story]:
    """Stories in no order; one claim in eight denies."""
    draw = Random(seed)
    found = [(report, denying(tuple(claim for claim, _ in own), draw)) for report, own in stories(claims, seed=seed)]
    draw.shuffle(found)
    return found


def denying(claims: Sequence[Claim], draw: Random) -> tuple[Claim, ...]:
    """The claims, some of them as denials."""
    return tuple(
        replace(claim, stance=Stance.DENIES) if draw.random() < 0.12 and not claim.container else claim
        for claim in claims
    )


def add(store: Store, told_there: Iterable[Story]) -> None:
    """Add reports, or read them again."""
    with store.writer() as writer:
        writer.begin_run(RunKind.READ, Recipe(stages=()), at=AT)
        for report, claims in told_there:
            found = Findings(report=report, passages=Passages(passages=()), readings=Readings(), claims=claims)
            writer.add(found, revise=True)
        writer.end_run(at=AT)


def link_all_with_kept_weights(ledger: Ledger) -> None:
    """Link all at once, each word weighed as it was when all was linked last."""
    recipe = linking_recipe(ledger.setting, ledger.policy())
    with ledger.store.view() as view:
        footing = view.footing()
        assert footing is not None
        found, revision = rulings(view), view.revision()
        made, keeping = Spilled(0, lambda _done, _total: None), Keeping(recipe.digest, len(view.decisions()))
        weights = view.kept(footing).weights
        source = Stored(view, found)
        Linker().link_from(source, made, found.judgements, finish=AS_ROWS, keeper=keeping, weights=weights)
    with ledger.store.writer() as writer:
        writer.begin_run(RunKind.LINK, recipe, at=AT)
        writer.replace_made(made.made(keeping), revision=revision)
        writer.end_run(at=AT)


def links(store: Store) -> dict[str, list[str]]:
    """Every row that linking made."""
    of = (tables.incident, tables.incident_claim, tables.incident_alias, tables.comparison, tables.report_copy)
    with store.view() as view:
        return {table.name: sorted(repr(tuple(row)) for row in view._connection.execute(select(table))) for table in of}


def kept(store: Store) -> dict[str, list[str]]:
    """All that is kept for the next link, with strands and reports by what they are and not by their numbers."""
    with store.view() as view:
        footing = view.footing()
        assert footing is not None
        known = view.kept(footing)
        reports = known.numbered(range(footing.next_report))
        strands = known.strands(range(footing.next_strand))
        name = {number: one.id for number, one in reports.items()}
        first = {number: one.first for number, one in strands.items()}
        found = {
            "reports": sorted(
                repr((r.id, r.runs.tolist(), r.alone, r.asked.tolist(), r.told.tolist())) for r in reports.values()
            ),
            "strands": sorted(
                repr((name[s.report], s.claims, s.slip._replace(denies=frozenset()), sorted(s.slip.denies), s.sketch))
                for s in strands.values()
            ),
        }
        keys = {
            Book.RUNS: _numbers(r.runs.view("int64").tolist() for r in reports.values()),
            Book.ASKED: _numbers(r.asked.tolist() for r in reports.values()),
            Book.TOLD: _numbers(r.told.tolist() for r in reports.values()),
            Book.KEYS: _numbers(_keys(view, s.slip.keys) for s in strands.values()),
            Book.EDGES: sorted(strands),
        }
        for book, wanted in keys.items():
            called = first if book in (Book.KEYS, Book.EDGES) else name
            found[book.name] = sorted(
                repr((first[key] if book is Book.EDGES else key, called[value], score))
                for key, (values, scores) in known.under(book, wanted).items()
                for value, score in zip(values, scores, strict=True)
            )
        return found


def _keys(_view: View, keys: bytes) -> list[int]:
    import numpy as np

    found: list[int] = np.frombuffer(keys, dtype=np.int64).tolist()
    return found


def _numbers(rows: Iterable[Iterable[int]]) -> list[int]:
    return sorted({number for row in rows for number in row})
