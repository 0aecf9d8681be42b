"""Words in, pieces of regular expressions out."""

from __future__ import annotations

import re
from collections.abc import Iterable


def any_of(forms: Iterable[str]) -> str:
    """A group that matches any of the words, longest first; a blank in a word matches any run of white space."""
    ordered = sorted(set(forms), key=lambda form: (-len(form), form))
    return "(?:" + "|".join(re.escape(form).replace(r"\ ", r"\s+") for form in ordered) + ")"


def tree_of(forms: Iterable[str]) -> str:
    """A group that matches any of the forms, the longest that fits, with any white space between words.

    Forms that begin alike share their beginning, so that a word that begins otherwise is passed over at once. Where
    case is ignored the forms must be in small letters.
    """
    longest: dict[str, list[str]] = {}
    ends = False
    for form in sorted(set(forms)):
        if form:
            longest.setdefault(form[0], []).append(form[1:])
        else:
            ends = True
    branches = [_letter(first) + (tree_of(rest) if rest != [""] else "") for first, rest in longest.items()]
    group = "(?:" + "|".join(branches) + ")" if branches else ""
    return group + "?" if ends and group else group


def _letter(letter: str) -> str:
    return r"\s+" if letter == " " else re.escape(letter)
