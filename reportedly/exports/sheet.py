"""A sheet in, the plain object of the machine interface out."""

from __future__ import annotations

from reportedly.exports.independence import apart_record, bond_record, doubt_record
from reportedly.exports.records import Record, days_record, dispute_record, incident_record, place_record
from reportedly.model.disputes import disputes
from reportedly.model.incident import Estimate
from reportedly.model.sheet import Cell, Chain, Field, Link, Node, Quotation, Revision, Row, Sheet, Spot


def sheet_record(sheet: Sheet) -> Record:
    """What the desk answers for an incident."""
    incident = sheet.incident
    return {
        "incident": incident_record(incident) | {"grade_reason": incident.grade_reason},
        "rows": [_row(row) for row in sheet.rows],
        "chain": _chain(sheet.chain),
        "estimates": [_estimate(estimate) for estimate in incident.estimates],
        "revisions": [_revision(revision) for revision in sheet.revisions],
        "places": [_spot(spot) for spot in sheet.spots],
        "disputes": [dispute_record(dispute) for dispute in disputes(incident.contradictions)],
        "credibility": {
            "number": sheet.credible.step,
            "name": sheet.credible.name,
            "reason": sheet.credible.reason,
        },
        "quotes": [_quote(quote) for quote in sheet.quotes],
        "independent": [apart_record(apart) for apart in sheet.apart],
        "doubts": [doubt_record(doubt) for doubt in sheet.doubts],
        "narrowest": sheet.narrowest,
    }


def _row(row: Row) -> Record:
    return {
        "number": row.number,
        "origin": row.origin.name,
        "role": row.origin.role.value,
        "counted": row.counted,
        "reason": row.origin.reason,
        "reports": list(row.reports),
        "claims": list(row.origin.claims),
        "cells": {field.value: [_cell(cell) for cell in row.of(field)] for field in Field},
    }


def _cell(cell: Cell) -> Record:
    return {
        "words": cell.words,
        **_counted(cell),
        **(days_record(cell.days) if cell.days else {}),
        "claim": cell.claim,
        "also": list(cell.also),
        "differs": cell.differs,
        "current": cell.current,
        "aside": cell.aside,
        "why": cell.why,
    }


def _counted(cell: Cell) -> Record:
    """The range of a count."""
    if cell.measure is None:
        return {}
    return {"measure": cell.measure.value, "low": cell.low, "best": cell.best, "high": cell.high}


def _chain(chain: Chain) -> Record:
    return {
        "nodes": [_node(node) for node in chain.nodes],
        "links": [_link(link) for link in chain.links],
        "collapsed": [
            {
                "row": one.row,
                "origin": one.origin,
                "reports": list(one.reports),
                "reason": one.reason,
                "bonds": [bond_record(bond) for bond in one.bonds],
            }
            for one in chain.collapsed
        ],
    }


def _node(node: Node) -> Record:
    return {
        "id": node.id,
        "name": node.name,
        "role": node.role.value,
        "kind": node.kind.value,
        "counted": node.counted,
        "report": node.report,
        "day": node.day and node.day.isoformat(),
        "row": node.row,
    }


def _link(link: Link) -> Record:
    return {
        "from": link.start,
        "to": link.end,
        "kind": link.kind.value,
        "text": link.text,
        "claims": list(link.claims),
    }


def _estimate(estimate: Estimate) -> Record:
    return {
        "measure": estimate.measure.value,
        "low": estimate.low,
        "best": estimate.best,
        "high": estimate.high,
        "policy": estimate.policy,
        "rule": estimate.rule,
        "claims": list(estimate.claims),
        "set_aside": [{"claim": claim, "why": why} for claim, why in estimate.set_aside],
    }


def _revision(revision: Revision) -> Record:
    return {
        "measure": revision.measure.value,
        "day": revision.day and revision.day.isoformat(),
        "origin": revision.origin,
        "row": revision.row,
        "low": revision.low,
        "best": revision.best,
        "high": revision.high,
        "words": revision.words,
        "claim": revision.claim,
        "report": revision.report,
        "superseded": revision.superseded,
        "by": revision.by,
        "why": revision.why,
    }


def _spot(spot: Spot) -> Record:
    place = place_record(spot.where)
    return {
        "name": place["name"],
        "place_id": place["place_id"],
        "lat": place["latitude"],
        "lon": place["longitude"],
        "radius_km": place["radius_km"],
        "precision": place["precision"],
        "country": place["country"],
        "claims": list(spot.claims),
        "chosen": spot.chosen,
    }


def _quote(quote: Quotation) -> Record:
    return {
        "claim": quote.claim,
        "report": quote.report,
        "outlet": quote.outlet,
        "title": quote.title,
        "published": quote.published and quote.published.isoformat(),
        "url": quote.url,
        "start": quote.span.start,
        "end": quote.span.end,
        "text": quote.text,
        "text_sha256": quote.text_sha256,
        "original_sha256": quote.original_sha256,
        "happening": quote.happening.value,
        "stance": quote.stance.value,
        "hedge": quote.hedge,
        "path": quote.path,
        "row": quote.row,
    }
