"""Page, readings and attributions in; who is said to hold which place, and on whose word, out.

"Rebel-held Tavren", "Kolm, which is controlled by the army", "under the control of", "a stronghold of". Each joins a
noun for ground, in which the gazetteer knows a place, to a party.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from reportedly.attributions.govern import chain_of
from reportedly.claims.frames.assertion import asserted
from reportedly.claims.holding_said import NOUN_CLAUSES, VERBAL, Said, spot_said
from reportedly.lexicon.holding import HoldingWords
from reportedly.lexicon.modality import Modality
from reportedly.model.claim import Attribution, Teller
from reportedly.model.control import PARTIES, Hold, Holding
from reportedly.model.findings import Readings
from reportedly.model.reading import Interval, When, Where, Who
from reportedly.model.text import Page, Sentence, Span, Token
from reportedly.model.words import Stance, WherePrecision


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleHoldings:
    """Finds holdings by rule. See docs/control.md."""

    words: HoldingWords
    modality: Modality

    def read(
        self, page: Page, readings: Readings, attributions: tuple[Attribution, ...], own_voice: tuple[Teller, ...]
    ) -> tuple[Holding, ...]:
        """The holdings of a report, in text order."""
        found: list[Holding] = []
        for sentence in page.sentences:
            said = list(spot_said(sentence, self.words))
            if said:
                scene = _Scene.of(sentence, readings)
                found += [h for s in said for h in self._holdings(page, scene, s, attributions, own_voice)]
        return tuple(sorted(_distinct(found), key=lambda h: (h.span.start, h.place.span.start)))

    def _holdings(
        self,
        page: Page,
        scene: _Scene,
        said: Said,
        attributions: Sequence[Attribution],
        own_voice: tuple[Teller, ...],
    ) -> Iterator[Holding]:
        sentence = scene.sentence
        holder = scene.party(said.holder)
        state = asserted(sentence, said.trigger, self.modality)
        if holder is None or not state.real or state.negated:
            return
        span = _span(sentence, said, holder)
        chain, attribution = chain_of(attributions, span, own_voice)
        entry = page.passages.anchor(span.start)
        past = self._past(sentence, said)
        for ground in said.ground:
            for place in scene.grounds(ground, self.words):
                part = self._part(sentence.tokens[ground], place)
                yield Holding(
                    span=span,
                    text=span.of(page.report.text),
                    sentence=sentence.number,
                    rule=said.rule,
                    state=Hold.HOLDS if past is None else Hold.HELD,
                    holder=holder,
                    place=place,
                    chain=chain,
                    stance=attribution.stance if attribution else Stance.STATES,
                    partly=part is not None,
                    since=scene.since(said.trigger),
                    as_of=entry.day if entry else None,
                    also=tuple(rule for rule in (part, past) if rule),
                )

    def _part(self, ground: Token, place: Where) -> str | None:
        """The line that says that a noun is a part of the place, if it is."""
        if place.span.touches(ground.span) or ground.tag[:2] not in {"NN", "JJ"}:
            return None
        return self.words.parts.get(ground.lemma.lower())

    def _past(self, sentence: Sentence, said: Said) -> str | None:
        """What puts the state into the past, if anything does: "once", "formerly", "had controlled"."""
        tokens = sentence.tokens
        below = [tokens[c] for c in sentence.children[said.trigger]]
        beside = [tokens[n] for n in (said.holder - 1, said.trigger - 1) if n >= 0]
        if tokens[said.trigger].tag == "VBN" and any(t.dep == "aux" and t.tag == "VBD" for t in below):
            return "code:past-perfect"
        return next(
            (self.words.before[t.lemma.lower()] for t in (*beside, *below) if t.lemma.lower() in self.words.before),
            None,
        )


class _Scene(NamedTuple):
    """What was read in a sentence: its places, parties and times."""

    sentence: Sentence
    places: tuple[Where, ...]
    parties: tuple[Who, ...]
    times: tuple[When, ...]

    @classmethod
    def of(cls, sentence: Sentence, readings: Readings) -> _Scene:
        here = sentence.number
        return cls(
            sentence,
            tuple(p for p in readings.places if p.sentence == here and p.locative),
            tuple(w for w in readings.actors if w.sentence == here and (w.actor_id or w.kind in PARTIES)),
            tuple(t for t in readings.times if t.sentence == here),
        )

    def party(self, number: int) -> Who | None:
        """The party that a token names."""
        token = self.sentence.tokens[number]
        named = (w for w in self.parties if w.span.touches(token.span))
        return max(named, key=lambda w: (w.actor_id is not None, w.span.end - w.span.start), default=None)

    def grounds(self, number: int, words: HoldingWords) -> Iterator[Where]:
        """The places that a noun for ground names: itself, or what hangs on it outside of clauses. A whole country is
        meant only where its own name is the noun."""
        noun = self.sentence.tokens[number]
        lemma = noun.lemma.lower()
        inside = set(_phrase(self.sentence, number, words.inside if lemma in words.parts else words.joins))
        for place in self.places:
            head = self.sentence.head_of(place.span)
            itself = place.span.touches(noun.span)
            known = itself or (lemma in words.grounds and place.precision is not WherePrecision.COUNTRY)
            if head is not None and head in inside and known:
                yield place

    def since(self, trigger: int) -> Interval | None:
        """The days from which the state is said to last."""
        below = set(self.sentence.subtree(_verb_above(self.sentence, trigger)))
        for when in self.times:
            head = self.sentence.head_of(when.span)
            if when.open_since and when.days is not None and head in below:
                return when.days
        return None


def _phrase(sentence: Sentence, number: int, joins: frozenset[str]) -> Iterator[int]:
    """A noun and what hangs on it by itself or by one of some prepositions, without clauses and what is described
    anew."""
    yield number
    for child in sentence.children[number]:
        if not _apart(sentence, child, joins):
            yield from _phrase(sentence, child, joins)


def _apart(sentence: Sentence, number: int, joins: frozenset[str]) -> bool:
    """Whether a token below a noun begins words of its own: a clause, a "near", or a noun with its own adjective."""
    token = sentence.tokens[number]
    if token.dep in {*NOUN_CLAUSES, "advcl"} or (token.dep == "prep" and token.text.lower() not in joins):
        return True
    described = any(sentence.tokens[c].dep in {"amod", "det"} for c in sentence.children[number])
    return token.dep in {"appos", "conj"} and (token.pos != "PROPN" or described)


def _verb_above(sentence: Sentence, number: int) -> int:
    for above in (number, *sentence.ancestors(number)):
        if sentence.tokens[above].pos in VERBAL:
            return above
    return number


def _span(sentence: Sentence, said: Said, holder: Who) -> Span:
    """From the first to the last of the trigger, the ground's own word and the holder's."""
    spans = [holder.span, *(sentence.tokens[n].span for n in (said.trigger, *said.ground))]
    return Span(min(s.start for s in spans), max(s.end for s in spans))


def _distinct(found: Sequence[Holding]) -> Iterator[Holding]:
    seen: set[tuple[Span, str]] = set()
    for holding in found:
        key = (holding.place.span, holding.holder.name)
        if key not in seen:
            seen.add(key)
            yield holding
