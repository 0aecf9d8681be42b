"""Hostile words in every form: quotes, line ends, half characters, formulas and markup read back as they were."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.errors import LedgerError
from reportedly.exports import forms
from reportedly.exports.lines import csv_cells, csv_row, json_document, json_line, whole
from reportedly.model.claim import Teller
from reportedly.model.incident import Origin
from reportedly.model.words import Role
from tests.exports.made import Shelf, incident, where, who
from tests.store.made import claim, report

HOSTILE = 'a "quote", a;b\r\n\ttab \u2028 <script>alert(1)</script> =1+1 \ud83d \0 😀 “\u202egnp.exe'
TABLES = ("csv", "ucdp", "acled", "hxl")


def shelf(words: str) -> Shelf:
    """An incident with these words wherever words can stand."""
    of = report(text=f"In Dolvi {words} at least 20 died.", title=words, outlet=words, url=words, language=words)
    told = claim(of, id="karsk-1#1", chain=(Teller(name=words, role=Role.WITNESS),), hedge=words)
    named = (replace(who("x", "military"), name=words, text=words),)
    held = incident(
        place=replace(where(), name=words, admin1=words, country=words[:2]),
        perpetrators=named,
        targets=named,
        origins=(Origin(name=words, role=Role.WITNESS, claims=("karsk-1#1",), reason=words),),
    )
    return Shelf(held=(held,), said=(told,), of=of)


@pytest.mark.parametrize("form", sorted(forms.FORMS))
def test_hostile_words_break_no_form(form: str) -> None:
    body = "\n".join(forms.write(form, shelf(HOSTILE)))
    assert body.encode("utf-8")
    if form in TABLES:
        widths = {len(row) for row in csv.reader(io.StringIO(body + "\n", newline=""))}
        assert len(widths) == 1
    elif body.startswith("{") and form in {"geojson", "annotation", "prov", "schema-org"}:
        assert json.loads(body)
    elif form == "dossier":
        assert body.endswith("</html>")
    else:
        assert all(isinstance(json.loads(line), dict) for line in body.split("\n"))


@pytest.mark.parametrize("form", sorted(forms.FORMS))
@given(words=st.text(min_size=1, max_size=20))
def test_any_words_break_no_form(form: str, words: str) -> None:
    assert "\n".join(forms.write(form, shelf(words))).encode("utf-8")


@pytest.mark.parametrize("form", TABLES)
def test_a_cell_with_quotes_and_line_ends_reads_back(form: str) -> None:
    words = 'the "Guard", and\nothers; all'
    body = "\n".join(forms.write(form, shelf(words))) + "\n"
    assert words in {cell for row in csv.reader(io.StringIO(body, newline="")) for cell in row}


def test_half_characters_are_marked_as_lost() -> None:
    assert whole("a\ud83db") == "a\ufffdb"
    assert whole("a😀") == "a😀"
    assert json.loads(json_line({"a": "\ud83d"})) == {"a": "\ufffd"}


def test_a_row_with_other_columns_is_refused() -> None:
    with pytest.raises(LedgerError, match="b, c"):
        csv_row({"a": 1, "b": 2}, ("a", "c"))


def test_numbers_that_json_does_not_have_are_refused() -> None:
    with pytest.raises(ValueError, match="not JSON compliant"):
        json_line({"a": float("nan")})


@given(st.lists(st.text(st.characters(codec="utf-8")), min_size=2))
def test_cells_read_back(cells: list[str]) -> None:
    read = next(csv.reader(io.StringIO(csv_cells(list(cells)), newline="")))
    assert len(read) == len(cells)


@pytest.mark.parametrize("members", [[], [{"a": 1}], [{"a": 1}, {"a": "]}"}]])
def test_a_document_holds_its_members_a_line_each(members: list[dict[str, object]]) -> None:
    lines = list(json_document({"type": "x"}, "items", members))
    assert json.loads("\n".join(lines)) == {"type": "x", "items": members}
    assert len(lines) == len(members) + 2
    assert json.loads("\n".join(json_document({}, "items", members))) == {"items": members}
