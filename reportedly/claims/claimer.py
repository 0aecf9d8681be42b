"""Page, readings and attributions in, claims out: each with whose word it is, when, where, who, how many, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from reportedly.attributions.scare import inside, scare_quotes
from reportedly.claims.alive import alive
from reportedly.claims.arms import Arms
from reportedly.claims.ascribed import ascribed
from reportedly.claims.carrying import carried, occurs, reported
from reportedly.claims.counted_off import steps
from reportedly.claims.denials import tie_denials
from reportedly.claims.denied_after import apart_from, denied_after, hanging
from reportedly.claims.died_later import dates_death, dies_of_wounds
from reportedly.claims.frames import Frame, frames
from reportedly.claims.ground import means_war
from reportedly.claims.hanging import resumes
from reportedly.claims.hedges import checked, hedge_of
from reportedly.claims.judged_deeds import judged_deeds
from reportedly.claims.kinds import kind_of
from reportedly.claims.lists import each_place
from reportedly.claims.members import with_groups
from reportedly.claims.narration import Narration, narration
from reportedly.claims.one_name import one_place_a_name
from reportedly.claims.one_scene import one_scene
from reportedly.claims.other_ground import land_of, tells_of_another
from reportedly.claims.outcomes import repelled
from reportedly.claims.parties import as_told, parties
from reportedly.claims.rebuttals import rebuttals
from reportedly.claims.route import route_of, told_of
from reportedly.claims.scene import Scene, scenes
from reportedly.claims.settings import settle_where
from reportedly.claims.settings_when import Dated, settle_when, told_since, window
from reportedly.claims.sides import sides
from reportedly.claims.speaking import mouth_of, who_claims
from reportedly.claims.spread import spread_out
from reportedly.claims.story import Draft
from reportedly.claims.telling import tell
from reportedly.claims.told_by import denied_stretches, judged, own_deed, stance_of, teller_of
from reportedly.claims.told_until import told_by_then, until_told
from reportedly.claims.totals import with_totals
from reportedly.claims.victims import victims
from reportedly.claims.whereabouts import set_in
from reportedly.ids import claim_id
from reportedly.lexicon.happenings import Happenings
from reportedly.lexicon.modality import Modality
from reportedly.lexicon.moving import Moving
from reportedly.lexicon.roundup import Roundups
from reportedly.lexicon.victims import Victims
from reportedly.model.claim import Attribution, Claim, Issue, Note, Teller
from reportedly.model.findings import Readings
from reportedly.model.reading import HowMany, Interval, When, Where, Who
from reportedly.model.text import Page, Span
from reportedly.model.words import DatePrecision, Happening, Measure, Stance, WherePrecision
from reportedly.readings.when_calendar import precision

_HARM = frozenset({Measure.KILLED, Measure.WOUNDED, Measure.CASUALTIES})
_WEIGHTY = frozenset({Stance.CONFIRMS, Stance.DENIES, Stance.CLAIMS_RESPONSIBILITY})
"""Said of any happening, however barely named."""
_WIDE = frozenset({WherePrecision.PROVINCE, WherePrecision.VAGUE, WherePrecision.COUNTRY})


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleClaimer:
    """Builds claims by rule. See docs/claims.md."""

    happenings: Happenings
    modality: Modality
    roundups: Roundups
    arms: Arms
    moving: Moving
    victims: Victims

    def read(
        self, page: Page, readings: Readings, attributions: tuple[Attribution, ...], own_voice: tuple[Teller, ...]
    ) -> tuple[tuple[Claim, ...], tuple[Issue, ...]]:
        """The claims of a report in text order, completed from each other, denials tied."""
        behind = hanging(page, readings.actors, self.modality)
        attributions = apart_from(attributions, behind)
        attributions = judged_deeds(page, attributions, readings, self.happenings, self.modality)
        story = narration(page, readings.times, attributions, self.modality)
        drafts = [
            draft
            for scene in scenes(page, readings, attributions, self.arms, self.modality)
            for frame in self._frames(scene, attributions)
            for draft in each_place(
                self._draft(page, readings, scene, frame, teller_of(frame, scene, attributions), own_voice, story),
                scene,
            )
        ]
        cues = [cue for told in attributions for cue in told.cue]
        told = tuple(set_in(page, readings.places, cues, tell(_distinct(drafts)), self.modality))
        told = checked(page, tuple(one_scene(page, one_place_a_name(told))), readings.hedges)
        laid = ascribed(page, attributions, told, readings.actors, self.modality, own_voice)
        seen = sorted((*told, *laid), key=lambda c: c.span) if laid else told
        answers = (*laid, *rebuttals(page, judged(page, attributions, readings), seen, self.modality))
        answers = (*answers, *denied_after(behind, seen, own_voice))
        answers = (*answers, *alive(page, attributions, told, self.modality))
        bare = victims(page, attributions, told, readings.actors, own_voice, self.victims, self.modality)
        answers, told = (*answers, *bare), _without(told, bare)
        marked = scare_quotes(page, attributions)
        every = sorted((*told, *answers), key=lambda c: c.span) if answers else told
        claims = tuple(_marked(claim, marked) for claim in tie_denials(every, page, self.modality))
        claims = with_groups(page, claims, readings.actors, self.modality.whole)
        claims = with_totals(page, claims)
        claims = tuple(_own_ids(sorted(claims, key=lambda c: c.span) if answers else claims))
        return claims, _unsettled(claims)

    def _frames(self, scene: Scene, attributions: Sequence[Attribution]) -> Iterator[Frame]:
        found = frames(
            scene.sentence,
            scene.happenings,
            scene.counts,
            scene.tellings,
            self.happenings,
            self.modality,
            denied_stretches(attributions),
            steps(scene.times),
        )
        for frame in found:
            told = teller_of(frame, scene, attributions)
            if (told and told.stance in _WEIGHTY) or self._says_something(frame, scene):
                yield frame

    def _says_something(self, frame: Frame, scene: Scene) -> bool:
        """Whether a frame tells of a happening and does not only name one ("the attacks violate the law", "could not
        verify the toll")."""
        if any(not (c.low is None and c.best is None and c.high is None and c.implied is None) for c in frame.counts):
            return True
        if any(t.assertion.doubted for t in frame.triggers):
            return False
        verbs = any(
            frame.sentence.tokens[h].pos in {"VERB", "AUX"}
            or carried(frame.sentence, h, self.modality) is not None
            or occurs(frame.sentence, h, self.modality)
            or reported(frame.sentence, h, self.modality)
            or repelled(frame.sentence, h, self.modality) is not None
            for h in frame.heads
        )
        anchored = any(frame.span.touches(t.span) and t.days is not None for t in scene.times)
        placed = any(frame.span.touches(p.span) and p.locative for p in scene.places)
        found = sides(frame, scene.actors, self.modality, self.happenings)
        if not means_war(frame, found, self.happenings, self.modality):
            return False
        sided = bool(found.perpetrators or found.targets) + (found.charged or found.behind or found.owned)
        return 2 * verbs + anchored + placed + sided + bool(frame.counts) >= 2

    def _draft(
        self,
        page: Page,
        readings: Readings,
        scene: Scene,
        frame: Frame,
        told: Attribution | None,
        own_voice: tuple[Teller, ...],
        story: Narration,
    ) -> Draft:
        both = parties(frame, scene, told, self.happenings, self.modality)
        weapons = [w for w in scene.weapons if frame.span.touches(w.span)]
        kind, because = kind_of(frame, weapons, both.did, both.bore, self.happenings)
        until = until_told(page, frame.span, readings.times)
        dated = settle_when(frame, scene.times, scene.cues, self.modality, until=until.end if until else None)
        days = told_by_then(dated.days, until)
        place, where_notes = settle_where(frame, scene.places, scene.cues, self.modality)
        routed = route_of(frame, kind, scene.places, self.moving)
        place = told_of(place, kind, routed.route)
        chain = told.chain if told else own_voice
        stance, stance_notes = stance_of(frame, told, both.found, self.modality)
        perpetrators, targets = as_told(both, kind, frame, mouth_of(chain[-1], readings.actors))
        if stance is Stance.CLAIMS_RESPONSIBILITY and not any(w.actor_id for w in perpetrators) and told:
            perpetrators = (*who_claims(told, scene.sentence, readings.actors, self.modality), *perpetrators)
        stance, stance_notes = own_deed(stance, stance_notes, perpetrators, chain[-1])
        tolls = tuple(_windowed(c, window(frame, scene.times)) for c in frame.counts)
        running = _since(tolls, until)
        round_up = self._round_up(page, frame, tolls, place)
        notes = [because, *dated.notes, *where_notes, *routed.notes, *stance_notes, *([both.note] if both.note else [])]
        if round_up:
            notes.append(Note(field="container", rule=round_up, text="a toll of several happenings", span=frame.span))
        claim = Claim(
            id=claim_id(page.report.id, frame.span, kind.value, *(t.span for t in tolls)),
            report=page.report.id,
            span=frame.span,
            happening=kind,
            stance=stance,
            hedge=hedge_of(frame, scene.hedges, told),
            chain=chain,
            days=running or days or until,
            date_precision=precision(running) if running else _precision(dated, days),
            date_basis=dated.basis,
            place=place,
            perpetrators=perpetrators,
            targets=targets,
            weapons=tuple(w.text for w in weapons),
            tolls=tolls,
            evidence=_evidence(frame, dated, place, (*perpetrators, *targets), tolls, chain),
            container=round_up is not None,
            route=routed.route,
            notes=tuple(notes),
        )
        return Draft(
            claim=claim,
            vague=kind is Happening.OTHER_VIOLENCE,
            shot=self._shot(frame),
            dying=dates_death(frame, dated, self.modality),
            wounded=dies_of_wounds(frame, self.modality),
            dated=dated.settled,
            ahead=bool(until and until.end and dated.days and dated.days.start and dated.days.start >= until.end),
            bounded=not dated.settled and dated.days is not None,
            resumes=resumes(frame, self.modality),
            reached=story.reached(frame),
            reaches=story.reached(frame, ahead=True),
            spread=spread_out(frame, place, scene.places, self.modality),
            words=frozenset(scene.sentence.tokens[t.mention.token].lemma.lower() for t in frame.triggers),
            another=tells_of_another(frame, [w.span for w in weapons], self.modality),
            land=land_of(frame, scene.places, readings.places, self.modality),
            ground=round_up is not None
            or (bool(tolls) and all(t.cumulative for t in tolls))
            or told_since(frame, scene.times, self.modality),
        )

    def _shot(self, frame: Frame) -> bool:
        """Whether its own words say that somebody shot, though their kind is general ("shot to death")."""
        return any(t.mention.rule in self.happenings.manner for t in frame.triggers)

    def _round_up(self, page: Page, frame: Frame, tolls: Sequence[HowMany], place: Where | None) -> str | None:
        """The address of the words that make the frame's toll one of several happenings."""
        if not any(t.measure in _HARM for t in tolls):
            return None
        wide = place is None or place.precision is None or place.precision in _WIDE
        return self.roundups.find(frame.span.of(page.report.text), wide=wide)


def _without(told: Sequence[Claim], bare: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims without those that say nothing where another says who was harmed ("those killed were militants")."""
    said = [c.span for c in bare]
    return tuple(c for c in told if c.tolls or c.targets or c.perpetrators or not any(s.covers(c.span) for s in said))


def _own_ids(claims: Iterable[Claim]) -> Iterator[Claim]:
    """The claims with ids of their own: of two that say the same of the same words, the later counts on."""
    seen: Counter[str] = Counter()
    for claim in claims:
        seen[claim.id] += 1
        again = seen[claim.id]
        yield claim if again == 1 else replace(claim, id=claim_id(claim.report, claim.span, claim.id, again))


def _marked(claim: Claim, marked: Sequence[Span]) -> Claim:
    """The claim with the scare quotes that stand in it."""
    return replace(claim, scare_quotes=found) if (found := inside(claim.span, marked)) else claim


def _distinct(drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """The drafts without repeats of one id (two frames on the same words)."""
    return tuple({d.claim.id: d for d in drafts}.values())


def _windowed(count: HowMany, since: When | None) -> HowMany:
    """A count with the window that its sentence gives it: it is a running total then."""
    if since is None or count.since is not None or since.days is None:
        return count
    return replace(count, cumulative=True, since=since.days.start)


def _precision(dated: Dated, days: Interval | None) -> DatePrecision | None:
    """How sharp the days are, where they are no mere bound."""
    return dated.precision if days == dated.days or not dated.settled else precision(days)


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
