"""The words of a title in, the same as a sentence would have them out: "Drone Kills Nine", "drone kills nine".

A parser that was taught on sentences takes the capitals of a title for names ("Strike Kills"). What the report itself
writes small is no name; what it writes with a capital inside its sentences is one. Of the rest, a word that the model
knows as a verb or a noun loses its capital, unless a word of two letters stands before it: names follow "in" and "of".
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import NamedTuple

_SMALL = re.compile(r"(?<![\w’'-])[a-z]{2,}(?![\w])")
_NAMED = re.compile(r"(?<=[a-z,] )[A-Z][a-z]+")
"""A capital that no beginning of a sentence explains."""
_LONG = 3
"""Letters of a word beyond which its capital says something."""
_FEWEST = 3
"""Long words that a title has more of."""
_NAMES_FOLLOW = 2


class Known(NamedTuple):
    """The words of one part of speech: dictionary forms, and by what each ending of an inflected form is replaced."""

    forms: Collection[str]
    endings: Sequence[tuple[str, str]] = ()

    def has(self, word: str) -> bool:
        """Whether a small word is one of them, inflected or not."""
        return word in self.forms or any(
            word.endswith(ending) and word.removesuffix(ending) + instead in self.forms
            for ending, instead in self.endings
        )


def titled(words: Sequence[str]) -> bool:
    """Whether most words have a capital, and not every letter is one."""
    long = [word for word in words if word.isalpha() and len(word) > _LONG]
    capital = [word for word in long if word[0].isupper() and not word.isupper()]
    return len(long) > _FEWEST and len(capital) * 3 > len(long) * 2


class Casing:
    """How the sentences of one report write its words."""

    def __init__(self, story: str, verbs: Known, nouns: Known) -> None:
        """``verbs`` and ``nouns`` are those of the language, as the model knows them."""
        self._small = frozenset(_SMALL.findall(story))
        self._named = frozenset(_NAMED.findall(story)) - {word.capitalize() for word in self._small}
        self._verbs, self._nouns = verbs, nouns

    def lowered(self, words: Sequence[str]) -> list[str]:
        """The words of a title, each as long as before."""
        return [word.lower() if self._loses(word, words[n - 1] if n else "") else word for n, word in enumerate(words)]

    def noun(self, word: str) -> bool:
        """Whether the word is a noun written small, here or in the report's sentences."""
        low = word.lower()
        small = word.islower() or (
            not self._small.isdisjoint((low, low + "s")) and word.capitalize() not in self._named
        )
        return small and self._nouns.has(low)

    def verb(self, word: str) -> bool:
        """Whether the word is a verb of the language, in any of its forms."""
        return self._verbs.has(word.lower())

    def plural(self, word: str) -> bool:
        """Whether the word is a noun of the language in a form that its dictionary does not list: a plural."""
        low = word.lower()
        return low not in self._nouns.forms and self._nouns.has(low)

    def base_verb(self, word: str) -> bool:
        """Whether the word is a verb in its dictionary form, written small."""
        return word in self._verbs.forms

    def _loses(self, word: str, before: str) -> bool:
        if not word.isascii() or not word.istitle() or word in self._named:
            return False
        low = word.lower()
        return low in self._small or (len(before) != _NAMES_FOLLOW and (self.verb(low) or self._nouns.has(low)))
