"""What a few reports changed in, a ledger's incidents brought up to date in place, and what the next link needs."""

from __future__ import annotations

from collections import Counter as Tally
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace as renew
from typing import TYPE_CHECKING

from sqlalchemy import Connection, and_, delete, or_, select, update

from reportedly.errors import LedgerError
from reportedly.incidents.naming import inherited
from reportedly.model.incident import Incident
from reportedly.store import kept, tables
from reportedly.store.books import Books
from reportedly.store.codec import thaw
from reportedly.store.footing import Footing, footing, step
from reportedly.store.links import known_as, put_copies
from reportedly.store.parcels import insert_all, portions
from reportedly.store.rows import Row, incident_row
from reportedly.store.state import Counter, amount, put

if TYPE_CHECKING:
    from reportedly.incidents.relinked import Relinked

_PAIRS = 200  # pairs that one statement names


def apply(connection: Connection, made: Relinked, before: Footing, *, since: int, linked: int, revision: int) -> None:
    """Write what changed, inside the caller's transaction.

    ``before`` and ``linked`` are those of the link that it was made from. Raises LedgerError where another link was
    written meanwhile.
    """
    if footing(connection) != before or amount(connection, Counter.LINKED) != linked:
        raise LedgerError("the ledger was linked by somebody else meanwhile", mend="link again", code="link-overtaken")
    _incidents(connection, made)
    _comparisons(connection, made)
    for copy in made.copies.gone:
        c = tables.report_copy.c
        connection.execute(delete(tables.report_copy).where(c.left_report == copy.left, c.right_report == copy.right))
    put_copies(connection, made.copies.new)
    kept.put_reports(connection, made.reports)
    kept.put_strands(connection, made.gone_strands, made.strands)
    books = Books(connection)
    for book, change in made.books.items():
        books.change(book, change.gone, change.new)
    step(connection, before, since=since, next_report=made.next_report, next_strand=made.next_strand)
    put(connection, Counter.LINKED, revision)


def _incidents(connection: Connection, made: Relinked) -> None:
    gone, now = made.former, {name: claims for name, claims, _ in made.incidents}
    led = _aliases(connection, tuple({*gone, *now}))
    former: dict[str, list[str]] = {}
    for alias, incident in led.items():
        if incident is not None:
            former.setdefault(incident, []).append(alias)
    borne = [(name, former.get(name, ()), claims) for name, claims in sorted(gone.items())]
    said = inherited(list(now.items()), borne)
    for part in portions(sorted(gone)):
        connection.execute(delete(tables.incident_claim).where(tables.incident_claim.c.incident.in_(part)))
        connection.execute(delete(tables.incident).where(tables.incident.c.id.in_(part)))
    insert_all(connection, tables.incident, [known_as(row, said) for _, _, row in made.incidents])
    members: list[Row] = [{"incident": name, "claim": claim} for name, claims in now.items() for claim in claims]
    insert_all(connection, tables.incident_claim, members)
    _lead(connection, led, _leading(gone, now, said), set(now))


def _aliases(connection: Connection, names: Sequence[str]) -> Mapping[str, str | None]:
    """The former ids that lead to one of these incidents, or that one of them bears now."""
    c = tables.incident_alias.c
    return {
        row.alias: row.incident
        for part in portions(sorted(names))
        for row in connection.execute(select(tables.incident_alias).where(or_(c.incident.in_(part), c.alias.in_(part))))
    }


def _leading(
    gone: Mapping[str, Sequence[str]], now: Mapping[str, Sequence[str]], said: Mapping[str, Sequence[str]]
) -> dict[str, str | None]:
    """Where the ids lead that no incident bears any more: to the incident that holds most of their claims, and where
    the naming says."""
    home = {claim: name for name, claims in now.items() for claim in claims}
    led: dict[str, str | None] = {}
    for old in gone.keys() - now.keys():
        tally = Tally(home[claim] for claim in gone[old] if claim in home)
        led[old] = min(tally, key=lambda name, t=tally: (-t[name], name)) if tally else None  # type: ignore[misc]
    return led | {alias: name for name, aliases in said.items() for alias in aliases}


def _lead(
    connection: Connection, before: Mapping[str, str | None], led: dict[str, str | None], now: Iterable[str]
) -> None:
    """Set anew where the aliases lead that these incidents bore or bear."""
    taken = set(now)
    for alias, incident in before.items():
        if alias not in taken and alias not in led:
            led[alias] = led.get(incident) if incident in led else incident
    for part in portions(sorted(before)):
        connection.execute(delete(tables.incident_alias).where(tables.incident_alias.c.alias.in_(part)))
    rows: list[Row] = [{"alias": alias, "incident": led[alias]} for alias in sorted(led)]
    insert_all(connection, tables.incident_alias, rows)
    for incident in sorted({i for alias, i in before.items() if alias in taken and i is not None and i not in taken}):
        _without(connection, incident, taken)


def _without(connection: Connection, id_: str, taken: set[str]) -> None:
    """An incident that did not change, without the aliases that others bear now."""
    c = tables.incident.c
    frozen = connection.execute(select(c.frozen).where(c.id == id_)).scalar()
    if frozen is not None:
        known = thaw(frozen, Incident)
        left = tuple(alias for alias in known.aliases if alias not in taken)
        row = incident_row(renew(known, aliases=left))
        connection.execute(update(tables.incident).where(c.id == id_).values(frozen=row["frozen"]))


def _comparisons(connection: Connection, made: Relinked) -> None:
    c = tables.comparison.c
    pairs = list(made.gone_comparisons)
    for start in range(0, len(pairs), _PAIRS):
        some = [and_(c.left_claim == left, c.right_claim == right) for left, right in pairs[start : start + _PAIRS]]
        connection.execute(delete(tables.comparison).where(or_(*some)))
    insert_all(connection, tables.comparison, list(made.comparisons))
