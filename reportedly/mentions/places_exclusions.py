"""A window in, whether its words cannot be the name of a place out, whatever else speaks for them."""

from __future__ import annotations

from reportedly.mentions.places_around import after, feature_before
from reportedly.mentions.places_names import capital
from reportedly.mentions.places_signs import alone, by_another_name, great, local, numbered, told, wide
from reportedly.mentions.places_surroundings import PLACE_LABELS, Entity, Surroundings
from reportedly.mentions.places_window import Window

_ONE = "NNP"
_NO_NAME = frozenset({"DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL", "CARDINAL", "LANGUAGE"})


def excluded(window: Window, around: Surroundings, entity: Entity | None) -> bool:
    """Whether the words cannot be the name of a place here."""
    label = entity.label if entity else ""
    said = label in PLACE_LABELS and window.name[:1].isupper() and not around.shouted
    if (_never(window, around) and not said) or _pronoun(window, around):
        return True
    if numbered(window):
        return False
    if (label in _NO_NAME or label == "NORP") and not _mistaken(window, around, entity):
        return True
    if not window.hits and window.name in around.credits:
        return True
    if window.name in around.abbreviated and not wide(window) and not local(window):
        return True
    if _product(window, around) or _of_kin(window, around):
        return True
    if no_name_at_all(window, around) or _in_a_longer_name(window, around, entity) or _title(window, around):
        return True
    if one_of_many(window, around) or _body(window, around) or _peoples(window, around):
        return True
    if not window.hits and label == "GPE" and alone(window) and told(window, around):
        return True
    return label != "GPE" and titled_person(window, around)


def _product(window: Window, around: Surroundings) -> bool:
    """Whether the noun behind the words makes them the name of a disease or, where no country or great town bears it,
    that of a weapon or a car: "the Kolm virus", "Zarubka rockets"."""
    following = around.tokens[window.last].text.lower() if window.last < len(around.tokens) else ""
    if following in around.placing.ailments:
        return True
    known = window.hits and (local(window) or great(window) or wide(window))
    return not known and (
        following in around.placing.arms or (following in around.placing.vehicles and _headed(window, around))
    )


def _of_kin(window: Window, around: Surroundings) -> bool:
    """Whether a name that no country or great town bears is that of a family or of somebody's kin: "the bombing of the
    Zarubka family home", "the father of Zarubka"."""
    if window.hits and (local(window) or great(window) or wide(window)):
        return False
    tokens, placing = around.tokens, around.placing
    before = tokens[window.first - 2].text.lower() if window.first > 1 else ""
    following = tokens[window.last].text.lower() if window.last < len(tokens) else ""
    owned = before in placing.relatives and tokens[window.first - 1].text.lower() in placing.partitive
    return owned or following in placing.kin


def _headed(window: Window, around: Surroundings) -> bool:
    """Whether the noun behind the words is what they belong to, and belongs to no further noun: "a Kolm car", and not
    "the Kolm car bomb"."""
    noun = around.tokens[window.last]
    return around.tokens[window.last - 1].head == window.last and noun.dep not in {"compound", "nmod", "poss"}


def _mistaken(window: Window, around: Surroundings, entity: Entity | None) -> bool:
    """Whether the parser's "date" or "people" may be a town that it does not know: the whole entity is called a village
    before it, or it is one word that the gazetteer does know, used as a noun or before a feature word."""
    if entity is None or not window.first <= entity.first <= entity.last <= window.last:
        return False
    ahead = feature_before(around.tokens, window.first, around.placing)
    if ahead is not None and ahead[1].settled:
        return bool(window.hits) or around.tokens[window.last - 1].tag == _ONE
    if not window.hits:
        return _town_of_that_name(window, around)
    if entity.label == "NORP" and by_another_name(window):
        return False
    token = around.tokens[entity.last - 1]
    return token.pos == "PROPN" or after(around.tokens, window.last, around.placing.features) is not None


def _town_of_that_name(window: Window, around: Surroundings) -> bool:
    """Whether a preposition stands right before a name that nobody knows, and "town" behind it: "at Gossan town"."""
    following = after(around.tokens, window.last, around.placing.features)
    called = following is not None and following[1].settled and around.tokens[window.last - 1].tag == _ONE
    return called and window.first > 0 and around.tokens[window.first - 1].pos == "ADP"


def one_of_many(window: Window, around: Surroundings) -> bool:
    """Whether "a" or "an" stands before the words and no noun behind them: a thing written with a capital ("hit a
    Gunship") and no name."""
    before, head = around.tokens[window.first - 1], around.tokens[window.last - 1]
    if window.first == 0 or local(window) or before.text.lower() not in around.placing.indefinite:
        return False
    return head.dep not in {"compound", "amod", "nmod", "poss"}


def _peoples(window: Window, around: Surroundings) -> bool:
    """Whether a name that is no known town's only says whose a village is: "a rival Gossan village"."""
    following = after(around.tokens, window.last, around.placing.features)
    if following is None or not following[1].settled:
        return False
    if window.hits and (local(window) or great(window) or wide(window)):
        return False
    if around.tokens[window.last - 1].head != following[0] - 1:
        return False
    first = next((n for n in range(window.first, 0, -1) if around.tokens[n - 1].pos != "ADJ"), 0)
    return first > 0 and around.tokens[first - 1].text.lower() in around.placing.indefinite


def _body(window: Window, around: Surroundings) -> bool:
    """Whether the last of several words makes a name that nobody knows that of an organisation: "Kolm Cartel"."""
    last = around.tokens[window.last - 1].text.lower()
    unknown = not window.hits and not alone(window)
    called = after(around.tokens, window.last, around.placing.features)  # "the Polo Club neighbourhood"
    feature = around.placing.features.get((last,))
    named = feature is not None and not (feature.near and around.tokens[window.last - 1].text[0].isupper())
    return unknown and last in around.placing.organisations and not named and not called


def no_name_at_all(window: Window, around: Surroundings) -> bool:
    """Whether a single word cannot be a name here: a direction, a common word that opens a sentence, letters that the
    gazetteer does not know."""
    if window.last - window.first > 1:
        return False
    token = around.tokens[window.first]
    word = token.text.lower()
    if word in around.placing.parts or word in around.placing.parties or (word,) in around.placing.features:
        return True
    if window.name.lower() in around.placing.parties:
        return True
    if token.text.isupper() and len(token.text) <= 5 and not window.hits and not around.shouted:
        return True
    if token.entity in PLACE_LABELS:
        return False
    if local(window):
        return token.pos not in {"PROPN", "NOUN", "ADJ", "X", "VERB"}
    return token.pos not in {"PROPN", "NOUN", "ADJ", "X"} or (
        token.pos != "PROPN" and window.first == window.run.first == 0
    )


def _never(window: Window, around: Surroundings) -> bool:
    """Whether the words are no name of a place by themselves."""
    if window.feature is not None and window.last - window.first > 1:
        return False
    name = window.name
    folded = name.lower()
    if folded in around.placing.never and not (name.isupper() and len(name) <= 4 and _country(window)):
        return True
    if folded in around.placing.titles or folded in around.placing.parts:
        return True
    short = folded.replace(".", "") in around.placing.shorts
    return short and len(name) <= 4 and _country(window) and not name.isupper()


def _pronoun(window: Window, around: Surroundings) -> bool:
    """Whether capitals hide a small word that has no article before it and no noun behind ("told US about it"): the
    country is "the US", "in US custody" or one of a list."""
    name = window.name
    if name.lower() not in around.placing.shorts or not name.isupper() or around.titled or around.shouted:
        return False
    token, first = around.tokens[window.last - 1], window.first
    before = around.tokens[first - 1].text.lower() if first else ""
    if first == 0 or before in around.placing.definite or (before,) in around.placing.at:
        return False
    listed = token.dep == "conj" or any(t.dep == "conj" and t.head == window.last - 1 for t in around.tokens)
    return token.dep not in {"compound", "amod", "nmod", "poss"} and not listed


def _country(window: Window) -> bool:
    return bool(window.hits) and window.hits[0].kind.startswith("A.")


def _in_a_longer_name(window: Window, around: Surroundings, entity: Entity | None) -> bool:
    """Whether the window is a part of a person's or organisation's name: the words beside it in its run say so."""
    return _after_a_name(window, around, entity) or _before_a_name(window, around, entity)


def _after_a_name(window: Window, around: Surroundings, entity: Entity | None) -> bool:
    """Whether words before the window in its run go on into it: "Arvel Dolvi", "Bank of Dolvi"."""
    tokens, placing = around.tokens, around.placing
    if window.first <= window.run.first or around.titled or around.shouted or around.last_place == window.first:
        return False
    if window.listed:
        return False
    is_place = entity is not None and entity.label in PLACE_LABELS
    previous = tokens[window.first - 1]
    word = previous.text.lower()
    linked = previous.pos == "PROPN" and word not in placing.parts and (word,) not in placing.at
    linked = linked and (word,) not in placing.by and word not in placing.leading
    if linked and not is_place and previous.entity not in {"NORP", *PLACE_LABELS} and previous.text[0].isalpha():
        return True
    if previous.text not in placing.partitive or is_place or (around.last_place == window.first - 1 and wide(window)):
        return False  # "Harsema district of Marn Province"
    return not local(window) or tokens[window.first - 2].text.lower() in placing.organisations


def _before_a_name(window: Window, around: Surroundings, entity: Entity | None) -> bool:
    """Whether the words after the window in its run make it part of another name: "Dolvi Times", "Dolvi Marven"."""
    tokens, placing = around.tokens, around.placing
    if window.last >= len(tokens) or window.last >= window.run.last:
        return False
    is_place = entity is not None and entity.label in PLACE_LABELS
    token = tokens[window.last]
    if is_place and entity is not None and entity.last > window.last and token.text in placing.partitive:
        return True
    following = token.text.lower()
    if following in placing.organisations and token.text[0].isupper():
        return True
    if window.listed or window.cut or token.entity == "NORP" or (token.begins and token.entity in PLACE_LABELS):
        return False
    if is_place and by_another_name(window) and token.pos in {"PROPN", "NOUN"}:
        return following not in placing.civic and (following,) not in placing.features
    if is_place and not window.hits and _begins_a_name(window, around):
        return following not in placing.civic and (following,) not in placing.features
    if not is_place and following not in placing.civic and token.pos == "PROPN":
        return token.text[0].isalpha() and not around.titled and not around.shouted
    return False


def _begins_a_name(window: Window, around: Surroundings) -> bool:
    """Whether words hang on the last of the proper names that follow them: "Zarubka Ramesh Khalim" is a person,
    whatever the parser takes the first word for."""
    tokens, last = around.tokens, around.tokens[window.last - 1]
    follow = tokens[window.last : min(last.head + 1, window.run.last)]
    return last.dep == "compound" and len(follow) > 1 and all(t.pos == "PROPN" and capital(t) for t in follow)


def _title(window: Window, around: Surroundings) -> bool:
    """Whether the word is the title of a person whose name follows it: "Bishop Arvel Kesh"."""
    if not alone(window) or window.name.lower().rstrip(".") not in around.placing.titles:
        return False
    return window.last < len(around.tokens) and around.tokens[window.last].pos == "PROPN"


def titled_person(window: Window, around: Surroundings) -> bool:
    """Whether a title stands before the name: "President Dolvi"."""
    if window.first == 0:
        return False
    return around.tokens[window.first - 1].text.lower().rstrip(".") in around.placing.titles
