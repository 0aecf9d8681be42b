"""Place mentions of one report in, what they say of one another out: lists, containers, overlaps."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from reportedly.gazetteer.keys import keys
from reportedly.lexicon.placing import Feature, Placing
from reportedly.mentions.places_around import after, feature_before
from reportedly.mentions.places_evidence import HERE
from reportedly.mentions.places_lookup import Lookup
from reportedly.mentions.places_mention import PlaceMention
from reportedly.model.text import Page, Span

_WIDE = ("A.ADM", "A.PCL", "L.RGN")
_LONGEST_GAP = 10
"""Characters that may part two names of a list or a name and its container."""


def listed(
    page: Page, found: Sequence[PlaceMention], waiting: Sequence[PlaceMention], placing: Placing
) -> list[PlaceMention]:
    """Of those waiting, the ones that stand in a list with a place: "Dolvi, Brenik and Harsema"."""
    text = page.report.text
    starts = sorted(mention.span.start for mention in found)
    ends = sorted(mention.span.end for mention in found)
    taken: dict[Span, PlaceMention] = {}
    for mention in (*waiting, *reversed(waiting)):
        if mention.span not in taken and _beside(text, mention.span, starts, ends, placing):
            taken[mention.span] = mention
            starts.insert(bisect_left(starts, mention.span.start), mention.span.start)
            ends.insert(bisect_left(ends, mention.span.end), mention.span.end)
    return list(taken.values())


def _beside(text: str, span: Span, starts: list[int], ends: list[int], placing: Placing) -> bool:
    before = bisect_right(ends, span.start) - 1
    if before >= 0 and _gap(text, ends[before], span.start) in placing.lists:
        return True
    after = bisect_left(starts, span.end)
    return after < len(starts) and _gap(text, span.end, starts[after]) in placing.lists


def _gap(text: str, start: int, end: int) -> str | None:
    """The words between two names, or nothing where they are far apart."""
    return " ".join(text[start:end].split()).lower() if end - start <= _LONGEST_GAP else None


def held(
    page: Page, found: Sequence[PlaceMention], waiting: Sequence[PlaceMention], placing: Placing
) -> list[PlaceMention]:
    """Of those waiting, those that the text puts into a place that holds a bearer of theirs: "Brenik in Veldania",
    "Veldania's Brenik", "Veldania's Besieged Brenik"."""
    ordered = sorted(found, key=lambda mention: mention.span)
    starts = [mention.span.start for mention in ordered]
    taken: list[PlaceMention] = []
    for mention in waiting:
        after = bisect_left(starts, mention.span.end)
        if after > 0 and _owned(page.report.text, ordered[after - 1], mention, placing):
            taken.append(mention)
            continue
        if after == len(starts) or _gap(page.report.text, mention.span.end, starts[after]) not in placing.holding:
            continue
        wider = ordered[after]
        if (_wide(wider) and _can_lie(mention, wider)) or (_of_villages(wider) and not mention.hits):
            taken.append(mention)
    return taken


def _of_one_land(here: PlaceMention, wider: PlaceMention) -> bool:
    """Whether a bearer of the one name lies in the country of a bearer of the other; else it is a namesake abroad."""
    return not {p.country for p in here.hits}.isdisjoint(p.country for p in wider.hits)


def _of_villages(mention: PlaceMention) -> bool:
    """Whether the text calls a place what has villages in it: "Harsema municipality", "Tavren district"."""
    return mention.feature is not None and mention.feature.holds


def _village_of(here: PlaceMention, following: PlaceMention) -> bool:
    """Whether a name that nobody knows is called a village, and a known one after it a town, to which it belongs."""
    village = here.feature is not None and here.feature.most is not None and not here.hits
    return village and bool(following.hits) and following.feature is not None and following.feature.settled


def _small(mention: PlaceMention) -> bool:
    """Whether the text calls a place a village, a town or a part of a district."""
    return mention.feature is not None and (mention.feature.settled or mention.feature.holds)


def _owned(text: str, wider: PlaceMention, mention: PlaceMention, placing: Placing) -> bool:
    """Whether a wide place with "'s" stands right before a name of which a bearer lies in it; an adjective may part
    the two."""
    if not mention.hits or wider.sentence != mention.sentence or mention.span.start - wider.span.end > _ADJECTIVE:
        return False
    gap = " ".join(text[wider.span.end : mention.span.start].split()).lower()
    owns = gap.partition(" ")[0]
    if owns not in placing.owning or owns in placing.partitive or not _wide(wider):
        return False
    return _can_lie(mention, wider) or _called_its(gap, wider, mention, placing)


_ADJECTIVE = 20
"""Characters that an adjective with "'s" may have."""


def measured(
    page: Page, found: Sequence[PlaceMention], waiting: Sequence[PlaceMention], placing: Placing
) -> list[PlaceMention]:
    """Of those waiting, those after which the text says how far they lie from a known place: "Zhemun, 40 km west of
    Dolvi"."""
    ordered = sorted(
        (m for m in found if m.offset is not None and m.offset.km is not None), key=lambda mention: mention.span
    )
    starts = [mention.span.start for mention in ordered]
    taken: list[PlaceMention] = []
    for mention in waiting:
        after = bisect_left(starts, mention.span.end)
        if after < len(starts) and lies_at(page.report.text, mention, ordered[after], placing):
            taken.append(mention)
    return taken


def lies_at(text: str, here: PlaceMention, away: PlaceMention, placing: Placing) -> bool:
    """Whether the second mention is a distance or direction that says where the first lies."""
    if here.sentence != away.sentence or away.offset is None:
        return False
    gap = " ".join(text[here.span.end : away.span.start].split()).lower()
    if away.offset.km is not None:
        return gap in placing.lying
    words = gap.replace(",", " , ").split()[:-1]
    return any(
        tuple(words[seam:]) in placing.bearings and " ".join(words[:seam]).replace(" ,", ",") in placing.lying
        for seam in range(1, len(words))
    )


def repeated(waiting: Sequence[PlaceMention]) -> list[PlaceMention]:
    """Of those waiting, those that stand more than once after words of place ("in Zhemun", "strikes on Zhemun")."""
    times = Counter(mention.key for mention in waiting if mention.rule.startswith("en/"))
    return [replace(mention, sure=True) for mention in waiting if times[mention.key] > 1]


def heard(waiting: Sequence[PlaceMention], names: Lookup) -> list[PlaceMention]:
    """Of those waiting, those behind a word that stands before places and hardly before people ("in", "near"), which
    sound like a place that a gazetteer writes otherwise: "killed in Maarat al-Zhelin"."""
    return [m for m in waiting if m.rule in HERE and not m.hits and names.alike(m.text)]


def without_namesakes(page: Page, found: Sequence[PlaceMention], placing: Placing) -> list[PlaceMention]:
    """Names of buildings that the text puts into a town bear no town of their own: "the Lipna hospital in Kolm" stands
    in Kolm. Such a name loses its bearers and is nowhere but there."""
    kept: list[PlaceMention] = []
    for number, mention in enumerate(found):
        following = found[number + 1] if number + 1 < len(found) else None
        built = _namesake(page, mention, following, placing) if following is not None else None
        if built is not None:
            mention = replace(mention, hits=(), key=mention.key + _BUILT, feature=built, sure=False)
        kept.append(mention)
    return kept


_BUILT = "\x1f"
"""Ends the key of a building, so that a town of its name elsewhere in the report is another name."""


def _namesake(page: Page, here: PlaceMention, town: PlaceMention, placing: Placing) -> Feature | None:
    """The building word, where it and "in" part the name from a town."""
    if here.sentence != town.sentence or not any(p.kind[0] == "P" for p in town.hits):
        return None
    tokens = page.sentences[here.sentence].tokens
    found = after(tokens, here.last, placing.features)
    if found is None or not found[1].capital or "R." in found[1].kinds or found[0] >= len(tokens):
        return None
    return found[1] if (tokens[found[0]].text,) in placing.at and town.first == found[0] + 1 else None


def apart(found: Sequence[PlaceMention]) -> list[PlaceMention]:
    """Of mentions that overlap, the longer."""
    kept: list[PlaceMention] = []
    for mention in found:
        if kept and kept[-1].span.touches(mention.span):
            if _length(mention.span) > _length(kept[-1].span):
                kept[-1] = mention
            continue
        kept.append(mention)
    return kept


def _length(span: Span) -> int:
    return span.end - span.start


def contained(page: Page, found: Sequence[PlaceMention], placing: Placing) -> list[PlaceMention]:
    """Each mention with the number of the one that the text says holds it: "Dolvi, Orvan", "Sarmin, in the Idlib
    province", "Korvia's Dolvi"."""
    text = page.report.text
    inside: dict[int, int] = {}
    for number in range(len(found) - 1):
        here, following = found[number], found[number + 1]
        if here.sentence != following.sentence:
            continue
        gap = " ".join(text[here.span.end : following.span.start].split()).lower()
        gap = _without_parts(gap, placing)
        within = gap in placing.holding or _after_feature(gap, here, placing)
        lies = _can_lie(here, following) or _stated(gap, following)
        if gap in placing.lists and _enumerated(text, found, number, placing):
            continue
        apart = not _of_one_land(here, following)
        holds = (_wide(following) and lies) or (_of_villages(following) and (apart or (lies and _small(here))))
        holds = holds or _village_of(here, following)
        if (within and holds) or (_quarter(gap, here, placing) and not _of_several(page, here, placing)):
            inside[number] = number + 1
        elif (gap in placing.owning and _owns(here, following)) or _called_its(gap, here, following, placing):
            inside[number + 1] = number
    holders = {wider for held, wider in inside.items() if not _in_a_town(found[held])}
    return [replace(m, inside=inside.get(n), holds=n in holders) for n, m in enumerate(found)]


def _in_a_town(mention: PlaceMention) -> bool:
    """Whether what holds the place is a town and no province of its name: it is a building or a quarter."""
    quarter = mention.feature is not None and mention.feature.rule.endswith("/quarter")
    return quarter or mention.key.endswith(_BUILT)


def _without_parts(gap: str, placing: Placing) -> str:
    """The words between two names less those of a part of the second: "in rural Marn", "in northern Veldania"."""
    words = gap.split()
    while len(words) > 1 and words[-1] in placing.parts:
        words.pop()
    return " ".join(words)


def _enumerated(text: str, found: Sequence[PlaceMention], number: int, placing: Placing) -> bool:
    """Whether a name and the next are two of a list of countries or of provinces ("Marn, Orvan and Teshil") and the
    one does not hold the other: both are borne by places of one rank, and so is the name before or after them."""
    for kind in ("A.PCL", "A.ADM1"):
        if not (_ranked(found[number], kind) and _ranked(found[number + 1], kind)):
            continue
        if kind == "A.PCL" and not _ranked(found[number], "A.ADM1"):
            return True
        neighbours = ((number - 1, number), (number + 1, number + 2))
        for one, other in neighbours:
            if one < 0 or other >= len(found):
                continue
            gap = _gap(text, found[one].span.end, found[other].span.start)
            if gap in placing.lists and _ranked(found[one], kind) and _ranked(found[other], kind):
                return True
    return False


def _ranked(mention: PlaceMention, kind: str) -> bool:
    """Whether a place of the kind has the name for its own."""
    return any(p.kind.startswith(kind) and keys(p.name).full == mention.key for p in mention.hits)


def _after_feature(gap: str, here: PlaceMention, placing: Placing) -> bool:
    """Whether only the name's own feature word and "in" stand between: "Dolvi village in", "Dolvi village, in the"."""
    words = gap.replace(",", " , ").split()
    if not 1 < len(words) <= 6:
        return False
    own = next((n for n in range(len(words), 0, -1) if tuple(words[:n]) in placing.features), None)
    if here.feature is None and (own is None or here.hits):
        return False
    if "," in gap:
        return own is not None and " ".join(words[own:]).replace(" ,", ",") in placing.holding
    return words[-1] in placing.holding or (len(words) > 2 and " ".join(words[-2:]) in placing.holding)


def _quarter(gap: str, here: PlaceMention, placing: Placing) -> bool:
    """Whether a quarter of the next town is named: "the Tavren neighbourhood of Karsk", "the suburb of Zhelin in the
    western part of Karsk", "the Old Bridge district, northern Harsema"."""
    if not _is_quarter(here):
        return False
    words = gap.replace(",", " , ").split()
    if not 0 < len(words) <= _LONGEST_QUARTER:
        return False
    joins = [word for word in words if (word,) not in placing.features and not _of_a_part(word, placing)]
    return bool(joins) and all(word in placing.owning or word in placing.holding for word in joins)


def _of_several(page: Page, here: PlaceMention, placing: Placing) -> bool:
    """Whether several are named in a row ("the neighbourhoods of Zhelin, Tavren and Kesh"), and what follows is the
    next."""
    ahead = feature_before(page.sentences[here.sentence].tokens, here.first, placing)
    return ahead is not None and page.sentences[here.sentence].tokens[ahead[0]].text.lower() in placing.plurals


def _of_a_part(word: str, placing: Placing) -> bool:
    """Whether a word only says which part of a town: "the", "western", "part"."""
    return word in placing.definite or word in placing.parts or word in placing.sections


_LONGEST_QUARTER = 8
"""Words between a quarter and its town."""


def _owns(here: PlaceMention, following: PlaceMention) -> bool:
    """Whether a place with "'s" holds the next: a province or country its towns, a town its quarters."""
    return _can_lie(following, here) if _wide(here) else _is_quarter(following)


def _called_its(gap: str, here: PlaceMention, following: PlaceMention, placing: Placing) -> bool:
    """Whether the text calls the next name a town of a country or province: "Veldania's capital Karsk", "Veldania's
    northern town of Dolvi", "Marn Region's Kolm Township"."""
    owns, *words = gap.split() or [""]
    if owns not in placing.owning or owns in placing.partitive or not _wide(here) or len(words) > _LONGEST_CALL:
        return False
    nouns = [word for word in words if not _of_a_part(word, placing) and word not in placing.partitive]
    if nouns:
        return all((word,) in placing.features for word in nouns)
    return following.feature is not None and following.feature.settled and not _is_quarter(following)


_LONGEST_CALL = 5
"""Words between an owner's "'s" and the name of its town."""


def _is_quarter(mention: PlaceMention) -> bool:
    return mention.feature is not None and mention.feature.rule.endswith(("/quarter", "/district"))


def _stated(gap: str, wider: PlaceMention) -> bool:
    """Whether the text says in words that the one lies in the other, and calls the other a province or a district, or a
    region of which a gazetteer knows that it is a province."""
    if not gap[-1:].isalpha() or wider.feature is None:
        return False
    if wider.feature.holds and wider.hits:
        return True
    if "A.ADM1" not in wider.feature.kinds:
        return False
    return wider.feature.kinds[0] == "A.ADM1" or any(place.kind == "A.ADM1" for place in wider.hits)


def _can_lie(here: PlaceMention, wider: PlaceMention) -> bool:
    """Whether some bearer of the one name lies in some bearer of the other; an unknown place may lie anywhere."""
    if not here.hits:
        return True
    wide = [place for place in wider.hits if place.kind.startswith(_WIDE)]
    return any(
        place.country == one.country and place.id != one.id and (one.kind[2:5] == "PCL" or place.admin1 == one.admin1)
        for place in here.hits
        if not place.kind.startswith("A.PCL")
        for one in wide
    )


def _wide(mention: PlaceMention) -> bool:
    return any(place.kind.startswith(_WIDE) for place in mention.hits)
