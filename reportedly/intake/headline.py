"""A report whose title was given apart from its text in, the same with the title's words below the text out.

What a headline says ("Nine killed in Dolvi") often stands nowhere else. It is put below the text, so that every offset
into the text that was given stays as it is. The site's own name, which pages put behind their titles, is left out.
"""

from __future__ import annotations

import re
from dataclasses import replace

from reportedly.lexicon.splitting import press_words
from reportedly.model.text import BELOW, Report, Span

_FEWEST = 3
"""Words that a headline has at least: "Home" and "World news" say nothing."""
_TOP = 2000
"""Characters of a text within which it repeats its own title, letter by letter."""
_BAR = re.compile(r"\s+[|»]\s+|\s*::\s*")
_DASH = re.compile(r"\s+[-–—]\s+")
_DOMAIN = re.compile(r"^(?:[a-z]+://)?(?:www\d?\.)?([^/:?#]+)", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_LABEL = 3
"""Letters of a part of an address that can name a site."""


def set_below(report: Report) -> Report:
    """The report with its title below its text, unless the text begins with it."""
    words = own_words(report)
    if len(words.split()) < _FEWEST or _letters(words) in _letters(report.text[:_TOP]):
        return report
    start = len(report.text) + len(BELOW)
    return replace(report, text=f"{report.text}{BELOW}{words}", headline=Span(start, start + len(words)))


def own_words(report: Report) -> str:
    """The title without the name of its site."""
    title = " ".join((report.title or "").split())
    title = _BAR.split(title)[0]
    for dash in _DASH.finditer(title):
        if _names_site(title[dash.end() :], report):
            return title[: dash.start()]
    return title


def _names_site(words: str, report: Report) -> bool:
    """Whether words behind a dash name the outlet, its address, or what only a paper or a station is called."""
    letters = _letters(words)
    domain = _DOMAIN.match(report.url or "")
    labels = [label for label in domain[1].lower().split(".") if len(label) > _LABEL] if domain else []
    if report.outlet and _letters(report.outlet) in letters:
        return True
    if any(_letters(label) in letters or letters in _letters(label) for label in labels):
        return True
    named = [word for word in _WORD.findall(words) if word[0].isupper()]
    return any(word.casefold() in press_words() for word in named)


def _letters(words: str) -> str:
    return "".join(letter for letter in words.casefold() if letter.isalnum())
