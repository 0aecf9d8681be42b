"""Claims and incidents in, the chains behind them as W3C PROV (JSON-LD) out.

Every link of a chain is a telling: an entity attributed to the teller and quoted from the telling behind it. A claim is
the first telling, derived from its report by reading; an incident is derived from its claims and has the tellings of
its independent origins as primary sources. Source: W3C Recommendation *PROV-O*, 2013. The context is written out, so
that the file needs no network to be read.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from reportedly.exports.iris import iri, web
from reportedly.exports.walk import Exported
from reportedly.ids import short
from reportedly.model.claim import Claim, Teller
from reportedly.model.incident import Incident
from reportedly.model.text import Report

Record = dict[str, Any]

_LINKS = ("wasAttributedTo", "wasQuotedFrom", "wasDerivedFrom", "hadPrimarySource", "wasGeneratedBy", "used")
CONTEXT: Record = {
    "prov": "http://www.w3.org/ns/prov#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "reportedly": "urn:x-reportedly:term:",
    "label": "rdfs:label",
    "value": "prov:value",
    "seeAlso": {"@id": "rdfs:seeAlso", "@type": "@id"},
    "wasAssociatedWith": {"@id": "prov:wasAssociatedWith", "@type": "@id"},
    "role": "reportedly:role",
    "stance": "reportedly:stance",
    "anonymous": "reportedly:anonymous",
    "sha256": "reportedly:sha256",
    "note": "reportedly:note",
} | {name: {"@id": f"prov:{name}", "@type": "@id"} for name in _LINKS}

_ENTITY, _AGENT = "prov:Entity", "prov:Agent"
_READER = iri("software", "reportedly")


def graph(view: Exported, notes: tuple[str, ...] = ()) -> Iterator[Record]:
    """The file itself with its notes, the reader, reports, tellers, claims and incidents; every node once."""
    yield {"@id": iri("export"), "@type": [_ENTITY, "prov:Collection"], "note": list(notes)}
    yield {"@id": _READER, "@type": ["prov:SoftwareAgent"], "label": "reportedly"}
    seen: set[str] = set()
    for claim in view.claims():
        if (named := iri("report", claim.report)) not in seen:
            seen.add(named)
            yield from _report(view.report(claim.report), view.digest(claim.report))
        yield from _tellers(claim, seen)
        yield from _tellings(claim)
    for incident in view.incidents():
        yield _incident(incident, view)


def _report(report: Report, digest: str) -> Iterator[Record]:
    named, reading = iri("report", report.id), iri("reading", report.id)
    made: Record = {"@id": named, "@type": [_ENTITY], "label": report.title or report.id, "sha256": digest}
    page = web(report.url)
    yield made | ({"seeAlso": page} if page else {})
    yield {"@id": reading, "@type": ["prov:Activity"], "used": named, "wasAssociatedWith": _READER}


def _tellers(claim: Claim, seen: set[str]) -> Iterator[Record]:
    for teller in _all(claim.chain):
        named = _agent(teller, claim.report)
        if named not in seen:
            seen.add(named)
            made: Record = {"@id": named, "@type": [_AGENT], "role": teller.role.value, "anonymous": teller.anonymous}
            yield made | ({"label": teller.name} if teller.name else {})


def _tellings(claim: Claim) -> Iterator[Record]:
    """The links of the chain, the outlet's first: it is the claim."""
    links = claim.chain or (None,)
    for number, teller in enumerate(links):
        made: Record = {"@id": _telling(claim, number), "@type": [_ENTITY]}
        if number == 0:
            made |= {"label": f"{claim.happening.value}, {claim.id}", "stance": claim.stance.value}
            made |= {"wasDerivedFrom": iri("report", claim.report), "wasGeneratedBy": iri("reading", claim.report)}
        if teller is not None:
            made["wasAttributedTo"] = [_agent(mouth, claim.report) for mouth in (teller, *teller.beside)]
        if number + 1 < len(links):
            made["wasQuotedFrom"] = _telling(claim, number + 1)
        yield made


def _incident(incident: Incident, view: Exported) -> Record:
    sources = []
    for origin in incident.origins:
        for id_ in origin.claims[:1]:
            claim = view.claim(id_)
            sources.append(_telling(claim, max(len(claim.chain) - 1, 0)))
    return {
        "@id": iri("incident", incident.id),
        "@type": [_ENTITY],
        "label": f"{incident.happening.value}, {incident.id}",
        "wasDerivedFrom": [iri("claim", claim) for claim in incident.claims],
        "hadPrimarySource": sources,
    }


def _telling(claim: Claim, number: int) -> str:
    return iri("claim", claim.id) if number == 0 else iri("telling", claim.id, str(number))


def _agent(teller: Teller, report: str) -> str:
    """A known teller is one in all reports; a nameless or anonymous one only within its own."""
    if teller.actor_id:
        return iri("actor", teller.actor_id)
    shared = teller.name is not None and not teller.anonymous
    return iri("teller", short(teller.name, teller.role.value, "" if shared else report, size=16))


def _all(chain: tuple[Teller, ...]) -> Iterator[Teller]:
    for teller in chain:
        yield teller
        yield from _all(teller.beside)
