"""Checks of words: whether a month, weekday, season, holiday or unit is the time that it looks like."""

from __future__ import annotations

from reportedly.mentions.times_beside import NOUNS, governor, last_token, next_token, opens_sentence, token_at
from reportedly.mentions.times_found import Found
from reportedly.model.text import PassageKind, Sentence, Span

_NAMES = frozenset({"PERSON", "ORG", "WORK_OF_ART", "EVENT", "FAC", "PRODUCT", "LAW"})
_MARKS = frozenset("\"'“”‘’`")


def name(found: Found, sentence: Sentence) -> bool:
    """A month or weekday that stands alone is no verb ("May God") and no name ("Theresa May", "The Sun", "Bloody
    Sunday")."""
    word = found.words[-1]
    if word.has("weekday-short") or (found.led("day-namer") and len(found.words) == 1):
        return False
    if word.has("month-short") and len(found.words) <= 2:
        return found.led("month-lead")
    if len(found.words) > 1:
        return True
    if found.led("definite") and found.followed("genitive"):
        return False
    token = last_token(found, sentence)
    return token is None or not (token.entity in _NAMES or token.pos in ("VERB", "AUX", "ADJ"))


def no_march(found: Found, sentence: Sentence) -> bool:
    """ "the March elections" has the month, "the March along the river" and "the yearly March for Peace" have not."""
    if len(found.words) == 1 and _march_for(found):
        return False
    if len(found.words) > 1 or not found.led("definite"):
        return True
    token, head = last_token(found, sentence), governor(found, sentence)
    return token is None or head is None or (head.start > token.start and head.pos in NOUNS)


def _march_for(found: Found) -> bool:
    """Whether a walk "for" what is written as a name: "the March for Life"."""
    cause = found.after[1].text if len(found.after) > 1 else ""
    return found.words[0].has("walk") and found.followed("throughout") and cause[:1].isupper()


def no_namesake(found: Found, _: Sentence) -> bool:
    """ "the 9 October Avenue" and "the 14 March Alliance" are named for a day, and no day of the story."""
    behind = found.after[1:2] if found.followed("nth") else found.after[:1]
    return found.has("year") or not any(word.has("named-for-days") for word in behind)


def season(found: Found, sentence: Sentence) -> bool:
    """A season is a noun; a bare one needs the article or a word of time ("the fall of Kolm" is none)."""
    token = token_at(sentence, found.part("season")[0].start)
    if token is not None and token.pos in ("VERB", "AUX"):
        return False
    if any(found.has(part) for part in ("edge", "pointer", "year", "yearpointer")):
        return True
    if len(found.words) > 1 and token is not None:
        return not found.words[-1].has("falling") and not found.followed("genitive")
    return token is None or token.entity == "DATE"


def no_bearer(found: Found, sentence: Sentence) -> bool:
    """ "Samir Ramadan" is a man: a name beside the holiday makes it one."""
    inside = sentence.inside(Span(found.start, found.end))
    if not inside or len(found.words) > 1:
        return True
    beside = [sentence.tokens[n] for n in (inside[0] - 1, inside[-1] + 1) if 0 <= n < len(sentence.tokens)]
    return not any(t.pos == "PROPN" and t.text[0].isupper() and t.entity != "DATE" for t in beside)


def no_title(found: Found, sentence: Sentence) -> bool:
    """A capital inside a sentence makes "This Week" or "60 Minutes" a title; headlines may write so."""
    word = found.words[-1]
    if not word.text[0].isupper() or word.text.isupper() or any(s.capital for s in word.senses):
        return True
    if sentence.passage.kind is PassageKind.HEADLINE or not sentence.tokens:
        return True
    if len(found.words) > 1 and found.words[0].text[0].isupper():
        return False
    if opens_sentence(found, sentence):
        return True
    quoted = bool(found.before) and found.before[-1].text in _MARKS
    return quoted and not (found.after and found.after[0].text in _MARKS | {",", "."})


def lower(found: Found, _: Sentence) -> bool:
    """A capital makes "Dawn" a name."""
    return found.words[-1].text[0].islower() or (len(found.words) > 1 and found.words[-1].text.isupper())


def no_figure(found: Found, _: Sentence) -> bool:
    """ "the dawn of the war" is no hour."""
    return not (found.words[-1].has("hour-name") and found.followed("genitive"))


def owner(found: Found, sentence: Sentence) -> bool:
    """A plural weekday before a noun, not behind "on": the apostrophe of "Thursday's attack" got lost."""
    following = next_token(found, sentence)
    return following is not None and following.pos in ("NOUN", "ADJ", "PROPN") and not found.led("regularly")


def no_owner(found: Found, sentence: Sentence) -> bool:
    """A plural weekday that comes again each week."""
    return not owner(found, sentence)


def plain_units(found: Found, sentence: Sentence) -> bool:
    """ "for weeks", "years of war": not "office hours" or "a ten-years lease"."""
    number = sentence.at(found.words[-1].start)
    if found.before and (found.before[-1].text == "-" or found.before[-1].has("digits")):
        return False
    if number is None:
        return True
    named = any(sentence.tokens[n].dep == "compound" for n in sentence.children[number])
    return sentence.tokens[number].dep != "compound" and not named


def loose_unit(found: Found, _: Sentence) -> bool:
    """ "the week" alone is that of the telling; "the week of the raid" is not, and "the day" says nothing."""
    return found.words[-1].value("unit") != "D" and not found.followed("genitive")


def ended(found: Found, _: Sentence) -> bool:
    """ "the year ended March 31" is a stretch and no calendar year."""
    return found.followed("ending")


def no_genitive(found: Found, _: Sentence) -> bool:
    """ "the future of Karsk" is what becomes of it; "the same day of the week" is no date."""
    return not found.followed("genitive")


def ends(found: Found, sentence: Sentence) -> bool:
    """ "the day before" counts from the date last spoken of where nothing follows that it would count from."""
    following = next_token(found, sentence)
    return following is None or following.pos == "PUNCT"


def alone(found: Found, sentence: Sentence) -> bool:
    """ "the past" and "the future" are nouns; "the past administration" is no time."""
    following = next_token(found, sentence)
    if not found.words[0].has("definite") or following is None:
        return True
    return following.pos not in ("NOUN", "ADJ", "NUM", "PROPN")


def no_attribute(found: Found, sentence: Sentence) -> bool:
    """ "the recently adopted plan": inside a name for a thing the word dates nothing that is told."""
    token, head = last_token(found, sentence), governor(found, sentence)
    if token is None or head is None or token.dep != "advmod":
        return True
    return not (head.tag in ("VBN", "JJ") and head.dep == "amod" and head.start > token.start)


def no_noun(found: Found, sentence: Sentence) -> bool:
    """ "the Karsk daily" is a newspaper."""
    token = last_token(found, sentence)
    return token is None or token.pos not in NOUNS
