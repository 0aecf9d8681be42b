"""Names are found word by word, a report's text is weighed once, and sketches come back from bytes as they were."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import timedelta
from typing import TypeVar

import pytest

from reportedly.incidents.called import name_pairs
from reportedly.incidents.copies import Samples, find_copies
from reportedly.incidents.sketches import merged, pack, sketch, unpack
from reportedly.incidents.source import Held
from reportedly.incidents.weighed import weighed
from reportedly.incidents.wording import weigh_words
from reportedly.model.text import Report
from tests.incidents.made import DAY, DOLVI, KOLM, claim, place, report, toll

T = TypeVar("T")
R = TypeVar("R")


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("Ana Petrov's house on Tannery Lane", {("ana", "petrov"), ("tannery", "lane")}),
        ("Ana K. Petrov", {("ana", "petrov")}),
        ("mid-October Friday", set()),  # "October" begins no word here
        ("the mid--October Friday", {("october", "friday")}),
        ("Émile Brandt of Élan", {("émile", "brandt")}),
        ("Old and New Virm", {("new", "virm")}),
        ("Sul-Takhar Road, Kolm", {("sul-takhar", "road")}),
        ("Petrov’s Lane", set()),
    ],
)
def test_names_are_pairs_of_capitalised_words_that_touch(text: str, pairs: set[tuple[str, str]]) -> None:
    assert name_pairs(text) == pairs


def test_copies_are_the_same_whether_sampled_while_words_are_counted_or_after() -> None:
    said = "Shells fell on the market of Dolvi while people queued for bread and water early in the morning. "
    reports = [report(name, said + f"{name} told The Karsk Herald so and said no more of it.") for name in "abc"]
    samples, seen = Samples(), []

    def take(one: Report, body: str) -> None:
        seen.append(one.id)
        samples.take(one, body)

    wording = weigh_words(reports, take)
    by_name = {one.id: one for one in reports}
    assert seen == ["a", "b", "c"]
    copies = samples.copies(lambda name: wording.body(by_name[name]))
    assert copies
    assert copies == find_copies(reports, wording)


def test_words_are_worth_the_same_whether_counted_here_or_elsewhere() -> None:
    said = "Shells fell on the market of Dolvi. Ana Petrov of Tannery Lane was hurt."
    more = (
        "",
        "İlk gün: Şehir halkı Kolm’da bekledi.",
        "Straße and STRASSE, naïve and NAÏVE",
        "ﬁre at Virm, Ana Petrov",
    )
    reports = [report(str(n), f"{said}\n{also}\n") for n, also in enumerate(more)]
    samples, here = Samples(), Samples()
    wording = weighed(Held([], reports), samples, None, _sent)
    assert wording == weigh_words(reports, here.take)
    assert {name: runs.tolist() for name, runs in samples.kept()} == {n: runs.tolist() for n, runs in here.kept()}


def _sent(
    factory: Callable[[], Callable[[T], R]],
    items: Iterable[T],
    *,
    large: bool = False,
) -> Iterator[R]:
    """As another process would do it."""
    work = pickle.loads(pickle.dumps(factory))()
    return (pickle.loads(pickle.dumps(work(item))) for item in items)


def test_spots_of_one_name_stand_in_one_order() -> None:
    known = place(DOLVI)
    places = [known, replace(known, latitude=None, longitude=None), replace(known, latitude=40.5)]
    singles = [sketch(claim(f"a#{n}", place=where), report("a"), weigh_words([])) for n, where in enumerate(places)]
    assert [spot.latitude for spot in merged(singles).spots] == [None, 40.0, 40.5]


def test_a_sketch_comes_back_from_bytes_as_it_was() -> None:
    wording = weigh_words([report("a")])
    singles = [
        sketch(claim("a#1", place=place(DOLVI), tolls=(toll(3),)), report("a"), wording),
        sketch(claim("a#2", place=place(KOLM), tolls=(toll(None, low=4),), days=None), report("a"), wording),
    ]
    for one in (*singles, merged(singles, {1: 1.0}, frozenset({7}))):
        assert unpack(pack(one)) == one


def test_what_one_outlet_alone_prints_for_weeks_names_no_happening() -> None:
    held = "Radio Orvan asks: who knew Ana Petrov of Tannery Lane?"
    for later, papers, named in ((30, ("Radio Orvan",) * 2, False), (30, ("Radio Orvan", "Sava Post"), True)):
        days = (DAY, DAY + timedelta(days=later))
        texts = [
            report(str(n), held, day=day, paper=paper) for n, (day, paper) in enumerate(zip(days, papers, strict=True))
        ]
        assert bool(weigh_words(texts).holders) is named
    soon = [report(str(n), held, day=DAY + timedelta(days=n), paper="Radio Orvan") for n in range(2)]
    assert weigh_words(soon).holders


@pytest.mark.parametrize(("size", "least", "most"), [(4, 0.1, 0.3), (40, 0.5, 0.7), (400, 1.0, 1.0)])
def test_reports_of_a_small_set_are_alike_by_little(size: int, least: float, most: float) -> None:
    wording = weigh_words([report(f"r{n}", f"Shells fell on house {n} in Dolvi.") for n in range(size)])
    assert least <= wording.telling <= most
