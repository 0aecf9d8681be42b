"""A noun phrase in, the teller that it names or describes out: role, name, and whether it stays unnamed."""

from __future__ import annotations

from dataclasses import dataclass, replace

from reportedly.attributions.grammar import noun_phrase, span
from reportedly.attributions.names import Known, Names
from reportedly.attributions.roles import role_of, role_word
from reportedly.lexicon.saying import Kind, Sources
from reportedly.model.claim import Teller
from reportedly.model.text import Sentence, Span
from reportedly.model.words import Role

_ARTICLES = frozenset({Kind.DEFINITE, Kind.INDEFINITE, Kind.ITS})
_PRONOUNS = frozenset({Kind.PERSON, Kind.THING, Kind.PLURAL, Kind.OWN})
_CONTENT = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})
_PLURAL = frozenset({"NNS", "NNPS"})
_MASTHEAD = frozenset({Role.AGENCY, Role.MEDIA})


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A teller as its phrase gives it, with what is needed to find out who "he" or "the source" is.

    ``words`` are the base forms of the phrase. ``kind`` is that of a pronoun or paper; ``definite`` phrases and
    ``named`` persons may mean a teller of before; ``bare`` phrases are an article and a noun; a ``thing`` is nothing
    that the vocabulary or the parser takes for a teller. ``known`` tellers stand in the vocabulary. ``ours`` marks a
    person of a body spoken of before ("its spokesman").
    """

    teller: Teller
    head: str
    words: frozenset[str]
    kind: Kind
    person: bool
    plural: bool = False
    definite: bool = False
    named: bool = False
    bare: bool = False
    thing: bool = False
    ours: bool = False
    nobody: bool = False

    @property
    def known(self) -> bool:
        return self.teller.actor_id is not None and not self.teller.anonymous

    @property
    def pronoun(self) -> bool:
        return self.kind in _PRONOUNS


@dataclass(frozen=True, slots=True, kw_only=True)
class _Phrase:
    """A noun phrase laid open."""

    sentence: Sentence
    head: int
    first: int
    last: int
    whole: Span
    inside: tuple[Known, ...]
    sources: Sources

    @property
    def whole_text(self) -> str:
        return _words(self.sentence, self.first, self.last)


def candidate(sentence: Sentence, number: int, names: Names, sources: Sources) -> Candidate:
    """What the noun phrase around a token says of a teller."""
    phrase = _phrase(sentence, number, names, sources)
    number = phrase.head
    token = sentence.tokens[number]
    word = sources.heads.get(token.text.lower())
    if (word is not None and word.kind in _PRONOUNS) or token.tag in ("WP", "WDT"):
        return _pronoun(phrase, word.kind if word is not None else Kind.PERSON)
    teller, person = _teller(phrase)
    article = sources.heads.get(sentence.tokens[phrase.first].text.lower())
    noun = sources.heads.get(token.lemma.lower())
    return Candidate(
        teller=teller,
        head=token.lemma.lower(),
        words=frozenset(t.lemma.lower() for t in sentence.tokens[phrase.first : phrase.last + 1] if t.pos in _CONTENT),
        kind=noun.kind if noun is not None else Kind.TELLER,
        person=person,
        plural=token.tag in _PLURAL,
        definite=article is not None and article.kind is Kind.DEFINITE,
        named=token.pos == "PROPN" and person,
        bare=token.pos == "NOUN" and phrase.last - phrase.first <= 1,
        thing=_is_thing(phrase, teller),
        ours=person and _owned(phrase),
        nobody=article is not None and article.kind is Kind.NOBODY,
    )


def _owned(phrase: _Phrase) -> bool:
    """Whether the phrase begins with the possessive of a thing ("its spokesman")."""
    word = phrase.sources.heads.get(phrase.sentence.tokens[phrase.first].text.lower())
    return word is not None and word.kind is Kind.ITS


def _is_thing(phrase: _Phrase, teller: Teller) -> bool:
    """Whether nothing says that the phrase is a person, a body or a paper."""
    token = phrase.sentence.tokens[phrase.head]
    if token.entity in ("DATE", "TIME", "CARDINAL") or token.tag == "DT":
        return True
    described = any(k.span.start <= token.start < k.span.end for k in phrase.inside)
    noun = phrase.sources.heads.get(token.lemma.lower())
    return token.pos == "NOUN" and noun is None and not described and teller.role is Role.UNKNOWN


def _phrase(sentence: Sentence, number: int, names: Names, sources: Sources) -> _Phrase:
    first, last = _conjunct(sentence, number)
    number = min(number, last)
    last = _loose_end(sentence, number, last, sources)
    first = _torn_off(sentence, first, span(sentence, first, last), names)
    whole = span(sentence, first, last)
    inside = tuple(names.inside(whole))
    return _Phrase(sentence=sentence, head=number, first=first, last=last, whole=whole, inside=inside, sources=sources)


def _torn_off(sentence: Sentence, first: int, whole: Span, names: Names) -> int:
    """The first token of a known name whose beginning the parser hung elsewhere ("a Veldania Centre for Rights
    report", read as a centre for a rights report)."""
    cut = next((k for k in names.all if k.span.start < whole.start < k.span.end), None)
    begins = sentence.at(cut.span.start) if cut is not None else None
    return first if begins is None else begins


def _conjunct(sentence: Sentence, number: int) -> tuple[int, int]:
    """The noun phrase up to its first "and": the first teller of several stands for all."""
    first, last = noun_phrase(sentence, number, clauses=False)
    for n in range(first + 1, last + 1):
        token = sentence.tokens[n]
        if token.dep == "cc" and first <= token.head <= number and sentence.tokens[n - 1].pos in ("NOUN", "PROPN"):
            return first, n - 1
    return first, last


def _loose_end(sentence: Sentence, number: int, last: int, sources: Sources) -> int:
    """ "Citing a source in the militia": the phrase that says whose source it is, where the parse hangs it higher."""
    noun = sources.heads.get(sentence.tokens[number].lemma.lower())
    if noun is None or not (noun.weak and noun.person) or last + 1 >= len(sentence.tokens):
        return last
    after = sentence.tokens[last + 1]
    if after.dep != "prep" or after.head != sentence.tokens[number].head:
        return last
    return max(sentence.subtree(last + 1))


def _pronoun(phrase: _Phrase, kind: Kind) -> Candidate:
    word = phrase.sentence.tokens[phrase.head].text.lower()
    return Candidate(
        teller=Teller(name=None, role=Role.UNKNOWN, span=phrase.whole, anonymous=True),
        head=word,
        words=frozenset({word}),
        kind=kind,
        person=kind is Kind.PERSON,
        plural=kind is Kind.PLURAL,
    )


def _teller(phrase: _Phrase) -> tuple[Teller, bool]:
    """The teller, and whether it is a person."""
    token = phrase.sentence.tokens[phrase.head]
    noun = phrase.sources.heads.get(token.lemma.lower())
    if noun is not None and (noun.person or token.tag == "NNS"):
        return _described(phrase)
    named = _named(phrase)
    if named is not None:
        return _body(phrase, named), False
    if token.pos == "PROPN" and noun is None:
        return _person(phrase, phrase.head), True
    return _described(phrase)


def _named(phrase: _Phrase) -> Known | None:
    """The actor or outlet whose name the head is part of; an outlet in the phrase before a country or group."""
    at = phrase.sentence.tokens[phrase.head].start
    heads = [k for k in phrase.inside if k.named and k.span.start <= at < k.span.end]
    named = next((k for k in heads if not k.country), heads[0] if heads else None)
    if named is not None and named.role not in _MASTHEAD:
        return next((k for k in phrase.inside if k.outlet), named)
    return named


def _body(phrase: _Phrase, known: Known) -> Teller:
    """A named body; "the defence ministry in Karsk" is that of Karsk, whichever the name alone would mean."""
    seat = next((k for k in phrase.inside if k.country and k.span.start > known.span.end), None)
    if seat is None or known.country or known.side in (None, seat.side) or known.outlet or known.collective:
        return Teller(name=known.name, role=known.role, span=phrase.whole, actor_id=known.id, side=known.side)
    name = _words(phrase.sentence, _bare_first(phrase), phrase.last)
    return Teller(name=name, role=known.role, span=phrase.whole, side=seat.side)


def _bare_first(phrase: _Phrase) -> int:
    """The first token after the article."""
    article = phrase.sources.heads.get(phrase.sentence.tokens[phrase.first].text.lower())
    return min(phrase.first + 1, phrase.head) if article is not None and article.kind in _ARTICLES else phrase.first


def _person(phrase: _Phrase, head: int) -> Teller:
    """A proper name: the body it speaks for, if that is known to speak through people; else the person."""
    body = next((k for k in phrase.inside if k.collective), None)
    if body is not None:
        return _body(phrase, body)
    behind = next((k for k in phrase.inside if not k.country and not k.person), None)
    known = next((k for k in phrase.inside if k.person), None)
    word = role_word(phrase.sentence, head, phrase.first, phrase.last, phrase.sources)
    exact = word is not None and word.role not in (Role.OFFICIAL, Role.UNKNOWN)
    role = known.role if known is not None and not exact else word.role if word is not None else Role.UNKNOWN
    if role is Role.UNKNOWN and word is not None:
        role = word.role
    if behind is not None and role in (Role.UNKNOWN, Role.OFFICIAL) and (behind.named or role is Role.UNKNOWN):
        role = behind.role
    elif role is Role.UNKNOWN and phrase.sentence.tokens[head].entity in ("GPE", "NORP"):
        role = Role.OFFICIAL
    side = next((k.side for k in (known, behind, *phrase.inside) if k is not None and k.side is not None), None)
    name = known.name if known is not None else _name(phrase.sentence, head, phrase.sources)
    if role is Role.UNKNOWN and "@" in phrase.whole_text:
        role = Role.SOCIAL_MEDIA
    return Teller(name=name, role=role, span=phrase.whole, actor_id=known.id if known is not None else None, side=side)


def _name(sentence: Sentence, number: int, sources: Sources) -> str:
    """The run of capitalised words around the head, without titles ("Colonel")."""
    tokens = sentence.tokens
    first = last = number
    while first > 0 and tokens[first - 1].pos == "PROPN" and tokens[first - 1].entity == tokens[number].entity:
        first -= 1
    while (
        last + 1 < len(tokens) and tokens[last + 1].pos == "PROPN" and tokens[last + 1].entity == tokens[number].entity
    ):
        last += 1
    while first < number and tokens[first].lemma.lower() in sources.heads:
        first += 1
    return _words(sentence, first, last)


def _words(sentence: Sentence, first: int, last: int) -> str:
    start = sentence.span.start
    return " ".join(sentence.text[sentence.tokens[first].start - start : sentence.tokens[last].end - start].split())


def _described(phrase: _Phrase) -> tuple[Teller, bool]:
    """A common noun: "a military source", "the ministry", "activists"."""
    sentence, sources = phrase.sentence, phrase.sources
    noun = sources.heads.get(sentence.tokens[phrase.head].lemma.lower())
    person = noun is not None and noun.person
    proper = _name_beside(phrase)
    if proper is not None:
        return _person(phrase, proper), True
    at = sentence.tokens[phrase.head].start
    body = next((k for k in phrase.inside if not k.country and k.named and (person or k.span.start < at)), None)
    if body is not None and not person and (noun is None or noun.weak):
        return _body(phrase, body), False
    behind = body or next(iter(phrase.inside), None)
    role = role_of(sentence, phrase.head, phrase.first, phrase.last, sources, body or behind)
    article = sources.heads.get(sentence.tokens[phrase.first].text.lower())
    anonymous = person or (sentence.tokens[phrase.head].tag in _PLURAL and not _one_body(phrase))
    anonymous = anonymous or (article is not None and article.kind in (Kind.INDEFINITE, Kind.ITS))
    teller = Teller(
        name=_words(sentence, _bare_first(phrase), phrase.last), role=role, span=phrase.whole, anonymous=anonymous
    )
    return (teller if behind is None else replace(teller, actor_id=behind.id, side=behind.side)), person


def _one_body(phrase: _Phrase) -> bool:
    """ "State media" are one body though the noun is a plural."""
    words = phrase.sentence.tokens[phrase.first : phrase.head]
    return any((w := phrase.sources.marks.get(t.lemma.lower())) is not None and w.kind is Kind.ONE for t in words)


def _name_beside(phrase: _Phrase) -> int | None:
    """ "a spokesman, Ivan Petrov" and "Ivan Petrov director of": the person's name beside the noun."""
    tokens = phrase.sentence.tokens
    for c in phrase.sentence.children[phrase.head]:
        token = tokens[c]
        if token.dep in ("appos", "compound", "nmod") and token.pos == "PROPN" and token.entity == "PERSON":
            return c
    return None
