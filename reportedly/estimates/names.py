"""Names and descriptions of tellers in, whether they may be one out."""

from __future__ import annotations

from functools import lru_cache

_SHORT_NAME = 2  # words a name must have before it can be found inside a longer one
_ABBREVIATED = 3  # letters of the shortest abbreviation that tells
_AT_HAND = 8_000  # names whose words are kept
_MARKS = "\"'“”‘’().,"


def same_name(left: str, right: str) -> bool:
    """Whether one name is written inside the other, word for word and side by side ("Marn Relief Committee" in "Ana
    Petrov (Marn Relief Committee)", not "Marn forces" in "Union of Marn Opposition Forces"). Names of one word prove
    nothing."""
    a, b = sorted((_in_order(left), _in_order(right)), key=len)
    return len(a) >= _SHORT_NAME and any(b[n : n + len(a)] == a for n in range(len(b) - len(a) + 1))


def stands_for(left: str, right: str) -> bool:
    """Whether one name is the other's initials ("MRC", "Marn Relief Committee"); from four letters on in any order,
    since an abbreviation of which two letters are swapped in print is met more often than another body of the same
    letters."""
    short, long = sorted((left, right), key=len)
    initials = "".join(word[0] for word in long.split() if word[0].isupper())
    if not (short.isupper() and short.isalpha() and len(short) == len(initials) >= _ABBREVIATED):
        return False
    return short == initials or (len(short) > _ABBREVIATED and sorted(short) == sorted(initials))


def within(name: str, description: str) -> bool:
    """Whether a description holds a whole name of two words or more ("the head of the Marn Relief Committee")."""
    words = name_words(name)
    return len(words) >= _SHORT_NAME and words <= name_words(description)


def alike(left: str, right: str) -> float:
    """The share of the shorter description's words that the longer one has."""
    a, b = name_words(left), name_words(right)
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0


@lru_cache(_AT_HAND)
def name_words(name: str) -> frozenset[str]:
    """The words of a name that tell: lower case, three letters or more."""
    return frozenset(_in_order(name))


@lru_cache(_AT_HAND)
def _in_order(name: str) -> tuple[str, ...]:
    return tuple(word.strip(_MARKS) for word in name.casefold().split() if len(word) > 2)
