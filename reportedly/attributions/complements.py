"""A verb in its sentence in, the infinitive, object or prepositional phrase that it takes for what is said out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reportedly.attributions.grammar import child, left_edge, span
from reportedly.lexicon.saying import Frame, Saying
from reportedly.model.text import Sentence, Span
from reportedly.model.words import Stance

STOPS = frozenset({",", ".", ";", ":", "-", "–", "—", "--", "!", "?"})
_WHERE = frozenset({"prep", "npadvmod", "advmod", "advcl"})
_SHORT = 6
"""Words of a listener's phrase that can stand inside a cue."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The said words. ``through`` is the last token of the cue where it reaches past the verb ("called for")."""

    spans: tuple[Span, ...]
    quoted: bool = False
    through: int | None = None
    tells: bool = True


def infinitive(sentence: Sentence, verb: int, line: Saying) -> Found | None:
    """ "vowed to fight", "told residents to leave", and where the line takes whom "urged Korvia to withdraw"."""
    whom = Frame.WHOM in line.frames
    below = child(sentence, verb, "xcomp", "ccomp")
    if below is None or below < verb:
        return None
    words = [n for n in sentence.subtree(below) if n > verb]
    if sentence.tokens[below].tag not in ("VB", "VBG", "VBN") and not any(
        sentence.tokens[n].tag == "TO" for n in words[:4]
    ):
        return None
    first, told = words[0], False
    object_ = child(sentence, verb, "dobj")
    if object_ is not None and verb < object_ < first:
        if not whom and not line.listener:
            return None
        told = not whom
        first = first if told else min(sentence.subtree(object_))
    found = trimmed(sentence, first, words[-1])
    return None if found is None else Found(spans=(*fronted(sentence, verb, below), found), tells=not told)


def fronted(sentence: Sentence, verb: int, below: int) -> tuple[Span, ...]:
    """The relative pronoun before a saying that belongs to what is said ("which the army said was empty")."""
    for above in (verb, below):
        for c in sentence.children[above]:
            token = sentence.tokens[c]
            if c < verb and token.tag in ("WP", "WDT") and token.dep in ("dobj", "nsubj", "nsubjpass", "attr"):
                if above == verb and token.dep != "dobj":
                    continue
                return (token.span,)
    return ()


def prepositional(sentence: Sentence, verb: int, line: Saying) -> Found | None:
    """ "called for a truce", "spoke to reporters about it": the preposition belongs to the cue, and so do listeners.
    Who admits to a deed tells it."""
    start = verb + 1
    for c in sentence.children[verb]:
        token = sentence.tokens[c]
        if c < start or token.dep not in ("prep", "prt", "advmod", "dobj", "dative"):
            continue
        if token.dep == "prep" and c - start <= 1 and token.text.lower() in line.preps and sentence.children[c]:
            words = [n for n in sentence.subtree(c) if n > c]
            after = child(sentence, verb, "xcomp", "ccomp", "advcl")
            if words and after is not None and after > words[-1] and Frame.WHOM in line.frames:
                words = [*words, *(n for n in sentence.subtree(after) if n > words[-1])]
            found = trimmed(sentence, words[0], words[-1]) if words else None
            owned = line.stance is Stance.CONFIRMS and child(sentence, c, "pcomp") is not None
            return None if found is None else Found(spans=(found,), through=c, tells=owned)
        hung = _hung(sentence, c, line)
        if hung is not None:
            found = trimmed(sentence, hung + 1, max(sentence.subtree(hung)))
            return None if found is None else Found(spans=(found,), through=hung, tells=False)
        if token.dep in ("prt", "advmod") or _hears(sentence, c, line):
            start = max(sentence.subtree(c)) + 1
    return None


def _hung(sentence: Sentence, number: int, line: Saying) -> int | None:
    """The preposition that the parse hangs on a listener ("spoke to reporters about the bridge")."""
    token = sentence.tokens[number]
    noun = child(sentence, number, "pobj") if token.text.lower() in line.hearers else None
    inner = None if noun is None else child(sentence, noun, "prep")
    return inner if inner is not None and sentence.tokens[inner].text.lower() in line.preps else None


def _hears(sentence: Sentence, number: int, line: Saying) -> bool:
    """Whether an object or a prepositional phrase is a short one of who is spoken to."""
    token = sentence.tokens[number]
    if len(sentence.subtree(number)) > _SHORT:
        return False
    return line.listener if token.dep in ("dobj", "dative") else token.text.lower() in line.hearers


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
    if not line.duties.isdisjoint(_governed(sentence, verb, object_)):
        return None
    words = set(sentence.subtree(object_))
    last = _figure_end(sentence, max(words), line)
    for c in sentence.children[verb]:
        near = c > verb and left_edge(sentence, c) == last + 1 and _belongs(sentence, c, line)
        if near or _names(sentence, c, last) or _listed(sentence, c, last, line):
            last = max(sentence.subtree(c))
    first = min(n for n in words if n > verb)
    found = trimmed(sentence, first, last)
    return None if found is None else Found(spans=(*fronted(sentence, verb, object_), found))


def _figure_end(sentence: Sentence, last: int, line: Saying) -> int:
    """The last word of the figure behind an object that is one, across what it is of, which the parse may hang on the
    verb ("put the toll FROM THE BLAST ON MONDAY at nine")."""
    tokens = sentence.tokens
    if not line.objects:
        return last
    for n in range(last + 1, len(tokens)):
        if tokens[n].text in STOPS:
            break
        if tokens[n].dep == "prep" and tokens[n].text.lower() in line.after:
            behind = sentence.subtree(n)
            if any(tokens[at].tag == "CD" for at in behind):
                return max(behind)
    return last


def _governed(sentence: Sentence, *heads: int) -> Iterator[str]:
    """The dictionary forms of the nouns behind the prepositions of these words."""
    for head in heads:
        for preposition in sentence.children[head]:
            noun = child(sentence, preposition, "pobj")
            if noun is not None and sentence.tokens[preposition].dep == "prep":
                yield sentence.tokens[noun].lemma.lower()


def _listed(sentence: Sentence, number: int, last: int, line: Saying) -> bool:
    """Whether the rest of a list of deeds, which the parse hangs on the verb, goes on behind its first ("accused the
    army of burning homes, killing six and looting shops")."""
    tokens = sentence.tokens
    if not line.after or number < last + 2 or tokens[number].tag != "VBG" or tokens[last + 1].text != ",":
        return False
    words = sentence.subtree(number)
    first = any(tokens[n].tag == "VBG" for n in range(last, 0, -1) if tokens[n - 1].text.lower() in line.after)
    closed = any(tokens[n].tag == "CC" and tokens[n + 1].tag == "VBG" for n in words if n < words[-1])
    return first and closed and words[0] in (number, last + 2)


def _names(sentence: Sentence, number: int, last: int) -> bool:
    """Whether a complement says what the object is, with nothing but when or where between them ("called the report on
    Friday a lie")."""
    tokens = sentence.tokens
    return tokens[number].dep == "oprd" and number > last and not any(t.text in STOPS for t in tokens[last:number])


def _belongs(sentence: Sentence, number: int, line: Saying) -> bool:
    """Whether a complement after the object is part of what is said; a time or place is not."""
    token = sentence.tokens[number]
    if token.dep in ("oprd", "xcomp", "acomp", "ccomp") or (line.there and token.dep in _WHERE):
        return True
    return token.dep == "prep" and token.text.lower() in line.after


def trimmed(sentence: Sentence, first: int, last: int) -> Span | None:
    """The span without commas and stops at its ends; a comma before a closing quotation mark stays."""
    tokens = sentence.tokens
    while first <= last and tokens[first].text in STOPS:
        first += 1
    while last >= first and (tokens[last].text in STOPS or tokens[last].pos == "CCONJ"):
        last -= 1
    if last < first:
        return None
    return span(sentence, first, last)
