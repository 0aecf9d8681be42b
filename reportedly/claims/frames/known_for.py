"""A sentence and a happening word in it in, the noun by which the word only says what a place is known for out: "an air
strike on Dolvi, the site of a chemical attack in April" tells of two happenings, each with a day of its own."""

from __future__ import annotations

from reportedly.lexicon.modality import Modality
from reportedly.model.text import Sentence

_BESIDE = frozenset({"appos", "npadvmod", "conj", "nmod"})
"""Links of what is added to a name, by a comma or, as some parses have it, without one."""


def known_for(sentence: Sentence, token: int, modality: Modality) -> int | None:
    """The number of the "site" or "scene" set beside a name, whose "of" leads to a token; ``None`` where there is
    none."""
    for above in sentence.ancestors(token):
        noun = sentence.tokens[above]
        if above < token and noun.lemma.lower() in modality.scenes and noun.dep in _BESIDE:
            return above if _of(sentence, above, token, modality) else None
    return None


def _of(sentence: Sentence, noun: int, token: int, modality: Modality) -> bool:
    """Whether the noun's first "of" governs the token."""
    return any(
        sentence.tokens[c].text.lower() in modality.partitive and token in sentence.subtree(c)
        for c in sentence.children[noun]
    )
