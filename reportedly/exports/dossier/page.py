"""A ledger's view in, the lines of a dossier out: one HTML document that loads nothing and runs nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from reportedly.exports.asked import PUBLIC_NOTE, Asked
from reportedly.exports.dossier.anchors import Anchors, anchors
from reportedly.exports.dossier.chains import diagram
from reportedly.exports.dossier.check import Check
from reportedly.exports.dossier.figures import revisions
from reportedly.exports.dossier.html import Html, join, tag, told, words
from reportedly.exports.dossier.map import OUTLINES, chart, is_drawn
from reportedly.exports.dossier.matrix import legend, matrix
from reportedly.exports.dossier.summary import contents, headline, rules, summary
from reportedly.exports.dossier.wording import days, heading, many, precision, where
from reportedly.exports.dossier.words import disputed, quotes
from reportedly.exports.walk import Exported
from reportedly.model.incident import Incident
from reportedly.model.reading import Interval
from reportedly.model.sheet import Sheet

MOST = 500
"""Incidents in one dossier."""

LACKS = (
    "a dossier is for reading: comparisons, the notes of the reader and the full texts of the reports are left out; "
    "the words of each claim are kept with their place and the sha256 of their text"
)

_NOTHING_LOADS = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
_STYLE = Path(__file__).with_name("style.css")


def dossier(view: Exported, asked: Asked) -> Iterator[str]:
    """The lines of the document, each checked before it leaves. Raises LedgerError where markup would run, load or not
    close."""
    check = Check()
    for line in _document(view, asked):
        yield check.passed(line)
    check.close()


def _document(view: Exported, asked: Asked) -> Iterator[str]:
    incidents = _chosen(view, asked)
    title = _title(incidents)
    yield "<!DOCTYPE html>"
    yield '<html lang="en">'
    yield _head(title)
    yield "<body>"
    yield _cover(incidents, title, asked)
    yield "<main>"
    drawn = False
    for incident in incidents:
        sheet = view.sheet(incident.id)
        drawn = drawn or is_drawn(sheet)
        yield from _incident(sheet, asked, alone=len(incidents) == 1)
    yield "</main>"
    yield _colophon(asked, drawn=drawn)
    yield "</body>"
    yield "</html>"


def _chosen(view: Exported, asked: Asked) -> Sequence[Incident]:
    """The incidents by day, as many as a dossier holds."""
    kept = []
    for number, incident in enumerate(view.incidents()):
        if number < MOST:
            kept.append(incident)
        else:
            asked.leave(f"a dossier holds {MOST} incidents; choose them with --incident")
    return kept


def _title(incidents: Sequence[Incident]) -> str:
    if len(incidents) == 1:
        return heading(incidents[0])
    first = [one.days.start for one in incidents if one.days and one.days.start]
    last = [one.days.end for one in incidents if one.days and one.days.end]
    named = many(len(incidents), "incident")
    return f"{named}, {days(Interval(min(first), max(last)))}" if first and last and min(first) < max(last) else named


def _head(title: str) -> Html:
    return tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=_NOTHING_LOADS),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="referrer", content="no-referrer"),
        tag("meta", name="generator", content="reportedly"),
        tag("title", f"Dossier: {title}"),
        tag("style", Html(_style())),
    )


@cache
def _style() -> str:
    return _STYLE.read_text(encoding="utf-8")


def _cover(incidents: Sequence[Incident], title: str, asked: Asked) -> Html:
    stood = f"The ledger as of {asked.day}" if asked.day else "From a ledger of claims"
    for_publication = tag("p", "For publication", class_="stamp") if asked.public else None
    lead = (
        "Reports are not facts but somebody's word. This dossier says who says what, on whose word, and where they "
        "differ; every figure leads to the words that it rests on."
    )
    listed = contents(incidents) if len(incidents) > 1 else None
    return tag(
        "header",
        tag("p", "Dossier", class_="kicker"),
        tag("h1", tag("bdi", title)),
        for_publication,
        tag("p", lead, class_="lead"),
        tag("p", f"{stood}. Made with reportedly.", class_="note"),
        listed,
    )


def _incident(sheet: Sheet, asked: Asked, *, alone: bool) -> Iterator[str]:
    """The sections of one incident, a line each."""
    at = anchors(sheet)
    if at.left:
        asked.left["claims of the same origin and content as a quoted one"] += at.left
    yield f'<section class="incident" id="{words(at.incident)}">'
    yield tag("h2", "In short" if alone else tag("bdi", heading(sheet.incident)))
    yield headline(sheet)
    yield summary(sheet)
    for name, body in _sections(sheet, at):
        yield tag("section", tag("h3", name), body)
    yield '<section class="words"><h3>The words of the reports</h3>'
    yield tag(
        "p",
        "Offsets count Unicode code points from the start of the text as it was read; the sha256 is of that text in "
        "UTF-8.",
        class_="note",
    )
    yield from quotes(sheet, at, public=asked.public)
    yield "</section>"
    yield "</section>"


def _sections(sheet: Sheet, at: Anchors) -> Iterator[tuple[str, Html]]:
    yield "Who says what", join((legend(), matrix(sheet, at)))
    yield "What cannot all stand", disputed(sheet, at)
    yield "How the figures moved", revisions(sheet, at)
    yield "Who has it from whom", diagram(sheet)
    if sheet.spots:
        yield "Where", join((chart(sheet), _places(sheet)))
    yield "By which rule", rules(sheet, at)


def _places(sheet: Sheet) -> Html:
    """The places that claims name, with how precise each is."""
    items = (
        tag(
            "li",
            tag("b" if spot.chosen else "span", told(where(spot.where))),
            f": {precision(spot.where)}; {many(len(spot.claims), 'claim')}",
            "; the incident is put here" if spot.chosen else None,
        )
        for spot in sheet.spots
    )
    return tag("ul", *items, class_="plain")


def _colophon(asked: Asked, *, drawn: bool) -> Html:
    thanks = [f"places: {credit}" for credit in asked.credits] + ([OUTLINES] if drawn else [])
    left = [f"{number:,}: {reason}" for reason, number in sorted(asked.left.items())]
    public = [PUBLIC_NOTE] if asked.public else []
    return tag(
        "footer",
        tag("h2", "About this dossier"),
        tag("h3", "What is left out"),
        tag("ul", *(tag("li", line) for line in (LACKS, *left, *public)), class_="plain"),
        tag("h3", "Whom to credit"),
        tag("ul", *(tag("li", line) for line in thanks), class_="plain") if thanks else None,
        tag("p", "The quoted words belong to their publishers; their licence is theirs to state."),
        tag("h3", "How to check it"),
        tag(
            "p",
            "The same ledger gives the same bytes. Whoever holds a report finds each quote at its offsets, and can "
            "tell by the sha256 that the text was not changed. The document runs no script and loads nothing.",
        ),
    )
