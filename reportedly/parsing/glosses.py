"""A document cut into words in, its glosses out, and what was parsed without them put together again.

"The MLF [Marn Liberation Front] guerrillas attacked", "members of the National Guard (NG) fired": what an editor or a
writer sets in brackets behind a name stands outside the grammar of the sentence, and a parser that was taught on
unbracketed text loses its way in it. So the sentence is parsed as if the brackets were not there, and each gloss by
itself; it then hangs on the word that it explains. No word is lost and none is moved.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from reportedly.lexicon.splitting import likened
from reportedly.parsing.tokens import Row

if TYPE_CHECKING:
    from spacy.tokens import Doc

OPENING = ("[", "(")
"""What a passage must hold to have a gloss."""

_CLOSING = {"[": "]", "(": ")"}
_ROUND = {"[": "(", "]": ")"}
_LONGEST = 14
"""Words of a gloss, brackets among them: what is longer says something of its own."""
_LINKING = 3
"""Letters of a word inside a name that may be small: "Front for the Liberation of Marn"."""
_NAMING, _REMARK = "appos", "parataxis"
_NOUNS = frozenset({"NOUN", "PROPN"})


def glosses(words: Sequence[str]) -> list[range]:
    """The words of each gloss, its brackets with it: what an editor adds in square brackets, and a name or an
    abbreviation in round ones. What opens a sentence explains nothing before it and is none."""
    found: list[range] = []
    number = 1
    while number < len(words):
        last = _closed(words, number)
        if last is not None and (words[number] == "[" or _names(words[number + 1 : last])):
            found.append(range(number, last + 1))
            number = last
        number += 1
    return found


def _closed(words: Sequence[str], first: int) -> int | None:
    """The number of the bracket that closes what ``first`` opens; none where another opens before it."""
    closing = _CLOSING.get(words[first])
    if closing is None:
        return None
    for number in range(first + 1, min(first + _LONGEST, len(words))):
        if words[number] == closing:
            return number if number > first + 1 else None
        if words[number] in _CLOSING:
            return None
    return None


def _names(words: Sequence[str]) -> bool:
    """Whether the words are a name: capitals, small linking words between them, no number."""
    return words[0][0].isupper() and all(_in_a_name(word) for word in words)


def _in_a_name(word: str) -> bool:
    if not any(letter.isalpha() for letter in word):
        return word == "-"
    return word[0].isupper() or len(word) <= _LINKING


def pieces(doc: Doc, found: Sequence[range]) -> list[list[int]]:
    """The numbers of the words of the sentence without its glosses, then those of each gloss."""
    inside = {number for gloss in found for number in gloss}
    return [[n for n in range(len(doc)) if n not in inside], *(list(gloss) for gloss in found)]


def piece(doc: Doc, numbers: Sequence[int]) -> Doc:
    """Some words of a document as one of their own. A word before a gap is followed by what follows the gap; a square
    bracket is put as a round one, which the parser knows better, and a word that it does not know as one that it does.
    """
    from spacy.tokens import Doc

    spaces = [bool(doc[n].whitespace_) for n in numbers]
    for at, (here, after) in enumerate(pairwise(numbers)):
        if after != here + 1:
            spaces[at] = bool(doc[after - 1].whitespace_)
    known = {**_ROUND, **likened()}
    return Doc(doc.vocab, words=[known.get(doc[n].text, doc[n].text) for n in numbers], spaces=spaces)


def joined(doc: Doc, numbers: Sequence[Sequence[int]], parsed: Sequence[Sequence[Row]]) -> list[Row]:
    """The rows of all pieces in the order of the document, each gloss hung on the word before it; what stands in front
    hangs on the head of the sentence."""
    rows: dict[int, Row] = {}
    root = next(number for at, (number, row) in enumerate(zip(numbers[0], parsed[0], strict=True)) if row.head == at)
    for part, (own, told) in enumerate(zip(numbers, parsed, strict=True)):
        for at, (number, row) in enumerate(zip(own, told, strict=True)):
            head, form = own[row.head], row.form
            if part and row.head == at:
                head = own[0] - 1 if own[0] else root
                form = form._replace(dep=_NAMING if form.pos in _NOUNS else _REMARK)
            word = doc[number].text
            form = form if form.text == word else form._replace(text=word, lemma=word)
            broken = at > 0 and own[at - 1] != number - 1
            rows[number] = row._replace(
                form=form, head=head, offset=doc[number].idx, begins=row.begins or (broken and bool(row.label))
            )
    return [rows[number] for number in range(len(doc))]
