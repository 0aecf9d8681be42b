"""The files of a dossier in, the text of its RO-Crate metadata out (RO-Crate 1.1)."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import quote

from reportedly.exports.asked import Asked

_PROFILE = "https://w3id.org/ro/crate/1.1"

_WHAT = {
    "reports.csv": "The reports: where each text lies, its sha256 and where it was printed",
    "claims.jsonl": "The claims: who says what, on whose word, when, where and how many",
    "incidents.jsonl": "The incidents, with independent origins, ranges of tolls and contradictions",
    "decisions.jsonl": "What people decided, as a log in which each line holds the hash of the one before",
}
_KINDS = {"txt": "text/plain", "csv": "text/csv", "jsonl": "application/x-ndjson"}

_LICENCE = "The reports belong to their publishers; nobody has stated a licence for the whole."


def crate(files: tuple[str, ...], asked: Asked) -> str:
    """The metadata file of a folder with these files."""
    described: dict[str, Any] = {
        "@id": "ro-crate-metadata.json",
        "@type": "CreativeWork",
        "conformsTo": {"@id": _PROFILE},
        "about": {"@id": "./"},
    }
    root: dict[str, Any] = {
        "@id": "./",
        "@type": "Dataset",
        "name": "A reportedly dossier",
        "description": " ".join(("Reports, claims, incidents and decisions of a ledger.", *asked.notes)),
        "license": _LICENCE,
        "hasPart": [{"@id": quote(name)} for name in files],
    } | ({"datePublished": asked.day} if asked.day else {})
    graph = [described, root, *(_file(name) for name in files)]
    made = {"@context": f"{_PROFILE}/context", "@graph": graph}
    return json.dumps(made, ensure_ascii=False, indent=1) + "\n"


def _file(name: str) -> dict[str, Any]:
    made = {"@id": quote(name), "@type": "File", "name": _WHAT.get(name, "The text of a report as it was read")}
    kind = _KINDS.get(name.rpartition(".")[2])
    return made | ({"encodingFormat": kind} if kind else {})
