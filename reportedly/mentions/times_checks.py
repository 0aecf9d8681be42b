"""A match and its parsed sentence in, whether the words around it let it be a time out. Patterns name these checks in
``needs``; the words that they look for are kinds of the vocabulary or come from the parse."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from reportedly.mentions.times_found import Found
from reportedly.model.text import Passage, PassageKind, Sentence, Span, Token

Check = Callable[[Found, Sentence], bool]

_NOT_TIME = frozenset({"CARDINAL", "MONEY", "QUANTITY", "PERCENT", "ORDINAL"})
_NAMES = frozenset({"PERSON", "ORG", "WORK_OF_ART", "EVENT", "FAC", "PRODUCT", "LAW"})
_COUNTED = frozenset({"NUM", "SYM"})

_EMPTY = Sentence(passage=Passage(number=0, paragraph=0, kind=PassageKind.SENTENCE, span=Span(0, 0)), text="")


def allowed(found: Found, sentence: Sentence | None) -> bool:
    """Whether every check that the pattern needs holds. Without a parse only the words themselves are looked at."""
    page = sentence if sentence is not None else _EMPTY
    return all(CHECKS[name](found, page) for name in found.pattern.needs)


def _token(sentence: Sentence, offset: int) -> Token | None:
    number = sentence.at(offset)
    return sentence.tokens[number] if number is not None else None


def _last(found: Found, sentence: Sentence) -> Token | None:
    return _token(sentence, found.words[-1].start)


def _next(found: Found, sentence: Sentence) -> Token | None:
    number = sentence.at(found.words[-1].start)
    if number is None or number + 1 >= len(sentence.tokens):
        return None
    return sentence.tokens[number + 1]


def _governs(found: Found, sentence: Sentence) -> Token | None:
    token = _last(found, sentence)
    return sentence.tokens[token.head] if token is not None else None


def year(found: Found, sentence: Sentence) -> bool:
    """Four digits are a year unless they are money or count the noun behind them ("1998 men")."""
    if len(found.words) > 1 and found.words[-1].value("year") is None:
        return True
    if len(found.words) > 1 and not found.has("approx"):
        return True
    if found.before and found.before[-1].text in "$£€#" and found.before[-1].text:
        return False
    if found.words[-1].value("year") is None:
        return False
    if found.after and found.after[0].text in "%°":
        return False
    token, head = _last(found, sentence), _governs(found, sentence)
    if token is None or head is None:
        return True
    if token.entity in ("MONEY", "PERCENT", "QUANTITY"):
        return False
    number = int(found.words[-1].value("year") or 0)
    if token.dep == "nummod" and head.start > token.start and head.tag in ("NNS", "NNPS") and token.entity != "DATE":
        return False
    if token.entity == "DATE" or token.dep in ("pobj", "npadvmod"):
        return 1000 <= number <= 2199
    return 1900 <= number <= 2050 and token.entity not in _NOT_TIME


def name(found: Found, sentence: Sentence) -> bool:
    """A month or weekday that stands alone is no verb ("May God", "March on") and no person's name."""
    token = _last(found, sentence)
    if len(found.words) == 1:
        word = found.words[0]
        if found.before and found.before[-1].text.lower() == "the" and _of_follows(found):
            return False
        if word.value("weekday-short") is not None and word.value("weekday") is None:
            return False
        if token is not None and (token.entity in _NAMES or token.pos in ("VERB", "AUX", "ADJ")):
            return False
    if len(found.words) <= 2 and found.words[-1].value("month-short") is not None:
        return bool(found.before) and found.before[-1].text.lower() in ("in", "since", "until", "by", "last", "next")
    return True


def season(found: Found, sentence: Sentence) -> bool:
    """A season is a noun; bare ones need the article or a word of time before them."""
    number = sentence.at(found.part("season")[0].start)
    token = sentence.tokens[number] if number is not None else None
    if token is not None and token.pos in ("VERB", "AUX"):
        return False
    if any(found.has(part) for part in ("edge", "pointer", "year", "yearpointer")):
        return True
    if len(found.words) > 1 and token is not None:  # "the fall of Kolm"
        return found.words[-1].text.lower() != "fall" and not _of_follows(found)
    return token is not None and token.entity in ("DATE",) or token is None


def _of_follows(found: Found) -> bool:
    return bool(found.after) and found.after[0].text.lower() == "of"


def no_age(found: Found, sentence: Sentence) -> bool:
    """How old somebody is is no time of the story."""
    if found.has("decade") and found.words[0].value("decade") and found.before and found.before[-1].value("whose"):
        return False
    return not any(word.value("age") is not None for word in (*found.after[:2], *found.before[-1:]))


def no_rate(found: Found, sentence: Sentence) -> bool:
    """ "20 dollars a month", "24 hours a day": a unit that hangs on a number or a sum is a rate, no time."""
    if found.words[0].value("article") is None or len(found.words) != 2:
        return True
    if found.before and any(s.kind in ("units", "short-units", "unit") for s in found.before[-1].senses):
        return False
    token, head = _last(found, sentence), _governs(found, sentence)
    if token is None or head is None or token.dep not in ("npadvmod", "nmod", "appos", "advmod"):
        return True
    return not (head.start < token.start and (head.pos in _COUNTED or head.tag == "$" or head.entity in _NOT_TIME))


def nth_alone(found: Found, sentence: Sentence) -> bool:
    """ "the 25th" is a day unless a noun follows that it numbers ("the 25th brigade")."""
    following = _next(found, sentence)
    return following is None or following.pos not in ("NOUN", "PROPN", "ADJ", "NUM") and following.text != "-"


def no_title(found: Found, sentence: Sentence) -> bool:
    """A capital inside a sentence makes "This Week" or "60 Minutes" a title; headlines may write so."""
    word = found.words[-1]
    if not word.text[0].isupper() or sentence.passage.kind is PassageKind.HEADLINE:
        return True
    start = sentence.tokens[0].start if sentence.tokens else found.start
    return word.start == start or found.start == start and len(found.words) > 1 or word.text.isupper()


def not_second(found: Found, sentence: Sentence) -> bool:
    """ "a second" is seldom a time: "a second man"."""
    unit = found.part("unit")
    return not (unit and unit[0].value("ordinal") is not None and found.part("number")[:1] and found.part("number")[0].value("article"))


def loose_unit(found: Found, sentence: Sentence) -> bool:
    """ "the week" alone is that of the telling; "the week of the raid" and "the year that" are not."""
    if found.words[-1].value("unit") == "D":
        return False
    return not _of_follows(found)


def row(found: Found, sentence: Sentence) -> bool:
    """ "the tenth day" is the day of the telling where it goes on ("in a row", "a tenth consecutive day", "for the")."""
    if len(found.words) > 2 and any(w.value("filler") or w.value("row") for w in found.words):
        return True
    return bool(found.before) and found.before[-1].text.lower() == "for" and not _of_follows(found)


def not_day_of(found: Found, sentence: Sentence) -> bool:
    return not _of_follows(found)


def ends(found: Found, sentence: Sentence) -> bool:
    """ "the day before" counts from the date last spoken of where nothing follows that it would count from."""
    following = _next(found, sentence)
    return following is None or following.pos == "PUNCT"


def plain_units(found: Found, sentence: Sentence) -> bool:
    """ "for weeks", "years of war": not "the days when" or "school hours"."""
    token = _last(found, sentence)
    before = found.before[-1] if found.before else None
    if before is not None and before.text == "-":
        return False
    return token is None or token.dep not in ("compound",)


def day_free(found: Found, sentence: Sentence) -> bool:
    """ "In March 12 people were killed": the number counts the people."""
    if len(found.words) == 0 or found.has("year") or found.has("weekday"):
        return True
    token, head = _last(found, sentence), _governs(found, sentence)
    if token is None or head is None or token.tag != "CD":
        return True
    return not (token.dep == "nummod" and head.start >= token.end and head.tag in ("NNS", "NNPS"))


def ordinal_free(found: Found, sentence: Sentence) -> bool:
    return True


def hour(found: Found, sentence: Sentence) -> bool:
    """Hours and minutes with a colon need a word of time beside them, or the parser's word that they are a time."""
    if found.has("mer") or found.has("zone") or found.has("noon") or found.has("oclock") or found.has("four"):
        return True
    if not found.has("clock"):
        return False
    token = _last(found, sentence)
    return token is None or token.entity in ("TIME", "DATE", "CARDINAL") or token.dep == "pobj"


def lower(found: Found, sentence: Sentence) -> bool:
    """A capital makes "Dawn" a name."""
    return found.words[-1].text[0].islower() or (len(found.words) > 1 and found.words[-1].text.isupper())


CHECKS: Mapping[str, Check] = {
    "year": year,
    "name": name,
    "season": season,
    "no-age": no_age,
    "no-rate": no_rate,
    "not-second": not_second,
    "loose-unit": loose_unit,
    "row": row,
    "not-day-of": not_day_of,
    "ends": ends,
    "plain-units": plain_units,
    "day-free": day_free,
    "ordinal-free": ordinal_free,
    "hour": hour,
    "lower": lower,
    "nth-alone": nth_alone,
    "no-title": no_title,
}
