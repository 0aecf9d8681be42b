"""The incidents laid out for browsing say what the incidents say."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportedly.demo import HOME as DEMO
from reportedly.errors import InputError, LedgerError
from reportedly.ledger import Ledger, Setting
from reportedly.model.browsing import Wanted
from reportedly.model.disputes import disputes
from reportedly.model.incident import Incident
from reportedly.model.words import Measure, Verdict
from reportedly.store import Store

SETTING = Setting(words=(DEMO / "vocab",))


@pytest.fixture(scope="module")
def path(home: Path, few: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger of the six reports, read and linked."""
    made = tmp_path_factory.mktemp("ledgers") / "six.db"
    with Ledger.open(made, create=True, setting=SETTING) as ledger:
        ledger.read([str(few)])
        ledger.link()
    return made


def test_an_incident_in_short_says_what_the_incident_says(path: Path) -> None:
    with Store.open(path) as store, store.view() as view:
        pairs = list(zip(view.gists(), view.incidents(), strict=True))
        assert pairs
        for gist, incident in pairs:
            assert (gist.id, gist.happening, gist.days) == (incident.id, incident.happening, incident.days)
            assert (gist.date_precision, gist.grade) == (incident.date_precision, incident.grade)
            assert gist.origins == incident.independent_sources and gist.reports == len(incident.reports)
            assert gist.disputes == len(disputes(incident.contradictions))
            assert gist.killed == _range(incident, Measure.KILLED)
            assert gist.wounded == _range(incident, Measure.WOUNDED)
            assert gist.place == (incident.place and incident.place.name)
            assert gist.radius_km == (incident.place and incident.place.radius_km)
            assert set(gist.by) == {who.name for who in incident.perpetrators}
            assert set(gist.sides) <= set(gist.by) | set(gist.against)
            assert len(gist.numbers) == len(incident.reports)


def _range(incident: Incident, measure: Measure) -> tuple[int | None, int | None, int | None] | None:
    found = incident.estimate(measure)
    return None if found is None else (found.low, found.best, found.high)


def test_words_lead_to_the_incidents_of_their_reports(path: Path) -> None:
    with Ledger.open(path) as ledger:
        told = {hit.report for hit in ledger.search("market")}
        wanted = {incident.id for incident in ledger.incidents() if told & set(incident.reports)}
        assert wanted and {row.id for row in ledger.browse(Wanted(words="market")).rows} == wanted


def test_what_is_laid_out_follows_the_ledger(home: Path, few: Path, tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "own.db", create=True, setting=SETTING) as ledger:
        assert ledger.browse(Wanted()).total == 0
        ledger.read([str(few)])
        ledger.link()
        first, second, *_ = rows = ledger.browse(Wanted()).rows
        ledger.judge(Verdict.SAME, first.id, second.id, by="A. Coder")
        ledger.link()
        assert ledger.browse(Wanted()).total == len(rows) - 1


def test_heads_of_reports_are_paged_newest_first(path: Path) -> None:
    with Ledger.open(path) as ledger:
        total, heads = ledger.heads()
        days = [head.published for head in heads if head.published]
        assert total == len(heads) == 6 and days == sorted(days, reverse=True)
        assert sum(head.claims for head in heads) == ledger.counts().claims
        assert [head.id for head in ledger.heads(offset=4, limit=9)[1]] == [head.id for head in heads[4:]]
        assert ledger.heads("market")[0] == len(list(ledger.search("market")))


def test_pasted_text_keeps_its_id_and_needs_words() -> None:
    one, same, other = (Ledger.pasted(text, title="t") for text in ("a b", "a b", "a c"))
    assert one == same != other
    with pytest.raises(InputError):
        Ledger.pasted(" \n")


def test_a_report_without_kept_bytes_has_no_original(path: Path) -> None:
    with Ledger.open(path) as ledger:
        report = ledger.heads()[1][0].id
        assert ledger.original(report).content
        with pytest.raises(LedgerError):
            ledger.original("nobody")
