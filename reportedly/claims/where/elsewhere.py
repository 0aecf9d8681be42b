"""A frame and the name of a place in its sentence in, whether the name tells of somewhere else out.

A sentence on a happening also names where the hurt were taken, where somebody comes from or holds an office, and where
the happening was told of. None of these is where it happened.
"""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.claims.frames.assertion import clause_head
from reportedly.claims.frames.frames import VIOLENCE, Frame
from reportedly.lexicon.modality import Modality
from reportedly.model.text import Sentence, Span

_BEARING = frozenset({"nsubj", "nsubjpass", "dobj", "appos", "conj", "ROOT"})
_NAMING = frozenset({"compound", "poss", "nmod", "amod"})
_LEVELS = frozenset({"appos", "npadvmod"})
_CLAUSES = frozenset({"acl", "relcl"})


def names_elsewhere(frame: Frame, span: Span, cues: Sequence[Span], modality: Modality, *, land: bool = False) -> bool:
    """Whether the words name a house of care, a home, the seat of an office or the place of telling. ``land`` marks a
    country, in which who was hurt in it is treated as well."""
    sentence = frame.sentence
    outside = not frame.span.covers(span) or _of_another_clause(frame, span)
    return (
        _cared_for(sentence, span, modality)
        or _home(sentence, span, frame.heads, modality)
        or (frame.family == VIOLENCE and _set_out(sentence, span, frame.heads, modality))
        or _taken_to(sentence, span, frame.heads, modality, land=land)
        or _serves(sentence, span, frame.heads, modality)
        or _contrived_there(sentence, span, modality)
        or (outside and _speaks(sentence, span, frame.heads))
        or (outside and _told_there(sentence, span, frame.heads, cues, modality))
    )


def tells_of_elsewhere(sentence: Sentence, span: Span, cues: Sequence[Span], modality: Modality) -> bool:
    """The same of a sentence in which nothing is said to have happened."""
    return (
        _cared_for(sentence, span, modality)
        or _home(sentence, span, (), modality)
        or _taken_to(sentence, span, (), modality)
        or _serves(sentence, span, (), modality)
        or _contrived_there(sentence, span, modality)
        or _told_there(sentence, span, (), cues, modality)
    )


def _cared_for(sentence: Sentence, span: Span, modality: Modality) -> bool:
    """Whether the words name the house in which the hurt are treated, or its town: "died at the Dolvi hospital", "taken
    to a hospital in Dolvi" tell of no attack there."""
    head = sentence.head_of(span)
    if head is None:
        return False
    named = (head, sentence.tokens[head].head) if sentence.tokens[head].dep in _NAMING else (head,)
    found = _governed(sentence, span, modality)
    houses = (*named, found[1], *_reached(sentence, found[1])) if found is not None else named
    house = next((n for n in houses if _is(sentence, n, modality.care)), None)
    if house is None or sentence.tokens[house].dep != "pobj":
        return False
    verb = next((n for n in sentence.ancestors(house) if sentence.tokens[n].pos == "VERB"), None)
    return verb is not None and _is(sentence, verb, modality.caring)


def _reached(sentence: Sentence, verb: int) -> tuple[int, ...]:
    """What stands behind the prepositions of a verb, "hospital" in "taken to a hospital 40 miles east in Dolvi"."""
    if sentence.tokens[verb].pos != "VERB":
        return ()
    tokens = sentence.tokens
    return tuple(
        end
        for joint in sentence.children[verb]
        if tokens[joint].dep == "prep"
        for end in sentence.children[joint]
        if tokens[end].dep == "pobj"
    )


def _home(sentence: Sentence, span: Span, heads: Sequence[int], modality: Modality) -> bool:
    """Whether the words say where somebody comes from: "a woman from Dolvi was shot" tells of no shot in Dolvi."""
    head = sentence.head_of(span)
    if head is None or sentence.tokens[head].dep != "pobj":
        return False
    preposition = sentence.tokens[head].head
    owner = sentence.tokens[preposition].head
    return (
        sentence.tokens[preposition].text.lower() in modality.off
        and sentence.tokens[owner].pos in {"NOUN", "PROPN"}
        and owner not in heads
        and sentence.tokens[owner].dep in _BEARING
    )


def _set_out(sentence: Sentence, span: Span, heads: Sequence[int], modality: Modality) -> bool:
    """Whether the words say from where something came that was on its way or was done elsewhere: "burned a train
    running from Dolvi to Kolm", "shells fired from Dolvi hit a market", "the attack was launched from Dolvi", "jets
    attacked from a base in Dolvi"; and whither something set out ("the plane left Dolvi for Kolm, but blew up")."""
    found = _governed(sentence, span, modality)
    if found is not None and found[1] not in heads:
        found = _outwards(sentence, found, modality)
    if found is None or sentence.tokens[found[1]].pos != "VERB":
        return False
    tokens, verb = sentence.tokens, found[1]
    bound = tokens[found[0]].text.lower() in modality.bound_for
    if bound and verb not in heads and tokens[verb].lemma.lower() in modality.departing:
        return True
    whence = any(tokens[c].text.lower() in modality.off for c in sentence.children[verb])
    if tokens[found[0]].text.lower() not in (modality.off | modality.conveyed_to if whence else modality.off):
        return False
    launched = tokens[verb].lemma.lower() in modality.carriers
    if verb in heads:  # "were fired from Dolvi" says at least that much of where
        return not launched or any(tokens[h].pos == "VERB" and verb in sentence.ancestors(h) for h in heads)
    above = not set(heads).isdisjoint(sentence.ancestors(verb))
    return launched or (tokens[verb].dep in _CLAUSES and above)


def _outwards(sentence: Sentence, found: tuple[int, int], modality: Modality) -> tuple[int, int]:
    """The preposition of what a place holds, where that is whence something came ("from a base in Dolvi")."""
    preposition = sentence.tokens[found[1]].head
    if sentence.tokens[found[1]].dep != "pobj" or sentence.tokens[preposition].text.lower() not in modality.off:
        return found
    return preposition, sentence.tokens[preposition].head


def _of_another_clause(frame: Frame, span: Span) -> bool:
    """Whether the clause of the words is none that tells of the happening, nor one above or below these: "talks had
    been held in Dolvi, but after the murder of the judge the rebels left"."""
    sentence = frame.sentence
    head = sentence.head_of(span)
    if head is None or not frame.triggers:
        return False
    clause, clauses = clause_head(sentence, head), {t.clause for t in frame.triggers}
    return clauses.isdisjoint((clause, *sentence.ancestors(head))) and not any(
        clause in sentence.ancestors(c) for c in clauses
    )


def _taken_to(sentence: Sentence, span: Span, heads: Sequence[int], modality: Modality, *, land: bool = False) -> bool:
    """Whether the words say where the hurt were treated or taken: "he was hospitalized in Dolvi", "the wounded were
    flown to Dolvi", "were taken to the institute in Dolvi"."""
    found = _governed(sentence, span, modality)
    if found is None:
        return False
    preposition, verb = found
    if sentence.tokens[verb].dep == "pobj":
        preposition = sentence.tokens[verb].head
        verb = sentence.tokens[preposition].head
    lemma = sentence.tokens[verb].lemma.lower()
    if verb in heads or sentence.tokens[verb].pos != "VERB":
        return False
    moved = lemma in modality.conveying and sentence.tokens[preposition].text.lower() in modality.conveyed_to
    return moved or (lemma in modality.treating and not land)


def _serves(sentence: Sentence, span: Span, heads: Sequence[int], modality: Modality) -> bool:
    """Whether the words say where somebody holds an office that is no sign of being there, or held one once: "the
    bishop of Dolvi", "Dolvi Bishop Jan Teller", "the former mayor of Dolvi". The ambassador "in" a town is there."""
    head = sentence.head_of(span)
    if head is None:
        return False
    token = sentence.tokens[head]
    found = _governed(sentence, span, modality)
    owner = found[1] if found is not None else token.head if token.dep in _NAMING else None
    if owner is None or owner in heads or sentence.tokens[owner].pos not in {"NOUN", "PROPN"}:
        return False
    once = any(sentence.tokens[c].text.lower() in modality.formerly for c in sentence.children[owner])
    titles = range(head + 1, owner + 1) if found is None else (owner,)
    there = found is not None and sentence.tokens[found[0]].text.lower() in modality.posted
    return (once and found is not None) or (not there and any(_is(sentence, n, modality.offices) for n in titles))


def _told_there(sentence: Sentence, span: Span, heads: Sequence[int], cues: Sequence[Span], modality: Modality) -> bool:
    """Whether the words say where something was told: "in a speech in Dolvi", "a statement issued in Dolvi", "said in
    Dolvi that …". "In Dolvi, the governor said that …" is of what happened there."""
    found = _governed(sentence, span, modality)
    if found is None:
        return False
    above = found[1]
    if sentence.tokens[above].pos == "VERB" and any(cue.touches(sentence.tokens[above].span) for cue in cues):
        return not _told_of_here(sentence, *found, modality)
    if sentence.tokens[above].dep in _CLAUSES:
        above = sentence.tokens[above].head
    return above not in heads and (_is(sentence, above, modality.speeches) or _held(sentence, above, modality))


def _told_of_here(sentence: Sentence, preposition: int, verb: int, modality: Modality) -> bool:
    """Whether a sentence sets out with the place, and one of those tells who know what happened where they are."""
    tellers = (c for c in sentence.children[verb] if sentence.tokens[c].dep == "nsubj")
    return any(preposition < c and _is(sentence, c, modality.residents) for c in tellers)


def _held(sentence: Sentence, above: int, modality: Modality) -> bool:
    """Whether the verb says that a talk was held or a statement made: "hold a round of talks in Dolvi"."""
    return sentence.tokens[above].pos == "VERB" and any(
        _is(sentence, below, modality.speeches)
        for child in sentence.children[above]
        if sentence.tokens[child].dep in {"dobj", "nsubjpass"}
        for below in (child, *_whole(sentence, child, modality))
    )


def _whole(sentence: Sentence, part: int, modality: Modality) -> tuple[int, ...]:
    """What a noun is a part of: "talks" of "a round of talks"."""
    return tuple(
        end
        for joint in sentence.children[part]
        if sentence.tokens[joint].text.lower() in modality.whole
        for end in sentence.children[joint]
        if sentence.tokens[end].dep == "pobj"
    )


def _contrived_there(sentence: Sentence, span: Span, modality: Modality) -> bool:
    """Whether the words say where a deed was prepared: "the murder was plotted in Dolvi", "guerrillas trained in
    Dolvi". A verb with an object is left aside: "planned the attack in Dolvi" may tell of an attack there."""
    found = _governed(sentence, span, modality)
    if found is None or sentence.tokens[found[1]].pos != "VERB" or not _is(sentence, found[1], modality.contriving):
        return False
    return all(sentence.tokens[c].dep not in {"dobj", "obj"} for c in sentence.children[found[1]])


def _speaks(sentence: Sentence, span: Span, heads: Sequence[int]) -> bool:
    """Whether the words name who says or thinks it: "Korvia and the Orvan States voiced concern that …"."""
    head, tokens = sentence.head_of(span), sentence.tokens
    while head is not None and tokens[head].dep == "conj":
        head = tokens[head].head
    if head is None or tokens[head].dep not in {"nsubj", "ROOT"} or tokens[head].pos != "PROPN":
        return False
    said = tokens[head].head
    contents = {
        n for n in sentence.subtree(said) if tokens[n].dep in {"ccomp", "acl", "relcl"} and _content(sentence, n)
    }
    return any(not contents.isdisjoint((h, *sentence.ancestors(h))) for h in heads)


def _content(sentence: Sentence, verb: int) -> bool:
    """Whether a clause says what is told, under a word such as "that"."""
    return any(sentence.tokens[c].dep == "mark" and sentence.tokens[c].tag == "IN" for c in sentence.children[verb])


def _governed(sentence: Sentence, span: Span, modality: Modality) -> tuple[int, int] | None:
    """The preposition before a name and the word that it hangs on; a class noun between ("in the town of Dolvi") is
    stepped over."""
    head = _within(sentence, span, _classed(sentence, sentence.head_of(span)))
    while head is not None and sentence.tokens[head].dep == "pobj":
        preposition = sentence.tokens[head].head
        owner = sentence.tokens[preposition].head
        if sentence.tokens[preposition].text.lower() in modality.partitive and sentence.tokens[owner].dep == "pobj":
            head = owner
            continue
        return preposition, _measured(sentence, owner)
    return None


def _within(sentence: Sentence, span: Span, head: int | None) -> int | None:
    """The place within the one that a name stands behind, "Dolvi" for "Orvan" in "a hospital in Dolvi, Orvan"."""
    if head is None or sentence.tokens[head].dep not in _LEVELS:
        return head
    tokens, first = sentence.tokens, min(sentence.inside(span), default=0)
    return first - 2 if first > 1 and tokens[first - 1].text == "," and tokens[first - 2].pos == "PROPN" else head


def _classed(sentence: Sentence, head: int | None) -> int | None:
    """The class noun right behind a name, "town" in "in Dolvi town", else the name's own head."""
    if head is None or sentence.tokens[head].dep not in _NAMING:
        return head
    above = sentence.tokens[head].head
    return above if above == head + 1 and sentence.tokens[above].pos == "NOUN" else head


def _measured(sentence: Sentence, owner: int) -> int:
    """The word on which a distance hangs: "hospital" or "taken" in "taken to a hospital 25 miles east in Dolvi"."""
    while sentence.tokens[owner].dep == "advmod" and sentence.tokens[owner].pos in {"ADV", "NOUN"}:
        owner = sentence.tokens[owner].head
    return owner


def _is(sentence: Sentence, number: int, words: frozenset[str]) -> bool:
    return sentence.tokens[number].lemma.lower() in words
