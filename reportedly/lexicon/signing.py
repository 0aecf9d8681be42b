"""vocab/en/signing.yml in, patterns for the signatures of live-blog entries and of posts out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from reportedly.lexicon.lines import HOME, Line, load
from reportedly.lexicon.patterns import any_of

_NAME = r"(?P<name>[A-Z][\w.'’-]+(?: [A-Za-z]{2,3}[ -])?(?: ?[A-Z][\w.'’-]+){1,3})"
"""Two to four words with capitals, and a particle of a name between them ("Jane Roe", "Omar al-Sayid")."""
_MORE = r"(?P<more>(?:,| of| \()[^:\n]{2,40})?"


class SigningLine(Line):
    """``place`` says where the words stand: before the signer (``by``), before his place (``at``), or in the address
    that ends a post (``link``)."""

    meaning: str
    place: Literal["by", "at", "link"]
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Signing:
    """``opening`` matches a signature right after an entry's time, ``closing`` one that ends an entry, each with the
    groups ``name`` and ``cue``; ``handle`` an account in brackets after a name; ``link`` a word with an address."""

    opening: re.Pattern[str]
    closing: re.Pattern[str]
    handle: re.Pattern[str]
    link: re.Pattern[str]


def load_signing(homes: Sequence[Path] = (HOME,), language: str = "en") -> Signing:
    """The patterns of a language."""
    lines = load(f"{language}/signing", SigningLine, homes)
    by, at, link = (any_of(_forms(lines, place)) for place in ("by", "at", "link"))
    where = rf" {at} [A-Z][^:\n]{{1,40}}"
    signed = rf"(?P<cue>(?i:{by})) {_NAME}{_MORE}(?:{where})?\s*(?:[:–—\n-]|$)"
    standing = rf"{_NAME.replace('name', 'name2')}{_MORE.replace('more', 'more2')}{where}(?P<cue2>:)"
    return Signing(
        opening=re.compile(rf"{signed}|{standing}"),
        closing=re.compile(rf"(?:^|[\n(–—-])\s*(?P<cue>(?i:{by})) {_NAME}{_MORE}[)\]]?\s*\Z"),
        handle=re.compile(r"\((?P<at>@?)\w{2,15}\)\s+"),
        link=re.compile(rf"\S*{link}\S*"),
    )


def _forms(lines: Iterable[SigningLine], place: str) -> tuple[str, ...]:
    return tuple(form for line in lines if line.place == place for form in line.forms)
