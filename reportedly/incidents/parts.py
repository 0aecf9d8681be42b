"""Strands and their scored pairs in, what is grouped and built together out, one component after another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from reportedly.incidents.components import Components, Edges
from reportedly.incidents.denials import Answers
from reportedly.incidents.grouping import Pair
from reportedly.incidents.shelf import Shelf
from reportedly.incidents.source import Source
from reportedly.incidents.tasks import Component
from reportedly.model.incident import Copy, Denial


@dataclass(frozen=True, slots=True, kw_only=True)
class Ties:
    """What else ties strands: people's decisions, as pairs of strands, the copies and the denials."""

    together: Sequence[Pair]
    apart: Sequence[Pair]
    copies: Sequence[Copy]
    answers: Answers


def parts(source: Source, shelf: Shelf, edges: Edges, ties: Ties) -> Iterator[Component]:
    """Every component, then every claim that is joined to nothing."""
    components = Components(len(shelf.claims), edges, [*ties.together, *ties.apart])
    together, apart = components.pairs(ties.together), components.pairs(ties.apart)
    denials, copies = _by_claim(ties.answers), _by_left(ties.copies)
    told = source.gathered(_with_denials(_claims(shelf, components), denials))
    for number, members in enumerate(components.members):
        claims = [shelf.claims[n] for n in members]
        yield Component(
            told=next(told),
            claims=claims,
            sketches=[shelf.sketches[n] for n in members],
            scores=components.scores(number),
            together=together.get(number, ()),
            apart=apart.get(number, ()),
            copies=_inside({shelf.reports[n] for n in members}, copies),
            denials=_concerned(claims, denials),
        )
    for claim in shelf.lonely:
        yield Component(
            told=next(told),
            claims=[(claim,)],
            sketches=(),
            scores={},
            together=(),
            apart=(),
            copies=(),
            denials=_concerned([(claim,)], denials),
        )


def _claims(shelf: Shelf, components: Components) -> Iterator[list[str]]:
    for members in components.members:
        yield [claim for n in members for claim in shelf.claims[n]]
    for claim in shelf.lonely:
        yield [claim]


def _with_denials(groups: Iterator[list[str]], denials: Mapping[str, Sequence[Denial]]) -> Iterator[list[str]]:
    """The claims of each component and, after them, those of others that deny one of them."""
    for group in groups:
        yield list(dict.fromkeys([*group, *(one.claim for claim in group for one in denials.get(claim, ()))]))


def _concerned(claims: Sequence[Sequence[str]], denials: Mapping[str, Sequence[Denial]]) -> Mapping[str, Denial]:
    return {one.claim: one for members in claims for claim in members for one in denials.get(claim, ())}


def _by_claim(answers: Answers) -> Mapping[str, Sequence[Denial]]:
    """The denials under the claim that makes them and those that they answer."""
    found: dict[str, list[Denial]] = defaultdict(list)
    for denial in answers.reasons.values():
        found[denial.claim].append(denial)
        for claim in denial.answers:
            found[claim].append(denial)
    return dict(found)


def _by_left(copies: Sequence[Copy]) -> Mapping[str, Sequence[Copy]]:
    found: dict[str, list[Copy]] = defaultdict(list)
    for copy in copies:
        found[copy.left].append(copy)
    return dict(found)


def _inside(reports: set[str], copies: Mapping[str, Sequence[Copy]]) -> Sequence[Copy]:
    """The copies among these reports."""
    return [copy for name in sorted(reports) for copy in copies.get(name, ()) if copy.right in reports]
