"""Ids of a ledger in, names that linked data can use out."""

from __future__ import annotations

from urllib.parse import quote


def iri(kind: str, *parts: str) -> str:
    """``urn:x-reportedly:claim:karsk-1%23ab12``: the same thing bears the same name in every export."""
    return ":".join(("urn:x-reportedly", kind, *(quote(part, safe="", errors="replace") for part in parts)))


def web(url: str | None) -> str | None:
    """The address if it is one of the web that linked data can carry; else nothing."""
    if url is None or not url.startswith(("https://", "http://")) or any(c <= " " or c in '<>"{}|\\^`' for c in url):
        return None
    return url
