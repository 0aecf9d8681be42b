"""Bytes of a text file in, a report out. The text is kept as it is; a first line that heads it is its title."""

from __future__ import annotations

import re

from reportedly.intake.charset import Decoded, decode
from reportedly.intake.finish import finished
from reportedly.intake.intaken import Intaken, noted
from reportedly.intake.words import IntakeWords
from reportedly.model.claim import Issue
from reportedly.model.text import Report

_TITLE = re.compile(r"\s*(?:#+\s+)?(?P<title>[^\n]{8,150}?)[^\S\n]*\n")
_STOPPED = re.compile(r"[.:;,…]['\"”’)]*$")


def read_plain(original: bytes, where: str, words: IntakeWords) -> Intaken:
    """A text or Markdown file as one report."""
    decoded = decode(original)
    text = decoded.text.removeprefix("\ufeff")
    title = _title(text, words)
    report = Report(id="", text=text, title=title, bases=(("title", "text"),) if title else ())
    return finished(report, where, original, words, encoding_issues(decoded, where))


def encoding_issues(decoded: Decoded, where: str) -> tuple[Issue, ...]:
    """What is to be said of how bytes became text."""
    found = []
    if decoded.guessed:
        hint = "if letters look wrong, save the file as UTF-8 and read it again"
        found.append(noted(where, "encoding-guessed", f"not UTF-8; read as {decoded.encoding}", hint))
    if decoded.damaged:
        hint = "fetch or save the file again; each broken place is now U+FFFD and the rest is read"
        found.append(
            noted(where, "encoding-damaged", f"some bytes are no {decoded.encoding}, or the end is cut off", hint)
        )
    return tuple(found)


def _title(text: str, words: IntakeWords) -> str | None:
    """The first line, if it ends without a stop, has several words and is no date."""
    found = _TITLE.match(text)
    if found is None:
        return None
    line = found["title"].strip()
    if _STOPPED.search(line) or len(line.split()) < 3 or words.stamps.at(line, 0):
        return None
    return line
