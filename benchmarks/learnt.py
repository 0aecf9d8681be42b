"""Trains the weights that correct the rules of attribution, and scores rules and weights side by side.

    python -m benchmarks.learnt TRAIN DEV [--model FILE] [--keep FOLDER]

TRAIN and DEV are files of reports (``train.reports.jsonl.gz``) with their marks beside them (``train.gold.jsonl.gz``)
and, beside DEV, the scorer (``score.py``). Everything goes through the installed ``reportedly`` command, one process
each; the seconds are the processor's. With a FILE that is there already nothing is trained.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from benchmarks.score import command

_PARTS = ("source", "cue", "content", "relation")


def main() -> int:
    """Prints what training took and one row for the rules and one for the weights."""
    options = _options()
    with tempfile.TemporaryDirectory() as scratch:
        folder = options.keep or Path(scratch)
        folder.mkdir(parents=True, exist_ok=True)
        model = options.model or folder / "model.npz"
        if not model.is_file():
            _train(options.train, model)
        size = sum(len(json.loads(line)["text"]) for line in _lines(options.dev))
        print(f"{model.stat().st_size / 1e6:.1f} MB of weights\n")
        print(f"{'':8}" + "".join(f"{part:>26}" for part in _PARTS) + f"{'seconds':>10} {'chars/s':>8}")
        print(f"{'':8}" + f"{'precision  recall    F1':>26}" * len(_PARTS))
        for name, more in (("rules", []), ("weights", ["--attributions", str(model)])):
            out = folder / f"{name}.jsonl"
            seconds = _timed(["extract", str(options.dev), "--workers", "1", *more], out)
            print(f"{name:8}" + _row(_scored(options.dev, out)) + f"{seconds:10.0f} {size / seconds:8.0f}", flush=True)
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("train", type=Path)
    parser.add_argument("dev", type=Path)
    parser.add_argument("--model", type=Path, help="where the weights are, or are to be kept")
    parser.add_argument("--keep", type=Path, help="folder in which to keep the predictions")
    return parser.parse_args()


def _train(reports: Path, model: Path) -> None:
    started = time.perf_counter()
    subprocess.run(
        [command(), "learn", "attributions", str(reports), str(_gold(reports)), "--out", str(model)], check=True
    )
    print(f"trained in {(time.perf_counter() - started) / 60:.1f} minutes")


def _gold(reports: Path) -> Path:
    return reports.with_name(reports.name.replace(".reports.", ".gold."))


def _lines(path: Path) -> list[str]:
    import gzip

    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        return list(lines)


def _timed(arguments: list[str], out: Path) -> float:
    """Runs the command and gives its seconds of work, start-up included."""
    before = os.times()
    with out.open("w", encoding="utf-8") as handle:
        subprocess.run([command(), *arguments], stdout=handle, check=True)
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system


def _scored(reports: Path, out: Path) -> Any:
    call = [sys.executable, str(reports.parent / "score.py"), str(reports), str(_gold(reports)), str(out), "--json"]
    return json.loads(subprocess.run(call, capture_output=True, text=True, check=True).stdout)


def _row(figures: Any) -> str:
    cells = (figures[part].get("exact", figures[part]) for part in _PARTS)
    return "".join(f"{c['precision']:14.1f}{c['recall']:6.1f}{c['f1']:6.1f}" for c in cells)


if __name__ == "__main__":
    sys.exit(main())
