"""A number of a sentence in, the phrase it counts out: "more than 200 of its fighters", "14 identified civilians"."""

from __future__ import annotations

from reportedly.lexicon.counting import Counting, Kind
from reportedly.lexicon.measures import Fates, Frame
from reportedly.mentions.counts import Number
from reportedly.model.text import Sentence
from reportedly.readings.how_many_scene import Phrase, Scene, run_at

REACH = 9
"""Tokens that a noun phrase may have between its number and its noun ("60 newly trained young foreign fighters")."""

INSIDE = frozenset({"-", "–", "[", "]", "(", ")", '"', "“", "”", "'", "’", "‘", "/", "’s", "'s"})
"""Marks that may stand inside a noun phrase."""
_INNER = frozenset({"ADJ", "NOUN", "PROPN", "PART", "SYM", "NUM"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_CLOSED = frozenset({"DATE", "TIME"})


def lay_out(sentence: Sentence, counting: Counting, fates: Fates, surnames: frozenset[str] = frozenset()) -> Scene:
    """The scene of a sentence, with the phrases of its numbers."""
    scene = Scene(sentence=sentence, counting=counting, fates=fates, surnames=surnames)
    scene.phrases.update((number.first, numbered_phrase(scene, number)) for number in scene.numbers)
    return scene


def numbered_phrase(scene: Scene, number: Number) -> Phrase:
    """The number with the noun that it counts, read from left to right: "more than 200 of its fighters"."""
    at, rest = number.stop, False
    if number.vague is not None and scene.has(Kind.OF, at) and scene.has(Kind.REST, at + 1):
        at += 1  # "dozens OF others"
    while scene.has(Kind.REST, at):
        at, rest = at + 1, True
    start = past_of(scene, at)
    noun, stop = _noun(scene, start)
    if noun is None:
        stop = at if rest else number.stop
    elif noun + 1 == stop:
        stop = tail(scene, stop)
    implied = scene.fates.profile.get(number.vague) if number.vague else None
    if noun is not None and scene.lower[noun] in scene.fates.groups and not _members_of_group(scene, noun):
        return _groups(scene, number, noun, stop)
    floor = _floor_behind(scene, number, stop)
    if floor:
        stop = floor
    rules = (*number.rules, *((scene.counting.addresses[Kind.BEHIND],) if floor else ()))
    return Phrase(
        first=number.first,
        stop=stop,
        noun=noun,
        low=number.low,
        best=number.best,
        high=None if floor else number.high,
        rules=(*rules, *((scene.counting.addresses[Kind.REST],) if rest else ()), *_of_some(scene, number)),
        number=number,
        implied=implied,
        vague=number.vague is not None,
    )


def _floor_behind(scene: Scene, number: Number, at: int) -> int:
    """The token after words that make an exact number a floor from behind ("six people AT LEAST"), or 0: before another
    number they are said of that ("killed six people, AT LEAST two of them children")."""
    exact = number.low is not None and number.low == number.best == number.high and number.low > 0
    size = run_at(scene, Kind.BEHIND, at) if exact else 0
    after = scene.sentence.tokens[at + size : at + size + 1]
    return at + size if size and not any(token.tag == "CD" for token in after) else 0


def _of_some(scene: Scene, number: Number) -> tuple[str, ...]:
    """The line that says that the number is of some out of those known: "TWO OF THE victims", "ONE OF the bodies"."""
    pointed = number.stop + 1 < len(scene.lower) and scene.sentence.tokens[number.stop + 1].tag == "DT"
    if number.vague is not None or number.none or not (scene.has(Kind.OF, number.stop) and pointed):
        return ()
    return (scene.counting.addresses[Kind.SINGLE if number.high == number.low == 1 else Kind.MEMBER],)


def _members_of_group(scene: Scene, noun: int) -> bool:
    """Whether a noun for a group can be counted by the head ("five security forces", never "five families")."""
    return scene.lower[noun] in scene.fates.headcounts


def _groups(scene: Scene, number: Number, noun: int, stop: int) -> Phrase:
    """A number of groups ("five families"): it says nothing of how many people."""
    rules = (scene.counting.addresses[Kind.PLURAL], *number.rules)
    return Phrase(
        first=number.first, stop=stop, noun=noun, low=None, best=None, high=None, rules=rules, number=number, vague=True
    )


def past_of(scene: Scene, at: int) -> int:
    """The token after "of" and the articles and possessives that follow it, or the token itself."""
    tokens = scene.sentence.tokens
    if not scene.has(Kind.OF, at):
        return at
    at += 1
    while at < len(tokens) and tokens[at].pos in ("DET", "PRON") and tokens[at].tag in ("DT", "PRP$", "PDT"):
        at += 1
    return at


def _noun(scene: Scene, start: int) -> tuple[int | None, int]:
    """The last noun of the run of nouns and adjectives from ``start``, and the token after it."""
    tokens, noun = scene.sentence.tokens, None
    for at in range(start, min(start + REACH, len(tokens))):
        token = tokens[at]
        if at in scene.numbered and token.pos != "PROPN":
            break
        if token.entity in _CLOSED and token.pos != "ADJ":
            break
        if token.pos in _NOUNS and not _participle(scene, at):
            if noun is not None and _new_name(scene, noun, at):
                break
            noun = at
            if scene.lower[at] in scene.fates.plural_persons and not _compounds(scene, at):
                break
        elif not inner(scene, at):
            break
    return noun, (noun + 1 if noun is not None else start)


def _participle(scene: Scene, at: int) -> bool:
    """Whether the token is a word of fate that ends the phrase ("8 people KILLED")."""
    cue = scene.cued.get(at)
    return cue is not None and cue.fate.frame in (Frame.DONE_TO, Frame.BEFALLS, Frame.STATE)


def _new_name(scene: Scene, noun: int, at: int) -> bool:
    """Whether a name begins after a common noun: the phrase ended, though no comma says so."""
    tokens = scene.sentence.tokens
    return tokens[noun].pos == "NOUN" and tokens[at].pos == "PROPN" and tokens[at].begins


def _compounds(scene: Scene, at: int) -> bool:
    """Whether a plural noun for people leads on to another ("security forces members")."""
    following = at + 1
    return following < len(scene.lower) and scene.lower[following] in scene.fates.plural_persons


def inner(scene: Scene, at: int) -> bool:
    """Whether the token can stand inside a noun phrase, before its noun."""
    token = scene.sentence.tokens[at]
    if at in scene.cued and scene.cued[at].fate.frame is not Frame.THING:
        following = at + 1
        inside = following < len(scene.lower) and scene.sentence.tokens[following].pos in _INNER
        return inside and token.dep == "amod" and token.head > at
    if token.pos in _INNER or token.text in INSIDE or _initials(token.text):
        return True
    if token.tag not in ("VBN", "VBG", "VBD"):
        return False
    return (token.dep in ("amod", "compound", "nmod") and token.head > at) or _after_number(scene, at)


def _after_number(scene: Scene, at: int) -> bool:
    """Whether a participle stands between a number and a noun for people ("14 identified civilians")."""
    following = at + 1
    people = following < len(scene.lower) and scene.lower[following] in scene.fates.plural_persons
    return people and at - 1 in scene.numbered and scene.sentence.tokens[at].tag != "VBG"


def _initials(text: str) -> bool:
    """Whether the word is an abbreviation in capitals, which the parser may take for a verb ("40 IS fighters")."""
    return len(text) > 1 and text.isalpha() and text.isupper()


def tail(scene: Scene, stop: int) -> int:
    """The end of "of the security forces" after a noun, or ``stop``."""
    tokens = scene.sentence.tokens
    if stop >= len(tokens) or not scene.has(Kind.OF, stop) or stop + 1 in scene.numbered:
        return stop
    noun, end = _noun(scene, past_of(scene, stop))
    return end if noun is not None else stop
