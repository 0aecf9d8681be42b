"""``diff``, ``tallies`` and ``queue``."""

from __future__ import annotations

import shlex
import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import call


@pytest.fixture
def own(ledger: Path, tmp_path: Path) -> Path:
    """A copy of the demo's ledger that a test may change."""
    path = tmp_path / "own.db"
    call("verify", ledger)
    for beside in ("", "-wal"):
        if Path(f"{ledger}{beside}").exists():
            shutil.copy(f"{ledger}{beside}", f"{path}{beside}")
    return path


def test_a_ledger_does_not_differ_from_its_copy(ledger: Path, own: Path) -> None:
    found = call("diff", ledger, own)
    assert (found.code, found.out, found.err) == (0, "", "nothing differs\n")


def test_a_split_tells_who_judged(ledger: Path, own: Path) -> None:
    one = next(i for i in call("incidents", own, "--format", "jsonl").records if len(i["reports"]) > 1)
    left = one["claims"][0]
    right = next(c for c in one["claims"] if c.partition("#")[0] != left.partition("#")[0])
    call("judge", own, "different", left, right, "--by", "A. Coder", "--note", "another street")
    call("link", own)
    found = call("diff", ledger, own, "--only", "incidents", "--format", "jsonl")
    assert found.code == 1
    split = next(r for r in found.records if r["change"] == "split")
    assert split["before"] == [one["id"]]
    assert len(split["after"]) >= 2
    assert any("A. Coder" in why and "another street" in why for why in split["why"])
    back = call("diff", own, ledger, "--format", "jsonl").records
    merged = next(r for r in back if r["change"] == "merged")
    assert (merged["before"], merged["after"]) == (split["after"], split["before"])


def test_a_rejected_claim_is_withdrawn_and_a_corrected_one_changed(ledger: Path, own: Path) -> None:
    first, second = [c["id"] for c in call("claims", own, "--format", "jsonl").records if c["tolls"]][:2]
    call("judge", own, "reject", first, "--by", "A. Coder", "--note", "misread")
    call("judge", own, "correct", second, "killed=77", "--by", "B. Coder")
    call("link", own)
    found = call("diff", ledger, own, "--only", "claims", "--format", "jsonl").records
    told = {(one["change"], *one["before"]): one for one in found}
    assert set(told) == {("withdrawn", first), ("changed", second)}
    assert told["withdrawn", first]["why"] == ["rejected by A. Coder (decision 1): misread"]
    assert told["changed", second]["why"] == ["corrected by B. Coder (decision 2)"]
    assert "killed 77/77/77" in next(f["after"] for f in told["changed", second]["fields"] if f["field"] == "tolls")
    assert f"withdrawn claim {first}" in call("diff", ledger, own).out


def test_a_ledger_with_a_report_more_has_its_claims_added(own: Path, few: Path, tmp_path: Path) -> None:
    less = tmp_path / "less.db"
    call("read", less, few, "--workers", "1")
    call("link", less)
    found = call("diff", less, own, "--format", "jsonl")
    assert found.code == 1
    added = [r for r in found.records if (r["kind"], r["change"]) == ("claim", "added")]
    assert any("is new" in why for r in added for why in r["why"])


def test_a_ledger_that_is_not_there_is_named(own: Path, tmp_path: Path) -> None:
    found = call("diff", own, tmp_path / "none.db")
    assert found.code == 6
    assert "there is no ledger here" in found.err


def test_the_queue_gives_commands_that_can_be_typed(own: Path) -> None:
    found = call("queue", own, "--format", "jsonl").records
    assert found
    weights = [abs(one["killed"]) + abs(one["wounded"]) for one in found]
    assert weights == sorted(weights, reverse=True)
    words = shlex.split(found[0]["command"])
    assert words[:2] == ["reportedly", "judge"]
    assert call(*words[1:]).code == 0
    call("link", own)
    after = call("queue", own, "--format", "jsonl").records
    assert found[0]["ids"] not in [one["ids"] for one in after]


def test_the_queue_s_text_tells_what_would_change(own: Path) -> None:
    told = call("queue", own, "--limit", "1")
    assert told.code == 0
    assert "changes" in told.out
    assert "reportedly judge" in told.out


def test_tallies_are_listed_with_their_claims(own: Path) -> None:
    found = call("tallies", own, "--format", "jsonl")
    assert found.code == 0
    claims = {c["id"] for c in call("claims", own, "--format", "jsonl").records}
    for one in found.records:
        assert one["claim"] in claims
        assert one["standing"] in {"agrees", "fewer", "more"}
    assert call("tallies", own).code == 0
