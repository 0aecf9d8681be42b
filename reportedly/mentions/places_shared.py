"""The place mentions of a page in, the same out, the names of a list with the one feature word that they share.

"The Marn and Orvan provinces" are two provinces, "the towns of Dolvi and Brenik" two towns: the word in the plural is
said of each name of the list, though it stands beside one alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportedly.lexicon.placing import Feature, Placing
from reportedly.mentions.places_around import after, feature_before
from reportedly.mentions.places_mention import PlaceMention
from reportedly.model.text import Page, Token


def shared(page: Page, found: Sequence[PlaceMention], placing: Placing) -> list[PlaceMention]:
    """The mentions in their order."""
    kept = list(found)
    for number, mention in enumerate(found):
        tokens = page.sentences[mention.sentence].tokens
        if (feature := _behind(tokens, mention, placing)) is not None:
            for other in _listed(page, found, number, -1, placing):
                kept[other] = _with(kept[other], feature, placing, tokens)
        elif (feature := _ahead(tokens, mention, placing)) is not None:
            for other in _listed(page, found, number, 1, placing):
                kept[other] = _with(kept[other], feature, placing, tokens)
    return kept


def _behind(tokens: Sequence[Token], mention: PlaceMention, placing: Placing) -> Feature | None:
    """The feature word in the plural behind a name."""
    following = after(tokens, mention.last, placing.features)
    if following is None or tokens[following[0] - 1].text.lower() not in placing.plurals:
        return None
    return following[1]


def _ahead(tokens: Sequence[Token], mention: PlaceMention, placing: Placing) -> Feature | None:
    """The feature word in the plural before a name."""
    preceding = feature_before(tokens, mention.first, placing)
    if preceding is None or tokens[preceding[0]].text.lower() not in placing.plurals:
        return None
    return preceding[1]


def _listed(page: Page, found: Sequence[PlaceMention], number: int, step: int, placing: Placing) -> Iterator[int]:
    """The numbers of the names that go on with the list, away from its feature word."""
    here, there = number, number + step
    while 0 <= there < len(found) and found[there].sentence == found[number].sentence:
        one, other = sorted((found[here].span, found[there].span))
        if " ".join(page.report.text[one.end : other.start].split()).lower() not in placing.lists:
            return
        yield there
        here, there = there, there + step


def _with(mention: PlaceMention, feature: Feature, placing: Placing, tokens: Sequence[Token]) -> PlaceMention:
    """The name with the shared word, unless one of its own stands with it or none of its bearers is of that kind."""
    own = mention.feature is not None or after(tokens, mention.last, placing.features) is not None
    if own or not any(place.kind.startswith(feature.kinds[0]) for place in mention.hits):
        return mention
    return replace(mention, feature=feature, near=mention.near or feature.near)
