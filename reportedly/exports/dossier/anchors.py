"""A sheet in, the numbers and addresses inside the dossier by which its words and disputes are found out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from reportedly.exports.dossier.html import Html, join, tag
from reportedly.model.disputes import disputes
from reportedly.model.sheet import Cell, Quotation, Sheet

MOST_QUOTES = 200
"""Claims of one incident that are quoted: beyond, only those that a cell of the matrix or a dispute names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchors:
    """The quotes that are printed, each with its number from 1, and the letters of the disputes."""

    incident: str
    quotes: tuple[Quotation, ...]
    numbers: Mapping[str, int]
    letters: Mapping[str, str]
    left: int

    def quote(self, claim: str) -> str | None:
        """The address of a claim's words."""
        number = self.numbers.get(claim)
        return f"#{self.incident}-q{number}" if number else None

    def cited(self, claim: str, text: str) -> Html:
        """Words that lead to the claim's quote."""
        address = self.quote(claim)
        return tag("a", text, href=address, class_="cite") if address else tag("span", text)

    def number(self, claim: str) -> Html | None:
        """The number of a claim's quote, as a link to it."""
        number = self.numbers.get(claim)
        return tag("a", f"[{number}]", href=self.quote(claim), class_="ref") if number else None

    def marks(self, cell: Cell) -> Html | None:
        """The signs of the disputes that a cell stands in."""
        found = [self.letters[text] for text in cell.against if text in self.letters]
        if not found:
            return None
        links = (tag("a", letter, href=f"#{self.incident}-c-{letter}") for letter in dict.fromkeys(found))
        return tag("span", tag("abbr", "≠", title="contradicted"), join(links, " "), class_="differs")


def anchors(sheet: Sheet) -> Anchors:
    """The addresses of one sheet."""
    cited = _cited(sheet)
    many = len(sheet.quotes) > MOST_QUOTES
    quotes = tuple(quote for quote in sheet.quotes if not many or quote.claim in cited)
    letters: dict[str, str] = {}
    for number, found in enumerate(disputes(sheet.incident.contradictions)):
        letters.setdefault(found.text, letter(number))
    return Anchors(
        incident=sheet.incident.id,
        quotes=quotes,
        numbers={quote.claim: number for number, quote in enumerate(quotes, start=1)},
        letters=letters,
        left=len(sheet.quotes) - len(quotes),
    )


def letter(number: int) -> str:
    """a, b … z, aa, ab …"""
    first, last = divmod(number, 26)
    return (letter(first - 1) if first else "") + chr(ord("a") + last)


def _cited(sheet: Sheet) -> frozenset[str]:
    """The claims that are named for what they say."""
    cells = {cell.claim for row in sheet.rows for cell in row.cells}
    named = {claim for found in sheet.incident.contradictions for claim in (found.left, found.right)}
    return frozenset(cells | named)
