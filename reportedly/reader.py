"""A report in, all its findings out: the whole path in a dozen lines."""

from __future__ import annotations

from dataclasses import dataclass, replace

from reportedly.heading import on_top, put_back
from reportedly.model.findings import Findings, Readings
from reportedly.model.text import Page, Report
from reportedly.stages import (
    ActorReader,
    Attributor,
    Claimer,
    CountReader,
    HappeningReader,
    HoldingReader,
    Parser,
    PlaceReader,
    Splitter,
    TimeReader,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """The stages of a recipe, set up once and used for every report."""

    splitter: Splitter
    parser: Parser
    times: TimeReader
    places: PlaceReader
    actors: ActorReader
    happenings: HappeningReader
    counts: CountReader
    attributor: Attributor
    claimer: Claimer
    holdings: HoldingReader

    def read(self, report: Report) -> Findings:
        """Everything that the report says."""
        return put_back(self._read(on_top(report)), report)

    def _read(self, report: Report) -> Findings:
        """What a report says, in the order of the path."""
        passages = self.splitter.split(report)
        page = Page(report=report, passages=passages, sentences=self.parser.parse(report, passages))
        times, unsure_times = self.times.read(page)
        places, unsure_places = self.places.read(page)
        actors, weapons, unsure_actors = self.actors.read(page)
        happenings = self.happenings.read(page, [place for place in places if not place.nameless])
        known = Readings(times=times, places=places, actors=actors, weapons=weapons, happenings=happenings)
        counts, unsure_counts = self.counts.read(page, known)
        known = replace(known, counts=counts)
        attributions, hedges = self.attributor.read(page, known)
        known = replace(known, hedges=hedges)
        own_voice = self.attributor.own_voice(page, known)
        claims, unsure_claims = self.claimer.read(page, known, attributions, own_voice)
        return Findings(
            report=report,
            passages=passages,
            readings=known,
            attributions=attributions,
            claims=claims,
            holdings=self.holdings.read(page, known, attributions, own_voice),
            issues=(*unsure_times, *unsure_places, *unsure_actors, *unsure_counts, *unsure_claims),
        )
