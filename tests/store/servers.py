"""A throw-away PostgreSQL server for the contract tests, if its programs are installed."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

HOMES = ("/usr/lib/postgresql", "/usr/pgsql", "/opt/homebrew/opt", "/usr/local/opt")
SETTINGS = "-c listen_addresses= -c fsync=off -c full_page_writes=off -c synchronous_commit=off"


def programs() -> Path | None:
    """The folder of ``initdb`` and ``pg_ctl``; the newest version where there are several."""
    found = shutil.which("initdb")
    if found:
        return Path(found).parent
    made = [path.parent for home in HOMES for path in Path(home).glob("*/bin/initdb")]
    return max(made, default=None, key=lambda path: [int(p) for p in path.parent.name.split(".") if p.isdigit()])


@contextmanager
def server(bin_: Path) -> Iterator[str]:
    """The address of a server that lives in a folder of its own and is reached through a socket there."""
    home = Path(tempfile.mkdtemp(prefix="rp-pg-"))
    if os.geteuid() == 0:  # PostgreSQL refuses to run as root
        shutil.chown(home, "postgres", "postgres")
    try:
        _run(bin_ / "initdb", "-D", home / "base", "-A", "trust", "-U", "tester", "-E", "UTF8", "--no-sync")
        _run(bin_ / "pg_ctl", "-D", home / "base", "-w", "-l", home / "log", "-o", f"{SETTINGS} -k {home}", "start")
        try:
            yield f"postgresql://tester@/postgres?host={home}"
        finally:
            _run(bin_ / "pg_ctl", "-D", home / "base", "-m", "immediate", "stop")
    finally:
        shutil.rmtree(home, ignore_errors=True)


def _run(*command: str | Path) -> None:
    words = [str(word) for word in command]
    if os.geteuid() == 0:
        words = ["runuser", "-u", "postgres", "--", *words]
    subprocess.run(words, check=True, capture_output=True, cwd="/", timeout=120)
