"""A page in, the weapons that it names out: words of the vocabulary and makers' designations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportedly.lexicon.trie import Word
from reportedly.lexicon.weapons import NO_WEAPON, Weapon, Weapons
from reportedly.model.mention import WeaponMention
from reportedly.model.text import Page, Sentence, Span

_NOUNS = frozenset({"NOUN", "PROPN", "ADJ", "X", "NUM", "SYM"})
"""Parts of speech of a weapon's word; "to shell" and "mine" the pronoun are no weapons. Designations and foreign
words come out of the parser as anything."""


def spot_weapons(page: Page, words: Sequence[Word], weapons: Weapons) -> tuple[WeaponMention, ...]:
    """The weapons of all parsed sentences, in text order, the longer where two overlap. ``words`` are the text's."""
    text = page.report.text
    found: list[tuple[int, int, Weapon, Sentence]] = []
    for start, end, weapon in weapons.designations(text):
        sentence = page.sentence_at(start)
        if sentence and sentence.tokens:
            found.append((start, end, weapon, sentence))
    for hit in weapons.trie.spot(words, text):
        sentence = page.sentence_at(hit.span.start)
        if sentence and sentence.tokens and (hit.past - hit.first > 1 or _noun(sentence, hit.span.start)):
            found.append((hit.span.start, hit.span.end, hit.values[0], sentence))
    found.sort(key=lambda each: (each[0], each[2].of is None, -each[1]))
    return tuple(_mentions(found, text))


def _mentions(found: Sequence[tuple[int, int, Weapon, Sentence]], text: str) -> Iterator[WeaponMention]:
    """The hits without overlaps: of two at one place the type ("T-90") names the weapon and the longer gives the span
    ("T-90 tanks"). Words that only hold a weapon's name ("fuel tanks") take it away."""
    past = -1
    for number, (start, end, weapon, sentence) in enumerate(found):
        if start < past:
            continue
        past = max([end, *(other[1] for other in found[number + 1 : number + 3] if other[0] == start)])
        if weapon.family == NO_WEAPON:
            continue
        yield WeaponMention(
            span=Span(start, past),
            text=" ".join(text[start:past].split()),
            sentence=sentence.number,
            rule=weapon.rule,
            weapon_id=weapon.id,
            family=weapon.family,
        )


def _noun(sentence: Sentence, start: int) -> bool:
    number = sentence.at(start)
    return number is None or sentence.tokens[number].pos in _NOUNS
