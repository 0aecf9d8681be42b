"""What linking made in, the incidents of a ledger replaced; an id of a claim, incident or former incident in, the
claims behind it out."""

from __future__ import annotations

from collections import Counter as Tally
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from dataclasses import replace as renew
from itertools import groupby

from sqlalchemy import Connection, delete, select

from reportedly.errors import LedgerError
from reportedly.incidents.naming import Borne, inherited
from reportedly.model.incident import Copy, Incident
from reportedly.stages import Linked
from reportedly.store import tables
from reportedly.store.codec import thaw
from reportedly.store.footing import forget
from reportedly.store.parcels import PORTION, insert_all
from reportedly.store.rows import Row, comparison_row, incident_row
from reportedly.store.state import Counter, put


def replace(connection: Connection, linked: Linked, revision: int) -> None:
    """Take out the links of the last run and write these. Former ids stay as aliases."""
    now = [(incident.id, incident.claims) for incident in linked.incidents]
    aliases = _leading(connection, now, {incident.id: incident.aliases for incident in linked.incidents})
    _clear(connection)
    members: list[Row] = [{"incident": i.id, "claim": claim} for i in linked.incidents for claim in i.claims]
    insert_all(connection, tables.incident, [incident_row(incident) for incident in linked.incidents])
    insert_all(connection, tables.incident_claim, members)
    insert_all(connection, tables.incident_alias, [{"alias": a, "incident": i} for a, i in sorted(aliases.items())])
    insert_all(connection, tables.comparison, [comparison_row(c) for c in linked.comparisons])
    put_copies(connection, linked.copies)
    put(connection, Counter.LINKED, revision)


def _clear(connection: Connection) -> None:
    for table in (tables.incident_claim, tables.incident_alias, tables.incident, tables.comparison, tables.report_copy):
        connection.execute(delete(table))
    forget(connection)


def put_copies(connection: Connection, copies: Sequence[Copy]) -> None:
    """Write pairs of reports that share text."""
    rows: list[Row] = [{"left_report": c.left, "right_report": c.right, "containment": c.containment} for c in copies]
    insert_all(connection, tables.report_copy, rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """What linking made: the incidents' ids with their claims, and portions of rows, gone through once. ``kept`` are
    rows for the tables, by their names, that the next link looks things up in."""

    members: Sequence[tuple[str, tuple[str, ...]]]
    incidents: Iterable[list[Row]]
    comparisons: Iterable[list[Row]]
    copies: Sequence[Copy]
    kept: Iterable[tuple[str, Iterable[list[Row]]]] = ()


def replace_made(connection: Connection, made: Made, revision: int) -> None:
    """The same as :func:`replace`, a portion after another."""
    said = inherited(made.members, _borne(connection))
    aliases = _leading(connection, made.members, said)
    _clear(connection)
    for rows in made.incidents:
        insert_all(connection, tables.incident, [known_as(row, said) for row in rows])
    for start in range(0, len(made.members), PORTION):
        some = made.members[start : start + PORTION]
        insert_all(connection, tables.incident_claim, [{"incident": i, "claim": c} for i, cs in some for c in cs])
    insert_all(connection, tables.incident_alias, [{"alias": a, "incident": i} for a, i in sorted(aliases.items())])
    for rows in made.comparisons:
        insert_all(connection, tables.comparison, rows)
    put_copies(connection, made.copies)
    for name, kept in made.kept:
        for rows in kept:
            insert_all(connection, tables.METADATA.tables[name], rows)
    put(connection, Counter.LINKED, revision)


def known_as(row: Row, said: Mapping[str, tuple[str, ...]]) -> Row:
    """The row of an incident with the ids that it had before."""
    aliases = said.get(str(row["id"]))
    return row if not aliases else incident_row(renew(thaw(str(row["frozen"]), Incident), aliases=aliases))


def _borne(connection: Connection) -> Iterator[Borne]:
    """The incidents of the last run, each with the ids that led to it and its claims."""
    former: dict[str, list[str]] = {}
    for row in connection.execute(select(tables.incident_alias)):
        if row.incident is not None:
            former.setdefault(row.incident, []).append(row.alias)
    member = tables.incident_claim.c
    query = select(member.incident, member.claim).order_by(member.incident)
    rows = connection.execute(query, execution_options={"yield_per": PORTION})
    for name, members in groupby(rows, key=lambda row: row.incident):
        yield name, former.get(name, ()), [row.claim for row in members]


def resolve(connection: Connection, id_: str) -> str | None:
    """The id of the incident that bears this id now, or bore it once; ``None`` where none did."""
    known = select(tables.incident.c.id).where(tables.incident.c.id == id_)
    if connection.execute(known).first() is not None:
        return id_
    alias = tables.incident_alias.c
    return connection.execute(select(alias.incident).where(alias.alias == id_)).scalar()


def claims_behind(connection: Connection, id_: str) -> tuple[str, ...]:
    """A claim's own id, or the ids of all claims of an incident, sorted. Raises LedgerError for an unknown id."""
    known = select(tables.claim.c.id).where(tables.claim.c.id == id_)
    if connection.execute(known).first() is not None:
        return (id_,)
    incident = resolve(connection, id_)
    member = tables.incident_claim.c
    query = select(member.claim).join(tables.claim, tables.claim.c.id == member.claim)
    found = connection.execute(query.where(member.incident == incident).order_by(member.claim)).scalars().all()
    if not found:
        raise unknown("claim or incident", id_)
    return tuple(found)


def unknown(kind: str, id_: str) -> LedgerError:
    """What is said of an id that the ledger does not hold."""
    return LedgerError(
        f"the ledger holds no {kind} {id_}",
        mend=f"list the {kind.split()[-1]}s to see their ids, or read and link first",
        code="unknown-id",
    )


def _leading(
    connection: Connection, incidents: Sequence[tuple[str, Sequence[str]]], aliases: Mapping[str, Sequence[str]]
) -> Mapping[str, str | None]:
    """Every id that an incident once bore and where it leads: first as the linker says, then to the incident that
    holds most of its claims (the smaller id where two hold as many), then where its successor's own id leads."""
    now = {name for name, _ in incidents}
    said: dict[str, str | None] = {
        alias: name for name, _ in incidents for alias in aliases.get(name, ()) if alias not in now
    }
    home = {claim: name for name, claims in incidents for claim in claims}
    votes: dict[str, Tally[str]] = {}
    for member in connection.execute(select(tables.incident_claim)):
        tally = votes.setdefault(member.incident, Tally())
        if member.claim in home:
            tally[home[member.claim]] += 1
    led: dict[str, str | None] = {
        old: min(tally, key=lambda i, t=tally: (-t[i], i)) if tally else None  # type: ignore[misc]
        for old, tally in votes.items()
        if old not in now
    } | said
    for row in connection.execute(select(tables.incident_alias)):
        if row.alias not in now and row.alias not in led:
            led[row.alias] = row.incident if row.incident in now else led.get(row.incident)
    return led
