"""The names of a side in, the keys by which it is told apart out: a government, a group, civilians, nobody known.

Ours are told apart by the vocabulary's side; theirs by the phrases of their codebooks ("Government of Veldania",
"Military Forces of Veldania (2021-)") and by the names of the vocabulary. Two sides are one where they share a key.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from reportedly.exports.sides import is_civil
from reportedly.lexicon.actors import Actors
from reportedly.lexicon.rivals import Means, Phrase
from reportedly.model.reading import Who
from reportedly.model.rival import Side
from reportedly.rivals.countries import Countries

CIVILIANS = "civilians"
"""The key of all who bear no arms."""

_NOTE = re.compile(r"\s*\([^)]*\)")
_AFTER_COUNTRY = re.compile(r"\s*[(,].*")


class Parties:
    """Tells sides apart; what a name means is looked up once."""

    def __init__(self, actors: Actors, phrases: tuple[Phrase, ...], countries: Countries) -> None:
        self._actors, self._phrases, self._countries = actors, phrases, countries
        self._known: dict[str, tuple[frozenset[str], bool]] = {}

    def ours(self, actors: Iterable[Who]) -> Side:
        """A side of an incident. It is vague where its actors are only described ("rebels", "unknown gunmen")."""
        all_ = tuple(actors)
        keys = {key for who in all_ for key in self._of(who)}
        vague = bool(all_) and all(who.described and not is_civil(who) for who in all_)
        return Side(names=tuple(dict.fromkeys(who.name for who in all_)), keys=frozenset(keys), vague=vague)

    def theirs(self, names: tuple[str, ...]) -> Side:
        """A side as another coder wrote it."""
        found = [self._named(name) for name in names]
        vague = bool(found) and all(nobody for _, nobody in found)
        return Side(names=names, keys=frozenset(key for keys, _ in found for key in keys), vague=vague)

    def _of(self, who: Who) -> Iterator[str]:
        yield from self._named(who.name)[0]
        yield from (key for key in (who.side, who.actor_id) if key)
        if is_civil(who):
            yield CIVILIANS

    def _named(self, name: str) -> tuple[frozenset[str], bool]:
        """The keys of a name, and whether it says that nobody knows who it was."""
        if name not in self._known:
            keys = {_folded(name)}
            nobody = False
            for part in _parts(name):
                phrase = next((p for p in self._phrases if _begins(part, p)), None)
                nobody = nobody or (phrase is not None and phrase.means is Means.NOBODY)
                keys.update(self._keys(part, phrase))
            self._known[name] = (frozenset(keys), nobody)
        return self._known[name]

    def _keys(self, part: str, phrase: Phrase | None) -> Iterator[str]:
        yield _folded(_NOTE.sub("", part))
        if phrase is not None and phrase.means is Means.CIVILIANS:
            yield CIVILIANS
        if phrase is not None and phrase.of_country:
            yield from self._government(_AFTER_COUNTRY.sub("", part[len(phrase.head) :]).strip())
        found = self._actors.trie.find(_NOTE.sub("", part))
        yield from (key for actor in found[:1] for key in (actor.side, actor.id))

    def _government(self, country: str) -> Iterator[str]:
        """The side of a country's government, as the vocabulary names sides."""
        code = self._countries.code(country)
        if code:
            yield f"{code.lower()}-gov"


def agree(ours: tuple[Side, Side], theirs: tuple[Side, Side]) -> bool | None:
    """Whether the sides are the same two, whichever way round; ``None`` where no side can be held against another.

    Codebooks differ in who comes first (UCDP: the government; ACLED: whom the report names first), so the order is
    not weighed; a side that is not told, or only described, fits any.
    """
    straight = [_one(ours[0], theirs[0]), _one(ours[1], theirs[1])]
    crossed = [_one(ours[0], theirs[1]), _one(ours[1], theirs[0])]
    ways = [way for way in (straight, crossed) if False not in way]
    if not ways:
        return False
    return True if any(True in way for way in ways) else None


def _one(left: Side, right: Side) -> bool | None:
    if not left.names or not right.names:
        return None
    if left.keys & right.keys:
        return True
    return None if left.vague or right.vague else False


def _begins(part: str, phrase: Phrase) -> bool:
    """Whether a phrase stands at the beginning; one of a country needs a name behind it. Codes ("XXX0042") have digits
    behind them."""
    words = part.casefold()
    rest = words[len(phrase.head) :]
    return words.startswith(phrase.head) and (rest.startswith(" ") if phrase.of_country else not rest[:1].isalpha())


def _parts(name: str) -> tuple[str, ...]:
    """The name, and where it lists several ("Government of Veldania, Government of Korvia") or gives the short name
    first ("MLF: Marn Liberation Front") each of these."""
    parts = [name, *name.split(", ")] if ", " in name else [name]
    return tuple(dict.fromkeys([*parts, *(half for part in parts if ": " in part for half in part.split(": "))]))


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())
