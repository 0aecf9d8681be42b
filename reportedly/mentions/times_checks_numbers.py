"""Checks of numbers: whether digits are a year, an hour or a day of the month, whether a length is an age or a rate."""

from __future__ import annotations

import re

from reportedly.lexicon.dating_words import Word
from reportedly.mentions.times_beside import PLURALS, counts_noun, governor, last_token, next_token, opens_sentence
from reportedly.mentions.times_found import Found
from reportedly.model.text import Sentence

_AMOUNTS = frozenset({"MONEY", "PERCENT", "QUANTITY"})
_COUNTS = _AMOUNTS | {"CARDINAL", "ORDINAL"}
_MONEY = frozenset("$£€#")
_MEASURES = frozenset("%°")
_RATED = frozenset({"npadvmod", "nmod", "appos", "advmod"})
_ALWAYS = "24/7"
_RECORDED = len("1:21")
_SPAN = 20
"""The most years that a span with a last year of two digits covers."""
_NO_YEARS = frozenset({*_COUNTS, "TIME"})
_ABOUT = "APPROX"
"""The only approximation of a year of old ("about 1429"): "up to 1429" and "more than 1429" count something."""
_HOUR = re.compile("(?:[01][0-9]|2[0-3])[0-5][0-9]")
_YEARS = range(1000, 2051)
_RECENT = range(1900, 2051)
"""Years that reports speak of without a preposition."""


def year(found: Found, sentence: Sentence) -> bool:
    """Four digits are a year unless they are money, an hour, part of a name, count the noun behind them, or say when a
    vehicle was made ("a 1998 Toyota")."""
    if len(found.words) > len(found.part("year")) and not found.has("approx"):
        return True
    if _other_number(found) or _of_a_vehicle(found) or _of_people(found):
        return False
    if _hour_of_two(found) or found.followed("house-row"):
        return False
    number = found.words[-1].value("year")
    if number is None:
        return _spoken(found)
    about = found.value("approx") == _ABOUT
    if int(number) < _RECENT.start and not (about or _of_old(found, sentence)):
        return False
    return int(number) < _RECENT.stop and _parsed_as_year(found, sentence)


def no_count(found: Found, sentence: Sentence) -> bool:
    """Digits before a noun in the plural count it and are no year ("on 23 September 28 bodies were found")."""
    at = sentence.at(found.words[-1].start)
    if at is None:
        return True
    behind = (token for token in sentence.tokens[at + 1 :] if token.tag != "JJ")
    following = next(behind, None)
    return following is None or following.tag not in PLURALS


def _of_old(found: Found, sentence: Sentence) -> bool:
    """Whether a number below those of recent years has a word before it that leads into a year, counts no noun ("to
    1226 people") and is no plain number and no time of day ("after 1400 this afternoon") to the parser."""
    token = last_token(found, sentence)
    plain = token is not None and token.entity in _NO_YEARS
    if found.led("count-lead") and not any(word.has("year") for word in found.before):
        return False
    return found.led("year-lead") and not plain and not counts_noun(found, sentence)


def _hour_of_two(found: Found) -> bool:
    """Whether the four digits one word on or one word back are an hour and no year: "between 1800 and 0600"."""
    beside = (*found.before[-2:-1], *found.after[1:2])
    return any(_HOUR.fullmatch(w.text) is not None and int(w.text) not in _YEARS for w in beside)


def _of_a_vehicle(found: Found) -> bool:
    maker = found.after[1:2] if found.followed("vehicle-colour") else found.after[:1]
    return any(word.has("vehicle-maker") for word in maker)


def _of_people(found: Found) -> bool:
    """Whether the digits count people: right before a noun for them, and behind no word that leads into a year ("killed
    2000 rebels", but "in 2014 rebels took the town")."""
    return found.followed("people") and not found.led("year-lead")


def year_span(found: Found, sentence: Sentence) -> bool:
    """ "2015-16" are years of the last century or this one, a few apart, and count nothing ("2015-16 men")."""
    first, last = found.number("year"), found.number("upto", "short-year")
    if first is None or last is None or first not in _RECENT or not 0 < (last - first) % 100 <= _SPAN:
        return False
    return not (found.before and found.before[-1].text in _MONEY) and not counts_noun(found, sentence)


def dated_pair(found: Found, _: Sentence) -> bool:
    """ "on 24/3" is a day; without a word that leads into a date the pair may be anything. "24/7" is all the time."""
    measured = bool(found.after) and found.after[0].text in _MEASURES
    return found.led("day-lead") and not measured and found.words[0].text != _ALWAYS


def _other_number(found: Found) -> bool:
    """Money ("$1998"), a copyright, an hour ("at 1998", "1924 16.05.2031"), a plate ("MI-1630") or a measure
    ("1998%")."""
    if found.led("hour-lead") or found.led("rights") or (found.before and found.before[-1].text in _MONEY):
        return True
    if found.after and (found.after[0].text in _MEASURES or found.followed("slashed") or found.followed("iso")):
        return True
    if len(found.before) < 2 or not found.words[0].glued or found.before[-1].text != "-":
        return False
    stem = found.before[-2]
    return not stem.has("years-after") and not stem.has("year")


def _parsed_as_year(found: Found, sentence: Sentence) -> bool:
    token = last_token(found, sentence)
    if token is None:
        return True
    if token.entity in _AMOUNTS or (counts_noun(found, sentence) and token.entity != "DATE"):
        return False
    return token.entity == "DATE" or token.dep in ("pobj", "npadvmod") or token.entity not in _COUNTS


def _spoken(found: Found) -> bool:
    """ "nineteen ninety-six": two pairs, of the last century ("twenty sixteen" may be two numbers)."""
    pairs = found.part("year")
    return len(pairs) > 1 and pairs[0].value("cardinal") == 19 and pairs[1].has("tens")


def day_free(found: Found, sentence: Sentence) -> bool:
    """ "In March 12 people were killed", "on 3 March 12 people were killed": the number counts the people."""
    before = found.before[-1].text if found.before else ""
    if before.isdigit() and len(before) < len("2000"):
        return False  # the month has its day
    if found.has("year") or found.has("weekday"):
        return True
    token = last_token(found, sentence)
    return token is None or token.tag != "CD" or not counts_noun(found, sentence)


def nth_alone(found: Found, sentence: Sentence) -> bool:
    """ "the 25th" is a day unless a noun follows that it numbers ("the 25th brigade", "the 25th of its kind")."""
    if found.followed("genitive"):
        return False
    following = next_token(found, sentence)
    if following is None:
        return True
    return following.pos not in ("NOUN", "PROPN", "ADJ", "NUM") and following.text != "-"


def hour(found: Found, sentence: Sentence) -> bool:
    """Hours and minutes with a colon are a time where a word says so or the parser takes them for one."""
    if any(found.has(part) for part in ("mer", "zone", "noon", "oclock", "four")):
        return True
    if not found.has("clock") or _of_a_recording(found, sentence):
        return False
    token = last_token(found, sentence)
    return (
        token is None
        or token.entity in ("TIME", "DATE", "CARDINAL")
        or token.dep == "pobj"
        or (found.led("hour-lead") and token.entity not in _AMOUNTS)
    )


def _of_a_recording(found: Found, sentence: Sentence) -> bool:
    """Whether a number of minutes opens its line, and a title follows it: pages list their recordings with how long
    each is ("1:21 Mother of the victim speaks"). Hours at the head of an entry have two digits, or a word that says
    so."""
    length = len(found.words[0].text) == _RECORDED and opens_sentence(found, sentence)
    return length and bool(found.after) and found.after[0].text[:1].isupper()


def at_hour(found: Found, sentence: Sentence) -> bool:
    """ "at 2230" is an hour; without the preposition, or before a noun, the digits may be anything."""
    following = next_token(found, sentence)
    noun = following is not None and following.pos in ("NOUN", "SYM")
    return found.led("hour-lead") and not noun


def no_age(found: Found, _: Sentence) -> bool:
    """How old somebody is is no time of the story: "24 years old", "in his 30s"."""
    if found.has("decade") and not _said_decade(found):
        return False
    return not any(word.has("age") for word in (*found.after[:2], *found.before[-1:]))


def _said_decade(found: Found) -> bool:
    """ "the 1990s", "the nineties", "'90s"; but "his 30s" and "mid-20s" are ages."""
    word = found.part("decade")[-1]
    number = int(word.value("decade") or word.value("decade-word") or 0)
    return number >= 100 or not word.text[0].isalnum() or any(w.has("definite") for w in found.words)


def no_rate(found: Found, sentence: Sentence) -> bool:
    """ "20 dollars a month", "24 hours a day": a unit that hangs on a number or a sum is a rate and no time."""
    if len(found.after) > 1 and found.after[0].has("article") and _unit(found.after[1]):
        return not (found.has("number") and _unit(found.words[-1]))
    if not found.words[0].has("article") or len(found.words) != 2:
        return True
    if any(found.led(kind) for kind in ("unit", "units", "short-unit", "short-units")):
        return False
    token, head = last_token(found, sentence), governor(found, sentence)
    if token is None or head is None or token.dep not in _RATED or head.start >= token.start:
        return True
    return head.pos not in ("NUM", "SYM") and head.tag != "$" and head.entity not in _COUNTS


def _unit(word: Word) -> bool:
    return any(word.has(kind) for kind in ("unit", "units", "short-unit", "short-units"))


def no_part(found: Found, _: Sentence) -> bool:
    """ "a second" and "a quarter" are seldom times: "a second man", "a quarter of a million"."""
    unit, number = found.part("unit"), found.part("number")
    if not unit or not number or not number[0].has("article"):
        return True
    return not unit[0].has("ordinal") and not (unit[0].value("unit") == "Q" and found.followed("genitive"))


def row(found: Found, _: Sentence) -> bool:
    """ "the tenth day" reaches to the telling where it goes on: "in a row", "a tenth consecutive day", "for the"."""
    marked = len(found.words) > 2 and any(w.has("filler") or w.has("row") for w in found.words)
    reaches = found.led("throughout") and not found.followed("genitive")
    longer = found.value("unit") not in ("D", None)  # "it was the third straight month" may be of any month
    return (marked and reaches) if longer else (marked or reaches)


def goes_on(found: Found, _: Sentence) -> bool:
    """ "in its third week" reaches to the telling; "its third week was quiet" is a week of its past."""
    return found.led("going-on")
