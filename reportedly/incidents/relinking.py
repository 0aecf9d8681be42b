"""A few reports that were added or read again in, what that changes in the incidents out: nothing else is looked at.

With the weights of the last full link, the incidents are the same, byte for byte, as if all had been linked at once.
The path is that of :mod:`reportedly.incidents.linker`, each step for what the one before it touched: copies, answers
to denials, the strands of the reports, whom these meet, and the components that hold any of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, Protocol

import numpy as np

from reportedly.incidents.candidates import Numbers
from reportedly.incidents.copies import Hashes, sample, word_runs
from reportedly.incidents.denials import Answers
from reportedly.incidents.features import BETWEEN_REPORTS, weigh
from reportedly.incidents.grouping import Pair
from reportedly.incidents.keeping import asking
from reportedly.incidents.kept import Book, Entries, Kept, KeptReport, KeptStrand
from reportedly.incidents.linker import Linker, Verdicts, binding, last_word
from reportedly.incidents.reanswered import Reports, reanswered, records
from reportedly.incidents.recopied import Recopied, recopied
from reportedly.incidents.remet import Meetings, copied, uncopied
from reportedly.incidents.sketches import Sketch, unpack
from reportedly.incidents.source import Opened, Told
from reportedly.incidents.tasks import Building, Built, Component, Finish, Stranded, Stranding
from reportedly.model.incident import Copy, Denial, Judgement
from reportedly.model.words import Stance, Verdict


class Claims(Reports, Protocol):
    """What is looked up of a ledger."""

    def gathered(self, groups: Iterable[Sequence[str]]) -> Iterator[Told]: ...


class Change(NamedTuple):
    """What leaves a book, as pairs of key and value, and what enters it."""

    gone: Sequence[tuple[int, int]]
    new: Entries


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
        parts = list(_touched(seeds, edges, self._together(meetings)))
        touched = [claim for part in parts for one in meetings.strands(part) for claim in one.claims]
        old_claims = {claim for one in gone for claim in one.claims}
        old_claims |= {claim for one in self.kept.reports([*self.changed, *dirty]).values() for claim in one.alone}
        whole = dict(self.kept.incidents({*touched, *alone, *old_claims}))
        known = records((d for _, d in whole.values()), again.answers, self._vanished(opened, whole))
        stand = {n: claims for n, (claims, _) in whole.items() if (self._marked | old_claims).isdisjoint(claims)}
        built = list(self._built(parts, alone, meetings, edges, copies, answers, known, frozenset(stand.values())))
        made = {claim for part in built for _, claims, _ in part.incidents for claim in claims}
        inside = {self.number[name] for name in self.changed} | set(self._numbers(dirty))
        return Relinked(
            reports=[self._report(name, runs, stranded, opened, again.offers) for name in self.changed],
            gone_strands=[one.number for one in gone],
            strands=new,
            books=self._books(runs, gone, new, edges, opened, again.offers),
            next_report=self.next_report,
            next_strand=self.kept.next_strand + len(new),
            former={n: claims for n, (claims, _) in whole.items() if n not in stand or claims[0] in made},
            incidents=[one for part in built for one in part.incidents],
            gone_comparisons=self._gone_comparisons(touched, old_claims, inside, meetings, parts),
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

    def _edges(self, meetings: Meetings, copies: Recopied, answers: Answers) -> _Edges:
        """The scored pairs of strands as they are now."""
        edges = _Edges(self.kept, meetings)
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
        edges: _Edges,
        copies: Recopied,
        again: Answers,
        former: Mapping[str, tuple[tuple[str, ...], tuple[Denial, ...]]],
        stranded: Sequence[Stranded],
    ) -> tuple[set[int], list[str]]:
        """The strands whose components are built anew, and the claims that are joined to nothing and are."""
        ids = set(again.reasons) | {d.denies for d in again.reasons.values() if d.denies}
        before = self.kept.incidents(ids)
        for _, denials in (*before.values(), *former.values()):
            ids |= {claim for d in denials if d.claim in again.reasons for claim in (d.claim, d.denies) if claim}
        ids |= {c for _, ds in former.values() for d in ds for c in (d.claim, d.denies) if c}
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
        edges: _Edges,
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
            for claim in {denial.claim, denial.denies} - {None}:
                by_claim.setdefault(str(claim), []).append(denial)
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

    def _report(
        self,
        name: str,
        runs: Mapping[str, Hashes],
        stranded: Sequence[Stranded],
        opened: Mapping[str, Opened],
        told: Mapping[str, bytes],
    ) -> KeptReport:
        return KeptReport(
            number=self.number[name],
            id=name,
            runs=runs[name],
            alone=next((one.alone for one in stranded if one.report == name), ()),
            asked=self._asked(opened).get(name, np.empty(0, dtype=np.int64)),
            told=np.frombuffer(told.get(name, b""), dtype=np.int64),
        )

    def _asked(self, opened: Mapping[str, Opened]) -> Mapping[str, Numbers]:
        denials = [c for one in opened.values() for c in one.claims.values() if c.stance is Stance.DENIES]
        return asking(denials, self.source.texts())

    def _books(
        self,
        runs: Mapping[str, Hashes],
        gone: Sequence[KeptStrand],
        new: Sequence[KeptStrand],
        edges: _Edges,
        opened: Mapping[str, Opened],
        told: Mapping[str, bytes],
    ) -> Mapping[Book, Change]:
        number, before = self.number, self.before
        asked = self._asked(opened)
        offered = {name: np.frombuffer(row, dtype=np.int64) for name, row in told.items()}
        hashes = {name: row.view(np.int64) for name, row in runs.items()}
        return {
            Book.RUNS: _change({n: one.runs.view(np.int64) for n, one in before.items()}, hashes, number),
            Book.ASKED: _change({n: one.asked for n, one in before.items()}, asked, number),
            Book.TOLD: _change({n: one.told for n, one in before.items()}, offered, number),
            Book.KEYS: Change(
                [(key, one.number) for one in gone for key in _keys(one)],
                _entries([(key, one.number) for one in new for key in _keys(one)]),
            ),
            Book.EDGES: edges.change(),
        }

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


class _Edges:
    """The scored pairs of strands: those that were kept, less what is lost, and what is new."""

    def __init__(self, kept: Kept, meetings: Meetings) -> None:
        self._kept, self._meetings = kept, meetings
        self._old: dict[int, dict[int, float]] = {}
        self._lost: set[Pair] = set()
        self._new: dict[Pair, float] = {}
        self._near: dict[int, dict[int, float]] = {}
        self.seeds: set[int] = set()
        self.loose: set[Pair] = set()
        self._look(meetings.gone)
        for number in meetings.gone:
            for other, score in self._old[number].items():
                self._lost.add((min(number, other), max(number, other)))
                if score > 0 and other not in meetings.gone:
                    self.seeds.add(other)

    def drop(self, pairs: set[Pair]) -> None:
        """Pairs are compared no more."""
        self._look(n for pair in pairs for n in pair)
        for a, b in pairs:
            if b in self._old[a]:
                self._lost.add((a, b))
                self._note(a, b, self._old[a][b])

    def add(self, pairs: Iterable[Pair], score: Any) -> None:
        """Pairs are compared, unless they were before."""
        wanted = sorted(pairs)
        strands = {one.number: one for one in self._meetings.strands(sorted({n for pair in wanted for n in pair}))}
        self._look(n for n in strands if n not in self._meetings.new)
        for a, b in wanted:
            if b in self._old.get(a, ()):
                continue
            found = score(strands[a], strands[b])
            self._new[a, b] = found
            self._near.setdefault(a, {})[b] = self._near.setdefault(b, {})[a] = found
            self._note(a, b, found)

    def _note(self, a: int, b: int, score: float) -> None:
        """What a pair that came or went touches: both its strands where its score ties them, else only a component
        that holds both. A strand that came in is a seed itself."""
        if score > 0:
            self.seeds |= {a, b}
        else:
            self.loose.add((a, b))

    def near(self, numbers: Iterable[int]) -> Mapping[int, Mapping[int, float]]:
        """The pairs of each of the strands, as they are now."""
        wanted = list(numbers)
        self._look(wanted)
        return {
            n: {
                other: score
                for other, score in self._old.get(n, {}).items()
                if (min(n, other), max(n, other)) not in self._lost
            }
            | self._near.get(n, {})
            for n in wanted
        }

    def inside(self, place: Mapping[int, int]) -> Mapping[Pair, float]:
        """The scored pairs among strands, by their places, in the order of these."""
        found = {
            (place[n], place[other]): score
            for n, others in self.near(place).items()
            for other, score in others.items()
            if other in place and place[n] < place[other]
        }
        return {pair: found[pair] for pair in sorted(found)}

    def change(self) -> Change:
        """What changes in the book."""
        both = [(a, b, s) for (a, b), s in self._new.items()] + [(b, a, s) for (a, b), s in self._new.items()]
        return Change(
            [pair for a, b in self._lost for pair in ((a, b), (b, a))],
            Entries.of(
                np.array([a for a, _, _ in both], dtype=np.int64),
                np.array([b for _, b, _ in both], dtype=np.int64),
                np.array([s for _, _, s in both], dtype=np.float64),
            ),
        )

    def _look(self, numbers: Iterable[int]) -> None:
        wanted = set(numbers) - self._old.keys()
        found = self._kept.under(Book.EDGES, wanted)
        for n in wanted:
            values, scores = found.get(n, ((), ()))
            self._old[n] = dict(zip(values, scores, strict=True))


def _touched(seeds: set[int], edges: _Edges, decided: Mapping[int, set[int]]) -> Iterator[list[int]]:
    """The components that hold a seed, or both strands of a pair that weighs in them."""
    among: dict[int, set[int]] = {}
    for a, b in edges.loose:
        among.setdefault(a, set()).add(b)
    for part in _components(seeds | among.keys(), edges, decided):
        if not seeds.isdisjoint(part) or any(not among[n].isdisjoint(part) for n in part if n in among):
            yield part


def _components(seeds: set[int], edges: _Edges, decided: Mapping[int, set[int]]) -> Iterator[list[int]]:
    """The components that hold a seed, each sorted."""
    near: dict[int, set[int]] = {}
    waiting = set(seeds)
    while waiting:
        for n, others in edges.near(sorted(waiting)).items():
            near[n] = {other for other, score in others.items() if score > 0} | decided.get(n, set())
        waiting = {other for n in waiting for other in near[n]} - near.keys()
    left = set(near)
    while left:
        part, edge = set[int](), {min(left)}
        while edge:
            part |= edge
            edge = {other for n in edge for other in near[n]} - part
        left -= part
        yield sorted(part)


def _inside(pairs: Iterable[Pair], place: Mapping[int, int]) -> list[Pair]:
    found = {(place[a], place[b]) for a, b in pairs if a in place and b in place}
    return sorted({(min(pair), max(pair)) for pair in found})


def _change(before: Mapping[str, Numbers], now: Mapping[str, Numbers], number: Mapping[str, int]) -> Change:
    """What changes under a report's numbers."""
    had = {(key, number[name]) for name, row in before.items() for key in row.tolist()}
    has = {(key, number[name]) for name, row in now.items() for key in row.tolist()}
    return Change(sorted(had - has), _entries(sorted(has - had)))


def _entries(pairs: Sequence[tuple[int, int]]) -> Entries:
    return Entries.of(
        np.array([key for key, _ in pairs], dtype=np.int64), np.array([value for _, value in pairs], dtype=np.int64)
    )


def _keys(one: KeptStrand) -> list[int]:
    found: list[int] = np.frombuffer(one.slip.keys, dtype=np.int64).tolist()
    return found
