"""A token in, its coarse kind out: on it depends which label is likely to follow which."""

from __future__ import annotations

from reportedly.model.text import Token

COUNT = 8

_QUOTES = frozenset({'"', "“", "”", "«", "»", "''", "``"})
_BY_TAG = {"IN": 4, "WDT": 4, "WP": 4, "TO": 4, "CC": 5, "DT": 6, "PRP": 6, "PRP$": 6}


def kind_of(token: Token) -> int:
    """A quotation mark, a comma, another mark, a joining word, "and", a determiner, a verb, or any other word."""
    if token.text in _QUOTES:
        return 1
    if token.text == ",":
        return 2
    if not token.text[0].isalnum():
        return 3
    return _BY_TAG.get(token.tag, 7 if token.tag.startswith("V") else 0)
