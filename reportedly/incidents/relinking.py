"""A few reports that were added or read again in, what that changes in the incidents out: nothing else is looked at.

With the weights of the last full link, the incidents are the same, byte for byte, as if all had been linked at once.
The path is that of :mod:`reportedly.incidents.linker`, each step for what the one before it touched: copies, answers
to denials, the strands of the reports, whom these meet, and the components that hold any of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np

from reportedly.incidents.copies import Hashes, sample, word_runs
from reportedly.incidents.denials import Answers
from reportedly.incidents.features import BETWEEN_REPORTS, weigh
from reportedly.incidents.grouping import Pair
from reportedly.incidents.keeping import asking
from reportedly.incidents.kept import Book, Kept, KeptReport, KeptStrand
from reportedly.incidents.linker import Linker, Verdicts, binding, last_word
from reportedly.incidents.reanswered import Reports, reanswered, records
from reportedly.incidents.recopied import Recopied, recopied
from reportedly.incidents.rekept import Change, changed_books
from reportedly.incidents.remet import Meetings, copied, uncopied
from reportedly.incidents.rescored import Rescored, touched
from reportedly.incidents.sketches import Sketch, unpack
from reportedly.incidents.source import Opened, Told
from reportedly.incidents.tasks import Building, Built, Component, Finish, Stranded, Stranding
from reportedly.model.incident import Copy, Denial, Judgement
from reportedly.model.words import Stance, Verdict


class Claims(Reports, Protocol):
    """What is looked up of a ledger."""

    def gathered(self, groups: Iterable[Sequence[str]]) -> Iterator[Told]: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Relinked:
    """What changed: in what is kept for the next link, and in incidents, comparisons and copies. ``incidents`` take
    the place of those called ``former``."""

    reports: Sequence[KeptReport]
    gone_strands: Sequence[int]
    strands: Sequence[KeptStrand]
    books: Mapping[Book, Change]
    next_report: int
    next_strand: int
    former: Mapping[str, tuple[str, ...]]
    incidents: Sequence[tuple[str, tuple[str, ...], Any]]
    gone_comparisons: Sequence[tuple[str, str]]
    comparisons: Sequence[Any]
    copies: Recopied


def relink(
    linker: Linker,
    kept: Kept,
    source: Claims,
    changed: Sequence[str],
    judgements: Sequence[Judgement],
    finish: Finish,
) -> Relinked:
    """What the changed reports (their ids) change. ``kept`` is of the last link, ``source`` of today."""
    return _Relinking(linker, kept, source, changed, judgements, finish).done()


class _Relinking:
    def __init__(
        self,
        linker: Linker,
        kept: Kept,
        source: Claims,
        changed: Sequence[str],
        judgements: Sequence[Judgement],
        finish: Finish,
    ) -> None:
        self.linker, self.kept, self.source, self.finish = linker, kept, source, finish
        self.wording = kept.weights.wording
        self.last: Verdicts = last_word(judgements, source.known())
        self.changed = sorted(changed)
        self.before = dict(kept.reports(self.changed))
        fresh = [name for name in self.changed if name not in self.before]
        self.number = {name: one.number for name, one in self.before.items()}
        self.number |= {name: kept.next_report + n for n, name in enumerate(fresh)}
        self.next_report = kept.next_report + len(fresh)
        self._sketches: dict[int, Sketch] = {}
        self._marked: set[str] = set()  # claims whose incident is made again, though it may hold no other claims

    def done(self) -> Relinked:
        texts = self.source.texts()
        runs = {name: sample(word_runs(self.wording.body(texts[name]))) for name in self.changed}
        copies = recopied(self.kept, runs, lambda name: self.wording.body(texts[name]))
        opened = {next(iter(one.reports)): one for one in (told.open() for told in self.source.told_of(self.changed))}
        former = self._former(self.changed)
        lost = {d.claim for _, denials in former.values() for d in denials if self._lost(d)}
        again = reanswered(self.kept, self.source, self.linker.families, opened, lost)
        dirty = self._dirty(again.answers)
        gone = self.kept.strands_of(self._numbers([*self.changed, *dirty]))
        former |= self._former(dirty)
        answers = self._ties(former, again.answers)
        stranded = self._stranded([*self.changed, *dirty], answers)
        new = self._numbered(stranded)
        meetings = Meetings(self.kept, gone, new)
        edges = self._edges(meetings, copies, answers)
        seeds, alone = self._seeds(meetings, edges, copies, again.answers, former, stranded)
        parts = list(touched(seeds, edges, self._together(meetings)))
        standing = [claim for part in parts for one in meetings.strands(part) for claim in one.claims]
        old_claims = {claim for one in gone for claim in one.claims}
        old_claims |= {claim for one in self.kept.reports([*self.changed, *dirty]).values() for claim in one.alone}
        whole = dict(self.kept.incidents({*standing, *alone, *old_claims}))
        known = records((d for _, d in whole.values()), again.answers, self._vanished(opened, whole))
        stand = {n: claims for n, (claims, _) in whole.items() if (self._marked | old_claims).isdisjoint(claims)}
        built = list(self._built(parts, alone, meetings, edges, copies, answers, known, frozenset(stand.values())))
        made = {claim for part in built for _, claims, _ in part.incidents for claim in claims}
        inside = {self.number[name] for name in self.changed} | set(self._numbers(dirty))
        reports = self._reports(runs, stranded, opened, again.offers)
        return Relinked(
            reports=reports,
            gone_strands=[one.number for one in gone],
            strands=new,
            books=changed_books(list(self.before.values()), reports, gone, new) | {Book.EDGES: edges.change()},
            next_report=self.next_report,
            next_strand=self.kept.next_strand + len(new),
            former={n: claims for n, (claims, _) in whole.items() if n not in stand or claims[0] in made},
            incidents=[one for part in built for one in part.incidents],
            gone_comparisons=self._gone_comparisons(standing, old_claims, inside, meetings, parts),
            comparisons=[
                *(row for one in stranded for row in one.comparisons),
                *(row for part in built for row in part.comparisons),
            ],
            copies=copies,
        )

    # what denials answer

    def _lost(self, denial: Denial) -> bool:
        """Whether the denial stands elsewhere, and what it denies stood in a report that changed."""
        return self._report_of(denial.claim) not in self.number and denial.denies is not None

    def _report_of(self, claim: str) -> str:
        return self.source.known()[claim].report if claim in self.source.known() else claim.rpartition("#")[0]

    def _dirty(self, answers: Answers) -> list[str]:
        """Reports that did not change, with a denial that answers something else now."""
        elsewhere = [name for name in sorted(answers.reasons) if self._report_of(name) not in self.number]
        before = {d.claim: d.denies for _, found in self.kept.incidents(elsewhere).values() for d in found}
        return sorted({self._report_of(name) for name in elsewhere if answers.reasons[name].denies != before.get(name)})

    def _former(self, reports: Iterable[str]) -> dict[str, tuple[tuple[str, ...], tuple[Denial, ...]]]:
        """The incidents that held a claim of one of the reports."""
        known = self.kept.reports(reports)
        claims = {claim for one in known.values() for claim in one.alone}
        strands = self.kept.strands_of([one.number for one in known.values()])
        return dict(self.kept.incidents(claims | {claim for one in strands for claim in one.claims}))

    def _ties(self, former: Mapping[str, tuple[tuple[str, ...], tuple[Denial, ...]]], again: Answers) -> Answers:
        """The answers with what else is known of denials in the reports that are grouped anew."""
        known = self.source.known()
        ties = {
            d.claim: d.denies
            for _, denials in former.values()
            for d in denials
            if d.denies is not None and d.claim in known and not known[d.claim].denies
        }
        return Answers({**{k: v for k, v in ties.items() if k not in again.reasons}, **again.ties}, again.reasons)

    # strands and whom they meet

    def _numbers(self, reports: Iterable[str]) -> list[int]:
        return [one.number for one in self.kept.reports(reports).values()]

    def _stranded(self, reports: Sequence[str], answers: Answers) -> list[Stranded]:
        """The reports grouped anew, in the order of their ids."""
        work = Stranding(
            wording=self.wording,
            families=self.linker.families,
            bound=binding(self.last, self.source.known()),
            answers=answers,
            finish=self.finish,
            keeps=True,
        )
        return [work()(told) for told in self.source.told_of(sorted(reports))]

    def _numbered(self, stranded: Sequence[Stranded]) -> list[KeptStrand]:
        self.number |= {name: one.number for name, one in self.kept.reports(one.report for one in stranded).items()}
        rows = [
            (self.number[one.report], claims, slip, sketch)
            for one in stranded
            for claims, slip, sketch in zip(one.claims, one.slips, one.sketches, strict=True)
        ]
        rows.sort(key=lambda row: min(row[1]))
        return [KeptStrand(self.kept.next_strand + n, *row) for n, row in enumerate(rows)]

    def _edges(self, meetings: Meetings, copies: Recopied, answers: Answers) -> Rescored:
        """The scored pairs of strands as they are now."""
        edges = Rescored(self.kept, meetings)
        came, went = meetings.changed()
        reports = sorted({one.report for one in meetings.new.values()})
        names = {n: one.id for n, one in self.kept.numbered(reports).items()} | {n: k for k, n in self.number.items()}
        now = {(c.left, c.right) for c in self.kept.copies(names[n] for n in reports)}
        now -= {(c.left, c.right) for c in uncopied(copies)}
        now |= {(c.left, c.right) for c in copies.new}
        pairs = [Copy(left=left, right=right, containment=1.0) for left, right in sorted(now)]
        came |= copied(meetings, self.kept, pairs, self._all_numbers(pairs))
        ended = uncopied(copies)
        went |= copied(meetings, self.kept, ended, self._all_numbers(ended))
        came |= self._denied(meetings, answers)
        edges.drop(went - meetings.meet(went, self._tied_reports(went, meetings, copies)))
        edges.add(came, lambda a, b: self._score(a, b))
        return edges

    def _all_numbers(self, copies: Iterable[Copy]) -> Mapping[str, int]:
        names = {name for copy in copies for name in (copy.left, copy.right)}
        return {name: one.number for name, one in self.kept.reports(names).items()} | self.number

    def _tied_reports(self, pairs: Iterable[Pair], meetings: Meetings, copies: Recopied) -> set[tuple[int, int]]:
        """The copies among the reports of these strands, as pairs of report numbers."""
        reports = {one.report for one in meetings.strands(sorted({n for pair in pairs for n in pair}))}
        names = {n: one.id for n, one in self.kept.numbered(reports).items()} | {n: k for k, n in self.number.items()}
        ended = {(c.left, c.right) for c in uncopied(copies)}
        found = [c for c in self.kept.copies(names[n] for n in reports) if (c.left, c.right) not in ended]
        both = [*found, *copies.new]
        number = self._all_numbers(both)
        return {(min(a, b), max(a, b)) for a, b in ((number[c.left], number[c.right]) for c in both)}

    def _denied(self, meetings: Meetings, answers: Answers) -> set[Pair]:
        """Each strand with the strand of the claim that it denies, where one of the two came in or was tied anew."""
        ties = [(claim, target) for claim, target in answers.ties.items()]
        ties += [(c, t) for one in meetings.new.values() for t in one.slip.denies for c in one.claims[:1]]
        home = self._home({claim for tie in ties for claim in tie}, meetings)
        return {
            (min(home[a], home[b]), max(home[a], home[b]))
            for a, b in ties
            if a in home and b in home and home[a] != home[b] and self._two_reports(meetings, home[a], home[b])
        }

    def _two_reports(self, meetings: Meetings, a: int, b: int) -> bool:
        left, right = meetings.strands((a, b))
        return left.report != right.report

    def _home(self, claims: Iterable[str], meetings: Meetings) -> Mapping[str, int]:
        """The strands, as they are now, of the claims that are in one."""
        wanted = set(claims)
        numbers = self._numbers({self._report_of(claim) for claim in wanted})
        there = [one for one in self.kept.strands_of(numbers) if one.number not in meetings.gone]
        return {c: one.number for one in (*there, *meetings.new.values()) for c in one.claims if c in wanted}

    def _score(self, a: KeptStrand, b: KeptStrand) -> float:
        left, right = (a, b) if a.first < b.first else (b, a)
        found = weigh(self._sketch(left), self._sketch(right), self.wording, self.linker.families, BETWEEN_REPORTS)
        return float(sum(found))

    def _sketch(self, strand: KeptStrand) -> Sketch:
        if strand.number not in self._sketches:
            self._sketches[strand.number] = unpack(strand.sketch)
        return self._sketches[strand.number]

    # what is grouped and built anew

    def _together(self, meetings: Meetings) -> Mapping[int, set[int]]:
        """The strands that people put together or hold apart with each other, under each of them."""
        home = self._home({claim for pair in self.last for claim in pair}, meetings)
        found: dict[int, set[int]] = {}
        for left, right in self.last:
            if left in home and right in home and home[left] != home[right]:
                found.setdefault(home[left], set()).add(home[right])
                found.setdefault(home[right], set()).add(home[left])
        return found

    def _seeds(
        self,
        meetings: Meetings,
        edges: Rescored,
        copies: Recopied,
        again: Answers,
        former: Mapping[str, tuple[tuple[str, ...], tuple[Denial, ...]]],
        stranded: Sequence[Stranded],
    ) -> tuple[set[int], list[str]]:
        """The strands whose components are built anew, and the claims that are joined to nothing and are."""
        ids = set(again.reasons) | {claim for d in again.reasons.values() for claim in d.answers}
        before = self.kept.incidents(ids)
        for _, denials in (*before.values(), *former.values()):
            ids |= {claim for d in denials if d.claim in again.reasons for claim in (d.claim, *d.answers)}
        ids |= {c for _, ds in former.values() for d in ds for c in (d.claim, *d.answers)}
        home = self._home(ids, meetings)
        seeds = set(meetings.new) | edges.seeds | set(home.values())
        both = [*copies.gone, *copies.new]
        numbers = self._all_numbers(both)
        there = self.kept.strands_of({numbers[name] for c in both for name in (c.left, c.right)})
        seeds |= {one.number for one in there if one.number not in meetings.gone}
        known = self.source.known()
        alone = {claim for one in stranded for claim in one.alone}
        alone |= {claim for claim in ids - home.keys() if claim in known}
        strands = (*there, *meetings.new.values(), *meetings.gone.values())
        self._marked = ids | alone | {claim for one in strands for claim in one.claims}
        return seeds, sorted(alone)

    def _built(
        self,
        parts: Sequence[Sequence[int]],
        alone: Sequence[str],
        meetings: Meetings,
        edges: Rescored,
        copies: Recopied,
        answers: Answers,
        known: Mapping[str, Denial],
        stand: frozenset[tuple[str, ...]],
    ) -> Iterator[Built]:
        linker = self.linker
        work = Building(
            wording=self.wording,
            families=linker.families,
            answers=Answers(self._all_ties(known), answers.reasons),
            counted=linker.counted,
            mouths=linker.mouths,
            policy=linker.policy,
            finish=self.finish,
        )()
        by_claim: dict[str, list[Denial]] = {}
        for denial in known.values():
            for claim in (denial.claim, *denial.answers):
                by_claim.setdefault(claim, []).append(denial)
        members = [sorted(meetings.strands(part), key=lambda one: one.first) for part in parts]
        rows = [[one.claims for one in strands] for strands in members] + [[(claim,)] for claim in alone]
        names = self._names({one.report for strands in members for one in strands})
        now = self._copies(set(names.values()), copies)
        decided = self._decided(meetings)
        concerned = [
            {d.claim: d for claims in row for claim in claims for d in by_claim.get(claim, ())} for row in rows
        ]
        groups = [
            list(dict.fromkeys([c for claims in row for c in claims] + sorted(denials)))
            for row, denials in zip(rows, concerned, strict=True)
        ]
        for n, told in enumerate(self.source.gathered(groups)):
            strands = members[n] if n < len(members) else []
            place = {one.number: at for at, one in enumerate(strands)}
            reports = {names[one.report] for one in strands}
            yield work(
                Component(
                    told=told,
                    claims=rows[n],
                    sketches=[one.sketch for one in strands],
                    scores=edges.inside(place),
                    together=_inside(decided[Verdict.SAME], place),
                    apart=_inside(decided[Verdict.DIFFERENT], place),
                    copies=[c for c in now if c.left in reports and c.right in reports],
                    denials=concerned[n],
                    stand=stand,
                )
            )

    def _all_ties(self, known: Mapping[str, Denial]) -> Mapping[str, str]:
        """What each open denial answers."""
        claims = self.source.known()
        return {d.claim: d.denies for d in known.values() if d.denies is not None and not claims[d.claim].denies}

    def _names(self, numbers: Iterable[int]) -> Mapping[int, str]:
        return {n: one.id for n, one in self.kept.numbered(numbers).items()} | {n: k for k, n in self.number.items()}

    def _copies(self, reports: set[str], copies: Recopied) -> list[Copy]:
        found = {(c.left, c.right): c for c in self.kept.copies(reports)}
        for copy in copies.gone:
            found.pop((copy.left, copy.right), None)
        found |= {(c.left, c.right): c for c in copies.new}
        return [found[pair] for pair in sorted(found)]

    def _decided(self, meetings: Meetings) -> Mapping[Verdict, Sequence[Pair]]:
        """People's decisions as pairs of strands."""
        home = self._home({claim for pair in self.last for claim in pair}, meetings)
        found: dict[Verdict, set[Pair]] = {Verdict.SAME: set(), Verdict.DIFFERENT: set()}
        for (left, right), verdict in self.last.items():
            if left in home and right in home and home[left] != home[right]:
                found.setdefault(verdict, set()).add((home[left], home[right]))
        return {verdict: sorted(pairs) for verdict, pairs in found.items()}

    # what changes in what is kept

    def _vanished(
        self, opened: Mapping[str, Opened], whole: Mapping[str, tuple[tuple[str, ...], tuple[Denial, ...]]]
    ) -> set[str]:
        """Denials of the changed reports that are claims no more."""
        now = {claim for one in opened.values() for claim in one.claims}
        claims = {d.claim for _, denials in whole.values() for d in denials} - now
        return {claim for claim in claims if self._report_of(claim) in self.changed or claim not in self.source.known()}

    def _reports(
        self,
        runs: Mapping[str, Hashes],
        stranded: Sequence[Stranded],
        opened: Mapping[str, Opened],
        told: Mapping[str, bytes],
    ) -> list[KeptReport]:
        """The changed reports as they are kept from now on."""
        denials = [c for one in opened.values() for c in one.claims.values() if c.stance is Stance.DENIES]
        asked, none = asking(denials, self.source.texts()), np.empty(0, dtype=np.int64)
        alone = {one.report: one.alone for one in stranded}
        return [
            KeptReport(
                number=self.number[name],
                id=name,
                runs=runs[name],
                alone=alone.get(name, ()),
                asked=asked.get(name, none),
                told=np.frombuffer(told.get(name, b""), dtype=np.int64),
            )
            for name in self.changed
        ]

    def _gone_comparisons(
        self,
        touched: Iterable[str],
        old_claims: set[str],
        inside: set[int],
        meetings: Meetings,
        parts: Sequence[Sequence[int]],
    ) -> list[tuple[str, str]]:
        """The comparisons between strands that are made anew, and those inside the reports that are grouped anew."""
        report = {c: one.report for part in parts for one in meetings.strands(part) for c in one.claims}
        report |= {c: one.report for one in meetings.gone.values() for c in one.claims}
        return [
            (left, right)
            for left, right in self.kept.comparisons({*touched, *old_claims})
            if report.get(left) != report.get(right) or report.get(left) in inside
        ]


def _inside(pairs: Iterable[Pair], place: Mapping[int, int]) -> list[Pair]:
    found = {(place[a], place[b]) for a, b in pairs if a in place and b in place}
    return sorted({(min(pair), max(pair)) for pair in found})
