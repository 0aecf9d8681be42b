"""vocab/en/hedging.yml and denying.yml in, compiled regular expressions with the line behind each form out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import Field

from reportedly.lexicon.lines import HOME, Line, load
from reportedly.lexicon.patterns import tree_of
from reportedly.lexicon.saying import DenyingLine
from reportedly.model.words import Stance


class HedgingLine(Line):
    """Words that weaken a statement. ``degree`` runs from 0, no weight left, to 1, no doubt.

    A form that begins with a word for per cent is found with the number before it, which then is the degree. ``signs``
    marks words that weaken where signs or papers say it, and not where somebody does ("the ministry indicated that"),
    ``behind`` those that do not weaken right before a noun ("unknown attackers").
    """

    meaning: str
    forms: tuple[str, ...]
    degree: float = Field(ge=0.0, le=1.0)
    stance: Stance | None = None
    signs: bool = False
    behind: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Hedge:
    """What one form means."""

    rule: str
    degree: float
    stance: Stance | None
    refusal: bool = False
    signs: bool = False
    behind: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrases:
    """Forms in one regular expression; the longest that fits is taken."""

    pattern: re.Pattern[str]
    meanings: dict[str, Hedge]

    def spot(self, text: str) -> Iterator[tuple[int, int, Hedge]]:
        """Where a form stands, and what it means; forms do not overlap."""
        for match in self.pattern.finditer(text):
            form = " ".join(match.group("form").casefold().split())
            meaning = self.meanings[form]
            number = match.group("number")
            if number:
                meaning = Hedge(rule=meaning.rule, degree=min(int(number) / 100, 1.0), stance=meaning.stance)
            yield match.start(), match.end(), meaning


def load_hedges(homes: Sequence[Path] = (HOME,), language: str = "en") -> Phrases:
    """The hedges of a language."""
    lines = load(f"{language}/hedging", HedgingLine, homes)
    return _compiled(
        (
            form,
            Hedge(rule=line.address, degree=line.degree, stance=line.stance, signs=line.signs, behind=line.behind),
        )
        for line in lines
        for form in line.forms
    )


def load_denials(homes: Sequence[Path] = (HOME,), language: str = "en") -> Phrases:
    """The phrases of refusal and doubt of a language. Their degree says how little is asserted."""
    lines = load(f"{language}/denying", DenyingLine, homes)
    return _compiled(
        (form, Hedge(rule=line.address, degree=line.degree, stance=line.stance, refusal=line.refusal))
        for line in lines
        for form in line.forms
    )


def _compiled(forms: Iterable[tuple[str, Hedge]]) -> Phrases:
    meanings = {form.casefold(): hedge for form, hedge in forms}
    words = tree_of(" ".join(form.split()) for form in meanings)
    pattern = re.compile(
        rf"(?<![\w-])(?:(?P<number>\d{{1,3}})[ -]?(?=%|per))?(?P<form>{words})(?![\w-])", re.IGNORECASE
    )
    return Phrases(pattern=pattern, meanings=meanings)
