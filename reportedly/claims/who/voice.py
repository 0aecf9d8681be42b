"""A verb or a noun of action in, who does it by the grammar of the sentence out.

A passive has its doer behind "by" or "at the hands of", an active verb in its subject, or in that of the verb it hangs
on; a noun in its owner ("the army's raid"). Whoever is joined to a doer does it too.
"""

from __future__ import annotations

from collections.abc import Iterable

from reportedly.claims.frames.assertion import clause_head
from reportedly.claims.frames.prepositions import governed, objects_of
from reportedly.claims.who.stranded import stranded_agents, swallowed_subject, taken_in
from reportedly.lexicon.modality import Modality
from reportedly.model.text import Sentence

_AGENT = frozenset({"agent"})
_OWNER = frozenset({"poss", "compound", "amod", "nmod"})
_PARTS = frozenset({"conj", "appos", "compound", "amod", "nmod"})
_FOLLOWING = frozenset({"advcl", "pcomp"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_OPENING = frozenset({"IN", "WRB"})
"""Tags of words that open a clause of its own ("as rebels shelled", "when rebels shelled")."""
_BARE = frozenset({"acl", "amod", "ROOT", "advcl", "xcomp"})
"""Where a participle without a helper is passive ("was found murdered")."""


def did(sentence: Sentence, verb: int, modality: Modality) -> list[int]:
    """Who does what a verb says: the agent of a passive, else the subject and on whose orders that was."""
    if passive(sentence, verb):
        return agents(sentence, verb, modality)
    orders = (n for c in sentence.children[verb] for n in at_hands(sentence, c, modality))
    return [*doing(sentence, verb, modality), *orders]


def doing(sentence: Sentence, verb: int, modality: Modality) -> list[int]:
    """The subjects of a verb; those who only seem to do it, since the parser takes "as" for a word that opens a clause,
    are what others were dressed as: in "men dressed as policemen kidnapped a mayor" the men did."""
    found = subjects(sentence, verb)
    guise = sentence.tokens[verb].head
    opened = any(sentence.tokens[c].dep == "mark" and c == guise + 1 for c in sentence.children[verb])
    if not opened or sentence.tokens[guise].lemma.lower() not in modality.guises:
        return found
    if sentence.tokens[guise].dep == "acl":
        return [sentence.tokens[guise].head]
    return subjects(sentence, guise)


def subjects(sentence: Sentence, verb: int) -> list[int]:
    """The subjects of a verb; a verb without one takes that of the verb it hangs on."""
    for _ in range(4):
        found = [c for c in sentence.children[verb] if sentence.tokens[c].dep in {"nsubj", "nsubjpass", "csubj"}]
        found = _behind_mark(sentence, verb, found)
        if found:
            return [
                f for f in found if sentence.tokens[f].pos != "PRON" or sentence.tokens[f].tag not in {"WDT", "WP"}
            ] or ([sentence.tokens[verb].head] if sentence.tokens[verb].dep == "relcl" else [])
        if sentence.tokens[verb].dep == "advcl" and (taken := taken_in(sentence, verb)):
            return taken
        if sentence.tokens[verb].dep not in {"xcomp", "conj", "advcl", "pcomp"}:
            if sentence.tokens[verb].dep == "acl" and sentence.tokens[verb].tag == "VBG":
                return [sentence.tokens[verb].head]
            return swallowed_subject(sentence, verb)
        above = _told_before(sentence, verb) or clause_head(sentence, sentence.tokens[verb].head)
        if followed := _came_of(sentence, verb, above):
            return followed
        verb = above
    return []


def _behind_mark(sentence: Sentence, verb: int, found: list[int]) -> list[int]:
    """The subjects, of several only those behind the word that opens the clause: in "the rebels charged that the air
    force used jets", though the parser takes the first verb for a participle, the rebels are no subject of the next."""
    marks = [c for c in sentence.children[verb] if sentence.tokens[c].dep == "mark"]
    behind = [f for f in found if marks and f > marks[0]]
    return behind or found


def _came_of(sentence: Sentence, verb: int, above: int) -> list[int]:
    """Who did what came of a deed told in the passive, behind its "by": in "a convoy was attacked by gunmen, damaging
    a truck" the gunmen damaged it, and not the convoy."""
    token = sentence.tokens[verb]
    if token.dep not in _FOLLOWING or token.tag != "VBG" or verb < above:
        return []
    return [n for c in sentence.children[above] if sentence.tokens[c].dep in _AGENT for n in objects_of(sentence, c)]


def _told_before(sentence: Sentence, verb: int) -> int | None:
    """The verb of what is told, where the parser joins the next one to the word of telling, or hangs it there with no
    word between: in "the governor said the fighting had killed 80 people, wounded 20" the fighting wounded them, and
    not the governor; in "officials say that men thought to be rebels shelled Kolm" the men did."""
    token, below = sentence.tokens[verb], sentence.children[verb]
    opened = any(sentence.tokens[c].tag in _OPENING for c in below if c < verb)
    loose = token.dep == "advcl" and token.tag in _FINITE and not opened
    joined = token.dep == "conj" or loose
    if not joined or any(sentence.tokens[c].dep == "cc" for c in sentence.children[token.head] if c < verb):
        return None
    told = [c for c in sentence.children[token.head] if sentence.tokens[c].dep == "ccomp" and token.head < c < verb]
    return told[-1] if told else None


def agents(sentence: Sentence, verb: int, modality: Modality) -> list[int]:
    """Who stands behind a verb's "by", or behind its "at the hands of"."""
    found = []
    for child in sentence.children[verb]:
        token = sentence.tokens[child]
        if _says_of_whom(sentence, child, modality) or _refused(sentence, child):
            continue
        if token.dep in _AGENT or (token.dep == "prep" and token.text.lower() in modality.by):
            found += objects_of(sentence, child)
        else:
            found += at_hands(sentence, child, modality)
    return found or (stranded_agents(sentence, verb, modality) if passive(sentence, verb) else [])


def at_hands(sentence: Sentence, preposition: int, modality: Modality) -> list[int]:
    """At whose hands, or on whose orders, something is done ("following orders from the Front")."""
    if sentence.tokens[preposition].dep != "prep":
        return []
    hands = (n for n in objects_of(sentence, preposition) if sentence.tokens[n].lemma.lower() in modality.hands)
    return [g for n in hands for g in governed(sentence, n, modality.whole | modality.off)]


def _refused(sentence: Sentence, preposition: int) -> bool:
    """Whether a "not" stands right before a preposition ("was shot by soldiers, not by rebels")."""
    return preposition > 0 and sentence.tokens[preposition - 1].dep == "neg"


def _says_of_whom(sentence: Sentence, preposition: int, modality: Modality) -> bool:
    """Whether a "from" right behind people counted says whose they are ("killing two men from the militia"), though the
    parser may hang it on the verb."""
    before = preposition - 1
    if before < 0 or sentence.tokens[preposition].text.lower() not in modality.off:
        return False
    return any(sentence.tokens[c].dep == "nummod" for c in sentence.children[before])


def passive(sentence: Sentence, verb: int) -> bool:
    """Whether a verb stands in the passive, with its helper or as a bare participle ("found murdered")."""
    deps = {sentence.tokens[c].dep for c in sentence.children[verb]}
    if deps & {"nsubjpass", "auxpass", "agent"}:
        return True
    if "nsubj" in deps:
        return False
    token = sentence.tokens[verb]
    if token.dep == "conj" and token.tag == "VBN" and "dobj" not in deps:
        return passive(sentence, token.head)
    return token.tag == "VBN" and token.dep in _BARE and "dobj" not in deps


def owners(sentence: Sentence, noun: int) -> list[int]:
    """Whose a noun is, by what stands before it ("the army's raid", "rebel shelling")."""
    return [c for c in sentence.children[noun] if sentence.tokens[c].dep in _OWNER]


def spread(sentence: Sentence, modality: Modality, heads: Iterable[int]) -> list[int]:
    """The heads with their conjuncts, appositions and the names inside them ("Korvian troops": the demonym too), and
    whose they are where they are part of a body ("the militia's 3rd front")."""
    found: list[int] = []
    waiting = list(heads)
    while waiting:
        here = waiting.pop(0)
        if here in found:
            continue
        found.append(here)
        waiting += [
            c for c in sentence.children[here] if sentence.tokens[c].dep in _PARTS and not _set_apart(sentence, here, c)
        ]
        if sentence.tokens[here].lemma.lower() in modality.limbs:
            waiting += [c for c in sentence.children[here] if sentence.tokens[c].dep == "poss"]
            waiting += _called(sentence, here)
        waiting += _taking_orders(sentence, here, modality)
        waiting += [
            g
            for c in sentence.children[here]
            if sentence.tokens[c].dep == "prep"
            and sentence.tokens[c].text.lower() in modality.whole | modality.named_part | modality.off
            for g in objects_of(sentence, c)
        ]
    return found


def _taking_orders(sentence: Sentence, head: int, modality: Modality) -> list[int]:
    """On whose orders somebody acts by a clause behind the noun ("gunmen who received orders from the Front")."""
    clauses = [c for c in sentence.children[head] if sentence.tokens[c].dep in {"relcl", "acl"}]
    clauses = [c for c in clauses if sentence.tokens[c].lemma.lower() not in modality.refusing]
    taken = ((v, n) for v in clauses for n in sentence.children[v] if sentence.tokens[n].dep == "dobj")
    orders = [(v, n) for v, n in taken if sentence.tokens[n].lemma.lower() in modality.hands]
    return [g for pair in orders for n in pair for g in governed(sentence, n, modality.whole | modality.off)]


def _called(sentence: Sentence, head: int) -> list[int]:
    """What a participle behind a noun says that it is called: "a group calling itself the Marn Force"."""
    clauses = (c for c in sentence.children[head] if sentence.tokens[c].dep == "acl")
    return [n for c in clauses for n in sentence.children[c] if sentence.tokens[n].dep == "oprd"]


def _set_apart(sentence: Sentence, head: int, joined: int) -> bool:
    """Whether a noun is joined to another only to be denied ("by the army and not the militia"), or by a slip."""
    if sentence.tokens[joined].dep not in {"conj", "appos"}:
        return False
    if sentence.tokens[joined].dep == "conj" and _opens_next(sentence, joined):
        return True
    return any(sentence.tokens[n].dep == "neg" for n in range(head + 1, joined))


def _opens_next(sentence: Sentence, joined: int) -> bool:
    """Whether an adjective that the parser joins to the noun before it belongs to the subject of the next clause:
    "shelling kills a civilian and Korvian jets resume raids"."""
    if sentence.tokens[joined].pos != "ADJ" or joined + 1 >= len(sentence.tokens):
        return False
    behind = sentence.tokens[joined + 1]
    return behind.dep in {"nsubj", "nsubjpass"} and behind.pos in {"NOUN", "PROPN"}
