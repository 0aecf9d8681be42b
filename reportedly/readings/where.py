"""A page in, its places read out: each name with a point, a radius, a UCDP precision, or nothing where none is known.

Names are settled together: what one name means depends on what else the report names (countries, provinces, towns
nearby), on how large its bearers are and on the feature words beside it. The bearers passed over stay as candidates.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from reportedly.lexicon.capitals import Capitals
from reportedly.lexicon.placing import Placing
from reportedly.mentions.places import spot
from reportedly.mentions.places_lookup import Lookup
from reportedly.mentions.places_mention import PlaceMention
from reportedly.mentions.places_unknown import titled
from reportedly.model.claim import Issue
from reportedly.model.reading import Candidate, Where
from reportedly.model.text import Page, Span
from reportedly.readings.where_addresses import with_addresses
from reportedly.readings.where_anaphora import pointed_back
from reportedly.readings.where_capitals import capitals_named, states_of
from reportedly.readings.where_choice import choose
from reportedly.readings.where_distance import put_at_distance
from reportedly.readings.where_nameless import without_names
from reportedly.readings.where_names import Choice
from reportedly.readings.where_outlet import Locale, locale_of
from reportedly.readings.where_point import Point, place_point
from reportedly.readings.where_roads import with_roads

_PARSED = "code:entity"
"""The rule of names that the parser alone takes for places."""

KEPT = 3
"""Bearers of a name that are kept as candidates beside the chosen one: as many as a person could choose among."""


class PlaceReader:
    """A ``stages.PlaceReader`` over a gazetteer and the words of placing."""

    def __init__(self, gazetteer: Lookup, placing: Placing, capitals: Capitals | None = None) -> None:
        self.gazetteer = gazetteer
        self.placing = placing
        self.capitals = capitals

    def read(self, page: Page) -> tuple[tuple[Where, ...], tuple[Issue, ...]]:
        """The places of a page in text order, and an issue for each that the text calls a place and nobody knows."""
        mentions = spot(page, self.gazetteer, self.placing)
        locale: Locale = locale_of(page.report)
        choices = choose(mentions, self.gazetteer, locale, self._spoken_of(page, mentions))
        named = put_at_distance(
            page.report.text,
            mentions,
            [_where(m, c, _holder(m, mentions), _of_town(m, choices)) for m, c in zip(mentions, choices, strict=True)],
            self.placing,
        )
        named = with_roads(page, mentions, named, self.placing)
        places = (*named, *pointed_back(page, mentions, choices, named[: len(mentions)], self.placing))
        if self.capitals is not None:
            words = (self.placing, self.capitals)
            places = (*places, *capitals_named(page, mentions, named, words, self.gazetteer))
        places = with_addresses(page.sentences, places, self.placing)
        places = (*places, *without_names(page, places, self.placing, self.capitals.codes if self.capitals else {}))
        nowhere = {
            m.span
            for m, c in zip(mentions, choices, strict=True)
            if (c.abroad and not m.sure and m.rule.startswith("code:"))
            or (c.place is None and (self._of_a_state(m) or _of_a_title(page, m, mentions)))
        }
        return tuple(sorted((p for p in places if p.span not in nowhere), key=lambda where: where.span)), tuple(
            _issue(page, m) for m, c in zip(mentions, choices, strict=True) if m.sure and not c.place
        )

    def _of_a_state(self, mention: PlaceMention) -> bool:
        """Whether the words are the adjective of a state: "the Korvian town"."""
        return self.capitals is not None and mention.name.lower() in self.capitals.codes

    def _spoken_of(self, page: Page, mentions: Sequence[PlaceMention]) -> Counter[str]:
        """How often the report uses the adjectives of each state, by country: "Korvian", "Veldanian"."""
        return Counter(states_of(page, mentions, self.capitals)) if self.capitals is not None else Counter()


def _of_a_title(page: Page, mention: PlaceMention, mentions: Sequence[PlaceMention]) -> bool:
    """Whether a name that nobody knows stands in titles alone, of whose capitals the parser made one: "Killed in
    Ambush"."""
    alike = (m for m in mentions if m.key == mention.key)
    return all(m.rule == _PARSED and titled(page.sentences[m.sentence]) for m in alike)


def _holder(mention: PlaceMention, mentions: Sequence[PlaceMention]) -> Span | None:
    """The words of the place that the text says holds this one."""
    return mentions[mention.inside].span if mention.inside is not None else None


def _of_town(mention: PlaceMention, choices: Sequence[Choice]) -> bool:
    """Whether what the text says holds this place is a town."""
    holder = choices[mention.inside].place if mention.inside is not None else None
    return holder is not None and holder.kind.startswith("P.")


def _where(mention: PlaceMention, choice: Choice, inside: Span | None, of_town: bool) -> Where:
    place = choice.place
    if place is None:
        return Where(
            span=mention.span,
            text=mention.text,
            sentence=mention.sentence,
            rule=mention.rule,
            name=mention.name,
            place_id=None,
            latitude=None,
            longitude=None,
            radius_km=None,
            precision=None,
            country=choice.country,
            admin1=choice.admin1,
            candidates=_candidates(choice),
            basis=choice.basis,
            locative=mention.locative,
            seat=mention.seat,
            also=mention.also,
            inside=inside,
        )
    point: Point = place_point(mention, place, of_town=of_town)
    return Where(
        span=mention.span,
        text=mention.text,
        sentence=mention.sentence,
        rule=mention.rule,
        name=point.name,
        place_id=place.id,
        latitude=point.latitude,
        longitude=point.longitude,
        radius_km=point.radius_km,
        precision=point.precision,
        country=place.country,
        admin1=place.admin1,
        candidates=_candidates(choice),
        basis=f"{choice.basis}{point.basis}",
        locative=mention.locative,
        seat=mention.seat,
        also=mention.also,
        inside=inside,
        share=choice.share,
    )


def _candidates(choice: Choice) -> tuple[Candidate, ...]:
    """The best of the bearers passed over, in short."""
    return tuple(
        Candidate(id=p.id, name=p.name, kind=p.kind, country=p.country, admin1=p.admin1) for p in choice.others[:KEPT]
    )


def _issue(page: Page, mention: PlaceMention) -> Issue:
    return Issue(
        code="place-not-found",
        message=f"no gazetteer knows the place {mention.name!r}",
        report=page.report.id,
        span=mention.span,
        hint="add a gazetteer that holds it: reportedly gazetteer add FILE",
    )
