"""Ranges by policy, updates, parts and tallies, contradictions and grades."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.claims.drafts import TAKEN_OVER
from reportedly.estimates.assess import Assessment, assess
from reportedly.lexicon.estimating import counted
from reportedly.model.claim import Claim, Note, Teller
from reportedly.model.reading import HowMany, Who
from reportedly.model.text import Span
from reportedly.model.words import (
    ContradictionKind,
    DatePrecision,
    Denied,
    Grade,
    Happening,
    Measure,
    Policy,
    Role,
    Stance,
)
from tests.incidents.made import ARMY, DAY, KOLM, MEDIC, MONITOR, claim, party, report, toll

REPORTS = {
    "a": report("a", day=DAY),
    "b": report("b", day=DAY + timedelta(days=1)),
    "c": report("c", day=DAY + timedelta(days=2)),
}
TAKEN = Note(field="when", rule=TAKEN_OVER, text="that of another sentence", span=Span(0, 1))
MLF = Teller(name="the MLF", role=Role.ARMED_GROUP, actor_id="mlf", side="mlf", span=Span(0, 1))


def told(claims: Sequence[Claim], policy: Policy = Policy.OURS) -> Assessment:
    return assess(claims, REPORTS, counted(), policy=policy)


def killed(claims: Sequence[Claim], policy: Policy = Policy.OURS) -> tuple[int | None, int | None, int | None] | None:
    found = [e for e in told(claims, policy).estimates if e.measure is Measure.KILLED]
    return (found[0].low, found[0].best, found[0].high) if found else None


def at_least(n: int) -> HowMany:
    return toll(n, high=None)


RIVALS = [claim("a#1", tolls=(toll(31),)), claim("a#2", tellers=(MEDIC,), tolls=(toll(32),))]
BOAST = claim("a#3", tellers=(MLF,), stance=Stance.CLAIMS_RESPONSIBILITY, tolls=(toll(40),))


@pytest.mark.parametrize(
    ("policy", "expected"),
    [
        (Policy.OURS, (31, 32, 32)),
        (Policy.UCDP, (31, 32, 40)),
        (Policy.ACLED, (31, 31, 31)),
        (Policy.AIRWARS, (31, None, 40)),
    ],
)
def test_a_policy_puts_rival_counts_together_by_its_rule(
    policy: Policy, expected: tuple[int | None, int | None, int | None]
) -> None:
    assert killed([*RIVALS, BOAST], policy) == expected
    assert all(estimate.rule for estimate in told(RIVALS, policy).estimates)


def test_who_counts_nobody_and_then_somebody_counts_somebody() -> None:
    _, best, _ = killed([claim(f"a#{n}", tellers=(), tolls=(toll(n),)) for n in (0, 1)]) or (None, None, None)
    assert best == 1


def test_an_origins_later_count_replaces_its_earlier_one() -> None:
    found = told([claim("a#1", tolls=(at_least(20),)), claim("b#1", tolls=(toll(31),))])
    assert (found.estimates[0].low, found.estimates[0].best) == (31, 31)
    assert found.estimates[0].set_aside[0][0] == "a#1"
    assert not found.contradictions


@pytest.mark.parametrize(
    ("case", "later", "expected"),
    [
        ("the same", claim("b#1", tolls=(toll(12),)), (12, 12, 12)),
        ("another day", claim("b#1", day=DAY - timedelta(days=9), tolls=(toll(12),)), (30, 30, 30)),
        ("another place", claim("b#1", where=KOLM, tolls=(toll(12),)), (30, 30, 30)),
        ("some of them", claim("b#1", tolls=(toll(12, whom="children"),)), (30, 30, 30)),
    ],
)
def test_a_later_lower_count_replaces_only_one_of_the_same_losses(
    case: str, later: Claim, expected: tuple[int, int, int]
) -> None:
    assert killed([claim("a#1", tolls=(toll(30),)), later]) == expected


def test_what_two_told_together_is_out_of_date_once_one_of_them_raised_it() -> None:
    both = replace(MONITOR, beside=(MEDIC,))
    together = claim("a#1", tellers=(both,), tolls=(toll(26),))
    assert killed([together, claim("b#1", tolls=(toll(35),))]) == (35, 35, 35)


VIDEO = Teller(name="one video", role=Role.DOCUMENT, span=Span(0, 1))
RECORDS = Teller(name="hospital records", role=Role.DOCUMENT, span=Span(0, 1))
ACTIVISTS = Teller(name="the Kolm Media Office", role=Role.ACTIVIST, span=Span(0, 1))


@pytest.mark.parametrize(("shown", "best"), [(VIDEO, 300), (RECORDS, 90)])
def test_footage_shows_some_of_the_dead(shown: Teller, best: int) -> None:
    room = claim("a#1", tellers=(shown,), tolls=(toll(90, whom="bodies"),))
    found = told([room, claim("b#1", tellers=(ACTIVISTS,), tolls=(toll(300),))])
    assert found.estimates[0].best == best
    assert bool(found.contradictions) == (shown is RECORDS)


def test_an_agency_of_the_united_nations_is_no_partys_mouth() -> None:
    fund = Teller(name="the children's fund", role=Role.OFFICIAL, actor_id="unicef", side="un", span=Span(0, 1))
    ministry = Teller(name="the ministry", role=Role.OFFICIAL, actor_id="vd-interior", side="veldania", span=Span(0, 1))
    claims = [claim("a#1", tellers=(fund,), tolls=(toll(28),)), claim("b#1", tellers=(ministry,), tolls=(toll(31),))]
    assert killed(claims) == (28, 28, 31)


def test_one_sentence_read_wrongly_makes_no_party_of_a_monitor() -> None:
    rebels = replace(MONITOR, role=Role.ARMED_GROUP)
    claims = [claim("a#1", tolls=(toll(86),)), claim("b#1", tolls=(toll(86),))]
    assert killed([*claims, claim("c#1", tellers=(rebels,)), claim("c#2", tellers=(MEDIC,), tolls=(toll(50),))]) == (
        50,
        86,
        86,
    )


TOTALS: list[tuple[str, tuple[HowMany, ...], tuple[int | None, int | None, int | None] | None]] = [
    ("a count and its part", (toll(26), toll(11, whom="children", part_of=Span(0, 1))), (26, 26, 26)),
    ("two groups of one sentence", (toll(2, whom="soldiers"), toll(3, whom="militiamen")), (5, 5, 5)),
    ("a total that names its groups", (toll(26), toll(11, whom="children")), (26, 26, 26)),
    ("a running total beside a toll", (toll(4), toll(75, cumulative=True)), (4, 4, 4)),
    ("nothing but a running total", (toll(75, cumulative=True),), (75, 75, 75)),
    ("at least", (at_least(20),), (20, 20, None)),
    ("about", (toll(40, low=None, high=None),), (None, 40, None)),
    ("a vague plural with a profile", (toll(None, text="dozens", implied=(24, 99)),), (24, None, None)),
    ("a vague plural alone", (toll(None, text="several"),), None),
    ("the dead of several towns", (toll(150, whom=None), toll(100, whom=None), toll(67, whom=None)), (317, 317, 317)),
    ("a total and the towns", (toll(150, whom=None), toll(90, whom=None), toll(60, whom=None)), (150, 150, 150)),
]


@pytest.mark.parametrize(("case", "tolls", "expected"), TOTALS, ids=[case[0] for case in TOTALS])
def test_the_counts_of_one_claim_make_one_figure(
    case: str, tolls: tuple[HowMany, ...], expected: tuple[int | None, int | None, int | None] | None
) -> None:
    assert killed([claim("a#1", tolls=tolls)]) == expected


OWN_VOICE: list[tuple[str, HowMany, HowMany, tuple[int | None, int | None, int | None]]] = [
    ("a ceiling, and then a number below", toll(20, low=None, best=None), toll(17), (17, None, 20)),
    ("a floor, and then a number above", at_least(4), toll(5), (4, 4, 5)),
    ("a number, and then another", toll(9), toll(12), (9, 9, 9)),
    (
        "a floor, and then some of them by name",
        at_least(4),
        toll(3, whom=None, also=("en/counting/list",)),
        (4, 4, None),
    ),
]


@pytest.mark.parametrize(("case", "first", "then", "expected"), OWN_VOICE, ids=[case[0] for case in OWN_VOICE])
def test_an_outlets_later_counts_close_the_ends_that_its_first_leaves_open(
    case: str, first: HowMany, then: HowMany, expected: tuple[int | None, int | None, int | None]
) -> None:
    told_first = claim("a#1", tellers=(), span=Span(0, 5), tolls=(first,))
    told_then = claim("a#2", tellers=(), span=Span(9, 12), tolls=(then,))
    assert killed([told_first, told_then]) == expected


def test_a_list_of_names_does_not_lower_the_count_of_all() -> None:
    names = toll(2, whom=None, also=("en/counting/list",))
    claims = [claim("a#1", tolls=(toll(9),)), claim("a#2", tellers=(MEDIC,), tolls=(names,))]
    assert killed(claims) == (9, 9, 9)


def test_acled_reads_twelve_into_dozens() -> None:
    assert killed([claim("a#1", tolls=(toll(None, text="dozens of people"),))], Policy.ACLED) == (12, 12, 12)


HIMSELF = replace(toll(1), also=("en/counting/oneself",), rule="en/measures/kill")
DEED = replace(toll(1), also=("en/counting/oneself",), rule="en/measures/murder-suicide")


def slain(n: int, whom: str = "people") -> HowMany:
    return replace(toll(n, whom=whom), rule="en/measures/kill")


DOERS = [
    ("his victims and himself", (slain(3), HIMSELF), 4),
    ("all who died, and himself", (replace(toll(4), rule="en/measures/dead"), HIMSELF), 4),
    ("nobody but himself", (HIMSELF,), 1),
    ("some children, in a murder-suicide", (toll(2, whom="boys"), DEED), 3),
    ("all who died in a murder-suicide", (toll(2), DEED), 2),
]


@pytest.mark.parametrize(("case", "tolls", "best"), DOERS, ids=[case for case, *_ in DOERS])
def test_who_did_it_and_died_is_one_of_the_dead(case: str, tolls: tuple[HowMany, ...], best: int) -> None:
    shooting = claim("a#1", happening=Happening.OTHER_VIOLENCE, tolls=tolls)
    assert (found := killed([shooting])) is not None and found[1] == best


TESH = Who(
    span=Span(0, 1), text="Omar Tesh", sentence=0, rule="code:test", actor_id=None, name="Omar Tesh", kind="person"
)
BY_NAME = ("en/counting/named",)


@pytest.mark.parametrize(("dead", "best"), [("Tesh", 5), ("Omar Tesh", 5), ("Irma Vesk", 4)])
def test_who_is_named_as_the_doer_and_as_dead_is_one_more(dead: str, best: int) -> None:
    shot = claim("a#1", happening=Happening.OTHER_VIOLENCE, tolls=(slain(4),), perpetrators=(TESH,))
    died = claim("a#2", happening=Happening.OTHER_VIOLENCE, tolls=(toll(1, whom=None, text=dead, also=BY_NAME),))
    assert (found := killed([shot, died])) is not None and found[1] == best


def test_a_last_name_that_a_victim_bears_too_is_not_the_doers() -> None:
    ana = replace(TESH, name="Ana Tesh", text="Ana Tesh")
    shot = claim("a#1", happening=Happening.OTHER_VIOLENCE, tolls=(slain(4),), perpetrators=(TESH,), targets=(ana,))
    died = claim("a#2", happening=Happening.OTHER_VIOLENCE, tolls=(toll(1, whom=None, text="Tesh", also=BY_NAME),))
    assert killed([shot, died]) == (4, 4, 4)


def test_a_count_short_of_another_by_the_doer_who_died_is_of_the_victims() -> None:
    gunman = toll(1, whom="gunman", also=("en/counting/single",))
    all_dead = claim("a#1", happening=Happening.OTHER_VIOLENCE, tellers=(), tolls=(toll(3),))
    doer = claim("a#2", happening=Happening.OTHER_VIOLENCE, tellers=(), tolls=(gunman,))
    named = claim("b#1", happening=Happening.OTHER_VIOLENCE, tellers=(MEDIC,), tolls=(toll(2, whom="victims"),))
    assert (found := killed([all_dead, doer, named])) is not None and found[1] == 3


def test_the_part_of_who_did_it_is_shown() -> None:
    found = told([claim("a#1", happening=Happening.OTHER_VIOLENCE, tolls=(slain(3), HIMSELF))])
    assert found.estimates[0].rule.endswith("; 1 of them who did it")


def test_one_number_of_victims_leaves_the_doer_out_wherever_it_stands() -> None:
    own = claim("a#1", happening=Happening.OTHER_VIOLENCE, tellers=(), tolls=(slain(7), HIMSELF))
    official = claim("b#1", happening=Happening.OTHER_VIOLENCE, tellers=(MEDIC,), tolls=(toll(7),))
    assert (found := killed([own, official])) is not None and found[1] == 8


APART = toll(2, also=("en/counting/separate",))


def test_what_separate_happenings_cost_is_no_toll_of_one() -> None:
    single = toll(1, whom="man", text="a man", also=("en/counting/single",))
    assert killed([claim("a#1", tolls=(APART,)), claim("a#2", tolls=(single,), span=Span(10, 19))]) == (1, 1, 1)
    assert killed([claim("a#1", tolls=(APART,))]) == (2, 2, 2)


def test_a_count_over_a_whole_year_is_of_no_one_incident() -> None:
    over = replace(claim("b#1", tellers=(MEDIC,), tolls=(toll(40),)), date_precision=DatePrecision.YEAR)
    here = replace(claim("a#1", tolls=(toll(2),)), date_precision=DatePrecision.DAY)
    assert killed([here, over]) == (2, 2, 2)


def test_attackers_are_not_among_the_victims() -> None:
    attack = {"perpetrators": (party("MLF militants"),), "happening": Happening.MASSACRE}
    claims = [
        claim("a#1", tolls=(toll(52),), **attack),  # type: ignore[arg-type]
        claim("a#2", tolls=(toll(60, whom="MLF militants"),), **attack),  # type: ignore[arg-type]
    ]
    assert killed(claims) == (52, 52, 52)


@pytest.mark.parametrize(
    ("policy", "target", "expected"),
    [
        (Policy.OURS, "soldiers", (5, 5, 5)),
        (Policy.UCDP, "soldiers", (5, 8, 8)),
        (Policy.UCDP, "civilians", (5, 5, 5)),
    ],
)
def test_ucdp_counts_the_attackers_where_both_sides_are_armed(
    policy: Policy, target: str, expected: tuple[int, int, int]
) -> None:
    kind = "military" if target == "soldiers" else "civilians"
    hit = replace(party(target), kind=kind, actor_id=None)
    attack = {"targets": (hit,), "happening": Happening.SUICIDE_BOMBING}
    claims = [
        claim("a#1", tolls=(toll(5),), **attack),  # type: ignore[arg-type]
        claim("a#2", tellers=(MEDIC,), tolls=(toll(8, whom="victims and attackers"),), **attack),  # type: ignore[arg-type]
    ]
    assert killed(claims, policy) == expected


ONE = toll(1, whom="man", text="a man", also=("en/counting/single",))
HIS_SON = toll(1, whom="son", text="his son", also=("en/counting/too", "en/counting/one-of-a-kind"))
TWO_GUARDS = toll(2, whom="guards", text="two guards", also=("en/counting/too",))


@pytest.mark.parametrize(
    ("told_of", "expected"),
    [
        ([((), ONE), ((), HIS_SON)], (2, 2, 2)),
        ([((), ONE), ((), TWO_GUARDS)], (3, 3, 3)),
        ([((), toll(9)), ((), HIS_SON)], (9, 9, 9)),
        ([((MONITOR,), ONE), ((MEDIC,), HIS_SON)], (1, 2, 2)),
    ],
    ids=["one by one", "one and a number", "a count of all holds them", "another source tells of him"],
)
def test_who_also_died_is_added_where_nobody_counts_all(
    told_of: list[tuple[tuple[Teller, ...], HowMany]], expected: tuple[int, int, int]
) -> None:
    claims = [claim(f"a#{n}", tellers=who, tolls=(count,)) for n, (who, count) in enumerate(told_of)]
    assert killed(claims) == expected


@pytest.mark.parametrize(("marks", "dead"), [((), 2), (("en/counting/beside-the-living",), 1)])
def test_one_dead_beside_the_living_is_added_to_nobody(marks: tuple[str, ...], dead: int) -> None:
    another = toll(1, whom="man", text="another man", also=("en/counting/single", "en/counting/another", *marks))
    claims = [claim("a#1", tellers=(), tolls=(ONE,)), claim("a#2", tellers=(), tolls=(another,))]
    assert killed(claims) == (dead, dead, dead)


def test_what_its_own_teller_doubts_may_be_nothing() -> None:
    assert killed([claim("a#1", stance=Stance.DOUBTS, tolls=(toll(10),))]) == (0, None, 10)


def test_a_count_of_some_does_not_lower_the_count_of_all() -> None:
    claims = [claim("a#1", tolls=(toll(26),)), claim("a#2", tellers=(MEDIC,), tolls=(toll(4, whom="nurses"),))]
    assert killed(claims) == (26, 26, 26)


OWN: tuple[Teller, ...] = ()
NOBODY = (Teller(name=None, role=Role.UNKNOWN, anonymous=True),)
A_NUMBER = toll(None, text="a number of people", implied=(2, None), also=("en/counting/many",))
HER = toll(1, whom=None, text="she", also=("en/counting/pronoun",))
PASSED = toll(8, high=None, also=("en/counting/more-than",))
MORE = toll(2, also=("en/counting/rest",))
SUMMARIES: list[tuple[str, list[tuple[tuple[Teller, ...], HowMany]], tuple[int | None, int | None, int | None]]] = [
    ("sources fill what the report leaves open above",
     [(OWN, at_least(4)), ((MONITOR,), toll(3)), ((MEDIC,), toll(5))], (4, 5, 5)),
    ("a stated range holds, whoever says less or more",
     [(OWN, toll(None, low=5, high=8)), ((MONITOR,), toll(5)), ((MEDIC,), toll(11))], (5, 8, 8)),
    ("up to: the sources give the floor",
     [(OWN, toll(None, high=27)), ((MONITOR,), toll(17)), ((MEDIC,), toll(24))], (17, 24, 27)),
    ("a first count by one source sums nothing up",
     [((MONITOR,), toll(3)), ((MEDIC,), toll(5)), (OWN, toll(4))], (3, 5, 5)),
    ("a source above the report's own number raises the top",
     [(OWN, toll(18)), ((MONITOR,), toll(7)), ((MEDIC,), toll(20))], (18, 20, 20)),
    ("a named victim is a part of the toll", [((MONITOR,), toll(6)), ((MEDIC,), HER)], (6, 6, 6)),
    ("a named victim is the toll where nothing else is said", [(OWN, HER)], (1, 1, 1)),
    ("several is no rival of a number",
     [((MONITOR,), toll(19)), ((MEDIC,), toll(None, text="several", implied=(3, 9)))], (19, 19, 19)),
    ("a number of people are two at least, whatever another says of one",
     [((MONITOR,), toll(1)), ((MEDIC,), A_NUMBER)], (1, 1, 2)),
    ("a number of people, and then one", [(OWN, A_NUMBER), ((MONITOR,), toll(1))], (1, 1, 2)),
    ("a number of people gives way to two", [(OWN, A_NUMBER), ((MONITOR,), toll(2))], (2, 2, 2)),
    ("one guard is one of a number of people", [(OWN, A_NUMBER), ((MONITOR,), toll(1, whom="guard"))], (1, 1, 1)),
    ("up to, as nobody is named to have said, and then an own number",
     [(NOBODY, toll(None, high=20)), (OWN, toll(17)), ((MEDIC,), toll(20))], (17, 20, 20)),
    ("a group as large as the whole is the whole",
     [(OWN, toll(14, whom="parishioners")), ((MONITOR,), toll(9))], (14, 14, 14)),
    ("a range wholly below the report's own came earlier",
     [(OWN, at_least(13)), ((MONITOR,), toll(None, low=6, high=10))], (13, 13, None)),
    ("a ceiling stated later closes the top",
     [(OWN, at_least(32)), ((MONITOR,), toll(18)), (OWN, toll(None, high=40))], (32, 32, 40)),
    ("a report of one group sums up by its first count",
     [(OWN, toll(3, whom="men", high=None)), ((MONITOR,), toll(4, whom="young men"))], (3, 4, 4)),
    ("a summary of more than eight is nine at least",
     [(OWN, PASSED), ((MONITOR,), toll(10))], (9, 10, 10)),
    ("another two in one breath are added",
     [((MONITOR,), toll(9)), ((MONITOR,), toll(2, text="another two bodies"))], (11, 11, 11)),
    ("the dead of the whole war are not this strike's",
     [((MONITOR,), toll(20)), (OWN, toll(300_000, text="more than 300,000 people"))], (20, 20, 20)),
    ("a thousand dead alone may be this strike's", [((MONITOR,), toll(1400))], (1400, 1400, 1400)),
    ("more than eight beside eight is nine", [(OWN, at_least(8)), ((MONITOR,), PASSED)], (8, 9, None)),
    ("two more after one are three", [(OWN, toll(1)), (OWN, MORE)], (3, 3, 3)),
    ("two more are in the sum that the report gives", [(OWN, toll(5)), (OWN, toll(1)), (OWN, MORE)], (5, 5, 5)),
]  # fmt: skip


@pytest.mark.parametrize(("case", "tolds", "expected"), SUMMARIES, ids=[case[0] for case in SUMMARIES])
def test_a_reports_own_summary_governs_what_it_goes_on_to_cite(
    case: str,
    tolds: list[tuple[tuple[Teller, ...], HowMany]],
    expected: tuple[int | None, int | None, int | None],
) -> None:
    claims = [
        claim(f"a#{n}", tellers=tellers, tolls=(count,), span=Span(10 * n, 10 * n + 9))
        for n, (tellers, count) in enumerate(tolds)
    ]
    assert killed(claims) == expected


def test_a_ceiling_stands_above_what_its_own_source_counts() -> None:
    counts = (at_least(10), toll(None, high=30))
    claims = [claim(f"a#{n}", tellers=(MEDIC,), tolls=(one,)) for n, one in enumerate(counts)]
    assert killed(claims) == (10, 10, 30)


@pytest.mark.parametrize(
    ("one", "other", "rivals"),
    [
        (toll(None, text="several", implied=(3, 9)), toll(None, text="dozens", implied=(24, 99)), False),
        (toll(None, text="several", implied=(3, 9)), toll(40), False),
        (toll(3), toll(40), True),
    ],
)
def test_more_than_several_is_no_rival_of_several(one: HowMany, other: HowMany, rivals: bool) -> None:
    claims = [claim("a#1", tellers=(MONITOR,), tolls=(one,)), claim("a#2", tellers=(MEDIC,), tolls=(other,))]
    assert bool(told(claims).contradictions) is rivals


SHOT = toll(5, measure=Measure.CASUALTIES, rule="en/measures/shot")
ALSO_SHOT = toll(1, measure=Measure.CASUALTIES, rule="en/measures/shot", also=("en/counting/too",))
CRITICAL = toll(1, whom="victims", measure=Measure.WOUNDED, rule="en/measures/condition")
VICTIMS = toll(5, measure=Measure.CASUALTIES, whom="victims")
WOUNDED: list[tuple[str, tuple[HowMany, ...], int | None]] = [
    ("shot, two of them dead", (SHOT, toll(2)), 3),
    ("shot, nobody dead", (SHOT,), 5),
    ("all of them dead", (SHOT, toll(5)), None),
    ("victims may all be dead", (VICTIMS, toll(2)), None),
    ("one of them in critical condition", (SHOT, toll(2), CRITICAL), 3),
    ("as many in critical condition as were shot", (toll(1, measure=Measure.CASUALTIES), CRITICAL), 1),
    ("another who was also shot", (ALSO_SHOT, toll(3)), 1),
    ("somebody counts the wounded", (SHOT, toll(2), toll(1, measure=Measure.WOUNDED)), 1),
]


@pytest.mark.parametrize(("case", "tolls", "best"), WOUNDED, ids=[case[0] for case in WOUNDED])
def test_who_was_shot_and_did_not_die_is_wounded(case: str, tolls: tuple[HowMany, ...], best: int | None) -> None:
    found = [e.best for e in told([claim("a#1", tolls=tolls)]).estimates if e.measure is Measure.WOUNDED]
    assert found == ([best] if best is not None else [])


def person(text: str, measure: Measure, how: str, at: int) -> HowMany:
    also = (f"en/counting/{how}",)
    return toll(1, measure=measure, whom=None, text=text, also=also, span=Span(at, at + len(text)))


DIED: list[tuple[str, list[tuple[HowMany, ...]], list[int | None]]] = [
    (
        "died of his wounds",
        [(person("Omar Tesh", Measure.KILLED, "named", 0), person("Omar Tesh", Measure.WOUNDED, "named", 0))],
        [],
    ),
    (
        "flown out, where she died",
        [(person("the girl", Measure.WOUNDED, "one-of-a-kind", 0), person("she", Measure.KILLED, "pronoun", 20))],
        [],
    ),
    (
        "hurt, and later dead",
        [
            (person("the boy", Measure.WOUNDED, "one-of-a-kind", 0),),
            (person("the boy", Measure.KILLED, "one-of-a-kind", 0),),
        ],
        [],
    ),
    (
        "two told of at once",
        [(person("Omar Tesh", Measure.KILLED, "named", 0), person("his wife", Measure.WOUNDED, "one-of-a-kind", 20))],
        [1],
    ),
    (
        "one of one age, one of another",
        [
            (person("the 17-year-old", Measure.KILLED, "one-of-a-kind", 0),),
            (person("the 19-year-old", Measure.WOUNDED, "one-of-a-kind", 0),),
        ],
        [1],
    ),
    (
        "somebody else",
        [
            (person("the guard", Measure.KILLED, "one-of-a-kind", 0),),
            (person("a driver", Measure.WOUNDED, "single", 0),),
        ],
        [1],
    ),
    (
        "more were hit",
        [
            (person("the boy", Measure.WOUNDED, "one-of-a-kind", 0),),
            (
                person("the boy", Measure.KILLED, "one-of-a-kind", 0),
                toll(2, measure=Measure.CASUALTIES, rule="en/measures/shot"),
            ),
        ],
        [1],
    ),
]


@pytest.mark.parametrize(("case", "tolls", "best"), DIED, ids=[case[0] for case in DIED])
def test_who_died_of_it_is_not_wounded(case: str, tolls: list[tuple[HowMany, ...]], best: list[int | None]) -> None:
    claims = [claim(f"a#{n}", tolls=own, span=Span(50 * n, 50 * n + 40)) for n, own in enumerate(tolls)]
    assert [e.best for e in told(claims).estimates if e.measure is Measure.WOUNDED] == best


def test_people_hurt_one_by_one_are_added() -> None:
    counts = [person("a man", Measure.WOUNDED, "single", 0), person("a woman", Measure.WOUNDED, "single", 0)]
    counts[1] = replace(counts[1], also=(*counts[1].also, "en/counting/too"))
    claims = [claim(f"a#{n}", tolls=(own,), span=Span(50 * n, 50 * n + 40)) for n, own in enumerate(counts)]
    assert [e.best for e in told(claims).estimates if e.measure is Measure.WOUNDED] == [2]


def test_others_than_the_dead_are_not_added_twice() -> None:
    others = ("en/counting/rest", "en/counting/too")
    counts = [toll(3, measure=Measure.WOUNDED, also=others), toll(3, measure=Measure.WOUNDED, also=others)]
    claims = [claim(f"a#{n}", tolls=(own,), span=Span(50 * n, 50 * n + 40)) for n, own in enumerate(counts)]
    assert [e.best for e in told(claims).estimates if e.measure is Measure.WOUNDED] == [3]


def test_ten_others_also_hurt_are_added() -> None:
    others = ("en/counting/rest", "en/counting/too")
    counts = [toll(8, measure=Measure.WOUNDED), toll(10, measure=Measure.WOUNDED, also=others)]
    claims = [claim(f"a#{n}", tolls=(own,), span=Span(50 * n, 50 * n + 40)) for n, own in enumerate(counts)]
    assert [e.best for e in told(claims).estimates if e.measure is Measure.WOUNDED] == [18]


@pytest.mark.parametrize(("dead", "hurt"), [(0, 18), (1, 10)])
def test_ten_others_hurt_are_others_than_the_hurt_where_nobody_died(dead: int, hurt: int) -> None:
    counts = [toll(8, measure=Measure.WOUNDED), toll(10, measure=Measure.WOUNDED, also=("en/counting/rest",))]
    counts += [toll(dead)] if dead else []
    claims = [claim(f"a#{n}", tolls=(own,), span=Span(50 * n, 50 * n + 40)) for n, own in enumerate(counts)]
    assert [e.best for e in told(claims).estimates if e.measure is Measure.WOUNDED] == [hurt]


def test_one_victim_told_of_twice_is_not_two() -> None:
    boy = toll(1, whom="boy", text="a boy", also=("en/counting/single",))
    child = toll(1, whom="child", text="the child", also=("en/counting/one-of-a-kind",))
    assert killed([claim("a#1", tolls=(boy,)), claim("a#2", tolls=(child,), span=Span(10, 19))]) == (1, 1, 1)


CONTRADICTIONS: list[tuple[str, list[Claim], list[ContradictionKind]]] = [
    ("two exact counts", RIVALS, [ContradictionKind.TOLL]),
    ("a floor and a higher count", [claim("a#1", tolls=(at_least(30),)), RIVALS[1]], []),
    ("a floor and a far higher count", [claim("a#1", tolls=(at_least(10),)), RIVALS[1]], [ContradictionKind.TOLL]),
    ("counts of different people", [
        claim("a#1", tolls=(toll(22, whom="children"),)),
        claim("a#2", tellers=(MEDIC,), tolls=(toll(6, whom="teachers"),)),
    ], []),
    ("one group counted twice", [
        claim("a#1", tolls=(toll(22, whom="children"),)),
        claim("a#2", tellers=(MEDIC,), tolls=(toll(11, whom="schoolchildren"),)),
    ], [ContradictionKind.TOLL]),
    ("a report's own words beside its source", [
        claim("a#1", tellers=(), tolls=(toll(31),)), claim("a#2", tolls=(toll(7),)),
    ], []),
    ("one victim beside a toll", [claim("a#1", tolls=(toll(5),)), claim("a#2", tellers=(MEDIC,), tolls=(HER,))], []),
    ("a monitor among those hit", [
        claim("a#1", targets=(replace(party("vmc"), role=Role.MONITOR),)),
        claim("a#2", tellers=(MEDIC,), targets=(party("mlf"),)),
    ], []),
    ("a denial", [
        claim("a#1"), claim("a#2", tellers=(ARMY,), stance=Stance.DENIES, denies=("a#1",)),
    ], [ContradictionKind.DENIAL]),
    ("who says that nobody was hurt, and who denies that anybody was", [
        claim("a#1", tolls=(toll(0, measure=Measure.CASUALTIES),)),
        claim("a#2", tellers=(ARMY,), stance=Stance.DENIES, denies=("a#1",)),
    ], []),
    ("at least 27 and 26", [
        claim("a#1", tolls=(toll(26),)), claim("a#2", tellers=(MEDIC,), tolls=(at_least(27),)),
    ], [ContradictionKind.TOLL]),
    ("more than 300 and 300", [
        claim("a#1", tolls=(toll(300),)), claim("a#2", tellers=(MEDIC,), tolls=(toll(301, high=None),)),
    ], []),
    ("two culprits", [
        claim("a#1", perpetrators=(party("korvia"),)),
        claim("a#2", tellers=(MEDIC,), perpetrators=(party("mlf"),)),
    ], [ContradictionKind.ATTRIBUTION]),
    ("a culprit and a general word for one", [
        claim("a#1", perpetrators=(party("mlf"),)),
        claim("a#2", tellers=(MEDIC,), perpetrators=(replace(party("terrorists"), rule="actors/generic/terrorists"),)),
    ], []),
    ("what another party did not do", [
        claim("a#1", perpetrators=(party("mlf"),)),
        claim("a#2", tellers=(ARMY,), stance=Stance.DENIES, denies=("a#1",), perpetrators=(party("korvia"),)),
    ], []),
    ("two days", [claim("a#1"), claim("b#1", day=DAY + timedelta(days=3))], [ContradictionKind.DATE]),
    ("two places", [claim("a#1", tolls=(toll(9),)), claim("b#1", where=KOLM, tolls=(toll(9),))],
     [ContradictionKind.PLACE]),
    ("two places and nothing that shows one deed", [claim("a#1"), claim("b#1", where=KOLM)], []),
    ("two days and two places", [claim("a#1"), claim("b#1", day=DAY + timedelta(days=3), where=KOLM)], []),
    ("a day that was taken over from another sentence", [
        claim("a#1"), claim("b#1", day=DAY + timedelta(days=3), notes=(TAKEN,)),
    ], []),
    ("each side of a fight", [
        claim("a#1", happening=Happening.ARMED_CLASH, perpetrators=(party("korvia"),)),
        claim("a#2", tellers=(MEDIC,), happening=Happening.ARMED_CLASH, perpetrators=(party("mlf"),)),
    ], []),
    ("who fired and who shot it down", [
        claim("a#1", happening=Happening.AIR_STRIKE, perpetrators=(party("korvia"),)),
        claim("a#2", tellers=(MEDIC,), happening=Happening.AIRCRAFT_LOST, perpetrators=(party("mlf"),)),
    ], []),
    ("the same dead, soldiers of two parties", [
        claim("a#1", tolls=(toll(5),), targets=(party("korvia"),)),
        claim("a#2", tellers=(MEDIC,), tolls=(toll(5),), targets=(party("mlf"),)),
    ], [ContradictionKind.ATTRIBUTION]),
    ("other dead, soldiers of two parties", [
        claim("a#1", tolls=(at_least(5),), targets=(party("korvia"),)),
        claim("a#2", tellers=(MEDIC,), tolls=(at_least(6),), targets=(party("mlf"),)),
    ], []),
    ("two people of many, by name", [
        claim("a#1", tolls=(toll(9),)),
        claim("a#2", tellers=(MEDIC,), tolls=(toll(2, text="Omar Tesh and his wife", also=("en/counting/list",)),)),
    ], []),
    ("an outlet's aside on the whole war", [
        claim("a#1", tolls=(toll(9),)),
        claim("b#1", tellers=(), span=Span(0, 9)),
        claim("b#2", tellers=(), tolls=(at_least(9000),), span=Span(300, 340)),
    ], []),
    ("one origin, later", [claim("a#1", tolls=(toll(3),)), claim("b#1", tolls=(toll(5),))], []),
    ("a first count and a higher one", [
        claim("a#1", tolls=(toll(3),), hedge="initially"), claim("a#2", tellers=(MEDIC,), tolls=(toll(9),)),
    ], []),
    ("a first count and a lower one", [
        claim("a#1", tolls=(toll(9),), hedge="initially"), claim("a#2", tellers=(MEDIC,), tolls=(toll(3),)),
    ], [ContradictionKind.TOLL]),
    ("a group that the report itself counts otherwise", [
        claim("a#1", tellers=(), tolls=(toll(7, whom="children"),)), claim("a#2", tolls=(toll(3, whom="children"),)),
    ], []),
    ("a report that opens with far less than its source", [
        claim("a#1", tellers=(), tolls=(toll(25),)), claim("a#2", tolls=(toll(55),), span=Span(50, 90)),
    ], [ContradictionKind.TOLL]),
    ("words that only the report denies", [
        claim("a#1"), claim("a#2", tellers=(), stance=Stance.DENIES),
    ], []),
]  # fmt: skip


def test_a_denial_told_of_something_else_contradicts_what_it_denies() -> None:
    outside = claim("b#1", tellers=(ARMY,), stance=Stance.DENIES, denies=("a#1",))
    found = assess([claim("a#1")], {}, counted(), outside=(outside,))
    assert [(c.kind, c.left, c.right) for c in found.contradictions] == [(ContradictionKind.DENIAL, "b#1", "a#1")]
    assert found.grade is Grade.CONTESTED


def test_claims_of_one_position_are_one_side_of_one_contradiction() -> None:
    claims = [
        claim("a#1", tolls=(toll(31),)),
        claim("b#1", tolls=(toll(31),)),
        claim("b#2", tellers=(ARMY,), tolls=(toll(31),)),
        claim("c#1", tellers=(MEDIC,), tolls=(toll(40),)),
        claim("c#2", tellers=(MLF,), tolls=(toll(40),)),
    ]
    (found,) = told(claims).contradictions
    assert (found.left, found.left_also) == ("a#1", ("b#1", "b#2"))
    assert (found.right, found.right_also) == ("c#1", ("c#2",))
    assert found.measure is Measure.KILLED
    assert told(claims[::-1]).contradictions == (found,)


RAISED: list[tuple[str, Teller, int]] = [
    ("its report counts more itself", MEDIC, 0),
    ("a party's account stays one", ARMY, 1),
]


@pytest.mark.parametrize(("case", "who", "expected"), RAISED, ids=[case[0] for case in RAISED])
def test_a_figure_that_its_report_has_raised_is_no_rival(case: str, who: Teller, expected: int) -> None:
    """ "At least nine died." … "The centre put the dead at nine; doctors had counted four." """
    claims = [
        claim("a#1", tellers=(), tolls=(toll(9, high=None),), span=Span(0, 9)),
        claim("a#2", tolls=(toll(9),), span=Span(10, 19)),
        claim("a#3", tellers=(who,), tolls=(toll(4),), span=Span(20, 29)),
    ]
    assert len(told(claims).contradictions) == expected


DENIED: list[tuple[str, Claim, dict[str, object], Denied]] = [
    ("the count", claim("a#1", tolls=(toll(9),)), {"tolls": (toll(0),)}, Denied.TOLL),
    ("having done it", claim("a#1", perpetrators=(party("veldania"),)), {}, Denied.BLAME),
    ("that it happened", claim("a#1", perpetrators=(party("mlf"),)), {}, Denied.EXISTENCE),
]


@pytest.mark.parametrize(("case", "target", "fields", "about"), DENIED, ids=[case[0] for case in DENIED])
def test_a_denial_says_what_it_denies(case: str, target: Claim, fields: dict[str, object], about: Denied) -> None:
    denial = claim("a#2", tellers=(ARMY,), stance=Stance.DENIES, denies=("a#1",), **fields)  # type: ignore[arg-type]
    assert [c.about for c in told([target, denial]).contradictions] == [about]


@pytest.mark.parametrize(("case", "claims", "kinds"), CONTRADICTIONS, ids=[case[0] for case in CONTRADICTIONS])
def test_contradictions(case: str, claims: list[Claim], kinds: list[ContradictionKind]) -> None:
    assert [c.kind for c in told(claims).contradictions] == kinds


GRADES: list[tuple[list[Claim], Grade]] = [
    ([claim("a#1")], Grade.WEAK),
    (RIVALS, Grade.FAIR),
    ([claim("a#1"), claim("a#2", tellers=(MLF,), stance=Stance.CLAIMS_RESPONSIBILITY)], Grade.CONFIRMED),
    ([claim("a#1"), claim("a#2", tellers=(ARMY,), stance=Stance.DENIES, denies=("a#1",))], Grade.CONTESTED),
    ([claim("a#1", tellers=(ARMY,), stance=Stance.DENIES)], Grade.DISCOUNTED),
]


@pytest.mark.parametrize(("claims", "expected"), GRADES)
def test_grades(claims: list[Claim], expected: Grade) -> None:
    found = told(claims)
    assert found.grade is expected
    assert found.reason


NUMBERS = st.one_of(st.none(), st.integers(0, 300))


@st.composite
def counts(draw: st.DrawFn) -> HowMany:
    known = sorted(n for n in (draw(NUMBERS), draw(NUMBERS), draw(NUMBERS)) if n is not None)
    low, best, high = (*known, None, None, None)[:3] if len(known) < 3 else known
    if best is not None and high is None and draw(st.booleans()):
        low, best, high = low, None, best
    return toll(None, low=low, best=best, high=high, whom=draw(st.sampled_from(["people", "soldiers", None])))


@given(
    st.lists(
        st.tuples(counts(), st.sampled_from([MONITOR, MEDIC, ARMY, MLF]), st.sampled_from("abc")),
        min_size=1,
        max_size=8,
    ),
    st.sampled_from(list(Policy)),
)
def test_low_best_and_high_are_in_order_under_every_policy(
    made: list[tuple[HowMany, Teller, str]], policy: Policy
) -> None:
    claims = [claim(f"{name}#{n}", tellers=(who,), tolls=(count,)) for n, (count, who, name) in enumerate(made)]
    for estimate in told(claims, policy).estimates:
        known = [n for n in (estimate.low, estimate.best, estimate.high) if n is not None]
        assert known == sorted(known)
        assert set(estimate.claims) <= {c.id for c in claims}


def test_jets_shot_down_and_jets_lost_are_counted_against_each_other() -> None:
    five = claim("a#1", happening=Happening.AIRCRAFT_LOST, tellers=(ARMY,), tolls=(toll(5, measure=Measure.AIRCRAFT),))
    three = claim("b#1", happening=Happening.AIRCRAFT_LOST, tellers=(MLF,), tolls=(toll(3, measure=Measure.AIRCRAFT),))
    (clash,) = told([five, three]).contradictions
    assert (clash.kind, clash.measure) == (ContradictionKind.TOLL, Measure.AIRCRAFT)


def test_jets_that_took_part_are_not_jets_that_were_lost() -> None:
    lost = claim("a#1", happening=Happening.AIRCRAFT_LOST, tellers=(ARMY,), tolls=(toll(1, measure=Measure.AIRCRAFT),))
    met = claim("b#1", happening=Happening.AIR_STRIKE, tellers=(MLF,), tolls=(toll(2, measure=Measure.AIRCRAFT),))
    assert not told([lost, met]).contradictions
