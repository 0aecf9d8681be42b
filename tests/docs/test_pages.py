"""Every page of the documentation can be reached, its links hold, and the commands that it shows exist."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import pytest
import yaml

from tests.docs.commands import commands

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted(p.relative_to(ROOT / "docs").as_posix() for p in (ROOT / "docs").rglob("*.md"))
WRITTEN = [ROOT / "README.md", *(ROOT / "docs" / p for p in PAGES)]
COMMANDS = dict(commands())


def _leaves(nav: Any) -> Iterator[str]:
    if isinstance(nav, str):
        yield nav
    elif isinstance(nav, dict):
        for below in nav.values():
            yield from _leaves(below)
    else:
        for below in nav:
            yield from _leaves(below)


def test_every_page_is_in_the_navigation() -> None:
    settings = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    assert sorted(_leaves(settings["nav"])) == PAGES


def test_the_documentation_builds_without_a_warning(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(tmp_path / "site")],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "site" / "index.html").is_file()


def _shown_commands(path: Path) -> Iterator[tuple[int, str]]:
    """Lines of code blocks that call the program, with their line numbers."""
    fenced = False
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), start=1):
        if line.startswith("```"):
            fenced = not fenced
        words = line.strip().removeprefix("$ ")
        if (fenced or line.startswith("    ")) and words.startswith("reportedly "):
            yield number, words


SHOWN = [
    pytest.param(words, id=f"{path.name}:{number}")
    for path in WRITTEN
    if path.name != "commands.md"
    for number, words in _shown_commands(path)
]


@pytest.mark.parametrize("line", SHOWN)
def test_a_command_that_a_page_shows_exists_with_its_options(line: str) -> None:
    words = shlex.split(re.split(r" [|>#]", line)[0])[1:]
    name = next((n for n in (" ".join(words[:2]), words[0]) if n in COMMANDS), None)
    assert name or words[0].startswith("-"), f"there is no command {words[0]!r}"
    if name:
        known = {o for p in COMMANDS[name].params if isinstance(p, click.Option) for o in (*p.opts, *p.secondary_opts)}
        used = {w.partition("=")[0] for w in words if w.startswith("--")}
        assert used <= known | {"--help"}


@pytest.mark.parametrize("path", WRITTEN, ids=lambda p: p.name)
def test_a_page_leads_with_a_heading_and_fills_in_no_blanks(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.startswith("# ")
    assert not re.search(r"\b(TODO|TBD|FIXME|XXX)\b", text)


@pytest.mark.parametrize("path", WRITTEN, ids=lambda p: p.name)
def test_a_link_to_a_file_of_the_project_leads_there(path: Path) -> None:
    for target in re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", path.read_text(encoding="utf-8")):
        if "://" not in target and not target.startswith("mailto:"):
            assert (path.parent / target).exists(), target
