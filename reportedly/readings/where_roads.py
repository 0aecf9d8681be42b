"""Places read in, the roads between two of them out: "the road between Dolvi and Kolm", "the Dolvi-Kolm highway", "a
checkpoint between Dolvi and Kolm", "halfway between Dolvi and Kolm".

What happens on such a road happens at neither town: the claim's place is the middle of the stretch, with half of its
length as the error. The towns stay in the list of names, as places where nothing is said to have happened.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportedly.lexicon.placing import Placing
from reportedly.mentions.places_around import after, before
from reportedly.mentions.places_mention import PlaceMention
from reportedly.model.globe import distance_km
from reportedly.model.reading import Where
from reportedly.model.text import Page, Sentence, Span
from reportedly.model.words import WherePrecision

RULE = "en/placing/joining"
_LONGEST_KM = 400.0
"""A longer stretch says nothing of where."""

_NEAR_KM = 50.0
_TOWN_KM = 3.0


def with_roads(
    page: Page, mentions: Sequence[PlaceMention], places: Sequence[Where], placing: Placing
) -> tuple[Where, ...]:
    """The places in the same order, less where a road is meant, and the roads after them."""
    found = list(places)
    roads: list[Where] = []
    for number in range(len(mentions) - 1):
        here, there = mentions[number], mentions[number + 1]
        if here.sentence != there.sentence or not (_is_town(found[number]) and _is_town(found[number + 1])):
            continue
        words = _road(page.sentences[here.sentence], here, there, placing)
        if words is None:
            continue
        road = _between(found[number], found[number + 1], words, page.report.text)
        if road is not None:
            roads.append(road)
            found[number] = replace(found[number], locative=False, seat=True)
            found[number + 1] = replace(found[number + 1], locative=False, seat=True)
    return (*found, *roads)


def _is_town(place: Where) -> bool:
    return place.latitude is not None and place.locative and place.precision in {WherePrecision.EXACT, None}


def _road(sentence: Sentence, here: PlaceMention, there: PlaceMention, placing: Placing) -> Span | None:
    """The words that call two names the ends of a road."""
    tokens = sentence.tokens
    gap = " ".join(token.text.lower() for token in tokens[here.last : there.first])
    if gap in placing.joined:
        first = before(tokens, here.first, placing.joining)
        if first is None:
            return None
        noun = before(tokens, first[0], placing.features)
        if noun is not None and noun[1].kinds == ("R.",):
            return Span(tokens[noun[0]].start, there.span.end)
        if tokens[first[0]].text.lower() == "between":
            spot = before(tokens, first[0], placing.midway) or before(tokens, first[0], placing.sites)
            return Span(tokens[spot[0]].start, there.span.end) if spot is not None else None
    if gap in placing.seams:
        following = after(tokens, there.last, placing.features)
        if following is not None and following[1].kinds == ("R.",):
            return Span(here.span.start, tokens[following[0] - 1].end)
    return None


def _between(one: Where, other: Where, words: Span, text: str) -> Where | None:
    """The middle of the stretch, with half of its length and the size of a town as radius."""
    assert one.latitude is not None and one.longitude is not None
    assert other.latitude is not None and other.longitude is not None
    km = distance_km(one.latitude, one.longitude, other.latitude, other.longitude)
    if km > _LONGEST_KM or one.name == other.name:
        return None
    return Where(
        span=words,
        text=words.of(text),
        sentence=one.sentence,
        rule=RULE,
        name=words.of(text),
        place_id=None,
        latitude=round((one.latitude + other.latitude) / 2, 4),
        longitude=round((one.longitude + other.longitude) / 2, 4),
        radius_km=round(km / 2 + _TOWN_KM, 1),
        precision=WherePrecision.NEAR if km <= _NEAR_KM else WherePrecision.DISTRICT,
        country=one.country if one.country == other.country else None,
        admin1=one.admin1 if one.admin1 == other.admin1 else None,
        basis=f"the middle of the {km:.0f} km between {one.name} and {other.name}",
        anaphor=True,
    )
