"""A sentence in, the phrases counted by its words of fate out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from reportedly.lexicon.counting import Kind
from reportedly.lexicon.measures import Frame
from reportedly.mentions.counts_fates import Cue
from reportedly.model.words import Measure
from reportedly.readings.how_many_bare import bare
from reportedly.readings.how_many_bearers import carrier
from reportedly.readings.how_many_frames import befallen
from reportedly.readings.how_many_lists import first_of, free_before, joined, listed, summed
from reportedly.readings.how_many_moods import Mood, mood
from reportedly.readings.how_many_phrases import is_people, is_thing
from reportedly.readings.how_many_scene import Phrase, Scene, run_at
from reportedly.readings.how_many_things import things
from reportedly.readings.how_many_ties import tied
from reportedly.readings.how_many_twofold import told_apart
from reportedly.readings.how_many_words import Reading

_VERBS = (Frame.DONE_TO, Frame.BEFALLS, Frame.SHED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bond:
    """A cue and a phrase that belong together. ``strength``: 3 side by side, 2 by the parse, 1 by nearness alone."""

    cue: Cue
    phrase: Phrase
    strength: int


def counted(scene: Scene) -> list[Reading]:
    """The counted phrases of a sentence, each with one fate (or with several that verbs joined together tell)."""
    ties = tied(scene)
    bonds = [bond for cue in scene.cues for bond in _bonds(scene, cue, ties)]
    bonds += _inherited(scene, bonds)
    bonds += _loose(scene, bonds)
    held = {bond.cue.token for bond in bonds}
    bonds += [Bond(cue=cue, phrase=phrase, strength=1) for cue, phrase in bare(scene, held)]
    kept = [b for b in _strongest(scene, bonds) if _holds(scene, b)]
    found = [reading for bond in kept for reading in _told(scene, bond)]
    return [*_totalled(scene, found), *things(scene, ties)]


def _bonds(scene: Scene, cue: Cue, ties: dict[int, Phrase]) -> Iterator[Bond]:
    if cue.fate.frame in (Frame.THING, Frame.TOLL):
        return
    tie = ties.get(cue.token)
    if tie is not None:
        people = cue.fate.frame is Frame.LOSS and scene.lower[cue.token] in scene.fates.persons
        for phrase in (tie,) if _within(cue, tie) else listed(scene, tie):
            if cue.fate.frame is Frame.REMAINS and phrase is not tie and not _remains(scene, phrase):
                continue  # "five bodies and TEN INJURED PEOPLE"
            if phrase is not tie and _other_fate(scene, cue, phrase):
                continue  # "13 MARTYRS and 20 injuries"
            yield Bond(cue=cue, phrase=phrase, strength=1 if people else 3 if phrase is tie else 2)
    heads = befallen(scene, cue) if cue.sure else ()
    row = len(heads) > 1 and max(heads) < cue.token  # "a guard, a cook and TWO DRIVERS were killed"
    if tie is None or row or _alongside(scene, tie):
        for head in heads:
            for phrase in joined(scene, head):
                if _of_first(scene, cue, phrase):
                    continue  # "one DEAD man and one woman with wounds"
                yield Bond(cue=cue, phrase=phrase, strength=2)


def _within(cue: Cue, phrase: Phrase) -> bool:
    """Whether the word stands between the number and its noun: it is said of those alone ("one DEAD man")."""
    return cue.fate.frame is Frame.STATE and phrase.noun is not None and phrase.first < cue.token < phrase.noun


def _of_first(scene: Scene, cue: Cue, phrase: Phrase) -> bool:
    """Whether the word stands before the noun of a list's first member, and this is another with a number or article
    of its own."""
    here = scene.sentence.tokens[cue.token]
    first = cue.fate.frame is Frame.STATE and here.dep == "amod" and here.head != phrase.head
    return first and phrase.first > here.head and (phrase.number is not None or phrase.one)


def _alongside(scene: Scene, phrase: Phrase) -> bool:
    """Whether the phrase only joins those told of before: "a woman along with her TWO CHILDREN was killed"."""
    own = scene.sentence.tokens[phrase.first - 1].tag == "PRP$"
    return scene.has(Kind.ALONGSIDE_END, phrase.first - (2 if own else 1))


def _remains(scene: Scene, phrase: Phrase) -> bool:
    """Whether the phrase counts remains, or has no noun of its own."""
    cue = scene.cued.get(phrase.head)
    return phrase.noun is None or (cue is not None and cue.fate.frame is Frame.REMAINS)


def _other_fate(scene: Scene, cue: Cue, phrase: Phrase) -> bool:
    """Whether the noun counted says itself what became of those people, and that is another fate."""
    own = scene.cued.get(phrase.head)
    return own is not None and own.measure is not None and own.measure is not cue.measure


def _inherited(scene: Scene, bonds: list[Bond]) -> list[Bond]:
    """What befell the subject or object of a verb befell it by the verbs joined to it too ("kidnapped and killed")."""
    tokens = scene.sentence.tokens
    owned = {bond.cue.token for bond in bonds}
    by_cue: dict[int, list[Bond]] = {}
    for bond in bonds:
        by_cue.setdefault(bond.cue.token, []).append(bond)
    found = list(_shared_loss(scene, by_cue))
    for cue in scene.cues:
        if (
            cue.token in owned
            or _has_own(scene, cue)
            or cue.fate.frame not in (*_VERBS, Frame.STATE)
            or tokens[cue.token].dep != "conj"
        ):
            continue
        above = scene.cued.get(tokens[cue.token].head)
        for bond in by_cue.get(above.token, ()) if above is not None else ():
            found.append(Bond(cue=cue, phrase=bond.phrase, strength=bond.strength))
    return found


def _shared_loss(scene: Scene, by_cue: dict[int, list[Bond]]) -> Iterator[Bond]:
    """Nouns joined before one complement share it: "the KIDNAPPING and assassination of five students"."""
    tokens = scene.sentence.tokens
    losses = [cue for cue in scene.cues if cue.fate.frame is Frame.LOSS]
    for left, right in pairwise(losses):
        joined = tokens[right.token].dep == "conj" and tokens[right.token].head == left.token
        if not joined or right.token - left.token > 3:
            continue
        for giver, taker in ((left, right), (right, left)):
            if taker.token not in by_cue:
                for bond in by_cue.get(giver.token, ()):
                    yield Bond(cue=taker, phrase=bond.phrase, strength=bond.strength)


def _loose(scene: Scene, bonds: list[Bond]) -> list[Bond]:
    """For words of fate that the parse left without a number: the last number of people before them that nothing else
    holds and that opens no part ("at least 14 civilians from two families, including four women, were killed")."""
    held = {bond.phrase.first for bond in bonds}
    numbered = {b.cue.token for b in bonds if b.phrase.number is not None or not b.phrase.vague}
    found = []
    for cue in scene.cues:
        if cue.token not in numbered and cue.fate.frame in (Frame.DONE_TO, Frame.BEFALLS) and _suffers(scene, cue):
            phrase = free_before(scene, cue, held)
            if phrase is not None:
                held.add(phrase.first)
                found.append(Bond(cue=cue, phrase=phrase, strength=1))
    return found


def _suffers(scene: Scene, cue: Cue) -> bool:
    """Whether the verb plainly speaks of its subject: in the passive, or a verb of dying."""
    if cue.fate.at:
        return False
    helpers = {scene.sentence.tokens[c].dep for c in scene.sentence.children[cue.token]}
    return "auxpass" in helpers or (cue.fate.frame is Frame.BEFALLS and "nsubj" in helpers)


def _has_own(scene: Scene, cue: Cue) -> bool:
    """Whether the verb has a subject or object of its own, so that it inherits none."""
    own = {"nsubj", "nsubjpass", "dobj"}
    return any(scene.sentence.tokens[c].dep in own for c in scene.sentence.children[cue.token])


def _verbs_joined(scene: Scene, one: Cue, other: Cue) -> bool:
    """Whether the two words are verbs joined to each other ("kidnapped and killed")."""
    tokens = scene.sentence.tokens
    first, second = sorted((one.token, other.token))
    return tokens[second].dep == "conj" and tokens[second].head == first and second - first <= 3


def _strongest(scene: Scene, bonds: list[Bond]) -> list[Bond]:
    """For each phrase the cues that hold it hardest. A phrase that is tight by one word is not lent to another."""
    best: dict[int, Bond] = {}
    for bond in bonds:
        held = best.get(bond.phrase.head)
        if held is None or bond.strength > held.strength:
            best[bond.phrase.head] = bond
    seen: set[tuple[int, object]] = set()
    hurt = {bond.phrase.head for bond in bonds if bond.cue.measure is Measure.WOUNDED}
    kept = []
    for bond in bonds:
        if bond.phrase.head in hurt and bond.cue.fate.frame is Frame.BORNE and bond.cue.measure is Measure.CASUALTIES:
            continue  # "five WOUNDED officers were taken to hospital"
        key = (bond.phrase.head, bond.cue.measure)
        top = best[bond.phrase.head]
        if (bond.strength == top.strength or _verbs_joined(scene, bond.cue, top.cue)) and key not in seen:
            seen.add(key)
            kept.append(bond)
    return kept


def _holds(scene: Scene, bond: Bond) -> bool:
    """Whether the phrase can meet that fate: people where people are asked for, and never things counted themselves."""
    phrase, cue = bond.phrase, bond.cue
    own = phrase.noun is not None and phrase.noun == cue.token
    if cue.fate.counted and phrase.noun is None and cue.measure is Measure.KILLED:
        return False  # "inns, two of which were DESTROYED"
    if cue.fate.people and phrase.noun is None and scene.has(Kind.OF, phrase.stop):
        return run_at(scene, Kind.MEMBER, phrase.stop) > 0
    if phrase.noun is not None and scene.fates.persons.get(scene.lower[phrase.noun]) in cue.fate.spares:
        return False
    if _is_size(scene, phrase) and not (own and cue.measure in (Measure.LOSSES, Measure.CASUALTIES)):
        return False
    if not own and is_thing(scene, phrase):
        return False
    if cue.fate.counted and not own and (phrase.number is None or phrase.number.none):
        return False
    if cue.fate.at and (phrase.noun is None or not 0 <= cue.token - phrase.stop <= 2):
        return False
    if cue.fate.owned and own:
        return False
    if cue.measure is Measure.LOSSES and not own:
        return False
    if cue.fate.frame is Frame.LOSS and own and cue.fate.under and not cue.fate.by and not _under(scene, cue):
        return False
    if cue.fate.frame is Frame.REMAINS and not own and phrase.number is None:
        return phrase.best is not None and cue.measure is Measure.KILLED and is_people(scene, phrase)
    if cue.fate.people and not own:
        return is_people(scene, phrase)
    if own and phrase.vague and cue.measure is None:
        return False
    return own or phrase.one or phrase.noun is None or is_people(scene, phrase) or phrase.number is not None


def _is_size(scene: Scene, phrase: Phrase) -> bool:
    return phrase.number is not None and phrase.number.vague == scene.counting.addresses[Kind.SIZE]


def _under(scene: Scene, cue: Cue) -> bool:
    """Whether one of the acts that the line asks for governs the noun, or a number counts it."""
    above = scene.lower[scene.sentence.tokens[cue.token].head]
    return any(above in scene.fates.acts[act] for act in cue.fate.under)


def _told(scene: Scene, bond: Bond) -> Iterator[Reading]:
    cue, phrase = bond.cue, bond.phrase
    told = mood(scene, carrier(scene, cue) if cue.fate.frame is Frame.BORNE else cue.token)
    nobody = phrase.number is not None and phrase.number.none
    if told is Mood.UNREAL or (told is Mood.DENIED and not nobody):
        return
    if cue.measure is None or (nobody and (_of_others(scene, phrase) or _of_grave_ones(scene, bond))):
        return
    rules = (*cue.rules, *((scene.counting.addresses[Kind.TOO],) if _too(scene, bond) else ()))
    phrase = _heads_of(scene, phrase)
    whole = Reading(phrase=phrase, cue=cue, measure=cue.measure, event=cue.token, rules=rules, nobody=nobody)
    yield from told_apart(scene, whole)


def _heads_of(scene: Scene, phrase: Phrase) -> Phrase:
    """The people of so many families, where brackets count them: "300 families (2,000 PEOPLE) were displaced"."""
    if not phrase.vague or phrase.number is None or phrase.number.vague or phrase.stop + 1 not in scene.numbered:
        return phrase
    told = scene.phrases[scene.numbered[phrase.stop + 1].first]
    bracketed = scene.lower[phrase.stop] == "(" and scene.lower[told.stop : told.stop + 1] == [")"]
    people = told.noun is not None and is_people(scene, told)
    return told if bracketed and people and told.first == phrase.stop + 1 else phrase


def _too(scene: Scene, bond: Bond) -> bool:
    """Whether the words tell of people besides those told of before: "his son was ALSO killed"."""
    if bond.cue.fate.frame not in (*_VERBS, Frame.STATE):
        return False
    after = range(bond.phrase.stop, bond.cue.token)
    return any(scene.has(Kind.TOO, at) for at in after) or scene.has(Kind.TOO, bond.cue.token - 1)


def _of_others(scene: Scene, phrase: Phrase) -> bool:
    """Whether the words are for others than those told of: "no one ELSE was hurt" denies nothing that was told."""
    return any(scene.has(Kind.REST, at) for at in range(phrase.first, phrase.stop + 1))


def _of_grave_ones(scene: Scene, bond: Bond) -> bool:
    """Whether a word for harm is said of grave harm alone: "no SERIOUS injuries", "nobody was BADLY hurt"."""
    return any(scene.has(Kind.GRAVE, c) for c in scene.sentence.children[bond.cue.token])


def _totalled(scene: Scene, found: list[Reading]) -> list[Reading]:
    """The members of a list and, where all have a figure, their sum, of which they then are parts."""
    by_event: dict[tuple[int, object], list[Reading]] = {}
    for reading in found:
        by_event.setdefault((_row(scene, reading), reading.measure), []).append(reading)
    kept: list[Reading] = []
    for group in by_event.values():
        total = summed(scene, [reading.phrase for reading in group])
        if total is None:
            kept += group
            continue
        whole = replace(group[0], phrase=total)
        span = whole.span(scene)
        kept.append(whole)
        kept += [replace(r, part_of=span) for r in group if r.phrase.number is not None and not r.phrase.one]
    return kept


def _row(scene: Scene, reading: Reading) -> int:
    """What makes a list one: the word of fate, or, where each member has its own ("13 male BODIES and one female
    BODY"), the member that the others are joined to."""
    phrase = reading.phrase
    own = reading.event == phrase.head or phrase.first <= reading.event < phrase.stop
    return first_of(scene, phrase.head) if own else reading.event
