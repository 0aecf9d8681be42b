"""Decisions taken at the desk: they go to the log, bind the next linking, and can be undone."""

from __future__ import annotations

from threading import Event
from typing import Any
from urllib.parse import quote

import pytest

from reportedly.ledger import Ledger
from tests.web.made import Browser, Made


def decided(desk: Browser, do: str, **said: Any) -> Any:
    return desk.post("/api/decisions", json={"do": do, "by": "A. Coder", **said})


def linked(desk: Browser) -> None:
    assert desk.done(desk.post("/api/link"))["state"] == "done"


def largest(desk: Browser, number: int = 2) -> list[str]:
    rows = desk.get(f"/api/incidents?sort=-reports&limit={number}").json()["rows"]
    return [row["id"] for row in rows]


def claims(desk: Browser, incident: str) -> list[str]:
    found: list[str] = desk.get(f"/api/incidents/{incident}").json()["incident"]["claims"]
    return found


def holder(desk: Browser, claim: str) -> str | None:
    found: str | None = desk.get(f"/api/claims/{quote(claim, safe='')}").json()["incident"]
    return found


def test_two_incidents_are_made_one_and_parted_again(own: Made) -> None:
    desk = own()
    left, right = largest(desk)
    first, second = claims(desk, left), claims(desk, right)
    made = decided(desk, "merge", left=left, right=right, note="one market")
    assert made.status_code == 201 and made.json() == {"number": 1, "linked": False}
    linked(desk)
    assert holder(desk, first[0]) == holder(desk, second[0])
    old = desk.get(f"/api/incidents/{right}").json()["incident"]["id"]
    assert old == holder(desk, first[0])  # an id that was borne once leads on
    assert decided(desk, "undo", number=1).status_code == 201
    linked(desk)
    assert holder(desk, first[0]) != holder(desk, second[0])
    log = desk.get("/api/decisions").json()["rows"]
    assert [(row["kind"], row["undone"]) for row in log] == [("verdict", 2), ("undo", None)]


def test_claims_are_split_off_by_one_decision(own: Made) -> None:
    desk = own()
    incident = largest(desk, 1)[0]
    held = claims(desk, incident)
    away = held[:2]
    made = decided(desk, "split", incident=incident, claims=away)
    assert made.status_code == 201, made.text
    linked(desk)
    rest = {holder(desk, claim) for claim in held[2:]}
    assert all(holder(desk, claim) not in rest for claim in away)
    assert len(desk.get("/api/decisions").json()["rows"]) == 1
    decided(desk, "undo", number=made.json()["number"])
    linked(desk)
    assert {holder(desk, claim) for claim in held} == {holder(desk, held[0])}


def test_a_claim_is_corrected_and_rejected(own: Made) -> None:
    desk = own()
    incident = largest(desk, 1)[0]
    claim = claims(desk, incident)[0]
    assert decided(desk, "correct", claim=claim, corrections={"killed": "900"}).status_code == 201
    linked(desk)
    told = desk.get(f"/api/claims/{quote(claim, safe='')}").json()["ruling"]
    assert (told["ruling"], told["corrections"], told["by"]) == ("correct", {"killed": "900"}, "A. Coder")
    assert decided(desk, "reject", claim=claim).status_code == 201
    linked(desk)
    assert holder(desk, claim) is None


@pytest.mark.parametrize(
    ("do", "said", "status"),
    [
        ("same", {"left": "a"}, 422),
        ("same", {"left": "i-none", "right": "i-none"}, 404),
        ("accept", {}, 422),
        ("correct", {"claim": "a#b", "corrections": {"killed": "1"}}, 404),
        ("correct", {"claim": "a#b"}, 400),
        ("split", {"incident": "i-none", "claims": ["a#b"]}, 404),
        ("undo", {}, 422),
        ("undo", {"number": 99}, 404),
        ("undo", {"number": "one"}, 422),
        ("destroy", {}, 422),
        ("same", {"left": "a", "right": "b", "by": ""}, 422),
        ("same", {"left": "a", "right": "b", "table": "drop"}, 422),
    ],
)
def test_what_cannot_be_decided_is_told_and_not_logged(own: Made, do: str, said: dict[str, Any], status: int) -> None:
    desk = own()
    answer = decided(desk, do, **said)
    assert answer.status_code == status, answer.text
    assert answer.json()["error"]["what"]
    assert desk.get("/api/decisions").json()["rows"] == []


def test_a_split_must_leave_something(own: Made) -> None:
    desk = own()
    incident = largest(desk, 1)[0]
    assert decided(desk, "split", incident=incident, claims=claims(desk, incident)).status_code == 400
    assert decided(desk, "split", incident=incident, claims=[]).status_code == 400
    assert decided(desk, "split", incident=incident, claims=["x#y"]).status_code == 400


def test_what_is_not_weighed_yet_is_told_so(own: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    desk, go = own(), Event()
    monkeypatch.setattr(Ledger, "questions", lambda _self: (go.wait(10), ())[1])
    desk.desk.weighing.patience = 0.05
    waiting = desk.get("/api/queue")
    assert waiting.status_code == 503 and waiting.json()["error"]["mend"]
    go.set()
    desk.desk.weighing.patience = 10
    assert desk.get("/api/queue").json() == {"total": 0, "rows": []}


def test_what_the_queue_proposes_can_be_decided(own: Made) -> None:
    desk = own()
    for open_ in desk.get("/api/queue").json()["rows"][:1]:
        said = {"claim": open_["left"]} if open_["right"] is None else {"left": open_["left"], "right": open_["right"]}
        assert decided(desk, open_["verdict"], **said).status_code == 201
