"""``origins``: the standalone explanation, as text and as JSON Lines, over the demo's ledger."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import call


def _richest(ledger: Path) -> dict[str, Any]:
    incidents: list[dict[str, Any]] = call("incidents", ledger, "--format", "jsonl").records
    return max(incidents, key=lambda i: (i["independent_sources"], len(i["claims"]), i["id"]))


def test_the_count_is_the_incidents_own(ledger: Path) -> None:
    findings = {f["asked"][0]: f for f in call("origins", ledger, "--format", "jsonl").records}
    for incident in call("incidents", ledger, "--format", "jsonl").records:
        found = findings[incident["id"]]
        assert found["independent_sources"] == incident["independent_sources"]
        assert [o["claims"] for o in found["origins"]] == [o["claims"] for o in incident["origins"]]
        assert [o["reason"] for o in found["uncounted"]] == [o["reason"] for o in incident["uncounted"]]


def test_every_word_shown_stands_at_its_offset(ledger: Path) -> None:
    texts: dict[str, str] = {}
    for found in call("origins", ledger, "--format", "jsonl").records:
        shown = [b for o in (*found["origins"], *found["uncounted"]) for b in o["bonds"]] + found["doubts"]
        for words in (w for one in shown for w in one["words"]):
            name = words["report"]
            if name not in texts:
                texts[name] = _text(ledger, name)
            assert texts[name][words["start"] : words["end"]] == words["text"]
    assert texts


def _text(ledger: Path, report: str) -> str:
    import json

    text: str = json.loads(call("show", ledger, report).out)["text"]
    return text


def test_a_bond_less_than_claims_holds_every_origin(ledger: Path) -> None:
    for found in call("origins", ledger, "--format", "jsonl").records:
        for origin in (*found["origins"], *found["uncounted"]):
            assert len(origin["bonds"]) == len(origin["claims"]) - 1
        told = {c for o in (*found["origins"], *found["uncounted"]) for c in o["claims"]}
        assert sorted(told) == found["claims"]


def test_who_tells_something_together_are_two_origins(ledger: Path) -> None:
    claims = call("claims", ledger, "--report", "sp-0511-brenik", "--format", "jsonl").records
    both = next(c["id"] for c in claims if c["chain"][-1]["name"] == "residents")
    (found,) = call("origins", ledger, both, "--format", "jsonl").records
    named = {o["name"] for o in (*found["origins"], *found["uncounted"]) if both in o["claims"]}
    assert named == {"residents", "Veldania Monitoring Centre"}


def test_the_text_is_narrow_and_the_same_each_time(ledger: Path) -> None:
    incident = _richest(ledger)["id"]
    first, second = call("origins", ledger, incident), call("origins", ledger, incident)
    assert first.out == second.out
    lines = first.out.splitlines()
    assert all(len(line) <= 100 for line in lines)
    assert not any(line != line.rstrip() for line in lines)
    for part in ("Why the origins are independent of each other", "Open doubts", "The rules", "Berkeley Protocol"):
        assert part in first.out


def test_claims_and_reports_are_asked_for_together(ledger: Path) -> None:
    incident = _richest(ledger)
    by_claims = call("origins", ledger, *incident["claims"], "--format", "jsonl").records[0]
    assert by_claims["independent_sources"] == incident["independent_sources"]
    by_reports = call("origins", ledger, *incident["reports"], "--format", "jsonl").records[0]
    assert set(incident["claims"]) <= set(by_reports["claims"])


@pytest.mark.parametrize("unknown", ["i-0000000000", "no-such-report", "no-such-report#1"])
def test_an_unknown_id_is_refused(ledger: Path, unknown: str) -> None:
    done = call("origins", ledger, unknown)
    assert done.code != 0
    assert unknown in done.err
