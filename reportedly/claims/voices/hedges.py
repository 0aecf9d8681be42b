"""A frame in its scene in, the words that weaken it out: inside it, on the way up to who tells it, or after it.

A hedge weakens the words that hang on it. "The army may have fled after nine were killed" hedges the flight, not the
nine dead; "the monitor initially said that nine were killed" hedges the nine.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportedly.claims.frames.frames import Frame
from reportedly.model.claim import Attribution, Claim, Note
from reportedly.model.mention import HedgeMention
from reportedly.model.text import Page, Sentence
from reportedly.model.words import Role, Stance

_UPWARD = frozenset(
    {
        *("ccomp", "xcomp", "pcomp", "acl", "dobj", "pobj", "prep", "attr", "oprd", "acomp", "agent", "dative"),
        *("nmod", "compound", "amod", "appos", "nummod", "csubjpass", "nsubjpass", "parataxis"),
    }
)
"""Links by which a word hangs on what weakens it. A relative clause, an adverbial clause and a joined clause stand for
themselves; a subject is not weakened with what is said of it, but for a passive ("nine deaths were reported")."""

_WEAKENING = frozenset({"advmod", "aux", "auxpass", "amod", "acomp", "relcl", "prep", "npadvmod", "nmod", "compound"})
_SPEAKERS = frozenset(Role) - {Role.DOCUMENT, Role.MEDIA, Role.OUTLET, Role.AGENCY, Role.UNKNOWN}
"""Roles of those who know and tell; papers, media and the unknown pass on what others do."""
_AFTER = 2  # sentences between a claim and the words that nobody could check it


def hedge_of(frame: Frame, hedges: Sequence[HedgeMention], told: Attribution | None) -> str | None:
    """The weakest hedge inside the frame's words, else its modal verb, else the weakest that it hangs on, else the
    saying that is itself a hedge ("is believed to")."""
    hedges = [h for h in hedges if not (h.signs and _said(h, told))]
    inside = [h for h in hedges if frame.span.touches(h.span) and h.stance is None and not _of_aside(h, frame)]
    if inside:
        return _weakest(inside)
    modal = next((t.assertion.hedge for t in frame.triggers if t.assertion.hedge), None)
    if modal:
        start = frame.sentence.span.start
        return frame.sentence.text[modal.start - start : modal.end - start]
    above = [h for h in hedges if not h.refusal and h.stance is not Stance.DENIES and _weakens(h, frame, told)]
    if above:
        return _weakest(above)
    return told.hedge if told else None


def _of_aside(hedge: HedgeMention, frame: Frame) -> bool:
    """Whether a hedge is the modal verb of a clause that tells nothing of the frame ("…, which means that the toll MAY
    rise")."""
    sentence = frame.sentence
    helper = sentence.head_of(hedge.span)
    if helper is None or sentence.tokens[helper].tag != "MD":
        return False
    events = {*frame.heads, *(c.event for c in frame.counts), *(c.head for c in frame.counts)}
    return events.isdisjoint(sentence.subtree(sentence.tokens[helper].head))


def _said(hedge: HedgeMention, told: Attribution | None) -> bool:
    """Whether somebody tells it with the very words, so that they say no less than "said"."""
    if told is None or not any(hedge.span.touches(s) for s in told.cue):
        return False
    teller = told.chain[-1]
    return teller.role in _SPEAKERS and teller.span is not None


def _weakest(hedges: Sequence[HedgeMention]) -> str:
    return min(hedges, key=lambda h: (h.degree, h.span)).text


def _weakens(hedge: HedgeMention, frame: Frame, told: Attribution | None) -> bool:
    """Whether the hedge stands in the words for who tells it, or on the way from the frame up to them."""
    if told and any(hedge.span.touches(s) for s in (*told.cue, *told.source)):
        return True
    sentence, way = frame.sentence, _way(frame, told)
    inside = set(sentence.inside(hedge.span))
    return bool(inside & way) or any(
        sentence.tokens[n].head in way and sentence.tokens[n].dep in _WEAKENING for n in inside
    )


def _way(frame: Frame, told: Attribution | None) -> set[int]:
    """The words above the frame's own, up to and with the word of saying."""
    sentence = frame.sentence
    seats = [t.mention.token for t in frame.triggers] or [c.head for c in frame.counts if c.head is not None]
    found: set[int] = set()
    for seat in seats[:1]:
        token = seat
        found.add(token)
        while sentence.tokens[token].dep in _UPWARD and not _is_cue(sentence, token, told):
            token = sentence.tokens[token].head
            found.add(token)
    return found


def _is_cue(sentence: Sentence, token: int, told: Attribution | None) -> bool:
    return told is not None and any(cue.covers(sentence.tokens[token].span) for cue in told.cue)


def checked(page: Page, claims: Sequence[Claim], hedges: Sequence[HedgeMention]) -> tuple[Claim, ...]:
    """The claims, those hedged of which a later sentence says that nobody could check them ("Nine people
    were killed, residents said. The report could not be independently verified.").
    """
    doubted: dict[str, HedgeMention] = {}
    for hedge, sentence in _doubts(page, claims, hedges):
        before = [c for c in claims if c.span.end <= sentence.span.start and c.span.start >= _from(page, sentence)]
        last = max((c.span.start for c in before), default=None)
        if last is None:
            continue
        home = page.sentence_at(last)
        if home is not None:
            doubted |= {c.id: hedge for c in before if home.span.touches(c.span) and c.hedge is None}
    return tuple(_with(claim, doubted[claim.id]) if claim.id in doubted else claim for claim in claims)


def _doubts(
    page: Page, claims: Sequence[Claim], hedges: Sequence[HedgeMention]
) -> Iterator[tuple[HedgeMention, Sentence]]:
    """The words of doubt in sentences that tell nothing of their own."""
    for hedge in hedges:
        if hedge.stance is not Stance.DOUBTS or hedge.refusal:
            continue
        sentence = page.sentence_at(hedge.span.start)
        if sentence is not None and not any(sentence.span.touches(c.span) for c in claims):
            yield hedge, sentence


def _from(page: Page, sentence: Sentence) -> int:
    return page.sentences[max(0, sentence.number - _AFTER)].span.start


def _with(claim: Claim, hedge: HedgeMention) -> Claim:
    note = Note(field="hedge", rule=hedge.rule, text="nobody could check it", span=hedge.span)
    return replace(claim, hedge=hedge.text, notes=(*claim.notes, note))
