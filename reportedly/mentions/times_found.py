"""Words and a compiled grammar in, the places where a pattern matches out, the best first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from reportedly.lexicon.dating import Dating, Pattern
from reportedly.lexicon.dating_words import Value, Word
from reportedly.mentions.times_words import WordLine, line_of

_BESIDE = 3  # words kept on either side of a match for the checks


@dataclass(frozen=True, slots=True)
class Found:
    """A pattern that matched a run of words. ``groups`` holds the words of its named parts; ``before`` and ``after``
    the few words around it."""

    pattern: Pattern
    words: tuple[Word, ...]
    groups: Mapping[str, tuple[Word, ...]]
    before: tuple[Word, ...]
    after: tuple[Word, ...]

    @property
    def start(self) -> int:
        return self.words[0].start

    @property
    def end(self) -> int:
        return self.words[-1].end

    def has(self, name: str) -> bool:
        """Whether a named part took part in the match."""
        return name in self.groups

    def part(self, name: str) -> tuple[Word, ...]:
        """The words of a named part; empty where it did not take part in the match."""
        return self.groups.get(name, ())

    def value(self, name: str, *kinds: str) -> Value | None:
        """The value of the first word of a part that has one of the kinds; by default the kind is the part's name."""
        for word in self.part(name):
            for kind in kinds or (name,):
                value = word.value(kind)
                if value is not None:
                    return value
        return None

    def number(self, name: str, *kinds: str) -> int | None:
        """The same as a whole number."""
        value = self.value(name, *kinds)
        return int(value) if value is not None else None

    def led(self, kind: str) -> bool:
        """Whether the word before the match is of a kind."""
        return bool(self.before) and self.before[-1].has(kind)

    def followed(self, kind: str) -> bool:
        """Whether the word behind the match is of a kind."""
        return bool(self.after) and self.after[0].has(kind)


def found_in(text: str, start: int, end: int, lexicon: Dating) -> Iterator[list[Found]]:
    """For each run of time words in ``text[start:end]``: every match, the longest first, then in the grammar's order.

    A run without a word that can make a time is passed over.
    """
    words = line_of(text, start, end, lexicon)
    if lexicon.triggers.isdisjoint(words.line):
        return
    for left, right in _runs(words.line, lexicon.triggers):
        yield _matches(words, left, right, lexicon)


def _runs(line: str, triggers: frozenset[str]) -> Iterator[tuple[int, int]]:
    """The stretches between words that no pattern knows, where they hold a trigger."""
    at = 0
    for run in line.split(" "):
        if run and not triggers.isdisjoint(run):
            yield at, at + len(run)
        at += len(run) + 1


def _matches(words: WordLine, left: int, right: int, lexicon: Dating) -> list[Found]:
    found: list[tuple[int, int, int, Found]] = []
    for match in lexicon.matches(words.line[left:right]):
        first, last = left + match.first, left + match.last
        one = Found(
            pattern=lexicon.patterns[match.rank],
            words=words.words(first, last),
            groups={name: words.words(left + start, left + end) for name, start, end in match.parts},
            before=words.words(first - _BESIDE, first),
            after=words.words(last, last + _BESIDE),
        )
        found.append((one.start - one.end, match.rank, first, one))
    found.sort(key=lambda f: f[:3])
    return [f[3] for f in found]
