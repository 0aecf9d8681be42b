"""A frame and the times of its sentence in, when it happened out, with the reason.

A time belongs to a frame by grammar first (it hangs on the frame's clause), then by nearness. A time that hangs on the
word of saying, or on what says that news came, dates the telling and not the event: it only bounds the event from
above. A day printed over the report dates nothing in it. A perfect with "since" runs from there up to the telling.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from reportedly.claims.frames.asides import ranks_since
from reportedly.claims.frames.assertion import clause_head, in_past_perfect, in_perfect
from reportedly.claims.frames.frames import Frame
from reportedly.claims.frames.hanging import gap, on_clause
from reportedly.claims.when.beforehand import day_of_clause, ranked_with
from reportedly.claims.when.begun import begun, lasted
from reportedly.claims.when.day_counted import counted
from reportedly.claims.when.of_the_hurt import of_the_hurt, of_wounds
from reportedly.claims.when.remembered import remembered
from reportedly.claims.when.seats import dates_telling, elsewhere, tells_of_day, within_event
from reportedly.lexicon.modality import Modality
from reportedly.model.claim import Note
from reportedly.model.mention import TimeType
from reportedly.model.reading import Interval, When
from reportedly.model.text import Sentence, Span
from reportedly.model.words import DatePrecision
from reportedly.readings.when_calendar import precision

_OWNING = frozenset({"poss", "compound", "nmod"})
_PHRASE = frozenset({"ADJ", "ADP", "DET", "NOUN", "NUM", "PART", "PROPN", "SCONJ"})
"""Parts of speech of a noun with all that stands on it."""
_DATING = frozenset({TimeType.DATE, TimeType.TIME, TimeType.DURATION})


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """When: the days, their precision, the words and the spans they rest on. ``settled`` where the sentence itself
    dates the event, so that nothing is taken over from the story; ``hour`` where it says the time of day alone,
    ``standing`` where it has gone on for so long, and is no day of a story."""

    days: Interval | None = None
    precision: DatePrecision | None = None
    basis: str | None = None
    spans: tuple[Span, ...] = ()
    notes: tuple[Note, ...] = ()
    hour: bool = False
    standing: bool = False

    @property
    def settled(self) -> bool:
        return self.precision is not None


def settle_when(
    frame: Frame, times: Sequence[When], cues: Sequence[Span], modality: Modality, *, until: date | None = None
) -> Dated:
    """The time of a frame, or nothing where its sentence does not date it. ``until`` is the first day after the
    telling, up to which a "since" runs."""
    there = [t for t in times if t.days is not None and t.type in _DATING and not t.stamp]
    there = [replace(t, open_since=False, window=None) if _of_its_day(frame, t, modality) else t for t in there]
    aside = [t for t in there if elsewhere(frame, t, modality) or remembered(frame, t, times, modality)]
    usable = [t for t in there if not t.open_since and not t.limit]
    usable = [t for t in usable if not _in_window(frame, t.span, modality) or _of_its_day(frame, t, modality)]
    usable = [t for t in usable if not (_lasts(t) and ranks_since(frame.sentence, t))]
    usable = [t for t in usable if t not in aside and not _only_before(frame.sentence, t, times, modality)]
    telling = [t for t in usable if not _lasts(t) and dates_telling(frame, t.span, cues, modality)]
    own = [t for t in usable if t not in telling or tells_of_day(frame, t.span)]
    own = _over(own, until) or ([] if _done(frame) else own)
    own = of_the_hurt(frame, own, there, modality)
    wounds = [t for t in own if of_wounds(frame, t.span, modality)]
    telling += wounds
    own = [t for t in own if t not in wounds]
    lasting = next((d for t in own if (d := _lasting(frame, t, until, modality))), None)
    if lasting is not None:
        return lasting
    if own:
        chosen = _chosen(frame, [t for t in own if not within_event(frame, t.span)] or own, cues)
        return _counted(frame, times, chosen, modality, until) or chosen
    stretch = lasted(frame, times, until, modality)
    if stretch is not None:
        return replace(_up_to_telling(*stretch), standing=True)
    opened = _opened(frame, there, modality, until)
    if opened is not None:
        return opened
    limits = [t for t in there if t.limit and t not in aside]
    if limits:
        return _bounded(min(limits, key=lambda t: (gap(frame, t.span), t.span)), "{!r} is the last day of what is told")
    return _bounded(telling[0], "{!r} dates the telling: the event is not later") if telling else Dated()


def _of_its_day(frame: Frame, time: When, modality: Modality) -> bool:
    """Whether a "since" opens with the day of the frame, and the time since then is that of something else: of a rank,
    or of what has been so since a deed ("vacant since 2 May, when the mayor was shot")."""
    return ranked_with(frame, time, modality) or day_of_clause(frame, time)


def _lasts(time: When) -> bool:
    """Whether a time is a stretch of days ("in the past six days"): words are said in a moment, and so it is that of
    what they tell."""
    return time.type is TimeType.DURATION and bool(time.days and time.days.start)


def window(frame: Frame, times: Sequence[When]) -> When | None:
    """The open window of a running total ("since Wednesday"), if the sentence names one; not that within which
    something ranks ("the deadliest raid since March")."""
    open_ones = (t for t in times if t.open_since and t.days is not None and frame.span.touches(t.span))
    open_ones = (t for t in open_ones if not ranks_since(frame.sentence, t) and not day_of_clause(frame, t))
    return next((t for t in open_ones if not _of_ground(frame, t)), None)


def _of_ground(frame: Frame, time: When) -> bool:
    """Whether the window is that of a clause on where it was: "killed in a province THAT has seen unrest since May"."""
    sentence, tokens = frame.sentence, frame.sentence.tokens
    head = sentence.head_of(time.span)
    above = () if head is None else (head, *sentence.ancestors(head))
    clause = next((n for n in above if tokens[n].dep == "relcl"), None)
    if clause is None or tokens[tokens[clause].head].dep not in {"pobj", "appos"}:
        return False
    below = set(sentence.subtree(clause))
    if any(c.event in below or c.head in below for c in frame.counts):
        return False
    children = sentence.children[clause]
    here = any(tokens[c].tag == "WRB" for c in children)
    saw = {tokens[c].dep for c in children if tokens[c].tag == "WDT" or tokens[c].dep == "dobj"} >= {"nsubj", "dobj"}
    return here or saw


def behind_window(frame: Frame, event: int | None, opened: When) -> bool:
    """Whether what befell people is told in a relative clause behind the window, which is that of the clause above:
    "held since Monday, after a fight THAT killed ten"."""
    at = frame.sentence.head_of(opened.span)
    if event is None or at is None or event >= len(frame.sentence.tokens):
        return False
    tokens = frame.sentence.tokens
    clause = next((n for n in (event, *frame.sentence.ancestors(event)) if tokens[n].dep == "relcl"), None)
    if clause is None or (in_perfect(frame.sentence, clause) and not in_past_perfect(frame.sentence, clause)):
        return False  # "in fighting that HAS killed hundreds": it goes on
    return tokens[clause].head > at


def told_since(frame: Frame, times: Sequence[When], modality: Modality) -> bool:
    """Whether a frame is what a clause of "since" tells with a day of its own: how things came to be so."""
    seats = (opening(frame.sentence, t.span, modality) for t in times if not t.open_since and t.days is not None)
    return any(seat is not None and _told_in(frame, seat) for seat in seats)


def _in_window(frame: Frame, span: Span, modality: Modality) -> bool:
    """Whether a time only opens a window ("since the war began in 2011"), and is not that of what the clause itself
    tells ("since the Guard attacked Kolm on 7 May": the attack)."""
    seat = opening(frame.sentence, span, modality)
    return seat is not None and not _told_in(frame, seat)


def _told_in(frame: Frame, seat: int) -> bool:
    """Whether the whole frame stands in the clause of a "since"."""
    clauses = {t.clause for t in frame.triggers}
    return bool(clauses) and frame.sentence.tokens[seat].pos == "VERB" and clauses <= set(frame.sentence.subtree(seat))


def opening(sentence: Sentence, span: Span, modality: Modality) -> int | None:
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
    """The prepositions before a clause without a conjunction, whose subject the parser takes for the object of the
    preposition: "have been killed since the rising against the old rule | began in 2011"."""
    token = sentence.tokens[verb]
    if token.tag != "VBD" or any(c < verb for c in sentence.children[verb]):
        return
    if token.dep == "advcl":
        yield from (
            c for c in sentence.children[token.head] if token.head < c < verb and sentence.tokens[c].dep == "prep"
        )
    for number in range(verb - 1, -1, -1):
        if sentence.tokens[number].pos not in _PHRASE:
            return
        if sentence.tokens[number].dep == "prep":
            yield number


def _over(times: Sequence[When], until: date | None) -> list[When]:
    """The times that do not lie behind the telling: of what is told as done, "a strike on Monday to protest today's
    raid" has only one."""
    return [t for t in times if not (until and t.days and t.days.start and t.days.start >= until)]


def _only_before(sentence: Sentence, time: When, times: Sequence[When], modality: Modality) -> bool:
    """Whether what is told only came before a time ("struck just days before the beginning of Eid"), with no length
    that counts it back from there. An hour is not so far off ("shortly before midnight on Monday")."""
    first, head = sentence.at(time.span.start), sentence.head_of(time.span)
    if time.type is TimeType.TIME and first is not None and sentence.tokens[first].pos != "DET":
        return False
    for number in sentence.ancestors(head) if head is not None else ():
        token = sentence.tokens[number]
        if token.pos in ("VERB", "AUX"):
            return False
        if token.dep == "prep" and token.text.lower() in modality.before:
            return not any(t.value[1:2].isdigit() and t.span.end + 1 == token.start for t in _lengths(times))
    return False


def _lengths(times: Sequence[When]) -> Iterator[When]:
    return (t for t in times if t.type is TimeType.DURATION)


def _done(frame: Frame) -> bool:
    """Whether a frame is told in the simple past: no day ahead is its own ("came as the two sides prepared for talks on
    Friday")."""
    clauses = {t.clause for t in frame.triggers}
    return bool(clauses) and all(frame.sentence.tokens[c].tag == "VBD" for c in clauses)


def _counted(
    frame: Frame, times: Sequence[When], chosen: Dated, modality: Modality, until: date | None
) -> Dated | None:
    """The day counted from the chosen one, unless it lies behind the telling."""
    found = counted(frame, times, next((t for t in times if chosen.spans == (t.span,)), None), modality)
    if found is None or (until and found.days.start and found.days.start >= until):
        return None
    length, anchor = found.length, found.anchor
    note = Note(field="when", rule=length.rule, text=f"{length.text!r} from {anchor.text!r}", span=length.span)
    return Dated(
        days=found.days,
        precision=precision(found.days),
        basis=f"{length.text} from {anchor.text}",
        spans=(length.span, anchor.span),
        notes=(note,),
    )


def _opened(frame: Frame, times: Sequence[When], modality: Modality, until: date | None) -> Dated | None:
    """The stretch from a "since" to the telling, where it hangs on a perfect verb of the frame ("has not acknowledged
    any deaths since it stepped in in 2015"); not that of "the first raid since"."""
    sentence = frame.sentence
    clauses = {t.clause for t in frame.triggers} | set(frame.heads)
    for time in times:
        seat = opening(sentence, time.span, modality)
        if seat is None or until is None or time.days is None or time.days.start is None or time.days.start >= until:
            continue
        if _of_ground(frame, time):
            continue
        verb = clause_head(sentence, sentence.tokens[seat].head)
        if verb == seat or not in_perfect(sentence, verb) or not clauses & {verb, *sentence.subtree(verb)}:
            continue
        return _up_to_telling(time, Interval(time.days.start, until))
    return None


def _lasting(frame: Frame, time: When, until: date | None, modality: Modality) -> Dated | None:
    days = begun(frame, time, until, modality)
    return _up_to_telling(time, days) if days is not None else None


def _up_to_telling(time: When, days: Interval) -> Dated:
    note = Note(field="when", rule=time.rule, text=f"from {time.text!r} up to the telling", span=time.span)
    return Dated(days=days, precision=precision(days), basis=time.text, spans=(time.span,), notes=(note,))


def _bounded(time: When, why: str) -> Dated:
    assert time.days is not None
    note = Note(field="when", rule=time.rule, text=why.format(time.text), span=time.span)
    return Dated(days=Interval(None, time.days.end) if time.days.end else None, spans=(time.span,), notes=(note,))


def _chosen(frame: Frame, times: Sequence[When], cues: Sequence[Span]) -> Dated:
    ranked = sorted(
        times,
        key=lambda t: (not on_clause(frame, t.span, cues), not frame.span.covers(t.span), gap(frame, t.span), t.span),
    )
    best = _sharper(frame, ranked[0], [t for t in ranked[1:] if on_clause(frame, t.span, cues)])
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
        hour=best.hour,
    )


def _sharper(frame: Frame, nearest: When, others: Sequence[When]) -> When:
    """The day within a stretch that owns the event ("the weekend's first raid came on Saturday")."""
    head = frame.sentence.head_of(nearest.span)
    if head is None or frame.sentence.tokens[head].dep not in _OWNING:
        return nearest
    within = (t for t in others if t.days and nearest.days and t.days.touches(nearest.days))
    return next((t for t in within if (t.precision or 9) < (nearest.precision or 9)), nearest)
