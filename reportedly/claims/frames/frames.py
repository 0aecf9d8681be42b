"""The happening words and counts of one sentence in, frames out: one frame for each thing said to have happened.

All words for violence in one stretch of telling belong to one frame ("a shell hit the post, killing three"), unless
the sentence itself keeps two apart: two tolls of one measure in two clauses ("15 were killed in Dolvi while six died in
Lipna").
Words for control, movement, holding and truce make a frame for each clause.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, replace

from reportedly.claims.frames.asides import ranked
from reportedly.claims.frames.assertion import Assertion, asserted, clause_head
from reportedly.claims.frames.at_once import at_once
from reportedly.claims.frames.counted_off import NOWHERE, counted_off
from reportedly.claims.frames.hollow import hollow
from reportedly.claims.frames.imagined import imagined, rehearsed
from reportedly.claims.frames.known_for import known_for
from reportedly.lexicon.happenings import Happenings
from reportedly.lexicon.modality import Modality
from reportedly.model.mention import HappeningMention
from reportedly.model.reading import HowMany
from reportedly.model.text import Sentence, Span
from reportedly.model.words import Happening, Measure

VIOLENCE = "violence"
"""The family of frames of deeds that do harm."""
VIOLENT = frozenset({"remote", "fighting"})

KIND_OF_MEASURE = {
    Measure.KILLED: Happening.OTHER_VIOLENCE,
    Measure.WOUNDED: Happening.OTHER_VIOLENCE,
    Measure.CASUALTIES: Happening.OTHER_VIOLENCE,
    Measure.LOSSES: Happening.ARMED_CLASH,
    Measure.MISSING: Happening.OTHER,
    Measure.ABDUCTED: Happening.ABDUCTION,
    Measure.CAPTURED: Happening.ARREST,
    Measure.ARRESTED: Happening.ARREST,
    Measure.DISPLACED: Happening.DISPLACEMENT,
    Measure.EVACUATED: Happening.EVACUATION,
    Measure.STRIKES: Happening.AIR_STRIKE,
    Measure.SORTIES: Happening.AIR_STRIKE,
    Measure.SHELLS: Happening.SHELLING,
    Measure.AREA_KM2: Happening.TERRITORY_GAINED,
    Measure.VILLAGES: Happening.TERRITORY_GAINED,
    Measure.BUILDINGS: Happening.INFRASTRUCTURE_DAMAGE,
    Measure.VEHICLES: Happening.ARMED_CLASH,
    Measure.AIRCRAFT: Happening.AIRCRAFT_LOST,
}
"""What must have happened for a measure to be counted, where no word of the clause says it."""

_HARM = frozenset({Measure.KILLED, Measure.WOUNDED, Measure.CASUALTIES, Measure.LOSSES})
_NOUNS = frozenset({"NOUN", "PROPN"})
_THINGS = frozenset({Measure.AIRCRAFT, Measure.VEHICLES, Measure.BUILDINGS})


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """A happening word with its clause, how far it is asserted, and the stretch of telling that it stands in."""

    mention: HappeningMention
    clause: int
    assertion: Assertion
    telling: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """One thing said to have happened in one sentence."""

    sentence: Sentence
    family: str
    triggers: tuple[Trigger, ...]
    counts: tuple[HowMany, ...]
    span: Span

    @property
    def heads(self) -> tuple[int, ...]:
        """The token numbers of the happening words."""
        return tuple(t.mention.token for t in self.triggers)


@dataclass(slots=True)
class _Draft:
    family: str
    telling: int
    triggers: list[Trigger]
    counts: list[HowMany]


def frames(
    sentence: Sentence,
    mentions: Sequence[HappeningMention],
    counts: Sequence[HowMany],
    tellings: Sequence[Span],
    lexicon: Happenings,
    modality: Modality,
    denied: Sequence[Span] = (),
    steps: Sequence[Span] = (),
) -> tuple[Frame, ...]:
    """The frames of a sentence. ``tellings`` are the stretches of it that are each told by somebody else; what stands
    in a stretch ``denied`` may still be to come ("denied that it would send troops"); ``steps`` are the lengths of days
    by which one thing may be counted from another."""
    deeds = frozenset(m.token for m in mentions)
    triggers = [
        Trigger(
            mention=m,
            clause=clause_head(sentence, m.token),
            assertion=_asserted(sentence, m, lexicon, modality, deeds),
            telling=telling_of(m.span, tellings),
        )
        for m in mentions
    ]
    triggers = [t for t in triggers if not _only_describes(sentence, t, lexicon)]
    played = not any(c.measure in _HARM for c in counts)
    real = [t for t in triggers if _real(sentence, t, lexicon, modality, denied, played=played)]
    aside = [t for t in real if t.mention.rule in lexicon.presence or _fled(sentence, t, modality)]
    real = [t for t in real if t not in aside or _alone(t, real, counts)]
    real = [t for t in real if not _got_away(sentence, t, real, lexicon)]
    drafts = _drafts(sentence, real, lexicon, steps, modality)
    unreal = {t.mention.token for t in triggers if t not in real}
    for count in counts:
        if count.event is None or count.event not in unreal:
            _place(sentence, count, drafts, tellings, modality)
    split = [part for draft in drafts for part in _apart(sentence, draft, modality)]
    return tuple(_frame(sentence, d, split, tellings) for d in split if d.triggers or d.counts)


def _asserted(
    sentence: Sentence, mention: HappeningMention, lexicon: Happenings, modality: Modality, deeds: Set[int]
) -> Assertion:
    """How firmly the word is said. A part "limited to advice" is a denial of any other."""
    told = asserted(sentence, mention.token, modality, deeds)
    return replace(told, negated=not told.negated) if mention.rule in lexicon.limits else told


def _fled(sentence: Sentence, trigger: Trigger, modality: Modality) -> bool:
    """Whether it is only what people ran from ("were hit as they were fleeing fighting", "hid from the raids")."""
    token = sentence.tokens[trigger.mention.token]
    above = sentence.tokens[token.head]
    if token.dep in {"pobj", "pcomp"} and above.text.lower() in modality.off:
        return sentence.tokens[above.head].lemma.lower() in modality.sheltering
    return token.dep == "dobj" and token.pos == "NOUN" and above.lemma.lower() in modality.fleeing


def _got_away(sentence: Sentence, trigger: Trigger, triggers: Sequence[Trigger], lexicon: Happenings) -> bool:
    """Whether it is only how the doers of a deed told beside it got away ("shot two guards and then fled"): no movement
    of forces. Who fled a place named did move."""
    verb, tokens = trigger.mention.token, sentence.tokens
    if trigger.mention.kind is not Happening.DISPLACEMENT or tokens[verb].dep not in {"conj", "pcomp", "advcl"}:
        return False
    below = {tokens[c].dep for c in sentence.children[verb]}
    deeds = {t.mention.token for t in triggers if lexicon.family(t.mention.kind) in VIOLENT}
    did = tokens[tokens[verb].head]
    passive = any(tokens[c].dep in {"nsubjpass", "auxpass"} for c in sentence.children[tokens[verb].head])
    own = below & {"nsubj", "nsubjpass", "dobj", "auxpass"}
    return not own and not passive and did.pos == "VERB" and tokens[verb].head in deeds


def _alone(trigger: Trigger, triggers: Sequence[Trigger], counts: Sequence[HowMany]) -> bool:
    """Whether nothing else is told beside a word that only says where forces are ("there were soldiers in the village
    when the shell struck")."""
    return not any(c.measure in KIND_OF_MEASURE for c in counts) and all(
        t is trigger or t.telling != trigger.telling for t in triggers
    )


def _only_describes(sentence: Sentence, trigger: Trigger, lexicon: Happenings) -> bool:
    """Whether a word for control only says which ground is meant ("the liberated areas"), a participle which forces
    ("the attacking forces"), or which people ("a shelter for displaced families"): it tells of no gain, of no attack
    and of no flight."""
    token = sentence.tokens[trigger.mention.token]
    if token.dep != "amod":
        return False
    if trigger.mention.kind is Happening.DISPLACEMENT and token.tag == "VBN":
        return True
    forces = token.tag == "VBG" and sentence.tokens[token.head].lemma.lower() in lexicon.things["forces"].nouns
    return forces or lexicon.family(trigger.mention.kind) == "control"


def _real(
    sentence: Sentence,
    trigger: Trigger,
    lexicon: Happenings,
    modality: Modality,
    denied: Sequence[Span],
    *,
    played: bool,
) -> bool:
    """Whether the word tells of something that happened, or of something to come that somebody denies or rules out
    ("denied that it would send troops", "insisted that it will not send troops"). ``played`` says that nobody came to
    harm, so that an exercise may be meant."""
    token = trigger.mention.token
    if hollow(sentence, trigger.mention, lexicon, modality) or imagined(sentence, token, modality):
        return False
    if played and rehearsed(sentence, token, modality):
        return False
    told = trigger.assertion
    return told.real or ((told.foretold or told.refused) and _lies_in(denied, trigger.mention.span))


def _lies_in(stretches: Iterable[Span], span: Span) -> bool:
    return any(stretch.covers(span) for stretch in stretches)


def telling_of(span: Span, tellings: Sequence[Span]) -> int:
    """The number of the innermost telling that holds a span, or -1 for the rest of the sentence."""
    held = [n for n, t in enumerate(tellings) if t.covers(span) or (t.touches(span) and t.start <= span.start)]
    return min(held, key=lambda n: tellings[n].end - tellings[n].start, default=-1)


def _drafts(
    sentence: Sentence, triggers: Iterable[Trigger], lexicon: Happenings, steps: Sequence[Span], modality: Modality
) -> list[_Draft]:
    found: dict[tuple[object, ...], _Draft] = {}
    for trigger in triggers:
        family = lexicon.family(trigger.mention.kind)
        violent = family in VIOLENT
        recalled = known_for(sentence, trigger.mention.token, modality)
        off = counted_off(sentence, trigger.mention.token, steps, modality) if recalled is None else recalled
        key = (VIOLENCE, trigger.telling, off) if violent else (family, trigger.telling, trigger.clause)
        draft = found.setdefault(key, _Draft(VIOLENCE if violent else family, trigger.telling, [], []))
        draft.triggers.append(trigger)
    _told_with_rest(sentence, found, lexicon, modality)
    drafts = list(found.values())
    for draft in [d for d in drafts if d.family == "damage"]:
        clauses = {t.clause for t in draft.triggers}
        host = next(
            (d for d in drafts if d.family == VIOLENCE and clauses & {t.clause for t in d.triggers}),
            None,
        )
        if host is not None and all(t.mention.kind is not Happening.HERITAGE_DAMAGE for t in draft.triggers):
            host.triggers += draft.triggers
            drafts.remove(draft)
    return drafts


def _told_with_rest(
    sentence: Sentence, found: dict[tuple[object, ...], _Draft], lexicon: Happenings, modality: Modality
) -> None:
    """Lays what a clause of "since" or the words behind "amid" tell to the rest, where that only says that people came
    to harm ("killed since shelling began in May", "killed amid clashes"): they say what of."""
    for key in [k for k in found if k[0] == VIOLENCE]:
        host = found.get((*key[:2], NOWHERE))
        joint = sentence.tokens[key[2]].text.lower() if isinstance(key[2], int) and key[2] >= 0 else ""
        windowed = joint in modality.windows and not (isinstance(key[2], int) and ranked(sentence, key[2]))
        since = host and windowed and all(_is_open(t) for t in host.triggers)
        amid = host and joint in modality.amid and all(t.mention.rule in lexicon.harm for t in host.triggers)
        if host and (since or amid):
            host.triggers += found.pop(key).triggers


def _is_open(trigger: Trigger) -> bool:
    return trigger.mention.kind is Happening.OTHER_VIOLENCE


def _place(
    sentence: Sentence, count: HowMany, drafts: list[_Draft], tellings: Sequence[Span], modality: Modality
) -> None:
    """Puts a count into the frame of its event, of its clause, or of its telling; else makes a frame for it. Things
    that are only there ("called in two helicopters") make none."""
    telling = telling_of(count.span, tellings)
    by_event = [
        d for d in drafts if count.event is not None and any(t.mention.token == count.event for t in d.triggers)
    ]
    head = count.event if count.event is not None else count.head
    clause = clause_head(sentence, head) if head is not None else -1
    by_clause = [d for d in drafts if any(t.clause == clause for t in d.triggers) and _suits(count, d)]
    by_telling = [d for d in drafts if d.telling == telling and _suits(count, d)]
    for choice in (by_event, by_clause, by_telling):
        if choice:
            choice[0].counts.append(count)
            return
    if count.measure is Measure.DISPLACED and _only_there(count):
        return
    if count.measure in _THINGS and (count.event is None or _only_had(sentence, count, modality)):
        return
    if count.measure in KIND_OF_MEASURE:
        family = VIOLENCE if count.measure in _HARM else "count"
        drafts.append(_Draft(family, telling, [], [count]))


def _only_had(sentence: Sentence, count: HowMany, modality: Modality) -> bool:
    """Whether a verb of having brings the things, and nothing is said to have befallen them ("has 40 aircraft")."""
    if count.head is None or count.event != count.head:
        return False
    token = sentence.tokens[count.head]
    return token.dep == "dobj" and sentence.tokens[token.head].lemma.lower() in modality.having


def _only_there(count: HowMany) -> bool:
    """Whether nothing befalls those counted, whose words only say who they are ("a school for 50 displaced people")."""
    return count.event in (None, count.head)


def _suits(count: HowMany, draft: _Draft) -> bool:
    """Whether a count can belong to a frame: harm to violence, land to control, and so on."""
    if count.measure in _HARM or count.measure in {Measure.STRIKES, Measure.SORTIES, Measure.SHELLS, Measure.VEHICLES}:
        return draft.family in {VIOLENCE, "damage"}
    if count.measure in {Measure.AREA_KM2, Measure.VILLAGES}:
        return draft.family == "control"
    if count.measure in {Measure.DISPLACED, Measure.EVACUATED}:
        return draft.family == "movement"
    if count.measure in {Measure.CAPTURED, Measure.ABDUCTED, Measure.ARRESTED, Measure.MISSING}:
        return draft.family == "holding"
    return True


def _apart(sentence: Sentence, draft: _Draft, modality: Modality) -> list[_Draft]:
    """The draft, cut where two clauses each bring a toll of one measure, or each a doer and an object of their own."""
    anchors = _rivals(sentence, draft)
    if len(anchors) < 2:
        anchors = at_once(sentence, {t.clause for t in draft.triggers}, modality)
    if len(anchors) < 2:
        return [draft]
    parts = {anchor: _Draft(draft.family, draft.telling, [], []) for anchor in anchors}
    for trigger in draft.triggers:
        parts[_nearest(sentence, trigger.mention.token, anchors)].triggers.append(trigger)
    for count in draft.counts:
        parts[_nearest(sentence, _seat(count), anchors)].counts.append(count)
    return list(parts.values())


def _rivals(sentence: Sentence, draft: _Draft) -> list[int]:
    """The clause heads that each carry a whole toll of one measure."""
    seats: dict[Measure, dict[int, HowMany]] = {}
    for count in draft.counts:
        if count.part_of is None and count.measure in _HARM:
            seats.setdefault(count.measure, {}).setdefault(clause_head(sentence, _seat(count)), count)
    rivals = max(seats.values(), key=len, default={})
    return sorted(rivals)


def _seat(count: HowMany) -> int:
    return count.event if count.event is not None else (count.head or 0)


def _nearest(sentence: Sentence, token: int, anchors: Sequence[int]) -> int:
    """The anchor clause that holds a token, else the one that stands nearest to it."""
    for above in (token, *sentence.ancestors(token)):
        if above in anchors:
            return above
    return min(anchors, key=lambda a: (abs(a - token), a))


def _frame(sentence: Sentence, draft: _Draft, drafts: Sequence[_Draft], tellings: Sequence[Span]) -> Frame:
    return Frame(
        sentence=sentence,
        family=draft.family,
        triggers=tuple(draft.triggers),
        counts=tuple(draft.counts),
        span=_extent(sentence, draft, drafts, tellings),
    )


def _extent(sentence: Sentence, draft: _Draft, drafts: Sequence[_Draft], tellings: Sequence[Span]) -> Span:
    """The words of a frame: its telling or sentence if it is alone there, else its clauses."""
    whole = tellings[draft.telling] if draft.telling >= 0 else sentence.span
    whole = Span(max(whole.start, sentence.span.start), max(min(whole.end, sentence.span.end), sentence.span.start))
    alone = sum(1 for d in drafts if d.telling == draft.telling) == 1
    if alone and whole.start < whole.end:
        return whole
    edges: list[Span] = [t.mention.span for t in draft.triggers] + [c.span for c in draft.counts]
    others = {t.clause for d in drafts if d is not draft for t in d.triggers}
    for clause in {t.clause for t in draft.triggers} or {clause_head(sentence, _seat(c)) for c in draft.counts}:
        edges += [sentence.tokens[n].span for n in _own(sentence, clause, others - {clause})]
    start, end = min(e.start for e in edges), max(e.end for e in edges)
    return Span(max(start, whole.start), max(min(end, whole.end), max(start, whole.start)))


def _own(sentence: Sentence, clause: int, others: set[int]) -> list[int]:
    """The tokens of a clause, without the clauses inside it that have frames of their own."""
    found, waiting = [], [clause]
    while waiting:
        here = waiting.pop()
        found.append(here)
        waiting += [c for c in sentence.children[here] if c not in others]
    return found
