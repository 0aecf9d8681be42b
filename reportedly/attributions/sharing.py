"""A noun phrase in, the tellers out who share its noun: "police and hospital officials" are two voices.

Counted apart are bodies ("police and army sources", "the Centre and local officials"), trades that are not kindred
("medical and security sources") and nations ("Korvian and Veldanian officials"). Of one kind with no body named
("police and security officials"), or of no trade at all ("senior and junior officers"), they stay one voice: the words
do not say that two were asked.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from reportedly.attributions.grammar import span
from reportedly.attributions.nominal import Phrase
from reportedly.attributions.tellers import teller_of
from reportedly.lexicon.saying import Kind, SourceWord
from reportedly.model.claim import Teller
from reportedly.model.text import Token
from reportedly.model.words import Role

_PLURAL = frozenset({"NNS", "NNPS"})
_WORDS = frozenset({"NOUN", "PROPN", "ADJ"})
_PLACES = frozenset({"GPE", "LOC", "FAC", "NORP"})
_KIN = frozenset({Role.OFFICIAL, Role.MILITARY})
"""Roles of one trade: the forces and the offices of a state."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """The words of one teller before the shared noun: tokens ``first`` to ``last``, the last word's meaning, whether a
    name or a word for several people ends there, the nation that it says, and whether it is a body ("army")."""

    first: int
    last: int
    word: SourceWord | None
    named: bool
    nation: str | None
    body: bool


def sharing(phrase: Phrase) -> tuple[Phrase, tuple[Teller, ...]]:
    """The phrase of the first teller, and all tellers in text order; none where the phrase has only one."""
    parts = tuple(_parts(phrase))
    if len(parts) < 2 or not all(_apart(phrase, left, parts[-1]) for left in parts[:-1]):
        return phrase, ()
    own = _cut(phrase, parts[-1].first, phrase.last, phrase.head)
    last = _single(phrase, teller_of(own)[0])
    first = _cut(phrase, phrase.first, parts[0].last, parts[0].last) if _alone(parts[0]) else phrase
    return first, (*(_teller(phrase, part, last) for part in parts[:-1]), last)


def _parts(phrase: Phrase) -> Iterator[_Part]:
    """The words before a plural noun, cut at "and" and at commas before it; nothing where no "and" joins them."""
    tokens, head = phrase.sentence.tokens, phrase.head
    if tokens[head].tag not in _PLURAL or not any(tokens[n].tag == "CC" for n in range(phrase.first, head)):
        return
    begins = phrase.bare_first
    for n in range(begins, head + 1):
        if n == head or tokens[n].tag == "CC" or tokens[n].text == ",":
            if n == begins or not all(tokens[w].pos in _WORDS or tokens[w].pos == "PUNCT" for w in range(begins, n)):
                return
            yield _part(phrase, begins, n - 1)
            begins = n + 1


def _part(phrase: Phrase, first: int, last: int) -> _Part:
    tokens, sources = phrase.sentence.tokens, phrase.sources
    base = tokens[last].lemma.lower()
    head = sources.heads.get(base) or (
        sources.heads.get(base.removesuffix("s")) if tokens[last].tag in _PLURAL else None
    )
    body = head is not None and head.kind is Kind.TELLER and not head.person and (_the(phrase) or not head.weak)
    inside = [k for k in phrase.inside if span(phrase.sentence, first, last).covers(k.span)]
    named = any(k.named and not k.country and k.span.end == tokens[last].end for k in inside)
    people = head is not None and head.person and tokens[last].tag in _PLURAL  # "medics and local officials"
    named = named or people
    named = named or (first == phrase.bare_first and _the(phrase) and _people(phrase) and _a_name(tokens[last]))
    nation = next((k.id for k in inside if k.country), None)
    nation = nation or next((tokens[n].text for n in range(first, last + 1) if tokens[n].entity == "NORP"), None)
    word = head if body or people else sources.marks.get(base)
    return _Part(first=first, last=last, word=word, named=named, nation=nation, body=body)


def _a_name(token: Token) -> bool:
    return token.tag == "NNP" and token.entity not in _PLACES


def _the(phrase: Phrase) -> bool:
    return phrase.article is not None and phrase.article.kind is Kind.DEFINITE


def _people(phrase: Phrase) -> bool:
    return phrase.noun is not None and phrase.noun.person


def _apart(phrase: Phrase, left: _Part, right: _Part) -> bool:
    """Whether two tellers are meant."""
    if left.named:
        return True
    if left.nation is not None and right.nation is not None and left.word is None:
        return left.nation != right.nation
    noun = phrase.noun
    if left.word is None or noun is None or (right.word is None and noun.weak):
        return False
    one, other = left.word.role, right.word.role if right.word is not None else noun.role
    if Role.WITNESS in (one, other) and not noun.weak:
        return False  # "local and hospital officials": where they sit, and no trade
    return one is not other and ((left.body and right.body) or not {one, other} <= _KIN)


def _alone(part: _Part) -> bool:
    """Whether its words name a teller without the noun ("the Centre and local officials")."""
    return part.body or part.named


def _teller(phrase: Phrase, part: _Part, last: Teller) -> Teller:
    """The teller of a part: its own words, or those with the noun that it shares ("medical … sources")."""
    if _alone(part):
        own = _cut(phrase, part.first, part.last, part.last)
        if part.word is None or not part.word.person:
            return teller_of(own)[0]
        return Teller(name=own.text, role=part.word.role, span=own.whole, anonymous=True)
    known = next((k for k in phrase.inside if k.country and k.id == part.nation), None)
    role = part.word.role if part.word is not None else last.role
    name = f"{phrase.words(part.first, part.last)} {_noun(phrase)}"
    side = known.side if known is not None else None
    return replace(last, name=name, role=role, span=phrase.whole, actor_id=known.id if known else None, side=side)


def _single(phrase: Phrase, last: Teller) -> Teller:
    """The last teller: of two ministries that share their noun each is one body."""
    if _people(phrase) or last.name is None:
        return last
    plural = phrase.words(phrase.head, phrase.head)
    return replace(last, name=last.name.replace(plural, _noun(phrase)), anonymous=False)


def _noun(phrase: Phrase) -> str:
    """The shared noun as one of the tellers has it."""
    plural = phrase.words(phrase.head, phrase.head)
    return plural if _people(phrase) else phrase.sentence.tokens[phrase.head].lemma


def _cut(phrase: Phrase, first: int, last: int, head: int) -> Phrase:
    """The phrase of some of its words."""
    whole = span(phrase.sentence, first, last)
    inside = tuple(k for k in phrase.inside if whole.covers(k.span))
    return replace(phrase, first=first, last=last, head=head, whole=whole, inside=inside)
