"""What the routes answer: the JSON that the page draws."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

import pytest

from reportedly.ledger import Ledger
from reportedly.web.exporting import forms
from tests.web.made import HOSTILE, RECORD, Browser, Made

NEEDS = {"parquet": "pyarrow", "dossier-pdf": "weasyprint"}
KINDS = {"claim", "number", "date", "place", "actor", "weapon", "happening", "source", "cue", "content", "hedge"}


def path(*parts: str) -> str:
    """A path of the API; ids are quoted whole."""
    return "/api/" + "/".join(quote(part, safe="") for part in parts)


def rows(browser: Browser, query: str = "") -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = browser.get(f"/api/incidents?{query}").json()["rows"]
    return found


def test_the_ledger_says_what_can_be_asked(browser: Browser) -> None:
    told = browser.get("/api/ledger").json()
    assert told["name"] == "war.db" and told["linked"] is True
    assert told["counts"]["reports"] == 8 and told["counts"]["incidents"] > 0
    assert {"kind", "side", "grade", "country"} == set(told["facets"])
    assert "ucdp" in told["forms"] and told["policy"] == "ours"
    assert told["first"] <= told["last"]


def test_incidents_come_with_timeline_map_and_counts(browser: Browser) -> None:
    found = browser.get("/api/incidents").json()
    assert found["total"] == found["matching"] == len(found["rows"])
    assert sum(one["count"] for one in found["timeline"]["bins"]) + found["undated"] == found["total"]
    assert sum(one["count"] for one in found["map"]["cells"]) + found["map"]["unplaced"] == found["total"]
    assert sum(found["facets"]["kind"].values()) == found["total"]
    row = found["rows"][0]
    wanted = "id kind kind_name from to day_precision place country lat lon radius_km killed wounded by against "
    assert set(row) == set((wanted + "origins reports grade contested total summary").split())


@pytest.mark.parametrize(
    "query",
    [
        "kind=air-strike",
        "kind=air-strike&kind=shelling",
        "from=2024-05-06&to=2024-05-06",
        "killed=5&sort=-killed",
        "grade=contested",
        "contested=1",
        "box=-20,-42,-17,-41",
        "q=market",
        "q=market -monitor&limit=1&offset=1",
        "country=XV&origins=2",
        "cell=0.5&view=-20,-42,-17,-41",
    ],
)
def test_incidents_are_narrowed(browser: Browser, query: str) -> None:
    answer = browser.get(f"/api/incidents?{query}")
    assert answer.status_code == 200
    assert answer.json()["matching"] <= answer.json()["total"]


@pytest.mark.parametrize(
    ("query", "where"),
    [
        ("from=tomorrow", "query.from"),
        ("box=1,2,3", "query.box"),
        ("box=a,b,c,d", "query.box"),
        ("sort=colour", "query.sort"),
        ("limit=501", "query.limit"),
        ("offset=-1", "query.offset"),
        ("cell=0", "query.cell"),
        ("killed=-3", "query.killed"),
    ],
)
def test_a_wrong_question_is_told_where_it_is_wrong(browser: Browser, query: str, where: str) -> None:
    answer = browser.get(f"/api/incidents?{query}")
    assert answer.status_code == 422 and answer.json()["error"]["where"] == where


def test_words_that_are_no_words_are_an_error_with_a_mend(browser: Browser) -> None:
    answer = browser.get("/api/incidents?q=%22%22")
    assert answer.status_code == 400 and answer.json()["error"]["mend"]


def test_an_incident_is_laid_out_and_explained(browser: Browser) -> None:
    name = rows(browser, "sort=-reports&limit=1")[0]["id"]
    sheet = browser.get(path("incidents", name)).json()
    assert sheet["incident"]["id"] == name and sheet["rows"] and sheet["quotes"]
    why = browser.get(path("incidents", name, "why")).json()
    assert why["text"].startswith(name) and why["because"]


def test_a_claim_is_told_with_its_words_and_incident(browser: Browser) -> None:
    name = rows(browser, "sort=-reports&limit=1")[0]["id"]
    claim = browser.get(path("incidents", name)).json()["incident"]["claims"][0]
    told = browser.get(path("claims", claim)).json()
    assert (told["id"], told["incident"], told["ruling"]) == (claim, name, None)
    assert told["quote"]
    assert browser.get(path("claims", claim, "why")).json()["because"]


@pytest.mark.parametrize(
    "name",
    ["i-0000000000", "nobody", "a#b", "../../etc/passwd", "%00", "<script>", "i-" + "9" * 3000, "\U0001f4a5"],
)
@pytest.mark.parametrize("kind", ["incidents", "claims", "reports"])
def test_unknown_ids_are_not_there(browser: Browser, kind: str, name: str) -> None:
    for more in ((), ("why",)) if kind != "reports" else ((), ("original",)):
        answer = browser.get(path(kind, name, *more))
        assert answer.status_code == 404
        assert set(answer.json()["error"]) == {"what", "where", "mend"}


def test_a_report_is_marked(browser: Browser) -> None:
    for head in browser.get("/api/reports").json()["rows"]:
        report = browser.get(path("reports", head["id"])).json()
        assert len(report["text"]) == head["characters"] and len(report["claims"]) == head["claims"]
        assert {mark["kind"] for mark in report["marks"]} <= KINDS
        assert all(0 <= mark["start"] <= mark["end"] <= len(report["text"]) for mark in report["marks"])
        assert all(mark["text"] and mark["label"] for mark in report["marks"])
        starts = [mark["start"] for mark in report["marks"]]
        assert starts == sorted(starts)
        assert set(report["incidents"]) <= set(report["claims"])


def test_reports_are_found_by_their_words_and_paged(browser: Browser) -> None:
    found = browser.get("/api/reports?q=market").json()
    assert 0 < found["total"] < 8 and all("arket" in row["words"] for row in found["rows"])
    two = browser.get("/api/reports?limit=2&offset=7").json()
    assert (two["total"], len(two["rows"])) == (8, 1)


def test_a_hostile_report_is_told_as_it_is(browser: Browser) -> None:
    """The page shows text as text: nothing is escaped here, and nothing is left out."""
    answer = browser.get(path("reports", str(RECORD["id"])))
    assert answer.headers["content-type"] == "application/json"
    assert answer.json()["title"] == HOSTILE and HOSTILE in answer.json()["text"]


def test_the_original_of_a_page_can_do_nothing(browser: Browser) -> None:
    heads = browser.get("/api/reports").json()["rows"]
    pages = [browser.get(path("reports", head["id"], "original")) for head in heads]
    kinds = sorted(page.headers["content-type"] for page in pages)
    assert kinds == ["text/html", *["text/plain; charset=utf-8"] * 7]
    for page in pages:
        policy = page.headers["content-security-policy"]
        assert policy.startswith("sandbox; default-src 'none'") and "allow-scripts" not in policy
        assert "script-src" not in policy and page.headers["x-content-type-options"] == "nosniff"
    original = next(page for page in pages if page.headers["content-type"] == "text/html")
    assert b"alert(4)" in original.content


def test_control_is_told_by_place_and_by_day(browser: Browser) -> None:
    places = browser.get("/api/places").json()["rows"]
    assert places and {"name", "id", "lat", "lon", "stands"} == set(places[0])
    told = browser.get("/api/control", params={"place": places[0]["name"]}).json()
    assert len(told["stands"]) >= places[0]["stands"]
    late = browser.get("/api/control/map").json()
    assert late["rows"] and late["on"] == late["last"]
    early = browser.get("/api/control/map?on=1999-01-01").json()
    assert early["rows"] == [] and early["first"] == late["first"]
    assert browser.get("/api/control?place=Atlantis").status_code == 404


def test_tallies_and_the_queue_are_told(browser: Browser) -> None:
    assert browser.get("/api/tallies").status_code == 200
    queue = browser.get("/api/queue?limit=1").json()
    assert len(queue["rows"]) <= 1 <= queue["total"] + 1
    assert browser.get("/api/decisions").json() == {"rows": []}


@pytest.mark.parametrize("form", forms())
def test_every_form_is_a_download(browser: Browser, form: str) -> None:
    if form in NEEDS:
        pytest.importorskip(NEEDS[form])
    answer = browser.get(f"/api/export/{form}?public=1")
    assert answer.status_code == 200 and answer.content
    assert answer.headers["content-disposition"].startswith("attachment; filename=")
    assert "x-reportedly-cannot-hold" in answer.headers and "x-reportedly-left-out" in answer.headers


def test_one_incident_has_a_dossier(browser: Browser) -> None:
    name = rows(browser, "sort=-reports&limit=1")[0]["id"]
    for ending in ("dossier", "dossier.html"):
        answer = browser.get(path("incidents", name, ending))
        assert answer.headers["content-disposition"] == f'attachment; filename="{name}-dossier.html"'
        assert "<script" not in answer.text and name in answer.text
    assert browser.get(path("incidents", "i-none", "dossier")).status_code == 404


def test_forms_say_what_they_cannot_hold(browser: Browser) -> None:
    told = browser.get("/api/export").json()
    assert all(row["cannot_hold"] for row in told["rows"]) and told["public_note"]
    assert browser.get("/api/export/docx").status_code == 404


def test_the_api_is_described_and_no_page_loads_anything_for_it(browser: Browser) -> None:
    told = browser.get("/api/openapi.json").json()
    assert {"/api/ledger", "/api/incidents", "/api/reports/{id}", "/api/read", "/api/decisions"} <= set(told["paths"])
    assert "multipart/form-data" in told["paths"]["/api/read"]["post"]["requestBody"]["content"]
    for page in ("/api/docs", "/api/redoc"):
        assert browser.get(page).status_code == 404


def test_faults_of_ours_leave_nothing_of_this_machine_in_answers(own: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = own()

    def broken(*_: object, **__: object) -> None:
        raise RuntimeError(f"secret in {desk.desk.ledger.store.where}")

    monkeypatch.setattr(Ledger, "tallies", broken)
    answer = desk.get("/api/tallies")
    assert answer.status_code == 500
    assert answer.json()["error"]["what"] == "something went wrong inside"
    assert "secret" not in answer.text and "Traceback" not in answer.text


def test_errors_name_the_ledger_and_not_its_folder(own: Made) -> None:
    from reportedly.errors import LedgerError

    desk = own()
    where = desk.desk.ledger.store.where
    error = LedgerError(f"the file {where} is locked", where=where, mend=f"close {where}", code="ledger-busy")
    told = desk.desk.jobs.telling.refusal(error)
    assert told.status == 503
    assert told.told() == {"what": "the file own.db is locked", "where": "own.db", "mend": "close own.db"}
