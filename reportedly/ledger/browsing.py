"""A view of a ledger and what is wanted in, what is held of it out; the incidents laid out as columns stay at hand."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass, field
from threading import Lock
from typing import TYPE_CHECKING, TypeVar

from reportedly.ledger.answers import Progress, silent
from reportedly.model.browsing import Browsed, Gist, Wanted
from reportedly.model.control import Ground
from reportedly.store import View

if TYPE_CHECKING:
    from reportedly.browsing.columns import Columns, Mask, Numbers

T = TypeVar("T")

SEARCHES = 16
"""Searches whose incidents are remembered: a page that filters what it searched asks for the same again."""
_STEP = 1_000  # incidents between two signs of progress


@dataclass(slots=True)
class _Laid:
    """Incidents as one linking made them."""

    made: tuple[int, int]
    columns: Columns
    orders: dict[Hashable, Numbers] = field(default_factory=dict)
    searches: OrderedDict[str, Mask] = field(default_factory=OrderedDict)


class Shelf:
    """Keeps the incidents of a ledger laid out until they are made anew."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._laid: _Laid | None = None
        self._grounds: tuple[int, tuple[Ground, ...]] | None = None

    def browse(self, view: View, wanted: Wanted, progress: Progress) -> Browsed:
        """What is wanted. Raises InputError for words that no search can be made of."""
        from reportedly.browsing.browse import browse
        from reportedly.browsing.ordering import ordered

        laid = self._fresh(view, progress)
        key = (wanted.sort, wanted.descending)
        order = _kept(laid.orders, key, lambda: ordered(laid.columns, wanted.sort, descending=wanted.descending))
        return browse(laid.columns, wanted, order, self._telling(view, laid, wanted.words))

    def choices(self, view: View) -> dict[str, list[dict[str, object]]]:
        """What the incidents can be filtered by, with how many there are, most first."""
        from reportedly.browsing.records import named
        from reportedly.exports.countries import country

        found = self.browse(view, Wanted(limit=0), silent).facets
        countries = ((code, country(code), count) for code, count in found.countries)
        return {
            "kind": [{"code": code, "name": named(code), "count": count} for code, count in found.kinds],
            "side": [{"name": name, "count": count} for name, count in found.sides],
            "grade": [{"code": code, "name": named(code), "count": count} for code, count in found.grades],
            "country": [
                {"code": code, "name": known.name if known else code, "count": count}
                for code, known, count in countries
            ],
        }

    def grounds(self, view: View) -> tuple[Ground, ...]:
        """Who is said to hold what, as of the ledger's last change."""
        from reportedly.ledger.control import grounds

        revision = view.revision()
        with self._lock:
            if self._grounds is None or self._grounds[0] != revision:
                self._grounds = revision, grounds(view)
            return self._grounds[1]

    def _fresh(self, view: View, progress: Progress) -> _Laid:
        made = view.last_link()
        with self._lock:
            if self._laid is None or self._laid.made != made:
                from reportedly.browsing.columns import columns

                total = view.counts().incidents
                self._laid = _Laid(made, columns(_watched(view.gists(), total, progress)))
            return self._laid

    def _telling(self, view: View, laid: _Laid, words: str | None) -> Mask | None:
        from reportedly.browsing.narrowing import telling

        if words is None or not words.strip():
            return None
        with self._lock:
            found = _kept(laid.searches, words, lambda: telling(laid.columns, view.numbers_with(words)))
            if len(laid.searches) > SEARCHES:
                laid.searches.popitem(last=False)
            return found


def _kept(held: dict[Hashable, T] | OrderedDict[str, T], key: Hashable, make: Callable[[], T]) -> T:
    if key not in held:
        held[key] = make()  # type: ignore[index]
    return held[key]  # type: ignore[index]


def _watched(gists: Iterable[Gist], total: int, progress: Progress) -> Iterator[Gist]:
    for done, gist in enumerate(gists):
        if done % _STEP == 0:
            progress(done, total)
        yield gist
    progress(total, total)
