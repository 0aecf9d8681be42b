"""A ledger's view in, a dossier out: a BagIt bag whose payload is an RO-Crate.

The bag holds the reports' texts, the claims, the incidents and the decisions, each with its checksum, so that whoever
gets it can tell that nothing was changed or lost on the way. In a public one the texts stay behind and their hashes
go along. Sources: RFC 8493 (BagIt 1.0); RO-Crate 1.1, section on combining with BagIt.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha512
from typing import Any

from reportedly.exports.asked import Asked
from reportedly.exports.crate import crate
from reportedly.exports.lines import csv_row, json_line, whole
from reportedly.exports.parts import Part
from reportedly.exports.records import claim_record, incident_record
from reportedly.exports.tables import Row, csv_line
from reportedly.exports.walk import Exported
from reportedly.ids import short
from reportedly.model.text import Report

REPORT_COLUMNS = ("id", "file", "sha256", "title", "outlet", "url", "published", "published_basis", "language")
"""The columns of ``reports.csv``."""

_ODD = re.compile(r"[^A-Za-z0-9._-]+")
_DECLARATION = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"


@dataclass(slots=True, kw_only=True)
class _Manifest:
    """The checksums of what went by: path to hash, and how many bytes."""

    lines: list[tuple[str, str]] = field(default_factory=list)
    octets: int = 0

    def passing(self, name: str, content: Iterable[bytes]) -> Iterator[bytes]:
        """The bytes, counted and hashed on their way."""
        digest = sha512()
        for piece in content:
            digest.update(piece)
            self.octets += len(piece)
            yield piece
        self.lines.append((name, digest.hexdigest()))

    def text(self) -> str:
        """The manifest, by path."""
        return "".join(f"{digest}  {name}\n" for name, digest in sorted(self.lines))


def bag_parts(view: Exported, asked: Asked) -> Iterator[Part]:
    """The files of the bag: the payload first, then what says how to check it."""
    payload, tags = _Manifest(), _Manifest()
    for name, content in _payload(view, asked):
        path = f"data/{name}"
        yield Part(name=path, content=payload.passing(path, content))
    files = tuple(name.removeprefix("data/") for name, _ in payload.lines)
    described = "data/ro-crate-metadata.json"
    yield Part(name=described, content=payload.passing(described, _utf8([crate(files, asked)])))
    for name, text in (
        ("bagit.txt", _DECLARATION),
        ("bag-info.txt", _info(payload, asked)),
        ("manifest-sha512.txt", payload.text()),
    ):
        yield Part(name=name, content=tags.passing(name, _utf8([text])))
    yield Part(name="tagmanifest-sha512.txt", content=_utf8([tags.text()]))


def _payload(view: Exported, asked: Asked) -> Iterator[tuple[str, Iterable[bytes]]]:
    if not asked.public:
        for report in view.reports():
            yield report_file(report.id), _utf8([report.text])
    yield "reports.csv", _utf8(_reports(view, asked))
    yield "claims.jsonl", _utf8(_lines(claim_record(claim) for claim in view.claims()))
    yield "incidents.jsonl", _utf8(_lines(incident_record(incident) for incident in view.incidents()))
    yield "decisions.jsonl", _utf8(_lines(view.decisions()))


def report_file(id_: str) -> str:
    """Where a report's text lies: a name that every file system can hold and no id can lead astray."""
    return f"reports/{_ODD.sub('-', id_)[:40].strip('.-') or 'report'}-{short(id_, size=12)}.txt"


def _reports(view: Exported, asked: Asked) -> Iterator[str]:
    yield csv_line(REPORT_COLUMNS) + "\r\n"
    for report in view.reports():
        row = _report_row(report, view.digest(report.id), shown=not asked.public)
        yield csv_row(row, REPORT_COLUMNS) + "\r\n"


def _report_row(report: Report, digest: str, *, shown: bool) -> Row:
    return {
        "id": report.id,
        "file": report_file(report.id) if shown else None,
        "sha256": digest,
        "title": report.title,
        "outlet": report.outlet,
        "url": report.url,
        "published": report.published and report.published.day,
        "published_basis": report.published and report.published.basis,
        "language": report.language,
    }


def _lines(records: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    return (json_line(record) + "\n" for record in records)


def _utf8(texts: Iterable[str]) -> Iterator[bytes]:
    return (whole(text).encode("utf-8") for text in texts)


def _info(payload: _Manifest, asked: Asked) -> str:
    """The bag's own words; its day is that of the ledger's last work, so that the same ledger gives the same bag."""
    fields = [
        ("Bag-Software-Agent", "reportedly"),
        ("Bagging-Date", asked.day or ""),
        ("Payload-Oxum", f"{payload.octets}.{len(payload.lines)}"),
        ("External-Description", "Reports, claims, incidents and decisions of a reportedly ledger"),
        *(("Internal-Sender-Description", note) for note in asked.notes),
    ]
    return "".join(f"{label}: {' '.join(value.split())}\n" for label, value in fields if value)
