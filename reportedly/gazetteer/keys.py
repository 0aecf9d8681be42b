"""A place name in, the keys it is looked up by out.

Four keys, from strict to loose. ``full`` folds case, accents, hyphens and apostrophes; ``bare`` also drops the Arabic
article wherever it stands; ``roman`` makes the common romanisations of Arabic alike (Maarat al-Numan, Ma'arrat
an-Nu'man); ``sound`` keeps the consonants alone, so that "Huwaija" and "Hawija" meet. The last two propose candidates
where the others find nothing; only context may choose among them.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache

from reportedly.lexicon.places import Spelling, load_spelling

ARABIC = frozenset(
    [
        *("AE", "AF", "BH", "DJ", "DZ", "EG", "EH", "ER", "IL", "IQ", "IR", "JO", "KM", "KW", "LB", "LY", "MA", "MR"),
        *("OM", "PK", "PS", "QA", "SA", "SD", "SO", "SS", "SY", "TD", "TN", "TR", "YE"),
    ]
)
"""Countries (ISO 3166-1) whose names reach English mostly from Arabic script, or beside it."""

_LETTERS = str.maketrans(
    {
        **{"ة": "ه", "ى": "ي", "ی": "ي", "ک": "ك", "ئ": "ي", "ؤ": "و", "ـ": None},
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "ł": "l",
        "ı": "i",
        "ə": "e",
        "ŋ": "n",
    }
)
_SHORTEST_WITH_ARTICLE = 4
_WORD = re.compile(r"[^\W_]+")
_CLOSERS = re.compile(r"['’‘`´ʿʾʼʻ‛′ʹ]")
_PAIRS = (("kh", "x"), ("gh", "x"), ("sh", "x"), ("ch", "x"), ("dh", "d"), ("th", "t"), ("ph", "f"), ("ck", "k"))
_SINGLES = str.maketrans("qcgzjvp", "kkxsxfb", "aeiouywh")
_TWICE = re.compile(r"(.)\1+")
SHORTEST_ROMAN = 5
"""Letters that a roman key needs: shorter names have too many neighbours."""

_ENDING = re.compile(r"(?<=[^aeiou])(?:e|a|eh|ah|ih)$")
_ROMAN = (
    (re.compile(r"et$"), "at"),
    (re.compile(r"dj"), "j"),
    (re.compile(r"ch"), "sh"),
    (re.compile(r"[qc]"), "k"),
    (re.compile(r"dh"), "d"),
    (re.compile(r"[ae][iy](?![aeiouy])"), "i"),
    (re.compile(r"[ao][uw](?![aeiou])|oo|w(?![aeiou])"), "u"),
    (re.compile(r"ee|iy|[ey]"), "i"),
    (re.compile(r"uw|[ow]"), "u"),
)
"""Letters that romanisations write differently, in the order in which they are made alike."""


@dataclass(frozen=True, slots=True)
class Keys:
    """The keys of one name; ``bare`` equals ``full`` where no article was dropped."""

    full: str
    bare: str


@lru_cache(maxsize=65536)
def keys(name: str) -> Keys:
    """The strict keys of a name; both are empty where it holds no letter or digit."""
    return fresh_keys(name)


def fresh_keys(name: str) -> Keys:
    """``keys`` without a memory, for lists in which each name stands once."""
    rules = spelling()
    words = [rules.abbreviations.get(word, word) for word in fold(name)]
    if len(words) > 1 and words[0] in rules.leading:
        words = words[1:]
    bare = [word for word in words if word not in rules.articles] or words
    if not name.isascii():
        bare = [_without_article(word) for word in bare]
    return Keys("".join(words), "".join(bare))


def _without_article(word: str) -> str:
    """A word in Arabic script without its article."""
    return word[2:] if word.startswith("ال") and len(word) > _SHORTEST_WITH_ARTICLE else word


def roman(name: str) -> str:
    """The key under which the common romanisations of one Arabic name meet; empty for other scripts and short names.

    Long and short vowels, diphthongs and doubled letters are alike, q is k, and the ending -ah, -eh, -e is -a (the
    differences among ALA-LC, BGN/PCGN, French Mandate and press spellings)."""
    rules = spelling()
    words = [word for word in fold(name) if word not in rules.articles]
    key = "".join(_romanised(rules.generics.get(word, word)) for word in words)
    return key if len(key) >= SHORTEST_ROMAN and key.isascii() else ""


def _romanised(word: str) -> str:
    word = _ENDING.sub("a", word)
    for letters, one in _ROMAN:
        word = letters.sub(one, word)
    return _TWICE.sub(r"\1", word)


@lru_cache(maxsize=65536)
def sound(name: str) -> str:
    """The consonants of a name: no article, vowel, w, y or h; kh, gh, sh, j and g as one; q and c as k; no doubles."""
    return sound_of(keys(name).bare)


def sound_of(bare: str) -> str:
    """The sound of a name by its bare key."""
    joined = bare
    for pair, letter in _PAIRS:
        joined = joined.replace(pair, letter)
    return _TWICE.sub(r"\1", joined.translate(_SINGLES))


def fold(name: str) -> list[str]:
    """The words of a name in lower case, without accents, apostrophes and punctuation."""
    if not name.isascii():
        name = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
        name = _CLOSERS.sub("", name).casefold().translate(_LETTERS)
    else:
        name = name.replace("'", "").replace("`", "").lower()
    return _WORD.findall(name.replace(".", "") if "." in name else name)


@cache
def spelling() -> Spelling:
    """The product's own spelling table."""
    return load_spelling()
