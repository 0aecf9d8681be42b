"""A view of a ledger in, what is open to decide out, what would change the tables most first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import tee

from reportedly.incidents.building import build
from reportedly.incidents.questions import Build, barely_linked, doubtful_figures, nearly_linked
from reportedly.incidents.reviewing import reviewed
from reportedly.ledger.grouping import policy_of
from reportedly.ledger.ruled import Rulings, rulings
from reportedly.lexicon.estimating import counted
from reportedly.lexicon.linking import families
from reportedly.lexicon.mouths import mouths
from reportedly.model.incident import Copy, Incident
from reportedly.model.question import Question
from reportedly.model.words import Policy
from reportedly.store import Bundle, View


def questions(view: View) -> tuple[Question, ...]:
    """All open questions."""
    decided = rulings(view)
    judged = frozenset(frozenset((j.left, j.right)) for j in decided.judgements)
    found = list(nearly_linked(view.incidents(), judged, families()))
    again = _Again(copies=_copies(view), policy=policy_of(view))
    several = (incident for incident in view.incidents() if len(incident.claims) > 1)
    asked, looked_up = tee(several)
    bundles = view.bundled(incident.claims for incident in looked_up)  # leaves out what was read anew since the link
    for incident, bundle in zip(asked, bundles, strict=True):
        found += [one for one in _of(incident, bundle, view, decided, again) if frozenset(one.ids) not in judged]
    return tuple(sorted(found, key=lambda one: (tuple(-n for n in one.weight), one.doubt, one.ids)))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Again:
    """Puts incidents together again as the last link did."""

    copies: Mapping[str, Sequence[Copy]]
    policy: Policy

    def of(self, bundle: Bundle) -> Build:
        reports = {report.id: report for report in bundle.reports()}
        return lambda claims: build(
            claims, reports, self.copies, counted(), self.policy, mouths=mouths(), kin=families()
        )


def _of(incident: Incident, bundle: Bundle, view: View, decided: Rulings, again: _Again) -> list[Question]:
    """What is open about one incident."""
    claims = {claim.id: claim for claim in reviewed(bundle.claims(), tuple(decided.reviews.values()))}
    put_together = again.of(bundle)
    found = list(doubtful_figures(incident, claims, decided.reviews.keys(), put_together))
    if len(incident.reports) > 1:
        found += barely_linked(incident, claims, view.comparisons_among(claims), put_together)
    return found


def _copies(view: View) -> Mapping[str, Sequence[Copy]]:
    found: dict[str, list[Copy]] = {}
    for copy in view.copies():
        found.setdefault(copy.left, []).append(copy)
    return found
