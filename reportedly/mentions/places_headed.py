"""The place mentions of a page in, the same out, those under a heading that names a province put inside it.

A round-up by provinces opens its parts with their names ("Orvan province:", "Marn province - The Observatory: …"). What
follows lies there, up to the next such heading.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportedly.lexicon.placing import Placing
from reportedly.mentions.places_around import after
from reportedly.mentions.places_mention import PlaceMention
from reportedly.model.reading import Place
from reportedly.model.text import Page

_DIVISION = "A.ADM1"
_MARKS = (":", "–", "—", "- ")
_KNOWN = 100_000
"""Inhabitants from which a town in another province may be spoken of under a heading."""


def headed(page: Page, found: Sequence[PlaceMention], placing: Placing) -> list[PlaceMention]:
    """The mentions in their order. What the text says itself to lie in a place stays there."""
    kept = list(found)
    for heading, number in _held(page, found, placing):
        here = found[number]
        if here.inside is None and _small(here.hits):
            kept[number] = replace(here, inside=heading)
    if kept != list(found):
        wider = {m.inside for m in kept}
        kept = [replace(m, holds=True) if n in wider else m for n, m in enumerate(kept)]
    return kept


def _held(page: Page, found: Sequence[PlaceMention], placing: Placing) -> Iterator[tuple[int, int]]:
    """The number of each heading with that of each mention under it."""
    heading: int | None = None
    for number, mention in enumerate(found):
        if _heads(page, mention, placing):
            heading = number
        elif heading is not None:
            yield heading, number


def _heads(page: Page, mention: PlaceMention, placing: Placing) -> bool:
    """Whether a province's name with its word opens a paragraph, and a colon or dash follows."""
    text = page.report.text
    if text[: mention.span.start].rstrip(" \t").rpartition("\n")[2] or not _division(mention.hits):
        return False
    tokens = page.sentences[mention.sentence].tokens
    behind = after(tokens, mention.last, placing.features)
    if behind is not None:
        end = tokens[behind[0] - 1].end
    elif mention.feature is not None and mention.feature.kinds[0] == _DIVISION:
        end = mention.span.end
    else:
        return False
    return text[end:].lstrip(" \t").startswith(_MARKS)


def _division(hits: Sequence[Place]) -> bool:
    return any(place.kind == _DIVISION for place in hits)


def _small(hits: Sequence[Place]) -> bool:
    """Whether no bearer is wide or great: a country or a city of elsewhere may be spoken of anywhere."""
    return all(p.kind.startswith("P.") and p.population < _KNOWN for p in hits)
