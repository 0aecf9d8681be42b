"""Words in, pieces of regular expressions out."""

from __future__ import annotations

import re
from collections.abc import Iterable


def any_of(forms: Iterable[str]) -> str:
    """A group that matches any of the words, longest first; a blank in a word matches any run of white space."""
    ordered = sorted(set(forms), key=lambda form: (-len(form), form))
    return "(?:" + "|".join(re.escape(form).replace(r"\ ", r"\s+") for form in ordered) + ")"
