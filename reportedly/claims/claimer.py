"""Page, readings and attributions in, claims out: each with whose word it is, when, where, who, how many, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from reportedly.attributions.scare import inside, scare_quotes
from reportedly.claims.answers.alive import alive
from reportedly.claims.answers.ascribed import ascribed
from reportedly.claims.answers.denials import tie_denials
from reportedly.claims.answers.denied_after import apart_from, denied_after, hanging
from reportedly.claims.answers.rebuttals import rebuttals
from reportedly.claims.answers.victims import victims
from reportedly.claims.drafting import Drafter
from reportedly.claims.drafts import Draft
from reportedly.claims.frames.carrying import carried, concluded, done_by, occurs, reported, there_was
from reportedly.claims.frames.counted_off import steps
from reportedly.claims.frames.frames import VIOLENCE, VIOLENT, Frame, frames
from reportedly.claims.frames.outcomes import befell, repelled
from reportedly.claims.ground import means_war, only_held
from reportedly.claims.scene import Scene, scenes
from reportedly.claims.story.listed import under_leads
from reportedly.claims.story.no_deeds import issues, no_deeds
from reportedly.claims.story.retold import retold
from reportedly.claims.story.telling import tell
from reportedly.claims.story.totals import with_totals
from reportedly.claims.voices.conceded import conceding
from reportedly.claims.voices.hedges import checked
from reportedly.claims.voices.judged_deeds import judged_deeds
from reportedly.claims.voices.told_by import denied_stretches, judged, teller_of
from reportedly.claims.when.narration import narration
from reportedly.claims.where.lists import each_place
from reportedly.claims.where.one_name import one_place_a_name
from reportedly.claims.where.one_scene import one_scene
from reportedly.claims.where.region import in_their_region
from reportedly.claims.where.streets import in_their_towns
from reportedly.claims.where.whereabouts import set_in
from reportedly.claims.who.arms import Arms
from reportedly.claims.who.members import with_groups
from reportedly.claims.who.only_army import with_army
from reportedly.claims.who.sides import sides
from reportedly.ids import claim_id
from reportedly.lexicon.genres import Genres
from reportedly.lexicon.happenings import Happenings
from reportedly.lexicon.holding import HoldingWords
from reportedly.lexicon.modality import Modality
from reportedly.lexicon.moving import Moving
from reportedly.lexicon.roundup import Roundups
from reportedly.lexicon.victims import Victims
from reportedly.model.claim import Attribution, Claim, Issue, Teller
from reportedly.model.findings import Readings
from reportedly.model.text import Page, Span
from reportedly.model.words import Happening, Measure, Stance, WherePrecision

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
    holding: HoldingWords
    victims: Victims
    genres: Genres

    def read(
        self, page: Page, readings: Readings, attributions: tuple[Attribution, ...], own_voice: tuple[Teller, ...]
    ) -> tuple[tuple[Claim, ...], tuple[Issue, ...]]:
        """The claims of a report in text order, completed from each other, denials tied."""
        behind = hanging(page, readings.actors, self.modality)
        attributions = apart_from(attributions, behind)
        attributions = judged_deeds(page, attributions, readings, self.happenings, self.modality)
        drafter = Drafter(
            page=page,
            readings=readings,
            own_voice=own_voice,
            story=narration(page, readings.times, attributions, self.modality),
            happenings=self.happenings,
            modality=self.modality,
            roundups=self.roundups,
            moving=self.moving,
            holding=self.holding,
        )
        telling = conceding(page, attributions, self.modality)
        drafts = [
            draft
            for scene in scenes(page, readings, telling, self.arms, self.modality)
            for frame in self._frames(scene, telling)
            for draft in each_place(
                drafter.draft(scene, frame, teller_of(frame, scene, telling, own_voice, self.modality)), scene
            )
        ]
        peaceful = no_deeds(page, drafts, self.genres, named=self._named(readings))
        gone = {none.draft.claim.id for none in peaceful}
        drafts = [draft for draft in drafts if draft.claim.id not in gone]
        cues = [cue for told in attributions for cue in told.cue]
        drafts = in_their_towns(drafts, sorted(readings.places, key=lambda place: place.span))
        drafts = retold(page, readings, drafts, cues, self.modality)
        told = tuple(set_in(page, readings.places, cues, tell(_distinct(drafts)), self.modality))
        told = under_leads(page, told)
        told = tuple(in_their_region(one_scene(page, one_place_a_name(told)), readings.places))
        told = checked(page, told, readings.hedges)
        laid = ascribed(page, attributions, told, readings.actors, self.modality, own_voice)
        seen = sorted((*told, *laid), key=lambda c: c.span) if laid else told
        said = judged(page, attributions, readings)
        answers = (*laid, *rebuttals(page, said, seen, self.modality, readings.actors))
        answers = (*answers, *denied_after(behind, seen, own_voice))
        answers = (*answers, *alive(page, attributions, told, self.modality))
        bare = victims(page, attributions, told, readings.actors, own_voice, self.victims, self.modality)
        answers, told = (*answers, *bare), _without(told, bare)
        marked = scare_quotes(page, attributions)
        every = sorted((*told, *answers), key=lambda c: c.span) if answers else told
        claims = tuple(_marked(claim, marked) for claim in tie_denials(every, page, self.modality, readings.actors))
        claims = with_groups(page, claims, readings.actors, self.modality)
        claims = with_army(claims, readings.actors)
        claims = with_totals(page, claims)
        claims = tuple(_own_ids(sorted(claims, key=lambda c: c.span) if answers else claims))
        return claims, (*_unsettled(claims), *issues(peaceful))

    def _named(self, readings: Readings) -> bool:
        """Whether any word for violence stands in the report that tells of more than dying."""
        words = self.happenings
        return any(words.family(m.kind) in VIOLENT and m.rule not in words.natural for m in readings.happenings)

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
            if only_held(frame, found, self.happenings):
                continue
            told = teller_of(frame, scene, attributions, (), self.modality)
            if (told and told.stance in _WEIGHTY) or self._says_something(frame, scene):
                yield frame

    def _says_something(self, frame: Frame, scene: Scene) -> bool:
        """Whether a frame tells of a happening and does not only name one ("the attacks violate the law", "could not
        verify the toll")."""
        if any(not (c.low is None and c.best is None and c.high is None and c.implied is None) for c in frame.counts):
            return True
        if any(t.assertion.doubted for t in frame.triggers):
            return False
        harm = {t.mention.token for t in frame.triggers if t.mention.rule in self.happenings.harm}
        verbs = any(
            frame.sentence.tokens[h].pos in {"VERB", "AUX"}
            or carried(frame.sentence, h, self.modality) is not None
            or occurs(frame.sentence, h, self.modality)
            or reported(frame.sentence, h, self.modality)
            or repelled(frame.sentence, h, self.modality) is not None
            or befell(frame.sentence, h, self.modality)
            or (h not in harm and there_was(frame.sentence, h))  # "there were injuries" counts nobody
            for h in frame.heads
        )
        truces = (t.mention.token for t in frame.triggers if t.mention.kind is Happening.CEASEFIRE)
        verbs = verbs or any(concluded(frame.sentence, h, self.modality) for h in truces)
        anchored = any(frame.span.touches(t.span) and t.days is not None for t in scene.times)
        placed = any(frame.span.touches(p.span) and p.locative for p in scene.places)
        found = sides(frame, scene.actors, self.modality, self.happenings)
        if not means_war(frame, found, self.happenings, self.modality):
            return False
        if found.perpetrators and frame.family == VIOLENCE:
            verbs = verbs or any(done_by(frame.sentence, h, self.modality) for h in frame.heads)
        sided = bool(found.perpetrators or found.targets) + (found.charged or found.behind or found.owned)
        return 2 * verbs + anchored + placed + sided + bool(frame.counts) >= 2


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
    """The drafts without repeats of one id (two frames on the same words); what was avenged or only looked back on
    gives way ("attacked Kolm in retaliation for government attacks")."""
    found: dict[str, Draft] = {}
    for draft in drafts:
        known = found.get(draft.claim.id)
        if known is None or known.ground or not draft.ground:
            found[draft.claim.id] = draft
    return tuple(found.values())


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
