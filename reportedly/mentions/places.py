"""A page in, the names of places in it out, each with what the words around it say of its kind and position.

Three witnesses are heard: the parser's entities, the gazetteer, and the words around a name (prepositions, feature
words, a containing place after a comma). A name that only the gazetteer knows waits until the same report uses it as a
place elsewhere. Names inside the names of people and organisations are no places.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from reportedly.gazetteer.keys import keys
from reportedly.lexicon.placing import Feature, Placing
from reportedly.mentions.places_around import Offset
from reportedly.mentions.places_evidence import Reason, judge
from reportedly.mentions.places_lookup import Lookup
from reportedly.mentions.places_names import runs
from reportedly.mentions.places_surroundings import PLACE_LABELS, Surroundings
from reportedly.mentions.places_windows import Window, windows
from reportedly.model.reading import Place
from reportedly.model.text import Page, PassageKind, Sentence, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceMention:
    """Words that name a place.

    ``name`` is what is looked up and ``key`` its folded form; ``hits`` are its bearers. ``feature`` is the feature
    word that says what kind of place is meant. ``near`` is true where the text says that it is close by, ``offset``
    where it says how far. ``bearing`` is that of "northern". ``sure`` is true where words other than the parser's say
    that a place is meant. ``first`` and ``last`` are token numbers of the name.
    """

    span: Span
    text: str
    sentence: int
    rule: str
    name: str
    key: str
    hits: tuple[Place, ...]
    first: int
    last: int
    feature: Feature | None = None
    near: bool = False
    offset: Offset | None = None
    bearing: float | None = None
    sure: bool = False
    locative: bool = True
    inside: int | None = None
    holds: bool = False


def spot(page: Page, names: Lookup, placing: Placing) -> tuple[PlaceMention, ...]:
    """The place names of a page, in text order."""
    surnames = _surnames(page.sentences)
    others = _mostly_others(page.sentences)
    found: list[PlaceMention] = []
    waiting: list[PlaceMention] = []
    for sentence in page.sentences:
        if not sentence.tokens or sentence.passage.kind is PassageKind.BYLINE:
            continue
        surroundings = Surroundings(sentence, placing, surnames, others)
        for run in runs(sentence.tokens, placing):
            for window in windows(sentence, run, names, placing, surroundings):
                reason = judge(window, surroundings)
                if reason is None:
                    continue
                (waiting if reason.waits else found).append(_mention(sentence, window, reason))
    known = {mention.key for mention in found}
    found.extend(mention for mention in waiting if mention.key in known)
    found.extend(_listed(page, found, [mention for mention in waiting if mention.key not in known]))
    found.sort(key=lambda mention: mention.span)
    return tuple(_contained(page, _apart(found)))


def _mention(sentence: Sentence, window: Window, reason: Reason) -> PlaceMention:
    tokens = sentence.tokens
    start = tokens[window.first].start if reason.first is None else tokens[reason.first].start
    span = Span(start, tokens[window.last - 1].end)
    return PlaceMention(
        span=span,
        text=sentence.text[span.start - sentence.span.start : span.end - sentence.span.start],
        sentence=sentence.number,
        rule=reason.rule,
        name=window.name,
        key=keys(window.name).full,
        hits=window.hits,
        first=window.first,
        last=window.last,
        feature=reason.feature or window.feature,
        near=reason.near,
        offset=reason.offset,
        bearing=reason.bearing,
        sure=reason.sure,
        locative=reason.locative,
    )


def _surnames(sentences: Iterable[Sentence]) -> frozenset[str]:
    """The last words of people's names that have more than one word."""
    last: set[str] = set()
    for sentence in sentences:
        tokens = sentence.tokens
        for number, token in enumerate(tokens):
            ends = number + 1 == len(tokens) or tokens[number + 1].entity != "PERSON" or tokens[number + 1].begins
            if token.entity == "PERSON" and not token.begins and ends and token.text[:1].isupper():
                last.add(token.text)
    return frozenset(last)


def _mostly_others(sentences: Iterable[Sentence]) -> frozenset[str]:
    """Single words that the parser takes more often for a person or organisation than for a place."""
    votes: dict[str, int] = {}
    for sentence in sentences:
        tokens = sentence.tokens
        for number, token in enumerate(tokens):
            if not token.begins or (number + 1 < len(tokens) and tokens[number + 1].entity == token.entity):
                continue
            if token.entity in {"PERSON", "ORG", "PRODUCT"}:
                votes[token.text] = votes.get(token.text, 0) + 1
            elif token.entity in PLACE_LABELS:
                votes[token.text] = votes.get(token.text, 0) - 1
    return frozenset(word for word, vote in votes.items() if vote > 0)


_LIST = frozenset({",", "and", ", and", "or", ", or", "&", "to"})


def _listed(page: Page, found: Sequence[PlaceMention], waiting: Sequence[PlaceMention]) -> list[PlaceMention]:
    """Those that stand in a list with a place: "Dolvi, Brenik and Harsema"."""
    text = page.report.text
    starts = {mention.span.start: mention for mention in found}
    ends = {mention.span.end: mention for mention in found}
    taken: list[PlaceMention] = []
    for ordered in (waiting, waiting[::-1]):
        for mention in ordered:
            if mention in taken:
                continue
            left = next((end for end in ends if 0 < mention.span.start - end < 8), None)
            right = next((start for start in starts if 0 < start - mention.span.end < 8), None)
            gaps = [text[left : mention.span.start]] if left is not None else []
            gaps += [text[mention.span.end : right]] if right is not None else []
            if any(gap.strip().lower() in _LIST for gap in gaps):
                taken.append(mention)
                starts[mention.span.start] = mention
                ends[mention.span.end] = mention
    return taken


def _apart(found: Sequence[PlaceMention]) -> list[PlaceMention]:
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


_GAPS = frozenset({",", ", in", ", in the", "in", "in the", "(", ", northern", ", southern", ", eastern", ", western"})
_WIDE = ("A.ADM", "A.PCL", "L.RGN")


def _contained(page: Page, found: Sequence[PlaceMention]) -> list[PlaceMention]:
    """Each mention with the number of the one that the text says holds it: "Dolvi, Orvan", "Sarmin, in the Idlib
    province", "Korvia's Dolvi"."""
    text = page.report.text
    held = list(found)
    for number in range(len(found) - 1):
        here, following = found[number], found[number + 1]
        if here.sentence != following.sentence:
            continue
        gap = " ".join(text[here.span.end : following.span.start].split()).lower()
        if following.feature is None and gap.startswith(","):
            gap = gap if gap in _GAPS else ""
        within = gap in _GAPS or _of_feature(gap, here)
        if (within and _wide(following) and _can_lie(here, following)) or _quarter(gap, here):
            held[number] = replace(here, inside=number + 1)
        elif gap in {"'s", "’s"} and _wide(here) and _can_lie(following, here):
            held[number + 1] = replace(following, inside=number)
    holders = {mention.inside for mention in held if mention.inside is not None}
    return [replace(mention, holds=True) if n in holders else mention for n, mention in enumerate(held)]


def _quarter(gap: str, here: PlaceMention) -> bool:
    """Whether a quarter of the next town is named: "the Tavren neighbourhood of Karsk"."""
    return here.feature is not None and here.feature.rule.endswith("/quarter") and gap.split()[-1:] == ["of"]


def _can_lie(here: PlaceMention, wider: PlaceMention) -> bool:
    """Whether some bearer of the one name lies in some bearer of the other; so does every unknown place."""
    if not here.hits:
        return True
    wide = [place for place in wider.hits if place.kind.startswith(_WIDE)]
    return any(
        place.country == one.country and place.id != one.id and (one.kind[2:5] == "PCL" or place.admin1 == one.admin1)
        for place in here.hits
        if not place.kind.startswith("A.PCL")
        for one in wide
    )


def _of_feature(gap: str, here: PlaceMention) -> bool:
    """Whether only the name's own feature word and "in" stand between: "Dolvi village in"."""
    words = gap.split()
    return bool(here.feature) and 0 < len(words) <= 5 and words[-1] in {"in", "the", "of"} and "," not in words[:-1]


def _wide(mention: PlaceMention) -> bool:
    return any(place.kind.startswith(_WIDE) for place in mention.hits)
