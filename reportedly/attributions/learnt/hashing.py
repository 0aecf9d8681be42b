"""Words and columns of numbers in, numbers of features out: the same on every machine and in every run."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

Column = NDArray[np.uint64]
Numbers = NDArray[np.int32]
Template = tuple[str, ...]

_FIRST, _SECOND, _THIRD = (
    np.uint64(0x9E3779B97F4A7C15),
    np.uint64(0xBF58476D1CE4E5B9),
    np.uint64(0x94D049BB133111EB),
)
"""The odd multipliers of splitmix64 (Steele, Lea and Flood, OOPSLA 2014)."""


@lru_cache(maxsize=262_144)
def number(text: str) -> int:
    """The number of a word; 0 for no word."""
    return crc32(text.encode("utf-8", "surrogatepass")) + 1 if text else 0


def mixed(one: Any, other: Any) -> Any:
    """Two numbers or columns made one."""
    whole = (one * _FIRST + other) * _SECOND
    return whole ^ (whole >> np.uint64(29))


def templates(lines: str) -> tuple[Template, ...]:
    """One template a line: the columns whose values make a feature together."""
    return tuple(tuple(line.split()) for line in lines.strip().splitlines())


def feature_numbers(wanted: Sequence[Template], column: Callable[[str], Column], bits: int) -> Numbers:
    """A row of feature numbers below ``2**bits`` for each row of the columns, one for each template."""
    out = []
    cached: dict[str, Column] = {}
    with np.errstate(over="ignore"):
        for place, template in enumerate(wanted, start=1):
            whole: Any = np.uint64(place * 0x1F123BB5)
            for name in template:
                if name not in cached:
                    cached[name] = column(name)
                whole = mixed(whole, cached[name])
            out.append(((whole * _THIRD) >> np.uint64(64 - bits)).astype(np.int32))
    return np.stack(out, axis=1)
