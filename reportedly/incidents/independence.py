"""Claims with their reports and copies in, the finding on their independence out: numbered origins with the words that
make each of them one, why they stand apart, and what is left open."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from itertools import combinations

from reportedly.estimates.bonds import RETOLD
from reportedly.estimates.doubts import narrowest, open_doubts
from reportedly.estimates.origins import Joined, join, sources, unmarked
from reportedly.estimates.parties import on_the_day
from reportedly.estimates.together import real, told_apart
from reportedly.estimates.voices import Voice
from reportedly.incidents.counting import codes
from reportedly.incidents.retold import longest, retold, shared_run
from reportedly.lexicon.estimating import Counted
from reportedly.lexicon.mouths import Mouths
from reportedly.model.claim import Claim, Teller
from reportedly.model.incident import Copy, Origin
from reportedly.model.independence import Apart, Bond, Doubt, Finding, Ground, Tie, Words
from reportedly.model.text import Report, Span

_QUOTED = 220  # characters of a report that are quoted for one reason
_COMPARED = 40  # claims of an origin whose sentences are compared with another's
_NOTABLE = 5  # words in a row from which a shared run is worth telling


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What a finding rests on: claims and reports by their ids, and the pairs of these reports that share text."""

    claims: Mapping[str, Claim]
    reports: Mapping[str, Report]
    copies: tuple[Copy, ...]


def independence(asked: Sequence[str], evidence: Evidence, words: Counted, mouths: Mouths) -> Finding:
    """How many independent origins stand behind the claims, and why."""
    ordered = told_apart(on_the_day(evidence.claims.values(), evidence.reports, mouths))
    seen = replace(evidence, claims={claim.id: claim for claim in ordered})
    passages = retold(ordered, evidence.reports)
    joined = join(ordered, words, evidence.copies, passages)
    found = sources(joined)
    groups = [origin.claims for origin in found.counted]
    doubts = open_doubts(joined, groups, evidence.copies, passages)
    number = {claim: n for n, group in enumerate(groups) for claim in group}
    open_between = {frozenset((number[doubt.left], number[doubt.right])) for doubt in doubts}
    return Finding(
        asked=tuple(asked),
        claims=tuple(dict.fromkeys(real(claim.id) for claim in ordered)),
        reports=tuple(sorted({claim.report for claim in ordered})),
        counted=tuple(_ground(origin, joined, seen) for origin in found.counted),
        uncounted=tuple(_ground(origin, joined, seen) for origin in found.uncounted),
        apart=tuple(_apart(found.counted, joined, seen, open_between)),
        doubts=tuple(
            replace(doubt, left=real(doubt.left), right=real(doubt.right), words=_ends(doubt, seen)) for doubt in doubts
        ),
        narrowest=narrowest(len(groups), [(number[doubt.left], number[doubt.right]) for doubt in doubts]),
    )


def _ground(origin: Origin, joined: Joined, seen: Evidence) -> Ground:
    inside = set(origin.claims)
    return Ground(
        origin=unmarked(origin),
        paths=tuple((real(claim), path(seen.claims[claim].chain)) for claim in origin.claims),
        bonds=tuple(
            replace(b, left=real(b.left), right=real(b.right), words=_shown(b, seen))
            for b in joined.tree
            if b.left in inside
        ),
    )


def path(chain: Sequence[Teller]) -> str:
    """A chain in words, from the outlet to the origin."""
    return " → ".join(
        f"{link.name or 'an outlet not named'}{f' ({link.role.value})' if n else ''}" for n, link in enumerate(chain)
    )


def _shown(bond: Bond, seen: Evidence) -> tuple[Words, ...]:
    """The words of the two reports that show a bond."""
    left, right = seen.claims[bond.left], seen.claims[bond.right]
    if bond.tie is Tie.ONE_SENTENCE:
        return _run(left, left.span, right, right.span, seen) or _ends(bond, seen)
    if bond.tie is Tie.ONE_TEXT:
        return _run(left, None, right, None, seen) or _ends(bond, seen)
    if bond.tie is Tie.ONE_COUNT:
        return tuple(words for claim in (left, right) for words in _cut(claim, _count(claim, left, right), seen))
    return _ends(bond, seen)


def _run(left: Claim, ours: Span | None, right: Claim, theirs: Span | None, seen: Evidence) -> tuple[Words, ...]:
    """The longest run of words that stands in both stretches (in both whole reports, where none is given)."""
    a, b = seen.reports.get(left.report), seen.reports.get(right.report)
    if a is None or b is None:
        return ()
    run = shared_run(a, ours or Span(0, len(a.text)), b, theirs or Span(0, len(b.text)))
    return (*_cut(left, run.left, seen), *_cut(right, run.right, seen)) if run else ()


def _count(claim: Claim, left: Claim, right: Claim) -> Span:
    """The words of the count that both claims give."""
    other = right if claim is left else left
    theirs = {(toll.measure, toll.best or toll.low) for toll in other.tolls}
    return next((t.span for t in claim.tolls if (t.measure, t.best or t.low) in theirs), claim.span)


def _ends(pair: Bond | Doubt, seen: Evidence) -> tuple[Words, ...]:
    """The words that name the last teller of each claim; the claim's own words where its report names none there."""
    found: list[Words] = []
    for id_ in (pair.left, pair.right):
        claim = seen.claims[id_]
        last = claim.chain[-1].span if claim.chain else None
        found.extend(_cut(claim, last if last is not None and last.end > last.start else claim.span, seen))
    return tuple(found)


def _cut(claim: Claim, span: Span, seen: Evidence) -> tuple[Words, ...]:
    """The words at a span, its end cut at a word where they are many."""
    report = seen.reports.get(claim.report)
    if report is None:
        return ()
    text = span.of(report.text)
    if len(text) > _QUOTED:
        text = text[:_QUOTED].rsplit(None, 1)[0] if len(text[:_QUOTED].split()) > 1 else text[:_QUOTED]
    return (Words(report=report.id, span=Span(span.start, span.start + len(text)), text=text),)


def _apart(counted: Sequence[Origin], joined: Joined, seen: Evidence, doubted: Set[frozenset[int]]) -> Iterator[Apart]:
    """Why each two counted origins are independent. ``doubted`` are pairs that may be one, numbered from 0."""
    for (n, a), (m, b) in combinations(enumerate(counted, start=1), 2):
        left, right = (_voice(origin, joined) for origin in (a, b))
        size = _longest_between(a, b, seen)
        yield Apart(
            left=n,
            right=m,
            text=f"{_bodies(left, right)}; {_texts(a, b, size, seen)}"
            + ("; they may be one all the same: see the open doubts" if frozenset((n - 1, m - 1)) in doubted else ""),
            shared=size if size >= _NOTABLE else 0,
            would_change=_would_change(left, right),
        )


def _voice(origin: Origin, joined: Joined) -> Voice:
    return next(
        joined.voices[c] for c in origin.claims if c not in joined.lent and joined.voices[c].name == origin.name
    )


def _bodies(left: Voice, right: Voice) -> str:
    if left.anonymous and right.anonymous and left.role is not right.role:
        trades = f"{left.role.value} and {right.role.value}"
        return f"both are unnamed, of different trades ({trades}): unknown stays unknown and counts separately"
    if left.anonymous and right.anonymous:
        return "both are unnamed, and nothing shows that they are one: unknown stays unknown and counts separately"
    if left.anonymous or right.anonymous:
        unnamed, named = (left, right) if left.anonymous else (right, left)
        return f"{unnamed.name} is not named, and nothing shows that it is {named.name}"
    sides = [one.side for one in (left, right)]
    parties = " of different parties" if None not in sides and sides[0] != sides[1] else ""
    return f"the chains end in different bodies{parties}, {left.name} and {right.name}"


def _texts(a: Origin, b: Origin, size: int, seen: Evidence) -> str:
    ours, theirs = ({seen.claims[claim].report for claim in origin.claims} for origin in (a, b))
    if len(ours | theirs) == 1:
        return "one report tells of both and keeps them apart"
    if size >= RETOLD:
        return f"sentences of theirs share {size} words in a row, but each names its own source"
    run = f"; the longest shared run is {size} words" if size >= _NOTABLE else ""
    return f"no run of {RETOLD} words or more stands in sentences of both{run}"


def _longest_between(a: Origin, b: Origin, seen: Evidence) -> int:
    """The longest run of words that claims of the two origins in different reports have in common."""
    ours, theirs = _told(a, seen), _told(b, seen)
    return max((longest(x, y)[0] for left, x in ours for right, y in theirs if left != right), default=0)


def _told(origin: Origin, seen: Evidence) -> list[tuple[str, list[int]]]:
    """The words of each claim of an origin, with its report."""
    claims = (seen.claims[name] for name in origin.claims[:_COMPARED])
    return [(c.report, codes(c.span.of(seen.reports[c.report].text))) for c in claims if c.report in seen.reports]


def _would_change(left: Voice, right: Voice) -> str:
    if left.anonymous or right.anonymous:
        return "a report that names the unnamed voice, or one text behind both"
    return "a chain in which the one has it from the other, one text behind both, or one party that holds both"
