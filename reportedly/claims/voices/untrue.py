"""A sentence and its hedges in, the words that are called untrue out: "the reports of nine dead were baseless", "called
the report a lie"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set

from reportedly.model.mention import HedgeMention
from reportedly.model.text import Sentence, Span
from reportedly.model.words import Stance

_OF_OBJECT = frozenset({"oprd", "advcl", "advmod"})
"""What an untrue word can be to a verb whose object it judges ("called it a lie", "branded the claims false")."""

_PARTICIPLES = frozenset({"VBD", "VBN"})
_PREDICATE = frozenset({"acomp", "attr", "oprd", "prep", "pobj", "advcl", "ccomp", "ROOT", "xcomp"})


def called_untrue(sentence: Sentence, hedges: Iterable[HedgeMention]) -> Iterator[tuple[HedgeMention, Span]]:
    """Each predicate of untruth with the words of its subject, or of the object that a verb judges by it."""
    for hedge in hedges:
        if hedge.stance is not Stance.DENIES:
            continue
        head = sentence.head_of(hedge.span)
        if head is None:
            continue
        judged = _judged(sentence, head)
        if judged is not None:
            yield hedge, _words(sentence, judged, head)
            continue
        if sentence.tokens[head].dep not in _PREDICATE:
            continue
        for verb in (head, *sentence.ancestors(head)[:2]):
            subject = next((c for c in sentence.children[verb] if _is_subject(sentence, c) and c < head), None)
            if subject is not None:
                yield hedge, _words(sentence, subject, head)
                break
            shared = _shared(sentence, verb)
            if shared is not None:
                yield hedge, Span(sentence.tokens[shared].start, sentence.tokens[verb - 1].end)
                break


def told_falsely(
    sentence: Sentence, hedges: Iterable[HedgeMention], nouns: Set[str]
) -> Iterator[tuple[HedgeMention, Span]]:
    """Each word of untruth before a noun for what is told (one of ``nouns``), with the words behind that noun:
    "baseless accusations of murder", "the erroneous report on her injury"."""
    for hedge in hedges:
        head = sentence.head_of(hedge.span) if hedge.stance is Stance.DENIES else None
        noun = None if head is None or sentence.tokens[head].dep != "amod" else sentence.tokens[head].head
        if noun is None or sentence.tokens[noun].lemma.lower() not in nouns:
            continue
        behind = [n for n in sentence.subtree(noun) if n > noun]
        if behind:
            yield hedge, Span(sentence.tokens[behind[0]].start, sentence.tokens[behind[-1]].end)


def _shared(sentence: Sentence, verb: int) -> int | None:
    """Where the subject begins of a linking verb that the parser joins to a participle, which it takes for the verb of
    the clause ("the report spread by the rebels on the raid is a lie")."""
    token = sentence.tokens[verb]
    taken = token.head
    if token.dep != "conj" or token.pos != "AUX" or sentence.tokens[taken].tag not in _PARTICIPLES:
        return None
    if any(t.tag == "CC" for t in sentence.tokens[taken + 1 : verb]):
        return None
    subject = next((c for c in sentence.children[taken] if _is_subject(sentence, c)), None)
    return None if subject is None else min(sentence.subtree(subject))


def judges(sentence: Sentence, hedge: HedgeMention, cue: Iterable[Span]) -> bool:
    """Whether the verb that calls its object untrue is the one that cites somebody ("described … as baseless")."""
    head = sentence.head_of(hedge.span)
    if head is None or _judged(sentence, head) is None:
        return False
    verb = sentence.tokens[sentence.tokens[head].head].span
    return any(words.covers(verb) for words in cue)


def _judged(sentence: Sentence, head: int) -> int | None:
    """The object that the verb above calls untrue."""
    token = sentence.tokens[head]
    if token.dep not in _OF_OBJECT or sentence.tokens[token.head].pos != "VERB":
        return None
    below = sentence.children[token.head]
    return next((c for c in below if sentence.tokens[c].dep == "dobj" and c < head), None)


def _words(sentence: Sentence, named: int, head: int) -> Span:
    words = [n for n in sentence.subtree(named) if n < head]
    return Span(sentence.tokens[words[0]].start, sentence.tokens[words[-1]].end)


def _is_subject(sentence: Sentence, token: int) -> bool:
    return sentence.tokens[token].dep in {"nsubj", "nsubjpass"}
