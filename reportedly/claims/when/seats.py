"""A frame and a time of its sentence in, whose time it is out: that of the event, of the telling, or of something else.

A participle that only describes ("a town located near Kolm", "troops belonging to the guard") tells of nothing, so
that a time which the parser hangs on it belongs to the clause above. A clause on the happening word itself ("the raid
carried out on Monday") tells of the event.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from reportedly.claims.frames.asides import added, clings, compares, of_thing_before, set_off
from reportedly.claims.frames.assertion import clause_head
from reportedly.claims.frames.frames import Frame
from reportedly.claims.frames.hanging import (
    follows,
    hangs_on,
    news_came,
    of_earlier,
    on_clause,
    outside,
    reported_again,
)
from reportedly.claims.when.at_law import of_law
from reportedly.claims.when.beforehand import ranked_with
from reportedly.lexicon.modality import Modality
from reportedly.model.reading import When
from reportedly.model.text import Sentence, Span
from reportedly.model.words import DatePrecision

_RELATIVE = frozenset({"relcl", "acl"})
_NOMINAL = frozenset({"NOUN", "ADP", "NUM", "ADJ", "DET"})
_TIMES = frozenset({"DATE", "TIME"})
_HEAVY = 3
"""Words between a happening word and a time from which on the time is that of the happening: nobody puts so much
between a verb and its day."""


def dates_telling(frame: Frame, span: Span, cues: Sequence[Span], modality: Modality) -> bool:
    """Whether a time hangs on a word of saying, on what says that news came, or on an act of the law about the event:
    the event is not later, no more."""
    if news_came(frame.sentence, span, modality) or _told_on(frame, span, modality):
        return True
    if reported_again(frame, cues, modality):
        return True
    if _opens_content(frame.sentence, span, cues) or _behind_event(frame, span, cues, modality):
        return False
    if follows(frame.sentence, span, cues) or of_law(frame, span, modality):
        return True
    return outside(frame, span, cues) and hangs_on(frame.sentence, span, cues) and not on_clause(frame, span, cues)


def tells_of_day(frame: Frame, span: Span) -> bool:
    """Whether the frame stands in a clause about the day itself ("on Thursday, the same day that shells hit Dolvi")."""
    head = frame.sentence.head_of(span)
    if head is None:
        return False
    about = {c for c in frame.sentence.children[head] if frame.sentence.tokens[c].dep in _RELATIVE}
    return any(about & {t.clause, *frame.sentence.ancestors(t.clause)} for t in frame.triggers)


def within_event(frame: Frame, span: Span) -> bool:
    """Whether a time stands in a clause on a noun for the event ("a setback to the advance that began on 3 May")."""
    head = frame.sentence.head_of(span)
    above = (head, *frame.sentence.ancestors(head)) if head is not None else ()
    clauses = (frame.sentence.tokens[n] for n in above if frame.sentence.tokens[n].dep in _RELATIVE)
    return any(token.head in frame.heads for token in clauses)


def elsewhere(frame: Frame, time: When, modality: Modality) -> bool:
    """Whether a time stands in a relative clause or an apposition that tells of something else ("the town that fell
    last year", "the killing of Daran Vel, mayor of Kolm in 1984"), in a clause that steps back, or in a comparison."""
    compared = compares(frame.sentence, time, modality) and not ranked_with(frame, time, modality)
    if of_earlier(frame, time.span) or compared:
        return True
    if of_thing_before(frame.sentence, time, frame.heads):
        return True
    sentence = frame.sentence
    head = sentence.head_of(time.span)
    if head is None or _told_on(frame, time.span, modality):
        return False
    mine = {*frame.heads, *(t.clause for t in frame.triggers)}
    for number in (head, *sentence.ancestors(head)):
        token = sentence.tokens[number]
        if number in mine:
            return False
        if token.dep in _RELATIVE and (token.head in frame.heads or _told_of(frame, number, modality)):
            return False
        if token.dep in _RELATIVE and _of_events(frame, number, modality):
            return False
        if token.dep in _RELATIVE and set_off(sentence, time, number):
            continue
        if _added_on(sentence, number, modality):
            return not mine & set(sentence.subtree(number))
        aside = token.dep in _RELATIVE and not _describes(time, token.lemma, modality)
        if clings(sentence, number) and not mine & set(sentence.subtree(number)):
            return True
        aside = aside or added(sentence, number)
        if aside or (token.dep == "appos" and _names(sentence, number, frame)):
            return not mine & set(sentence.subtree(number))
    return False


def _added_on(sentence: Sentence, number: int, modality: Modality) -> bool:
    """Whether a clause is what somebody adds to what he told ("…, adding there HAD BEEN no fighting for ten days");
    that it came about on a day is of what he told."""
    token = sentence.tokens[number]
    above = sentence.tokens[token.head]
    adds = token.dep == "ccomp" and above.dep == "advcl" and above.tag == "VBG"
    return adds and token.lemma.lower() not in modality.occurring


def _told_of(frame: Frame, number: int, modality: Modality) -> bool:
    """Whether a relative clause says that what the saying is about came about ("“Twelve died,” he said of the attack,
    which happened on Sunday")."""
    sentence = frame.sentence
    if sentence.tokens[number].lemma.lower() not in modality.occurring:
        return False
    noun = sentence.tokens[number].head
    about = sentence.tokens[sentence.tokens[noun].head]
    if sentence.tokens[noun].dep != "pobj" or about.dep != "prep":
        return False
    definite = any(sentence.tokens[c].text.lower() in modality.definite for c in sentence.children[noun])
    above = {sentence.tokens[t.clause].head for t in frame.triggers if sentence.tokens[t.clause].dep == "ccomp"}
    return definite and about.head in above


def _of_events(frame: Frame, number: int, modality: Modality) -> bool:
    """Whether a relative clause says when "events" came about in which the happening is told ("were shot in events that
    occurred last Friday")."""
    sentence = frame.sentence
    noun = sentence.tokens[number].head
    called = sentence.tokens[noun].lemma.lower() in modality.retelling
    came = sentence.tokens[number].lemma.lower() in modality.occurring
    return called and came and bool(set(sentence.ancestors(noun)) & set(frame.heads))


def _describes(time: When, lemma: str, modality: Modality) -> bool:
    """Whether a verb only describes; a year may still be its own ("a base located there in 2014")."""
    return lemma.lower() in modality.describing and time.precision is not DatePrecision.YEAR


def _names(sentence: Sentence, number: int, frame: Frame) -> bool:
    """Whether an apposition says who or what something is: no second time, and nothing about the event itself."""
    token = sentence.tokens[number]
    return token.entity not in _TIMES and token.head not in frame.heads and token.pos in ("NOUN", "PROPN")


def _told_on(frame: Frame, span: Span, modality: Modality) -> bool:
    """Whether a time stands in the clause of a noun for what is told ("a statement released on Saturday")."""
    sentence = frame.sentence
    head = sentence.head_of(span)
    verb = clause_head(sentence, head) if head is not None else None
    if verb is None or sentence.tokens[verb].dep not in _RELATIVE or sentence.tokens[verb].head in frame.heads:
        return False
    told = sentence.tokens[sentence.tokens[verb].head].lemma.lower() in modality.tidings
    return told and not {t.clause for t in frame.triggers} & set(sentence.subtree(verb))


def _opens_content(sentence: Sentence, span: Span, cues: Sequence[Span]) -> bool:
    """Whether a time opens what is said ("said that on Monday gunmen …"): the conjunction parts it from the saying."""
    first = sentence.at(span.start)
    if first is None:
        return False
    before = first - 1 if first and sentence.tokens[first - 1].pos == "ADP" else first
    if before < 2 or sentence.tokens[before - 1].dep != "mark":
        return False
    return any(cue.touches(sentence.tokens[before - 2].span) for cue in cues)


def _behind_event(frame: Frame, span: Span, cues: Sequence[Span], modality: Modality) -> bool:
    """Whether a time ends the phrase of a noun for the event ("the murder of three men in Kolm yesterday shows",
    "reported the death of a guard in fighting near Kolm on Monday"). Who condemns a raid may do so on that day."""
    sentence = frame.sentence
    first = sentence.at(span.start)
    if first is None:
        return False
    end = first - 1 if first and sentence.tokens[first - 1].pos == "ADP" else first
    heads = [
        h for h in _event_nouns(frame) if end - h > _HEAVY and not _cue_between(sentence.tokens[h].start, span, cues)
    ]
    return any(_ends_phrase(sentence, head, end, modality) for head in heads)


def _event_nouns(frame: Frame) -> Iterator[int]:
    """The happening words, or, where only a count of the dead tells of it, the noun at the top of its phrase ("the
    murder of three villagers")."""
    yield from frame.heads
    for count in frame.counts if not frame.heads else ():
        head = frame.sentence.head_of(count.span)
        above = (head, *frame.sentence.ancestors(head)) if head is not None else ()
        phrase = takewhile(lambda n: frame.sentence.tokens[n].pos in _NOMINAL, above)
        yield from list(phrase)[-1:]


def _cue_between(start: int, span: Span, cues: Sequence[Span]) -> bool:
    return any(start < cue.start < span.start for cue in cues)


def _ends_phrase(sentence: Sentence, head: int, end: int, modality: Modality) -> bool:
    if sentence.tokens[head].pos != "NOUN":
        return False
    verb = clause_head(sentence, head)
    if sentence.tokens[verb].lemma.lower() in modality.blaming:
        return False
    phrase = set(sentence.subtree(head))
    return all(n in phrase or sentence.tokens[n].pos == "PUNCT" for n in range(head + 1, end))
