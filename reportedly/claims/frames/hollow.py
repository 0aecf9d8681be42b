"""A happening word in its sentence in, whether it tells of no happening out: bombs that are sold, a murder trial, a
possible attack, an army that kills as a habit, a strike of workers.

These words name violence and report none. They are kept apart from what is denied, wished or feared, which
``assertion`` reads.
"""

from __future__ import annotations

from reportedly.claims.frames.assertion import clause_head, in_perfect
from reportedly.lexicon.happenings import Happenings
from reportedly.lexicon.modality import Modality
from reportedly.model.mention import HappeningMention
from reportedly.model.text import PassageKind, Sentence

_PRESENT = frozenset({"VBZ", "VBP"})
_TITLES = frozenset({PassageKind.HEADLINE, PassageKind.CAPTION})
_NOUNS = frozenset({"NOUN", "PROPN"})
_VERBS = frozenset({"VERB", "AUX"})
_DEEDS = frozenset({"remote", "fighting", "damage", "holding"})
"""Families of single deeds; who holds or besieges a town does so in the present."""

_ACTED_ON = frozenset({"dobj", "nsubjpass", "obj"})


def hollow(sentence: Sentence, mention: HappeningMention, lexicon: Happenings, modality: Modality) -> bool:
    """Whether the word only names a kind of violence."""
    token = sentence.tokens[mention.token]
    if _as_a_rule(sentence, mention.token, modality) or _goes_on_there(sentence, mention.token):
        return True
    if token.pos in _NOUNS:
        return (
            (mention.rule not in lexicon.means and _labels(sentence, mention.token, modality))
            or _only_dates(sentence, mention.token, modality)
            or _only_possible(sentence, mention.token, modality)
            or _only_wished(sentence, mention.token, modality)
            or (mention.rule in lexicon.means and _goods(sentence, mention.token, modality))
            or (mention.rule in lexicon.work and _stoppage(sentence, mention.token, modality))
        )
    if mention.rule in lexicon.dismisses and _dismissal(sentence, mention.token, lexicon):
        return True
    if lexicon.family(mention.kind) not in _DEEDS:
        return False
    return _habit(sentence, mention.token, modality) or _what_it_is(sentence, mention.token)


def _as_a_rule(sentence: Sentence, word: int, modality: Modality) -> bool:
    """Whether the verb of the clause stands in the present or in -ing with an adverb of habit ("often attack patrols",
    "usually conducting raids")."""
    verb = clause_head(sentence, word)
    if sentence.tokens[verb].tag not in _PRESENT | {"VBG"} or in_perfect(sentence, verb):
        return False
    below = (sentence.tokens[c] for c in sentence.children[verb])
    return any(t.dep == "advmod" and t.text.lower() in modality.habits for t in below)


def _goes_on_there(sentence: Sentence, word: int) -> bool:
    """Whether the clause only says what has been going on in a place that is told of ("near Dolvi, where there HAS BEEN
    heavy fighting")."""
    clause = clause_head(sentence, word)
    below = {sentence.tokens[c].dep: sentence.tokens[c].tag for c in sentence.children[clause]}
    there = sentence.tokens[clause].dep == "relcl" and "expl" in below and below.get("advmod") == "WRB"
    return there and in_perfect(sentence, clause)


def _labels(sentence: Sentence, noun: int, modality: Modality) -> bool:
    """Whether the noun only says of what kind another is: "a murder trial", "kidnapping cases"."""
    token = sentence.tokens[noun]
    while token.dep == "conj" and sentence.tokens[token.head].pos in _NOUNS:
        token = sentence.tokens[token.head]
    return token.dep in {"compound", "nmod"} and sentence.tokens[token.head].lemma.lower() in modality.labelled


def _only_dates(sentence: Sentence, noun: int, modality: Modality) -> bool:
    """Whether the noun only says since when ("the worst violence since the battle for Kolm"), or what an anniversary is
    of ("the anniversary of the massacre")."""
    token = sentence.tokens[noun]
    if token.dep != "pobj":
        return False
    above = sentence.tokens[token.head]
    return above.text.lower() in modality.windows or (
        sentence.tokens[above.head].lemma.lower() in modality.anniversaries
        and not any(sentence.tokens[c].dep == "prep" for c in sentence.children[noun])
    )


def _only_possible(sentence: Sentence, noun: int, modality: Modality) -> bool:
    """Whether an adjective says that it has not come about: "a possible attack", "the planned bombing"."""
    return any(
        sentence.tokens[c].dep == "amod" and sentence.tokens[c].text.lower() in modality.possible
        for c in sentence.children[noun]
    )


def _only_wished(sentence: Sentence, noun: int, modality: Modality) -> bool:
    """Whether the noun is what somebody plans, fears or calls for: "planned the murder of", "called for attacks on",
    "the threat of attacks"."""
    tokens, here = sentence.tokens, noun
    while tokens[here].dep == "conj" and tokens[tokens[here].head].pos in _NOUNS:
        here = tokens[here].head
    above = tokens[here].head
    if tokens[here].dep == "pobj" and tokens[tokens[above].head].lemma.lower() in modality.longed:
        return tokens[above].dep == "prep" and tokens[tokens[above].head].pos in _NOUNS
    if tokens[here].dep == "pobj" and tokens[above].dep == "prep" and tokens[above].text.lower() in modality.wished_for:
        above = tokens[above].head
    elif tokens[here].dep not in {"dobj", "obj"}:
        return False
    return tokens[above].pos == "VERB" and tokens[above].lemma.lower() in modality.wishing


def _goods(sentence: Sentence, noun: int, modality: Modality) -> bool:
    """Whether bombs, shells or rockets are carried, sold or stored: "a shipment of grenades", "sold them bombs"."""
    tokens = sentence.tokens
    here = noun
    while tokens[here].dep in {"conj", "appos"} and tokens[tokens[here].head].pos in _NOUNS:
        here = tokens[here].head
    above = tokens[tokens[here].head]
    if tokens[here].dep == "pobj":
        return above.text.lower() in modality.whole and tokens[above.head].lemma.lower() in modality.stocks
    if tokens[here].dep not in _ACTED_ON or above.lemma.lower() not in modality.trading:
        return False
    return not any(tokens[c].dep == "prt" for c in sentence.children[tokens[here].head])  # "carried out a bombing"


def _stoppage(sentence: Sentence, noun: int, modality: Modality) -> bool:
    """Whether workers do it: "the strike of the drivers", "a strike by judges", "teachers began a strike", "clerks
    have been on strike"."""
    tokens = sentence.tokens
    near = [c for c in sentence.children[noun] if tokens[c].dep in {"compound", "poss", "amod", "conj"}]
    near += [
        g
        for c in sentence.children[noun]
        if tokens[c].dep == "prep" and tokens[c].text.lower() in modality.by | modality.whole
        for g in sentence.children[c]
    ]
    if tokens[noun].dep == "conj":
        near.append(tokens[noun].head)
    verb = next((n for n in sentence.ancestors(noun) if tokens[n].pos in _VERBS), None)
    if verb is not None and tokens[noun].dep in {"dobj", "pobj", "nsubjpass"}:
        near += [c for c in sentence.children[verb] if tokens[c].dep in {"nsubj", "agent"}]
    return any(tokens[n].lemma.lower() in modality.stoppers for n in near)


def _dismissal(sentence: Sentence, verb: int, lexicon: Happenings) -> bool:
    """Whether it is done to a person as its plain object: "he had been fired", not "fired at him" or "fired shots"."""
    people = lexicon.things["people"].nouns
    done_to = [sentence.tokens[c] for c in sentence.children[verb] if sentence.tokens[c].dep in _ACTED_ON]
    return any(t.entity == "PERSON" or t.lemma.lower() in people for t in done_to)


def _what_it_is(sentence: Sentence, participle: int) -> bool:
    """Whether it only says what somebody is: "the Guard is a militia fighting the rebels". What there is, is told."""
    token = sentence.tokens[participle]
    noun = sentence.tokens[token.head]
    if token.tag != "VBG" or token.dep != "acl" or noun.dep != "attr":
        return False
    copula = sentence.tokens[noun.head]
    return copula.tag in _PRESENT and all(sentence.tokens[c].dep != "expl" for c in sentence.children[noun.head])


def _habit(sentence: Sentence, verb: int, modality: Modality) -> bool:
    """Whether a verb in the simple present tells what somebody does as a rule ("an army that kills priests"): below
    the headline and the first sentence, where the present stands for yesterday, and without a number. A verb whose past
    is written like its present tells of the past where the clause above it does."""
    token = sentence.tokens[verb]
    if sentence.passage.kind in _TITLES or sentence.number == 0:
        return False
    helpers = [sentence.tokens[c] for c in sentence.children[verb] if sentence.tokens[c].dep in {"aux", "auxpass"}]
    if token.tag not in _PRESENT or helpers:
        return False
    if token.text.lower() in modality.alike and any(sentence.tokens[n].tag == "VBD" for n in sentence.ancestors(verb)):
        return False
    return not any(sentence.tokens[n].pos == "NUM" for n in sentence.subtree(verb))
