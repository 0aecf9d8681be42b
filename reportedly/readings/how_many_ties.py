"""The words of fate and the numbers of a sentence in, those that stand side by side out: "8 killed", "wounding 30".

Nearness is surer than a parse: headlines and texts without commas are parsed badly, yet the number stands by its word.
"""

from __future__ import annotations

from reportedly.lexicon.counting import Kind
from reportedly.lexicon.measures import Frame
from reportedly.mentions.counts_fates import Cue
from reportedly.readings.how_many_bearers import bearers
from reportedly.readings.how_many_clauses import OBJECTS, SUBJECTS, children
from reportedly.readings.how_many_phrases import another, is_people
from reportedly.readings.how_many_rows import part_firsts
from reportedly.readings.how_many_scene import Phrase, Scene

GAP = 5
"""Tokens of auxiliaries and adverbs that may stand between a number and its word ("were also reportedly killed")."""
ASIDE = 20
"""Tokens that words in brackets between a number and its word may have."""

_BETWEEN = frozenset({"AUX", "ADV"})
_PARTICIPLES = frozenset({"VBN", "VBD", "JJ", "NN", "NNS", "NNP", "VBP", "NNPS"})
_LEFT = frozenset({Frame.DONE_TO, Frame.BEFALLS, Frame.STATE})
_NOUN = frozenset({Frame.LOSS, Frame.REMAINS, Frame.THING, Frame.LIVES})


def tied(scene: Scene) -> dict[int, Phrase]:
    """For each cue, by its token, the phrase that stands tight beside it."""
    ties: dict[int, Phrase] = {}
    taken = set(part_firsts(scene))
    for cue in scene.cues:
        phrase = _beside(scene, cue, taken)
        if phrase is not None:
            ties[cue.token] = phrase
            taken.add(phrase.first)
    return ties


def _beside(scene: Scene, cue: Cue, taken: set[int]) -> Phrase | None:
    if cue.fate.frame in _NOUN:
        return None if bearers(scene, cue) else _own(scene, cue)
    if cue.fate.frame is Frame.SHED:
        return _right(scene, cue, taken)
    if cue.fate.frame not in _LEFT or cue.fate.at:
        return None
    left, sure = _left(scene, cue, taken)
    if cue.fate.frame is not Frame.DONE_TO:
        return left
    if left is not None and not sure and _done_to_another(scene, cue, left):
        left = None
    right = _right(scene, cue, taken)
    if left is None and right is not None and _belongs_on(scene, right):
        return None
    if left is None or right is None:
        return left or right
    return left if sure or _leads_on(scene, right) is not None else right


def _own(scene: Scene, cue: Cue) -> Phrase | None:
    """The number that counts the noun itself: "12 deaths"."""
    phrase = next((p for p in scene.phrases.values() if p.noun is not None and cue.token == p.noun), None)
    if phrase is not None:
        return phrase
    number = scene.numbered.get(cue.token - 1)
    phrase = scene.phrases[number.first] if number is not None and number.stop == cue.token else None
    return phrase if phrase is not None and phrase.noun is None else None


def _left(scene: Scene, cue: Cue, taken: set[int]) -> tuple[Phrase | None, bool]:
    """The phrase that ends before the word, and whether an auxiliary between shows that it was done to them."""
    tokens = scene.sentence.tokens
    if tokens[cue.token].tag not in _PARTICIPLES and cue.fate.frame is Frame.DONE_TO:
        return None, False
    at, sure = cue.token - 1, False
    while at >= 0 and cue.token - at <= GAP and not _ends(scene, at) and _between(scene, at):
        sure = sure or tokens[at].pos == "AUX"
        at -= 1
    at = _before_brackets(scene, at)
    phrase = next((p for p in scene.phrases.values() if p.stop == at + 1), None)
    if phrase is None and scene.has(Kind.ANOTHER, at):
        return another(scene, at, Kind.ANOTHER), True
    if phrase is None and scene.has(Kind.NTH, at) and scene.has(Kind.SINGLE, at - 1):
        return another(scene, at, Kind.NTH), True
    if phrase is None or phrase.first in taken:
        return None, False
    phrase = _carrying(scene, phrase)
    phrase = _some_of(scene, phrase) if sure else phrase  # "is one of the 31 killed" counts the 31
    return phrase, sure or cue.fate.frame is not Frame.DONE_TO


def _done_to_another(scene: Scene, cue: Cue, before: Phrase) -> bool:
    """Whether the phrase before the verb is its subject and a person its object: "TWO GUNMEN killed the mayor" counts
    who did it."""
    tokens, head = scene.sentence.tokens, before.head
    while tokens[head].dep == "pobj" and scene.has(Kind.OF, tokens[head].head):  # "a group of GUNMEN"
        head = tokens[tokens[head].head].head
    subject = tokens[head].dep in SUBJECTS and tokens[head].head == cue.token
    return subject and any(scene.person(o) for o in children(scene, cue.last, OBJECTS))


def _between(scene: Scene, at: int) -> bool:
    """Whether the word may stand between a number and its fate: an auxiliary, an adverb, or a participle of telling
    ("were REPORTED killed", "are FEARED dead")."""
    token = scene.sentence.tokens[at]
    return token.pos in _BETWEEN or (token.tag == "VBN" and scene.has(Kind.RAISING, at))


def _before_brackets(scene: Scene, at: int) -> int:
    """The token before words in brackets that end at the token, or the token itself: "24 rebels (a group of the
    north) were killed"."""
    if at < 0 or scene.lower[at] != ")":
        return at
    opened = next((n for n in range(at, max(-1, at - ASIDE), -1) if scene.lower[n] == "("), 0)
    return opened - 1 if opened > 0 else at


def _carrying(scene: Scene, phrase: Phrase) -> Phrase:
    """The people of whom a number of groups only tells more: "THIRTEEN CIVILIANS across three generations"."""
    if not phrase.vague or scene.sentence.tokens[phrase.first - 1].pos != "ADP":
        return phrase
    before = (p for p in scene.phrases.values() if p.stop == phrase.first - 1 and not p.vague and is_people(scene, p))
    return next(before, phrase)


def _some_of(scene: Scene, phrase: Phrase) -> Phrase:
    """The number of some of those whom the phrase counts: "TWO of the three men were killed"."""
    if not scene.has(Kind.OF, phrase.first - 1):
        return phrase
    number = scene.numbered.get(phrase.first - 2)
    return scene.phrases[number.first] if number is not None and number.stop == phrase.first - 1 else phrase


def _ends(scene: Scene, at: int) -> bool:
    return any(phrase.stop == at + 1 for phrase in scene.phrases.values())


def _right(scene: Scene, cue: Cue, taken: set[int]) -> Phrase | None:
    """The phrase that begins after the word, unless something was done to its subject."""
    tokens = scene.sentence.tokens
    if any(tokens[c].dep == "auxpass" for c in scene.sentence.children[cue.last]):
        return None
    at = cue.stop
    while at < len(tokens) and at - cue.stop < 2 and at not in scene.numbered and tokens[at].pos in ("ADV", "DET"):
        at += 1
    if scene.has(Kind.ANOTHER, cue.stop) and tokens[cue.stop].dep == "dobj" and tokens[cue.stop].head == cue.token:
        return another(scene, cue.stop, Kind.ANOTHER)
    number = scene.numbered.get(at)
    if number is None or number.first != at or number.first in taken:
        return None
    return scene.phrases[number.first]


def _leads_on(scene: Scene, phrase: Phrase) -> Cue | None:
    """The word of fate right after the phrase: "5 killed 10 WOUNDED"."""
    cue = scene.cued.get(phrase.stop)
    return cue if cue is not None and cue.fate.frame in _LEFT else None


def _belongs_on(scene: Scene, phrase: Phrase) -> bool:
    """Whether the phrase is of the word after it, which no number follows: "a woman killed 30 INJURED in Kolm"; but
    in "killed 17 WOUNDED 30" it is of the word before."""
    cue = _leads_on(scene, phrase)
    return cue is not None and cue.stop not in scene.numbered
