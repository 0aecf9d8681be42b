"""What is counted in a sentence, and what is not. All sentences are about the invented country Veldania."""

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


def test_counts_those_before_words_in_brackets(reader: CountReader, lay_open: LayOpen) -> None:
    page = lay_open("A total of 24 rebels (a band led by Omar Tesh) were killed near Dolvi.")
    first = read(reader, page)[0]
    assert (first.text, first.measure, first.low, first.high) == ("A total of 24 rebels", Measure.KILLED, 24, 24)


def test_the_words_for_a_sum_hold_no_number(reader: CountReader, lay_open: LayOpen) -> None:
    page = lay_open("Two soldiers and three civilians were killed near Dolvi.")
    whole = next(h for h in read(reader, page) if h.best == 5)
    assert whole.whom == "soldiers and civilians"


def read(reader: CountReader, page: Page, *times: When) -> tuple[HowMany, ...]:
    return reader.read(page, Readings(times=times))[0]


Expected = tuple[str, str, int | None, int | None, int | None]

COUNTED: list[tuple[str, list[Expected]]] = [
    (
        "On Tuesday morning, 3 May, between 12 and 28 civilians were reported killed in Dolvi.",
        [("between 12 and 28 civilians", "killed", 12, None, 28)],
    ),
    ("A man was held over a fatal shooting in Kolm.", [("fatal shooting", "killed", 1, 1, None)]),
    ("The fatal shooting in Kolm left two dead.", [("two", "killed", 2, 2, 2)]),
    ("A man was held over a non-fatal shooting in Kolm.", []),
    ("Nobody's life deserves to be taken in Kolm.", []),
    ("Gp 7720, a bus of the council, was destroyed in Kolm.", [("a bus", "vehicles", 1, 1, 1)]),
    (
        "The group took part in the murder in Kolm of the opposition leader Arvel Brenik.",
        [("the opposition leader Arvel Brenik", "killed", 1, 1, 1)],
    ),
    (
        "They met after the killings during the past 72 hours of two judges.",
        [("two judges", "killed", 2, 2, 2)],
    ),
    (
        "Two men are held for the murder of the candidate Luis Brenik: Alvaro Tesh and Jorge Vesk.",
        [("the candidate", "killed", 1, 1, 1)],
    ),
    (
        "The brothers Pavel Vesk and Omar Vesk were killed in Kolm.",
        [("The brothers Pavel Vesk and Omar Vesk", "killed", 2, 2, 2)],
    ),
    ("Ten people are feared dead in Kolm.", [("Ten people", "killed", 10, 10, 10)]),
    ("Up to around 50 civilians died in Kolm.", [("Up to around 50 civilians", "killed", None, None, 50)]),
    (
        "Four people died in Kolm and dozens of others were wounded.",
        [("Four people", "killed", 4, 4, 4), ("dozens of others", "wounded", None, None, None)],
    ),
    (
        "Omar Tesh was killed along with his 12-year-old son.",
        [
            ("Omar Tesh", "killed", 1, 1, 1),
            ("Omar Tesh was killed along with his 12-year-old son", "killed", 2, 2, 2),
            ("his 12-year-old son", "killed", 1, 1, 1),
        ],
    ),
    ("The VMC reported that others were wounded in Kolm.", [("others", "wounded", None, None, None)]),
    ("A shell hit a school in Kolm, causing injuries.", [("injuries", "wounded", None, None, None)]),
    ("Medics treated him for his injuries.", [("him", "wounded", 1, 1, 1)]),
    ("Gunmen hacked 19 people to death in Kolm.", [("19 people", "killed", 19, 19, 19)]),
    ("At least 12 people were burned alive in Kolm.", [("At least 12 people", "killed", 12, 12, None)]),
    ("Some 300 rebels fled Zhemun.", []),
    (
        "Shells killed three people in Dolvi and wounded twenty-two others.",
        [("three people", "killed", 3, 3, 3), ("twenty-two others", "wounded", 22, 22, 22)],
    ),
    ("It had no immediate toll.", []),
    (
        "The death toll has risen to 85 people including five soldiers.",
        [("85 people", "killed", 85, 85, 85), ("five soldiers", "killed", 5, 5, 5)],
    ),
    ("The toll included 13 women.", [("13 women", "killed", 13, 13, 13)]),
    (
        "Nine people among them four children were killed in Kolm.",
        [("Nine people", "killed", 9, 9, 9), ("four children", "killed", 4, 4, 4)],
    ),
    ("1,200 people were wounded in Karsk.", [("1,200 people", "wounded", 1200, 1200, 1200)]),
    ("2000 people fled Zhemun on Monday.", [("2000 people", "displaced", 2000, 2000, 2000)]),
    ("A dozen people were killed in Kolm.", [("A dozen people", "killed", 12, 12, 12)]),
    ("Half a million people have fled their homes.", [("Half a million people", "displaced", 500000, 500000, 500000)]),
    (
        "More than 1.5 million people have been displaced.",
        [("More than 1.5 million people", "displaced", 1500000, 1500000, None)],
    ),
    ("12 to 19 people were killed in Kolm.", [("12 to 19 people", "killed", 12, None, 19)]),
    ("Between 10 and 13 soldiers were captured.", [("Between 10 and 13 soldiers", "captured", 10, None, 13)]),
    (
        "At least 9 and up to 15 children were killed.",
        [("At least 9 and up to 15 children", "killed", 9, None, 15)],
    ),
    (
        "At least one but possibly up to 12 people were killed in Kolm.",
        [("At least one but possibly up to 12 people", "killed", 1, None, 12)],
    ),
    ("Two, possibly three people were killed in Kolm.", [("Two, possibly three people", "killed", 2, None, 3)]),
    ("Two guards were wounded, one fatally.", [("Two guards", "casualties", 2, 2, 2), ("one", "killed", 1, 1, 1)]),
    ("A third died at the hospital.", [("A third", "killed", 1, 1, 1)]),
    ("An air strike destroyed a convoy near Kolm.", []),
    ("Up to 80 fighters were killed near Brenik.", [("Up to 80 fighters", "killed", None, None, 80)]),
    ("Nearly 300 people fled Zhemun.", [("Nearly 300 people", "displaced", None, 300, 300)]),
    ("At least 20 guards were at the post.", [("At least 20 guards", "present", 20, 20, None)]),
    (
        "Three were killed and several more wounded in Kolm.",
        [("Three", "killed", 3, 3, 3), ("several more", "wounded", None, None, None)],
    ),
    ("An officer was killed near Harsema.", [("An officer", "killed", 1, 1, 1)]),
    ("Mira Paredes was wounded near Harsema.", [("Mira Paredes", "wounded", 1, 1, 1)]),
    ("His wife died on Sunday.", [("His wife", "killed", 1, 1, 1)]),
    ("One guard was killed and another wounded.", [("One guard", "killed", 1, 1, 1), ("another", "wounded", 1, 1, 1)]),
    ("4 dead and 10 injured in Dolvi", [("4", "killed", 4, 4, 4), ("10", "wounded", 10, 10, 10)]),
    ("3 dead, 5 hurt", [("3", "killed", 3, 3, 3), ("5", "wounded", 5, 5, 5)]),
    ("The blast left 30 dead.", [("30", "killed", 30, 30, 30)]),
    ("Korvian strike kills 8 in Karsk", [("8", "killed", 8, 8, 8)]),
    ("URGENT 19 killed and injured in Karsk", [("19", "casualties", 19, 19, 19)]),
    (
        "A bomber killed 30 people injured 90 on Monday in Karsk.",
        [("30 people", "killed", 30, 30, 30), ("90", "wounded", 90, 90, 90)],
    ),
    (
        "The shelling claimed the lives of 12 people and wounded dozens.",
        [("12 people", "killed", 12, 12, 12), ("dozens", "wounded", None, None, None)],
    ),
    ("Twelve people lost their lives in Kolm.", [("Twelve people", "killed", 12, 12, 12)]),
    ("The bodies of 10 men were recovered in Lipna.", [("10 men", "killed", 10, 10, 10)]),
    ("The death toll rose to 45.", [("45", "killed", 45, 45, 45)]),
    ("The number of wounded had risen to 112.", [("112", "wounded", 112, 112, 112)]),
    (
        "The VMC reported the killing of three officers and the deaths of 12 people.",
        [("three officers", "killed", 3, 3, 3), ("12 people", "killed", 12, 12, 12)],
    ),
    ("A 24-year-old man was shot dead in Karsk.", [("A 24-year-old man", "killed", 1, 1, 1)]),
    (
        "Gunmen kidnapped and killed two engineers.",
        [("two engineers", "abducted", 2, 2, 2), ("two engineers", "killed", 2, 2, 2)],
    ),
    (
        "The MLF shot down a helicopter and captured three villages.",
        [("a helicopter", "aircraft", 1, 1, 1), ("three villages", "villages", 3, 3, 3)],
    ),
    (
        "The Korvian air force carried out at least 146 airstrikes on Teshil.",
        [("at least 146 airstrikes", "strikes", 146, 146, None)],
    ),
    ("Troops cleared 805 square kilometres.", [("805 square kilometres", "area_km2", 805, 805, 805)]),
    ("Rebels inflicted heavy losses on the army.", [("heavy losses", "losses", None, None, None)]),
    ("No one was hurt in the raid on Lipna.", [("No one", "wounded", 0, 0, 0)]),
    ("The raid caused no casualties.", [("no casualties", "casualties", 0, 0, 0)]),
    ("The raid caused no damage or casualties.", [("casualties", "casualties", 0, 0, 0)]),
    ("On October 13th 30 people were killed in Dolvi.", [("30 people", "killed", 30, 30, 30)]),
    ("On 3 May 20 people were killed in Kolm.", [("20 people", "killed", 20, 20, 20)]),
    ("In 2012 15 people were killed in Dolvi.", [("15 people", "killed", 15, 15, 15)]),
    ("Some 16- year-old boys were killed.", [("Some 16- year-old boys", "killed", None, None, None)]),
    ("Officers found two men with gunshot wounds.", [("two men", "casualties", 2, 2, 2)]),
    ("Police found a man suffering from gunshot wounds.", [("a man", "casualties", 1, 1, 1)]),
    ("Both were taken to hospital.", [("Both", "casualties", 2, 2, 2)]),
    ("Two of the guards remain in critical condition.", [("Two of the guards", "wounded", 2, 2, 2)]),
    ("Two of them were in stable condition.", [("Two", "wounded", 2, 2, 2)]),
    ("Five people were struck by gunfire.", [("Five people", "casualties", 5, 5, 5)]),
    ("Two shells struck the village.", [("Two shells", "shells", 2, 2, 2)]),
    ("A child suffered minor injuries.", [("A child", "wounded", 1, 1, 1)]),
    ("A boy shot himself in the leg.", [("A boy", "casualties", 1, 1, 1)]),
    ("A man was shot at his home.", [("A man", "casualties", 1, 1, 1)]),
    ("The policemen were shot at by gunmen.", []),
    (
        "Three people were shot, two fatally.",
        [("Three people", "casualties", 3, 3, 3), ("two", "killed", 2, 2, 2)],
    ),
    ("The couple were killed in Dolvi.", [("The couple", "killed", 2, 2, 2)]),
    ("The bodies of a man and a woman were found.", [("a man and a woman", "killed", 2, 2, 2)]),
    (
        "A man was held over the fatal shooting of one guard and wounding of three others.",
        [("one guard", "killed", 1, 1, 1), ("three others", "wounded", 3, 3, 3)],
    ),
    ("Three were wounded and no one else was hurt.", [("Three", "wounded", 3, 3, 3)]),
    ("The raid wounded three people but caused no serious injuries to others.", [("three people", "wounded", 3, 3, 3)]),
    ("No one was seriously hurt.", []),
    ("No one was hurt.", [("No one", "wounded", 0, 0, 0)]),
    ("Bomb kills five, wounds 11 in Kolm", [("five", "killed", 5, 5, 5), ("11", "wounded", 11, 11, 11)]),
    ("Doctors saw the wounds 11 days later.", []),
    ("3 hurt in Karsk clash", [("3", "wounded", 3, 3, 3)]),
    ("Thirteen civilians across three generations were killed.", [("Thirteen civilians", "killed", 13, 13, 13)]),
    ("They found a 17-year-old male suffering from a gunshot wound.", [("a 17-year-old male", "casualties", 1, 1, 1)]),
    ("Radio 5 the victim was shot in the street.", [("the victim", "casualties", 1, 1, 1)]),
    (
        "The bomber killed himself and four policemen.",
        [("himself", "killed", 1, 1, 1), ("four policemen", "killed", 4, 4, 4)],
    ),
    (
        "Petr Kol killed three people and then himself.",
        [("three people", "killed", 3, 3, 3), ("himself", "killed", 1, 1, 1)],
    ),
    (
        "A guard shot dead two clerks before turning the gun on himself.",
        [("two clerks", "killed", 2, 2, 2), ("himself", "killed", 1, 1, 1)],
    ),
    (
        "A guard killed four people before taking his own life.",
        [("four people", "killed", 4, 4, 4), ("his", "killed", 1, 1, 1)],
    ),
    ("A clerk from Dolvi passed away on Sunday.", [("A clerk", "killed", 1, 1, 1)]),
    (
        "They found one dead man and one woman in a house.",
        [("one dead man", "killed", 1, 1, 1)],
    ),
    ("The student he killed was a guard.", [("The student", "killed", 1, 1, 1)]),
    ("The raid killed six students [58] in Dolvi.", [("six students", "killed", 6, 6, 6)]),
    (
        "The MLF has lost more than 200 of its fighters.",
        [("more than 200 of its fighters", "killed", 200, 200, None)],
    ),
]


@pytest.mark.parametrize(("text", "expected"), COUNTED, ids=[text for text, _ in COUNTED])
def test_reads_who_is_counted_and_how_many(
    reader: CountReader, lay_open: LayOpen, text: str, expected: list[Expected]
) -> None:
    found = [(h.text, h.measure.value, h.low, h.best, h.high) for h in read(reader, lay_open(text))]
    assert found == expected


NOT_COUNTED = [
    "The strike could kill thousands.",
    "Gunmen threatened to kill 10 hostages.",
    "The two talked about killing the mayor of Kolm.",
    "The army said it must avoid harming civilians.",
    "The raid did not kill 12 people, the army said.",
    "Were 12 people killed in Dolvi?",
    "If ten people were killed in Kolm, the truce is over.",
    "The mayor received two death threats.",
    "The post lies 40 km from Karsk.",
    "The 120th brigade holds the road.",
    "Miners began two hunger strikes in Orvan.",
    "The vote killed the bill in Karsk.",
    "Sanctions hurt two industries in Korvia.",
]


@pytest.mark.parametrize("text", NOT_COUNTED)
def test_reads_no_toll_where_nothing_happened_or_no_one_is_counted(
    reader: CountReader, lay_open: LayOpen, text: str
) -> None:
    assert read(reader, lay_open(text)) == ()


BOTH: list[tuple[str, list[Expected]]] = [
    (
        "A number of people were killed and injured in Dolvi.",
        [("A number of people", "killed", None, None, None), ("A number of people", "wounded", None, None, None)],
    ),
    (
        "Several injuries and deaths were reported in Dolvi.",
        [("Several injuries", "killed", None, None, None), ("Several injuries", "wounded", None, None, None)],
    ),
    (
        "No one was killed or injured in the raid on Lipna.",
        [("No one", "killed", 0, 0, 0), ("No one", "wounded", 0, 0, 0)],
    ),
    ("Dozens of people were killed and wounded.", [("Dozens of people", "casualties", None, None, None)]),
    ("Nineteen people were killed and wounded.", [("Nineteen people", "casualties", 19, 19, 19)]),
]


@pytest.mark.parametrize(("text", "expected"), BOTH, ids=[text for text, _ in BOTH])
def test_two_fates_in_one_breath_are_told_apart_where_the_words_are_true_of_either(
    reader: CountReader, lay_open: LayOpen, text: str, expected: list[Expected]
) -> None:
    found = [(h.text, h.measure.value, h.low, h.best, h.high) for h in read(reader, lay_open(text))]
    assert sorted(found) == sorted(expected)


TOGETHER = [
    ("His wife and three children were killed in the shelling of Lipna.", 4),
    ("A man, his wife and their two daughters were killed in Zhemun.", 4),
    ("Shells killed Mira Tesh, her husband Omar and their three children.", 5),
    ("The airstrike took the lives of Omar Tesh, his wife Mira and their infant son.", 3),
    ("Mira Tesh was killed alongside her four children.", 5),
    ("Mira Tesh was killed along with her husband and two sons in Kolm.", 4),
    ("A woman along with her two small children was killed in Dolvi.", 3),
    ("The attack killed a mother together with her daughter.", 2),
    ("Mira Tesh was killed together with her younger brother Omar Tesh, 28.", 2),
    ("A family of five was killed in Ostrel.", 5),
    ("Omar Tesh, a farmer and father of two, was killed in Kolm.", 1),
    ("Two guards, Omar Tesh and Petr Kol, were killed in Kolm.", 2),
    ("A father and son, Omar Tesh and Petr Tesh, were killed in Kolm.", 2),
    ("A woman named Mira Tesh and her young son were killed in Kolm.", 2),
    ("The victims were named as Omar Tesh, Mira Lind and Petr Kol, who were killed in Dolvi.", 3),
    ("A journalist and activist was killed in Kolm.", 1),
    ("A doctor and nurse were killed in Kolm.", 2),
    ("The town mourned the death of his friend and colleague in Kolm.", 1),
    ("An officer was killed in Kolm, where he had fought alongside 300 militiamen.", 1),
    ("Civil Rescue recovered five bodies and ten injured people from the rubble.", 5),
]


@pytest.mark.parametrize(("text", "most"), TOGETHER, ids=[text for text, _ in TOGETHER])
def test_those_told_of_together_are_added_up(reader: CountReader, lay_open: LayOpen, text: str, most: int) -> None:
    totals = [h for h in read(reader, lay_open(text)) if h.measure is Measure.KILLED and h.part_of is None]
    assert max(h.best or 0 for h in totals) == most


def test_the_names_of_those_just_counted_are_not_counted_again(reader: CountReader, lay_open: LayOpen) -> None:
    found = read(reader, lay_open("Mira Tesh and her two sons, Petr and Jan, were killed in Dolvi."))
    assert max(h.best or 0 for h in found) == 3


@pytest.mark.parametrize("text", ["Kol killed himself in Dolvi.", "He died of a self-inflicted wound."])
def test_who_died_by_his_own_hand_is_marked(reader: CountReader, lay_open: LayOpen, text: str) -> None:
    dead = [h for h in read(reader, lay_open(text)) if h.measure is Measure.KILLED]
    assert ["en/counting/oneself" in h.also for h in dead] == [True]


def test_a_sum_of_names_keeps_no_private_name(reader: CountReader, lay_open: LayOpen) -> None:
    found = read(reader, lay_open("Shells killed Mira Tesh, her husband Omar and their three children."))
    assert not any("Tesh" in (h.whom or "") for h in found)


NO_TOLLS = [
    "The column halted 12 km from Kolm.",
    "Some 40 percent of the women of Dolvi were killed.",
    "A third of those killed in Karsk were women.",
]


@pytest.mark.parametrize("text", NO_TOLLS)
def test_distances_and_shares_are_no_tolls(reader: CountReader, lay_open: LayOpen, text: str) -> None:
    assert not [h for h in read(reader, lay_open(text)) if h.low is not None or h.best is not None]


PARTS = [
    ("Nine people were killed in Lipna, including four children.", "four children", "Nine people"),
    ("Nine people were killed in Lipna, four of them children.", "four of them children", "Nine people"),
    ("Another seven people including two children were killed in Kolm.", "two children", "Another seven people"),
    ("Two boys were among eight people killed in Kolm.", "Two boys", "eight people"),
    ("Twenty-one people were killed, 15 in Dolvi and another six in Kolm.", "another six", "Twenty-one people"),
    ("Two women and two soldiers were killed in the blast.", "two soldiers", "Two women and two soldiers"),
]


@pytest.mark.parametrize(("text", "part", "whole"), PARTS)
def test_a_part_points_at_its_whole_and_shares_its_measure(
    reader: CountReader, lay_open: LayOpen, text: str, part: str, whole: str
) -> None:
    found = {h.text: h for h in read(reader, lay_open(text))}
    assert found[part].part_of == found[whole].span
    assert found[part].measure is found[whole].measure
    assert found[whole].part_of is None


def test_a_last_name_alone_is_one_of_the_reports_persons(reader: CountReader, lay_open: LayOpen) -> None:
    known = "Karim Al Veshani led the rebels. "
    counts = read(reader, lay_open(known + "Troops had killed Veshani, a wanted man."))
    assert [(h.best, h.whom) for h in counts] == [(1, None)]


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Three judges investigate the murders of the governor of Marn, another judge, and the police commander.", 3),
        ("Gunmen murdered the brothers Pavel and Arvel Brenik and their mother Marta Brenik in Kolm.", 3),
        ("Former foreign minister and president of the Supreme court of justice Francisco Brenik died on Monday.", 1),
    ],
)
def test_a_row_of_persons_is_summed_and_titles_are_of_one(
    reader: CountReader, lay_open: LayOpen, text: str, whole: int
) -> None:
    readings = read(reader, lay_open(text))
    assert max(h.best or 0 for h in readings) == whole
    assert "Brenik" not in "".join(h.whom or "" for h in readings)


def test_a_list_of_names_and_nouns_is_summed(reader: CountReader, lay_open: LayOpen) -> None:
    text = "A car bomb exploded near the market, killing a policeman, his wife and their two sons."
    totals = [h.best for h in read(reader, lay_open(text)) if h.part_of is None]
    assert totals == [4]


def test_vague_words_keep_no_figure_and_imply_the_profiles_range(reader: CountReader, lay_open: LayOpen) -> None:
    (dozens,) = read(reader, lay_open("Dozens of people were wounded in Karsk."))
    assert (dozens.low, dozens.best, dozens.high) == (None, None, None)
    assert dozens.implied == (24, 99)
    acled = CountReader(load_counts(profile="acled"))
    assert read(acled, lay_open("Dozens of people were wounded in Karsk."))[0].implied == (12, 12)


def test_whom_holds_the_words_for_the_counted_and_no_private_name(reader: CountReader, lay_open: LayOpen) -> None:
    (fighters,) = read(reader, lay_open("More than 200 of its fighters were killed."))
    assert fighters.whom == "fighters"
    (named,) = read(reader, lay_open("Captain Peter Collins was killed in Dolvi."))
    assert (named.best, named.whom) == (1, "Captain")


def _since(page: Page, words: str, day: date) -> When:
    start = page.report.text.index(words)
    return When(
        span=Span(start, start + len(words)),
        text=words,
        sentence=0,
        rule="code:test",
        type=TimeType.DATE,
        value=day.isoformat(),
        days=Interval(day, None),
        precision=DatePrecision.DAY,
        basis="given",
        open_since=True,
    )


def test_a_window_makes_a_running_total_with_its_first_day(reader: CountReader, lay_open: LayOpen) -> None:
    page = lay_open("More than 300 soldiers have been killed in Marn since 3 March.")
    (toll,) = read(reader, page, _since(page, "since 3 March", date(2021, 3, 3)))
    assert toll.cumulative and toll.since == date(2021, 3, 3)


def test_a_window_without_a_known_day_is_an_issue(reader: CountReader, lay_open: LayOpen) -> None:
    page = lay_open("More than 300 soldiers have been killed in Marn since the war began.")
    (toll,), (issue,) = reader.read(page, Readings())
    assert toll.cumulative and toll.since is None
    assert issue.code == "window-unsettled"


def test_a_ranking_is_no_window(reader: CountReader, lay_open: LayOpen) -> None:
    page = lay_open("Nine people were killed in Karsk in the worst attack since 3 March.")
    (toll,) = read(reader, page, _since(page, "since 3 March", date(2021, 3, 3)))
    assert not toll.cumulative


def test_a_window_is_not_that_of_a_clause_behind_it(reader: CountReader, lay_open: LayOpen) -> None:
    page = lay_open("The men were held since 3 March, following a gunfight that killed 10 members of the front.")
    (toll,) = read(reader, page, _since(page, "since 3 March", date(2021, 3, 3)))
    assert not toll.cumulative


def test_a_number_brought_up_is_a_running_total(reader: CountReader, lay_open: LayOpen) -> None:
    (toll,) = read(reader, lay_open("The attack brought to seven the number of soldiers killed in Marn."))
    assert (toll.best, toll.measure, toll.cumulative, toll.whom) == (7, Measure.KILLED, True, "soldiers")


RUNNING = [
    ("The attack brought to seven the number of soldiers killed in Marn.", True),
    ("Her death increased the number of dead in the family to 127.", True),
    ("Korvia has so far lost at least 12 soldiers in the Veldanian war.", True),
    ("So far this year 40 soldiers have been killed in Marn.", True),
    ("The number of people killed in Dolvi rose to 20.", False),
    ("The number of wounded in Kolm reached 72.", False),
    ("The VMC put the number of deaths in Dolvi at 14.", False),
    ("Seven bodies have been recovered in Dolvi so far.", False),
    ("The war, which has killed 30,000 people, goes on in Marn.", True),
    ("The remains are of victims of a war during which at least 100,000 people were killed.", True),
]


@pytest.mark.parametrize(("text", "running"), RUNNING)
def test_the_newest_number_of_one_happening_is_no_running_total(
    reader: CountReader, lay_open: LayOpen, text: str, running: bool
) -> None:
    numbers = [h for h in read(reader, lay_open(text)) if (h.best or 0) > 1]
    assert [h.cumulative for h in numbers] == [running]


@pytest.mark.parametrize(
    "text",
    [
        "The 15-year-old was killed in Dolvi.",
        "The 14 year old was pronounced dead in Dolvi.",
        "A child under the age of ten was killed in Dolvi.",
    ],
)
def test_an_age_stands_for_one_person(reader: CountReader, lay_open: LayOpen, text: str) -> None:
    assert [h.best for h in read(reader, lay_open(text))] == [1]


def test_some_of_those_known_are_marked(reader: CountReader, lay_open: LayOpen) -> None:
    (two,) = read(reader, lay_open("Two of the injured were children, and two of the guards were killed."))[-1:]
    assert "en/counting/member" in two.also
    (one,) = read(reader, lay_open("One of the wounded later died in Karsk."))[-1:]
    assert "en/counting/single" in one.also


def test_event_and_head_are_tokens_of_the_sentence(reader: CountReader, lay_open: LayOpen) -> None:
    page = lay_open("Shells killed three people in Dolvi.")
    (toll,) = read(reader, page)
    tokens = page.sentences[0].tokens
    assert toll.event is not None and tokens[toll.event].text == "killed"
    assert toll.head is not None and tokens[toll.head].text == "people"


def test_every_reading_quotes_the_text_and_keeps_its_range_in_order(reader: CountReader, lay_open: LayOpen) -> None:
    page = lay_open(" ".join(text if text.endswith(".") else f"{text}." for text, _ in COUNTED))
    for toll in read(reader, page):
        assert toll.span.of(page.report.text) == toll.text
        known = [n for n in (toll.low, toll.best, toll.high) if n is not None]
        assert known == sorted(known)


def test_the_same_page_gives_the_same_readings(reader: CountReader, lay_open: LayOpen) -> None:
    page = lay_open("Nine people were killed in Lipna, including four children; 12 more were wounded.")
    assert read(reader, page) == read(CountReader(load_counts()), page)
