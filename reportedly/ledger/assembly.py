"""Words, places and weights in, the stages set up with them out: the one place that names every stage's class."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from reportedly.attributions.attributor import SayingAttributor, load_attributor
from reportedly.attributions.learnt.attributor import LearntAttributor
from reportedly.attributions.learnt.weights import Weights
from reportedly.claims.claimer import RuleClaimer
from reportedly.claims.holdings import RuleHoldings
from reportedly.claims.who.arms import Arms
from reportedly.gazetteer.index import PlaceIndex
from reportedly.lexicon.actor_words import load_actor_words
from reportedly.lexicon.capitals import load_capitals
from reportedly.lexicon.dating import load_dating
from reportedly.lexicon.genres import load_genres
from reportedly.lexicon.happenings import load_happenings
from reportedly.lexicon.holding import load_holding
from reportedly.lexicon.measures import load_counts
from reportedly.lexicon.modality import load_modality
from reportedly.lexicon.moving import load_moving
from reportedly.lexicon.placing import load_placing
from reportedly.lexicon.roundup import load_roundups
from reportedly.lexicon.states import load_states
from reportedly.lexicon.victims import load_victims
from reportedly.mentions.happenings import WordHappenings
from reportedly.parsing.spacy_parser import SpacyParser, load_model
from reportedly.passages.split import PlainSplitter
from reportedly.reader import Reader
from reportedly.readings.how_many import CountReader
from reportedly.readings.when import TimeReader
from reportedly.readings.where import PlaceReader
from reportedly.readings.who import ActorReader

STAGES: dict[str, type] = {
    "splitter": PlainSplitter,
    "parser": SpacyParser,
    "times": TimeReader,
    "places": PlaceReader,
    "actors": ActorReader,
    "happenings": WordHappenings,
    "counts": CountReader,
    "attributor": SayingAttributor,
    "claimer": RuleClaimer,
    "holdings": RuleHoldings,
}
"""The class of each stage: what a recipe names, without a reader being built for it."""


def stages(weights: Weights | None = None) -> dict[str, type]:
    """The class of each stage of a reader, with or without trained weights for the attributions."""
    return STAGES if weights is None else {**STAGES, "attributor": LearntAttributor}


def assemble(homes: Sequence[Path], gazetteer: PlaceIndex, weights: Weights | None = None) -> Reader:
    """The reader of some vocabulary folders and a gazetteer. Loads the parser's model and every vocabulary.

    With ``weights`` the attributions of the rules are corrected by what was learnt.
    """
    happenings, modality = load_happenings(homes), load_modality(homes)
    actor_words, holding = load_actor_words(homes), load_holding(homes)
    attributor = load_attributor(homes, outlets=actor_words.names.outlets)
    return Reader(
        splitter=PlainSplitter(),
        parser=SpacyParser(load_model()),
        times=TimeReader(load_dating(homes)),
        places=PlaceReader(gazetteer, load_placing(homes), load_capitals(homes)),
        actors=ActorReader(actor_words),
        happenings=WordHappenings(happenings),
        counts=CountReader(load_counts(homes)),
        attributor=attributor if weights is None else LearntAttributor(attributor, weights),
        claimer=RuleClaimer(
            happenings=happenings,
            modality=modality,
            roundups=load_roundups(homes),
            arms=Arms(states=load_states(homes)),
            moving=load_moving(homes),
            victims=load_victims(tuple(homes)),
            genres=load_genres(homes),
            holding=holding,
        ),
        holdings=RuleHoldings(words=holding, modality=modality),
    )
