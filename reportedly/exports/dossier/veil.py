"""A sheet and the private names in it in, the sheet for publication out: roles, coarse points, no sentences."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from reportedly.exports.veil import Masks, coarse, veiled
from reportedly.model.incident import Incident, Origin
from reportedly.model.independence import Apart, Bond, Doubt
from reportedly.model.sheet import DENIED, Cell, Chain, Field, Node, NodeKind, Quotation, Revision, Row, Sheet

_PARTIES = frozenset({Field.BY, Field.AGAINST})
_BETWEEN = "; "
_KEPT = frozenset({NodeKind.REPORT, NodeKind.ORIGIN})
"""Nodes whose ids hold no names."""


def public_sheet(sheet: Sheet, incident: Incident, masks: Masks) -> Sheet:
    """The sheet without what should not be published. ``incident`` is the veiled one; ids, offsets and hashes stay."""
    return replace(
        sheet,
        incident=incident,
        rows=tuple(_row(row, masks) for row in sheet.rows),
        chain=_chain(sheet.chain, masks),
        revisions=tuple(_revision(revision, masks) for revision in sheet.revisions),
        spots=tuple(replace(spot, where=coarse(spot.where)) for spot in sheet.spots),
        credible=replace(sheet.credible, reason=veiled(sheet.credible.reason, masks)),
        quotes=tuple(_quote(quote, masks) for quote in sheet.quotes),
        apart=tuple(_apart(apart, masks) for apart in sheet.apart),
        doubts=tuple(_doubt(doubt, masks) for doubt in sheet.doubts),
    )


def _row(row: Row, masks: Masks) -> Row:
    return replace(row, origin=_origin(row.origin, masks), cells=tuple(_cell(cell, masks) for cell in row.cells))


def _origin(origin: Origin, masks: Masks) -> Origin:
    return replace(origin, name=_name(origin.name, masks), reason=veiled(origin.reason, masks))


def _cell(cell: Cell, masks: Masks) -> Cell:
    return replace(
        cell,
        words=_parties(cell.words, masks) if cell.field in _PARTIES else veiled(cell.words, masks),
        reason=cell.reason and veiled(cell.reason, masks),
        against=tuple(veiled(text, masks) for text in cell.against),
    )


def _parties(words: str, masks: Masks) -> str:
    """Every party by itself, so that a name that is no proper one is replaced as well."""
    led, denied, names = words.rpartition(DENIED)
    return led + denied + _BETWEEN.join(dict.fromkeys(_name(name, masks) for name in names.split(_BETWEEN)))


def _name(name: str, masks: Masks) -> str:
    return masks.get(name) or veiled(name, masks)


def _chain(chain: Chain, masks: Masks) -> Chain:
    """The diagram with the names veiled, in the ids of its nodes too."""
    ids = _ids(chain.nodes)
    return Chain(
        nodes=tuple(replace(node, id=ids[node.id], name=_name(node.name, masks)) for node in chain.nodes),
        links=tuple(
            replace(link, start=ids[link.start], end=ids[link.end], text=veiled(link.text, masks))
            for link in chain.links
        ),
        collapsed=tuple(
            replace(
                one,
                origin=_name(one.origin, masks),
                reason=veiled(one.reason, masks),
                bonds=tuple(_bond(bond, masks) for bond in one.bonds),
            )
            for one in chain.collapsed
        ),
    )


def _ids(nodes: Sequence[Node]) -> Mapping[str, str]:
    return {
        node.id: node.id if node.kind in _KEPT else f"{node.kind.value}:{number}"
        for number, node in enumerate(nodes, start=1)
    }


def _bond(bond: Bond, masks: Masks) -> Bond:
    return replace(bond, reason=veiled(bond.reason, masks), words=())


def _revision(revision: Revision, masks: Masks) -> Revision:
    return replace(
        revision,
        origin=_name(revision.origin, masks),
        words=veiled(revision.words, masks),
        why=revision.why and veiled(revision.why, masks),
    )


def _quote(quote: Quotation, masks: Masks) -> Quotation:
    return replace(
        quote,
        text="",
        title=quote.title and veiled(quote.title, masks),
        hedge=quote.hedge and veiled(quote.hedge, masks),
        path=veiled(quote.path, masks),
    )


def _apart(apart: Apart, masks: Masks) -> Apart:
    return replace(apart, text=veiled(apart.text, masks), would_change=veiled(apart.would_change, masks))


def _doubt(doubt: Doubt, masks: Masks) -> Doubt:
    return replace(doubt, text=veiled(doubt.text, masks), settled_by=veiled(doubt.settled_by, masks), words=())
