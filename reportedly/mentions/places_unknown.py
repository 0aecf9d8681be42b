"""A run of name words that nobody knows in, the stretch that may still name a place out."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.gazetteer.rows import EMBEDDED
from reportedly.lexicon.placing import Placing
from reportedly.mentions.places_around import after, before, feature_before, skip_back
from reportedly.mentions.places_lookup import Lookup
from reportedly.mentions.places_names import Run, capital
from reportedly.mentions.places_window import Window, words
from reportedly.model.text import Sentence, Token


def owner(sentence: Sentence, run: Run, start: int, names: Lookup, placing: Placing) -> Window | None:
    """A well-known place that owns what follows, in a text that has lost its apostrophes: "Veldanias Marn province"."""
    tokens = sentence.tokens
    word = tokens[start].text
    if len(word) < 5 or not word.endswith("s") or start + 1 >= len(tokens):
        return None
    stem = word[:-1]
    if tokens[start + 1].pos not in _OWNED or stem.lower() in placing.parties or stem.lower() in placing.never:
        return None
    hits = tuple(p for p in names.find(stem) if p.source != EMBEDDED or p.kind[0] == "A" or p.population >= _KNOWN)
    if not hits:
        return None
    return Window(run=run, first=start, last=start + 1, core=start + 1, name=stem, hits=hits, cut=1)


_OWNED = frozenset({"NOUN", "PROPN", "ADJ"})
_KNOWN = 100_000
"""People in a town whose name is seen even in "Dolvis market"."""


def called_whole(sentence: Sentence, run: Run, names: Lookup, placing: Placing) -> Window | None:
    """A run of two or three words after "the village of" or before "village", where a gazetteer knows only one of them:
    "Tall Tawil" is one village and not Tall; but "the capital of Orvan Department" is that of Orvan."""
    tokens = sentence.tokens
    inner = [t for t in tokens[run.first : run.last] if t.text[0].isalpha() and t.text not in placing.articles]
    if not 1 < len(inner) <= 3 or any(t.pos != "PROPN" for t in inner):
        return None
    if not (_called_ahead(tokens, run, placing) or _called_behind(tokens, run, names, sentence, placing)):
        return None
    if after(tokens, run.last - 1, placing.features) and names.find(words(sentence, run.first, run.last - 1)):
        return None
    if names.find(words(sentence, run.first, run.last)) or _holds(names, words(sentence, run.first + 1, run.last)):
        return None
    return unknown(sentence, run, run.first, names, placing)


def _called_ahead(tokens: Sequence[Token], run: Run, placing: Placing) -> bool:
    """Whether "the village of" stands before the run, and no "villages of", behind which several may follow."""
    ahead = feature_before(tokens, run.first, placing)
    return ahead is not None and ahead[1].settled and tokens[ahead[0]].text not in placing.plurals


def _called_behind(tokens: Sequence[Token], run: Run, names: Lookup, sentence: Sentence, placing: Placing) -> bool:
    """Whether "village" stands behind the run, and no country or great town begins it ("Veldania Lipna village")."""
    behind = after(tokens, run.last, placing.features)
    if behind is None or not behind[1].settled or tokens[behind[0] - 1].text in placing.plurals:
        return False
    return not _holds(names, words(sentence, run.first, run.first + 1))


def _holds(names: Lookup, name: str) -> bool:
    """Whether a name is that of a country, division or great town, before which a name may stand without a comma."""
    return any(p.kind[0] == "A" or p.population >= _KNOWN for p in names.find(name))


def unknown(
    sentence: Sentence, run: Run, start: int, names: Lookup, placing: Placing, *, listed: bool = False
) -> Window | None:
    """A run that nobody knows where the words around it may say that it is a place: "the village of Zhemun", "near
    Zhemun", "Zhemun, 40 km west of"."""
    tokens = sentence.tokens
    last = next((n for n in range(start + 1, run.last) if _ends(sentence, run, n, names, placing)), run.last)
    inner = tokens[start:last]
    if len(inner) > 5 or not capital(inner[-1]):
        return None
    called = _called(tokens, start, last, placing)
    never = _NEVER_UNKNOWN - {"NORP"} if called else _NEVER_UNKNOWN
    if any(token.entity in never for token in inner if token.text[0].isalpha()):
        return None
    if not called and (
        titled(sentence)
        or not any(t.pos == "PROPN" for t in inner)
        or not (listed or _may_lie(tokens, start, last, placing))
    ):
        return None
    name = words(sentence, start, last)
    followed = last < run.last and capital(tokens[last])
    return Window(run=run, first=start, last=last, core=last, name=name, hits=(), listed=followed)


def titled(sentence: Sentence) -> bool:
    """Whether a sentence writes every word with a capital, as titles do: a capital tells of no name there ("Killed in
    Clashes")."""
    long = [t.text for t in sentence.tokens if t.text.isalpha() and len(t.text) >= _CONTENT]
    small = sum(word[0].islower() for word in long)
    return len(long) >= _TITLE and small <= len(long) // _TITLE and not all(word.isupper() for word in long)


_CONTENT, _TITLE = 4, 5
"""Letters from which a title capitalises a word, and words from which a sentence is seen to be one; one in five words
may be small."""


def _ends(sentence: Sentence, run: Run, number: int, names: Lookup, placing: Placing) -> bool:
    """Whether another name begins at the token: after "and", that of a party, that of a province without its comma."""
    text = sentence.tokens[number].text
    if text in placing.both or text in placing.definite or text.lower() in placing.parties:
        return True
    joined = sentence.tokens[number - 1].text in placing.joiners
    return not joined and number + 1 == run.last and any(place.kind[0] == "A" for place in names.find(text))


def _called(tokens: Sequence[Token], start: int, last: int, placing: Placing) -> bool:
    """Whether a feature word says that it is a village: "the village of X", "X village"."""
    ahead = feature_before(tokens, start, placing)
    if ahead is not None and (ahead[1].settled or ahead[1].near):
        return True
    following = after(tokens, last, placing.features)
    return following is not None and (following[1].settled or following[1].near)


def _may_lie(tokens: Sequence[Token], start: int, last: int, placing: Placing) -> bool:
    """Whether a preposition of place stands before the name, or a distance after it."""
    at, _, _ = skip_back(tokens, start, placing)
    if any(before(tokens, at, table) is not None for table in (placing.by, placing.at, placing.of)):
        return True
    if last < len(tokens) and (tokens[last].text in _PARTED or tokens[last].lemma in placing.lying):
        return any(token.text.lower() in placing.units for token in tokens[last : last + 8])
    return False


_NEVER_UNKNOWN = frozenset({"NORP", "DATE", "TIME", "LANGUAGE"})
_PARTED = frozenset(",(-–")
