"""The claims of one incident in, the clashes over how an attack ended out: "repelled" against "took the positions"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from reportedly.claims.frames.outcomes import BEATEN
from reportedly.estimates.accounts import at_one_time_and_place
from reportedly.estimates.positions import Clash, Position, named
from reportedly.model.claim import Claim
from reportedly.model.words import ContradictionKind, Happening, Stance

_A_SPACE = 1  # characters between two claims of one sentence
_WON = frozenset({Happening.TERRITORY_GAINED, Happening.TERRITORY_LOST})


def outcomes(claims: Sequence[Claim], origin_of: Mapping[str, str]) -> Iterator[Clash]:
    """A clash for each attack that one origin says was beaten back, while another says that the attackers won ground
    then and there."""
    told = [c for c in claims if c.stance not in (Stance.DENIES, Stance.DOUBTS)]
    won = [c for c in told if c.happening in _WON]
    for failed in told:
        if not any(note.rule == BEATEN for note in failed.notes):
            continue
        for other in won:
            apart = origin_of.get(other.id, other.id) != origin_of.get(failed.id, failed.id)
            if apart and _attackers(failed) & _attackers(other) and at_one_time_and_place(failed, other):
                lost, taken = _end(failed, "beaten back"), _end(other, "won ground")
                yield Clash(ContradictionKind.ATTRIBUTION, lost, taken._replace(claims=_in_one_breath(other, told)))


def _in_one_breath(won: Claim, claims: Sequence[Claim]) -> tuple[str, ...]:
    """The claim with what its teller goes on to say of the same attackers in the same sentence ("captured the positions
    and killed nine soldiers"): it is one statement of what they achieved."""
    goes_on = (
        c
        for c in claims
        if c.report == won.report
        and c.chain == won.chain
        and 0 <= c.span.start - won.span.end <= _A_SPACE
        and _attackers(c) == _attackers(won)
    )
    return (won.id, *(c.id for c in goes_on if c.id != won.id))


def _attackers(claim: Claim) -> frozenset[str]:
    return frozenset(key for who in claim.perpetrators for key in (who.side or who.actor_id,) if key)


def _end(claim: Claim, words: str) -> Position:
    parties = ", ".join(who.name for who in claim.perpetrators)
    return Position(f"{words} {' '.join(sorted(_attackers(claim)))}", f"{parties} {words}", named(claim), (claim.id,))
