"""Nobody dies twice: claims of one report that name one person as killed, or as abducted, are one happening."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from reportedly.claims.story.one_life import fates, one_life, other_lives, told_fates
from reportedly.incidents.strands import strands
from reportedly.incidents.wording import weigh_words
from reportedly.lexicon.linking import families
from reportedly.model.claim import Claim
from reportedly.model.reading import Who
from reportedly.model.text import Span
from reportedly.model.words import Happening, Measure, Stance
from tests.incidents.made import KOLM, claim, party, report, toll

FIRST, LATER = Span(0, 40), Span(60, 100)


def _person(name: str) -> Who:
    return replace(party(name), actor_id=None, kind="person")


def _killing(name: str, whom: str, **fields: object) -> Claim:
    values: dict[str, object] = {"happening": Happening.ASSASSINATION, "targets": (_person(whom),)}
    return claim(name, **(values | fields))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Arvel Brenik", "Brenik", True),
        ("Brenik", "Brenik", True),
        ("Arvel Brenik", "Irma Brenik", False),
        ("Brenik", "Vesk", False),
    ],
)
def test_a_surname_goes_with_the_full_name(one: str, other: str, same: bool) -> None:
    assert one_life(fates(_killing("a#1", one)), fates(_killing("a#2", other))) is same


def test_a_surname_of_two_is_that_of_whom_the_report_named_first() -> None:
    named = ("Arvel Brenik", "Irma Brenik", "Brenik")
    first, second, alone = (told for _, told in told_fates([_killing(f"a#{n}", who) for n, who in enumerate(named)]))
    assert one_life(alone, first)
    assert not one_life(alone, second)


def test_who_was_hurt_beside_the_dead_is_not_known() -> None:
    mixed = _killing("a#1", "Vesk", tolls=(toll(1), toll(2, measure=Measure.WOUNDED)))
    assert not fates(mixed)


def test_how_the_dead_was_hit_hurts_nobody_else() -> None:
    """ "Vesk was murdered by men who shot him"."""
    him = replace(toll(1, measure=Measure.CASUALTIES), also=("en/counting/pronoun",))
    assert fates(_killing("a#1", "Vesk", tolls=(toll(1), him)))
    assert not fates(_killing("a#1", "Vesk", tolls=(toll(1), toll(1, measure=Measure.CASUALTIES))))


def test_a_denial_tells_of_no_death() -> None:
    assert not fates(_killing("a#1", "Vesk", stance=Stance.DENIES))


def test_a_killing_and_an_abduction_of_one_person_are_two() -> None:
    taken = _killing("a#2", "Vesk", happening=Happening.ABDUCTION)
    assert not one_life(fates(_killing("a#1", "Vesk")), fates(taken))


@pytest.mark.parametrize(("other", "incidents"), [("Vesk", 1), ("Brenik", 2)])
def test_one_death_is_one_strand_although_another_day_and_place_stand_beside_it(other: str, incidents: int) -> None:
    text = "x" * 120
    claims = [
        _killing("a#1", "Irma Vesk", span=FIRST),
        _killing("a#2", other, span=LATER, day=date(2021, 4, 20), where=KOLM),
    ]
    one = report("a", text)
    assert len(strands(claims, one, weigh_words([one]), families()).members) == incidents


@pytest.mark.parametrize(
    ("one", "other", "kind", "apart"),
    [
        ("Arvel Brenik", "Irma Vesk", Happening.ABDUCTION, True),
        ("Arvel Brenik", "Brenik", Happening.ABDUCTION, False),
        ("Arvel Brenik", "Irma Vesk", Happening.ASSASSINATION, False),
    ],
)
def test_two_named_people_are_abducted_twice(one: str, other: str, kind: Happening, apart: bool) -> None:
    left, right = _killing("a#1", one, happening=kind), _killing("a#2", other, happening=kind)
    assert other_lives(fates(left), fates(right)) is apart


def test_two_abductions_of_one_report_are_two_strands() -> None:
    claims = [
        _killing("a#1", "Irma Vesk", span=FIRST, happening=Happening.ABDUCTION),
        _killing("a#2", "Arvel Brenik", span=LATER, happening=Happening.ABDUCTION),
    ]
    one = report(
        "a", "Gunmen took Irma Vesk from her house.    " + " " * 20 + "Arvel Brenik was kidnapped on the road.   "
    )
    assert len(strands(claims, one, weigh_words([one]), families()).members) == 2
