"""Drafts and the outlet's chain in, attributions with full chains out: nesting, relays, and who "he" is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reportedly.attributions.candidates import Candidate, candidate
from reportedly.attributions.carriers import author, carriers
from reportedly.attributions.drafts import Draft
from reportedly.attributions.fellows import fellows
from reportedly.attributions.memory import Memory
from reportedly.attributions.names import Names
from reportedly.attributions.nesting import holders, holds, size
from reportedly.attributions.nominal import lay_open
from reportedly.attributions.stances import stance_of
from reportedly.lexicon.passing import Passing
from reportedly.lexicon.saying import Frame, Kind, Sources
from reportedly.model.claim import Attribution, Teller
from reportedly.model.text import Page, Sentence, Span
from reportedly.model.words import Role, Stance

_OWN = frozenset({"compound", "amod", "nmod", "poss"})
_RELAYING = frozenset({Role.AGENCY, Role.MEDIA, Role.OUTLET})
_RELATIVE = frozenset({"WP", "WDT"})
_WRITTEN = frozenset({Role.DOCUMENT, Role.SOCIAL_MEDIA})
_UNNAMED = Teller(name=None, role=Role.UNKNOWN, anonymous=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The vocabulary of chains: nouns for tellers, and words of passing on."""

    sources: Sources
    passing: Passing


class Chains:
    """Builds the chains of one report, in text order, remembering who has spoken."""

    def __init__(
        self, page: Page, drafts: Sequence[Draft], names: Names, base: tuple[Teller, ...], words: Words
    ) -> None:
        self._page, self._names, self._base = page, names, base
        self._sources, self._passing = words.sources, words.passing
        self._candidates: dict[tuple[int, int], Candidate] = {}
        self._drafts = [self._heard(d) for d in drafts]
        self._memory = Memory(names, self._media(), base)
        self._around = [self._enclosing(n, holders) for n, holders in enumerate(holders(self._drafts))]
        self._numbers = {id(draft): n for n, draft in enumerate(self._drafts)}
        self._done: dict[int, tuple[Teller, ...]] = {}

    def attributions(self) -> tuple[Attribution, ...]:
        """One attribution a draft, in the drafts' order."""
        return tuple(self._attribution(number, draft) for number, draft in enumerate(self._drafts))

    def _heard(self, draft: Draft) -> Draft:
        """A draft tells nothing where its speaker is nobody, or a thing that does not speak."""
        if not draft.tells or draft.speaker is None:
            return draft
        sentence = self._page.sentences[draft.sentence]
        speaker = _antecedent(sentence, draft.speaker)
        draft = replace(draft, speaker=speaker)
        who = self._candidate(sentence, speaker)
        mute = who.nobody or (who.thing and draft.saying.things)
        return replace(draft, tells=False) if mute else draft

    def _attribution(self, number: int, draft: Draft) -> Attribution:
        chain = self._chain(number)
        stance = stance_of(self._page, draft, chain[-1], self._sources)
        return Attribution(
            source=draft.source,
            cue=draft.cue,
            content=draft.content,
            stance=stance,
            chain=chain,
            rule=draft.saying.rule,
            hedge=draft.cue[0].of(self._page.report.text) if draft.hedged else None,
            tells=draft.tells,
            negative=stance is Stance.DENIES and draft.stance is not Stance.DENIES,
        )

    def _chain(self, number: int) -> tuple[Teller, ...]:
        if number not in self._done:
            self._done[number] = self._base  # what a ring of contents would see
            self._done[number] = self._built(number)
        return self._done[number]

    def _built(self, number: int) -> tuple[Teller, ...]:
        draft, around = self._drafts[number], self._around[number]
        sentence = self._page.sentences[draft.sentence]
        above = self._base if around is None else self._chain(around)
        maker = None if draft.speaker is None else self._author(sentence, draft.speaker)
        media = (*(n for n in carriers(sentence, draft, self._passing) if n != maker), *draft.outer)
        quoting = draft.outer if Frame.RELAY in draft.saying.frames else ()
        outer = [c for n in media if (c := self._relay(sentence, n, n in quoting)) is not None]
        chain = above
        for relay in outer:
            chain = self._spoken(chain, relay, draft)
        if draft.speaker is None:
            chain = chain if around is not None or outer else (*chain, _UNNAMED)
        else:
            chain = self._by_speaker(chain, sentence, draft.speaker, draft)
        for n in draft.inner:
            cited = self._maker(sentence, n) or self._cited(sentence, n)
            if cited is not None:
                chain = self._spoken(chain, cited, draft)
        return chain

    def _by_speaker(
        self, above: tuple[Teller, ...], sentence: Sentence, speaker: int, draft: Draft
    ) -> tuple[Teller, ...]:
        """The chain with whoever speaks: a statement is its author, behind a letter or video stands its author."""
        who = self._candidate(sentence, speaker)
        maker = self._maker(sentence, speaker)
        if maker is not None and who.kind is Kind.PAPER:
            return self._spoken(above, maker, draft)
        if maker is None:
            return self._spoken(above, self._together(sentence, speaker, who, draft.source), draft)
        chain = self._spoken(_joined(above, who.teller), maker, draft)
        if draft.tells:
            self._memory.keep(who, chain, draft.sentence, self._inside(draft))
        return chain

    def _together(self, sentence: Sentence, speaker: int, who: Candidate, source: Sequence[Span]) -> Candidate:
        """The teller with those who tell it together with him ("X and Y said")."""
        others = (self._candidate(sentence, n) for n in fellows(sentence, speaker, self._names, source))
        told = (t for o in others if not o.pronoun and not o.thing for t in _each(o.teller))
        beside = tuple(t for t in (*who.teller.beside, *told) if not _same(t, who.teller))
        return replace(who, teller=replace(who.teller, beside=beside)) if beside and not who.pronoun else who

    def _maker(self, sentence: Sentence, speaker: int) -> Candidate | None:
        """The author of a paper, a document or a post, if one is named."""
        number = self._author(sentence, speaker)
        return None if number is None else self._cited(sentence, number)

    def _author(self, sentence: Sentence, speaker: int) -> int | None:
        """The head of whoever made the paper, document or post that speaks; he is none who only carried it."""
        who = self._candidate(sentence, speaker)
        written = who.kind is Kind.PAPER or (who.teller.role in _WRITTEN and not who.person)
        if not written or who.known:
            return None
        return author(lay_open(sentence, speaker, self._names, self._sources), self._passing.behind)

    def _media(self) -> tuple[Teller, ...]:
        """The named media that tell something, each once, in text order."""
        found: dict[str | None, Teller] = {}
        for draft in self._drafts:
            for n in (draft.speaker, *draft.outer, *draft.inner):
                if n is None:
                    continue
                who = self._candidate(self._page.sentences[draft.sentence], n)
                if who.known and who.teller.role in _RELAYING:
                    found.setdefault(who.teller.actor_id, who.teller)
        return tuple(found.values())

    def _spoken(self, above: tuple[Teller, ...], who: Candidate, draft: Draft) -> tuple[Teller, ...]:
        """The chain above with one more teller, who may be one of before."""
        before = self._memory.meant(who)
        chain = _joined(above, who.teller) if before is None else self._again(above, before, who)
        if draft.tells:
            self._memory.keep(who, chain, draft.sentence, self._inside(draft))
        return chain

    def _inside(self, draft: Draft) -> bool:
        """Whether a draft stands in what another tells, or is said in a relative clause ("the Guard, which said")."""
        if self._around[self._numbers[id(draft)]] is not None:
            return True
        words = self._page.sentences[draft.sentence].inside(draft.source[0]) if draft.source else ()
        return len(words) == 1 and self._page.sentences[draft.sentence].tokens[words[0]].tag in _RELATIVE

    def _again(self, above: tuple[Teller, ...], before: tuple[Teller, ...], who: Candidate) -> tuple[Teller, ...]:
        """The chain of a teller of before. Those who told it with him then tell this with him only if "they" do."""
        beside = before[-1].beside if who.kind is Kind.PLURAL else who.teller.beside
        last = replace(before[-1], span=who.teller.span, beside=beside)
        if [link.name for link in before] == [link.name for link in above]:  # "residents said THEY heard it"
            return above
        if before[: len(self._base)] != self._base:  # a monitor that the report names later has no chain yet
            return _joined(above, last)
        if (len(before) > len(above) and before[: len(above)] == above) or len(above) <= len(self._base):
            return (*before[:-1], last)
        return _joined(above, last)

    def _candidate(self, sentence: Sentence, number: int) -> Candidate:
        key = (sentence.number, number)
        found = self._candidates.get(key)
        if found is None:
            found = self._candidates[key] = candidate(sentence, number, self._names, self._sources)
        return found

    def _enclosing(self, number: int, holders: Sequence[int]) -> int | None:
        """The draft with the smallest content that holds this one's cue and source, of those that hold it."""
        draft = self._drafts[number]
        best: int | None = None
        for n in holders:
            other = self._drafts[n]
            if not (other.tells or self._passes_on(other)):
                continue
            if holds(draft, other, Span(other.start, other.end)) and (
                self._passes_on(draft) or self._taken_up(draft, other)
            ):
                continue  # "Northwire reported it, according to the army": each holds the other, the medium is outside
            if best is None or size(other) < size(self._drafts[best]):
                best = n
        return best

    def _passes_on(self, draft: Draft) -> bool:
        """Whether a medium brings up what another tells ("Northwire cites a report that says …")."""
        if draft.speaker is None:
            return False
        return self._candidate(self._page.sentences[draft.sentence], draft.speaker).teller.role in _RELAYING

    def _taken_up(self, draft: Draft, other: Draft) -> bool:
        """Whether "it" or "they" of a saying are the body that another of the sentence has named before ("according to
        the Centre, nine died, it added"), so that the body does not speak in their words."""
        if draft.speaker is None or other.speaker is None or draft.sentence != other.sentence:
            return False
        sentence = self._page.sentences[draft.sentence]
        pronoun, named = self._candidate(sentence, other.speaker), self._candidate(sentence, draft.speaker)
        stands_for = pronoun.kind in (Kind.THING, Kind.PLURAL) and not named.pronoun and not named.person
        return stands_for and draft.start < other.cue[0].start

    def _relay(self, sentence: Sentence, number: int, quoting: bool) -> Candidate | None:
        """The medium of "told Reuters", or of its reporter, if it is one; whoever quotes another hands his words on,
        medium or not. The "reporters" to whom somebody speaks are nobody's medium."""
        found = self._candidate(sentence, number)
        if quoting and not found.thing:
            return found
        if found.person and (house := self._house(sentence, number)) is not None:
            return house
        if found.person and found.teller.anonymous and found.teller.actor_id is None:
            return None
        before = self._memory.meant(found)
        role = before[-1].role if before else found.teller.role
        return found if role in _RELAYING else None

    def _house(self, sentence: Sentence, number: int) -> Candidate | None:
        """The medium for which a reporter works ("a SANA reporter")."""
        own = (n for n in sentence.children[number] if sentence.tokens[n].dep in _OWN)
        return next((h for n in own if (h := self._candidate(sentence, n)).known and h.teller.role in _RELAYING), None)

    def _cited(self, sentence: Sentence, number: int) -> Candidate | None:
        """The source of "citing …", if it is one and not a thing that is cited."""
        found = self._candidate(sentence, number)
        word = self._sources.heads.get(found.head)
        teller = word is not None and word.kind in (Kind.TELLER, Kind.PAPER)
        return found if found.known or teller or found.named else None


def _antecedent(sentence: Sentence, speaker: int) -> int:
    """The noun of whose "who" or "which" a relative clause tells, where it stands right before ("a call from the Front,
    who said"); else the speaker."""
    token = sentence.tokens[speaker]
    clause = sentence.tokens[token.head]
    if token.tag not in _RELATIVE or clause.dep != "relcl" or clause.head >= speaker:
        return speaker
    between = sentence.tokens[clause.head + 1 : speaker]
    return clause.head if all(t.pos == "PUNCT" for t in between) else speaker


def _each(teller: Teller) -> tuple[Teller, ...]:
    """A teller and those who share its noun."""
    return (replace(teller, beside=()), *teller.beside)


def _joined(base: tuple[Teller, ...], teller: Teller) -> tuple[Teller, ...]:
    """One link more, unless it is there already."""
    return base if any(_same(teller, link) for link in base) else (*base, teller)


def _same(one: Teller, other: Teller) -> bool:
    if one.anonymous or other.anonymous:
        return False
    if one.actor_id is not None and one.actor_id == other.actor_id:
        return True
    return one.name is not None and other.name is not None and one.name.casefold() == other.name.casefold()
