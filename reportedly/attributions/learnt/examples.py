"""Pages with gold marks in, rows of features with their right answers out: what the weights are fitted to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from reportedly.attributions.drafts import Draft
from reportedly.attributions.learnt.arguments import LABELS, Head, argument_numbers
from reportedly.attributions.learnt.columns import table
from reportedly.attributions.learnt.cues import cue_numbers
from reportedly.attributions.learnt.hashing import Numbers, number
from reportedly.attributions.learnt.kinds import kind_of
from reportedly.lexicon.saying import Sayings
from reportedly.model.text import Page, Sentence, Span

_NUMBER = {label: n for n, label in enumerate(LABELS)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """One attribution that a person marked."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """A page with what the rules find on it and what people marked."""

    page: Page
    drafts: tuple[Draft, ...]
    marked: tuple[Marked, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Examples:
    """The rows of all lessons. ``sizes`` are the lengths of the sentences of ``arguments``, once for every cue."""

    lemmas: NDArray[np.uint64]
    cues: Numbers
    is_cue: NDArray[np.bool_]
    arguments: Numbers
    labels: NDArray[np.int8]
    kinds: NDArray[np.int8]
    sizes: tuple[int, ...]


def examples(lessons: Sequence[Lesson], sayings: Sayings) -> Examples | None:
    """The rows of the lessons in their order; nothing where no cue is marked."""
    heads = [_heads(lesson) for lesson in lessons]
    lemmas = frozenset(_lemma(le.page, h) for le, found in zip(lessons, heads, strict=True) for h in found)
    cues: list[Numbers] = []
    is_cue: list[bool] = []
    arguments: list[Numbers] = []
    labels: list[int] = []
    kinds: list[int] = []
    sizes: list[int] = []
    for lesson, marked in zip(lessons, heads, strict=True):
        rows = table(lesson.page, lesson.drafts, sayings, lemmas)
        if not rows.places:
            continue
        cues.append(cue_numbers(rows))
        is_cue.extend(Head(*place) in marked for place in rows.places)
        if not marked:
            continue
        order = sorted(marked)
        view = argument_numbers(lesson.page, rows, order, lesson.drafts, by_sentence(order))
        arguments.append(view.features)
        sizes.extend(view.sizes)
        for head in order:
            sentence = lesson.page.sentences[head.sentence]
            labels.extend(_labels(sentence, marked[head]))
            kinds.extend(kind_of(token) for token in sentence.tokens)
    if not arguments:
        return None
    return Examples(
        lemmas=np.array(sorted(lemmas), dtype=np.uint64),
        cues=np.concatenate(cues),
        is_cue=np.array(is_cue, dtype=np.bool_),
        arguments=np.concatenate(arguments),
        labels=np.array(labels, dtype=np.int8),
        kinds=np.array(kinds, dtype=np.int8),
        sizes=tuple(sizes),
    )


def by_sentence(heads: Iterable[Head]) -> dict[int, list[int]]:
    """The tokens that head cues, by sentence."""
    found: dict[int, list[int]] = {}
    for head in heads:
        found.setdefault(head.sentence, []).append(head.token)
    return found


def _lemma(page: Page, head: Head) -> int:
    return number(page.sentences[head.sentence].tokens[head.token].lemma.lower())


def _heads(lesson: Lesson) -> dict[Head, Marked]:
    """The token that heads each marked cue; the first of several marks at one token."""
    found: dict[Head, Marked] = {}
    for marked in lesson.marked:
        sentence = lesson.page.sentence_at(marked.cue[0].start) if marked.cue else None
        head = sentence.head_of(marked.cue[0]) if sentence is not None else None
        if sentence is not None and head is not None:
            found.setdefault(Head(sentence.number, head), marked)
    return found


def _labels(sentence: Sentence, marked: Marked) -> list[int]:
    """The label of every token of the cue's sentence; pieces of a part that touch are one."""
    parts = [""] * len(sentence.tokens)
    for part in ("content", "source", "cue"):
        for span in getattr(marked, part):
            if span.touches(sentence.span):
                for n in sentence.inside(span):
                    parts[n] = part
    return [_NUMBER[_label(parts, n)] for n in range(len(parts))]


def _label(parts: Sequence[str], number_: int) -> str:
    part = parts[number_]
    if not part:
        return "O"
    return f"I-{part}" if number_ and parts[number_ - 1] == part else f"B-{part}"
