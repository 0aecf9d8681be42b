"""``judge`` and ``decisions``: a person's word binds the next link, is kept, and can be taken back."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Called, call


@pytest.fixture
def own(ledger: Path, tmp_path: Path) -> Path:
    """A copy of the demo's ledger that a test may change."""
    path = tmp_path / "own.db"
    call("verify", ledger)
    for beside in ("", "-wal"):
        if Path(f"{ledger}{beside}").exists():
            shutil.copy(f"{ledger}{beside}", f"{path}{beside}")
    return path


def _judged(own: Path, *words: str) -> Called:
    return call("judge", own, *words, "--by", "A. Coder", "--note", "read both")


def _together(own: Path, left: str, right: str) -> bool:
    incidents = call("incidents", own, "--format", "jsonl").records
    return any({left, right} <= set(i["claims"]) for i in incidents)


def test_a_decision_binds_the_next_link_and_can_be_undone(own: Path) -> None:
    one = next(i for i in call("incidents", own, "--format", "jsonl").records if len(i["reports"]) > 1)
    left = one["claims"][0]
    right = next(c for c in one["claims"] if c.partition("#")[0] != left.partition("#")[0])
    assert _judged(own, "different", left, right).code == 0
    call("link", own)
    assert not _together(own, left, right)
    listed = call("decisions", own).out
    assert listed.startswith("1 ") and "A. Coder: different" in listed and "read both" in listed
    assert _judged(own, "undo", "1").code == 0
    call("link", own)
    assert _together(own, left, right)
    assert "(undone by 2)" in call("decisions", own).out
    assert call("verify", own).code == 0


def test_two_incidents_judged_the_same_become_one(own: Path) -> None:
    first, second, *_ = call("incidents", own, "--format", "jsonl").records
    assert _judged(own, "same", first["id"], second["id"]).code == 0
    call("link", own)
    assert _together(own, first["claims"][0], second["claims"][0])


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("same", "i-0000000000", "i-1111111111"), 6),
        (("same", "only-one"), 2),
        (("undo", "one"), 2),
        (("undo", "99"), 6),
        (("perhaps", "a", "b"), 2),
    ],
)
def test_a_decision_on_nothing_is_refused_and_not_logged(own: Path, words: tuple[str, ...], code: int) -> None:
    assert _judged(own, *words).code == code
    assert call("decisions", own).out == ""


def _killed(own: Path, incident: str) -> object:
    """The range of killed of the incident that holds a claim."""
    return next(i["killed"] for i in call("incidents", own, "--format", "jsonl").records if incident in i["claims"])


def test_a_rejected_claim_leaves_its_incident_and_comes_back_when_undone(own: Path) -> None:
    claim = next(i for i in call("incidents", own, "--format", "jsonl").records if len(i["claims"]) > 2)["claims"][0]
    assert _judged(own, "reject", claim).code == 0
    call("link", own)
    assert not any(claim in i["claims"] for i in call("incidents", own, "--format", "jsonl").records)
    assert "ruled by A. Coder, decision 1: reject: read both" in call("why", own, claim).out
    assert _judged(own, "undo", "1").code == 0
    call("link", own)
    assert any(claim in i["claims"] for i in call("incidents", own, "--format", "jsonl").records)


def test_a_corrected_toll_is_what_the_incident_counts(own: Path) -> None:
    told = call("incidents", own, "--format", "jsonl").records
    rocket = next(i for i in told if (i["happening"], i["earliest"]) == ("shelling", "2024-05-13"))
    claims = call("claims", own, "--report", rocket["reports"][0], "--format", "jsonl").records
    sourced = (c for c in claims if len(c["chain"]) > 1)
    claim = next(c["id"] for c in sourced if any(t["measure"] == "killed" for t in c["tolls"]))
    assert _judged(own, "correct", claim, "killed=77").code == 0
    call("link", own)
    killed = _killed(own, claim)
    assert isinstance(killed, dict) and killed["high"] == 77
    assert "decision:1" in call("why", own, claim).out or "killed 77" in call("why", own, claim).out


@pytest.mark.parametrize(
    ("words", "code"),
    [(("killed=many",), 6), (("colour=red",), 6), ((), 6), (("killed",), 6), (("=3",), 2)],
)
def test_a_correction_that_cannot_be_read_is_refused_and_not_logged(
    own: Path, words: tuple[str, ...], code: int
) -> None:
    claim = call("claims", own, "--format", "jsonl").records[0]["id"]
    assert _judged(own, "correct", claim, *words).code == code
    assert call("decisions", own).out == ""
