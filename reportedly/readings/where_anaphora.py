"""The named places of a page in, the words that point back at them out: "the town" after Dolvi, "in the area".

Only what is sure is read: the noun fits the place's kind, and one place alone can be meant. What is not settled is left
out, and the claim then has no place of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reportedly.lexicon.placing import Anaphor, Placing, Words
from reportedly.mentions.places_around import after, before
from reportedly.mentions.places_mention import PlaceMention
from reportedly.model.reading import Place, Where
from reportedly.model.text import Page, Sentence, Span, Token
from reportedly.model.words import WherePrecision
from reportedly.readings.where_names import Choice
from reportedly.readings.where_point import place_point

RULE = "code:anaphora"
_BACK = 5
"""Sentences over which a noun points back where the report names several places of the class."""

_AHEAD = 15
"""Sentences after which a report names what it has described."""

_NEAR_KM = 10.0
_FILED = "code:dateline"
"""The rule of the name where a report was filed, of which it need not go on to tell."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A place that words may point back at: ``kind`` and ``people`` of its bearer, ``called`` the class nouns that the
    text uses beside the name."""

    mention: PlaceMention
    where: Where
    place: Place | None
    called: frozenset[Words]

    @property
    def kind(self) -> str:
        return self.place.kind if self.place else "P.PPL"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pointer:
    """ "The town": its words, the noun and what it asks for. ``near`` is true after "near", "outside"."""

    span: Span
    sentence: int
    noun: Words
    asks: Anaphor
    near: bool
    definite: bool


def pointed_back(
    page: Page, mentions: Sequence[PlaceMention], choices: Sequence[Choice], places: Sequence[Where], placing: Placing
) -> Iterator[Where]:
    """A place for each noun with an article that surely means a place named before it."""
    named = [
        Named(mention=m, where=w, place=c.place, called=_called(page.sentences[m.sentence], m, placing))
        for m, c, w in zip(mentions, choices, places, strict=True)
        if m.rule != _FILED
        and m.offset is None
        and w.locative
        and (c.place is not None or (m.feature and m.feature.settled))
    ]
    if not named:
        return
    spans: dict[int, list[Span]] = {}
    for mention in mentions:
        spans.setdefault(mention.sentence, []).append(mention.span)
    strangers: list[tuple[int, Anaphor]] = []
    for sentence in page.sentences:
        names = spans.get(sentence.number, ())
        for pointer in _pointers(sentence, names, placing):
            antecedent = _antecedent(pointer, named, strangers) if pointer.definite else None
            if antecedent is not None:
                where = _pointing(pointer, antecedent, page.report.text)
                named.append(replace(antecedent, where=where, called=frozenset([pointer.noun])))
                yield where
            elif not pointer.definite:
                strangers.append((pointer.span.start, pointer.asks))
                introduced = _introduced(pointer, named)
                if introduced is not None:
                    yield _pointing(pointer, introduced, page.report.text)


def _called(sentence: Sentence, mention: PlaceMention, placing: Placing) -> frozenset[Words]:
    """The class nouns beside a name: "the village of X", "X village", "X, a small village"."""
    tokens = sentence.tokens
    nouns: set[Words] = set()
    if mention.first > 1 and tokens[mention.first - 1].text in placing.partitive:
        found = before(tokens, mention.first - 1, placing.anaphors)
        nouns |= {tuple(t.text.lower() for t in tokens[found[0] : mention.first - 1])} if found else set()
    for at in (mention.last, *(range(mention.last + 2, mention.last + 5) if _apposed(sentence, mention) else ())):
        end = after(tokens, at, placing.anaphors) if at < len(tokens) else None
        nouns |= {tuple(t.text.lower() for t in tokens[at : end[0]])} if end else set()
    return frozenset(nouns)


def _apposed(sentence: Sentence, mention: PlaceMention) -> bool:
    """Whether "a" or "the" follows the name, with or without a comma."""
    following = sentence.tokens[mention.last : mention.last + 2]
    return any(token.pos == "DET" for token in following)


def _pointers(sentence: Sentence, names: Sequence[Span], placing: Placing) -> Iterator[Pointer]:
    """The nouns of a sentence that may point back or name a stranger, in text order."""
    tokens = sentence.tokens
    firsts = placing.anaphors.firsts
    for at in [number for number, token in enumerate(tokens) if token[2] in firsts]:
        found = after(tokens, at, placing.anaphors)
        if found is None:
            continue
        end, asks = found
        pointer = _pointer(sentence, at, end, asks, placing)
        if pointer is not None and _closed(sentence, pointer, end, names, placing):
            yield pointer


def _pointer(sentence: Sentence, at: int, end: int, asks: Anaphor, placing: Placing) -> Pointer | None:
    """The noun at tokens ``at`` up to ``end`` with its article; "the area" counts only after "in"."""
    tokens = sentence.tokens
    first = _article(sentence, at, placing)
    if first is None and not _stranger(sentence, at, placing):
        return None
    start = at if first is None else first
    if asks.near and before(tokens, start, placing.at) is None:
        return None
    return Pointer(
        span=Span(tokens[start].start, tokens[end - 1].end),
        sentence=sentence.number,
        noun=tuple(token.text.lower() for token in tokens[at:end]),
        asks=asks,
        near=asks.near or before(tokens, start, placing.by) is not None,
        definite=first is not None,
    )


def _stranger(sentence: Sentence, at: int, placing: Placing) -> bool:
    """Whether the noun has an indefinite article: "a northern village", "a government-held village"."""
    tokens = sentence.tokens
    return any(
        tokens[n].text.lower() in placing.indefinite
        for n in range(max(0, at - 5), at)
        if not any(tokens[m].pos in {"NOUN", "VERB", "ADP"} and not _hyphened(tokens, m) for m in range(n + 1, at))
    )


def _hyphened(tokens: Sequence[Token], at: int) -> bool:
    """Whether a hyphen stands beside the word: "government-held"."""
    return "-" in {tokens[at - 1].text, tokens[min(at + 1, len(tokens) - 1)].text}


def _article(sentence: Sentence, at: int, placing: Placing) -> int | None:
    """The token of the article before the noun, with at most one word between that names nothing new."""
    tokens = sentence.tokens
    if at > 0 and tokens[at - 1].text.lower() in placing.definite:
        return at - 1
    for size in (1, 3):
        word = "".join(token.text.lower() for token in tokens[max(0, at - size) : at])
        if at > size and word in placing.qualities and tokens[at - size - 1].text.lower() in placing.definite:
            return at - size - 1
    return None


def _closed(sentence: Sentence, pointer: Pointer, end: int, names: Sequence[Span], placing: Placing) -> bool:
    """Whether the noun stands without a name, a further noun or a clause that says which one is meant."""
    tokens = sentence.tokens
    if not pointer.definite:
        return not any(abs(name.start - tokens[end - 1].end) <= _BESIDE for name in names) and not any(
            0 <= pointer.span.start - name.end <= _BESIDE for name in names
        )
    if end == len(tokens):
        return True
    if tokens[end - 1].dep == "compound" and tokens[end].text.lower() not in placing.parts:
        return False
    following = tokens[end]
    if following.text == "-" or following.text.lower() in placing.partitive or following.tag in {"WDT", "WRB", "WP"}:
        return False
    if any(name.start - tokens[end - 1].end <= _BESIDE and name.start >= tokens[end - 1].end for name in names):
        return False
    return after(tokens, end, placing.by) is None


_BESIDE = 12
"""Characters within which a name after the noun says which one is meant: "the town in northern Marn"."""


def _antecedent(pointer: Pointer, named: Sequence[Named], strangers: Sequence[tuple[int, Anaphor]]) -> Named | None:
    """The one place that can be meant, if one alone can."""
    since = max((at for at, asks in strangers if asks.kinds == pointer.asks.kinds), default=0)
    earlier = [n for n in named if since <= n.where.span.start < pointer.span.start and _fits(n, pointer)]
    earlier = [n for n in earlier if n.where.span.end <= pointer.span.start]
    earlier = _called_alike(earlier, pointer)
    if pointer.asks.near:
        earlier = [n for n in earlier if pointer.sentence - n.where.sentence <= 1]
    if not earlier:
        return None
    if (one := _alone(earlier)) and (one.kind != "P.PPLC" or len(earlier) > 1):
        return one
    recent = [n for n in earlier if pointer.sentence - n.where.sentence <= _BACK and n.kind != "P.PPLC"]
    last = max((n.where.sentence for n in recent), default=None)
    latest = [n for n in recent if n.where.sentence == last]
    return _alone(latest) or _alone([n for n in latest if pointer.noun in n.called])


def _called_alike(earlier: Sequence[Named], pointer: Pointer) -> list[Named]:
    """Where the noun is one of small places, and the report calls one by it ("the village of Lipna"), those without
    that it calls otherwise ("Kolm town")."""
    if pointer.asks.most is None:
        return list(earlier)
    so = {n.mention.key for n in earlier if pointer.noun in n.called}
    otherwise = {n.mention.key for n in earlier if n.called} - so
    return [n for n in earlier if n.mention.key not in otherwise] if so else list(earlier)


def _introduced(pointer: Pointer, named: Sequence[Named]) -> Named | None:
    """The place that a report describes before it names it: "shells hit a northern village … the village of Lipna".
    It must be the only one that the report calls so."""
    called = [n for n in named if pointer.noun in n.called and n.where.rule != RULE]
    if any(n.where.span.start < pointer.span.start for n in called):
        return None
    close = [n for n in called if n.where.sentence - pointer.sentence <= _AHEAD]
    return _alone(close) if len(close) == len(called) else None


def _alone(named: Sequence[Named]) -> Named | None:
    """The latest mention, where all are of one name."""
    return max(named, key=lambda n: n.where.span) if len({n.mention.key for n in named}) == 1 else None


def _fits(named: Named, pointer: Pointer) -> bool:
    """Whether the place is of the noun's kind and size; the size of a place that nobody knows is what it is called."""
    asks = pointer.asks
    if not named.kind.startswith(asks.kinds):
        return False
    if pointer.noun in named.called:
        return True
    if named.place is None:
        return asks.least is None
    people = named.place.population
    return people == 0 or (people <= (asks.most or people) and people >= (asks.least or 0))


def _pointing(pointer: Pointer, antecedent: Named, text: str) -> Where:
    """The antecedent's place under the pointing words."""
    where = antecedent.where
    words = pointer.span.of(text)
    before = antecedent.where.span.start < pointer.span.start
    if antecedent.place is not None:
        plain = replace(antecedent.mention, near=pointer.near, bearing=None, offset=None)
        point = place_point(plain, antecedent.place)
        where = replace(where, radius_km=point.radius_km, precision=point.precision)
    elif pointer.near and where.latitude is not None:
        where = replace(where, radius_km=max(where.radius_km or 0.0, _NEAR_KM), precision=WherePrecision.NEAR)
    return replace(
        where,
        span=pointer.span,
        text=words,
        sentence=pointer.sentence,
        rule=RULE,
        basis=f"{words!r} points {'back at' if before else 'ahead to'} {antecedent.mention.text!r}",
        candidates=(),
        also=(pointer.asks.rule,),
        anaphor=True,
    )
