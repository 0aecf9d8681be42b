"""An explanation in, the same as JSON out."""

from __future__ import annotations

from typing import Any

from reportedly.model.explanation import Step


def explained(step: Step) -> dict[str, Any]:
    """A statement and those that it rests on."""
    found: dict[str, Any] = {"text": step.text, "because": [explained(below) for below in step.because]}
    if step.report is not None:
        found["report"] = step.report
    if step.span is not None:
        found |= {"start": step.span.start, "end": step.span.end}
    return found
