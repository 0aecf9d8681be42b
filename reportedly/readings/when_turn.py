"""A parsed sentence and the words of a time in, the direction in which it lies out: past, future or open."""

from __future__ import annotations

from enum import StrEnum

from reportedly.lexicon.dating import Dating
from reportedly.mentions.times_expression import Limit, TimeMention
from reportedly.model.text import Sentence, Span, Token

_VERBAL = frozenset({"VERB", "AUX"})
_OWNERS = frozenset({"poss", "compound", "nmod"})
"""Relations of a time that names its event ("Saturday's clash"): the verb says nothing about when that was."""


class Turn(StrEnum):
    """Where a sentence looks. ``OPEN`` is where its verb does not say, ``DONE`` where it tells from when on
    something has been so ("since the Guard attacked Kolm on 7 May"): that never lies ahead."""

    PAST = "past"
    FUTURE = "future"
    OPEN = "open"
    DONE = "done"


def turn_of(sentence: Sentence, span: Span, lexicon: Dating) -> Turn:
    """The direction that the verb over a time gives it.

    The verb is the nearest one above the time. An infinitive looks where its governing word does: ahead after a word
    of planning ("agreed to meet on Monday"), back after others ("managed to flee on Monday").
    """
    head = sentence.head_of(span)
    if head is None:
        return Turn.OPEN
    if sentence.tokens[head].dep in _OWNERS and sentence.tokens[sentence.tokens[head].head].pos == "NOUN":
        return Turn.OPEN
    if _is_limit(sentence, head, lexicon):
        return Turn.FUTURE
    aimed = _is(sentence.tokens[sentence.tokens[head].head], "target", lexicon)
    through_noun = False
    for number in (head, *sentence.ancestors(head)):
        token = sentence.tokens[number]
        if span.start <= token.start < span.end:
            continue
        if token.pos in _VERBAL:
            if aimed and _is(token, "plan", lexicon):
                return Turn.FUTURE
            turn = _verb_turn(sentence, number, lexicon, through_noun=through_noun)
            if turn is not None:
                if turn is Turn.PAST and _opens(sentence, number, lexicon):
                    return Turn.DONE
                silent = turn is Turn.PAST or _guesses(sentence, number, lexicon)
                return Turn.OPEN if through_noun and silent else turn
        elif token.pos == "ADJ" and _is(token, "plan", lexicon):
            return Turn.FUTURE
        elif _is(token, "onset", lexicon):
            return Turn.OPEN
        elif token.pos in ("NOUN", "PROPN"):
            through_noun = True
    return Turn.OPEN


def bounds(mention: TimeMention, sentence: Sentence, lexicon: Dating) -> bool:
    """Whether a time is the last day of what is told: "as of Thursday", and "by Thursday" under a perfect verb."""
    if mention.limit is not Limit.PERFECT:
        return mention.limit is Limit.ALWAYS
    head = sentence.head_of(mention.span)
    above = sentence.ancestors(head) if head is not None else ()
    verb = next((n for n in above if sentence.tokens[n].pos in _VERBAL), None)
    if verb is None:
        return False
    helpers = (sentence.tokens[n] for n in sentence.children[verb])
    return any(t.dep == "aux" and t.lemma.lower() in lexicon.turning["perfect"] for t in helpers)


def _is_limit(sentence: Sentence, head: int, lexicon: Dating) -> bool:
    """Whether a time is the end of what is granted ("was given until Tuesday to sign")."""
    preposition = sentence.tokens[head].head
    verb = sentence.tokens[preposition].head
    return _is(sentence.tokens[preposition], "limit", lexicon) and _is(sentence.tokens[verb], "grant", lexicon)


def _opens(sentence: Sentence, number: int, lexicon: Dating) -> bool:
    """Whether a verb stands in a clause of "since"."""
    return any(
        sentence.tokens[c].dep == "mark" and _is(sentence.tokens[c], "opener", lexicon)
        for c in sentence.children[number]
    )


def _verb_turn(sentence: Sentence, number: int, lexicon: Dating, *, through_noun: bool) -> Turn | None:
    """The direction of one verb; ``None`` where the verb above it decides."""
    verb = sentence.tokens[number]
    if _is(verb, "appointment", lexicon):
        return Turn.FUTURE
    helpers = [sentence.tokens[n] for n in sentence.children[number] if sentence.tokens[n].dep in ("aux", "auxpass")]
    words = {t.lemma.lower() for t in helpers}
    if words & lexicon.turning["perfect"]:
        return Turn.PAST
    if any(t.tag == "MD" and t.lemma.lower() in lexicon.turning["modal"] for t in helpers):
        return Turn.FUTURE
    if any(t.tag == "TO" for t in helpers):
        return _governed(sentence, number, lexicon)
    if verb.tag == "VBN" and _is(verb, "awaited", lexicon):
        return Turn.FUTURE
    if verb.tag == "VBD" or any(t.tag == "VBD" for t in helpers):
        return Turn.PAST
    if verb.tag == "VBN":
        return Turn.OPEN if helpers else Turn.PAST
    if verb.tag == "VBG":
        return _progressive(verb, lexicon, through_noun=through_noun) if any(_present(t) for t in helpers) else None
    plans = _is(verb, "plan", lexicon) and verb.pos != "AUX" and _present(verb) and not _names(sentence, number)
    return Turn.FUTURE if plans else Turn.OPEN


def _names(sentence: Sentence, number: int) -> bool:
    """Whether a verb says what somebody calls something ("what the mayor calls a revenge for the raid on Friday")."""
    return any(sentence.tokens[c].dep == "oprd" for c in sentence.children[number])


def _progressive(verb: Token, lexicon: Dating, *, through_noun: bool) -> Turn:
    """ "is meeting them on Monday" tells an appointment; "are investigating a raid on Monday" goes on now, and says
    nothing of when the raid was."""
    if _is(verb, "arranged", lexicon):
        return Turn.FUTURE
    return Turn.OPEN if through_noun or _is(verb, "ongoing", lexicon) else Turn.FUTURE


def _guesses(sentence: Sentence, number: int, lexicon: Dating) -> bool:
    """Whether a verb says what something may be: "the raid on Monday may be the deadliest" looks nowhere."""
    helpers = (sentence.tokens[n] for n in sentence.children[number] if sentence.tokens[n].dep == "aux")
    guess = any(t.lemma.lower() in lexicon.turning["guess"] for t in helpers)
    return guess and _is(sentence.tokens[number], "copula", lexicon)


def _governed(sentence: Sentence, number: int, lexicon: Dating) -> Turn | None:
    governor = sentence.tokens[number].head
    if governor == number:
        return Turn.FUTURE
    token = sentence.tokens[governor]
    if _is_means(sentence, governor, lexicon):
        return None
    planned = _is(token, "plan", lexicon) or _is(token, "copula", lexicon)
    if planned or token.pos in ("NOUN", "ADJ") or (token.tag == "VBG" and _is(token, "going", lexicon)):
        return Turn.FUTURE
    return None


def _is_means(sentence: Sentence, noun: int, lexicon: Dating) -> bool:
    """Whether a noun is what somebody used ("used a van to launch shells on Friday"): the verb looks where it does."""
    verb = next((sentence.tokens[n] for n in sentence.ancestors(noun) if sentence.tokens[n].pos == "VERB"), None)
    return sentence.tokens[noun].pos == "NOUN" and verb is not None and _is(verb, "using", lexicon)


def _is(token: Token, part: str, lexicon: Dating) -> bool:
    """Whether a word is of a part of ``vocab/en/dating/turning.yml``."""
    return token.lemma.lower() in lexicon.turning[part]


def _present(token: Token) -> bool:
    return token.tag in ("VBZ", "VBP")
