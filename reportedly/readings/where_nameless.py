"""The named places of a page in, its places without a name out: "a mosque", "two bridges", "the front line".

They have no point: where the mosque stands nobody says, and the town that the sentence names is a place of its own. No
claim is put at a nameless place; it tells a reader what stood where the claim happened.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportedly.lexicon.placing import Placing
from reportedly.mentions.places_nameless import Nameless, nameless
from reportedly.model.reading import Where
from reportedly.model.text import Page, PassageKind, Span


def without_names(page: Page, named: Sequence[Where], placing: Placing) -> Iterator[Where]:
    """The nameless places of a page that no reading in ``named`` touches, in text order."""
    taken: dict[int, list[Span]] = {}
    for where in named:
        taken.setdefault(where.sentence, []).append(where.span)
    for sentence in page.sentences:
        if sentence.tokens and sentence.passage.kind is not PassageKind.BYLINE:
            for found in nameless(sentence, taken.get(sentence.number, ()), placing):
                yield _where(page, sentence.number, found)


def _where(page: Page, sentence: int, found: Nameless) -> Where:
    words = found.span.of(page.report.text)
    return Where(
        span=found.span,
        text=words,
        sentence=sentence,
        rule=found.rule,
        name=words,
        place_id=None,
        latitude=None,
        longitude=None,
        radius_km=None,
        precision=None,
        country=None,
        basis=f"{words!r} has no name",
        locative=False,
        nameless=True,
    )
