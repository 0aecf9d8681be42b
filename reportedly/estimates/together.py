"""Claims that two tell together in, one claim for each of the two out, so that each voice is weighed by itself.

"The police and the Centre said that nine died" is one claim with one chain; who stands beside its last link is a voice
of its own. Ids with a mark live only while origins are made out: ``real`` gives the claim's own id back.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import combinations

from reportedly.estimates.voices import Voice
from reportedly.model.claim import Claim

_MARK = "&"


def told_apart(claims: Iterable[Claim]) -> list[Claim]:
    """The claims in order of their ids, and after each one copy for everybody who stands beside its last link."""
    return [told for claim in sorted(claims, key=lambda claim: claim.id) for told in _each(claim)]


def real(id_: str) -> str:
    """The id of the claim that an id with a mark stands for."""
    return id_.partition(_MARK)[0]


def as_two(claims: Iterable[Claim], voices: Mapping[str, Voice]) -> frozenset[frozenset[str]]:
    """The pairs of voices, by key, that tell one saying together: its report counts them as two, so that likeness alone
    ("the ministry and the mayor", two officials with one count) makes them no one."""
    mouths: dict[str, list[str]] = defaultdict(list)
    for claim in claims:
        mouths[real(claim.id)].append(voices[claim.id].key)
    return frozenset(frozenset(pair) for keys in mouths.values() for pair in combinations(keys, 2))


def _each(claim: Claim) -> Iterable[Claim]:
    yield claim
    beside = claim.chain[-1].beside if claim.chain else ()
    for number, teller in enumerate(beside, start=2):
        yield replace(claim, id=f"{claim.id}{_MARK}{number}", chain=(*claim.chain[:-1], teller))
