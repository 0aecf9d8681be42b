"""A noun phrase laid open in, its teller out: name, role, side, and whether it stays unnamed."""

from __future__ import annotations

import re
from dataclasses import replace

from reportedly.attributions.names import Known
from reportedly.attributions.nominal import Phrase
from reportedly.attributions.roles import role_of, role_word
from reportedly.lexicon.saying import Kind
from reportedly.model.claim import Teller
from reportedly.model.text import Token
from reportedly.model.words import Role

_GLOSS = re.compile(r"(?<=\w) ?\([^()]+\)$")
_PLURAL = frozenset({"NNS", "NNPS"})
_FIGHTERS = frozenset({Role.MILITARY, Role.ARMED_GROUP})
"""Ranks are alike on both sides: a "commander" of an army is military, a "general" of the rebels is a rebel."""
_MASTHEAD = frozenset({Role.AGENCY, Role.MEDIA})


def teller_of(phrase: Phrase) -> tuple[Teller, bool]:
    """The teller, and whether it is a person."""
    token, noun = phrase.sentence.tokens[phrase.head], phrase.noun
    if noun is not None and (noun.person or token.tag == "NNS"):
        return _described(phrase)
    named = _named(phrase)
    if named is not None:
        return _body(phrase, named), False
    if token.pos == "PROPN" and noun is None:
        return _person(phrase, phrase.head), True
    return _described(phrase)


def _named(phrase: Phrase) -> Known | None:
    """The actor or outlet whose name the head is part of; an outlet in the phrase before a country or group."""
    at = phrase.sentence.tokens[phrase.head].start
    heads = [k for k in phrase.inside if k.named and k.span.start <= at < k.span.end]
    named = next((k for k in heads if not k.country), heads[0] if heads else None)
    if named is not None and named.role not in _MASTHEAD:
        return next((k for k in phrase.inside if k.outlet), named)
    return named


def _body(phrase: Phrase, known: Known) -> Teller:
    """A named body; "the defence ministry in Karsk" is that of Karsk, whichever the name alone would mean."""
    seat = next((k for k in phrase.inside if k.country and k.span.start > known.span.end), None)
    if seat is None or known.country or known.side in (None, seat.side) or known.outlet or known.collective:
        return Teller(name=known.name, role=known.role, span=phrase.whole, actor_id=known.id, side=known.side)
    name = phrase.words(phrase.bare_first, phrase.last)
    return Teller(name=name, role=known.role, span=phrase.whole, side=seat.side)


def _person(phrase: Phrase, head: int) -> Teller:
    """A proper name: the body it speaks for, if that is known to speak through people; else the person."""
    body = next((k for k in phrase.inside if k.collective and not _trade(phrase, k)), None)
    if body is not None:
        return _body(phrase, body)
    bodies = [k for k in phrase.inside if not k.country and not k.person and not k.platform]
    behind = next((k for k in bodies if k.named), bodies[0] if bodies else None)
    known = next((k for k in phrase.inside if k.person), None)
    word = role_word(phrase.sentence, head, phrase.first, phrase.last, phrase.sources)
    exact = word is not None and word.role not in (Role.OFFICIAL, Role.UNKNOWN)
    role = known.role if known is not None and not exact else word.role if word is not None else Role.UNKNOWN
    if role is Role.UNKNOWN and word is not None:
        role = word.role
    speaks_for = role in (Role.UNKNOWN, Role.OFFICIAL) or {role, behind.role if behind else None} == _FIGHTERS
    if behind is not None and speaks_for and (behind.named or role is Role.UNKNOWN):
        role = behind.role
    elif role is Role.UNKNOWN and phrase.sentence.tokens[head].entity in ("GPE", "NORP"):
        role = Role.OFFICIAL
    if role is Role.MILITARY and _rebels(phrase, head):
        role = Role.ARMED_GROUP
    side = next((k.side for k in (known, behind, *phrase.inside) if k is not None and k.side is not None), None)
    name = known.name if known is not None else _name(phrase, head)
    if role is Role.UNKNOWN and "@" in phrase.text:
        role = Role.SOCIAL_MEDIA
    return Teller(name=name, role=role, span=phrase.whole, actor_id=known.id if known is not None else None, side=side)


def _rebels(phrase: Phrase, head: int) -> bool:
    """Whether a word beside a name says that he is of the rebels, whatever his rank ("rebel spokesman Colonel …")."""
    tokens = phrase.sentence.tokens
    words = (
        phrase.sources.marks.get(tokens[n].lemma.lower()) for n in range(phrase.first, phrase.last + 1) if n != head
    )
    return any(word is not None and word.role is Role.ARMED_GROUP for word in words)


def _trade(phrase: Phrase, known: Known) -> bool:
    """Whether a name for the media of a country is that of a person's trade ("Ivan Petrov, a Korvian journalist")."""
    at = phrase.sentence.at(known.span.end - 1)
    noun = None if at is None else phrase.sources.heads.get(phrase.sentence.tokens[at].lemma.lower())
    return known.role in _MASTHEAD and noun is not None and noun.person


def _name(phrase: Phrase, number: int) -> str:
    """The run of capitalised words around the head, without titles ("Colonel")."""
    tokens = phrase.sentence.tokens
    first = last = number
    while first > 0 and tokens[first - 1].pos == "PROPN" and tokens[first - 1].entity == tokens[number].entity:
        first -= 1
    while last + 1 < len(tokens) and _goes_on(tokens[last + 1], tokens[number]):
        last += 1
    while first < number and (noun := phrase.sources.heads.get(tokens[first].lemma.lower())) is not None:
        if not noun.person and noun.kind is Kind.TELLER:
            break  # "Radio Orvan" is called so
        first += 1
    return _unglossed(phrase.words(first, last))


def _unglossed(name: str) -> str:
    """A name without the short one that the report gives it in brackets ("Brenik Rights Commission (BRC)")."""
    return _GLOSS.sub("", name)


def _goes_on(token: Token, name: Token) -> bool:
    return token.pos == "PROPN" and token.entity == name.entity


def _described(phrase: Phrase) -> tuple[Teller, bool]:
    """A common noun: "a military source", "the ministry", "activists"."""
    sentence, sources, noun = phrase.sentence, phrase.sources, phrase.noun
    person = noun is not None and noun.person
    proper = _name_beside(phrase)
    if proper is not None:
        return _person(phrase, proper), True
    spoken_for = _spoken_for(phrase)
    if spoken_for is not None:
        return _body(phrase, spoken_for), True
    at = sentence.tokens[phrase.head].start
    body = next((k for k in phrase.inside if not k.country and k.named and (person or k.span.start < at)), None)
    if body is not None and not person and (noun is None or noun.weak):
        return _body(phrase, body), False
    if noun is None and (apart := _run_together(phrase)) is not None:
        return _body(phrase, apart), False
    behind = body or next(iter(phrase.inside), None)
    if noun is not None and noun.apart:
        behind = None
    last = phrase.last
    if noun is not None and noun.kind is Kind.PAPER and sentence.tokens[phrase.head].tag in _PLURAL:
        last = phrase.head  # "reports of nine soldiers killed": what they are of is told, and no author
        behind = next((k for k in phrase.inside if k.span.start < at), None)
    role = role_of(sentence, phrase.head, phrase.first, last, sources, body or behind)
    article = phrase.article
    anonymous = person or (sentence.tokens[phrase.head].tag in _PLURAL and not _one_body(phrase))
    anonymous = anonymous or (article is not None and article.kind in (Kind.INDEFINITE, Kind.ITS))
    teller = Teller(
        name=_unglossed(phrase.words(phrase.bare_first, last)), role=role, span=phrase.whole, anonymous=anonymous
    )
    return (teller if behind is None else replace(teller, actor_id=behind.id, side=behind.side)), person


def _run_together(phrase: Phrase) -> Known | None:
    """The named body that ends the words with an article of its own, where no preposition ties it to them: the parser
    drew two phrases into one ("hit the suburb near Karsk the Brenik Rights Commission said")."""
    tokens = phrase.sentence.tokens
    for known in phrase.inside:
        first = phrase.sentence.at(known.span.start)
        if not known.named or known.country or first is None or known.span.end != tokens[phrase.last].end:
            continue
        article = phrase.sources.heads.get(tokens[first - 1].text.lower()) if first > phrase.first else None
        loose = first - 1 > phrase.first and tokens[first - 2].pos not in ("ADP", "VERB", "CCONJ")
        if article is not None and article.kind is Kind.DEFINITE and loose:
            return known
    return None


def _spoken_for(phrase: Phrase) -> Known | None:
    """The body whose mouth "the head of the Centre" is: an organisation and whoever speaks for it are one."""
    if phrase.sentence.tokens[phrase.head].lemma.lower() not in phrase.sources.mouths:
        return None
    return next((k for k in phrase.inside if k.collective), None)


def _one_body(phrase: Phrase) -> bool:
    """ "State media" are one body though the noun is a plural."""
    words = phrase.sentence.tokens[phrase.first : phrase.head]
    return any((w := phrase.sources.marks.get(t.lemma.lower())) is not None and w.kind is Kind.ONE for t in words)


def _name_beside(phrase: Phrase) -> int | None:
    """ "a spokesman, Ivan Petrov" and "Ivan Petrov the director of": the person's name beside the noun."""
    tokens = phrase.sentence.tokens
    body = phrase.noun is not None and not phrase.noun.person  # "the Kolm police" are nobody called Kolm
    for c in phrase.sentence.children[phrase.head]:
        token = tokens[c]
        if (
            token.dep in (("appos",) if body else ("appos", "compound", "nmod"))
            and token.pos == "PROPN"
            and token.entity == "PERSON"
        ):
            return c
    first = last = phrase.first
    while last < phrase.head and tokens[last].entity == "PERSON":
        last += 1
    return last - 1 if first < last < phrase.head else None
