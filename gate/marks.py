"""A marked text in, the plain text and its marks out.

A mark stands in the text as ``{kind value|words}``; marks may stand inside one another. Kinds: ``time`` (first
day..last day, ``-`` for an open side), ``place`` (its name), ``killed``, ``wounded``, ``strikes`` and the other
measures (low/best/high, ``-`` for an open one), ``source`` (the role of the last link), ``claim`` and ``denial`` (the
happening, and after semicolons what it says: ``at`` a place, ``on`` days, ``told`` by a role, ``stance``, ``by`` an
actor's id, ``killed`` so many; ``-`` for nothing; what is not given is not scored). Where more than one reading is
fair, the values are joined by " or ".

Lines at the head that begin with ``# `` give the fields of the report; ``# score: toll claim`` says that only these
kinds are marked in it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from reportedly.model.text import Published, Report, Span

_PIECE = re.compile(r"\{([a-z_0-9]+) ([^|{}]*)\||\}|\{")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """What a careful reader takes from some words. ``says`` holds what a claim says, by name."""

    kind: str
    value: str
    span: Span
    says: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """A report with its marks, in text order. ``scored`` names the kinds that are marked in it; empty for all."""

    report: Report
    marks: tuple[Mark, ...]
    scored: frozenset[str] = frozenset()


def read_marked(path: Path) -> Marked:
    """The report of a file. Raises ValueError with file and words where a brace has no partner."""
    head, body = _head(path.read_text(encoding="utf-8"))
    text, marks = _unmarked(path, body)
    day = head.get("published")
    published = Published(day=date.fromisoformat(day), moment=day, basis="given") if day else None
    report = Report(
        id=path.stem, text=text, title=head.get("title"), outlet=head.get("outlet"), published=published, language="en"
    )
    return Marked(report=report, marks=marks, scored=frozenset(head.get("score", "").split()))


def _head(text: str) -> tuple[dict[str, str], str]:
    head = {}
    while text.startswith("# "):
        line, _, text = text.partition("\n")
        key, _, value = line[2:].partition(":")
        head[key.strip()] = value.strip()
    return head, text.strip("\n")


def _unmarked(path: Path, body: str) -> tuple[str, tuple[Mark, ...]]:
    text, at = "", 0
    marks: list[Mark] = []
    opened: list[tuple[int, re.Match[str]]] = []
    for piece in _PIECE.finditer(body):
        text += body[at : piece.start()]
        at = piece.end()
        if piece[1]:
            opened.append((len(text), piece))
        elif piece[0] == "}" and opened:
            start, head = opened.pop()
            marks.append(_mark(head, Span(start, len(text))))
        else:
            raise ValueError(f"{path}: a brace without a partner near {body[piece.start() :][:40]!r}")
    if opened:
        raise ValueError(f"{path}: a mark is not closed: {opened[-1][1][0]!r}")
    return text + body[at:], tuple(sorted(marks, key=lambda m: (m.span.start, -m.span.end)))


def _mark(head: re.Match[str], span: Span) -> Mark:
    value, *more = (part.strip() for part in head[2].split(";"))
    says = dict(part.split(" ", 1) for part in more)
    return Mark(kind=head[1], value=value, span=span, says=says)
