"""A number read and the times of its sentence in, whether it is the cost of a war or of years out: "the conflict has
killed 30,000", "7,000 died during ten years of war", "more than 300,000 people have been killed".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from reportedly.lexicon.counting import Kind
from reportedly.lexicon.measures import Frame
from reportedly.model.mention import TimeType
from reportedly.model.reading import HowMany, When
from reportedly.model.words import Measure
from reportedly.readings.how_many_scene import Scene
from reportedly.readings.how_many_words import Reading

_LONG_STRETCH = re.compile(r"P[0-9X.]+(?:Y|M|DE|CE)")
_REACH = 14
"""Words from a rank to its "since"."""
WAR: Mapping[Measure, int] = {
    Measure.KILLED: 2_000,
    Measure.WOUNDED: 10_000,
    Measure.CASUALTIES: 10_000,
    Measure.DISPLACED: 1_000_000,
}
"""From how many on people of whom the perfect tells ("have been killed") are counted over a war and not in one
happening of it, unless a date says otherwise. Few single deeds ever killed two thousand."""
OF_DEEDS = 500
"""From how many dead or injured on several deeds did it, where they or their doers stand in the plural ("killed in
RAIDS"), or the words tell of a month and of no deed."""
_HURT = frozenset({Measure.KILLED, Measure.WOUNDED, Measure.CASUALTIES})
_AS_MANY = 2
"""How many times the cost of a war another count of it may be smaller."""
_ANY = {
    Measure.KILLED: 100_000,
    Measure.WOUNDED: 100_000,
    Measure.CASUALTIES: 100_000,
    Measure.DISPLACED: 10_000_000,
}
"""From how many on that is so whatever the verb."""
_HANGING = frozenset({"conj", "ccomp", "xcomp", "oprd", "acomp", "dobj", "pobj", "prep", "advcl", "acl", "appos"})


def lasting(scene: Scene, reading: Reading, told: Sequence[When]) -> bool:
    """Whether a happening that lasts did it ("the conflict has killed"), or days of it ("seven days of raids left"), or
    years of it. ``told`` are the times of the sentence."""
    path = tuple(_upwards(scene, reading.event))
    event = path[-1]
    tokens, children = scene.sentence.tokens, scene.sentence.children
    subjects = [c for c in children[event] if tokens[c].dep == "nsubj" and c != reading.phrase.head]
    subjects += _antecedent(scene, event)
    if tokens[event].dep == "acl" and tokens[event].tag == "VBG":
        subjects.append(tokens[event].head)  # "with the ongoing war killing 3,000"
    if any(scene.has(Kind.LONG, s) or _is_duration(scene, s, told) for s in subjects):
        return True
    below = [b for at in (*path, *subjects) for p in children[at] if tokens[p].dep == "prep" for b in children[p]]
    return any((scene.has(Kind.LONG, b) and b > event) or _spans(scene, b, told) for b in below)


def of_war(scene: Scene, reading: Reading, told: Sequence[When]) -> bool:
    """Whether so many died, or fled, that no day but a war has cost them, and nothing in the sentence gives a day or a
    year: "MORE THAN 300,000 people have been killed". Thousands ask for a verb in the perfect, and hundreds for several
    deeds besides ("600 have been killed in RAIDS"); hundreds of thousands for nothing else: "The bombs killed 80,000"
    may be of one day."""
    number = reading.phrase.size
    if any(_dates(when) for when in told):
        return False
    if (least := _ANY.get(reading.measure)) is not None and number >= least:
        return True
    least = WAR.get(reading.measure)
    enough = least is not None and number >= least
    if not enough and reading.measure in _HURT and number >= OF_DEEDS:
        return _by_several(scene, _leading(scene, reading.event))
    return enough and any(_in_perfect(scene, at) for at in _upwards(scene, reading.event))


def _leading(scene: Scene, event: int) -> int:
    """The verb whose helpers a participle beside it shares: "have been KILLED and 2,600 injured"."""
    tokens = scene.sentence.tokens
    while tokens[event].tag in ("VBN", "NNS") and tokens[event].dep in ("conj", "acl"):
        event = tokens[event].head
    return event


def _by_several(scene: Scene, verb: int) -> bool:
    """Whether a passive in the perfect has deeds or doers behind it, or behind a participle beside it, and all of them
    stand in the plural."""
    tokens, children = scene.sentence.tokens, scene.sentence.children
    if not (_in_perfect(scene, verb) and any(tokens[c].dep == "nsubjpass" for c in children[verb])):
        return False
    verbs = [n for n, token in enumerate(tokens) if token.tag == "VBN" and _leading(scene, n) == verb]
    below = [b for v in verbs for c in children[v] if tokens[c].dep in ("agent", "prep") for b in children[c]]
    common = [tokens[b].tag for b in below if tokens[b].tag in ("NN", "NNS") and tokens[b].entity != "DATE"]
    return bool(common) and set(common) == {"NNS"}


def of_war_told(scene: Scene, reading: Reading, count: HowMany, told: Sequence[HowMany]) -> HowMany:
    """The count, running where it is put to a toll right behind the cost of a war ("The war has killed tens of
    thousands. The UN PUT THE TOLL AT 20,000") and is no smaller by far: it is of that war too."""
    number = next((n for n in (count.best, count.low, count.high) if n is not None), 0)
    if reading.cue.fate.frame is not Frame.TOLL or count.cumulative:
        return count
    before = (t for t in reversed(told) if t.measure is count.measure and count.sentence - t.sentence <= 1)
    war = next(before, None)
    if war is None or not war.cumulative or scene.counting.addresses[Kind.LONG] not in (war.rule, *war.also):
        return count
    least = war.low or war.best or (war.implied or (0, None))[0]
    if number * _AS_MANY < least:
        return count
    return replace(count, cumulative=True, since=war.since, also=(*count.also, scene.counting.addresses[Kind.LONG]))


def _dates(when: When) -> bool:
    return when.type is TimeType.DATE and when.days is not None and when.days.start is not None


def _in_perfect(scene: Scene, verb: int) -> bool:
    helpers = (scene.sentence.tokens[c] for c in scene.sentence.children[verb])
    return any(helper.dep == "aux" and helper.lemma == "have" for helper in helpers)


def _upwards(scene: Scene, event: int) -> Iterator[int]:
    """The word of fate, and what it hangs on up to the word that has a subject."""
    tokens = scene.sentence.tokens
    while True:
        yield event
        subject = any(tokens[c].dep in ("nsubj", "nsubjpass") for c in scene.sentence.children[event])
        if subject or tokens[event].dep not in _HANGING:
            return
        event = tokens[event].head


def _antecedent(scene: Scene, event: int) -> list[int]:
    """What the relative word of the verb's clause stands for, where it did it or it is what went on: "the WAR that has
    killed 300", "a WAR during which 300 died"."""
    tokens = scene.sentence.tokens
    here = tokens[event]
    if here.dep == "conj":  # "a war THAT began in 2011 and WHICH has killed 300"
        here = tokens[here.head]
    if here.dep != "relcl":
        return []
    below = scene.sentence.children[event]
    over = [b for c in below if scene.has(Kind.OVER, c) for b in scene.sentence.children[c]]
    did = [c for c in below if tokens[c].dep == "nsubj"]
    return [here.head] if any(scene.has(Kind.RELATIVE, c) for c in (*did, *over)) else []


def _spans(scene: Scene, token: int, told: Sequence[When]) -> bool:
    """Whether the token ends a stretch of months or years that the number runs over: "in NINE YEARS", "during TEN YEARS
    of war"; no single happening lasts so long."""
    start = scene.sentence.tokens[token].start
    stretches = (w for w in told if w.type is TimeType.DURATION and _LONG_STRETCH.match(w.value))
    preposition = scene.sentence.tokens[token].head
    if ranks(scene, preposition):
        return False
    return scene.has(Kind.OVER, preposition) and any(w.span.start <= start < w.span.end for w in stretches)


def _is_duration(scene: Scene, token: int, told: Sequence[When]) -> bool:
    start = scene.sentence.tokens[token].start
    durations = (w for w in told if w.type is TimeType.DURATION)
    return any(when.span.start <= start < when.span.end for when in durations)


def ranks(scene: Scene, at: int) -> bool:
    """Whether a word of rank stands before "since" or a stretch in its phrase ("the FIRST blast to hit the heart of the
    town", "one of their DEADLIEST raids in years")."""
    for n in range(at - 1, max(-1, at - _REACH), -1):
        if scene.has(Kind.FIRST, n):
            return True
        if scene.sentence.tokens[n].pos == "PUNCT" and scene.lower[n] != "-":
            return False
    return False
