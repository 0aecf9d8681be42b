"""A frame in, the kind of its happening out, with the reason."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.claims.frames.frames import KIND_OF_MEASURE, Frame, Trigger
from reportedly.lexicon.happenings import Happenings
from reportedly.model.claim import Note
from reportedly.model.mention import HappeningMention, WeaponMention
from reportedly.model.reading import Who
from reportedly.model.words import Happening, Role

KIND_OF_WEAPON = {
    "air": Happening.AIR_STRIKE,
    "aircraft": Happening.AIR_STRIKE,
    "artillery": Happening.SHELLING,
    "missile": Happening.MISSILE_STRIKE,
    "explosive": Happening.BOMBING,
    "chemical": Happening.CHEMICAL_ATTACK,
    "mine": Happening.LANDMINE,
}
_DAMAGE = "damage"
_AIR = "air-force"
"""What air forces have for their kind, or at the end of their id where they are an arm of a state (en/forces)."""
_FOLLOWING = frozenset({"advcl", "conj", "acl"})
"""Clauses that tell what came of another."""
_HOLDING = frozenset({"police"})
_OF_STATE = frozenset({"military", "government"})
_FOOT = frozenset({"armed-group", "militia", "police", "people"})
_FLYING = frozenset({"aircraft"})
_OPEN_KINDS = frozenset({Happening.OTHER_VIOLENCE, Happening.BOMBING})
_FIGHTING = frozenset({Role.MILITARY, Role.ARMED_GROUP})


def kind_of(
    frame: Frame,
    weapons: Sequence[WeaponMention],
    perpetrators: Sequence[Who],
    targets: Sequence[Who],
    lexicon: Happenings,
) -> tuple[Happening, Note]:
    """The most specific kind that the frame's words name; open words ("killed", "attacked") take it from the means, and
    some from who did it."""
    damaging = _damaging(frame, lexicon)
    best = max(
        frame.triggers,
        key=lambda t: (
            lexicon.family(t.mention.kind) != _DAMAGE or t in damaging,
            t.mention.rule not in lexicon.open,
            lexicon.rank(t.mention.kind),
        ),
        default=None,
    )
    if best is None:
        count = frame.counts[0]
        kind = KIND_OF_MEASURE.get(count.measure, Happening.OTHER)
        return kind, Note(
            field="happening", rule="code:measure", text=f"{count.measure.value} → {kind.value}", span=count.span
        )
    other = _by_whom(frame, best.mention, perpetrators, targets, lexicon)
    searched = other is not None and other[0] is Happening.ARREST  # what was found in the house was no means
    if not searched and best.mention.rule in lexicon.open and best.mention.kind in _OPEN_KINDS:
        means = _means([w for w in weapons if not _suffers(frame, w, lexicon)], perpetrators)
        if means is not None:
            return means
    kind, who = other or (best.mention.kind, None)
    text = f"{best.mention.text!r} by {who.text!r} → {kind.value}" if who else f"{best.mention.text!r} → {kind.value}"
    return kind, Note(field="happening", rule=best.mention.rule, text=text, span=best.mention.span)


def _by_whom(
    frame: Frame, mention: HappeningMention, did: Sequence[Who], bore: Sequence[Who], lexicon: Happenings
) -> tuple[Happening, Who] | None:
    """Another kind than the word's, where who did it tells it, and he: a police raid that hurt nobody was a search, one
    on foot no air strike, and fighters who flee are not displaced but withdraw."""
    afoot = mention.rule in lexicon.open and mention.kind is Happening.AIR_STRIKE and _on_foot(did)
    if (afoot or mention.rule in lexicon.search) and _searched(frame, mention, did, lexicon):
        return Happening.ARREST, did[0]
    if afoot:
        return Happening.OTHER_VIOLENCE, did[0]
    if mention.kind is Happening.DISPLACEMENT and bore and all(who.role in _FIGHTING for who in bore):
        return Happening.WITHDRAWAL, bore[0]
    return None


def _searched(frame: Frame, mention: HappeningMention, perpetrators: Sequence[Who], lexicon: Happenings) -> bool:
    """Whether a raid is the police's, or an army's on a house or an office, and nobody is said to have come to harm in
    it: they searched a house."""
    if not perpetrators or frame.counts:
        return False
    kinds = {w.kind for w in perpetrators}
    return kinds <= _HOLDING or (kinds <= _HOLDING | _OF_STATE and _indoors(frame, mention, lexicon))


def _indoors(frame: Frame, mention: HappeningMention, lexicon: Happenings) -> bool:
    """Whether what was raided is a house, an office, a farm, and no village or post."""
    premises, tokens = lexicon.things["premises"].nouns, frame.sentence.tokens
    below = [c for c in frame.sentence.children[mention.token] if tokens[c].dep in {"dobj", "nsubjpass"}]
    behind = [c for c in frame.sentence.children[mention.token] if tokens[c].dep == "prep"]
    below += [g for c in behind for g in frame.sentence.children[c]]
    return any(tokens[n].lemma.lower() in premises for n in below)


def _on_foot(perpetrators: Sequence[Who]) -> bool:
    """Whether whoever made a "raid" has no aircraft: an armed group, a militia, people described."""
    return bool(perpetrators) and all(w.kind in _FOOT for w in perpetrators)


def _damaging(frame: Frame, lexicon: Happenings) -> tuple[Trigger, ...]:
    """The words for damage that may name the kind. Where people came to harm, or others tell how it was done ("fired
    missiles at Kolm, damaging a bridge"), damage is what came of it; where nothing else is told of the deed ("the
    strikes destroyed the bridge"), it is what is told."""
    others = [t.mention for t in frame.triggers if lexicon.family(t.mention.kind) != _DAMAGE]
    if any(m.rule in lexicon.harm for m in others):
        return ()
    tokens = frame.sentence.tokens
    main = tuple(t for t in frame.triggers if tokens[t.clause].dep not in _FOLLOWING)
    return main if any(m.kind is not Happening.OTHER_VIOLENCE for m in others) else frame.triggers


def _suffers(frame: Frame, weapon: WeaponMention, lexicon: Happenings) -> bool:
    """Whether an aircraft is what the deed is done to: it blew up, was fired at, had a bomb on board."""
    head = frame.sentence.head_of(weapon.span)
    if weapon.family not in _FLYING or head is None:
        return False
    tokens = frame.sentence.tokens
    token, above = tokens[head], tokens[tokens[head].head]
    if token.dep in {"dobj", "nsubjpass", "pobj"}:
        return above.dep != "agent"
    if token.dep == "nsubj" and token.head not in frame.heads and _object_is_pronoun(frame, head):
        return True  # "the plane left at noon, but two explosions brought it down"
    blown = {t.mention.token for t in frame.triggers if t.mention.rule in lexicon.means}
    return token.dep == "nsubj" and token.head in blown and not _acts(frame, token.head)


def _object_is_pronoun(frame: Frame, before: int) -> bool:
    """Whether a pronoun behind a noun is the object of what is told next."""
    tokens = frame.sentence.tokens[before + 1 :]
    return any(t.tag == "PRP" and t.dep == "dobj" for t in tokens)


def _acts(frame: Frame, verb: int) -> bool:
    """Whether a verb has an object, or a target behind a preposition: a jet that "bombed Dolvi" did it."""
    return any(frame.sentence.tokens[c].dep in {"dobj", "obj"} for c in frame.sentence.children[verb])


def _means(weapons: Sequence[WeaponMention], perpetrators: Sequence[Who]) -> tuple[Happening, Note] | None:
    for weapon in weapons:
        if weapon.family in KIND_OF_WEAPON:
            kind = KIND_OF_WEAPON[weapon.family]
            return kind, Note(
                field="happening", rule=weapon.rule, text=f"done with {weapon.text!r} → {kind.value}", span=weapon.span
            )
    for who in perpetrators:
        if who.kind == _AIR or (who.actor_id or "").endswith(f"-{_AIR}"):
            return Happening.AIR_STRIKE, Note(
                field="happening", rule=who.rule, text=f"done by {who.text!r} → air-strike", span=who.span
            )
    return None
