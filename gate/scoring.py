"""A marked report and its findings in, counts of what was right, wanted and found out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from gate.marks import Mark, Marked
from reportedly.model.claim import Claim
from reportedly.model.findings import Findings
from reportedly.model.reading import HowMany, Interval
from reportedly.model.text import Span
from reportedly.model.words import Measure, Stance

_MEASURES = frozenset(m.value for m in Measure)

KINDS: dict[str, Callable[[Mark], bool]] = {
    "time": lambda m: m.kind == "time",
    "place": lambda m: m.kind == "place",
    "toll": lambda m: m.kind in _MEASURES,
    "source": lambda m: m.kind == "source",
    "claim": lambda m: m.kind == "claim",
    "denial": lambda m: m.kind == "denial",
}
"""The kinds of marks that are held against what was found."""

SAYS = ("at", "on", "told", "stance", "by", "killed")
"""What a claim says; scored on the claims that were found where one is marked."""


@dataclass(slots=True)
class Tally:
    """How many were right, wanted and found of each kind, and lines that tell what went wrong."""

    right: Counter[str] = field(default_factory=Counter)
    wanted: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    misses: list[str] = field(default_factory=list)

    def recall(self, kind: str) -> float:
        """Per cent of what was wanted."""
        return 100 * self.right[kind] / max(self.wanted[kind], 1)

    def precision(self, kind: str) -> float:
        """Per cent of what was found."""
        return 100 * self.right[kind] / max(self.found[kind], 1)


def score(marked: Marked, found: Findings, tally: Tally) -> None:
    """Adds one report to the tally."""
    values = found_values(found)
    for kind, is_kind in KINDS.items():
        if marked.scored and kind not in marked.scored:
            continue
        marks = [m for m in marked.marks if is_kind(m)]
        pairs = tuple(_paired(marks, values[kind]))
        tally.wanted[kind] += len(marks)
        tally.found[kind] += len(values[kind])
        tally.right[kind] += sum(value is not None for _, value in pairs)
        taken = [id(value) for _, value in pairs]
        tally.misses += [_line(marked, "missed", m) for m, value in pairs if value is None]
        tally.misses += [_line(marked, "extra", v) for v in values[kind] if id(v) not in taken]
        for mark, value in pairs:
            _score_sayings(marked, mark, value, tally)


def _score_sayings(marked: Marked, mark: Mark, value: Mark | None, tally: Tally) -> None:
    for name, wanted in mark.says.items():
        kind = f"claim {name}"
        tally.wanted[kind] += 1
        if value is None:
            continue
        tally.found[kind] += 1
        if _among(value.says[name], wanted):
            tally.right[kind] += 1
        else:
            words = mark.span.of(marked.report.text)
            tally.misses.append(f"{marked.report.id}: {kind} {value.says[name]!r} and not {wanted!r}: {words!r}")


def _paired(marks: Sequence[Mark], values: Sequence[Mark]) -> Iterator[tuple[Mark, Mark | None]]:
    """Each mark with the found value of its kind, value and place that says most of what it says; none twice."""
    left = list(values)
    for mark in marks:
        hits = [v for v in left if matches(mark, v)]
        best = max(hits, key=lambda v: _agreement(mark, v), default=None)
        if best is not None:
            left.remove(best)
        yield mark, best


def matches(mark: Mark, value: Mark) -> bool:
    """Whether a found value says what the mark says, on words that touch."""
    return mark.kind == value.kind and _among(value.value, mark.value) and mark.span.touches(value.span)


def _among(given: str, wanted: str) -> bool:
    """Whether a value is one of those that the mark accepts, joined by " or "."""
    return given in wanted.split(" or ")


def _agreement(mark: Mark, value: Mark) -> tuple[int, int]:
    same = sum(_among(value.says.get(name, ""), wanted) for name, wanted in mark.says.items())
    shared = min(mark.span.end, value.span.end) - max(mark.span.start, value.span.start)
    return same, shared


def found_values(found: Findings) -> dict[str, tuple[Mark, ...]]:
    """What was found, by kind, in the shape of marks."""
    read = found.readings
    return {
        "time": tuple(Mark(kind="time", value=days(t.days), span=t.span) for t in read.times if t.days is not None),
        "place": tuple(
            Mark(kind="place", value=p.name, span=p.span)
            for p in read.places
            if p.locative and not p.anaphor and p.latitude is not None
        ),
        "toll": tuple(Mark(kind=c.measure.value, value=numbers(c), span=c.span) for c in read.counts),
        "source": tuple(_sources(found)),
        "claim": tuple(_claim("claim", c) for c in found.claims if c.stance is not Stance.DENIES),
        "denial": tuple(_claim("denial", c) for c in found.claims if c.stance is Stance.DENIES),
    }


def _sources(found: Findings) -> Iterator[Mark]:
    """The last teller of each attribution, where its words stand; a chain that is told twice counts once."""
    seen: set[tuple[str, Span]] = set()
    for attribution in found.attributions:
        if attribution.tells and attribution.source and attribution.chain:
            last = attribution.chain[-1]
            span = last.span or Span(attribution.source[0].start, attribution.source[-1].end)
            if (last.role.value, span) not in seen:
                seen.add((last.role.value, span))
                yield Mark(kind="source", value=last.role.value, span=span)


def _claim(kind: str, claim: Claim) -> Mark:
    killed = [numbers(t) for t in claim.tolls if t.measure is Measure.KILLED and t.part_of is None]
    says = {
        "at": claim.place.name if claim.place else "-",
        "on": days(claim.days) if claim.days else "-",
        "told": claim.chain[-1].role.value if claim.chain else "-",
        "stance": claim.stance.value,
        "by": ",".join(sorted({w.actor_id or w.name for w in claim.perpetrators})) or "-",
        "killed": ",".join(killed) or "-",
    }
    return Mark(kind=kind, value=claim.happening.value, span=claim.span, says=says)


def days(interval: Interval) -> str:
    """First day..last day, both included, ``-`` for an open side."""
    last = interval.end - timedelta(days=1) if interval.end else None
    return f"{interval.start or '-'}..{last or '-'}"


def numbers(count: HowMany) -> str:
    """low/best/high, ``-`` for an open one."""
    return "/".join("-" if n is None else str(n) for n in (count.low, count.best, count.high))


def _line(marked: Marked, what: str, mark: Mark) -> str:
    return f"{marked.report.id}: {what} {mark.kind} {mark.value} {mark.span.of(marked.report.text)!r}"
