"""Bytes of a JSON file in, its objects out: one object, a list of them, or JSON Lines under another name."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from reportedly.intake.intaken import Intaken, Limits
from reportedly.intake.records import read_line, read_record
from reportedly.intake.words import IntakeWords


def read_array(original: bytes, where: str, words: IntakeWords, limits: Limits) -> Iterator[Intaken]:
    """The reports of a JSON file. If it is not readable as a whole, each line is tried by itself."""
    try:
        value: Any = json.loads(original)
    except (ValueError, RecursionError):
        for number, line in enumerate(original.split(b"\n"), start=1):
            if line.strip():
                yield read_line(line.strip(b"\r"), f"{where}:{number}", words, limits)
        return
    if not isinstance(value, list):
        yield read_record(value, original, f"{where}:1", words, limits)
        return
    for number, record in enumerate(value, start=1):
        written = json.dumps(record, ensure_ascii=False).encode("utf-8", "surrogatepass")
        yield read_record(record, written, f"{where}:{number}", words, limits)
