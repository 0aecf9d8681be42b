"""Reports that were added or read again in, the denials whose answers this may change out, answered anew.

A new denial looks for what it answers among all claims; a new claim may answer an old denial better than what that
was tied to; and a denial whose claim is gone looks again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, Protocol

import numpy as np

from reportedly.incidents.denials import Answers, Wanted, answered
from reportedly.incidents.kept import Book, Kept, numbers, steady
from reportedly.incidents.source import Opened, Told
from reportedly.incidents.tasks import offers
from reportedly.lexicon.linking import Families
from reportedly.model.claim import Claim
from reportedly.model.incident import Denial
from reportedly.model.text import Report
from reportedly.model.words import Stance


class Reports(Protocol):
    """Looks up reports and what they tell."""

    def told_of(self, reports: Iterable[str]) -> Iterator[Told]:
        """The claims of these reports, those without claims left out."""
        ...

    def known(self) -> Mapping[str, Claim]: ...

    def texts(self) -> Mapping[str, Report]: ...


class Reanswered(NamedTuple):
    """Denials answered anew, and what the changed reports offer to denials, by report."""

    answers: Answers
    offers: Mapping[str, bytes]


def reanswered(
    kept: Kept, source: Reports, families: Families, changed: Mapping[str, Opened], lost: Iterable[str]
) -> Reanswered:
    """The answers that may be others now. ``changed`` are the reports that changed, as they are now; ``lost`` are the
    denials elsewhere whose claim stood in one of them."""
    told = {name: offers(opened.claims.values(), opened.reports) for name, opened in changed.items()}
    again = set(lost) | _met(kept, source, changed, told)
    denials = [c for one in changed.values() for c in one.claims.values() if c.stance is Stance.DENIES]
    known = source.known()
    denials += [known[name] for name in sorted(again - {denial.id for denial in denials})]
    wanted = Wanted.by(denials, source.texts())
    met = [
        pair
        for opened in _candidates(kept, source, changed, wanted, told)
        for pair in wanted.met(opened.claims.values(), opened.reports)
    ]
    return Reanswered(answered(denials, known, source.texts(), met, kept.weights.wording, families), told)


def _met(kept: Kept, source: Reports, changed: Mapping[str, Opened], told: Mapping[str, bytes]) -> set[str]:
    """The open denials elsewhere that a claim of a changed report may answer."""
    keys = {key for row in told.values() for key in np.frombuffer(row, dtype=np.int64).tolist()}
    holders = {n for values, _ in kept.under(Book.ASKED, keys).values() for n in values}
    names = {one.id for one in kept.numbered(holders).values()} - changed.keys()
    found = set()
    for told_there in source.told_of(sorted(names)):
        opened = told_there.open()
        wanted = Wanted.by((c for c in opened.claims.values() if c.stance is Stance.DENIES), opened.reports)
        for one in changed.values():
            found |= {denial for denial, _ in wanted.met(one.claims.values(), one.reports)}
    return found


def _candidates(
    kept: Kept, source: Reports, changed: Mapping[str, Opened], wanted: Wanted, told: Mapping[str, bytes]
) -> Iterator[Opened]:
    """The reports that may answer one of the denials."""
    keys = set(numbers(map(steady, wanted.under)).tolist())
    holders = {n for values, _ in kept.under(Book.TOLD, keys).values() for n in values}
    names = {one.id for one in kept.numbered(holders).values()} - changed.keys()
    yield from (one.open() for one in source.told_of(sorted(names)))
    yield from (
        changed[name] for name, row in told.items() if keys.intersection(np.frombuffer(row, dtype=np.int64).tolist())
    )


def records(before: Iterable[Sequence[Denial]], answers: Answers, gone: Iterable[str]) -> Mapping[str, Denial]:
    """What is known of denials, by their ids: as it was, without those that are gone, and as answered anew."""
    dropped = set(gone)
    found = {one.claim: one for denials in before for one in denials if one.claim not in dropped}
    return found | dict(answers.reasons)
