"""``learn attributions``."""

from __future__ import annotations

from pathlib import Path

import click

from reportedly.cli.progress import Bar

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.group()
def learn() -> None:
    """Train what may stand beside the rules, from marked reports of your own. The rules stay the default."""


@learn.command(
    epilog="Example:  reportedly learn attributions reports.jsonl gold.jsonl --out model.npz --licence 'CC BY 4.0'"
)
@click.argument("reports", type=_FILE)
@click.argument("gold", type=_FILE)
@click.option(
    "--out", type=click.Path(dir_okay=False, path_type=Path), required=True, help="The file to write the weights to."
)
@click.option(
    "--licence", default="", help="The licence of the marked reports, kept in the file.  [default: not stated]"
)
@click.option("--seed", type=click.IntRange(0), default=1, show_default=True, help="The order of the examples.")
@click.option(
    "--workers", type=click.IntRange(1), default=None, help="Processes that parse the reports.  [default: one a core]"
)
@click.option(
    "--vocab",
    "words",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    multiple=True,
    help="A further folder of vocabulary files; may be repeated.",
)
def attributions(
    reports: Path, gold: Path, out: Path, licence: str, seed: int, workers: int | None, words: tuple[Path, ...]
) -> None:
    """Train weights that correct the rules of attribution, and write them to a file for `--attributions`.

    REPORTS are JSON Lines as `read` takes them; GOLD has one object a line with the same `id` and `attributions`, each
    with `source`, `cue` and `content` as lists of [start, end) into the report's text. The same files give the same
    bytes.
    """
    from reportedly.cli.commands.reading import cores
    from reportedly.ledger import Setting
    from reportedly.ledger.learning import learn_attributions

    with Bar("parsing") as bar:
        made = learn_attributions(
            reports, gold, out, setting=Setting(words=words), workers=workers or cores(), seed=seed, licence=licence,
            progress=bar, watch=lambda line: click.echo(line, err=True),
        )  # fmt: skip
    click.echo(f"{made.statement}\n{out}: {made.size} bytes, digest {made.digest}", err=True)
