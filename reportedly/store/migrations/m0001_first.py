"""Version 1: originals, recipes, runs, reports and their findings, links, the log of decisions, the search index.

Frozen values stand as JSON in ``frozen``; the columns beside them are copies to search by. Names are compared byte by
byte in both engines, so that every list has the same order everywhere.
"""

from __future__ import annotations

from collections.abc import Iterator

_TYPES = {
    "sqlite": {"text": "TEXT", "blob": "BLOB"},
    "postgresql": {"text": 'TEXT COLLATE "C"', "blob": "BYTEA"},
}

_SCHEMA = """
CREATE TABLE ledger_version (version BIGINT PRIMARY KEY, name {text} NOT NULL);

CREATE TABLE ledger_state (name {text} PRIMARY KEY, amount BIGINT NOT NULL);

CREATE TABLE original (
  sha256 {text} PRIMARY KEY, media_type {text} NOT NULL, size BIGINT NOT NULL, packed {blob} NOT NULL
);

CREATE TABLE recipe (digest {text} PRIMARY KEY, frozen {text} NOT NULL);

CREATE TABLE run (
  number BIGINT PRIMARY KEY, kind {text} NOT NULL, recipe {text} NOT NULL REFERENCES recipe (digest),
  started {text} NOT NULL, ended {text}, counts {text} NOT NULL
);

CREATE TABLE report (
  number BIGINT PRIMARY KEY, id {text} NOT NULL UNIQUE, digest {text} NOT NULL, findings {text} NOT NULL,
  recipe {text} NOT NULL REFERENCES recipe (digest), run BIGINT NOT NULL REFERENCES run (number),
  title {text}, outlet {text}, url {text}, language {text}, published DATE, media_type {text} NOT NULL,
  original {text}, characters BIGINT NOT NULL, head {text} NOT NULL, body {blob} NOT NULL
);
CREATE INDEX report_digest ON report (digest);
CREATE INDEX report_outlet ON report (outlet);
CREATE INDEX report_published ON report (published);

CREATE TABLE reading (report {text} PRIMARY KEY REFERENCES report (id), packed {blob} NOT NULL);

CREATE TABLE attribution (
  report {text} NOT NULL REFERENCES report (id), number BIGINT NOT NULL, stance {text} NOT NULL, rule {text} NOT NULL,
  origin {text}, origin_role {text}, frozen {text} NOT NULL, PRIMARY KEY (report, number)
);
CREATE INDEX attribution_origin ON attribution (origin);

CREATE TABLE claim (
  id {text} PRIMARY KEY, report {text} NOT NULL REFERENCES report (id), number BIGINT NOT NULL,
  happening {text} NOT NULL, stance {text} NOT NULL, container BOOLEAN NOT NULL,
  start_day DATE, end_day DATE, date_precision BIGINT,
  place {text}, place_id {text}, latitude DOUBLE PRECISION, longitude DOUBLE PRECISION,
  where_precision BIGINT, country {text},
  killed_low BIGINT, killed_best BIGINT, killed_high BIGINT,
  wounded_low BIGINT, wounded_best BIGINT, wounded_high BIGINT,
  origin {text}, origin_role {text}, frozen {text} NOT NULL, UNIQUE (report, number)
);
CREATE INDEX claim_days ON claim (start_day, end_day);
CREATE INDEX claim_happening ON claim (happening);
CREATE INDEX claim_country ON claim (country);
CREATE INDEX claim_origin ON claim (origin);

CREATE TABLE issue (
  report {text} NOT NULL REFERENCES report (id), number BIGINT NOT NULL, code {text} NOT NULL, frozen {text} NOT NULL,
  PRIMARY KEY (report, number)
);
CREATE INDEX issue_code ON issue (code);

CREATE TABLE failure (source {text} PRIMARY KEY, code {text} NOT NULL, frozen {text} NOT NULL);

CREATE TABLE incident (
  id {text} PRIMARY KEY, happening {text} NOT NULL, start_day DATE, end_day DATE, date_precision BIGINT,
  place {text}, place_id {text}, latitude DOUBLE PRECISION, longitude DOUBLE PRECISION,
  where_precision BIGINT, country {text},
  killed_low BIGINT, killed_best BIGINT, killed_high BIGINT,
  wounded_low BIGINT, wounded_best BIGINT, wounded_high BIGINT,
  independent_sources BIGINT NOT NULL, grade {text} NOT NULL, frozen {text} NOT NULL
);
CREATE INDEX incident_days ON incident (start_day, end_day);
CREATE INDEX incident_country ON incident (country);

CREATE TABLE incident_claim (
  incident {text} NOT NULL REFERENCES incident (id), claim {text} NOT NULL, PRIMARY KEY (incident, claim)
);
CREATE INDEX incident_claim_claim ON incident_claim (claim);

CREATE TABLE incident_alias (alias {text} PRIMARY KEY, incident {text});

CREATE TABLE comparison (
  left_claim {text} NOT NULL, right_claim {text} NOT NULL, score DOUBLE PRECISION NOT NULL, frozen {text} NOT NULL,
  PRIMARY KEY (left_claim, right_claim)
);
CREATE INDEX comparison_right ON comparison (right_claim);

CREATE TABLE report_copy (
  left_report {text} NOT NULL, right_report {text} NOT NULL, containment DOUBLE PRECISION NOT NULL,
  PRIMARY KEY (left_report, right_report)
);

CREATE TABLE decision (number BIGINT PRIMARY KEY, hash {text} NOT NULL UNIQUE, line {text} NOT NULL)
"""

_SQLITE_ONLY = (
    "CREATE VIRTUAL TABLE report_words USING fts5 (words, content = '', tokenize = 'ascii')",
    """CREATE TRIGGER decision_stands BEFORE UPDATE ON decision
       BEGIN SELECT RAISE (ABORT, 'the log of decisions is only appended to'); END""",
    """CREATE TRIGGER decision_stays BEFORE DELETE ON decision
       BEGIN SELECT RAISE (ABORT, 'the log of decisions is only appended to'); END""",
)

_POSTGRES_ONLY = (
    """CREATE TABLE report_words (
         number BIGINT PRIMARY KEY REFERENCES report (number) ON DELETE CASCADE, words TSVECTOR NOT NULL)""",
    "CREATE INDEX report_words_words ON report_words USING gin (words)",
    """CREATE FUNCTION decision_stands () RETURNS trigger LANGUAGE plpgsql AS
       $$ BEGIN RAISE EXCEPTION 'the log of decisions is only appended to'; END $$""",
    """CREATE TRIGGER decision_stands BEFORE UPDATE OR DELETE OR TRUNCATE ON decision
       FOR EACH STATEMENT EXECUTE FUNCTION decision_stands ()""",
)


def statements(dialect: str) -> Iterator[str]:
    """The SQL of version 1 for an engine."""
    yield from _SCHEMA.format(**_TYPES[dialect]).split(";")
    yield from _SQLITE_ONLY if dialect == "sqlite" else _POSTGRES_ONLY
