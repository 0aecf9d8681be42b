"""Documents in, the same documents with their entities out: spaCy's own entity recogniser, stepped from here.

``EntityRecognizer.predict`` gives up Python's lock for all its steps and takes it again for each label of each token
(the compiled class of its states asks for it), which costs it half its time. Stepped from here the lock is kept. The
steps, the scores and the entities are the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.tokens import Doc


def recognise(recogniser: Any, docs: list[Doc]) -> None:
    """Sets the entities of the documents, as the recogniser's ``pipe`` would. ``recogniser`` searches greedily."""
    states = recogniser.moves.init_batch(docs)
    scorer = recogniser.model.predict(docs)
    unfinished = [state for state in states if not state.is_final()]
    while unfinished:
        unfinished = recogniser.transition_states(unfinished, scorer.predict(unfinished))
    scorer.clear_memory()
    recogniser.set_annotations(docs, states)


def is_greedy(component: object) -> bool:
    """Whether the component is an entity recogniser that can be stepped: one without a beam."""
    from spacy.pipeline import EntityRecognizer

    return isinstance(component, EntityRecognizer) and component.cfg.get("beam_width") == 1
