"""A finding on independence in, the plain object of the machine interface out."""

from __future__ import annotations

from typing import Any

from reportedly.model.independence import Apart, Bond, Doubt, Finding, Ground, Words

Record = dict[str, Any]


def finding_record(found: Finding) -> Record:
    """One line of ``reportedly origins --format jsonl``."""
    return {
        "asked": list(found.asked),
        "reports": list(found.reports),
        "claims": list(found.claims),
        "independent_sources": found.independent_sources,
        "narrowest": found.narrowest,
        "origins": [_ground(ground, n) for n, ground in enumerate(found.counted, start=1)],
        "uncounted": [_ground(ground, None) for ground in found.uncounted],
        "independent": [apart_record(apart) for apart in found.apart],
        "doubts": [doubt_record(doubt) for doubt in found.doubts],
    }


def _ground(ground: Ground, number: int | None) -> Record:
    return {
        "number": number,
        "name": ground.origin.name,
        "role": ground.origin.role.value,
        "claims": list(ground.origin.claims),
        "reason": ground.origin.reason,
        "paths": [{"claim": claim, "path": path} for claim, path in ground.paths],
        "bonds": [bond_record(bond) for bond in ground.bonds],
    }


def bond_record(bond: Bond) -> Record:
    """A bond with the words that show it."""
    return {
        "claims": [bond.left, bond.right],
        "tie": bond.tie.value,
        "reason": bond.reason,
        "words": [_words(words) for words in bond.words],
    }


def doubt_record(doubt: Doubt) -> Record:
    """An open doubt."""
    return {
        "claims": [doubt.left, doubt.right],
        "text": doubt.text,
        "settled_by": doubt.settled_by,
        "words": [_words(words) for words in doubt.words],
    }


def apart_record(apart: Apart) -> Record:
    """Why two origins are independent."""
    return {
        "origins": [apart.left, apart.right],
        "text": apart.text,
        "shared_words": apart.shared,
        "would_change": apart.would_change,
    }


def _words(words: Words) -> Record:
    return {"report": words.report, "start": words.span.start, "end": words.span.end, "text": words.text}
