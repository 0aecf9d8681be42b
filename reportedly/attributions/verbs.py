"""A sentence and the saying verbs in, drafts out: "X said that …", "…, said X", "X was quoted by Y as saying …"."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.attributions.clauses import Found, content_of
from reportedly.attributions.drafts import Draft
from reportedly.attributions.grammar import (
    antecedent,
    child,
    has_child,
    lemma,
    noun_phrase,
    span,
    subject,
)
from reportedly.lexicon.saying import Frame, Saying, Sayings
from reportedly.model.text import Sentence, Span
from reportedly.model.words import Stance

_CUE_LEFT = frozenset({"aux", "auxpass", "neg", "advmod"})
_CUE_RIGHT = frozenset({"prt"})
_NEGATED: dict[Stance, Stance] = {Stance.CONFIRMS: Stance.DENIES}
_LIMIT = 25


def spot_verbs(sentence: Sentence, sayings: Sayings) -> Iterator[Draft]:
    """One draft for every saying verb that takes a content in its sentence."""
    taken: set[int] = set()
    for number, token in enumerate(sentence.tokens):
        if token.pos not in ("VERB", "AUX") or number in taken:
            continue
        lines = sayings.verbs.get(token.lemma.lower())
        if not lines:
            continue
        draft = _quoted_as(sentence, number, lines, taken) or _active(sentence, number, lines, sayings)
        if draft is not None:
            yield draft


def _quoted_as(sentence: Sentence, number: int, lines: tuple[Saying, ...], taken: set[int]) -> Draft | None:
    """ "X was quoted by Y as saying K" and "Y quoted X as saying K"."""
    line = next((s for s in lines if Frame.RELAY in s.frames), None)
    saying = _as_saying(sentence, number) if line is not None else None
    if line is None or saying is None:
        return None
    found = content_of(sentence, saying, line, None)
    if found is None:
        return None
    taken.add(saying)
    passive = has_child(sentence, number, "auxpass", "nsubjpass") or sentence.tokens[number].dep == "acl"
    agent = _agent(sentence, number)
    object_ = child(sentence, number, "dobj", "pobj")
    who = subject(sentence, number)
    speaker, outer = (who, agent) if passive else (object_, who)
    return Draft(
        sentence=sentence.number,
        head=number,
        cue=(*_cue(sentence, number), span(sentence, saying - 1, saying)),
        source=_source(sentence, speaker, number),
        content=found.spans,
        saying=line,
        stance=line.stance,
        tells=True,
        speaker=speaker,
        outer=() if outer is None else (outer,),
        quotes=found.quoted,
        takes_quote=True,
    )


def _as_saying(sentence: Sentence, number: int) -> int | None:
    """The "saying" of "as saying" after the verb."""
    tokens = sentence.tokens
    for n in range(number + 1, min(number + _LIMIT, len(tokens) - 1)):
        if tokens[n].dep == "prep" and tokens[n + 1].tag == "VBG" and tokens[n + 1].dep == "pcomp":
            if tokens[n].head == number or tokens[n].head in sentence.subtree(number):
                return n + 1
    return None


def _active(sentence: Sentence, number: int, lines: tuple[Saying, ...], sayings: Sayings) -> Draft | None:
    passive = has_child(sentence, number, "auxpass", "nsubjpass") or (
        sentence.tokens[number].tag == "VBN" and not has_child(sentence, number, "aux")
    )
    who = subject(sentence, number)
    for line in lines:
        if passive and not has_child(sentence, number, "nsubj"):
            found = _passive(sentence, number, line)
            speaker = _agent(sentence, number)
        else:
            found = content_of(sentence, number, line, who)
            speaker = who
        if found is None:
            continue
        negated = has_child(sentence, number, "neg")
        return Draft(
            sentence=sentence.number,
            head=number,
            cue=_cue(sentence, number, found.through),
            source=_source(sentence, speaker, number),
            content=found.spans,
            saying=line,
            stance=_NEGATED.get(line.stance, line.stance) if negated else line.stance,
            tells=line.tells and found.tells and (not negated or line.stance in _NEGATED),
            speaker=None if speaker is None else antecedent(sentence, speaker),
            outer=_medium(sentence, number) if line.listener else (),
            inner=_cited(sentence, number, sayings),
            quotes=found.quoted,
            takes_quote=Frame.QUOTE in line.frames,
        )
    return None


def _passive(sentence: Sentence, number: int, line: Saying) -> Found | None:
    """ "X is said to have fled": the content is the subject with the infinitive, or the clause of "it is said that"."""
    below = child(sentence, number, "ccomp")
    who = child(sentence, number, "nsubjpass", "nsubj")
    if Frame.PASSIVE not in line.frames:
        if line.listener and below is not None and below > number:
            return content_of(sentence, number, line, None)
        if Frame.OBJECT in line.frames and who is not None and has_child(sentence, number, "agent"):
            return Found(spans=(span(sentence, *noun_phrase(sentence, who, within=(number,))),), through=number, tells=False)
        return None
    if below is not None and below > number and (who is None or lemma(sentence, who) == "it"):
        return content_of(sentence, number, line, None)
    rest = child(sentence, number, "xcomp", "oprd", "ccomp")
    if rest is None or rest < number or who is None:
        return None
    words = sentence.subtree(rest)
    return Found(
        spans=(span(sentence, *noun_phrase(sentence, who, within=(number,))), span(sentence, words[0], words[-1])),
        through=number,
    )


def _agent(sentence: Sentence, number: int) -> int | None:
    """The noun of "by …"."""
    for c in sentence.children[number]:
        if sentence.tokens[c].dep == "agent":
            return child(sentence, c, "pobj")
    return None


def _medium(sentence: Sentence, number: int) -> tuple[int, ...]:
    """The listener of "told Reuters", if it can be an outlet: the chain decides."""
    listener = child(sentence, number, "dobj", "dative", "iobj")
    if listener is None or sentence.tokens[listener].pos != "PROPN":
        return ()
    return (listener,)


def _cited(sentence: Sentence, number: int, sayings: Sayings) -> tuple[int, ...]:
    """The noun of "citing …" beside the verb."""
    for c in sentence.children[number]:
        token = sentence.tokens[c]
        lines = sayings.verbs.get(token.lemma.lower(), ()) if token.tag == "VBG" else ()
        if any(Frame.CITING in line.frames for line in lines):
            cited = child(sentence, c, "dobj", "pobj")
            return () if cited is None else (cited,)
    return ()


def _cue(sentence: Sentence, number: int, through: int | None = None) -> tuple[Span, ...]:
    """The verb with the auxiliaries, negations and adverbs that stand right before it, and its particle."""
    tokens = sentence.tokens
    first = number
    while first > 0 and tokens[first - 1].head == number and tokens[first - 1].dep in _CUE_LEFT:
        first -= 1
    last = max(number, through or number)
    while last + 1 < len(tokens) and tokens[last + 1].head == number and tokens[last + 1].dep in _CUE_RIGHT:
        last += 1
    return (span(sentence, first, last),)


def _source(sentence: Sentence, speaker: int | None, verb: int) -> tuple[Span, ...]:
    if speaker is None:
        return ()
    if sentence.tokens[speaker].lemma.lower() in ("it",) and has_child(sentence, verb, "expl"):
        return ()
    first, last = noun_phrase(sentence, speaker, within=(verb,))
    tokens = sentence.tokens
    framed = any(tokens[n].dep in ("appos", "relcl") for n in sentence.children[speaker] if n <= last)
    if framed and last + 1 < len(tokens) and tokens[last + 1].text == ",":
        last += 1
    return (span(sentence, first, last),)
