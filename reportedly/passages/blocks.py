"""Text in, paragraphs out: which line breaks end a paragraph and which only wrap a line.

A blank line always ends a paragraph. A single break wraps a line when the next line goes on in lower case, when the
line ends on a word or comma that cannot end a paragraph, or when the lines around it are plainly wrapped at a width.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from reportedly.lexicon.splitting import SplittingWords
from reportedly.model.text import Span

WIDEST = 120
"""Characters of the longest line that a mail program or terminal wraps."""

_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_STOPPED = re.compile(r"[.!?…:][\"'”’»)\]]*$")
_HANGING = re.compile(r"(?:[,(\[“‘«/&]|\s[-–—])$")
_BULLET = re.compile(r"(?:[•·●▪■◦*>]|[-–—]{1,2}\s|\d{1,2}[.)]\s|\.\s)")
_CONTINUES = re.compile(r"[\"'“‘(]?[a-z]|[,;)\]”’]")
_LAST_WORD = re.compile(r"(\w+)\W*$")
_FIRST_WORD = re.compile(r"\S+")
_PROSE = re.compile(r"[a-z][a-z'’]*,? [a-z'’]+,? \w")
_LETTERED = re.compile(r"[^\W\d_]+")


def blocks(text: str, start: int, end: int, words: SplittingWords) -> Iterator[Span]:
    """The paragraphs of ``text[start:end]``, trimmed, in text order."""
    lines: list[Span] = []
    for line in _lines(text, start, end):
        if lines and _blank_between(text, lines[-1].end, line.start) and not _spaced_out(text, lines[-1], line):
            yield from _paragraphs(text, lines, words)
            lines = []
        lines.append(line)
    yield from _paragraphs(text, lines, words)


def _lines(text: str, start: int, end: int) -> Iterator[Span]:
    for match in _LINE.finditer(text, start, end):
        words = match.group()
        left = len(words) - len(words.lstrip())
        right = len(words.rstrip())
        if left < right:
            yield Span(match.start() + left, match.start() + right)


def _blank_between(text: str, start: int, end: int) -> bool:
    """Whether the white space between two lines holds more than one line break."""
    return text[start:end].replace("\r\n", "\n").strip(" \t\xa0") not in ("\n", "\r", "\x85", "\u2028", "\v")


def _spaced_out(text: str, left: Span, right: Span) -> bool:
    """Whether a blank line only spaces out a wrapped sentence: prose without a stop, then more in small letters."""
    ends_open = text[left.end - 1] == "," or text[left.end - 1].islower()
    if not ends_open or left.end - left.start < 25 or not _PROSE.match(text, right.start, right.end):
        return False
    return not heading_like(left.of(text))


def _paragraphs(text: str, lines: list[Span], words: SplittingWords) -> Iterator[Span]:
    """The paragraphs of lines between which no blank line stands."""
    if len(lines) < 2:
        yield from lines
        return
    written = [line.of(text) for line in lines]
    flows = [_flows_on(left, right, words) for left, right in pairwise(written)]
    width = _width(written, flows)
    start = 0
    for number in range(1, len(lines)):
        before = flows[number - 2] if number > 1 else False
        after = flows[number] if number < len(flows) else False
        settled = flows[number - 1]
        if settled is None:
            settled = _wrapped(written, number, width, bool(before), bool(after))
        if not settled:
            yield Span(lines[start].start, lines[number - 1].end)
            start = number
    yield Span(lines[start].start, lines[-1].end)


def _flows_on(left: str, right: str, words: SplittingWords) -> bool | None:
    """Whether the right line surely goes on with the left one, surely does not, or (``None``) may."""
    if _BULLET.match(right):
        return False
    if _CONTINUES.match(right):
        return not left.endswith(":")
    if _HANGING.search(left):
        return True
    if _STOPPED.search(left):
        return _stop_is_short(left, words)
    last = _LAST_WORD.search(left)
    if last and last.group(1) in words.hangs and len(left) > len(last.group(1)):
        return True
    return None


def _stop_is_short(left: str, words: SplittingWords) -> bool | None:
    """A stop at the end of a line is an abbreviation's, or an end; a full line may still be wrapped after an end."""
    last = left.rsplit(None, 1)[-1].rstrip(".").lower()
    if "leads" in words.abbreviations.get(last, ()) and left.endswith("."):
        return True
    return None if len(left) <= WIDEST and not left.endswith(":") else False


def _width(written: list[str], flows: list[bool | None]) -> int | None:
    """The width at which the block is wrapped, if it is: some line surely flows on and none is wider than a screen."""
    longest = max(map(len, written))
    return longest if longest <= WIDEST and any(flows) else None


def _wrapped(written: list[str], number: int, width: int | None, before: bool, after: bool) -> bool:
    """Whether an unsettled break wraps: the line is full, or its neighbours are wrapped and it is no heading."""
    left, right = written[number - 1], written[number]
    first = _FIRST_WORD.match(right)
    full = width is not None and first is not None and len(left) + 1 + first.end() > width
    if full and len(written) > 2:
        return True
    if _STOPPED.search(left) or len(left) > WIDEST:
        return False
    return (before or after) and number > 1 and not heading_like(left)


def heading_like(line: str) -> bool:
    """Whether a line without a stop looks like a heading: few words, or most of them with capitals."""
    found: list[str] = _LETTERED.findall(line)
    if len(found) < 4:
        return True
    long = [word for word in found if len(word) > 3]
    return sum(word[0].isupper() for word in long) >= 0.8 * len(long)
