"""Runs every scorer of a folder of measuring sets against the installed product and prints one table.

    python -m benchmarks.score [--bench ../shared/bench] [--only gold --only times] [--keep FOLDER]

Each set's reports go through the installed ``reportedly`` command, as a user would run it. A set that is not there is
left out with a line saying so; a scorer that fails makes the exit status 1.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from benchmarks.packs import PACKS, Figure, Pack

HERE = Path(__file__).resolve().parent


def main() -> int:
    """Scores all sets asked for; 0 if every scorer ran."""
    options = _options()
    chosen = [p for p in PACKS if not options.only or any(p.name.startswith(o) for o in options.only)]
    failed = False
    print(f"{'set':15} {'figure':24} {'ours':>7} {'others':>7}  whose")
    for pack in chosen:
        here = options.bench / pack.folder
        if not (here / "score.py").is_file():
            print(f"{pack.name:15} not found: {here}")
            continue
        try:
            figures, seconds = _score(pack, here, options.keep, options.attributions)
        except subprocess.CalledProcessError as error:
            failed = True
            print(f"{pack.name:15} FAILED: {error.cmd[0]} ended with {error.returncode}\n{error.stderr[-2000:]}")
            continue
        _show(pack, figures, seconds)
    return 1 if failed else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bench", type=Path, default=HERE.parent.parent / "shared" / "bench", help="folder of sets")
    parser.add_argument("--only", action="append", help="name of a set, or its beginning; may be repeated")
    parser.add_argument("--keep", type=Path, help="folder in which to keep the predictions")
    parser.add_argument("--attributions", type=Path, help="learnt weights to correct the rules of attribution with")
    return parser.parse_args()


def _score(pack: Pack, here: Path, keep: Path | None, learnt: Path | None) -> tuple[Any, float]:
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        reports = [str(here / name) for name in pack.reports]
        reports += ["--attributions", str(learnt)] if learnt else []
        started = time.perf_counter()
        places = {"here": str(here), "extract": str(folder / "extract.jsonl"), "out": str(folder / "extract.jsonl")}
        if pack.run in {"extract", "both"}:
            _run(["extract", *reports], folder / "extract.jsonl")
        if pack.run in {"ledger", "both"}:
            places["out"] = str(folder / "incidents.jsonl")
            ledger = str(folder / "ledger.db")
            _run(["read", ledger, *reports], folder / "read.txt")
            _run(["link", ledger], folder / "link.txt")
            _run(["incidents", ledger, "--format", "jsonl"], folder / "incidents.jsonl")
        seconds = time.perf_counter() - started
        arguments = [a.format(**places) for a in pack.arguments]
        call = [sys.executable, str(here / "score.py"), *arguments, "--json"]
        scored = subprocess.run(call, capture_output=True, text=True, check=True)
        if keep:
            shutil.copytree(folder, keep / pack.name.replace(" ", "-"), dirs_exist_ok=True)
        return json.loads(scored.stdout), seconds


def command() -> str:
    """The installed ``reportedly``, that of this Python first."""
    return shutil.which("reportedly", path=str(Path(sys.executable).parent)) or "reportedly"


def _run(arguments: list[str], out: Path) -> None:
    with out.open("w", encoding="utf-8") as handle:
        subprocess.run([command(), *arguments], stdout=handle, stderr=subprocess.PIPE, text=True, check=True)


def _show(pack: Pack, figures: Any, seconds: float) -> None:
    for number, figure in enumerate(pack.figures):
        ours = _value(figures, figure)
        other = f"{figure.other:7.1f}" if figure.other is not None else " " * 7
        name = pack.name if number == 0 else ""
        print(f"{name:15} {figure.name:24} {_shown(ours)} {other}  {figure.whose}")
    print(f"{'':15} {'seconds':24} {seconds:7.0f}", flush=True)


def _value(figures: Any, figure: Figure) -> float | None:
    for key in figure.path.split("/"):
        if isinstance(figures, list) and key.isdigit():
            figures = figures[int(key)]
        elif isinstance(figures, dict) and key in figures:
            figures = figures[key]
        else:
            return None
    return None if figures is None else float(figures) * figure.scale


def _shown(value: float | None) -> str:
    return f"{value:7.1f}" if value is not None else f"{'–':>7}"


if __name__ == "__main__":
    sys.exit(main())
