"""The claims of one report in, the denials that hang behind them in their sentences out: "…, an accusation that Korvia
denies", "…, which Karsk has denied".

Such words tell nothing: what is denied is what the sentence told before them, and on whose word it stands there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reportedly.claims.answers.answering import answer
from reportedly.claims.who.keys import as_teller, keys_of
from reportedly.lexicon.modality import Modality
from reportedly.model.claim import Attribution, Claim, Note, Teller
from reportedly.model.reading import Who
from reportedly.model.text import Page, Sentence, Span
from reportedly.model.words import Stance

_RULE = "en/modality/denying"
_SUBJECTS = frozenset({"nsubj"})
_RELATIVE = frozenset({"WDT", "WP"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Hanging:
    """A denial behind what it denies: the sentence, the verb and who denies."""

    sentence: Sentence
    verb: int
    who: Who


def hanging(page: Page, actors: Sequence[Who], modality: Modality) -> tuple[Hanging, ...]:
    """All denials of the report that hang behind what they deny."""
    named: dict[tuple[int, int], Who] = {(w.sentence, w.head): w for w in actors if w.head is not None}
    return tuple(found for sentence in page.sentences for found in _in(sentence, named, modality))


def apart_from(attributions: Sequence[Attribution], found: Sequence[Hanging]) -> tuple[Attribution, ...]:
    """The attributions without those of hanging denials, and without who denies in their chains: what stands before
    these is told by somebody else."""
    verbs = [one.sentence.tokens[one.verb].span for one in found]
    mouths = {one.who.span for one in found}
    rest = (a for a in attributions if not any(cue.covers(verb) for cue in a.cue for verb in verbs))
    return tuple(replace(a, chain=tuple(t for t in a.chain if t.span not in mouths)) if found else a for a in rest)


def denied_after(found: Sequence[Hanging], claims: Sequence[Claim], own_voice: tuple[Teller, ...]) -> tuple[Claim, ...]:
    """A claim for each hanging denial before which somebody else's claim stands in its sentence."""
    made = []
    for one in found:
        target = _target(one, claims)
        if target is not None:
            made.append(_claim(one, target, own_voice))
    return tuple(made)


def _in(sentence: Sentence, named: dict[tuple[int, int], Who], modality: Modality) -> Iterator[Hanging]:
    tokens = sentence.tokens
    for number, token in enumerate(tokens):
        if token.lemma.lower() not in modality.denying or not _hangs(sentence, number, modality):
            continue
        below = sentence.children[number]
        who = next((named.get((sentence.number, c)) for c in below if tokens[c].dep in _SUBJECTS), None)
        if who is not None and not any(tokens[c].dep == "neg" for c in below):
            yield Hanging(sentence=sentence, verb=number, who=who)


def _hangs(sentence: Sentence, verb: int, modality: Modality) -> bool:
    """Whether the object of the verb stands before its subject, and points back."""
    tokens = sentence.tokens
    below = sentence.children[verb]
    subject = next((c for c in below if tokens[c].dep in _SUBJECTS), None)
    if subject is None or any(c > verb and tokens[c].dep in {"dobj", "ccomp", "xcomp"} for c in below):
        return False
    ahead = [c for c in below if tokens[c].dep == "dobj" and c < subject]
    if ahead:
        return any(tokens[c].tag in _RELATIVE or tokens[c].lemma.lower() in modality.answered for c in ahead)
    head = tokens[verb].head
    return tokens[verb].dep == "relcl" and head < subject and tokens[head].lemma.lower() in modality.answered


def _target(one: Hanging, claims: Sequence[Claim]) -> Claim | None:
    """The last claim of the sentence before the denial that somebody else tells, one that accuses who denies first."""
    start = one.sentence.span.start
    end = one.sentence.tokens[one.verb].start
    ours = keys_of((one.who,))
    before = [
        c
        for c in claims
        if start <= c.span.start < end and c.stance is not Stance.DENIES and not ours & keys_of(c.chain[-1:])
    ]
    return max(before, key=lambda c: (bool(ours & keys_of(c.perpetrators)), c.span, c.id), default=None)


def _claim(one: Hanging, target: Claim, own_voice: tuple[Teller, ...]) -> Claim:
    who, verb = one.who, one.sentence.tokens[one.verb].span
    told = Attribution(
        source=(who.span,),
        cue=(verb,),
        content=(),
        stance=Stance.DENIES,
        chain=(*own_voice, as_teller(who)),
        rule=_RULE,
    )
    because = Note(field="chain", rule=_RULE, text=f"told by {who.name}", span=verb)
    accused = target.perpetrators if keys_of((who,)) & keys_of(target.perpetrators) else ()
    return answer(told, target, Span(min(who.span.start, verb.start), verb.end), because, accused)
