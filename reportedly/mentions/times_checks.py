"""A match and its parsed sentence in, whether the words around it let it be a time out. Patterns name these checks in
``needs``; the words that they look for are kinds of the vocabulary or come from the parse."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from reportedly.mentions import times_checks_numbers as numbers
from reportedly.mentions import times_checks_words as words
from reportedly.mentions.times_found import Found
from reportedly.model.text import Passage, PassageKind, Sentence, Span

Check = Callable[[Found, Sentence], bool]

_UNPARSED = Sentence(passage=Passage(number=0, paragraph=0, kind=PassageKind.SENTENCE, span=Span(0, 0)), text="")

CHECKS: Mapping[str, Check] = {
    "year": numbers.year,
    "year-span": numbers.year_span,
    "no-count": numbers.no_count,
    "dated-pair": numbers.dated_pair,
    "day-free": numbers.day_free,
    "nth-alone": numbers.nth_alone,
    "hour": numbers.hour,
    "at-hour": numbers.at_hour,
    "no-age": numbers.no_age,
    "no-rate": numbers.no_rate,
    "no-part": numbers.no_part,
    "row": numbers.row,
    "goes-on": numbers.goes_on,
    "name": words.name,
    "no-march": words.no_march,
    "no-namesake": words.no_namesake,
    "season": words.season,
    "no-bearer": words.no_bearer,
    "no-title": words.no_title,
    "lower": words.lower,
    "no-figure": words.no_figure,
    "owner": words.owner,
    "no-owner": words.no_owner,
    "plain-units": words.plain_units,
    "loose-unit": words.loose_unit,
    "ended": words.ended,
    "no-genitive": words.no_genitive,
    "ends": words.ends,
    "alone": words.alone,
    "no-attribute": words.no_attribute,
    "no-noun": words.no_noun,
}


def allowed(found: Found, sentence: Sentence | None) -> bool:
    """Whether every check that the pattern needs holds. Without a parse only the words themselves are looked at."""
    parsed = sentence if sentence is not None else _UNPARSED
    return all(CHECKS[name](found, parsed) for name in found.pattern.needs)
