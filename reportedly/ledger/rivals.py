"""A view of a ledger and another dataset's file in, the two compared out; the vocabulary and the gazetteers say what
the other coder's names mean."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from reportedly.errors import InputError
from reportedly.ledger.answers import Progress
from reportedly.ledger.setting import Setting, places
from reportedly.lexicon.actors import load_actors
from reportedly.lexicon.rivals import load_phrases
from reportedly.model.rival import Against
from reportedly.rivals.comparing import compare
from reportedly.rivals.countries import Countries
from reportedly.rivals.parties import Parties
from reportedly.rivals.theirs import Known
from reportedly.store import View

_COUNTRY = "A.PCL"
"""How the kinds of countries begin in a gazetteer."""


def against(view: View, path: Path, setting: Setting, *, days: int, km: float, progress: Progress) -> Against:
    """The comparison. Raises InputError for a file of neither dataset and for windows below zero."""
    if days < 0 or km < 0:
        raise InputError("days and kilometres cannot be below 0", mend="give 0 for none", code="rival-window")
    countries = Countries(partial(_code, setting))
    parties = Parties(load_actors(setting.homes), load_phrases(setting.homes), countries)
    known = Known(parties=parties, countries=countries)
    return compare(view, path, known, view.printed(), days=days, km=km, told=lambda rows: progress(rows, None))


def _code(setting: Setting, name: str) -> str | None:
    """The code of a country by its name, where a gazetteer has it."""
    return next((p.country for p in places(setting).find(name) if p.kind.startswith(_COUNTRY) and p.country), None)
