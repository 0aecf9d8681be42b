"""Lists of publishers: OCHA, UCDP, OurAirports, Who's On First databases and CSV, GeoNames alternate names."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from reportedly.errors import GazetteerError
from reportedly.gazetteer.files import Broken
from reportedly.gazetteer.geonames import aliases
from reportedly.gazetteer.imports import read_rows, recognise


def write(tmp_path: Path, name: str, *lines: str) -> Path:
    path = tmp_path / name
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_an_ocha_table_gives_divisions_in_all_their_languages(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        "adm.csv",
        "ADM0_EN,ADM0_PCODE,ADM1_EN,ADM1_AR,ADM1_PCODE,ADM2_EN,ADM2_AR,ADM2_PCODE,center_lat,center_lon",
        "Veldania,ZZ,Orvan,أورفان,ZZ01,,,,44.6,40.2",
        "Veldania,ZZ,Orvan,أورفان,ZZ01,Lower Orvan,,ZZ0101,44.5,40.1",
    )
    orvan, lower = read_rows(path, "adm")
    assert recognise(path).name == "ocha"
    assert (orvan.place_id, orvan.name, orvan.names, orvan.kind, orvan.country) == (
        "pcode:ZZ01",
        "Orvan",
        ("أورفان",),
        "A.ADM1",
        "ZZ",
    )
    assert (lower.kind, lower.admin1) == ("A.ADM2", "Orvan|أورفان")


def test_an_ocha_table_of_settlements_uses_its_own_codes(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        "ppl.csv",
        "PCODE,NAME_EN,NAME_AR,ADM1_EN,ADM1_PCODE,LATITUDE,LONGITUDE",
        "C0001,Lipna,ليبنا,Orvan,ZZ01,44.72,40.15",
    )
    (lipna,) = read_rows(path, "ppl")
    assert (lipna.place_id, lipna.name, lipna.names) == ("pcode:C0001", "Lipna", ("ليبنا",))
    assert (lipna.kind, lipna.admin1, lipna.country) == ("P.PPL", "Orvan", "ZZ")


def test_ucdp_places_are_told_once_and_vague_ones_never(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        "ged.csv",
        "id,where_prec,where_coordinates,adm_1,latitude,longitude,country",
        "1,1,Lipna village,Orvan,44.72,40.15,Ukraine",
        "2,2,Lipna village,Orvan,44.72,40.15,Ukraine",
        "3,4,Orvan province,Orvan,44.6,40.2,Ukraine",
        "4,6,Veldania,,44,41,Ukraine",
    )
    lipna, orvan = read_rows(path, "ged")
    assert (lipna.name, lipna.names, lipna.kind, lipna.country) == ("Lipna", ("Lipna village",), "P.PPL", "UA")
    assert (orvan.name, orvan.kind) == ("Orvan", "A.ADM1")


def test_airports_are_found_without_their_feature_words(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        "airports.csv",
        '"id","ident","type","name","latitude_deg","longitude_deg","iso_country","iso_region","keywords"',
        '1,"ZZVM","medium_airport","Virm Air Base",44.3,40.9,"ZZ","ZZ-OR","VRM, Old Virm"',
    )
    (virm,) = read_rows(path, "air")
    assert (virm.place_id, virm.kind, virm.names) == ("ourairports:ZZVM", "S.AIRB", ("Old Virm", "Virm"))


def test_a_whos_on_first_database_is_read(tmp_path: Path) -> None:
    path = tmp_path / "wof.db"
    with sqlite3.connect(path) as made:
        made.executescript(
            """
            CREATE TABLE spr (id INTEGER, parent_id INTEGER, name TEXT, placetype TEXT, country TEXT, latitude REAL,
                              longitude REAL, is_current INTEGER, is_deprecated INTEGER, is_superseded INTEGER);
            CREATE TABLE names (id INTEGER, name TEXT);
            INSERT INTO spr VALUES (1, -1, 'Orvan', 'region', 'ZZ', 44.6, 40.2, 1, 0, 0),
                                   (2, 1, 'Dolvi', 'locality', 'ZZ', 44.7, 40.1, 1, 0, 0),
                                   (3, 1, 'Old Dolvi', 'locality', 'ZZ', 44.7, 40.1, 0, 0, 1),
                                   (4, 1, 'Nowhere', 'locality', 'ZZ', 144.7, 40.1, 1, 0, 0);
            INSERT INTO names VALUES (2, 'Dolwi'), (2, 'دولفي');
            """
        )
    broken = Broken()
    orvan, dolvi = read_rows(path, "wof", broken)
    assert (orvan.place_id, orvan.kind) == ("wof:1", "A.ADM1")
    assert (dolvi.names, dolvi.admin1) == (("Dolwi", "دولفي"), "Orvan")
    assert broken.count == 1 and "no degree on Earth" in str(broken.first[0])


def test_a_whos_on_first_meta_file_is_read(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        "wof-locality-latest.csv",
        "id,name,placetype,geom_latitude,geom_longitude,lbl_latitude,lbl_longitude,iso_country,parent_id,superseded_by",
        "7,Dolvi,locality,44.7,40.1,,,ZZ,1,",
        "8,Gone,locality,44.7,40.1,,,ZZ,1,7",
    )
    (dolvi,) = read_rows(path, "wof")
    assert (dolvi.place_id, dolvi.country, dolvi.latitude) == ("wof:7", "ZZ", 44.7)


def test_alternate_names_leave_out_links_and_codes(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        "alternateNamesV2.txt",
        "1\t7\tar\tدولفي\t\t\t\t\t\t",
        "2\t7\tlink\thttps://example.org\t\t\t\t\t\t",
        "3\t7\ten\tDolwi\t1\t\t\t\t\t",
        "four",
    )
    broken = Broken()
    assert [(a.place_id, a.name) for a in aliases(path, broken)] == [("geonames:7", "دولفي"), ("geonames:7", "Dolwi")]
    assert (broken.count, broken.first[0].where) == (1, f"{path}:4")


def test_broken_lines_are_counted_and_the_good_ones_kept(tmp_path: Path) -> None:
    path = write(tmp_path, "v.csv", "name,latitude,longitude", "Dolvi,44,40", "Kolm,north,40", "Brenik,44,40.4")
    broken = Broken()
    assert [row.name for row in read_rows(path, "v", broken)] == ["Dolvi", "Brenik"]
    assert [(e.where, broken.count) for e in broken.first] == [(f"{path}:3", 1)]


def test_a_file_of_which_half_is_broken_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path, "v.csv", "name,latitude,longitude", "Dolvi,44,40", "Kolm,north,40")
    with pytest.raises(GazetteerError, match=r"v\.csv:3"):
        list(read_rows(path, "v"))


def test_the_licence_of_a_row_is_kept(tmp_path: Path) -> None:
    path = write(tmp_path, "v.csv", "name,latitude,longitude,licence,attribution", "Dolvi,44,40,CC0,Survey")
    (dolvi,) = read_rows(path, "v")
    assert (dolvi.licence, dolvi.attribution) == ("CC0", "Survey")
