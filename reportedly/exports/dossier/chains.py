"""A sheet in, the drawing of who has it from whom out, and in words what counts once, what is open, and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reportedly.exports.dossier.columns import HEIGHT, MARGIN, Box, Layout, Line, lay_out
from reportedly.exports.dossier.drawing import drawing, text
from reportedly.exports.dossier.html import Html, cut, join, tag, told
from reportedly.exports.dossier.wording import kind, many, short_day
from reportedly.model.sheet import Chain, Collapse, Link, LinkKind, NodeKind, Sheet

_HEADS = {NodeKind.REPORT: "Reports", NodeKind.ORIGIN: "Origins"}
_BESIDE = (LinkKind.COPIES, LinkKind.SHARES)
_PAIRS = 45
"""Pairs of origins of which it is told why they are independent: those of ten origins."""

_LARGE, _SMALL = 7.1, 6.0  # units of the drawing that a letter of either size takes
_STROKES: Mapping[str, Mapping[str, object]] = {
    "way": {"fill": "none", "stroke": "#6b665d", "stroke_width": 1.4},
    "as": {"fill": "none", "stroke": "#6b665d", "stroke_width": 1.4, "stroke_dasharray": "6 4"},
    "copy": {"fill": "none", "stroke": "#9a3412", "stroke_width": 1.8, "stroke_dasharray": "1.5 3"},
}
_FILL = {NodeKind.REPORT: "#ffffff", NodeKind.AGENCY: "#f4f1ea", NodeKind.TELLER: "#f4f1ea", NodeKind.ORIGIN: "#e6edf5"}
_EDGE = {NodeKind.ORIGIN: "#1d4f7c"}


def diagram(sheet: Sheet) -> Html:
    """The drawing and, in words, what collapses and why, what is left open, and why the origins are independent."""
    collapsed = [_collapsed(one) for one in sheet.chain.collapsed]
    parts = [_drawing(sheet.chain), _legend()]
    if collapsed:
        parts += [tag("h4", "What counts once"), tag("ul", *collapsed, class_="plain")]
    return join([*parts, *_open(sheet), *_apart(sheet)])


def _collapsed(one: Collapse) -> Html:
    head = tag("b", tag("span", str(one.row), class_="number"), told(one.origin))
    ties = list(dict.fromkeys(bond.reason for bond in one.bonds))
    why = "; ".join(ties) if ties else one.reason
    return tag("li", head, f": {many(len(one.reports), 'report')} go back to it: ", told(why), ".")


def _open(sheet: Sheet) -> list[Html]:
    """Which origins may be one all the same."""
    if not sheet.doubts:
        return []
    items = (
        tag("li", told(doubt.text), ". It would be settled by ", told(doubt.settled_by), ".") for doubt in sheet.doubts
    )
    count = sheet.incident.independent_sources
    lead = f"If every open doubt proved true, {sheet.narrowest} of {many(count, 'origin')} would be left."
    return [tag("h4", "Open doubts"), tag("p", lead), tag("ul", *items, class_="plain")]


def _apart(sheet: Sheet) -> list[Html]:
    """Why each two origins are independent."""
    if not sheet.apart:
        return []
    items = [tag("li", f"{one.left} and {one.right}: ", told(one.text), ".") for one in sheet.apart[:_PAIRS]]
    if len(sheet.apart) > _PAIRS:
        items.append(tag("li", f"{many(len(sheet.apart) - _PAIRS, 'further pair')} of origins"))
    inner = tag("ul", *items, class_="plain note")
    return [tag("details", tag("summary", "Why the origins are independent of each other"), inner)]


def _legend() -> Html:
    signs = (("way", "has it from"), ("as", "counts as"), ("copy", "one text, or shared paragraphs"))
    return tag("ul", *(tag("li", _sample(class_), " ", meaning) for class_, meaning in signs), class_="legend")


def _sample(class_: str) -> Html:
    line = tag("line", x1=1, x2=33, y1=5, y2=5, class_=class_, **_STROKES[class_])
    return tag("svg", line, **{"viewBox": "0 0 34 10", "width": 34, "height": 10, "aria-hidden": "true"})


def _drawing(chain: Chain) -> Html:
    layout = lay_out(chain)
    papers = _papers(chain)
    marks = [
        *(text(x, 16, _HEADS.get(of, "Passed on by"), "head") for x, of in layout.heads),
        *(_line(line, layout) for line in layout.lines),
        *_copies(chain, layout),
        *(_box(box, papers) for box in layout.boxes.values()),
    ]
    return drawing("Who has it from whom", marks, class_="chain", width=layout.width, height=layout.height)


def _papers(chain: Chain) -> dict[str, str]:
    """The outlet of each report's node."""
    names = {node.id: node.name for node in chain.nodes if node.kind is NodeKind.OUTLET}
    return {link.end: names[link.start] for link in chain.links if link.kind is LinkKind.PRINTS and link.start in names}


def _line(line: Line, layout: Layout) -> Html:
    """A line from the right of one box to the left of the other, straight where it passes a column."""
    start, end = layout.boxes[line.link.start], layout.boxes[line.link.end]
    x, y = start.x + start.width, start.middle
    path = f"M{x} {y:g}"
    for lane in line.lanes:
        path += f"{_curve(x, y, lane.left, lane.y)}H{lane.right}"
        x, y = lane.right, lane.y
    path += _curve(x, y, end.x, end.middle)
    class_ = "as" if line.link.kind is LinkKind.COUNTS_AS else "way"
    return tag("path", tag("title", line.link.text), d=path, class_=class_, **_STROKES[class_])


def _curve(x: float, y: float, to_x: float, to_y: float) -> str:
    bend = max((to_x - x) / 2, 20)
    return f"C{x + bend:g} {y:g} {to_x - bend:g} {to_y:g} {to_x:g} {to_y:g}"


def _copies(chain: Chain, layout: Layout) -> Iterator[Html]:
    """Reports that share text, tied at their left edge."""
    for link in chain.links:
        if link.kind in _BESIDE and link.start in layout.boxes and link.end in layout.boxes:
            yield _beside(layout.boxes[link.start], layout.boxes[link.end], link)


def _beside(start: Box, end: Box, link: Link) -> Html:
    out = min(14 + abs(end.middle - start.middle) / 6, MARGIN - 6)
    x = start.x
    path = f"M{x} {start.middle:g}C{x - out:g} {start.middle:g} {x - out:g} {end.middle:g} {x} {end.middle:g}"
    return tag("path", tag("title", link.text), d=path, class_="copy", **_STROKES["copy"])


def _box(box: Box, papers: Mapping[str, str]) -> Html:
    node = box.node
    first, second = _lettering(box, papers)
    frame = tag(
        "rect",
        x=box.x,
        y=f"{box.y:g}",
        width=box.width,
        height=HEIGHT,
        rx=4,
        fill=_FILL[node.kind] if node.counted else "#ffffff",
        stroke=_EDGE.get(node.kind, "#b9b3a7") if node.counted else "#b9b3a7",
        stroke_dasharray=None if node.counted else "4 3",
    )
    return tag(
        "g",
        tag("title", f"{first}: {second}"),
        frame,
        text(box.x + 10, box.y + 18, cut(first, int((box.width - 20) / _LARGE)), "first", ink="#1c1b19"),
        text(box.x + 10, box.y + 34, cut(second, int((box.width - 20) / _SMALL)), "second", size=11),
        class_=f"{node.kind.value}{'' if node.counted else ' open'}",
    )


def _lettering(box: Box, papers: Mapping[str, str]) -> tuple[str, str]:
    node = box.node
    if node.kind is NodeKind.REPORT:
        return papers.get(node.id, "an outlet not named"), f"{short_day(node.day)} · {node.name}"
    role = kind(node.role.value)
    if node.kind is not NodeKind.ORIGIN:
        return node.name, role
    return f"{node.row}. {node.name}", role if node.counted else f"{role}, does not count"
