"""The estimating table in, a frozen set of words out: who is everyone, who attacked, and what policies read into vague
words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Literal

from reportedly.lexicon.lines import HOME, Line, load

TABLE = "en/estimating"
_AT_HAND = 8_000  # phrases whose words are kept: who is counted, who tells, in what words


class EstimatingLine(Line):
    """A set of words and what they decide. ``policy`` and ``count`` belong to lines of the role ``number``."""

    role: Literal[
        "everyone",
        "attackers",
        "doer",
        "slew",
        "with-doer",
        "minors",
        "pronoun",
        "apart",
        "nobody",
        "nobody-of",
        "number",
        "single",
        "early",
        "listed",
        "some",
        "partial",
        "shown",
        "neutral",
        "passed",
        "more",
        "living",
        "too",
        "besides",
        "doubtful",
        "several",
    ]
    forms: tuple[str, ...]
    policy: str | None = None
    count: int | None = None


@dataclass(frozen=True, slots=True)
class Counted:
    """Words that decide how counts are put together. ``singles`` are addresses of counting lines, ``partial`` those
    of lines whose counts are of some, not of all ("two were in critical condition"), ``listed`` those of lines that
    add up a list, ``some`` those of lines that count some of a known group, ``passed`` those that say that the number
    itself is too low, ``more`` those that count people besides those told of before, ``living`` those by which these
    are alive, ``too`` those that say
    so only where people are told of one by one ("his son was ALSO killed"); ``doer`` those that say that somebody died
    by his own hand, ``slew`` those whose counts are of a doer's victims, ``with_doer`` those that say only that a doer
    died with them ("a murder-suicide"), ``minors`` words for children, ``shown`` words for footage, ``neutral``
    ids of bodies that are no party to a war, ``pronouns`` lines that count one by a pronoun, ``apart`` those that count
    over several happenings ("in separate shootings"), ``several`` those that count more than one without a number ("a
    number of people"); ``numbers`` maps (policy, word) to the number read into it."""

    everyone: frozenset[str]
    attackers: frozenset[str]
    nobody: frozenset[str]
    nobody_of: frozenset[str]
    singles: frozenset[str]
    partial: frozenset[str]
    numbers: dict[tuple[str, str], int]
    early: frozenset[str] = frozenset()
    listed: frozenset[str] = frozenset()
    some: frozenset[str] = frozenset()
    passed: frozenset[str] = frozenset()
    more: frozenset[str] = frozenset()
    living: frozenset[str] = frozenset()
    too: frozenset[str] = frozenset()
    besides: frozenset[str] = frozenset()
    doubtful: frozenset[str] = frozenset()
    doer: frozenset[str] = frozenset()
    slew: frozenset[str] = frozenset()
    with_doer: frozenset[str] = frozenset()
    minors: frozenset[str] = frozenset()
    shown: frozenset[str] = frozenset()
    neutral: frozenset[str] = frozenset()
    pronouns: frozenset[str] = frozenset()
    apart: frozenset[str] = frozenset()
    several: frozenset[str] = frozenset()

    def is_everyone(self, whom: str | None) -> bool:
        """Whether the words count all the victims ("people", "21 others", or nobody named)."""
        words = _words(whom)
        return not words or words[-1] in self.everyone or words[0] in self.everyone

    def is_attacker(self, whom: str | None) -> bool:
        """Whether the words are for those who did it."""
        return any(word in self.attackers for word in _words(whom))

    def is_minor(self, whom: str | None) -> bool:
        """Whether the words are for children."""
        return any(word in self.minors for word in _words(whom))

    def is_nobody(self, name: str | None) -> bool:
        """Whether the words name no one who could know ("recent reports")."""
        words = _words(name)
        return not words or words[-1] in self.nobody

    def is_nobodys(self, name: str | None) -> bool:
        """Whether a description begins with words that name nobody, whatever follows ("reports of three soldiers")."""
        words = _words(name)
        return " ".join(words[:2]) in self.nobody_of

    def is_early(self, *words: str | None) -> bool:
        """Whether a hedge or the words for a source call a count the first one ("initially", "earlier reports")."""
        return any(word in self.early for text in words for word in _words(text))

    def is_besides(self, text: str) -> bool:
        """Whether a count begins with words that set it beside those told of before ("another ten bodies")."""
        words = _words(text)
        return any(" ".join(words[:size]) in self.besides for size in (1, 2))

    def is_doubtful(self, hedge: str | None) -> bool:
        """Whether a hedge calls what is told only possible ("possibly", "may have")."""
        return any(word in self.doubtful for word in _words(hedge))

    def is_footage(self, name: str | None) -> bool:
        """Whether the words for a document are those for pictures ("one video")."""
        return any(word in self.shown for word in _words(name))

    def read_into(self, policy: str, words: str) -> int | None:
        """The number that a policy reads into vague words, or ``None``."""
        found = [self.numbers[policy, word] for word in _words(words) if (policy, word) in self.numbers]
        return min(found, default=None)


@cache
def counted(homes: Sequence[Path] = (HOME,)) -> Counted:
    """The table of the vocabulary. Raises VocabError with file and line."""
    lines = load(TABLE, EstimatingLine, homes)
    return Counted(
        everyone=frozenset(form for line in lines if line.role == "everyone" for form in line.forms),
        attackers=frozenset(form for line in lines if line.role == "attackers" for form in line.forms),
        nobody=frozenset(form for line in lines if line.role == "nobody" for form in line.forms),
        nobody_of=frozenset(form for line in lines if line.role == "nobody-of" for form in line.forms),
        singles=frozenset(form for line in lines if line.role == "single" for form in line.forms),
        early=frozenset(form for line in lines if line.role == "early" for form in line.forms),
        listed=frozenset(form for line in lines if line.role == "listed" for form in line.forms),
        some=frozenset(form for line in lines if line.role == "some" for form in line.forms),
        passed=frozenset(form for line in lines if line.role == "passed" for form in line.forms),
        more=frozenset(form for line in lines if line.role == "more" for form in line.forms),
        living=frozenset(form for line in lines if line.role == "living" for form in line.forms),
        too=frozenset(form for line in lines if line.role == "too" for form in line.forms),
        besides=frozenset(form for line in lines if line.role == "besides" for form in line.forms),
        doubtful=frozenset(form for line in lines if line.role == "doubtful" for form in line.forms),
        doer=frozenset(form for line in lines if line.role == "doer" for form in line.forms),
        slew=frozenset(form for line in lines if line.role == "slew" for form in line.forms),
        with_doer=frozenset(form for line in lines if line.role == "with-doer" for form in line.forms),
        minors=frozenset(form for line in lines if line.role == "minors" for form in line.forms),
        neutral=frozenset(form for line in lines if line.role == "neutral" for form in line.forms),
        shown=frozenset(form for line in lines if line.role == "shown" for form in line.forms),
        pronouns=frozenset(form for line in lines if line.role == "pronoun" for form in line.forms),
        apart=frozenset(form for line in lines if line.role == "apart" for form in line.forms),
        several=frozenset(form for line in lines if line.role == "several" for form in line.forms),
        partial=frozenset(form for line in lines if line.role == "partial" for form in line.forms),
        numbers={
            (line.policy, form): line.count
            for line in lines
            if line.policy is not None and line.count is not None
            for form in line.forms
        },
    )


@lru_cache(_AT_HAND)
def _words(text: str | None) -> tuple[str, ...]:
    return tuple(text.casefold().replace(",", " ").split()) if text else ()
