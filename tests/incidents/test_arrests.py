"""A report mainly of an arrest goes with the deed that somebody is held for, where both name what few reports name."""

from __future__ import annotations

from datetime import timedelta

import pytest

from reportedly.incidents.building import build
from reportedly.incidents.linker import Linker
from reportedly.lexicon.estimating import counted
from reportedly.lexicon.linking import families
from reportedly.model.reading import Interval
from reportedly.model.text import Span
from reportedly.model.words import Happening
from tests.incidents.made import DAY, claim, report, toll

DEED = (
    "Grocer Ilya Brandt was shot dead behind the Harsema Bakery on Tannery Lane while he unloaded flour from his "
    "van, and his sister Vera Brandt called for help."
)
HELD = (
    "Police arrested Tomas Kerl over the killing of grocer Ilya Brandt behind the Harsema Bakery on Tannery Lane. "
    "Vera Brandt, his sister, welcomed it."
)
OTHER = (
    "Police arrested Osip Marn over an attack on the driver of a milk lorry near the Korvin Bridge outside the "
    "Sulet Dairy, where it was parked."
)
LATER = DAY + timedelta(days=9)
FILLER = [f"Unrelated sentence number {n} about wheat prices in province {n} and weather." for n in range(30)]


def incidents(second: str, happening: Happening = Happening.ARREST) -> int:
    claims = [
        claim("a#1", span=Span(0, len(DEED)), happening=Happening.OTHER_VIOLENCE, tolls=(toll(1),)),
        claim("b#1", span=Span(0, len(second)), happening=happening, day=LATER),
    ]
    reports = [report("a", DEED), report("b", second, day=LATER)]
    reports += [report(f"filler{n}", text, day=DAY - timedelta(days=40 + n)) for n, text in enumerate(FILLER)]
    return len(Linker().link(claims, reports).incidents)


def test_an_arrest_goes_with_the_deed_whose_people_and_places_it_names() -> None:
    assert incidents(HELD) == 1


@pytest.mark.parametrize(
    ("second", "happening", "why"),
    [
        (OTHER, Happening.ARREST, "another deed"),
        (HELD, Happening.CEASEFIRE, "a truce comes of no killing"),
    ],
)
def test_an_arrest_goes_with_no_other(second: str, happening: Happening, why: str) -> None:
    assert incidents(second, happening) == 2, why


def test_the_day_of_the_arrest_is_not_that_of_the_deed() -> None:
    weeks = Interval(DAY, DAY + timedelta(days=3))
    claims = [
        claim("a#1", happening=Happening.OTHER_VIOLENCE, days=weeks),
        claim("a#2", happening=Happening.OTHER_VIOLENCE, days=weeks),
        claim("b#1", happening=Happening.ARREST, day=LATER),
    ]
    incident = build(claims, {}, {}, counted(), kin=families())
    assert (incident.happening, incident.days) == (Happening.OTHER_VIOLENCE, weeks)
