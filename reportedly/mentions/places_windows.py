"""A run of name words in, the stretches that may be one place name out, longest first, each with its bearers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reportedly.gazetteer.keys import keys
from reportedly.gazetteer.rows import EMBEDDED
from reportedly.lexicon.placing import Feature, Placing
from reportedly.mentions.places_around import after, before, feature_before, skip_back
from reportedly.mentions.places_lookup import Lookup
from reportedly.mentions.places_names import LONGEST, Run, capital
from reportedly.mentions.places_surroundings import Surroundings
from reportedly.model.reading import Place
from reportedly.model.text import Sentence, Token


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """Tokens ``first`` up to ``last`` as one name. ``name`` is looked up: the words without a feature word where the
    gazetteer does not know them with it. ``core`` is one past the last token of the name proper. ``listed`` is true
    after "the towns of", where names may follow one another without commas; ``cut`` counts the letters at the end that
    are no part of the name ("Dolvis" for "Dolvi's" in a text without apostrophes)."""

    run: Run
    first: int
    last: int
    core: int
    name: str
    hits: tuple[Place, ...]
    feature: Feature | None = None
    listed: bool = False
    cut: int = 0


def windows(sentence: Sentence, run: Run, names: Lookup, placing: Placing, around: Surroundings) -> Iterator[Window]:
    """The windows of a run that do not overlap, from the left, the longest known name first."""
    cursor = run.first
    listed = _listed(sentence, run, placing)
    for start in run.starts:
        if start < cursor or _no_start(sentence, run, start, names, placing):
            continue
        window = _longest(sentence, run, start, names, placing, around)
        if window is not None:
            yield replace(window, listed=True) if listed else window
            cursor = window.last


def _listed(sentence: Sentence, run: Run, placing: Placing) -> bool:
    """Whether the run follows "the towns of"."""
    tokens = sentence.tokens
    return run.first > 1 and tokens[run.first - 1].text == "of" and tokens[run.first - 2].text in placing.plurals


def _no_start(sentence: Sentence, run: Run, start: int, names: Lookup, placing: Placing) -> bool:
    """Whether a capitalised word belongs to the sentence and not to the name: "The", "In", "Near", "Northern"."""
    word = sentence.tokens[start].text.lower()
    if start + 1 >= run.last:
        return False
    if word in placing.leading:
        return not any(
            place.name.lower().startswith(word + " ") for place in names.find(_words(sentence, start, run.last))
        )
    return (word,) in placing.at or (word,) in placing.by


def _longest(
    sentence: Sentence, run: Run, start: int, names: Lookup, placing: Placing, around: Surroundings
) -> Window | None:
    entity_end = around.place_entity_from(start)
    for end in reversed(run.ends):
        if end <= start or end - start > LONGEST:
            continue
        name = _words(sentence, start, end)
        grown = _with_feature_after(sentence, run, start, end, names, placing) if end == run.last else None
        if grown is not None:
            return grown
        hits = () if end == start + 1 and len(name) < 2 else names.find(name)
        if end == start + 1 and len(name) <= 5 and hits:
            hits = _spelled_out(sentence, start, name, hits, around)
        if hits:
            end = _dotted(sentence, end)
            feature = _first_feature(sentence, start, end, placing) or _last_feature(sentence, start, end, placing)
            return Window(run=run, first=start, last=end, core=end, name=name, hits=hits, feature=feature)
        if end == start + 1 and around.flat and (owned := _owner(sentence, run, start, names, placing)) is not None:
            return owned
        split = _split_feature(sentence, run, start, end, names, placing, around)
        if split is not None:
            return split
        if entity_end == end and _one_name(sentence, start, end, names, placing):
            feature = _first_feature(sentence, start, end, placing)
            return Window(run=run, first=start, last=end, core=end, name=name, hits=(), feature=feature)
    return _unknown(sentence, run, start, placing) if start == run.first else None


def _owner(sentence: Sentence, run: Run, start: int, names: Lookup, placing: Placing) -> Window | None:
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


def _unknown(sentence: Sentence, run: Run, start: int, placing: Placing) -> Window | None:
    """A run that nobody knows where the words around it may say that it is a place: "the village of Zhemun", "near
    Zhemun", "Zhemun, 40 km west of"."""
    tokens = sentence.tokens
    last = next((n for n in range(start + 1, run.last) if tokens[n].text in {"and", "the"}), run.last)
    names = tokens[start:last]
    if len(names) > 5 or any(t.entity in _NEVER_UNKNOWN for t in names if t.text[0].isalpha()):
        return None
    if not _called(tokens, start, last, placing) and (
        not any(t.pos == "PROPN" for t in names) or not _may_lie(tokens, start, last, placing)
    ):
        return None
    name = _words(sentence, start, last)
    return Window(run=run, first=start, last=last, core=last, name=name, hits=())


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


def _one_name(sentence: Sentence, start: int, end: int, names: Lookup, placing: Placing) -> bool:
    """Whether unknown words are one name: not two joined by "and", and not a direction before a known one."""
    tokens = sentence.tokens
    if any(token.text in {"and", "&"} for token in tokens[start:end]):
        return False
    if _part_of_known(sentence, start, end, names, placing):
        return False
    directed = tokens[start].text.lower() in placing.parts and end - start > 1
    return not (directed and names.find(_words(sentence, start + 1, end)))


def _part_of_known(sentence: Sentence, start: int, end: int, names: Lookup, placing: Placing) -> bool:
    """Whether "of" and a known name end the words, so that they name a part of it: "Lower Town of Karsk"."""
    tokens = sentence.tokens
    seam = next((n for n in range(start + 1, end - 1) if tokens[n].text == "of"), None)
    if seam is None or _first_feature(sentence, start, end, placing) is not None:
        return False
    return bool(names.find(_words(sentence, seam + 1, end)))


def _spelled_out(
    sentence: Sentence, start: int, name: str, hits: tuple[Place, ...], around: Surroundings
) -> tuple[Place, ...]:
    """The bearers that a short word can mean: no town by mere capitals ("FAO"), and a division by its abbreviation
    only with its full stop or after a comma ("Pa.", ", PA")."""
    tokens = sentence.tokens
    if name.isupper() and not around.shouted and start > 0:
        hits = tuple(place for place in hits if place.kind[0] != "P")
    stopped = "." in name or (start + 1 < len(tokens) and tokens[start + 1].text == ".")
    if (
        stopped
        or len(name) > 4
        or (name.isupper() and (len(name) > 2 or (start > 0 and tokens[start - 1].text == ",")))
    ):
        return hits
    key = keys(name).full
    return tuple(p for p in hits if p.kind != "A.ADM1" or keys(p.name).full == key)


def _dotted(sentence: Sentence, end: int) -> int:
    """One further where the full stop after the window belongs to it, as in "W.Va." cut in two by the parser."""
    tokens = sentence.tokens
    if end < len(tokens) and tokens[end].text == "." and tokens[end].start == tokens[end - 1].end:
        word = tokens[end - 1].text
        if "." in word and not word.endswith("."):
            return end + 1
    return end


def _words(sentence: Sentence, first: int, last: int) -> str:
    offset = sentence.passage.span.start
    return sentence.text[sentence.tokens[first][0] - offset : sentence.tokens[last - 1][1] - offset]


def _with_feature_after(
    sentence: Sentence, run: Run, start: int, end: int, names: Lookup, placing: Placing
) -> Window | None:
    """The name and the feature word in small letters that belongs to it: "Kesh gas field", "Sava river"."""
    found = after(sentence.tokens, end, placing.features)
    if found is None or not found[1].own or found[1].capital:
        return None
    last, feature = found
    whole = _words(sentence, start, last)
    hits = names.find(whole) or _of_kind(names.find(_words(sentence, start, end)), feature, exact=True)
    if not hits:
        return None
    return Window(run=run, first=start, last=last, core=end, name=whole, hits=hits, feature=feature)


def _split_feature(
    sentence: Sentence, run: Run, start: int, end: int, names: Lookup, placing: Placing, around: Surroundings
) -> Window | None:
    """A name whose last or first words are a feature word with a capital: "Orvan Province", "Main Street", "Mount
    Arvel"."""
    tokens = sentence.tokens
    for size in (3, 2, 1):
        if end - size <= start:
            continue
        feature = placing.features.get(tuple(t.text.lower() for t in tokens[end - size : end]))
        if feature is None:
            continue
        core = end - size
        if not feature.own and _goes_on(sentence, end):
            return None
        name = _words(sentence, start, core)
        hits = _of_kind(names.find(name), feature, exact=True)
        if (
            not hits
            and feature.capital
            and "R." not in feature.kinds
            and _institution(sentence, start, core, names, placing)
        ):
            return None
        if hits or (feature.own and around.plausible(start, end)):
            return Window(run=run, first=start, last=end, core=core, name=name, hits=hits, feature=feature)
        break
    feature = _first_feature(sentence, start, end, placing)
    if feature is not None and end - start > 1 and around.plausible(start, end):
        name = _words(sentence, start, end)
        return Window(run=run, first=start, last=end, core=end, name=name, hits=(), feature=feature)
    return None


def _institution(sentence: Sentence, start: int, core: int, names: Lookup, placing: Placing) -> bool:
    """Whether a building is called by its town: "Dolvi Hospital", "Dolvi National Hospital"."""
    if names.find(_words(sentence, start, core)):
        return True
    return any(
        sentence.tokens[end].text.lower() in placing.civic and names.find(_words(sentence, start, end))
        for end in range(start + 1, core)
    )


def _goes_on(sentence: Sentence, end: int) -> bool:
    """Whether the name of an office goes on: "Orvan Department of Health", "Marn State University"."""
    if end >= len(sentence.tokens):
        return False
    following = sentence.tokens[end]
    return following.text == "of" or (capital(following) and following.pos == "PROPN")


def _first_feature(sentence: Sentence, start: int, end: int, placing: Placing) -> Feature | None:
    """The feature word with which a name begins: "Mount", "Lake", "Camp", "Jabal"."""
    if end - start < 2 or not capital(sentence.tokens[start]):
        return None
    feature = placing.features.get((sentence.tokens[start].text.lower().rstrip("."),))
    return feature if feature is not None and feature.own and not feature.capital else None


def _last_feature(sentence: Sentence, start: int, end: int, placing: Placing) -> Feature | None:
    if end - start < 2:
        return None
    return placing.features.get((sentence.tokens[end - 1].text.lower(),))


def _of_kind(hits: tuple[Place, ...], feature: Feature, *, exact: bool) -> tuple[Place, ...]:
    """The bearers that the feature word can mean; all of them where none is and ``exact`` is false."""
    kept = tuple(place for place in hits if place.kind.startswith(feature.kinds))
    return kept if kept or exact else hits
