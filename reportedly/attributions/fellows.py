"""A speaker in its sentence in, the heads of those who tell it together with him out: "X, Y and Z said"."""

from __future__ import annotations

from collections.abc import Iterable

from reportedly.attributions.names import Names
from reportedly.model.text import Sentence, Span

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})


def fellows(sentence: Sentence, number: int, names: Names) -> tuple[int, ...]:
    """The heads of the other tellers, in text order. What "and" joins inside one name is no other teller ("the Ministry
    of Health and Population"); what it joins to a word of the name is ("the Centre for Rights and medics")."""
    name = names.around(sentence.tokens[number].span)
    found: list[int] = []
    waiting = [number, *(_words(sentence, name.span) if name is not None else ())]
    while waiting:
        joined = [n for n in _joined(sentence, waiting.pop()) if not _inside(sentence, n, name.span if name else None)]
        found += [n for n in joined if n not in found]
        waiting += joined
    return tuple(sorted(found))


def _words(sentence: Sentence, name: Span) -> Iterable[int]:
    return (n for n, token in enumerate(sentence.tokens) if name.covers(token.span))


def _joined(sentence: Sentence, number: int) -> list[int]:
    tokens = sentence.tokens
    return [c for c in sentence.children[number] if tokens[c].dep == "conj" and tokens[c].pos in _NOMINAL]


def _inside(sentence: Sentence, number: int, name: Span | None) -> bool:
    return name is not None and name.covers(sentence.tokens[number].span)
