"""The type of a stretch of words that may be one place name, with its bearers."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.lexicon.placing import Feature
from reportedly.mentions.places_names import Run
from reportedly.model.reading import Place
from reportedly.model.text import Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """Tokens ``first`` up to ``last`` as one name. ``name`` is looked up: the words without a feature word where the
    gazetteer does not know them with it. ``core`` is one past the last token of the name proper. ``listed`` is true
    after "the towns of", where names may follow one another without commas; ``cut`` counts the letters at the end that
    are no part of the name ("Dolvis" for "Dolvi's" in a text without apostrophes)."""

    run: Run
    first: int
    last: int
    core: int
    name: str
    hits: tuple[Place, ...]
    feature: Feature | None = None
    listed: bool = False
    cut: int = 0


def words(sentence: Sentence, first: int, last: int) -> str:
    """The words of tokens ``first`` up to ``last`` as they stand in the sentence."""
    offset = sentence.passage.span.start
    return sentence.text[sentence.tokens[first][0] - offset : sentence.tokens[last - 1][1] - offset]
