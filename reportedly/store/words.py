"""Text in, the words that full-text search compares out; a query in, its terms out.

Both engines are given these words instead of the text, so that they find the same reports: letters and digits, without
case, accents, vowel points or the Arabic stretching mark.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from reportedly.errors import LedgerError
from reportedly.model.text import Span

LONGEST = 200
"""Characters of a word; what is longer is no word (base64), and neither engine could index it."""

_WORD = re.compile(r"(?:[^\W_]|[\u0300-\u036f\u0610-\u061a\u0640\u064b-\u065f\u0670])+")
_TERM = re.compile(r'(?P<no>-)?(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+))')


class Term(NamedTuple):
    """Words that must stand in a row, or must not (``without``). ``prefix``: the last word may go on."""

    words: tuple[str, ...]
    prefix: bool = False
    without: bool = False


def words(text: str) -> list[str]:
    """The words of a text in order."""
    return [word for raw in _WORD.findall(text) if len(raw) <= LONGEST and (word := fold(raw))]


def placed_words(text: str) -> Iterator[tuple[Span, str]]:
    """The words of a text in order, each with the place where it stands."""
    for found in _WORD.finditer(text):
        word = fold(found.group()) if found.end() - found.start() <= LONGEST else ""
        if word:
            yield Span(found.start(), found.end()), word


@lru_cache(maxsize=65_536)
def fold(word: str) -> str:
    """One word as it is compared: ``Teshîl`` and ``TESHIL`` are one."""
    if word.isascii():
        return word.lower()
    apart = unicodedata.normalize("NFKD", word.casefold())
    return "".join(c for c in apart if c.isalnum())


def terms(query: str) -> tuple[Term, ...]:
    """What a query asks for: every word, ``"words in a row"``, ``begin*``, and ``-word`` for what must not stand.

    Raises LedgerError where it asks for nothing.
    """
    found = tuple(term for part in _TERM.finditer(query) if (term := _term(part)).words)
    if all(term.without for term in found):
        raise LedgerError(
            f"the search {query!r} names no word to look for",
            mend='give a word, "words in a row" or the beginning of a word as begin*',
            code="search-empty",
        )
    return found


def first_place(text: str, wanted: Sequence[Term]) -> Span | None:
    """Where the earliest of the wanted terms stands in the text; ``None`` where none does (a hit in the title)."""
    placed = list(placed_words(text))
    for number in range(len(placed)):
        for term in wanted:
            last = number + len(term.words)
            if not term.without and _stands(term, [word for _, word in placed[number:last]]):
                return Span(placed[number][0].start, placed[last - 1][0].end)
    return None


def _term(part: re.Match[str]) -> Term:
    raw = part["phrase"] if part["word"] is None else part["word"]
    prefix = part["word"] is not None and raw.endswith("*")
    return Term(words=tuple(words(raw)), prefix=prefix, without=part["no"] is not None)


def _stands(term: Term, here: list[str]) -> bool:
    if len(here) < len(term.words):
        return False
    *before, last = term.words
    return here[:-1] == before and (here[-1].startswith(last) if term.prefix else here[-1] == last)
