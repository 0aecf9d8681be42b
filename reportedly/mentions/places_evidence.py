"""A window in, the reason to read it as a place out, or nothing."""

from __future__ import annotations

from dataclasses import dataclass

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


def judge(window: Window, around: Surroundings) -> Reason | None:
    """The reason to take the window for a place, with what the words around it say; ``None`` where it is none."""
    rule, sure, waits = _ground(window, around)
    if rule is None:
        return None
    return _described(window, around, rule, sure, waits)


def _ground(window: Window, around: Surroundings) -> tuple[str | None, bool, bool]:
    """The rule that speaks for the window, whether it is sure, whether it waits for another mention."""
    placing, tokens = around.placing, around.tokens
    entity = around.entity_at(window.first, window.last)
    label = entity.label if entity else ""
    is_place = label in PLACE_LABELS
    alone = window.last - window.first == 1
    word = tokens[window.first].text
    if label in _NO_NAME or (_never(window, around) and not (is_place and word[:1].isupper() and not around.shouted)):
        return None, False, False
    if _no_name_at_all(window, around):
        return None, False, False
    whole = entity is None or (window.first <= entity.first and entity.last <= window.last)
    if _in_a_longer_name(window, around, entity):
        return None, False, False
    if alone and (word in around.surnames or word in around.others) and not _preposition(window, around):
        return None, False, False
    if _titled_person(window, around) and label != "GPE":
        return None, False, False
    if _dateline(window, around):
        return "code:dateline", True, False
    feature = feature_before(tokens, window.first, placing)
    if feature is not None and (window.hits or is_place or label == "") and (whole or is_place):
        return feature[1].rule, True, False
    if window.feature is not None and (window.core < window.last or is_place):
        return window.feature.rule, window.core < window.last and bool(window.hits), False
    following = after(tokens, window.last, placing.features)
    if following is not None and window.hits and label not in {"PERSON", "NORP"} and not following[1].capital:
        return following[1].rule, not following[1].own, False
    if is_place:
        return "code:entity", _preposition(window, around) is not None, False
    if not window.hits or label == "NORP":
        return None, False, False
    preposition = _preposition(window, around)
    if not whole:
        if window.core < window.last:
            return str(window.feature and window.feature.rule), True, False
        return ("en/placing/civic", False, False) if _civic(window, around) else (None, False, False)
    if around.shouted or around.titled:
        return ("code:gazetteer", False, True)
    if preposition is not None and label != "PERSON":
        return preposition, True, False
    if _before_container(window, around):
        return "code:container", True, False
    if label != "PERSON" and _great(window):
        return "code:gazetteer", False, False
    return "code:gazetteer", False, True


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
    for table in (around.placing.by, around.placing.at):
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


def _described(window: Window, around: Surroundings, rule: str, sure: bool, waits: bool) -> Reason:
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
        rule=placing.bearing_rule if away else near[1] if near and rule.startswith("code:") else rule,
        sure=sure or away is not None,
        waits=waits,
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
