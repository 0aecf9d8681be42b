"""The listings, ``show``, ``why``, ``search`` and the exports: each way to ask the demo's ledger."""

from __future__ import annotations

import csv
import io
import json
import sys
import zipfile
from pathlib import Path

import pytest

from reportedly.cli.commands import handing
from reportedly.errors import LedgerError
from reportedly.ledger import Ledger, record
from tests.cli.conftest import call

LISTINGS = ("incidents", "claims", "issues", "decisions")


@pytest.mark.parametrize("name", ["incidents", "claims", "issues"])
def test_the_three_formats_tell_of_the_same_records(ledger: Path, name: str) -> None:
    objects = call(name, ledger, "--format", "jsonl").records
    rows = list(csv.DictReader(io.StringIO(call(name, ledger, "--format", "csv").out)))
    table = call(name, ledger).out.splitlines()
    assert len(rows) == len(objects)
    if objects:
        assert len(table) == len(objects) + 2
        key = "id" if name != "issues" else "code"
        assert [row[key] for row in rows] == [record[key] for record in objects]


@pytest.mark.parametrize(
    ("options", "holds"),
    [
        (("--happening", "air-strike"), lambda i: i["happening"] == "air-strike"),
        (
            ("--from", "2024-05-10", "--to", "2024-05-10"),
            lambda i: i["earliest"] is None or i["earliest"] <= "2024-05-10",
        ),
        (("--country", "XV"), lambda i: i["place"]["country"] == "XV"),
        (("--grade", "contested"), lambda i: i["grade"] == "contested"),
        (("--origins", "2"), lambda i: i["independent_sources"] >= 2),
        (("--killed", "10"), lambda i: max(i["killed"][k] or 0 for k in ("low", "best", "high")) >= 10),
        (("--report", "kh-0509-carbomb"), lambda i: "kh-0509-carbomb" in i["reports"]),
    ],
    ids=lambda value: value[0] if isinstance(value, tuple) else "",
)
def test_an_option_narrows_the_incidents_and_empties_none(
    ledger: Path, options: tuple[str, ...], holds: object
) -> None:
    assert callable(holds)
    every = call("incidents", ledger, "--format", "jsonl").records
    some = call("incidents", ledger, *options, "--format", "jsonl").records
    assert 0 < len(some) < len(every) or options[0] == "--country"
    assert all(holds(incident) for incident in some)


def test_denials_are_listed_with_whom_they_deny(ledger: Path) -> None:
    denials = call("claims", ledger, "--stance", "denies", "--format", "jsonl").records
    assert denials
    assert {"velta-0506-dolvi", "kh-0508-envoy"} <= {d["report"] for d in denials}


def test_show_gives_a_report_a_claim_and_an_incident(ledger: Path) -> None:
    incident = call("incidents", ledger, "--format", "jsonl").records[0]
    for id_ in (incident["id"], incident["claims"][0], incident["reports"][0]):
        assert json.loads(call("show", ledger, id_).out)["id"] == id_


def test_every_number_answers_why_down_to_the_words(ledger: Path) -> None:
    for incident in call("incidents", ledger, "--format", "jsonl").records:
        told = call("why", ledger, incident["id"])
        assert told.code == 0
        assert told.out.startswith(incident["id"])
        if incident["killed"]:
            assert "killed " in told.out and "“" in told.out
        for origin in incident["origins"]:
            assert origin["name"] in told.out
    claim = call("claims", ledger, "--format", "jsonl").records[0]
    assert call("why", ledger, claim["id"]).out.startswith(claim["id"])


def test_control_tells_who_is_said_to_hold_a_place(ledger: Path) -> None:
    lines = call("control", ledger, "Brenik", "--format", "jsonl").records
    assert lines
    assert all(line["place"] == "Brenik" and line["chain"] and line["text"] for line in lines)
    assert "last said to hold" in call("control", ledger, "Brenik").out


def test_a_place_that_nobody_speaks_of_is_answered_with_its_neighbours_in_spelling(ledger: Path) -> None:
    told = call("control", ledger, "Brenikk")
    assert told.code == 6
    assert "did you mean" in told.err and "Brenik" in told.err


def test_search_finds_reports_by_their_words(ledger: Path) -> None:
    assert "kh-0509-carbomb" in call("search", ledger, '"car bomb" police').out
    assert call("search", ledger, "zeppelin").out == ""
    assert len(call("search", ledger, "Dolvi", "--limit", "2").out.splitlines()) == 4


@pytest.mark.parametrize("command", [("show",), ("why",)])
@pytest.mark.parametrize("id_", ["i-0000000000", "nobody#12345678", "no-report"])
def test_an_id_that_nobody_bears_is_named(ledger: Path, command: tuple[str], id_: str) -> None:
    done = call(*command, ledger, id_)
    assert done.code == 6
    assert id_ in done.err and done.out == ""


@pytest.mark.parametrize(
    "arguments",
    [
        ("--happening", "picnic"),
        ("--grade", "good"),
        ("--from", "tomorrow"),
        ("--killed", "many"),
        ("--format", "xml"),
        ("--nonsense",),
    ],
    ids=lambda words: words[0],
)
def test_a_wrong_argument_is_told_apart_from_a_wrong_ledger(ledger: Path, arguments: tuple[str, ...]) -> None:
    done = call("incidents", ledger, *arguments)
    assert done.code == 2
    assert done.out == "" and arguments[0] in done.err


@pytest.mark.parametrize("form", Ledger.forms()[0])
@pytest.mark.parametrize("public", [(), ("--public",)])
def test_an_export_is_the_same_every_time_and_appears_whole(
    ledger: Path, tmp_path: Path, form: str, public: tuple[str, ...]
) -> None:
    printed = call("export", ledger, "--format", form, *public)
    assert printed.code == 0 and printed.out
    path = tmp_path / f"out.{form}"
    assert call("export", ledger, "--format", form, *public, "--out", path).out == ""
    assert path.read_text(encoding="utf-8") == printed.out
    assert list(tmp_path.iterdir()) == [path]


def test_an_export_says_what_it_leaves_out_and_whom_to_credit(ledger: Path) -> None:
    done = call("export", ledger, "--format", "acled", "--public")
    said = done.err.splitlines()
    assert "places: invented for the demo, CC0-1.0" in said
    assert [line for line in said if line.startswith("note: made for publication")]
    reasons = [line for line in said if line.startswith("left out: ")]
    rows = len(list(csv.DictReader(done.out.splitlines())))
    assert rows + sum(int(line.split(":")[1]) for line in reasons) == len(call("export", ledger).records)


def test_a_dossier_is_a_folder_or_a_zip_file_with_the_same_files(ledger: Path, tmp_path: Path) -> None:
    folder, first, second = tmp_path / "bag", tmp_path / "bag.zip", tmp_path / "again" / "bag.zip"
    second.parent.mkdir()
    for out in (folder, first, second):
        assert call("export", ledger, "--format", "bagit", "--out", out).code == 0
    assert first.read_bytes() == second.read_bytes()
    with zipfile.ZipFile(first) as archive:
        packed = {name: archive.read(name) for name in archive.namelist()}
    laid = {p.relative_to(tmp_path).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}
    assert packed == laid
    assert sorted(p.name for p in tmp_path.iterdir()) == ["again", "bag", "bag.zip"]


def test_a_folder_that_is_there_is_not_written_over(ledger: Path, tmp_path: Path) -> None:
    (tmp_path / "bag").mkdir()
    done = call("export", ledger, "--format", "bagit", "--out", tmp_path / "bag")
    assert done.code == 3 and "mend: name a new folder" in done.err
    assert list((tmp_path / "bag").iterdir()) == []


@pytest.mark.parametrize("form", Ledger.forms()[1])
def test_a_folder_needs_a_name(ledger: Path, form: str) -> None:
    done = call("export", ledger, "--format", form)
    assert done.code == 2 and "--out" in done.err and done.out == ""


def test_the_command_offers_every_form() -> None:
    assert Ledger.forms()[0] == handing.FILES and Ledger.forms()[1] == handing.FOLDERS
    assert Ledger.printed_forms() == handing.PRINTED


@pytest.mark.parametrize("form", ["jsonl", "ftm", "annotation", "dossier"])
def test_an_export_of_one_incident_holds_that_one_alone(ledger: Path, form: str) -> None:
    first, second, *_ = (record["id"] for record in call("export", ledger).records)
    done = call("export", ledger, "--format", form, "--incident", first)
    assert done.code == 0 and done.out
    assert second not in done.out
    if form in {"jsonl", "dossier"}:
        assert first in done.out


def test_chosen_incidents_come_in_the_ledgers_order_and_each_once(ledger: Path) -> None:
    ids = [record["id"] for record in call("export", ledger).records]
    chosen = [part for name in (ids[4], ids[1], ids[4]) for part in ("--incident", name)]
    assert [record["id"] for record in call("export", ledger, *chosen).records] == [ids[1], ids[4]]


def test_an_incident_that_is_not_there_is_told(ledger: Path, tmp_path: Path) -> None:
    done = call("export", ledger, "--format", "dossier", "--incident", "i-nowhere", "--out", tmp_path / "x.html")
    assert done.code == 6 and "i-nowhere" in done.err and list(tmp_path.iterdir()) == []


def test_a_dossier_as_pdf_needs_a_name_and_weasyprint(
    ledger: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert call("export", ledger, "--format", "dossier-pdf").code == 2
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    done = call("export", ledger, "--format", "dossier-pdf", "--out", tmp_path / "x.pdf")
    assert done.code == 7 and "pip install 'reportedly[pdf]'" in done.err and list(tmp_path.iterdir()) == []


def test_the_sheet_of_every_incident_holds_all_its_claims_and_origins(ledger: Path) -> None:
    with Ledger.open(ledger) as opened:
        incidents = list(opened.incidents())
        for incident in incidents:
            laid = json.loads(json.dumps(record(opened.sheet(incident.id))))
            assert {c for row in laid["rows"] for c in row["claims"]} == set(incident.claims)
            assert [row["origin"] for row in laid["rows"] if row["counted"]] == [o.name for o in incident.origins]
            assert sorted(quote["claim"] for quote in laid["quotes"]) == sorted(incident.claims)
        told = {claim.id: claim for claim in opened.claims()}
        for quote in record(opened.sheet(incidents[0].id))["quotes"]:
            span = told[quote["claim"]].span
            assert (quote["start"], quote["end"]) == (span.start, span.end) and quote["text"]
        with pytest.raises(LedgerError):
            opened.sheet("i-nowhere")


def test_an_export_to_no_folder_says_so_and_leaves_nothing(ledger: Path, tmp_path: Path) -> None:
    done = call("export", ledger, "--out", tmp_path / "nowhere" / "out.csv")
    assert done.code == 3
    assert "nowhere" in done.err and "mend: " in done.err


def test_verify_finds_the_demo_s_ledger_sound(ledger: Path) -> None:
    done = call("verify", ledger)
    assert done.code == 0
    assert done.out.rstrip().endswith("sound")
