"""A noun in the plural for a loss, with nobody counted beside it, in, the people who bore it out: "causing INJURIES".

Such words say that there were some. Only where a verb causes or reports them: "a risk of injuries" tells nothing.
"""

from __future__ import annotations

from collections.abc import Container, Iterator

from reportedly.lexicon.counting import Kind
from reportedly.lexicon.measures import Frame
from reportedly.mentions.counts import Number
from reportedly.mentions.counts_fates import Cue
from reportedly.readings.how_many_scene import Phrase, Scene

_ACT = "bringing-about"
"""The line of the verbs that cause or report a loss."""
_OWNERS = frozenset({"poss", "det", "nummod"})


def bare(scene: Scene, bound: Container[int]) -> Iterator[tuple[Cue, Phrase]]:
    """The cues that no phrase is bound to, each with itself as the phrase."""
    for cue in scene.cues:
        if cue.fate.frame is Frame.LOSS and cue.token not in bound and _told_of(scene, cue.token):
            none = _none_of(scene, cue.token)
            yield cue, _some(scene, cue.token) if none is None else _nobody(cue.token, none)


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
