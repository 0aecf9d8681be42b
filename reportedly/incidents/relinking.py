"""A few reports that were added or read again in, what that changes in the incidents out: nothing else is looked at.

With the weights of the last full link, the incidents are the same, byte for byte, as if all had been linked at once.
The path is that of :mod:`reportedly.incidents.linker`, each step for what the one before it touched: copies, answers
to denials, the strands of the reports, whom these meet, and the components that hold any of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from reportedly.incidents.copies import Hashes, sample, word_runs
from reportedly.incidents.denials import Answers
from reportedly.incidents.keeping import asking
from reportedly.incidents.kept import Book, Kept, KeptReport, KeptStrand
from reportedly.incidents.linker import Linker, Verdicts, binding, last_word
from reportedly.incidents.numbered import Numbered
from reportedly.incidents.reanswered import reanswered, records
from reportedly.incidents.rebuilt import Claims, Rebuilding
from reportedly.incidents.recopied import Recopied, recopied
from reportedly.incidents.rekept import changed_books
from reportedly.incidents.relinked import Relinked
from reportedly.incidents.remet import Meetings
from reportedly.incidents.rescored import Rescored, touched
from reportedly.incidents.reweighed import Reweighing
from reportedly.incidents.source import Opened
from reportedly.incidents.tasks import Finish, Stranded, Stranding
from reportedly.model.incident import Denial, Judgement
from reportedly.model.words import Stance


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
        self.roll = Numbered(kept, source, self.changed)
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
        gone = self.kept.strands_of(self.roll.kept_numbers([*self.changed, *dirty]))
        former |= self._former(dirty)
        answers = self._ties(former, again.answers)
        stranded = self._stranded([*self.changed, *dirty], answers)
        new = self._numbered(stranded)
        meetings = Meetings(self.kept, gone, new)
        edges = self._reweighing(meetings, copies).edges(answers)
        seeds, alone = self._seeds(meetings, edges, copies, again.answers, former, stranded)
        rebuilding = self._rebuilding(meetings, copies)
        parts = list(touched(seeds, edges, rebuilding.together()))
        standing = [claim for part in parts for one in meetings.strands(part) for claim in one.claims]
        old_claims = {claim for one in gone for claim in one.claims}
        old_claims |= {claim for one in self.kept.reports([*self.changed, *dirty]).values() for claim in one.alone}
        whole = dict(self.kept.incidents({*standing, *alone, *old_claims}))
        known = records((d for _, d in whole.values()), again.answers, self._vanished(opened, whole))
        stand = {n: claims for n, (claims, _) in whole.items() if (self._marked | old_claims).isdisjoint(claims)}
        built = list(rebuilding.built(parts, alone, edges, answers, known, frozenset(stand.values())))
        made = {claim for part in built for _, claims, _ in part.incidents for claim in claims}
        inside = {self.roll.number[name] for name in self.changed} | set(self.roll.kept_numbers(dirty))
        reports = self._reports(runs, stranded, opened, again.offers)
        return Relinked(
            reports=reports,
            gone_strands=[one.number for one in gone],
            strands=new,
            books=changed_books(list(self.roll.before.values()), reports, gone, new) | {Book.EDGES: edges.change()},
            next_report=self.roll.next_report,
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
        return self.roll.report_of(denial.claim) not in self.roll.number and denial.denies is not None

    def _dirty(self, answers: Answers) -> list[str]:
        """Reports that did not change, with a denial that answers something else now."""
        elsewhere = [name for name in sorted(answers.reasons) if self.roll.report_of(name) not in self.roll.number]
        before = {d.claim: d.denies for _, found in self.kept.incidents(elsewhere).values() for d in found}
        return sorted(
            {self.roll.report_of(name) for name in elsewhere if answers.reasons[name].denies != before.get(name)}
        )

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
        self.roll.learn(one.report for one in stranded)
        rows = [
            (self.roll.number[one.report], claims, slip, sketch)
            for one in stranded
            for claims, slip, sketch in zip(one.claims, one.slips, one.sketches, strict=True)
        ]
        rows.sort(key=lambda row: min(row[1]))
        return [KeptStrand(self.kept.next_strand + n, *row) for n, row in enumerate(rows)]

    def _reweighing(self, meetings: Meetings, copies: Recopied) -> Reweighing:
        families = self.linker.families
        return Reweighing(kept=self.kept, families=families, roll=self.roll, meetings=meetings, copies=copies)

    # what is grouped and built anew

    def _rebuilding(self, meetings: Meetings, copies: Recopied) -> Rebuilding:
        return Rebuilding(
            linker=self.linker,
            finish=self.finish,
            wording=self.wording,
            source=self.source,
            roll=self.roll,
            meetings=meetings,
            copies=copies,
            last=self.last,
        )

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
        home = self.roll.home(ids, meetings)
        seeds = set(meetings.new) | edges.seeds | set(home.values())
        both = [*copies.gone, *copies.new]
        numbers = self.roll.of_copies(both)
        there = self.kept.strands_of({numbers[name] for c in both for name in (c.left, c.right)})
        seeds |= {one.number for one in there if one.number not in meetings.gone}
        known = self.source.known()
        alone = {claim for one in stranded for claim in one.alone}
        alone |= {claim for claim in ids - home.keys() if claim in known}
        strands = (*there, *meetings.new.values(), *meetings.gone.values())
        self._marked = ids | alone | {claim for one in strands for claim in one.claims}
        return seeds, sorted(alone)

    # what changes in what is kept

    def _vanished(
        self, opened: Mapping[str, Opened], whole: Mapping[str, tuple[tuple[str, ...], tuple[Denial, ...]]]
    ) -> set[str]:
        """Denials of the changed reports that are claims no more."""
        now = {claim for one in opened.values() for claim in one.claims}
        claims = {d.claim for _, denials in whole.values() for d in denials} - now
        return {
            claim for claim in claims if self.roll.report_of(claim) in self.changed or claim not in self.source.known()
        }

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
                number=self.roll.number[name],
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
