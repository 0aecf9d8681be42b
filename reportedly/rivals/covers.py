"""Events of one dataset in, the days and countries that it covers out; and whether an event lies in them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from reportedly.model.rival import Cover, Event

_TOLD_WITHIN = timedelta(days=31)
"""How long before the first report was published a ledger still covers what happened: reports look back some weeks,
and a massacre of 1991 that one of them recalls does not make the ledger cover the years since."""


@dataclass(slots=True, kw_only=True)
class Span:
    """First and last day (both included) and countries, while events are added."""

    first: date | None = None
    last: date | None = None
    countries: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, events: Iterable[Event]) -> Span:
        """What these events cover."""
        made = cls()
        for event in events:
            made.add(event)
        return made

    def add(self, event: Event) -> None:
        """Takes an event in."""
        self.first = min(self.first or event.first, event.first)
        self.last = max(self.last or event.last, event.last)
        if event.country_code:
            self.countries.add(event.country_code)

    def bounded(self, printed: tuple[date | None, date | None]) -> Span:
        """The same, with no day long before the first report or after the last one."""
        first, last = printed
        if self.first is None or self.last is None:
            return self
        return Span(
            first=max(self.first, first - _TOLD_WITHIN) if first else self.first,
            last=min(self.last, last) if last else self.last,
            countries=set(self.countries),
        )


def within(event: Event, cover: Span | Cover) -> bool:
    """Whether an event touches the days and lies in a country of a dataset; a country without a code shuts nothing
    out."""
    if cover.first is None or cover.last is None or event.last < cover.first or event.first > cover.last:
        return False
    return not event.country_code or not cover.countries or event.country_code in cover.countries


def both(left: Span, right: Span) -> Cover:
    """What two datasets both cover; empty where they share no day."""
    if left.first is None or left.last is None or right.first is None or right.last is None:
        return Cover()
    first, last = max(left.first, right.first), min(left.last, right.last)
    if last < first:
        return Cover()
    shared = left.countries & right.countries if left.countries and right.countries else set()
    return Cover(first=first, last=last, countries=frozenset(shared))
