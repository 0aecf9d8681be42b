"""Reads the marked reports, scores what the product makes of them, and fails where a figure is under its floor.

    python -m gate            score and compare with gate/floors.toml
    python -m gate --misses   print what was missed and what was made up as well

The digest of the gold stands in the floors' file: whoever changes a mark must write the new digest beside it, so that
changed gold shows in the change.
"""

from __future__ import annotations

import hashlib
import sys
import tempfile
import tomllib
from collections.abc import Mapping
from pathlib import Path

from gate.marks import read_marked
from gate.scoring import KINDS, SAYS, Tally, score
from reportedly.demo import prepare

HERE = Path(__file__).resolve().parent
ROWS = (*KINDS, *(f"claim {name}" for name in SAYS))


def main() -> int:
    """Prints a row a kind; 1 where a figure is under its floor or the gold is not the one the floors were set on."""
    floors = tomllib.loads((HERE / "floors.toml").read_text(encoding="utf-8"))
    digest, tally = gold_digest(), measure()
    if "--misses" in sys.argv:
        print("\n".join(tally.misses))
    print(f"{'kind':14} {'right':>6} {'wanted':>7} {'found':>6} {'recall':>7} {'precision':>10} {'floors':>12}")
    under = [row for row in ROWS if not _row(row, tally, floors["floors"])]
    if digest != floors["digest"]:
        print(f"the gold has changed: its digest is {digest}, floors.toml says {floors['digest']}")
    return 1 if under or digest != floors["digest"] else 0


def gold_paths() -> list[Path]:
    """The marked reports, in order."""
    return sorted((HERE / "gold").glob("*.txt"))


def gold_digest() -> str:
    """A digest over all marked reports."""
    return hashlib.sha256(b"\0".join(p.read_bytes() for p in gold_paths())).hexdigest()[:16]


def measure() -> Tally:
    """Reads every marked report with the demo's words and places, and holds it against its marks."""
    tally = Tally()
    with tempfile.TemporaryDirectory() as scratch:
        _, setting = prepare(Path(scratch))
        read = setting()
        for path in gold_paths():
            marked = read_marked(path)
            score(marked, read(marked.report), tally)
    return tally


def _row(kind: str, tally: Tally, floors: Mapping[str, Mapping[str, float]]) -> bool:
    """Prints the row of a kind; whether it reaches its floors."""
    recall, precision = tally.recall(kind), tally.precision(kind)
    floor = floors.get(kind, {"recall": 0, "precision": 0})
    reached = recall >= floor["recall"] and precision >= floor["precision"]
    counts = f"{tally.right[kind]:6} {tally.wanted[kind]:7} {tally.found[kind]:6}"
    aims = f"{floor['recall']:5}/{floor['precision']:<5}"
    print(f"{kind:14} {counts} {recall:7.1f} {precision:10.1f} {aims}{'' if reached else '  UNDER ITS FLOOR'}")
    return reached


if __name__ == "__main__":
    sys.exit(main())
