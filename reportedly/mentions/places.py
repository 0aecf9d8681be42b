"""A page in, the names of places in it out, each with what the words around it say of its kind and position.

Three witnesses are heard: the parser's entities, the gazetteer, and the words around a name (prepositions, feature
words, a containing place after a comma). A name that only the gazetteer knows waits until the same report uses it as a
place elsewhere. Names inside the names of people and organisations are no places.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from reportedly.gazetteer.keys import keys
from reportedly.lexicon.placing import Placing
from reportedly.mentions.places_echoes import echoes
from reportedly.mentions.places_evidence import Reason, judge
from reportedly.mentions.places_headed import headed
from reportedly.mentions.places_lookup import Lookup
from reportedly.mentions.places_mention import PlaceMention
from reportedly.mentions.places_names import runs
from reportedly.mentions.places_people import forenames, people_of
from reportedly.mentions.places_relations import (
    apart,
    contained,
    heard,
    held,
    listed,
    measured,
    repeated,
    without_namesakes,
)
from reportedly.mentions.places_shared import shared
from reportedly.mentions.places_surroundings import PLACE_LABELS, Surroundings
from reportedly.mentions.places_window import Window
from reportedly.mentions.places_windows import windows
from reportedly.model.text import Page, PassageKind, Sentence, Span

_PEOPLE = frozenset({"PERSON"})
_OTHERS = frozenset({"PERSON", "ORG", "PRODUCT"})


def spot(page: Page, names: Lookup, placing: Placing) -> tuple[PlaceMention, ...]:
    """The place names of a page, in text order."""
    scenes = _scenes(page, placing)
    found: list[PlaceMention] = []
    waiting: list[PlaceMention] = []
    for scene in scenes:
        for run in runs(scene.tokens, placing):
            for window in windows(scene.sentence, run, names, placing, scene):
                reason = judge(window, scene)
                if reason is None:
                    continue
                (waiting if reason.waits else found).append(_mention(scene.sentence, window, reason))
                scene.last_place = window.last
    return _settled(page, found, waiting, scenes, names, placing)


def _settled(
    page: Page,
    found: list[PlaceMention],
    waiting: list[PlaceMention],
    scenes: Sequence[Surroundings],
    names: Lookup,
    placing: Placing,
) -> tuple[PlaceMention, ...]:
    """The mentions found, and those for which the rest of the report speaks."""
    surnames = scenes[0].surnames if scenes else frozenset()
    people = scenes[0].people if scenes else frozenset()
    known = {mention.key for mention in found}
    certain = {mention.key for mention in found if mention.sure and mention.text not in surnames}
    found.extend(m for m in waiting if m.key in certain or (m.key in known and m.text not in people))
    found.extend(held(page, found, [mention for mention in waiting if mention.key not in known], placing))
    found.extend(measured(page, found, [mention for mention in waiting if not mention.hits], placing))
    found.extend(repeated([mention for mention in waiting if not mention.hits]))
    known |= {mention.key for mention in found}
    found.extend(heard([mention for mention in waiting if mention.key not in known], names))
    known |= {mention.key for mention in found}
    found.extend(listed(page, found, [mention for mention in waiting if mention.key not in known], placing))
    found.extend(_mention(scene.sentence, window, reason) for scene, window, reason in echoes(found, scenes, names))
    found.sort(key=lambda mention: mention.span)
    single = without_namesakes(page, apart(found), placing)
    return tuple(headed(page, contained(page, shared(page, single, placing), placing), placing))


def _scenes(page: Page, placing: Placing) -> tuple[Surroundings, ...]:
    """The parsed sentences with what the whole report says of its people, outlets and spelling."""
    named = people_of(page.sentences, placing)
    people = named.surnames | forenames(page.sentences) | _mostly(_PEOPLE, page.sentences)
    others = people | _mostly(_OTHERS, page.sentences)
    credits = _credits(page)
    abbreviated = _abbreviations(page.report.text)
    flat = not any(mark in page.report.text for mark in ("'s ", "’s "))
    return tuple(
        Surroundings(
            sentence,
            placing,
            surnames=named.surnames,
            names=named.names,
            people=people,
            others=others,
            credits=credits,
            abbreviated=abbreviated,
            flat=flat,
        )
        for sentence in page.sentences
        if sentence.tokens and sentence.passage.kind is not PassageKind.BYLINE
    )


def _credits(page: Page) -> frozenset[str]:
    """The outlet of the report and the agencies that its datelines name in brackets: "KARSK, May 7 (Northwire) -"."""
    datelines = (s.text for s in page.sentences if s.passage.kind is PassageKind.DATELINE)
    named = [name for line in datelines for name in _BRACKETED.findall(line)]
    return frozenset(named if page.report.outlet is None else [page.report.outlet, *named])


def _abbreviations(text: str) -> frozenset[str]:
    """The short names that brackets behind a long one give: "the Brenik Union of Printers (Bup)". Its letters are the
    first ones of the words."""
    return frozenset(
        short
        for name, short in _GLOSSED.findall(text)
        if not Counter(short.lower()) - Counter(word[0].lower() for word in name.split())
    )


_GLOSSED = re.compile(r"((?:[A-Z][\w.'’-]*\s+(?:(?:of|for|the|and|de|la|del)\s+)*){1,7})[(\[]([A-Z][A-Za-z]{1,6})[)\]]")
_BRACKETED = re.compile(r"\(([^()]+)\)")


def _mention(sentence: Sentence, window: Window, reason: Reason) -> PlaceMention:
    tokens = sentence.tokens
    start = tokens[window.first].start if reason.first is None else tokens[reason.first].start
    span = Span(start, tokens[window.last - 1].end - window.cut)
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
        seat=reason.seat,
        also=reason.also,
    )


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
