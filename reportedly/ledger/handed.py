"""What a person hands over in, what intake reads out."""

from __future__ import annotations

import json
from pathlib import Path

from reportedly import ids
from reportedly.errors import InputError
from reportedly.model.handed import Handed

PASTED = "pasted text"
"""The name under which pasted text is read."""


def page(url: str, *, private: bool = False) -> Handed:
    """A page of the web, fetched now."""
    from reportedly.intake.fetching import Fetching, fetch

    found = fetch(url, Fetching(private=private))
    page = found.media_type in ("text/html", "application/xhtml+xml")
    return Handed(name=found.url, content=found.content, url=found.url, page=page)


def pasted(text: str, *, title: str | None = None, outlet: str | None = None, published: str | None = None) -> Handed:
    """A text with its head, as a line of JSON. Raises InputError where it holds no words."""
    if not text.strip():
        raise InputError("the text is empty", mend="paste the words of the report", code="empty-report")
    head = {"title": title, "outlet": outlet, "published": published}
    known = {name: value.strip() for name, value in head.items() if value and value.strip()}
    name = f"r-{ids.short(text, *sorted(known.items()), size=12)}"
    line = json.dumps({"id": name, **known, "text": text}, ensure_ascii=False)
    return Handed(name=f"{PASTED}.jsonl", content=line.encode("utf-8", "replace"))


def upload(name: str, content: Path) -> Handed:
    """A file under the name that it had elsewhere."""
    return Handed(name=name, content=content)
