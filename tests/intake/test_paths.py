"""Files in, reports out: every kind of input, and every kind of broken input with a message, a place and a mend."""

from __future__ import annotations

import gzip
import io
import json
from pathlib import Path

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from reportedly.intake import Intaken, Limits, read_paths

STORY = "Three soldiers were killed near the town of Dolvi on Monday, the army said in a statement read on the radio."
PAGE = f"""<html lang="en"><head><title>Raid on Dolvi | Sava Post</title>
<meta property="og:site_name" content="Sava Post">
<meta property="article:published_time" content="2017-04-04T10:00:00Z">
</head><body><nav>Home News</nav><article><h1>Raid on Dolvi</h1><p>{STORY}</p><p>{STORY.replace("Three", "Four")}</p>
</article></body></html>"""


def line(**fields: object) -> str:
    return json.dumps({"id": "a", "text": STORY, "published": "2017-04-04", **fields})


def taken(path: Path, content: bytes | str, **limits: int) -> list[Intaken]:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return list(read_paths([path], limits=Limits(**limits)))


def codes(found: list[Intaken]) -> list[str]:
    return [issue.code for intaken in found for issue in intaken.issues]


def texts(found: list[Intaken]) -> list[str]:
    return [intaken.report.text for intaken in found if intaken.report]


def test_a_record_keeps_its_words_and_its_bytes(tmp_path: Path) -> None:
    text = f"  {STORY}\r\n\x07 odd\u00a0blanks  "
    (found,) = taken(tmp_path / "a.jsonl", line(text=text, title="Raid", outlet="Sava Post"))
    assert found.report is not None and found.report.text == text
    assert found.original == line(text=text, title="Raid", outlet="Sava Post").encode()
    assert dict(found.report.bases) == {"title": "given", "outlet": "given", "published": "given", "language": "text"}
    assert found.where.endswith("a.jsonl:1") and found.issues == ()


@pytest.mark.parametrize(
    ("broken", "code"),
    [
        ('{"id": "b", "text": "cut', "truncated-line"),
        ('{"id": "b" "text": "x"}', "broken-line"),
        ("[1, 2]", "wrong-type"),
        ('{"id": "b"}', "no-text"),
        ('{"id": "b", "text": 5}', "no-text"),
        ("[" * 100_000, "line-too-deep"),
    ],
)
def test_a_broken_line_is_named_and_the_rest_is_read(tmp_path: Path, broken: str, code: str) -> None:
    found = taken(tmp_path / "a.jsonl", f"{line()}\n{broken}\n\n{line(id='c')}\n")
    assert len(texts(found)) == 2
    (issue,) = (issue for intaken in found for issue in intaken.issues)
    assert issue.code == code and "a.jsonl:2" in issue.message and issue.hint


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"published": "soon"}, "bad-date"),
        ({"published": 2017}, "wrong-type"),
        ({"published": None}, "no-date"),
        ({"title": 3}, "wrong-type"),
        ({"id": None}, "no-id"),
        ({"text": " "}, "empty-report"),
        ({"language": "ar"}, "language-not-read"),
        ({"text": "x\ud800 " + STORY}, "broken-character"),
    ],
)
def test_a_faulty_record_is_kept_with_an_issue(tmp_path: Path, fields: dict[str, object], code: str) -> None:
    (found,) = taken(tmp_path / "a.jsonl", line(**fields))
    assert found.report is not None and code in codes([found])
    assert all(issue.report == found.report.id for issue in found.issues)


def test_duplicates_are_read_once_and_ids_taken_twice_are_told_apart(tmp_path: Path) -> None:
    found = taken(
        tmp_path / "a.jsonl", "\n".join([line(), line(), line(text=STORY + " More."), line(text=STORY + " More.")])
    )
    assert codes(found) == ["duplicate-report", "id-taken", "duplicate-report"]
    first, second = (intaken.report for intaken in found if intaken.report)
    assert first.id == "a" and second.id.startswith("a~")


def test_pages_bring_their_head_with_its_basis(tmp_path: Path) -> None:
    (found,) = taken(tmp_path / "a.html", PAGE)
    report = found.report
    assert report is not None and report.published is not None
    assert (report.outlet, report.language, report.published.day.isoformat()) == ("Sava Post", "en", "2017-04-04")
    assert dict(report.bases)["published"] == "og" and dict(report.bases)["language"] == "html"
    assert STORY in report.text and "Home News" not in report.text
    assert report.id.startswith("r-") and report.media_type == "text/html"


def test_html_inside_a_record_goes_the_same_way(tmp_path: Path) -> None:
    (found,) = taken(tmp_path / "a.jsonl", json.dumps({"id": "a", "html": PAGE, "title": "Mine"}))
    assert found.report is not None and found.report.title == "Mine" and STORY in found.report.text
    assert dict(found.report.bases)["title"] == "given"


def test_a_page_nested_too_deep_keeps_its_words(tmp_path: Path) -> None:
    found = taken(tmp_path / "a.html", "<html><body>" + "<div>" * 50_000 + STORY + "</div>" * 50_000)
    assert texts(found) == [STORY] and "page-too-deep" in codes(found)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (STORY.encode("utf-16"), None),
        (("\ufeff" + STORY).encode(), None),
        ((STORY + " Café").encode()[:-1], "encoding-damaged"),
        (("Солдаты убиты в городе Долви, сообщили военные в понедельник. " * 5).encode("cp1251"), "encoding-guessed"),
    ],
)
def test_encodings(tmp_path: Path, content: bytes, code: str | None) -> None:
    found = taken(tmp_path / "a.txt", content)
    assert len(texts(found)) == 1
    assert code is None or code in codes(found)
    assert code is not None or texts(found) == [STORY]


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.txt", b"", "empty-file"),
        ("a.txt", b" \n\n", "empty-file"),
        ("a.txt", b"\x00\x01\x02" * 50, "binary"),
        ("a.pdf", b"%PDF-1.4 x", "binary"),
        ("a.txt", b"x" * 3000, "too-large"),
        ("a.jsonl", b'{"id": "a", "text": "' + b"x" * 3000 + b'"}', "too-large"),
        ("a.gz", gzip.compress(gzip.compress(b"x")), "nested-archive"),
        ("a.jsonl.gz", gzip.compress(b"a" * 500_000), "compressed-too-much"),
        ("a.jsonl.gz", gzip.compress(STORY.encode())[:-12], "truncated-archive"),
    ],
)
def test_what_cannot_be_read_is_said_and_stops_nothing(tmp_path: Path, name: str, content: bytes, code: str) -> None:
    (tmp_path / "z.jsonl").write_text(line())
    (tmp_path / name).write_bytes(content)
    found = list(read_paths([tmp_path], limits=Limits(report_bytes=2000, ratio_from=100_000)))
    assert codes(found) == [code] and texts(found) == [STORY]
    (issue,) = (issue for intaken in found for issue in intaken.issues)
    assert name in issue.message and issue.hint


def test_lines_before_a_break_are_read(tmp_path: Path) -> None:
    packed = gzip.compress("\n".join(line(id=str(n), text=f"{n} {STORY}") for n in range(200)).encode())
    found = taken(tmp_path / "a.jsonl.gz", packed[: len(packed) // 2])
    assert len(texts(found)) > 10 and codes(found)[-1] == "truncated-archive"


def test_a_long_line_is_skipped_and_the_next_is_read(tmp_path: Path) -> None:
    found = taken(tmp_path / "a.jsonl", line(text="x" * 5000) + "\n" + line(id="b"), report_bytes=2000)
    assert codes(found) == ["too-large"] and [i.report.id for i in found if i.report] == ["b"]


def test_missing_paths_are_said(tmp_path: Path) -> None:
    assert codes(list(read_paths([tmp_path / "no.jsonl"]))) == ["missing-file"]


def test_feeds_give_a_report_an_entry(tmp_path: Path) -> None:
    feed = f"""<?xml version="1.0"?><rss version="2.0"><channel><title>Sava Post</title><item><title>Raid</title>
    <link>http://example.org/1</link><pubDate>Tue, 04 Apr 2017 10:00:00 GMT</pubDate>
    <description>&lt;p&gt;{STORY}&lt;/p&gt;</description></item></channel></rss>"""
    (found,) = taken(tmp_path / "a.xml", feed)
    report = found.report
    assert report is not None and report.published is not None
    assert (report.text, report.title, report.outlet, report.published.basis) == (STORY, "Raid", "Sava Post", "feed")


@pytest.mark.parametrize("packed", [False, True])
def test_warc_files_give_a_report_a_page(tmp_path: Path, packed: bool) -> None:
    written = io.BytesIO()
    writer = WARCWriter(written, gzip=packed)
    for url, kind, body in (("http://example.org/1", "text/html", PAGE), ("http://example.org/2", "image/png", "x")):
        head = StatusAndHeaders("200 OK", [("Content-Type", kind)], protocol="HTTP/1.0")
        writer.write_record(
            writer.create_warc_record(url, "response", payload=io.BytesIO(body.encode()), http_headers=head)
        )
    (found,) = taken(tmp_path / "a.warc", written.getvalue())
    assert found.report is not None and STORY in found.report.text and found.report.url == "http://example.org/1"


def test_json_files_hold_one_report_or_many(tmp_path: Path) -> None:
    many = taken(tmp_path / "a.json", json.dumps([json.loads(line()), json.loads(line(id="b", text="Other."))]))
    assert [i.report.id for i in many if i.report] == ["a", "b"]
    assert texts(taken(tmp_path / "b.json", json.dumps(json.loads(line()), indent=1))) == [STORY]


def test_text_files_take_their_first_line_for_title(tmp_path: Path) -> None:
    (found,) = taken(tmp_path / "a.txt", f"Raid on Dolvi kills three\n\nTuesday 4 April 2017\n\n{STORY}")
    assert found.report is not None and found.report.title == "Raid on Dolvi kills three"
    assert found.report.published is not None and found.report.published.basis == "text"


def test_the_same_files_give_the_same_reports(tmp_path: Path) -> None:
    for name, content in (("b.html", PAGE), ("a.jsonl", line()), ("c.txt", STORY)):
        (tmp_path / name).write_text(content)
    assert list(read_paths([tmp_path])) == list(read_paths([tmp_path]))
