"""A word of fate in its sentence in, whether it tells of something that happened out."""

from __future__ import annotations

from enum import Enum, auto

from reportedly.lexicon.counting import Kind
from reportedly.readings.how_many_scene import Scene


class Mood(Enum):
    """TOLD: it happened, as told. DENIED: it did not. UNREAL: it may, would, or is asked."""

    TOLD = auto()
    DENIED = auto()
    UNREAL = auto()


def mood(scene: Scene, token: int) -> Mood:
    """How the verb or noun at the token is told, by its own auxiliaries and those of the verb that carries it."""
    if scene.sentence.text.rstrip("\"”' ").endswith("?"):
        return Mood.UNREAL
    if _is_given(scene, token):
        return Mood.TOLD
    verb = _carrier(scene, token)
    for at in {token, verb}:
        found = _own(scene, at)
        if found is not Mood.TOLD:
            return found
    return Mood.TOLD


def _is_given(scene: Scene, token: int) -> bool:
    """Whether a noun takes what it names as given: "they may protest THE ASSASSINATION OF a judge"."""
    tokens = scene.sentence.tokens
    below = scene.sentence.children[token]
    definite = any(tokens[c].dep == "det" and not scene.has(Kind.SINGLE, c) for c in below)
    return tokens[token].pos == "NOUN" and definite and any(scene.has(Kind.OF, c) for c in below)


def _carrier(scene: Scene, token: int) -> int:
    """The verb whose auxiliaries the token shares: the first of joined verbs, or the verb that it completes."""
    tokens = scene.sentence.tokens
    for _ in range(4):
        here = tokens[token]
        above = here.head
        if (here.dep == "conj" and tokens[above].pos in ("VERB", "AUX", "ADJ") and not _has_subject(scene, token)) or (
            here.dep in ("oprd", "acomp", "attr", "dobj") and tokens[above].pos in ("VERB", "AUX")
        ):
            token = above
        else:
            break
    return token


def _has_subject(scene: Scene, token: int) -> bool:
    return any(scene.sentence.tokens[c].dep in ("nsubj", "nsubjpass") for c in scene.sentence.children[token])


def _own(scene: Scene, token: int) -> Mood:
    tokens = scene.sentence.tokens
    below = [c for c in scene.sentence.children[token] if tokens[c].dep in ("aux", "auxpass", "neg", "mark", "prep")]
    helpers = [c for c in below if tokens[c].dep in ("aux", "auxpass")]
    if any(tokens[c].dep == "neg" and c < token and not _not_only(scene, c) for c in below):
        return Mood.DENIED
    if tokens[token].tag == "VBG" and tokens[token].dep in ("pcomp", "xcomp", "dobj") and _is_talk(scene, token):
        return Mood.UNREAL
    if any(scene.has(Kind.WHETHER, c) and c < token for c in below):
        return Mood.UNREAL
    perfect = any(tokens[c].lemma == "have" for c in helpers)
    if any(scene.has(Kind.MAYBE, c) for c in helpers):
        return Mood.UNREAL
    if perfect:
        return Mood.TOLD
    if any(scene.has(Kind.PERHAPS, c) for c in helpers):
        return Mood.UNREAL
    if any(tokens[c].tag == "TO" for c in helpers) and not scene.has(Kind.RAISING, tokens[token].head):
        return Mood.UNREAL
    return Mood.TOLD


def _is_talk(scene: Scene, gerund: int) -> bool:
    """Whether the gerund is merely talked of or kept from: "talked about KILLING him", "avoid HARMING civilians"."""
    return scene.has(Kind.ABOUT, scene.sentence.tokens[gerund].head)


def _not_only(scene: Scene, negation: int) -> bool:
    """Whether the negation is of "not only", which denies nothing."""
    return (
        negation + 1 < len(scene.lower)
        and scene.sentence.tokens[negation + 1].dep in ("advmod", "preconj")
        and (scene.counting.has(Kind.TOTAL, scene.lower[negation + 1]))
    )
