"""A speaker in its sentence in, the heads of those who tell it together with him out: "X, Y and Z said"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reportedly.attributions.names import Names
from reportedly.model.text import Sentence, Span

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})


def fellows(sentence: Sentence, number: int, names: Names, source: Sequence[Span] = ()) -> tuple[int, ...]:
    """The heads of the other tellers, in text order; ``source`` are the words for all of them.

    What "and" joins inside one name is no other teller ("the Ministry of Health and Population"); what it joins to a
    word of the name is ("the Centre for Rights and medics").
    """
    name = names.around(sentence.tokens[number].span)
    found: list[int] = []
    waiting = [number, *(_words(sentence, name.span) if name is not None else ())]
    while waiting:
        joined = [n for n in _joined(sentence, waiting.pop()) if not _inside(sentence, n, name.span if name else None)]
        found += [n for n in joined if n not in found]
        waiting += joined
    return tuple(sorted(found)) or _behind(sentence, number, name.span if name else None, source)


def _behind(sentence: Sentence, number: int, name: Span | None, source: Sequence[Span]) -> tuple[int, ...]:
    """The head of the words behind "and" in the source, where the parse does not know that it belongs to the first."""
    tokens = sentence.tokens
    end = next((n for n, t in enumerate(tokens) if source and t.end >= source[0].end), number)
    joint = next((n for n in range(number + 1, end) if tokens[n].tag == "CC" and not _inside(sentence, n, name)), end)
    rest = range(joint + 1, end + 1)
    head = next((n for n in rest if tokens[n].pos in _NOMINAL and tokens[n].head not in rest), None)
    return () if head is None or number in sentence.ancestors(head) else (head,)


def _words(sentence: Sentence, name: Span) -> Iterable[int]:
    return (n for n, token in enumerate(sentence.tokens) if name.covers(token.span))


def _joined(sentence: Sentence, number: int) -> list[int]:
    tokens = sentence.tokens
    return [c for c in sentence.children[number] if tokens[c].dep == "conj" and tokens[c].pos in _NOMINAL]


def _inside(sentence: Sentence, number: int, name: Span | None) -> bool:
    return name is not None and name.covers(sentence.tokens[number].span)
