"""``compare``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import click

from reportedly.cli.columns import COMPARED, TALLIED
from reportedly.cli.output import emit, format_option
from reportedly.cli.progress import Bar

_SHOWN = 10
"""Issues that are printed one by one."""


@click.command(epilog="Example:  reportedly compare war.db ged.csv --only missing --format csv")
@click.argument("ledger")
@click.argument("path", metavar="FILE", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--days",
    type=click.IntRange(0),
    default=1,
    show_default=True,
    help="Days that two events may lie apart beyond what their dates leave open.",
)
@click.option(
    "--km",
    type=click.FloatRange(0),
    default=10,
    show_default=True,
    help="Kilometres that they may lie apart beyond what their places leave open.",
)
@click.option(
    "--only",
    type=click.Choice(["matched", "missing", "extra", "summary"]),
    help="Only what is in both, only in FILE, only in LEDGER, or only the numbers.",
)
@click.option(
    "--vocab",
    "words",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    multiple=True,
    help="A further folder of vocabulary files that knows the parties; may be repeated.",
)
@format_option()
def compare(
    ledger: str, path: Path, days: int, km: float, only: str | None, words: tuple[Path, ...], form: str
) -> None:
    """Compare LEDGER with FILE, a CSV file of UCDP GED or ACLED: what matches, what is missing and what is extra.

    Where the two differ, "ours | theirs" stands in a cell. Events are missing or extra only in the days and countries
    that both cover. The numbers, what both cover and what was left out go to standard error.
    """
    from reportedly.ledger import Ledger, Setting, record

    with Ledger.open(ledger, setting=Setting(words=words)) as opened, Bar("comparing") as bar:
        if not opened.is_linked():
            click.echo(f"the incidents are older than the claims: run  reportedly link {ledger}", err=True)
        found = opened.compare(path, days=days, km=km, progress=bar)
    tallied = record(found.tallied)
    if only == "summary":
        emit([tallied], TALLIED, form)
    else:
        emit((record(one) for one in found.counterparts if only in (None, one.standing)), COMPARED, form)
    for line in (*_issues([record(issue) for issue in found.issues]), *_told(tallied)):
        click.echo(line, err=True)


def _issues(issues: Sequence[dict[str, Any]]) -> Iterator[str]:
    for issue in issues[:_SHOWN]:
        yield f"{issue['code']}: {issue['message']}\n  mend: {issue['hint']}"
    if len(issues) > _SHOWN:
        yield f"… and {len(issues) - _SHOWN} further issues"


def _told(tallied: dict[str, Any]) -> Iterator[str]:
    """The numbers in words."""
    cover = tallied["both_cover"]
    if cover["earliest"] is None:
        yield "the ledger and the file cover no day in common: nothing is missing or extra"
    else:
        countries = ", ".join(cover["countries"]) or "any country"
        yield f"both cover {cover['earliest']} – {cover['latest']}, {countries}"
    shares = [tallied["share_of_theirs"], tallied["share_of_ours"]]
    told = ["" if share is None else f" ({share:.0%})" for share in shares]
    beyond = f" ({tallied['matched_beyond']} of them beyond that)" if tallied["matched_beyond"] else ""
    yield f"{tallied['matched']} matched{beyond}, {tallied['missing']} missing, {tallied['extra']} extra"
    inside = tallied["matched"] - tallied["matched_beyond"]
    yield f"of theirs: {inside} of {inside + tallied['missing']} matched{told[0]}"
    yield f"of ours: {inside} of {inside + tallied['extra']} matched{told[1]}"
    for one in tallied["agreement"]:
        yield f"{one['field']} agree: {one['agree']} of {one['both']}"
    for reason, number in tallied["left_out"].items():
        yield f"left out: {number}: {reason}"
