"""Version 2: who is said to hold which place."""

from __future__ import annotations

from collections.abc import Iterator

_TEXT = {"sqlite": "TEXT", "postgresql": 'TEXT COLLATE "C"'}

_SCHEMA = """
CREATE TABLE holding (
  report {text} NOT NULL REFERENCES report (id), number BIGINT NOT NULL,
  place {text} NOT NULL, place_id {text}, holder {text} NOT NULL, actor_id {text}, state {text} NOT NULL, as_of DATE,
  frozen {text} NOT NULL, PRIMARY KEY (report, number)
);
CREATE INDEX holding_place ON holding (place);
CREATE INDEX claim_place ON claim (place)
"""


def statements(dialect: str) -> Iterator[str]:
    """The SQL of version 2 for an engine."""
    yield from _SCHEMA.format(text=_TEXT[dialect]).split(";")
