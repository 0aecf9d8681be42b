"""A window in, the reason to read it as a place out, or nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from reportedly.gazetteer.keys import keys
from reportedly.lexicon.placing import Feature
from reportedly.mentions.places_around import Offset, after, before, feature_before, offset, skip_back
from reportedly.mentions.places_surroundings import PLACE_LABELS, Entity, Surroundings
from reportedly.mentions.places_windows import Window
from reportedly.model.text import PassageKind

_NO_NAME = frozenset({"DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL", "CARDINAL", "LANGUAGE"})
GREAT = 300_000
"""People in a town that is taken for a place although nothing but its name speaks for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Why a window is a place. ``waits`` is true where the reason suffices only if the report uses the name as a place
    elsewhere; ``first`` is the token with which the phrase begins where it is longer than the name."""

    rule: str
    sure: bool = False
    waits: bool = False
    feature: Feature | None = None
    near: bool = False
    offset: Offset | None = None
    bearing: float | None = None
    first: int | None = None
    locative: bool = True


class Ground(NamedTuple):
    """The rule that speaks for a window, whether it is sure, whether it waits for another mention."""

    rule: str
    sure: bool = False
    waits: bool = False


def judge(window: Window, around: Surroundings) -> Reason | None:
    """The reason to take the window for a place, with what the words around it say; ``None`` where it is none."""
    entity = around.entity_at(window.first, window.last)
    if _excluded(window, around, entity):
        return None
    ground = _of_words(window, around, entity) or _of_parser(window, around, entity)
    if ground is None:
        ground = _of_gazetteer(window, around, entity) if window.hits else None
    return _described(window, around, ground) if ground is not None else None


def _excluded(window: Window, around: Surroundings, entity: Entity | None) -> bool:
    """Whether the words cannot be the name of a place here, whatever else speaks for them."""
    label = entity.label if entity else ""
    said = label in PLACE_LABELS and window.name[:1].isupper() and not around.shouted
    if _never(window, around) and not said:
        return True
    if (label in _NO_NAME or label == "NORP") and not _mistaken(window, around, entity):
        return True
    if _no_name_at_all(window, around) or _in_a_longer_name(window, around, entity):
        return True
    return label != "GPE" and _titled_person(window, around)


def _mistaken(window: Window, around: Surroundings, entity: Entity | None) -> bool:
    """Whether the parser's "date" or "people" may be a town that it does not know: the whole entity is one word that
    the gazetteer does know, and it is used as a noun or before a feature word."""
    if entity is None or not window.hits or not window.first <= entity.first <= entity.last <= window.last:
        return False
    token = around.tokens[entity.last - 1]
    return token.pos == "PROPN" or after(around.tokens, window.last, around.placing.features) is not None


def _of_words(window: Window, around: Surroundings, entity: Entity | None) -> Ground | None:
    """What feature words and the place in the report say: "the town of Dolvi", "Orvan province", a dateline."""
    if _dateline(window, around):
        return Ground("code:dateline", sure=True)
    is_place = entity is not None and entity.label in PLACE_LABELS
    whole = is_place or _whole(window, entity)
    feature = feature_before(around.tokens, window.first, around.placing)
    if feature is not None and whole and (window.hits or is_place or entity is None or feature[1].settled):
        return Ground(feature[1].rule, sure=True)
    if window.feature is not None and (window.core < window.last or is_place):
        return Ground(window.feature.rule, sure=window.core < window.last and bool(window.hits))
    if window.feature is not None and window.feature.own and window.hits and whole:
        return Ground(window.feature.rule)
    following = after(around.tokens, window.last, around.placing.features)
    known = bool(window.hits) or (following is not None and (following[1].settled or following[1].near))
    if following is not None and known and whole and not following[1].capital:
        return Ground(following[1].rule, sure=not following[1].own)
    return None


def _of_parser(window: Window, around: Surroundings, entity: Entity | None) -> Ground | None:
    """What the parser's entities say, unless they speak of a person elsewhere in the report."""
    if entity is None or entity.label not in PLACE_LABELS:
        return None
    preposition = _preposition(window, around)
    if preposition is None and _alone(window) and window.name in around.others:
        return None
    return Ground("code:entity", sure=preposition is not None)


def _of_gazetteer(window: Window, around: Surroundings, entity: Entity | None) -> Ground | None:
    """What a known name and its neighbours say where the parser saw no place."""
    if not _whole(window, entity):
        if window.core < window.last:
            return Ground(str(window.feature and window.feature.rule), sure=True)
        return Ground("en/placing/civic") if _civic(window, around) else None
    if offset(around.tokens, window.first, around.placing) is not None:
        return Ground(around.placing.bearing_rule, sure=True)
    if window.last > window.first and around.follows_place(window.first) and _wide(window):
        return Ground("code:container", sure=True)
    if _taken(window, around):
        return Ground("en/placing/taken")
    if around.shouted or around.titled:
        return Ground("code:gazetteer", waits=True)
    person = (entity is not None and entity.label == "PERSON") or (_alone(window) and window.name in around.people)
    preposition = _preposition(window, around)
    if preposition is not None and (not person or preposition in _HERE):
        return Ground(preposition, sure=not person)
    if _before_container(window, around):
        return Ground("code:container", sure=True)
    return Ground("code:gazetteer", waits=person or not _great(window))


_HERE = frozenset({"en/placing/at", "en/placing/by"})
"""The prepositions that stand before places and hardly before people: "in", "near"."""


def _whole(window: Window, entity: Entity | None) -> bool:
    return entity is None or (window.first <= entity.first and entity.last <= window.last)


def _alone(window: Window) -> bool:
    return window.last - window.first == 1


def _taken(window: Window, around: Surroundings) -> bool:
    """Whether the name is what is shelled, stormed or retaken."""
    token = around.tokens[window.last - 1]
    head = around.tokens[token.head]
    return token.dep in {"dobj", "nsubjpass"} and head.lemma.lower() in around.placing.taking


def _wide(window: Window) -> bool:
    return any(place.kind.startswith("A.") for place in window.hits)


def _no_name_at_all(window: Window, around: Surroundings) -> bool:
    """Whether a single word cannot be a name here: a direction, a common word that opens a sentence, letters that the
    gazetteer does not know."""
    if window.last - window.first > 1:
        return False
    token = around.tokens[window.first]
    word = token.text.lower()
    if word in around.placing.parts or word in around.placing.parties or (word,) in around.placing.features:
        return True
    if token.entity in PLACE_LABELS:
        return token.text.isupper() and len(token.text) <= 5 and not window.hits and not around.shouted
    return token.pos not in {"PROPN", "NOUN", "ADJ", "X"} or (
        token.pos != "PROPN" and window.first == window.run.first == 0
    )


def _never(window: Window, around: Surroundings) -> bool:
    """Whether the words are no name of a place by themselves."""
    if window.feature is not None and window.last - window.first > 1:
        return False
    name = window.name
    folded = name.lower()
    if folded in around.placing.never and not (name.isupper() and len(name) <= 4 and _country(window)):
        return True
    if folded in around.placing.titles or folded in around.placing.parts:
        return True
    return len(name) <= 4 and _country(window) and not name.isupper() and name.replace(".", "").lower() in {"us", "car"}


def _country(window: Window) -> bool:
    return bool(window.hits) and window.hits[0].kind.startswith("A.")


def _great(window: Window) -> bool:
    top = window.hits[0]
    return top.kind.startswith("A.") or top.population >= GREAT or top.id.startswith("places/")


def _in_a_longer_name(window: Window, around: Surroundings, entity: Entity | None) -> bool:
    """Whether the window is a part of a person's or organisation's name: the words beside it in its run say so."""
    tokens, placing = around.tokens, around.placing
    is_place = entity is not None and entity.label in PLACE_LABELS
    if window.first > window.run.first and not around.titled and not around.shouted:
        previous = tokens[window.first - 1]
        word = previous.text.lower()
        linked = previous.pos == "PROPN" and word not in placing.parts and (word,) not in placing.at
        linked = linked and (word,) not in placing.by and word not in placing.leading
        if linked and not is_place and previous.entity not in {"NORP", *PLACE_LABELS} and previous.text[0].isalpha():
            return True
        if previous.text == "of" and not is_place:
            return True
    if window.last < len(tokens) and window.last < window.run.last:
        following = tokens[window.last].text.lower()
        if is_place and _by_another_name(window) and tokens[window.last].pos in {"PROPN", "NOUN"}:
            return following not in placing.civic and (following,) not in placing.features
        if following in placing.organisations and tokens[window.last].text[0].isupper():
            return True
        if not is_place and following not in placing.civic and tokens[window.last].pos == "PROPN":
            return tokens[window.last].text[0].isalpha() and not around.titled and not around.shouted
    return False


def _by_another_name(window: Window) -> bool:
    """Whether all bearers are towns printed under other names: such a name needs more witnesses."""
    folded = keys(window.name)
    return bool(window.hits) and all(p.kind[0] == "P" and keys(p.name).bare != folded.bare for p in window.hits)


def _titled_person(window: Window, around: Surroundings) -> bool:
    if window.first == 0:
        return False
    return around.tokens[window.first - 1].text.lower().rstrip(".") in around.placing.titles


def _preposition(window: Window, around: Surroundings) -> str | None:
    """The rule of the preposition that stands before the name and its adjectives."""
    start, _, _ = skip_back(around.tokens, window.first, around.placing)
    for table in (around.placing.by, around.placing.at, around.placing.to):
        found = before(around.tokens, start, table)
        if found is not None:
            return found[1]
    return None


def _civic(window: Window, around: Surroundings) -> bool:
    """Whether an institution or a person of the town is named: "Dolvi police", "Dolvi High School"."""
    if window.last >= len(around.tokens):
        return False
    entity = around.entity_at(window.first, window.last)
    at_start = entity is None or entity.first == window.first
    return at_start and around.tokens[window.last].text.lower() in around.placing.civic


def _before_container(window: Window, around: Surroundings) -> bool:
    """Whether a comma and a wider place follow, as the parser sees it."""
    tokens = around.tokens
    if window.last + 1 >= len(tokens) or tokens[window.last].text != ",":
        return False
    return tokens[window.last + 1].entity == "GPE" and window.last + 1 < len(tokens)


def _dateline(window: Window, around: Surroundings) -> bool:
    """Whether the name opens a report: "DOLVI, Veldania (VELTA) -"."""
    if around.sentence.passage.kind is PassageKind.DATELINE:
        return bool(window.hits)
    if window.first != 0 or not window.hits or not window.name.isupper() or len(window.name) < 4:
        return False
    return any(token.text in {"—", "–", "-", "--", "("} for token in around.tokens[window.last : window.last + 6])


def _described(window: Window, around: Surroundings, ground: Ground) -> Reason:
    """The reason with feature, nearness, distance and direction."""
    tokens, placing = around.tokens, around.placing
    following = after(tokens, window.last, placing.features)
    start, bearing, _ = skip_back(tokens, window.first, placing)
    preceding = feature_before(tokens, window.first, placing)
    feature = window.feature
    if feature is None and following is not None and window.hits and not following[1].capital:
        feature = following[1]
    if feature is None and preceding is not None:
        feature = preceding[1]
    begin = preceding[0] if preceding is not None else start
    begin, _, _ = skip_back(tokens, begin, placing)
    away = offset(tokens, begin, placing) or offset(tokens, window.first, placing)
    near = before(tokens, begin, placing.by)
    return Reason(
        rule=placing.bearing_rule if away else near[1] if near and ground.rule.startswith("code:") else ground.rule,
        sure=ground.sure or away is not None,
        waits=ground.waits,
        feature=feature,
        near=near is not None or (feature is not None and feature.near),
        offset=away,
        bearing=bearing,
        first=away.first if away is not None and away.km is not None else None,
        locative=not _speaks(window, around),
    )


def _speaks(window: Window, around: Surroundings) -> bool:
    """Whether the name stands for a government: the subject of a verb of speech or decision."""
    if not window.hits or not window.hits[0].kind.startswith(("A.PCL", "P.PPLC")):
        return False
    token = around.tokens[window.last - 1]
    if token.dep not in {"nsubj"} or token.head == window.last - 1:
        return False
    head = around.tokens[token.head]
    return head.pos in {"VERB", "AUX"} and head.lemma.lower() in around.placing.speech
