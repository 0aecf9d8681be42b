"""``incidents()`` and ``claims()`` walk as before, fill data frames, and are shown in a notebook as text alone."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest

from reportedly.demo import HOME as DEMO
from reportedly.ledger import Ask, Ledger, Setting
from reportedly.ledger.listing import SHOWN, claims, incidents
from reportedly.model.incident import Incident
from tests.exports.made import incident, where, who
from tests.store.made import claim, report

HOSTILE = "<script>alert(1)</script><img src=x onerror='alert(2)'>\u202e\"&"
WORST = incident(
    place=replace(where(), name=HOSTILE, country=HOSTILE),
    perpetrators=(who(HOSTILE, "military"),),
    targets=(who("x" * 5000, "civilians"),),
    grade_reason=HOSTILE,
    reports=(HOSTILE,),
    contradictions=tuple(replace(one, text=HOSTILE) for one in incident().contradictions),
    origins=tuple(replace(one, name=HOSTILE, reason=HOSTILE) for one in incident().origins),
)


@pytest.fixture(scope="module")
def path(home: Path, few: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger of the six reports, read and linked."""
    made = tmp_path_factory.mktemp("listings") / "six.db"
    with Ledger.open(made, create=True, setting=Setting(words=(DEMO / "vocab",))) as ledger:
        ledger.read([str(few)])
        ledger.link()
    return made


def test_a_listing_walks_as_often_as_it_is_asked(path: Path) -> None:
    with Ledger.open(path) as ledger:
        listed = ledger.incidents()
        first = list(listed)
        assert first and list(listed) == first
        assert all(isinstance(one, Incident) for one in first)
        assert [one.id for one in ledger.claims()] == sorted(
            (one.id for one in ledger.claims()), key=[c.id for c in ledger.claims()].index
        )


def test_next_takes_one_and_a_walk_goes_on_from_there(path: Path) -> None:
    with Ledger.open(path) as ledger:
        whole = list(ledger.incidents())
        listed = ledger.incidents()
        assert next(listed) == whole[0]
        assert list(listed) == whole[1:]
        with pytest.raises(StopIteration):
            next(listed)


def test_nothing_is_read_before_it_is_walked_over() -> None:
    def broken() -> object:
        raise AssertionError

    repr(incidents(broken))  # type: ignore[arg-type]
    repr(claims(broken))  # type: ignore[arg-type]


def test_frames_hold_what_the_walk_gives(path: Path) -> None:
    pytest.importorskip("pandas", reason="pandas is an extra")
    with Ledger.open(path) as ledger:
        listed = ledger.incidents(Ask(least_origins=2))
        frame = listed.to_pandas()
        assert frame["id"].tolist() == [one.id for one in listed]
        told = ledger.claims()
        assert told.to_pandas()["id"].tolist() == [one.id for one in told]


def test_frames_of_the_other_libraries_hold_the_same(path: Path) -> None:
    pytest.importorskip("polars", reason="polars is an extra")
    pytest.importorskip("geopandas", reason="geopandas is an extra")
    with Ledger.open(path) as ledger:
        for listed in (ledger.incidents(), ledger.claims()):
            ids = [one.id for one in listed]
            assert listed.to_polars()["id"].to_list() == ids
            points = listed.to_geopandas()
            assert points["id"].tolist() == ids
            placed = [one.place is not None and one.place.latitude is not None for one in listed]
            assert (~points.geometry.is_empty).tolist() == placed


def _no_markup_of_reports(shown: str) -> None:
    """Only the tags of the table itself are tags."""
    tags = set(re.findall(r"<\s*/?\s*([a-zA-Z]+)", shown))
    assert tags <= {"table", "thead", "tbody", "tr", "th", "td", "caption", "bdi", "div", "b"}
    assert "<script" not in shown and "<img" not in shown
    assert len(re.findall("<bdi>", shown)) == len(re.findall("</bdi>", shown))


def test_an_incident_shows_all_text_as_text() -> None:
    shown = WORST._repr_html_()
    _no_markup_of_reports(shown)
    assert "&lt;script&gt;" in shown and HOSTILE in unescape(shown)
    assert "12 (10–19)" in shown and "x" * 400 not in shown


def test_an_incident_of_gaps_is_shown_too() -> None:
    bare = incident(place=None, days=None, perpetrators=(), targets=(), estimates=(), origins=(), contradictions=())
    assert "<bdi>?</bdi>" in bare._repr_html_()


def test_a_listing_shows_the_first_ones_and_all_text_as_text() -> None:
    many = [replace(WORST, id=f"i-{n}") for n in range(SHOWN + 5)]
    shown = incidents(lambda: iter(many))._repr_html_()
    _no_markup_of_reports(shown)
    assert shown.count("<tr>") == SHOWN + 1 and "to_pandas" in shown
    few = claims(lambda: iter([claim(report(), hedge=HOSTILE)]))._repr_html_()
    _no_markup_of_reports(few)
    assert "1 claims" in unescape(few)


def test_jupyter_finds_the_table(path: Path) -> None:
    pytest.importorskip("IPython", reason="IPython is not installed")
    from IPython.core.formatters import DisplayFormatter

    formatter = DisplayFormatter()
    with Ledger.open(path) as ledger:
        for one in (ledger.incidents(), ledger.claims(), next(ledger.incidents())):
            shown, _ = formatter.format(one)
            assert shown["text/html"].startswith("<")
            assert "text/plain" in shown
