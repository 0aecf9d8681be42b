"""A view of a ledger and what is wanted in, what is held of it out; what takes long to lay out stays at hand."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass, field
from threading import Lock
from typing import TYPE_CHECKING, TypeVar

from reportedly.ledger.answers import Progress, silent
from reportedly.ledger.remembering import Remembered
from reportedly.model.browsing import Browsed, Gist, SortKey, Wanted
from reportedly.model.control import Ground
from reportedly.model.question import Question
from reportedly.store import View

if TYPE_CHECKING:
    from reportedly.browsing.columns import Columns, Mask, Numbers

K = TypeVar("K", bound=Hashable)
T = TypeVar("T")

SEARCHES = 16
"""Searches whose incidents are remembered: a page that filters what it searched asks for the same again."""
ANSWERS = 64
"""Answers that are remembered: a page that is opened, or gone back to, asks for what was asked before."""
_STEP = 1_000  # incidents between two signs of progress


@dataclass(slots=True)
class _Laid:
    """Incidents as one linking made them."""

    columns: Columns
    orders: dict[tuple[SortKey, bool], Numbers] = field(default_factory=dict)
    searches: OrderedDict[str, Mask] = field(default_factory=OrderedDict)
    answers: OrderedDict[Wanted, Browsed] = field(default_factory=OrderedDict)


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
        laid = self._fresh(view, progress)
        telling = self._telling(view, laid, wanted.words)
        with self._lock:
            return _newest(laid.answers, wanted, ANSWERS, lambda: _answer(laid, wanted, telling))

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
            return _newest(laid.searches, words, SEARCHES, lambda: telling(laid.columns, view.numbers_with(words)))


def _answer(laid: _Laid, wanted: Wanted, telling: Mask | None) -> Browsed:
    from reportedly.browsing.browse import browse
    from reportedly.browsing.ordering import ordered

    key = (wanted.sort, wanted.descending)
    if key not in laid.orders:
        laid.orders[key] = ordered(laid.columns, wanted.sort, descending=wanted.descending)
    return browse(laid.columns, wanted, laid.orders[key], telling)


def _newest(held: OrderedDict[K, T], key: K, most: int, make: Callable[[], T]) -> T:
    """What is held under a key, made where it is not; what was asked for longest ago gives way."""
    if key not in held:
        held[key] = make()
        if len(held) > most:
            held.popitem(last=False)
    held.move_to_end(key)
    return held[key]


def _watched(gists: Iterable[Gist], total: int, progress: Progress) -> Iterator[Gist]:
    for done, gist in enumerate(gists):
        if done % _STEP == 0:
            progress(done, total)
        yield gist
    progress(total, total)
