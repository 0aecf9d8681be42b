"""Claims and incidents as linked data: annotations, provenance, schema.org and FollowTheMoney."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from reportedly.exports import forms
from reportedly.exports.asked import Asked
from reportedly.exports.iris import iri, web
from reportedly.model.claim import Teller
from reportedly.model.reading import Interval
from reportedly.model.text import Report
from reportedly.model.words import DatePrecision, Role
from tests.exports.made import Shelf, incident, where, who
from tests.store.made import claim, report

TEXT = "KARSK — “At least 20 died in Dolvi,” the VMC said. 😀 At least 20, it repeated, died in Dolvi."


def document(form: str, shelf: Shelf, asked: Asked | None = None) -> dict[str, Any]:
    """The whole file, read."""
    found = json.loads("\n".join(forms.write(form, shelf, asked)))
    assert isinstance(found, dict)
    return found


def nodes(shelf: Shelf) -> dict[str, dict[str, Any]]:
    """The nodes of the provenance graph by their names."""
    graph = document("prov", shelf)["@graph"]
    assert len({node["@id"] for node in graph}) == len(graph)
    return {node["@id"]: node for node in graph}


def shelf_of(of: Report) -> Shelf:
    """One incident of one claim of a report."""
    return Shelf(held=(incident(),), said=(claim(of, id="karsk-1#1"),), of=of)


def test_every_target_of_an_annotation_finds_its_words() -> None:
    of = report(text=TEXT, url="https://herald.example/dolvi", language="en")
    (found,) = document("annotation", shelf_of(of))["items"]
    assert found["type"] == "Annotation" and len(found["target"]) == 3
    for target in found["target"]:
        position, quote = target["selector"]
        start, end = position["start"], position["end"]
        assert TEXT[start:end] == quote["exact"]
        assert TEXT[:start].endswith(quote["prefix"]) and TEXT[end:].startswith(quote["suffix"])
        assert target["source"]["via"] == "https://herald.example/dolvi" and of.digest in target["source"]["id"]


def test_an_annotation_carries_the_claim() -> None:
    (found,) = document("annotation", shelf_of(report()))["items"]
    tag, body = found["body"]
    assert (tag["purpose"], tag["value"]) == ("tagging", "air-strike")
    assert json.loads(body["value"])["id"] == "karsk-1#1"


def test_a_page_of_annotations_names_whom_to_credit() -> None:
    found = document("annotation", Shelf(held=()), Asked(credits=("GeoNames, CC BY 4.0",)))
    assert found["@context"] == "http://www.w3.org/ns/anno.jsonld" and found["items"] == []
    assert "places: GeoNames, CC BY 4.0" in found["partOf"]["label"]


def test_a_chain_runs_from_claim_to_origin() -> None:
    found = nodes(shelf_of(report()))
    first, second = found[iri("claim", "karsk-1#1")], found[iri("telling", "karsk-1#1", "1")]
    assert first["wasQuotedFrom"] == second["@id"] and "wasQuotedFrom" not in second
    assert first["wasDerivedFrom"] == iri("report", "karsk-1")
    assert second["wasAttributedTo"] == [iri("actor", "vmc")]
    assert found[iri("actor", "vmc")]["label"] == "VMC"
    whole = found[iri("incident", "i-1")]
    assert whole["wasDerivedFrom"] == [first["@id"]] and whole["hadPrimarySource"] == [second["@id"]]


def test_every_node_that_is_pointed_at_stands_in_the_graph() -> None:
    twins = (Teller(name="Ana", role=Role.WITNESS, beside=(Teller(name="Ben", role=Role.WITNESS),)),)
    said = (claim(report(), id="karsk-1#1", chain=twins), claim(report("b"), id="b#1", chain=()))
    found = nodes(Shelf(held=(incident(claims=("karsk-1#1", "b#1"), reports=("b", "karsk-1")),), said=said))
    for node in found.values():
        assert set(_pointed(node)) <= set(found)


def _pointed(node: dict[str, Any]) -> Iterator[str]:
    for key, value in node.items():
        if key not in {"@id", "@type", "note"}:
            yield from (v for v in (value if isinstance(value, list) else [value]) if str(v).startswith("urn:"))


def test_two_nameless_witnesses_of_two_reports_are_not_one_agent() -> None:
    nobody = (Teller(name="residents", role=Role.WITNESS, anonymous=True),)
    said = tuple(claim(report(r), id=f"{r}#1", chain=nobody) for r in ("a", "b"))
    agents = [n for n in nodes(Shelf(held=(), said=said)).values() if "prov:Agent" in n["@type"]]
    assert len(agents) == 2


def test_a_schema_org_claim_is_never_rated() -> None:
    told, found = document("schema-org", shelf_of(report(url="https://herald.example/1")))["@graph"]
    assert told["@type"] == "Dataset" and found["@type"] == "Claim"
    assert found["author"] == {"@type": "Organization", "name": "VMC"}
    assert found["appearance"]["url"] == "https://herald.example/1"
    assert found["about"]["startDate"] == "2031-04-01" and found["about"]["location"]["name"] == "Dolvi"
    assert "Rating" not in json.dumps(found) and "ClaimReview" not in json.dumps(found)


def test_a_witness_is_not_called_an_organisation() -> None:
    seen = (Teller(name="residents", role=Role.WITNESS, anonymous=True),)
    _, found = document("schema-org", Shelf(held=(), said=(claim(report(), chain=seen),)))["@graph"]
    assert found["author"] == "residents (witness)"


def test_a_claim_without_day_place_and_chain_has_none() -> None:
    bare = claim(report(), day=None, place=None, chain=())
    _, found = document("schema-org", Shelf(held=(), said=(bare,)))["@graph"]
    assert set(found["about"]) == {"@type", "name"} and "author" not in found


def entities(shelf: Shelf) -> list[dict[str, Any]]:
    """The entities as FollowTheMoney reads them."""
    return [json.loads(line) for line in forms.write("ftm", shelf)]


def test_an_event_points_at_entities_that_came_before_it() -> None:
    found = entities(shelf_of(report()))
    ids = [entity["id"] for entity in found]
    assert len(set(ids)) == len(ids)
    event = found[-1]
    assert event["schema"] == "Event"
    assert {e["schema"] for e in found} == {"Article", "Mention", "Address", "PublicBody", "Organization", "Event"}
    for pointing in ("involved", "proof", "addressEntity"):
        assert event["properties"][pointing] and set(event["properties"][pointing]) <= set(ids[:-1])


def test_every_property_is_a_list_of_texts_that_its_schema_knows() -> None:
    for entity in entities(shelf_of(report(url="https://herald.example/1"))):
        assert set(entity["properties"]) <= KNOWN[entity["schema"]]
        for values in entity["properties"].values():
            assert values and all(isinstance(value, str) and value for value in values)


_THING = {"name", "summary", "country", "sourceUrl", "publisher", "keywords", "notes", "proof", "addressEntity"}
KNOWN = {
    "Event": _THING | {"startDate", "endDate", "date", "recordId", "location", "involved"},
    "Article": _THING | {"fileName", "title", "publishedAt", "contentHash"},
    "Organization": _THING,
    "PublicBody": _THING,
    "Mention": {"document", "name"},
    "Address": {"full", "city", "region", "country", "latitude", "longitude"},
}
"""Properties of the published schema files, Thing's and Interval's with them."""


@pytest.mark.parametrize(
    ("days", "precision", "start"),
    [
        (Interval(date(2031, 4, 1), date(2031, 5, 1)), DatePrecision.MONTH, ["2031-04"]),
        (Interval(date(2031, 1, 1), date(2032, 1, 1)), DatePrecision.YEAR, ["2031"]),
        (Interval(date(2031, 4, 1), date(2031, 4, 2)), DatePrecision.DAY, ["2031-04-01"]),
        (None, None, None),
    ],
)
def test_an_imprecise_date_is_cut(days: Interval | None, precision: DatePrecision | None, start: object) -> None:
    event = entities(Shelf(held=(incident(days=days, date_precision=precision),)))[-1]
    assert event["properties"].get("startDate") == start


def test_people_who_are_only_described_are_no_entities() -> None:
    crowd = replace(who("two men", "people"), described=True)
    event = entities(Shelf(held=(incident(perpetrators=(), targets=(crowd,), place=where(None, None)),)))[-1]
    assert "involved" not in event["properties"]
    assert "also: two men (people)" in event["properties"]["notes"]


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("https://a.example/b?c=d", True),
        ("http://a.example", True),
        ("javascript:alert(1)", False),
        ("https://a.example/ b", False),
        ('https://a.example/"><script>', False),
        (None, False),
    ],
)
def test_only_addresses_of_the_web_become_links(given: str | None, kept: bool) -> None:
    assert web(given) == (given if kept else None)


def test_ids_with_odd_letters_are_escaped() -> None:
    assert iri("claim", "a b#1/ü\ud800") == "urn:x-reportedly:claim:a%20b%231%2F%C3%BC%3F"
