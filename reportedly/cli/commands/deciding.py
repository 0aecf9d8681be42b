"""``judge`` and ``decisions``."""

from __future__ import annotations

import click


@click.command(
    epilog="Example:  reportedly judge war.db same i-3f9c2a71b0 i-88d01e4c55 --by 'A. Coder' --note 'same market'"
)
@click.argument("ledger")
@click.argument("verdict", type=click.Choice(["same", "different", "undo"]))
@click.argument("ids", nargs=-1, required=True)
@click.option("--by", required=True, help="Who decides.")
@click.option("--note", default="", help="Why.")
def judge(ledger: str, verdict: str, ids: tuple[str, ...], by: str, note: str) -> None:
    """Decide that two claims or incidents of LEDGER are the same or different, or undo a decision by its number.

    Decisions are appended to a hash-chained log and never overwritten; they bind the next link.
    """
    from reportedly.ledger import Ledger
    from reportedly.model.words import Verdict

    with Ledger.open(ledger) as opened:
        if verdict == "undo":
            if len(ids) != 1 or not ids[0].isdigit():
                raise click.BadParameter("undo takes the number of one decision", param_hint="IDS")
            made = opened.undo(int(ids[0]), by=by, note=note)
        else:
            if len(ids) != 2:
                raise click.BadParameter("two ids are needed", param_hint="IDS")
            made = opened.judge(Verdict(verdict), ids[0], ids[1], by=by, note=note)
    click.echo(f"decision {made.decision.number} stands in the log; run  reportedly link {ledger}", err=True)


@click.command(epilog="Example:  reportedly decisions war.db")
@click.argument("ledger")
def decisions(ledger: str) -> None:
    """List the log of decisions of LEDGER, oldest first."""
    from reportedly.ledger import Ledger

    with Ledger.open(ledger) as opened:
        for made in opened.decisions():
            d = made.decision
            what = f"undoes {d.undoes}" if d.undoes else f"{d.verdict} {d.left} {d.right}"
            gone = f" (undone by {made.undone_by})" if made.undone_by else ""
            click.echo(f"{d.number}  {d.at}  {d.by}: {what}{gone}  {d.note}  {made.hash[:12]}")
