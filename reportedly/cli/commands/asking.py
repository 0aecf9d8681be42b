"""``incidents``, ``claims``, ``show``, ``why``, ``origins``, ``control``, ``search`` and ``issues``."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime
from typing import Any

import click

from reportedly.cli.columns import CLAIMS, CONTROL, INCIDENTS, ISSUES
from reportedly.cli.output import emit, format_option

_DAY = click.DateTime(formats=["%Y-%m-%d"])


def _narrowing(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options that narrow a listing."""
    for option in (
        click.option("--happening", help="One kind, as in 'air-strike'."),
        click.option("--from", "first", type=_DAY, help="First day, as 2016-03-24."),
        click.option("--to", "last", type=_DAY, help="Last day, included."),
        click.option("--country", help="ISO 3166-1 alpha-2 code."),
        click.option("--report", help="Only what this report says."),
        click.option("--killed", "least_killed", type=int, help="At least so many killed."),
    ):
        command = option(command)
    return command


@click.command(epilog="Example:  reportedly incidents war.db --happening air-strike --from 2016-03-01 --format csv")
@click.argument("ledger")
@_narrowing
@click.option("--grade", help="confirmed, fair, weak, contested or discounted.")
@click.option("--origins", "least_origins", type=int, help="At least so many independent origins.")
@format_option()
def incidents(ledger: str, form: str, **wanted: Any) -> None:
    """List the incidents of LEDGER, by day."""
    from reportedly.ledger import Ledger, record

    with Ledger.open(ledger) as opened:
        if not opened.is_linked():
            click.echo("the incidents are older than the claims: run  reportedly link " + ledger, err=True)
        emit((record(i) for i in opened.incidents(_ask(wanted))), INCIDENTS, form)


@click.command(epilog="Example:  reportedly claims war.db --stance denies")
@click.argument("ledger")
@_narrowing
@click.option("--stance", help="states, alleges, denies, doubts, confirms or claims-responsibility.")
@format_option()
def claims(ledger: str, form: str, **wanted: Any) -> None:
    """List the claims of LEDGER, by report."""
    from reportedly.ledger import Ledger, record

    with Ledger.open(ledger) as opened:
        emit((record(c) for c in opened.claims(_ask(wanted))), CLAIMS, form)


@click.command(epilog="Example:  reportedly show war.db i-3f9c2a71b0")
@click.argument("ledger")
@click.argument("id")
def show(ledger: str, id: str) -> None:
    """Show one report, claim or incident of LEDGER as JSON."""
    from reportedly.ledger import Ledger, record

    with Ledger.open(ledger) as opened:
        click.echo(json.dumps(record(opened.show(id)), ensure_ascii=False, indent=2))


@click.command(epilog="Example:  reportedly why war.db i-3f9c2a71b0")
@click.argument("ledger")
@click.argument("id")
def why(ledger: str, id: str) -> None:
    """Explain an incident or a claim of LEDGER: from the number to the words, with the rules that fired and what was
    rejected."""
    from reportedly.ledger import Ledger

    with Ledger.open(ledger) as opened:
        for depth, step in opened.why(id).lines():
            click.echo("  " * depth + step.text)


@click.command(epilog="Example:  reportedly control war.db Kolm")
@click.argument("ledger")
@click.argument("place")
@format_option()
def control(ledger: str, place: str, form: str) -> None:
    """Tell who is said to have taken, held, lost or besieged PLACE in LEDGER, by day, and on whose word.

    A table ends with those who were last said to hold it. Nothing is concluded from silence.
    """
    from reportedly.ledger import Ledger, record

    with Ledger.open(ledger) as opened:
        found = opened.control(place)
    emit((record(stand) for stand in found.stands), CONTROL, form)
    if form == "table":
        for holder in found.holders:
            click.echo(_held(holder))


def _held(holder: Any) -> str:
    """One who was last said to hold a place, as a line."""
    part = "a part of it" if holder.partly else "it"
    since = f" since {holder.since}" if holder.since and holder.since != holder.as_of else ""
    voices = f"{holder.voices} voice{'s' if holder.voices != 1 else ''}"
    return f"last said to hold {part}: {holder.name}{since}, as of {holder.as_of or 'an unknown day'} ({voices})"


@click.command(epilog="Example:  reportedly origins war.db i-3f9c2a71b0")
@click.argument("ledger")
@click.argument("ids", nargs=-1, metavar="[INCIDENT | CLAIM | REPORT]...")
@click.option(
    "--format", "form", type=click.Choice(["text", "jsonl"]), default="text", show_default=True, help="How to print."
)
def origins(ledger: str, ids: tuple[str, ...], form: str) -> None:
    """Explain how many independent origins stand behind claims of LEDGER: which claims count as one and by which
    words, why the origins stand apart, what was not counted, and what is left open.

    All ids together make one finding. Without ids, every incident has its own.
    """
    from reportedly.ledger import Ledger, record, told

    with Ledger.open(ledger) as opened:
        for number, finding in enumerate(opened.origins(ids)):
            if form == "jsonl":
                click.echo(json.dumps(record(finding), ensure_ascii=False))
            else:
                click.echo(("\n" if number else "") + "\n".join(told(finding)))


@click.command(epilog="Example:  reportedly search war.db '\"car bomb\" Karsk -trial'")
@click.argument("ledger")
@click.argument("query")
@click.option("--limit", type=click.IntRange(1), default=20, show_default=True, help="At most so many.")
def search(ledger: str, query: str, limit: int) -> None:
    """Find reports of LEDGER by their words: word "words in a row" begin* -without."""
    from reportedly.ledger import Ledger

    with Ledger.open(ledger) as opened:
        for hit in opened.search(query, limit=limit):
            click.echo(f"{hit.report}  {hit.published or ''}  {hit.outlet or ''}\n    {' '.join(hit.words.split())}")


@click.command(epilog="Example:  reportedly issues war.db --format csv")
@click.argument("ledger")
@click.option("--report", help="Only those of this report.")
@format_option()
def issues(ledger: str, report: str | None, form: str) -> None:
    """List what could not be read or settled in LEDGER, with where and how to mend it."""
    from reportedly.ledger import Ledger, record

    with Ledger.open(ledger) as opened:
        emit((record(i) for i in opened.issues(report)), ISSUES, form)


def _ask(wanted: dict[str, Any]) -> Any:
    from reportedly.ledger import Ask
    from reportedly.model.words import Grade, Happening, Stance

    for name, kind in (("happening", Happening), ("stance", Stance), ("grade", Grade)):
        if wanted.get(name) is not None and wanted[name] not in list(kind):
            raise click.BadParameter(f"{wanted[name]!r} is not one of {', '.join(kind)}", param_hint=f"--{name}")
    days: dict[str, Any] = {k: v.date() if isinstance(v, datetime) else v for k, v in wanted.items()}
    return Ask(**days)
