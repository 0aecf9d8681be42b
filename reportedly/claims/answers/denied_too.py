"""A denial of a report, what it answers first of all and the other claims of the report in, those out that it answers
too.

One sentence may deny much: "denied that it had struck the school or the clinic", "said that it had carried out no
strikes that day". What the denial's own words set apart (another day, another place) is not what it answers.
"""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.claims.drafts import TAKEN_OVER, near
from reportedly.claims.who.keys import keys_of
from reportedly.lexicon.modality import Modality
from reportedly.model.claim import Claim
from reportedly.model.text import Page, Sentence, Span
from reportedly.model.words import Stance

_ASSERTED = frozenset({Stance.STATES, Stance.ALLEGES, Stance.CONFIRMS, Stance.CLAIMS_RESPONSIBILITY})
_THINGS = frozenset({"NOUN", "PROPN"})
_TELLING = 2  # a smaller count is met by chance


def denied_too(denial: Claim, first: Claim, others: Sequence[Claim], page: Page, modality: Modality) -> tuple[str, ...]:
    """The ids of the claims that the denial answers beside the first, in the order of the report: those that tell the
    same, that tell of the next thing in a row that it names, or that it denies altogether. ``others`` are told by
    others than the one who denies."""
    row = _row(denial, page)
    told = _words(first, page)
    any_at_all = _any_at_all(denial, page, modality)
    found = [
        claim
        for claim in others
        if claim.id != first.id
        and claim.stance in _ASSERTED
        and claim.happening in (denial.happening, first.happening)
        and not _apart(denial, claim)
        and (
            _tells_the_same(first, claim)
            or bool(row & _words(claim, page) - told)
            or (any_at_all and _accuses(claim, denial))
        )
    ]
    return tuple(claim.id for claim in sorted(found, key=lambda c: (c.span, c.id)))


def _tells_the_same(first: Claim, claim: Claim) -> bool:
    """Whether a claim gives the count of the first again, and neither its day nor its place speaks against it."""
    ours, theirs = (
        {(t.measure, t.best) for t in c.tolls if t.best is not None and t.best >= _TELLING and not t.cumulative}
        for c in (first, claim)
    )
    return bool(ours & theirs) and not _days_apart(first, claim) and not _places_apart(first, claim)


def _apart(denial: Claim, claim: Claim) -> bool:
    """Whether the denial's own words say another day or place."""
    if _own(denial, "when") and denial.date_basis is not None and _days_apart(denial, claim):
        return True
    return _own(denial, "where") and _places_apart(denial, claim)


def _own(claim: Claim, field: str) -> bool:
    return not any(note.field == field and note.rule == TAKEN_OVER for note in claim.notes)


def _days_apart(one: Claim, other: Claim) -> bool:
    return one.days is not None and other.days is not None and not one.days.touches(other.days)


def _places_apart(one: Claim, other: Claim) -> bool:
    return one.place is not None and other.place is not None and not near(one.place, other.place)


def _accuses(claim: Claim, denial: Claim) -> bool:
    """Whether the claim lays the deed to whom the denial speaks for."""
    return bool(keys_of((denial.chain[-1], *denial.perpetrators)) & keys_of(claim.perpetrators))


def _any_at_all(denial: Claim, page: Page, modality: Modality) -> bool:
    """Whether no deed of the kind is admitted ("any strikes", "no strikes at all")."""
    sentence = page.sentence_at(denial.span.start)
    if sentence is None:
        return False
    return any(
        sentence.tokens[child].text.lower() in modality.at_all
        for number in _triggers(denial, sentence)
        for child in sentence.children[number]
    )


def _triggers(denial: Claim, sentence: Sentence) -> list[int]:
    spans = [note.span for note in denial.notes if note.field == "happening" and note.span is not None]
    return [n for span in spans if sentence.span.covers(span) for n in sentence.inside(span)]


def _row(denial: Claim, page: Page) -> frozenset[str]:
    """The things that stand in one row in the words denied ("the school or the clinic")."""
    sentence = page.sentence_at(denial.span.start)
    if sentence is None:
        return frozenset()
    found: set[str] = set()
    for number in sentence.inside(denial.span):
        token = sentence.tokens[number]
        if token.dep == "conj" and token.pos in _THINGS and sentence.tokens[token.head].pos in _THINGS:
            found |= {token.lemma.lower(), sentence.tokens[token.head].lemma.lower()}
    return frozenset(found)


def _words(claim: Claim, page: Page) -> frozenset[str]:
    """The names of things in the words of a claim."""
    sentence = page.sentence_at(claim.span.start)
    if sentence is None:
        return frozenset()
    span = Span(claim.span.start, min(claim.span.end, sentence.span.end))
    return frozenset(
        sentence.tokens[n].lemma.lower() for n in sentence.inside(span) if sentence.tokens[n].pos in _THINGS
    )
