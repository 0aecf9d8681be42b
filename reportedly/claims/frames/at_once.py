"""A sentence and the clauses of a frame in, those of two deeds by two doers out: done at once, or one by one."""

from __future__ import annotations

from collections.abc import Set

from reportedly.lexicon.modality import Modality
from reportedly.model.text import Sentence

_NAMING = frozenset({"NOUN", "PROPN", "NUM"})
"""Parts of speech that name somebody: "ONE of its posts was attacked"."""


def at_once(sentence: Sentence, clauses: Set[int], modality: Modality) -> list[int]:
    """The clause heads of two deeds done at once, or one after the other, by two doers: "the army shelled Dolvi as
    rebels attacked Kolm", "killed ten rebels after its post was attacked by the MLF"."""
    below = [c for c in clauses if sentence.tokens[c].dep == "advcl" and _whole(sentence, c)]
    own = [c for c in clauses if _whole(sentence, c, named=_NAMING | {"PRON"})]
    below = [c for c in below if _first_joined(sentence, c) in own]
    joints = modality.meanwhile | modality.after
    beside = [c for c in below if any(sentence.tokens[n].text.lower() in joints for n in sentence.children[c])]
    return sorted({n for c in beside for n in (c, _first_joined(sentence, c))})


def _first_joined(sentence: Sentence, clause: int) -> int:
    """The verb that a clause hangs on, or the first of those joined to it ("KILLS a guard, wounds two as rebels
    flee")."""
    above = sentence.tokens[clause].head
    while sentence.tokens[above].dep == "conj" and sentence.tokens[above].head < above:
        above = sentence.tokens[above].head
    return above


def _whole(sentence: Sentence, clause: int, named: Set[str] = _NAMING) -> bool:
    """Whether a clause says, with words of the parts of speech that name somebody, who did something and to whom."""
    below = sentence.children[clause]
    sides = {sentence.tokens[c].dep for c in below if sentence.tokens[c].pos in named}
    deps = {sentence.tokens[c].dep for c in below}
    return sides >= {"nsubj", "dobj"} or ("nsubjpass" in sides and "agent" in deps)
