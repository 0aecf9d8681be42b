"""A page and its readings in, attributions and hedges out: the stage."""

from __future__ import annotations

from bisect import bisect_left
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from reportedly.attributions.chains import Chains, Words
from reportedly.attributions.credit import outlet_chain
from reportedly.attributions.drafts import Draft
from reportedly.attributions.ends import whole_cue, without_asides
from reportedly.attributions.headlines import spot_closings, spot_colons, spot_dashes
from reportedly.attributions.hedges import spot_hedges
from reportedly.attributions.inserts import spot_inserts
from reportedly.attributions.names import Names
from reportedly.attributions.nouns import spot_nouns
from reportedly.attributions.phrases import spot_phrases
from reportedly.attributions.quotes import with_quotes
from reportedly.attributions.refusals import spot_refusals
from reportedly.attributions.rivals import apart
from reportedly.attributions.scare import scare_quotes
from reportedly.attributions.signed import below, signed
from reportedly.attributions.turns import spot_turns
from reportedly.attributions.verbs import spot_verbs
from reportedly.lexicon.crediting import Crediting, load_crediting
from reportedly.lexicon.hedging import Phrases, load_denials, load_hedges
from reportedly.lexicon.lines import HOME
from reportedly.lexicon.outlets import Outlets, load_outlets
from reportedly.lexicon.passing import Passing, load_passing
from reportedly.lexicon.saying import Kind, Sayings, Sources, load_sayings, load_sources
from reportedly.lexicon.signing import Signing, load_signing
from reportedly.lexicon.stamps import StampTable, load_stamps
from reportedly.model.claim import Attribution, Teller
from reportedly.model.findings import Readings
from reportedly.model.mention import HedgeMention
from reportedly.model.reading import Who
from reportedly.model.text import Page, Span


def load_attributor(homes: Sequence[Path] = (HOME,), outlets: Outlets | None = None) -> SayingAttributor:
    """The stage with the words of the vocabulary."""
    return SayingAttributor(
        sayings=load_sayings(homes),
        sources=load_sources(homes),
        hedges=load_hedges(homes),
        denials=load_denials(homes),
        outlets=outlets or load_outlets(homes),
        crediting=load_crediting(homes),
        passing=load_passing(homes),
        signing=load_signing(homes),
        stamps=load_stamps(),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class SayingAttributor:
    """Reads who tells what from saying words, quotes and layout."""

    sayings: Sayings
    sources: Sources
    hedges: Phrases
    outlets: Outlets
    denials: Phrases = field(default_factory=load_denials)
    crediting: Crediting = field(default_factory=load_crediting)
    passing: Passing = field(default_factory=load_passing)
    signing: Signing = field(default_factory=load_signing)
    stamps: StampTable = field(default_factory=load_stamps)
    _kept: deque[tuple[Page, tuple[Who, ...], Names]] = field(
        default_factory=lambda: deque(maxlen=1), init=False, repr=False, compare=False
    )

    def read(self, page: Page, readings: Readings) -> tuple[tuple[Attribution, ...], tuple[HedgeMention, ...]]:
        """The attributions of a page in text order, and its hedges."""
        return self.told(page, readings, self.drafts(page))

    def drafts(self, page: Page) -> tuple[Draft, ...]:
        """What the patterns find, in text order, before anybody is made out in it."""
        found = self._outermost(page, with_quotes(page, self._drafts(page)))
        return tuple(whole_cue(page, draft) for draft in found)

    def told(
        self, page: Page, readings: Readings, drafts: tuple[Draft, ...]
    ) -> tuple[tuple[Attribution, ...], tuple[HedgeMention, ...]]:
        """The attributions that drafts make, whoever drew them up, and the hedges of the page."""
        names = self._names(page, readings)
        drafts = tuple(d for d in drafts if not self._topic(d, names, readings))
        base = outlet_chain(page, names, self.crediting)
        words = Words(sources=self.sources, passing=self.passing)
        signatures = signed(page, names, base, self.signing, self.stamps)
        drafts = tuple(d for d in drafts if not self._signers(page, d, signatures))
        told = Chains(page, drafts, names, base, words).attributions()
        whole = (*signatures, *(below(a, signatures, base) for a in told)) if signatures else told
        marked = scare_quotes(page, whole)
        whole = tuple(_marked(a, marked) for a in whole) if marked else whole
        return whole, spot_hedges(page, self.hedges, self.denials)

    def _signers(self, page: Page, draft: Draft, signatures: Sequence[Attribution]) -> bool:
        """Whether the "I" of a draft is he who signs all the words around it, and so no further teller."""
        inside = any(piece.covers(draft.cue[0]) for s in signatures for piece in s.content)
        return inside and self._own(page, draft)

    def _topic(self, draft: Draft, names: Names, readings: Readings) -> bool:
        """Whether a country or another place stands alone before a colon, which says where ("Veldania: Nine Killed in
        Market")."""
        colon = self.sayings.colon
        if colon is None or draft.saying.rule != colon.rule or not draft.source or not draft.content:
            return False
        source = draft.source[0]
        if source.end > draft.content[0].start:
            return False
        known = names.around(source)
        country = known is not None and known.country and known.span.covers(source)
        return country or any(place.span.covers(source) for place in readings.places)

    def own_voice(self, page: Page, readings: Readings) -> tuple[Teller, ...]:
        """The chain of what the report tells on nobody else's word: its outlet, and the agency that it credits."""
        return outlet_chain(page, self._names(page, readings), self.crediting)

    def _names(self, page: Page, readings: Readings) -> Names:
        """The names of a page, kept for the page in hand, which is asked for twice."""
        kept = self._kept[-1] if self._kept else None
        if kept is not None and kept[0] is page and kept[1] is readings.actors:
            return kept[2]
        published = page.report.published
        names = Names(readings.actors, self.outlets, page.report.text, published.day if published else None)
        self._kept.append((page, readings.actors, names))
        return names

    def _drafts(self, page: Page) -> list[Draft]:
        drafts: list[Draft] = []
        for sentence in page.sentences:
            if sentence.tokens:
                named = [
                    *spot_nouns(sentence, self.sayings),
                    *spot_turns(sentence, self.sayings),
                    *spot_inserts(sentence, self.sayings),
                ]
                heads = {d.head for d in named}
                said = [*named, *apart(sentence, list(spot_verbs(sentence, self.sayings, heads)))]
                drafts.extend(without_asides(sentence, d) for d in said)
                drafts.extend(spot_phrases(sentence, self.sayings))
                drafts.extend(spot_colons(sentence, self.sayings, self.sources))
                drafts.extend(spot_dashes(sentence, self.sayings, self.sources))
                drafts.extend(spot_closings(sentence, self.sayings, self.sources, {d.head for d in said}))
                drafts.extend(spot_refusals(sentence, self.denials))
        return drafts

    def _outermost(self, page: Page, drafts: tuple[Draft, ...]) -> tuple[Draft, ...]:
        """Without thoughts inside what is told, and without a speaker's "I said" inside his own quote."""
        order = sorted(range(len(drafts)), key=lambda n: drafts[n].cue[0].start)
        starts = [drafts[n].cue[0].start for n in order]
        swallowed: set[int] = set()
        for outer in drafts:
            for piece in outer.content:
                for n in order[bisect_left(starts, piece.start) : bisect_left(starts, piece.end)]:
                    inner = drafts[n]
                    if inner is not outer and piece.covers(inner.cue[0]) and self._inward(page, inner):
                        swallowed.add(n)
        return tuple(d for n, d in enumerate(drafts) if n not in swallowed)

    def _inward(self, page: Page, draft: Draft) -> bool:
        """Whether a saying inside what another tells is no telling of its own."""
        return not draft.tells or draft.saying.thinks or self._own(page, draft)

    def _own(self, page: Page, draft: Draft) -> bool:
        """Whether the speaker is the "I" or "you" of a quote."""
        if draft.speaker is None:
            return False
        word = page.sentences[draft.sentence].tokens[draft.speaker].text.lower()
        found = self.sources.heads.get(word)
        return found is not None and found.kind is Kind.OWN


def _marked(attribution: Attribution, marked: Sequence[Span]) -> Attribution:
    """The attribution with the scare quotes of its content."""
    found = tuple(m for m in marked if any(piece.covers(m) for piece in attribution.content))
    return replace(attribution, scare_quotes=found) if found else attribution
