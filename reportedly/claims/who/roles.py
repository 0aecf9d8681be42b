"""A verb or a noun for a happening in, the token numbers of those at it by their part out, by grammar alone."""

from __future__ import annotations

from dataclasses import dataclass, field

from reportedly.claims.frames.carrying import carried
from reportedly.claims.frames.outcomes import befallen
from reportedly.claims.frames.prepositions import governed, objects_of
from reportedly.claims.who.blame import clauses, held
from reportedly.claims.who.identified import said_to_be
from reportedly.claims.who.voice import agents, did, doing, owners, passive, spread
from reportedly.lexicon.modality import Modality
from reportedly.model.text import Sentence

PATIENT = frozenset({"dobj", "nsubjpass", "obj"})
"""How the harmed hang on a verb."""


_RELATIVE = frozenset({"WP", "WDT"})
_SORT = frozenset({"amod", "compound", "nmod"})


@dataclass(slots=True)
class Roles:
    """Token numbers of doers, of those harmed, of those fought with, of the first side of a fight, and of doers by how
    they are blamed."""

    doers: list[int]
    harmed: list[int]
    met: list[int] = field(default_factory=list)
    between: list[int] = field(default_factory=list)
    charged: tuple[int, ...] = ()
    behind: tuple[int, ...] = ()
    owned: tuple[int, ...] = ()


def verb_roles(sentence: Sentence, verb: int, modality: Modality) -> Roles:
    """Subject, agent and object of a verb. A verb of dying has only a subject that suffers."""
    subject = _before_gerund(sentence, verb) or doing(sentence, verb, modality)
    if _reported(sentence, verb, modality):
        subject = []
    if sentence.tokens[verb].dep == "relcl" and sentence.tokens[verb].head in subject:  # "those who fired are rebels"
        subject = [*subject, *_being(sentence, sentence.tokens[verb].head, modality)]
    objects = [c for c in sentence.children[verb] if sentence.tokens[c].dep in PATIENT]
    if sentence.tokens[verb].dep == "relcl" and any(sentence.tokens[o].tag in _RELATIVE for o in objects):
        objects.append(sentence.tokens[verb].head)  # "freed an engineer whom it had kidnapped"
    if sentence.tokens[verb].dep in {"acl", "amod"} and sentence.tokens[verb].tag == "VBN":
        acts = any(sentence.tokens[o].dep == "dobj" for o in objects)
        (subject if acts else objects).append(sentence.tokens[verb].head)
    behind = agents(sentence, verb, modality)
    blamed = held(sentence, verb, modality)
    if sentence.tokens[verb].lemma.lower() in modality.bursting and not objects:
        subject = []  # "the institute's gate exploded", "before it went off"
    if sentence.tokens[verb].lemma.lower() in modality.suffering:
        doers, harmed = [*behind, *blamed.charged], subject
    elif passive(sentence, verb):
        doers, harmed = [*behind, *blamed.charged], objects + subject
    else:
        doers = [*(blamed.charged or blamed.named or subject), *behind]
        harmed = objects + governed(sentence, verb, modality.towards)
    return _widened(sentence, modality, Roles(doers, harmed, charged=blamed.charged, behind=blamed.named))


def noun_roles(sentence: Sentence, noun: int, modality: Modality) -> Roles:
    """Owner, "by …" and "on …" of a noun of action, the subject of the verb that carries it, and whoever is blamed."""
    doers = [*owners(sentence, noun), *governed(sentence, noun, modality.by)]
    first = sentence.tokens[noun].head if sentence.tokens[noun].dep == "conj" else noun
    doers += governed(sentence, first, modality.by - modality.off) if first != noun and not doers else []
    doers += _by_behind_verb(sentence, noun, modality) if not doers else []
    harmed = befallen(sentence, noun, modality)
    owned: list[int] = []
    for child in sentence.children[noun]:
        token = sentence.tokens[child]
        if token.dep == "prep" and token.text.lower() in modality.towards:
            harmed += objects_of(sentence, child)
    for clause in clauses(sentence, noun):
        if sentence.tokens[clause].lemma.lower() in modality.carriers and not _acts_itself(sentence, clause):
            doers += did(sentence, clause, modality)
            owned += _owns(sentence, clause, modality)
            harmed += governed(sentence, clause, modality.towards)
    verb = carried(sentence, noun, modality)
    if verb is not None:
        doers += did(sentence, verb, modality)
        owned += _owns(sentence, verb, modality)
    blamed = held(sentence, noun, modality)
    justice = modality.in_court | modality.arresting if blamed.charged else frozenset()
    doers = [d for d in doers if not _subject_of(sentence, d, modality.blaming | justice)]
    doers = _without_sorts(sentence, noun, doers)
    doers += [*blamed.charged, *blamed.named]
    return _widened(
        sentence, modality, Roles(doers, harmed, charged=blamed.charged, behind=blamed.named, owned=tuple(owned))
    )


def _acts_itself(sentence: Sentence, clause: int) -> bool:
    """Whether a clause says what the deed did to something else, and not who did the deed: "the attack on the colonel,
    which claimed five lives"."""
    below = sentence.children[clause]
    subject = any(sentence.tokens[c].dep == "nsubj" and sentence.tokens[c].tag in _RELATIVE for c in below)
    return subject and any(sentence.tokens[c].dep == "dobj" for c in below)


def _without_sorts(sentence: Sentence, noun: int, doers: list[int]) -> list[int]:
    """The doers without a common word right before the noun, where another did it: of the "military attacks" that
    rebels launched it says what sort they were."""
    tokens = sentence.tokens
    sorts = {d for d in doers if tokens[d].head == noun and tokens[d].dep in _SORT and tokens[d].text.islower()}
    other = any(tokens[d].dep == "nsubj" or tokens[tokens[d].head].dep == "agent" for d in doers)
    return [d for d in doers if d not in sorts] if other else doers


def _by_behind_verb(sentence: Sentence, noun: int, modality: Modality) -> list[int]:
    """Who stands behind a "by" that the parser hangs on the active verb whose object the deed is: "is investigating the
    killing of ten people last week by soldiers"."""
    token = sentence.tokens[noun]
    if token.dep != "dobj" or token.head > noun or passive(sentence, token.head):
        return []
    behind = (c for c in sentence.children[token.head] if c > noun and sentence.tokens[c].dep == "prep")
    return [n for c in behind if sentence.tokens[c].text.lower() in modality.by for n in objects_of(sentence, c)]


def _reported(sentence: Sentence, verb: int, modality: Modality) -> bool:
    """Whether a gerund only says what tidings are of: who "receives reports of shelling" does not shell."""
    preposition = sentence.tokens[verb].head
    if sentence.tokens[verb].dep != "pcomp":
        return False
    return sentence.tokens[sentence.tokens[preposition].head].lemma.lower() in modality.tidings


def _being(sentence: Sentence, noun: int, modality: Modality) -> list[int]:
    """What somebody is said to be, unless that is denied or what somebody bore ("were victims of the army")."""
    if any(sentence.tokens[c].dep == "neg" for c in sentence.children[sentence.tokens[noun].head]):
        return []
    return [n for n in said_to_be(sentence, noun, modality) if sentence.tokens[n].lemma.lower() not in modality.prey]


def _before_gerund(sentence: Sentence, verb: int) -> list[int]:
    """Who stands right before a verb in -ing, behind a preposition: "killed in rebel shelling of a school"."""
    before = verb - 1
    gerund = sentence.tokens[verb].tag == "VBG" and before >= 0 and sentence.tokens[before].dep == "pobj"
    return [before] if gerund and sentence.tokens[before].pos in {"NOUN", "PROPN"} else []


def _subject_of(sentence: Sentence, doer: int, verbs: frozenset[str]) -> bool:
    """Whether a noun is the subject of one of some verbs: who accuses the army of razing villages and using air strikes
    uses none, nor does the judge who acquits somebody of planning them."""
    token = sentence.tokens[doer]
    return token.dep == "nsubj" and sentence.tokens[token.head].lemma.lower() in verbs


def _owns(sentence: Sentence, verb: int, modality: Modality) -> list[int]:
    """Who says that the deed is theirs, where the verb is one of claiming."""
    return did(sentence, verb, modality) if sentence.tokens[verb].lemma.lower() in modality.owning else []


def _widened(sentence: Sentence, modality: Modality, roles: Roles) -> Roles:
    return Roles(
        doers=spread(sentence, modality, roles.doers),
        harmed=spread(sentence, modality, roles.harmed),
        charged=tuple(spread(sentence, modality, roles.charged)),
        behind=tuple(spread(sentence, modality, roles.behind)),
        owned=tuple(spread(sentence, modality, roles.owned)),
    )
