"""A view of a ledger and the name of a form in, the lines or bytes of a file or the parts of a folder out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from reportedly.exports import acled, annotation, ftm, hxl, plover, prov, schema_org, ucdp
from reportedly.exports.asked import Asked
from reportedly.exports.bag import bag_parts
from reportedly.exports.countries import country
from reportedly.exports.dossier import page, pdf
from reportedly.exports.geojson import geojson_lines
from reportedly.exports.lines import csv_cells, csv_row, json_document, json_line
from reportedly.exports.parquet import parquet_parts
from reportedly.exports.parts import Part
from reportedly.exports.public import Public
from reportedly.exports.records import incident_record
from reportedly.exports.tables import csv_line, incident_row
from reportedly.exports.walk import Exported, told

Lines = Callable[[Exported, Asked], Iterator[str]]
Parts = Callable[[Exported, Asked], Iterator[Part]]
Octets = Callable[[Exported, Asked], bytes]


def write(form: str, view: Exported, asked: Asked | None = None) -> Iterator[str]:
    """The lines of the file, without line ends. The same ledger gives the same lines. ``asked`` counts what had to be
    left out while the lines are taken."""
    asked = asked or Asked()
    return FORMS[form].lines(Public(view) if asked.public else view, asked)


def pack(form: str, view: Exported, asked: Asked | None = None) -> Iterator[Part]:
    """The files of a form that is a folder."""
    asked = asked or Asked()
    return FOLDERS[form].parts(Public(view) if asked.public else view, asked)


def set_in_type(form: str, view: Exported, asked: Asked | None = None) -> bytes:
    """The bytes of a form that is set for print."""
    asked = asked or Asked()
    return PRINTED[form].octets(Public(view) if asked.public else view, asked)


def _jsonl(view: Exported, _asked: Asked) -> Iterator[str]:
    for incident in view.incidents():
        yield json_line(incident_record(incident))


def _csv(view: Exported, _asked: Asked) -> Iterator[str]:
    heads: tuple[str, ...] | None = None
    for incident in view.incidents():
        row = incident_row(incident)
        if heads is None:
            heads = tuple(row)
            yield csv_line(heads)
        yield csv_row(row, heads)


def _ucdp(view: Exported, asked: Asked) -> Iterator[str]:
    yield csv_line(ucdp.COLUMNS)
    names = _Names()
    number = 0
    for incident in view.incidents():
        row = ucdp.ucdp_row(incident, told(view, incident), number + 1, names)
        if row is None:
            asked.leave("no death is stated with a figure, or only in running totals and round-ups")
            continue
        number += 1
        yield csv_row(row, ucdp.COLUMNS)


def _acled(view: Exported, asked: Asked) -> Iterator[str]:
    yield csv_line(acled.COLUMNS)
    for incident in view.incidents():
        row = acled.acled_row(incident, told(view, incident))
        if isinstance(row, str):
            asked.leave(row)
        else:
            yield csv_row(row, acled.COLUMNS)


def _plover(view: Exported, asked: Asked) -> Iterator[str]:
    for incident in view.incidents():
        record = plover.plover_record(incident, told(view, incident))
        if isinstance(record, str):
            asked.leave(record)
        else:
            yield json_line(record)


def _geojson(view: Exported, asked: Asked) -> Iterator[str]:
    return geojson_lines(view.incidents(), asked.notes)


def _hxl(view: Exported, _asked: Asked) -> Iterator[str]:
    yield csv_line(hxl.TAGS)
    yield csv_cells(list(hxl.TAGS.values()))
    for incident in view.incidents():
        yield csv_row(hxl.hxl_row(incident), tuple(hxl.TAGS))


def _annotation(view: Exported, asked: Asked) -> Iterator[str]:
    items = (annotation.annotation(c, view.report(c.report), view.digest(c.report)) for c in view.claims())
    return json_document(annotation.page_head(asked.notes), "items", items)


def _prov(view: Exported, asked: Asked) -> Iterator[str]:
    return json_document({"@context": prov.CONTEXT}, "@graph", prov.graph(view, asked.notes))


def _ftm(view: Exported, _asked: Asked) -> Iterator[str]:
    return (json_line(entity) for entity in ftm.entities(view))


def _schema_org(view: Exported, asked: Asked) -> Iterator[str]:
    def graph() -> Iterator[schema_org.Record]:
        yield schema_org.dataset(asked.notes)
        for claim in view.claims():
            yield schema_org.schema_claim(claim, view.report(claim.report))

    return json_document({"@context": schema_org.CONTEXT}, "@graph", graph())


class _Names(Mapping[str, str]):
    """Names of countries by code, looked up when asked for."""

    def __getitem__(self, code: str) -> str:
        found = country(code)
        if found is None:
            raise KeyError(code)
        return found.name

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A form of one file, and in words what it has no room for."""

    lines: Lines
    lacks: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Folder:
    """A form of several files."""

    parts: Parts
    lacks: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """A form of one file that is no text."""

    octets: Octets
    lacks: str


FORMS: dict[str, Form] = {
    "jsonl": Form(lines=_jsonl, lacks="nothing is left out but the explanations: see `reportedly why`"),
    "csv": Form(
        lines=_csv, lacks="measures other than killed and wounded, the words and the explanations are left out"
    ),
    "ucdp": Form(
        lines=_ucdp,
        lacks="incidents without a figure of deaths, running totals and round-ups are left out; UCDP's own ids of "
        "conflicts, dyads and sides stay empty",
    ),
    "acled": Form(
        lines=_acled,
        lacks="incidents without a day within a month, a place below the country or a type of ACLED, "
        "running totals and round-ups are left out; one "
        "number stands for a range of dead; region, admin2, admin3, source_scale and timestamp stay empty",
    ),
    "plover": Form(
        lines=_plover,
        lacks="incidents without a first day, a doer or a category of PLOVER, running totals and round-ups are left "
        "out; who tells what, and on "
        "whose word, has no field",
    ),
    "geojson": Form(
        lines=_geojson,
        lacks="measures other than killed and wounded are left out; a place that is not known has no geometry",
    ),
    "hxl": Form(
        lines=_hxl,
        lacks="measures other than killed, wounded and displaced, the claims and the explanations are left out",
    ),
    "annotation": Form(
        lines=_annotation, lacks="incidents, origins and contradictions have no place: a claim and its words do"
    ),
    "prov": Form(lines=_prov, lacks="what is claimed is left out: the links from claim to origin are kept"),
    "ftm": Form(
        lines=_ftm,
        lacks="tolls and contradictions are words in summary and notes; the precision of a place, the order of a chain "
        "and people who are only described are no entities",
    ),
    "schema-org": Form(
        lines=_schema_org,
        lacks="chains are cut to the outlet and the last teller; tolls, doers and the grouping into incidents are left "
        "out; no claim is rated",
    ),
    "dossier": Form(lines=page.dossier, lacks=page.LACKS),
}
"""The forms of one file."""

FOLDERS: dict[str, Folder] = {
    "parquet": Folder(parts=parquet_parts, lacks="the explanations and what the words of a place could mean as well"),
    "bagit": Folder(parts=bag_parts, lacks="attributions without a claim, comparisons and explanations are left out"),
}
"""The forms of several files, which become a folder or a zip file."""

PRINTED: dict[str, Printed] = {"dossier-pdf": Printed(octets=pdf.dossier_pdf, lacks=pdf.LACKS)}
"""The forms of one file that is no text."""


def cannot_hold(form: str) -> str:
    """What a form has no room for, in words."""
    return (FORMS.get(form) or FOLDERS.get(form) or PRINTED[form]).lacks
