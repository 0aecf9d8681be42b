"""Who is let in: names of the desk, tokens, the desk's own page, sizes; and the headers that every answer bears."""

from __future__ import annotations

import json

import pytest

from reportedly.web.guard import API_POLICY, PAGE_POLICY, TOKEN
from tests.web.made import Browser, Made


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("127.0.0.1", 200),
        ("127.0.0.1:8000", 200),
        ("localhost:9000", 200),
        ("LOCALHOST.", 200),
        ("[::1]:8000", 200),
        ("evil.example", 421),
        ("evil.example:8000", 421),
        ("127.0.0.1.evil.example", 421),
        ("localhost@evil.example", 421),
        ("192.168.0.7", 421),
        ("", 421),
        ("[::1", 421),
    ],
)
@pytest.mark.parametrize("path", ["/api/ledger", "/"])
def test_a_desk_answers_to_its_own_names(browser: Browser, host: str, status: int, path: str) -> None:
    """Names that are made to lead to this machine for a moment (DNS rebinding) are not its own."""
    answer = browser.get(path, headers={"host": host})
    assert (answer.status_code == 421) is (status == 421)


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {TOKEN: "wrong"},
        {TOKEN: ""},
        {"origin": "https://evil.example"},
        {"origin": "http://127.0.0.1:8001"},
        {"origin": "null"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
    ],
)
@pytest.mark.parametrize("path", ["/api/decisions", "/api/read", "/api/link", "/api/nothing"])
def test_changes_are_taken_from_the_desk_s_own_page_alone(own: Made, headers: dict[str, str], path: str) -> None:
    desk = own()
    borne = {TOKEN: desk.desk.rules.token} if headers and TOKEN not in headers else {}
    answer = desk.client.post(path, headers=borne | headers, json={"do": "undo", "number": 1, "by": "x"})
    assert answer.status_code == 403
    assert set(answer.json()["error"]) == {"what", "where", "mend"}


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH"])
def test_other_methods_change_nothing(browser: Browser, method: str) -> None:
    assert browser.client.request(method, "/api/ledger").status_code == 403
    borne = {TOKEN: browser.desk.rules.token}
    assert browser.client.request(method, "/api/ledger", headers=borne).status_code == 405


def test_another_site_cannot_embed_answers(browser: Browser) -> None:
    assert browser.get("/api/ledger", headers={"sec-fetch-site": "cross-site"}).status_code == 403
    assert browser.get("/api/ledger", headers={"sec-fetch-site": "same-origin"}).status_code == 200


@pytest.mark.parametrize(
    ("path", "policy"), [("/", PAGE_POLICY), ("/api/ledger", API_POLICY), ("/api/nothing", API_POLICY)]
)
def test_every_answer_bears_headers_that_keep_it_in(browser: Browser, path: str, policy: str) -> None:
    headers = browser.get(path).headers
    assert headers["content-security-policy"] == policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["cross-origin-resource-policy"] == "same-origin"
    assert "access-control-allow-origin" not in headers
    assert "unsafe" not in policy and "script-src 'self'" in PAGE_POLICY


def test_refusals_bear_them_too(browser: Browser) -> None:
    headers = browser.get("/", headers={"host": "evil.example"}).headers
    assert headers["content-security-policy"] == PAGE_POLICY and headers["x-content-type-options"] == "nosniff"


def test_a_desk_that_others_can_reach_asks_for_its_token(own: Made) -> None:
    desk = own(host="0.0.0.0")
    token = desk.desk.rules.access
    assert token is not None and len(token) > 20
    assert desk.get("/api/ledger").status_code == 401
    assert desk.get("/").status_code == 401
    assert desk.get("/?token=wrong").status_code == 401
    assert desk.get("/api/ledger", headers={"authorization": f"Bearer {token}"}).status_code == 200


def test_the_token_in_an_address_becomes_a_cookie(own: Made) -> None:
    desk = own(token="open sesame")
    opened = desk.get("/reports?token=open+sesame&q=a", follow_redirects=False)
    assert (opened.status_code, opened.headers["location"]) == (303, "/reports?q=a")
    cookie = opened.headers["set-cookie"].lower()
    assert "httponly" in cookie and "samesite=strict" in cookie
    assert desk.get("/api/ledger").status_code == 200


def test_a_token_in_an_address_leads_nowhere_else(own: Made) -> None:
    opened = own(token="t").get("//evil.example/?token=t", follow_redirects=False)
    assert opened.headers.get("location", "/").startswith("/") and not opened.headers["location"].startswith("//")


def test_a_desk_for_others_answers_to_bare_addresses_and_its_names(own: Made) -> None:
    """A bare address cannot be made to lead elsewhere; a name must be told beforehand."""
    desk = own(host="0.0.0.0", token="t", names=("Desk.Example",))
    bearer = {"authorization": "Bearer t"}
    for host, status in (("192.168.0.7:80", 200), ("desk.example", 200), ("evil.example", 421)):
        assert desk.get("/api/ledger", headers=bearer | {"host": host}).status_code == status


def test_bodies_are_limited(own: Made) -> None:
    desk = own()
    large = b"x" * (5 * 2**20)
    assert desk.post("/api/decisions", content=large).status_code == 413
    assert desk.post("/api/decisions", content=iter([large])).status_code == 413
    assert desk.post("/api/decisions", content=b"", headers={"content-length": "99999999999"}).status_code == 413


def test_hostile_words_come_as_json_alone(browser: Browser) -> None:
    for path in (
        "/api/reports",
        "/api/incidents",
        "/api/ledger",
        "/api/claims/%3Cscript%3E",
        "/api/nothing/%3Cscript%3E",
    ):
        answer = browser.get(path)
        assert answer.headers["content-type"] == "application/json"
        assert answer.headers["x-content-type-options"] == "nosniff"
        json.loads(answer.text)


def test_the_token_of_changes_is_given_to_the_own_page(browser: Browser) -> None:
    assert browser.get("/api/ledger").json()["token"] == browser.desk.rules.token
