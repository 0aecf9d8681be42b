"""A sentence and its hedges in, the words that are called untrue out: "the reports of nine dead were baseless"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reportedly.model.mention import HedgeMention
from reportedly.model.text import Sentence, Span
from reportedly.model.words import Stance

_PREDICATE = frozenset({"acomp", "attr", "oprd", "prep", "pobj", "advcl", "ccomp", "ROOT", "xcomp"})


def called_untrue(sentence: Sentence, hedges: Iterable[HedgeMention]) -> Iterator[tuple[HedgeMention, Span]]:
    """Each predicate of untruth with the words of its subject."""
    for hedge in hedges:
        if hedge.stance is not Stance.DENIES:
            continue
        head = sentence.head_of(hedge.span)
        if head is None or sentence.tokens[head].dep not in _PREDICATE:
            continue
        for verb in (head, *sentence.ancestors(head)[:2]):
            subject = next((c for c in sentence.children[verb] if _is_subject(sentence, c) and c < head), None)
            if subject is not None:
                words = [n for n in sentence.subtree(subject) if n < head]
                yield hedge, Span(sentence.tokens[words[0]].start, sentence.tokens[words[-1]].end)
                break


def _is_subject(sentence: Sentence, token: int) -> bool:
    return sentence.tokens[token].dep in {"nsubj", "nsubjpass"}
