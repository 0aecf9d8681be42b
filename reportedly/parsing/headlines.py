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
_LONGEST = 3
"""Words of a list in front of its last comma."""


def spoken(doc: Doc, casing: Casing) -> Doc:
    """The headline as a sentence would say it: itself where it leaves nothing out."""
    from spacy.tokens import Doc

    words = [token.text for token in doc]
    spaces = [bool(token.whitespace_) for token in doc]
    article, joins = left_out()
    commas = [number for number, word in enumerate(words) if word == _COMMA and 0 < number < len(words) - 1]
    joining = [number for number in commas if _joins(doc, number, casing)]
    for number in joining:
        words[number] = joins
    if len(words) > 1 and (_noun(doc[0], casing) or _age(doc)):
        words, spaces = [article.capitalize(), words[0].lower(), *words[1:]], [True, *spaces]
    return Doc(doc.vocab, words=words, spaces=spaces) if joining or len(words) > len(doc) else doc


def _noun(token: Token, casing: Casing) -> bool:
    function = token.is_stop or token.like_num or token.vocab[token.lower].is_stop
    return not function and casing.noun(token.text)


def _age(doc: Doc) -> bool:
    """Whether somebody is named by age in front ("3-year-old killed")."""
    return doc[0].like_num and doc[1].text == _HYPHEN


def _joins(doc: Doc, comma: int, casing: Casing) -> bool:
    """Whether the comma stands for "and"."""
    before, after = doc[comma - 1], doc[comma + 1]
    if before.is_lower and casing.verb(before.text) and casing.verb(after.text) and after.is_lower:
        return not _noun(before, casing) or not _noun(after, casing)  # "shot, WOUNDED"
    if any(token.text == _COMMA for token in doc[comma + 1 :]):
        return False
    return _opens(doc, comma, casing) or _among_objects(doc, comma, casing)


def _opens(doc: Doc, comma: int, casing: Casing) -> bool:
    """Whether it is the last comma of a list that opens the headline: "Woman, two children killed", "Husband, wife, son
    found dead", "Rebel commander, 12 fighters killed". What is set off on both sides is none ("Witness, soldier of a
    guard, tells")."""
    listed = [token for token in doc[:comma] if token.text != _COMMA]
    if len(listed) > _LONGEST or not _noun(doc[0], casing) or any(casing.verb(t.text) for t in listed[1:]):
        return False
    after = doc[comma + 1]
    if listed[-1].like_num:
        return False  # "Boy, 16, dies"
    return comma + 2 < len(doc) and (after.like_num or _noun(after, casing))


def _among_objects(doc: Doc, comma: int, casing: Casing) -> bool:
    """Whether it stands between two nouns behind a verb: "kills wife, SON before", "kills woman, TWO CHILDREN"; not
    "kills officer, POLICE SAY", "kills officer, TWO others WOUNDED"."""
    before, counted = doc[comma - 1], doc[comma + 1].like_num
    behind = comma + 2 + counted
    if not (before.is_lower and _noun(before, casing)) or casing.verb(before.text):
        return False
    if behind >= len(doc):
        return bool(counted) and behind == len(doc)
    told = casing.verb(doc[behind].text) and not doc[behind].is_stop
    return not told and (counted or (doc[comma + 1].is_lower and _noun(doc[comma + 1], casing)))


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
