"""A headline cut into words in, the same as a sentence would say it out, and its parse put back on its own words.

Headlines leave out articles and write a comma for "and": "Boy, 16, dies", "Bomb kills two", "Father, son shot dead". A
parser that was taught on sentences takes the bare noun in front for a name, an outcry or an adverb, and what follows
for its subject ("16 dies"). So a headline that opens with a noun which its report writes small is parsed with an
article before it, and with "and" for a comma between two such nouns; its own words are put back into the parse.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reportedly.lexicon.splitting import left_out
from reportedly.parsing.casing import Casing
from reportedly.parsing.tokens import Row

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_COMMA, _HYPHEN = ",", "-"
_DEEPEST = 4
"""Words from the front within which the comma of a list may stand."""


def spoken(doc: Doc, casing: Casing) -> Doc:
    """The headline as a sentence would say it: itself where it opens with no bare noun."""
    from spacy.tokens import Doc

    words = [token.text for token in doc]
    if len(words) < 2 or not (_noun(doc[0], casing) or _age(doc)):
        return doc
    article, joins = left_out()
    words[0] = words[0].lower()
    comma = _joining(doc, casing)
    if comma:
        words[comma] = joins
    spaces = [bool(token.whitespace_) for token in doc]
    return Doc(doc.vocab, words=[article.capitalize(), *words], spaces=[True, *spaces])


def _noun(token: Token, casing: Casing) -> bool:
    function = token.is_stop or token.like_num or token.vocab[token.lower].is_stop
    return not function and casing.noun(token.text)


def _age(doc: Doc) -> bool:
    """Whether somebody is named by age in front ("3-year-old killed")."""
    return doc[0].like_num and doc[1].text == _HYPHEN


def _joining(doc: Doc, casing: Casing) -> int | None:
    """The comma by which a second noun, counted or not, is joined to the first ("Woman, two children killed", "Rebel
    commander, 12 fighters killed"), where nothing more is set off behind it ("Witness, soldier of a guard, tells")."""
    commas = [token.i for token in doc if token.text == _COMMA]
    if len(commas) != 1 or not 0 < commas[0] < min(_DEEPEST, len(doc) - 2):
        return None
    if any(casing.verb(token.text) for token in doc[1 : commas[0]]):
        return None
    after = doc[commas[0] + 1]
    return commas[0] if after.like_num or _noun(after, casing) else None


def put_back(rows: Sequence[Row], doc: Doc) -> list[Row]:
    """The rows of the headline's own words."""
    added = len(rows) - len(doc)
    found = []
    for number, (row, token) in enumerate(zip(rows[added:], doc, strict=True)):
        form = row.form
        if form.text.lower() != token.text.lower():
            form = form._replace(text=token.text, lemma=token.text)
        head = row.head - added if row.head >= added else number
        found.append(row._replace(form=form, head=head, offset=token.idx))
    return found
