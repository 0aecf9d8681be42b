"""``export``."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import click

FILES = (
    "jsonl",
    "csv",
    "ucdp",
    "acled",
    "plover",
    "geojson",
    "hxl",
    "annotation",
    "prov",
    "ftm",
    "schema-org",
    "dossier",
)
FOLDERS = ("parquet", "bagit")
PRINTED = ("dossier-pdf",)


@click.command(epilog="Example:  reportedly export war.db --format ucdp --out incidents.csv")
@click.argument("ledger")
@click.option(
    "--format",
    "form",
    type=click.Choice([*FILES, *FOLDERS, *PRINTED]),
    default="jsonl",
    show_default=True,
    help="JSON Lines of the interface, a flat table, UCDP GED's 49 or ACLED's 31 columns, PLOVER events, a map's "
    "points, a table with HXL tags, W3C annotations of the claims, W3C PROV of their chains, FollowTheMoney entities, "
    "schema.org claims; a dossier to read, in HTML or as PDF; and as folders Parquet tables and a BagIt bag.",
)
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    help="The file to write; for parquet and bagit a new folder or a .zip file.  [default: standard output]",
)
@click.option(
    "--public",
    is_flag=True,
    help="For publication: round points, put roles in place of private names, leave out the sentences of reports.",
)
@click.option(
    "--incident",
    "incidents",
    multiple=True,
    help="The id of an incident; only those named are written. Can be given several times.",
)
def export(ledger: str, form: str, out: Path | None, public: bool, incidents: tuple[str, ...]) -> None:
    """Write LEDGER as a file that other tools open.

    The file appears whole or not at all. Whom to name for the places, a note on what the form cannot hold, and how
    many incidents were left out for which reason go to standard error.
    """
    from reportedly.cli.publishing import publish_bytes, publish_file, publish_folder
    from reportedly.ledger import Ledger

    left: Counter[str] = Counter()
    if form in FOLDERS and out is None:
        raise click.UsageError(f"--out: {form} is a folder; name one, or a .zip file")
    if form in PRINTED and out is None:
        raise click.UsageError(f"--out: {form} is no text; name a file")
    with Ledger.open(ledger) as opened:
        if form in FOLDERS and out is not None:
            publish_folder(out, opened.pack(form, public=public, left=left, incidents=incidents))
        elif form in PRINTED and out is not None:
            publish_bytes(out, opened.printed(form, public=public, left=left, incidents=incidents))
        elif out is not None:
            publish_file(out, opened.export(form, public=public, left=left, incidents=incidents))
        else:
            for line in opened.export(form, public=public, left=left, incidents=incidents):
                click.echo(line)
        for credit in opened.credits():
            click.echo(f"places: {credit}", err=True)
    click.echo(f"note: {Ledger.cannot_hold(form)}", err=True)
    if public:
        click.echo(f"note: {Ledger.public_note()}", err=True)
    for reason, number in sorted(left.items()):
        click.echo(f"left out: {number}: {reason}", err=True)
