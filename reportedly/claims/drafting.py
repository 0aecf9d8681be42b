"""A frame in its scene in, the draft of its claim out: whose word it is, when, where, who and how many, with the notes
that say why.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reportedly.claims.drafts import Draft
from reportedly.claims.frames.counted_off import measured_against
from reportedly.claims.frames.frames import Frame
from reportedly.claims.frames.hanging import points_back, resumes
from reportedly.claims.frames.kinds import kind_of
from reportedly.claims.frames.mishaps import mishap
from reportedly.claims.frames.of_many import OF_MANY, of_many_deeds
from reportedly.claims.frames.other_ground import land_of, sets_out, tells_of_another, turns_elsewhere
from reportedly.claims.parties import Parties, as_told, parties
from reportedly.claims.scene import Scene
from reportedly.claims.story.died_later import dates_death
from reportedly.claims.voices.hedges import hedge_of
from reportedly.claims.voices.told_by import own_deed, stance_of
from reportedly.claims.when.beforehand import beforehand, compared
from reportedly.claims.when.chronicle import of_heading
from reportedly.claims.when.day_counted import days_from
from reportedly.claims.when.narration import Narration
from reportedly.claims.when.of_the_hurt import dies_of_wounds
from reportedly.claims.when.remembered import avenged, below_revenge, commemorated
from reportedly.claims.when.settings import Dated, behind_window, settle_when, told_since, window
from reportedly.claims.when.told_until import told_by_then, until_told
from reportedly.claims.where.mostly import mostly
from reportedly.claims.where.portion import portion
from reportedly.claims.where.route import route_of, told_of
from reportedly.claims.where.seat import governed_there
from reportedly.claims.where.settings import settle_where
from reportedly.claims.where.spread import spread_out
from reportedly.claims.who.speaking import mouth_of, who_claims
from reportedly.ids import claim_id
from reportedly.lexicon.happenings import Happenings
from reportedly.lexicon.holding import HoldingWords
from reportedly.lexicon.modality import Modality
from reportedly.lexicon.moving import Moving
from reportedly.lexicon.roundup import Roundups
from reportedly.model.claim import Attribution, Claim, Note, Teller
from reportedly.model.findings import Readings
from reportedly.model.mention import WeaponMention
from reportedly.model.reading import HowMany, Interval, When, Where, Who
from reportedly.model.text import Page, PassageKind, Span
from reportedly.model.words import DatePrecision, Happening, Measure, Stance, WherePrecision
from reportedly.readings.when_calendar import precision

_HARM = frozenset({Measure.KILLED, Measure.WOUNDED, Measure.CASUALTIES})
_WIDE = frozenset({WherePrecision.PROVINCE, WherePrecision.VAGUE, WherePrecision.COUNTRY})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Days:
    """When it happened: what the sentence says, the days as far as they lie before the telling (``until``), and the
    window of what is only counted since (``running``)."""

    dated: Dated
    told: Interval | None
    until: Interval | None
    running: Interval | None

    @property
    def days(self) -> Interval | None:
        return self.running or self.told or self.until

    @property
    def precision(self) -> DatePrecision | None:
        if self.running:
            return precision(self.running)
        return self.dated.precision if self.told == self.dated.days or not self.dated.settled else precision(self.told)

    @property
    def ahead(self) -> bool:
        """Whether the day lies after the telling."""
        start, end = self.dated.days and self.dated.days.start, self.until and self.until.end
        return bool(start and end and start >= end)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Word:
    """Whose word it is, how firmly, and with that who did it and whom it befell."""

    chain: tuple[Teller, ...]
    stance: Stance
    did: tuple[Who, ...]
    bore: tuple[Who, ...]
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Drafter:
    """Drafts the claims of one report."""

    page: Page
    readings: Readings
    own_voice: tuple[Teller, ...]
    story: Narration
    happenings: Happenings
    modality: Modality
    roundups: Roundups
    moving: Moving
    holding: HoldingWords

    def draft(self, scene: Scene, frame: Frame, told: Attribution | None) -> Draft:
        """The claim that the frame makes, told by ``told``, and what it leaves open."""
        both = parties(frame, scene, told, self.happenings, self.modality)
        weapons = self._weapons(scene, frame)
        kind, because = kind_of(frame, weapons, both.did, both.bore, self.happenings)
        tolls = tuple(_windowed(frame, c, window(frame, scene.times)) for c in frame.counts)
        when = self._when(scene, frame, tolls)
        place, where_notes = settle_where(frame, scene.places, scene.cues, self.modality)
        if place is None:
            place, where_notes = governed_there(frame, told, scene.places, self.modality)
        routed = route_of(frame, kind, scene.places, self.moving)
        place = told_of(place, kind, routed.route)
        part = portion(frame, kind, place, self.holding)
        word = self._word(scene, frame, told, both, kind)
        most = mostly(frame, self.page.report.text, scene.places, tolls, self.roundups)
        place, tolls = (most.place, most.tolls) if most else (place, tolls)
        round_up = None if most else self._round_up(frame, tolls, place)
        claim = Claim(
            id=claim_id(self.page.report.id, frame.span, kind.value, *(t.span for t in tolls)),
            report=self.page.report.id,
            span=frame.span,
            happening=kind,
            stance=word.stance,
            hedge=hedge_of(frame, scene.hedges, told),
            chain=word.chain,
            days=when.days,
            date_precision=when.precision,
            date_basis=when.dated.basis,
            place=place,
            perpetrators=word.did,
            targets=word.bore,
            weapons=tuple(w.text for w in weapons),
            tolls=tolls,
            evidence=_evidence(frame, when.dated, place, (*word.did, *word.bore), tolls, word.chain),
            container=round_up is not None,
            route=routed.route,
            notes=(
                because,
                *when.dated.notes,
                *where_notes,
                *routed.notes,
                *word.notes,
                *_given(part, both.note, round_up, most and most.note),
            ),
        )
        return self._open(claim, scene, frame, when, gathers=claim.container or most is not None)

    def _open(self, claim: Claim, scene: Scene, frame: Frame, when: _Days, *, gathers: bool) -> Draft:
        """The claim with what its sentence left open, for its story to say."""
        tokens, weapons = scene.sentence.tokens, [w.span for w in self._weapons(scene, frame)]
        counting = bool(claim.tolls) and all(t.cumulative for t in claim.tolls)
        return Draft(
            claim=claim,
            vague=claim.happening is Happening.OTHER_VIOLENCE,
            shot=any(t.mention.rule in self.happenings.manner for t in frame.triggers),
            dying=dates_death(frame, when.dated, self.modality),
            wounded=dies_of_wounds(frame, self.modality),
            dated=when.dated.settled,
            hour=when.dated.hour,
            apart=None if when.dated.settled else days_from(frame, scene.times, self.modality),
            ahead=when.ahead,
            bounded=not when.dated.settled and when.dated.days is not None,
            resumes=resumes(frame, self.modality),
            reached=self.story.reached(frame),
            reaches=self.story.reached(frame, ahead=True),
            spread=spread_out(frame, claim.place, scene.places, self.modality),
            words=frozenset(tokens[t.mention.token].lemma.lower() for t in frame.triggers),
            another=tells_of_another(frame, weapons, self.modality),
            elsewhere=turns_elsewhere(frame, self.modality),
            opens=sets_out(frame.sentence, claim.place),
            earlier=beforehand(frame, self.modality),
            farther=points_back(frame, self.modality),
            compared=compared(frame, self.modality) is not None,
            raid=any(t.mention.rule in self.happenings.search for t in frame.triggers),
            heading=frame.sentence.passage.kind is PassageKind.HEADLINE,
            mishap=mishap(frame, self.happenings, self.modality),
            natural=all(t.mention.rule in self.happenings.natural for t in frame.triggers),
            general=all(t.mention.rule in self.happenings.open | self.happenings.harm for t in frame.triggers),
            land=land_of(frame, scene.places, self.readings.places, self.modality),
            gathers=gathers,
            ground=gathers
            or counting
            or when.dated.standing
            or avenged(frame, self.modality)
            or commemorated(frame, self.modality)
            or told_since(frame, scene.times, self.modality),
        )

    def _weapons(self, scene: Scene, frame: Frame) -> tuple[WeaponMention, ...]:
        """The weapons of the frame; those of a deed that it avenges, or that avenges it, or that it is measured
        against, are not its own."""
        theirs, against = avenged(frame, self.modality), compared(frame, self.modality)
        ours = (w for w in scene.weapons if frame.span.touches(w.span))
        ours = (w for w in ours if measured_against(frame.sentence, w.span, self.modality) == against)
        return tuple(w for w in ours if below_revenge(frame.sentence, w.span, self.modality) is theirs)

    def _when(self, scene: Scene, frame: Frame, tolls: Sequence[HowMany]) -> _Days:
        until = until_told(self.page, frame.span, self.readings.times)
        dated = settle_when(frame, scene.times, scene.cues, self.modality, until=until.end if until else None)
        dated = dated if dated.days is not None else of_heading(self.page, frame)
        return _Days(dated=dated, told=told_by_then(dated.days, until), until=until, running=_since(tolls, until))

    def _word(self, scene: Scene, frame: Frame, told: Attribution | None, both: Parties, kind: Happening) -> _Word:
        chain = told.chain if told else self.own_voice
        stance, notes = stance_of(frame, told, both.found, self.modality)
        mouth = mouth_of(chain[-1], self.readings.actors)
        did, bore = as_told(both, kind, frame, mouth)
        if stance is Stance.CLAIMS_RESPONSIBILITY and not any(w.actor_id for w in did) and told:
            did = (*who_claims(told, scene.sentence, self.readings.actors, self.modality), *did)
        stance, notes = own_deed(stance, notes, did, mouth)
        return _Word(chain=chain, stance=stance, did=did, bore=bore, notes=notes)

    def _round_up(self, frame: Frame, tolls: Sequence[HowMany], place: Where | None) -> Note | None:
        """Why the frame tells of several happenings: by its toll, or without one."""
        if of_many_deeds(frame, self.modality):
            return Note(
                field="container", rule=OF_MANY, text="told of many deeds, and of none of them", span=frame.span
            )
        if not any(t.measure in _HARM for t in tolls):
            return None
        wide = place is None or place.precision is None or place.precision in _WIDE
        rule = self.roundups.find(frame.span.of(self.page.report.text), wide=wide)
        if rule is None:
            return None
        return Note(field="container", rule=rule, text="a toll of several happenings", span=frame.span)


def _given(*notes: Note | None) -> tuple[Note, ...]:
    return tuple(note for note in notes if note is not None)


def _windowed(frame: Frame, count: HowMany, since: When | None) -> HowMany:
    """A count with the window that its sentence gives it: it is a running total then."""
    if since is None or count.since is not None or since.days is None or behind_window(frame, count.event, since):
        return count
    return replace(count, cumulative=True, since=since.days.start)


def _since(tolls: Sequence[HowMany], until: Interval | None) -> Interval | None:
    """The window of a running total: from its first day to the day of telling."""
    starts = [t.since for t in tolls if t.cumulative and t.since]
    if not starts or len(starts) < len(tolls) or (until and until.end and until.end <= min(starts)):
        return None
    return Interval(min(starts), until.end if until else None)


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
