"""Markup in, its bare words out: for parts of feeds, and for pages that no reader of main text can take."""

from __future__ import annotations

import html
import re

_UNSEEN = re.compile(
    r"<!--.*?(?:-->|\Z)|<(script|style|noscript|template|svg|head)\b.*?(?:</\1\s*>|\Z)", re.DOTALL | re.IGNORECASE
)
_BREAK = re.compile(
    r"<(?:br|/?(?:p|div|li|ul|ol|h[1-6]|tr|table|blockquote|section|article|header|footer|pre|figure|figcaption))\b[^>]*>",
    re.IGNORECASE,
)
_TAG = re.compile(r"<[/!?]?[a-zA-Z][^<>]*>?")
_OPENING = re.compile(r"<(/?)([a-zA-Z][\w:-]*)[^<>]*?(/?)>")
_VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr")
)
_CLOSED_BY_ITSELF = frozenset(("p", "li", "td", "tr", "th", "option", "dt", "dd"))


def bare_text(markup: str) -> str:
    """The words of markup, a line for each block, without running anything that could be led too deep."""
    seen = _BREAK.sub("\n", _UNSEEN.sub(" ", markup))
    plain = html.unescape(_TAG.sub("", seen))
    lines = (" ".join(line.split()) for line in plain.splitlines())
    return "\n\n".join(line for line in lines if line)


def depth(markup: str, limit: int) -> int:
    """How deep elements are nested, counted up to a little more than ``limit``. Elements that HTML closes by itself do
    not count."""
    deepest = level = 0
    for closing, name, alone in _OPENING.findall(markup):
        kind = name.lower()
        if alone or kind in _VOID or kind in _CLOSED_BY_ITSELF:
            continue
        level = max(level - 1, 0) if closing else level + 1
        deepest = max(deepest, level)
        if deepest > limit:
            break
    return deepest
