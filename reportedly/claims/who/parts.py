"""Who stands at the doers' and the harmed's words in, those of them who can have that part out.

The parser takes unknown towns for persons and organisations, and where a comma is lost it hangs whoever tells on the
people told of ("killed 14 people the Centre said").
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reportedly.claims.frames.frames import Trigger
from reportedly.claims.frames.prepositions import governed
from reportedly.lexicon.happenings import Happenings
from reportedly.lexicon.modality import Modality
from reportedly.model.reading import Who
from reportedly.model.text import Sentence

_PARSED = "code:"
"""What the rules of actors begin with that only the parser takes for such."""
_BEFORE = frozenset({"compound", "nmod", "amod"})
_NAMES = frozenset({"person", "organisation", "people"})
_TELLERS = frozenset({"monitor", "outlet", "agency"})
_UNARMED = frozenset({"rescue", "rescuers", "medical", "medics", "media", "journalists", "analysts", "sources"})
_STATES = frozenset({"state"})
_BEHIND = 2
"""Words before a country that says where a town lies: the town's name and a comma."""
_OBJECTS = frozenset({"dobj", "nsubjpass"})


def can_do(sentence: Sentence, who: Who, modality: Modality, *, violence: bool = False) -> bool:
    """Whether an actor can be the doer: no medium or monitor, of violence nobody who rescues, heals or reports ("hit a
    convoy escorted by medics", who may evacuate people), no country in which it happened ("in north Korvia killing
    two"), and no unknown name right before another noun ("the Zhemun attack")."""
    if who.kind in _TELLERS or (violence and who.kind in _UNARMED):
        return False
    head = sentence.head_of(who.span)
    if head is None:
        return True
    token = sentence.tokens[head]
    if who.kind in _STATES and _behind_town(sentence, who):
        return False
    if who.kind in _STATES and token.dep == "pobj":
        preposition = sentence.tokens[token.head]
        return preposition.dep == "agent" or preposition.text.lower() in modality.by | modality.behind
    return not (_unknown(who) and token.dep in _BEFORE)


def can_suffer(
    sentence: Sentence, who: Who, triggers: Iterable[Trigger], modality: Modality, lexicon: Happenings
) -> bool:
    """Whether an actor can be the one harmed: an unknown name only where people are harmed and not where ground is
    struck or won ("shelled Zhemun"), a medium or monitor only where the deed is done to itself."""
    head = sentence.head_of(who.span)
    if head is None:
        return True
    if who.kind in _STATES and (_heads_line(sentence, head) or _behind_town(sentence, who)):
        return False
    if who.kind in _TELLERS:
        return _done_to(sentence, head, tuple(triggers), modality)
    if not _unknown(who):
        return True
    if sentence.tokens[head].dep in _BEFORE:  # "killed Zhemun residents"
        return False
    return _done_to_people(sentence, head, triggers, lexicon)


def named_among(sentence: Sentence, counted: Iterable[int], modality: Modality) -> set[int]:
    """The tokens of those who are named among people counted ("three commanders, including Omar Tesh, were confirmed
    dead"): they came to harm whatever the word for it."""
    return {noun for body in counted for noun in governed(sentence, body, modality.named_part)}


def _behind_town(sentence: Sentence, who: Who) -> bool:
    """Whether a country stands between commas behind a name, as where a town lies: "near Dolvi, Korvia, a strike"."""
    inside = sentence.inside(who.span)
    if not inside or inside[0] < _BEHIND or inside[-1] + 1 >= len(sentence.tokens):
        return False
    name, comma = sentence.tokens[inside[0] - _BEHIND : inside[0]]
    token = sentence.tokens[inside[-1]]
    return token.dep == "appos" and name.pos == "PROPN" and comma.text == sentence.tokens[inside[-1] + 1].text == ","


def _heads_line(sentence: Sentence, head: int) -> bool:
    """Whether a country opens a headline before a colon, as the place of its news: "Korvia: Raid kills two"."""
    following = sentence.tokens[head + 1 : head + 2]
    return head == 0 and bool(following) and following[0].text == ":"


def _unknown(who: Who) -> bool:
    """Whether the parser alone makes it an actor, with no title before the name ("Colonel")."""
    return who.rule.startswith(_PARSED) and who.kind in _NAMES and who.text == who.name


def _done_to_people(sentence: Sentence, head: int, triggers: Iterable[Trigger], lexicon: Happenings) -> bool:
    """Whether a word for what is done to people alone stands above the name ("killed", "the arrest of"), with no
    preposition between but that of a noun ("killed in Zhemun" is where)."""
    personal = {t.mention.token for t in triggers if t.mention.rule in lexicon.people}
    for number in (head, *sentence.ancestors(head)):
        token = sentence.tokens[number]
        if number in personal:
            return True
        if token.dep == "prep" and sentence.tokens[token.head].pos not in {"NOUN", "PROPN"}:
            return False
        if token.pos == "VERB" and token.dep != "prep":  # "killed when rebels raided the villages of Zhemun and Lipna"
            return False
    return False


def _done_to(sentence: Sentence, head: int, triggers: Sequence[Trigger], modality: Modality) -> bool:
    """Whether the name is the object of a happening word itself, or follows its "on" or "against"."""
    words = {t.mention.token for t in triggers}
    token = sentence.tokens[head]
    if token.dep == "pobj":
        preposition = sentence.tokens[token.head]
        return preposition.text.lower() in modality.towards and preposition.head in words
    alone = not any(sentence.tokens[c].dep in {"nummod", "compound"} for c in sentence.children[head])
    return token.dep in _OBJECTS and token.head in words and alone
