"""A window in, the reason to read it as a place out, or nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from reportedly.gazetteer.keys import keys
from reportedly.lexicon.placing import Feature
from reportedly.mentions.places_around import Offset, after, before, feature_before, offset, skip_back
from reportedly.mentions.places_exclusions import excluded
from reportedly.mentions.places_names import uncased
from reportedly.mentions.places_signs import (
    aged,
    alone,
    apposed,
    before_container,
    citizen,
    civic,
    dateline,
    governs,
    great,
    local,
    numbered,
    participle,
    preposition,
    speaks,
    state,
    taken,
    whole,
    wide,
    wields,
)
from reportedly.mentions.places_surroundings import PLACE_LABELS, Entity, Surroundings
from reportedly.mentions.places_window import Window
from reportedly.model.text import Token


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
    seat: bool = False
    also: tuple[str, ...] = ()


class Ground(NamedTuple):
    """The rule that speaks for a window, whether it is sure, whether it waits for another mention."""

    rule: str
    sure: bool = False
    waits: bool = False


HERE = frozenset(f"en/placing/{line}" for line in ("at", "at-a-spot", "by", "of-a-place", "struck"))
"""The prepositions that stand before places and hardly before people: "in", "near", "shelling of"."""


def judge(window: Window, around: Surroundings) -> Reason | None:
    """The reason to take the window for a place, with what the words around it say; ``None`` where it is none."""
    if uncased(window.name):
        return _of_script(window, around)
    entity = _entity(window, around)
    if excluded(window, around, entity) or _persons_own(window, around):
        return None
    ground = _of_words(window, around, entity) or _of_parser(window, around, entity)
    if ground is None:
        ground = _of_gazetteer(window, around, entity) if window.hits else _of_nobody(window, around, entity)
    return described(window, around, ground) if ground is not None else None


def _of_script(window: Window, around: Surroundings) -> Reason | None:
    """A name in Arabic or Hebrew script, of which the parser knows nothing: the gazetteer must know it, and a name that
    is not great waits for a preposition or a feature word."""
    if len(window.name) < _SHORTEST_SCRIPT or not window.hits:
        return None
    rule = preposition(window, around)
    ahead = feature_before(around.tokens, window.first, around.placing)
    ground = Ground("code:script", sure=rule is not None or ahead is not None)
    if not ground.sure and not great(window) and not taken(window, around):
        ground = Ground("code:script", waits=True)
    return described(window, around, ground)


_SHORTEST_SCRIPT = 3
"""Letters of a name in a script without vowels."""


def _entity(window: Window, around: Surroundings) -> Entity | None:
    """The parser's entity, less what is known to be another name: "Veldanias Marn" and, after "the towns of", "Dolvi
    Brenik" are no persons."""
    entity = around.entity_at(window.first, window.last)
    if entity is None:
        return None
    if around.flat and entity.first < window.first == around.last_place:
        return Entity(window.first, entity.last, entity.label)
    if entity.label in PLACE_LABELS:
        return entity
    if window.listed or (window.cut and entity.first == window.first):
        return None
    if entity.last == window.last and _only_prepositions(entity.first, window.first, around):
        return None
    return None if window.hits and _owns_quarter(window, entity, around) else entity


def _owns_quarter(window: Window, entity: Entity, around: Surroundings) -> bool:
    """Whether a name of a person is that of a town, of a part of it and an "'s" between: "in Brenik's Zhelin area"."""
    tokens, last = around.tokens, window.last
    if entity.first != window.first or not last < entity.last or tokens[last].tag != "POS":
        return False
    return after(tokens, entity.last, around.placing.features) is not None and preposition(window, around) is not None


def _only_prepositions(first: int, last: int, around: Surroundings) -> bool:
    """Whether a name of a person begins with words of place: "Near Brenik, ..." at the head of a sentence or, behind
    dashes, of an item of a list."""
    words = [(token.text.lower(),) for token in around.tokens[first:last] if token.pos != "PUNCT"]
    return bool(words) and all(word in around.placing.by or word in around.placing.at for word in words)


def _of_words(window: Window, around: Surroundings, entity: Entity | None) -> Ground | None:
    """What feature words and the place in the report say: "the town of Dolvi", "Orvan province", a dateline."""
    if numbered(window):
        return Ground("en/placing/numbered")
    if dateline(window, around):
        return Ground("code:dateline", sure=True)
    is_place = entity is not None and entity.label in PLACE_LABELS
    complete = is_place or whole(window, entity)
    feature = feature_before(around.tokens, window.run.first if window.listed else window.first, around.placing)
    behind = after(around.tokens, window.last, around.placing.features)
    if feature is not None and feature[1].rule in _QUARTERS and behind is not None and behind[1].settled:
        feature = behind  # "a neighbourhood of Dolvi town"
    if feature is not None and (complete or _opens(window, around, entity)):
        known = bool(window.hits) or is_place or entity is None
        if known or feature[1].settled or feature[1].near:
            return Ground(feature[1].rule, sure=True)
    if window.feature is not None and (window.core < window.last or is_place):
        return Ground(window.feature.rule, sure=window.core < window.last and bool(window.hits))
    if window.feature is not None and window.feature.own and window.hits and complete:
        return Ground(window.feature.rule)
    if complete and window.hits and (called := apposed(window, around)) is not None:
        return Ground(called, sure=True)
    following = after(around.tokens, window.last, around.placing.features)
    known = bool(window.hits) or (following is not None and (following[1].settled or following[1].near))
    if following is not None and known and complete and not following[1].capital:
        return Ground(following[1].rule, sure=not following[1].own)
    return None


def _opens(window: Window, around: Surroundings, entity: Entity | None) -> bool:
    """Whether a name opens an entity that the parser drew too long: a known one ("the province of [Marn the Monitoring
    Centre] said"), or one before a bracket ("the village of [Lipna (Marn] province)")."""
    if entity is None or entity.first != window.first:
        return False
    bracket = window.last < len(around.tokens) and around.tokens[window.last].text == "("
    return bracket or (bool(window.hits) and window.last < window.run.last)


def _of_parser(window: Window, around: Surroundings, entity: Entity | None) -> Ground | None:
    """What the parser's entities say, unless they speak of a person elsewhere in the report."""
    if entity is None or entity.label not in PLACE_LABELS:
        return None
    rule = preposition(window, around)
    if not local(window) and _of_a_person(window, around, rule):
        return None
    return Ground("code:entity", sure=rule is not None)


def _of_a_person(window: Window, around: Surroundings, rule: str | None) -> bool:
    """Whether the report uses the name for a person or a body, and no preposition says otherwise."""
    return rule is None and (window.name in around.names or (alone(window) and window.name in around.others))


def _persons_own(window: Window, around: Surroundings) -> bool:
    """Whether the name is that of a person of the report, to whom something belongs: "in Brenik's car"."""
    if local(window) or around.tokens[window.last - 1].dep != "poss":
        return False
    return window.name in around.names or (alone(window) and window.name in around.surnames)


def _of_gazetteer(window: Window, around: Surroundings, entity: Entity | None) -> Ground | None:
    """What a known name and its neighbours say where the parser saw no place."""
    if not whole(window, entity):
        if window.core < window.last:
            return Ground(str(window.feature and window.feature.rule), sure=True)
        return Ground("en/placing/civic") if civic(window, around) else None
    away = offset(around.tokens, window.first, around.placing)
    if away is not None:
        return Ground(away.rule, sure=True)
    if window.last > window.first and around.follows_place(window.first) and wide(window):
        return Ground("code:container", sure=True)
    if taken(window, around):
        return Ground("en/placing/taken")
    person = (entity is not None and entity.label == "PERSON") or (alone(window) and window.name in around.people)
    if local(window):
        return _of_own_gazetteer(window, around, person)
    if around.shouted or around.titled:
        return Ground("code:gazetteer", waits=True)
    rule = preposition(window, around)
    if rule is not None and (not person or rule in HERE):
        return Ground(rule, sure=not person)
    if before_container(window, around):
        return Ground("code:container", sure=True)
    if not person and (citizen(window, around) or aged(window, around)):
        return Ground("en/placing/citizen")
    person = person or (speaks(window, around) is not None and governs(window, around) is None and not state(window))
    return Ground("code:gazetteer", waits=person or not great(window))


def _of_own_gazetteer(window: Window, around: Surroundings, person: bool) -> Ground:
    """A name of a gazetteer that the user has added is a place nearly always: it waits only where it ends a person's
    name elsewhere, or speaks."""
    rule = preposition(window, around)
    if rule is not None and (not person or rule in HERE):
        return Ground(rule, sure=not person)
    surname = alone(window) and window.name in around.surnames
    return Ground(
        "code:gazetteer", waits=surname or (person and speaks(window, around) is not None and not wide(window))
    )


def _of_nobody(window: Window, around: Surroundings, entity: Entity | None) -> Ground | None:
    """A name that nobody knows: it stands where places stand, and the report must say where it lies."""
    if not whole(window, entity) or (entity is not None and entity.label not in {"PERSON", "FAC"}):
        return None
    tokens, last = around.tokens, window.last
    if last < len(tokens) and tokens[last].pos in _GOES_ON:
        return None
    if window.first > 0 and tokens[window.first - 1].text.lower() in around.placing.leading:
        return None
    rule = preposition(window, around)
    if rule == "en/placing/at-a-spot" or any(token.text.endswith(".") for token in tokens[window.first : last]):
        return None
    if rule == "en/placing/by" and not (alone(window) and window.name in around.surnames):
        return Ground(rule)
    return Ground(rule or "code:container", waits=True)


_GOES_ON = frozenset({"NOUN", "NUM", "PART"})
"""What follows a name that is none of a place: "Block 8", "Carter's"."""


_QUARTERS = frozenset({"en/placing/quarter", "en/placing/district"})
"""The rules of words for parts of towns."""


def _land(window: Window, feature: Feature) -> bool:
    """Whether a name before "village" is that of a country, in which the village lies ("a Veldania village"): no
    capital of the country bears it as well ("Karsk city")."""
    own = any(p.kind.startswith("A.PCL") and keys(p.name).full == keys(window.name).full for p in window.hits)
    return feature.settled and own and not any(p.kind == _CAPITAL for p in window.hits)


_CAPITAL = "P.PPLC"


def _of_another(tokens: Sequence[Token], called: tuple[int, Feature]) -> bool:
    """Whether the word for a district or province is another name's: "the Zhelin district of Karsk"."""
    first, feature = called
    return feature.precision is not None and first > 0 and tokens[first - 1].pos == "PROPN"


def described(window: Window, around: Surroundings, ground: Ground) -> Reason:
    """The reason with feature, nearness, distance and direction."""
    tokens, placing = around.tokens, around.placing
    following = after(tokens, window.last, placing.features)
    start, bearing, _ = skip_back(tokens, window.first, placing)
    preceding = feature_before(tokens, window.first, placing)
    feature = window.feature
    if feature is None and following is not None and (window.hits or following[1].settled):
        street = following[1].rule.endswith("/street")
        feature = following[1] if street or not (following[1].capital or _land(window, following[1])) else None
    if feature is None and preceding is not None and not _of_another(around.tokens, preceding):
        feature = preceding[1]
    begin = preceding[0] if preceding is not None else start
    begin, _, _ = skip_back(tokens, begin, placing)
    away = offset(tokens, begin, placing) or offset(tokens, window.first, placing)
    near = before(tokens, begin, placing.by)
    bound = (participle(window, around),)
    led, seat = placing.led.get(bound), placing.based.get(bound)
    spoken = governs(window, around) or wields(window, around)
    also = led or seat or spoken
    return Reason(
        rule=away.rule if away else near[1] if near and ground.rule.startswith("code:") else ground.rule,
        sure=ground.sure or away is not None,
        waits=ground.waits,
        feature=feature,
        near=near is not None or (feature is not None and feature.near),
        offset=away,
        bearing=bearing,
        first=away.first if away is not None and away.km is not None else None,
        locative=also is None,
        seat=seat is not None,
        also=(also,) if also else (),
    )
