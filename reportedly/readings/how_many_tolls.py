"""A sentence in, its running numbers out: "the toll rose to 45", "bringing to seven the number of troops killed"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportedly.lexicon.counting import Kind
from reportedly.lexicon.measures import Frame
from reportedly.mentions.counts_fates import Cue
from reportedly.model.words import Measure
from reportedly.readings.how_many_moods import Mood, mood
from reportedly.readings.how_many_phrases import is_people
from reportedly.readings.how_many_scene import Phrase, Scene
from reportedly.readings.how_many_words import Reading

FAR = 20
"""Tokens that may stand between a word for a running number and its figure."""
RANK = 4
"""Tokens within which a superlative follows the "of" of a rank ("one of the three deadliest")."""
BROUGHT = 6
"""Tokens that may stand between "bringing" and the number brought ("bringing to about seven the total number")."""
_CLAUSES = frozenset({"acl", "relcl"})


def tolls(scene: Scene, found: list[Reading]) -> list[Reading]:
    """The running numbers; readings in ``found`` of those they run over ("the number of troops") are taken out."""
    made: list[Reading] = []
    for cue in scene.cues:
        if cue.fate.frame is not Frame.TOLL:
            continue
        measure = cue.measure or _measured(scene, cue) or _before(scene, cue, found)
        phrase = _figure(scene, cue, [*found, *made]) if measure is not None else None
        if phrase is None or measure is None or mood(scene, cue.token) is Mood.DENIED:
            continue
        whom = _run_over(scene, cue)
        found[:] = [r for r in found if r.phrase.head not in whom or r.phrase.number is not None]
        bringing = cue.measure is None and _is_brought(scene, cue)
        made.append(
            Reading(
                phrase=_widened(scene, phrase, cue, whom),
                cue=cue,
                measure=measure,
                event=cue.token,
                rules=(*cue.rules, *((scene.counting.addresses[Kind.BRINGING],) if bringing else ())),
                cumulative=bringing,
            )
        )
    return made


def _is_brought(scene: Scene, cue: Cue) -> bool:
    """Whether a verb before the number, or above it, brings it to its figure."""
    above = scene.sentence.ancestors(cue.token)[:1]
    if any(scene.has(Kind.BRINGING, n) for n in (*range(max(0, cue.token - BROUGHT), cue.token), *above)):
        return True
    return scene.sentence.tokens[cue.token].dep == "dobj" and any(scene.has(Kind.REACHING, n) for n in above)


def _run_over(scene: Scene, cue: Cue) -> tuple[int, ...]:
    """The tokens of the noun phrase after "number of"."""
    children = scene.sentence.children[cue.token]
    complement = [c for c in children if scene.sentence.tokens[c].dep == "prep"]
    return tuple(n for c in complement for n in scene.sentence.subtree(c))


def _measured(scene: Scene, cue: Cue) -> Measure | None:
    """What the words after "number of" say became of them, or the participle right behind ("the number killed")."""
    behind = scene.cued.get(cue.stop)
    if behind is not None and behind.fate.frame is Frame.DONE_TO and scene.sentence.tokens[cue.stop].tag == "VBN":
        return behind.measure
    for at in scene.sentence.subtree(cue.token):
        if at <= cue.token:
            continue
        inside = scene.cued.get(at)
        if (
            inside is not None
            and inside.measure is not None
            and not (inside.fate.frame is Frame.THING or inside.fate.at)
        ):
            return inside.measure
    return None


def _before(scene: Scene, cue: Cue, found: Sequence[Reading]) -> Measure | None:
    """In "an officer died, bringing the total to 14": the measure of what was told before."""
    if not any(_comes_to(scene, at) for at in scene.sentence.ancestors(cue.token)[:1]):
        return None
    before = [r for r in found if r.phrase.stop <= cue.token and r.measure in scene.fates.people_measures]
    return before[-1].measure if before else None


def _figure(scene: Scene, cue: Cue, found: Sequence[Reading]) -> Phrase | None:
    """The figure: the last one led to after the word ("rose from 12 to 45"), or the one right before it."""
    taken = {r.phrase.number.first for r in found if r.phrase.number is not None}
    after = [
        phrase
        for first, phrase in sorted(scene.phrases.items())
        if cue.stop <= first and _reached(scene, cue, first) and _led_to(scene, cue, first) and _can_run(scene, phrase)
        if not _said_of_another(scene, cue, first)
    ]
    if after:
        chosen = after[1] if len(after) > 1 and after[1].first - after[0].stop <= 1 else after[0]
        return None if chosen.first in taken else _latest(scene, chosen)
    for phrase in scene.phrases.values():
        counts = phrase.number is not None and not phrase.number.none  # "had no immediate toll" is no toll of none
        if counts and phrase.number is not None and 0 < cue.token - phrase.number.stop + 1 <= 3 and phrase.first > 0:
            gap = range(phrase.number.stop, cue.token)
            if scene.has(Kind.TO, phrase.first - 1) and all(
                scene.sentence.tokens[n].pos in ("DET", "ADJ") for n in gap
            ):
                return None if phrase.first in taken else phrase
    return None


def _reached(scene: Scene, cue: Cue, first: int) -> bool:
    """Whether the figure stands near the word, or the verb whose subject the word is comes to it, however much is said
    between of what cost the lives ("the toll from the blast that tore through a market on Monday rose to 44")."""
    if first <= cue.stop + FAR:
        return True
    tokens = scene.sentence.tokens
    noun = _noun(scene, cue)
    verb = tokens[noun].head
    own = tokens[noun].dep == "nsubj" and _comes_to(scene, verb)
    return own and verb in scene.sentence.ancestors(first)[:2]


def _said_of_another(scene: Scene, cue: Cue, first: int) -> bool:
    """Whether the figure stands in a clause about a noun that is said with the word: "the toll of the blast in a camp
    that held people FROM TWO TOWNS rose to 44"."""
    tokens = scene.sentence.tokens
    noun = _noun(scene, cue)
    above = scene.sentence.ancestors(first)
    if noun not in above:
        return False
    clauses = (n for n in above[: above.index(noun)] if tokens[n].dep in _CLAUSES and tokens[n].head != noun)
    return any(n not in scene.cued and not _comes_to(scene, n) for n in clauses)  # not "the number of people KILLED"


def _noun(scene: Scene, cue: Cue) -> int:
    token = scene.sentence.tokens[cue.token]
    return token.head if token.dep == "compound" else cue.token  # "the death TOLL"


def _latest(scene: Scene, phrase: Phrase) -> Phrase:
    """In "rose from 12 to 19" the later figure; else the phrase as it is."""
    if not scene.has(Kind.START, phrase.first - 1) or phrase.best is not None or phrase.high is None:
        return phrase
    return replace(phrase, low=phrase.high, best=phrase.high)


def _led_to(scene: Scene, cue: Cue, first: int) -> bool:
    """Whether the figure is led to: "the toll rose TO 45", "stood AT 45", "INCLUDED four children"."""
    included = cue.measure is not None and first - 1 == cue.stop and scene.has(Kind.PART, cue.stop)
    return first == cue.stop or scene.has(Kind.TO, first - 1) or _comes_to(scene, first - 1) or included


def _comes_to(scene: Scene, at: int) -> bool:
    return any(scene.has(kind, at) for kind in (Kind.BRINGING, Kind.REACHING, Kind.PUTTING))


def _can_run(scene: Scene, phrase: Phrase) -> bool:
    if phrase.number is None or phrase.number.none or _is_rank(scene, phrase):
        return False
    return phrase.noun is None or is_people(scene, phrase) or phrase.noun in scene.cued


def _is_rank(scene: Scene, phrase: Phrase) -> bool:
    """Whether the number is of a rank: "the toll is ONE OF the largest"."""
    behind = range(phrase.stop + 1, phrase.stop + RANK)
    return scene.has(Kind.OF, phrase.stop) and any(scene.has(Kind.FIRST, at) for at in behind)


def _widened(scene: Scene, phrase: Phrase, cue: Cue, whom: tuple[int, ...]) -> Phrase:
    """With the words it runs over, where they follow it: "seven the number of Russian troops"."""
    if phrase.number is None or phrase.number.stop > cue.token:
        return phrase
    tokens = scene.sentence.tokens
    noun = next((n for n in whom if tokens[n].pos in ("NOUN", "PROPN") and tokens[n].dep == "pobj"), None)
    bare = replace(phrase, noun=noun, stop=phrase.number.stop)
    return bare if noun is None else replace(bare, stop=noun + 1)
