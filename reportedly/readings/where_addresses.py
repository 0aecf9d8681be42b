"""The places of a page in, the same out with its addresses put into their town: "on Arvel street", "at 5th avenue and
12th street", "here".

A report names its town once, in the dateline or as it goes on, and then gives addresses. So a street, a square or a
shop that is named without a town lies in the town named last, and "here" is where the report was filed. The name of a
street is no town, whatever the gazetteer knows by it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from reportedly.lexicon.placing import Placing
from reportedly.mentions.places_around import after, offset
from reportedly.model.reading import Where
from reportedly.model.text import PassageKind, Sentence, Span, Token
from reportedly.model.words import WherePrecision

_FILED = "code:dateline"
_STREET, _THING = "en/placing/address-street", "en/placing/address-thing"
HERE = "en/placing/here"
"""The rule of "here" and "this city", which name nothing themselves."""

_ADDRESSES = frozenset({_STREET, _THING, HERE})
_QUARTERS = frozenset({"en/placing/quarter"})
_LONGEST = 9
"""Tokens that the name of a street goes back: "5th, 6th and Old Brenik streets"."""


def with_addresses(sentences: Sequence[Sentence], places: Sequence[Where], placing: Placing) -> tuple[Where, ...]:
    """The places in text order, with one for each address that names no town, and without the towns for which the
    names of streets were taken."""
    kept = sorted(places, key=lambda where: where.span)
    told = [s for s in sentences if s.tokens and s.passage.kind is not PassageKind.BYLINE]
    named = [street for sentence in told for street in _streets(sentence, placing)]
    named = [street for street in named if not _of_a_town(street, kept, named)]
    for sentence in told:
        found = [(street.span, street.rule) for street in named if street.sentence == sentence.number]
        for span, rule in (*found, *((here, HERE) for here in _here(sentence, kept, placing))):
            kept = [w for w in kept if not span.covers(w.span) or w.place_id is None or w.rule in _ADDRESSES]
            kept = [replace(w, locative=False) if _unknown_in(w, span) else w for w in kept]
            town = None if _says_where(kept, sentence) else _town(kept, span, sentences, filed=rule == HERE)
            if town is not None:
                kept = [where for where in kept if not span.touches(where.span)]
                kept.append(_at(town, span, rule, sentence))
                kept.sort(key=lambda where: where.span)
    return tuple(_in_its_town(where, kept, sentences) for where in kept)


def _unknown_in(where: Where, span: Span) -> bool:
    """Whether a name that nobody knows is a part of an address, and so says by itself nothing of where."""
    return span.covers(where.span) and where.place_id is None and where.rule not in _ADDRESSES


def _in_its_town(where: Where, places: Sequence[Where], sentences: Sequence[Sentence]) -> Where:
    """A quarter that no gazetteer knows and of which the text does not say whose it is, put at the town named last."""
    open_ = where.place_id is None and where.latitude is None and where.inside is None
    if not open_ or where.rule not in _QUARTERS or not where.locative:
        return where
    town = _town(places, where.span, sentences, filed=False)
    if town is None:
        return where
    return replace(
        where,
        latitude=town.latitude,
        longitude=town.longitude,
        radius_km=town.radius_km,
        precision=WherePrecision.EXACT,
        country=town.country,
        admin1=town.admin1,
        inside=town.span,
        basis=f"{where.name} stands in no gazetteer; put at {town.name}, the town named last",
    )


class _Street(NamedTuple):
    """The words of an address: ``name`` are those before the noun, ``rule`` is the noun's; ``one`` is false of many
    streets and of any ("Karsk streets", "a Karsk street")."""

    sentence: int
    span: Span
    name: str
    rule: str
    one: bool


def _streets(sentence: Sentence, placing: Placing) -> Iterator[_Street]:
    """The named streets of a sentence, and the things that have a name and an article ("the Arvel gas station")."""
    tokens, firsts = sentence.tokens, placing.addresses.firsts
    for at in [number for number, token in enumerate(tokens) if token[2].lower() in firsts]:
        found = after(tokens, at, placing.addresses)
        if found is None or _goes_on(tokens, found[0]):
            continue
        end, rule = found
        first = _name(tokens, at, plural=tokens[end - 1].tag in _PLURAL)
        article = tokens[first - 1].text.lower() if first else ""
        if first == at or not (rule == _STREET or article in placing.definite):
            continue
        yield _Street(
            sentence=sentence.number,
            span=Span(tokens[first].start, tokens[end - 1].end),
            name=sentence.text[tokens[first].start - sentence.span.start : tokens[at - 1].end - sentence.span.start],
            rule=rule,
            one=tokens[end - 1].tag not in _PLURAL and article not in placing.indefinite,
        )


_PLURAL = frozenset({"NNS", "NNPS"})


def _goes_on(tokens: Sequence[Token], end: int) -> bool:
    """Whether a capitalised word follows: "Arvel Street Journal"."""
    return end < len(tokens) and tokens[end].text[:1].isupper() and tokens[end].pos in {"PROPN", "NOUN"}


def _name(tokens: Sequence[Token], at: int, *, plural: bool) -> int:
    """The token with which the name before a street's word begins; ``at`` where none stands there."""
    first = here = at
    while here > max(0, at - _LONGEST):
        token = tokens[here - 1]
        if _names(token):
            first = here = here - 1
        elif token.text in _JOINTS or (plural and (token.text == "," or token.dep == "cc")):
            here -= 1
        else:
            break
    return first


_JOINTS = frozenset("-'’")


def _names(token: Token) -> bool:
    """Whether a word can be of a street's name: it has a capital and is no article, or a number and letters ("5th")."""
    if token.text[:1].isdigit():
        return token.text[-1:].isalpha()
    return token.text[:1].isupper() and token.pos not in {"DET", "PRON", "ADP", "SCONJ", "CCONJ", "VERB"}


def _of_a_town(street: _Street, places: Sequence[Where], streets: Sequence[_Street]) -> bool:
    """Whether the name is that of a town: of "Karsk streets", "a Karsk street", and of "the Karsk hotel" where the
    report tells of Karsk elsewhere."""
    if street.rule == _STREET and street.one:
        return False
    if street.rule == _STREET:
        return any(w.text == street.name and w.place_id is not None for w in places)
    names = {w.name for w in places if w.place_id and street.span.covers(w.span)}
    return any(w.name in names and not any(s.span.covers(w.span) for s in streets) for w in places)


def _here(sentence: Sentence, places: Sequence[Where], placing: Placing) -> Iterator[Span]:
    """ "Here" and "this city", where they tell where something was and not where it was said."""
    tokens, firsts = sentence.tokens, placing.deictics.firsts
    for at in [number for number, token in enumerate(tokens) if token[2].lower() in firsts]:
        found = after(tokens, at, placing.deictics)
        if found is None or _says(sentence, at, placing):
            continue
        span = Span(tokens[at].start, tokens[found[0] - 1].end)
        if not any(span.touches(where.span) for where in places):
            yield span


def _says(sentence: Sentence, at: int, placing: Placing) -> bool:
    """Whether the words tell where something was said or who came, or from where something is away: "said here",
    "reported in this city", "40 km from this city"."""
    tokens = sentence.tokens
    if at == 0 or tokens[at - 1].text.lower() in _AWAY or offset(tokens, at, placing) is not None:
        return True
    if tokens[at].pos == "ADV" and (tokens[at].dep != "advmod" or tokens[tokens[at].head].pos != "VERB"):
        return True
    verb = next((tokens[n] for n in sentence.ancestors(at) if tokens[n].pos in {"VERB", "AUX"}), None)
    lemma = "" if verb is None else verb.lemma.lower()
    return (lemma,) in placing.speech or lemma in placing.spoken


_AWAY = frozenset({"from", "of"})


def _says_where(places: Sequence[Where], sentence: Sentence) -> bool:
    """Whether the sentence names a town of its own."""
    return any(
        w.sentence == sentence.number
        and w.locative
        and w.place_id is not None
        and w.rule not in _ADDRESSES
        and _is_town(w)
        for w in places
    )


def _is_town(where: Where) -> bool:
    return where.latitude is not None and (where.precision or 9) <= WherePrecision.NEAR


def _town(places: Sequence[Where], span: Span, sentences: Sequence[Sentence], *, filed: bool) -> Where | None:
    """The town that was last said to be where something is; for "here", or where none was, the one where the report
    was filed."""
    earlier = [w for w in places if w.span.end <= span.start and w.place_id is not None and _is_town(w)]
    at = next((w for w in earlier if w.rule == _FILED), None)
    if filed:
        return at
    told = (w for w in reversed(earlier) if w is at or (w.locative and _stands_as_place(w, sentences)))
    return next(told, None)


def _stands_as_place(where: Where, sentences: Sequence[Sentence]) -> bool:
    """Whether a preposition or a word of place stands beside the name; a name that only a list of names shows ("Arvel
    Dolvi, reporter") tells of nowhere."""
    if where.anaphor or where.rule.startswith("en/"):
        return True
    sentence = sentences[where.sentence]
    head = sentence.head_of(where.span)
    return head is not None and sentence.tokens[head].dep == "pobj"


def _at(town: Where, span: Span, rule: str, sentence: Sentence) -> Where:
    words = sentence.text[span.start - sentence.span.start : span.end - sentence.span.start]
    known = "where the report was filed" if town.rule == _FILED else "the town named last"
    return replace(
        town,
        span=span,
        text=words,
        sentence=sentence.number,
        rule=rule,
        precision=WherePrecision.EXACT,
        locative=True,
        seat=False,
        anaphor=True,
        inside=None,
        also=(),
        candidates=(),
        basis=f"{words!r} is in {town.name}, {known}",
    )
