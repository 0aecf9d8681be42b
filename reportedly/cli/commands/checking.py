"""``verify`` and ``doctor``."""

from __future__ import annotations

import click


@click.command(epilog="Example:  reportedly verify war.db")
@click.argument("ledger")
def verify(ledger: str) -> int:
    """Compute every hash, offset and link of the log of LEDGER anew. Exits 1 if something is not what was written."""
    from reportedly.ledger import Ledger

    with Ledger.open(ledger) as opened:
        found = opened.verify()
    for issue in (*found.problems, *found.advice):
        click.echo(f"{issue.code}: {issue.message}" + (f"\n  mend: {issue.hint}" if issue.hint else ""))
    click.echo(
        f"{found.reports} reports, {found.claims} claims, {found.originals} originals, {found.decisions} decisions: "
        + ("sound" if found.sound else f"{len(found.problems)} problems")
    )
    if found.decisions:
        click.echo(f"head of the log: {found.head}")
    return 0 if found.sound else 1


@click.command(epilog="Example:  reportedly doctor")
def doctor() -> int:
    """Tell what is installed, which model and gazetteers are used, and how to mend what is missing."""
    from reportedly.ledger.checkup import checkup

    sound = True
    for point in checkup():
        click.echo(f"{'ok     ' if point.well else 'missing'}  {point.what}: {point.found}")
        if not point.well:
            sound = sound and not point.needed
            click.echo(f"         mend: {point.mend}")
    return 0 if sound else 1
