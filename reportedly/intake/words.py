"""The tables of the vocabulary that intake reads by, together."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from reportedly.lexicon.boilerplate import BoilerplateTable, load_boilerplate
from reportedly.lexicon.languages import LanguageTable, load_languages
from reportedly.lexicon.stamps import StampTable, load_stamps


@dataclass(frozen=True, slots=True, kw_only=True)
class IntakeWords:
    """How dates are printed, how languages are told, and what is not the report."""

    stamps: StampTable
    languages: LanguageTable
    boilerplate: BoilerplateTable


@cache
def load_intake_words() -> IntakeWords:
    """The tables of the product's own vocabulary."""
    return IntakeWords(stamps=load_stamps(), languages=load_languages(), boilerplate=load_boilerplate())
