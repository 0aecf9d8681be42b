"""A word for a deed in its sentence in, who the sentence says is its author out: "was behind it", "was the work of".

"The Front is responsible for the raid", "… is guilty of dozens of murders", "the raid, for which the Front is held
responsible", "the raid was a manoeuvre by the Front".
"""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.claims.frames.prepositions import governed, objects_of
from reportedly.claims.who.voice import subjects
from reportedly.lexicon.modality import Modality
from reportedly.model.text import Sentence

_SUBJECT = frozenset({"nsubj", "nsubjpass"})
_BROUGHT = frozenset({"pobj", "pcomp"})
_RELATIVE = frozenset({"relcl"})
_SAID = frozenset({"attr", "oprd", "acomp"})
_BORNE = frozenset({"dobj", "nsubjpass"})
_STATES_OF = frozenset({"acomp", "attr", "oprd", "amod", "conj", "xcomp", "ccomp"})
_STEPS = 3
"""Nouns between the author's word and the deed ("guilty of the planning of dozens of murders"), at most."""


def authors_of(sentence: Sentence, deed: int, modality: Modality) -> Iterator[int]:
    """Token numbers of who "was behind" a deed, "is responsible for" it, "was the author of" it, or whose work it was;
    nobody where that is denied."""
    token = sentence.tokens[deed]
    if token.dep in _SUBJECT and not _denied(sentence, token.head):
        yield from _whose_work(sentence, token.head, modality)
    for clause in sentence.children[deed]:
        if sentence.tokens[clause].dep == "acl":  # "an attack thought to be the work of", "suspected as the work of"
            yield from _described(sentence, clause, modality)
    yield from _held_for(sentence, deed, modality)
    yield from _who_had_it_done(sentence, deed, modality)
    brought = _brought(sentence, deed, modality)
    if brought is None:
        return
    preposition = sentence.tokens[brought]
    if preposition.text.lower() in modality.behind:
        yield from _owner(sentence, preposition.head)
    elif sentence.tokens[preposition.head].lemma.lower() in modality.authors:
        yield from _author(sentence, preposition.head)
        yield from _held_together(sentence, preposition.head, modality)


def _whose_work(sentence: Sentence, verb: int, modality: Modality) -> Iterator[int]:
    """Of whom a deed is said to be the work ("was the work of", "was a manoeuvre by")."""
    for child in sentence.children[verb]:
        token = sentence.tokens[child]
        if token.lemma.lower() in modality.handiwork:
            yield from governed(sentence, child, modality.whole | modality.by)
        elif token.dep == "attr":
            yield from governed(sentence, child, modality.by - modality.off)


def _described(sentence: Sentence, clause: int, modality: Modality) -> Iterator[int]:
    """Of whom a clause on the deed says that it is the work."""
    below = sentence.children[clause]
    for word in (c for n in below for c in sentence.children[n]):
        if sentence.tokens[word].lemma.lower() in modality.handiwork:
            yield from governed(sentence, word, modality.whole)


def _held_for(sentence: Sentence, deed: int, modality: Modality) -> Iterator[int]:
    """Who is held responsible in a clause on the deed: "the incident, for which the Front is held responsible"."""
    for clause in sentence.children[deed]:
        if sentence.tokens[clause].dep not in _RELATIVE:
            continue
        below = sentence.children[clause]
        brought = any(sentence.tokens[c].text.lower() in modality.accused_of for c in below if c < clause)
        if brought and not _denied(sentence, clause):
            said = (c for c in below if sentence.tokens[c].lemma.lower() in modality.authors)
            yield from (author for c in said for author in _author(sentence, c))


def _who_had_it_done(sentence: Sentence, deed: int, modality: Modality) -> Iterator[int]:
    """Who ordered or planned one known deed ("ordered the murder", "the raid had been planned by the Front")."""
    token = sentence.tokens[deed]
    verb = token.head
    if token.dep not in _BORNE or sentence.tokens[verb].lemma.lower() not in modality.commanding:
        return
    if _denied(sentence, verb) or not _known(sentence, deed, modality):
        return
    if token.dep == "dobj":
        yield from subjects(sentence, verb)
    else:
        behind = (c for c in sentence.children[verb] if sentence.tokens[c].dep == "agent")
        yield from (n for c in behind for n in objects_of(sentence, c))


def _known(sentence: Sentence, deed: int, modality: Modality) -> bool:
    """Whether an article or an owner says that one known deed is meant."""
    near = (sentence.tokens[c] for c in sentence.children[deed])
    return any(t.dep == "poss" or t.text.lower() in modality.definite for t in near)


def _brought(sentence: Sentence, deed: int, modality: Modality) -> int | None:
    """The preposition that brings the deed to the author's word, at once or over a number of deeds ("thousands of
    murders")."""
    here = deed
    for _ in range(_STEPS):
        if sentence.tokens[here].dep not in _BROUGHT:
            return None
        preposition = sentence.tokens[here].head
        above = sentence.tokens[preposition].head
        part = sentence.tokens[preposition].text.lower() in modality.whole
        if sentence.tokens[above].dep not in _BROUGHT or not part:
            return preposition
        if sentence.tokens[above].lemma.lower() in modality.authors:
            return preposition
        here = above
    return None


def _denied(sentence: Sentence, verb: int) -> bool:
    return any(sentence.tokens[c].dep == "neg" for c in sentence.children[verb])


def _author(sentence: Sentence, word: int) -> Iterator[int]:
    """Of whom "responsible" or "the author" is said."""
    token = sentence.tokens[word]
    own = [c for c in sentence.children[word] if sentence.tokens[c].dep in _SUBJECT]
    if own:
        yield from own
    elif token.dep in _STATES_OF and token.head != word:
        yield from _owner(sentence, token.head)
    if token.pos == "NOUN":
        yield word


def _held_together(sentence: Sentence, word: int, modality: Modality) -> Iterator[int]:
    """Those before the last of whom "responsible" is said, where somebody holds them all to be ("hold the government
    and the army responsible")."""
    here = sentence.tokens[word].head
    joined: list[int] = []
    while sentence.tokens[here].dep == "conj" and sentence.tokens[here].head < here:
        here = sentence.tokens[here].head
        joined.append(here)
    holds = sentence.tokens[sentence.tokens[here].head].lemma.lower() in modality.judging
    if holds and sentence.tokens[here].dep == "dobj" and sentence.tokens[word].dep == "amod":
        yield from joined


def _owner(sentence: Sentence, head: int) -> Iterator[int]:
    """The object ("hold the militia responsible") or subject of a verb; a noun is its own ("the men behind it")."""
    if sentence.tokens[head].pos not in {"VERB", "AUX"}:
        yield head
        return
    objects = [c for c in sentence.children[head] if sentence.tokens[c].dep == "dobj"]
    yield from objects or _subjects(sentence, head)


def _subjects(sentence: Sentence, verb: int) -> Iterator[int]:
    """The subjects of a verb, of a clause on a noun that noun ("squads which are guilty of murder")."""
    for child in sentence.children[verb]:
        token = sentence.tokens[child]
        if token.dep in _SUBJECT:
            relative = token.tag in {"WDT", "WP"} and sentence.tokens[verb].dep in _RELATIVE
            yield sentence.tokens[verb].head if relative else child
