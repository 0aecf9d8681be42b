"""Verify finds whatever is not as it was written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from sqlalchemy import Connection, text

from reportedly.model.text import Span
from reportedly.model.words import Verdict
from reportedly.store import Store, Verified, Writer
from reportedly.store.answers import RunKind
from reportedly.store.codec import pack, pack_text
from tests.store.made import AT, OTHER_RECIPE, claim, findings, incident, linked, report, sha

A, B = report("a", original=sha(b"<a>")), report("b")


@pytest.fixture
def full(store: Store, writer: Writer) -> Writer:
    """Two reports, linked, with three decisions."""
    writer.add(findings(A), original=b"<a>")
    writer.add(findings(B))
    for verdict in (Verdict.SAME, Verdict.DIFFERENT, Verdict.SAME):
        writer.judge(verdict, claim(A).id, claim(B).id, by="Ilka", at=AT)
    with store.view() as view:
        revision = view.revision()
    writer.replace_links(linked(incident(claim(A), claim(B))), revision=revision)
    return writer


def verified(store: Store) -> Verified:
    """What verify says now."""
    with store.view() as view:
        return view.verify()


def test_a_sound_ledger_has_nothing_to_say(store: Store, full: Writer) -> None:
    said = verified(store)
    assert said.sound and not said.advice
    assert (said.reports, said.claims, said.originals, said.decisions) == (2, 2, 1, 3)
    with store.view() as view:
        assert said.head == view.decisions()[-1].hash


def _sql(statement: str, **values: object) -> Callable[[Connection], object]:
    return lambda connection: connection.execute(text(statement), values)


def _unguarded(statement: str) -> Callable[[Connection], object]:
    """Rewrite the log as somebody would who can open the file."""

    def rewrite(connection: Connection) -> None:
        if connection.dialect.name == "sqlite":
            connection.execute(text("DROP TRIGGER decision_stands"))
            connection.execute(text("DROP TRIGGER decision_stays"))
        else:
            connection.execute(text("ALTER TABLE decision DISABLE TRIGGER ALL"))
        connection.execute(text(statement))

    return rewrite


@pytest.mark.parametrize(
    ("tamper", "codes"),
    [
        (_sql("UPDATE report SET body = :b WHERE id = 'a'", b=pack_text("Nothing.")), {"text-changed", "span-outside"}),
        (_sql("UPDATE report SET body = :b WHERE id = 'a'", b=b"junk"), {"text-changed"}),
        (_sql("UPDATE report SET outlet = 'Sava Post' WHERE id = 'b'"), {"text-changed"}),
        (_sql("UPDATE report SET head = '{}' WHERE id = 'b'"), {"text-changed"}),
        (_sql("UPDATE report SET head = replace(head, 'given', 'taken') WHERE id = 'b'"), {"findings-changed"}),
        (_sql("UPDATE original SET packed = :b", b=pack(b"<b>")), {"original-changed"}),
        (_sql("UPDATE original SET packed = :b", b=b"junk"), {"original-changed"}),
        (_sql("UPDATE claim SET frozen = replace(frozen, '20', '57') WHERE report = 'a'"), {"findings-changed"}),
        (_sql("UPDATE claim SET killed_low = 57 WHERE report = 'a'"), {"findings-changed"}),
        (_sql("UPDATE claim SET frozen = 'junk' WHERE report = 'a'"), {"findings-changed"}),
        (_sql("DELETE FROM claim WHERE report = 'b'"), {"findings-changed"}),
        (_sql("DELETE FROM attribution WHERE report = 'b'"), {"findings-changed"}),
        (_sql("UPDATE issue SET frozen = '{}' WHERE report = 'b'"), {"findings-changed"}),
        (_sql("UPDATE reading SET packed = :b WHERE report = 'b'", b=b"junk"), {"findings-changed"}),
        (_sql("DELETE FROM reading WHERE report = 'b'"), {"findings-changed"}),
        (_unguarded("UPDATE decision SET line = replace(line, 'Ilka', 'Oran') WHERE number = 2"), {"log-broken"}),
        (_unguarded("DELETE FROM decision WHERE number = 2"), {"log-broken"}),
        (_unguarded("DELETE FROM decision WHERE number = 1"), {"log-broken"}),
        (_unguarded("UPDATE decision SET line = 'junk' WHERE number = 3"), {"log-broken"}),
    ],
)
def test_what_was_tampered_with_is_named(
    store: Store, full: Writer, tamper: Callable[[Connection], object], codes: set[str]
) -> None:
    with store._engine.begin() as connection:
        tamper(connection)
    said = verified(store)
    assert {issue.code for issue in said.problems} == codes
    assert all(issue.hint for issue in said.problems)


def test_rows_without_their_report_are_named(store: Store, full: Writer) -> None:
    if store._engine.dialect.name != "sqlite":
        pytest.skip("PostgreSQL lets nobody write them")
    with store._engine.connect() as connection:
        connection.exec_driver_sql("COMMIT")
        connection.exec_driver_sql("PRAGMA foreign_keys = OFF")
        connection.exec_driver_sql("DELETE FROM report WHERE id = 'b'")
        connection.exec_driver_sql("PRAGMA foreign_keys = ON")
    assert {issue.code for issue in verified(store).problems} == {"reference-dangling"}


def test_a_log_cut_short_has_another_head(store: Store, full: Writer) -> None:
    before = verified(store).head
    with store._engine.begin() as connection:
        _unguarded("DELETE FROM decision WHERE number = 3")(connection)
    assert verified(store).head != before


def test_a_claim_that_rests_on_words_outside_its_report_is_named(store: Store, full: Writer) -> None:
    of = report("c")
    full.add(findings(of, replace(claim(of), evidence=(Span(0, 10**6),))))
    full.flush()
    assert [(i.code, i.report) for i in verified(store).problems] == [("span-outside", "c")]


def test_advice_names_what_a_command_would_mend(store: Store, full: Writer) -> None:
    full.end_run(at=AT)
    full.begin_run(RunKind.READ, OTHER_RECIPE, at=AT)
    full.add(replace(findings(A), claims=()))
    full.add(findings(report("c", original=sha(b"lost"))))
    full.flush()
    said = verified(store)
    assert said.sound
    assert [issue.code for issue in said.advice] == ["links-stale", "judgement-dangling", "original-missing"]
