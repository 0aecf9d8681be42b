"""A run of name words in, the stretches that may be one place name out, longest first, each with its bearers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from reportedly.gazetteer.keys import keys
from reportedly.lexicon.placing import Feature, Placing
from reportedly.mentions.places_around import after
from reportedly.mentions.places_lookup import Lookup
from reportedly.mentions.places_names import LONGEST, Run, capital
from reportedly.mentions.places_surroundings import Surroundings
from reportedly.mentions.places_unknown import called_whole, owner, titled, unknown
from reportedly.mentions.places_window import Window, words
from reportedly.model.reading import Place
from reportedly.model.text import Sentence


def windows(sentence: Sentence, run: Run, names: Lookup, placing: Placing, around: Surroundings) -> Iterator[Window]:
    """The windows of a run that do not overlap, from the left, the longest known name first."""
    cursor = run.first
    listed = _listed(sentence, run, placing)
    for start in run.starts:
        if start < cursor or _no_start(sentence, run, start, names, placing):
            continue
        window = _short_headed(sentence, run, start, names) if listed else None
        window = window or _longest(sentence, run, start, names, placing, around)
        if window is not None:
            yield replace(window, listed=True) if listed else window
            cursor = window.last


def _listed(sentence: Sentence, run: Run, placing: Placing) -> bool:
    """Whether the run follows "the towns of"."""
    tokens = sentence.tokens
    return (
        run.first > 1
        and tokens[run.first - 1].text in placing.partitive
        and tokens[run.first - 2].text in placing.plurals
    )


def _short_headed(sentence: Sentence, run: Run, start: int, names: Lookup) -> Window | None:
    """A name of a list whose first word is too short to be another one: "Ain Zhelin" in "the towns of Ain Zhelin and
    Kolm"; where a gazetteer knows it, it is found as such."""
    tokens = sentence.tokens
    end = next((n for n in range(start, run.last) if not capital(tokens[n])), run.last)
    if len(tokens[start].text) > _SHORT_HEAD or end - start < 2:
        return None
    name = words(sentence, start, end)
    return Window(run=run, first=start, last=end, core=end, name=name, hits=names.find(name))


_SHORT_HEAD = 3
"""Letters of a word such as "Ain", "Bab" or "Tel", with which names of two words begin."""


def _no_start(sentence: Sentence, run: Run, start: int, names: Lookup, placing: Placing) -> bool:
    """Whether a capitalised word belongs to the sentence and not to the name: "The", "In", "Near", "Northern"."""
    word = sentence.tokens[start].text.lower()
    if start + 1 >= run.last:
        return word in placing.leading
    if word in placing.leading:
        return not any(
            place.name.lower().startswith(word + " ") for place in names.find(words(sentence, start, run.last))
        )
    return (word,) in placing.at or (word,) in placing.by


def _longest(
    sentence: Sentence, run: Run, start: int, names: Lookup, placing: Placing, around: Surroundings
) -> Window | None:
    entity_end = around.place_entity_from(start)
    if (road := _numbered(sentence, run, start, placing)) is not None:
        return road
    if start == run.first and (whole := called_whole(sentence, run, names, placing)) is not None:
        return whole
    for end in reversed(run.ends):
        if end <= start or end - start > LONGEST:
            continue
        name = words(sentence, start, end)
        grown = _with_feature_after(sentence, run, start, end, names, placing) if end == run.last else None
        if grown is not None:
            return grown
        hits = () if end == start + 1 and len(name) < 2 else names.find(name)
        if end == start + 1 and len(name) <= 5 and hits:
            hits = _spelled_out(sentence, start, name, hits, around)
        if hits and _half(sentence, run, end, names, around):
            continue
        if hits:
            end = _dotted(sentence, end)
            feature = _first_feature(sentence, start, end, placing) or _last_feature(sentence, start, end, placing)
            return Window(run=run, first=start, last=end, core=end, name=name, hits=hits, feature=feature)
        if end == start + 1 and around.flat and (owned := owner(sentence, run, start, names, placing)) is not None:
            return owned
        split = _split_feature(sentence, run, start, end, names, placing, around)
        if split is not None:
            return split
        owns = around.flat and owner(sentence, run, start, names, placing) is not None
        if entity_end == end and not owns and _office(sentence, start, end, names, placing):
            continue
        if entity_end == end and not owns and not titled(sentence) and _one_name(sentence, start, end, names, placing):
            feature = _first_feature(sentence, start, end, placing)
            return Window(run=run, first=start, last=end, core=end, name=name, hits=(), feature=feature)
    listed = _goes_on_listing(run, start, around)
    return unknown(sentence, run, start, names, placing, listed=listed) if listed or start == run.first else None


def _half(sentence: Sentence, run: Run, end: int, names: Lookup, around: Surroundings) -> bool:
    """Whether a known name is only the first half of a hyphened one ("Kolm-Gossan"), whose other half nobody knows."""
    tokens = sentence.tokens
    if end + 1 >= run.last or tokens[end].text != "-" or titled(sentence) or around.shouted:
        return False
    glued = tokens[end - 1].end == tokens[end].start and tokens[end].end == tokens[end + 1].start
    if not glued or tokens[end + 1].pos != "PROPN":
        return False
    return not any(names.find(words(sentence, end + 1, last)) for last in run.ends if last > end + 1)


def _two_names(sentence: Sentence, start: int, end: int, names: Lookup) -> bool:
    """Whether a hyphen or dash parts two known names: "the Kolm-Brenik road"."""
    tokens = sentence.tokens
    seams = [n for n in range(start + 1, end - 1) if tokens[n].text in {"-", "–", "/"}]
    return any(
        names.find(words(sentence, start, seam)) and names.find(words(sentence, seam + 1, end)) for seam in seams
    )


def _numbered(sentence: Sentence, run: Run, start: int, placing: Placing) -> Window | None:
    """A road called by its number: "Highway 12", "State Route 7"."""
    tokens = sentence.tokens
    found = after(tokens, start, placing.numbered)
    if found is None or found[0] >= len(tokens) or not tokens[found[0]].text[0].isdigit():
        return None
    last = found[0] + 1
    feature = placing.features.get((tokens[found[0] - 1].text.lower(),))
    name = words(sentence, start, last)
    return Window(run=run, first=start, last=last, core=last, name=name, hits=(), feature=feature)


def _one_name(sentence: Sentence, start: int, end: int, names: Lookup, placing: Placing) -> bool:
    """Whether unknown words are one name: not two joined by "and", nor a name and what it holds ("Marn's Gossan"), and
    not a direction before a known one."""
    tokens = sentence.tokens
    if any(token.text in placing.both for token in tokens[start:end]) or _owned(sentence, start, end, names, placing):
        return False
    if _part_of_known(sentence, start, end, names, placing) or _two_names(sentence, start, end, names):
        return False
    directed = tokens[start].text.lower() in placing.parts and end - start > 1
    return not (directed and names.find(words(sentence, start + 1, end)))


def _owned(sentence: Sentence, start: int, end: int, names: Lookup, placing: Placing) -> bool:
    """Whether the words are a name and what it holds: what follows the "'s" is known, or called a town or district."""
    tokens = sentence.tokens
    seam = next((n for n in range(start + 1, end - 1) if tokens[n].tag == _OWNING), None)
    if seam is None:
        return False
    called = after(tokens, end, placing.features)
    return (called is not None and not called[1].own) or bool(names.find(words(sentence, seam + 1, end)))


_OWNING = "POS"


def _goes_on_listing(run: Run, start: int, around: Surroundings) -> bool:
    """Whether the rest of the run ends or goes on with a list of places: "Dolvi, Brenik and al-Kolm"."""
    tokens, placing = around.tokens, around.placing
    at = start
    while at > 0 and (tokens[at - 1].text == "," or tokens[at - 1].text in placing.both):
        at -= 1
    if at == start or around.last_place != at or any(t.entity for t in tokens[start : run.last]):
        return False
    if run.last == len(tokens):
        return True
    following = tokens[run.last].text
    return following in _STOPS or following in placing.both or (following,) in placing.at


_STOPS = frozenset({",", ".", ";"})


def _office(sentence: Sentence, start: int, end: int, names: Lookup, placing: Placing) -> bool:
    """Whether unknown words name an office of a known place: "Dolvi Fire Station", "Kolm County Sanitation Board"."""
    tokens = sentence.tokens
    for seam in range(start + 1, end):
        if tokens[seam].text.lower() not in placing.civic and not _is_county(tokens[seam - 1].text, placing):
            continue
        if names.find(words(sentence, start, seam)):
            return True
    return False


def _is_county(word: str, placing: Placing) -> bool:
    """Whether the word is one of a second-level division."""
    feature = placing.features.get((word.lower(),))
    return feature is not None and feature.kinds[0] == "A.ADM2"


def _part_of_known(sentence: Sentence, start: int, end: int, names: Lookup, placing: Placing) -> bool:
    """Whether a feature word, "of" and a known name end the words: "City of Dolvi", "Lower Town of Karsk"."""
    tokens = sentence.tokens
    seam = next((n for n in range(start + 1, end - 1) if tokens[n].text in placing.partitive), None)
    if seam is None:
        return False
    feature = placing.features.get((tokens[seam - 1].text.lower(),))
    if feature is None or feature.own:
        return False
    return bool(names.find(words(sentence, seam + 1, end)))


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


def _with_feature_after(
    sentence: Sentence, run: Run, start: int, end: int, names: Lookup, placing: Placing
) -> Window | None:
    """The name and the feature word in small letters that belongs to it: "Kesh gas field", "Sava river"."""
    found = after(sentence.tokens, end, placing.features)
    if found is None or not found[1].own or found[1].capital:
        return None
    last, feature = found
    whole = words(sentence, start, last)
    hits = names.find(whole) or _of_kind(names.find(words(sentence, start, end)), feature, exact=True)
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
        if (not feature.own and _goes_on(sentence, end, placing)) or _no_core(sentence, start, core, names):
            return None
        name = words(sentence, start, core)
        hits = _of_kind(names.find(name), feature, exact=True)
        if (
            not hits
            and feature.capital
            and "R." not in feature.kinds
            and _institution(sentence, start, core, names, placing)
        ):
            return None
        if hits or (feature.own and around.plausible(start, end)) or _village(feature, start, end, around):
            return Window(run=run, first=start, last=end, core=core, name=name, hits=hits, feature=feature)
        break
    feature = _first_feature(sentence, start, end, placing)
    if feature is not None and end - start > 1 and around.plausible(start, end):
        name = words(sentence, start, end)
        return Window(run=run, first=start, last=end, core=end, name=name, hits=(), feature=feature)
    return None


def _no_core(sentence: Sentence, start: int, core: int, names: Lookup) -> bool:
    """Whether the words before a feature word are no name: they end with a preposition ("Middle Of Street"), or a known
    name and "and" stand before the last ("Dolvi and Kolm Park")."""
    tokens = sentence.tokens
    joint = next((n for n in range(start + 1, core) if tokens[n].dep == "cc"), None)
    return tokens[core - 1].pos == "ADP" or (joint is not None and bool(names.find(words(sentence, start, joint))))


def _village(feature: Feature, start: int, end: int, around: Surroundings) -> bool:
    """Whether words that nobody knows and a feature word with a capital name a village: where places stand, or what is
    attacked or taken, or next in a list of places ("stormed Lipna Village and Old Virm Village")."""
    if not feature.settled or around.titled or around.shouted:
        return False
    if not all(capital(token) for token in around.tokens[start:end]):  # "Marn's Lipna Village" are two names
        return False
    if around.plausible(start, end):
        return True
    token = around.tokens[end - 1]
    if token.dep in {"dobj", "nsubjpass"} and around.tokens[token.head].lemma.lower() in around.placing.taking:
        return True
    between = around.tokens[start - 1].text
    return around.last_place == start - 1 and (between == "," or between in around.placing.both)


def _institution(sentence: Sentence, start: int, core: int, names: Lookup, placing: Placing) -> bool:
    """Whether a building is called by its town: "Dolvi Hospital", "Dolvi National Hospital"."""
    if names.find(words(sentence, start, core)):
        return True
    return any(
        sentence.tokens[end].text.lower() in placing.civic and names.find(words(sentence, start, end))
        for end in range(start + 1, core)
    )


def _goes_on(sentence: Sentence, end: int, placing: Placing) -> bool:
    """Whether the name of an office goes on: "Orvan Department of Health", "Marn State University"."""
    if end >= len(sentence.tokens):
        return False
    following = sentence.tokens[end]
    return following.text in placing.partitive or (capital(following) and following.pos == "PROPN")


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
