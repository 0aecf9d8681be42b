"""Copies are found through edits; what stands in every report is no copy."""

from __future__ import annotations

from datetime import timedelta
from random import Random

from reportedly.incidents.copies import COPIED, find_copies
from reportedly.incidents.wording import weigh_words
from reportedly.model.incident import Copy
from reportedly.model.text import Report
from tests.incidents.made import DAY, report


def story(seed: int, words: int = 120) -> str:
    draw = Random(seed)
    return " ".join(f"w{draw.randrange(3000)}" for _ in range(words))


def copies(*reports: Report) -> list[Copy]:
    return [copy for copy in find_copies(reports, weigh_words(reports)) if copy.containment >= COPIED]


def test_the_same_text_in_two_outlets_is_a_copy() -> None:
    assert copies(report("a", story(1)), report("b", story(1))) == [Copy(left="a", right="b", containment=1.0)]


def test_a_wire_story_inside_a_longer_report_is_found() -> None:
    found = copies(report("a", story(1)), report("b", f"{story(2)} {story(1)} {story(3)}"))
    assert [(copy.left, copy.right) for copy in found] == [("a", "b")]
    assert found[0].containment > 0.95


def test_an_edited_copy_is_found() -> None:
    words = story(1).split()
    edited = " ".join(word if n % 23 else "edited" for n, word in enumerate(words))
    assert len(copies(report("a", story(1)), report("b", edited))) == 1


def test_different_stories_are_no_copies() -> None:
    assert copies(*(report(f"r{n}", story(n)) for n in range(20))) == []


def test_a_footer_that_stands_in_many_reports_over_weeks_is_boilerplate() -> None:
    footer = story(99, 200)
    reports = [report(f"r{n}", f"{story(n)}\n{footer}", day=DAY + timedelta(days=5 * n)) for n in range(8)]
    assert copies(*reports) == []


def test_a_wire_story_printed_by_many_on_one_day_is_still_a_copy() -> None:
    assert len(copies(*(report(f"r{n}", f"{story(50)}\n{story(n, 20)}") for n in range(6)))) == 15
