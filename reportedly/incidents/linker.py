"""Claims of many reports in; incidents, the comparisons that joined them and the copies behind them out.

The path: words are weighed, copies found, each report's claims grouped into strands, strands of different reports
compared where they share a key, the compared ones grouped, and every group made an incident. Each step sorts what it
is given, so the order of reading leaves no trace.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from reportedly.estimates.policies import Policy
from reportedly.incidents.building import build
from reportedly.incidents.candidates import candidates
from reportedly.incidents.copies import find_copies
from reportedly.incidents.denials import answered, by_incident
from reportedly.incidents.explaining import explain
from reportedly.incidents.features import BETWEEN_REPORTS, Weights, weigh
from reportedly.incidents.grouping import Pair
from reportedly.incidents.joining import join
from reportedly.incidents.naming import named
from reportedly.incidents.sketches import Sketch
from reportedly.incidents.strands import strands
from reportedly.incidents.wording import Wording, weigh_words
from reportedly.lexicon.estimating import Counted, counted
from reportedly.lexicon.linking import Families, families
from reportedly.lexicon.mouths import Mouths, mouths
from reportedly.model.claim import Claim
from reportedly.model.incident import Comparison, Copy, Incident, Judgement
from reportedly.model.text import Report
from reportedly.model.words import Verdict
from reportedly.stages import Linked

_EXPLAINED = 3  # comparisons kept for each strand: the strongest


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
        by_report = {report.id: report for report in reports}
        ordered = [by_report[name] for name in sorted(by_report)]
        wording = weigh_words(ordered)
        known, denials = answered({claim.id: claim for claim in claims}, by_report, wording, self.families)
        copies = find_copies(ordered, wording)
        bound = _Bound.of(judgements, known)
        alone = [claim for claim in known.values() if _alone(claim) and claim.id not in bound.joined]
        rest = [claim for claim in known.values() if not _alone(claim) or claim.id in bound.joined]
        told = _all_strands(rest, by_report, wording, self.families, bound)
        scores = _scores(told, copies, wording, self.families)
        groups = join(
            told.sketches,
            {pair: sum(weights) for pair, weights in scores.items()},
            together=told.pairs(bound.together),
            apart=told.pairs(bound.apart),
        )
        gathered = [tuple(claim for n in members for claim in told.members[n]) for members in groups]
        gathered += [(claim,) for claim in alone]
        of = _by_first(copies)
        denied = by_incident(gathered, known, denials)
        made = [
            replace(
                build(
                    group,
                    by_report,
                    of,
                    self.counted,
                    self.policy,
                    self.mouths,
                    outside=own.outside,
                    kin=self.families,
                ),
                denials=own.denials,
            )
            for group, own in zip(gathered, denied, strict=True)
        ]
        comparisons = sorted((*told.comparisons, *_explained(groups, scores, told)), key=_order)
        return Linked(incidents=named(made, before), comparisons=tuple(comparisons), copies=copies)


def _alone(claim: Claim) -> bool:
    """Whether a claim is joined to nothing: a round-up, or nothing but a running total."""
    return claim.container or (bool(claim.tolls) and all(toll.cumulative and toll.since for toll in claim.tolls))


def _by_first(copies: Sequence[Copy]) -> Mapping[str, list[Copy]]:
    found: dict[str, list[Copy]] = defaultdict(list)
    for copy in copies:
        found[copy.left].append(copy)
    return found


class _Bound(NamedTuple):
    """What people decided, as pairs of claim ids; the last word on a pair counts."""

    together: tuple[tuple[str, str], ...]
    apart: tuple[tuple[str, str], ...]
    joined: frozenset[str]

    @classmethod
    def of(cls, judgements: Sequence[Judgement], known: Mapping[str, Claim]) -> _Bound:
        last: dict[tuple[str, str], Verdict] = {}
        for judgement in judgements:
            pair = (min(judgement.left, judgement.right), max(judgement.left, judgement.right))
            if pair[0] != pair[1] and pair[0] in known and pair[1] in known:
                last[pair] = judgement.verdict
        together = tuple(sorted(pair for pair, verdict in last.items() if verdict is Verdict.SAME))
        apart = tuple(sorted(pair for pair, verdict in last.items() if verdict is Verdict.DIFFERENT))
        return cls(together, apart, frozenset(claim for pair in together for claim in pair))


class _Told(NamedTuple):
    """The strands of all reports, in the order of their keys."""

    sketches: tuple[Sketch, ...]
    members: tuple[tuple[Claim, ...], ...]
    comparisons: tuple[Comparison, ...]
    home: Mapping[str, int]

    def pairs(self, claims: Iterable[tuple[str, str]]) -> list[Pair]:
        """Pairs of claims as pairs of strands."""
        found = [(self.home[a], self.home[b]) for a, b in claims]
        return sorted({(min(a, b), max(a, b)) for a, b in found if a != b})


def _all_strands(
    claims: Sequence[Claim], reports: Mapping[str, Report], wording: Wording, families: Families, bound: _Bound
) -> _Told:
    by_report: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_report[claim.report].append(claim)
    together, apart = _per_report(bound.together, by_report), _per_report(bound.apart, by_report)
    told: list[tuple[Sketch, tuple[Claim, ...]]] = []
    comparisons: list[Comparison] = []
    for name in sorted(by_report):
        own = strands(
            by_report[name],
            reports.get(name),
            wording,
            families,
            together=together.get(name, ()),
            apart=apart.get(name, ()),
        )
        told.extend(zip(own.sketches, own.members, strict=True))
        comparisons.extend(own.comparisons)
    told.sort(key=lambda pair: pair[0].key)
    return _Told(
        sketches=tuple(sketch for sketch, _ in told),
        members=tuple(members for _, members in told),
        comparisons=tuple(comparisons),
        home={claim.id: n for n, (_, members) in enumerate(told) for claim in members},
    )


def _per_report(
    pairs: Iterable[tuple[str, str]], by_report: Mapping[str, Sequence[Claim]]
) -> Mapping[str, list[tuple[str, str]]]:
    """The judged pairs that lie within one report, by report."""
    report_of = {claim.id: name for name, claims in by_report.items() for claim in claims}
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for a, b in pairs:
        if a in report_of and report_of[a] == report_of.get(b):
            found[report_of[a]].append((a, b))
    return found


def _scores(told: _Told, copies: Sequence[Copy], wording: Wording, families: Families) -> Mapping[Pair, Weights]:
    return {
        (a, b): weigh(told.sketches[a], told.sketches[b], wording, families, BETWEEN_REPORTS)
        for a, b in candidates(told.sketches, copies, wording, families)
    }


def _explained(groups: Sequence[Sequence[int]], scores: Mapping[Pair, Weights], told: _Told) -> Iterable[Comparison]:
    """The strongest comparisons that tied each strand to others of its group."""
    home = {n: number for number, members in enumerate(groups) for n in members}
    kept: dict[int, int] = defaultdict(int)
    tied = [(sum(weights), pair) for pair, weights in scores.items() if home[pair[0]] == home[pair[1]]]
    for score, (a, b) in sorted(tied, key=lambda entry: (-entry[0], entry[1])):
        if score > 0 and min(kept[a], kept[b]) < _EXPLAINED:
            kept[a] += 1
            kept[b] += 1
            yield explain(told.sketches[a], told.sketches[b], scores[a, b])


def _order(comparison: Comparison) -> tuple[str, str]:
    return comparison.left, comparison.right
