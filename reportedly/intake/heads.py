"""The head of a report: its publication date read from a stamp or its own first lines, and its language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime
from email.utils import parsedate_to_datetime

from reportedly.lexicon.languages import LanguageTable
from reportedly.lexicon.stamps import Stamp, StampKind, StampTable
from reportedly.model.text import Published

_LINES = 8
_SHORT = 90
"""Characters of a line that may hold a date and an outlet's name and little else."""
_BEFORE_DASH = re.compile(r"\s*(?:\([^()\n]{1,60}\))?\s*(?:—|–|--|-\s)")
_TEXT_FOLLOWS = re.compile(r"[\s|:–—-]*\s[\"“‘(]?[A-Z0-9]")
_WORD = re.compile(r"[^\W\d_]+")
_FEWEST = 12
"""Words below which no language is told."""


def read_date(moment: str, basis: str, stamps: StampTable) -> Published | None:
    """A date or date-time as given: ISO 8601, RFC 2822, or written out. The day is the one printed, in its own zone."""
    wanted = moment.strip()
    for read in (date.fromisoformat, _iso_moment, _mail_moment):
        try:
            return Published(day=read(wanted), moment=wanted, basis=basis)
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
    stamp = stamps.at(wanted, 0)
    day = stamp.resolve(None) if stamp else None
    return Published(day=day, moment=wanted, basis=basis) if day else None


def _iso_moment(moment: str) -> date:
    return datetime.fromisoformat(moment).date()


def _mail_moment(moment: str) -> date:
    return parsedate_to_datetime(moment).date()


def date_in_text(text: str, stamps: StampTable) -> Published | None:
    """The date that a text prints over itself: a line of its own, a label, or a dateline. Never one in a sentence."""
    updated = None
    for line in _first_lines(text):
        for stamp in _stamps_over(line, stamps):
            day = stamp.resolve(None) if stamp.year is not None else None
            if day is None:
                continue
            found = Published(day=day, moment=line[stamp.start : stamp.end].strip(), basis="text")
            if stamp.kind is not StampKind.UPDATED:
                return found
            updated = updated or found
    return updated


def _stamps_over(line: str, stamps: StampTable) -> Iterator[Stamp]:
    """The stamps of one line that are no part of a sentence."""
    read = 0
    for start in _places(line):
        stamp = stamps.at(line, start, whole_year=False) if start >= read else None
        if stamp is not None:
            read = stamp.end
            if _stands_alone(line, start, stamp.end):
                yield stamp


def language_of(text: str, table: LanguageTable) -> str | None:
    """The language of a text by its script and its commonest words: ``en``, ``und-Arab`` for a script that several
    languages share, ``und`` for Latin letters that are not English, ``None`` for too few words."""
    words = _WORD.findall(text[:20_000])
    if len(words) < _FEWEST:
        return None
    letters = "".join(words)
    for script, pattern in table.scripts:
        if len(pattern.findall(letters)) > len(letters) // 2:
            return f"und-{script}"
    common = sum(word.lower() in table.words for word in words)
    return "en" if common >= table.share * len(words) else "und"


def _first_lines(text: str) -> list[str]:
    found = (line.strip() for line in text[:4000].splitlines())
    return [line for line in found if line][:_LINES]


def _places(line: str) -> list[int]:
    """Where a date may begin: at the start of the line, or after a comma, dash or bar within its first part."""
    reach = len(line) if len(line) <= _SHORT else 60
    return [0, *(m.end() for m in re.finditer(r"[,|–—·:-]\s+", line[:reach]))]


def _stands_alone(line: str, start: int, end: int) -> bool:
    """Whether the date is no part of a sentence: it opens a line, stands alone, or a dateline's dash follows."""
    if start == 0:
        return len(line) <= _SHORT or bool(_TEXT_FOLLOWS.match(line, end))
    return not line[end:].strip(" .)|") or bool(_BEFORE_DASH.match(line, end))
