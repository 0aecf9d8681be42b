"""``serve``."""

from __future__ import annotations

from pathlib import Path

import click

from reportedly.cli.commands.reading import LEARNT, PLACES, VOCAB


@click.command(epilog="Example:  reportedly serve war.db")
@click.argument("ledger")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=0, show_default="any that is free", help="Where to listen."
)
@click.option(
    "--host",
    default="127.0.0.1",
    show_default=True,
    help="The address to listen at. One that others can reach needs an access token, and a proxy that encrypts.",
)
@click.option("--name", "names", multiple=True, help="A further name under which browsers reach the desk.")
@click.option(
    "--token",
    envvar="REPORTEDLY_TOKEN",
    help="The access token that a browser must bear; REPORTEDLY_TOKEN in the environment, where others see your "
    "commands.  [default: none on this machine, else made]",
)
@click.option("--open/--no-open", "shown", default=True, help="Open the desk in the browser.")
@click.option("--no-fetch", is_flag=True, help="Read no pages from the web, also when asked to.")
@click.option("--private-pages", is_flag=True, help="Read pages of this machine and its network too, when asked to.")
@VOCAB
@PLACES
@LEARNT
@click.option(
    "--workers", type=click.IntRange(1), default=1, show_default=True, help="Processes that read and link reports."
)
def serve(
    ledger: str,
    port: int,
    host: str,
    names: tuple[str, ...],
    token: str | None,
    shown: bool,
    no_fetch: bool,
    private_pages: bool,
    words: tuple[Path, ...],
    places: Path | None,
    learnt: Path | None,
    workers: int,
) -> None:
    """Show LEDGER in the browser: the desk.

    It answers to this machine alone unless --host says otherwise. It is made where it is not there yet. Stop it with
    Ctrl-C; what it was writing then is written whole or not at all.
    """
    from reportedly.cli.progress import Bar
    from reportedly.ledger import Ledger, Setting
    from reportedly.model.browsing import Wanted
    from reportedly.web.serving import Serving
    from reportedly.web.serving import serve as show

    serving = Serving(
        host=host,
        port=port,
        names=names,
        token=token,
        fetching=not no_fetch,
        private=private_pages,
        workers=workers,
    )
    setting = Setting(words=words, places=places, attributions=learnt)
    with Ledger.open(ledger, create=True, setting=setting) as opened:
        with Bar("laying out incidents") as bar:
            opened.browse(Wanted(limit=0), progress=bar)

        def ready(address: str) -> None:
            click.echo(f"the desk is at {address}", err=True)
            if shown:
                click.launch(address)

        show(opened, Path(ledger).name, serving, ready=ready)
