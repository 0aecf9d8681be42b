"""Claims of many reports in; incidents, the comparisons that joined them and the copies behind them out.

The path: words are weighed, copies found, each report's claims grouped into strands, strands of different reports
compared where they share a key, the compared ones grouped, and every group made an incident. Each step sorts what it
is given, so the order of reading leaves no trace. No step holds all claims: a strand is kept as bytes, and claims are
fetched again, a component at a time, when incidents are made of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from reportedly.incidents.copies import Samples
from reportedly.incidents.denials import Answers
from reportedly.incidents.grouped import Grouped
from reportedly.incidents.keeping import Keeper, Notes, keep_edges, keep_strands
from reportedly.incidents.kept import Weights
from reportedly.incidents.naming import named
from reportedly.incidents.parts import Ties, parts
from reportedly.incidents.shelf import compared, shelved
from reportedly.incidents.source import Held, Source, Spread, one_by_one
from reportedly.incidents.tasks import Bound, Building, Finish, Stranding, Weighing
from reportedly.incidents.weighed import weighed
from reportedly.lexicon.estimating import Counted, counted
from reportedly.lexicon.linking import Families, families
from reportedly.lexicon.mouths import Mouths, mouths
from reportedly.model.claim import Claim
from reportedly.model.incident import Comparison, Copy, Incident, Judgement
from reportedly.model.text import Report
from reportedly.model.words import Policy, Verdict
from reportedly.stages import Linked

AS_MADE = Finish(incident=lambda incident: incident, comparison=lambda comparison: comparison)


class Sink(Protocol):
    """Takes what linking makes, as it is made: first the copies, then comparisons and incidents in portions."""

    def copies(self, copies: Sequence[Copy]) -> None: ...

    def comparisons(self, comparisons: Sequence[Any]) -> None: ...

    def incidents(self, incidents: Sequence[tuple[str, tuple[str, ...], Any]]) -> None:
        """Incidents, each with its id and its claims."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Linker:
    """Groups claims into incidents. ``policy`` says whose rules put the figures together."""

    families: Families = field(default_factory=families)
    counted: Counted = field(default_factory=counted)
    mouths: Mouths = field(default_factory=mouths)
    policy: Policy = Policy.OURS

    def link(
        self,
        claims: Iterable[Claim],
        reports: Sequence[Report],
        judgements: Sequence[Judgement] = (),
        before: Sequence[Incident] = (),
    ) -> Linked:
        """All claims grouped into incidents; a round-up (``Claim.container``) is an incident of its own."""
        made = _Kept()
        self.link_from(Held(claims, reports), made, judgements)
        return Linked(
            incidents=named(made.all_incidents, before),
            comparisons=tuple(sorted(made.all_comparisons, key=lambda one: (one.left, one.right))),
            copies=made.all_copies,
        )

    def link_from(
        self,
        source: Source,
        sink: Sink,
        judgements: Sequence[Judgement] = (),
        *,
        spread: Spread = one_by_one,
        finish: Finish = AS_MADE,
        keeper: Keeper | None = None,
        weights: Weights | None = None,
    ) -> None:
        """The same for claims that need not fit into memory; incidents come without the ids that they had before.

        ``keeper`` takes what the next link can build on. ``weights`` are those of an earlier link, used instead of new
        ones.
        """
        samples = Samples(weights.furniture if weights else None)
        wording = weighed(source, samples, weights, spread)
        texts = source.texts()
        copies = samples.copies(lambda name: wording.body(texts[name]))
        runs = dict(samples.kept()) if keeper else {}
        if keeper and samples.furniture is not None:
            keeper.weights(Weights(wording=wording, furniture=samples.furniture))
        del samples
        sink.copies(copies)
        denials = source.denials()
        last = last_word(judgements, source.known())
        work = Stranding(
            wording=wording,
            families=self.families,
            bound=binding(last, source.known()),
            answers=Answers({}, {}),
            finish=finish,
            keeps=keeper is not None,
        )
        decided = {claim for pair in last for claim in pair}
        notes, grouped = Notes(), Grouped(source, denials, work, spread)
        stranded = grouped.stranded()
        shelf, slips = shelved(notes.taken(stranded) if keeper else stranded, decided, sink.comparisons)
        answers = grouped.answers
        if keeper:
            keep_strands(keeper, runs, notes, denials, texts, shelf, slips)
        del notes, runs
        edges = compared(shelf, slips, copies, Weighing(wording, self.families), spread)
        del slips
        if keeper:
            keep_edges(keeper, edges)
        building = Building(
            wording=wording,
            families=self.families,
            answers=answers,
            counted=self.counted,
            mouths=self.mouths,
            policy=self.policy,
            finish=finish,
        )
        ties = Ties(
            together=shelf.pairs(pair for pair, verdict in last.items() if verdict is Verdict.SAME),
            apart=shelf.pairs(pair for pair, verdict in last.items() if verdict is Verdict.DIFFERENT),
            copies=copies,
            answers=answers,
        )
        for built in spread(building, parts(source, shelf, edges, ties)):
            sink.comparisons(built.comparisons)
            sink.incidents(built.incidents)


class _Kept:
    """Keeps in memory what linking makes."""

    def __init__(self) -> None:
        self.all_copies: tuple[Copy, ...] = ()
        self.all_comparisons: list[Comparison] = []
        self.all_incidents: list[Incident] = []

    def copies(self, copies: Sequence[Copy]) -> None:
        self.all_copies = tuple(copies)

    def comparisons(self, comparisons: Sequence[Any]) -> None:
        self.all_comparisons.extend(comparisons)

    def incidents(self, incidents: Sequence[tuple[str, tuple[str, ...], Any]]) -> None:
        self.all_incidents.extend(incident for _, _, incident in incidents)


Verdicts = Mapping[tuple[str, str], Verdict]


def last_word(judgements: Sequence[Judgement], known: Mapping[str, Claim]) -> Verdicts:
    """The last word on each pair of claims that both still count."""
    last: dict[tuple[str, str], Verdict] = {}
    for judgement in judgements:
        pair = (min(judgement.left, judgement.right), max(judgement.left, judgement.right))
        if pair[0] != pair[1] and pair[0] in known and pair[1] in known:
            last[pair] = judgement.verdict
    return last


def binding(last: Verdicts, known: Mapping[str, Claim]) -> Bound:
    """The verdicts as they bind the claims of each report."""
    together: dict[str, list[tuple[str, str]]] = defaultdict(list)
    apart: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for pair in sorted(last):
        report = known[pair[0]].report
        if report == known[pair[1]].report:
            (together if last[pair] is Verdict.SAME else apart)[report].append(pair)
    joined = frozenset(claim for pair, verdict in last.items() if verdict is Verdict.SAME for claim in pair)
    return Bound(together=together, apart=apart, joined=joined)
