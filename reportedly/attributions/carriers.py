"""A sentence and words of passing on in, the media that carried a saying and the authors of what tells out.

"The governor said in remarks translated by VELTA": VELTA. "A video released by the MLF showed": the MLF.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.attributions.drafts import Draft
from reportedly.attributions.grammar import child
from reportedly.attributions.nominal import Phrase
from reportedly.lexicon.passing import Hands, Passing
from reportedly.model.text import Sentence

_AGENT = frozenset({"agent", "prep"})
_PARTICIPLES = frozenset({"VBN", "VBG"})


def carriers(sentence: Sentence, draft: Draft, passing: Passing) -> Iterator[int]:
    """The heads of the media that a participle beside the cue, or in the teller's phrase, names.

    Participles inside what is told are somebody else's matter, unless a word of passing on opens them ("as carried by
    VELTA").
    """
    for number, token in enumerate(sentence.tokens):
        hands = passing.heard if token.tag == "VBG" else passing.before
        if token.tag not in _PARTICIPLES or token.lemma.lower() not in hands.verbs or number == draft.head:
            continue
        opened = number > 0 and sentence.tokens[number - 1].text.lower() in hands.joins
        if not opened and (_told(sentence, draft, number) or not _beside(sentence, draft, number)):
            continue
        medium = _behind(sentence, number, hands)
        if medium is not None:
            yield medium


def author(phrase: Phrase, hands: Hands) -> int | None:
    """The head of whoever made the document of a phrase: "a letter from the governor", "the governor's letter"."""
    sentence, head = phrase.sentence, phrase.head
    for c in sentence.children[head]:
        token = sentence.tokens[c]
        if token.dep == "poss" and token.pos in ("NOUN", "PROPN"):
            return c
        if token.dep in _AGENT and token.text.lower() in hands.preps:
            return child(sentence, c, "pobj")
        if token.dep == "acl" and token.lemma.lower() in hands.verbs:
            return _behind(sentence, c, hands)
    return None


def _behind(sentence: Sentence, verb: int, hands: Hands) -> int | None:
    """Whom a participle's preposition names."""
    preps = hands.verbs[sentence.tokens[verb].lemma.lower()]
    for c in sentence.children[verb]:
        if sentence.tokens[c].dep in _AGENT and sentence.tokens[c].text.lower() in preps:
            return child(sentence, c, "pobj")
    return None


def _told(sentence: Sentence, draft: Draft, number: int) -> bool:
    span = sentence.tokens[number].span
    return any(piece.covers(span) for piece in draft.content)


def _beside(sentence: Sentence, draft: Draft, number: int) -> bool:
    """Whether the participle hangs, however far down, on the cue or on the teller."""
    above = sentence.ancestors(number)
    return draft.head in above or (draft.speaker is not None and draft.speaker in above)
