"""A page in, its actors and weapons out: names of the vocabulary, states that act, units, persons, people described."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportedly.lexicon.actor_words import ActorWords
from reportedly.lexicon.names import Meaning, Spotted, Use
from reportedly.lexicon.trie import cut
from reportedly.mentions.weapons import spot_weapons
from reportedly.model.claim import Issue
from reportedly.model.mention import WeaponMention
from reportedly.model.reading import Who
from reportedly.model.text import Page, Sentence, Token
from reportedly.readings.who_acting import acts, indefinite, of_others, only_describes, somewhere
from reportedly.readings.who_choice import settle
from reportedly.readings.who_dated import dated
from reportedly.readings.who_described import described_actors
from reportedly.readings.who_entities import entity_actors, family_names
from reportedly.readings.who_lettered import lettered, unglossed
from reportedly.readings.who_named import Named, named_actor
from reportedly.readings.who_same import tie
from reportedly.readings.who_setting import OFFICES, Setting, setting
from reportedly.readings.who_units import unit_actors

_STATES = frozenset({Use.STATE, Use.SEAT})


class ActorReader:
    """Reads who is named or described in a report, and with what weapons."""

    def __init__(self, words: ActorWords) -> None:
        self.words = words

    def read(self, page: Page) -> tuple[tuple[Who, ...], tuple[WeaponMention, ...], tuple[Issue, ...]]:
        """Actors and weapons of the parsed sentences, in text order; no two actors overlap. The issues are bodies that
        did not exist on the day of the report."""
        words = cut(page.report.text)
        spotted = tuple(self.words.names.spot(words, page.report.text))
        known = setting(spotted, self.words.names, page.report.text)
        weapons = spot_weapons(page, words, self.words.weapons)
        no_names = somewhere(page, self.words.acting) | _things(weapons)
        surnames = family_names(page)
        strange: set[str] = set()
        actors = tuple(
            who
            for sentence, here in _by_sentence(page, spotted)
            for who in self._sentence(
                sentence, tuple(self._named(sentence, here, known, surnames, strange)), no_names, surnames
            )
        )
        actors = unglossed(page.report.text, lettered(page.report.text, actors))
        actors, issues = dated(page, actors, self.words.names.actors)
        tied = tie(page, actors, self.words.names, self.words.pointing, known)
        return tied, weapons, issues

    def _sentence(
        self, sentence: Sentence, named: Sequence[Named], no_names: frozenset[str], surnames: frozenset[str]
    ) -> tuple[Who, ...]:
        """All that the sentence offers, the surer reading first, then settled where they overlap."""
        persons, others = entity_actors(sentence, named, self.words, no_names, surnames)
        groups = described_actors(sentence, named, self.words)
        merged = [g.who for g in groups if g.named]
        plain = [g.who for g in groups if not g.named]
        names = [n for n in named if n.rule]
        sure = [named_actor(sentence, n) for n in names if n.sure]
        unsure = [named_actor(sentence, n) for n in names if not n.sure]
        units = unit_actors(sentence, self.words.units, self.words.people)
        persons = tuple(p for p in persons if not any(u.span.covers(p.span) for u in units))
        return settle((persons, merged, sure, (*unsure, *units), others, plain))

    def _named(
        self,
        sentence: Sentence,
        spotted: Sequence[Spotted],
        known: Setting,
        surnames: frozenset[str],
        strange: set[str],
    ) -> Iterator[Named]:
        """The vocabulary's names in the sentence with what they mean here. ``strange`` gathers the offices that the
        report has named as those of a state unknown: "the ministry" behind them is theirs."""
        shouting = sentence.text.isupper()
        for found in spotted:
            meaning = known.meaning(found, sentence.span.start)
            first, last = sentence.at(found.span.start), sentence.at(found.span.end - 1)
            if meaning is None or first is None or last is None or (shouting and meaning.form.isupper()):
                continue
            if _is_surname(sentence.tokens[first : last + 1], meaning, surnames):
                continue
            if meaning.use is Use.SHORT and meaning.common and indefinite(sentence, first, meaning, self.words.acting):
                continue
            if meaning.branch and meaning.use is Use.SHORT and self._of_another(sentence, last, spotted):
                continue
            office = meaning.branch if meaning.branch in OFFICES and meaning.use is Use.SHORT else None
            if office and (office in strange or self._of_unknown(sentence, first, spotted)):
                strange.add(office)
                continue
            inside = sentence.tokens[first].start < found.span.start
            if meaning.state is None and of_others(sentence, first, last, self.words.acting, inside=inside):
                continue
            yield Named(found.span, first, last + 1, meaning, self._rule(sentence, last, meaning))

    def _of_another(self, sentence: Sentence, last: int, spotted: Sequence[Spotted]) -> bool:
        """Whether a name that the vocabulary does not know stands behind a short form ("the government of Amavia")."""
        tokens = sentence.tokens
        if last + 2 >= len(tokens) or tokens[last + 1].text.lower() not in self.words.pointing.joints:
            return False
        name = tokens[last + 2]
        return name.pos == "PROPN" and not any(s.span.covers(name.span) for s in spotted)

    def _of_unknown(self, sentence: Sentence, first: int, spotted: Sequence[Spotted]) -> bool:
        """Whether a name that the vocabulary does not know stands before an office that only states have ("the Teshil
        defence ministry"): whose it is, the report's own country does not tell."""
        name = sentence.tokens[first - 1] if first else None
        return name is not None and name.pos == "PROPN" and not any(s.span.touches(name.span) for s in spotted)

    def _rule(self, sentence: Sentence, last: int, meaning: Meaning) -> str | None:
        """The address of what makes the name an actor here, if anything does."""
        if meaning.use is Use.ADJECTIVE:
            return None
        if meaning.use in _STATES:
            return acts(sentence, last, self.words.acting, seat=meaning.use is Use.SEAT)
        if (meaning.common or meaning.use is Use.PEOPLE) and only_describes(sentence, last, self.words.acting):
            return None
        return meaning.state.rule if meaning.state else meaning.actor.rule


def _is_surname(words: Sequence[Token], meaning: Meaning, surnames: frozenset[str]) -> bool:
    """Whether what the vocabulary knows as letters, written like a name, is the last name of a person of the report:
    "Nato" of one whom it calls Ivan Nato before."""
    return len(words) == 1 and words[0].text in surnames and meaning.actor.name.isupper() and words[0].text.istitle()


def _things(weapons: Sequence[WeaponMention]) -> frozenset[str]:
    """The capitalised words of the weapons named: the parser takes them for organisations ("a VBIED", "TOW")."""
    return frozenset(word for weapon in weapons for word in weapon.text.split() if word[0].isupper())


def _by_sentence(page: Page, spotted: Sequence[Spotted]) -> Iterator[tuple[Sentence, Sequence[Spotted]]]:
    """Each parsed sentence with the names that stand wholly inside it."""
    number = 0
    for sentence in page.sentences:
        while number < len(spotted) and spotted[number].span.start < sentence.span.start:
            number += 1
        first = number
        while number < len(spotted) and spotted[number].span.end <= sentence.span.end:
            number += 1
        if sentence.tokens:
            yield sentence, spotted[first:number]
