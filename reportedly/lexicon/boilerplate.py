"""The vocabulary of what is not the report in, one compiled table out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Literal

from reportedly.lexicon.lines import Line, load


class BoilerplateLine(Line):
    """Words of a page that are no part of its report.

    ``whole``: a line that is nothing but a form. ``header``: the same, and the headings below it are links elsewhere.
    ``opens``: a sentence that begins with a form. ``holds``: a sentence that has a form in it. Sentences longer than
    ``longest`` characters are left alone. ``part``: a form and the figures behind it, wherever they stand. ``list``: a
    form that begins a sentence and the words behind it, up to one of ``until``, which begins the report again.
    """

    kind: Literal["whole", "header", "opens", "holds", "part", "list"]
    forms: tuple[str, ...]
    longest: int = 240
    until: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """The forms of one line of the vocabulary, compiled, with its address."""

    rule: str
    pattern: re.Pattern[str]
    longest: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BoilerplateTable:
    """``wholes`` and ``headers`` map a squeezed line to its rule. ``opening_words`` are the first words of ``opens``;
    one of ``holding_words`` stands in any text that one of ``holds`` can match. Both are in lower case. ``parts`` are
    cut out of sentences, and so is what begins one as one of ``lists``."""

    wholes: dict[str, str]
    headers: dict[str, str]
    opens: tuple[Wording, ...]
    holds: tuple[Wording, ...]
    opening_words: frozenset[str]
    holding_words: tuple[str, ...]
    parts: tuple[Wording, ...]
    lists: tuple[Wording, ...]


_LEAD = r"[\W_]{0,6}"
FIRST_WORD = re.compile(r"[\W_]{0,6}([^\W\d_]*)")
"""The first letters of a sentence behind bullets, brackets and signs."""
_FIGURES = r"(?:\s+\d+\b){0,2}"
"""What counters leave behind a form: "Get short URL 0 46"."""
_LISTED = r"(?:\s+\S+){1,30}?\s+"
"""The words of a list of tags."""
_SQUEEZE = re.compile(r"[\W\d_]+")


@cache
def load_boilerplate(language: str = "en") -> BoilerplateTable:
    """The table of the product's own vocabulary."""
    lines = load(f"{language}/boilerplate", BoilerplateLine)
    opens = tuple(_wording(line, rf"{_LEAD}{_forms(line.forms)}") for line in lines if line.kind == "opens")
    holds = tuple(_wording(line, _forms(line.forms)) for line in lines if line.kind == "holds")
    return BoilerplateTable(
        wholes=_squeezed(line for line in lines if line.kind in ("whole", "header")),
        headers=_squeezed(line for line in lines if line.kind == "header"),
        opens=opens,
        holds=holds,
        opening_words=frozenset(_first(form) for line in lines if line.kind == "opens" for form in line.forms),
        holding_words=_keys(form for line in lines if line.kind == "holds" for form in line.forms),
        parts=tuple(_wording(line, _part(line)) for line in lines if line.kind == "part"),
        lists=tuple(_list(line) for line in lines if line.kind == "list"),
    )


def squeezed(line: str) -> str:
    """A line's letters in lower case with single blanks: "- Advertisement -" and "ADVERTISEMENT 2" are one."""
    return _SQUEEZE.sub(" ", line).strip().casefold()


def _squeezed(lines: Iterable[BoilerplateLine]) -> dict[str, str]:
    return {squeezed(form): line.address for line in lines for form in line.forms}


def _wording(line: BoilerplateLine, pattern: str) -> Wording:
    return Wording(rule=line.address, pattern=re.compile(pattern, re.IGNORECASE), longest=line.longest)


def _part(line: BoilerplateLine) -> str:
    """A form with its figures; a date may be glued to it ("10.05.2024Get short URL")."""
    return _forms(line.forms).replace(r"\b", r"(?<![^\W\d_])", 1) + _FIGURES


def _list(line: BoilerplateLine) -> Wording:
    """A form that begins a sentence, up to a word that begins the report; here capitals count."""
    until = "|".join(map(re.escape, line.until))
    pattern = rf"{_forms(line.forms)}{_LISTED}(?=(?:{until})\s)"
    return Wording(rule=line.address, pattern=re.compile(pattern), longest=line.longest)


def _forms(forms: Iterable[str]) -> str:
    """Any of the forms. A blank is any white space, an apostrophe may be lost, ``#`` is a number."""
    ordered = sorted(forms, key=lambda form: (-len(form), form))
    return "(?:" + "|".join(map(_form, ordered)) + ")"


def _form(form: str) -> str:
    written = re.escape(form).replace(r"\ ", r"\s+").replace("'", "['’]?").replace(r"\#", r"\d+")
    return (r"\b" if form[0].isalnum() else "") + written + (r"\b" if form[-1].isalnum() else "")


def _first(form: str) -> str:
    """The letters with which a form starts, empty if it starts with a sign."""
    found = FIRST_WORD.match(form)
    return found.group(1).casefold() if found else ""


def _keys(forms: Iterable[str]) -> tuple[str, ...]:
    """The longest plain word of each form."""
    return tuple(sorted({max(re.findall(r"[^\W\d_]+", form.casefold()), key=len) for form in forms}))
