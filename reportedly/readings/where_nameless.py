"""The named places of a page in, its places without a name out: "a mosque", "two bridges", "the front line".

They have no point: where the mosque stands nobody says, and the town that the sentence names is a place of its own. No
claim is put at a nameless place; it tells a reader what stood where the claim happened. What cannot be moved and has a
state's adjective with it ("Korvian factories") lies in that state.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from reportedly.lexicon.placing import Placing
from reportedly.mentions.places_nameless import Nameless, nameless
from reportedly.model.reading import Where
from reportedly.model.text import Page, PassageKind, Sentence, Span

_FIXED = frozenset(f"en/placing/site-{line}" for line in ("works", "building", "aid", "worship"))
"""The rules of what stands in the state whose adjective it bears; bases, posts and embassies may stand abroad."""


def without_names(page: Page, named: Sequence[Where], placing: Placing, codes: Mapping[str, str]) -> Iterator[Where]:
    """The nameless places of a page that no reading in ``named`` touches, in text order. ``codes`` are the countries of
    the adjectives of states."""
    taken: dict[int, list[Span]] = {}
    for where in named:
        taken.setdefault(where.sentence, []).append(where.span)
    for sentence in page.sentences:
        if sentence.tokens and sentence.passage.kind is not PassageKind.BYLINE:
            for found in nameless(sentence, taken.get(sentence.number, ()), placing):
                yield _where(page, sentence, found, _country(sentence, found, codes))


def _country(sentence: Sentence, found: Nameless, codes: Mapping[str, str]) -> str | None:
    """The country whose adjective stands with the noun: "three Korvian chemical factories"."""
    if found.rule not in _FIXED:
        return None
    inside = (t for t in sentence.tokens[: found.noun] if found.span.touches(t.span) and t.text[:1].isupper())
    return next((codes[t.text.lower()] for t in inside if t.text.lower() in codes), None)


def _where(page: Page, sentence: Sentence, found: Nameless, country: str | None) -> Where:
    words = found.span.of(page.report.text)
    return Where(
        span=found.span,
        text=words,
        sentence=sentence.number,
        rule=found.rule,
        name=words,
        place_id=None,
        latitude=None,
        longitude=None,
        radius_km=None,
        precision=None,
        country=country,
        basis=f"{words!r} has no name",
        locative=False,
        nameless=True,
    )
