"""A sentence and the saying verbs in, drafts out: "X said that …", "…, said X", "X was quoted by Y as saying …"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reportedly.attributions.clauses import MARKS, OPENING, content_of
from reportedly.attributions.complements import Found
from reportedly.attributions.cues import governor
from reportedly.attributions.drafts import Draft
from reportedly.attributions.grammar import (
    antecedent,
    child,
    has_child,
    lemma,
    span,
)
from reportedly.attributions.passives import agent, in_state, passive, raising
from reportedly.attributions.relays import relayed
from reportedly.attributions.speakers import Speaker, phrase, speaker_of
from reportedly.attributions.worded import cue_span, source_span
from reportedly.lexicon.saying import Frame, Saying, Sayings
from reportedly.model.text import Sentence
from reportedly.model.words import Stance

_NEGATED: dict[Stance, Stance] = {Stance.CONFIRMS: Stance.DENIES}
_UNABLE: dict[Stance, Stance] = {Stance.CONFIRMS: Stance.DOUBTS}
_NEAR = 8
_PAST = frozenset({"VBD", "VBN"})
_HELD = frozenset({"ccomp", "xcomp", "oprd", "acomp"})
"""Words before and after a verb among which "citing …" can stand."""


def spot_verbs(sentence: Sentence, sayings: Sayings, heads: Iterable[int] = ()) -> Iterator[Draft]:
    """One draft for every saying verb that takes a content in its sentence and is not in ``heads``."""
    taken: set[int] = set(heads)
    cited: set[int] = set()
    found: list[Draft] = []
    spoken: dict[int, Speaker] = {}
    for number, token in enumerate(sentence.tokens):
        if token.pos not in ("VERB", "AUX") or number in taken or _set_beside(sentence, number):
            continue
        lines = sayings.verbs.get(token.lemma.lower())
        if not lines:
            continue
        lines = _by_object(sentence, number, lines)
        draft = relayed(sentence, number, lines, sayings, taken) or _active(sentence, number, lines, sayings, spoken)
        if draft is not None:
            cited.update(sentence.tokens[n].head for n in draft.inner)
            found.append(draft)
    yield from (draft for draft in found if draft.head not in cited)


def _set_beside(sentence: Sentence, number: int) -> bool:
    """Whether a word between a comma and "which" is a noun that looks back at what was told, whatever the parser takes
    it for ("…, claims which nobody could verify")."""
    tokens = sentence.tokens
    near = 0 < number < len(tokens) - 1 and tokens[number - 1].text == ","
    return near and tokens[number].tag in ("VBZ", "VBP") and tokens[number + 1].tag == "WDT"


def _by_object(sentence: Sentence, number: int, lines: tuple[Saying, ...]) -> tuple[Saying, ...]:
    """The lines, those first that ask for the very object that the verb has ("claimed responsibility")."""
    above = child(sentence, number, "dobj")
    word = None if above is None else lemma(sentence, above)
    return tuple(sorted(lines, key=lambda line: word is None or word not in line.objects))


def _active(
    sentence: Sentence, number: int, lines: tuple[Saying, ...], sayings: Sayings, spoken: dict[int, Speaker]
) -> Draft | None:
    is_passive = sentence.tokens[number].tag == "VBN" and not has_child(sentence, number, "aux")
    is_passive = is_passive or has_child(sentence, number, "auxpass", "nsubjpass")
    is_passive = is_passive and not _after_acronym(sentence, number)
    of_subject = in_state(sentence, number)
    for line in lines:
        who = speaker_of(sentence, number, line, spoken)
        if line.persons and not (_person(sentence, number, line) or _in_words(sentence, number, line)):
            continue
        if line.witnesses and _witnessed(sentence, number, line):
            continue
        if Frame.RAISING in line.frames:
            found, speaker = raising(sentence, number), None
        elif of_subject or (is_passive and not has_child(sentence, number, "nsubj")):
            found = passive(sentence, number, line)
            doer = agent(sentence, number)
            speaker = None if doer is None else phrase(sentence, doer, number)
        else:
            found = content_of(sentence, number, line, who)
            found = None if found is not None and _of_noun(sentence, number, found, sayings) else found
            speaker = who
        if found is None and _introduces(sentence, number, line):
            found = _behind_colon(sentence, number)
        if found is None or (speaker is not None and _figure(sentence, speaker.head)):
            continue
        if speaker is not None:
            spoken[number] = speaker
        above = None if is_passive else governor(sentence, number, sayings)
        if above is not None:
            speaker = speaker_of(sentence, above, line, spoken)
        cited = _cited(sentence, number, sayings)
        negated, unable = has_child(sentence, number, "neg"), _unable(sentence, number)
        stance = _UNABLE.get(line.stance, line.stance) if unable else line.stance
        return Draft(
            sentence=sentence.number,
            head=number,
            cue=cue_span(sentence, number, found.through, above),
            source=source_span(sentence, speaker, number),
            content=found.spans,
            saying=line,
            stance=_NEGATED.get(line.stance, line.stance) if negated else stance,
            tells=line.tells
            and found.tells
            and (not negated or line.stance in _NEGATED)
            and not _wished(sentence, number, sayings),
            speaker=None if speaker is None else antecedent(sentence, speaker.head),
            outer=_medium(sentence, number) if line.listener else (),
            inner=cited,
            quotes=found.quoted,
            takes_quote=Frame.QUOTE in line.frames,
            hedged=line.stance is not Stance.CONFIRMS
            and (line.thinks or Frame.RAISING in line.frames or (is_passive and Frame.PASSIVE in line.frames)),
        )
    return None


def _figure(sentence: Sentence, number: int) -> bool:
    """Whether a subject is a bare figure, and nobody who says something: "15 Reported Killed"."""
    return sentence.tokens[number].text[:1].isdigit() and not sentence.children[number]


def _person(sentence: Sentence, number: int, line: Saying) -> bool:
    """Whether somebody is the verb's own subject, by name or by one of the line's words for persons."""
    own = child(sentence, number, "nsubj")
    token = None if own is None else sentence.tokens[antecedent(sentence, own)]
    named = token is not None and token.entity == "PERSON"
    return named or (token is not None and not line.persons.isdisjoint((token.text.lower(), token.lemma.lower())))


def _witnessed(sentence: Sentence, number: int, line: Saying) -> bool:
    """Whether what happened is only said to have been seen or undergone: "Kolm SAW heavy shelling". What is held to be
    something ("saw it as a crime"), and what somebody sees now ("Korvia sees a risk"), is a judgement."""
    tokens = sentence.tokens
    if tokens[number].tag not in _PAST or not has_child(sentence, number, "dobj"):
        return False
    held = (c for c in sentence.children[number] if c > number)
    return not any(tokens[c].dep in _HELD or tokens[c].text.lower() in line.after for c in held)


def _unable(sentence: Sentence, number: int) -> bool:
    """Whether somebody is said not to be in a state to say it ("was not able to confirm")."""
    tokens = sentence.tokens
    state = tokens[number].head
    above = tokens[state].head
    adjective = tokens[number].dep == "xcomp" and tokens[state].dep == "acomp" and tokens[state].pos == "ADJ"
    return adjective and has_child(sentence, above, "neg")


def _in_words(sentence: Sentence, number: int, line: Saying) -> bool:
    """Whether what a body attacks, or why, shows that it does so in words: "attacked the report", "attacked the monitor
    over its figures", "attacked the plan as biased"."""
    target = child(sentence, number, "dobj")
    if target is None:
        return False
    if sentence.tokens[target].lemma.lower() in line.worded:
        return True
    near = (*sentence.children[number], *sentence.children[target])
    return any(_judges(sentence, c) for c in near if c > number and sentence.tokens[c].text.lower() in line.after)


def _judges(sentence: Sentence, brings: int) -> bool:
    """Whether a preposition brings what is thought of somebody: "for its silence", "as biased"."""
    tokens = sentence.tokens
    brought = child(sentence, brings, "pobj", "pcomp", "amod")
    if brought is None:
        return False
    return tokens[brought].pos == "ADJ" or child(sentence, brought, "poss") is not None


def _of_noun(sentence: Sentence, number: int, found: Found, sayings: Sayings) -> bool:
    """Whether the clause is what a noun before it says ("responded to allegations its men had fled")."""
    tokens, words = sentence.tokens, sentence.inside(found.spans[0])
    noun = words[0] - 1 if words and not found.quoted else -1
    if noun <= number + 1 or tokens[noun].pos != "NOUN" or tokens[noun].lemma.lower() not in sayings.nouns:
        return False
    brings = tokens[tokens[noun].head].text.lower()
    lines = sayings.verbs.get(tokens[number].lemma.lower(), ())
    return tokens[noun].dep == "pobj" and any(brings in line.preps for line in lines)


def _wished(sentence: Sentence, number: int, sayings: Sayings) -> bool:
    """ "Refused to say", "wants to announce": nothing has been told."""
    token = sentence.tokens[number]
    lines = sayings.verbs.get(lemma(sentence, token.head), ()) if token.dep == "xcomp" else ()
    return bool(lines) and not any(line.tells for line in lines)


def _introduces(sentence: Sentence, number: int, line: Saying) -> bool:
    """Whether a quotation mark follows, or the sentence ends in a colon: what is said comes after."""
    if not line.tells or Frame.QUOTE not in line.frames or number == 0:
        return False
    after = sentence.tokens[number + 1 : number + 4]
    later = range(number + 1, len(sentence.tokens) - 1)
    colon = any(sentence.tokens[n].text == ":" and sentence.tokens[n + 1].text in OPENING for n in later)
    return (
        colon
        or _closed(sentence, number)
        or sentence.tokens[-1].text.endswith(":")
        or any(t.text in OPENING for t in after)
    )


def _closed(sentence: Sentence, number: int) -> bool:
    """Whether a quote that ends like an utterance is closed shortly before (""Never," he said")."""
    tokens = sentence.tokens
    return any(
        tokens[n].text in MARKS and tokens[n - 1].text in (",", "?", "!") for n in range(max(1, number - _NEAR), number)
    )


def _behind_colon(sentence: Sentence, number: int) -> Found:
    """The quote behind a later colon ("said in answer to a question: …"); nothing yet if it is glued to the verb."""
    tokens = sentence.tokens
    for n in range(number + 2, len(tokens) - 1):
        if tokens[n].text == ":" and tokens[n + 1].text in OPENING:
            return Found(spans=(span(sentence, n + 1, len(tokens) - 1),), quoted=True)
    return Found(spans=())


def _after_acronym(sentence: Sentence, number: int) -> bool:
    """Whether the auxiliary is a name in capitals ("IS said")."""
    aux = child(sentence, number, "auxpass")
    return aux is not None and sentence.tokens[aux].text.isupper() and len(sentence.tokens[aux].text) > 1


def _medium(sentence: Sentence, number: int) -> tuple[int, ...]:
    """The listener of "told Reuters", if it can be an outlet: the chain decides."""
    listener = child(sentence, number, "dobj", "dative", "iobj")
    if listener is None:
        return ()
    token = sentence.tokens[listener]
    return (listener,) if token.pos in ("PROPN", "NOUN") or token.text.isupper() else ()


def _cited(sentence: Sentence, number: int, sayings: Sayings) -> tuple[int, ...]:
    """The noun of "citing …" beside the verb."""
    near = range(max(0, number - _NEAR), min(number + _NEAR, len(sentence.tokens)))
    for c in (*sentence.children[number], *near):
        token = sentence.tokens[c]
        lines = sayings.verbs.get(token.lemma.lower(), ()) if token.tag == "VBG" else ()
        if any(Frame.CITING in line.frames for line in lines):
            cited = child(sentence, c, "dobj", "pobj") or _before_acronym(sentence, c)
            return () if cited is None else (cited,)
    return ()


def _before_acronym(sentence: Sentence, number: int) -> int | None:
    """The noun before a name in capitals that the parser takes for its verb ("citing the state agency VELTA")."""
    clause = child(sentence, number, "ccomp")
    return child(sentence, clause, "nsubj") if clause is not None and sentence.tokens[clause].text.isupper() else None
