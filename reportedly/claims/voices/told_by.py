"""A frame, its scene and the attributions of a report in; whose word it is, and how firmly it is said, out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportedly.attributions.govern import governing
from reportedly.claims.frames.frames import VIOLENCE, Frame
from reportedly.claims.scene import Scene
from reportedly.claims.voices.untrue import called_untrue, judges, told_falsely
from reportedly.claims.who.sides import Sides
from reportedly.lexicon.modality import Modality
from reportedly.model.claim import Attribution, Note, Teller
from reportedly.model.findings import Readings
from reportedly.model.mention import HedgeMention
from reportedly.model.reading import Who
from reportedly.model.text import Page, Span
from reportedly.model.words import Role, Stance

_TOLD = frozenset({Stance.STATES, Stance.CONFIRMS})


def judged(page: Page, attributions: Sequence[Attribution], readings: Readings) -> tuple[Attribution, ...]:
    """The attributions, those as denials that only call untrue what was told before ("said this was baseless", "called
    the report a lie")."""
    untrue = [h for h in readings.hedges if h.stance is Stance.DENIES]
    return tuple(_denying(page, a, untrue) if untrue else a for a in attributions)


def teller_of(
    frame: Frame,
    scene: Scene,
    attributions: Sequence[Attribution],
    own_voice: tuple[Teller, ...],
    modality: Modality,
) -> Attribution | None:
    """Whose words the frame is; a deed that somebody in the sentence claims is told by who claims it, and what
    somebody calls untrue is denied by who calls it so, be it the outlet itself."""
    seat = _seat(frame)
    called = (
        *called_untrue(frame.sentence, scene.hedges),
        *told_falsely(frame.sentence, scene.hedges, modality.voiced),
    )
    untrue = next(((h, words) for h, words in called if words.covers(seat)), None)
    if untrue is not None:
        hedge, words = untrue
        judge = governing(attributions, hedge.span) or Attribution(
            source=(), cue=(hedge.span,), content=(words,), stance=Stance.DENIES, chain=own_voice, rule=hedge.rule
        )
        return replace(judge, stance=Stance.DENIES, negative=False)
    told = governing(attributions, seat)
    if told is not None or frame.family != VIOLENCE:
        return told
    here = frame.sentence.span
    claimed = (a for a in attributions if a.tells and a.stance is Stance.CLAIMS_RESPONSIBILITY)
    return next((a for a in claimed if any(here.covers(c) for c in a.cue)), None)


def stance_of(
    frame: Frame, told: Attribution | None, found: Sides, modality: Modality
) -> tuple[Stance, tuple[Note, ...]]:
    stance = told.stance if told else Stance.STATES
    notes = []
    if told:
        cue = told.cue[0] if told.cue else None
        notes.append(Note(field="chain", rule=told.rule, text=f"told by {_names(told.chain)}", span=cue))
    negated = bool(frame.triggers) and all(t.assertion.negated for t in frame.triggers) and not frame.counts
    if stance is Stance.DENIES and _only_dates(frame, modality):
        stance = Stance.STATES
        notes.append(Note(field="stance", rule="en/modality/windows", text="what dates a denial is not denied"))
    if stance is Stance.DENIES and told is not None and told.negative and _stands(frame):
        stance = Stance.STATES
        notes.append(Note(field="stance", rule="code:granted", text="what is not so is something else"))
    if negated and stance in _TOLD:
        stance = Stance.DENIES
        notes.append(Note(field="stance", rule="en/modality/negations", text="the happening is negated"))
    if told is None and any(t.assertion.doubted for t in frame.triggers):
        stance = Stance.DOUBTS
        notes.append(Note(field="stance", rule="en/modality/checking", text="nobody could check it"))
    if stance in _TOLD and found.owned:
        stance = Stance.CLAIMS_RESPONSIBILITY
        notes.append(Note(field="stance", rule="en/modality/owning", text="who did it says so"))
    elif stance in _TOLD and (found.charged or (found.behind and told)):
        stance = Stance.ALLEGES
        notes.append(Note(field="stance", rule="code:blame", text="who did it is said by blaming"))
    return stance, tuple(notes)


def _stands(frame: Frame) -> bool:
    """Whether what is told with a negation leaves the happening standing ("said that the raid will not go
    unpunished")."""
    return bool(frame.triggers) and not any(t.assertion.negated or t.assertion.refused for t in frame.triggers)


def _only_dates(frame: Frame, modality: Modality) -> bool:
    """Whether the clause of the frame only says since when something else is denied ("has denied this since it
    intervened in the war")."""
    tokens, children = frame.sentence.tokens, frame.sentence.children
    clauses = {t.clause for t in frame.triggers}
    return bool(clauses) and all(
        any(tokens[c].dep == "mark" and tokens[c].text.lower() in modality.windows for c in children[clause])
        for clause in clauses
    )


def own_deed(
    stance: Stance, notes: tuple[Note, ...], doers: Sequence[Who], teller: Teller
) -> tuple[Stance, tuple[Note, ...]]:
    """The stance, a claim of responsibility where an armed group tells that it did the deed itself."""
    telling = stance in {Stance.STATES, Stance.ALLEGES, Stance.CONFIRMS}
    if not telling or teller.role is not Role.ARMED_GROUP or teller.actor_id is None:
        return stance, notes
    if {w.actor_id for w in doers} != {teller.actor_id}:
        return stance, notes
    note = Note(field="stance", rule="code:own-deed", text="who did it says so")
    return Stance.CLAIMS_RESPONSIBILITY, (*notes, note)


def denied_stretches(attributions: Sequence[Attribution]) -> tuple[Span, ...]:
    """The stretches that somebody denies: there even what would only come about is a claim, since it is denied."""
    return tuple(c for a in attributions if a.tells and a.stance is Stance.DENIES for c in a.content)


def _denying(page: Page, told: Attribution, untrue: Sequence[HedgeMention]) -> Attribution:
    for hedge in untrue:
        sentence = page.sentences[hedge.sentence]
        subject = next((words for _, words in called_untrue(sentence, (hedge,))), None)
        if subject is None or not any(c.covers(subject) for c in told.content):
            continue
        if (told.tells and any(c.covers(hedge.span) for c in told.content)) or judges(sentence, hedge, told.cue):
            return replace(told, stance=Stance.DENIES, content=(subject, hedge.span))
    return told


def _seat(frame: Frame) -> Span:
    """The words whose teller is the claim's: the first happening word, else the first count."""
    return frame.triggers[0].mention.span if frame.triggers else frame.counts[0].span


def _names(chain: Sequence[Teller]) -> str:
    return " → ".join(t.name or "the outlet" for t in chain)
