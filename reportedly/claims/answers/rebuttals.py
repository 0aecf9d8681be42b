"""The claims of one report and its attributions in, the claims that only deny what was told before out.

"The army denied the accusation", "Korvia rejected this", "the toll was disputed by the ministry": the words of the
denial name no happening. What they deny was told before, and kind, day and place are those of what is denied.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reportedly.claims.answers.answering import answer
from reportedly.claims.answers.of_whose import of_whose, told_by
from reportedly.claims.who.keys import keys_of
from reportedly.lexicon.modality import Modality
from reportedly.model.claim import Attribution, Claim, Note
from reportedly.model.reading import Who
from reportedly.model.text import Page, Sentence, Span
from reportedly.model.words import Happening, Role, Stance

_BACK = 4  # sentences between a denial and what it denies
_SHORT = 10  # words of a content that only points back
_LONG = 20  # words of a clause that disowns a deed
_TOLD = frozenset({Stance.STATES, Stance.DENIES})
_PLURAL = "NNS"
_SAID = frozenset({Happening.STATEMENT, Happening.OTHER})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rebuttal:
    told: Attribution
    sentence: Sentence
    span: Span


def rebuttals(
    page: Page, attributions: Sequence[Attribution], claims: Sequence[Claim], modality: Modality, actors: Sequence[Who]
) -> tuple[Claim, ...]:
    """One claim for each denial whose own words tell nothing, tied to what it denies. Where nothing was told that it
    can mean, there is none."""
    found: dict[tuple[int, str], Claim] = {}
    for rebuttal in _bare(page, attributions, claims, modality):
        for target in _meant(page, rebuttal, claims, modality, actors):
            found.setdefault((rebuttal.sentence.number, target.id), _claim(rebuttal, target))
    return tuple(found.values())


def _bare(
    page: Page, attributions: Sequence[Attribution], claims: Sequence[Claim], modality: Modality
) -> Iterator[_Rebuttal]:
    """The denials in which no claim of who denies stands; that he blames another beside them ("denied it and blamed the
    army") is none of it."""
    mine = [c for c in claims if c.stance is not Stance.ALLEGES]
    for said in attributions:
        sentence = page.sentence_at(said.cue[0].start) if said.cue else None
        disowned = sentence is not None and said.tells and _disowns(sentence, said, modality)
        told = replace(said, stance=Stance.DENIES) if disowned or disputes(sentence, said, modality) else said
        if told.stance is not Stance.DENIES or sentence is None or not told.source or not told.content:
            continue
        own = any(c.chain == told.chain and any(s.touches(c.span) for s in told.content) for c in mine)
        if own or _negated(sentence, told, modality) or told.chain[-1].role is Role.OUTLET:
            continue
        held = any(s.covers(c.span) for c in claims for s in told.content)
        if held or disowned or _points(sentence, told.content[0], modality):
            edges = (*told.source[:1], *told.cue, *told.content)
            span = Span(
                max(sentence.span.start, min(e.start for e in edges)), min(sentence.span.end, max(e.end for e in edges))
            )
            yield _Rebuttal(told=told, sentence=sentence, span=span)


def disputes(sentence: Sentence | None, said: Attribution, modality: Modality) -> bool:
    """Whether somebody's verb says that what another told is not so ("disagreed with the report")."""
    if sentence is None:
        return False
    return any(sentence.tokens[n].lemma.lower() in modality.disputing for s in said.cue for n in sentence.inside(s))


def _disowns(sentence: Sentence, told: Attribution, modality: Modality) -> bool:
    """Whether somebody says in a clause that it was not they ("was not involved", "had nothing to do with it")."""
    if told.stance not in _TOLD or not told.content:
        return False
    words = [sentence.tokens[n].text.lower() for span in told.content for n in sentence.inside(span)]
    said = f" {' '.join(words)} ".replace(" n't ", " not ")
    return len(words) <= _LONG and any(f" {phrase} " in said for phrase in modality.disowned)


def _negated(sentence: Sentence, told: Attribution, modality: Modality) -> bool:
    """Whether the words of denial are themselves negated ("did not deny"), or nobody denies."""
    words = {sentence.tokens[n].text.lower() for s in (*told.cue, *told.source) for n in sentence.inside(s)}
    return bool(words & (modality.negations | modality.nobody))


def _points(sentence: Sentence, content: Span, modality: Modality) -> bool:
    """Whether the content is a few words that point back ("this", "the accusation", "any involvement")."""
    head = sentence.head_of(content)
    if head is None or len(sentence.inside(content)) > _SHORT:
        return False
    word = sentence.tokens[head]
    points = word.lemma.lower() in modality.answered or word.text.lower() in modality.answered
    return points and not _says_of_what(sentence, head, modality)


def _says_of_what(sentence: Sentence, noun: int, modality: Modality) -> bool:
    """Whether the noun says itself what it is about, and that is no deed of war ("reports of a rift"); who it is the
    word of ("the claims of the rebels"), and which known thing it is about, does not."""
    about = (g for c in sentence.children[noun] if sentence.tokens[c].dep == "prep" for g in sentence.children[c])
    return any(
        sentence.tokens[n].dep == "pobj"
        and sentence.tokens[n].pos == "NOUN"
        and sentence.tokens[n].lemma.lower() not in modality.answered | modality.deeds | modality.misdeeds
        and sentence.tokens[sentence.tokens[n].head].text.lower() in modality.whole
        and not any(
            sentence.tokens[c].dep == "poss" or sentence.tokens[c].text.lower() in modality.definite
            for c in sentence.children[n]
        )
        for n in about
    )


def _meant(
    page: Page, rebuttal: _Rebuttal, claims: Sequence[Claim], modality: Modality, actors: Sequence[Who]
) -> Sequence[Claim]:
    """What is denied: a claim in the words denied, else the last one of whoever these name ("Korvia's claims"), else
    the last one that another told shortly before; every deed that who denies is accused of there, where more than one
    thing is denied ("the accusations")."""
    told = rebuttal.told
    others = [c for c in claims if c.stance is not Stance.DENIES and c.happening not in _SAID and c.chain != told.chain]
    spoken = _speaks_of_a_claim(rebuttal, modality)
    inside = [c for c in others if any(s.touches(c.span) for s in told.content)]
    inside = [c for c in inside if spoken or not _cited_there(c, told)]
    if inside:
        return [min(inside, key=lambda c: (c.span, c.id))]
    theirs = told_by(others, of_whose(rebuttal.sentence, told.content[0], actors, modality))
    if theirs:
        ahead = [c for c in theirs if c.span.start < rebuttal.span.start] or theirs[:1]
        return [max(ahead, key=lambda c: (_accused(c, told), c.span, c.id))]
    since = page.sentences[max(0, rebuttal.sentence.number - _BACK)].span.start
    before = [c for c in others if since <= c.span.start < rebuttal.span.start]
    best = max(
        before, key=lambda c: (_accused(c, told), c.stance is Stance.ALLEGES, _cites(c), c.span, c.id), default=None
    )
    if best is None or _repeats(page, rebuttal, claims):
        return []
    if not _accused(best, told) or not _several(rebuttal, modality):
        return [best]
    deeds = {_deed(c): c for c in sorted(before, key=lambda c: (c.span, c.id)) if _accused(c, told) and _cites(c)}
    return [*(c for deed, c in deeds.items() if deed != _deed(best)), best]


def _repeats(page: Page, rebuttal: _Rebuttal, claims: Sequence[Claim]) -> bool:
    """Whether the sentence before is a denial itself: then the same is denied again ("This is misinformation")."""
    before = page.sentences[max(0, rebuttal.sentence.number - 1)].span
    denied = (c for c in claims if c.stance is Stance.DENIES and before.covers(c.span))
    return any(len(c.chain) > 1 for c in denied) and before.end <= rebuttal.sentence.span.start


def _deed(claim: Claim) -> tuple[object, ...]:
    """What tells one deed from another, where it is told twice."""
    return claim.happening, claim.days, claim.place and claim.place.name


def _several(rebuttal: _Rebuttal, modality: Modality) -> bool:
    """Whether the words of the denial point back at more than one thing ("the accusations", "them")."""
    tokens = rebuttal.sentence.tokens
    numbers = [n for span in rebuttal.told.content for n in rebuttal.sentence.inside(span)]
    return any(
        tokens[n].text.lower() in modality.answered_several
        or (tokens[n].tag == _PLURAL and tokens[n].lemma.lower() in modality.answered)
        for n in numbers
    )


def _speaks_of_a_claim(rebuttal: _Rebuttal, modality: Modality) -> bool:
    """Whether what is denied is itself what somebody tells ("Korvia's claims that the army shelled Kolm")."""
    head = rebuttal.sentence.head_of(rebuttal.told.content[0])
    return head is not None and rebuttal.sentence.tokens[head].lemma.lower() in modality.answered


def _cited_there(claim: Claim, told: Attribution) -> bool:
    """Whether the claim's teller speaks inside the words denied: what he tells is another matter."""
    span = claim.chain[-1].span
    return span is not None and any(s.covers(span) for s in told.content)


def _cites(claim: Claim) -> bool:
    """Whether somebody is cited: a denial seldom answers the report's own background."""
    return len(claim.chain) > 1


def _accused(claim: Claim, told: Attribution) -> bool:
    """Whether the claim says that who denies did it."""
    return bool(keys_of(told.chain[-1:]) & keys_of(claim.perpetrators))


def _claim(rebuttal: _Rebuttal, target: Claim) -> Claim:
    told = rebuttal.told
    who = " → ".join(t.name or "the outlet" for t in told.chain)
    because = Note(field="chain", rule=told.rule, text=f"told by {who}", span=told.cue[0])
    return answer(told, target, rebuttal.span, because, target.perpetrators if _accused(target, told) else ())
