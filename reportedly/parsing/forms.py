"""Tagged and parsed documents in, the part of speech and the lemma of each token out: spaCy's own, each worked out once.

spaCy's attribute ruler and lemmatizer look at a token's word, tag and dependency alone, and at the word beside it in a
handful of patterns ("gon na", "there is"). They take a fifth of the parse, so their answer for a word, tag and
dependency is kept; a document that may hold one of the longer patterns goes to the components themselves.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from spacy.attrs import LEMMA, POS
from spacy.matcher import Matcher
from spacy.tokens import Doc

if TYPE_CHECKING:
    from spacy.pipeline import AttributeRuler, Lemmatizer
    from spacy.vocab import Vocab

MOST = 200_000
"""Answers kept; then all are forgotten, so that a long run does not grow without end."""

_OF_THE_TOKEN = frozenset({"ORTH", "TEXT", "LOWER", "NORM", "TAG", "DEP", "IS_SPACE"})
"""What a pattern may ask for if the answer is to depend on word, tag and dependency alone."""

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
        patterns = [pattern for rule in ruler.patterns for pattern in rule["patterns"]]
        self._plain = all(_OF_THE_TOKEN.issuperset(token) for pattern in patterns for token in pattern)
        self._parts = _parts(vocab, [pattern for pattern in patterns if len(pattern) > 1])
        self._known: dict[Key, Form] = {}

    def of(self, doc: Doc, keys: Sequence[Key]) -> list[Form]:
        """The form of each token of a document that has tags and dependencies."""
        if len(self._known) > MOST:
            self._known.clear()
        known = self._known
        forms = [known.get(key) or self._learn(key) for key in keys]
        if self._plain and not any(a.opens and not a.opens.isdisjoint(b.goes_on) for a, b in zip(forms, forms[1:])):
            return forms
        return self._asked(doc, forms)

    def _learn(self, key: Key) -> Form:
        word, tag, dep = (self._vocab.strings[k] for k in key)
        doc = Doc(self._vocab, words=[word], spaces=[False], tags=[tag], deps=[dep], heads=[0])
        parts = {self._vocab.strings[match] for match, _, _ in self._parts(doc, allow_missing=True)}
        token = self._lemmatizer(self._ruler(doc))[0]
        form = Form(word, token.lemma_, token.pos_, tag, dep, _numbers(parts, "opens"), _numbers(parts, "goes on"))
        self._known[key] = form
        return form

    def _asked(self, doc: Doc, forms: Sequence[Form]) -> list[Form]:
        """The forms as the components themselves give them for the whole document."""
        strings = self._vocab.strings
        found = self._lemmatizer(self._ruler(doc)).to_array([LEMMA, POS]).tolist()
        return [f._replace(lemma=strings[lemma], pos=strings[pos]) for f, (lemma, pos) in zip(forms, found, strict=True)]


def _parts(vocab: Vocab, patterns: Sequence[Sequence[dict[str, object]]]) -> Matcher:
    """A matcher of each token of the longer patterns by itself."""
    matcher = Matcher(vocab)
    for number, pattern in enumerate(patterns):
        matcher.add(f"opens {number}", [[pattern[0]]])
        matcher.add(f"goes on {number}", [[token] for token in pattern[1:]])
    return matcher


def _numbers(parts: set[str], kind: str) -> frozenset[int]:
    return frozenset(int(part.removeprefix(kind)) for part in parts if part.startswith(kind))
