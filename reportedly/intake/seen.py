"""Reports as they come in, the same with duplicates told apart out."""

from __future__ import annotations

from dataclasses import replace

from reportedly.intake.intaken import Intaken, noted


class Seen:
    """The ids of one run with the hashes of their texts. It holds 16 bytes a report besides the id."""

    def __init__(self) -> None:
        self._texts: dict[str, bytes] = {}

    def settled(self, intaken: Intaken) -> Intaken:
        """The same report; without it where it came before; under a longer id where another text has its id."""
        report = intaken.report
        if report is None:
            return intaken
        text = bytes.fromhex(report.digest)[:16]
        before = self._texts.setdefault(report.id, text)
        if before is text:
            return intaken
        if before == text:
            return _repeated(intaken, report.id)
        longer = f"{report.id}~{report.digest[:6]}"
        if self._texts.setdefault(longer, text) is not text:
            return _repeated(intaken, longer)
        hint = f"it is kept as {longer!r}; give it an id of its own if it is another report"
        issue = noted(intaken.where, "id-taken", f"the id {report.id!r} already names another text", hint, longer)
        earlier = tuple(replace(i, report=longer) for i in intaken.issues)
        return replace(intaken, report=replace(report, id=longer), issues=(*earlier, issue))


def _repeated(intaken: Intaken, known: str) -> Intaken:
    hint = "it is read once; nothing is lost"
    issue = noted(intaken.where, "duplicate-report", f"the report {known!r} came before, word for word", hint, known)
    return replace(intaken, report=None, issues=(issue,))
