"""A noun in, the number of people that stands right before it out: "two policemen" → 2, "dozens of men" → None."""

from __future__ import annotations

import re
from collections.abc import Mapping

from reportedly.model.text import Sentence

_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+|\d+")


def number_before(sentence: Sentence, head: int, numbers: Mapping[str, int]) -> int | None:
    """The number that counts a noun, where the words state exactly one; ranges and bounds are the counts' business."""
    counted = [c for c in sentence.children[head] if sentence.tokens[c].dep == "nummod"]
    if len(counted) != 1:
        return None
    numeral = counted[0]
    if any(sentence.tokens[c].dep != "punct" for c in sentence.children[numeral]):
        return None
    word = sentence.tokens[numeral].text.lower()
    if _DIGITS.fullmatch(word):
        return int(word.replace(",", ""))
    return numbers.get(word)
