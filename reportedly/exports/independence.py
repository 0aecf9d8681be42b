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
        "independent": [_apart(apart) for apart in found.apart],
        "doubts": [_doubt(doubt) for doubt in found.doubts],
    }


def _ground(ground: Ground, number: int | None) -> Record:
    return {
        "number": number,
        "name": ground.origin.name,
        "role": ground.origin.role.value,
        "claims": list(ground.origin.claims),
        "reason": ground.origin.reason,
        "paths": [{"claim": claim, "path": path} for claim, path in ground.paths],
        "bonds": [_bond(bond) for bond in ground.bonds],
    }


def _bond(bond: Bond) -> Record:
    return {
        "claims": [bond.left, bond.right],
        "tie": bond.tie.value,
        "reason": bond.reason,
        "words": [_words(words) for words in bond.words],
    }


def _doubt(doubt: Doubt) -> Record:
    return {
        "claims": [doubt.left, doubt.right],
        "text": doubt.text,
        "settled_by": doubt.settled_by,
        "words": [_words(words) for words in doubt.words],
    }


def _apart(apart: Apart) -> Record:
    return {
        "origins": [apart.left, apart.right],
        "text": apart.text,
        "shared_words": apart.shared,
        "would_change": apart.would_change,
    }


def _words(words: Words) -> Record:
    return {"report": words.report, "start": words.span.start, "end": words.span.end, "text": words.text}
