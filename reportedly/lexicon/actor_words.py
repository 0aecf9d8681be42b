"""Everything that the actor reader needs of the vocabulary, in one frozen bundle."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from reportedly.lexicon.acting import Acting, load_acting
from reportedly.lexicon.belonging import Belonging, load_belonging
from reportedly.lexicon.counting import load_counting
from reportedly.lexicon.lines import HOME
from reportedly.lexicon.names import Names, load_names
from reportedly.lexicon.no_actors import NoActors, load_no_actors
from reportedly.lexicon.pointing import Pointing, load_pointing
from reportedly.lexicon.roles import People, load_people
from reportedly.lexicon.units import Units, load_units
from reportedly.lexicon.weapons import Weapons, load_weapons


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorWords:
    """Names of actors, nouns for people, names of units by pattern, verbs of acting, and weapons."""

    names: Names
    people: People
    units: Units
    acting: Acting
    belonging: Belonging
    weapons: Weapons
    no_actors: NoActors
    pointing: Pointing
    numbers: Mapping[str, int]


def load_actor_words(homes: Sequence[Path] = (HOME,)) -> ActorWords:
    """The bundle from vocabulary files. Raises VocabError with file and line."""
    return ActorWords(
        names=load_names(homes),
        people=load_people(homes),
        units=load_units(homes),
        acting=load_acting(homes),
        belonging=load_belonging(homes),
        weapons=load_weapons(homes),
        no_actors=load_no_actors(homes),
        pointing=load_pointing(homes),
        numbers=load_counting(homes).values,
    )
