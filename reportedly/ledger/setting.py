"""Where words, places and trained weights come from in, a reader with its recipe out.

A setting is small and can be sent to another process, which then builds the reader for itself.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from reportedly.errors import InputError
from reportedly.model.findings import Findings
from reportedly.model.text import Report
from reportedly.runners import one_thread

if TYPE_CHECKING:
    from reportedly.attributions.learnt.weights import Weights
    from reportedly.gazetteer.index import PlaceIndex
    from reportedly.reader import Reader
    from reportedly.recipe import Recipe


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """``words`` are further vocabulary folders, read after the product's own; ``places`` is the folder of the
    gazetteers (the user's own where it is ``None``); ``attributions`` is a file of trained weights that correct the
    rules of attribution (the rules alone where it is ``None``)."""

    words: tuple[Path, ...] = ()
    places: Path | None = None
    attributions: Path | None = None

    @property
    def homes(self) -> tuple[Path, ...]:
        """All vocabulary folders, the product's own first."""
        from reportedly.lexicon.lines import HOME

        return (HOME, *self.words)

    def __call__(self) -> Callable[[Report], Findings]:
        """The reading function: what a worker process builds once."""
        return reader(self).read


@cache
def reader(setting: Setting) -> Reader:
    """The reader of a setting, built once in a process."""
    one_thread()  # before anything imports numpy
    from reportedly.ledger.assembly import assemble

    return assemble(setting.homes, places(setting), weights(setting))


@cache
def recipe(setting: Setting) -> Recipe:
    """What the reader of a setting is made of, to be stored with a run."""
    from reportedly.ledger.assembly import stages
    from reportedly.recipe import files_digest, installed, recipe_of

    learnt = weights(setting)
    return recipe_of(
        stages(learnt),
        words=files_digest(setting.homes),
        gazetteers={source.name: source.version for source, _ in places(setting).sources()},
        versions=installed(),
        models=() if learnt is None else (("attributor", learnt.digest),),
    )


@cache
def linking_recipe(setting: Setting, policy: str) -> Recipe:
    """What linking is made of: its code, the words and the policy. No reader is built for it."""
    from reportedly.incidents.linker import Linker
    from reportedly.recipe import files_digest, installed, recipe_of

    return recipe_of(
        {"linker": Linker},
        words=files_digest(setting.homes),
        versions=installed(("reportedly", "numpy")),
        policy=policy,
    )


def places(setting: Setting) -> PlaceIndex:
    """The gazetteers of a setting: those that were added, then the embedded one."""
    from reportedly.gazetteer.opening import open_gazetteer

    return open_gazetteer(setting.places)


def weights(setting: Setting) -> Weights | None:
    """The trained weights of a setting, if it has any. Raises InputError where the file cannot be used."""
    if setting.attributions is None:
        return None
    from reportedly.attributions.learnt.weights import from_bytes

    try:
        content = setting.attributions.read_bytes()
    except OSError as error:
        raise InputError(
            f"the learnt attributions cannot be opened: {error.strerror}",
            where=str(setting.attributions),
            mend="make the file with: reportedly learn attributions REPORTS GOLD --out MODEL",
            code="model-unusable",
        ) from error
    return from_bytes(content, str(setting.attributions))
