"""A frame and the times of its sentence in, when it happened out, with the reason.

A time belongs to a frame by grammar first (it hangs on the frame's clause), then by nearness. A time that hangs on the
word of saying, or on what says that news came, dates the telling and not the event: it only bounds the event from
above. A day printed over the report dates nothing in it. A perfect with "since" runs from there up to the telling.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from reportedly.claims.assertion import clause_head, in_perfect
from reportedly.claims.frames import Frame
from reportedly.claims.hanging import follows, gap, hangs_on, news_came, of_earlier, on_clause, outside, reported_again
from reportedly.lexicon.modality import Modality
from reportedly.model.claim import Note
from reportedly.model.mention import TimeType
from reportedly.model.reading import Interval, When
from reportedly.model.text import Sentence, Span
from reportedly.model.words import DatePrecision
from reportedly.readings.when_calendar import precision

_LENGTH = re.compile(r"P(\d+)([DW])")
_DATING = frozenset({TimeType.DATE, TimeType.TIME, TimeType.DURATION})


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """When: the days, their precision, the words and the spans they rest on. ``settled`` where the sentence itself
    dates the event, so that nothing is taken over from the story."""

    days: Interval | None = None
    precision: DatePrecision | None = None
    basis: str | None = None
    spans: tuple[Span, ...] = ()
    notes: tuple[Note, ...] = ()

    @property
    def settled(self) -> bool:
        return self.precision is not None


def settle_when(
    frame: Frame, times: Sequence[When], cues: Sequence[Span], modality: Modality, *, until: date | None = None
) -> Dated:
    """The time of a frame, or nothing where its sentence does not date it. ``until`` is the first day after the
    telling, up to which a "since" runs."""
    there = [t for t in times if t.days is not None and t.type in _DATING and not t.stamp]
    usable = [
        t
        for t in there
        if not t.open_since
        and not t.limit
        and not _in_window(frame.sentence, t.span, modality)
        and not _elsewhere(frame, t.span)
    ]
    telling = [t for t in usable if _dates_telling(frame, t.span, cues, modality)]
    own = [t for t in usable if t not in telling or _tells_of_day(frame, t.span)]
    if own:
        chosen = _chosen(frame, own, cues)
        return _counted(frame, times, chosen, modality) or chosen
    opened = _opened(frame, there, modality, until)
    if opened is not None:
        return opened
    limits = [t for t in there if t.limit and not _elsewhere(frame, t.span)]
    if limits:
        return _bounded(min(limits, key=lambda t: (gap(frame, t.span), t.span)), "{!r} is the last day of what is told")
    return _bounded(telling[0], "{!r} dates the telling: the event is not later") if telling else Dated()


def window(frame: Frame, times: Sequence[When]) -> When | None:
    """The open window of a running total ("since Wednesday"), if the sentence names one."""
    return next((t for t in times if t.open_since and t.days is not None and frame.span.touches(t.span)), None)


def _dates_telling(frame: Frame, span: Span, cues: Sequence[Span], modality: Modality) -> bool:
    if news_came(frame.sentence, span, modality) or follows(frame.sentence, span, cues):
        return True
    if reported_again(frame, cues, modality):
        return True
    return outside(frame, span, cues) and hangs_on(frame.sentence, span, cues) and not on_clause(frame, span, cues)


def _tells_of_day(frame: Frame, span: Span) -> bool:
    """Whether the frame stands in a clause about the day itself ("on Thursday, the same day that shells hit Dolvi")."""
    head = frame.sentence.head_of(span)
    if head is None:
        return False
    about = {c for c in frame.sentence.children[head] if frame.sentence.tokens[c].dep in {"relcl", "acl"}}
    return any(about & {t.clause, *frame.sentence.ancestors(t.clause)} for t in frame.triggers)


def _in_window(sentence: Sentence, span: Span, modality: Modality) -> bool:
    """Whether a time only opens a window ("since the war began in 2011")."""
    return _opening(sentence, span, modality) is not None


def _opening(sentence: Sentence, span: Span, modality: Modality) -> int | None:
    """The token that carries a phrase or clause of "since" over a time: the preposition, or the verb that it marks."""
    head = sentence.head_of(span)
    if head is None:
        return None
    for number in (head, *sentence.ancestors(head)):
        marks = [c for c in sentence.children[number] if sentence.tokens[c].dep == "mark"]
        if any(
            sentence.tokens[n].text.lower() in modality.windows for n in (number, *marks, *_cut_off(sentence, number))
        ):
            return number
    return None


def _cut_off(sentence: Sentence, verb: int) -> Iterator[int]:
    """The prepositions right before a clause without a conjunction, which the parser takes with the clause's subject
    alone: "have been killed since the rising against the old rule | began in 2011"."""
    token = sentence.tokens[verb]
    if token.dep != "advcl" or token.tag != "VBD" or any(c < verb for c in sentence.children[verb]):
        return
    yield from (c for c in sentence.children[token.head] if token.head < c < verb and sentence.tokens[c].dep == "prep")


def _counted(frame: Frame, times: Sequence[When], chosen: Dated, modality: Modality) -> Dated | None:
    """The day so long after or before another event whose date was chosen ("a week after the raid of 3 May"): the day
    itself where days are counted, a day more on both sides where it is weeks."""
    anchor = next((t for t in times if chosen.spans == (t.span,)), None)
    if anchor is None or anchor.days is None or anchor.days.start is None or anchor.precision is not DatePrecision.DAY:
        return None
    for length in times:
        match = _LENGTH.fullmatch(length.value) if length.type is TimeType.DURATION else None
        side = _side(frame.sentence, length.span, anchor.span, modality)
        if match is None or not side:
            continue
        weeks = match[2] == "W"
        day = anchor.days.start + side * timedelta(int(match[1]) * (7 if weeks else 1))
        days = Interval(day - timedelta(weeks), day + timedelta(1 + weeks))
        note = Note(field="when", rule=length.rule, text=f"{length.text!r} from {anchor.text!r}", span=length.span)
        return Dated(
            days=days,
            precision=precision(days),
            basis=f"{length.text} from {anchor.text}",
            spans=(length.span, anchor.span),
            notes=(note,),
        )
    return None


def _side(sentence: Sentence, length: Span, anchor: Span, modality: Modality) -> int:
    """1 where a length is followed by "after" and, under it, by the anchor; -1 for "before"; 0 otherwise."""
    following = sentence.at(length.end + 1)
    head = sentence.head_of(anchor)
    if following is None or head is None or anchor.start < length.end:
        return 0
    word = sentence.tokens[following].text.lower()
    side = 1 if word in modality.after else -1 if word in modality.before else 0
    carrier = following if sentence.tokens[following].dep == "prep" else sentence.tokens[following].head
    return side if carrier in sentence.ancestors(head) else 0


def _opened(frame: Frame, times: Sequence[When], modality: Modality, until: date | None) -> Dated | None:
    """The stretch from a "since" to the telling, where it hangs on a perfect verb of the frame ("has not acknowledged
    any deaths since it stepped in in 2015"); not that of "the first raid since"."""
    sentence = frame.sentence
    clauses = {t.clause for t in frame.triggers} | set(frame.heads)
    for time in times:
        seat = _opening(sentence, time.span, modality)
        if seat is None or until is None or time.days is None or time.days.start is None or time.days.start >= until:
            continue
        verb = clause_head(sentence, sentence.tokens[seat].head)
        if verb == seat or not in_perfect(sentence, verb) or not clauses & {verb, *sentence.subtree(verb)}:
            continue
        days = Interval(time.days.start, until)
        note = Note(field="when", rule=time.rule, text=f"from {time.text!r} up to the telling", span=time.span)
        return Dated(days=days, precision=precision(days), basis=time.text, spans=(time.span,), notes=(note,))
    return None


def _bounded(time: When, why: str) -> Dated:
    assert time.days is not None
    note = Note(field="when", rule=time.rule, text=why.format(time.text), span=time.span)
    return Dated(days=Interval(None, time.days.end) if time.days.end else None, spans=(time.span,), notes=(note,))


def _elsewhere(frame: Frame, span: Span) -> bool:
    """Whether a time stands in a relative clause that tells of something else ("the town that fell last year"), or in
    one that steps back."""
    if of_earlier(frame, span):
        return True
    head = frame.sentence.head_of(span)
    if head is None:
        return False
    clauses = {t.clause for t in frame.triggers}
    verb = clause_head(frame.sentence, head)
    return (
        verb not in clauses
        and frame.sentence.tokens[verb].dep in {"relcl", "acl"}
        and not clauses & set(frame.sentence.subtree(verb))
    )


def _chosen(frame: Frame, times: Sequence[When], cues: Sequence[Span]) -> Dated:
    ranked = sorted(
        times,
        key=lambda t: (not on_clause(frame, t.span, cues), not frame.span.covers(t.span), gap(frame, t.span), t.span),
    )
    best = ranked[0]
    if not frame.span.touches(best.span) and not on_clause(frame, best.span, cues):
        best = next((t for t in ranked if frame.span.touches(t.span)), best)
    notes = [Note(field="when", rule=best.rule, text=best.basis, span=best.span)]
    notes += [
        Note(field="when", rule=t.rule, text=f"{t.text!r} stands further from the event", span=t.span, kept=False)
        for t in ranked
        if t is not best
    ]
    return Dated(
        days=best.window or best.days,
        precision=precision(best.window) if best.window else best.precision,
        basis=best.text,
        spans=(best.span,),
        notes=tuple(notes),
    )
