"""A match and its parsed sentence in, the tokens at and around it out: what the checks look at."""

from __future__ import annotations

from reportedly.mentions.times_found import Found
from reportedly.model.text import Sentence, Token

NOUNS = frozenset({"NOUN", "PROPN"})
PLURALS = frozenset({"NNS", "NNPS"})


def token_at(sentence: Sentence, offset: int) -> Token | None:
    """The token that holds an offset."""
    number = sentence.at(offset)
    return sentence.tokens[number] if number is not None else None


def last_token(found: Found, sentence: Sentence) -> Token | None:
    """The token of the match's last word."""
    return token_at(sentence, found.words[-1].start)


def next_token(found: Found, sentence: Sentence) -> Token | None:
    """The token behind the match."""
    number = sentence.at(found.words[-1].start)
    if number is None or number + 1 >= len(sentence.tokens):
        return None
    return sentence.tokens[number + 1]


def governor(found: Found, sentence: Sentence) -> Token | None:
    """The token that governs the match's last word."""
    token = last_token(found, sentence)
    return sentence.tokens[token.head] if token is not None else None


def counts_noun(found: Found, sentence: Sentence) -> bool:
    """Whether the match's last word numbers a plural noun behind it ("1998 men")."""
    token, head = last_token(found, sentence), governor(found, sentence)
    following = next_token(found, sentence)
    if token is None or head is None or (following is not None and following.tag == "CD"):
        return False
    return token.dep == "nummod" and head.start > token.start and head.tag in PLURALS


def opens_sentence(found: Found, sentence: Sentence) -> bool:
    """Whether the match begins with the first word of the sentence, marks aside."""
    first = next((t.start for t in sentence.tokens if t.text[0].isalnum()), found.start)
    return first == found.start
