"""A time in somebody's words in, the day on which they were said out, where it is not that of the report.

"Over the past 24 hours", said on Saturday and printed on Sunday, ends on Saturday; "today" in a statement is the day of
the statement.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from reportedly.mentions.times_expression import Expression, Lasting, Origin, Pointer, Stepped, TimeMention, Unit
from reportedly.model.text import Page, Sentence, Span
from reportedly.readings.when_calendar import Period
from reportedly.readings.when_resolve import Focus

_CLAUSES = frozenset({"ROOT", "ccomp", "advcl", "relcl", "acl", "parataxis", "conj", "pcomp", "xcomp", "csubj"})
_LONGEST = timedelta(days=7)
"""How far before the report what it quotes was said: a report of the week, not of the year."""


def counts_from_telling(expression: Expression) -> bool:
    """Whether a time is counted from when it is said: "today", "two days ago", "the past week"."""
    core = expression.core
    if isinstance(core, Lasting):
        return core.pointer in (Pointer.LAST, Pointer.LATEST)
    return isinstance(core, Stepped) and core.origin is Origin.TELLING and core.sign <= 0 and core.unit is Unit.DAY


def saying_verb(sentence: Sentence, span: Span) -> tuple[int, int] | None:
    """The verb whose complement holds a time, and the verb of that complement; ``None`` where nobody is quoted."""
    head = sentence.head_of(span)
    if head is None:
        return None
    for number in (head, *sentence.ancestors(head)):
        token = sentence.tokens[number]
        if token.dep == "ccomp" and token.head != number and sentence.tokens[token.head].pos == "VERB":
            return token.head, number
    return None


def said_on(mention: TimeMention, others: Iterable[tuple[TimeMention, Period]], sentence: Sentence) -> Focus | None:
    """The day that hangs on the verb which tells the words of a time ("…, the ministry said on Saturday")."""
    found = saying_verb(sentence, mention.span)
    if found is None:
        return None
    saying, told = found
    inside = set(sentence.subtree(told))
    for other, period in others:
        head = sentence.head_of(other.span)
        if head is None or head in inside or period.unit is not Unit.DAY:
            continue
        if next(_clauses(sentence, head), None) == saying:
            return Focus(period=period, text=other.text)
    return None


def quoted_today(mention: TimeMention, page: Page, focus: Focus | None) -> Focus | None:
    """The day last spoken of, for a "today" between quotation marks: a statement's day is that of its story."""
    core = mention.expression.core
    if focus is None or focus.period.unit is not Unit.DAY or not isinstance(core, Stepped) or core.sign:
        return None
    quoted = any(q.outer.covers(mention.span) for q in page.passages.quotes)
    return focus if quoted and counts_from_telling(mention.expression) else None


def recent(said: Focus | None, printed: date) -> bool:
    """Whether something was said within the week before the day of the report."""
    return said is not None and timedelta(0) < printed - said.period.start <= _LONGEST


def _clauses(sentence: Sentence, number: int) -> Iterator[int]:
    """The verbs above a token, nearest first, itself among them."""
    for here in (number, *sentence.ancestors(number)):
        token = sentence.tokens[here]
        if token.pos in ("VERB", "AUX") and token.dep in _CLAUSES:
            yield here
