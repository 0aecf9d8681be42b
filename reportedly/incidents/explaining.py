"""Two sketches and their weights in, the comparison as it is stored out: every feature that weighed, in words."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from datetime import date
from functools import lru_cache
from operator import attrgetter
from typing import Any

from reportedly.incidents.days import Days
from reportedly.incidents.features import Name, Weights
from reportedly.incidents.sketches import Sketch, Spot, Toll
from reportedly.incidents.wording import likeness
from reportedly.model.incident import Comparison, Feature

_AT_HAND = 2_000  # features, and words for what two sides give, which many comparisons share


def explain(left: Sketch, right: Sketch, weights: Weights) -> Comparison:
    """The comparison as it is stored: every feature that weighed, with its words."""
    features = [
        _feature(name, weight, words(left, right))
        for (name, words), weight in zip(_SAID, weights, strict=True)
        if weight >= 0.005 or weight <= -0.005
    ]
    return Comparison(
        left=min(left.key, right.key),
        right=max(left.key, right.key),
        score=round(sum(weights), 3),
        features=tuple(features),
    )


@lru_cache(_AT_HAND)
def _feature(name: str, weight: float, text: str) -> Feature:
    return Feature(name=name, weight=round(weight, 2), text=text)


def _day_words(days: Days | None) -> str:
    if days is None:
        return "no day"
    first, last = map(_iso, days)
    return first if first == last else f"{first} to {last}"


def _printed_words(day: int | None) -> str:
    return "no day" if day is None else _iso(day)


def _iso(day: int) -> str:
    return date.fromordinal(day).isoformat()


def _spot_words(spots: tuple[Spot, ...]) -> str:
    return ", ".join([spot.label for spot in spots]) or "no place"


def _toll_words(tolls: frozenset[Toll]) -> str:
    return ", ".join(sorted([f"{t.measure} {t.low}-{t.high}" for t in tolls])) or "no toll"


def _joined(words: frozenset[str]) -> str:
    return ", ".join(sorted(words)) or "not said"


def _nothing(*_: Sketch) -> str:
    return ""


def _both(field: str, words: Callable[[Any], str], before: str = "") -> Callable[[Sketch, Sketch], str]:
    """What both sides give of a field, in words; those of many comparisons are the same."""
    given = attrgetter(field)

    @lru_cache(_AT_HAND)
    def said(ours: Hashable, theirs: Hashable) -> str:
        return f"{before}{words(ours)} / {words(theirs)}"

    return lambda left, right: said(given(left), given(right))


_WORDS: Mapping[str, Callable[[Sketch, Sketch], str]] = {
    "time": _both("days", _day_words),
    "place": _both("spots", _spot_words),
    "family": _both("kinds", _joined),
    "perpetrators": _both("perpetrators", _joined),
    "targets": _both("targets", _joined),
    "weapon": lambda left, right: _joined(left.weapons & right.weapons),
    "toll": _both("tolls", _toll_words),
    "names": lambda left, right: f"{len(left.names & right.names)} names in common",
    "words": lambda left, right: f"sentences alike {likeness(left.words, right.words):.2f}",
    "story": lambda left, right: f"reports alike {likeness(left.story or {}, right.story or {}):.2f}",
    "called": lambda left, right: f"{len(left.called & right.called)} names in common that few reports hold",
    "printed": _both("published", _printed_words, "printed "),
    "retold": lambda left, right: f"{len(left.runs & right.runs)} runs of five words in common",
    "denial": lambda *_: "one denies the other",
}
"""What each feature looked at, in words."""

_SAID = tuple((name.value, _WORDS.get(name.value, _nothing)) for name in Name)
"""Each feature in their order, with its words; the base looks at nothing."""
