"""Whatever is sent, the desk answers with what is wrong: never with a fault of its own."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import quote

import pytest

from reportedly.web.guard import TOKEN
from tests.web.made import Browser, Made

STRANGE = [
    "\x00",
    "\x7f\x1b[2J",
    "'; DROP TABLE report; --",
    '" OR 1=1',
    "a" * 4000,
    "\u202e\u0000\ufffe",
    "\U0001f4a5" * 50,
    "../" * 40,
    "{{7*7}}${7*7}",
    "NaN",
    "-9" * 40,
    "9" * 60,
    "<script>alert(1)</script>",
    "*",
    '"',
    "-",
    "NEAR(a b)",
    "words:a",
]
PATHS = [
    "/api/incidents?q={}",
    "/api/incidents?kind={}&side={}&grade={}&country={}",
    "/api/incidents?box={}",
    "/api/incidents?box=nan,nan,nan,nan&q={}",
    "/api/incidents?box=inf,-inf,1e308,1e309&view=1e308,1e308,1e308,1e308&cell=1e-300&q={}",
    "/api/incidents?from={}&to={}",
    "/api/incidents?killed={}&origins={}&offset={}",
    "/api/incidents?sort={}",
    "/api/incidents?limit={}",
    "/api/incidents/{}",
    "/api/incidents/{}/why",
    "/api/incidents/{}/dossier",
    "/api/claims/{}",
    "/api/claims/a%23{}/why",
    "/api/reports?q={}",
    "/api/reports/{}",
    "/api/reports/{}/original",
    "/api/places?q={}",
    "/api/control?place={}",
    "/api/control/map?on={}",
    "/api/export/{}",
    "/api/export/jsonl?incident={}",
    "/api/jobs/{}",
    "/api/queue?limit={}",
    "/api/{}",
    "/{}",
]


@pytest.mark.parametrize("path", PATHS)
def test_strange_questions_are_answered(browser: Browser, path: str) -> None:
    for strange in STRANGE:
        answer = browser.get(path.replace("{}", quote(strange, safe="")))
        assert answer.status_code in (200, 400, 404, 422, 503), (strange, answer.text)
        assert "Traceback" not in answer.text
        if path.startswith("/api/"):
            assert "text/html" not in answer.headers["content-type"]


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_the_ends_of_the_calendar_are_days_too(browser: Browser, day: str) -> None:
    for path in ("/api/incidents?from={}", "/api/incidents?to={}", "/api/control/map?on={}"):
        assert browser.get(path.replace("{}", day)).status_code == 200


DEEP = "[" * 100_000
BODIES: list[bytes] = [
    b"",
    b"\xff\xfe",
    b"null",
    b"[]",
    DEEP.encode(),
    b'{"do": "same", "by": "\\ud800", "left": "\\ud800", "right": "\\u0000"}',
    b'{"do": "undo", "by": "x", "number": 1e400}',
    b'{"do": "accept", "by": "x", "claim": "\\u0000"}',
    json.dumps({"do": "correct", "by": "x", "claim": "a#b", "corrections": {"killed": "9" * 200}}).encode(),
    b'{"text": "\\ud800 killed two people", "title": "\\u0000"}',
    b'{"text": "' + b"x" * 100 + b'", "published": "99999-99-99"}',
]


@pytest.mark.parametrize("path", ["/api/decisions", "/api/read"])
def test_strange_bodies_are_answered(own: Made, path: str) -> None:
    desk = own()
    for body in BODIES:
        answer = desk.post(path, content=body, headers={"content-type": "application/json"})
        if answer.status_code == 202:
            assert desk.done(answer)["state"] == "done"
        else:
            assert answer.status_code in (400, 404, 413, 415, 422), (body[:80], answer.text)
            assert answer.json()["error"]["what"]


@pytest.mark.parametrize("headers", [{"content-length": "-1"}, {"content-length": "x"}, {TOKEN: "\xff"}])
def test_strange_headers_are_refused(own: Made, headers: dict[str, Any]) -> None:
    raw = [(name.encode(), value.encode("latin-1")) for name, value in headers.items()]
    assert own().client.post("/api/link", headers=raw).status_code in (400, 403)
