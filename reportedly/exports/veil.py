"""Names and points in, what may be published of them out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import takewhile

from reportedly.model.claim import Claim, Teller
from reportedly.model.reading import Where, Who
from reportedly.model.words import Role, WherePrecision

Masks = Mapping[str, str]
"""Names, and the words that take their place."""

PRIVATE = frozenset({Role.WITNESS, Role.UNKNOWN, Role.MEDIC, Role.ACTIVIST, Role.SOCIAL_MEDIA})
"""Roles of tellers who may be private persons, unless the vocabulary knows them as a body."""

STEPS = {
    WherePrecision.EXACT: 0.1,
    WherePrecision.NEAR: 0.1,
    WherePrecision.DISTRICT: 0.5,
    WherePrecision.PROVINCE: 0.5,
}
"""Degrees to which a point is rounded, by how precise it is; 1 where nothing is said here."""

_KM = 78.6
"""Kilometres from the middle to the corner of a cell of one degree at the equator: 111.2 km times half of √2."""

_SHORT = 3
"""A last name of fewer letters is too short to be looked for alone."""


def coarse(where: Where) -> Where:
    """The place with its point rounded and its radius widened to the cell; how it was found is left out."""
    known = replace(where, text=where.name, candidates=(), basis="")
    if where.latitude is None or where.longitude is None:
        return known
    step = STEPS.get(where.precision, 1.0) if where.precision else 1.0
    return replace(
        known,
        latitude=_rounded(where.latitude, step),
        longitude=_rounded(where.longitude, step),
        radius_km=max(where.radius_km or 0.0, round(_KM * step, 1)),
    )


def shown(teller: Teller) -> Teller:
    """The teller, or its role where it may be a private person."""
    beside = tuple(shown(other) for other in teller.beside)
    if _is_private(teller):
        return replace(teller, name=teller.role.value, anonymous=True, beside=beside)
    return replace(teller, beside=beside)


def person(who: Who, masks: Masks, *, harmed: bool) -> Who:
    """The actor; a private person, and whoever was ``harmed``, without the name."""
    if is_person(who, harmed=harmed):
        return replace(who, name="person", text="person")
    if who.actor_id is not None:
        return who
    return replace(who, name=veiled(who.name, masks), text=veiled(who.text, masks))


def is_person(who: Who, *, harmed: bool) -> bool:
    """Whether the words name a person who is not known as the member of a party, or one who was harmed."""
    return who.kind == "person" and (harmed or who.actor_id is None)


def known_names(claims: Iterable[Claim]) -> Masks:
    """The private names of claims, with what takes their place."""
    found: dict[str, str] = {}
    for claim in claims:
        for teller in _all(claim.chain):
            if teller.name and _is_private(teller):
                found[teller.name] = teller.role.value
        for actors, harmed in ((claim.perpetrators, False), (claim.targets, True)):
            for who in actors:
                if is_person(who, harmed=harmed):
                    found |= {who.name: "person", who.text: "person"}
    return found


def veiled(text: str, masks: Masks) -> str:
    """The text with every private name, and every last name, replaced. Descriptions ("residents") are no names."""
    for name in sorted(masks, key=lambda n: (-len(n), n)):
        for form in _forms(name):
            text = re.sub(rf"(?<!\w){re.escape(form)}(?!\w)", masks[name], text)
    return text


def _forms(name: str) -> Iterator[str]:
    """What is looked for of a name: the whole, the two or more proper words that end it, and the last of them."""
    words = name.split()
    if not any(_is_proper(word) for word in words):
        return
    yield name
    proper = list(reversed(list(takewhile(_is_proper, reversed(words)))))
    if len(proper) > 1:
        yield " ".join(proper)
        if len(proper[-1]) >= _SHORT:
            yield proper[-1]


def _is_private(teller: Teller) -> bool:
    return teller.role in PRIVATE and teller.actor_id is None


def _all(chain: Iterable[Teller]) -> Iterable[Teller]:
    for teller in chain:
        yield teller
        yield from _all(teller.beside)


def _is_proper(word: str) -> bool:
    """Whether it begins with a capital, or its script has none."""
    return word[:1].isupper() or (word[:1].isalpha() and not word[:1].islower())


def _rounded(degrees: float, step: float) -> float:
    return round(round(degrees / step) * step, 1) + 0.0
