"""A sentence in, the rules that fire in it out; the vocabulary in, the lines whose own sentences do not hold out.

A sentence is read as a whole report by the whole reader, so that a line is tested as it works in use.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from pydantic import ConfigDict

from reportedly.intake.boilerplate import marked
from reportedly.ledger.setting import Setting, reader
from reportedly.lexicon.boilerplate import load_boilerplate
from reportedly.lexicon.lines import Line, load, tables
from reportedly.model.findings import Findings
from reportedly.model.text import Published, Report

EXAMPLE_DAY = date(2024, 5, 13)
"""The Monday on which example sentences are read, so that "yesterday" has a meaning in them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """A line, how many example sentences it has, and those that do not hold."""

    address: str
    origin: str
    examples: int
    complaints: tuple[str, ...]


class AnyLine(Line):
    """A line of any table: what it needs to be checked, whatever else it says."""

    model_config = ConfigDict(extra="allow", frozen=True)


def check(setting: Setting, wanted: Sequence[str] = ()) -> Iterator[Checked]:
    """Every line that has example sentences, with the ones that do not hold. ``wanted`` are names of tables or their
    beginnings; all are checked where it is empty."""
    for table in _tables(setting.homes):
        if wanted and not any(table.startswith(w) for w in wanted):
            continue
        for line in load(table, AnyLine, setting.homes):
            if line.yes or line.no:
                yield _checked(setting, line)


def fired(setting: Setting, sentence: str, published: str) -> Iterator[tuple[str, str, str]]:
    """The address, the words and the meaning of each rule that fires in a sentence, in text order."""
    found = _read(setting, sentence, date.fromisoformat(published))
    rows = [(m.span.start, m.rule, m.text, _meaning(m)) for m in _mentions(found)]
    rows += [
        (
            a.cue[0].start if a.cue else 0,
            a.rule,
            " … ".join(s.of(sentence) for s in a.cue),
            f"{a.stance.value}, on the word of {_last(a.chain)}",
        )
        for a in found.attributions
    ]
    rows += [(h.span.start, h.rule, h.text, f"{h.holder.name} {h.state.value} {h.place.name}") for h in found.holdings]
    rows += [
        (claim.span.start, note.rule, note.span.of(sentence) if note.span else "", f"{note.field}: {note.text}")
        for claim in found.claims
        for note in claim.notes
    ]
    for _, rule, text, meaning in sorted(rows):
        yield rule, text, meaning


def _last(chain: Sequence[Any]) -> str:
    return chain[-1].name or "the outlet" if chain else "nobody"


def _tables(homes: Sequence[Path]) -> tuple[str, ...]:
    return tuple(sorted({table for home in homes for table in tables(home)}))


def _checked(setting: Setting, line: AnyLine) -> Checked:
    """A line must fire in its ``yes`` sentences, if need be without the setting's own words, which may know a name
    that a pattern is there to guess; and not in its ``no`` sentences. A serving line fires nothing."""
    serves = line.address.rpartition("/")[0] in SERVING
    plain = Setting(places=setting.places)
    silent = [s for s in line.yes if not _fires(setting, line, s) and not _fires(plain, line, s)]
    loud = [] if serves else [s for s in line.no if _fires(setting, line, s)]
    complaints = [*(f"does not fire in {s!r}" for s in silent), *(f"fires in {s!r}" for s in loud)]
    return Checked(
        address=line.address,
        origin=line.origin,
        examples=len(line.yes) + len(line.no),
        complaints=tuple(complaints),
    )


def _fires(setting: Setting, line: AnyLine, sentence: str) -> bool:
    """Whether a line's rule fires; lines that only serve other rules fire where their words stand."""
    if line.address.rpartition("/")[0] in SERVING:
        return _stands(line, sentence)
    found = _read(setting, sentence, EXAMPLE_DAY)
    rules = {m.rule for m in _mentions(found)} | {a.rule for a in found.attributions}
    rules |= {rule for count in found.readings.counts for rule in count.also}
    rules |= {rule for where in found.readings.places for rule in where.also}
    rules |= {rule for holding in found.holdings for rule in (holding.rule, *holding.also)}
    rules |= {note.rule for claim in found.claims for note in claim.notes}
    return line.address in rules or any(m.rule == line.address for m in marked(sentence, load_boilerplate()))


SERVING = frozenset(
    {
        "en/modality",
        "en/things",
        "en/sources",
        "en/passing",
        "en/signing",
        "en/crediting",
        "en/ordinals",
        "en/abbreviations",
        "en/sentence_edges",
        "en/layout",
        "en/stamps",
        "en/adding",
        "en/victims",
        "en/mishaps",
        "en/genres",
        "languages",
    }
)
"""Tables whose lines serve the rules of others (how text is cut, what is asserted) and fire nothing by themselves."""


def _stands(line: AnyLine, sentence: str) -> bool:
    values = [v for v in (line.model_extra or {}).values() if isinstance(v, list)]
    return any(re.search(rf"\b{re.escape(str(word))}", sentence, re.IGNORECASE) for value in values for word in value)


def _read(setting: Setting, sentence: str, day: date) -> Findings:
    published = Published(day=day, moment=day.isoformat(), basis="given")
    return reader(setting).read(Report(id="example", text=sentence, published=published, language="en"))


def _mentions(found: Findings) -> tuple[Any, ...]:
    r = found.readings
    return (*r.times, *r.places, *r.actors, *r.counts, *r.weapons, *r.happenings, *r.hedges)


def _meaning(mention: Any) -> str:
    """What a mention was read as, in a few words."""
    for field in ("measure", "value", "kind", "weapon_id", "name", "degree"):
        value = getattr(mention, field, None)
        if value is not None:
            more = getattr(mention, "basis", "") or getattr(mention, "name", "")
            return f"{type(mention).__name__}: {value}" + (f", {more}" if more and more != value else "")
    return type(mention).__name__
