"""A person's name in, where the title before it begins out: "Deputy Secretary of State …", "Minister for Roads, …"."""

from __future__ import annotations

from reportedly.lexicon.roles import People
from reportedly.mentions.actors import PERSON, Entity
from reportedly.model.text import Sentence, Token

LONGEST = 9
"""Words before a name in which its title is looked for."""

_NAMED = frozenset({"PROPN", "NOUN", "ADJ"})
_LINKS = frozenset({"ADP", "DET", "CCONJ", "PART"})
_SEPARATORS = frozenset({","})


def title_of(sentence: Sentence, entity: Entity, people: People) -> int:
    """The token with which the person's title begins; the name's own first token if it has none.

    A title of several words is written with capitals and joined by "of", "for", "the"; it begins with a noun for
    people ("Minister") and the capitalised words before it.
    """
    tokens, best = sentence.tokens, entity.title
    for number in range(best - 1, max(-1, best - LONGEST - 1), -1):
        token = tokens[number]
        if token.entity == PERSON:
            break
        if _capital(token):
            if people.noun(tokens, number):
                best = _whole(tokens, number)
        elif token.pos not in _LINKS and token.text not in _SEPARATORS:
            break
    return best


def _whole(tokens: tuple[Token, ...], number: int) -> int:
    """The first of the capitalised words right before a title's noun ("Deputy Secretary")."""
    while number > 0 and _capital(tokens[number - 1]):
        number -= 1
    return number


def _capital(token: Token) -> bool:
    return token.text[0].isupper() and token.pos in _NAMED
