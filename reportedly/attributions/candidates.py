"""A noun phrase in, the teller that it names or describes out, with what tells whom "he" or "the source" means."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reportedly.attributions.names import Names
from reportedly.attributions.nominal import Phrase, lay_open
from reportedly.attributions.sharing import sharing
from reportedly.attributions.tellers import teller_of
from reportedly.lexicon.saying import Kind, Sources
from reportedly.model.claim import Teller
from reportedly.model.text import Sentence, Token
from reportedly.model.words import Role

ANYBODY = "en/sources/somebody"
"""The line of nouns for any person."""

_PRONOUNS = frozenset({Kind.PERSON, Kind.THING, Kind.PLURAL, Kind.OWN})
_CONTENT = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})
_PLURAL = frozenset({"NNS", "NNPS"})
_LINKS = frozenset({"HYPH", "VBN"})
_SEATS = frozenset({"GPE", "NORP", "LOC"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A teller as its phrase gives it, with what is needed to find out who "he" or "the source" is.

    ``words`` are the base forms of the phrase. ``kind`` is that of a pronoun or paper; ``definite`` phrases and
    ``named`` persons may mean a teller of before; ``bare`` phrases are an article and a noun; ``vague`` ones are a noun
    for any body and where it sits ("the Karsk-based group"); a ``thing`` is nothing
    that the vocabulary or the parser takes for a teller. ``known`` tellers stand in the vocabulary. ``ours`` marks a
    person of a body spoken of before ("its spokesman"); ``called`` is a body by a name of its own ("the
    Brenik News Agency"), ``anybody`` a noun for any person ("the man").
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
    vague: bool = False
    thing: bool = False
    ours: bool = False
    nobody: bool = False
    called: bool = False
    anybody: bool = False

    @property
    def known(self) -> bool:
        return self.teller.actor_id is not None and not self.teller.anonymous

    @property
    def pronoun(self) -> bool:
        return self.kind in _PRONOUNS


def candidate(sentence: Sentence, number: int, names: Names, sources: Sources) -> Candidate:
    """What the noun phrase around a token says of a teller."""
    phrase = lay_open(sentence, number, names, sources)
    token = sentence.tokens[phrase.head]
    word = sources.heads.get(token.text.lower())
    if (word is not None and word.kind in _PRONOUNS) or token.tag in ("WP", "WDT"):
        return _pronoun(phrase, word.kind if word is not None else Kind.PERSON)
    phrase, sharers = sharing(phrase)
    token = sentence.tokens[phrase.head]
    teller, person = teller_of(phrase)
    if sharers:
        teller = replace(sharers[0], beside=sharers[1:])
    article, noun = phrase.article, phrase.noun
    return Candidate(
        teller=teller,
        head=token.lemma.lower(),
        words=frozenset(t.lemma.lower() for t in sentence.tokens[phrase.first : phrase.last + 1] if t.pos in _CONTENT),
        kind=noun.kind if noun is not None else Kind.TELLER,
        person=person and not _is_body(phrase, names),
        plural=token.tag in _PLURAL,
        definite=article is not None and article.kind is Kind.DEFINITE,
        named=token.pos == "PROPN" and person,
        bare=token.pos == "NOUN" and phrase.last - phrase.first <= 1,
        vague=_vague(phrase),
        thing=_is_thing(phrase, teller),
        ours=person and _owned(phrase),
        nobody=article is not None and article.kind is Kind.NOBODY,
        called=_called(phrase),
        anybody=noun is not None and noun.rule == ANYBODY,
    )


def _is_body(phrase: Phrase, names: Names) -> bool:
    """Whether a name that the vocabulary does not know is that of a body, as the parser reads it."""
    tokens, head = phrase.sentence.tokens, phrase.head
    if tokens[head].pos != "PROPN" or phrase.noun is not None or _person_beside(phrase):
        return False
    titles = [phrase.sources.heads.get(t.lemma.lower()) for t in tokens[phrase.first : head]]
    if any(t is not None and t.person for t in titles):
        return False  # "MLF spokesman Ivan Petrov"
    title = titles[-1] if titles else None
    called = title is not None and not title.person and title.kind is Kind.TELLER  # "Radio Orvan"
    return called or (tokens[head].entity == "ORG" and not names.person(phrase.text))


def _called(phrase: Phrase) -> bool:
    """Whether the phrase is a body's own name: more than where it sits stands before its capitalised noun."""
    tokens = phrase.sentence.tokens
    before = tokens[phrase.bare_first : phrase.head]
    named = tokens[phrase.head].pos == "PROPN" and tokens[phrase.head].entity not in _SEATS
    return named and any(t.pos == "PROPN" and t.entity not in _SEATS for t in before)


def _person_beside(phrase: Phrase) -> bool:
    """Whether a noun for people is set beside the name ("Ivan Petrov, a journalist")."""
    tokens = phrase.sentence.tokens
    beside = (c for c in phrase.sentence.children[phrase.head] if tokens[c].dep == "appos")
    nouns = (phrase.sources.heads.get(tokens[c].lemma.lower()) for c in beside)
    return any(noun is not None and noun.person for noun in nouns)


def _owned(phrase: Phrase) -> bool:
    """Whether the phrase begins with the possessive of a thing ("its spokesman")."""
    return phrase.article is not None and phrase.article.kind is Kind.ITS


def _vague(phrase: Phrase) -> bool:
    """Whether the noun is one for any body, with no more beside it than where the body sits."""
    noun = phrase.noun
    if noun is None or not noun.weak or noun.person or noun.kind is not Kind.TELLER:
        return False
    between = range(phrase.bare_first, phrase.head)
    return all(_seats(phrase, n) for n in between)


def _seats(phrase: Phrase, number: int) -> bool:
    """Whether a word beside the noun says no more than where the body sits or that it watches over rights."""
    token = phrase.sentence.tokens[number]
    mark = phrase.sources.marks.get(token.lemma.lower()) or phrase.sources.marks.get(token.text.lower())
    watches = mark is not None and mark.role in (Role.MONITOR, Role.ACTIVIST)
    placed = token.tag in _LINKS or token.entity in _SEATS or _hyphened(phrase.sentence.tokens, number)
    return placed or watches


def _hyphened(tokens: Sequence[Token], number: int) -> bool:
    """Whether a word is, or stands right before, one joined by a hyphen ("Karsk-based")."""
    return "-" in tokens[number].text or tokens[number + 1].tag == "HYPH"


def _is_thing(phrase: Phrase, teller: Teller) -> bool:
    """Whether nothing says that the phrase is a person, a body or a paper."""
    token = phrase.sentence.tokens[phrase.head]
    if token.entity in ("DATE", "TIME", "CARDINAL") or token.tag == "DT":
        return True
    described = any(k.span.start <= token.start < k.span.end for k in phrase.inside)
    return token.pos == "NOUN" and phrase.noun is None and not described and teller.role is Role.UNKNOWN


def _pronoun(phrase: Phrase, kind: Kind) -> Candidate:
    word = phrase.sentence.tokens[phrase.head].text.lower()
    return Candidate(
        teller=Teller(name=None, role=Role.UNKNOWN, span=phrase.whole, anonymous=True),
        head=word,
        words=frozenset({word}),
        kind=kind,
        person=kind is Kind.PERSON,
        plural=kind is Kind.PLURAL,
    )
