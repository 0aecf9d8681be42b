"""``judge``, ``queue`` and ``decisions``."""

from __future__ import annotations

import json
import shlex
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from reportedly.ledger import Decided, Decision, Ledger


@click.command(
    epilog="Example:  reportedly judge war.db same i-3f9c2a71b0 i-88d01e4c55 --by 'A. Coder' --note 'same market'"
)
@click.argument("ledger")
@click.argument("verdict", type=click.Choice(["same", "different", "accept", "reject", "correct", "undo"]))
@click.argument("ids", nargs=-1, required=True)
@click.option("--by", required=True, help="Who decides.")
@click.option("--note", default="", help="Why.")
def judge(ledger: str, verdict: str, ids: tuple[str, ...], by: str, note: str) -> None:
    """Take a decision on claims or incidents of LEDGER, or undo one.

    same and different take two ids. accept and reject take the id of a claim, or of an incident for all its claims.
    correct takes the id of a claim and what it should say: happening=shelling stance=denies when=2024-05-13
    where='Kolm @ 41.2, 61.5' by='Teshil Guard' to=none killed=12-15. undo takes the number of a decision.

    Decisions are appended to a hash-chained log and never overwritten; they bind the next link. A rejected claim stays
    in the ledger and is left out of its incidents.
    """
    from reportedly.ledger import Ledger

    with Ledger.open(ledger) as opened:
        made = _decided(opened, verdict, ids, by, note)
    click.echo(f"decision {made.decision.number} stands in the log; run  reportedly link {ledger}", err=True)


def _decided(opened: Ledger, verdict: str, ids: tuple[str, ...], by: str, note: str) -> Decided:
    from reportedly.model.words import Ruling, Verdict

    if verdict == "undo":
        if len(ids) != 1 or not ids[0].isdigit():
            raise click.BadParameter("undo takes the number of one decision", param_hint="IDS")
        return opened.undo(int(ids[0]), by=by, note=note)
    if verdict in list(Verdict):
        if len(ids) != 2:
            raise click.BadParameter("two ids are needed", param_hint="IDS")
        return opened.judge(Verdict(verdict), ids[0], ids[1], by=by, note=note)
    fields = dict(word.partition("=")[::2] for word in ids[1:])
    if "" in fields or (verdict != "correct" and fields):
        raise click.BadParameter("one id is needed, and for correct what it should say, as killed=12", param_hint="IDS")
    return opened.rule(Ruling(verdict), ids[0], fields, by=by, note=note)


@click.command(epilog="Example:  reportedly queue war.db --limit 10")
@click.argument("ledger")
@click.option("--limit", type=click.IntRange(1), default=20, show_default=True, help="At most so many.")
@click.option(
    "--format", "form", type=click.Choice(["text", "jsonl"]), default="text", show_default=True, help="How to print."
)
def queue(ledger: str, limit: int, form: str) -> None:
    """List what is open to decide in LEDGER, what changes the tables most first, with the command to type.

    Looked for are reports that little holds in one incident, incidents of one kind, day and place that were kept
    apart, and claims that alone set an end of a range. The command takes the doubt as right; to settle it the other
    way, type same for different, different for same, or accept for reject. What was decided is not listed again.
    """
    from reportedly.ledger import Ledger, record

    with Ledger.open(ledger) as opened:
        if not opened.is_linked():
            click.echo("the incidents are older than the claims: run  reportedly link " + ledger, err=True)
        found = [record(question) for question in opened.questions()]
    for one in found[:limit]:
        one["command"] = shlex.join(["reportedly", "judge", ledger, one["verdict"], *one["ids"], "--by", "YOUR NAME"])
        click.echo(json.dumps(one, ensure_ascii=False) if form == "jsonl" else _open(one))
    if not found:
        click.echo("nothing is open", err=True)
    elif len(found) > limit:
        click.echo(f"{len(found) - limit} more are open: list them with --limit {len(found)}", err=True)


def _open(one: dict[str, Any]) -> str:
    """An open question in three lines."""
    changes = [f"{one[name]:+d} {name}" for name in ("killed", "wounded", "incidents") if one[name]]
    changes += [f"{one['spread']:+d} in the ranges"] if one["spread"] else []
    head = f"{one['doubt']} {one['incident']}: {one['text']}"
    return f"{head}\n    changes {', '.join(changes) or 'nothing counted'}\n    {one['command']}"


@click.command(epilog="Example:  reportedly decisions war.db")
@click.argument("ledger")
def decisions(ledger: str) -> None:
    """List the log of decisions of LEDGER, oldest first."""
    from reportedly.ledger import Ledger

    with Ledger.open(ledger) as opened:
        for made in opened.decisions():
            d = made.decision
            what = f"undoes {d.undoes}" if d.undoes else _what(d)
            gone = f" (undone by {made.undone_by})" if made.undone_by else ""
            click.echo(f"{d.number}  {d.at}  {d.by}: {what}{gone}  {d.note}  {made.hash[:12]}")


def _what(decision: Decision) -> str:
    """What a decision says, in a line."""
    if decision.ruling is None:
        return f"{decision.verdict} {decision.left} {decision.right}"
    return " ".join([decision.ruling, decision.left, *(f"{c.field}={c.value}" for c in decision.corrections)])
