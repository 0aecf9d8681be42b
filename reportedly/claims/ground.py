"""A frame and its sides in, whether words for moving on ground mean war out: "took the village", not "took the road".

Verbs such as "take", "reach" or "clear" are everyday words. They tell of ground won or lost only where somebody who
fights does it or suffers it, or where nobody is named and a settlement changes hands ("the town was taken"). Whom an
armed group "holds" it has kidnapped.
"""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.claims.frames.frames import Frame
from reportedly.claims.who.sides import Sides
from reportedly.lexicon.happenings import Happenings
from reportedly.lexicon.modality import Modality
from reportedly.model.text import Sentence
from reportedly.model.words import Happening

_FIGHTING = frozenset(
    {"military", "armed-group", "militia", "coalition", "police", "state", "government", "air-force", "people"}
)
"""Kinds of actors that can win ground. "People" are those whom a nationality or a word like "members" describes."""
_BANDS = frozenset({"armed-group", "militia"})
_NATIONS = "en/demonyms/"
_KEPT = frozenset({"dobj", "nsubjpass"})
_SUBJECT = frozenset({"nsubj", "csubj", "agent"})


def means_war(frame: Frame, found: Sides, lexicon: Happenings, modality: Modality) -> bool:
    """Whether a frame of everyday words tells of war; a frame with any word of war alone always does."""
    if not frame.triggers or any(t.mention.rule not in lexicon.everyday for t in frame.triggers):
        return True
    if all(t.mention.kind is Happening.ABDUCTION for t in frame.triggers):  # whom the police hold, they arrested
        return any(w.kind in _BANDS for w in found.perpetrators)
    parties = (*found.perpetrators, *found.targets)
    if any(w.kind in _FIGHTING and (not w.described or w.actor_id or w.kind != "people") for w in parties):
        return True
    if any(w.rule.startswith(_NATIONS) and w.kind == "people" for w in found.perpetrators) and _posts(frame, lexicon):
        return True
    if any(w.kind == "organisation" and not w.described for w in found.perpetrators):
        return True
    return not found.perpetrators and all(_nobody(frame.sentence, t.mention.token, modality) for t in frame.triggers)


def only_held(frame: Frame, others: Sequence[Frame], lexicon: Happenings) -> bool:
    """Whether a frame only says that those whose abduction the sentence tells of are still held ("are holding 200 girls
    whom they abducted on 14 April")."""
    mine = {t.mention.rule for t in frame.triggers}
    if (
        not mine
        or not mine <= lexicon.everyday
        or any(t.mention.kind is not Happening.ABDUCTION for t in frame.triggers)
    ):
        return False
    tokens, children = frame.sentence.tokens, frame.sentence.children
    taken = {t.mention.token for f in others for t in f.triggers if t.mention.kind is Happening.ABDUCTION}
    kept = (c for t in frame.triggers for c in children[t.mention.token] if tokens[c].dep in _KEPT)
    return any(taken & set(children[k]) for k in kept)


def _posts(frame: Frame, lexicon: Happenings) -> bool:
    """Whether the words tell of forces sent or stationed: there "the Korvians" are Korvia's forces."""
    return all(lexicon.family(t.mention.kind) == "movement" for t in frame.triggers)


def _nobody(sentence: Sentence, verb: int, modality: Modality) -> bool:
    """Whether the verb has no doer of its own, or a crowd that only a pronoun names."""
    doers = [c for c in sentence.children[verb] if sentence.tokens[c].dep in _SUBJECT]
    return all(sentence.tokens[d].text.lower() in modality.crowd for d in doers)
