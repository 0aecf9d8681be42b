"""The ledger from Python: read, link, ask, decide. The clock is an argument, so that two runs give the same bytes."""

from __future__ import annotations

import json
import pickle
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from reportedly.demo import HOME as DEMO
from reportedly.errors import LedgerError
from reportedly.ledger import Ask, Ledger, Setting, record
from reportedly.model.claim import Claim, Issue
from reportedly.model.explanation import Step
from reportedly.model.findings import Findings
from reportedly.model.incident import Incident
from reportedly.model.text import Report
from reportedly.model.words import Stance, Verdict
from reportedly.runners import Serial

SETTING = Setting(words=(DEMO / "vocab",))


def at_noon() -> str:
    """A clock that stands."""
    return "2024-06-01T12:00:00+00:00"


@pytest.fixture(scope="module")
def path(home: Path, few: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger of the six reports, read and linked."""
    made = tmp_path_factory.mktemp("ledgers") / "six.db"
    with Ledger.open(made, create=True, setting=SETTING, clock=at_noon) as ledger:
        done = ledger.read([str(few)])
        assert (done.added, done.failed, done.issues) == (6, 0, ())
        assert ledger.link().incidents > 0
    return made


def test_a_setting_can_be_sent_to_another_process() -> None:
    assert pickle.loads(pickle.dumps(SETTING)) == SETTING


def test_every_claim_is_in_one_incident(path: Path) -> None:
    with Ledger.open(path) as ledger:
        held = [claim for incident in ledger.incidents() for claim in incident.claims]
        assert len(held) == len(set(held))
        assert set(held) == {claim.id for claim in ledger.claims()}


def test_spans_of_claims_are_words_of_their_reports(path: Path) -> None:
    with Ledger.open(path) as ledger:
        for claim in ledger.claims():
            found = ledger.show(claim.report)
            assert isinstance(found, Findings)
            for span in (claim.span, *claim.evidence):
                assert span.of(found.report.text).strip()


def test_low_best_and_high_stand_in_order(path: Path) -> None:
    with Ledger.open(path) as ledger:
        for incident in ledger.incidents():
            for estimate in incident.estimates:
                known = [n for n in (estimate.low, estimate.best, estimate.high) if n is not None]
                assert known == sorted(known)


def test_show_gives_what_the_id_names(path: Path) -> None:
    with Ledger.open(path) as ledger:
        incident = next(ledger.incidents())
        assert isinstance(ledger.show(incident.id), Incident)
        assert isinstance(ledger.show(incident.claims[0]), Claim)
        assert isinstance(ledger.show(incident.reports[0]), Findings)
        with pytest.raises(LedgerError):
            ledger.show("i-0000000000")


def test_an_explanation_ends_in_words_of_reports(path: Path) -> None:
    with Ledger.open(path) as ledger:
        for incident in ledger.incidents():
            why = ledger.why(incident.id)
            assert why.text.startswith(incident.id)
            pointed = [step for _, step in why.lines() if step.span is not None]
            assert pointed
            for step in pointed:
                _points_at_words(ledger, step)


def _points_at_words(ledger: Ledger, step: Step) -> None:
    assert step.report is not None and step.span is not None
    found = ledger.show(step.report)
    assert isinstance(found, Findings)
    assert step.span.of(found.report.text)


def test_an_ask_narrows_by_each_of_its_fields(path: Path) -> None:
    with Ledger.open(path) as ledger:
        assert {c.stance for c in ledger.claims(Ask(stance="denies"))} == {Stance.DENIES}
        day = date(2024, 5, 6)
        assert all(i.days is None or day in _days(i) for i in ledger.incidents(Ask(first=day, last=day)))
        assert all(i.independent_sources >= 2 for i in ledger.incidents(Ask(least_origins=2)))
        assert {c.report for c in ledger.claims(Ask(report="ro-0506-dolvi"))} == {"ro-0506-dolvi"}


def _days(incident: Incident) -> list[date]:
    assert incident.days is not None
    start, end = incident.days.start or date.min, incident.days.end or date.max
    return [day for day in (date(2024, 5, 6),) if start <= day < end]


def test_linking_again_changes_nothing(path: Path) -> None:
    with Ledger.open(path, setting=SETTING) as ledger:
        before = [record(incident) for incident in ledger.incidents()]
        ledger.link()
        assert [record(incident) for incident in ledger.incidents()] == before


def test_a_judgement_outranks_the_rules_and_keeps_the_old_id_as_an_alias(path: Path) -> None:
    with Ledger.open(path, setting=SETTING, clock=at_noon) as ledger:
        one, other = list(ledger.incidents())[:2]
        made = ledger.judge(Verdict.SAME, one.id, other.id, by="A. Coder", note="one market")
        ledger.link()
        joined = next(i for i in ledger.incidents() if one.claims[0] in i.claims)
        assert set(one.claims) | set(other.claims) <= set(joined.claims)
        assert {one.id, other.id} <= {joined.id, *joined.aliases}
        ledger.undo(made.decision.number, by="A. Coder")
        ledger.link()
        assert {i.id for i in ledger.incidents()} >= {one.id, other.id}


def test_extract_gives_what_cannot_be_read_in_its_place(home: Path, few: Path, tmp_path: Path) -> None:
    lines = few.read_text(encoding="utf-8").splitlines()
    mixed = tmp_path / "mixed.jsonl"
    mixed.write_text("\n".join([lines[0], "{broken", lines[1]]), encoding="utf-8")
    kinds = [isinstance(found, Issue) for found in Ledger.extract([str(mixed)], setting=SETTING)]
    assert kinds == [False, True, False]


def test_other_words_read_a_report_anew(home: Path, few: Path, tmp_path: Path) -> None:
    one = tmp_path / "one.jsonl"
    one.write_text(few.read_text(encoding="utf-8").splitlines()[0], encoding="utf-8")
    where = tmp_path / "anew.db"
    with Ledger.open(where, create=True, setting=Setting(), clock=at_noon) as ledger:
        assert ledger.read([str(one)]).added == 1
        assert ledger.read([str(one)]).skipped == 1
    with Ledger.open(where, setting=SETTING, clock=at_noon) as ledger:
        assert ledger.read([str(one)]).replaced == 1


def test_a_report_may_bear_an_id_of_the_shape_of_an_incident_s(tmp_path: Path) -> None:
    line = '{"id": "i-1", "text": "Two shells fell on Kolm.", "published": "2024-05-10"}\n'
    (tmp_path / "one.jsonl").write_text(line, encoding="utf-8")
    with Ledger.open(tmp_path / "one.db", create=True, setting=SETTING, clock=at_noon) as ledger:
        ledger.read([str(tmp_path / "one.jsonl")])
        found = ledger.show("i-1")
        assert isinstance(found, Findings)
        assert found.report.id == "i-1"
        with pytest.raises(LedgerError, match="i-2"):
            ledger.show("i-2")


def test_a_denial_and_what_it_denies_name_each_other(tmp_path: Path, home: Path) -> None:
    told = [
        ("kh", "2024-05-07", "Korvian warplanes bombed a hospital in Dolvi on Monday, residents said."),
        ("sp", "2024-05-08", "Korvia's defence ministry denied that its aircraft hit the hospital in Dolvi."),
    ]
    lines = [json.dumps({"id": i, "outlet": i, "published": day, "text": text}) for i, day, text in told]
    path = tmp_path / "two.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    with Ledger.open(tmp_path / "two.db", create=True, setting=SETTING, clock=at_noon) as ledger:
        ledger.read([str(path)])
        ledger.link()
        strike, denial = ledger.claims()
        assert (strike.denied_by, denial.denies) == ((denial.id,), (strike.id,))
        assert record(ledger.show(strike.id))["denied_by"] == [denial.id]
        (incident,) = ledger.incidents()
        assert [(d.claim, d.denies) for d in incident.denials] == [(denial.id, strike.id)]
        for id_ in (strike.id, denial.id, incident.id):
            assert f"{denial.id} denies {strike.id}" in {step.text for _, step in ledger.why(id_).lines()}


def test_a_report_whose_findings_cannot_be_stored_stops_no_other(
    home: Path, few: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from reportedly.ledger import reading

    def broken(setting: Setting) -> object:
        read = setting()

        def twice(report: Report) -> Findings:
            found = read(report)
            return replace(found, claims=(*found.claims, *found.claims)) if report.id == "nw-0506-dolvi" else found

        return twice

    monkeypatch.setattr(reading, "_runner", lambda workers: _One(broken))
    with Ledger.open(tmp_path / "broken.db", create=True, setting=SETTING, clock=at_noon) as ledger:
        done = ledger.read([str(few)])
        assert (done.added, done.failed) == (5, 1)
        assert [issue.code for issue in done.issues] == ["report-unfit"]
        assert [issue.code for issue in ledger.issues() if issue.code == "report-unfit"]


class _One:
    """A runner of one process whose work is made by a function of the setting."""

    def __init__(self, make: Callable[[Setting], object]) -> None:
        self.make = make

    def run(self, setting: Setting, reports: Iterable[Report]) -> object:
        return Serial().run(lambda: self.make(setting), reports)  # type: ignore[arg-type, return-value]
