"""The page of the commands says what the commands say."""

from __future__ import annotations

import shlex

import click
import pytest

from reportedly.cli.root import COMMANDS, reportedly
from tests.docs.commands import PAGE, commands, page

ALL = dict(commands())


def test_the_page_of_the_commands_is_fresh() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "write it anew with: python -m tests.docs.commands"


@pytest.mark.parametrize("name", sorted(ALL))
def test_every_command_has_help_and_an_example_that_names_it(name: str) -> None:
    command = ALL[name]
    assert command.help
    assert command.epilog is not None and command.epilog.startswith("Example:  reportedly " + name)


@pytest.mark.parametrize("name", sorted(ALL))
def test_the_example_of_a_command_can_be_parsed(name: str) -> None:
    """Only the words are parsed: files that an example names need not be there."""
    command = ALL[name]
    words = shlex.split((command.epilog or "").removeprefix("Example:").partition(">")[0])
    given = words[1 + len(name.split()) :]
    options = {o for p in command.params if isinstance(p, click.Option) for o in p.opts}
    assert {w for w in given if w.startswith("--")} <= options
    arguments = [p for p in command.params if isinstance(p, click.Argument) and p.required]
    assert len([w for w in given if not w.startswith("--")]) >= len(arguments)


@pytest.mark.parametrize("name", sorted(ALL))
def test_every_option_has_help(name: str) -> None:
    silent = [p.name for p in ALL[name].params if isinstance(p, click.Option) and not p.help]
    assert not silent


def test_the_group_names_each_command_as_the_command_names_itself() -> None:
    context = click.Context(reportedly)
    assert [reportedly.get_command(context, name).name for name in COMMANDS] == list(COMMANDS)  # type: ignore[union-attr]
