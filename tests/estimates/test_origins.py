"""Who counts as an origin, and who is one with another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from reportedly.estimates.origins import origins
from reportedly.lexicon.estimating import counted
from reportedly.model.claim import Claim, Teller
from reportedly.model.incident import Copy
from reportedly.model.text import Span
from reportedly.model.words import Happening, Role, Stance
from tests.incidents.made import ARMY, MEDIC, MONITOR, NORTHWIRE, VELTA, claim, party, toll

WORDS = counted()


def names(claims: Sequence[Claim], copies: Sequence[Copy] = (), passages: Sequence[Copy] = ()) -> list[str]:
    return [origin.name for origin in origins(claims, WORDS, copies, passages).counted]


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


def test_a_video_that_bears_a_partys_name_is_its_own_word() -> None:
    video = Teller(name="MLF video", role=Role.DOCUMENT, actor_id="mlf", side="mlf", span=Span(0, 1))
    front = Teller(name="the MLF", role=Role.ARMED_GROUP, actor_id="mlf", side="mlf", span=Span(0, 1))
    assert len(names([claim("a#1", tellers=(video,)), claim("b#1", tellers=(front,))])) == 1


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


def test_a_part_of_the_own_count_is_nobodys() -> None:
    women = toll(2, whom="women", part_of="16 people")
    claims = [claim("a#1", tellers=(), tolls=(toll(16), women)), claim("a#2", tolls=(toll(2),))]
    assert [origin.claims for origin in origins(claims, WORDS).counted] == [("a#2",)]


def test_who_tells_only_of_ground_is_no_witness_of_the_strike_beside_it() -> None:
    struck = claim("a#1", tellers=(MONITOR,), happening=Happening.AIR_STRIKE, tolls=(toll(9),))
    won = claim("b#1", tellers=(ARMY,), happening=Happening.TERRITORY_GAINED)
    assert names([struck, won]) == ["Veldania Monitoring Centre"]
    denied = claim("c#1", tellers=(ARMY,), happening=Happening.AIR_STRIKE, stance=Stance.DENIES)
    assert names([struck, won, denied]) == ["Veldania Monitoring Centre"]
    fought = claim("a#1", tellers=(MONITOR,), happening=Happening.ARMED_CLASH, tolls=(toll(9),))
    assert names([fought, won]) == ["Veldania Monitoring Centre", "the Veldanian army"]
    counting = claim("b#1", tellers=(ARMY,), happening=Happening.ARMED_CLASH, tolls=(toll(3),))
    assert names([struck, counting]) == ["Veldania Monitoring Centre", "the Veldanian army"]


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


def test_an_unnamed_soldier_who_speaks_through_his_states_agency_is_its_mouth() -> None:
    source = someone("a military source", Role.MILITARY, anonymous=True)
    through = [claim("a#1", tellers=(VELTA, source)), claim("b#1", tellers=(ARMY,))]
    assert len(names(through)) == 1
    assert len(names([claim("a#1", tellers=(NORTHWIRE, source)), claim("b#1", tellers=(ARMY,))])) == 2


def test_outlets_that_cite_each_other_hide_one_unknown_origin() -> None:
    herald, today = (someone(name, Role.MEDIA) for name in ("The Karsk Herald", "Marn Today"))
    found = origins([claim("a#1", tellers=(today,)), claim("b#1", tellers=(herald,), paper="Marn Today")], WORDS)
    assert [origin.claims for origin in found.counted] == [("a#1", "b#1")]
    assert "cite each other" in found.counted[0].reason


def test_an_outlet_that_is_cited_passes_on_to_the_source_that_its_own_report_names() -> None:
    today = someone("Marn Today", Role.MEDIA)
    claims = [claim("a#1", tellers=(today,)), claim("b#1", paper="Marn Today")]
    assert [origin.name for origin in origins(claims, WORDS).counted] == ["Veldania Monitoring Centre"]
    assert "Marn Today is cited" in origins(claims, WORDS).counted[0].reason


def test_an_outlet_whose_own_report_rests_on_several_sources_is_no_origin_beside_them() -> None:
    today = someone("Marn Today", Role.MEDIA)
    theirs = [claim("b#1", paper="Marn Today"), claim("b#2", tellers=(ARMY,), paper="Marn Today")]
    found = origins([claim("a#1", tellers=(today,)), *theirs], WORDS)
    assert len(found.counted) == 2
    assert [origin.name for origin in found.uncounted] == ["Marn Today"]


def test_an_outlet_that_names_itself_speaks_in_its_own_voice() -> None:
    assert names([claim("a#1", tellers=(someone("Karsk Herald", Role.MEDIA),))]) == []
    assert names([claim("a#1", tellers=(someone("Sava Post", Role.MEDIA),))]) == ["Sava Post"]


def test_one_person_in_two_offices_counts_once() -> None:
    mayor = Teller(name="Mayor Ana Petrov", role=Role.OFFICIAL, side="kolm-council", span=Span(0, 1))
    chair = Teller(name="Ana Petrov", role=Role.ACTIVIST, span=Span(0, 1))
    assert len(names([claim("a#1", tellers=(mayor,)), claim("b#1", tellers=(chair,))])) == 1


def test_a_short_name_that_fits_two_bodies_joins_neither() -> None:
    short = someone("Relief Committee", Role.ACTIVIST)
    marn, orvan = (someone(f"{place} Relief Committee", Role.ACTIVIST) for place in ("Marn", "Orvan"))
    assert len(names([claim("a#1", tellers=(marn,)), claim("b#1", tellers=(short,))])) == 1
    three = [claim("a#1", tellers=(marn,)), claim("b#1", tellers=(short,)), claim("c#1", tellers=(orvan,))]
    assert len(names(three)) == 3


def test_unnamed_voices_of_one_trade_through_one_agency_count_once() -> None:
    claims = [claim("a#1", tellers=(NORTHWIRE, MEDIC)), claim("b#1", tellers=(NORTHWIRE, MEDIC), paper="Sava Post")]
    assert len(names(claims)) == 1
    others = [claim("a#1", tellers=(NORTHWIRE, MEDIC)), claim("b#1", tellers=(MEDIC,), paper="Sava Post")]
    assert len(names(others)) == 2


def test_unnamed_voices_of_two_trades_stay_apart_through_one_agency() -> None:
    activists = someone("activists", Role.ACTIVIST, anonymous=True)
    assert len(names([claim("a#1", tellers=(NORTHWIRE, MEDIC)), claim("a#2", tellers=(NORTHWIRE, activists))])) == 2


def test_one_sentence_of_an_unnamed_and_a_named_source_is_one_origin_if_the_run_is_long() -> None:
    unnamed = someone("a rescuer", Role.UNKNOWN, anonymous=True)
    claims = [claim("a#1"), claim("b#1", tellers=(unnamed,), paper="Sava Post")]
    for run, count in ((15, 1), (8, 2)):
        assert len(names(claims, passages=[Copy(left="a#1", right="b#1", containment=0.9, run=run)])) == count


def test_one_sentence_of_two_known_bodies_does_not_make_them_one() -> None:
    claims = [claim("a#1"), claim("b#1", tellers=(ARMY,), paper="Sava Post")]
    assert len(names(claims, passages=[Copy(left="a#1", right="b#1", containment=0.9, run=20)])) == 2


ALLEGED: list[tuple[str, dict[str, object], int]] = [
    ("an act of its own", {"happening": Happening.WITHDRAWAL}, 1),
    ("a deed of its own side", {"perpetrators": (party("xv-army", "veldania"),)}, 1),
    ("a deed of the other side", {"perpetrators": (party("mlf"),)}, 0),
    ("a withdrawal of the other side", {"happening": Happening.WITHDRAWAL, "perpetrators": (party("mlf"),)}, 0),
    ("a deed of nobody named", {}, 0),
]


def test_an_unnamed_soldier_who_tells_that_an_ally_leaves_accuses_nobody() -> None:
    soldier = Teller(name="an army source", role=Role.MILITARY, side="veldania", anonymous=True, span=Span(0, 1))
    told = {"tellers": (soldier,), "stance": Stance.ALLEGES, "perpetrators": (party("korvia"),)}
    assert len(names([claim("a#1", happening=Happening.EVACUATION, **told)])) == 1  # type: ignore[arg-type]
    assert not names([claim("a#1", happening=Happening.AIR_STRIKE, **told)])  # type: ignore[arg-type]


@pytest.mark.parametrize(("case", "fields", "count"), ALLEGED, ids=[case[0] for case in ALLEGED])
def test_a_party_that_alleges(case: str, fields: dict[str, object], count: int) -> None:
    assert len(names([claim("a#1", tellers=(ARMY,), stance=Stance.ALLEGES, **fields)])) == count  # type: ignore[arg-type]


def test_a_description_of_reports_names_nobody() -> None:
    nobody = Teller(name="reports of ten soldiers", role=Role.MILITARY, side="korvia", anonymous=True, span=Span(0, 1))
    assert names([claim("a#1", tellers=(nobody,))]) == []


def test_two_who_tell_it_together_are_two_origins_of_one_claim() -> None:
    both = Teller(name="police", role=Role.OFFICIAL, span=Span(0, 1), anonymous=True, beside=(MONITOR,))
    found = origins([claim("a#1", tellers=(both,)), claim("b#1", tellers=(MONITOR,))], WORDS).counted
    assert {(origin.name, origin.claims) for origin in found} == {
        ("police", ("a#1",)),
        ("Veldania Monitoring Centre", ("a#1", "b#1")),
    }


def test_two_of_one_trade_that_tell_it_together_are_two_though_alike() -> None:
    mayor = Teller(name="mayor", role=Role.OFFICIAL, span=Span(0, 1), anonymous=True)
    ministry = Teller(name="interior ministry", role=Role.OFFICIAL, span=Span(0, 1))
    assert len(names([claim("a#1", tellers=(replace(ministry, beside=(mayor,)),), tolls=(toll(9),))])) == 2
    apart = [claim("a#1", tellers=(ministry,), tolls=(toll(9),)), claim("a#2", tellers=(mayor,), tolls=(toll(9),))]
    assert len(names(apart)) == 1


def test_two_mouths_of_one_party_that_tell_it_together_are_one_origin() -> None:
    both = replace(ARMY, beside=(VELTA,))
    assert len(origins([claim("a#1", tellers=(both,))], WORDS).counted) == 1


ACTIVISTS = someone("activists", Role.ACTIVIST, anonymous=True)
COMMITTEE = someone("Dolvi Coordination Committee", Role.ACTIVIST)


def test_a_headlines_activists_are_the_committee_that_gives_their_count() -> None:
    said = [
        claim("a#1", tellers=(ACTIVISTS,), tolls=(toll(19),)),
        claim("a#2", tellers=(COMMITTEE,), tolls=(toll(19),)),
    ]
    assert len(names(said)) == 1


@pytest.mark.parametrize(
    "other",
    [
        claim("a#2", tellers=(COMMITTEE,), tolls=(toll(14),)),
        claim("b#1", tellers=(COMMITTEE,), tolls=(toll(19),), paper="Sava Post"),
        claim("a#2", tellers=(MEDIC,), tolls=(toll(19),)),
    ],
    ids=["another count", "another report", "another trade"],
)
def test_unnamed_activists_stay_apart_from(other: Claim) -> None:
    assert len(names([claim("a#1", tellers=(ACTIVISTS,), tolls=(toll(19),)), other])) == 2


def test_unnamed_activists_between_two_named_bodies_are_neither() -> None:
    rival = someone("Dolvi Relief Union", Role.ACTIVIST)
    said = [
        claim(f"a#{n}", tellers=(who,), tolls=(toll(19),)) for n, who in enumerate((ACTIVISTS, COMMITTEE, rival), 1)
    ]
    assert len(names(said)) == 3


COMMANDERS, SOURCES = someone("rebel commanders", Role.MILITARY, anonymous=True), someone("Ana Petrov", Role.OFFICIAL)
ONE_TEXT = [Copy(left="a", right="b", containment=0.7)]


def test_a_copy_that_credits_its_text_to_somebody_else_adds_no_origin() -> None:
    claims = [
        claim("a#1", tellers=(COMMANDERS,), tolls=(toll(12),)),
        claim("b#1", tellers=(SOURCES,), tolls=(toll(12),)),
    ]
    assert len(names(claims)) == 2
    assert len(names(claims, copies=ONE_TEXT)) == 1


@pytest.mark.parametrize(
    ("why", "more"),
    [
        ("it says something of its own too", claim("b#2", tellers=(SOURCES,), tolls=(toll(40),))),
        ("the other copy names both", claim("a#2", tellers=(SOURCES,), tolls=(toll(40),))),
    ],
)
def test_an_origin_with_words_of_its_own_stays_apart_from_a_copy(why: str, more: Claim) -> None:
    claims = [
        claim("a#1", tellers=(COMMANDERS,), tolls=(toll(12),)),
        claim("a#3", tellers=(COMMANDERS,), tolls=(toll(7),)),
        claim("b#1", tellers=(SOURCES,), tolls=(toll(12),)),
        more,
    ]
    assert len(names(claims, copies=ONE_TEXT)) == 2, why


def test_a_count_of_few_people_makes_no_two_origins_one() -> None:
    claims = [claim("a#1", tellers=(COMMANDERS,), tolls=(toll(2),)), claim("b#1", tellers=(SOURCES,), tolls=(toll(2),))]
    assert len(names(claims, copies=ONE_TEXT)) == 2
    twins = [Copy(left="a#1", right="b#1", containment=0.6, run=9)]
    assert len(names(claims, copies=ONE_TEXT, passages=twins)) == 1


@pytest.mark.parametrize(
    ("short", "long", "count"),
    [
        ("MRC", "Marn Relief Committee", 1),
        ("SCDB", "Civil Staff for Defence in Brenik", 1),  # two letters swapped in print
        ("CMR", "Marn Relief Committee", 2),
        ("MRC", "Karsk Relief Committee", 2),
        ("Marn", "Marn Relief Committee", 2),
    ],
)
def test_initials_are_the_name_that_they_stand_for(short: str, long: str, count: int) -> None:
    told = [someone(name, Role.ACTIVIST) for name in (short, long)]
    assert len(names([claim("a#1", tellers=(told[0],)), claim("b#1", tellers=(told[1],))])) == count
