"""Drafts and the outlet's chain in, attributions with full chains out: nesting, relays, and who "he" is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportedly.attributions.drafts import Draft
from reportedly.attributions.names import Names
from reportedly.attributions.tellers import Candidate, candidate
from reportedly.lexicon.saying import Sources
from reportedly.model.claim import Attribution, Teller
from reportedly.model.text import Page, Sentence, Span
from reportedly.model.words import Role

_RELAYING = frozenset({Role.AGENCY, Role.MEDIA, Role.OUTLET, Role.SOCIAL_MEDIA})
_UNNAMED = Teller(name=None, role=Role.UNKNOWN, anonymous=True)


class Chains:
    """Builds the chains of one report."""

    def __init__(
        self, page: Page, drafts: Sequence[Draft], names: Names, sources: Sources, base: tuple[Teller, ...]
    ) -> None:
        self._page, self._drafts, self._names, self._sources, self._base = page, drafts, names, sources, base
        self._sentences = {s.number: s for s in page.sentences}
        self._candidates = [self._speaker(d) for d in drafts]
        self._earlier = self._resolve()
        self._done: dict[int, tuple[Teller, ...]] = {}

    def attributions(self) -> tuple[Attribution, ...]:
        """One attribution a draft, in the drafts' order."""
        return tuple(
            Attribution(
                source=draft.source,
                cue=draft.cue,
                content=draft.content,
                stance=draft.stance,
                chain=self._chain(number, frozenset()),
                rule=draft.saying.rule,
                tells=draft.tells,
            )
            for number, draft in enumerate(self._drafts)
        )

    def _speaker(self, draft: Draft) -> Candidate | None:
        if draft.speaker is None:
            return None
        return candidate(self._sentences[draft.sentence], draft.speaker, self._names, self._sources)

    def _resolve(self) -> list[int | None]:
        """For each draft the number of the earlier draft whose speaker it means by "he" or "the source"."""
        found: list[int | None] = []
        seen: list[int] = []
        for number, who in enumerate(self._candidates):
            earlier = None if who is None else self._antecedent(who, seen)
            found.append(earlier)
            if who is not None and self._drafts[number].tells:
                seen.append(number)
        return found

    def _antecedent(self, who: Candidate, seen: Sequence[int]) -> int | None:
        if who.known or not (who.pronoun or who.definite):
            return None
        for number in reversed(seen):
            other = self._candidates[number]
            if other is not None and _may_be(who, other):
                return number
        return None

    def _chain(self, number: int, above: frozenset[int]) -> tuple[Teller, ...]:
        if number not in self._done:
            self._done[number] = self._built(number, above | {number})
        return self._done[number]

    def _built(self, number: int, above: frozenset[int]) -> tuple[Teller, ...]:
        draft, who = self._drafts[number], self._candidates[number]
        sentence = self._sentences[draft.sentence]
        around = self._enclosing(number, above)
        base = self._base if around is None else self._chain(around, above)
        earlier = self._earlier[number]
        if earlier is not None and earlier not in above:
            told = self._chain(earlier, above)
            if told[: len(base)] == base or around is None:
                return _placed(told, who)
            own: tuple[Teller, ...] = told[-1:]
        else:
            own = (_UNNAMED,) if who is None else (self._report_monitor(who) or who.teller,)
        outer = tuple(t for n in draft.outer if (t := self._relay(sentence, n)) is not None)
        inner = tuple(t for n in draft.inner if (t := self._source(sentence, n)) is not None)
        return _joined(base, (*outer, *own, *inner))

    def _enclosing(self, number: int, above: frozenset[int]) -> int | None:
        """The draft with the smallest content that holds this one's cue and source."""
        draft = self._drafts[number]
        own = Span(draft.start, draft.end)
        best: int | None = None
        for n, other in enumerate(self._drafts):
            if n in above or not other.tells or not any(piece.covers(own) for piece in other.content):
                continue
            if best is None or _size(other) < _size(self._drafts[best]):
                best = n
        return best

    def _relay(self, sentence: Sentence, number: int) -> Teller | None:
        """The medium of "told Reuters", if it is one."""
        teller = candidate(sentence, number, self._names, self._sources).teller
        return teller if teller.role in _RELAYING else None

    def _source(self, sentence: Sentence, number: int) -> Teller | None:
        """The source of "citing …", if it is one and not a thing that is cited."""
        found = candidate(sentence, number, self._names, self._sources)
        word = self._sources.heads.get(found.head)
        return found.teller if found.known or word is not None or found.person else None

    def _report_monitor(self, who: Candidate) -> Teller | None:
        """ "A monitor said" in a report that names one monitor means that one."""
        if who.teller.role is not Role.MONITOR or who.known:
            return None
        named = {k.id: k for k in self._names.all if k.role is Role.MONITOR}
        if len(named) != 1:
            return None
        known = next(iter(named.values()))
        return Teller(name=known.name, role=known.role, span=who.teller.span, actor_id=known.id, side=known.side)


def _may_be(who: Candidate, other: Candidate) -> bool:
    """Whether a pronoun or "the source" can mean an earlier teller."""
    if other.pronoun and not who.pronoun:
        return False
    if not who.pronoun:
        return who.head in other.words or (who.teller.role is other.teller.role is Role.MONITOR)
    if who.head in ("he", "she", "him", "her"):
        return not other.plural
    if who.head == "it":
        return not other.person
    return True


def _placed(told: tuple[Teller, ...], who: Candidate | None) -> tuple[Teller, ...]:
    """An earlier chain with its last link at the words that now name it."""
    if who is None or not told:
        return told
    return (*told[:-1], replace(told[-1], span=who.teller.span))


def _joined(base: tuple[Teller, ...], more: tuple[Teller, ...]) -> tuple[Teller, ...]:
    """The links one after the other, none twice in a row and no outlet that is already there."""
    out = list(base)
    for teller in more:
        if any(_same(teller, link) for link in out):
            continue
        out.append(teller)
    return tuple(out)


def _same(one: Teller, other: Teller) -> bool:
    if one.actor_id is not None and one.actor_id == other.actor_id:
        return True
    return one.name is not None and other.name is not None and one.name.casefold() == other.name.casefold()


def _size(draft: Draft) -> int:
    return sum(s.end - s.start for s in draft.content)
