"""A page, its readings and attributions in, one scene a sentence out: all that its claims are built from."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from reportedly.claims.who.arms import Arms
from reportedly.claims.who.described_as import inside, says_who
from reportedly.claims.who.stand_ins import STANDS_IN, doing, objects, stand_ins
from reportedly.lexicon.modality import Modality
from reportedly.model.claim import Attribution
from reportedly.model.findings import Readings
from reportedly.model.mention import HappeningMention, HedgeMention, WeaponMention
from reportedly.model.reading import HowMany, When, Where, Who
from reportedly.model.text import Page, PassageKind, Sentence, Span

TOLD = frozenset({PassageKind.HEADLINE, PassageKind.SENTENCE, PassageKind.CAPTION})
"""The passages that tell something; datelines and bylines only say where and who."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """A sentence with what was read in it, without the times and places that only describe a party. ``cues`` are the
    words of saying and of who says; ``tellings`` the stretches that are somebody's content, in text order."""

    sentence: Sentence
    happenings: tuple[HappeningMention, ...]
    counts: tuple[HowMany, ...]
    times: tuple[When, ...]
    places: tuple[Where, ...]
    actors: tuple[Who, ...]
    weapons: tuple[WeaponMention, ...]
    hedges: tuple[HedgeMention, ...]
    cues: tuple[Span, ...]
    tellings: tuple[Span, ...]


def scenes(
    page: Page, readings: Readings, attributions: Sequence[Attribution], arms: Arms, words: Modality
) -> Iterator[Scene]:
    """The sentences in which something is said to have happened or is counted."""
    happenings, counts = _by_sentence(readings.happenings), _by_sentence(readings.counts)
    times, places = _by_sentence(readings.times), _by_sentence(readings.places)
    actors, weapons = _by_sentence(readings.actors), _by_sentence(readings.weapons)
    hedges = _by_sentence(readings.hedges)
    told = _touching(page, attributions)
    before: tuple[Who, ...] = ()
    borne: tuple[Who, ...] = ()
    for sentence in page.sentences:
        here = sentence.number
        stand = stand_ins(sentence, actors[here], before, words, borne) if sentence.tokens else ()
        borne = objects(sentence, actors[here]) if sentence.tokens else ()
        before = doing(sentence, (*actors[here], *(w for w in stand if w.rule == STANDS_IN)))
        if not sentence.tokens or sentence.passage.kind not in TOLD or not (happenings[here] or counts[here]):
            continue
        cues = _cues(sentence, [a for a in told[here] if a.tells or not _is_deed(a, happenings[here])])
        happened = tuple(m for m in happenings[here] if not any(c.covers(m.span) for c in cues))
        aside = says_who(sentence, actors[here], _deeds(happened, counts[here]))
        named = tuple(w for w in actors[here] if not _is_place(w, places[here]))
        named = tuple(w for w in named if not arms.is_scene(sentence, happened, w))
        yield Scene(
            sentence=sentence,
            happenings=happened,
            counts=tuple(counts[here]),
            times=tuple(t for t in times[here] if not inside(sentence, t.span, aside)),
            places=tuple(
                p
                for p in places[here]
                if not _is_other(p, actors[here], weapons[here]) and not inside(sentence, p.span, aside)
            ),
            actors=(*named, *arms.owners(sentence, happened, named), *stand),
            weapons=tuple(weapons[here]),
            hedges=tuple(hedges[here]),
            cues=cues,
            tellings=_tellings(sentence, told[here]),
        )


def _deeds(happened: Iterable[HappeningMention], counts: Iterable[HowMany]) -> frozenset[int]:
    """The tokens that say what happened."""
    return frozenset((*(m.token for m in happened), *(c.event for c in counts if c.event is not None)))


def _is_place(who: Who, places: Sequence[Where]) -> bool:
    """Whether what the parser alone took for an actor is a place that a gazetteer knows."""
    return who.rule.startswith("code:") and any(
        p.locative and p.place_id is not None and p.span.touches(who.span) for p in places
    )


def _is_other(where: Where, actors: Sequence[Who], weapons: Sequence[WeaponMention]) -> bool:
    """Whether what was taken for a place is a part of a weapon's name ("a Molotov cocktail") or, where the parser alone
    took it for one and no gazetteer knows it, a person or a body that is known."""
    if any(weapon.span.covers(where.span) for weapon in weapons):
        return True
    if where.rule != _PARSED or where.place_id is not None:
        return False
    return any(who.span.touches(where.span) and (who.actor_id is not None or who.kind == "person") for who in actors)


_PARSED = "code:entity"


class _Placed(Protocol):
    @property
    def sentence(self) -> int: ...


P = TypeVar("P", bound=_Placed)


def _by_sentence(items: Iterable[P]) -> defaultdict[int, list[P]]:
    found: defaultdict[int, list[P]] = defaultdict(list)
    for item in items:
        found[item.sentence].append(item)
    return found


def _touching(page: Page, attributions: Sequence[Attribution]) -> defaultdict[int, list[Attribution]]:
    """The attributions of which a word stands in a sentence, by the sentence's number, in their order."""
    starts, ends = [s.span.start for s in page.sentences], [s.span.end for s in page.sentences]
    found: defaultdict[int, list[Attribution]] = defaultdict(list)
    for told in attributions:
        spans = (*told.cue, *told.source, *told.content)
        for n in sorted({n for s in spans for n in range(bisect_right(ends, s.start), bisect_left(starts, s.end))}):
            found[page.sentences[n].number].append(told)
    return found


def _is_deed(attribution: Attribution, happenings: Sequence[HappeningMention]) -> bool:
    """Whether what looks like a mind made up is a deed ("rebels attacked the post", not "he attacked the law")."""
    return any(cue.covers(m.span) for cue in attribution.cue for m in happenings)


def _cues(sentence: Sentence, attributions: Sequence[Attribution]) -> tuple[Span, ...]:
    here = sentence.span
    return tuple(s for a in attributions for s in (*a.cue, *a.source) if s.touches(here))


def _tellings(sentence: Sentence, attributions: Sequence[Attribution]) -> tuple[Span, ...]:
    return tuple(sorted({stretch for a in attributions for stretch in _stretches(sentence.span, a)}))


def _stretches(here: Span, told: Attribution) -> Iterator[Span]:
    """The stretches of a sentence that are one content; one where the content stands around its own words of saying
    ("three were confirmed dead in the raid")."""
    found = [Span(max(c.start, here.start), min(c.end, here.end)) for c in told.content if c.touches(here)]
    around = len(found) > 1 and any(found[0].end <= cue.start and cue.end <= found[-1].start for cue in told.cue)
    if around and not told.source:
        yield Span(found[0].start, found[-1].end)
    else:
        yield from found
