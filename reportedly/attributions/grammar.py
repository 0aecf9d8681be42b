"""A parsed sentence in, its subjects, complements and phrases out: the questions that patterns ask of a parse."""

from __future__ import annotations

from collections.abc import Iterable

from reportedly.model.text import Sentence, Span

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ", "X"})
_SHARES = frozenset({"conj", "xcomp", "advcl", "pcomp", "prep", "acomp", "dobj", "attr", "acl", "aux"})
"""Relations through which a verb without a subject of its own shares that of the word above it."""
_MARKS = frozenset({"”", '"', "''", "“", "``", "—", ";", ":"})
_CLAUSES = frozenset({"ccomp", "parataxis", "advcl"})
_RELATIVE = frozenset({"WP", "WDT", "WP$"})


def child(sentence: Sentence, number: int, *deps: str) -> int | None:
    """The first child with one of the relations."""
    for c in sentence.children[number]:
        if sentence.tokens[c].dep in deps:
            return c
    return None


def has_child(sentence: Sentence, number: int, *deps: str) -> bool:
    return child(sentence, number, *deps) is not None


def subject(sentence: Sentence, number: int) -> int | None:
    """The token that heads a verb's subject: its own, or that of the verb whose subject it shares."""
    tokens = sentence.tokens
    for _ in range(6):
        own = child(sentence, number, "nsubj", "nsubjpass")
        if own is not None:
            return own
        token = tokens[number]
        if token.head == number:
            return None
        if token.dep in ("acl", "relcl") and tokens[token.head].pos in _NOMINAL and token.tag != "VB":
            return token.head
        if token.dep not in _SHARES:
            return None
        number = token.head
    return None


def antecedent(sentence: Sentence, number: int) -> int:
    """For "who" and "which", the noun they stand for; any other token stands for itself."""
    token = sentence.tokens[number]
    if token.tag not in _RELATIVE:
        return number
    for above in sentence.ancestors(number)[:3]:
        if sentence.tokens[above].dep == "relcl":
            return sentence.tokens[above].head
    return number


def left_edge(sentence: Sentence, number: int) -> int:
    """The first token of a subtree."""
    return min(sentence.subtree(number))


def noun_phrase(
    sentence: Sentence, number: int, *, within: Iterable[int] = (), clauses: bool = True
) -> tuple[int, int]:
    """First and last token of a noun phrase, with its appositions and, if ``clauses``, its relative clauses.

    Stops before any token of ``within`` (the cue).
    """
    tokens = sentence.tokens
    barred = set(within)
    cut = _CLAUSES if clauses else _CLAUSES | {"relcl", "acl"}
    members = {number}
    waiting = [number]
    while waiting:
        here = waiting.pop()
        for c in sentence.children[here]:
            if c in barred or tokens[c].dep in cut or _apart(sentence, c):
                continue
            if barred and not barred.isdisjoint(sentence.subtree(c)):
                continue
            members.add(c)
            waiting.append(c)
    first, last = _run(members, number)
    while (
        last > number
        and tokens[last].pos in ("PUNCT", "CCONJ", "ADP")
        and tokens[last].text not in (")", "]", "”", '"')
    ):
        last -= 1
    while first < number and tokens[first].pos in ("PUNCT", "CCONJ") and tokens[first].text not in ("(", "“", '"'):
        first += 1
    return first, last


def _apart(sentence: Sentence, number: int) -> bool:
    """Whether a child only seems to hang on a noun: a quotation mark far off, or a saying in between."""
    token = sentence.tokens[number]
    if token.dep != "punct" or token.text not in _MARKS:
        return False
    return number > token.head or min(sentence.children[token.head]) == number


def _run(members: set[int], number: int) -> tuple[int, int]:
    """The unbroken run of members around a token."""
    first = last = number
    while first - 1 in members:
        first -= 1
    while last + 1 in members:
        last += 1
    return first, last


def span(sentence: Sentence, first: int, last: int) -> Span:
    """From the first to the last token, both included."""
    return Span(sentence.tokens[first].start, sentence.tokens[last].end)


def lemma(sentence: Sentence, number: int) -> str:
    """The base form in small letters."""
    return sentence.tokens[number].lemma.lower()


def acronym(sentence: Sentence, number: int) -> bool:
    """A name in capitals that the parser may take for a verb ("IS said")."""
    token = sentence.tokens[number]
    named = number >= 0 and token.pos == "AUX" and len(token.text) > 1 and token.text.isupper()
    return named and not sentence.text.isupper()
