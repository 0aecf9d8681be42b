"""The bundled demo: reports about Veldania, a country that does not exist, with its words and its gazetteer."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from reportedly.ledger import Setting
from reportedly.ledger.gazetteers import add

HOME = Path(__file__).resolve().parent


def prepare(scratch: Path, words: Sequence[Path] = ()) -> tuple[Path, Setting]:
    """The folder of the demo's reports, and a setting that knows Veldania's words and places (and more ``words``)."""
    setting = Setting(words=(HOME / "vocab", *words), places=scratch / "gazetteers")
    add(
        HOME / "gazetteer.csv",
        name="veldania",
        licence="CC0-1.0",
        attribution="invented for the demo of reportedly",
        home=setting.places,
    )
    return HOME / "reports", setting
