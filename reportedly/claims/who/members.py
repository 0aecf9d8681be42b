"""The claims of a report and its actors in, the claims with the armed groups whose members did what is told out.

"Arvo Tessen, a leader of the Front, is linked with the murder", "Tessen was a member of the Front": whoever reads that
knows that the Front had a hand in it. The group is added to the person and not put in the person's place, unless the
person only claims the deed for it, and a note says by which words the person is one of its own. Soldiers and officials
do much that is not their body's.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from reportedly.claims.drafts import violent
from reportedly.lexicon.modality import Modality
from reportedly.model.claim import Claim, Note
from reportedly.model.reading import Who
from reportedly.model.text import Page, Sentence
from reportedly.model.words import Stance

MEMBERSHIP = "code:membership"
"""The rule by which a group is taken over from who did it."""

_PERSON = "person"
_GROUPS = frozenset({"armed-group", "militia"})
_SUBJECT = frozenset({"nsubj", "nsubjpass"})
_SAID = frozenset({"attr", "oprd"})
_RELATIVE = frozenset({"WP", "WDT"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Member:
    """A party where it is named, and the words that say that somebody is its own."""

    party: Who
    said: Who


def with_groups(page: Page, claims: Sequence[Claim], actors: Sequence[Who], modality: Modality) -> tuple[Claim, ...]:
    """The claims, each with the groups of the persons who did it. A claim whose doers name a group stays as it is."""
    if not any(w.kind == _PERSON for c in claims for w in c.perpetrators):
        return tuple(claims)
    bore = {_family(w) for c in claims if violent(c) for w in c.targets if w.kind == _PERSON}
    members = _members(page, actors, modality, bore)
    return tuple(_with(claim, members) for claim in claims) if members else tuple(claims)


def _with(claim: Claim, members: Mapping[str, _Member]) -> Claim:
    if any(w.kind in _GROUPS and w.actor_id for w in claim.perpetrators):
        return claim
    found = {m.party.actor_id: m for w in claim.perpetrators if w.kind == _PERSON if (m := members.get(_family(w)))}
    if not found:
        return claim
    notes = (
        Note(field="perpetrators", rule=MEMBERSHIP, text=f"one of {m.party.name}, as the report says", span=m.said.span)
        for m in found.values()
    )
    parties = tuple(m.party for m in found.values())
    spoke = claim.stance is Stance.CLAIMS_RESPONSIBILITY
    did = tuple(w for w in claim.perpetrators if not (spoke and w.kind == _PERSON and _family(w) in members))
    return replace(
        claim,
        perpetrators=(*did, *parties),
        evidence=tuple(sorted({*claim.evidence, *(p.span for p in parties)})),
        notes=(*claim.notes, *notes),
    )


def _members(page: Page, actors: Sequence[Who], modality: Modality, bore: Set[str]) -> dict[str, _Member]:
    """The persons of groups by their last name. Who is of two groups is of neither; of those who ``bore`` something
    the report tells the life, and not whose deed theirs was."""
    found: dict[str, dict[str | None, _Member]] = {}
    joined = (one for one in _by_verb(page, actors, modality) if _family(one[0]) not in bore)
    for person, party, said in (*_by_name(actors), *_by_words(page, actors, modality.whole), *joined):
        found.setdefault(_family(person), {}).setdefault(party.actor_id, _Member(party=party, said=said))
    return {name: next(iter(parties.values())) for name, parties in found.items() if len(parties) == 1}


def _by_name(actors: Sequence[Who]) -> Iterator[tuple[Who, Who, Who]]:
    """Persons whom the vocabulary or a title gives to a party ("the Front's leader Arvo Tessen"), with the party and
    the words that say so."""
    named = {w.actor_id: w for w in reversed(actors) if _group(w)}
    short = {w.text: w for w in named.values()}
    for who in actors:
        if who.kind != _PERSON:
            continue
        party = named.get(who.actor_id) or next((p for text, p in short.items() if text in who.text), None)
        if party is not None:
            yield who, party, who


def _by_words(page: Page, actors: Sequence[Who], joints: frozenset[str]) -> Iterator[tuple[Who, Who, Who]]:
    """The same for persons of whom the report says that they are a party's ("Tessen was a member of the Front")."""
    persons = {(w.sentence, w.head): w for w in actors if w.kind == _PERSON}
    by_number = {sentence.number: sentence for sentence in page.sentences}
    for party in actors:
        if not _group(party) or party.head is None:
            continue
        sentence = by_number[party.sentence]
        joint = sentence.tokens[sentence.tokens[party.head].head]
        if sentence.tokens[party.head].dep != "pobj" or joint.text.lower() not in joints:
            continue
        person = persons.get((party.sentence, _said_of(sentence, joint.head)))
        if person is not None:
            yield person, party, party


def _by_verb(page: Page, actors: Sequence[Who], modality: Modality) -> Iterator[tuple[Who, Who, Who]]:
    """The same for persons of whom the report says that they joined a party or belong to it."""
    by_number = {sentence.number: sentence for sentence in page.sentences}
    for party in actors:
        if not _group(party) or party.head is None:
            continue
        sentence = by_number[party.sentence]
        verb = _joining(sentence, party.head, modality)
        here = [w for w in actors if w.sentence == party.sentence and w.kind == _PERSON]
        person = None if verb is None else _subject(sentence, verb, here)
        if person is not None:
            yield person, party, party


def _joining(sentence: Sentence, name: int, modality: Modality) -> int | None:
    """The verb by which somebody is of the party: "joined the Front", "belongs to the Front"."""
    token = sentence.tokens[name]
    verb, words = token.head, modality.joining
    if token.dep == "pobj" and sentence.tokens[verb].text.lower() in modality.takers:
        verb, words = sentence.tokens[verb].head, modality.belonging
    elif token.dep != "dobj":
        return None
    below = {sentence.tokens[c].dep for c in sentence.children[verb]}
    return verb if sentence.tokens[verb].lemma.lower() in words and "neg" not in below else None


def _subject(sentence: Sentence, verb: int, persons: Sequence[Who]) -> Who | None:
    """The person who is the verb's own subject, by name, by "who" behind the name, or by the "she" of who says so."""
    subject = next((c for c in sentence.children[verb] if sentence.tokens[c].dep == "nsubj"), None)
    if subject is None:
        return None
    token = sentence.tokens[subject]
    seat = sentence.tokens[verb].head if token.tag in _RELATIVE else subject
    if token.tag == "PRP":
        before = [w for w in persons if w.span.end <= token.start]
        return before[-1] if len({_family(w) for w in before}) == 1 else None
    return next((w for w in persons if w.head == seat), None)


def _group(who: Who) -> bool:
    return who.kind in _GROUPS and who.actor_id is not None and not who.described


def _said_of(sentence: Sentence, noun: int) -> int | None:
    """The token of whom a noun is said: the subject of its "was", or what it stands beside."""
    token = sentence.tokens[noun]
    if token.dep == "appos":
        return token.head
    if token.dep not in _SAID or any(sentence.tokens[c].dep == "neg" for c in sentence.children[token.head]):
        return None
    return next((c for c in sentence.children[token.head] if sentence.tokens[c].dep in _SUBJECT), None)


def _family(who: Who) -> str:
    return who.name.split()[-1].casefold()
