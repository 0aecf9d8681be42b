"""Marks of a drawing in, the drawing in its frame out: SVG inside the document, with a title for those who cannot see
it."""

from __future__ import annotations

from collections.abc import Iterable

from reportedly.exports.dossier.html import Html, tag

_FONTS = "Arial, Liberation Sans, Helvetica, sans-serif"


def drawing(title: str, marks: Iterable[Html], *, class_: str, width: float, height: float) -> Html:
    """A drawing of this size in its own units. Colours and letters stand in attributes too, for where no style sheet
    reaches."""
    size = {"viewBox": f"0 0 {width:g} {height:g}", "width": f"{width:g}", "height": f"{height:g}"}
    inner = tag("svg", tag("title", title), *marks, role="img", class_=class_, font_family=_FONTS, **size)
    return scrolled(inner, title)


def scrolled(inner: Html, label: str) -> Html:
    """What can be wider than a screen, in a frame that the keyboard can scroll."""
    return tag("div", inner, class_="wide", tabindex=0, role="group", aria_label=label)


def text(x: float, y: float, words: str, class_: str, *, ink: str = "#5d5850", size: float = 12, end: str = "") -> Html:
    """Words at a point: at its right, or as ``end`` ("middle", "end") says."""
    return tag("text", words, x=f"{x:g}", y=f"{y:g}", class_=class_, fill=ink, font_size=size, text_anchor=end or None)
