"""The drafts of one report's claims in, out those that tell of no deed: harm that is nobody's, and a game's attacks.

A report of a disaster says once what it was, and then only how many died: what names no deed and nobody armed goes on
with the mishap told last, as long as the report has told of no deed. Where a longer report tells of no deed at all,
people have only died. And where it is full of the words of play, films, elections or work, and nobody in it is armed
or comes to harm, it only borrows the words of war.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from reportedly.claims.drafts import Draft, violent
from reportedly.lexicon.genres import Genres
from reportedly.model.claim import Issue
from reportedly.model.text import Page
from reportedly.model.words import Happening, Measure, Role

_ARMED = frozenset({Role.MILITARY, Role.ARMED_GROUP})
_POLICE = frozenset({"police"})
_HARM = frozenset({Measure.KILLED, Measure.WOUNDED, Measure.CASUALTIES, Measure.LOSSES, Measure.ABDUCTED})
_OPEN = frozenset(
    {
        Happening.OTHER_VIOLENCE,
        Happening.INFRASTRUCTURE_DAMAGE,
        Happening.EVACUATION,
        Happening.DISPLACEMENT,
        Happening.OTHER,
    }
)
"""Kinds that a disaster brings as well as a war."""
_GROUND = frozenset(
    {Happening.TERRITORY_GAINED, Happening.TERRITORY_LOST, Happening.ADVANCE, Happening.WITHDRAWAL, Happening.ARREST}
)
"""Kinds of ground won and lost, and police at the gate, that play and labour have too."""
_SHORT = 3
"""Sentences of a report that has no room to say how people died."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoDeed:
    """A draft that tells of no deed, and what it tells of instead."""

    draft: Draft
    instead: str


def no_deeds(page: Page, drafts: Sequence[Draft], genres: Genres, *, named: bool) -> tuple[NoDeed, ...]:
    """The drafts that are no claims, each with the reason. ``named`` says that a word for a deed stands somewhere in
    the report, if only in what somebody heard or feared."""
    if not drafts:
        return ()
    if all(_borrowed(d, armed=True) for d in drafts):
        genre = genres.of(token.lemma.lower() for sentence in page.sentences for token in sentence.tokens)
        if genre is not None and all(_borrowed(d, armed=genre.armed) for d in drafts):
            return tuple(NoDeed(draft=d, instead=f"a report of {genre.id}") for d in drafts)
    found = tuple(_by_mishap(drafts))
    gone = {id(none.draft) for none in found}
    left = [d for d in drafts if id(d) not in gone]
    told = any(violent(d.claim) and not (_open(d) and d.natural) for d in left)
    if named or told or len(page.sentences) <= _SHORT:
        return found
    died = "a death or an injury of which no deed is told"
    return (*found, *(NoDeed(draft=d, instead=died) for d in left if d.natural and violent(d.claim)))


def issues(found: Iterable[NoDeed]) -> tuple[Issue, ...]:
    """What a coder may look at: harm that was told and makes no claim, else the first thing told that makes none."""
    left_out = tuple(found)
    shown = [none for none in left_out if _harms(none.draft)] or left_out[:1]
    return tuple(
        Issue(
            code="no-deed",
            message=f"what is told here is {none.instead} and nobody's deed, so that it makes no claim",
            report=none.draft.claim.report,
            span=none.draft.claim.span,
            hint="if somebody did it, give the line of en/mishaps or en/genres an exception of your own (--vocab)",
        )
        for none in shown
    )


def _by_mishap(drafts: Sequence[Draft]) -> Iterator[NoDeed]:
    """The drafts of mishaps, and those that go on with them."""
    last = next((d for d in drafts if _tells_cause(d)), None)
    if last is not None and not _of_mishap(last, deed_before=False):
        last = None
    deed_before = False
    for draft in drafts:
        if _tells_cause(draft):
            last = draft if _of_mishap(draft, deed_before=deed_before) else None
            deed_before = deed_before or last is None
        if last is not None and last.mishap is not None and (draft is last or (_open(draft) and not deed_before)):
            yield NoDeed(draft=draft, instead=f"a mishap ({last.mishap.line.address})")


def _tells_cause(draft: Draft) -> bool:
    """Whether a draft says what did the harm: a mishap, somebody armed, or a word for one deed alone."""
    return draft.mishap is not None or (violent(draft.claim) and not _open(draft))


def _of_mishap(draft: Draft, *, deed_before: bool) -> bool:
    """Whether a mishap did it, and nobody armed; one that may come of a deed did it where none was told before."""
    if draft.mishap is None or _armed(draft) or (draft.mishap.follows and deed_before):
        return False
    words = {word for noun in draft.mishap.line.nouns for word in noun.split()}
    return all(weapon.lower() in words for weapon in draft.claim.weapons)  # the mine of "a mine collapse" is no weapon


def _open(draft: Draft) -> bool:
    """Whether a draft says neither how nor by whom harm was done."""
    general = draft.claim.happening in _OPEN or draft.general
    return general and not draft.shot and not draft.claim.weapons and not _armed(draft)


def _armed(draft: Draft) -> bool:
    return _soldierly(draft) or any(w.kind in _POLICE for w in draft.claim.perpetrators)


def _borrowed(draft: Draft, *, armed: bool) -> bool:
    """Whether a draft tells of fighting, of ground won or of an arrest, and of nobody armed, nobody hurt and no weapon:
    games and elections have attacks and victories, but no truce, no siege and nobody who flees. Where soldiers practise
    (``armed``) they have arms."""
    warlike = violent(draft.claim) or draft.claim.happening in _GROUND
    if armed:
        return warlike and not _harms(draft)
    return warlike and not (_soldierly(draft) or _harms(draft) or draft.claim.weapons)


def _soldierly(draft: Draft) -> bool:
    """Whether somebody armed did it who is no police, which go to matches and pickets too."""
    return any(w.role in _ARMED and w.kind not in _POLICE for w in draft.claim.perpetrators)


def _harms(draft: Draft) -> bool:
    return any(toll.measure in _HARM and toll.best != 0 for toll in draft.claim.tolls)
