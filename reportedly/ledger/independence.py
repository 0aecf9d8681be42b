"""A ledger's view and ids in, findings on independence out; a finding in, the lines of its explanation out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from textwrap import wrap

from reportedly.model.claim import Claim
from reportedly.model.incident import Copy
from reportedly.model.independence import Apart, Bond, Doubt, Finding, Ground, Tie, Words
from reportedly.store import ClaimFilter, View

WIDTH = 88
"""Characters of a line."""

RULES = (
    "An outlet that passes on is no source: what counts is the last link of the chain that does not itself relay. "
    "(Berkeley Protocol on Digital Open Source Investigations, OHCHR and Human Rights Center, UC Berkeley, on "
    "verification: a source is examined for its provenance, credibility, independence and impartiality.)",
    "An account is confirmed by other independent sources, not by repetition. (NATO STANAG 2511, credibility of "
    "information, step 1.)",
    "Which words make two claims one origin, and which voices count for nothing, is laid down in the product's page "
    "“Independence”; those rules are its own.",
)


def findings(view: View, ids: Sequence[str]) -> Iterator[Finding]:
    """One finding for all claims behind the ids; one for each incident where there are none."""
    copies = tuple(view.copies())
    if ids:
        claims = {claim.id: claim for id_ in ids for claim in _behind(view, id_)}
        yield _finding(view, ids, claims.values(), copies)
        return
    for incident in view.incidents():
        yield _finding(view, (incident.id,), [view.claim(claim) for claim in incident.claims], copies)


def _behind(view: View, id_: str) -> Sequence[Claim]:
    """The claims of an incident, claim or report. Raises LedgerError where the ledger holds none of that id."""
    from reportedly.errors import LedgerError

    if "#" not in id_:
        try:
            return [view.claim(claim) for claim in view.incident(id_).claims]
        except LedgerError:
            report = view.report(id_)
            return list(view.claims(ClaimFilter(reports=(report.id,))))
    return [view.claim(id_)]


def _finding(view: View, asked: Sequence[str], claims: Iterable[Claim], copies: Sequence[Copy]) -> Finding:
    from reportedly.incidents.independence import Evidence, independence
    from reportedly.lexicon.estimating import counted
    from reportedly.lexicon.mouths import mouths

    by_id = {claim.id: claim for claim in claims}
    names = sorted({claim.report for claim in by_id.values()})
    inside = tuple(copy for copy in copies if copy.left in names and copy.right in names)
    evidence = Evidence(claims=by_id, reports={name: view.report(name) for name in names}, copies=inside)
    return independence(asked, evidence, counted(), mouths())


def told(found: Finding) -> Iterator[str]:
    """The explanation in plain words, wrapped; the same finding gives the same lines."""
    count = found.independent_sources
    head = f"{_many(count, 'independent origin')} behind {', '.join(found.asked) or _many(len(found.claims), 'claim')}"
    yield from _lines(head)
    yield "=" * min(len(head), WIDTH)
    yield from _lines(_summary(found))
    for number, ground in enumerate(found.counted, start=1):
        yield ""
        yield from _origin(ground, f"{number}. ")
    if found.uncounted:
        yield from _heading("Not counted")
        for ground in found.uncounted:
            yield from _origin(ground, "-  ")
    if found.apart:
        yield from _heading("Why the origins are independent of each other")
        for apart in found.apart:
            yield from _apart(apart)
    yield from _heading("Open doubts")
    for doubt in found.doubts:
        yield from _doubt(doubt)
    if not found.doubts:
        yield from _lines("None: no two counted origins look as if they might be one.", "  ")
    yield from _heading("The rules")
    for rule in RULES:
        yield from _lines(rule, "  - ", "    ")


def _summary(found: Finding) -> str:
    count = found.independent_sources
    said = f"{_many(len(found.claims), 'claim')} of {_many(len(found.reports), 'report')} go back to " + (
        f"{_many(count, 'origin')} that {'counts' if count == 1 else 'count'}."
    )
    if found.uncounted:
        said += f" {_many(len(found.uncounted), 'voice')} {'is' if len(found.uncounted) == 1 else 'are'} not counted."
    if found.narrowest < count:
        said += f" If every open doubt proved true, {found.narrowest} would be left."
    return said


def _origin(ground: Ground, mark: str) -> Iterator[str]:
    origin = ground.origin
    indent = " " * len(mark)
    others = " and others" if any(bond.tie is Tie.NOBODY for bond in ground.bonds) else ""
    yield from _lines(
        f"{origin.name}{others} ({origin.role.value}): {_many(len(origin.claims), 'claim')}", mark, indent
    )
    yield from _lines(f"{origin.reason}.", indent)
    for claim, path in ground.paths:
        yield from _lines(f"{claim}: {path}", indent + "* ", indent + "    ")
    for bond in ground.bonds:
        if bond.tie is not Tie.NOBODY:
            yield from _bond(bond, indent)


def _bond(bond: Bond, indent: str) -> Iterator[str]:
    text = f"Claims {bond.left} and {bond.right} count as one origin because {bond.reason}."
    yield from _lines(text + (" The words are:" if bond.words else ""), indent)
    yield from _quoted(bond.words, indent + "    ")


def _apart(apart: Apart) -> Iterator[str]:
    yield from _lines(f"{apart.left} and {apart.right}: {apart.text}.", "  ", "     ")
    yield from _lines(f"It would change with: {apart.would_change}.", "     ")


def _doubt(doubt: Doubt) -> Iterator[str]:
    yield from _lines(f"Claims {doubt.left} and {doubt.right}: {doubt.text}. The words are:", "  ", "     ")
    yield from _quoted(doubt.words, "     ")
    yield from _lines(f"It would be settled by: {doubt.settled_by}.", "     ")


def _quoted(words: Sequence[Words], indent: str) -> Iterator[str]:
    for one in words:
        flat = " ".join(one.text.split())
        yield from _lines(f"“{flat}” [{one.report}:{one.span.start}–{one.span.end}]", indent, indent + " ")


def _heading(text: str) -> Iterator[str]:
    yield ""
    yield text
    yield "-" * len(text)


def _lines(text: str, first: str = "", rest: str | None = None) -> Iterator[str]:
    """The text wrapped; long ids and addresses are not broken."""
    following = first if rest is None else rest
    yield from wrap(
        text,
        WIDTH,
        initial_indent=first,
        subsequent_indent=following,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _many(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
