"""The linking table in, a frozen table of happening families out: which kinds may be two words for one thing."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from reportedly.lexicon.adding import Adding, load_adding
from reportedly.lexicon.lines import HOME, Line, load
from reportedly.lexicon.victims import Victims, load_victims
from reportedly.model.words import Happening

TABLE = "linking"


class FamilyLine(Line):
    """A family of happenings. ``loose`` marks kinds so general that they fit every family, ``seldom`` a family whose
    kinds come over one place seldom, ``lasting`` one whose kinds go on for weeks, ``left`` those that the others of
    the family leave behind (damage, by a bombing), ``fits`` the kinds of which those of the family are general words
    (an attack, of a bombing), ``after`` the deeds that those of the family come of (an arrest, of a shooting)."""

    meaning: str
    kinds: tuple[Happening, ...]
    loose: bool = False
    seldom: bool = False
    lasting: bool = False
    left: tuple[Happening, ...] = ()
    fits: tuple[Happening, ...] = ()
    after: tuple[Happening, ...] = ()


@dataclass(frozen=True, slots=True)
class Families:
    """Which families each kind belongs to, which kinds fit all, which come over one place seldom (a town is bombed
    every day and falls once), which kinds each kind leaves behind, which kinds a general one may stand for, which
    go on for weeks, which deeds a kind comes of, the words that set one happening beside another, and those for what
    the harmed were."""

    of: dict[Happening, frozenset[str]]
    loose: frozenset[Happening]
    seldom: frozenset[Happening] = frozenset()
    left: dict[Happening, frozenset[Happening]] = field(default_factory=dict)
    fits: dict[Happening, frozenset[Happening]] = field(default_factory=dict)
    lasting: frozenset[Happening] = frozenset()
    after: dict[Happening, frozenset[Happening]] = field(default_factory=dict)
    adding: Adding = field(default_factory=Adding)
    victims: Victims = field(default_factory=Victims)
    _kin: dict[Happening, frozenset[Happening]] = field(init=False, repr=False, compare=False)
    _met: dict[Happening, frozenset[str]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        kin = {one: frozenset(other for other in Happening if self.kin(one, other)) for one in Happening}
        object.__setattr__(self, "_kin", kin)  # looked up for every two claims that are compared
        every = _NONE.union(*self.of.values())
        met = {kind: every if kind in self.loose else self.names(kind) for kind in Happening}
        object.__setattr__(self, "_met", met)  # looked up for every strand

    def names(self, kind: Happening) -> frozenset[str]:
        """The families under which a kind may meet others: for a general one those of all that it may stand for."""
        return frozenset(name for one in (kind, *self.fits.get(kind, ())) for name in self.of.get(one, _NONE))

    def met_under(self, kinds: Iterable[Happening]) -> frozenset[str]:
        """The families under which a happening of these kinds may meet others: all, where one of the kinds fits all."""
        return _NONE.union(*[self._met[kind] for kind in kinds])

    def told_by(self, kinds: Iterable[Happening]) -> frozenset[Happening]:
        """The kinds whose sentences, without day and place, may go on telling of a happening of these kinds."""
        told = frozenset(kinds)
        general = frozenset(kind for kind, fitted in self.fits.items() if fitted & told)
        return told | self.loose | self.left_by(told) | general

    def left_by(self, kinds: Iterable[Happening]) -> frozenset[Happening]:
        """The kinds that a happening of these kinds leaves behind."""
        return frozenset(left for kind in kinds for left in self.left.get(kind, ()))

    def kin(self, left: Happening, right: Happening) -> bool:
        """Whether the two kinds may be words for one thing."""
        if left is right or left in self.loose or right in self.loose:
            return True
        if right in self.fits.get(left, ()) or left in self.fits.get(right, ()):
            return True
        return bool(self.of.get(left, _NONE) & self.of.get(right, _NONE))

    def come_of(self, kinds: Collection[Happening], deeds: Collection[Happening]) -> bool:
        """Whether all of the one side is what comes of some deed of the other: somebody is held for it."""
        return all(not self.after.get(kind, _NO_KINDS).isdisjoint(deeds) for kind in kinds)

    def any_kin(self, left: Iterable[Happening], right: Collection[Happening]) -> bool:
        """Whether some kind of the one side is kin to some kind of the other."""
        return any(not self._kin[kind].isdisjoint(right) for kind in left)


_NONE: frozenset[str] = frozenset()
_NO_KINDS: frozenset[Happening] = frozenset()


@cache
def families(homes: Sequence[Path] = (HOME,)) -> Families:
    """The table of the vocabulary. Raises VocabError with file and line."""
    lines = load(TABLE, FamilyLine, homes)
    kinds = {kind for line in lines for kind in line.kinds}
    return Families(
        of={kind: frozenset(line.id for line in lines if kind in line.kinds) for kind in sorted(kinds)},
        loose=frozenset(kind for line in lines if line.loose for kind in line.kinds),
        seldom=frozenset(kind for line in lines if line.seldom for kind in line.kinds),
        lasting=frozenset(kind for line in lines if line.lasting for kind in line.kinds),
        left={
            kind: frozenset(left for line in lines if kind in line.kinds for left in line.left)
            for kind in sorted(kinds)
        },
        fits={kind: frozenset(line.fits) for line in lines if line.fits for kind in line.kinds},
        after={kind: frozenset(line.after) for line in lines if line.after for kind in line.kinds},
        adding=load_adding(homes),
        victims=load_victims(homes),
    )
