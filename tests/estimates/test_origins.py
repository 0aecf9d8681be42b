"""Who counts as an origin, and who is one with another."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from reportedly.estimates.origins import origins
from reportedly.lexicon.estimating import counted
from reportedly.model.claim import Claim, Teller
from reportedly.model.incident import Copy
from reportedly.model.text import Span
from reportedly.model.words import Role, Stance
from tests.incidents.made import ARMY, MEDIC, MONITOR, NORTHWIRE, VELTA, claim, toll

WORDS = counted()


def names(claims: Sequence[Claim], **more: Sequence[Copy]) -> list[str]:
    return [origin.name for origin in origins(claims, WORDS, **more).counted]


def someone(name: str | None, role: Role, *, anonymous: bool = False) -> Teller:
    return Teller(name=name, role=role, anonymous=anonymous, span=Span(0, 1))


ALONE: list[tuple[str, tuple[Teller, ...], dict[str, object], list[str]]] = [
    ("a monitor", (MONITOR,), {}, ["Veldania Monitoring Centre"]),
    ("a monitor through a wire", (NORTHWIRE, MONITOR), {}, ["Veldania Monitoring Centre"]),
    ("an outlet's own voice", (), {}, []),
    ("a wire's own voice", (NORTHWIRE,), {}, []),
    (
        "media described by their party",
        (Teller(name="MLF-linked media", role=Role.MEDIA, actor_id="mlf", side="mlf", anonymous=True),),
        {},
        ["MLF-linked media"],
    ),
    ("a party's own agency", (VELTA,), {}, ["VELTA"]),
    ("reports nobody names", (someone("recent reports", Role.UNKNOWN, anonymous=True),), {}, []),
    ("media nobody names", (someone("local media", Role.MEDIA, anonymous=True),), {}, []),
    ("an unnamed source", (someone("a security source", Role.UNKNOWN, anonymous=True),), {}, ["a security source"]),
    ("a party that only blames", (ARMY,), {"stance": Stance.ALLEGES}, []),
    (
        "a party that blames with a count",
        (ARMY,),
        {"stance": Stance.ALLEGES, "tolls": (toll(3),)},
        ["the Veldanian army"],
    ),
    ("a denial", (ARMY,), {"stance": Stance.DENIES}, []),
    ("who claims the deed", (ARMY,), {"stance": Stance.CLAIMS_RESPONSIBILITY}, ["the Veldanian army"]),
]


@pytest.mark.parametrize(("case", "tellers", "fields", "expected"), ALONE, ids=[case[0] for case in ALONE])
def test_who_counts(case: str, tellers: tuple[Teller, ...], fields: dict[str, object], expected: list[str]) -> None:
    assert names([claim("a#1", tellers=tellers, **fields)]) == expected  # type: ignore[arg-type]


def test_the_same_source_in_two_reports_counts_once() -> None:
    found = origins([claim("a#1"), claim("b#1", tellers=(NORTHWIRE, MONITOR), paper="Sava Post")], WORDS).counted
    assert [origin.claims for origin in found] == [("a#1", "b#1")]
    assert "told in 2 reports" in found[0].reason
    assert "northwire" in found[0].reason


def test_two_mouths_of_one_party_count_once() -> None:
    found = origins([claim("a#1", tellers=(ARMY,)), claim("b#1", tellers=(VELTA,))], WORDS).counted
    assert len(found) == 1
    assert "speaks for one party (veldania)" in found[0].reason


def test_unnamed_sources_of_different_outlets_count_separately_unless_the_text_is_one() -> None:
    source = someone("a security source", Role.UNKNOWN, anonymous=True)
    claims = [claim("a#1", tellers=(source,)), claim("b#1", tellers=(source,), paper="Sava Post")]
    assert len(names(claims)) == 2
    assert len(names(claims, copies=[Copy(left="a", right="b", containment=0.9)])) == 1


def test_a_copied_sentence_takes_the_source_of_its_model() -> None:
    claims = [claim("a#1", tellers=(MEDIC,), tolls=(toll(32),)), claim("b#1", tellers=(), paper="Sava Post")]
    found = origins(claims, WORDS, passages=[Copy(left="a#1", right="b#1", containment=0.8)])
    assert [origin.claims for origin in found.counted] == [("a#1", "b#1")]
    assert not found.uncounted


def test_an_own_voice_count_that_the_report_credits_below_is_the_sources() -> None:
    claims = [claim("a#1", tellers=(), tolls=(toll(14),)), claim("a#2", tolls=(toll(14),))]
    assert [origin.claims for origin in origins(claims, WORDS).counted] == [("a#1", "a#2")]


def test_a_bystander_beside_named_sources_counts_only_in_the_wider_reading() -> None:
    witness = someone("a shopkeeper", Role.WITNESS, anonymous=True)
    assert names([claim("a#1"), claim("a#2", tellers=(witness,))]) == ["Veldania Monitoring Centre"]
    assert names([claim("a#2", tellers=(witness,))]) == ["a shopkeeper"]


def test_a_name_written_longer_is_one_voice() -> None:
    long = Teller(name="Ana Petrov (Marn Relief Committee)", role=Role.ACTIVIST, span=Span(0, 1))
    short = Teller(name="Marn Relief Committee", role=Role.ACTIVIST, span=Span(0, 1))
    assert len(names([claim("a#1", tellers=(long,)), claim("b#1", tellers=(short,))])) == 1


def test_an_unnamed_member_of_a_named_body_is_that_body() -> None:
    head = someone("the deputy head of Veldania Monitoring Centre", Role.MONITOR, anonymous=True)
    assert len(names([claim("a#1"), claim("a#2", tellers=(head,))])) == 1
