"""The page's files: what lies in its folder and nothing else."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from reportedly.web.application import application
from reportedly.web.page import Page
from tests.web.made import Browser


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """A built page, with a link to a file that is none of it."""
    home = tmp_path / "page"
    (home / "assets").mkdir(parents=True)
    (home / "index.html").write_text("<!doctype html><title>desk</title>", encoding="utf-8")
    (home / "assets" / "app-1f2e.js").write_text("export {}", encoding="utf-8")
    (home / ".hidden").write_text("no", encoding="utf-8")
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    (home / "link.txt").symlink_to(tmp_path / "secret.txt")
    return home


@pytest.fixture
def client(browser: Browser, built: Path) -> TestClient:
    return TestClient(application(replace(browser.desk, page=Page(built))), base_url="http://localhost")


@pytest.mark.parametrize(
    "path", ["/", "/incidents/i-1f0531e937", "/reports/a%2Fb%23c", "/reports/kh-1.html", "/control", "/index.html"]
)
def test_the_paths_of_views_give_the_page(client: TestClient, path: str) -> None:
    answer = client.get(path)
    if path == "/index.html":
        assert answer.status_code == 404
        return
    assert (answer.status_code, answer.headers["content-type"]) == (200, "text/html; charset=utf-8")
    assert answer.headers["cache-control"] == "no-cache"


def test_files_are_given_with_their_kind_and_kept(client: TestClient) -> None:
    answer = client.get("/assets/app-1f2e.js")
    assert (answer.text, answer.headers["content-type"]) == ("export {}", "text/javascript; charset=utf-8")
    assert "immutable" in answer.headers["cache-control"]
    again = client.get("/assets/app-1f2e.js", headers={"if-none-match": answer.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize(
    "path",
    [
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "/assets/..%2f..%2fsecret.txt",
        "/assets/%2e%2e%5c%2e%2e%5csecret.txt",
        "//etc/passwd.txt",
        "/.hidden",
        "/link.txt",
        "/assets/",
        "/assets/none",
        "/app.py",
        "/%00.html",
    ],
)
def test_nothing_else_is_given(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code in (404, 200)
    assert "secret" not in answer.text and "root:" not in answer.text
    assert answer.status_code == 404 or answer.text.startswith("<!doctype html>")


def test_a_page_that_is_not_built_says_how_to_build_it(browser: Browser, tmp_path: Path) -> None:
    client = TestClient(application(replace(browser.desk, page=Page(tmp_path / "none"))), base_url="http://localhost")
    answer = client.get("/")
    assert answer.status_code == 503 and "npm run build" in answer.text and "<script" not in answer.text
