"""Who has spoken so far, and whom "he", "the source" or "a monitor" means."""

from __future__ import annotations

from dataclasses import replace

from reportedly.attributions.candidates import Candidate
from reportedly.attributions.names import Names
from reportedly.lexicon.saying import Kind
from reportedly.model.claim import Teller
from reportedly.model.words import Role

_MASTHEADS = frozenset({Role.AGENCY, Role.MEDIA})
_LEAD = 400
"""Characters within which the sentences after a lead name the medium that it only described."""
_GROUPS = frozenset({Role.MONITOR, Role.ARMED_GROUP, Role.ACTIVIST, Role.MEDIC, Role.ANALYST, Role.UNKNOWN})
_BODIES = frozenset(
    {Role.MONITOR, Role.MILITARY, Role.OFFICIAL, Role.ARMED_GROUP, Role.AGENCY, Role.MEDIA, Role.OUTLET}
)


class Memory:
    """The tellers of one report with their chains, in the order in which they spoke."""

    def __init__(self, names: Names, speaking: tuple[Teller, ...] = (), base: tuple[Teller, ...] = ()) -> None:
        """``speaking`` are the named media that tell something anywhere in the report, each once; ``base`` is the
        chain of the outlet's own voice."""
        self._names, self._speaking, self._base = names, speaking, base
        self._spoken: list[tuple[Candidate, tuple[Teller, ...]]] = []
        self._places: list[tuple[int, bool]] = []

    def keep(self, who: Candidate, chain: tuple[Teller, ...], sentence: int, inside: bool) -> None:
        """Remembers a teller and the chain that ends with it, in which sentence it spoke, and whether it did so
        ``inside`` what another tells or in a relative clause; a paper is no speaker of its own."""
        if who.kind is Kind.PAPER and not who.known:
            return
        self._spoken.append((replace(who, person=who.person or self._person(who)), chain))
        self._places.append((sentence, inside))

    def _person(self, who: Candidate) -> bool:
        """Whether a name is that of a person who has spoken before, with a title that told it."""
        return who.named and any(o.named and o.person and o.head == who.head for o, _ in self._spoken)

    def meant(self, who: Candidate) -> tuple[Teller, ...] | None:
        """The chain of the earlier teller that is meant; nothing if this one is new."""
        if who.definite and not who.plural and (alike := self._pointed_at(who)) is not None:
            return alike
        if who.ours and (body := self._body_before()) is not None:
            return body
        if who.known:
            return None
        if who.teller.role is Role.MONITOR and not who.person and not who.plural:
            return self._monitor(who)
        if who.pronoun:
            return self._latest(who)
        if who.named or who.definite:
            return self._alike(who) or self._by_role(who) or self._surname(who)
        return self._named_elsewhere(who)

    def _pointed_at(self, who: Candidate) -> tuple[Teller, ...] | None:
        """ "The source", "the Karsk-based group", "the officer": a teller of before, pointed at by its kind."""
        alike = self._alike(who) if who.bare else None
        if alike is None and who.bare and who.anybody:
            return self._same_person()
        if alike is not None or not (who.vague or (who.bare and who.person)):
            return alike
        if who.vague:
            return next((c for o, c in reversed(self._spoken) if _called_group(o, c)), None)
        return next((c for o, c in reversed(self._spoken) if _called(o, c, who.teller.role)), None)

    def _same_person(self) -> tuple[Teller, ...] | None:
        """ "The person said": whoever spoke last, if that is one person without a name."""
        if not self._spoken:
            return None
        other, chain = self._spoken[-1]
        return chain if other.person and not other.plural and chain[-1].anonymous else None

    def _named_elsewhere(self, who: Candidate) -> tuple[Teller, ...] | None:
        """ "A local radio station said …" of a lead whose next sentences name the station."""
        here = who.teller.span
        if self._spoken or here is None or who.plural or not who.teller.anonymous or who.teller.role not in _MASTHEADS:
            return None
        later = (link for link in self._speaking if link.span is not None and link.span.start > here.end)
        named = next(later, None)
        if named is None or named.span is None or named.span.start - here.end > _LEAD:
            return None
        return (replace(named, span=here),) if named.role is who.teller.role else None

    def _body_before(self) -> tuple[Teller, ...] | None:
        """The last named body that spoke: "its spokesman" is its mouth, and no teller of his own."""
        bodies = (c for o, c in reversed(self._spoken) if o.known and not o.person and not o.pronoun)
        return next((chain for chain in bodies if len(chain) > 1), None)  # the outlet's own voice has no mouth

    def _surname(self, who: Candidate) -> tuple[Teller, ...] | None:
        """ "Petrov said" of the Colonel Ivan Petrov whom the report has named before without his speaking."""
        link, here = who.teller, who.teller.span
        if not who.named or link.role is not Role.UNKNOWN or not link.name or " " in link.name or here is None:
            return None
        surname = f" {link.name.casefold()}"
        before = (k for k in self._names.all if k.person and k.span.end <= here.start and k.role is not Role.UNKNOWN)
        known = next((k for k in before if k.name.casefold().endswith(surname)), None)
        if known is None:
            return None
        return (replace(link, name=known.name, role=known.role, actor_id=known.id, side=known.side),)

    def _by_role(self, who: Candidate) -> tuple[Teller, ...] | None:
        """ "The statement" is the word of whoever spoke last; "the website" is the medium that spoke last."""
        if who.kind is Kind.PAPER:
            return self._issuer(who)
        if who.named or who.called or who.person or who.teller.role not in _MASTHEADS:
            return None
        spoken = next((chain for _, chain in reversed(self._spoken) if chain[-1].role in _MASTHEADS), None)
        if spoken is None and self._base and self._base[-1].role is who.teller.role:
            return self._base  # "the agency" is the one that the report credits
        return spoken

    def _latest(self, who: Candidate) -> tuple[Teller, ...] | None:
        """The last teller that a pronoun fits; of two in one sentence the one who tells of the other ("The army said
        the MLF, which claimed the raid, had fled. It added …" goes on with the army)."""
        found: tuple[int, tuple[Teller, ...]] | None = None
        for (other, chain), (sentence, inside) in zip(reversed(self._spoken), reversed(self._places), strict=True):
            if not _fits(who, other, chain):
                continue
            if found is None and not inside:
                return chain
            if found is None:
                found = sentence, chain
            elif not inside and sentence == found[0] and chain[-1].role not in _MASTHEADS:
                return chain
            elif sentence != found[0]:
                break
        if found is not None:
            return found[1]
        return self._last() if who.kind is not Kind.PLURAL else None

    def _last(self) -> tuple[Teller, ...] | None:
        """Whoever spoke last, for a pronoun that fits nobody; a medium is no "he"."""
        chain = self._spoken[-1][1] if self._spoken else None
        return None if chain is None or chain[-1].role in _MASTHEADS else chain

    def _alike(self, who: Candidate) -> tuple[Teller, ...] | None:
        """The teller whose phrase shares the head and most words, the latest of equals."""
        best: tuple[int, tuple[Teller, ...]] | None = None
        for other, chain in self._spoken:
            if other.pronoun or who.head not in other.words or who.plural != other.plural:
                continue
            shared = len(who.words & other.words)
            if len(who.words) > 1 and shared < 2 and not who.named:
                continue
            if who.called and not who.person and not (who.words <= other.words or other.words <= who.words):
                continue  # "the Brenik News Agency" is not the Kolm News Agency
            if best is None or shared >= best[0]:
                best = (shared, chain)
        return None if best is None else best[1]

    def _issuer(self, who: Candidate) -> tuple[Teller, ...] | None:
        """ "The statement said": whoever spoke last."""
        return self._spoken[-1][1] if self._spoken and not who.plural else None

    def _monitor(self, who: Candidate) -> tuple[Teller, ...] | None:
        """ "A monitor said" in a report that names one monitor means that one, before or after."""
        for other, chain in reversed(self._spoken):
            if chain[-1].role is Role.MONITOR and other.known:
                return chain
        named = {k.id: k for k in self._names.all if k.role is Role.MONITOR}
        if len(named) != 1:
            return None
        known = next(iter(named.values()))
        teller = replace(who.teller, name=known.name, actor_id=known.id, side=known.side, anonymous=False)
        return (teller,)


def _fits(who: Candidate, other: Candidate, chain: tuple[Teller, ...]) -> bool:
    """Whether a pronoun can mean a teller of before, as far as number and person go."""
    if who.kind is Kind.PERSON and (other.plural or other.kind is Kind.THING or _body(other, chain)):
        return False
    if who.kind is Kind.THING and (other.person or other.plural):
        return False
    return not (who.kind is Kind.PLURAL and other.person and not (other.plural or other.teller.beside))


def _body(other: Candidate, chain: tuple[Teller, ...]) -> bool:
    """Whether a teller is a body and no person ("the army"), as far as its words tell."""
    return not other.person and not other.pronoun and chain[-1].role in _BODIES


def _called_group(other: Candidate, chain: tuple[Teller, ...]) -> bool:
    """A named body that one may call a group: no state, no army and no medium."""
    named = other.known and not other.plural and (not other.person or chain[-1].role is Role.MONITOR)
    return named and chain[-1].role in _GROUPS


def _called(other: Candidate, chain: tuple[Teller, ...], role: Role) -> bool:
    """A single named person of the role that a noun has ("the officer" for Colonel Petrov)."""
    return other.named and not other.plural and chain[-1].role is role is not Role.UNKNOWN
