"""Reports and a file of marked attributions in, a file of trained weights out: the door of `learn`."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from reportedly.errors import InputError
from reportedly.ledger.answers import Progress, silent
from reportedly.ledger.setting import Setting, reader
from reportedly.model.text import Page, Report, Span
from reportedly.runners import Processes, Runner, Serial

if TYPE_CHECKING:
    from reportedly.attributions.drafts import Draft
    from reportedly.attributions.learnt.examples import Marked

Opened = tuple[Page, tuple["Draft", ...]]
Watch = Callable[[str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Learnt:
    """What was learnt from, and the file that holds it."""

    reports: int
    marked: int
    size: int
    digest: str
    statement: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Opening:
    """Makes the function that lays a report open for the rules: parsed, with what they find."""

    setting: Setting

    def __call__(self) -> Callable[[Report], Opened]:
        stages = reader(self.setting)

        from reportedly.attributions.attributor import load_attributor

        rules = load_attributor(self.setting.homes)

        def opened(report: Report) -> Opened:
            passages = stages.splitter.split(report)
            page = Page(report=report, passages=passages, sentences=stages.parser.parse(report, passages))
            return page, rules.drafts(page)

        return opened


def learn_attributions(
    reports: Path, gold: Path, out: Path, *, setting: Setting | None = None, workers: int = 1, seed: int = 1,
    licence: str = "", progress: Progress = silent, watch: Watch = lambda _: None,
) -> Learnt:  # fmt: skip
    """Trains the weights that correct the rules of attribution, and writes them.

    ``gold`` holds one object a line: ``id`` and ``attributions``, each with ``source``, ``cue`` and ``content`` as
    lists of ``[start, end)`` into the report's text. The same files, words and seed give the same bytes, with any
    number of workers. Raises InputError where a line is wrong or nothing is marked.
    """
    setting = setting or Setting()
    marks = dict(_marks(gold))
    opened = list(_opened(reports, frozenset(marks), setting, workers, progress))

    from reportedly.attributions.learnt.examples import Lesson
    from reportedly.attributions.learnt.training import train
    from reportedly.attributions.learnt.weights import to_bytes
    from reportedly.lexicon.saying import load_sayings

    lessons = [Lesson(page=page, drafts=drafts, marked=marks[page.report.id]) for page, drafts in opened]
    marked = sum(len(lesson.marked) for lesson in lessons)
    statement = _statement((reports, gold), len(lessons), marked, licence)
    weights = train(lessons, load_sayings(setting.homes), seed=seed, statement=statement, watch=watch)
    content = to_bytes(weights)
    out.write_bytes(content)
    return Learnt(
        reports=len(lessons), marked=marked, size=len(content), digest=weights.digest, statement=weights.statement
    )


def _opened(path: Path, wanted: frozenset[str], setting: Setting, workers: int, progress: Progress) -> Iterator[Opened]:
    """The reports that are marked, laid open, in input order."""
    from reportedly.intake import read_paths

    reports = (i.report for i in read_paths([str(path)]) if i.report is not None and i.report.id in wanted)
    runner: Runner = Serial() if workers == 1 else Processes(workers=workers)
    for done, outcome in enumerate(runner.run(_Opening(setting=setting), reports), start=1):
        progress(done, len(wanted))
        if outcome.value is not None:
            yield outcome.value


def _marks(path: Path) -> Iterator[tuple[str, tuple[Marked, ...]]]:
    """What is marked in each report of a file of gold, gzipped or not."""
    from reportedly.attributions.learnt.examples import Marked

    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, start=1):
            if not line.strip():
                continue
            try:
                row = json.loads(line)
                marked = tuple(
                    Marked(source=_spans(a["source"]), cue=_spans(a["cue"]), content=_spans(a["content"]))
                    for a in row["attributions"]
                )
                yield str(row["id"]), marked
            except (ValueError, KeyError, TypeError) as error:
                raise InputError(
                    f"this is no line of marked attributions ({type(error).__name__}: {error})",
                    where=f"{path}:{number}",
                    mend='write {"id", "attributions": [{"source": [[start, end], …], "cue": …, "content": …}]}',
                    code="gold-unreadable",
                ) from None


def _spans(pieces: Sequence[Sequence[int]] | None) -> tuple[Span, ...]:
    return tuple(Span(int(start), int(end)) for start, end in pieces or ())


def _statement(files: Sequence[Path], reports: int, marked: int, licence: str) -> str:
    """What the weights were trained on, for whoever is handed the file."""
    named = ", ".join(f"{path.name} (sha256 {sha256(path.read_bytes()).hexdigest()[:16]})" for path in files)
    return f"trained on {reports} reports with {marked} marked attributions: {named}; licence of these: " + (
        licence or "not stated"
    )
