"""One line of JSON Lines in, one report out, or what is wrong with the line, its place and the mend."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from reportedly.intake.charset import decode
from reportedly.intake.finish import finished
from reportedly.intake.heads import read_date
from reportedly.intake.intaken import Intaken, Limits, noted, refused
from reportedly.intake.plain import encoding_issues
from reportedly.intake.webpage import headed, page_text
from reportedly.intake.words import IntakeWords
from reportedly.model.claim import Issue
from reportedly.model.text import Report

_TEXTS = ("title", "outlet", "url", "language")


def read_line(original: bytes, where: str, words: IntakeWords, limits: Limits) -> Intaken:
    """The report of one line. ``text`` is used unchanged; ``html`` goes the way of web pages."""
    decoded = decode(original)
    if decoded.guessed:
        decoded = replace(
            decoded, text=original.decode("utf-8", "replace"), encoding="utf-8", damaged=True, guessed=False
        )
    try:
        record = json.loads(decoded.text.removeprefix("\ufeff"))
    except RecursionError:
        return refused(where, "line-too-deep", "JSON nested too deep", "a report is one flat object: see the README")
    except ValueError as error:
        return _unreadable(error, original, where)
    return read_record(record, original, where, words, limits, encoding_issues(decoded, where))


def read_record(
    record: Any, original: bytes, where: str, words: IntakeWords, limits: Limits, issues: tuple[Issue, ...] = ()
) -> Intaken:
    """The report of one JSON value that should be an object with `id` and `text` or `html`."""
    if not isinstance(record, dict):
        return refused(
            where, "wrong-type", f"{_kind(record)} stands where a report should", 'write one {"id", "text"} a line'
        )
    found = list(issues)
    given = _given(record, where, words, found)
    text, markup = record.get("text"), record.get("html")
    if isinstance(text, str) and (text.strip() or not isinstance(markup, str)):
        return finished(replace(given, text=text), where, original, words, tuple(found))
    if isinstance(markup, str):
        main, head, more = page_text(markup, where, words, limits, url=given.url)
        report = replace(headed(given, head), text=main, media_type="text/html")
        return finished(report, where, original, words, (*found, *more))
    missing = "`text` and `html` are missing" if text is None and markup is None else "`text` or `html` is no text"
    return refused(where, "no-text", missing, "give the report's words in `text`, or the page in `html`")


def _given(record: dict[str, Any], where: str, words: IntakeWords, found: list[Issue]) -> Report:
    """The head fields of a record; those of a wrong type are named and left out."""
    title, outlet, url, language = (_text(record, field, where, found) for field in _TEXTS)
    published = None
    moment = _text(record, "published", where, found)
    if moment:
        published = read_date(moment, "given", words.stamps)
        if published is None:
            hint = 'write it as "2017-04-04" or "2017-04-04T14:35:00Z"; the report is read without it'
            found.append(noted(where, "bad-date", f"`published` is no date: {moment[:40]!r}", hint))
    bases = tuple((field, "given") for field in _TEXTS if isinstance(record.get(field), str) and record[field])
    return Report(
        id=_id(record, where, found),
        text="",
        title=title,
        outlet=outlet,
        url=url,
        language=language,
        published=published,
        bases=(*bases, ("published", "given")) if published else bases,
    )


def _id(record: dict[str, Any], where: str, found: list[Issue]) -> str:
    value = record.get("id")
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if isinstance(value, str) and value.strip():
        return value
    what = "`id` is missing" if value is None else "`id` is no text"
    found.append(noted(where, "no-id", what, "give each report an `id`; this one is named by the hash of its line"))
    return ""


def _text(record: dict[str, Any], field: str, where: str, found: list[Issue]) -> str | None:
    value = record.get(field)
    if value is None or isinstance(value, str):
        return value or None
    found.append(
        noted(where, "wrong-type", f"`{field}` is {_kind(value)}, not text", f"write `{field}` in quotation marks")
    )
    return None


def _kind(value: Any) -> str:
    """What JSON calls a value."""
    return _KINDS.get(type(value), "null")


_KINDS = {str: "text", int: "a number", float: "a number", bool: "true or false", list: "a list", dict: "an object"}


def _unreadable(error: ValueError, original: bytes, where: str) -> Intaken:
    what, column = getattr(error, "msg", str(error)), getattr(error, "colno", None)
    place = f"{where}:{column}" if column else where
    if not original.rstrip().endswith(b"}") and original.lstrip().startswith(b"{"):
        hint = "the line is cut off; fetch the file again or mend this line. Every other line is read"
        return refused(place, "truncated-line", f"the line ends in the middle of a report ({what})", hint)
    return refused(place, "broken-line", f"not readable as JSON: {what}", "mend this line; every other line is read")
