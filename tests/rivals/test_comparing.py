"""Veldania's incidents beside invented files of other coders: what matches, what is missing, what is extra, and how far
the two differ."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from reportedly.model.reading import Interval, Who
from reportedly.model.rival import Against, Counterpart, Event, Field, Scheme, Standing
from reportedly.model.words import DatePrecision, Happening
from reportedly.rivals.ours import NO_DAY, NO_POINT
from reportedly.rivals.records import counterpart_record, tallied_record
from tests.exports.made import Shelf, incident, killed, where, who
from tests.rivals.made import ACLED_NAMES, GED_NAMES, acled, compared, ged

ARMY = replace(who("Veldanian air force", "military"), side="xv-gov")
FRONT = who("Marn Liberation Front", "armed-group")
STRIKE = incident("i-1", perpetrators=(ARMY,), targets=(replace(FRONT, actor_id="mlf"),))
"""The strike on Dolvi of the first of April, with 10, 12, 19 dead."""

FAR = replace(where(), name="Kolm", latitude=-38.9, longitude=-16.2)
KOLM = incident("i-2", place=FAR, perpetrators=(FRONT,), targets=(ARMY,), happening=Happening.ARMED_CLASH)
SHELF = Shelf(held=(STRIKE, KOLM))
ELSEWHERE = {"id": "502", "where_coordinates": "Brenik", "latitude": "-43.0", "longitude": "-19.9"}


def of(found: Against, standing: Standing) -> list[Counterpart]:
    return [one for one in found.counterparts if one.standing is standing]


def ids(found: Against) -> set[tuple[str, str | None, str | None]]:
    return {(c.standing.value, _id(c.ours), _id(c.theirs)) for c in found.counterparts}


def _id(event: Event | None) -> str | None:
    return event.id if event else None


def test_the_columns_are_those_of_the_releases(tmp_path: Path) -> None:
    assert (len(GED_NAMES), len(ACLED_NAMES)) == (49, 31)
    assert compared(SHELF, ged(tmp_path / "ged.csv", {})).tallied.scheme is Scheme.UCDP
    assert compared(SHELF, acled(tmp_path / "acled.csv", {})).tallied.scheme is Scheme.ACLED


def test_one_event_matches_one_is_missing_and_one_is_extra_of_ged(tmp_path: Path) -> None:
    found = compared(SHELF, ged(tmp_path / "ged.csv", {}, ELSEWHERE))
    assert ids(found) == {("matched", "i-1", "501"), ("missing", None, "502"), ("extra", "i-2", None)}
    (match,) = of(found, Standing.MATCHED)
    assert match.differs == ()
    assert (found.tallied.share_of_theirs, found.tallied.share_of_ours) == (0.5, 0.5)
    assert found.issues == ()


def test_one_event_matches_one_is_missing_and_one_is_extra_of_acled(tmp_path: Path) -> None:
    brenik = {"event_id_cnty": "VEL78", "location": "Brenik", "latitude": "-43", "longitude": "-19.9"}
    found = compared(SHELF, acled(tmp_path / "acled.csv", {}, brenik))
    assert ids(found) == {("matched", "i-1", "VEL77"), ("missing", None, "VEL78"), ("extra", "i-2", None)}
    (match,) = of(found, Standing.MATCHED)
    assert match.differs == ()


def test_differences_are_told_field_by_field(tmp_path: Path) -> None:
    odd = {
        "date_start": "2031-04-02",
        "date_end": "2031-04-02",
        "where_coordinates": "Lipna village",
        "latitude": "-41.45",
        "best": "20",
        "low": "10",
        "high": "25",
        "type_of_violence": "3",
        "side_b": "Civilians",
    }
    found = compared(SHELF, ged(tmp_path / "ged.csv", odd | {"side_b": "MLF"}))
    (match,) = of(found, Standing.MATCHED)
    by = {gap.field: gap for gap in match.gaps}
    assert match.differs == (
        Field.DAYS, Field.PLACE, Field.DISTANCE, Field.DEATHS_BEST, Field.DEATHS_HIGH, Field.KIND
    )  # fmt: skip
    assert (by[Field.DAYS].ours, by[Field.DAYS].theirs, by[Field.DAYS].by) == ("2031-04-01", "2031-04-02", -1)
    assert by[Field.DISTANCE].by == pytest.approx(11.1, abs=0.1)
    assert (by[Field.DEATHS_BEST].ours, by[Field.DEATHS_BEST].theirs, by[Field.DEATHS_BEST].by) == ("12", "20", -8)
    assert (by[Field.DEATHS_LOW].agrees, by[Field.DEATHS_HIGH].by) == (True, -6)
    assert (by[Field.KIND].ours, by[Field.KIND].theirs) == ("state-based", "one-sided")
    told = {a.field: (a.agree, a.both) for a in found.tallied.agreements}
    assert told[Field.DEATHS_LOW] == (1, 1) and told[Field.DEATHS_BEST] == (0, 1)
    other = compared(SHELF, ged(tmp_path / "ged.csv", {"side_b": "Civilians", "type_of_violence": "3"}))
    assert of(other, Standing.MATCHED)[0].differs == (Field.SIDES, Field.KIND)


@pytest.mark.parametrize(("days", "km", "matched"), [(1, 10.0, 1), (0, 10.0, 0), (1, 0.0, 0), (3, 100.0, 1)])
def test_the_windows_are_what_is_asked_for(tmp_path: Path, days: int, km: float, matched: int) -> None:
    near = {"date_start": "2031-04-02", "date_end": "2031-04-02", "latitude": "-41.45"}
    found = compared(SHELF, ged(tmp_path / "ged.csv", near), days=days, km=km)
    assert found.tallied.matched == matched


def test_their_precision_opens_the_window(tmp_path: Path) -> None:
    vague = {
        "date_prec": "4",
        "date_start": "2031-04-01",
        "date_end": "2031-04-30",
        "where_prec": "4",
        "latitude": "-41.4",
        "longitude": "-17.2",
        "where_coordinates": "Marn province",
    }
    found = compared(SHELF, ged(tmp_path / "ged.csv", vague), days=0, km=0)
    assert found.tallied.matched == 1
    assert of(found, Standing.MATCHED)[0].differs == ()
    month = {"time_precision": "3", "event_date": "15-04-2031", "geo_precision": "3", "location": "Karsk"}
    assert compared(SHELF, acled(tmp_path / "a.csv", month), days=0, km=0).tallied.matched == 1


def test_an_incident_is_matched_once_and_with_the_nearer_event(tmp_path: Path) -> None:
    rows = [{"id": "1", "latitude": "-41.42", "best": "99"}, {"id": "2"}, {"id": "3", "best": "13"}]
    found = compared(Shelf(held=(STRIKE,)), ged(tmp_path / "ged.csv", *rows))
    assert [(c.ours and c.ours.id, c.theirs and c.theirs.id) for c in of(found, Standing.MATCHED)] == [("i-1", "2")]
    assert found.tallied.missing == 2


def test_events_outside_of_what_both_cover_are_neither_missing_nor_extra(tmp_path: Path) -> None:
    rows = [
        {},
        {"id": "9", "date_start": "1999-01-01", "date_end": "1999-01-01"},
        {"id": "8", "country": "Korvia", "latitude": "10", "longitude": "10"},
    ]
    recalled = incident("i-9", days=Interval(date(1991, 5, 1), date(1991, 5, 2)))
    printed = (date(2031, 4, 1), date(2031, 4, 9))
    found = compared(Shelf(held=(STRIKE, recalled)), ged(tmp_path / "ged.csv", *rows), printed=printed)
    assert ids(found) == {("matched", "i-1", "501")}
    left = dict(found.tallied.left_out)
    assert left["theirs: outside of the days or countries that the ledger covers"] == 2
    assert left["ours: outside of the days or countries that both cover"] == 1
    assert (found.tallied.both.first, found.tallied.both.countries) == (date(2031, 3, 1), frozenset({"XV"}))


def test_a_match_beyond_what_both_cover_is_shown_and_counts_in_no_share(tmp_path: Path) -> None:
    old = {"date_start": "1991-05-01", "date_end": "1991-05-01"}
    recalled = incident("i-9", days=Interval(date(1991, 5, 1), date(1991, 5, 2)))
    printed = (date(2031, 4, 1), date(2031, 4, 9))
    found = compared(Shelf(held=(STRIKE, recalled)), ged(tmp_path / "g.csv", {}, old | {"id": "9"}), printed=printed)
    assert (found.tallied.matched, found.tallied.beyond, found.tallied.share_of_theirs) == (2, 1, 1.0)


def test_an_incident_that_is_no_event_of_theirs_is_matched_but_never_extra(tmp_path: Path) -> None:
    quiet = replace(STRIKE, estimates=())
    found = compared(Shelf(held=(quiet, replace(KOLM, estimates=()))), ged(tmp_path / "ged.csv", {}))
    assert ids(found) == {("matched", "i-1", "501")}
    by = {gap.field: gap for gap in of(found, Standing.MATCHED)[0].gaps}
    assert (by[Field.DEATHS_BEST].ours, by[Field.DEATHS_BEST].agrees) == (None, None)
    assert any("no death is stated" in reason for reason, _ in found.tallied.left_out)


def test_what_cannot_be_matched_is_counted_with_its_reason(tmp_path: Path) -> None:
    odd = (
        incident("i-3", days=None),
        incident("i-4", days=Interval(None, date(2031, 4, 2))),
        incident("i-5", place=None),
        incident("i-6", place=where(None, None)),
        incident("i-7", days=Interval(date(2020, 1, 1), date(2031, 1, 1)), date_precision=DatePrecision.YEAR),
    )
    found = compared(Shelf(held=odd), ged(tmp_path / "ged.csv", {}))
    left = dict(found.tallied.left_out)
    assert (left[f"ours: {NO_DAY}"], left[f"ours: {NO_POINT}"], left["ours: the days are wider than a year"]) == (
        2,
        2,
        1,
    )
    assert found.tallied.both.first is None  # nothing of ours has a day: nothing is missing
    assert found.counterparts == ()


def test_protests_are_not_held_against_a_ledger(tmp_path: Path) -> None:
    march = {"event_type": "Protests", "sub_event_type": "Peaceful protest", "event_id_cnty": "VEL5"}
    found = compared(SHELF, acled(tmp_path / "acled.csv", {}, march))
    assert of(found, Standing.MISSING) == []
    assert dict(found.tallied.left_out)["theirs: protests and riots, which a ledger does not record"] == 1


def test_a_country_that_nobody_knows_shuts_nothing_out_and_is_told_once(tmp_path: Path) -> None:
    rows = [{"country": "Lemuria"}, {"id": "7", "country": "Lemuria", "latitude": "-44"}]
    found = compared(SHELF, ged(tmp_path / "ged.csv", *rows))
    assert found.tallied.matched == 1 and len(of(found, Standing.MISSING)) == 1
    assert [issue.code for issue in found.issues] == ["rival-country"]


def test_rows_that_cannot_be_read_are_told_with_line_and_mend_and_stop_nothing(tmp_path: Path) -> None:
    path = ged(
        tmp_path / "ged.csv",
        {"date_start": "31/02/2031"},
        {"latitude": "-141"},
        {"longitude": ""},
        {"best": "many"},
        {"where_prec": "9"},
        {"date_end": "2031-03-01"},
        {},
    )
    with path.open("a", encoding="utf-8") as handle:
        handle.write("1,2,3\n")
    found = compared(SHELF, path)
    assert found.tallied.matched == 1
    assert [issue.message.split(" ")[0] for issue in found.issues] == [f"ged.csv:{n}:" for n in (2, 3, 4, 5, 6, 7, 9)]
    assert all(issue.hint for issue in found.issues)
    assert dict(found.tallied.left_out)["theirs: rows that cannot be read"] == 7


def test_the_lines_of_cells_with_line_breaks_are_counted(tmp_path: Path) -> None:
    path = ged(tmp_path / "ged.csv", {"source_article": "one\ntwo\nthree"}, {"best": "few"})
    assert [issue.message.split(" ")[0] for issue in compared(SHELF, path).issues] == ["ged.csv:5:"]


@pytest.mark.parametrize("place", [1, 1000, 1999, 2000])
def test_a_mark_that_is_not_closed_costs_its_own_row_alone(tmp_path: Path, place: int) -> None:
    path = ged(tmp_path / "ged.csv", *({"id": str(n), "source_article": "two\nlines"} for n in range(1000)))
    lines = path.read_text(encoding="utf-8").split("\n")
    odd = place - (place % 2 == 0)  # the first line of a row
    lines[odd] = lines[odd].replace(',"two', ",two")
    path.write_text("\n".join(lines), encoding="utf-8")
    found = compared(SHELF, path)
    assert found.tallied.theirs_read >= 998
    assert {issue.message.split(" ")[0] for issue in found.issues} <= {f"ged.csv:{odd + n}:" for n in (1, 2)}
    assert found.issues and all(issue.hint for issue in found.issues)
    path.write_text("\n".join([lines[0], '"' + lines[1], *lines[2:]]), encoding="utf-8")
    assert compared(SHELF, path).tallied.theirs_read >= 997


def test_letters_that_are_not_utf_8_are_told_and_the_row_is_read(tmp_path: Path) -> None:
    path = ged(tmp_path / "ged.csv", {"adm_1": "Têshil"})
    path.write_bytes(path.read_bytes().decode("utf-8").encode("latin-1"))
    found = compared(SHELF, path)
    assert found.tallied.matched == 1
    assert "UTF-8" in found.issues[0].message


def test_the_records_are_plain_and_whole(tmp_path: Path) -> None:
    found = compared(SHELF, ged(tmp_path / "ged.csv", {}, ELSEWHERE))
    for one in found.counterparts:
        told = counterpart_record(one)
        assert told["standing"] in {"matched", "missing", "extra"}
        assert len(told["fields"]) == (8 if one.standing is Standing.MATCHED else 0)
    numbers = tallied_record(found.tallied)
    assert (numbers["matched"], numbers["missing"], numbers["extra"]) == (1, 1, 1)
    assert numbers["both_cover"] == {"earliest": "2031-04-01", "latest": "2031-04-01", "countries": ["XV"]}


def test_the_order_of_the_rows_changes_nothing_but_their_lines(tmp_path: Path) -> None:
    rows = [{"id": str(n), "best": str(n), "latitude": f"{-41.30 - n / 100}"} for n in range(8)]
    days = Interval(date(2031, 4, 1), date(2031, 4, 1) + timedelta(days=1))
    mine = tuple(incident(f"i-{n}", days=days, estimates=(killed(n, n, n),)) for n in range(1, 6))
    forth = compared(Shelf(held=mine), ged(tmp_path / "a.csv", *rows))
    back = compared(Shelf(held=mine[::-1]), ged(tmp_path / "b.csv", *rows[::-1]))
    assert ids(forth) == ids(back)


@pytest.mark.parametrize(
    ("names", "agrees"),
    [
        (("Government of Veldania", "Civilians"), False),
        (("MLF", "Government of Veldania"), True),
        (("Government of Veldania, Government of Korvia", "MLF"), True),
        (("Government of Veldania", "XXX0012"), True),
        (("", ""), None),
    ],
)
def test_sides_agree_whichever_way_round(tmp_path: Path, names: tuple[str, str], agrees: bool | None) -> None:
    found = compared(SHELF, ged(tmp_path / "ged.csv", {"side_a": names[0], "side_b": names[1]}))
    by = {gap.field: gap for gap in of(found, Standing.MATCHED)[0].gaps}
    assert by[Field.SIDES].agrees is agrees


def test_who_is_only_described_differs_from_nobody(tmp_path: Path) -> None:
    rebels: tuple[Who, ...] = (replace(who("rebels", "armed-group"), described=True, actor_id=None),)
    found = compared(Shelf(held=(replace(STRIKE, targets=rebels),)), ged(tmp_path / "ged.csv", {}))
    by = {gap.field: gap for gap in of(found, Standing.MATCHED)[0].gaps}
    assert by[Field.SIDES].agrees is True
