"""vocab/happenings, en/happening and en/things → the frozen table of words for happenings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from reportedly.lexicon.lines import HOME, Line, load
from reportedly.lexicon.measures import person_nouns
from reportedly.lexicon.mishaps import Mishaps, load_mishaps
from reportedly.model.words import Happening


class KindLine(Line):
    """A kind of happening: its family, how specific it is, and its codes in ACLED and PLOVER."""

    family: str
    rank: int
    acled: str
    plover: str


class HappeningLine(Line):
    """Words for a kind of happening. See the head of ``vocab/en/happening.yml``."""

    kind: Happening
    nouns: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    open: bool = False
    harm: bool = False
    people: bool = False
    object: tuple[str, ...] = ()
    reach: bool = False
    everyday: bool = False
    means: bool = False
    work: bool = False
    dismisses: bool = False
    manner: bool = False
    search: bool = False
    natural: bool = False
    presence: bool = False
    limits: bool = False
    unowned: bool = False
    away: frozenset[str] = frozenset()
    unless: frozenset[str] = frozenset()
    unless_after: frozenset[str] = frozenset()
    unless_before: frozenset[str] = frozenset()
    unless_doer: frozenset[str] = frozenset()


class ThingLine(Line):
    """A class of things acted on. ``names`` lets a proper name that the parser gave no label count too; ``people``
    adds all nouns for people that can be counted."""

    nouns: frozenset[str] = frozenset()
    entities: frozenset[str] = frozenset()
    names: bool = False
    people: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """One form of one line: its words in dictionary form, and whether it is a verb."""

    words: tuple[str, ...]
    verb: bool
    line: HappeningLine


@dataclass(frozen=True, slots=True, kw_only=True)
class Happenings:
    """Forms by their first word (longest first), kinds and thing classes by id."""

    forms: dict[str, tuple[Form, ...]]
    kinds: dict[Happening, KindLine]
    things: dict[str, ThingLine]
    open: frozenset[str]  # addresses of the lines whose kind the context decides
    harm: frozenset[str]  # addresses of the lines whose nouns belong to those harmed ("the rebels' dead")
    people: frozenset[str]  # addresses of the lines whose words tell what is done to people and to nothing else
    everyday: frozenset[str]  # addresses of the lines whose words mean war only with somebody who fights
    means: frozenset[str] = frozenset()  # addresses of the lines whose nouns are things that can be bought and carried
    work: frozenset[str] = frozenset()  # addresses of the lines whose nouns are also what workers do ("a strike")
    dismisses: frozenset[str] = frozenset()  # addresses of the lines whose verbs also end an employment
    manner: frozenset[str] = frozenset()  # addresses of the lines that say how, though their kind is general
    search: frozenset[str] = frozenset()  # addresses of the lines that are also a search ("a police raid")
    natural: frozenset[str] = frozenset()  # addresses of the lines whose harm needs no deed ("died")
    presence: frozenset[str] = frozenset()  # addresses of the lines that only say where forces are
    limits: frozenset[str] = frozenset()  # addresses of the lines that deny more than they name ("limited to advice")
    unowned: frozenset[str] = (
        frozenset()
    )  # addresses of the lines whose nouns are no one nation's ("the Korvian fighting")

    mishaps: Mishaps = field(default_factory=Mishaps)  # what harms without being anybody's deed

    def rank(self, kind: Happening) -> int:
        """How specific a kind is, from 0 to 9."""
        return self.kinds[kind].rank

    def family(self, kind: Happening) -> str:
        """The family of a kind: remote, fighting, holding, control, movement, damage, truce or speech."""
        return self.kinds[kind].family


def load_happenings(homes: Sequence[Path] = (HOME,)) -> Happenings:
    """The table of all homes. Raises VocabError with file and line."""
    lines = load("en/happening", HappeningLine, homes)
    return Happenings(
        forms=_by_first_word(lines),
        kinds={Happening(line.id): line for line in load("happenings", KindLine, homes)},
        things={line.id: _widened(line, homes) for line in load("en/things", ThingLine, homes)},
        open=frozenset(line.address for line in lines if line.open),
        harm=frozenset(line.address for line in lines if line.harm),
        people=frozenset(line.address for line in lines if line.people),
        everyday=frozenset(line.address for line in lines if line.everyday),
        means=frozenset(line.address for line in lines if line.means),
        work=frozenset(line.address for line in lines if line.work),
        dismisses=frozenset(line.address for line in lines if line.dismisses),
        manner=frozenset(line.address for line in lines if line.manner),
        search=frozenset(line.address for line in lines if line.search),
        natural=frozenset(line.address for line in lines if line.natural),
        presence=frozenset(line.address for line in lines if line.presence),
        limits=frozenset(line.address for line in lines if line.limits),
        unowned=frozenset(line.address for line in lines if line.unowned),
        mishaps=load_mishaps(homes),
    )


def _widened(line: ThingLine, homes: Sequence[Path]) -> ThingLine:
    return line.model_copy(update={"nouns": line.nouns | person_nouns(homes)}) if line.people else line


def _by_first_word(lines: Iterable[HappeningLine]) -> dict[str, tuple[Form, ...]]:
    found: dict[str, list[Form]] = {}
    for line in lines:
        for text, verb in [*((n, False) for n in line.nouns), *((v, True) for v in line.verbs)]:
            words = tuple(text.split())
            found.setdefault(words[0], []).append(Form(words=words, verb=verb, line=line))
    return {first: tuple(sorted(forms, key=_narrowness)) for first, forms in found.items()}


def _narrowness(form: Form) -> tuple[int, bool]:
    """Longer forms first, and of one length those that ask for an object."""
    return -len(form.words), not form.line.object
