"""The places of a page in, the capitals that it names by their state out: "the Korvian capital", "Korvia's capital",
and "in the capital" in a report that tells of one country.

"The capital" alone may be that of a province, and may be money: it is read only behind a word of place, and only where
nearly all places of the report lie in one country.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from reportedly.lexicon.capitals import Capitals
from reportedly.lexicon.placing import Placing
from reportedly.mentions.places_around import before, offset
from reportedly.mentions.places_lookup import Lookup
from reportedly.mentions.places_mention import PlaceMention
from reportedly.model.reading import Place, Where
from reportedly.model.text import Page, Sentence, Span
from reportedly.readings.where_point import place_point

RULE = "code:capital"
_ONE_COUNTRY = 0.8
"""Share of a report's places that lie in one country for "the capital" to be its capital."""

_BESIDE = 12
"""Characters within which a name beside the noun says which town is meant: "the Korvian capital, Karsk"."""


def capitals_named(
    page: Page,
    mentions: Sequence[PlaceMention],
    places: Sequence[Where],
    words: tuple[Placing, Capitals],
    lookup: Lookup,
) -> Iterator[Where]:
    """A place for each capital that is named by its state alone, in text order."""
    placing, capitals = words
    home = _country(places)
    for sentence in page.sentences:
        for at in [n for n, token in enumerate(sentence.tokens) if token.text.lower() in placing.capitals]:
            found = _state(sentence, at, placing, capitals, home)
            if found is None or _named_beside(sentence, at, mentions) or _qualified(sentence, at, placing):
                continue
            first, code = found
            place = _capital(code, capitals, lookup)
            if place is not None and offset(sentence.tokens, first, placing) is None:
                yield _where(page, sentence, (first, at), place, placing)


def states_of(page: Page, mentions: Sequence[PlaceMention], capitals: Capitals) -> Iterator[str]:
    """The country of each adjective of a state that stands outside of the places, in text order."""
    placed = {(m.sentence, n) for m in mentions for n in range(m.first, m.last)}
    for sentence in page.sentences:
        for number, token in enumerate(sentence.tokens):
            if (sentence.number, number) not in placed and token.text[:1].isupper():
                code = capitals.codes.get(token.text.lower())
                if code is not None:
                    yield code


def _country(places: Sequence[Where]) -> str | None:
    """The country in which nearly all places of the report lie."""
    votes = Counter(place.country for place in places if place.country)
    most = min(votes, key=lambda code: (-votes[code], code), default=None)
    return most if most and votes[most] >= _ONE_COUNTRY * votes.total() else None


def _state(
    sentence: Sentence, at: int, placing: Placing, capitals: Capitals, home: str | None
) -> tuple[int, str] | None:
    """Where the phrase begins and whose capital it is."""
    tokens = sentence.tokens
    last = at - 2 if at > 1 and tokens[at - 1].tag == "POS" else at - 1
    for size in (3, 2, 1):
        form = " ".join(token.text.lower() for token in tokens[max(0, last - size + 1) : last + 1])
        if last - size + 1 >= 0 and form in capitals.codes:
            first = last - size + 1
            opened = first > 0 and tokens[first - 1].text.lower() in placing.definite
            return first - opened, capitals.codes[form]
    if home is None or at == 0 or tokens[at - 1].text.lower() not in placing.definite:
        return None
    held = tokens[at - 2].text.lower() in placing.partitive if at > 1 else False
    part = held and at > 2 and tokens[at - 3].text.lower() in placing.sections
    return (at - 1, home) if part or before(tokens, at - 1, placing.at) else None


def _named_beside(sentence: Sentence, at: int, mentions: Sequence[PlaceMention]) -> bool:
    """Whether a name follows or stands right before: it says itself which town is meant."""
    here = sentence.tokens[at].span
    return any(
        m.sentence == sentence.number
        and (0 <= m.span.start - here.end <= _BESIDE or m.span.start <= here.start < m.span.end)
        for m in mentions
    )


def _qualified(sentence: Sentence, at: int, placing: Placing) -> bool:
    """Whether the noun goes on: "the capital of Marn", "capital punishment", "the capital-based monitor"."""
    if at + 1 >= len(sentence.tokens):
        return False
    following = sentence.tokens[at + 1]
    joined = following.text == "-" and following.start == sentence.tokens[at].end
    part = sentence.tokens[at].dep == "compound" and sentence.tokens[at].head == at + 1
    return joined or part or following.text.lower() in placing.partitive


def _capital(code: str, capitals: Capitals, lookup: Lookup) -> Place | None:
    """The state's capital in the gazetteer: a seat that it calls a capital, else the first seat that is a town."""
    towns = [
        place
        for seat in capitals.seats.get(code, ())
        for place in lookup.find(seat)
        if place.country == code and place.kind.startswith("P.")
    ]
    return next((t for t in towns if t.kind == "P.PPLC"), towns[0] if towns else None)


def _where(page: Page, sentence: Sentence, words: tuple[int, int], place: Place, placing: Placing) -> Where:
    first, at = words
    tokens = sentence.tokens
    span = Span(tokens[first].start, tokens[at].end)
    text = span.of(page.report.text)
    mention = PlaceMention(
        span=span,
        text=text,
        sentence=sentence.number,
        rule=RULE,
        name=place.name,
        key=place.name.lower(),
        hits=(place,),
        first=first,
        last=at,
        near=before(tokens, first, placing.by) is not None,
    )
    point = place_point(mention, place)
    return Where(
        span=span,
        text=text,
        sentence=sentence.number,
        rule=RULE,
        name=point.name,
        place_id=place.id,
        latitude=point.latitude,
        longitude=point.longitude,
        radius_km=point.radius_km,
        precision=point.precision,
        country=place.country,
        admin1=place.admin1,
        candidates=(),
        basis=f"{text!r} is {place.name}",
        locative=tokens[at].dep != "nsubj",
        anaphor=True,
    )
