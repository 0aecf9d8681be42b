"""A frame and the token numbers of those at its words in, those who have no part in the deed out.

Grammar joins more people to a deed than had a hand in it: whose party somebody's is ("a member of the party of
President Tessen was killed"), what office a named person holds ("Tessen, the general secretary of the party, is accused
of …"), the force of the blast, the perpetrators of the attack, the nation in which there was violence.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from reportedly.claims.frames.frames import Frame
from reportedly.lexicon.happenings import Happenings
from reportedly.lexicon.modality import Modality
from reportedly.model.reading import Who
from reportedly.model.text import Sentence

_PERSON = "person"
_GROUPS = frozenset({"armed-group", "militia"})
_FIGHTING = frozenset({"armed-group", "militia", "military", "police", "coalition"})
_STEPS = 3
"""Words between somebody and the "from" above ("from a camp of refugees"), at most."""
_NATIONS = "en/demonyms/"
_SEVERAL = frozenset({"NNS", "NNPS"})
"""Tags of more than one: "Tessen, two lieutenants and five men" is a list of people and not what Tessen is."""
_NOUNS = frozenset({"NOUN", "PROPN"})
_PART = "compound"
_BEFORE = frozenset({"amod", "compound", "nmod"})


def bystanders(
    frame: Frame, numbers: Iterable[int], seats: Mapping[int, Who], modality: Modality, lexicon: Happenings
) -> set[int]:
    """Those of some token numbers whose actors (``seats``) neither did nor bore what the frame tells."""
    sentence = frame.sentence
    deeds = {t.mention.token for t in frame.triggers}
    named = {n for t in frame.triggers for n in sentence.inside(t.mention.span)}
    shared = {t.mention.token for t in frame.triggers if t.mention.rule in lexicon.unowned}
    heads = {n: _head(n, seats[n]) for n in numbers if n in seats}
    return {
        n
        for n, head in heads.items()
        if _only_owner(sentence, head, seats[n], seats, modality)
        or _beside_name(sentence, head, seats[n], seats, modality)
        or _of_deed(sentence, head, seats[n], deeds, modality)
        or _whence(sentence, head, seats[n], deeds, modality)
        or _settlement(sentence, head, seats[n], modality, lexicon)
        or _thing_meant(sentence, head, seats[n], deeds)
        or (seats[n].rule.startswith(_NATIONS) and _only_where(sentence, head, named, shared))
    }


def _head(number: int, who: Who) -> int:
    return number if who.head is None else who.head


def _only_owner(sentence: Sentence, number: int, who: Who, seats: Mapping[int, Who], modality: Modality) -> bool:
    """Whether a person is only whose the people told of are, behind their "of"."""
    token = sentence.tokens[number]
    if who.kind != _PERSON or token.dep != "pobj":
        return False
    preposition = sentence.tokens[token.head]
    above = seats.get(preposition.head)
    return preposition.text.lower() in modality.whole and above is not None and above is not who


def _beside_name(sentence: Sentence, number: int, who: Who, seats: Mapping[int, Who], modality: Modality) -> bool:
    """Whether the words stand beside a person's name and say what that person is, or of what body: the person is named
    already, and officials do much that is not their body's. An armed group stays."""
    if who.kind in _GROUPS or sentence.tokens[number].tag in _SEVERAL:
        return False
    for here in (number, *sentence.ancestors(number)):
        token = sentence.tokens[here]
        if token.dep == "appos":
            named = seats.get(token.head)
            return named is not None and named.kind == _PERSON and named is not who
        if token.dep != "conj" and not _behind_of(sentence, here, modality):
            return False
    return False


def _behind_of(sentence: Sentence, number: int, modality: Modality) -> bool:
    """Whether a word stands behind "of", or is that "of"."""
    token = sentence.tokens[number]
    return token.text.lower() in modality.whole or (
        token.dep == "pobj" and sentence.tokens[token.head].text.lower() in modality.whole
    )


def _of_deed(sentence: Sentence, number: int, who: Who, deeds: set[int], modality: Modality) -> bool:
    """Whether words only describe somebody by the deed itself ("the perpetrators of the attack"), or name its strength
    ("the force of the blast")."""
    blamed = sentence.tokens[sentence.tokens[number].head].lemma.lower() in modality.blaming
    if not who.described or blamed:  # "accused rebels of shelling"
        return False
    of = (c for c in sentence.children[number] if sentence.tokens[c].text.lower() in modality.whole)
    return any(g in deeds for c in of for g in sentence.children[c])


def _whence(sentence: Sentence, number: int, who: Who, deeds: set[int], modality: Modality) -> bool:
    """Whether words behind the "from" of an active verb only say whence it was done ("attacked troops from a camp of
    refugees", "fired from the university"); those who fight are who did it ("met resistance from the rebels")."""
    for here in sentence.ancestors(number)[:_STEPS]:
        token = sentence.tokens[here]
        if token.dep not in {"prep", "pobj"}:
            return False
        if token.text.lower() in modality.off and sentence.tokens[token.head].dep == "acl":
            return sentence.tokens[token.head].tag == "VBN"  # "those killed from the Guard" are its own
        if who.kind in _FIGHTING:
            return False
        if token.text.lower() in modality.off:
            return token.head in deeds and any(sentence.tokens[c].dep == "nsubj" for c in sentence.children[token.head])
    return False


def _thing_meant(sentence: Sentence, number: int, who: Who, deeds: set[int]) -> bool:
    """Whether a relative clause that the parser hangs on a person tells of a thing: behind "the attack on Arvo Tessen,
    which killed two", it is the attack that killed."""
    clauses = (c for c in sentence.children[number] if sentence.tokens[c].dep == "relcl" and c in deeds)
    subjects = (n for c in clauses for n in sentence.children[c] if sentence.tokens[n].dep == "nsubj")
    return who.kind == _PERSON and any(sentence.tokens[n].tag == "WDT" for n in subjects)


def _settlement(sentence: Sentence, number: int, who: Who, modality: Modality, lexicon: Happenings) -> bool:
    """Whether a name that no vocabulary knows is what towns or villages are called ("the towns of Kolm and DOLVI")."""
    tokens, here = sentence.tokens, number
    while tokens[here].dep == "conj":
        here = tokens[here].head
    preposition = tokens[here].head
    if who.actor_id is not None or tokens[here].dep != "pobj" or tokens[preposition].text.lower() not in modality.whole:
        return False
    return tokens[tokens[preposition].head].lemma.lower() in lexicon.things["settlement"].nouns


def _only_where(sentence: Sentence, number: int, named: set[int], deeds: set[int]) -> bool:
    """Whether a nation only says where it was: before a word for what nations suffer ("the Korvian violence"), or as a
    name before another noun ("a Korvia gunmen attack", "a Korvia village attack"). ``named`` are the words for the
    deed itself ("a Korvia air strike" is Korvia's)."""
    token = sentence.tokens[number]
    if token.dep not in _BEFORE:
        return False
    others = any(n not in named and sentence.tokens[n].pos in _NOUNS for n in range(number + 1, token.head))
    return token.head in deeds or (token.dep == _PART and others)
