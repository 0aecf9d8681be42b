"""Files of the demo's ledger as other people's programs read them: FollowTheMoney, a JSON-LD processor, geopandas."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from reportedly.demo import prepare
from reportedly.ledger import Ledger

Record = dict[str, Any]


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    """The demo, read and linked."""
    scratch = tmp_path_factory.mktemp("demo")
    reports, setting = prepare(scratch)
    with Ledger.open(scratch / "demo.db", create=True, setting=setting) as made:
        made.read([str(reports)])
        made.link()
        yield made


def document(ledger: Ledger, form: str) -> Record:
    """A form that is one JSON document."""
    found: Record = json.loads("\n".join(ledger.export(form)))
    return found


def no_network(url: str, _options: Record) -> Record:
    """A context loader that knows terms only as the names that they are."""
    vocabulary = {"@vocab": f"{url}#", "id": "@id", "type": "@type"}
    return {"contextUrl": None, "documentUrl": url, "document": {"@context": vocabulary}}


def test_follow_the_money_takes_every_entity_and_value(ledger: Ledger) -> None:
    ftm = pytest.importorskip("followthemoney", reason="FollowTheMoney's own library is not installed")
    entities = [json.loads(line) for line in ledger.export("ftm")]
    assert len(entities) > 100
    for entity in entities:
        schema = ftm.model.get_proxy(entity).schema
        schema.validate(entity)
        for name, values in entity["properties"].items():
            assert all(schema.get(name).type.clean(value) is not None for value in values), (schema.name, name, values)


def test_provenance_is_a_graph_without_any_outside_context(ledger: Ledger) -> None:
    jsonld = pytest.importorskip("pyld.jsonld", reason="the JSON-LD processor is not installed")
    quads = jsonld.to_rdf(document(ledger, "prov"))["@default"]
    said = {quad["predicate"]["value"] for quad in quads}
    assert "http://www.w3.org/ns/prov#wasDerivedFrom" in said
    assert sum(quad["object"]["value"] == "http://www.w3.org/ns/prov#Entity" for quad in quads) > 100


@pytest.mark.parametrize(("form", "kind"), [("annotation", "Annotation"), ("schema-org", "Claim")])
def test_linked_documents_expand_to_a_node_for_every_claim(ledger: Ledger, form: str, kind: str) -> None:
    jsonld = pytest.importorskip("pyld.jsonld", reason="the JSON-LD processor is not installed")
    flat = jsonld.flatten(document(ledger, form), options={"documentLoader": no_network})
    kinds = [of.partition("#")[2] for node in flat for of in node.get("@type", ())]
    assert kinds.count(kind) == sum(1 for _ in ledger.claims())


def test_geopandas_reads_every_incident_and_its_point(ledger: Ledger) -> None:
    geopandas = pytest.importorskip("geopandas", reason="geopandas is not installed")
    frame = geopandas.read_file(io.StringIO("\n".join(ledger.export("geojson"))))
    incidents = list(ledger.incidents())
    placed = [i for i in incidents if i.place and i.place.latitude is not None]
    assert len(frame) == len(incidents) and frame.geometry.notna().sum() == len(placed)
    assert frame.crs.to_epsg() == 4326


def test_pandas_reads_every_table_of_parquet(ledger: Ledger, tmp_path: Path) -> None:
    pandas = pytest.importorskip("pandas", reason="pandas is not installed")
    pytest.importorskip("pyarrow", reason="Parquet files need pyarrow, an extra")
    for part in ledger.pack("parquet"):
        (tmp_path / part.name).write_bytes(b"".join(part.content))
    claims, incidents = (pandas.read_parquet(tmp_path / f"{name}.parquet") for name in ("claims", "incidents"))
    assert list(incidents["id"]) == [incident.id for incident in ledger.incidents()]
    assert set(claims["id"]) == {claim.id for claim in ledger.claims()}
