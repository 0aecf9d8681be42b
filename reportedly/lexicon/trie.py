"""Forms (names, phrases) in, a trie of words that spots them in a text out: longest match, left to right.

What it forgives: apostrophes ("Da'esh", "Syria's"), hyphens ("al-Nusra", "al Nusra"), accents, full stops of
abbreviations ("U.S."), "the" and the Arabic article inside a name, a possessive s that lost its apostrophe. What it
does not: a name must be written with capitals where its form is, and an abbreviation in capitals exactly so, lest
"is" be a caliphate and "who" a health organisation.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Generic, NamedTuple, TypeVar

from reportedly.model.text import Span

V = TypeVar("V")

_APOSTROPHES = "'’‘`ʼʿʾ´"
_WORD = re.compile(rf"(?:[^\W\d_]\.){{2,}}|[^\W_]+(?:[{_APOSTROPHES}][^\W_]+)*")
_JOINS = re.compile(r"[ \-–‑\u00a0'’‘\"“”«»&/\n\r\t]{1,3}|\.")
"""What may stand between two words of one name."""
_ABBREVIATION = 4
"""Letters of the longest word that a full stop after it may abbreviate ("Capt.")."""
_SKIPPED = frozenset({"the", "al", "el", "ul"})
"""Words that a name may have or lack inside ("Jaysh al-Islam", "Jaysh Islam")."""
_ARTICLES = frozenset({"al", "el", "ul"})
"""The Arabic article in Latin letters."""
_BARE = 5
"""Letters that a word needs before a final s is taken for a possessive that lost its apostrophe ("Syrias")."""


class Word(NamedTuple):
    """A word of a text: ``key`` is folded, ``bare`` the key without a possessive s (and ``bare_end`` its end)."""

    key: str
    raw: str
    start: int
    end: int
    bare: str
    bare_end: int

    @property
    def owns(self) -> bool:
        """Whether it has a possessive s behind an apostrophe ("Korvia's")."""
        return self.end - self.bare_end == len("'s")


@dataclass(frozen=True, slots=True)
class Hit(Generic[V]):
    """A form found: where, and everything that the form stands for, in the order in which it was given."""

    span: Span
    values: tuple[V, ...]
    first: int
    """Number of its first word in the words searched."""
    past: int
    """Number of the word after its last."""


@dataclass(slots=True)
class _Node(Generic[V]):
    next: dict[str, _Node[V]] = field(default_factory=dict)
    ends: dict[tuple[str, ...], list[V]] = field(default_factory=dict)


class Trie(Generic[V]):
    """Forms compiled once; it never changes afterwards."""

    __slots__ = ("_root",)

    def __init__(self, forms: Iterable[tuple[str, V]]) -> None:
        self._root: _Node[V] = _Node()
        for form, value in forms:
            _grow(self._root, form, value)

    def begins(self, word: Word) -> bool:
        """Whether any form begins with the word: a quick look before ``at``."""
        return word.key in self._root.next or word.bare in self._root.next

    def spot(self, words: Sequence[Word], text: str) -> Iterator[Hit[V]]:
        """The forms in the words of a text (see ``cut``), longest first at each word, none overlapping."""
        number, count = 0, len(words)
        while number < count:
            hit = self.at(words, number, text) if self.begins(words[number]) else None
            if hit is not None:
                yield hit
            number = hit.past if hit else number + 1

    def find(self, text: str) -> tuple[V, ...]:
        """What the whole text stands for, a leading "the" aside; nothing if it is no form."""
        words = cut(text)
        for start in range(2 if len(words) > 1 and words[0].key == "the" else 1):
            hit = self.at(words, start, text)
            if hit and hit.past == len(words):
                return hit.values
        return ()

    def at(self, words: Sequence[Word], number: int, text: str) -> Hit[V] | None:
        """The longest form that begins at a word."""
        best: Hit[V] | None = None
        waiting: list[tuple[_Node[V], int, tuple[str, ...]]] = [(self._root, number, ())]
        while waiting:
            node, here, path = waiting.pop()
            if here == len(words) or (path and not joined(text, words[here - 1], words[here])):
                continue
            word = words[here]
            steps = _steps(node, word)
            for after, end in steps:
                raws = (*path, word.raw)
                values = _fitting(after, raws)
                if values and (best is None or end > best.span.end):
                    best = Hit(Span(words[number].start, end), values, number, here + 1)
                waiting.append((after, here + 1, raws))
            if not steps and path and word.key in _SKIPPED:
                waiting.append((node, here + 1, path))
        return best


def _steps(node: _Node[V], word: Word) -> list[tuple[_Node[V], int]]:
    """Where a word leads: as it is, and without its possessive s; each with where the word then ends."""
    found = []
    whole = node.next.get(word.key)
    if whole is not None:
        found.append((whole, word.end))
    if word.bare != word.key:
        bare = node.next.get(word.bare)
        if bare is not None:
            found.append((bare, word.bare_end))
    return found


@lru_cache(maxsize=1 << 16)
def fold(word: str) -> str:
    """Lower case, without accents, apostrophes and the full stops of an abbreviation."""
    if not word.isascii():
        word = "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))
    return "".join(c for c in word.casefold() if c.isalnum())


@lru_cache(maxsize=4)
def cut(text: str) -> tuple[Word, ...]:
    """The words of a text with their offsets. Kept for the text in hand, which several registers look through."""
    return tuple(_word(m.group(), m.start()) for m in _WORD.finditer(text))


def _word(raw: str, start: int) -> Word:
    key, bare, less = _shape(raw)
    end = start + len(raw)
    return Word(key, raw, start, end, bare, end - less)


@lru_cache(maxsize=1 << 16)
def _shape(raw: str) -> tuple[str, str, int]:
    """The folded word, the same without a possessive s, and how many characters that s takes."""
    key = fold(raw)
    if not key.endswith("s"):
        return key, key, 0
    if len(raw) > 2 and raw[-2] in _APOSTROPHES:
        return key, key[:-1], 2
    if len(raw) > 2 and raw[-1] == "s" and raw[:-1].isupper():
        return key, key[:-1], 1
    if len(key) >= _BARE and raw[0].isupper() and raw[-1] == "s" and raw[-2] != "s":
        return key, key[:-1], 1
    return key, key, 0


def joined(text: str, before: Word, after: Word) -> bool:
    """Whether two words of a text may belong to one name: nothing but space, hyphen or quotation mark between them, or
    the full stop of a short abbreviation ("Lt. Gen.") or a domain."""
    between = text[before.end : after.start]
    if between in {" ", ""}:
        return True
    if between == ". ":
        return len(before.raw) <= _ABBREVIATION
    return _JOINS.fullmatch(between) is not None


def _grow(node: _Node[V], form: str, value: V) -> None:
    """Adds a form. A possessive in it ("People's") is kept bare, as the words of a text are looked up bare too."""
    raws: list[str] = []
    for word in cut(form):
        if raws and word.key in _SKIPPED:
            continue
        key = word.bare if word.bare_end < word.end - 1 else word.key
        node = node.next.setdefault(key, _Node())
        raws.append(word.raw)
    values = node.ends.setdefault(tuple(raws), [])
    if value not in values:
        values.append(value)


def _fitting(node: _Node[V], path: Sequence[str]) -> tuple[V, ...]:
    """The values of the forms whose letter case the words on the path keep."""
    if not node.ends:
        return ()
    found: list[V] = []
    for raws, values in node.ends.items():
        if all(map(_cased, raws, path)):
            found.extend(v for v in values if v not in found)
    return tuple(found)


def _cased(form: str, word: str) -> bool:
    """A small letter in the form asks nothing, a capital asks for one, and capitals alone ask for the very word; those
    without a vowel can be no other word, so that one capital is enough ("Mlf"). The Arabic article is written small as
    often as not ("al-Manar" for Al-Manar)."""
    if form.islower() or form.isdigit() or (word in _ARTICLES and form.casefold() == word):
        return True
    letters = form.replace(".", "")
    if len(letters) > 1 and letters.isupper():
        bare = word.replace(".", "")
        if len(letters) > _SHORT and not _VOWELS & set(letters) and bare.startswith(letters.capitalize()):
            bare = letters + bare[len(letters) :]
        return bare.startswith(letters) and (len(bare) == len(letters) or bare[len(letters) :] in _ENDINGS)
    return word[0].isupper() or word[0].isdigit() or form[0].islower()


_VOWELS = frozenset("AEIOUY")
_SHORT = 2
"""Letters that an abbreviation without a vowel may share with a word ("Mr", "St")."""
_ENDINGS = frozenset({"s", *(f"{a}s" for a in _APOSTROPHES), *_APOSTROPHES})
