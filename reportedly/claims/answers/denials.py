"""The claims of one report in, the same with each denial tied to the claims that it denies out."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import replace

from reportedly.claims.answers.denied_too import denied_too
from reportedly.claims.answers.forces_there import forces_there
from reportedly.claims.answers.of_whose import OF_WHOSE, of_whose, told_by
from reportedly.claims.drafts import TAKEN_OVER, near
from reportedly.lexicon.modality import Modality
from reportedly.model.claim import Claim, Note
from reportedly.model.reading import Who
from reportedly.model.text import Page, Sentence
from reportedly.model.words import Happening, Stance

_AGREES = 2
_SAID = frozenset({Happening.STATEMENT, Happening.OTHER})


def tie_denials(
    claims: Sequence[Claim], page: Page, modality: Modality, actors: Sequence[Who] = ()
) -> tuple[Claim, ...]:
    """Ties each denial to the claim of another teller that it agrees with most, those before it first, and to the
    others that it answers too; a denial that agrees with none enough stays open. One that says whose claim it denies
    ("Korvia's claim") answers that party's word, where the report tells it; one by a party that has no forces in a
    place, all that is told of its forces there."""
    return tuple(
        _tied(n, claims, page, modality, actors) if c.stance is Stance.DENIES and not c.denies else c
        for n, c in enumerate(claims)
    )


def _tied(number: int, claims: Sequence[Claim], page: Page, modality: Modality, actors: Sequence[Who]) -> Claim:
    denial = claims[number]
    order = [*reversed(claims[:number]), *claims[number + 1 :]]
    others = [c for c in order if _deniable(denial, c)]
    sentence = page.sentence_at(denial.span.start)
    whose = of_whose(sentence, denial.span, actors, modality) if sentence is not None else frozenset()
    theirs = [c for c in told_by(others, whose) if c.happening not in _SAID] if whose else []
    deniable = theirs or [c for c in others if _akin(denial, c)]
    last = next((c for c in deniable if c.span.start < denial.span.start), None)
    said = page.sentence_at(denial.span.start)
    scored = [(likeness(denial, c) + _order(denial, c, last, said), -rank, c.id) for rank, c in enumerate(deniable)]
    best = max(scored, default=None)
    there = forces_there(denial, claims, actors) if not whose and len(denial.chain) > 1 else ()
    if best is None or (best[0] < _enough(denial) and not theirs):
        if whose:
            return replace(denial, notes=(*denial.notes, _whose(denial, whose)))
        return replace(denial, denies=tuple(c.id for c in there))
    target = next(c for c in deniable if c.id == best[2])
    taken = any(note.field == "happening" and note.rule == TAKEN_OVER for note in denial.notes)
    also = denied_too(denial, target, others, page, modality) if len(denial.chain) > 1 else ()
    also = _in_order(claims, {*also, *(c.id for c in there)} - {target.id})
    return replace(denial, denies=(target.id, *also), happening=target.happening if taken else denial.happening)


def _in_order(claims: Sequence[Claim], ids: Set[str]) -> tuple[str, ...]:
    """The ids, in the order of the report."""
    return tuple(claim.id for claim in sorted(claims, key=lambda c: (c.span, c.id)) if claim.id in ids)


def _whose(denial: Claim, whose: frozenset[str]) -> Note:
    """Whose claim an open denial is about: reports of others may tell it."""
    return Note(field="denies", rule=OF_WHOSE, text=", ".join(sorted(whose)), span=denial.span)


def _order(denial: Claim, claim: Claim, last: Claim | None, said: Sentence | None) -> int:
    """What the place in the report says: a denial answers what was told before it, most often just before, or what its
    own sentence sets it against ("although Korvia insists that it sent nobody, reports tell of convoys")."""
    if claim.span.start > denial.span.start:
        return 2 if said is not None and said.span.covers(claim.span) else -2
    return 1 if claim is last else 0


def _akin(denial: Claim, claim: Claim) -> bool:
    """Whether the two are of one kind, or more than a place agrees."""
    return denial.happening is claim.happening or likeness(denial, claim) >= _AGREES


def _enough(denial: Claim) -> int:
    """What must agree: less where somebody denies, more where the report itself only says that it was not so."""
    return 2 if len(denial.chain) > 1 and denial.chain[-1].name is not None else 4


def _deniable(denial: Claim, claim: Claim) -> bool:
    """Whether somebody else says it: nobody denies the words of his own side, whatever it is called there. But a party
    may come to say that it has the forces that it said it had not."""
    if claim.stance is Stance.DENIES:
        return False
    both_moved = denial.happening is Happening.DEPLOYMENT and claim.happening is Happening.DEPLOYMENT
    return len(denial.chain) < 2 or _voice(claim) != _voice(denial) or both_moved


def _voice(claim: Claim) -> str | None:
    """The party that speaks last in the chain, or who does where no party is known."""
    last = claim.chain[-1] if claim.chain else None
    return None if last is None else last.side or last.actor_id or last.name


def likeness(denial: Claim, claim: Claim) -> int:
    """How much a denial and a claim share: numbers of a toll, those harmed, the happening, the place; and whether who
    denies did it or suffered it, as the claim has it."""
    score = 3 * bool(_numbers(denial) & _numbers(claim))
    score += 2 * bool(_sides(denial) & _concerned(claim))
    score += 2 * bool(_names(denial) & _names(claim))
    score += 2 * (denial.happening is claim.happening)
    if denial.place is not None and claim.place is not None:
        score += 1 if near(denial.place, claim.place) else -2
    return score


def _numbers(claim: Claim) -> frozenset[tuple[str, int]]:
    return frozenset((t.measure.value, t.best) for t in claim.tolls if t.best is not None)


def _names(claim: Claim) -> frozenset[str]:
    return frozenset(w.actor_id or w.name for w in (*claim.targets, *claim.perpetrators))


def _sides(denial: Claim) -> frozenset[str]:
    """Who denies, and for which party."""
    last = denial.chain[-1]
    return frozenset(key for key in (last.side, last.actor_id) if key)


def _concerned(claim: Claim) -> frozenset[str]:
    """The parties that a claim says did it or suffered it."""
    parties = (*claim.perpetrators, *claim.targets)
    return frozenset(key for who in parties for key in (who.side, who.actor_id) if key)
