"""A parsed sentence in, its words of fate out: "killed", "dead", "injuries", "air strikes", with what they measure.

Two fates told in one breath are one cue: "killed and wounded" measures casualties, "shot and killed" measures killed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from reportedly.lexicon.counting import Counting, Kind
from reportedly.lexicon.measures import Fate, Fates, Frame
from reportedly.model.text import PassageKind, Sentence, Token
from reportedly.model.words import Measure

_VERBS = (Frame.DONE_TO, Frame.BEFALLS, Frame.SHED)
_VERBAL = ("VERB", "AUX", "ADJ")
_NOMINAL = ("NOUN", "PROPN")
_GERUND = ("pobj", "dobj", "nsubj", "nsubjpass", "advcl", "pcomp", "conj", "appos")
PARTICLE = 5
"""Tokens within which the particle of a verb follows ("gunned two policemen down"), or what it hits with or in."""
JOINED = 3
"""Tokens that may stand between two fates told in one breath ("killed and/or wounded")."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """A word of fate. ``token`` and ``stop`` are token numbers, half-open; ``last`` is the second word of two told in
    one breath, else ``token``. ``measure`` is None where it is that of the words beside it ("the number of dead").
    ``sure`` is false where the parser took the word for a noun: then only a number beside it makes it a cue. ``both``
    are the measures, each with its line, of two fates told in one breath that measure casualties together."""

    token: int
    stop: int
    last: int
    fate: Fate
    measure: Measure | None
    rules: tuple[str, ...]
    sure: bool = True
    both: tuple[tuple[Measure, str], ...] = ()


COMMA = ","
"""What joins two fates of a headline ("Man shot, killed in Kolm")."""


def cues(sentence: Sentence, fates: Fates, words: Counting) -> tuple[Cue, ...]:
    """The words of fate of a sentence, in text order."""
    lower = [token.text.lower() for token in sentence.tokens]
    found = list(_spotted(sentence, lower, fates, words))
    headline = sentence.passage.kind is PassageKind.HEADLINE
    return tuple(_joined(_fatal(found, lower, fates), lower, words, headline=headline))


def _spotted(sentence: Sentence, lower: list[str], fates: Fates, words: Counting) -> Iterator[Cue]:
    past = 0
    for number in range(len(lower)):
        if number < past:
            continue
        cue = _compound(lower, number, fates) or _single(sentence, lower, number, fates, words)
        if cue is not None:
            past = cue.stop
            if not _idle(sentence, lower, cue, fates):
                yield cue


def _compound(lower: list[str], number: int, fates: Fates) -> Cue | None:
    for parts, fate in fates.compounds.get(lower[number], ()):
        stop = _stop(lower, number, parts)
        if stop:
            return _cue(number if fate.frame is Frame.TOLL else stop - 1, stop, fate)
    return None


def _stop(lower: list[str], number: int, parts: tuple[str, ...]) -> int:
    """The token after the compound that starts here, or 0. A hyphen between its words is passed over."""
    for part in parts:
        if number < len(lower) and lower[number] == "-":
            number += 1
        if number >= len(lower) or lower[number] != part:
            return 0
        number += 1
    return number


def _cue(token: int, stop: int, fate: Fate, *, sure: bool = True) -> Cue:
    return Cue(token=token, stop=stop, last=token, fate=fate, measure=fate.measure, rules=(fate.address,), sure=sure)


def _single(sentence: Sentence, lower: list[str], number: int, fates: Fates, words: Counting) -> Cue | None:
    token, word = sentence.tokens[number], lower[number]
    found = fates.words.get(word, ())
    if token.tag == "VBG" and number + 1 < len(lower) and words.has(Kind.OF, lower[number + 1]):
        found = tuple(fate for fate in found if fate.frame is Frame.LOSS) or found
    if _counts(sentence, number):
        found = tuple(sorted(found, key=lambda fate: fate.frame not in _VERBS))
    unsure: Fate | None = None
    for fate in found:
        if not _stands(sentence, lower, number, fate):
            continue
        fits = _fits(token, fate) or (_counts(sentence, number) and fate.frame is Frame.DONE_TO)
        if fits:
            return _cue(number, number + 1, fate)
        unsure = unsure or (fate if fits is not None else None)
    return _cue(number, number + 1, unsure, sure=False) if unsure is not None else None


def _counts(sentence: Sentence, number: int) -> bool:
    """Whether a plural noun stands right before a number that counts nothing else: so a headline's verb looks to the
    parser ("kills five, WOUNDS 11 in Kolm")."""
    tag, *after = (token.tag for token in sentence.tokens[number : number + 3])
    return tag == "NNS" and after[:1] == ["CD"] and not after[-1].startswith("NN")


def _stands(sentence: Sentence, lower: list[str], number: int, fate: Fate) -> bool:
    """Whether the words that the line asks for follow, and none that it shuns."""
    token = sentence.tokens[number]
    if fate.at and not _at(token, lower, number, fate):
        return False
    if fate.barred and number and lower[number - 1] in fate.barred:
        return False
    if fate.shun and number + 1 < len(lower) and lower[number + 1] in fate.shun and not _done(sentence, number):
        return False
    if fate.beside and fate.beside.isdisjoint(lower[number + 1 : number + 1 + PARTICLE]):
        return False
    return not fate.particle or fate.particle in lower[number + 1 : number + 1 + PARTICLE]


def _done(sentence: Sentence, number: int) -> bool:
    """Whether an auxiliary before and a place or time after show that the shunned preposition is not the verb's ("was
    shot AT his home", never "shot at policemen")."""
    tokens = sentence.tokens
    passive = any(tokens[c].dep == "auxpass" for c in sentence.children[number])
    return passive and number + 2 < len(tokens) and tokens[number + 2].pos in ("DET", "PRON", "ADV", "ADJ", "NUM")


def _at(token: Token, lower: list[str], number: int, fate: Fate) -> bool:
    """Whether the verb stands alone and one of its prepositions follows ("20 guards WERE AT the post")."""
    if token.dep in ("aux", "auxpass") or token.text.isupper():
        return False
    return number + 1 < len(lower) and lower[number + 1] in fate.at


def _fits(token: Token, fate: Fate) -> bool | None:
    """Whether the parser's word class suits the frame; False where it does not but may be wrong; None where it cannot
    be this word at all."""
    if fate.frame in _VERBS:
        base = token.text.lower() == fate.base
        if token.pos in ("VERB", "AUX") or (token.pos in _VERBAL and not base):
            return True
        return None if base else False
    if fate.frame is Frame.OWN:
        return True
    if fate.frame is Frame.STATE:
        return token.pos in ("ADJ", "NOUN", "VERB", "ADV", "PROPN") or None
    if token.pos in _NOMINAL:
        return True
    if fate.frame is Frame.LOSS:
        return True if token.tag == "VBG" and token.dep in _GERUND else None
    return None


def _idle(sentence: Sentence, lower: list[str], cue: Cue, fates: Fates) -> bool:
    """Whether the word merely qualifies another noun ("death threats", "murder charges")."""
    if cue.fate.frame in (*_VERBS, Frame.THING, Frame.TOLL) or cue.stop >= len(lower):
        return False
    if lower[cue.stop] in fates.idle and cue.fate.frame is not Frame.STATE:
        return True
    token = sentence.tokens[cue.token]
    return cue.fate.frame is Frame.LOSS and token.dep == "compound" and token.head > cue.token


def _fatal(found: list[Cue], lower: list[str], fates: Fates) -> list[Cue]:
    """Cues of hurt beside words that make it deadly ("fatally shot", "shot dead") measure killed."""
    past, kept = -1, []
    for cue in found:
        if cue.token < past:
            continue
        if cue.fate.frame is Frame.DONE_TO and cue.measure in (Measure.CASUALTIES, Measure.WOUNDED):
            before, after = " ".join(lower[max(0, cue.token - 1) : cue.token]), lower[cue.stop : cue.stop + 2]
            deadly = next((w for w in (before, *after[:1], "-".join(after)) if w in fates.fatal), None)
            if deadly is not None:
                stop = cue.stop + (0 if deadly == before else len(deadly.split("-")))
                rules = (fates.fatal[deadly], *cue.rules)
                cue, past = replace(cue, measure=Measure.KILLED, rules=rules, stop=stop), stop
        kept.append(cue)
    return kept


def _joined(found: Iterable[Cue], lower: list[str], words: Counting, *, headline: bool) -> Iterator[Cue]:
    """Two fates with nothing but "and" or "or" between them (a comma in a headline) as one cue."""
    before: Cue | None = None
    for cue in found:
        if before is not None:
            both = _both(before, cue, lower, words, headline=headline)
            if both is None:
                yield before
            else:
                cue = both
        before = cue
    if before is not None:
        yield before


_HARM = (Measure.KILLED, Measure.WOUNDED, Measure.CASUALTIES)
_LOST = (*_HARM, Measure.MISSING)
"""What may be told in one breath after harm: "200 DEAD AND MISSING" are not two hundred dead."""


def _both(left: Cue, right: Cue, lower: list[str], words: Counting, *, headline: bool) -> Cue | None:
    between = lower[left.stop : right.token]
    joins = all(words.has(Kind.LIST, word) for word in between) or (headline and between == [COMMA])
    if not 0 < len(between) <= JOINED or not joins:
        return None
    if left.measure not in _HARM or right.measure not in _LOST or not _alike(left, right):
        return None
    measure = left.measure
    if left.measure is not right.measure:
        shot = Measure.CASUALTIES in (left.measure, right.measure) and left.fate.frame is Frame.DONE_TO
        told = (left.measure, right.measure) if shot else ()  # "shot and WOUNDED", "shot and KILLED"
        measure = next((m for m in (Measure.KILLED, Measure.WOUNDED) if m in told), Measure.CASUALTIES)
    lead = right if right.measure is measure and left.measure is not measure else left
    rules = (*lead.rules, *(right.rules if lead is left else left.rules))
    both = ((left.measure, left.rules[0]), (right.measure, right.rules[0])) if measure is Measure.CASUALTIES else ()
    sure = left.sure or right.sure
    return replace(left, stop=right.stop, last=right.token, measure=measure, rules=rules, sure=sure, both=both)


def _alike(left: Cue, right: Cue) -> bool:
    harmed = (Frame.DONE_TO, Frame.STATE, Frame.BEFALLS)
    if right.measure is Measure.MISSING and left.fate.frame not in (Frame.STATE, Frame.REMAINS):
        return False  # "five were killed and MISSING guards were searched for"
    if left.fate.frame is Frame.REMAINS:
        return right.fate.frame in (Frame.DONE_TO, Frame.STATE)  # "400 MARTYRS AND WOUNDED"
    return left.fate.frame is right.fate.frame or (left.fate.frame in harmed and right.fate.frame in harmed)
