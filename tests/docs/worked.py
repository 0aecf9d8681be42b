"""A page with reports in, the page with what the reader finds in each report out.

A ``report`` block holds a report as a person would paste it: header lines (``outlet``, ``published``, ``title``), an
empty line, the text. The ``reading`` block under it is written by the reader with the words of the demo's country.

    python -m tests.docs.worked        writes the reading blocks anew
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from reportedly.demo import prepare
from reportedly.ledger.setting import reader
from reportedly.model.claim import Attribution, Claim, Teller
from reportedly.model.findings import Findings
from reportedly.model.text import Published, Report, Span

PAGE = Path(__file__).resolve().parents[2] / "docs" / "attribution-examples.md"

_BLOCK = re.compile(r"```report\n(?P<report>.*?)```\n\n```reading\n(?P<reading>.*?)```\n", re.DOTALL)
_WIDTH = 100


def written(page: str, read: Callable[[Report], Findings]) -> str:
    """The page with every reading block written anew."""

    def anew(found: re.Match[str]) -> str:
        lines = "\n".join(_lines(read(_report(found["report"]))))
        return f"```report\n{found['report']}```\n\n```reading\n{lines}\n```\n"

    return _BLOCK.sub(anew, page)


def demo_reader(scratch: Path) -> Callable[[Report], Findings]:
    """The reader that knows Veldania's words and places."""
    return reader(prepare(scratch)[1]).read


def examples(page: str) -> int:
    """How many worked examples the page holds."""
    return len(_BLOCK.findall(page))


def _report(block: str) -> Report:
    head, _, text = block.partition("\n\n")
    fields = dict(line.split(": ", 1) for line in head.split("\n"))
    day = date.fromisoformat(fields["published"])
    return Report(
        id="worked",
        text=text.rstrip("\n"),
        title=fields.get("title"),
        outlet=fields["outlet"],
        published=Published(day=day, moment=day.isoformat(), basis="given"),
    )


def _lines(found: Findings) -> Iterator[str]:
    for number, attribution in enumerate(found.attributions, start=1):
        if number > 1:
            yield ""
        yield from _attribution(found.report.text, attribution)
    claims = {claim.id: number for number, claim in enumerate(found.claims, start=1)}
    if claims:
        yield ""
    for claim in found.claims:
        yield f"claim {claims[claim.id]}  {_claim(claim, claims)}"


def _attribution(text: str, attribution: Attribution) -> Iterator[str]:
    yield f"source   {_words(text, attribution.source)}"
    yield f"cue      {_words(text, attribution.cue)}"
    yield f"content  {_words(text, attribution.content)}"
    yield f"chain    {_chain(attribution.chain)}"
    yield f"stance   {attribution.stance}{'' if attribution.tells else ' (passes on nothing that happened)'}"


def _words(text: str, spans: tuple[Span, ...]) -> str:
    shown = " … ".join(" ".join(text[s.start : s.end].split()) for s in spans) or "–"
    return shown if len(shown) <= _WIDTH else f"{shown[: _WIDTH // 2 - 2]} … {shown[-_WIDTH // 2 + 1 :]}"


def _chain(chain: tuple[Teller, ...]) -> str:
    return " → ".join(
        f"{teller.name or 'somebody'} ({teller.role}{', anonymous' if teller.anonymous else ''})" for teller in chain
    )


def _claim(claim: Claim, numbers: dict[str, int]) -> str:
    said = [f"{claim.happening}, {claim.stance}"]
    said += [f"{toll.text!r} {toll.measure} [{_end(toll.low)}, {_end(toll.high)}]" for toll in claim.tolls]
    said += [f"hedge {claim.hedge!r}"] if claim.hedge else []
    said += [f"denies claim {numbers[denied]}" for denied in claim.denies if denied in numbers]
    return "; ".join([*said, f"origin: {claim.chain[-1].name or 'somebody'}"])


def _end(number: int | None) -> str:
    return "–" if number is None else str(number)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as scratch:
        PAGE.write_text(written(PAGE.read_text(encoding="utf-8"), demo_reader(Path(scratch))), encoding="utf-8")
