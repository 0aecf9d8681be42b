"""A paragraph in, its sentences out.

A stop ends a sentence unless it belongs to an abbreviation, an initial, a number, a web address, or to quoted words
whose sentence goes on ("Why?" he asked). A lost blank after a stop ("the city.The army") is an end too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportedly.lexicon.splitting import SplittingWords
from reportedly.model.text import Span

_CLOSERS = r"[\"'”’»)\]]"
_STOP = re.compile(
    rf"(?P<stop>[.!?…]+)(?P<close>{_CLOSERS}*(?:\[\d{{1,3}}\])*)(?=\s)"
    rf"|(?<=[a-z\])”’\"][a-z\])”’\"])(?P<glued>[.!?…]+{_CLOSERS}?)(?=[“\"‘]?[A-Z][a-z'’]*(?:[\s,]|-[a-z]))"
    rf"|(?<=[.!?])(?P<tight>[\"”])(?=[A-Z“][\w'’]*\s)"
)
_NEXT = re.compile(r"\s*(?P<open>[\"'“‘«(\[]*)(?P<word>[^\W\d_][\w'’]*(?:-\w+)*|\d[\d.,:]*|\S)")
_WORD_BEFORE = re.compile(r"[^\s\"'“”‘’«»()\[\]/]*$")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")
_MARKER = re.compile(r"[\W_]*(?:\d{1,3}|[a-zA-Z]|[ivx]{1,4})[.)]+$")
_MIXED = re.compile(r"[a-z]+(?:-[A-Z]|[A-Z])")
_LOOKBACK = 40
"""Characters in which the word before a stop is looked for; longer ones are no words."""


def sentences(text: str, block: Span, words: SplittingWords) -> Iterator[Span]:
    """The sentences of one paragraph, trimmed, in text order, leaving out nothing but white space."""
    start = block.start
    for match in _STOP.finditer(text, block.start, block.end):
        if match["glued"] or match["tight"]:
            ends = "/" not in (before := _word_before(text, start, match.start())) and "@" not in before
        else:
            ends = _ends(text, start, match, block.end, words)
        if ends:
            yield from trimmed(text, start, match.end())
            start = match.end()
    yield from trimmed(text, start, block.end)


def trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    """``text[start:end]`` without white space at its ends, if anything is left."""
    words = text[start:end]
    left = len(words) - len(words.lstrip())
    right = len(words.rstrip())
    if left < right:
        yield Span(start + left, start + right)


def _ends(text: str, start: int, match: re.Match[str], end: int, words: SplittingWords) -> bool:
    """Whether the stop of the match ends a sentence that began at ``start``."""
    following = _NEXT.match(text, match.end(), end)
    if following is None:
        return False
    word, opened = following["word"], following["open"]
    stop, closed = match["stop"], match["close"]
    if not word[0].isalnum():
        return _ends_before_mark(text[start : match.start()], word)
    if word[0].islower() and not _MIXED.match(word):
        return _ends_before_lower(text, start, match, opened, words)
    if stop != ".":
        return _ends_loudly(text, match, stop, closed, words)
    before = _word_before(text, start, match.start())
    if closed:
        return before.lower() not in words.abbreviations or word.lower() in words.starts
    if _MARKER.fullmatch(text, start, match.end()):
        return False
    return _ends_plainly(text, before, following, words)


def _ends_before_mark(sentence: str, mark: str) -> bool:
    """Before a dash, bullet or handle: an end if there is a sentence to end."""
    return mark not in ",;:.!?…)]”’»" and any(c.isalpha() for c in sentence)


def _ends_before_lower(text: str, start: int, match: re.Match[str], opened: str, words: SplittingWords) -> bool:
    """A sentence seldom starts in lower case: only after a plain stop behind a full word, and outside brackets."""
    if match["stop"] != "." or match["close"] or opened:
        return False
    before = _word_before(text, start, match.start())
    if len(before) < 4 or not before.isalpha() or before.lower() in words.abbreviations:
        return False
    sentence = text[start : match.start()]
    return sentence.count("(") <= sentence.count(")") and before.islower()


def _ends_loudly(text: str, match: re.Match[str], stop: str, closed: str, words: SplittingWords) -> bool:
    """After ``!``, ``?`` or an ellipsis: an end, unless quoted words are followed by who said them."""
    if closed and not stop.endswith("."):
        return words.tags.match(text, match.end(), match.end() + 120) is None
    return True


def _ends_plainly(text: str, before: str, following: re.Match[str], words: SplittingWords) -> bool:
    """After a bare full stop, by the word before it and the word after it."""
    word = following["word"]
    starts = word.lower() in words.starts or bool(following["open"])
    lowered = before.lower()
    kinds = words.abbreviations.get(lowered)
    if kinds is None:
        if _INITIALS.fullmatch(before.rpartition("-")[2]):  # "the Korvian-U.S. Institute"
            return starts and not (len(before) == 1 and len(word) == 1)
        return True
    if "leads" in kinds or ("number" in kinds and word[0].isdigit()):
        return False
    if kinds == {"number"}:
        return True
    if "clock" in kinds:
        return not word[0].isdigit() and not words.clock_goes_on.match(text, following.start("word"))
    return starts and not word[0].isdigit()


def _word_before(text: str, start: int, end: int) -> str:
    found = _WORD_BEFORE.search(text, max(start, end - _LOOKBACK), end)
    return found.group().strip("-–—") if found else ""
