"""Invented files of UCDP GED and ACLED about Veldania, and what their words are looked up in."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from reportedly.lexicon.actors import ActorKind, ActorLine, actors
from reportedly.lexicon.rivals import load_phrases
from reportedly.model.rival import Against, Event
from reportedly.rivals.comparing import compare
from reportedly.rivals.countries import Countries
from reportedly.rivals.parties import Parties
from reportedly.rivals.theirs import Known
from tests.exports.made import Shelf

_GED_NAMES = """
    id relid year active_year code_status type_of_violence conflict_dset_id conflict_new_id conflict_name
    dyad_dset_id dyad_new_id dyad_name side_a_dset_id side_a_new_id side_a side_b_dset_id side_b_new_id side_b
    number_of_sources source_article source_office source_date source_headline source_original where_prec
    where_coordinates where_description adm_1 adm_2 latitude longitude geom_wkt priogrid_gid country country_id
    region event_clarity date_prec date_start date_end deaths_a deaths_b deaths_civilians deaths_unknown best high
    low gwnoa gwnob
"""
GED_NAMES = _GED_NAMES.split()
"""The 49 columns of a release of UCDP GED, written out again, so that the code is held against the release."""

_ACLED_NAMES = """
    event_id_cnty event_date year time_precision disorder_type event_type sub_event_type actor1 assoc_actor_1 inter1
    actor2 assoc_actor_2 inter2 interaction civilian_targeting iso region country admin1 admin2 admin3 location
    latitude longitude geo_precision source source_scale notes fatalities tags timestamp
"""
ACLED_NAMES = _ACLED_NAMES.split()
"""The 31 columns of ACLED's interface, written out again."""

GED = {
    "id": "501",
    "relid": "VEL-2031-1-1-1",
    "year": "2031",
    "active_year": "1",
    "type_of_violence": "1",
    "side_a": "Government of Veldania",
    "side_b": "MLF",
    "where_prec": "1",
    "where_coordinates": "Dolvi town",
    "adm_1": "Marn province",
    "latitude": "-41.36",
    "longitude": "-18.1",
    "country": "Veldania",
    "date_prec": "1",
    "date_start": "2031-04-01 00:00:00.000",
    "date_end": "2031-04-01 00:00:00.000",
    "best": "12",
    "high": "19",
    "low": "10",
}
"""An air strike on Dolvi, as UCDP would code it."""

ACLED = {
    "event_id_cnty": "VEL77",
    "event_date": "01 April 2031",
    "year": "2031",
    "time_precision": "1",
    "disorder_type": "Political violence",
    "event_type": "Explosions/Remote violence",
    "sub_event_type": "Air/drone strike",
    "actor1": "Military Forces of Veldania (2021-) Air Force",
    "actor2": "MLF: Marn Liberation Front",
    "country": "Veldania",
    "location": "Dolvi",
    "latitude": "-41.36",
    "longitude": "-18.1",
    "geo_precision": "1",
    "fatalities": "10",
}
"""The same strike, as ACLED would."""

MLF = ActorLine(id="mlf", name="Marn Liberation Front", forms=("MLF",), kind=ActorKind.ARMED_GROUP, side="mlf")


def known() -> Known:
    """A vocabulary that knows the MLF, and a gazetteer that knows Veldania."""
    countries = Countries({"Veldania": "XV", "Korvia": "XW"}.get)
    return Known(parties=Parties(actors([MLF]), load_phrases(), countries), countries=countries)


def ged(path: Path, *rows: Mapping[str, str], columns: Iterable[str] = GED_NAMES, mark: str = ",") -> Path:
    """A file of UCDP GED: what a row does not say is as in the first event."""
    return _written(path, [GED | dict(row) for row in rows], tuple(columns), mark)


def acled(path: Path, *rows: Mapping[str, str], columns: Iterable[str] = ACLED_NAMES, mark: str = ",") -> Path:
    """A file of ACLED."""
    return _written(path, [ACLED | dict(row) for row in rows], tuple(columns), mark)


def _written(path: Path, rows: Iterable[Mapping[str, str]], columns: tuple[str, ...], mark: str) -> Path:
    with path.open("w", encoding="utf-8", newline="") as handle:
        writer = csv.DictWriter(handle, columns, restval="", extrasaction="ignore", delimiter=mark)
        writer.writeheader()
        writer.writerows(rows)
    return path


def compared(
    shelf: Shelf,
    path: Path,
    *,
    days: int = 1,
    km: float = 10.0,
    printed: tuple[date | None, date | None] = (None, None),
) -> Against:
    """These incidents beside this file."""
    return compare(shelf, path, known(), printed, days=days, km=km, told=lambda rows: None)


def event(id_: str = "e1", /, **fields: Any) -> Event:
    """An event at Dolvi on the first of April."""
    made: dict[str, Any] = {
        "id": id_,
        "first": date(2031, 4, 1),
        "last": date(2031, 4, 1),
        "date_precision": 1,
        "latitude": -41.35,
        "longitude": -18.1,
        "reach_km": 4.0,
        "where_precision": 1,
        "place": "Dolvi",
        "country": "XV",
    }
    return Event(**(made | fields))
