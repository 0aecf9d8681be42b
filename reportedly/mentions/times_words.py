"""A stretch of text in, its words as one line of characters out, on which the grammar's patterns are run."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.lexicon.dating import Dating, Known
from reportedly.lexicon.dating_words import SHAPES, Senses, Word, shaped

_UNKNOWN = Known((), " ")


@dataclass(frozen=True, slots=True)
class WordLine:
    """The words of a stretch: ``line`` has one character a word, ``pieces`` their offsets and meanings."""

    text: str
    line: str
    pieces: tuple[tuple[int, int, Senses], ...]

    def words(self, first: int, last: int) -> tuple[Word, ...]:
        """The words of a range of places; a range that leaves the line is cut."""
        return tuple(self._word(n) for n in range(max(0, first), min(last, len(self.pieces))))

    def _word(self, number: int) -> Word:
        start, end, senses = self.pieces[number]
        glued = number > 0 and self.pieces[number - 1][1] == start
        return Word(start, end, self.text[start:end], senses, glued)


def line_of(text: str, start: int, end: int, lexicon: Dating) -> WordLine:
    """The words of ``text[start:end]`` with their meanings. Forms of several words become one."""
    matches = list(SHAPES.finditer(text, start, end))
    pieces: list[tuple[int, int, Senses]] = []
    codes: list[str] = []
    at = 0
    while at < len(matches):
        match = matches[at]
        size, known = 1, _UNKNOWN
        if match.lastgroup in ("word", "meridian", "sign", "number"):
            written = match[0]
            key = written.lower()
            table = lexicon.words if written[0].islower() else lexicon.names
            known = table.get(key, _UNKNOWN)
            if key in lexicon.phrases:
                size, known = _longest(matches, at, lexicon, known)
        else:
            senses = shaped(match.lastgroup or "", match[0])
            known = Known(senses, lexicon.shapes.get(frozenset(s.kind for s in senses), " "))
        pieces.append((match.start(), matches[at + size - 1].end(), known.senses))
        codes.append(known.code)
        at += size
    return WordLine(text, "".join(codes), tuple(pieces))


def _longest(matches: list, at: int, lexicon: Dating, single: Known) -> tuple[int, Known]:  # type: ignore[type-arg]
    """The longest form of several words that stands here, else the single word."""
    for forms, known in lexicon.phrases[matches[at][0].lower()]:
        size = len(forms)
        if at + size <= len(matches) and all(matches[at + n][0].lower() == form for n, form in enumerate(forms)):
            lowered = matches[at][0][0].islower() and all(s.capital for s in known.senses)
            if not lowered:
                return size, known
    return 1, single
