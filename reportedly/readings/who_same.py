"""The actors of a report in, the same with those that point back at a named party tied to it out: "the group" …

A phrase points back where it is definite and its noun suits a party that the report has named. Where several parties
suit, "the group" is the one named last, while "the rebels" stay described: they may be all of them. A part of the only
party that suits ("a guerrilla column") is that party's, whatever article it has.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reportedly.lexicon.actors import Actor, ActorKind
from reportedly.lexicon.names import GENERIC, Names
from reportedly.lexicon.pointing import Pointing, PointingLine, fits
from reportedly.model.reading import Who
from reportedly.model.text import Page, Sentence, Span
from reportedly.model.words import Role
from reportedly.readings.who_setting import Setting

FAR = 8
"""Sentences back in which the party must have been named, where the noun means the one named last."""
FAR_SOLE = 40
"""The same where the report names no other that the noun could mean."""

_ARMED = frozenset({ActorKind.ARMED_GROUP.value, ActorKind.MILITIA.value})
_NO_ID = "?"
"""Before the name of a body without an id, which no id begins with."""
_COUNTRYS = "en/forces/rebels"
"""The rule of words for the rebels of a country."""
_GUERRILLAS = "guerrillas"
_ACTING = frozenset({"nsubj", "nsubjpass", "agent", "pobj"})
_TELLS_APART = frozenset({"relcl", "acl"})
_PLURAL = frozenset({"NNS", "NNPS"})


@dataclass(frozen=True, slots=True)
class _Named:
    """A party where it is named."""

    who: Who
    actor: Actor


def tie(
    page: Page, actors: Sequence[Who], names: Names, words: Pointing, known: Setting | None = None
) -> tuple[Who, ...]:
    """The actors in text order, those that point back tied to whom they mean; "the jets" are added as their owner's.
    ``known`` says which countries the report speaks of."""
    parties = tuple(_named(actors, names))
    if not parties:
        return tuple(actors)
    by_number = {sentence.number: sentence for sentence in page.sentences}
    strangers = [w for w in actors if w.described and _strange(w, words)]
    tied = [_tied(who, by_number[who.sentence], parties, strangers, words, known) for who in actors]
    arms = [w for s in page.sentences if s.tokens for w in _machines(s, parties, words, actors)]
    return tuple(sorted((*tied, *arms), key=lambda who: who.span))


def _named(actors: Sequence[Who], names: Names) -> Iterator[_Named]:
    """The parties that the report names, where it names them; an armed one need not be known."""
    for who in actors:
        if who.described:
            continue
        if who.actor_id is None:
            if who.kind in _ARMED:
                yield _Named(who, _unknown(who))
            continue
        actor = names.actors.by_id(who.actor_id)
        if actor is not None and not actor.rule.startswith(GENERIC):
            yield _Named(who, actor)
        elif actor is None and who.rule.startswith("en/forces/"):
            yield _Named(who, _arm(who))


def _arm(who: Who) -> Actor:
    """An arm of a state that only the grammar of states knows."""
    return _actor(who, who.actor_id or "", ActorKind.MILITARY, Role.MILITARY)


def _unknown(who: Who) -> Actor:
    """An armed body that no vocabulary knows, under its name."""
    return _actor(who, _NO_ID + who.name, ActorKind(who.kind), Role.ARMED_GROUP)


def _actor(who: Who, actor_id: str, kind: ActorKind, role: Role) -> Actor:
    return Actor(
        id=actor_id,
        name=who.name,
        kind=kind,
        role=who.role or role,
        side=who.side or "",
        country=None,
        since=None,
        until=None,
        rule=who.rule,
    )


def _strange(who: Who, words: Pointing) -> bool:
    """Whether an armed group is told of as one that nobody has named ("a group of unidentified gunmen")."""
    return who.role is Role.ARMED_GROUP and not words.strangers.isdisjoint(who.text.lower().split())


def _tied(
    who: Who,
    sentence: Sentence,
    parties: Sequence[_Named],
    strangers: Sequence[Who],
    words: Pointing,
    known: Setting | None,
) -> Who:
    if who.rule == _COUNTRYS and who.head is not None:
        return _of_its_country(who, sentence, who.head, parties, words)
    if not who.described or who.head is None:
        return who
    own = _line(sentence, who.head, words)
    side = words.sides.get(who.actor_id or "")
    if side is not None and side.bare and own is not None and not own.bare:
        own = None  # "guerrilla fighters" are guerrillas
    line = own or side
    if (
        line is None
        or line.arm is not None
        or not _points(sentence, who.head, line, words, part=own is None and line.bare)
    ):
        return who
    party = _meant(line, who.span.start, sentence.number, parties)
    if party is not None and any(party.who.span.start < w.span.start < who.span.start for w in strangers):
        return who  # "unidentified gunmen attacked … the armed men"
    if party is None or _definite(sentence, who.head, words):
        return _as(who, party, line) if party else who
    home = known.country_at(sentence.span.start, who.span.start) if known else None
    stranger = line.bare and own is not None and _stranger(party.actor, home)
    return who if stranger or (line.bare_if and line.bare_if not in party.actor.called) else _as(who, party, line)


def _of_its_country(who: Who, sentence: Sentence, head: int, parties: Sequence[_Named], words: Pointing) -> Who:
    """The guerrillas of a country ("Veldanian guerrillas"), as the only party of guerrillas of that country which the
    report names. Rebels of a country where no party is called guerrillas may be anybody's."""
    line = _line(sentence, head, words)
    before = {sentence.tokens[c].text.lower() for c in sentence.children[head] if c < head}
    if line is None or not line.sole or before & line.unless:
        return who
    party = _meant(line, who.span.start, sentence.number, parties)
    if party is None or _GUERRILLAS not in party.actor.called or party.actor.country is None:
        return who
    own = (who.actor_id or "").startswith(f"{party.actor.country.lower()}-")
    return _as(who, party, line) if own else who


def _stranger(party: Actor, country: str | None) -> bool:
    """Whether a party is of another country than the one spoken of: who speaks of "terrorists" at home means others,
    often the foes of that party."""
    return None not in (country, party.country) and country != party.country and country not in party.theatres


def _definite(sentence: Sentence, head: int, words: Pointing) -> bool:
    return any(c < head and sentence.tokens[c].text.lower() in words.determiners for c in sentence.children[head])


def _machines(sentence: Sentence, parties: Sequence[_Named], words: Pointing, actors: Sequence[Who]) -> Iterator[Who]:
    """Machines that do something ("the jets hit a market"), as the air force that the report has named."""
    for number, token in enumerate(sentence.tokens):
        if token.dep not in _ACTING or token.pos != "NOUN":
            continue
        line = _line(sentence, number, words)
        if line is None or line.arm is None or not _points(sentence, number, line, words, part=False):
            continue
        if token.dep == "pobj" and sentence.tokens[token.head].dep != "agent":
            continue
        first = min(c for c in (number, *sentence.children[number]) if c <= number)
        span = Span(sentence.tokens[first].start, token.end)
        party = _meant(line, span.start, sentence.number, parties)
        if party and not any(span.touches(other.span) for other in actors if other.sentence == sentence.number):
            text = sentence.text[span.start - sentence.span.start : span.end - sentence.span.start]
            yield replace(party.who, span=span, text=text, sentence=sentence.number, head=number, rule=line.address)


def _line(sentence: Sentence, head: int, words: Pointing) -> PointingLine | None:
    """The line of a noun; a capital hides the singular from the parser ("Guerrillas")."""
    token = sentence.tokens[head]
    forms = (token.lemma.lower(), token.text.lower(), token.text.lower().removesuffix("s"))
    return next((words.nouns[form] for form in forms if form in words.nouns), None)


def _points(sentence: Sentence, head: int, line: PointingLine, words: Pointing, *, part: bool) -> bool:
    """Whether the phrase of a noun points back: it is definite and nothing in it tells its people from others. A
    ``part`` of a side ("a guerrilla column") needs no article that does."""
    children = sentence.children[head]
    before = {sentence.tokens[c].text.lower() for c in children if c < head}
    if before & line.unless or (line.one and sentence.tokens[head].tag in _PLURAL):
        return False
    if any(c > head and _narrows(sentence, c, line, words) for c in children):
        return False
    if part and line.sole:
        return True
    if before & words.determiners:
        return True
    bare = line.bare or line.bare_if is not None
    return bare and (line.bare_if is not None or not any(_sorts(sentence, c) for c in children))


def _narrows(sentence: Sentence, child: int, line: PointingLine, words: Pointing) -> bool:
    """Whether words behind a noun say which ones are meant ("the group of tourists", "the fighters who fled"); the
    guerrillas who fled are of the same party as the others."""
    token = sentence.tokens[child]
    if token.dep in _TELLS_APART:
        return not (line.sole and (line.bare or line.bare_if))
    return token.dep == "prep" and token.lemma in words.joints


def _sorts(sentence: Sentence, child: int) -> bool:
    """Whether a word is an article, or a noun that tells a sort of people from another ("drug terrorists")."""
    return sentence.tokens[child].dep in {"det", "poss", "compound", "nmod"}


def _meant(line: PointingLine, offset: int, sentence: int, parties: Sequence[_Named]) -> _Named | None:
    """The party that a noun means: named before, not too far back, and the only one where the noun asks for that; the
    only one may also be named later, where the noun needs no article."""
    suiting = [p for p in parties if fits(line, p.actor) and (line.one or p.who.actor_id is not None)]
    far = FAR_SOLE if line.sole else FAR
    before = [p for p in suiting if p.who.span.start < offset and sentence - p.who.sentence <= far]
    if line.sole and len({p.actor.side or p.actor.id for p in suiting}) > 1:
        return None
    if before:
        return before[-1]
    return (
        suiting[0] if (line.bare or line.bare_if) and suiting else None
    )  # a head says "guerrillas" and the story then whose they are


def _as(who: Who, party: _Named, line: PointingLine) -> Who:
    return replace(
        who,
        actor_id=party.who.actor_id and party.actor.id,
        name=party.actor.name,
        kind=party.actor.kind.value,
        role=party.actor.role,
        side=party.actor.side or None,
        rule=line.address,
        described=False,
    )
