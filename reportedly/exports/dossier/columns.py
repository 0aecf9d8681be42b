"""The diagram of a sheet in, its boxes and lines laid out in columns out.

Reports stand in the first column, origins in the last, those who pass on between them, by how many steps they are from
a report. A line that skips a column is given a lane of its own there, so that it runs between boxes, not behind them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from reportedly.model.sheet import Chain, Link, LinkKind, Node, NodeKind

HEIGHT = 44
MARGIN, TOP = 46, 34
_GAP, _SPACE, _LANE = 72, 12, 14
_WIDTHS = {NodeKind.REPORT: 228, NodeKind.AGENCY: 156, NodeKind.TELLER: 156, NodeKind.ORIGIN: 226}
_DEEPEST = 4
_ROUNDS = 3  # times that the order of the columns is mended


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A node with its place in the drawing."""

    node: Node
    x: int
    y: float
    width: int

    @property
    def middle(self) -> float:
        return self.y + HEIGHT / 2


class Lane(NamedTuple):
    """Where a line passes a column."""

    left: int
    right: int
    y: float


class Line(NamedTuple):
    """A link with the lanes it passes, from left to right."""

    link: Link
    lanes: tuple[Lane, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """The drawing: boxes by node, lines, the left edge of each column with the kind of what stands in it, and its
    size."""

    boxes: Mapping[str, Box]
    lines: tuple[Line, ...]
    heads: tuple[tuple[int, NodeKind], ...]
    width: int
    height: float


class _Item(NamedTuple):
    """What stands in a column: a node, or the lane of a line (no node)."""

    key: str
    node: Node | None

    @property
    def size(self) -> int:
        return HEIGHT + _SPACE if self.node else _LANE


def lay_out(chain: Chain) -> Layout:
    """Boxes and lines in their places; the same diagram gives the same layout."""
    nodes = {node.id: node for node in chain.nodes if node.kind is not NodeKind.OUTLET}
    links = _drawn(chain, nodes)
    depth = _depths(nodes, links)
    columns, ways = _columns(nodes, links, depth)
    return _placed(_ordered(columns, ways), links, ways)


def _drawn(chain: Chain, nodes: Mapping[str, Node]) -> list[Link]:
    """The links to draw: where one has it from the other, that it counts as the same needs no second line."""
    quoted = {(link.start, link.end) for link in chain.links if link.kind is LinkKind.QUOTES}
    return [
        link
        for link in chain.links
        if link.start in nodes
        and link.end in nodes
        and (link.kind is LinkKind.QUOTES or (link.kind is LinkKind.COUNTS_AS and (link.start, link.end) not in quoted))
    ]


def _depths(nodes: Mapping[str, Node], links: Sequence[Link]) -> dict[str, int]:
    """The column of each node. Outlets that cite each other go no deeper than a few."""
    depth = {id_: 0 if node.kind is NodeKind.REPORT else 1 for id_, node in nodes.items()}
    for _ in range(_DEEPEST):
        for link in links:
            if nodes[link.end].kind not in (NodeKind.ORIGIN, NodeKind.REPORT):
                depth[link.end] = min(max(depth[link.end], depth[link.start] + 1), _DEEPEST)
    between = [depth[id_] for id_, node in nodes.items() if node.kind is not NodeKind.ORIGIN]
    last = 1 + max(between, default=0)
    return depth | {id_: last for id_, node in nodes.items() if node.kind is NodeKind.ORIGIN}


def _columns(
    nodes: Mapping[str, Node], links: Sequence[Link], depth: Mapping[str, int]
) -> tuple[list[list[_Item]], list[list[str]]]:
    """What stands in each column, and for each link the keys that it passes from start to end."""
    used = sorted(set(depth.values()))
    rank = {deep: number for number, deep in enumerate(used)}
    columns: list[list[_Item]] = [[] for _ in used]
    for node in nodes.values():
        columns[rank[depth[node.id]]].append(_Item(node.id, node))
    ways = []
    for number, link in enumerate(links):
        start, end = rank[depth[link.start]], rank[depth[link.end]]
        way = [link.start]
        for column in range(start + 1, end):
            way.append(f"lane:{number}:{column}")
            columns[column].append(_Item(way[-1], None))
        ways.append([*way, link.end])
    return columns, ways


def _ordered(columns: list[list[_Item]], ways: Sequence[Sequence[str]]) -> list[list[_Item]]:
    """The columns in an order that keeps lines from crossing: each item by the mean place of those it leads to, then
    of those that lead to it. Origins keep their order."""
    ahead: dict[str, list[str]] = {}
    behind: dict[str, list[str]] = {}
    for way in ways:
        for left, right in pairwise(way):
            ahead.setdefault(left, []).append(right)
            behind.setdefault(right, []).append(left)
    columns[-1].sort(key=lambda item: item.node.row or 0 if item.node else 0)
    for _ in range(_ROUNDS):
        for column in reversed(range(len(columns) - 1)):
            _sort(columns[column], columns[column + 1], ahead)
        for column in range(1, len(columns) - 1):
            _sort(columns[column], columns[column - 1], behind)
    for column in reversed(range(len(columns) - 1)):
        _sort(columns[column], columns[column + 1], ahead)
    return columns


def _sort(column: list[_Item], beside: Sequence[_Item], along: Mapping[str, Sequence[str]]) -> None:
    """Sorts a column by the column beside it; what has no line into it goes last, by day and name."""
    place = {item.key: number for number, item in enumerate(beside)}

    def key(item: _Item) -> tuple[float, str, str]:
        found = [place[other] for other in along.get(item.key, ()) if other in place]
        mean = sum(found) / len(found) if found else float(len(beside))
        return mean, f"{item.node.day} {item.node.name}" if item.node else "", item.key

    column.sort(key=key)


def _placed(columns: Sequence[Sequence[_Item]], links: Sequence[Link], ways: Sequence[Sequence[str]]) -> Layout:
    tallest = max(sum(item.size for item in column) for column in columns)
    boxes: dict[str, Box] = {}
    lanes: dict[str, Lane] = {}
    heads = []
    x = MARGIN
    for column in columns:
        width = max((_WIDTHS[item.node.kind] for item in column if item.node), default=0)
        y = TOP + (tallest - sum(item.size for item in column)) / 2
        heads.append((x, next((item.node.kind for item in column if item.node), NodeKind.AGENCY)))
        for item in column:
            if item.node:
                boxes[item.key] = Box(node=item.node, x=x, y=y, width=width)
            else:
                lanes[item.key] = Lane(x, x + width, y + _LANE / 2)
            y += item.size
        x += width + _GAP
    lines = (Line(link, tuple(lanes[key] for key in way[1:-1])) for link, way in zip(links, ways, strict=True))
    return Layout(boxes=boxes, lines=tuple(lines), heads=tuple(heads), width=x - _GAP + 6, height=TOP + tallest)
