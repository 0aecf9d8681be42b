"""A window and its sentence in, what single signs around it say out: prepositions, verbs, institutions, datelines."""

from __future__ import annotations

from reportedly.gazetteer.keys import keys
from reportedly.gazetteer.rows import EMBEDDED
from reportedly.mentions.places_around import after, before, skip_back
from reportedly.mentions.places_surroundings import Entity, Surroundings
from reportedly.mentions.places_window import Window
from reportedly.model.text import PassageKind

GREAT = 300_000
"""People in a town that is taken for a place although nothing but its name speaks for it."""


def whole(window: Window, entity: Entity | None) -> bool:
    """Whether the parser's entity lies inside the window, or there is none."""
    return entity is None or (window.first <= entity.first and entity.last <= window.last)


def alone(window: Window) -> bool:
    """Whether the name is one word."""
    return window.last - window.first == 1


def local(window: Window) -> bool:
    """Whether a gazetteer that the user has added knows the name: such a name is one of the land that is read about."""
    return any(place.source != EMBEDDED for place in window.hits)


def great(window: Window) -> bool:
    """Whether the name alone suffices: a country, a province, a great town, a place written by hand."""
    top = window.hits[0]
    return top.kind.startswith("A.") or top.population >= GREAT or top.id.startswith("places/")


def wide(window: Window) -> bool:
    """Whether a country or a division bears the name."""
    return any(place.kind.startswith("A.") for place in window.hits)


def numbered(window: Window) -> bool:
    """Whether the name is a road's with its number: "Highway 12"."""
    return window.feature is not None and window.feature.kinds == ("R.",) and window.name[-1:].isdigit()


def state(window: Window) -> bool:
    """Whether a country or a first-level division bears the name."""
    return any(place.kind.startswith(("A.PCL", "A.ADM1")) for place in window.hits)


def by_another_name(window: Window) -> bool:
    """Whether all bearers are towns printed under other names: such a name needs more witnesses."""
    folded = keys(window.name)
    return bool(window.hits) and all(p.kind[0] == "P" and keys(p.name).bare != folded.bare for p in window.hits)


def preposition(window: Window, around: Surroundings) -> str | None:
    """The rule of the preposition, or noun with "of", that stands before the name and its adjectives."""
    start, _, _ = skip_back(around.tokens, window.first, around.placing)
    for table in (around.placing.by, around.placing.at, around.placing.of, around.placing.to):
        found = before(around.tokens, start, table)
        if found is not None:
            return found[1]
    return None


def taken(window: Window, around: Surroundings) -> bool:
    """Whether the name is what is shelled, stormed or retaken."""
    token = around.tokens[window.last - 1]
    head = around.tokens[token.head]
    return token.dep in {"dobj", "nsubjpass"} and head.lemma.lower() in around.placing.taking


def civic(window: Window, around: Surroundings) -> bool:
    """Whether an institution or a person of the town is named: "Dolvi police", "Dolvi High School", and no party ("the
    Marn National Front")."""
    if window.last >= len(around.tokens):
        return False
    entity = around.entity_at(window.first, window.last)
    if entity is not None and around.tokens[entity.last - 1].text.lower() in around.placing.forces:
        return False
    at_start = entity is None or entity.first == window.first
    return at_start and around.tokens[window.last].text.lower() in around.placing.civic


def citizen(window: Window, around: Surroundings) -> bool:
    """Whether people of the town are named: "a Dolvi man", "Dolvi residents"."""
    return window.last < len(around.tokens) and around.tokens[window.last].text in around.placing.citizens


def aged(window: Window, around: Surroundings) -> bool:
    """Whether a person's age and "of" stand before the name: "Arvel Kesh, 24, of Dolvi"."""
    tokens, first = around.tokens, window.first
    return (
        first > 2
        and tokens[first - 1].text in around.placing.partitive
        and tokens[first - 2].text == ","
        and tokens[first - 3].text.isdigit()
    )


def apposed(window: Window, around: Surroundings) -> str | None:
    """The rule of the feature word that follows as an apposition: "Dolvi, a small town in the south"."""
    tokens = around.tokens
    at = window.last
    articles = around.placing.definite | around.placing.indefinite
    if at + 2 >= len(tokens) or tokens[at].text != "," or tokens[at + 1].text.lower() not in articles:
        return None
    for number in range(at + 2, min(at + 6, len(tokens))):
        found = after(tokens, number, around.placing.features)
        if found is not None and found[1].settled:
            return found[1].rule
        if tokens[number].pos not in {"ADJ", "NOUN", "ADV", "VERB", "PUNCT", "PROPN", "NUM"}:
            return None
    return None


def before_container(window: Window, around: Surroundings) -> bool:
    """Whether a comma and a wider place follow, as the parser sees it."""
    tokens = around.tokens
    if window.last + 1 >= len(tokens) or tokens[window.last].text != ",":
        return False
    return tokens[window.last + 1].entity == "GPE"


def dateline(window: Window, around: Surroundings) -> bool:
    """Whether the name opens a report: "DOLVI, Veldania (VELTA) -"."""
    if around.sentence.passage.kind is PassageKind.DATELINE:
        return bool(window.hits)
    if not window.hits or not window.name.isupper() or len(window.name) < 4:
        return False
    if not around.shouted and (_bracketed(window, around) or _dated(window, around)):
        return True
    if window.first != 0:
        return False
    return any(token.text == "(" or token.text in _DASHES for token in around.tokens[window.last : window.last + 6])


def _bracketed(window: Window, around: Surroundings) -> bool:
    """Whether one or two names in brackets follow, as those of an agency do: "DOLVI (VELTA) Shells fell"."""
    tokens, last = around.tokens, window.last
    if last + 2 >= len(tokens) or tokens[last].text != "(":
        return False
    close = next((n for n in range(last + 2, min(last + 4, len(tokens))) if tokens[n].text == ")"), None)
    return close is not None and all(t.text[:1].isupper() for t in tokens[last + 1 : close])


def _dated(window: Window, around: Surroundings) -> bool:
    """Whether a day and a dash follow, also after a headline that was glued on: "… in Marn DOLVI, May 7 - Shells"."""
    tokens, last = around.tokens, window.last
    if last + 3 >= len(tokens) or tokens[last].text != ",":
        return False
    words = [token.text for token in tokens[last + 1 : last + 6]]
    dash = next((n for n, word in enumerate(words) if word in _DASHES), 0)
    return any(word.isdigit() for word in words[:dash])


_DASHES = frozenset({"—", "–", "-", "--"})


def speaks(window: Window, around: Surroundings) -> str | None:
    """The rule of the verb of speech or decision whose subject the name is."""
    token = around.tokens[window.last - 1]
    if token.dep != "nsubj" or token.head == window.last - 1:
        return None
    head = around.tokens[token.head]
    return around.placing.speech.get((head.lemma.lower(),)) if head.pos in {"VERB", "AUX"} else None


def governs(window: Window, around: Surroundings) -> str | None:
    """The rule of the verb where the name stands for a government: a country or capital that speaks or decides."""
    own = (p for p in window.hits if p.kind.startswith(("A.PCL", "P.PPLC")))
    if not any(keys(place.name).full == keys(window.name).full or place is window.hits[0] for place in own):
        return None
    return speaks(window, around)


def wields(window: Window, around: Surroundings) -> str | None:
    """The rule of what the name owns, where a capital stands for its government: "Karsk's jets"."""
    token = around.tokens[window.last - 1]
    if token.dep != "poss" or not any(p.kind == "P.PPLC" for p in window.hits):
        return None
    return around.placing.wielded.get((around.tokens[token.head].lemma.lower(),))


def participle(window: Window, around: Surroundings) -> str:
    """The word bound to the name by a hyphen ("led" in "Korvia-led"), in small letters, or nothing."""
    tokens = around.tokens
    if window.last + 1 >= len(tokens) or tokens[window.last].text not in {"-", "–", "‑"}:
        return ""
    return tokens[window.last + 1].text.lower()


def told(window: Window, around: Surroundings) -> bool:
    """Whether the name is that of whoever is told or cited: "told Northwire", "according to Northwire"."""
    start, _, _ = skip_back(around.tokens, window.first, around.placing)
    if before(around.tokens, start, around.placing.telling) is not None:
        return True
    return speaks(window, around) is not None
