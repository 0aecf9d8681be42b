"""Number words in, numbers out: "2 1/2", "twenty-four", "a hundred", "nineteen ninety-six"."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.lexicon.dating_words import Word

_ORDINALS = ("day-number", "nth", "ordinal")


def amount(words: Sequence[Word]) -> float | None:
    """The number that the words make, or ``None`` where they make none."""
    total, here, said = 0.0, 0.0, False
    digits: list[int] = []
    slash = False
    for word in words:
        if word.text == "/":
            slash = True
            continue
        scale = word.value("scale")
        if scale is not None:
            total, here, said = total + (here or 1) * float(scale), 0.0, True
            continue
        value = _plain(word)
        if value is None:
            continue
        said = True
        if slash and digits:
            here, slash = here - digits[-1] + digits[-1] / (value or 1), False
        else:
            here += value
            digits.append(int(value))
    return total + here if said else None


def _plain(word: Word) -> float | None:
    for kind in ("digits", "decimal", "fraction", "tens", "cardinal", "half", "couple", "dozen", "article"):
        value = word.value(kind)
        if value is not None:
            return float(value)
    return None


def halves(words: Sequence[Word]) -> float | None:
    """A number with its half: "a year and a half" counts the article once; "half an hour" counts it not at all."""
    if any(w.value("half") is not None for w in words):
        return (amount([w for w in words if w.value("article") is None]) or 0.0) or None
    return amount(words)


def ordinal(words: Sequence[Word]) -> int | None:
    """A day of the month or a place in a row: "25th", "twenty-first", "3"."""
    kinds = ("tens", *_ORDINALS)
    values = [next((v for kind in kinds if (v := word.value(kind)) is not None), None) for word in words]
    found = [int(v) for v in values if v is not None]
    return sum(found) if found else None


def year(words: Sequence[Word]) -> int | None:
    """A year in digits or as it is spoken: two pairs ("nineteen ninety-six", "twenty sixteen") or thousands."""
    for word in words:
        value = word.value("year")
        if value is not None:
            return int(value)
    plain = [w for w in words if w.text != "-"]
    if any(w.value("scale") is not None for w in plain):
        number = amount(plain)
    elif len(plain) >= 2 and (first := _plain(plain[0])) and (second := amount(plain[1:])):
        number = first * 100 + second
    else:
        return None
    return int(number) if number and 1000 <= number < 2200 else None
