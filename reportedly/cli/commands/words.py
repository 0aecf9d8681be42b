"""``vocab check`` and ``vocab try``."""

from __future__ import annotations

from pathlib import Path

import click

_HOMES = click.option(
    "--vocab",
    "words",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    multiple=True,
    help="A further folder of vocabulary files; may be repeated.",
)


@click.group()
def vocab() -> None:
    """Check and try the vocabulary: the words by which reports are read."""


@vocab.command(epilog="Example:  reportedly vocab check --vocab my-words/")
@click.argument("tables", nargs=-1)
@_HOMES
def check(tables: tuple[str, ...], words: tuple[Path, ...]) -> int:
    """Run each line's own example sentences (of TABLES, or of all). Exits 1 if one does not hold.

    The sentences are read with the words and places of the demo's invented country, about which they are written.
    """
    import tempfile

    from reportedly.demo import prepare
    from reportedly.ledger.vocabulary import check as run

    failed, lines, examples = 0, 0, 0
    with tempfile.TemporaryDirectory() as scratch:
        _, setting = prepare(Path(scratch), words)
        for line in run(setting, tables):
            lines += 1
            examples += line.examples
            for complaint in line.complaints:
                failed += 1
                click.echo(f"{line.origin}: {line.address}: {complaint}")
    click.echo(f"{lines} lines, {examples} example sentences, {failed} do not hold", err=True)
    return 1 if failed else 0


@vocab.command(name="try", epilog='Example:  reportedly vocab try "Shells fell on Harsema, residents said."')
@click.argument("sentence")
@click.option("--published", default="2024-05-13", show_default=True, help="The day on which it is read.")
@_HOMES
def try_(sentence: str, published: str, words: tuple[Path, ...]) -> None:
    """Show what fires in SENTENCE: each rule, its words and what they were read as."""
    from reportedly.ledger import Setting
    from reportedly.ledger.vocabulary import fired

    for rule, text, meaning in fired(Setting(words=words), sentence, published):
        click.echo(f"{rule:32}  {text!r:40}  {meaning}")
