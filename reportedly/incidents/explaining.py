"""Two sketches and their weights in, the comparison as it is stored out: every feature that weighed, in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import lru_cache

from reportedly.incidents.features import Name, Weights
from reportedly.incidents.sketches import Sketch, Toll
from reportedly.incidents.wording import likeness
from reportedly.model.incident import Comparison, Feature

_AT_HAND = 2_000  # features, and words for days, counts and names, which many comparisons share


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


def _day_words(side: Sketch) -> str:
    if side.days is None:
        return "no day"
    first, last = map(_iso, side.days)
    return first if first == last else f"{first} to {last}"


def _printed_words(side: Sketch) -> str:
    return "no day" if side.published is None else _iso(side.published)


@lru_cache(_AT_HAND)
def _iso(day: int) -> str:
    return date.fromordinal(day).isoformat()


def _spot_words(side: Sketch) -> str:
    return ", ".join([spot.label for spot in side.spots]) or "no place"


def _toll_words(side: Sketch) -> str:
    return _counts(side.tolls)


@lru_cache(_AT_HAND)
def _counts(tolls: frozenset[Toll]) -> str:
    return ", ".join(sorted([f"{t.measure} {t.low}-{t.high}" for t in tolls])) or "no toll"


@lru_cache(_AT_HAND)
def _joined(words: frozenset[str]) -> str:
    return ", ".join(sorted(words)) or "not said"


def _nothing(*_: Sketch) -> str:
    return ""


def _both(words: Callable[[Sketch], str]) -> Callable[[Sketch, Sketch], str]:
    return lambda left, right: f"{words(left)} / {words(right)}"


_WORDS: Mapping[str, Callable[[Sketch, Sketch], str]] = {
    "time": _both(_day_words),
    "place": _both(_spot_words),
    "family": _both(lambda side: _joined(side.kinds)),
    "perpetrators": _both(lambda side: _joined(side.perpetrators)),
    "targets": _both(lambda side: _joined(side.targets)),
    "weapon": lambda left, right: _joined(left.weapons & right.weapons),
    "toll": _both(_toll_words),
    "names": lambda left, right: f"{len(left.names & right.names)} names in common",
    "words": lambda left, right: f"sentences alike {likeness(left.words, right.words):.2f}",
    "story": lambda left, right: f"reports alike {likeness(left.story or {}, right.story or {}):.2f}",
    "called": lambda left, right: f"{len(left.called & right.called)} names in common that few reports hold",
    "printed": lambda left, right: f"printed {_printed_words(left)} / {_printed_words(right)}",
    "retold": lambda left, right: f"{len(left.runs & right.runs)} runs of five words in common",
    "denial": lambda *_: "one denies the other",
}
"""What each feature looked at, in words."""

_SAID = tuple((name.value, _WORDS.get(name.value, _nothing)) for name in Name)
"""Each feature in their order, with its words; the base looks at nothing."""
