"""Words and markup in, markup in which every word is escaped out.

Words are ``str`` and are escaped wherever they are put; markup is ``Html`` and is not. So a report's text can never
become markup by being forgotten.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape
from urllib.parse import urlsplit

from reportedly.exports.lines import whole

_CONTROL = {code: "\ufffd" for code in (*range(0x20), *range(0x7F, 0xA0)) if chr(code) not in "\t\n\r"}
_SPACES = re.compile(r"\s+")
_VOID = frozenset({"meta", "br", "path", "circle", "line", "rect", "polyline"})


class Html(str):
    """Markup, made by ``tag`` and ``join`` alone."""

    __slots__ = ()


def words(text: str) -> Html:
    """Words as markup that shows them: control characters and half characters become U+FFFD."""
    return Html(escape(whole(text).translate(_CONTROL), quote=True))


def join(parts: Iterable[str | None], between: str = "") -> Html:
    """Parts one after another; words are escaped."""
    gap = _markup(between)
    return Html(gap.join(_markup(part) for part in parts if part is not None))


def tag(name: str, /, *children: str | None, **attributes: object) -> Html:
    """An element. An underscore at the end of an attribute's name is dropped, others are hyphens; ``None`` and false
    leave the attribute out, true gives it without a value."""
    opened = "".join(_attribute(key, value) for key, value in attributes.items())
    if name in _VOID and not children:
        return Html(f"<{name}{opened}/>")
    return Html(f"<{name}{opened}>{join(children)}</{name}>")


def told(text: str) -> Html:
    """Words of a report: kept apart from the text around them, whichever way their script runs."""
    return tag("bdi", text)


def linked(text: str, address: str | None) -> Html:
    """A link where the address is one of the web; else the words alone. No other scheme is ever a link."""
    if address is None or not is_web(address):
        return told(text)
    return tag("a", told(text), href=address, rel="noopener noreferrer nofollow external")


def is_web(address: str) -> bool:
    """Whether an address is one of http or https with a host, and holds no sign that a browser drops."""
    if any(ord(sign) <= 0x20 or 0x7F <= ord(sign) <= 0x9F or sign == "\\" for sign in address):
        return False
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme.lower() in ("http", "https") and bool(parts.hostname)


def one_line(text: str) -> str:
    """The words with every run of white space as one blank."""
    return _SPACES.sub(" ", text).strip()


def cut(text: str, size: int) -> str:
    """The words on one line, with an ellipsis where they are longer than so many letters; wide signs count twice."""
    flat, room = one_line(text), float(size)
    for at, sign in enumerate(flat):
        room -= 2 if ord(sign) >= 0x1100 else 1
        if room < 0:
            return flat[: max(at - 1, 0)].rstrip() + "…"
    return flat


def _markup(part: str) -> str:
    return part if isinstance(part, Html) else words(part)


def _attribute(key: str, value: object) -> str:
    if value is None or value is False:
        return ""
    name = key.removesuffix("_").replace("_", "-")
    return f" {name}" if value is True else f' {name}="{words(str(value))}"'
