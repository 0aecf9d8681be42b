"""Contradictions in, disputes out: each question on which positions differ once, with all that take one.

Six origins with six counts of the dead contradict each other fifteen times. Whoever reads that wants the six.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from reportedly.model.incident import Contradiction
from reportedly.model.words import ContradictionKind, Denied, Measure

_NAMED = 2
"""Origins that are named in the words of a position; of the others their number is told."""


@dataclass(slots=True, kw_only=True)
class Position:
    """What one side says, on whose word, and the claims that say it, the best attested first."""

    says: str
    of: tuple[str, ...]
    claims: tuple[str, ...]

    @property
    def text(self) -> str:
        """What is said and by whom, in words."""
        return spoken(self.says, self.of)


@dataclass(slots=True, kw_only=True)
class Dispute:
    """One question and the positions on it, counts from the lowest up. Not each two of three or more need exclude each
    other: each excludes one of the rest. ``text`` tells all of them."""

    kind: ContradictionKind
    measure: Measure | None
    about: Denied | None
    positions: tuple[Position, ...]
    text: str


@dataclass(slots=True)
class _Open:
    """A dispute in the making: positions, and the words of the pairs that were found."""

    positions: list[Position]
    pairs: list[Contradiction] = field(default_factory=list)


def disputes(found: Sequence[Contradiction]) -> tuple[Dispute, ...]:
    """The contradictions of one incident as disputes, in the order of the first of each."""
    kept: dict[tuple[str, ...], list[_Open]] = {}
    for pair in found:
        question = (pair.kind.value, pair.measure or "", pair.about or "")
        _take(kept.setdefault(question, []), pair)
    return tuple(_closed(each) for question in kept.values() for each in question)


def _take(opened: list[_Open], pair: Contradiction) -> None:
    """Put a pair where one of its positions stands, and join the disputes that it ties together."""
    sides = tuple(_sides(pair))
    mine = [each for each in opened if any(_place(each, side) is not None for side in sides)]
    first = mine[0] if mine else _Open([])
    if not mine:
        opened.append(first)
    for other in mine[1:]:
        opened.remove(other)
        for position in other.positions:
            _add(first, position)
        first.pairs += other.pairs
    for side in sides:
        _add(first, side)
    first.pairs.append(pair)


def _sides(pair: Contradiction) -> Iterator[Position]:
    yield Position(says=pair.says[0], of=pair.of[0], claims=(pair.left, *pair.left_also))
    yield Position(says=pair.says[1], of=pair.of[1], claims=(pair.right, *pair.right_also))


def _add(opened: _Open, side: Position) -> None:
    known = _place(opened, side)
    if known is None:
        opened.positions.append(side)
        return
    known.of = tuple(dict.fromkeys((*known.of, *side.of)))
    known.claims = tuple(dict.fromkeys((*known.claims, *side.claims)))


def _place(opened: _Open, side: Position) -> Position | None:
    """The position of a dispute that a side takes: it says the same words, or where it has none, rests on a claim of
    it."""
    for position in opened.positions:
        if position.says == side.says and (side.says or not set(position.claims).isdisjoint(side.claims)):
            return position
    return None


def _closed(opened: _Open) -> Dispute:
    pair = opened.pairs[0]
    positions = tuple(sorted(opened.positions, key=_number))
    text = "; ".join(found.text for found in opened.pairs)
    if len(opened.pairs) > 1 and all(position.says for position in positions):
        text = " against ".join(position.text for position in positions)
        text = f"{pair.measure}: {text}" if pair.measure else text
    return Dispute(kind=pair.kind, measure=pair.measure, about=pair.about, positions=positions, text=text)


def _number(position: Position) -> int:
    """Counts stand in order; all other positions stay as they are."""
    return int(position.says) if position.says.isdecimal() else 0


def spoken(says: str, of: Sequence[str]) -> str:
    """A position in words: what it says, and those on whose word, of more than two their number."""
    more = len(of) - _NAMED
    told = ", ".join(of[:_NAMED]) + (f" and {more} more" if more > 0 else "")
    return f"{says} ({told})" if says and told else says or told
