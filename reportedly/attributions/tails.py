"""A saying noun or adjective in its sentence in, the complement right after it out: "that …", "to …", "of …"."""

from __future__ import annotations

from reportedly.attributions.complements import Found, trimmed
from reportedly.attributions.grammar import child
from reportedly.lexicon.saying import Saying
from reportedly.model.text import Sentence

_CLAUSES = frozenset({"relcl", "ccomp", "acl"})
_FAR = 12
"""Words from the beginning of a clause to its verb."""


def tail(sentence: Sentence, number: int, line: Saying, start: int | None = None) -> Found | None:
    """The complement of a word that begins at ``start`` (right after it, if none is given), by the line's words.

    A preposition belongs to the cue (``through``); a conjunction and the "to" of an infinitive to the content.
    """
    at = number + 1 if start is None else start
    if at >= len(sentence.tokens):
        return None
    token = sentence.tokens[at]
    word = token.text.lower()
    if (
        token.head > at
        and token.dep in ("mark", "aux")
        and word in line.joins
        and (token.dep == "mark") == (token.tag != "TO")
    ):
        return _found(sentence, at, token.head, through=None)
    if token.dep in ("prep", "dative") and word in line.preps and token.head <= number:
        return _found(sentence, at + 1, at, through=at)
    bare = child(sentence, number, "ccomp") if start is None else None
    if bare is not None and bare > at == min(sentence.subtree(bare)) and child(sentence, bare, "nsubj") is not None:
        return _found(sentence, at, bare, through=None)
    unmarked = (
        _unmarked(sentence, at) if start is None and line.plural and sentence.tokens[number].tag == "NNS" else None
    )
    return None if unmarked is None else _found(sentence, at, unmarked, through=None)


def _unmarked(sentence: Sentence, at: int) -> int | None:
    """The verb of a whole clause that follows without its "that" ("reports nine people had died"): one that lacks its
    object is about the noun ("reports the army had received")."""
    for verb in range(at + 1, min(at + _FAR, len(sentence.tokens))):
        if sentence.tokens[verb].dep not in _CLAUSES or min(sentence.subtree(verb)) != at:
            continue
        who = child(sentence, verb, "nsubj", "nsubjpass")
        passive = child(sentence, verb, "nsubjpass", "dobj") is not None
        return verb if who is not None and (passive or child(sentence, who, "nummod") is not None) else None
    return None


def _found(sentence: Sentence, first: int, head: int, *, through: int | None) -> Found | None:
    """The unbroken words under a head from ``first`` on."""
    under = set(sentence.subtree(head))
    last = first
    while last + 1 in under:
        last += 1
    found = trimmed(sentence, first, last) if first in under else None
    return None if found is None else Found(spans=(found,), through=through)
