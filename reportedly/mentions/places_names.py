"""A parsed sentence in, its runs of name words out: the stretches in which a place name may stand.

A run is a sequence of capitalised words, with the small words that join names ("Deir ez-Zor", "Democratic Republic of
the Congo") and the hyphens and apostrophes between them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reportedly.model.text import Token

LONGEST = 7
"""Tokens in the longest name that is looked up ("Democratic Republic of the Congo" has five)."""

_JOINTS = frozenset("-–‑'’`/")
_SMALL = frozenset(
    "al el ad as ash at ath az an ar ed ez es er et eth esh ul de la le del du des da do dos di of the and sur upon "
    "am an bei en y e van von der den".split()
)
_OPENERS = frozenset("al el ad as ash at ath az an ar ed ez es er".split())
_DOTTED = frozenset("St Mt Ft Ste".split())


class Run(NamedTuple):
    """Token numbers ``first`` up to but not including ``last``; ``starts`` and ``ends`` are where names may begin
    and end inside."""

    first: int
    last: int
    starts: tuple[int, ...]
    ends: tuple[int, ...]


def runs(tokens: Sequence[Token]) -> Iterator[Run]:
    """The runs of a sentence, in text order."""
    at = 0
    while at < len(tokens):
        if not _opens(tokens, at):
            at += 1
            continue
        last = _end(tokens, at)
        yield _run(tokens, at, last)
        at = last


def capital(token: Token) -> bool:
    """Whether the word begins with a capital letter."""
    first = token[2][0]
    return first.isupper() or (first in "'’‘" and len(token[2]) > 2 and token[2][1].isupper())


def _opens(tokens: Sequence[Token], at: int) -> bool:
    if capital(tokens[at]):
        return True
    return tokens[at].text in _OPENERS and at + 2 < len(tokens) and _joined(tokens, at + 1) and capital(tokens[at + 2])


def _joined(tokens: Sequence[Token], at: int) -> bool:
    """Whether a token is a hyphen or apostrophe that touches both neighbours."""
    if tokens[at].text not in _JOINTS or at == 0 or at + 1 >= len(tokens):
        return False
    return tokens[at - 1].end == tokens[at].start and tokens[at].end == tokens[at + 1].start


def _end(tokens: Sequence[Token], first: int) -> int:
    """One past the last token of the run that begins at ``first``."""
    last = first + 1
    at = last
    while at < len(tokens):
        if capital(tokens[at]):
            last = at = at + 1
        elif _joined(tokens, at) or (tokens[at].text == "." and tokens[at - 1].text in _DOTTED):
            at += 1
        elif tokens[at].text in _SMALL and at - last < 3:
            at += 1
        elif tokens[at - 1].text in _JOINTS and tokens[at].text[:1].isalpha() and at - last < 2 and at > first + 1:
            last = at = at + 1  # the small half of a hyphened name: "Pyin-oo-lwin"
        else:
            break
    return last


def _run(tokens: Sequence[Token], first: int, last: int) -> Run:
    starts = tuple(
        n for n in range(first, last) if capital(tokens[n]) or (tokens[n].text in _OPENERS and _opens(tokens, n))
    )
    starts = tuple(
        n for n in starts if n == first or not (_joined(tokens, n - 1) and not _splits(tokens, n - 1, first))
    )
    ends = tuple(
        n + 1
        for n in range(first, last)
        if (capital(tokens[n]) or n + 1 == last)
        and not (n + 1 < last and _joined(tokens, n + 1) and not _splits(tokens, n + 1, first))
    )
    return Run(first, last, starts, ends)


def _splits(tokens: Sequence[Token], joint: int, first: int) -> bool:
    """Whether a hyphen or slash parts two names ("Damascus-Homs") rather than joining one: a slash, a dash, or a
    hyphen between two words that both begin with a capital and of which none is an article."""
    mark = tokens[joint].text
    if mark in "/–":
        return True
    return mark == "-" and tokens[joint - 1].text.casefold() not in _OPENERS and joint - 1 >= first
