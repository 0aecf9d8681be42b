"""People described and the words behind them in, the party that they are said to belong to out: "men from the Front".

"Gunmen thought to be members of the Front", "youths who identified themselves as militants of the Front", "terrorists
belonging to the Front": the words between the people and the name say that they are the party's. Whether that is sure
or only thought is the business of blame and of hedges.
"""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.lexicon.actor_words import ActorWords
from reportedly.lexicon.actors import Actor, ActorKind
from reportedly.lexicon.roles import Noun
from reportedly.model.text import Sentence
from reportedly.model.words import Role
from reportedly.readings.who_named import Named

LONGEST = 14
"""Words between the people and the name."""

_BODIES = frozenset(
    {ActorKind.ARMED_GROUP, ActorKind.MILITIA, ActorKind.MILITARY, ActorKind.POLICE, ActorKind.COALITION}
)
_DOERS = frozenset({Role.MILITARY, Role.ARMED_GROUP, None})
_SEVERAL = frozenset({"people", "armed-group", "military"})
_BEFORE_NAME = frozenset({"DET", "ADJ", "NOUN", "PROPN", "PUNCT", "X"})


def linked_party(
    sentence: Sentence, noun: Noun, past: int, named: Sequence[Named], words: ActorWords
) -> tuple[Actor, str] | None:
    """The armed body to which the words behind a phrase for people (its tokens end at ``past``) tie them, and the
    address of the line that does."""
    if noun.kind not in _SEVERAL or noun.role not in _DOERS or past >= len(sentence.tokens):
        return None
    begin = past + (sentence.tokens[past].text == ",")
    link = words.belonging.link([t.text.lower() for t in sentence.tokens[begin : begin + LONGEST]])
    if link is None:
        return None
    start = _members(sentence, begin + link[0], words)
    body = (n for n in named if start <= n.first < past + LONGEST and n.sure and n.rule)
    found = next((n for n in body if n.meaning.actor.kind in _BODIES), None)
    if found is None or any(t.pos not in _BEFORE_NAME for t in sentence.tokens[start : found.first]):
        return None
    return found.meaning.actor, link[1]


def _members(sentence: Sentence, start: int, words: ActorWords) -> int:
    """The token behind "members of", "a guerrilla of", if such words stand at ``start``."""
    tokens = sentence.tokens
    for number in range(start, min(start + 4, len(tokens) - 1)):
        if words.people.noun(tokens, number) and tokens[number + 1].text.lower() in words.belonging.joints:
            return number + 2
    return start
