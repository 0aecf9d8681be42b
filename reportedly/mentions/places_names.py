"""A parsed sentence in, its runs of name words out: the stretches in which a place name may stand.

A run is a sequence of capitalised words, with the small words that join names ("Deir ez-Zor", "Democratic Republic of
the Congo") and the hyphens and apostrophes between them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reportedly.lexicon.placing import Placing
from reportedly.model.text import Token

LONGEST = 7
"""Tokens in the longest name that is looked up ("Democratic Republic of the Congo" has five)."""

_JOINTS = frozenset("-–‑'’`/")


class Run(NamedTuple):
    """Token numbers ``first`` up to but not including ``last``; ``starts`` and ``ends`` are where names may begin
    and end inside."""

    first: int
    last: int
    starts: tuple[int, ...]
    ends: tuple[int, ...]


def runs(tokens: Sequence[Token], placing: Placing) -> Iterator[Run]:
    """The runs of a sentence, in text order."""
    at = 0
    while at < len(tokens):
        if not _opens(tokens, at, placing):
            at += 1
            continue
        last = _end(tokens, at, placing)
        yield _run(tokens, at, last, placing)
        at = last


def capital(token: Token) -> bool:
    """Whether the word begins with a capital letter, or stands in a script that has none (Arabic, Hebrew)."""
    text = token[2]
    if text[0].isupper() or (not text[0].isascii() and uncased(text)):
        return True
    return len(text) > 2 and ((text[0] in "'’‘" and text[1].isupper()) or (text[1] in "'’" and text[2].isupper()))


def uncased(text: str) -> bool:
    """Whether a word begins in Hebrew or Arabic script."""
    return "\u0590" <= text[0] <= "\u06ff"


def _opens(tokens: Sequence[Token], at: int, placing: Placing) -> bool:
    if capital(tokens[at]):
        return True
    return (
        tokens[at].text in placing.articles
        and at + 2 < len(tokens)
        and _joined(tokens, at + 1)
        and capital(tokens[at + 2])
    )


def _joined(tokens: Sequence[Token], at: int) -> bool:
    """Whether a token is a hyphen or apostrophe that touches both neighbours."""
    if tokens[at].text not in _JOINTS or at == 0 or at + 1 >= len(tokens):
        return False
    return tokens[at - 1].end == tokens[at].start and tokens[at].end == tokens[at + 1].start


def _joins(tokens: Sequence[Token], at: int, placing: Placing, small: int) -> bool:
    """Whether a small word or a cut-off full stop may stand inside a name, after ``small`` others."""
    if tokens[at].text == ".":
        return tokens[at - 1].text in placing.dotted
    word = tokens[at].text
    return small < 3 and (word in placing.joiners or (word[-1] == "-" and word[:-1] in placing.articles))


def _end(tokens: Sequence[Token], first: int, placing: Placing) -> int:
    """One past the last token of the run that begins at ``first``."""
    last = first + 1
    at = last
    while at < len(tokens):
        if capital(tokens[at]):
            last = at = at + 1
        elif _joined(tokens, at) or _joins(tokens, at, placing, at - last):
            at += 1
        elif tokens[at - 1].text in _JOINTS and tokens[at].text[:1].isalpha() and at - last < 2 and at > first + 1:
            last = at = at + 1  # the small half of a hyphened name: "Pyin-oo-lwin"
        else:
            break
    return last


def _run(tokens: Sequence[Token], first: int, last: int, placing: Placing) -> Run:
    starts = tuple(
        n
        for n in range(first, last)
        if capital(tokens[n]) or (tokens[n].text in placing.articles and _opens(tokens, n, placing))
    )
    starts = tuple(
        n for n in starts if n == first or not (_joined(tokens, n - 1) and not _splits(tokens, n - 1, placing))
    )
    ends = tuple(
        n + 1
        for n in range(first, last)
        if (capital(tokens[n]) or n + 1 == last)
        and not (n + 1 < last and _joined(tokens, n + 1) and not _splits(tokens, n + 1, placing))
    )
    return Run(first, last, starts, ends)


def _splits(tokens: Sequence[Token], joint: int, placing: Placing) -> bool:
    """Whether a hyphen or slash parts two names ("Damascus-Homs") rather than joining one: a slash, a dash, or a
    hyphen between two words that both begin with a capital and of which none is an article."""
    mark = tokens[joint].text
    if mark in "/–":
        return True
    return mark == "-" and tokens[joint - 1].text.casefold() not in placing.articles
