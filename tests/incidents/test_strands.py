"""Within one report: what the reader put at one scene is one happening, though the sentence itself does not say it."""

from __future__ import annotations

import pytest

from reportedly.claims.drafts import TAKEN_OVER
from reportedly.incidents.strands import strands
from reportedly.incidents.wording import weigh_words
from reportedly.lexicon.linking import families
from reportedly.model.claim import Note
from reportedly.model.text import Span
from reportedly.model.words import Happening
from tests.incidents.made import DOLVI, KOLM, claim, report


def _taken(*fields: str) -> tuple[Note, ...]:
    return tuple(Note(field=field, rule=TAKEN_OVER, text="taken over") for field in fields)


@pytest.mark.parametrize(("where", "incidents"), [(DOLVI, 1), (KOLM, 2)])
def test_one_day_and_one_place_of_which_each_says_half_join(where: tuple[str, float, float], incidents: int) -> None:
    placed = claim("a#1", where=DOLVI, span=Span(0, 40), notes=_taken("when"))
    between = claim("a#2", happening=Happening.CEASEFIRE, where=KOLM, span=Span(200, 240))
    dated = claim("a#3", where=where, span=Span(400, 440), notes=_taken("where"))
    one = report("a", "words " * 200)
    found = strands([placed, between, dated], one, weigh_words([one]), families()).members
    assert len([s for s in found if between not in s]) == incidents
