"""Exports for publication: rounded points, roles for private names, no sentences of reports."""

from __future__ import annotations

import io
import json
from dataclasses import replace

import pytest

from reportedly.exports import forms
from reportedly.exports.asked import PUBLIC_NOTE, Asked
from reportedly.exports.veil import coarse, known_names, shown, veiled
from reportedly.model.claim import Teller
from reportedly.model.incident import Contradiction, Origin
from reportedly.model.reading import Who
from reportedly.model.words import ContradictionKind, Role, WherePrecision
from tests.exports.made import Shelf, incident, where, who
from tests.store.made import claim, report

TEXT = "DOLVI — The shell killed Mira Sodan at home, said her neighbour Omar Dalin. Her son Tarik Sodan fled."


def person(name: str) -> Who:
    """A private person."""
    return replace(who(name, "person"), actor_id=None)


def shelf() -> Shelf:
    """A death told by a neighbour, with names wherever a ledger can hold them."""
    seen = Teller(name="Omar Dalin", role=Role.WITNESS, beside=(Teller(name="Dr Lena Brask", role=Role.MEDIC),))
    of = report(text=TEXT, title="Shell kills Mira Sodan, says Dalin")
    told = claim(of, id="karsk-1#1", chain=(Teller(name=of.outlet, role=Role.OUTLET), seen))
    told = replace(told, targets=(person("Mira Sodan"),), hedge="Dalin believes")
    held = incident(
        targets=(person("Mira Sodan"),),
        place=replace(where(-41.3524, -18.1077), precision=WherePrecision.EXACT),
        origins=(Origin(name="Omar Dalin", role=Role.WITNESS, claims=("karsk-1#1",), reason="Omar Dalin saw it"),),
        grade_reason="only Dalin tells it",
        contradictions=(
            Contradiction(kind=ContradictionKind.TOLL, left="karsk-1#1", right="x#2", text="1 (Omar Dalin) against 2"),
        ),
    )
    return Shelf(held=(held,), said=(told,), of=of)


FOLDERS = ("bagit",)


def whole(form: str, *, public: bool) -> str:
    """All that an export holds, as one text."""
    asked = Asked(public=public)
    if form in forms.FOLDERS:
        return "".join(b"".join(p.content).decode("utf-8", "replace") for p in forms.pack(form, shelf(), asked))
    return "\n".join(forms.write(form, shelf(), asked))


@pytest.mark.parametrize("form", [*forms.FORMS, *FOLDERS])
def test_no_public_form_holds_a_private_name_or_an_exact_point(form: str) -> None:
    made = whole(form, public=True)
    assert made
    for kept_back in ("Omar", "Dalin", "Sodan", "Brask", "Tarik", "-41.35", "18.10", "fled", "ana"):
        assert kept_back not in made, form


def test_public_tables_of_parquet_hold_no_private_name() -> None:
    pytest.importorskip("pyarrow", reason="Parquet files need pyarrow, an extra")
    import pyarrow.parquet as pq

    bodies = [b"".join(part.content) for part in forms.pack("parquet", shelf(), Asked(public=True))]
    tables = [pq.read_table(io.BytesIO(body)) for body in bodies]
    made = "".join(str(table.to_pylist()) for table in tables)
    assert not [name for name in ("Omar", "Dalin", "Sodan", "Brask", "-41.35") if name in made]
    assert all(json.loads(table.schema.metadata[b"reportedly.notes"]) == [PUBLIC_NOTE] for table in tables)


@pytest.mark.parametrize(
    "form", ["jsonl", "csv", "acled", "plover", "annotation", "prov", "ftm", "schema-org", "bagit", "dossier"]
)
def test_without_the_option_names_are_kept(form: str) -> None:
    assert "Omar Dalin" in whole(form, public=False)


@pytest.mark.parametrize("form", ["geojson", "annotation", "prov", "schema-org", "bagit"])
def test_forms_with_a_place_for_it_say_what_was_done(form: str) -> None:
    assert json.dumps(PUBLIC_NOTE)[1:60] in whole(form, public=True)


@pytest.mark.parametrize(
    ("precision", "latitude", "longitude", "radius"),
    [
        (WherePrecision.EXACT, -41.4, -18.1, 7.9),
        (WherePrecision.DISTRICT, -41.5, -18.0, 39.3),
        (WherePrecision.PROVINCE, -41.5, -18.0, 39.3),
        (WherePrecision.COUNTRY, -41.0, -18.0, 78.6),
        (None, -41.0, -18.0, 78.6),
    ],
)
def test_a_point_is_rounded_as_its_precision_allows(
    precision: WherePrecision | None, latitude: float, longitude: float, radius: float
) -> None:
    found = coarse(replace(where(-41.3524, -18.1077), precision=precision))
    assert (found.latitude, found.longitude, found.radius_km) == (latitude, longitude, radius)


def test_a_place_without_a_point_gets_none() -> None:
    assert coarse(where(None, None)).latitude is None


@pytest.mark.parametrize(
    ("teller", "name"),
    [
        (Teller(name="Omar Dalin", role=Role.WITNESS), "witness"),
        (Teller(name="a nurse", role=Role.MEDIC), "medic"),
        (Teller(name="@dolvi_now", role=Role.SOCIAL_MEDIA), "social-media"),
        (Teller(name="Lena", role=Role.UNKNOWN), "unknown"),
        (Teller(name="Civil Rescue", role=Role.ACTIVIST, actor_id="civil-rescue"), "Civil Rescue"),
        (Teller(name="Ilsa Domar, the mayor", role=Role.OFFICIAL), "Ilsa Domar, the mayor"),
        (Teller(name="VMC", role=Role.MONITOR), "VMC"),
    ],
)
def test_private_tellers_become_their_role(teller: Teller, name: str) -> None:
    assert shown(teller).name == name


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("Omar Dalin saw it", "witness saw it"),
        ("Dalin saw it", "witness saw it"),
        ("Dalinor saw it", "Dalinor saw it"),
        ("residents fled", "residents fled"),
        ("a driver from Dolvi; Dolvi burns", "witness; Dolvi burns"),
    ],
)
def test_names_are_replaced_and_descriptions_and_places_are_not(text: str, after: str) -> None:
    names = ("Omar Dalin", "residents", "a driver from Dolvi")
    assert veiled(text, dict.fromkeys(names, "witness")) == after


def test_a_name_with_signs_of_a_pattern_is_only_a_name() -> None:
    assert veiled("Omar (Dalin said", {"Omar (Dalin": "witness"}) == "witness said"


def test_the_accused_are_people_as_well() -> None:
    told = claim(report(), perpetrators=(person("Jan Verrik"),))
    assert known_names([told]) == {"Jan Verrik": "person"}


def test_a_commander_who_did_it_keeps_the_name_and_one_who_was_killed_does_not() -> None:
    known = replace(person("Jan Verrik"), actor_id="mlf")
    assert known_names([claim(report(), perpetrators=(known,))]) == {}
    assert known_names([claim(report(), targets=(known,))]) == {"Jan Verrik": "person"}


def test_the_ids_and_hashes_stay_so_that_a_figure_can_be_traced() -> None:
    made = whole("bagit", public=True)
    assert "karsk-1#1" in made and shelf().of.digest in made
