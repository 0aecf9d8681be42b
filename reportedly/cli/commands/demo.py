"""``demo``."""

from __future__ import annotations

from pathlib import Path

import click


@click.command(epilog="Example:  reportedly demo --keep demo.db")
@click.option("--keep", type=click.Path(dir_okay=False, path_type=Path), help="Keep the ledger in this file.")
def demo(keep: Path | None) -> None:
    """Run the main job on the bundled reports of an invented country: read, link, list, and explain one number."""
    import tempfile

    from reportedly.cli.columns import INCIDENTS
    from reportedly.cli.output import emit
    from reportedly.demo import prepare
    from reportedly.ledger import Ledger, record
    from reportedly.model.words import Measure

    with tempfile.TemporaryDirectory() as scratch:
        where = keep or Path(scratch) / "demo.db"
        reports, setting = prepare(Path(scratch))
        with Ledger.open(where, create=True, setting=setting) as ledger:
            done = ledger.read([str(reports)])
            made = ledger.link()
            click.echo(
                f"{done.added} reports of an invented country: {made.claims} claims, {made.incidents} incidents\n"
            )
            found = list(ledger.incidents())
            emit((record(i) for i in found), INCIDENTS, "table")
            told = max(
                found, key=lambda i: (i.estimate(Measure.KILLED) is not None, i.independent_sources, len(i.claims))
            )
            click.echo(f"\nwhy {told.id}?\n")
            for depth, step in ledger.why(told.id).lines():
                if depth < 3:
                    click.echo("  " * depth + step.text)
    if keep:
        click.echo(f"\nthe ledger is in {keep}; try  reportedly claims {keep} --stance denies")
