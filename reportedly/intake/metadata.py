"""A web page in, its head out: title, outlet, publication date, language and address, each with where it was found."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from reportedly.intake.heads import read_date
from reportedly.lexicon.stamps import StampTable
from reportedly.model.text import Published

_LATEST = "2100-12-31"
"""Dates after this are slips. It is fixed, so that the same page reads the same on every day."""
_ARTICLE = re.compile(r"article|posting|report|webpage", re.IGNORECASE)
_LANGUAGE = re.compile(r"[a-zA-Z]{2,3}(?:[-_][a-zA-Z0-9]{2,8})*")


@dataclass(frozen=True, slots=True, kw_only=True)
class PageHead:
    """What a page says of itself; ``bases`` names for each field whether JSON-LD, Open Graph or other marks said so."""

    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    language: str | None = None
    published: Published | None = None
    bases: tuple[tuple[str, str], ...] = ()


def page_head(tree: Any, url: str | None, stamps: StampTable) -> PageHead:
    """The head of a parsed page. The most explicit mark wins: JSON-LD, then Open Graph, then what is inferred."""
    linked = tuple(_linked(tree))
    title, title_basis = _first(
        ("json-ld", _text(linked, "headline")),
        ("og", _meta(tree, "og:title")),
        ("h1", _only(tree, "//h1")),
        ("title", _only(tree, "//head/title")),
    )
    outlet, outlet_basis = _first(
        ("json-ld", _text(linked, "publisher", "name")),
        ("og", _meta(tree, "og:site_name")),
        ("meta", _meta(tree, "application-name", "dc.publisher", "copyright")),
    )
    address, address_basis = _first(
        ("given", url),
        ("canonical", _only(tree, "//link[@rel='canonical']/@href")),
        ("og", _meta(tree, "og:url")),
    )
    language, language_basis = _first(
        ("html", _tongue(tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang"))),
        ("json-ld", _tongue(_text(linked, "inLanguage"))),
        ("og", _tongue(_meta(tree, "og:locale"))),
    )
    published = _published(tree, linked, address, stamps)
    bases = (
        ("title", title_basis),
        ("outlet", outlet_basis),
        ("url", address_basis),
        ("language", language_basis),
        ("published", published.basis if published else None),
    )
    return PageHead(
        title=title,
        outlet=outlet,
        url=address,
        language=language,
        published=published,
        bases=tuple((field, basis) for field, basis in bases if basis),
    )


def _published(tree: Any, linked: tuple[dict[str, Any], ...], url: str | None, stamps: StampTable) -> Published | None:
    explicit = (
        ("json-ld", _text(linked, "datePublished")),
        ("og", _meta(tree, "article:published_time", "og:article:published_time")),
    )
    for basis, moment in explicit:
        found = read_date(moment, basis, stamps) if moment else None
        if found is not None:
            return found
    return _inferred(tree, url, stamps)


def _inferred(tree: Any, url: str | None, stamps: StampTable) -> Published | None:
    """The date by htmldate's rules for marks and addresses, without its guess from any date in the page's words."""
    from htmldate import find_date

    moment = find_date(tree, extensive_search=False, original_date=True, url=url, max_date=_LATEST)
    return read_date(moment, "htmldate", stamps) if moment else None


def _linked(tree: Any) -> Iterator[dict[str, Any]]:
    """The JSON-LD objects of articles first, then all others."""
    found: list[dict[str, Any]] = []
    for script in tree.xpath("//script[@type='application/ld+json']"):
        try:
            found.extend(_objects(json.loads(script.text or "", strict=False)))
        except (ValueError, RecursionError):
            continue
    yield from sorted(found, key=lambda thing: not _ARTICLE.search(str(thing.get("@type", ""))))


def _objects(thing: Any) -> Iterator[dict[str, Any]]:
    if isinstance(thing, list):
        for part in thing:
            yield from _objects(part)
    elif isinstance(thing, dict):
        yield thing
        yield from _objects(thing.get("@graph", []))


def _text(linked: tuple[dict[str, Any], ...], *path: str) -> str | None:
    """The first text at a path of names, in any of the objects."""
    for thing in linked:
        value: Any = thing
        for name in path:
            value = value[0] if isinstance(value, list) and value else value
            value = value.get(name) if isinstance(value, dict) else None
        if isinstance(value, str) and value.strip():
            return value.strip()
    return None


def _meta(tree: Any, *names: str) -> str | None:
    for name in names:
        for content in tree.xpath("//meta[@property=$name or @name=$name]/@content", name=name):
            if content.strip():
                return str(content).strip()
    return None


def _only(tree: Any, path: str) -> str | None:
    """The text of the one element at a path; of several, none is the page's own."""
    found = tree.xpath(path)
    if len(found) != 1:
        return None
    text = found[0] if isinstance(found[0], str) else found[0].text_content()
    return " ".join(text.split()) or None


def _tongue(value: str | None) -> str | None:
    found = _LANGUAGE.fullmatch(value.strip()) if value else None
    return found.group().replace("_", "-") if found else None


def _first(*options: tuple[str, str | None]) -> tuple[str | None, str | None]:
    for basis, value in options:
        if value:
            return value, basis
    return None, None
