"""A place in a text in, the dateline that stands there out.

KARSK, March 3 (Northwire) —        Karsk, 18 Feb 90 (VELTA) -- [Text]        (Northwire) -
KARSK, March 3 Shells fell …        Karsk, Mar 3 (Northwire).-            Karsk, Mar 3 (Northwire) Shells fell …
Published Tuesday 4 April 2017      The Karsk Herald – 9th January, 2016      KARSK AFP Saturday 7 Oct 2017
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from reportedly.lexicon.splitting import SplittingWords
from reportedly.lexicon.stamps import Stamp, StampKind

_CAPS = r"[A-ZÀ-Þ][A-ZÀ-Þ.'’-]*[A-ZÀ-Þ.](?![a-zà-þ])"
_NAME = r"[A-ZÀ-Þ][\w.'’-]*"
_TOWN = re.compile(rf"(?P<town>{_CAPS}(?:[ /-]{_CAPS}){{0,4}}|{_NAME}(?:[ /-](?:{_NAME}|d[aeo]l?|[ae]l)){{0,4}})")
_REGION = re.compile(rf",? \((?:{_NAME}[ ]?){{1,3}}\)(?=,)|,\s+{_NAME}(?: {_NAME}){{0,2}}|\s+[A-Z]{{2}}(?=\s?[—–-])")
_AGENCY = re.compile(r"[,/]?\s*[(\[][A-Za-z][\w .,&'’/-]{1,60}[)\]]")
_DASH = re.compile(r"(?:(?<=[)\]])\.)?\s*(?:—|–|―|--+|-(?=\s)|_(?=\s|$))\s*")
_COLON = re.compile(r":\s")
_TAGS = re.compile(r"(?:\s*\[[^\[\]\n]{1,200}\])+")
_STARTS = re.compile(r"[\"'“‘«(\[]*[A-Z0-9À-Þ$£€]|[^\x00-\u024F]|$|\.{3}|…|[\"'“‘`]")
_BEGINS = re.compile(r"\s+[\"“]?(?:[A-Z][a-z][\w'’-]*|A)\s")
_PLAIN_TEXT = re.compile(r"\s+[\"“]?[A-Z][\w'’]*\s")
_AFTER_STAMP = re.compile(rf"\s*(?:{_CAPS}(?:[ /-]{_CAPS}){{0,3}}\s*[:/-]?\s+(?=[A-Z0-9\"“]))")


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """Where a dateline ends, and its date if it states one."""

    end: int
    stamp: Stamp | None = None


def dateline(text: str, start: int, end: int, words: SplittingWords, *, begun: bool = False) -> Dateline | None:
    """The place-and-agency line at ``start`` ("KARSK, March 3 (Northwire) —"), if there is one.

    Once the story has ``begun``, a name in capitals before a colon is a speaker and no place.
    """
    agency = _AGENCY.match(text, start, end)
    if agency and text[start] in "([":
        return _closed(text, agency.end(), end, None) if agency.end() - start < 40 else None
    town = _TOWN.match(text, start, min(end, start + 60))
    if town is None:
        return None
    at, stamp, signed = town.end(), None, False
    for _ in range(3):
        stamp, at = _dated(text, at, end, words) if stamp is None else (stamp, at)
        if region := _REGION.match(text, at, end):
            at = region.end()
    stamp, at = _dated(text, at, end, words) if stamp is None else (stamp, at)
    if undated := words.undated.match(text, at, end):
        at = undated.end()
    if agency := _AGENCY.match(text, at, end):
        at, signed = agency.end(), True
    if stamp is None:
        stamp, at = _dated(text, at, end, words)
    if begun and _COLON.match(text, at, end):
        return None
    capitals = town["town"].isupper()
    plain = signed and (capitals or stamp is not None) and _PLAIN_TEXT.match(text, at, end)
    if plain or (capitals and stamp is not None and _BEGINS.match(text, at, end)):
        return Dateline(end=at, stamp=stamp)
    return _closed(text, at, end, stamp) if _believed(text, town, at, end, stamp, signed, words) else None


def stamped(text: str, start: int, end: int, words: SplittingWords, *, whole: bool) -> Dateline | None:
    """The date printed at ``start``: alone on its line, after an outlet's name, or (not ``whole``) before the text."""
    first = words.stamps.at(text, start)
    if first is None:
        return _after_outlet(text, start, end, words)
    at, kept = first.end, first
    while later := words.stamps.at(text, _skip(text, at, end)):
        kept = kept if kept.kind is not StampKind.UPDATED else later
        at = later.end
    rest = text[at:end]
    if not rest.strip(" \t|.-–—·:()"):
        return Dateline(end=end, stamp=kept)
    if whole or not rest[:1].isspace() or not _STARTS.match(rest.lstrip()):
        return None
    town = _AFTER_STAMP.match(text, at, end)
    return Dateline(end=town.end() if town else at, stamp=kept)


def _after_outlet(text: str, start: int, end: int, words: SplittingWords) -> Dateline | None:
    """ "The Karsk Herald – 9th January, 2016" as a whole line, or "KARSK AFP Saturday 7 Oct 2017" before text."""
    town = _TOWN.match(text, start, min(end, start + 60))
    if town is None:
        return None
    dash = _DASH.match(text, town.end(), end)
    stamp = words.stamps.at(text, dash.end() if dash else _skip(text, town.end(), end))
    if stamp is None or stamp.end > end:
        return None
    if not text[stamp.end : end].strip(" \t|.-–—·:()"):
        return Dateline(end=end, stamp=stamp)
    signed = words.agency.search(text, town.start(), town.end())
    return Dateline(end=stamp.end, stamp=stamp) if signed and not dash else None


def _dated(text: str, at: int, end: int, words: SplittingWords) -> tuple[Stamp | None, int]:
    """A date (with or without its year) after a comma."""
    here = _skip(text, at, end)
    stamp = words.stamps.at(text, here, whole_year=False) if here > at else None
    if stamp is None or stamp.end > end:
        return None, at
    return stamp, stamp.end


def _skip(text: str, at: int, end: int) -> int:
    while at < end and (text[at] in " ,\t\xa0|/"):
        at += 1
    return at


def _believed(
    text: str, town: re.Match[str], at: int, end: int, stamp: Stamp | None, signed: bool, words: SplittingWords
) -> bool:
    """Whether town, date and agency make a dateline and not the beginning of a sentence."""
    name = town["town"]
    if not words.labels.isdisjoint((name.lower(), *name.lower().split())) or len(name) < 3:
        return False
    capitals = name.isupper()
    if _DASH.match(text, at, end):
        return capitals or signed or stamp is not None or (" -" not in text[at : at + 2] and _short_line(name))
    return capitals and bool(_COLON.match(text, at, end)) and (signed or at - town.start() < 25)


def _short_line(name: str) -> bool:
    return all(part[:1].isupper() for part in name.split()) and name.count(" ") < 3


def _closed(text: str, at: int, end: int, stamp: Stamp | None) -> Dateline | None:
    """The dateline's dash or colon, the bracketed remarks after it, and a text that starts as texts do."""
    mark = _DASH.match(text, at, end) or _COLON.match(text, at, end)
    if mark is None:
        return None
    tags = _TAGS.match(text, mark.end(), end)
    stop = tags.end() if tags else mark.end()
    return Dateline(end=stop, stamp=stamp) if _STARTS.match(text[stop:end].lstrip()) else None
