"""A page in, the names of places in it out, each with what the words around it say of its kind and position.

Three witnesses are heard: the parser's entities, the gazetteer, and the words around a name (prepositions, feature
words, a containing place after a comma). A name that only the gazetteer knows waits until the same report uses it as a
place elsewhere. Names inside the names of people and organisations are no places.
"""

from __future__ import annotations

from collections.abc import Iterable

from reportedly.gazetteer.keys import keys
from reportedly.lexicon.placing import Placing
from reportedly.mentions.places_evidence import Reason, judge
from reportedly.mentions.places_lookup import Lookup
from reportedly.mentions.places_mention import PlaceMention
from reportedly.mentions.places_names import runs
from reportedly.mentions.places_relations import apart, contained, held, listed
from reportedly.mentions.places_surroundings import PLACE_LABELS, Surroundings
from reportedly.mentions.places_windows import Window, windows
from reportedly.model.text import Page, PassageKind, Sentence, Span

_PEOPLE = frozenset({"PERSON"})
_OTHERS = frozenset({"PERSON", "ORG", "PRODUCT"})


def spot(page: Page, names: Lookup, placing: Placing) -> tuple[PlaceMention, ...]:
    """The place names of a page, in text order."""
    surnames = _surnames(page.sentences)
    people = surnames | _mostly(_PEOPLE, page.sentences)
    others = people | _mostly(_OTHERS, page.sentences)
    found: list[PlaceMention] = []
    waiting: list[PlaceMention] = []
    for sentence in page.sentences:
        if not sentence.tokens or sentence.passage.kind is PassageKind.BYLINE:
            continue
        surroundings = Surroundings(sentence, placing, surnames=surnames, people=people, others=others)
        for run in runs(sentence.tokens, placing):
            for window in windows(sentence, run, names, placing, surroundings):
                reason = judge(window, surroundings)
                if reason is None:
                    continue
                (waiting if reason.waits else found).append(_mention(sentence, window, reason))
                surroundings.last_place = window.last
    known = {mention.key for mention in found}
    certain = {mention.key for mention in found if mention.sure and mention.text not in surnames}
    found.extend(m for m in waiting if m.key in certain or (m.key in known and m.text not in people))
    found.extend(held(page, found, [mention for mention in waiting if mention.key not in known], placing))
    known |= {mention.key for mention in found}
    found.extend(listed(page, found, [mention for mention in waiting if mention.key not in known], placing))
    found.sort(key=lambda mention: mention.span)
    return tuple(contained(page, apart(found), placing))


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


def _mostly(labels: frozenset[str], sentences: Iterable[Sentence]) -> frozenset[str]:
    """Single words to which the parser gives one of the labels more often than that of a place."""
    votes: dict[str, int] = {}
    for sentence in sentences:
        tokens = sentence.tokens
        for number, token in enumerate(tokens):
            if not token.begins or (number + 1 < len(tokens) and tokens[number + 1].entity == token.entity):
                continue
            if token.entity in labels:
                votes[token.text] = votes.get(token.text, 0) + 1
            elif token.entity in PLACE_LABELS:
                votes[token.text] = votes.get(token.text, 0) - 1
    return frozenset(word for word, vote in votes.items() if vote > 0)
