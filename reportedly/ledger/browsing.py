"""A view of a ledger and what is wanted in, what is held of it out; what takes long to lay out stays at hand."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass, field
from threading import Lock
from typing import TYPE_CHECKING, TypeVar

from reportedly.ledger.answers import Progress, silent
from reportedly.ledger.remembering import Remembered
from reportedly.model.browsing import Browsed, Gist, Wanted
from reportedly.model.control import Ground
from reportedly.model.question import Question
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

    columns: Columns
    orders: dict[Hashable, Numbers] = field(default_factory=dict)
    searches: OrderedDict[str, Mask] = field(default_factory=OrderedDict)


class Shelf:
    """Keeps what was laid out of a ledger until that changes. A program that asks once has nothing of it."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._laid: Remembered[_Laid] = Remembered()
        self._grounds: Remembered[tuple[Ground, ...]] = Remembered()
        self._questions: Remembered[tuple[Question, ...]] = Remembered()
        self._credits: Remembered[tuple[str, ...]] = Remembered()

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

        return self._grounds.get(view.revision(), lambda: grounds(view))

    def questions(self, view: View) -> tuple[Question, ...]:
        """What is open to decide, as of the last linking and the last decision."""
        from reportedly.ledger.queueing import questions

        return self._questions.get((view.revision(), view.last_link()), lambda: questions(view))

    def credits(self, view: View, make: Callable[[], tuple[str, ...]]) -> tuple[str, ...]:
        """Whom to name for the places, as of the last linking."""
        return self._credits.get(view.last_link(), make)

    def _fresh(self, view: View, progress: Progress) -> _Laid:
        from reportedly.browsing.columns import columns

        def laid() -> _Laid:
            return _Laid(columns(_watched(view.gists(), view.counts().incidents, progress)))

        return self._laid.get(view.last_link(), laid)

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
