"""One count of an incident's losses: its range, what it is worth, and how several become one."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import NamedTuple


class Worth(IntEnum):
    """How much a count says of the toll; the lower the better."""

    FIGURE = 0  # a number
    VAGUE = 1  # "several", "dozens"
    SINGLE = 2  # "a man", "his wife", "Omar Tesh", "she": one of the victims
    APART = 3  # "four, in separate shootings": of several happenings, of which this is one at most


class Count(NamedTuple):
    """A range with the words for those counted; ``everyone`` says that it counts all the victims."""

    low: int | None
    best: int | None
    high: int | None
    words: frozenset[str]
    everyone: bool
    text: str
    worth: Worth = Worth.FIGURE
    passed: bool = False  # "more than": the number itself is too low
    more: bool = False  # "two more", "another": besides those told of before
    too: bool = False  # "his son was also killed": besides those told of before, unless somebody counts them all
    doer: bool = False  # died by his own hand, or is called the one who did it
    slew: bool = False  # of those whom a doer killed
    minors: bool = False  # children
    several: bool = False  # "a number of people": no number, but more than one
    doers: int = 0  # how many of those counted are doers

    @property
    def number(self) -> int:
        if self.best is not None:
            return self.best
        return self.low if self.low is not None else self.high or 0

    @property
    def size(self) -> tuple[int, bool, int]:
        """What the larger of two counts is told by: its number, whether it is of all, how much of it is stated."""
        return (self.number, self.everyone, (self.best is not None) + (self.high is not None))


_PAIR = 2


def together(counted: Sequence[Count]) -> Count:
    """The counts of one claim as one: the total if one holds the others, else their sum ("two men and three boys"). Of
    three or more alike, one that is less than the others together holds none of them ("150 bodies were counted in
    Dolvi, 100 in Karsk and 60 in Virm")."""
    if len(counted) == 1:
        return counted[0]
    most = max(counted, key=lambda count: count.size)
    rest = sum(count.number for count in counted) - most.number
    alike, many = len({count.words for count in counted}) == 1, len(counted) > _PAIR
    if many and alike and rest > most.number:
        return added(counted)
    if most.everyone or alike or (many and rest == most.number):
        return most
    return added(counted)


def added(counted: Sequence[Count]) -> Count:
    """The sum of counts of different people."""
    return Count(
        low=_plus([count.low for count in counted]),
        best=_plus([count.best for count in counted]),
        high=_plus([count.high for count in counted]),
        words=frozenset(),
        everyone=True,
        text=" + ".join(count.text for count in counted),
        worth=min(count.worth for count in counted),
        doers=sum(count.doers for count in counted),
    )


def _plus(numbers: Sequence[int | None]) -> int | None:
    known = [number for number in numbers if number is not None]
    return sum(known) if len(known) == len(numbers) else None
