"""A sheet in, its disputes and the words of its reports out, each with the place where they stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from reportedly.exports.dossier.anchors import Anchors, letter
from reportedly.exports.dossier.html import Html, join, linked, tag, told
from reportedly.exports.dossier.wording import day, kind, many
from reportedly.model.disputes import Dispute, disputes
from reportedly.model.sheet import Quotation, Sheet

_REFERENCES = 5
"""Quotes that are named for one side of a dispute."""


def disputed(sheet: Sheet, at: Anchors) -> Html:
    """What cannot all stand, by letter, with the quotes of every side."""
    found = disputes(sheet.incident.contradictions)
    if not found:
        return tag(
            "p", "No two origins contradict each other. An update of one origin's own figure is no contradiction."
        )
    return tag("ol", *(_dispute(one, letter(number), at) for number, one in enumerate(found)), class_="disputes")


def _dispute(found: Dispute, name: str, at: Anchors) -> Html:
    sides = (_refs(position.claims, at) for position in found.positions)
    return tag(
        "li",
        tag("span", name, class_="letter"),
        tag("span", kind(found.kind.value), class_="role"),
        " ",
        told(found.text),
        " ",
        tag("span", join(sides, " against "), class_="refs"),
        id=f"{at.incident}-c-{name}",
    )


def _refs(side: Sequence[str], at: Anchors) -> Html:
    """The quotes of one side, the best attested first."""
    more = len(side) - _REFERENCES
    numbers = join((at.number(claim) for claim in side[:_REFERENCES]), " ")
    return join((numbers, f" and {more} more" if more > 0 else None))


def quotes(sheet: Sheet, at: Anchors, *, public: bool) -> Iterator[Html]:
    """The words of the claims, report by report."""
    for _, group in groupby(at.quotes, key=lambda quote: quote.report):
        yield _report(list(group), at, sheet, public=public)
    if at.left:
        yield tag(
            "p", f"{many(at.left, 'further claim')} of the same origins and contents are not quoted.", class_="note"
        )


def _report(told_here: Sequence[Quotation], at: Anchors, sheet: Sheet, *, public: bool) -> Html:
    first = told_here[0]
    head = tag(
        "h4",
        tag("bdi", first.outlet or "an outlet not named"),
        f", {day(first.published)}",
        ": " if first.title else None,
        linked(first.title, first.url) if first.title else None,
    )
    lines = [("report", first.report), ("sha256 of the text", first.text_sha256)]
    lines += [("sha256 of the original", first.original_sha256)] if first.original_sha256 else []
    lines += [("address", first.url)] if first.url else []
    proof = tag("dl", *(part for name, value in lines for part in (tag("dt", name), tag("dd", told(value)))))
    items = (_quote(quote, at, sheet, public=public) for quote in told_here)
    return tag("article", head, tag("ol", *items, class_="quotes"), proof, class_="report")


def _quote(quote: Quotation, at: Anchors, sheet: Sheet, *, public: bool) -> Html:
    number = at.numbers[quote.claim]
    body = tag("blockquote", quote.text, dir="auto") if quote.text else _withheld(public=public)
    stance = quote.stance.value.replace("-", " ") + (f" (“{quote.hedge}”)" if quote.hedge else "")
    origin = next((row for row in sheet.rows if row.number == quote.row), None)
    return tag(
        "li",
        tag("span", str(number), class_="letter"),
        body,
        tag(
            "p",
            f"{kind(quote.happening.value)}; ",
            tag("bdi", stance),
            "; on the word of ",
            told(quote.path or "the outlet"),
            join(("; counts for ", told(f"{origin.number} {origin.origin.name}"))) if origin else None,
            ". ",
            tag("span", f"Characters {quote.span.start}–{quote.span.end}, claim ", told(quote.claim), class_="offsets"),
            class_="note",
        ),
        id=f"{at.incident}-q{number}",
    )


def _withheld(*, public: bool) -> Html:
    why = "Words not shown in a public dossier." if public else "The words are not known."
    return tag("p", why, class_="note")
