"""The words of a denial in, whose claim it denies by its own words out: "Korvia's claim", "the report by the VMC".

A denial that names whose word it denies answers that party's word and no other.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reportedly.claims.who.keys import keys_of
from reportedly.lexicon.modality import Modality
from reportedly.model.claim import Claim
from reportedly.model.reading import Who
from reportedly.model.text import Sentence, Span

OF_WHOSE = "code:of-whose"
"""The rule of the note by which a denial that nothing in its report ties says whose claim it is about."""

_OWNS, _BY = "poss", "pobj"


def of_whose(sentence: Sentence, content: Span, actors: Sequence[Who], modality: Modality) -> frozenset[str]:
    """The ids and names of those whose claim, report or accusation the words are about; empty where nobody is named."""
    here = [who for who in actors if who.sentence == sentence.number and who.head is not None]
    seats = {n for who in here for n in (_word(sentence, who, content, modality),) if n}
    named = [who for who in here if who.head in seats]
    return keys_of(named) | frozenset(who.name.casefold() for who in named)


def told_by(claims: Iterable[Claim], whose: frozenset[str]) -> list[Claim]:
    """The claims that one of these tells, or that come from another through one of these."""
    return [claim for claim in claims if whose & _tellers(claim)]


def _tellers(claim: Claim) -> frozenset[str]:
    told = claim.chain[1:]
    return keys_of(told) | frozenset(link.name.casefold() for link in told if link.name)


def _word(sentence: Sentence, who: Who, content: Span, modality: Modality) -> int | None:
    """The token of an actor that owns, or stands behind "by" or "from" of, a word for what was told."""
    if who.head is None:
        return None
    token = sentence.tokens[who.head]
    above = token.head
    if token.dep == _BY and sentence.tokens[above].text.lower() in modality.by:
        above = sentence.tokens[above].head
    elif token.dep != _OWNS:
        return None
    noun = sentence.tokens[above]
    return who.head if noun.lemma.lower() in modality.answered and content.covers(noun.span) else None


def named_in(denial: Claim) -> frozenset[str]:
    """Whose claim an open denial is about, by its note."""
    return frozenset(key for note in denial.notes if note.rule == OF_WHOSE for key in note.text.split(", "))
