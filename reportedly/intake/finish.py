"""A report as its format gave it in, the same report with its date, language and boilerplate settled out."""

from __future__ import annotations

from dataclasses import replace

from reportedly.intake.boilerplate import mark
from reportedly.intake.headline import set_below
from reportedly.intake.heads import date_in_text, language_of
from reportedly.intake.intaken import Intaken, content_id, digest, noted
from reportedly.intake.words import IntakeWords
from reportedly.model.claim import Issue
from reportedly.model.text import Report

READ = "en"
"""The language whose reports are read."""


def finished(
    report: Report, where: str, original: bytes, words: IntakeWords, issues: tuple[Issue, ...] = ()
) -> Intaken:
    """The report with its id, original, language, boilerplate and, if it has none yet, the date it prints.

    What is still missing becomes an issue: the report is kept.
    """
    found = list(issues)
    report = replace(report, id=report.id or content_id(original), original=digest(original))
    report = _printable(report, where, found)
    report = _dated(report, where, words, found)
    report = _spoken(report, where, words, found)
    report = set_below(replace(report, boilerplate=mark(report.text, words.boilerplate, title=report.title)))
    if not report.text.strip():
        hint = "give the report's words in `text` or `html`; it is kept, and nothing is read from it"
        found.append(noted(where, "empty-report", "the report has no words", hint, report.id))
    settled = tuple(replace(issue, report=issue.report or report.id) for issue in found)
    return Intaken(where=where, report=report, original=original, issues=settled)


def _printable(report: Report, where: str, found: list[Issue]) -> Report:
    """Half characters (lone surrogates) cannot be stored: each becomes U+FFFD, so that offsets stay."""
    if not any("\ud800" <= letter <= "\udfff" for letter in report.text):
        return report
    hint = "the text was cut in the middle of a character before it came here; each such place is now U+FFFD"
    found.append(noted(where, "broken-character", "the text holds half characters", hint))
    whole = "".join("\ufffd" if "\ud800" <= letter <= "\udfff" else letter for letter in report.text)
    return replace(report, text=whole)


def _dated(report: Report, where: str, words: IntakeWords, found: list[Issue]) -> Report:
    if report.published is not None:
        return report
    published = date_in_text(report.text, words.stamps)
    if published is not None:
        return replace(report, published=published, bases=(*report.bases, ("published", published.basis)))
    hint = 'give `published` (such as "2017-04-04"); without it, "on Thursday" and "yesterday" stay undated'
    found.append(noted(where, "no-date", "no publication date is given or printed", hint))
    return report


def _spoken(report: Report, where: str, words: IntakeWords, found: list[Issue]) -> Report:
    if report.language is None:
        language = language_of(report.text, words.languages)
        if language is not None:
            report = replace(report, language=language, bases=(*report.bases, ("language", "text")))
    if report.language is not None and report.language.lower().split("-")[0] != READ:
        hint = f"only `{READ}` is read; translate the report, or set `language` if this is wrong"
        found.append(noted(where, "language-not-read", f"the language is {report.language}", hint))
    return report
