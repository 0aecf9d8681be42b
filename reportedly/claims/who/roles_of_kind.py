"""A word for a happening in, the token numbers of those at it by their part out, as its kind turns them.

Grammar alone says who stands where (``roles``); in a fight both sides act, ground is won from somebody, and whoever is
the subject or the owner of a harm bore it.
"""

from __future__ import annotations

from reportedly.claims.frames.frames import Trigger
from reportedly.claims.frames.prepositions import governed, objects_of
from reportedly.claims.who.facing import both_sides, engaged, opponents
from reportedly.claims.who.roles import PATIENT, Roles, noun_roles, verb_roles
from reportedly.claims.who.voice import owners, passive, spread
from reportedly.lexicon.happenings import Happenings
from reportedly.lexicon.modality import Modality
from reportedly.model.text import Sentence
from reportedly.model.words import Happening

_AGENT = frozenset({"agent"})
_CARRIED = frozenset({"dobj", "nsubjpass"})
_OWN_MOVES = frozenset({Happening.ADVANCE, Happening.WITHDRAWAL})
"""Kinds whose nouns have "of" before who moved."""
_BETWEEN_VERBS = frozenset({"cc", "advmod", "aux", "auxpass"})


def roles_of(sentence: Sentence, trigger: Trigger, modality: Modality, lexicon: Happenings) -> Roles:
    """The roles of one word for a happening."""
    word, verbal = trigger.mention.token, is_verb(sentence, trigger)
    roles = verb_roles(sentence, word, modality) if verbal else noun_roles(sentence, word, modality)
    if verbal and trigger.mention.rule in lexicon.presence:  # "there are no Korvian troops in Orvan"
        there = [c for c in sentence.children[word] if sentence.tokens[c].dep == "attr"]
        roles.doers += spread(sentence, modality, there)
    if trigger.mention.kind is Happening.ARMED_CLASH:
        _met(sentence, word, modality, roles)
    _ground(sentence, trigger, modality, roles)
    if trigger.mention.rule in lexicon.harm:
        (_harmed_by_verb if verbal else _harmed_by_noun)(sentence, word, modality, roles)
    return roles


def is_verb(sentence: Sentence, trigger: Trigger) -> bool:
    """Whether a word for a happening is a verb; one that nouns stand before as its parts is a noun, whatever the parser
    takes it for ("killed in Veldania gunmen attack")."""
    token = sentence.tokens[trigger.mention.token]
    parts = any(sentence.tokens[c].dep == "compound" for c in sentence.children[trigger.mention.token])
    return token.pos in {"VERB", "AUX"} and not parts


def _met(sentence: Sentence, fight: int, modality: Modality, roles: Roles) -> None:
    """Lays the sides of a fight to its roles: of two, the one named first fights the other."""
    first, second = both_sides(sentence, fight, modality)
    roles.met += spread(sentence, modality, (*second, *opponents(sentence, fight, modality)))
    roles.between += [n for n in spread(sentence, modality, first) if n not in roles.met]
    if roles.met and not roles.between and not roles.doers:
        roles.between += spread(sentence, modality, engaged(sentence, fight, modality))


def _ground(sentence: Sentence, trigger: Trigger, modality: Modality, roles: Roles) -> None:
    """Lays winner and loser to ground: whoever stands behind "from" lost what was won ("took Dolvi from the army"),
    whoever stands behind "to" won what was lost or what fell ("fell into the hands of the MLF")."""
    word = trigger.mention.token
    if trigger.mention.kind is Happening.TERRITORY_GAINED:
        lost = set(spread(sentence, modality, _across(sentence, word, modality, modality.off)))
        won = [] if _acts(sentence, word) else spread(sentence, modality, _takers(sentence, word, modality))
        roles.doers = won or [d for d in roles.doers if d not in lost]
        roles.harmed = [*(h for h in roles.harmed if h not in won), *sorted(lost)]
    elif trigger.mention.kind is Happening.TERRITORY_LOST:
        won = spread(sentence, modality, _across(sentence, word, modality, modality.takers))
        losers = roles.doers if won else []
        roles.harmed = [*(h for h in roles.harmed if h not in won), *losers]
        roles.doers = won or roles.doers
    elif trigger.mention.kind in _OWN_MOVES:  # "the offensive of the army"
        movers = set(spread(sentence, modality, governed(sentence, word, modality.whole)))
        roles.doers += [h for h in roles.harmed if h in movers]
        roles.harmed = [h for h in roles.harmed if h not in movers]


def _acts(sentence: Sentence, verb: int) -> bool:
    """Whether a verb has an object or stands in the passive; what fell to somebody does neither."""
    return passive(sentence, verb) or any(sentence.tokens[c].dep in _CARRIED for c in sentence.children[verb])


def _takers(sentence: Sentence, verb: int, modality: Modality) -> list[int]:
    """To whom something fell, and into whose hands."""
    found = governed(sentence, verb, modality.takers)
    held = (n for n in found if sentence.tokens[n].lemma.lower() in modality.hands)
    return [*found, *(g for n in held for g in governed(sentence, n, modality.whole))]


def _across(sentence: Sentence, word: int, modality: Modality, joins: frozenset[str]) -> list[int]:
    """Who stands behind a preposition at a word for winning or losing ground, or at the ground itself."""
    whole = [c for c in sentence.children[word] if sentence.tokens[c].text.lower() in modality.whole]
    near = (word, *whole, *(c for c in sentence.children[word] if sentence.tokens[c].dep in _CARRIED))
    below = (g for n in near for g in (n, *objects_of(sentence, n)))
    return [noun for n in dict.fromkeys(below) for noun in governed(sentence, n, joins)]


def _harmed_by_verb(sentence: Sentence, verb: int, modality: Modality, roles: Roles) -> None:
    """Lays to a verb of harm those it was done to: the object of the verb it is joined to, or, where it has neither
    object nor agent, its own subject ("two men injured in Kolm")."""
    if shared := shared_object(sentence, verb):
        roles.harmed += spread(sentence, modality, shared)
    elif not any(sentence.tokens[c].dep in PATIENT | _AGENT for c in sentence.children[verb]):
        own = [d for d in roles.doers if d in sentence.children[verb]]
        harmed = {*own, *(g for n in own for g in governed(sentence, n, modality.whole))}
        roles.harmed += sorted(harmed)
        roles.doers = [d for d in roles.doers if d not in harmed]


def _harmed_by_noun(sentence: Sentence, noun: int, modality: Modality, roles: Roles) -> None:
    """Lays a noun of harm to those whose it is; whoever stands behind "from" did not do it."""
    bearers = set(spread(sentence, modality, owners(sentence, noun)))
    whence = set(spread(sentence, modality, governed(sentence, noun, modality.off)))
    roles.doers = [d for d in roles.doers if d not in bearers | whence]
    roles.harmed += sorted(bearers)


def shared_object(sentence: Sentence, verb: int) -> list[int]:
    """The object of the verb joined to an active verb that has none of its own ("have killed and executed dozens of
    people")."""
    below = sentence.children[verb]
    if passive(sentence, verb) or any(sentence.tokens[c].dep in PATIENT for c in below):
        return []
    if not any(sentence.tokens[c].dep == "nsubj" for c in below):
        return []
    joined = [c for c in below if sentence.tokens[c].dep == "conj" and sentence.tokens[c].pos == "VERB"]
    near = [c for c in joined if all(sentence.tokens[n].dep in _BETWEEN_VERBS for n in range(verb + 1, c))]
    return [o for c in near for o in sentence.children[c] if sentence.tokens[o].dep == "dobj"]
