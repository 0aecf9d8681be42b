"""A sentence and what is counted in it in, the same out with those marked or added who died by their own hand.

"He killed three people and himself" counts three, and beside them the doer; "before turning the gun on himself" counts
the doer alone. Such a reading carries the line of "himself" in its rules: one of the dead, and none of the victims.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportedly.lexicon.counting import Kind
from reportedly.lexicon.measures import Frame
from reportedly.mentions.counts_fates import Cue
from reportedly.model.words import Measure
from reportedly.readings.how_many_clauses import OBJECTS, children
from reportedly.readings.how_many_moods import Mood, mood
from reportedly.readings.how_many_scene import Phrase, Scene
from reportedly.readings.how_many_words import Reading

REACH = 25
"""Tokens between a verb of killing and the "and himself" that goes with it."""
_OWN_ACT = "taking-own"


def doers(scene: Scene, found: Sequence[Reading]) -> list[Reading]:
    """The readings, those of who killed himself marked as such, and one for each doer whom no reading counts."""
    if not _may_be(scene):
        return list(found)
    kept = [_marked(scene, reading) for reading in found]
    known = {r.event for r in kept if _is_own(scene, r)}
    for cue, at in _told_of(scene):
        if cue.token not in known and mood(scene, cue.token) is Mood.TOLD:
            known.add(cue.token)
            kept.append(_one(scene, cue, at))
    return kept


def _may_be(scene: Scene) -> bool:
    """Whether anything in the sentence speaks of oneself: a pronoun, a word for it, or one's own life."""
    oneself = any(scene.has(Kind.ONESELF, at) for at in range(len(scene.lower)))
    return oneself or any(cue.fate.frame in (Frame.OWN, Frame.LIVES) for cue in scene.cues)


def _marked(scene: Scene, reading: Reading) -> Reading:
    """The reading, marked where it counts whoever did it to himself."""
    if reading.measure is not Measure.KILLED or not (reading.phrase.one or reading.phrase.vague):
        return reading
    own = (
        _of_oneself(scene, reading.cue) or _own_life(scene, reading.cue) is not None or _inflicted(scene, reading.event)
    )
    return replace(reading, rules=(*reading.rules, scene.counting.addresses[Kind.ONESELF])) if own else reading


def _is_own(scene: Scene, reading: Reading) -> bool:
    return scene.counting.addresses[Kind.ONESELF] in reading.rules


def _told_of(scene: Scene) -> Iterator[tuple[Cue, int]]:
    """The words that tell of a doer's death, each with the token that stands for the doer."""
    for cue in scene.cues:
        if cue.fate.frame is Frame.OWN and cue.measure is Measure.KILLED:
            if cue.stop < 2 or not cue.fate.barred.intersection(scene.lower[max(0, cue.token - 4) : cue.token]):
                yield cue, _himself(scene, cue)
        elif cue.fate.frame is Frame.DONE_TO and cue.measure is Measure.KILLED:
            at = _joined(scene, cue)
            if at is not None:
                yield cue, at
        elif cue.fate.frame is Frame.LIVES:
            owner = _own_life(scene, cue)
            if owner is not None:
                yield cue, owner


def _himself(scene: Scene, cue: Cue) -> int:
    """The "himself" that a verb needs ("turned the gun on HIMSELF"), else the word itself ("committed SUICIDE")."""
    if not cue.fate.beside:
        return cue.token
    return next(at for at in range(cue.stop, len(scene.lower)) if scene.lower[at] in cue.fate.beside)


def _of_oneself(scene: Scene, cue: Cue) -> bool:
    """Whether the verb is done to the doer alone: "killed himself"."""
    objects = children(scene, cue.last, OBJECTS) if cue.fate.frame is Frame.DONE_TO else ()
    return bool(objects) and all(scene.has(Kind.ONESELF, o) for o in objects)


def _joined(scene: Scene, cue: Cue) -> int | None:
    """The "himself" that stands right after the verb, or is joined to those whom it befell ("and then himself")."""
    for at in range(cue.stop, min(cue.stop + REACH, len(scene.lower))):
        if scene.has(Kind.ONESELF, at) and (at == cue.stop or _adds(scene, at)):
            return at
        if at in scene.cued and scene.cued[at].token != cue.token:
            return None
    return None


def _adds(scene: Scene, at: int) -> bool:
    """Whether only joining words stand before: "and", ", then", "and finally"; a comma alone is one in a headline."""
    before = at - 1
    if scene.sentence.tokens[before].pos == "ADV":
        before -= 1
    token = scene.sentence.tokens[before]
    return token.pos == "CCONJ" or (token.text == "," and (before == at - 2 or scene.headline))


def _own_life(scene: Scene, cue: Cue) -> int | None:
    """The possessive of "took his own life", or ``None``. "Lost his life" is nobody's own doing."""
    if cue.fate.frame is not Frame.LIVES:
        return None
    tokens = scene.sentence.tokens
    owner = next((c for c in scene.sentence.children[cue.token] if tokens[c].tag == "PRP$"), None)
    own = owner is not None and owner + 1 < cue.token  # "his OWN life"
    took = scene.lower[tokens[cue.token].head] in scene.fates.acts[_OWN_ACT]
    return owner if own and took else None


def _inflicted(scene: Scene, event: int) -> bool:
    """Whether they died of a wound that they gave themselves, as the words after the verb say."""
    after = scene.cues
    return any(c.fate.frame is Frame.OWN and c.measure is None and 0 < c.token - event <= REACH for c in after)


def _one(scene: Scene, cue: Cue, at: int) -> Reading:
    rules = (scene.counting.addresses[Kind.ONESELF],)
    stop = cue.stop if at == cue.token else at + 1
    phrase = Phrase(first=at, stop=stop, noun=None, low=1, best=1, high=1, rules=rules, one=True)
    return Reading(phrase=phrase, cue=cue, measure=Measure.KILLED, event=cue.token, rules=cue.rules)
