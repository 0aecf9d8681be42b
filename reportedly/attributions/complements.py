"""A verb in its sentence in, the infinitive, object or prepositional phrase that it takes for what is said out."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.attributions.grammar import child, left_edge, span
from reportedly.lexicon.saying import Frame, Saying
from reportedly.model.text import Sentence, Span

STOPS = frozenset({",", ".", ";", ":", "-", "–", "—", "--", "!", "?"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The said words. ``through`` is the last token of the cue where it reaches past the verb ("called for")."""

    spans: tuple[Span, ...]
    quoted: bool = False
    through: int | None = None
    tells: bool = True


def infinitive(sentence: Sentence, verb: int, whom: bool) -> Found | None:
    """ "vowed to fight", and with ``whom`` "urged Korvia to withdraw"."""
    below = child(sentence, verb, "xcomp", "ccomp")
    if below is None or below < verb:
        return None
    words = [n for n in sentence.subtree(below) if n > verb]
    if sentence.tokens[below].tag not in ("VB", "VBG", "VBN") and not any(
        sentence.tokens[n].tag == "TO" for n in words[:4]
    ):
        return None
    first = words[0]
    object_ = child(sentence, verb, "dobj")
    if object_ is not None and verb < object_ < first:
        if not whom:
            return None
        first = min(sentence.subtree(object_))
    found = trimmed(sentence, first, words[-1])
    return None if found is None else Found(spans=(found,))


def prepositional(sentence: Sentence, verb: int, line: Saying) -> Found | None:
    """ "called for a truce": the preposition belongs to the cue."""
    for c in sentence.children[verb]:
        token = sentence.tokens[c]
        if (
            token.dep == "prep"
            and _right_after(sentence, c, verb)
            and token.text.lower() in line.preps
            and sentence.children[c]
        ):
            words = [n for n in sentence.subtree(c) if n > c]
            after = child(sentence, verb, "xcomp", "ccomp", "advcl")
            if words and after is not None and after > words[-1] and Frame.WHOM in line.frames:
                words = [*words, *(n for n in sentence.subtree(after) if n > words[-1])]
            found = trimmed(sentence, words[0], words[-1]) if words else None
            return None if found is None else Found(spans=(found,), through=c, tells=False)
    return None


def _right_after(sentence: Sentence, number: int, verb: int) -> bool:
    """Whether only particles and adverbs stand between a verb and a word."""
    between = sentence.tokens[verb + 1 : number]
    return number > verb and len(between) <= 2 and all(t.dep in ("prt", "advmod") for t in between)


def objective(sentence: Sentence, verb: int, line: Saying) -> Found | None:
    """The object with the complements that belong to it: "accused the army of shelling Zhemun"."""
    object_ = child(sentence, verb, "dobj")
    if object_ is None or object_ < verb:
        below = child(sentence, verb, "xcomp", "ccomp", "oprd")
        if below is None or below < verb:
            return None
        object_ = below
    if line.objects and sentence.tokens[object_].lemma.lower() not in line.objects:
        return None
    words = set(sentence.subtree(object_))
    last = max(words)
    for c in sentence.children[verb]:
        if c > verb and left_edge(sentence, c) == last + 1 and _belongs(sentence, c, line):
            last = max(sentence.subtree(c))
    first = min(n for n in words if n > verb)
    found = trimmed(sentence, first, last)
    return None if found is None else Found(spans=(found,))


def _belongs(sentence: Sentence, number: int, line: Saying) -> bool:
    """Whether a complement after the object is part of what is said; a time or place is not."""
    token = sentence.tokens[number]
    if token.dep in ("oprd", "xcomp", "acomp", "ccomp"):
        return True
    return token.dep == "prep" and token.text.lower() in line.after


def trimmed(sentence: Sentence, first: int, last: int) -> Span | None:
    """The span without commas and stops at its ends; a comma before a closing quotation mark stays."""
    tokens = sentence.tokens
    while first <= last and tokens[first].text in STOPS:
        first += 1
    while last >= first and tokens[last].text in STOPS:
        last -= 1
    if last < first:
        return None
    return span(sentence, first, last)
