"""Words and a compiled grammar in, the places where a pattern matches out: the longest first, none overlapping."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportedly.lexicon.dating import Dating, Pattern, words_of
from reportedly.lexicon.dating_words import Value, Word


@dataclass(frozen=True, slots=True)
class Found:
    """A pattern that matched a run of words. ``groups`` holds the runs of words of its named parts."""

    pattern: Pattern
    words: tuple[Word, ...]
    groups: dict[str, tuple[Word, ...]]
    before: tuple[Word, ...]
    after: tuple[Word, ...]

    @property
    def start(self) -> int:
        return self.words[0].start

    @property
    def end(self) -> int:
        return self.words[-1].end

    def has(self, name: str) -> bool:
        return name in self.groups

    def part(self, name: str) -> tuple[Word, ...]:
        """The words of a named part; empty where it did not take part in the match."""
        return self.groups.get(name, ())

    def value(self, name: str, *kinds: str) -> Value | None:
        """The value of the first word of a part that has one of the kinds (the part's name is the kind if none is given)."""
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


def found_in(text: str, start: int, end: int, lexicon: Dating) -> Iterator[list[Found]]:
    """For each run of time words in a stretch of text: every match, the best first. A run without a word that can make
    a time is passed over."""
    words = words_of(text, start, end, lexicon)
    code = lexicon.code
    line = "".join([code(w.senses) if w.senses else " " for w in words])
    if lexicon.triggers.isdisjoint(line):
        return
    for left, right in _runs(line, lexicon.triggers):
        yield _matches(words, line, left, right, lexicon.patterns)


def _runs(line: str, triggers: frozenset[str]) -> Iterator[tuple[int, int]]:
    """The stretches between words that no pattern knows, where they hold a trigger."""
    at = 0
    for run in line.split(" "):
        if run and not triggers.isdisjoint(run):
            yield at, at + len(run)
        at += len(run) + 1


def _matches(
    words: Sequence[Word], line: str, left: int, right: int, patterns: Sequence[Pattern]
) -> list[Found]:
    found: list[tuple[int, int, int, Found]] = []
    for rank, pattern in enumerate(patterns):
        for match in pattern.regex.finditer(line, left, right):
            first, last = match.span()
            groups = {
                name.partition("__")[0]: tuple(words[slice(*match.span(name))])
                for name, part in match.groupdict().items()
                if part
            }
            one = Found(
                pattern,
                tuple(words[first:last]),
                groups,
                tuple(words[max(0, first - 3) : first]),
                tuple(words[last : last + 3]),
            )
            found.append((-(one.end - one.start), rank, first, one))
    found.sort(key=lambda f: f[:3])
    return [f[3] for f in found]
