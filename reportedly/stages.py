"""A Protocol for each stage of the path, so that any of them can be swapped in a recipe.

    report → passages → parse → times, places, actors, counts, … → attributions → claims → incidents → estimates

Every stage is pure: values in, value out, the same every time. None reads a file, a clock or the network.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple, Protocol, TypeVar

from reportedly.model.claim import Attribution, Claim, Issue, Teller
from reportedly.model.control import Holding
from reportedly.model.findings import Readings
from reportedly.model.incident import Comparison, Copy, Incident, Judgement
from reportedly.model.mention import HappeningMention, HedgeMention, WeaponMention
from reportedly.model.reading import HowMany, Place, When, Where, Who
from reportedly.model.text import Page, Passages, Report, Sentence

Item = TypeVar("Item", covariant=True)


class Splitter(Protocol):
    """Report → passages, quotes and entries. Boilerplate spans of the report become passages of that kind."""

    def split(self, report: Report) -> Passages: ...


class Parser(Protocol):
    """Passages → parsed sentences, one per passage in the same order; those not worth parsing have no tokens."""

    def parse(self, report: Report, passages: Passages) -> tuple[Sentence, ...]: ...


class TimeReader(Protocol):
    """Page → times."""

    def read(self, page: Page) -> tuple[tuple[When, ...], tuple[Issue, ...]]: ...


class PlaceReader(Protocol):
    """Page → places."""

    def read(self, page: Page) -> tuple[tuple[Where, ...], tuple[Issue, ...]]: ...


class ActorReader(Protocol):
    """Page → actors and people described, and weapons."""

    def read(self, page: Page) -> tuple[tuple[Who, ...], tuple[WeaponMention, ...], tuple[Issue, ...]]: ...


class HappeningReader(Protocol):
    """Page and the places named in it → words for happenings."""

    def read(self, page: Page, places: Sequence[Where] = ()) -> tuple[HappeningMention, ...]: ...


class CountReader(Protocol):
    """Page, with its times and actors → numbers counted."""

    def read(self, page: Page, readings: Readings) -> tuple[tuple[HowMany, ...], tuple[Issue, ...]]: ...


class Attributor(Protocol):
    """Page and readings → attributions with chains, and hedges."""

    def read(self, page: Page, readings: Readings) -> tuple[tuple[Attribution, ...], tuple[HedgeMention, ...]]: ...

    def own_voice(self, page: Page, readings: Readings) -> tuple[Teller, ...]:
        """The chain of what nobody is cited for: the outlet, and the agency that the report credits."""
        ...


class Claimer(Protocol):
    """Page, readings, attributions and the chain of the outlet's own voice → claims."""

    def read(
        self, page: Page, readings: Readings, attributions: tuple[Attribution, ...], own_voice: tuple[Teller, ...]
    ) -> tuple[tuple[Claim, ...], tuple[Issue, ...]]: ...


class HoldingReader(Protocol):
    """Page, readings, attributions and the outlet's own voice → who is said to hold which place."""

    def read(
        self, page: Page, readings: Readings, attributions: tuple[Attribution, ...], own_voice: tuple[Teller, ...]
    ) -> tuple[Holding, ...]: ...


class Gazetteer(Protocol):
    """Where places are looked up. Names are matched after folding case, accents, articles and punctuation."""

    def find(self, name: str) -> tuple[Place, ...]:
        """Every bearer of the name, most populous first, then by id."""
        ...

    def near(self, latitude: float, longitude: float, radius_km: float) -> tuple[Place, ...]:
        """The places within a distance of a point, nearest first."""
        ...


class Linked(NamedTuple):
    """What linking made: the incidents, the comparisons that joined them and the copies that were collapsed."""

    incidents: tuple[Incident, ...]
    comparisons: tuple[Comparison, ...]
    copies: tuple[Copy, ...]


class Linker(Protocol):
    """Claims of many reports → incidents, in any order of reading.

    ``reports`` are the reports of the claims (for copies), ``judgements`` what people decided, ``before`` the
    incidents of the last run (their ids stay or become aliases).
    """

    def link(
        self,
        claims: Iterable[Claim],
        reports: Sequence[Report],
        judgements: Sequence[Judgement] = (),
        before: Sequence[Incident] = (),
    ) -> Linked: ...
