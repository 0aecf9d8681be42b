"""vocab/en/mishaps → what harms without being anybody's deed, by first word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from reportedly.lexicon.lines import HOME, Line, load

TABLE = "en/mishaps"


class MishapLine(Line):
    """Words for one kind of mishap. See the head of ``vocab/en/mishaps.yml``."""

    nouns: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    of: frozenset[str] = frozenset()
    unless: frozenset[str] = frozenset()
    follows: bool = False
    behind: frozenset[str] = frozenset()
    dying: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class MishapForm:
    """One form of a line: its words in dictionary form, and whether it is a verb."""

    words: tuple[str, ...]
    verb: bool
    line: MishapLine


@dataclass(frozen=True, slots=True, kw_only=True)
class Mishaps:
    """Forms by their first word, longest first."""

    forms: dict[str, tuple[MishapForm, ...]] = field(default_factory=dict)


def load_mishaps(homes: Sequence[Path] = (HOME,)) -> Mishaps:
    """The words of all homes. Raises VocabError with file and line."""
    lines = load(TABLE, MishapLine, homes)
    forms: dict[str, list[MishapForm]] = {}
    for line in lines:
        for text, verb in [*((n, False) for n in line.nouns), *((v, True) for v in line.verbs)]:
            words = tuple(text.split())
            forms.setdefault(words[0], []).append(MishapForm(words=words, verb=verb, line=line))
    return Mishaps(forms={first: tuple(sorted(found, key=lambda f: -len(f.words))) for first, found in forms.items()})
