"""Tagged and parsed documents in, parts of speech and lemmas out: spaCy's own, each worked out once.

spaCy's attribute ruler and lemmatizer look at a token's word, tag and dependency alone, and at the word beside it in a
handful of patterns ("gon na", "there is"). They take a fifth of the parse, so their answer for a word, tag and
dependency is kept; a document that may hold one of the longer patterns goes to the components themselves.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from spacy.attrs import DEP, LEMMA, ORTH, POS, TAG
from spacy.matcher import Matcher
from spacy.tokens import Doc

if TYPE_CHECKING:
    from spacy.pipeline import AttributeRuler, Lemmatizer
    from spacy.vocab import Vocab

MOST = 200_000
"""Answers kept; then all are forgotten, so that a long run does not grow without end."""

_OF_THE_TOKEN = frozenset({"ORTH", "TEXT", "LOWER", "NORM", "TAG", "DEP", "IS_SPACE"})
"""What a pattern may ask for if the answer is to depend on word, tag and dependency alone."""

_GAP = ("\n", "", "")
"""The word, tag and dependency that keep two tokens from being taken for a longer pattern."""

Key = tuple[int, int, int]
"""The hashes of a token's word, tag and dependency."""


class Form(NamedTuple):
    """What stays the same wherever a word stands with a tag and a dependency. ``opens`` and ``goes_on`` are the longer
    patterns whose first or later tokens it may be."""

    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    opens: frozenset[int] = frozenset()
    goes_on: frozenset[int] = frozenset()


class Forms:
    """The forms of one model, learned as they come up."""

    def __init__(self, vocab: Vocab, ruler: AttributeRuler, lemmatizer: Lemmatizer) -> None:
        self._vocab, self._ruler, self._lemmatizer = vocab, ruler, lemmatizer
        rules: Any = ruler.patterns
        patterns = [pattern for rule in rules for pattern in rule["patterns"]]
        self._plain = all(_OF_THE_TOKEN.issuperset(token) for pattern in patterns for token in pattern)
        self._parts = _parts(vocab, [pattern for pattern in patterns if len(pattern) > 1])
        self._known: dict[Key, Form] = {}

    def of(self, docs: Sequence[Doc]) -> list[list[Form]]:
        """The form of each token of each document. The documents have tags and dependencies."""
        if len(self._known) > MOST:
            self._known.clear()
        keys = [[(word, tag, dep) for word, tag, dep in doc.to_array([ORTH, TAG, DEP]).tolist()] for doc in docs]
        self._learn(list(dict.fromkeys(key for row in keys for key in row if key not in self._known)))
        return [self._settled(doc, [self._known[key] for key in row]) for doc, row in zip(docs, keys, strict=True)]

    def _learn(self, keys: Sequence[Key]) -> None:
        """Asks the components about all the keys at once, each apart from the next by a line break."""
        if not keys:
            return
        strings = self._vocab.strings
        rows = [tuple(strings[part] for part in key) for key in keys]
        words, tags, deps = (
            list(_apart(column, gap)) for column, gap in zip(zip(*rows, strict=True), _GAP, strict=True)
        )
        doc = Doc(self._vocab, words=words, tags=tags, deps=deps, heads=list(range(len(words))))
        parts: dict[int, set[str]] = {}
        for match, at, _ in self._parts(doc, allow_missing=True):
            parts.setdefault(at, set()).add(strings[match])
        found = self._lemmatizer(self._ruler(doc)).to_array([LEMMA, POS]).tolist()
        for number, (key, (word, tag, dep)) in enumerate(zip(keys, rows, strict=True)):
            lemma, pos = (strings[part] for part in found[2 * number])
            own = parts.get(2 * number, set())
            self._known[key] = Form(word, lemma, pos, tag, dep, _numbers(own, "opens"), _numbers(own, "goes on"))

    def _settled(self, doc: Doc, forms: list[Form]) -> list[Form]:
        """The forms, unless two neighbours may be a longer pattern."""
        joined = any(a.opens and not a.opens.isdisjoint(b.goes_on) for a, b in pairwise(forms))
        return self._asked(doc, forms) if joined or not self._plain else forms

    def _asked(self, doc: Doc, forms: Sequence[Form]) -> list[Form]:
        """The forms as the components themselves give them for the whole document."""
        strings = self._vocab.strings
        found = self._lemmatizer(self._ruler(doc)).to_array([LEMMA, POS]).tolist()
        return [
            f._replace(lemma=strings[lemma], pos=strings[pos]) for f, (lemma, pos) in zip(forms, found, strict=True)
        ]


def _parts(vocab: Vocab, patterns: Sequence[Sequence[dict[str, object]]]) -> Matcher:
    """A matcher of each token of the longer patterns by itself."""
    matcher = Matcher(vocab)
    for number, pattern in enumerate(patterns):
        matcher.add(f"opens {number}", [[pattern[0]]])
        matcher.add(f"goes on {number}", [[token] for token in pattern[1:]])
    return matcher


def _numbers(parts: set[str], kind: str) -> frozenset[int]:
    return frozenset(int(part.removeprefix(kind)) for part in parts if part.startswith(kind))


def _apart(column: Sequence[str], gap: str) -> Iterator[str]:
    for value in column:
        yield value
        yield gap
