"""Bytes of an RSS or Atom feed in, one report for each entry out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from reportedly.intake.finish import finished
from reportedly.intake.fragments import bare_text
from reportedly.intake.heads import read_date
from reportedly.intake.intaken import Intaken, refused
from reportedly.intake.words import IntakeWords
from reportedly.model.text import Report

_MARKUP = re.compile(r"<[a-zA-Z/!]")


def read_feed(original: bytes, where: str, words: IntakeWords) -> Iterator[Intaken]:
    """The entries of a feed, in its order. ``where`` gets the number of the entry behind a colon."""
    import feedparser

    feed: Any = feedparser.parse(original, sanitize_html=False)
    if not feed.entries:
        yield refused(where, "no-entries", "a feed without entries", "look whether the file was saved whole")
    outlet = feed.feed.get("title")
    for number, entry in enumerate(feed.entries, start=1):
        yield _entry(entry, outlet, feed.feed.get("language"), f"{where}:{number}", words)


def _entry(entry: Any, outlet: str | None, language: str | None, where: str, words: IntakeWords) -> Intaken:
    contents = [part.get("value", "") for part in entry.get("content", [])]
    body = max([*contents, entry.get("summary", "")], key=len)
    title = bare_text(entry.get("title", "")) or None
    moment = entry.get("published") or entry.get("updated")
    published = read_date(moment, "feed", words.stamps) if moment else None
    fields = {"title": title, "outlet": outlet, "url": entry.get("link"), "language": language, "published": published}
    report = Report(
        id=entry.get("id", ""),
        text=bare_text(body) if _MARKUP.search(body) else body,
        title=title,
        outlet=outlet,
        url=entry.get("link"),
        language=language,
        published=published,
        media_type="application/feed+xml",
        bases=tuple((field, "feed") for field, value in fields.items() if value),
    )
    original = "\n".join(filter(None, (entry.get("id"), entry.get("title"), moment, body))).encode("utf-8", "replace")
    return finished(report, where, original, words)
