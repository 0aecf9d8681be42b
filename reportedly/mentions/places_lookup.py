"""The look-ups that spotting and reading places need: names in, bearers out."""

from __future__ import annotations

from typing import Protocol

from reportedly.model.reading import Place


class Lookup(Protocol):
    """``stages.Gazetteer`` without ``near``, and proposals by sound."""

    def find(self, name: str) -> tuple[Place, ...]:
        """Every bearer of the name, most populous first."""
        ...

    def alike(self, name: str) -> tuple[Place, ...]:
        """The places that sound like the name, most populous first."""
        ...
