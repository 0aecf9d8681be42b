"""The parsed sentences of a report in, the names that it gives to people out: a place of that name is hardly meant.

"Two shots hit the car of Colonel Arvel Brenik. Brenik's driver died": the parser may well take the second for a town.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from reportedly.lexicon.placing import Placing
from reportedly.mentions.places_surroundings import PLACE_LABELS
from reportedly.model.text import Sentence, Token

_PERSON = "PERSON"
_OWNING = "POS"
_LONGEST = 6
"""Words of a person's name at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class People:
    """``surnames`` are the last words of names of more than one word; ``names`` are names of several words and their
    ends ("Arvel Sula Brenik", "Sula Brenik")."""

    surnames: frozenset[str]
    names: frozenset[str]


def people_of(sentences: Sequence[Sentence], placing: Placing) -> People:
    """Whom the parser takes for a person, and whom a title names ("Colonel Arvel Brenik"); a name of several words that
    it as often takes for a place is none."""
    votes: Counter[tuple[str, ...]] = Counter()
    ends: set[str] = set()
    for sentence in sentences:
        for label, words in _entities(sentence.tokens):
            votes[words] += (label == _PERSON) - (label in PLACE_LABELS)
            if label == _PERSON and len(words) > 1 and words[-1][:1].isupper():
                ends.add(words[-1])
        votes.update(dict.fromkeys(_titled(sentence.tokens, placing.titles), _LONGEST))
    named = [words for words, vote in votes.items() if vote > 0 and len(words) > 1]
    tails = {words[first:] for words in named for first in range(len(words) - 1)}
    ends |= {words[-1] for words in named if votes[words] >= _LONGEST}
    return People(surnames=frozenset(ends), names=frozenset(" ".join(words) for words in tails))


def forenames(sentences: Iterable[Sentence]) -> frozenset[str]:
    """The first words of people's names that have more than one word, and that name no place more often."""
    votes: dict[str, int] = {}
    for sentence in sentences:
        tokens = sentence.tokens
        for token, following in pairwise(tokens):
            if not token.begins or not token.text[:1].isupper():
                continue
            goes_on = following.entity == token.entity and not following.begins
            if token.entity == _PERSON and goes_on and following.text[:1].isupper():
                votes[token.text] = votes.get(token.text, 0) + 1
            elif token.entity in PLACE_LABELS and not goes_on:
                votes[token.text] = votes.get(token.text, 0) - 1
    return frozenset(word for word, vote in votes.items() if vote > 0)


def _entities(tokens: Sequence[Token]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The parser's entities as label and words."""
    first = 0
    for number in range(1, len(tokens) + 1):
        if number < len(tokens) and tokens[number].entity == tokens[first].entity and not tokens[number].begins:
            continue
        if tokens[first].entity:
            yield tokens[first].entity, tuple(token.text for token in tokens[first:number] if token.tag != _OWNING)
        first = number


def _titled(tokens: Sequence[Token], titles: frozenset[str]) -> Iterable[tuple[str, ...]]:
    """Names of at least two words behind a title."""
    for number, token in enumerate(tokens):
        if not _is_title(token, titles) or number + 1 == len(tokens) or _is_title(tokens[number + 1], titles):
            continue
        words = tuple(t.text for t in takewhile(_part_of_name, tokens[number + 1 : number + 1 + _LONGEST]))
        if len(words) > 1:
            yield words


def _is_title(token: Token, titles: frozenset[str]) -> bool:
    return token.text.lower().rstrip(".") in titles


def _part_of_name(token: Token) -> bool:
    return token.pos == "PROPN" and token.text[:1].isupper() and token.text[-1:].isalpha()
