"""``diff`` and ``tallies``."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

import click

from reportedly.cli.columns import TALLIES
from reportedly.cli.output import emit, format_option


@click.command(epilog="Example:  reportedly diff monday.db tuesday.db --only incidents")
@click.argument("ledger_a", metavar="LEDGER_A")
@click.argument("ledger_b", metavar="LEDGER_B")
@click.option("--only", type=click.Choice(["claims", "incidents"]), help="Only claims or only incidents.")
@click.option(
    "--format", "form", type=click.Choice(["text", "jsonl"]), default="text", show_default=True, help="How to print."
)
def diff(ledger_a: str, ledger_b: str, only: str | None, form: str) -> int:
    """Tell what was added, merged, split, changed and withdrawn from LEDGER_A to LEDGER_B, and why.

    Incidents are followed by their claims, whatever their ids. Rejected claims count as withdrawn. The exit code is 0
    where nothing differs and 1 where something does.
    """
    from reportedly.ledger import Ledger, record

    count: Counter[str] = Counter()
    with Ledger.open(ledger_a) as left, Ledger.open(ledger_b) as right:
        for side, name in ((left, ledger_a), (right, ledger_b)):
            if not side.is_linked():
                click.echo(f"the incidents are older than the claims: run  reportedly link {name}", err=True)
        for found in left.differences(right):
            if only and only != f"{found.kind}s":
                continue
            count[f"{found.kind}s {found.change}"] += 1
            if form == "jsonl":
                click.echo(json.dumps(record(found), ensure_ascii=False))
            else:
                click.echo("\n".join(_told(record(found))))
    click.echo(", ".join(f"{n} {what}" for what, n in sorted(count.items())) or "nothing differs", err=True)
    return 1 if count else 0


def _told(found: dict[str, Any]) -> list[str]:
    """A difference as lines."""
    sides = [" ".join(found[side]) for side in ("before", "after")]
    ids = " → ".join(side for side in dict.fromkeys(sides) if side)
    lines = [f"{found['change']} {found['kind']} {ids}"]
    lines += [f"    {one['field']}: {one['before']} → {one['after']}" for one in found["fields"]]
    return lines + [f"    because {reason}" for reason in found["why"]]


@click.command(epilog="Example:  reportedly tallies war.db --format jsonl")
@click.argument("ledger")
@format_option()
def tallies(ledger: str, form: str) -> None:
    """Check the running totals that claims of LEDGER state against what its incidents hold in that time and place.

    One line a total, by actor and measure: what was stated, what the incidents add up to, and the gap.
    """
    from reportedly.ledger import Ledger, record

    with Ledger.open(ledger) as opened:
        if not opened.is_linked():
            click.echo("the incidents are older than the claims: run  reportedly link " + ledger, err=True)
        emit((record(tally) for tally in opened.tallies()), TALLIES, form)
