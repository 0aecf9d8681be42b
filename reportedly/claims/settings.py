"""A frame and the times and places of its sentence in, when and where it happened out, each with its reason.

A time or place belongs to a frame by grammar first (it hangs on the frame's clause), then by nearness. A time that
hangs on the word of saying dates the telling, not the event: it only bounds the event from above.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reportedly.claims.assertion import clause_head
from reportedly.claims.frames import Frame
from reportedly.lexicon.modality import Modality
from reportedly.model.claim import Note
from reportedly.model.mention import TimeType
from reportedly.model.reading import Interval, When, Where
from reportedly.model.text import Sentence, Span
from reportedly.model.words import DatePrecision, WherePrecision


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """When: the days, their precision, the words and the spans they rest on."""

    days: Interval | None = None
    precision: DatePrecision | None = None
    basis: str | None = None
    spans: tuple[Span, ...] = ()
    notes: tuple[Note, ...] = ()


def settle_when(frame: Frame, times: Sequence[When], cues: Sequence[Span], modality: Modality) -> Dated:
    """The time of a frame, or nothing where its sentence does not date it."""
    usable = [
        t
        for t in times
        if t.days is not None
        and t.type in _DATING
        and not t.open_since
        and not _in_window(frame.sentence, t.span, modality)
        and not _elsewhere(frame, t.span)
    ]
    telling = [
        t
        for t in usable
        if _outside(frame, t.span, cues)
        and _hangs_on(frame.sentence, t.span, cues)
        and not _on_clause(frame, t.span, cues)
    ]
    own = [t for t in usable if t not in telling]
    if own:
        return _chosen(frame, own, "when", cues)
    if telling:
        first = telling[0]
        assert first.days is not None
        bound = Interval(None, first.days.end) if first.days.end else None
        note = Note(
            field="when",
            rule=first.rule,
            text=f"{first.text!r} dates the telling: the event is not later",
            span=first.span,
        )
        return Dated(days=bound, basis=None, spans=(first.span,), notes=(note,))
    return Dated()


def window(frame: Frame, times: Sequence[When]) -> When | None:
    """The open window of a running total ("since Wednesday"), if the sentence names one."""
    return next((t for t in times if t.open_since and t.days is not None and frame.span.touches(t.span)), None)


def _in_window(sentence: Sentence, span: Span, modality: Modality) -> bool:
    """Whether a time only opens a window ("since the war began in 2011")."""
    head = sentence.head_of(span)
    if head is None:
        return False
    line = (head, *sentence.ancestors(head))
    marks = {c for n in line for c in sentence.children[n] if sentence.tokens[c].dep == "mark"} | set(line)
    return any(sentence.tokens[n].text.lower() in modality.windows for n in marks)


def _elsewhere(frame: Frame, span: Span) -> bool:
    """Whether a time stands in a relative clause that tells of something else ("the town that fell last year")."""
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


_DATING = frozenset({TimeType.DATE, TimeType.TIME, TimeType.DURATION})


def _chosen(frame: Frame, times: Sequence[When], field: str, cues: Sequence[Span]) -> Dated:
    ranked = sorted(
        times,
        key=lambda t: (not _on_clause(frame, t.span, cues), not frame.span.covers(t.span), _gap(frame, t.span), t.span),
    )
    best = ranked[0]
    if not frame.span.touches(best.span) and not _on_clause(frame, best.span, cues):
        best = next((t for t in ranked if frame.span.touches(t.span)), best)
    notes = [Note(field=field, rule=best.rule, text=best.basis, span=best.span)]
    notes += [
        Note(field=field, rule=t.rule, text=f"{t.text!r} stands further from the event", span=t.span, kept=False)
        for t in ranked
        if t is not best
    ]
    return Dated(
        days=best.window or best.days, precision=best.precision, basis=best.text, spans=(best.span,), notes=tuple(notes)
    )


def settle_where(frame: Frame, places: Sequence[Where], cues: Sequence[Span]) -> tuple[Where | None, tuple[Note, ...]]:
    """The place of a frame: of those that can be where it happened the most precise, then the one that hangs on its
    clause, then the nearest. What the frame's own words leave out is looked for in the rest of the sentence."""
    usable = [p for p in places if _somewhere(frame.sentence, p) and not any(c.touches(p.span) for c in cues)]
    own = [p for p in usable if frame.span.touches(p.span) or _antecedent(frame, p.span)]
    if not (own or usable):
        return None, ()
    holding = {p.inside for p in usable if p.inside is not None}
    ranked = sorted(
        own or usable,
        key=lambda p: (p.span in holding, _coarse(p), not _on_clause(frame, p.span), _gap(frame, p.span), p.span),
    )
    best = _located(ranked[0], ranked[1:])
    notes = [Note(field="where", rule=best.rule, text=best.basis or best.name, span=best.span)]
    notes += [
        Note(field="where", rule=p.rule, text=f"{p.text!r}: {_why_not(p, best)}", span=p.span, kept=False)
        for p in ranked[1:]
    ]
    return best, tuple(notes)


def _somewhere(sentence: Sentence, place: Where) -> bool:
    """Whether a name can say where: it is no doer ("Korvia sent …"), no mere adjective ("Korvia-made rockets"), no
    country that only owns something ("Korvia's war") and not where the report was filed ("KARSK (VELTA) -")."""
    if not place.locative or place.rule == _FILED:
        return False
    head = sentence.head_of(place.span)
    if head is None:
        return True
    token = sentence.tokens[head]
    if (token.dep == "nsubj" and place.rule not in _SAID_TO_BE_THERE) or (
        place.precision is WherePrecision.COUNTRY and token.dep in _OWNING
    ):
        return False
    return token.dep != "compound" or not _hyphened(sentence, head)


_FILED = "code:dateline"
_OWNING = frozenset({"poss", "compound", "nmod", "amod"})


def _hyphened(sentence: Sentence, number: int) -> bool:
    after = number + 1
    return (
        after < len(sentence.tokens)
        and sentence.tokens[after].pos == "PUNCT"
        and (sentence.tokens[after].start == sentence.tokens[number].end)
    )


def _antecedent(frame: Frame, span: Span) -> bool:
    """Whether the words are what a relative clause of the frame tells about ("Brenik, which fell last year")."""
    sentence, head = frame.sentence, frame.sentence.head_of(span)
    if head is None:
        return False
    told = {sentence.tokens[t.clause].head for t in frame.triggers if sentence.tokens[t.clause].dep in {"relcl", "acl"}}
    return bool(told & {head, *sentence.ancestors(head)[:2]})


def _located(best: Where, others: Sequence[Where]) -> Where:
    """A name that no gazetteer knows, put where the sentence says it lies: in its province, or at a distance from a
    known town. The precision stays that of what is known."""
    if best.latitude is not None:
        return best
    around = next((p for p in others if p.latitude is not None and _holds(p, best)), None)
    if around is None:
        return best
    return replace(
        around,
        span=best.span,
        text=best.text,
        name=best.name,
        place_id=None,
        rule=best.rule,
        basis=f"{best.name} stands in no gazetteer; put at {around.text!r}, which the sentence names with it",
    )


def _holds(place: Where, unknown: Where) -> bool:
    """Whether a place says where an unknown name lies: it holds it, is wide, or is a distance from a known town."""
    return place.span == unknown.inside or _coarse(place) >= 2 or place.place_id is None


def _why_not(place: Where, best: Where) -> str:
    if place.latitude is None:
        return "no gazetteer knows it"
    return "less precise" if _coarse(place) > _coarse(best) else "stands further from the event"


def _coarse(place: Where) -> int:
    """0 for a settlement or landmark, also one that nobody knows but the text says what or where it is; 1 for another
    name that nobody knows and for a district; 2 for a province, 3 for what is wider."""
    if place.precision is None:
        return 0 if place.inside is not None or place.rule in _CALLED else 1
    return {
        WherePrecision.EXACT: 0,
        WherePrecision.NEAR: 0,
        WherePrecision.DISTRICT: 1,
        WherePrecision.PROVINCE: 2,
    }.get(place.precision, 3)


_CALLED = frozenset({"en/placing/settlement", "en/placing/quarter", "en/placing/by", "code:echo"})
"""The rules of names that the text calls a village or a quarter, or that things lie near to."""


_SAID_TO_BE_THERE = _CALLED | {"en/placing/at", "en/placing/of-a-place", "en/placing/struck", "en/placing/province"}
"""The rules of names that no parser's slip can make doers: words before them say that they are places."""


def _outside(frame: Frame, span: Span, cues: Sequence[Span]) -> bool:
    """Whether words do not belong to what is told: they stand outside the frame, or the frame holds the cue itself."""
    return not frame.span.covers(span) or any(frame.span.covers(c) for c in cues)


def _hangs_on(sentence: Sentence, span: Span, cues: Sequence[Span]) -> bool:
    """Whether the nearest verb above a time is a word of saying."""
    head = sentence.head_of(span)
    if head is None:
        return False
    verb = sentence.tokens[clause_head(sentence, head)].span
    return any(c.touches(verb) for c in cues)


def _on_clause(frame: Frame, span: Span, cues: Sequence[Span] = ()) -> bool:
    """Whether the words hang on the clause, or on the happening word itself; a clause of saying is not the event's."""
    sentence = frame.sentence
    head = sentence.head_of(span)
    if head is None:
        return False
    above = set(sentence.ancestors(head))
    clauses = {t.clause for t in frame.triggers}
    told = {c for c in clauses if not any(cue.touches(sentence.tokens[c].span) for cue in cues)}
    return clause_head(sentence, head) in told or bool(above & set(frame.heads))


def _gap(frame: Frame, span: Span) -> int:
    """Characters between the words and the nearest happening word or count of the frame."""
    seats = [t.mention.span for t in frame.triggers] or [c.span for c in frame.counts]
    return min(max(span.start - s.end, s.start - span.end, 0) for s in seats)
