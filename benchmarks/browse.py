"""A size in, what browsing so many invented incidents takes of time and memory out.

Run ``python -m benchmarks.browse FOLDER 100000``. The ledger is made in the folder unless it is there; its incidents
are written straight, not linked. Each question is asked ``TIMES`` times after a first one; the table gives the middle
and the slowest answer, with the making of its JSON. Seconds are those of the processor: on a machine that others use
they tell more than the clock, and on an idle one they are the same.
"""

from __future__ import annotations

import json
import resource
from argparse import ArgumentParser
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from random import Random
from statistics import median
from time import process_time

from benchmarks.synthetic import stories
from reportedly.ledger import Ledger, record
from reportedly.model.browsing import Frame, SortKey, Wanted
from reportedly.model.claim import Claim
from reportedly.model.findings import Findings, Readings
from reportedly.model.incident import Contradiction, Estimate, Incident, Origin
from reportedly.model.text import Passages, Report
from reportedly.model.words import ContradictionKind, Grade, Measure
from reportedly.recipe import Recipe
from reportedly.stages import Linked
from reportedly.store import RunKind, Store

TIMES = 15
_AT = "2031-01-01T00:00:00+00:00"
_DAY = date(2022, 3, 1)

QUESTIONS = {
    "all": Wanted(),
    "a month": Wanted(first=_DAY, last=_DAY + timedelta(days=30)),
    "a kind": Wanted(kinds=("shelling",)),
    "a side": Wanted(sides=("mlf",)),
    "a box": Wanted(box=Frame(west=20.5, south=30.0, east=24.0, north=34.0)),
    "killed, most first": Wanted(least_killed=5, sort=SortKey.KILLED, descending=True),
    "contested": Wanted(contested=True, least_origins=2),
    "a rare word": Wanted(words="veksto"),
    "a common word": Wanted(words="ba*"),
    "all of it": Wanted(
        words="ba*", first=_DAY, last=_DAY + timedelta(days=365), kinds=("shelling", "bombing"), grades=("weak",)
    ),
}


def main() -> None:
    """Print the load, then one line for each question."""
    asked = ArgumentParser(prog="benchmarks.browse")
    asked.add_argument("folder", type=Path)
    asked.add_argument("size", type=int)
    wanted = asked.parse_args()
    path = wanted.folder / f"browse-{wanted.size}.db"
    if not path.exists():
        _ledger(path, wanted.size)
    with Ledger.open(path) as ledger:
        before = _peak()
        start = process_time()
        total = ledger.browse(Wanted()).total
        print(f"{total} incidents laid out in {process_time() - start:.2f} s, {_peak() - before:.0f} MB more at most")
        print(f"{'question':20s} {'matching':>8s} {'first_ms':>8s} {'median_ms':>9s} {'worst_ms':>8s} {'kB':>6s}")
        for name, question in QUESTIONS.items():
            _measured(ledger, name, question)


def _measured(ledger: Ledger, name: str, question: Wanted) -> None:
    seconds, size, matching = [], 0, 0
    for _ in range(TIMES + 1):
        start = process_time()
        found = ledger.browse(question)
        size, matching = len(json.dumps(record(found))), found.matching
        seconds.append(1000 * (process_time() - start))
    first, *later = seconds
    print(f"{name:20s} {matching:8d} {first:8.1f} {median(later):9.1f} {max(later):8.1f} {size / 1000:6.0f}")


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _ledger(path: Path, size: int) -> None:
    """A ledger of so many incidents of about three claims each, in as many reports as tell of them."""
    draw = Random(size)
    told: list[tuple[Report, tuple[Claim, ...]]] = [
        (report, tuple(claim for claim, _ in own)) for report, own in islice(stories(3 * size), size)
    ]
    with Store.open(path) as store, store.writer(batch=500) as writer:
        writer.begin_run(RunKind.READ, Recipe(stages=()), at=_AT)
        for report, claims in told:
            writer.add(Findings(report=report, passages=Passages(passages=()), readings=Readings(), claims=claims))
        writer.end_run(at=_AT)
        writer.begin_run(RunKind.LINK, Recipe(stages=()), at=_AT)
        incidents = tuple(_incidents(draw, told, size))
        writer.replace_links(Linked(incidents=incidents, comparisons=(), copies=()), revision=_revision(store))
        writer.end_run(at=_AT)


def _revision(store: Store) -> int:
    with store.view() as view:
        return view.revision()


def _incidents(draw: Random, told: list[tuple[Report, tuple[Claim, ...]]], size: int) -> Iterator[Incident]:
    """One incident of the claims of each report, some with a second report's."""
    for number in range(size):
        some = (told[number % len(told)], *(draw.sample(told, draw.choice((0, 0, 0, 1, 1, 2, 4)))))
        claims = [claim for _, own in some for claim in own]
        yield _incident(draw, f"i-{number:010x}", some, claims)


def _incident(
    draw: Random, name: str, some: tuple[tuple[Report, tuple[Claim, ...]], ...], claims: list[Claim]
) -> Incident:
    first = claims[0]
    killed = sorted(toll.low or 0 for claim in claims for toll in claim.tolls)
    ids = tuple(sorted({claim.id for claim in claims}))
    return Incident(
        id=name,
        reports=tuple(sorted({report.id for report, _ in some})),
        claims=ids,
        happening=first.happening,
        days=first.days,
        date_precision=first.date_precision,
        place=first.place,
        perpetrators=tuple(dict.fromkeys(who for claim in claims for who in claim.perpetrators))[:2],
        targets=first.targets,
        estimates=(_estimate(killed, ids),) if killed else (),
        origins=tuple(
            Origin(name=claim.chain[-1].name or "", role=claim.chain[-1].role, claims=(claim.id,), reason="invented")
            for claim in claims[: draw.randint(1, 3)]
        ),
        grade=draw.choice(list(Grade)),
        grade_reason="invented",
        contradictions=(Contradiction(kind=ContradictionKind.TOLL, left=ids[0], right=ids[-1], text="invented"),)
        if draw.random() < 0.2
        else (),
    )


def _estimate(killed: list[int], ids: tuple[str, ...]) -> Estimate:
    return Estimate(
        measure=Measure.KILLED,
        policy="ours",
        low=killed[0],
        best=killed[len(killed) // 2],
        high=killed[-1],
        claims=ids,
        rule="invented",
    )


if __name__ == "__main__":
    main()
