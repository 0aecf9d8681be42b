"""Page, readings and attributions in, claims out: each with whose word it is, when, where, who, how many, and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from reportedly.attributions.govern import governing
from reportedly.claims.denials import tie_denials
from reportedly.claims.frames import Frame, frames
from reportedly.claims.kinds import kind_of
from reportedly.claims.settings import Dated, settle_when, settle_where, window
from reportedly.claims.sides import sides
from reportedly.claims.story import Draft, tell
from reportedly.ids import claim_id
from reportedly.lexicon.happenings import Happenings
from reportedly.lexicon.modality import Modality
from reportedly.lexicon.roundup import Roundups
from reportedly.model.claim import Attribution, Claim, Issue, Note, Teller
from reportedly.model.findings import Readings
from reportedly.model.reading import HowMany, Interval, When, Where, Who
from reportedly.model.text import Page, PassageKind, Sentence, Span
from reportedly.model.words import Happening, Measure, Stance, WherePrecision

_TOLD = frozenset({PassageKind.HEADLINE, PassageKind.SENTENCE, PassageKind.CAPTION})
_WEIGHTY = frozenset({Stance.DENIES, Stance.CLAIMS_RESPONSIBILITY})  # said of any happening, however barely named
_WIDE = frozenset({WherePrecision.PROVINCE, WherePrecision.VAGUE, WherePrecision.COUNTRY})


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleClaimer:
    """Builds claims by rule. See docs/claims.md."""

    happenings: Happenings
    modality: Modality
    roundups: Roundups

    def read(
        self, page: Page, readings: Readings, attributions: tuple[Attribution, ...], own_voice: tuple[Teller, ...]
    ) -> tuple[tuple[Claim, ...], tuple[Issue, ...]]:
        """The claims of a report in text order, completed from each other, denials tied."""
        drafts = [
            self._draft(page, readings, attributions, own_voice, frame)
            for sentence in page.sentences
            if sentence.tokens and sentence.passage.kind in _TOLD
            for frame in self._frames(sentence, readings, attributions)
        ]
        claims = tie_denials(tell(_distinct(drafts)))
        return claims, _unsettled(claims)

    def _frames(self, sentence: Sentence, readings: Readings, attributions: Sequence[Attribution]) -> Iterator[Frame]:
        mentions = [m for m in readings.happenings if m.sentence == sentence.number]
        counts = [c for c in readings.counts if c.sentence == sentence.number]
        if not mentions and not counts:
            return
        cues = _cues(sentence, attributions)
        uncued = [m for m in mentions if not any(c.covers(m.span) for c in cues)]
        for frame in frames(
            sentence, uncued, counts, _tellings(sentence, attributions), self.happenings, self.modality
        ):
            told = governing(attributions, _seat(frame))
            if (told and told.stance in _WEIGHTY) or self._says_something(frame, readings):
                yield frame

    def _says_something(self, frame: Frame, readings: Readings) -> bool:
        """Whether a frame tells of a happening and does not only name one ("the attacks violate the law")."""
        if any(not (c.low is None and c.best is None and c.high is None and c.implied is None) for c in frame.counts):
            return True
        verbs = sum(frame.sentence.tokens[h].pos in {"VERB", "AUX"} for h in frame.heads)
        anchored = any(frame.span.touches(t.span) and t.days is not None for t in readings.times)
        placed = any(frame.span.touches(p.span) and p.locative for p in readings.places)
        sided = any(sides(frame, [w for w in readings.actors if w.sentence == frame.sentence.number], self.modality))
        return 2 * bool(verbs) + anchored + placed + sided + bool(frame.counts) >= 2

    def _draft(
        self,
        page: Page,
        readings: Readings,
        attributions: Sequence[Attribution],
        own_voice: tuple[Teller, ...],
        frame: Frame,
    ) -> Draft:
        here = frame.sentence.number
        actors = [w for w in readings.actors if w.sentence == here]
        cues = _cues(frame.sentence, attributions)
        perpetrators, targets = sides(frame, actors, self.modality)
        weapons = [w for w in readings.weapons if w.sentence == here and frame.span.touches(w.span)]
        kind, because = kind_of(frame, weapons, perpetrators, self.happenings)
        times = [t for t in readings.times if t.sentence == here]
        dated = settle_when(frame, times, cues, self.modality)
        place, where_notes = settle_where(frame, [p for p in readings.places if p.sentence == here], cues)
        told = governing(attributions, _seat(frame))
        chain = told.chain if told else own_voice
        stance, stance_notes = _stance(frame, told)
        hedge = _hedge(frame, readings, told)
        if stance is Stance.CLAIMS_RESPONSIBILITY and not perpetrators and told and told.source:
            perpetrators = _self(told.source, actors)
        tolls = tuple(_windowed(c, window(frame, times)) for c in frame.counts)
        days = _since(tolls, page, frame) or dated.days or _until_told(page, frame)
        round_up = self.roundups.find(frame.span.of(page.report.text)) if _wide_toll(tolls, place) else None
        notes = [because, *dated.notes, *where_notes, *stance_notes]
        if round_up:
            notes.append(Note(field="container", rule=round_up, text="a toll of several happenings", span=frame.span))
        claim = Claim(
            id=claim_id(page.report.id, frame.span, kind.value, *(t.span for t in tolls)),
            report=page.report.id,
            span=frame.span,
            happening=kind,
            stance=stance,
            hedge=hedge,
            chain=chain,
            days=days,
            date_precision=dated.precision,
            date_basis=dated.basis,
            place=place,
            perpetrators=perpetrators,
            targets=targets,
            weapons=tuple(w.text for w in weapons),
            tolls=tolls,
            evidence=_evidence(frame, dated, place, (*perpetrators, *targets), tolls, chain),
            container=round_up is not None,
            notes=tuple(notes),
        )
        return Draft(
            claim=claim,
            vague=kind is Happening.OTHER_VIOLENCE,
            dated=dated.precision is not None,
            ground=bool(tolls) and all(t.cumulative for t in tolls),
        )


def _distinct(drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """The drafts without repeats of one id (two frames on the same words)."""
    return tuple({d.claim.id: d for d in drafts}.values())


def _tellings(sentence: Sentence, attributions: Sequence[Attribution]) -> tuple[Span, ...]:
    """The stretches of a sentence that are somebody's content, in text order."""
    found = {
        Span(max(c.start, sentence.span.start), min(c.end, sentence.span.end))
        for a in attributions
        for c in a.content
        if c.touches(sentence.span)
    }
    return tuple(sorted(found))


def _cues(sentence: Sentence, attributions: Sequence[Attribution]) -> tuple[Span, ...]:
    """The words of saying and of who says, in one sentence."""
    return tuple(s for a in attributions for s in (*a.cue, *a.source) if s.touches(sentence.span))


def _seat(frame: Frame) -> Span:
    """The words whose teller is the claim's: the first happening word, else the first count."""
    return frame.triggers[0].mention.span if frame.triggers else frame.counts[0].span


def _stance(frame: Frame, told: Attribution | None) -> tuple[Stance, tuple[Note, ...]]:
    stance = told.stance if told else Stance.STATES
    notes = []
    if told:
        cue = told.cue[0] if told.cue else None
        notes.append(Note(field="chain", rule=told.rule, text=f"told by {_names(told.chain)}", span=cue))
    negated = bool(frame.triggers) and all(t.assertion.negated for t in frame.triggers) and not frame.counts
    if negated and stance in {Stance.STATES, Stance.CONFIRMS}:
        stance = Stance.DENIES
        notes.append(Note(field="stance", rule="en/modality/negations", text="the happening is negated"))
    return stance, tuple(notes)


def _names(chain: Sequence[Teller]) -> str:
    return " → ".join(t.name or "the outlet" for t in chain)


def _hedge(frame: Frame, readings: Readings, told: Attribution | None) -> str | None:
    """The hedge inside the frame's words, else that of its modal verb, else that of the saying."""
    inside = [h for h in readings.hedges if frame.span.touches(h.span) and h.stance is None]
    if inside:
        return min(inside, key=lambda h: (h.degree, h.span)).text
    modal = next((t.assertion.hedge for t in frame.triggers if t.assertion.hedge), None)
    if modal:
        start = frame.sentence.span.start
        return frame.sentence.text[modal.start - start : modal.end - start]
    return told.hedge if told else None


def _self(source: Sequence[Span], actors: Sequence[Who]) -> tuple[Who, ...]:
    """The actors that stand in a source's words: who claims a deed did it."""
    return tuple(w for w in actors if w.actor_id and any(s.touches(w.span) for s in source))


def _windowed(count: HowMany, since: When | None) -> HowMany:
    """A count with the window that its sentence gives it: it is a running total then."""
    if since is None or count.since is not None or since.days is None:
        return count
    return replace(count, cumulative=True, since=since.days.start)


def _since(tolls: Sequence[HowMany], page: Page, frame: Frame) -> Interval | None:
    """The window of a running total: from its first day to the day of telling."""
    starts = [t.since for t in tolls if t.cumulative and t.since]
    until = _until_told(page, frame)
    if not starts or len(starts) < len(tolls) or (until and until.end and until.end <= min(starts)):
        return None
    return Interval(min(starts), until.end if until else None)


def _until_told(page: Page, frame: Frame) -> Interval | None:
    """What nothing dates happened before it was told: open at the start, closed by the day of telling."""
    entry = page.passages.anchor(frame.span.start)
    return Interval(None, entry.day + timedelta(days=1)) if entry and entry.day else None


def _wide_toll(tolls: Sequence[HowMany], place: Where | None) -> bool:
    harm = any(t.measure in {Measure.KILLED, Measure.WOUNDED, Measure.CASUALTIES} for t in tolls)
    return harm and (place is None or place.precision is None or place.precision in _WIDE)


def _evidence(
    frame: Frame,
    dated: Dated,
    place: Where | None,
    actors: Sequence[Who],
    tolls: Sequence[HowMany],
    chain: Sequence[Teller],
) -> tuple[Span, ...]:
    spans = {t.mention.span for t in frame.triggers} | set(dated.spans) | {t.span for t in tolls}
    spans |= {w.span for w in actors} | {t.span for t in chain if t.span is not None}
    if place is not None:
        spans.add(place.span)
    return tuple(sorted(spans))


def _unsettled(claims: Sequence[Claim]) -> tuple[Issue, ...]:
    """What a coder must still decide: tolls without a place."""
    return tuple(
        Issue(
            code="toll-without-place",
            message="a toll is stated, but neither its sentence nor its story says where",
            report=c.report,
            span=c.span,
            hint="read the report for the place, or leave the claim out of tables by place",
        )
        for c in claims
        if c.place is None and any(t.measure is Measure.KILLED and not t.cumulative for t in c.tolls)
    )
