"""A noun for people in the plural in, the names right behind it counted out: "the soldiers OMAR LIND AND PETR KOL"."""

from __future__ import annotations

from reportedly.lexicon.counting import Kind
from reportedly.readings.how_many_scene import Phrase, Scene

_PLURAL = frozenset({"NNS", "NNPS"})
_NO_PERSON = frozenset({"DATE", "TIME", "GPE", "LOC", "FAC", "NORP"})
_MOST = 10
"""Names in one row."""


def titled(scene: Scene, head: int) -> Phrase | None:
    """The row of names with the noun before them, where the token is that noun or stands in one of the names."""
    tokens, noun = scene.sentence.tokens, head
    while noun >= 0 and tokens[noun].tag not in _PLURAL and _in_row(scene, noun):
        noun -= 1
    if noun < 0 or scene.lower[noun] not in scene.fates.plural_persons or noun in scene.numbered:
        return None
    names, stop = _names(scene, noun + 1)
    if names < 2 or head >= stop:
        return None
    first = noun - 1 if noun and tokens[noun - 1].pos == "DET" else noun
    rules = (scene.counting.addresses[Kind.NAMED],)
    return Phrase(first=first, stop=stop, noun=noun, low=names, best=names, high=names, rules=rules)


def _names(scene: Scene, at: int) -> tuple[int, int]:
    """How many names stand there in a row that ends in an "and", and where it ends; none where one of them is no
    person's."""
    tokens, stop, found, ended, sure = scene.sentence.tokens, at, 0, False, False
    while found < _MOST and not ended:
        first = at
        while at < len(tokens) and tokens[at].pos == "PROPN" and tokens[at].entity not in _NO_PERSON:
            sure = sure or tokens[at].entity == "PERSON"
            at += 1
        if at == first:
            return 0, stop
        found, stop = found + 1, at
        ended = found > 1 and scene.has(Kind.LIST, first - 1)
        at = _past_join(scene, at)
    return (found, stop) if ended and sure else (0, stop)


def _past_join(scene: Scene, at: int) -> int:
    """The token behind a comma, an "and" or both."""
    at += 1 if at < len(scene.lower) and scene.lower[at] == "," else 0
    return at + 1 if scene.has(Kind.LIST, at) else at


def _in_row(scene: Scene, token: int) -> bool:
    """Whether the token can stand within such a row."""
    here = scene.sentence.tokens[token]
    return here.pos == "PROPN" or here.text == "," or scene.has(Kind.LIST, token)
