"""Version 3: what linking keeps, so that a few reports more do not link everything anew."""

from __future__ import annotations

from collections.abc import Iterator

_TYPES = {
    "sqlite": {"text": "TEXT", "blob": "BLOB"},
    "postgresql": {"text": 'TEXT COLLATE "C"', "blob": "BYTEA"},
}

_SCHEMA = """
CREATE TABLE report_change (report {text} PRIMARY KEY, revision BIGINT NOT NULL);
CREATE INDEX report_change_revision ON report_change (revision);
CREATE INDEX incident_alias_incident ON incident_alias (incident);
CREATE INDEX report_copy_right ON report_copy (right_report);

CREATE TABLE kept_words (name {text} PRIMARY KEY, packed {blob} NOT NULL);

CREATE TABLE kept_report (number BIGINT PRIMARY KEY, id {text} NOT NULL UNIQUE, packed {blob} NOT NULL);

CREATE TABLE kept_strand (
  number BIGINT PRIMARY KEY, report BIGINT NOT NULL, slip {blob} NOT NULL, sketch {blob} NOT NULL
);
CREATE INDEX kept_strand_report ON kept_strand (report);

CREATE TABLE kept_page (book BIGINT NOT NULL, first BIGINT NOT NULL, packed {blob} NOT NULL, PRIMARY KEY (book, first))
"""


def statements(dialect: str) -> Iterator[str]:
    """The SQL of version 3 for an engine."""
    yield from _SCHEMA.format(**_TYPES[dialect]).split(";")
