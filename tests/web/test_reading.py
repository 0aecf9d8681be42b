"""Reports handed over: files, pasted text, pages of the web; one job at a time, each with an end."""

from __future__ import annotations

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from reportedly.web.answers import RefusedError, Telling
from reportedly.web.jobs import Job, Jobs
from reportedly.web.uploads import plain_name
from tests.web.made import WEBPAGE, Browser, Made

STORY = "KARSK, 13 May 2024 — Shells killed three people in Kolm on Sunday, the Veldanian army said.\n"


def test_pasted_text_is_read_and_linked(own: Made) -> None:
    desk = own()
    sent = {"text": STORY, "title": "Three killed", "outlet": "Radio Orvan", "published": "2024-05-13"}
    job = desk.done(desk.post("/api/read", json=sent))
    assert job["state"] == "done" and job["result"]["added"] == 1
    report = desk.get(f"/api/reports/{job['result']['reports'][0]}").json()
    assert (report["text"], report["outlet"], report["published"]) == (STORY, "Radio Orvan", "2024-05-13")
    assert report["incidents"]
    assert desk.get("/api/ledger").json()["linked"] is True
    again = desk.done(desk.post("/api/read", json=sent))
    assert (again["result"]["added"], again["result"]["skipped"]) == (0, 1)


def test_files_are_read_under_their_own_plain_names(own: Made) -> None:
    desk = own()
    files = [
        ("files", ("../../etc/<b>story</b>.txt", STORY.encode(), "text/plain")),
        ("files", ("page.html", WEBPAGE.encode(), "text/html")),
        ("files", ("scan.pdf", b"%PDF-1.7 ...", "application/pdf")),
        ("files", ("broken.jsonl", b'{"id": "x"', "application/json")),
    ]
    job = desk.done(desk.post("/api/read", files=files))
    assert job["state"] == "done"
    assert (job["result"]["added"], job["result"]["skipped"], job["result"]["failed"]) == (1, 1, 2)
    messages = " ".join(issue["message"] for issue in job["result"]["issues"])
    assert "scan.pdf" in messages and "/tmp" not in messages and ".." not in messages


def test_no_uploaded_file_is_left_behind(own: Made, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    desk = own()
    desk.done(desk.post("/api/read", files=[("files", ("a.txt", STORY.encode(), "text/plain"))]))
    desk.get("/api/export/csv")
    assert [path for path in tmp_path.iterdir() if path.name.startswith("reportedly-")] == []


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("story.html", "story.html"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\a\\b.txt", "b.txt"),
        ("<img src=x>.txt", "_img src_x_.txt"),
        ("a\x00b\n.txt", "a_b_.txt"),
        (".bashrc", "bashrc"),
        ("..", "file"),
        ("", "file"),
        (None, "file"),
        ("x" * 300 + ".html", "x" * 75 + ".html"),
        ("отчёт.txt", "отчёт.txt"),
    ],
)
def test_names_of_files_lead_nowhere(name: str | None, plain: str) -> None:
    assert plain_name(name) == plain


@pytest.mark.parametrize(
    "sent",
    [
        {"json": {}},
        {"json": {"text": "a", "url": "b"}},
        {"json": {"text": "a", "folder": "/etc"}},
        {"json": ["text"]},
        {"json": {"text": 3}},
        {"content": b"{", "headers": {"content-type": "application/json"}},
        {"content": b"text=a", "headers": {"content-type": "application/x-www-form-urlencoded"}},
        {"data": {"files": "no file"}, "files": {"other": ("a.txt", b"a")}},
        {"content": b"--x", "headers": {"content-type": "multipart/form-data"}},
    ],
)
def test_what_is_no_report_is_refused(own: Made, sent: dict[str, Any]) -> None:
    answer = own().post("/api/read", **sent)
    assert answer.status_code in (400, 413, 415, 422), answer.text
    assert answer.json()["error"]["what"]


def test_too_many_files_at_once_are_refused(own: Made) -> None:
    answer = own().post("/api/read", files=[("files", (f"{n}.txt", b"a", "text/plain")) for n in range(201)])
    assert answer.status_code == 413 and "200 files" in answer.json()["error"]["mend"]


def test_an_empty_text_fails_with_a_mend(own: Made) -> None:
    answer = own().post("/api/read", json={"text": "  \n"})
    assert answer.status_code == 400 and answer.json()["error"]["mend"]


class Site(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(WEBPAGE.replace("two policemen", "five policemen").encode())

    def log_message(self, format: str, *args: Any) -> None:
        """Nothing: tests are quiet."""


def test_a_page_of_the_web_is_read_when_it_may_be(own: Made) -> None:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    url = f"http://127.0.0.1:{server.server_address[1]}/news/kolm.json"
    try:
        desk = own(private=True)
        job = desk.done(desk.post("/api/read", json={"url": url}))
        assert job["state"] == "done" and job["result"]["added"] == 1, job
        assert desk.get(f"/api/reports/{job['result']['reports'][0]}").json()["url"] == url
        refused = own()
        job = refused.done(refused.post("/api/read", json={"url": url}))
        assert job["state"] == "failed" and "public internet" in job["error"]["what"]
    finally:
        server.shutdown()
        server.server_close()
    assert own(fetching=False).post("/api/read", json={"url": url}).status_code == 403


def test_jobs_are_done_one_at_a_time_in_their_order() -> None:
    jobs, running, order = Jobs(telling=Telling()), threading.Semaphore(1), []
    ended = threading.Event()

    def work(number: int) -> Any:
        def done(job: Job) -> dict[str, Any]:
            assert running.acquire(blocking=False), "another job runs"
            order.append(number)
            running.release()
            return {"number": number}

        return done

    for number in range(5):
        jobs.add("test", work(number), after=ended.set if number == 4 else lambda: None)
    assert ended.wait(10)
    assert order == [0, 1, 2, 3, 4]


def test_a_job_that_fails_says_so_and_the_next_goes_on() -> None:
    jobs, ended = Jobs(telling=Telling()), threading.Event()

    def broken(job: Job) -> dict[str, Any]:
        raise RuntimeError("secret /home/somebody")

    first = jobs.add("test", broken)
    second = jobs.add("test", lambda job: {"fine": True}, after=ended.set)
    assert ended.wait(10)
    told = jobs.job(first.id).told()
    assert told["state"] == "failed" and "secret" not in str(told) and told["error"]["mend"]
    assert jobs.job(second.id).told()["result"] == {"fine": True}


def test_no_more_jobs_wait_than_can() -> None:
    jobs, go = Jobs(telling=Telling()), threading.Event()
    with pytest.raises(RefusedError) as refused:
        for _ in range(40):
            jobs.add("test", lambda job: {"waited": go.wait(10)})
    go.set()
    assert refused.value.status == 429


def test_an_unknown_job_is_not_there(browser: Browser) -> None:
    assert browser.get("/api/jobs/none").status_code == 404
