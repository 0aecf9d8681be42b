"""The rows of a sheet with their claims and reports in, the diagram of who has it from whom out.

Every report stands between the outlet that printed it and whoever it cites; chains run on until the origin. Where a
chain ends in a name that counts under another one, or where an outlet's own words repeat a source's, a link says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from reportedly.estimates.voices import RELAYS, title
from reportedly.incidents.copies import COPIED
from reportedly.model.claim import Claim, Teller
from reportedly.model.incident import Copy
from reportedly.model.independence import Bond, Finding, Ground, Tie
from reportedly.model.sheet import Chain, Collapse, Link, LinkKind, Node, NodeKind, Row
from reportedly.model.text import Report
from reportedly.model.words import Role

_PLAIN = frozenset({Tie.ONE_VOICE, Tie.NOBODY})
"""Ties that say no more than the names do."""


def chain(
    rows: Sequence[Row],
    claims: Mapping[str, Claim],
    reports: Mapping[str, Report],
    copies: Sequence[Copy],
    finding: Finding,
) -> Chain:
    """The diagram. Nodes and links stand in a fixed order: the same incident gives the same diagram."""
    drawn = _Drawing()
    grounds = _grounds(rows, finding)
    for row in rows:
        drawn.node(_origin(row))
        for claim in (claims[c] for c in row.origin.claims if c in claims):
            _draw(drawn, claim, reports.get(claim.report), row, grounds.get(row.number))
    shown = {node.report for node in drawn.nodes.values()}
    for copy in sorted(copies, key=lambda copy: (copy.left, copy.right)):
        if copy.left in shown and copy.right in shown:
            drawn.link(_copied(copy), None)
    collapsed = (_collapse(row, grounds.get(row.number)) for row in rows if row.counted and len(row.reports) > 1)
    return Chain(nodes=drawn.ordered(), links=tuple(drawn.links.values()), collapsed=tuple(collapsed))


class _Drawing:
    """Nodes and links as they are met, each once."""

    def __init__(self) -> None:
        self.nodes: dict[str, Node] = {}
        self.links: dict[tuple[str, str, LinkKind], Link] = {}

    def node(self, node: Node) -> str:
        return self.nodes.setdefault(node.id, node).id

    def link(self, link: Link, claim: str | None) -> None:
        key = (link.start, link.end, link.kind)
        before = self.links.get(key, link)
        told = before.claims if claim is None or claim in before.claims else (*before.claims, claim)
        self.links[key] = Link(start=link.start, end=link.end, kind=link.kind, text=before.text, claims=told)

    def ordered(self) -> tuple[Node, ...]:
        """Outlets, reports by day, then who passes on, then the origins by row."""
        order = (NodeKind.OUTLET, NodeKind.REPORT, NodeKind.AGENCY, NodeKind.TELLER, NodeKind.ORIGIN)
        return tuple(
            sorted(self.nodes.values(), key=lambda n: (order.index(n.kind), n.row or 0, str(n.day), n.name, n.id))
        )


def _draw(drawn: _Drawing, claim: Claim, report: Report | None, row: Row, ground: Ground | None) -> None:
    """The way of one claim from its outlet to its origin."""
    way = [_outlet(claim, report), _report(claim, report), *_passed(claim, row)]
    for number, node in enumerate(way):
        drawn.node(node)
        if number:
            kind = LinkKind.PRINTS if number == 1 else LinkKind.QUOTES
            drawn.link(_between(way[number - 1], node, kind), claim.id)
    end = _origin(row)
    last = way[-1]
    if _ends_in(claim, row):
        drawn.link(_between(last, end, LinkKind.QUOTES), claim.id)
    else:
        why = _why(claim.id, row, ground)
        drawn.link(Link(start=last.id, end=end.id, kind=LinkKind.COUNTS_AS, text=why), claim.id)


def _between(start: Node, end: Node, kind: LinkKind) -> Link:
    verb = "printed" if kind is LinkKind.PRINTS else "has it from"
    return Link(start=start.id, end=end.id, kind=kind, text=f"{_shown(start)} {verb} {_shown(end)}")


def _shown(node: Node) -> str:
    return f"“{node.name}”" if node.kind is NodeKind.REPORT else node.name


def _outlet(claim: Claim, report: Report | None) -> Node:
    name = (claim.chain[0].name if claim.chain else None) or (report.outlet if report else None)
    known = name or "an outlet not named"
    key = name.casefold() if name else claim.report
    return Node(id=f"outlet:{key}", name=known, role=Role.OUTLET, kind=NodeKind.OUTLET)


def _report(claim: Claim, report: Report | None) -> Node:
    return Node(
        id=f"report:{claim.report}",
        name=(report.title if report else None) or claim.report,
        role=Role.OUTLET,
        kind=NodeKind.REPORT,
        report=claim.report,
        day=report.published.day if report and report.published else None,
    )


def _passed(claim: Claim, row: Row) -> Iterator[Node]:
    """Those between the report and the origin, outermost first; the last link itself where it bears another name."""
    links = claim.chain[1:-1] if _ends_in(claim, row) else claim.chain[1:]
    for link in links:
        relays = link.role in RELAYS
        name = link.name or f"unnamed {link.role.value}"
        key = title(link) or f"unnamed {link.role.value}"
        apart = f"@{row.number}" if link.anonymous or not link.name else ""
        kind = NodeKind.AGENCY if relays else NodeKind.TELLER
        yield Node(id=f"{kind.value}:{key}{apart}", name=name, role=link.role, kind=kind)


def _ends_in(claim: Claim, row: Row) -> bool:
    """Whether the last link of the chain, or who stands beside it, bears the name of the origin."""
    if len(claim.chain) < 2:
        return False
    last = claim.chain[-1]
    return any(_called(teller) == row.origin.name for teller in (last, *last.beside))


def _called(teller: Teller) -> str:
    return teller.name or f"unnamed {teller.role.value}"


def _origin(row: Row) -> Node:
    return Node(
        id=f"origin:{row.number}",
        name=row.origin.name,
        role=row.origin.role,
        kind=NodeKind.ORIGIN,
        counted=row.counted,
        row=row.number,
    )


def _why(claim: str, row: Row, ground: Ground | None) -> str:
    """The bond that ties a claim to its origin, in words; else why the origin is one."""
    bonds = [bond for bond in (ground.bonds if ground else ()) if claim in (bond.left, bond.right)]
    telling = [bond for bond in bonds if bond.tie not in _PLAIN] or bonds
    return telling[0].reason if telling else row.origin.reason


def _grounds(rows: Sequence[Row], finding: Finding) -> dict[int, Ground]:
    """The ground of each row: that of its claims."""
    known = {(ground.origin.name, ground.origin.claims): ground for ground in (*finding.counted, *finding.uncounted)}
    keys = ((row.number, (row.origin.name, row.origin.claims)) for row in rows)
    return {number: known[key] for number, key in keys if key in known}


def _copied(copy: Copy) -> Link:
    share = f"{copy.containment:.0%} of the shorter one's runs of five words"
    kind, text = (
        (LinkKind.COPIES, f"one text: {share} stand in the other")
        if copy.containment >= COPIED
        else (LinkKind.SHARES, f"shared paragraphs: {share} stand in the other")
    )
    return Link(start=f"report:{copy.left}", end=f"report:{copy.right}", kind=kind, text=text)


def _collapse(row: Row, ground: Ground | None) -> Collapse:
    bonds: tuple[Bond, ...] = tuple(b for b in ground.bonds if b.tie is not Tie.NOBODY) if ground else ()
    return Collapse(row=row.number, origin=row.origin.name, reports=row.reports, reason=row.origin.reason, bonds=bonds)
