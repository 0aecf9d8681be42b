"""A noun for a loss or for remains, with nobody counted beside it, in, the people who bore it out: "causing INJURIES".

A plural says that there were some, only where a verb causes or reports them: "a risk of injuries" tells nothing. "A
TRIPLE murder" says how many died, A BODY that was found is one dead, and A FATAL SHOOTING cost at least one life.
"""

from __future__ import annotations

from collections.abc import Container, Iterator

from reportedly.lexicon.counting import Kind
from reportedly.lexicon.measures import Frame
from reportedly.mentions.counts import Number
from reportedly.mentions.counts_fates import Cue
from reportedly.model.words import Measure
from reportedly.readings.how_many_nouns import INSIDE
from reportedly.readings.how_many_scene import Phrase, Scene

_ACT = "bringing-about"
"""The line of the verbs that cause or report a loss."""
_NOUNS = frozenset({"NN", "VBG"})  # "slaying" is either
_FOUND = "finding"
"""The line of the words by which remains come to light."""
_OWNERS = frozenset({"poss", "det", "nummod"})


def bare(scene: Scene, bound: Container[int]) -> Iterator[tuple[Cue, Phrase]]:
    """The cues that no phrase is bound to, each with itself as the phrase."""
    for cue in scene.cues:
        if cue.token in bound:
            continue
        many = _manifold(scene, cue)
        if many is not None:
            yield cue, many
        elif cue.fate.frame is Frame.LOSS and _told_of(scene, cue.token):
            none = _none_of(scene, cue.token)
            yield cue, _some(scene, cue.token) if none is None else _nobody(cue.token, none)
        elif cue.fate.frame is Frame.LOSS and cue.fate.single and _says_alone(scene, cue):
            yield cue, _at_least_one(scene, cue)
        elif cue.fate.frame is Frame.REMAINS and _is_found_one(scene, cue.token):
            yield cue, _one_of_them(scene, cue.token)


def _manifold(scene: Scene, cue: Cue) -> Phrase | None:
    """Those whom one word before a killing counts: "a TRIPLE MURDER"."""
    if cue.fate.frame not in (Frame.LOSS, Frame.DONE_TO) or cue.measure is not Measure.KILLED or cue.token == 0:
        return None
    told = scene.counting.manifold.get(scene.lower[cue.token - 1])
    if told is None or scene.sentence.tokens[cue.token].tag not in _NOUNS:
        return None
    number, rule = told
    return Phrase(
        first=cue.token - 1,
        stop=cue.stop,
        noun=cue.token,
        low=number,
        best=number,
        high=number,
        rules=(rule,),
        one=True,
    )


def _says_alone(scene: Scene, cue: Cue) -> bool:
    """Whether a killing in the singular is all that its sentence says of the dead ("held over a FATAL SHOOTING"): it
    is nobody's by name, and nothing else counts them."""
    tokens, first = scene.sentence.tokens, cue.stop - len(cue.fate.base.split("-"))
    if tokens[cue.token].tag not in _NOUNS or (first and tokens[first - 1].text in INSIDE):
        return False
    if any(other.measure is Measure.KILLED for other in scene.cues if other is not cue):
        return False
    return not any(_owned(scene, c) for c in scene.sentence.children[cue.token] if tokens[c].tag != "DT")


def _at_least_one(scene: Scene, cue: Cue) -> Phrase:
    first = cue.stop - len(cue.fate.base.split("-"))
    rules = (scene.counting.addresses[Kind.SINGLE],)  # as of one person told of, it gives way to any count
    return Phrase(first=first, stop=cue.stop, noun=None, low=1, best=1, high=None, rules=rules)


def _is_found_one(scene: Scene, token: int) -> bool:
    """Whether remains in the singular, known from nothing told before, came to light ("found A BODY")."""
    tokens = scene.sentence.tokens
    articles = [c for c in scene.sentence.children[token] if tokens[c].pos == "DET"]
    if tokens[token].tag != "NN" or not any(scene.has(Kind.SINGLE, c) for c in articles):
        return False
    above = tokens[token].head
    if tokens[token].dep == "pobj":
        above = tokens[above].head
    return scene.lower[above] in scene.fates.acts[_FOUND]


def _one_of_them(scene: Scene, token: int) -> Phrase:
    first = min(scene.sentence.children[token], default=token)
    rules = (scene.counting.addresses[Kind.SINGLE],)
    return Phrase(first=min(first, token), stop=token + 1, noun=token, low=1, best=1, high=1, rules=rules, one=True)


def _told_of(scene: Scene, token: int) -> bool:
    tokens = scene.sentence.tokens
    if tokens[token].tag != "NNS" or any(_owned(scene, c) for c in scene.sentence.children[token]):
        return False
    while tokens[token].dep == "conj" and tokens[token].head < token:
        token = tokens[token].head
    above = tokens[token].head
    if tokens[token].dep == "pobj":
        above = tokens[above].head
    elif tokens[token].dep not in ("dobj", "nsubj", "nsubjpass", "attr"):
        return False
    return scene.lower[above] in scene.fates.acts[_ACT]


def _none_of(scene: Scene, token: int) -> Number | None:
    """The word by which there was nothing of what stands first in a list, and so of all that follows ("no damage or
    injuries")."""
    tokens = scene.sentence.tokens
    while tokens[token].dep == "conj" and tokens[token].head < token:
        token = tokens[token].head
    numbers = (scene.numbered.get(c) for c in scene.sentence.children[token])
    return next((number for number in numbers if number is not None and number.none), None)


def _nobody(token: int, none: Number) -> Phrase:
    return Phrase(first=token, stop=token + 1, noun=token, low=0, best=0, high=0, rules=none.rules, number=none)


def _owned(scene: Scene, child: int) -> bool:
    """Whether the words are of somebody's or of known losses ("his injuries", "the deaths of two")."""
    tokens = scene.sentence.tokens
    return tokens[child].dep in _OWNERS or (tokens[child].dep == "prep" and scene.has(Kind.WHOSE, child))


def _some(scene: Scene, token: int) -> Phrase:
    rules = (scene.counting.addresses[Kind.PLURAL],)
    implied = scene.fates.profile.get(rules[0])
    return Phrase(
        first=token,
        stop=token + 1,
        noun=token,
        low=None,
        best=None,
        high=None,
        rules=rules,
        implied=implied,
        vague=True,
    )
