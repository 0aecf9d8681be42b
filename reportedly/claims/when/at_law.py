"""A time and its sentence in, out whether it is the day of an act of the law or of mourning, and not of the deed
behind it.

"A suspect in the shooting that left one dead was arrested on Friday", "the colonel pleaded guilty to murder on 25
February", "a man accused of the bombing was back in court on Monday": the deed was done before that day. So the day
bounds it and dates nothing but the arrest. So does the day on which the dead were buried or remembered ("hundreds
attended a funeral on Friday for six people killed in the raid"). It is the same with who condemned the deed on a day
named before ("the mayor on Tuesday condemned the killing"), and with what people did about it ("struck on Tuesday to
protest the killing"), and with who went to see where it was done ("toured the site of the bombing on Friday"). Nor was
the deed done on the day on which those hurt in it are said to be doing so or so ("was in critical condition on
Monday").
"""

from __future__ import annotations

from itertools import takewhile

from reportedly.claims.frames.assertion import clause_head
from reportedly.claims.frames.counted_off import NOWHERE, done_about
from reportedly.claims.frames.frames import Frame
from reportedly.claims.frames.prepositions import objects_of
from reportedly.lexicon.modality import Modality
from reportedly.model.text import Sentence, Span
from reportedly.model.words import Happening

_BESIDE = frozenset({"advcl", "conj", "ccomp", "xcomp"})
"""What tells beside an act of the law or what it was followed by, not what it was about."""
_OWNED = frozenset({"det", "poss"})
_SUBJECTS = frozenset({"csubj", "csubjpass", "nsubj", "nsubjpass"})
_TAKEN = frozenset({Happening.ABDUCTION, Happening.ARREST})
_NEAR = frozenset({"prep", "dobj", "attr", "acomp", "advmod", "agent", "nsubjpass", "xcomp", "compound"})


def of_law(frame: Frame, span: Span, modality: Modality) -> bool:
    """Whether the time hangs on a verb of the law, and the frame tells of a deed that stands in what this verb is
    about: in who is arrested, in what the charge is for."""
    sentence, deeds = frame.sentence, _deeds(frame)
    head = sentence.head_of(span)
    if head is None or not deeds:
        return False
    verb = clause_head(sentence, head)
    if _of_deed(frame, span, verb):
        return False
    if _let_go(frame, verb, modality):
        return all(_about(sentence, deed, verb) for deed in deeds)
    if any(t.mention.kind is Happening.ARREST for t in frame.triggers):
        return False
    if all(_meant_by(sentence, deed, verb, modality) for deed in deeds):
        return True
    if sentence.tokens[verb].lemma.lower() in modality.at_law:
        return all(_about(sentence, deed, verb) for deed in deeds)
    if sentence.tokens[verb].lemma.lower() in modality.blaming:
        return head < verb and all(deed > verb and _about(sentence, deed, verb) for deed in deeds)
    if sentence.tokens[verb].lemma.lower() in modality.visiting:
        return all(_at_the_scene(sentence, deed, verb, modality) for deed in deeds)
    if _abed(sentence, verb, modality):
        return verb not in deeds
    above = {sentence.tokens[deed].head for deed in deeds if sentence.tokens[deed].dep not in _SUBJECTS}
    return _in_court(sentence, verb, modality) and all(
        verb not in above and _about(sentence, deed, verb) for deed in deeds
    )


def _deeds(frame: Frame) -> tuple[int, ...]:
    """The words for what was done; where only a count tells of it, the verb or noun that says what became of them."""
    events = (count.event for count in frame.counts)
    return frame.heads or tuple(n for n in events if n is not None and n < len(frame.sentence.tokens))


def _let_go(frame: Frame, verb: int, modality: Modality) -> bool:
    """Whether those who were taken were freed then ("two nuns held by the rebels were freed on Friday")."""
    kept = frame.sentence.tokens[verb].lemma.lower() in modality.keeping
    return kept and all(t.mention.kind in _TAKEN for t in frame.triggers)


def _meant_by(sentence: Sentence, deed: int, verb: int, modality: Modality) -> bool:
    """Whether a deed is what something is done about: "the judges struck on Friday to protest the murder"."""
    about = done_about(sentence, deed, modality)
    return about != NOWHERE and about != verb and sentence.tokens[about].head == verb


def court_day(sentence: Sentence, span: Span, modality: Modality) -> bool:
    """Whether a time hangs on what is done in court, or on a visit to where a deed was done: no story of violence
    stands at that day."""
    head = sentence.head_of(span)
    if head is None:
        return False
    verb = clause_head(sentence, head)
    if _abed(sentence, verb, modality):
        return True
    if sentence.tokens[verb].lemma.lower() in modality.visiting:
        return not modality.sites.isdisjoint(_near(sentence, verb))
    return sentence.tokens[verb].lemma.lower() in modality.in_court or _in_court(sentence, verb, modality)


def _of_deed(frame: Frame, span: Span, verb: int) -> bool:
    """Whether a day without a preposition stands right behind a word for the deed ("in connection with a shooting
    Sunday night"), or within its phrase ("charged in the May 11 shooting"). A noun without an article is what somebody
    is charged with ("pleaded guilty to murder Monday"), and the object of the verb what it finds ("was ruled a homicide
    Monday")."""
    first = frame.sentence.at(span.start)
    if first is None or first == 0:
        return False
    before = frame.sentence.tokens[first - 1]
    if first - 1 in frame.heads and before.pos == "NOUN":
        named = any(frame.sentence.tokens[c].dep in _OWNED for c in frame.sentence.children[first - 1])
        return named and before.head != verb
    return first - 1 in frame.heads or before.pos == "DET"


def _in_court(sentence: Sentence, verb: int, modality: Modality) -> bool:
    """Whether a verb brings somebody before the law ("was back in court", "faces a judge", "was ordered to stand
    trial") or together for the dead ("attended a vigil")."""
    if sentence.tokens[verb].lemma.lower() not in modality.to_court:
        return False
    return not modality.courts.isdisjoint(_near(sentence, verb))


def _at_the_scene(sentence: Sentence, deed: int, verb: int, modality: Modality) -> bool:
    """Whether a deed stands in a noun for where it was done, below a verb of going there later ("visited the SITE of
    the bombing")."""
    above = takewhile(lambda number: number != verb, sentence.ancestors(deed))
    return _about(sentence, deed, verb) and any(sentence.tokens[n].lemma.lower() in modality.sites for n in above)


def _abed(sentence: Sentence, verb: int, modality: Modality) -> bool:
    """Whether a verb says how somebody does who was hurt before ("was in critical condition on Monday", "was taken off
    life support")."""
    lemma = sentence.tokens[verb].lemma.lower()
    if lemma in modality.recovering:
        return True
    return lemma in modality.lying and not modality.abed.isdisjoint(_near(sentence, verb))


def _near(sentence: Sentence, verb: int) -> set[str]:
    """The words in the phrases of a verb, and in theirs."""
    below, found = [verb], set[int]()
    for _ in range(2):
        below = [c for n in below for c in sentence.children[n] if sentence.tokens[c].dep in _NEAR]
        found.update(below)
        found.update(g for n in below for g in objects_of(sentence, n))
    return {sentence.tokens[n].lemma.lower() for n in found}


def _about(sentence: Sentence, deed: int, verb: int) -> bool:
    """Whether a deed stands in a phrase below the verb, and not in a clause beside it."""
    if deed == verb:
        return False
    for number in (deed, *sentence.ancestors(deed)):
        token = sentence.tokens[number]
        if token.head == verb and number != verb:
            return token.dep not in _BESIDE
    return False
