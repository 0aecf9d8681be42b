"""``README.md`` in, its shown blocks run anew out: what the tour prints is what the program prints.

A block stands under a comment that says what it shows:

    <!-- shown: reportedly claims demo.db --stance denies -->
    <!-- shown, 12 lines: reportedly why demo.db {incident of kh-0509-carbomb} -->

What stands in braces is looked up: the first incident of ``demo.db`` that rests on the report.

    python -m tests.docs.readme        runs them in order in an empty folder and writes the blocks anew
"""

from __future__ import annotations

import io
import os
import re
import shlex
import tempfile
from collections.abc import Callable, Iterator
from contextlib import chdir, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

from reportedly.cli import run
from reportedly.cli.root import reportedly
from reportedly.ledger import Ask, Ledger

README = Path(__file__).resolve().parents[2] / "README.md"

WIDTH = 190
"""Characters of a line that the page shows."""

_BLOCK = re.compile(
    r"<!-- shown(?:, (?P<lines>\d+) lines)?: (?P<command>[^\n]+?) -->\n```console\n(?P<words>.*?)```\n", re.DOTALL
)
_LOOKED_UP = re.compile(r"\{incident of ([\w-]+)\}")
_RUNS = re.compile(r"<!-- runs -->\n```python\n(.*?)```", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A command and the words that the page shows for it; ``lines`` cuts what is long."""

    command: str
    lines: int | None
    words: str


def blocks(text: str) -> Iterator[Block]:
    """The shown blocks of a page, in order."""
    for found in _BLOCK.finditer(text):
        lines = int(found["lines"]) if found["lines"] else None
        yield Block(command=found["command"], lines=lines, words=found["words"])


def programs(text: str) -> tuple[str, ...]:
    """The Python programs of a page that must run."""
    return tuple(_RUNS.findall(text))


def printed(block: Block) -> str:
    """What the page should show: the command and what it prints now, run in the present folder."""
    command = _LOOKED_UP.sub(lambda found: _incident_of(found[1]), block.command)
    out = io.StringIO()
    with redirect_stdout(out), redirect_stderr(io.StringIO()):
        code = run(reportedly, shlex.split(command)[1:])
    lines = [_cut(line.rstrip()) for line in out.getvalue().rstrip("\n").split("\n")]
    if block.lines is not None and len(lines) > block.lines:
        lines = [*lines[: block.lines], "…"]
    if code:
        lines.append(f"(exit {code})")
    return "\n".join([f"$ {command}", *lines]) + "\n"


def _cut(line: str) -> str:
    return line if len(line) <= WIDTH else line[: WIDTH - 1] + "…"


def _incident_of(report: str) -> str:
    with Ledger.open("demo.db") as ledger:
        return next(ledger.incidents(Ask(report=report))).id


def renewed(text: str) -> str:
    """The page with every shown block printed anew."""

    def anew(found: re.Match[str]) -> str:
        lines = int(found["lines"]) if found["lines"] else None
        shown = printed(Block(command=found["command"], lines=lines, words=found["words"]))
        return found[0].replace(f"```console\n{found['words']}", f"```console\n{shown}")

    return _BLOCK.sub(anew, text)


def in_empty_folder(work: Callable[[], str]) -> str:
    """Does the work in a folder of its own."""
    with tempfile.TemporaryDirectory() as scratch, chdir(scratch):
        return work()


if __name__ == "__main__":
    os.environ.setdefault("COLUMNS", "120")
    page = README.read_text(encoding="utf-8")
    README.write_text(in_empty_folder(lambda: renewed(page)), encoding="utf-8")
