"""``read``, ``extract`` and ``link``."""

from __future__ import annotations

import json
from pathlib import Path

import click

from reportedly.cli.progress import Bar
from reportedly.model.words import Policy

_WORKERS = click.option(
    "--workers", type=click.IntRange(1), default=None, help="Processes to spread the work over.  [default: one a core]"
)
VOCAB = click.option(
    "--vocab",
    "words",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    multiple=True,
    help="A further folder of vocabulary files; may be repeated.",
)
PLACES = click.option(
    "--gazetteers",
    "places",
    type=click.Path(file_okay=False, path_type=Path),
    help="The folder of the gazetteers to use instead of your own.",
)
LEARNT = click.option(
    "--attributions",
    "learnt",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A file of `learn attributions` that corrects the rules of attribution.",
)


@click.command(epilog="Example:  reportedly read war.db reports.jsonl.gz pages/")
@click.argument("ledger")
@click.argument("paths", nargs=-1, required=True)
@_WORKERS
@VOCAB
@PLACES
@LEARNT
def read(
    ledger: str,
    paths: tuple[str, ...],
    workers: int | None,
    words: tuple[Path, ...],
    places: Path | None,
    learnt: Path | None,
) -> int:
    """Read reports into LEDGER (made if it is not there).

    PATHS are web pages, texts, JSON Lines (also .gz), feeds, WARC archives, folders of these, or - for standard input.
    What stands in the ledger already is skipped, so a run that was cut off is simply run again.
    """
    from reportedly.ledger import Ledger, Setting

    setting = Setting(words=words, places=places, attributions=learnt)
    with Ledger.open(ledger, create=True, setting=setting) as opened, Bar("reading", _total(paths)) as bar:
        done = opened.read(paths, workers=workers or cores(), progress=bar)
    for issue in done.issues:
        click.echo(f"{issue.code}: {issue.message}" + (f"\n  mend: {issue.hint}" if issue.hint else ""), err=True)
    click.echo(
        f"{done.added} reports added, {done.replaced} read again, {done.skipped} already there, {done.taken} "
        f"with the id of another text, {done.failed} not readable",
        err=True,
    )
    return 3 if done.failed or done.taken else 0


@click.command(epilog="Example:  reportedly extract reports.jsonl > claims.jsonl")
@click.argument("paths", nargs=-1, required=True)
@_WORKERS
@VOCAB
@PLACES
@LEARNT
def extract(
    paths: tuple[str, ...], workers: int | None, words: tuple[Path, ...], places: Path | None, learnt: Path | None
) -> int:
    """Read reports and print what each says as JSON Lines, in input order. Nothing is stored."""
    from reportedly.ledger import Ledger, Setting, findings_record
    from reportedly.model.claim import Issue

    failed = False
    setting = Setting(words=words, places=places, attributions=learnt)
    with Bar("reading", _total(paths)) as bar:
        for found in Ledger.extract(paths, setting=setting, workers=workers or cores(), progress=bar):
            if isinstance(found, Issue):
                failed = True
                click.echo(f"{found.code}: {found.message}", err=True)
            else:
                click.echo(json.dumps(findings_record(*found), ensure_ascii=False))
    return 3 if failed else 0


@click.command(epilog="Example:  reportedly link war.db --policy ucdp")
@click.argument("ledger")
@click.option(
    "--policy",
    type=click.Choice([policy.value for policy in Policy]),
    help="Whose rules settle the figures; without this the last link's, at first ours.",
)
@click.option("--anew", is_flag=True, help="Link all claims, however few reports are new.")
@_WORKERS
def link(ledger: str, policy: str | None, workers: int | None, anew: bool) -> None:
    """Group the claims of LEDGER into incidents: find copies, origins, ranges and contradictions.

    Where few reports are new since the last link, only what they touch is made again; words weigh as they did when
    all was linked last, until one report in ten is new. Another policy settles every figure anew.
    """
    from reportedly.ledger import Ledger

    with Ledger.open(ledger) as opened, Bar("linking") as bar:
        made = opened.link(policy=policy, workers=workers or cores(), progress=bar, anew=anew)
    if made.again is not None:
        click.echo(
            f"{made.again.reports} reports new since the last link: {made.again.incidents} incidents made again, words"
            f" weighed as in {made.again.weighed} reports (--anew weighs and links all)",
            err=True,
        )
    click.echo(f"{made.claims} claims in {made.incidents} incidents, {made.copies} pairs of copies", err=True)


def _total(paths: tuple[str, ...]) -> int | None:
    """How many reports are to be read, counted only where somebody watches."""
    import sys

    from reportedly.ledger import Ledger

    return Ledger.expected(paths) if sys.stderr.isatty() else None


def cores() -> int:
    """How many processes may run at once here."""
    import os

    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
