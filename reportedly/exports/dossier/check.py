"""Lines of a dossier in, the same lines out; what would run, load or not close stops the export."""

from __future__ import annotations

from collections.abc import Sequence
from html.parser import HTMLParser

from reportedly.errors import LedgerError
from reportedly.exports.dossier.html import is_web

_TEXT = (
    "html head title style body header main footer section article h1 h2 h3 h4 p ul ol li dl dt dd div span b s a "
    "abbr bdi blockquote details summary table caption thead tbody tr th td"
)
_DRAWN = "svg g defs clippath rect circle line path text"
_EMPTY = frozenset({"meta"})
_ELEMENTS = frozenset(_TEXT.split()) | frozenset(_DRAWN.split()) | _EMPTY
_ATTRIBUTES = (
    "lang charset http-equiv content name class id href rel title dir scope role tabindex aria-label aria-hidden "
    "data-label viewbox width height x y x1 x2 y1 y2 cx cy r rx d fill fill-opacity fill-rule stroke stroke-width "
    "stroke-dasharray text-anchor font-size font-family font-weight clip-path"
)
_KNOWN = frozenset(_ATTRIBUTES.split())
_SAID = frozenset({"aria-label", "title", "content", "data-label"})
"""Attributes that hold words."""


class Check(HTMLParser):
    """Reads a document as a browser does, line by line. Only elements and attributes that a dossier is made of may
    stand in it; addresses lead inside or to the web; every element closes."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._open: list[str] = []
        self._ids: set[str] = set()
        self._wanted: set[str] = set()

    def passed(self, line: str) -> str:
        """The line, if nothing in it is amiss. Raises LedgerError."""
        self.feed(line + "\n")
        return line

    def close(self) -> None:
        """Raises LedgerError where something is left open or an address inside leads nowhere."""
        super().close()
        if self._open:
            raise _amiss(f"<{self._open[-1]}> is not closed")
        if astray := sorted(self._wanted - self._ids):
            raise _amiss(f"#{astray[0]} leads nowhere")

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        self._element(tag, attrs)
        if tag not in _EMPTY:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        self._element(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if not self._open or self._open.pop() != tag:
            raise _amiss(f"</{tag}> closes nothing")

    def handle_comment(self, data: str) -> None:
        raise _amiss(f"a comment stands in it: {data[:40]}")

    def unknown_decl(self, data: str) -> None:
        raise _amiss(f"a declaration stands in it: {data[:40]}")

    def handle_pi(self, data: str) -> None:
        raise _amiss(f"an instruction stands in it: {data[:40]}")

    def _element(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        if tag not in _ELEMENTS:
            raise _amiss(f"<{tag}> stands in it")
        for name, value in attrs:
            self._attribute(tag, name, value or "")

    def _attribute(self, tag: str, name: str, value: str) -> None:
        if name not in _KNOWN:
            raise _amiss(f"<{tag}> has {name}")
        if name == "href":
            if value.startswith("#"):
                self._wanted.add(value[1:])
            elif tag != "a" or not is_web(value):
                raise _amiss(f"an address leads to {value[:60]}")
        elif name == "id":
            if value in self._ids:
                raise _amiss(f"two parts bear the id {value[:60]}")
            self._ids.add(value)
        elif _loads(name, value):
            raise _amiss(f"{name} of <{tag}> loads something")


def _loads(name: str, value: str) -> bool:
    """Whether a value names something to fetch: only words may hold such signs, and a clip inside the document."""
    if name in _SAID or (name == "clip-path" and value.startswith("url(#")):
        return False
    return "url(" in value.casefold()


def _amiss(what: str) -> LedgerError:
    return LedgerError(f"the dossier does not pass its check: {what}", mend="please report it", code="export-check")
