"""A sentence in, the things counted in it out: air strikes, sorties, shells, tanks, villages, square kilometres."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from reportedly.lexicon.counting import Kind
from reportedly.lexicon.measures import Frame
from reportedly.mentions.counts_fates import Cue
from reportedly.readings.how_many_moods import Mood, mood
from reportedly.readings.how_many_scene import Phrase, Scene
from reportedly.readings.how_many_words import Reading

_BURNS = "destroying"
"""The line of the acts that ruin things, among which is burning."""
_SETTING, _FIRE = "setting", "on-fire"
"""The lines of the verbs and of the words for flames that together set a thing on fire."""


def things(scene: Scene, ties: dict[int, Phrase]) -> Iterator[Reading]:
    """The things of a sentence that carry a number, or to which an act happened that the vocabulary asks for."""
    for cue in scene.cues:
        if cue.fate.frame is not Frame.THING or cue.measure is None:
            continue
        some = _some(scene, cue)
        act = _act(scene, cue, cue.token if some is None else some.head)
        phrase = ties.get(cue.token) if some is None else replace(some, noun=cue.token, stop=cue.token + 1)
        if phrase is None and act is not None and cue.fate.single:
            phrase = _single(scene, cue)
        if phrase is None or (phrase.number is not None and (phrase.number.none or _is_size(scene, phrase))):
            continue
        if cue.fate.under and act is None and not (cue.fate.counted and not phrase.vague):
            continue
        event = act if act is not None else cue.token
        if mood(scene, event) is Mood.TOLD:
            yield Reading(phrase=phrase, cue=cue, measure=cue.measure, event=event, rules=cue.rules)


def _some(scene: Scene, cue: Cue) -> Phrase | None:
    """The number of some of the things: "EIGHTEEN of the 23 drones were shot down"."""
    tokens = scene.sentence.tokens
    preposition = tokens[cue.token].head
    if tokens[cue.token].dep != "pobj" or not scene.has(Kind.OF, preposition):
        return None
    number = scene.numbered.get(tokens[preposition].head)
    phrase = scene.phrases[number.first] if number is not None and number.stop == preposition else None
    return phrase if phrase is not None and phrase.noun is None else None


def _act(scene: Scene, cue: Cue, noun: int) -> int | None:
    """The verb that says what happened to the thing: it, or the number of some of it, is its object, its passive
    subject, or a participle of it."""
    tokens = scene.sentence.tokens
    wanted = frozenset(word for act in cue.fate.under for word in scene.fates.acts[act])
    noun = _first_of_list(scene, noun)
    dep, above = tokens[noun].dep, tokens[noun].head
    if dep in ("dobj", "nsubjpass", "pobj") and scene.lower[above] in wanted:
        return above
    if dep == "nsubj" and scene.lower[above] in wanted and not _has_object(scene, above):
        return above
    for child in scene.sentence.children[cue.token]:
        if scene.lower[child] in wanted and tokens[child].tag in ("VBN", "VBD", "JJ"):
            return child
    if dep == "pobj" and scene.has(Kind.OF, above) and scene.lower[tokens[above].head] in wanted:
        return tokens[above].head
    return _lit(scene, noun) if _BURNS in cue.fate.under else None


def _lit(scene: Scene, noun: int) -> int | None:
    """The verb that sets the thing on fire: "SET fire to 45 houses", "45 houses were SET ablaze"."""
    tokens = scene.sentence.tokens
    above = tokens[noun].head
    verb = tokens[above].head if tokens[noun].dep == "pobj" else above
    if scene.lower[verb] not in scene.fates.acts[_SETTING] or tokens[noun].dep not in ("dobj", "nsubjpass", "pobj"):
        return None
    below = scene.sentence.children[verb]
    near = (*below, *(n for c in below if tokens[c].dep == "prep" for n in scene.sentence.children[c]))
    return verb if any(scene.lower[n] in scene.fates.acts[_FIRE] for n in near) else None


def _first_of_list(scene: Scene, noun: int) -> int:
    """The first of the nouns joined to this one, whose verb they share."""
    tokens = scene.sentence.tokens
    while tokens[noun].dep == "conj" and tokens[tokens[noun].head].pos in ("NOUN", "PROPN"):
        noun = tokens[noun].head
    return noun


def _has_object(scene: Scene, verb: int) -> bool:
    return any(scene.sentence.tokens[c].dep == "dobj" for c in scene.sentence.children[verb])


def _is_size(scene: Scene, phrase: Phrase) -> bool:
    return phrase.number is not None and phrase.number.vague == scene.counting.addresses[Kind.SIZE]


def _single(scene: Scene, cue: Cue) -> Phrase | None:
    """One thing by its article: "shot down a helicopter"."""
    if cue.fate.plural:
        return None
    for at in range(cue.token - 1, max(-1, cue.token - 6), -1):
        if scene.has(Kind.SINGLE, at) and scene.sentence.tokens[at].head >= cue.token:
            return Phrase(
                first=at,
                stop=cue.token + 1,
                noun=cue.token,
                low=1,
                best=1,
                high=1,
                rules=(scene.counting.addresses[Kind.SINGLE],),
                one=True,
            )
        if scene.sentence.tokens[at].pos not in ("ADJ", "NOUN", "PROPN"):
            return None
    return None
