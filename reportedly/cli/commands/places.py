"""``gazetteer add``, ``list`` and ``find``."""

from __future__ import annotations

from operator import itemgetter
from pathlib import Path

import click

from reportedly.cli.output import emit, format_option

_FOLDER = click.option(
    "--gazetteers",
    "places",
    type=click.Path(file_okay=False, path_type=Path),
    help="The folder of the gazetteers to use instead of your own.",
)


@click.group()
def gazetteer() -> None:
    """Add, list and search the gazetteers: where places are looked up."""


@gazetteer.command(
    epilog='Example:  reportedly gazetteer add wof-sy.tsv.xz --licence CC-BY --attribution "Who\'s On First"'
)
@click.argument("path", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--name", help="What to call it.  [default: the file's name]")
@click.option("--licence", default="", help="The licence of its rows.  [default: the publisher's]")
@click.option("--attribution", default="", help="Whom to name in exports.  [default: the publisher]")
@click.option(
    "--names",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="GeoNames' alternateNamesV2 for a GeoNames list.",
)
@_FOLDER
def add(path: Path, name: str | None, licence: str, attribution: str, names: Path | None, places: Path | None) -> None:
    """Add the places of a CSV, TSV, GeoNames, Who's On First, OCHA, UCDP or OurAirports file (also .gz, .xz, .zip)."""
    from reportedly.ledger.gazetteers import add as add_

    added = add_(path, name=name, licence=licence, attribution=attribution, names=names, home=places)
    for complaint in added.complaints:
        click.echo(f"left out: {complaint}", err=True)
    if added.broken:
        click.echo(f"{added.broken} broken lines left out", err=True)
    click.echo(f"{added.places} places of {added.source.name} added", err=True)


@gazetteer.command(name="list", epilog="Example:  reportedly gazetteer list")
@_FOLDER
@format_option()
def list_(places: Path | None, form: str) -> None:
    """List the gazetteers in use, with licence and attribution."""
    from reportedly.ledger.gazetteers import listed

    rows = [
        {
            "name": entry.source.name,
            "places": entry.places,
            "licence": entry.source.licence,
            "attribution": entry.source.attribution,
        }
        for entry in listed(places)
    ]
    emit(rows, tuple((key, itemgetter(key)) for key in ("name", "places", "licence", "attribution")), form)


@gazetteer.command(epilog="Example:  reportedly gazetteer find Palmyra")
@click.argument("name")
@_FOLDER
@format_option()
def find(name: str, places: Path | None, form: str) -> None:
    """Find the bearers of NAME, the most populous first."""
    from dataclasses import asdict

    from reportedly.ledger.gazetteers import find as find_

    keys = ("id", "name", "kind", "country", "admin1", "latitude", "longitude", "population", "source")
    rows = [asdict(place) for place in find_(name, home=places)]
    emit(rows, tuple((key, itemgetter(key)) for key in keys), form)
