"""A noun phrase in, the teller that it names or describes out: role, name, and whether it stays unnamed."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.attributions.grammar import noun_phrase, span
from reportedly.attributions.names import Known, Names
from reportedly.lexicon.saying import Sources, SourceWord
from reportedly.model.claim import Teller
from reportedly.model.text import Sentence, Span
from reportedly.model.words import Role

_DETERMINERS = frozenset({"a", "an", "the", "this", "that", "these", "those", "one", "some", "its", "his", "her", "their"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_INDEFINITE = frozenset({"a", "an", "one", "some", "another", "several", "two", "many"})
_GENERAL = frozenset({Role.OFFICIAL, Role.UNKNOWN, Role.WITNESS, Role.ANALYST})
_PLURAL = frozenset({"NNS", "NNPS"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A teller as its phrase gives it, with what is needed to find out who "he" or "the source" is.

    ``pronoun`` and ``definite`` ask for an earlier teller; ``words`` are the base forms of the phrase.
    """

    teller: Teller
    head: str
    words: frozenset[str]
    person: bool
    plural: bool = False
    pronoun: bool = False
    definite: bool = False
    bare: bool = False
    known: bool = False


def candidate(sentence: Sentence, number: int, names: Names, sources: Sources) -> Candidate:
    """What the noun phrase around a token says of a teller."""
    token = sentence.tokens[number]
    first, last = _conjunct(sentence, number)
    whole = span(sentence, first, last)
    words = frozenset(t.lemma.lower() for t in sentence.tokens[first : last + 1])
    if token.pos == "PRON" or token.tag in ("PRP", "WP", "WDT"):
        return _pronoun(sentence, number, whole)
    inside = names.inside(whole)
    plural = token.tag in _PLURAL
    definite = sentence.tokens[first].text.lower() in _DEFINITE
    named = next((k for k in inside if k.span.start <= token.start < k.span.end and not k.country), None)
    if named is None:
        named = next((k for k in inside if k.span.start <= token.start < k.span.end), None)
    if named is not None:
        teller, person = _of(named, whole), False
    elif token.pos == "PROPN":
        teller, person = _person(sentence, number, first, last, whole, inside, sources), True
    else:
        teller, person = _described(sentence, number, first, last, whole, inside, sources, plural)
    return Candidate(
        teller=teller,
        head=token.lemma.lower(),
        words=words,
        person=person,
        plural=plural,
        definite=definite,
        bare=last - first <= 1,
        known=teller.actor_id is not None,
    )


def _conjunct(sentence: Sentence, number: int) -> tuple[int, int]:
    """The noun phrase up to its first "and": the first teller of several stands for all."""
    first, last = noun_phrase(sentence, number)
    for n in range(number + 1, last + 1):
        if sentence.tokens[n].dep == "cc" and sentence.tokens[n].head == number:
            return first, n - 1
    return first, last


def _pronoun(sentence: Sentence, number: int, whole: Span) -> Candidate:
    word = sentence.tokens[number].text.lower()
    return Candidate(
        teller=Teller(name=None, role=Role.UNKNOWN, span=whole, anonymous=True),
        head=word,
        words=frozenset({word}),
        person=word in ("he", "she", "him", "her", "who"),
        plural=word in ("they", "them", "we"),
        pronoun=True,
    )


def _of(known: Known, whole: Span) -> Teller:
    return Teller(name=known.name, role=known.role, span=whole, actor_id=known.id, side=known.side)


def _person(
    sentence: Sentence, number: int, first: int, last: int, whole: Span, inside: list[Known], sources: Sources
) -> Teller:
    """A proper name: the body it speaks for, if that is known to speak through people; else the person."""
    body = next((k for k in inside if k.collective), None)
    if body is not None:
        return _of(body, whole)
    behind = next((k for k in inside if not k.country), inside[0] if inside else None)
    word = _role_word(sentence, number, first, last, sources)
    role = word.role if word is not None else behind.role if behind is not None else _guess(sentence, number)
    if behind is not None and not behind.country and (word is None or word.role in _GENERAL):
        role = behind.role
    return Teller(
        name=_name(sentence, number),
        role=role,
        span=whole,
        actor_id=None,
        side=behind.side if behind is not None else None,
    )


def _guess(sentence: Sentence, number: int) -> Role:
    """An unknown name of which nothing is said."""
    entity = sentence.tokens[number].entity
    return Role.OFFICIAL if entity in ("GPE", "NORP") else Role.UNKNOWN


def _name(sentence: Sentence, number: int) -> str:
    """The run of capitalised words that ends in the head."""
    tokens = sentence.tokens
    first = last = number
    while first > 0 and tokens[first - 1].pos == "PROPN" and tokens[first - 1].head in range(first, last + 1):
        first -= 1
    entity = tokens[number].entity
    if entity == "PERSON":
        while first < number and tokens[first].entity != "PERSON":
            first += 1
    while last + 1 < len(tokens) and tokens[last + 1].pos == "PROPN" and tokens[last + 1].head in range(first, last + 1):
        last += 1
    return _words(sentence, first, last)


def _words(sentence: Sentence, first: int, last: int) -> str:
    tokens = sentence.tokens
    while first < last and tokens[first].text.lower() in _DETERMINERS:
        first += 1
    start = sentence.span.start
    return " ".join(sentence.text[tokens[first].start - start : tokens[last].end - start].split())


def _described(
    sentence: Sentence,
    number: int,
    first: int,
    last: int,
    whole: Span,
    inside: list[Known],
    sources: Sources,
    plural: bool,
) -> tuple[Teller, bool]:
    """A common noun: "a military source", "the ministry", "activists"."""
    head = sources.heads.get(sentence.tokens[number].lemma.lower())
    body = next((k for k in inside if not k.country), None)
    person = head.person if head is not None else False
    proper = _appositive_name(sentence, number)
    if proper is not None:
        teller = _person(sentence, proper, first, last, whole, inside, sources)
        return teller, True
    role = _role(sentence, number, first, sources, head, body)
    if body is not None and not person:
        return _of(body, whole), False
    side = body.side if body is not None else (inside[0].side if inside else None)
    anonymous = person or plural or sentence.tokens[first].text.lower() in _INDEFINITE
    return (
        Teller(
            name=_words(sentence, first, last),
            role=role,
            span=whole,
            anonymous=anonymous,
            side=side,
        ),
        person,
    )


def _appositive_name(sentence: Sentence, number: int) -> int | None:
    """ "a spokesman, Ivan Petrov": the name beside the noun."""
    for c in sentence.children[number]:
        token = sentence.tokens[c]
        if token.dep == "appos" and token.pos == "PROPN" and token.entity in ("PERSON", ""):
            return c
    return None


def _role(
    sentence: Sentence, number: int, first: int, sources: Sources, head: SourceWord | None, body: Known | None
) -> Role:
    """The head's role, unless what stands beside it says more ("a military source", "a source in the YPG")."""
    mark = _mark(sentence, number, first, sources)
    if head is None:
        return mark.role if mark is not None else body.role if body is not None else Role.UNKNOWN
    if head.weak or head.role in _GENERAL:
        if body is not None and body.role not in _GENERAL:
            return body.role
        if mark is not None and (head.weak or mark.role not in _GENERAL):
            return mark.role
        if head.weak and body is not None:
            return body.role
    return head.role


def _mark(sentence: Sentence, number: int, first: int, sources: Sources) -> SourceWord | None:
    """A word before the noun, or in a phrase after it, that tells the role."""
    tokens = sentence.tokens
    _, last = noun_phrase(sentence, number)
    for n in (*range(number - 1, first - 1, -1), *range(number + 1, last + 1)):
        word = tokens[n].lemma.lower()
        pair = f"{tokens[n - 1].text.lower()} {word}" if n else word
        found = sources.marks.get(pair) or (sources.marks.get(word) if n < number else None)
        if n > number and found is None and tokens[n].pos == "NOUN":
            beside = sources.heads.get(word)
            found = beside if beside is not None and not beside.weak and not beside.person else None
        hyphen = n > 0 and tokens[n - 1].text == "-"
        if found is not None and not hyphen and not word.startswith("pro-"):
            return found
    return None


def _role_word(sentence: Sentence, number: int, first: int, last: int, sources: Sources) -> SourceWord | None:
    """The noun for a teller nearest to a name in its phrase ("Colonel X", "X, a resident of Y")."""
    best: tuple[int, SourceWord] | None = None
    for n in range(first, last + 1):
        word = sentence.tokens[n].lemma.lower()
        found = sources.heads.get(word)
        if found is None or found.weak or n == number:
            found = sources.marks.get(word)
        if found is not None and n != number and (best is None or abs(n - number) < best[0]):
            best = (abs(n - number), found)
    return best[1] if best is not None else None
