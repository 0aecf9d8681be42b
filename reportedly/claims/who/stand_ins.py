"""A sentence and the actors of the one before in, the actors that its pronouns stand for out: "they", "we".

"They" as a subject is whoever was the subject before it: in the same sentence, else in the sentence before, where only
one party or group of people was. To whom something is done is rather to whom it was done before ("killed two farmers.
They were shot"). "We" is left to whoever turns out to speak; until then it is nobody.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportedly.lexicon.modality import Modality
from reportedly.model.reading import Who
from reportedly.model.text import Sentence, Token

STANDS_IN = "en/modality/stand-ins"
SPEAKS = "en/modality/speakers"

_SUBJECT = frozenset({"nsubj", "nsubjpass"})
_BEARING = "nsubjpass"
_OBJECT = "dobj"
_ALONE = frozenset({"person", "agency", "outlet", "monitor", "media", "government", "state", "organisation"})
"""Kinds of actors for which "they" seldom stands: it rather means those of whom they tell."""
_BODIES = frozenset({"armed-group", "militia", "military", "police", "coalition"})
"""Kinds of bodies for which "it" stands."""
_BANDS = frozenset({"armed-group", "militia"})
_PLURAL = "NNS"


def stand_ins(
    sentence: Sentence, actors: Sequence[Who], before: Sequence[Who], words: Modality, borne: Sequence[Who] = ()
) -> tuple[Who, ...]:
    """One actor for each pronoun of a sentence that somebody can be found for, in text order; ``actors`` are the
    sentence's own, ``before`` the subjects of the sentence before it, ``borne`` the objects of that."""
    found: list[Who] = []
    for number, token in enumerate(sentence.tokens):
        if token.tag != "PRP" or token.dep not in _SUBJECT:
            continue
        word = token.text.lower()
        if word in words.speakers:
            found.append(_speaker(sentence, number, token))
        elif word in words.stands_in_one:
            body = _body(sentence, token, actors, before)
            if body is not None:
                found.append(_at(body, sentence, number, token))
        elif word in words.stands_in:
            bears = token.dep == _BEARING or sentence.tokens[token.head].lemma.lower() in words.suffering
            again = [w for w in found if w.text.lower() in words.stands_in]
            meant = _meant(sentence, token, [*actors, *again], borne if borne and bears else before)
            if meant is not None:
                found.append(_at(meant, sentence, number, token))
    return tuple(found)


def _body(sentence: Sentence, token: Token, actors: Sequence[Who], before: Sequence[Who]) -> Who | None:
    """The body that "it" stands for: the last subject before it in its sentence, else the one armed group that did
    something in the sentence before."""
    own = [w for w in subjects(sentence, actors) if w.span.end <= token.start and w.kind in _BODIES]
    if own:
        return None if own[-1].described else own[-1]
    opens = all(
        t.dep not in _SUBJECT for t in sentence.tokens if t.end <= token.start
    )  # "Korvia said that it" is Korvia
    if not opens or {w.kind for w in before} - _BANDS or token.dep != "nsubj":
        return None
    return before[-1] if len({w.actor_id for w in before}) == 1 and not before[-1].described else None


def subjects(sentence: Sentence, actors: Sequence[Who]) -> tuple[Who, ...]:
    """The actors of a sentence that do what it tells: subjects of its verbs, and agents of its passives."""
    return tuple(w for w in actors if _several(sentence, w) and _acts(sentence, w))


def doing(sentence: Sentence, actors: Sequence[Who]) -> tuple[Who, ...]:
    """The subjects of a sentence without those to whom something was done: "they" behind "two soldiers were ambushed"
    may be whoever ambushed them."""
    return tuple(w for w in subjects(sentence, actors) if not _bears(sentence, w))


def objects(sentence: Sentence, actors: Sequence[Who]) -> tuple[Who, ...]:
    """The people of a sentence to whom its verbs do something."""
    heads = ((w, sentence.head_of(w.span)) for w in actors if _several(sentence, w))
    return tuple(
        w for w, head in heads if head is not None and (sentence.tokens[head].dep == _OBJECT or _bears(sentence, w))
    )


def _bears(sentence: Sentence, who: Who) -> bool:
    """Whether somebody is the subject of a passive."""
    head = sentence.head_of(who.span)
    return head is not None and sentence.tokens[head].dep == _BEARING


def _meant(sentence: Sentence, token: Token, actors: Sequence[Who], before: Sequence[Who]) -> Who | None:
    own = [w for w in subjects(sentence, actors) if w.span.end <= token.start]
    if own:
        return own[-1] if _alone(sentence, own) else None
    parties = {w.actor_id or w.name for w in before}
    return before[-1] if len(parties) == 1 else None


def _alone(sentence: Sentence, actors: Sequence[Who]) -> bool:
    """Whether the last of some actors is not named together with another party ("the army and the rebels")."""
    head = sentence.head_of(actors[-1].span)
    joined = head is not None and sentence.tokens[head].dep == "conj"
    return not joined or len({w.actor_id or w.name for w in actors[-2:]}) == 1


def _several(sentence: Sentence, who: Who) -> bool:
    """Whether "they" can stand for an actor: a body of armed people, or people described as more than one."""
    if who.kind in _BODIES or who.rule == STANDS_IN:
        return True
    head = sentence.head_of(who.span)
    return who.kind not in _ALONE and head is not None and sentence.tokens[head].tag == _PLURAL


def _acts(sentence: Sentence, who: Who) -> bool:
    head = sentence.head_of(who.span)
    if head is None:
        return False
    return any(_governs(sentence, n) for n in (head, *_wholes(sentence, head)))


def _governs(sentence: Sentence, number: int) -> bool:
    token = sentence.tokens[number]
    while token.dep == "conj" and sentence.tokens[token.head] is not token:
        token = sentence.tokens[token.head]
    return token.dep in _SUBJECT or (token.dep == "pobj" and sentence.tokens[token.head].dep == "agent")


def _wholes(sentence: Sentence, head: int) -> Iterator[int]:
    """The noun that a noun is only a word of: "units" of "the Front's units"."""
    token = sentence.tokens[head]
    if token.dep in {"compound", "nmod", "poss"}:
        yield token.head


def _at(who: Who, sentence: Sentence, number: int, token: Token) -> Who:
    return replace(
        who,
        span=token.span,
        text=token.text,
        sentence=sentence.number,
        rule=STANDS_IN,
        head=number,
        number=None,
    )


def _speaker(sentence: Sentence, number: int, token: Token) -> Who:
    return Who(
        span=token.span,
        text=token.text,
        sentence=sentence.number,
        rule=SPEAKS,
        actor_id=None,
        name=token.text,
        kind="people",
        head=number,
        described=True,
    )
