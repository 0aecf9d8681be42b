"""A passive or raising verb in its sentence in, what is said of its subject out: "is said to have fled"."""

from __future__ import annotations

from reportedly.attributions.clauses import content_of
from reportedly.attributions.complements import Found, prepositional
from reportedly.attributions.grammar import child, has_child, lemma, noun_phrase, span
from reportedly.lexicon.saying import Frame, Saying
from reportedly.model.text import Sentence

_PAST = frozenset({"VBD", "VBN"})
_STATES = ("xcomp", "oprd", "ccomp", "acomp")
"""How what is said of somebody hangs on the verb."""


def passive(sentence: Sentence, number: int, line: Saying) -> Found | None:
    """ "X is said to have fled": the content is the subject with the infinitive, or the clause of "it is said that"."""
    below = child(sentence, number, "ccomp")
    who = child(sentence, number, "nsubjpass", "nsubj")
    if line.preps and (below is None or below < number):
        return prepositional(sentence, number, line)
    if Frame.PASSIVE not in line.frames:
        if line.listener and ((below is not None and below > number) or line.joins):
            return content_of(sentence, number, line, None)
        return _passive_object(sentence, number, line, who) if Frame.OBJECT in line.frames else None
    if below is not None and below > number and (who is None or lemma(sentence, who) == "it"):
        return content_of(sentence, number, line, None)
    rest = child(sentence, number, *_STATES)
    if rest is None or rest < number or who is None:
        return None
    words = [*sentence.subtree(rest), *_state_goes_on(sentence, number, rest)]
    return Found(
        spans=(span(sentence, *noun_phrase(sentence, who, within=(number,))), span(sentence, words[0], words[-1])),
        through=number,
    )


def in_state(sentence: Sentence, number: int) -> bool:
    """Whether a bare past form has the state of its subject right behind it, as the headlines that leave out the
    auxiliary: "Many feared dead", "Scores reported killed"."""
    tokens, rest = sentence.tokens, number + 1
    if rest >= len(tokens) or tokens[number].tag not in _PAST or has_child(sentence, number, "aux", "auxpass"):
        return False
    state = tokens[rest].pos == "ADJ" or tokens[rest].tag == "VBN"
    return (
        state and tokens[rest].head == number and tokens[rest].dep in _STATES and not has_child(sentence, rest, "nsubj")
    )


def _state_goes_on(sentence: Sentence, number: int, rest: int) -> list[int]:
    """The tokens that say where or by what somebody came into a state: the parser hangs them on the verb of saying
    ("were confirmed dead in the raid")."""
    if sentence.tokens[rest].pos != "ADJ":
        return []
    below = [c for c in sentence.children[number] if c > rest and sentence.tokens[c].dep == "prep"]
    return [n for c in below for n in sentence.subtree(c)]


def _passive_object(sentence: Sentence, number: int, line: Saying, who: int | None) -> Found | None:
    """ "The raid was condemned by Korvia", "the dead were described as fighters"."""
    if who is None or (line.objects and lemma(sentence, who) not in line.objects):
        return None
    subject = span(sentence, *noun_phrase(sentence, who, within=(number,)))
    for c in sentence.children[number]:
        token = sentence.tokens[c]
        if c > number and token.dep == "prep" and token.text.lower() in line.after:
            return Found(spans=(subject, span(sentence, c, max(sentence.subtree(c)))), tells=False)
    return Found(spans=(subject,), tells=False) if has_child(sentence, number, "agent") else None


def raising(sentence: Sentence, number: int) -> Found | None:
    """ "The town appears to be empty": subject and complement."""
    who = child(sentence, number, "nsubj")
    rest = child(sentence, number, "xcomp", "acomp", "oprd")
    if who is None or rest is None or rest < number or who > number:
        return None
    words = [n for n in sentence.subtree(rest) if n > number]
    subject = span(sentence, *noun_phrase(sentence, who, within=(number,)))
    return Found(spans=(subject, span(sentence, words[0], words[-1])), tells=False)


def agent(sentence: Sentence, number: int) -> int | None:
    """The noun of "by …"."""
    for c in sentence.children[number]:
        if sentence.tokens[c].dep == "agent":
            return child(sentence, c, "pobj")
    return None
