"""Running numbers, totals of a period, and parts of a total that is told elsewhere. All of the invented Veldania."""

from __future__ import annotations

from datetime import date

import pytest

from reportedly.lexicon.measures import load_counts
from reportedly.model.findings import Readings
from reportedly.model.mention import TimeType
from reportedly.model.reading import HowMany, Interval, When
from reportedly.model.text import Page, Span
from reportedly.model.words import DatePrecision, Measure
from reportedly.readings.how_many import CountReader
from tests.conftest import LayOpen


@pytest.fixture(scope="module")
def reader() -> CountReader:
    return CountReader(load_counts())


def read(reader: CountReader, page: Page, *times: When) -> tuple[HowMany, ...]:
    return reader.read(page, Readings(times=times))[0]


def a_time(page: Page, words: str, days: Interval, precision: DatePrecision, window: Interval | None = None) -> When:
    start = page.report.text.index(words)
    span = Span(start, start + len(words))
    number = next(s.number for s in page.sentences if s.span.covers(span))
    return When(
        span=span,
        text=words,
        sentence=number,
        rule="r",
        type=TimeType.DATE,
        value="",
        days=days,
        precision=precision,
        basis="",
        window=window,
    )


MAY = Interval(date(2016, 5, 1), date(2016, 6, 1))

TOLLS: list[tuple[str, list[tuple[int | None, Measure]]]] = [
    (
        "The death toll from the blast that ripped through a market on Monday afternoon in the old provincial capital "
        "of Kolm rose to 44, an official said.",
        [(44, Measure.KILLED)],
    ),
    ("The number killed had since risen to 47.", [(47, Measure.KILLED)]),
    ("More than 2 000 civilians were killed in Kolm.", [(2000, Measure.KILLED)]),
    ("The raid killed a guard and wounded another.", [(1, Measure.KILLED), (1, Measure.WOUNDED)]),
    ("KOLM, Oct 4: Four people were killed in Kolm.", [(4, Measure.KILLED)]),
    ("The wounded were taken to the Kolm hospital.", [(None, Measure.CASUALTIES)]),
    ("Two car bombs went off in Kolm.", []),
    ("The raid caused injuries to 12 people.", [(12, Measure.WOUNDED)]),
    (
        "The blast led to the death of a clerk as well as severe injuries to three guards.",
        [(1, Measure.KILLED), (3, Measure.WOUNDED)],
    ),
    (
        "Gunmen killed five guards and two clerks were among the injured on Monday.",
        [(5, Measure.KILLED), (2, Measure.WOUNDED)],
    ),
    (
        "Gunmen killed five guards and two clerks were rushed to hospital.",
        [(5, Measure.KILLED), (2, Measure.CASUALTIES)],
    ),
    ("Two of the three men were killed in Kolm.", [(2, Measure.KILLED)]),
    ("Gunmen set fire to 45 houses in Dolvi.", [(45, Measure.BUILDINGS)]),
    ("In Kolm 45 homes were set ablaze.", [(45, Measure.BUILDINGS)]),
    ("Troops opened fire on three houses.", []),
    ("The toll is one of the largest in Veldania.", []),
]


@pytest.mark.parametrize(("text", "expected"), TOLLS, ids=[text for text, _ in TOLLS])
def test_the_figure_of_a_toll(
    reader: CountReader, lay_open: LayOpen, text: str, expected: list[tuple[int | None, Measure]]
) -> None:
    assert [(h.best, h.measure) for h in read(reader, lay_open(text))] == expected


WARS = [
    ("More than 300,000 people have been killed and millions forced to flee.", True),
    ("Some 1.9 million people were wounded.", True),
    ("The centre put the death toll from the six-year conflict at more than 470,000.", True),
    ("More than 330,000 people are estimated to have been killed in the Veldanian war.", True),
    ("The town is ravaged by a war that began in 2011 and which has since killed more than 2,800 people.", True),
    ("More than 2,500 people have been killed in the three-year-old rebellion.", True),
    ("More than three million people have been displaced.", True),
    ("The bombs killed 80,000 people.", False),
    ("More than 1,200 people have been killed.", False),
    ("Some 20,000 people have been displaced.", False),
]


@pytest.mark.parametrize(("text", "running"), WARS, ids=[text for text, _ in WARS])
def test_what_only_a_war_costs_runs_over_it(reader: CountReader, lay_open: LayOpen, text: str, running: bool) -> None:
    assert [h.cumulative for h in read(reader, lay_open(text)) if (h.best or h.low or 0) > 1000] == [running]


def test_a_dated_number_is_none_of_a_war(reader: CountReader, lay_open: LayOpen) -> None:
    page = lay_open("More than 30,000 people have been killed in Kolm on 3 May.")
    day = Interval(date(2024, 5, 3), date(2024, 5, 4))
    assert [h.cumulative for h in read(reader, page, a_time(page, "3 May", day, DatePrecision.DAY))] == [False]


@pytest.mark.parametrize(
    "text",
    [
        "The dead included three officers and a nurse.",
        "Total deaths included 98 guards, 62 soldiers and 38 civilians.",
        "Those killed included five guards and four clerks.",
    ],
)
def test_who_is_included_in_a_total_told_elsewhere_is_a_part(reader: CountReader, lay_open: LayOpen, text: str) -> None:
    found = read(reader, lay_open(text))
    assert len(found) >= 2 and all(h.part_of is not None and h.measure is Measure.KILLED for h in found)


def test_some_of_the_wounded_with_a_fate_of_their_own_are_a_part(reader: CountReader, lay_open: LayOpen) -> None:
    found = read(reader, lay_open("57 injured people remain hospitalized, 10 of whom are in critical condition."))
    assert [(h.best, h.part_of is not None) for h in found] == [(57, False), (10, True)]


def test_both_joins_two_words_and_counts_nobody(reader: CountReader, lay_open: LayOpen) -> None:
    found = read(reader, lay_open("The toll rose to 51, including both fighters and civilians."))
    assert [h.best for h in found] == [51]


BREATHS = [
    ("Radio Orvan spoke of more than 400 martyrs and wounded in Kolm.", [(400, Measure.CASUALTIES)]),
    ("A man in Kolm said that there were 200 martyrs and missing persons.", [(200, Measure.CASUALTIES)]),
    ("The strike left 200 dead or missing in Kolm.", [(200, Measure.CASUALTIES)]),
    ("The strike on Kolm left 14 martyrs and 20 wounded.", [(14, Measure.KILLED), (20, Measure.WOUNDED)]),
    ("Five wounded officers were taken to a hospital in Kolm.", [(5, Measure.WOUNDED)]),
    ("About 300 families (2,000 people) in Marn were displaced by the fighting.", [(2000, Measure.DISPLACED)]),
    ("The grave in Kolm held 90 skeletons.", [(90, Measure.KILLED)]),
    (
        "In Marn 15 people were killed by Al-Nasra Front and 19 were killed by rebels.",
        [(15, Measure.KILLED), (19, Measure.KILLED)],
    ),
]


@pytest.mark.parametrize(("text", "counted"), BREATHS, ids=[text for text, _ in BREATHS])
def test_fates_told_in_one_breath(
    reader: CountReader, lay_open: LayOpen, text: str, counted: list[tuple[int, Measure]]
) -> None:
    assert [(h.best, h.measure) for h in read(reader, lay_open(text)) if h.best] == counted


NAMES = [
    ("The attack resulted in the deaths of Ana Zaki Tesh, Omar Zaki Tesh, and Abdul Rahman Al Najjar.", 3),
    ("He said that Khalil, Mahmoud, Hammam, and Ahmed were killed inside.", 4),
    ("The strike killed Omar Tesh, Samir Darwish, Hamza Zaki, and Abdul Rahman.", 4),
]


@pytest.mark.parametrize(("text", "number"), NAMES, ids=[text for text, _ in NAMES])
def test_a_row_of_names_is_counted_to_its_end(reader: CountReader, lay_open: LayOpen, text: str, number: int) -> None:
    assert max(h.best or 0 for h in read(reader, lay_open(text))) == number


def test_a_clause_in_the_singular_is_of_nobody_in_the_plural(reader: CountReader, lay_open: LayOpen) -> None:
    page = lay_open("She mourned her brother Omar Tesh, father of three children, who was killed in Dolvi.")
    assert {h.best for h in read(reader, page)} == {1}
    page = lay_open("The father of three children who were killed in Dolvi wept.")
    assert {h.best for h in read(reader, page)} == {3}


ROWS = [
    ("A mother, a father and a child were found dead in Kolm.", 3),
    ("A mother, father, and child were found dead in Kolm.", 3),
    ("Gunmen killed a farmer, a teacher and a nurse in Kolm.", 3),
    ("Guards found the bodies of a boy and a girl in Kolm.", 2),
    ("A man, a teacher and father of two, was killed in Kolm.", 1),
    ("A clerk, a father of two, was shot dead in Kolm.", 1),
]


@pytest.mark.parametrize(("text", "number"), ROWS, ids=[text for text, _ in ROWS])
def test_a_row_of_single_persons_is_counted(reader: CountReader, lay_open: LayOpen, text: str, number: int) -> None:
    assert [h.best for h in read(reader, lay_open(text))] == [number]


WITHOUT_A_NUMBER = [
    ("Gunmen killed a clerk identified as Omar Tesh and 17 other people.", [18, 17]),
    ("One man has died and another suffered serious injuries.", [1, 1]),
    ("Among the victims were eight children and three women.", [8, 11, 3]),
    ("A boy younger than 12 was killed in Kolm.", [1]),
    ("A guard shot and wounded his son in Kolm.", [1]),
    ("A father of 3 was killed in Dolvi.", [1]),
    ("A mother of five was found dead in Dolvi.", [1]),
    ("Police in Kolm are investigating a triple murder.", [3]),
    ("The quadruple slaying shocked Kolm.", [4]),
    ("Guards found a body in the ditch near Kolm.", [1]),
    ("An unidentified body was recovered in Kolm.", [1]),
    ("The body was taken to Karsk.", []),
    ("A body of troops entered Kolm.", []),
]


@pytest.mark.parametrize(("text", "numbers"), WITHOUT_A_NUMBER, ids=[text for text, _ in WITHOUT_A_NUMBER])
def test_people_whom_no_plain_numeral_counts(
    reader: CountReader, lay_open: LayOpen, text: str, numbers: list[int]
) -> None:
    assert [h.best for h in read(reader, lay_open(text))] == numbers


@pytest.mark.parametrize(
    ("text", "parted"),
    [
        ("Four men were killed in separate shootings in Kolm.", True),
        ("Two people died in unrelated attacks.", True),
        ("Nine people were killed across attacks in Kolm.", True),
        ("Nine people were killed in attacks across the river.", False),
        ("Four men were killed in two shootings in Kolm.", False),
        ("One man was killed in separate shootings.", False),
        ("Two shootings left two men dead in Kolm.", True),
        ("Police in Kolm are investigating two shootings that resulted in the deaths of two men.", True),
        ("Two men were killed in three ambushes in Kolm.", True),
        ("Three people were killed in Monday shootings on the two sides of Kolm.", True),
        ("Five men are dead after a series of overnight shootings in Kolm.", True),
        ("Five men are dead after a shooting in Kolm.", False),
        ("Three people were killed over an eight-hour period in Kolm.", True),
        ("Three people were killed in a raid that went on for eight hours in Kolm.", False),
    ],
)
def test_what_separate_happenings_cost_is_marked(
    reader: CountReader, lay_open: LayOpen, text: str, parted: bool
) -> None:
    assert ["en/counting/separate" in h.also for h in read(reader, lay_open(text))] == [parted]


@pytest.mark.parametrize(
    ("text", "alive"),
    [
        ("Two guards were wounded and another was killed in Kolm.", [True]),
        ("Two men were hurt and a third person died in Kolm.", [True]),
        ("Police arrested a boy over the fatal shooting of another teenager in Kolm.", [True]),
        ("One man was killed in Kolm and another man died in hospital.", [False, False]),
        ("A third person died in Kolm.", [False]),
    ],
)
def test_one_dead_beside_the_living_is_no_one_more(
    reader: CountReader, lay_open: LayOpen, text: str, alive: list[bool]
) -> None:
    killed = [h for h in read(reader, lay_open(text)) if h.measure is Measure.KILLED]
    assert ["en/counting/beside-the-living" in (h.rule, *h.also) for h in killed] == alive


def test_the_greater_of_two_numbers_is_not_added(reader: CountReader, lay_open: LayOpen) -> None:
    found = read(reader, lay_open("At least 14 people and possibly 26 are reported to have been killed in Kolm."))
    assert 40 not in [h.low for h in found]


PERIODS = [
    ("Since the lockdown, a total of 44 militants and two of their helpers have been killed.", [True, True, True]),
    (
        "The blast, the first to strike at the heart of the old western town since the war began in 2011, killed "
        "a nurse and two soldiers.",
        [False, False],
    ),
    ("A total of 125 people were killed and another 188 wounded in May.", [True, True]),
    ("The number of people killed in May is 844.", [True]),
    ("Throughout May 185 people were killed in Marn.", [True]),
    ("In May 168 guards were killed in 87 raids.", [True]),
    ("In May gunmen killed 12 people in a mosque in Kolm.", [False]),
    ("In the war zone gunmen killed 12 people in 87 raids.", [False]),
]


@pytest.mark.parametrize(("text", "running"), PERIODS, ids=[text for text, _ in PERIODS])
def test_the_total_of_a_month_is_a_running_one(
    reader: CountReader, lay_open: LayOpen, text: str, running: list[bool]
) -> None:
    page = lay_open(text)
    times = [a_time(page, "May", MAY, DatePrecision.MONTH)] if "May" in text else []
    assert [
        h.cumulative for h in read(reader, page, *times) if h.measure in (Measure.KILLED, Measure.WOUNDED)
    ] == running


def test_a_stretch_longer_than_a_week_makes_a_total(reader: CountReader, lay_open: LayOpen) -> None:
    page = lay_open("The VMC recorded 248 civilian deaths between 4 May and 31 August.")
    window = Interval(date(2016, 5, 4), date(2016, 9, 1))
    day = Interval(date(2016, 5, 4), date(2016, 5, 5))
    (found,) = read(reader, page, a_time(page, "4 May", day, DatePrecision.DAY, window))
    assert found.cumulative


def test_words_of_the_toll_do_not_make_running_what_raised_it(reader: CountReader, lay_open: LayOpen) -> None:
    page = lay_open("A raid left 13 people dead, bringing the death toll this year to 153.")
    assert [(h.best, h.cumulative) for h in read(reader, page)] == [(13, False), (153, True)]


def test_some_of_those_whom_the_sentence_before_counted_are_a_part_of_them(
    reader: CountReader, lay_open: LayOpen
) -> None:
    page = lay_open("The war has killed 639 people. It said 263 of these deaths were in Kolm.")
    first, *parts = read(reader, page)
    assert first.cumulative and parts
    assert all(p.cumulative and p.part_of == first.span for p in parts)


def test_some_of_those_hurt_who_died_are_no_part_of_the_dead_before(reader: CountReader, lay_open: LayOpen) -> None:
    page = lay_open("The VMC had reported 17 dead. Two of the wounded died overnight.")
    assert [(h.best, h.part_of) for h in read(reader, page)] == [(17, None), (2, None)]


@pytest.mark.parametrize(
    ("text", "high"),
    [
        ("The raid on Dolvi killed six people at least.", None),
        ("The centre documented the death of six citizens at least in Dolvi.", None),
        ("The raid on Dolvi killed six people at least two days ago.", 6),
        ("The raid on Dolvi killed six people.", 6),
    ],
)
def test_at_least_behind_the_noun_makes_a_floor(
    reader: CountReader, lay_open: LayOpen, text: str, high: int | None
) -> None:
    assert [(h.low, h.high, h.whom in ("people", "citizens")) for h in read(reader, lay_open(text))] == [
        (6, high, True)
    ]


@pytest.mark.parametrize(
    ("text", "running"),
    [
        ("The war has killed tens of thousands of people. The governor cited a toll of at least 20,000.", True),
        ("The war has killed tens of thousands of people. The governor put the toll at 14.", False),
        ("A raid killed nine people. The governor put the toll at 14.", False),
    ],
)
def test_a_toll_behind_the_cost_of_a_war_is_of_the_war(
    reader: CountReader, lay_open: LayOpen, text: str, running: bool
) -> None:
    assert read(reader, lay_open(text))[-1].cumulative is running


def test_a_since_beside_a_name_opens_no_window(reader: CountReader, lay_open: LayOpen) -> None:
    page = lay_open("The Marn Front, a militia active here since the 1990s, has killed 12 people.")
    assert [(h.best, h.cumulative) for h in read(reader, page)] == [(12, False)]


@pytest.mark.parametrize(
    ("text", "running"),
    [
        ("Last month nearly 1,200 civilians were killed.", True),
        ("Last month some 1,200 civilians were killed in a chemical attack.", False),
        ("Last month a bomb killed 1,200 civilians.", False),
        ("Last month twelve civilians were killed.", False),
    ],
)
def test_so_many_of_a_month_are_of_more_than_one_deed(
    reader: CountReader, lay_open: LayOpen, text: str, running: bool
) -> None:
    page = lay_open(text)
    month = a_time(page, "Last month", Interval(date(2024, 4, 1), date(2024, 5, 1)), DatePrecision.MONTH)
    assert [h.cumulative for h in read(reader, page, month)] == [running]


@pytest.mark.parametrize(
    ("text", "running"),
    [
        ("At least 502 civilians have been killed in Korvian bombings.", True),
        ("At least 502 civilians have been killed and 2,600 injured in Korvian bombings.", True),
        ("At least 502 civilians have been killed in a Korvian bombing.", False),
        ("At least 502 civilians were killed in Korvian bombings.", False),
        ("At least 52 civilians have been killed in Korvian bombings.", False),
    ],
)
def test_so_many_of_several_deeds_have_been_counted_up(
    reader: CountReader, lay_open: LayOpen, text: str, running: bool
) -> None:
    assert {h.cumulative for h in read(reader, lay_open(text))} == {running}
