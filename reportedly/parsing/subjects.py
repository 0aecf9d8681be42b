"""The tokens of a parsed sentence in, the same with nouns joined to where they belong out.

"Karsk blamed Korvia for the raid and Korvia denied it": the parser joins the second "Korvia" to "the raid", and the one
who denies seems to be Karsk. A noun between "and" and a verb in a finite form that has no other subject is its subject.
"Two men from the Front and three men from the Guard": the parser joins the three to the Front. What is built like the
phrase before it, number, noun and preposition, is joined to that.
"""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.model.text import Token

_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_NAMES = frozenset({"NOUN", "PROPN", "PRON"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
_JOINED, _AND, _SUBJECT = "conj", "cc", "nsubj"
_PREP, _OBJECT, _NUMBER, _PLURAL = "prep", "pobj", "nummod", "NNS"
_INNER = frozenset({"compound", "det", "amod", "poss", "nummod"})


def given_back(tokens: Sequence[Token]) -> list[Token]:
    """The tokens, each such noun hung on its verb or on the phrase that it is built like."""
    found = list(tokens)
    for noun in range(3, len(found)):
        first = _built_alike(found, noun)
        if first is not None:
            found[noun] = found[noun]._replace(head=first)
            found[first + 1] = found[first + 1]._replace(head=first)
    for verb in range(3, len(found)):
        token = found[verb]
        if token.tag not in _FINITE or token.dep != _JOINED or token.head >= verb - 1 or not _lost(found, verb):
            continue
        found[verb - 1] = found[verb - 1]._replace(dep=_SUBJECT, head=verb)
    return found


def _lost(tokens: Sequence[Token], verb: int) -> bool:
    """Whether the noun right before a joined verb follows "and", is joined to a noun behind the first verb, and the
    verb has no subject."""
    noun = tokens[verb - 1]
    if noun.dep != _JOINED or noun.pos not in _NAMES or not tokens[verb].head < noun.head < verb - 1:
        return False
    first = verb - 1
    while first and tokens[first - 1].head == verb - 1 and tokens[first - 1].dep in _INNER:
        first -= 1
    if not first or tokens[first - 1].dep != _AND:
        return False
    return not any(t.head == verb and t.dep in _SUBJECTS for t in tokens[:verb])


def _built_alike(tokens: Sequence[Token], noun: int) -> int | None:
    """The noun with a number before it and a preposition behind it, inside which a noun with both was joined."""
    token = tokens[noun]
    if token.dep != _JOINED or token.tag != _PLURAL or not _numbered(tokens, noun):
        return None
    at = tokens[token.head].head
    preposition, first = tokens[at], at - 1  # the parser may hang the preposition on the verb
    if tokens[token.head].dep != _OBJECT or preposition.dep != _PREP or _numbered(tokens, token.head):
        return None
    same = noun + 1 < len(tokens) and tokens[noun + 1].dep == _PREP and tokens[noun + 1].text == preposition.text
    alike = first >= 0 and tokens[first].tag == _PLURAL and _numbered(tokens, first)
    hangs = preposition.head in (first, tokens[first].head)
    return first if same and alike and hangs and tokens[noun + 1].head == noun else None


def _numbered(tokens: Sequence[Token], noun: int) -> bool:
    return any(t.dep == _NUMBER and t.head == noun for t in tokens[max(0, noun - 4) : noun])
