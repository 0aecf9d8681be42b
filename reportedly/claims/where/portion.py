"""A frame of ground won or lost and its place in, whether the words are of a part of the place only out.

"Took a hilltop near Kolm", "seized most of Kolm" and "captured 12 villages in Orvan province" give nobody the whole of
Kolm or Orvan; "took the town of Kolm" and "Kolm fell to the rebels" do. So the noun that was won must be the place
itself, or a word for it that "of" joins to its name.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.claims.frames.frames import Frame
from reportedly.lexicon.holding import HoldingWords
from reportedly.mentions.happenings import objects, possessed
from reportedly.model.claim import Note
from reportedly.model.reading import Where
from reportedly.model.text import Sentence
from reportedly.model.words import Happening

PART = "part"
"""The field of the note that says so."""

_TURNED = frozenset({Happening.TERRITORY_GAINED, Happening.TERRITORY_LOST})
_NOUNS = frozenset({"NOUN", "PROPN"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def portion(frame: Frame, kind: Happening, place: Where | None, words: HoldingWords) -> Note | None:
    """Why only a part of the place is meant, where the frame tells of ground won or lost and that is so."""
    if kind not in _TURNED:
        return None
    sentence, named = frame.sentence, frame.sentence.inside(place.span) if place else ()
    for trigger in frame.triggers:
        number = trigger.mention.token
        own = {*sentence.inside(trigger.mention.span), *named}
        between = tuple(_between(sentence, number, named)) if named else ()
        for noun in (n for n in (*between, *_won(sentence, number)) if n not in own):
            lemma = sentence.tokens[noun].lemma.lower()
            if lemma in words.grounds and (lemma not in words.wholes or _some(sentence, noun, named)):
                return _note(sentence, noun, words.parts.get(lemma))
        for preposition in between:
            token = sentence.tokens[preposition]
            beside = token.dep == "prep" and sentence.tokens[token.head].pos in _NOUNS and token.head not in own
            if beside and token.text.lower() not in words.joins:
                return _note(sentence, preposition, None)
    return None


def _between(sentence: Sentence, trigger: int, named: tuple[int, ...]) -> Iterator[int]:
    """The words above a name, up to the word for what happened; none where the name does not hang on it."""
    head = sentence.head_of(sentence.tokens[named[0]].span) if named else None
    above = sentence.ancestors(named[0] if head is None else head)
    if trigger in above:
        yield from (n for n in above[: above.index(trigger)] if n not in named)


def _won(sentence: Sentence, trigger: int) -> tuple[int, ...]:
    """The nouns of what was won or lost: those that a verb acts on, or what fell, or what stands behind "of"."""
    if sentence.tokens[trigger].pos in _NOUNS:
        return possessed(sentence, trigger)
    below = sentence.children[trigger]
    fell = not any(sentence.tokens[c].dep in {"dobj", "nsubjpass"} for c in below)
    return objects(sentence, trigger, reach=False) if not fell else tuple(_fallen(sentence, trigger))


def _fallen(sentence: Sentence, verb: int) -> Iterator[int]:
    """What a verb without an object says it of, and the noun that "which" stands for."""
    for child in sentence.children[verb]:
        token = sentence.tokens[child]
        if token.dep in _SUBJECTS:
            yield sentence.tokens[verb].head if token.tag in {"WDT", "WP"} else child


def _some(sentence: Sentence, noun: int, named: tuple[int, ...]) -> bool:
    """Whether there are several ("two districts of Kolm"), and their names do not follow ("the towns of Kolm and
    Dolvi")."""
    joined = any(sentence.tokens[n].dep == "conj" or _joins(sentence, n) for n in named)
    return sentence.tokens[noun].tag in {"NNS", "NNPS"} and not joined


def _joins(sentence: Sentence, number: int) -> bool:
    return any(sentence.tokens[c].dep == "conj" for c in sentence.children[number])


def _note(sentence: Sentence, number: int, rule: str | None) -> Note:
    span = sentence.tokens[number].span
    return Note(field=PART, rule=rule or "code:part-of-place", text="a part of the place", span=span)
