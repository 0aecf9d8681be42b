"""The group of all commands. Each command's module is imported when it is called, so that ``--help`` stays quick."""

from __future__ import annotations

from importlib import import_module

import click

from reportedly import __version__

COMMANDS = {
    "read": ("reading", "Read reports into a ledger."),
    "extract": ("reading", "Read reports and print what they say, without a ledger."),
    "link": ("reading", "Group the claims of a ledger into incidents."),
    "incidents": ("asking", "List the incidents of a ledger."),
    "claims": ("asking", "List the claims of a ledger."),
    "show": ("asking", "Show one report, claim or incident."),
    "why": ("asking", "Explain an incident or a claim down to the words it rests on."),
    "control": ("asking", "Tell who is said to hold a place, since when, on whose word."),
    "origins": ("asking", "Explain how many independent origins stand behind claims, and why."),
    "diff": ("comparing", "Tell what differs between two ledgers, and why."),
    "tallies": ("comparing", "Check stated running totals against the incidents."),
    "search": ("asking", "Find reports by their words."),
    "issues": ("asking", "List what could not be read or settled."),
    "serve": ("desk", "Show a ledger in the browser."),
    "export": ("handing", "Write the ledger as a file that other tools open."),
    "judge": ("deciding", "Decide: same or different, accept, reject or correct."),
    "queue": ("deciding", "List what is open to decide, what changes the tables most first."),
    "decisions": ("deciding", "List the log of decisions."),
    "verify": ("checking", "Check hashes, offsets and the log of decisions."),
    "doctor": ("checking", "Tell what is installed and how to mend what is missing."),
    "vocab": ("words", "Check and try the vocabulary."),
    "gazetteer": ("places", "Add, list and search gazetteers."),
    "learn": ("learning", "Train what may stand beside the rules."),
    "demo": ("demo", "Run the main job on the bundled invented reports."),
}
"""Each command with the module of ``cli.commands`` that holds it and its line of help."""


class LazyGroup(click.Group):
    """A group that imports a command's module only when the command is used."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"reportedly.cli.commands.{COMMANDS[cmd_name][0]}")
        command = getattr(module, cmd_name)
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, text) for name, (_, text) in COMMANDS.items()])


@click.group(
    cls=LazyGroup,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Start with:  reportedly demo",
)
@click.version_option(__version__, prog_name="reportedly")
def reportedly() -> None:
    """Reports about armed conflict in; a ledger of attributed claims and incidents out.

    It documents the past from published reporting. Every number answers `why`.
    """
