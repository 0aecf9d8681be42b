"""The parties harmed in a claim and its tolls in, the same parties with how many each stands for out.

"Two policemen" states its number; "the mayor" and "Irma Vesk" do not, and are one each. What a toll counts exactly is
laid to the party whose words it stands on: of "a judge and her driver were killed" (two) each is one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportedly.claims.who.bearers import PEOPLE
from reportedly.model.reading import HowMany, Who
from reportedly.model.words import Role

_PERSON = "person"


def numbered(harmed: Sequence[Who], tolls: Sequence[HowMany]) -> tuple[Who, ...]:
    """The parties, each with its number where its own words, an exact toll on them or its being one person gives it."""
    numbers: dict[int, int] = {n: who.number for n, who in enumerate(harmed) if who.number is not None}
    exact = [t for t in tolls if t.measure in PEOPLE and not t.cumulative and t.best and t.low == t.best == t.high]
    for toll in sorted(exact, key=lambda t: (t.span.end - t.span.start, t.span.start)):
        counted = [n for n, who in enumerate(harmed) if _counted(toll, who)]
        here = [n for n in counted if n not in numbers]
        known = sum(numbers[n] for n in counted if n in numbers)
        if (toll.best or 0) - known == len(here):
            numbers.update(dict.fromkeys(here, 1))  # "two children, a woman and two men": five, and she is one
        elif len(here) == 1 and not known and harmed[here[0]].described and toll.best:
            numbers[here[0]] = toll.best
    numbers |= {n: 1 for n, who in enumerate(harmed) if who.kind == _PERSON and n not in numbers}
    return tuple(replace(who, number=numbers.get(n)) for n, who in enumerate(harmed))


def _counted(toll: HowMany, who: Who) -> bool:
    """Whether the toll stands on the words of somebody who can be counted; a force or a state is no number of men."""
    return toll.span.touches(who.span) and (who.described or who.kind == _PERSON)


_FIGHTS = frozenset({Role.MILITARY, Role.ARMED_GROUP})


def counted_as_harmed(who: Who, tolls: Sequence[HowMany]) -> bool:
    """Whether a toll of more than one stands on the words for people without arms, so that they did nothing whatever
    the parse of a headline says ("3 Civilians Killed 38 Injured in Blast")."""
    harm = (t for t in tolls if t.measure in PEOPLE and (t.best or t.low or 0) > 1)
    return who.described and who.role not in _FIGHTS and any(t.span.touches(who.span) for t in harm)
