"""The claims of one report and its attributions in, the claims that only say who those harmed were out.

"The dead were militants, not civilians", "the casualties included women and children", "he believed they were not
soldiers but volunteers": the words count nobody and name no happening. The deed was told before; kind, day and place
are those of what was told.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reportedly.attributions.govern import governing
from reportedly.claims.answers.answering import bearing
from reportedly.lexicon.modality import Modality
from reportedly.lexicon.victims import ALL, SOME, Victims
from reportedly.model.claim import Attribution, Claim, Note, Teller
from reportedly.model.reading import Who
from reportedly.model.text import Page, Sentence, Span
from reportedly.model.words import Measure, Stance

_BACK = 4  # sentences between the deed and the words that say whom it hit
_BACK_THEY = 1  # where only "they" points at those harmed
_HARM = frozenset({Measure.KILLED, Measure.WOUNDED, Measure.CASUALTIES})
_SUBJECT = frozenset({"nsubj", "nsubjpass"})
_JOINED = frozenset({"conj", "appos"})
_STANCES = frozenset({Stance.STATES, Stance.ALLEGES, Stance.CONFIRMS})
"""What is denied of those harmed says nothing of what they were."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Said:
    """``cue`` is the verb, ``nouns`` are the nouns for what those harmed were, ``pointed`` says that only a pronoun
    stands for them, ``turned`` that something else is negated of them ("not soldiers but volunteers")."""

    sentence: Sentence
    cue: int
    nouns: tuple[int, ...]
    rule: str
    pointed: bool
    turned: bool


def victims(
    page: Page,
    attributions: Sequence[Attribution],
    claims: Sequence[Claim],
    actors: Sequence[Who],
    own_voice: tuple[Teller, ...],
    words: Victims,
    modality: Modality,
) -> tuple[Claim, ...]:
    """One claim for each sentence that only says who was hit by the deed told last. Where none was told shortly before,
    or the sentence counts them itself, there is none."""
    found: dict[int, Claim] = {}
    for said in _all_said(page, words, modality):
        told = _teller(said, attributions, own_voice)
        here = [w for w in actors if w.sentence == said.sentence.number and w.head in said.nouns]
        target = _hit(page, said, claims)
        if not here or target is None or told.stance not in _STANCES:
            continue
        text = "what all of those harmed were" if said.rule == ALL else "what some of those harmed were"
        because = Note(field="targets", rule=said.rule, text=text, span=said.sentence.tokens[said.cue].span)
        found.setdefault(said.sentence.number, bearing(told, target, _span(said, told), because, here))
    return tuple(found.values())


def _all_said(page: Page, words: Victims, modality: Modality) -> Iterator[_Said]:
    for sentence in page.sentences:
        for number, token in enumerate(sentence.tokens):
            lemma = token.lemma.lower()
            if lemma in words.being or lemma in words.including or (lemma in words.told and token.tag == "VBN"):
                said = _said(sentence, number, words, modality)
                if said is not None and said.nouns:
                    yield said


def _said(sentence: Sentence, verb: int, words: Victims, modality: Modality) -> _Said | None:
    tokens, below = sentence.tokens, sentence.children[verb]
    including = tokens[verb].lemma.lower() in words.including
    subject = _subject(sentence, verb, words)
    if subject is None or any(_open(sentence, c, modality) for c in below):
        return None
    first = _predicate(sentence, verb, words)
    they = tokens[subject].text.lower() in modality.stands_in
    if not they and not _harmed(sentence, subject, words):
        return None
    near = (*below, *(c for f in first for c in sentence.children[f]), *sentence.subtree(subject))
    some = including or any(tokens[n].text.lower() in words.some for n in near)
    turned = any(tokens[c].dep == "neg" for c in below)
    nouns = tuple(n for f in first for n in _positive(sentence, f, verb, modality))
    if they and not words.standings(tokens[n].text for n in nouns):
        return None
    return _Said(sentence=sentence, cue=verb, nouns=nouns, rule=SOME if some else ALL, pointed=they, turned=turned)


def _predicate(sentence: Sentence, verb: int, words: Victims) -> list[int]:
    """What the verb says of its subject: its object, its predicate noun, what stands behind "as"."""
    tokens, below = sentence.tokens, sentence.children[verb]
    lemma = tokens[verb].lemma.lower()
    if lemma in words.including:
        return [c for c in below if tokens[c].dep == "dobj"]
    if lemma in words.being:
        return [c for c in below if tokens[c].dep == "attr"]
    roles = [c for c in below if tokens[c].dep == "prep" and tokens[c].text.lower() in words.role]
    return [g for c in roles for g in sentence.children[c] if tokens[g].dep == "pobj"]


def _open(sentence: Sentence, child: int, modality: Modality) -> bool:
    """Whether a word below the verb leaves open what they were ("could be", "if they were")."""
    token = sentence.tokens[child]
    return token.tag == "MD" or (token.dep == "mark" and token.text.lower() in modality.conditions)


def _subject(sentence: Sentence, verb: int, words: Victims) -> int | None:
    """The subject of a verb of being, or that of the verb by which it is told ("were believed to be")."""
    tokens = sentence.tokens
    for here in (verb, tokens[verb].head):
        found = next((c for c in sentence.children[here] if tokens[c].dep in _SUBJECT), None)
        if found is not None:
            return found
        if tokens[here].dep != "xcomp" or tokens[tokens[here].head].lemma.lower() not in words.told:
            return None
    return None


def _harmed(sentence: Sentence, subject: int, words: Victims) -> bool:
    """Whether the subject is whoever was hurt: "the dead", "those killed", "most of the victims", and no number."""
    tokens = sentence.tokens
    phrase = sentence.subtree(subject)
    if any(tokens[n].pos == "NUM" for n in phrase):
        return False
    heads = [subject]
    if tokens[subject].lemma.lower() in words.some | words.all:  # "most of the dead", not "the number of dead"
        heads += [n for n in phrase if tokens[n].dep == "pobj" and tokens[tokens[n].head].head == subject]
    heads += [c for h in tuple(heads) for c in sentence.children[h] if tokens[c].dep == "acl"]
    return any(tokens[n].lemma.lower() in words.harmed or tokens[n].text.lower() in words.harmed for n in heads)


def _positive(sentence: Sentence, noun: int, verb: int, modality: Modality) -> Iterator[int]:
    """The nouns of a predicate that are said of those harmed: not what stands under "not" ("not soldiers but
    volunteers", "militants, not civilians")."""
    tokens = sentence.tokens
    negated = any(tokens[c].dep == "neg" for c in sentence.children[verb])
    for number in sentence.subtree(noun):
        if number != noun and not (tokens[number].dep in _JOINED and _chain(sentence, number, noun)):
            continue
        turned = negated and number != noun
        if turned or not (negated or _under_not(sentence, number, modality)):
            yield number


def _chain(sentence: Sentence, number: int, noun: int) -> bool:
    """Whether a noun is joined to the predicate, directly or through others so joined."""
    while sentence.tokens[number].dep in _JOINED:
        number = sentence.tokens[number].head
    return number == noun


def _under_not(sentence: Sentence, noun: int, modality: Modality) -> bool:
    opens = min(sentence.subtree(noun)) - 1
    before = sentence.tokens[opens].text.lower() if opens >= 0 else ""
    below = {sentence.tokens[c].text.lower() for c in sentence.children[noun] if c < noun}
    return before in modality.negations or bool(below & modality.negations)


def _teller(said: _Said, attributions: Sequence[Attribution], own_voice: tuple[Teller, ...]) -> Attribution:
    cue = said.sentence.tokens[said.cue].span
    told = governing(attributions, cue)
    if told is not None:
        return replace(told, stance=Stance.STATES) if said.turned and told.stance is Stance.DENIES else told
    return Attribution(source=(), cue=(cue,), content=(), stance=Stance.STATES, chain=own_voice, rule=said.rule)


def _hit(page: Page, said: _Said, claims: Sequence[Claim]) -> Claim | None:
    """The deed told last before that counts people hurt; none where the sentence itself counts them or tells of one."""
    sentence = said.sentence
    here = [c for c in claims if c.span.touches(sentence.span) and c.stance is not Stance.DENIES]
    if any(c.tolls or c.targets or c.perpetrators for c in here):
        return None
    back = _BACK_THEY if said.pointed else _BACK
    since = page.sentences[max(0, sentence.number - back)].span.start
    before = [
        c
        for c in claims
        if since <= c.span.start < sentence.span.start
        and c.stance is not Stance.DENIES
        and not c.container
        and any(t.measure in _HARM and not t.cumulative for t in c.tolls)
    ]
    last = max(before, key=lambda c: (c.span, c.id), default=None)
    return None if last is None or (said.pointed and any(w.described for w in last.perpetrators)) else last


def _span(said: _Said, told: Attribution) -> Span:
    whole = said.sentence.span
    held = next((s for s in told.content if s.touches(said.sentence.tokens[said.cue].span)), whole)
    return Span(max(held.start, whole.start), min(held.end, whole.end))
