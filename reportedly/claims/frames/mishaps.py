"""A frame in, the mishap out that did what it tells: an earthquake, a crash, an illness, and nobody's deed.

"Forty died in the quake", "a bus overturned, killing nine", "the storm destroyed the village": the word for the mishap
hangs on the words for the harm, or they on it. What is told of it aside ("in a village that a quake had hit") says
nothing of the harm.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass

from reportedly.claims.frames.frames import Frame
from reportedly.lexicon.happenings import Happenings
from reportedly.lexicon.mishaps import MishapForm, MishapLine, Mishaps
from reportedly.lexicon.modality import Modality
from reportedly.model.mention import HappeningMention
from reportedly.model.text import Sentence, Token

_NOMINAL = frozenset({"NOUN", "PROPN"})
_VERBAL = frozenset({"VERB", "AUX"})
_SUBJECT = "nsubj"
"""Who does it himself: a train that "was derailed", a boat that "was sunk" suffered a deed."""
_ASIDE = frozenset({"relcl", "appos"})
"""Links over which a word only tells of the noun that it hangs on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mishap:
    """A mishap: its line, and whether it may come of a deed told before."""

    line: MishapLine
    follows: bool


def mishap(frame: Frame, lexicon: Happenings, modality: Modality) -> Mishap | None:
    """The mishap that the frame's words tell of, where none of them is a word for a deed alone. One that may come of a
    deed gives way to any other."""
    if not all(_bare(t.mention, lexicon) for t in frame.triggers):
        return None
    seats = {*_harmed(frame, lexicon)} or set(frame.heads)
    named = mishaps_in(frame.sentence, lexicon.mishaps, modality)
    died = all(t.mention.rule in lexicon.natural for t in frame.triggers)
    found = [one for at, one in named if (died or not one.line.dying) and _tied(frame.sentence, at, seats)]
    return min(found, key=lambda one: one.follows, default=None)


def _harmed(frame: Frame, lexicon: Happenings) -> Iterator[int]:
    """Where the frame says that somebody came to harm."""
    yield from (t.mention.token for t in frame.triggers if t.mention.rule in lexicon.harm)
    yield from (c.head for c in frame.counts if c.head is not None)


def mishaps_in(sentence: Sentence, words: Mishaps, modality: Modality) -> Iterator[tuple[int, Mishap]]:
    """The tokens that name mishaps, with these, in text order."""
    lemmas = [_base(t) for t in sentence.tokens]
    for number, lemma in enumerate(lemmas):
        for form in words.forms.get(lemma, ()):
            head = number if form.verb else number + len(form.words) - 1
            if tuple(lemmas[number : number + len(form.words)]) == form.words and _fits(sentence, lemmas, form, head):
                known = form.verb and _known(sentence, head, modality)
                yield head, Mishap(line=form.line, follows=form.line.follows or known)
                break


def _base(token: Token) -> str:
    """The dictionary form in small letters; the parser leaves its plural to what it takes for a name."""
    lemma = token.lemma.lower()
    return lemma.removesuffix("s") if token.pos == "PROPN" else lemma


def _bare(mention: HappeningMention, lexicon: Happenings) -> bool:
    """Whether a word only says that there was harm, or how strong: "killed", "hit", "an explosion", "destroyed"."""
    general = mention.rule in lexicon.open | lexicon.harm or lexicon.family(mention.kind) in _UNARMED
    return general and mention.rule not in lexicon.manner


_UNARMED = frozenset({"damage", "movement", "control", "speech"})
"""Families whose words tell as well of what a storm or a flood does: villages lost, people driven off."""


def _fits(sentence: Sentence, lemmas: list[str], form: MishapForm, head: int) -> bool:
    first = head - len(form.words) + 1 if not form.verb else head
    beside = {lemmas[n] for n in (first - 1, head + 1) if 0 <= n < len(lemmas)}
    beside |= {lemmas[c] for c in sentence.children[head]}
    prepositions = (c for c in sentence.children[head] if sentence.tokens[c].dep == "prep")
    beside |= {lemmas[governed] for c in prepositions for governed in sentence.children[c]}
    if form.line.unless & beside:
        return False
    token = sentence.tokens[head]
    if form.verb:
        subjects = [c for c in sentence.children[head] if sentence.tokens[c].dep == _SUBJECT]
        subjects += [token.head] if token.dep in {"acl", "relcl"} else []
        return token.pos == "VERB" and any(lemmas[s] in form.line.of for s in subjects)
    if form.line.behind and not (token.dep == "pobj" and lemmas[token.head] in form.line.behind):
        return False
    return token.pos in _NOMINAL and not _within_a_name(sentence, first)


def _known(sentence: Sentence, verb: int, modality: Modality) -> bool:
    """Whether what it befell was told of before: "the bus", "their truck"."""
    subjects = [c for c in sentence.children[verb] if sentence.tokens[c].dep == _SUBJECT]
    marks = [sentence.tokens[c] for s in subjects for c in sentence.children[s]]
    return any(t.dep == "poss" or t.text.lower() in modality.definite for t in marks)


def _within_a_name(sentence: Sentence, first: int) -> bool:
    """Whether the word ends a proper name ("Operation Kolm Flood", "the Virm Tornado"): that is somebody's."""
    token, before = sentence.tokens[first], sentence.tokens[first - 1] if first else None
    return token.pos == "PROPN" and before is not None and before.pos == "PROPN"


def _tied(sentence: Sentence, at: int, seats: Iterable[int]) -> bool:
    """Whether the mishap hangs on words of the frame, or these on it, and not in an aside."""
    ours = {at, *_up_to_an_aside(sentence, at)}
    return any(
        seat in ours or at in (seat, *sentence.ancestors(seat)) or _in_one_clause(sentence, ours, seat)
        for seat in seats
    )


def _in_one_clause(sentence: Sentence, ours: Set[int], seat: int) -> bool:
    """Whether both stand in one clause or in two that are joined: "the bus overturned and nine people died"."""
    theirs = {seat, *_up_to_an_aside(sentence, seat)}
    return any(sentence.tokens[n].pos in _VERBAL for n in ours & theirs)


def _up_to_an_aside(sentence: Sentence, number: int) -> Iterator[int]:
    """The heads above a token, up to a link that only tells of a noun."""
    for above in sentence.ancestors(number):
        if sentence.tokens[number].dep in _ASIDE:
            return
        yield above
        number = above
