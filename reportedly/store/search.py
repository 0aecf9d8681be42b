"""The full-text index of reports in both engines: words in, the numbers of the reports that hold them out.

The index keeps no text. In SQLite an entry is never taken out: a report whose words changed gets a new number, and
entries of numbers that no report bears are passed over.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

from sqlalchemy import BigInteger, Connection, Select, column, select, table, text

from reportedly.model.text import Report
from reportedly.store.words import Term, words

SEAM = "\u00b7"
"""Stands between title and text, so that no phrase runs across: no query can name it."""

ROOM = 250_000
"""Bytes of words that PostgreSQL indexes of one report; its word vectors hold no more than one megabyte."""


class Index(Protocol):
    """Full-text search in one engine."""

    def add(self, connection: Connection, reports: Sequence[tuple[int, Report]]) -> None:
        """Index reports under their numbers."""
        ...

    def drop(self, connection: Connection, numbers: Sequence[int]) -> None:
        """Forget the reports of these numbers."""
        ...

    def numbers(self, wanted: Sequence[Term]) -> Select[Any]:
        """The query for the numbers of the reports that hold all wanted terms."""
        ...


def index_of(connection: Connection) -> Index:
    """The index of the engine that the connection speaks to."""
    return SqliteIndex() if connection.dialect.name == "sqlite" else PostgresIndex()


class SqliteIndex:
    """FTS5 without content, https://www.sqlite.org/fts5.html#contentless_tables."""

    def add(self, connection: Connection, reports: Sequence[tuple[int, Report]]) -> None:
        rows = [(number, " ".join(_words(report))) for number, report in reports]
        connection.exec_driver_sql("INSERT INTO report_words (rowid, words) VALUES (?, ?)", rows)

    def drop(self, connection: Connection, numbers: Sequence[int]) -> None:
        """Nothing: the number dies with its entry."""

    def numbers(self, wanted: Sequence[Term]) -> Select[Any]:
        asked = " AND ".join(_fts5(term) for term in wanted if not term.without)
        barred = "".join(f" NOT {_fts5(term)}" for term in wanted if term.without)
        found = select(column("rowid", BigInteger)).select_from(table("report_words"))
        return found.where(text("report_words MATCH :words").bindparams(words=f"({asked}){barred}"))


class PostgresIndex:
    """A ``tsvector`` written word by word, so that PostgreSQL's own idea of a word plays no part."""

    def add(self, connection: Connection, reports: Sequence[tuple[int, Report]]) -> None:
        rows = [{"number": number, "words": _vector(report)} for number, report in reports]
        connection.execute(text("INSERT INTO report_words VALUES (:number, CAST(:words AS tsvector))"), rows)

    def drop(self, connection: Connection, numbers: Sequence[int]) -> None:
        rows = [{"number": number} for number in numbers]
        connection.execute(text("DELETE FROM report_words WHERE number = :number"), rows)

    def numbers(self, wanted: Sequence[Term]) -> Select[Any]:
        asked = " & ".join(f"{'!' if term.without else ''}({_tsquery(term)})" for term in wanted)
        found = select(column("number", BigInteger)).select_from(table("report_words"))
        return found.where(text("words @@ CAST(:words AS tsquery)").bindparams(words=asked))


def _words(report: Report) -> list[str]:
    return [*words(report.title or ""), SEAM, *words(report.text)]


def _vector(report: Report) -> str:
    room, entries = ROOM, []
    for position, word in enumerate(_words(report), start=1):
        room -= len(word.encode("utf-8")) + 1
        if room < 0:
            break
        if word != SEAM:
            entries.append(f"{word}:{position}")
    return " ".join(entries)


def _fts5(term: Term) -> str:
    return f'"{" ".join(term.words)}"{" *" if term.prefix else ""}'


def _tsquery(term: Term) -> str:
    *before, last = (f"'{word}'" for word in term.words)
    return " <-> ".join([*before, f"{last}:*" if term.prefix else last])
