"""Files that users add: what is read, and what is said of a line that is no place."""

from __future__ import annotations

import gzip
import lzma
import zipfile
from pathlib import Path

import pytest

from reportedly.errors import GazetteerError
from reportedly.gazetteer.imports import read_rows

HEAD = "name,latitude,longitude,names,kind,country,admin1,population\n"


def write(tmp_path: Path, name: str, text: str) -> Path:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


def test_csv_is_read(tmp_path: Path) -> None:
    path = write(tmp_path, "v.csv", HEAD + 'Dolvi,44.7,40.1,Dolwi|Dolvy,town,ZZ,Orvan,45000\n"Kolm, Old",44,41,,,,,\n')
    dolvi, kolm = read_rows(path, "v")
    assert (dolvi.name, dolvi.names, dolvi.kind, dolvi.population) == ("Dolvi", ("Dolwi", "Dolvy"), "P.PPL", 45_000)
    assert dolvi.place_id.startswith("v:")
    assert (kolm.name, kolm.country, kolm.population) == ("Kolm, Old", None, 0)


@pytest.mark.parametrize("delimiter", ["\t", ";"])
def test_other_delimiters_are_seen(tmp_path: Path, delimiter: str) -> None:
    path = write(
        tmp_path, "v.tsv", HEAD.replace(",", delimiter) + delimiter.join(["Dolvi", "1", "2", "", "", "", "", ""])
    )
    assert [row.name for row in read_rows(path, "v")] == ["Dolvi"]


def test_whos_on_first_regions_name_their_settlements(tmp_path: Path) -> None:
    text = (
        "wof_id\tgeonameid\tkind\tname\tlatitude\tlongitude\tpopulation\tfeature_code\tparent_id\tnames\n"
        "1\t\tregion\tOrvan\t44.6\t40.2\t\t\t-1\tOrvan\n"
        "2\t\tcounty\tLower Orvan\t44.6\t40.3\t\t\t1\t\n"
        "3\t77\tlocality\tDolvi\t44.7\t40.1\t45000\t\t2\tDolwi\n"
    )
    rows = list(read_rows(write(tmp_path, "wof-zz.tsv", text), "wof"))
    assert [(r.place_id, r.kind, r.country) for r in rows] == [
        ("wof:1", "A.ADM1", "ZZ"),
        ("wof:2", "A.ADM2", "ZZ"),
        ("geonames:77", "P.PPL", "ZZ"),
    ]
    assert rows[2].admin1 == "Orvan|Orvan"


def test_a_geonames_list_is_read(tmp_path: Path) -> None:
    cells = [
        "7",
        "Dolvi",
        "Dolvi",
        "Dolwi,Dolvy",
        "44.7",
        "40.1",
        "P",
        "PPLA",
        "ZZ",
        "",
        "01",
        "",
        "",
        "",
        "45000",
        "",
        "1",
        "",
        "",
    ]
    (row,) = read_rows(write(tmp_path, "ZZ.txt", "\t".join(cells) + "\n"), "zz")
    assert (row.place_id, row.kind, row.names, row.population) == ("geonames:7", "P.PPLA", ("Dolwi", "Dolvy"), 45_000)


def test_packed_files_are_unpacked(tmp_path: Path) -> None:
    text = (HEAD + "Dolvi,44.7,40.1,,,,,\n").encode()
    (tmp_path / "v.csv.gz").write_bytes(gzip.compress(text))
    (tmp_path / "v.csv.xz").write_bytes(lzma.compress(text))
    with zipfile.ZipFile(tmp_path / "v.zip", "w") as archive:
        archive.writestr("v.csv", text)
    for name in ("v.csv.gz", "v.csv.xz", "v.zip"):
        assert [row.name for row in read_rows(tmp_path / name, "v")] == ["Dolvi"]


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ("", 1, "empty"),
        ("place,lat\nDolvi,4\n", 1, "missing: name, latitude, longitude"),
        (HEAD + "Dolvi,north,40,,,,,\n", 2, "'north' is no number"),
        (HEAD + "Dolvi,44,40,,,,,\nBrenik,144,40,,,,,\n", 3, "no degree on Earth"),
        (HEAD + ",44,40,,,,,\n", 2, "name is empty"),
        (HEAD + "Dolvi,44,40,,spaceport,,,\n", 2, "'spaceport' is not known"),
        (HEAD + "Dolvi,44,40,,,Veldania,,\n", 2, "no ISO 3166-1 code"),
    ],
)
def test_a_wrong_line_is_named_with_its_mend(tmp_path: Path, text: str, line: int, what: str) -> None:
    path = write(tmp_path, "bad.csv", text)
    with pytest.raises(GazetteerError) as caught:
        list(read_rows(path, "v"))
    assert what in str(caught.value)
    assert caught.value.where == f"{path}:{line}"
    assert caught.value.mend


def test_a_file_that_is_not_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "v.csv"
    path.write_bytes(b"name,latitude,longitude\n\xff\xfe,1,2\n")
    with pytest.raises(GazetteerError, match=r"v\.csv:2: the text is not UTF-8"):
        list(read_rows(path, "v"))
