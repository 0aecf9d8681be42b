"""The claims of one report and its attributions in, the claims that only say who did what was told before out.

"The Front claimed responsibility", "police blamed the militia", "the army said the Front was responsible": the words
name a doer and no happening. The deed was told before; kind, day and place are those of what was told.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reportedly.attributions.govern import governing
from reportedly.claims.answers.answering import ascription
from reportedly.claims.drafts import violent
from reportedly.claims.who.keys import as_teller
from reportedly.claims.who.pointing_back import Ascribed, pointing_back
from reportedly.claims.who.speaking import who_claims
from reportedly.lexicon.modality import Modality
from reportedly.model.claim import Attribution, Claim, Note, Teller
from reportedly.model.reading import Who
from reportedly.model.text import Page, Sentence, Span
from reportedly.model.words import Happening, Role, Stance

_BACK = 4
"""Sentences between the deed and the words that say whose it is."""
_DAMAGE = frozenset({Happening.ABDUCTION, Happening.INFRASTRUCTURE_DAMAGE, Happening.HERITAGE_DAMAGE})
_OBJECTS = frozenset({"dobj", "nsubjpass"})
_PARTIES = frozenset({"armed-group", "militia", "military", "police", "state", "government", "coalition"})
_RULE = "code:pointing-back"
_CLAIMING = _PARTIES | {"organisation"}  # a group that no vocabulary knows may claim a deed


@dataclass(frozen=True, slots=True, kw_only=True)
class _Ascription:
    told: Attribution
    sentence: Sentence
    stance: Stance
    doers: tuple[Who, ...]


def ascribed(
    page: Page,
    attributions: Sequence[Attribution],
    claims: Sequence[Claim],
    actors: Sequence[Who],
    modality: Modality,
    own_voice: tuple[Teller, ...],
) -> tuple[Claim, ...]:
    """One claim for each sentence that only says who did the deed told last, or for each deed where it points back at
    several. Where none was told shortly before, there is none."""
    found: dict[int, tuple[Claim, ...]] = {}
    for said in (
        *_bare(page, attributions, claims, actors, modality),
        *_pointed(page, attributions, claims, actors, modality, own_voice),
    ):
        targets = _meant(page, said, claims, several=_several(said, modality))
        if targets:
            found.setdefault(said.sentence.number, tuple(_claim(said, target) for target in targets))
    return tuple(claim for told in found.values() for claim in told)


def _pointed(
    page: Page,
    attributions: Sequence[Attribution],
    claims: Sequence[Claim],
    actors: Sequence[Who],
    modality: Modality,
    own_voice: tuple[Teller, ...],
) -> Iterator[_Ascription]:
    """What sentences say by pointing back at the deed, whoever tells it. A sentence whose own deed has a doer says no
    more."""
    parties: dict[int, list[Who]] = {}
    for who in actors:
        if who.kind in _PARTIES and not who.described:
            parties.setdefault(who.sentence, []).append(who)
    for sentence in page.sentences:
        here = parties.get(sentence.number)
        if not here or any(c.perpetrators and c.span.touches(sentence.span) for c in claims):
            continue
        for said in pointing_back(sentence, here, modality):
            told = _teller(sentence, said, attributions, actors, own_voice)
            if told.stance is Stance.DENIES:
                continue  # "police denied that the militia was involved"
            told = replace(told, hedge=said.hedge) if said.hedge else told
            yield _Ascription(told=told, sentence=sentence, stance=said.stance, doers=said.doers)


def _teller(
    sentence: Sentence,
    said: Ascribed,
    attributions: Sequence[Attribution],
    actors: Sequence[Who],
    own_voice: tuple[Teller, ...],
) -> Attribution:
    """Whose words they are: of whoever is said to tell them, else of who blames, else the report's own."""
    cue = said.span(sentence)
    told = governing(attributions, cue) or next((a for a in attributions if a.tells and cue in a.cue), None)
    if told is not None:
        return told
    accuser = next((w for w in actors if w.sentence == sentence.number and w.head == said.by), None)
    blames = said.stance is Stance.ALLEGES and accuser is not None and accuser not in said.doers
    chain = (*own_voice, as_teller(accuser)) if blames and accuser else own_voice
    source = (accuser.span,) if blames and accuser else ()
    return Attribution(source=source, cue=(cue,), content=(), stance=said.stance, chain=chain, rule=_RULE)


def _bare(
    page: Page,
    attributions: Sequence[Attribution],
    claims: Sequence[Claim],
    actors: Sequence[Who],
    modality: Modality,
) -> Iterator[_Ascription]:
    for told in attributions:
        sentence = page.sentence_at(told.cue[0].start) if told.cue else None
        if sentence is None or not told.source or not told.content or _negated(sentence, told, modality):
            continue
        if any(c.span.touches(sentence.span) for c in claims):
            continue
        here = [w for w in actors if w.sentence == sentence.number and not w.described]
        if told.stance is Stance.CLAIMS_RESPONSIBILITY and told.chain[-1].role is not Role.OUTLET:
            named = tuple(w for w in who_claims(told, sentence, actors, modality) if w.kind in _CLAIMING)
            yield _Ascription(told=told, sentence=sentence, stance=told.stance, doers=named[:1])
        elif told.tells and _takes_blame(sentence, told, modality):
            named = tuple(w for w in who_claims(told, sentence, actors, modality) if w.kind in _CLAIMING)
            yield _Ascription(told=told, sentence=sentence, stance=Stance.CLAIMS_RESPONSIBILITY, doers=named[:1])
        elif told.tells and told.stance in {Stance.ALLEGES, Stance.STATES}:
            seats = _held(sentence, told, modality)
            named = tuple(w for w in here if w.kind in _PARTIES and seats & set(sentence.inside(w.span)))
            yield _Ascription(told=told, sentence=sentence, stance=Stance.ALLEGES, doers=named)


def _negated(sentence: Sentence, told: Attribution, modality: Modality) -> bool:
    """Whether nobody says so, or it is said of nobody ("no one has claimed", "was not responsible")."""
    spans = (*told.source, *told.cue, *told.content)
    words = {sentence.tokens[n].text.lower() for s in spans for n in sentence.inside(s)}
    return bool(words & (modality.negations | modality.nobody))


def _takes_blame(sentence: Sentence, told: Attribution, modality: Modality) -> bool:
    """Whether an armed group says of itself that it was responsible ("the Front, which said they were responsible")."""
    if told.stance is not Stance.STATES or told.chain[-1].role is not Role.ARMED_GROUP:
        return False
    own = modality.stands_in | modality.stands_in_one | modality.speakers
    return any(sentence.tokens[n].text.lower() in own for n in _held(sentence, told, modality))


def _held(sentence: Sentence, told: Attribution, modality: Modality) -> set[int]:
    """Token numbers of whom the words blame: the object of a verb of blame, the subject of "was responsible"; none
    where another matter is named ("accused the army of lying")."""
    found: set[int] = set()
    spans = (*told.cue, *told.content)
    for number in (n for s in spans for n in sentence.inside(s)):
        token = sentence.tokens[number]
        if token.lemma.lower() in modality.blaming and token.pos == "VERB":
            blamed = [c for c in sentence.children[number] if sentence.tokens[c].dep in _OBJECTS]
        elif token.lemma.lower() in modality.authors and token.dep in {"acomp", "attr"}:
            blamed = [c for c in sentence.children[token.head] if sentence.tokens[c].dep == "nsubj"]
        else:
            continue
        if all(_points_back(sentence, n, modality) for n in (number, *blamed)):
            found |= {n for b in blamed for n in sentence.subtree(b)}
    return found


def _points_back(sentence: Sentence, number: int, modality: Modality) -> bool:
    """Whether what somebody is blamed for, behind the verb or where the parser hangs it on whom it blames, is left out
    or only pointed at ("the crime", "it")."""
    below = [c for c in sentence.children[number] if sentence.tokens[c].dep in {"prep", "pcomp", "xcomp", "ccomp"}]
    named = [g for c in below for g in sentence.children[c] if sentence.tokens[g].dep in {"pobj", "pcomp"}]
    plain = all(sentence.tokens[c].dep == "prep" for c in below)
    return plain and all(sentence.tokens[n].lemma.lower() in modality.deeds for n in named)


def _several(said: _Ascription, modality: Modality) -> bool:
    """Whether the words point back at more than one deed ("claimed responsibility for both attacks")."""
    tokens, children = said.sentence.tokens, said.sentence.children
    return any(
        token.tag == "NNS"
        and token.lemma.lower() in modality.deeds
        and any(tokens[c].text.lower() in modality.answered_several for c in children[number])
        for number, token in enumerate(tokens)
    )


def _meant(page: Page, said: _Ascription, claims: Sequence[Claim], *, several: bool) -> list[Claim]:
    """The deed told last before, by whomever; a running total and a denial are none. Of several, with it those before
    of whom nobody is said to have done them."""
    if not said.doers:
        return []
    since = page.sentences[max(0, said.sentence.number - _BACK)].span.start
    before = sorted(
        (
            c
            for c in claims
            if since <= c.span.start < said.sentence.span.end
            and c.stance is not Stance.DENIES
            and (violent(c) or c.happening in _DAMAGE)
            and not c.container
        ),
        key=lambda c: (c.span, c.id),
    )
    return [c for c in before[:-1] if several and not c.perpetrators] + before[-1:]


def _claim(said: _Ascription, target: Claim) -> Claim:
    told, first = said.told, said.sentence
    who = " → ".join(t.name or "the outlet" for t in told.chain)
    span = Span(first.tokens[0].start, first.tokens[-1].end)
    because = Note(field="chain", rule=told.rule, text=f"told by {who}", span=told.cue[0])
    return ascription(told, target, span, because, said.doers, said.stance)
