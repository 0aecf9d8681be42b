"""A saying verb in its sentence in, the words that are said out: before, after or around the verb and its subject."""

from __future__ import annotations

from dataclasses import replace

from reportedly.attributions.complements import STOPS, Found, fronted, infinitive, objective, prepositional, trimmed
from reportedly.attributions.grammar import child, span
from reportedly.attributions.speakers import Speaker
from reportedly.lexicon.saying import Frame, Saying
from reportedly.model.text import Sentence, Span

OPENING = frozenset({'"', "“", "``", "''", "‘", "„", "«"})
MARKS = frozenset({'"', "“", "”", "``", "''", "‘", "’", "„", "«", "»", "'"})
_ADVERBIAL = frozenset(
    {
        "npadvmod",
        "advmod",
        "prep",
        "dative",
        "dobj",
        "iobj",
        "punct",
        "advcl",
        "prt",
        "tmod",
        "pobj",
        "cc",
        "oprd",
        "agent",
    }
)
_RELATIVE = frozenset({"WP", "WDT"})
_BREAKS = frozenset({",", "-", "–", "—", "--"})
_CLOSED = frozenset({".", ":", "!", "?", ";", ",", "-", "–", "—", "--"})
"""Marks after which a quote can begin a sentence of its own."""


def content_of(sentence: Sentence, verb: int, line: Saying, who: Speaker | None) -> Found | None:
    """What the verb's sentence says is said, by the first frame of the line that fits; nothing if none does."""
    if Frame.CLAUSE in line.frames or Frame.QUOTE in line.frames:
        found = _clause(sentence, verb, who, line)
        if found is not None and (found.quoted or Frame.CLAUSE in line.frames):
            return found
    if line.preps:
        found = prepositional(sentence, verb, line)
        if found is not None:
            return found
    if Frame.WHOM in line.frames or Frame.INFINITIVE in line.frames:
        found = infinitive(sentence, verb, line)
        if found is not None:
            return found
    if Frame.OBJECT in line.frames:
        return objective(sentence, verb, line)
    return None


def preposed(sentence: Sentence, verb: int, who: Speaker | None, line: Saying) -> Found | None:
    """All that stands before verb and subject."""
    first, last = _group(sentence, verb, who)
    return _before(sentence, verb, first, last, [], line) if first >= 3 else None


def _clause(sentence: Sentence, verb: int, who: Speaker | None, line: Saying) -> Found | None:
    below = [c for c in sentence.children[verb] if sentence.tokens[c].dep == "ccomp"]
    inverted = who is not None and who.first == verb + 1 and verb > 2
    after = [c for c in below if c > verb and not (inverted and sentence.tokens[c].tag == "VBG")]
    if after and not (inverted and [c for c in below if c < verb]):
        found = _after(sentence, verb, after[0], who)
        front = _cut_off(sentence, verb, who, found)
        return found if front is None else replace(found, spans=(front, *found.spans))
    borrowed = _borrowed(sentence, verb) or _joined(sentence, verb, line) or _veiled(sentence, verb)
    if borrowed is None and line.listener:
        borrowed = _of_listener(sentence, verb)
    if borrowed is not None:
        return _after(sentence, verb, borrowed, who)
    first, last = _group(sentence, verb, who)
    before = [c for c in below if c < verb]
    if before or sentence.tokens[verb].dep in ("parataxis",):
        return _before(sentence, verb, first, last, before, line)
    return _afterthought(sentence, verb, first, last, who, line)


def _borrowed(sentence: Sentence, verb: int) -> int | None:
    """ "said in a statement that K": the clause that the parse hangs on the noun."""
    for c in sentence.children[verb]:
        noun = child(sentence, c, "pobj") if c > verb and sentence.tokens[c].dep == "prep" else None
        clause = None if noun is None else child(sentence, noun, "acl", "ccomp", "relcl")
        if clause is not None and _reported(sentence, clause):
            return clause
    return None


def _of_listener(sentence: Sentence, verb: int) -> int | None:
    """ "told a Northwire reporter that K": the clause that the parse hangs on the listener."""
    noun = child(sentence, verb, "dobj", "dative", "iobj")
    clause = None if noun is None or noun < verb else child(sentence, noun, "relcl", "acl", "ccomp")
    return clause if clause is not None and _reported(sentence, clause) else None


def _joined(sentence: Sentence, verb: int, line: Saying) -> int | None:
    """ "asked the mayor whether K": the clause behind one of the line's conjunctions, whatever the parse calls it."""
    for c in sentence.children[verb]:
        mark = child(sentence, c, "mark") if c > verb and sentence.tokens[c].dep in ("advcl", "xcomp") else None
        if mark is not None and mark > verb and sentence.tokens[mark].text.lower() in line.joins:
            return c
    return None


def _veiled(sentence: Sentence, verb: int) -> int | None:
    """ "said a strike on the market killed eight": the clause that the parse takes for an object and a participle
    behind it. A participle with an object of its own is a verb, and so is one of a number ("says 18 men killed")."""
    noun = child(sentence, verb, "dobj")
    inner = None if noun is None or noun < verb else _participle(sentence, noun)
    if noun is None or inner is None or sentence.tokens[inner].tag not in ("VBN", "VBD"):
        return None
    counted = sentence.tokens[noun].pos == "NUM" or child(sentence, noun, "nummod") is not None
    return noun if counted or child(sentence, inner, "dobj") is not None else None


def _participle(sentence: Sentence, noun: int) -> int | None:
    """The participle behind a noun, or behind those of whom it is a number ("18 of its soldiers killed in a raid")."""
    own = child(sentence, noun, "acl")
    prep = child(sentence, noun, "prep") if own is None else None
    counted = None if prep is None else child(sentence, prep, "pobj")
    return own if counted is None else child(sentence, counted, "acl")


def _reported(sentence: Sentence, clause: int) -> bool:
    """Whether a clause begins with a conjunction and has a subject of its own."""
    if child(sentence, clause, "mark") is not None:
        return True
    first = sentence.tokens[min(sentence.subtree(clause))]
    return first.dep == "advmod" and first.pos in ("PRON", "SCONJ") and child(sentence, clause, "nsubj") is not None


def _after(sentence: Sentence, verb: int, clause: int, who: Speaker | None) -> Found:
    """The clause after the verb, from its "that" to its end."""
    behind = verb if who is None or not verb < who.head < clause else who.last
    words = [n for n in sentence.subtree(clause) if n > behind]
    first, last = words[0], _listed(sentence, verb, words[-1])
    mark = child(sentence, clause, "mark")
    if mark is not None and first < mark < clause:
        first = mark
    tokens = sentence.tokens
    if first - 1 > verb and tokens[first - 1].text in OPENING:
        first -= 1
    while first < last and tokens[first].text in STOPS:
        first += 1
    while last > first and tokens[last].text in STOPS:
        last -= 1
    if last + 1 < len(tokens) and tokens[last + 1].text in MARKS:
        last += 1
    quoted = tokens[first].text in OPENING
    return Found(spans=(*fronted(sentence, verb, clause), span(sentence, first, last)), quoted=quoted)


def _listed(sentence: Sentence, verb: int, last: int) -> int:
    """The end of the last of several clauses that are said one after the other ("said nine had died, a bridge had
    been hit and …"), where the parse hangs each on the verb."""
    for c in sentence.children[verb]:
        if not last + 1 < c or sentence.tokens[c].dep != "ccomp" or sentence.tokens[last + 1].text != ",":
            continue
        if min(sentence.subtree(c)) <= last + 2 and child(sentence, c, "nsubj", "nsubjpass") is not None:
            last = max(sentence.subtree(c))
    return last


def _cut_off(sentence: Sentence, verb: int, who: Speaker | None, found: Found) -> Span | None:
    """The beginning of what is said, where the saying is put into it: "In Marn, the mayor said, nine died", and
    the first of two pieces of a quote."""
    tokens = sentence.tokens
    first, last = _group(sentence, verb, who)
    if tokens[verb].head != verb or first < 2 or found.spans[0].start < tokens[last].end:
        return None
    if tokens[first - 1].text in MARKS:
        inserted = found.quoted and tokens[first - 2].text in _BREAKS
    else:
        inserted = not found.quoted and tokens[first - 1].text == "," and tokens[last + 1].text == ","
        inserted = inserted and not any(t.text in MARKS for t in tokens[: first - 1])
    return trimmed(sentence, _quote_start(sentence, first - 1, 0), first - 1) if inserted else None


def _before(sentence: Sentence, verb: int, first: int, last: int, below: list[int], line: Saying) -> Found | None:
    """The words before verb and subject, and those after them that go on with the same clause."""
    start = _quote_start(sentence, first - 1, _start(sentence, verb, below))
    front = trimmed(sentence, start, first - 1)
    if front is None:
        return None
    if line.things and sentence.tokens[first - 1].pos != "PUNCT":
        return None
    spans = [front]
    rest = {n for c in below for n in sentence.subtree(c)} if below else set(range(last + 1, len(sentence.tokens)))
    behind = [n for n in sorted(rest) if n > last]
    quoted = _ends_quoted(sentence, front)
    if behind and _goes_on(sentence, behind[0], quoted):
        more = trimmed(sentence, behind[0], behind[-1])
        if more is not None:
            spans.append(more)
    return Found(spans=tuple(spans), quoted=quoted)


def _goes_on(sentence: Sentence, number: int, quoted: bool) -> bool:
    """Whether the clause before a saying goes on after it: with a new quotation mark, or after a comma."""
    tokens = sentence.tokens
    if tokens[number].text in OPENING:
        return True
    if number + 1 < len(tokens) and tokens[number].text == "," and tokens[number + 1].text in OPENING:
        return True
    return not quoted and (tokens[number].text == "," or tokens[number - 1].text == ",")


def _afterthought(
    sentence: Sentence, verb: int, first: int, last: int, who: Speaker | None, line: Saying
) -> Found | None:
    """ "…, a monitor said." where the parse has lost the clause: all before, if nothing but adverbs comes after."""
    if who is None or first < 3 or sentence.tokens[verb].tag not in ("VBD", "VBZ", "VBP", "VBN"):
        return None
    if child(sentence, verb, "mark") is not None and child(sentence, verb, "xcomp") is not None:
        return None  # "…, as the army reported hitting a depot"
    if sentence.tokens[who.head].tag in _RELATIVE:
        return None  # "a man who told the guards of it"
    after = [n for n in range(last + 1, len(sentence.tokens)) if sentence.tokens[n].pos != "PUNCT"]
    loose = all(_adverbial(sentence, n, verb) for n in after)
    object_ = child(sentence, verb, "dobj")
    if not loose or (object_ is not None and not line.listener and object_ != who.head):
        return None
    if not any(t.pos in ("VERB", "AUX") for t in sentence.tokens[:first]):
        return None
    front = trimmed(sentence, 0, first - 1)
    return None if front is None else Found(spans=(front,), quoted=_ends_quoted(sentence, front))


def _adverbial(sentence: Sentence, number: int, verb: int) -> bool:
    """Whether a token hangs on the verb as a time, a place or a manner."""
    while sentence.tokens[number].head != number:
        token = sentence.tokens[number]
        if token.head == verb:
            return token.dep in _ADVERBIAL or token.tag == "VBG"
        number = token.head
    return False


def _group(sentence: Sentence, verb: int, who: Speaker | None) -> tuple[int, int]:
    """First and last token of verb, auxiliaries and subject together."""
    tokens = sentence.tokens
    first = last = verb
    while first > 0 and tokens[first - 1].head == verb and tokens[first - 1].dep in ("aux", "neg", "advmod", "auxpass"):
        first -= 1
    if who is not None:
        if who.last < first and first - who.last <= 3:
            first = who.first
        elif who.first > last and who.first - last <= 3:
            last = who.last
    return first, last


def _start(sentence: Sentence, verb: int, below: list[int]) -> int:
    """Where words said before the verb begin: with the sentence, or with the clause if the verb stands deeper."""
    token = sentence.tokens[verb]
    if token.head == verb or token.dep in ("parataxis",) or not below:
        return 0
    return min(sentence.subtree(below[0])) if token.dep in ("relcl", "advcl") else 0


def _quote_start(sentence: Sentence, last: int, start: int) -> int:
    """Where a quote that ends at ``last`` opens, if a sentence of its own begins there; else ``start``."""
    tokens = sentence.tokens
    while last > start and tokens[last].text in STOPS:
        last -= 1
    if last < 0 or tokens[last].text not in MARKS:
        return start
    for n in range(last - 1, start, -1):
        if tokens[n].text in OPENING or tokens[n].text in MARKS:
            return n if tokens[n - 1].text in _CLOSED and tokens[n + 1].text[:1].isupper() else start
    return start


def _ends_quoted(sentence: Sentence, front: Span) -> bool:
    return sentence.text[front.end - sentence.span.start - 1] in MARKS
