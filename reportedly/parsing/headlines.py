"""A headline cut into words in, the same as a sentence would say it out, and its parse put back on its own words.

Headlines leave out articles and write a comma for "and": "Boy, 16, dies", "Bomb kills two", "Father, son shot dead". A
parser that was taught on sentences takes the bare noun in front for a name, an outcry or an adverb, and what follows
for its subject ("16 dies"). So a headline that opens with a noun which its report writes small is parsed with an
article before it, and with "and" for a comma between two such nouns; its own words are put back into the parse.

They also tell yesterday's deeds in the present, and many of those verbs are nouns as well ("Rebels storm base, kill
nine"). Behind a plural, or with another such verb behind the comma, the word is parsed as a past that is no noun.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reportedly.lexicon.splitting import doubtful_verbs, left_out
from reportedly.lexicon.states import names_of_states
from reportedly.parsing.casing import Casing
from reportedly.parsing.tokens import Row

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_COMMA, _HYPHEN, _COLON = ",", "-", ":"
_FURTHEST = 5
"""Words of a headline among which its verb is looked for."""
_LONGEST = 3
"""Words of a list in front of its last comma."""


def spoken(doc: Doc, casing: Casing) -> Doc:
    """The headline as a sentence would say it: itself where it leaves nothing out."""
    from spacy.tokens import Doc

    words = [token.text for token in doc]
    deed = _deed(doc, casing)
    if deed is not None:
        words[deed] = doubtful_verbs()[0]
    spaces = [bool(token.whitespace_) for token in doc]
    article, joins = left_out()
    commas = [number for number, word in enumerate(words) if word == _COMMA and 0 < number < len(words) - 1]
    joining = [number for number in commas if _joins(doc, number, casing)]
    for number in joining:
        words[number] = joins
    if len(words) > 1 and (_noun(doc[0], casing) or _age(doc)):
        words, spaces = [article.capitalize(), words[0].lower(), *words[1:]], [True, *spaces]
    changed = joining or deed is not None or len(words) > len(doc)
    return Doc(doc.vocab, words=words, spaces=spaces) if changed else doc


def label(words: Sequence[str]) -> range | None:
    """The name of a state and the colon that open a headline and say where it tells of ("Orvan: Rebels storm base")."""
    colon = next((number for number, word in enumerate(words[:_FURTHEST]) if word == _COLON), 0)
    return range(colon + 1) if colon and " ".join(words[:colon]) in names_of_states() else None


def _deed(doc: Doc, casing: Casing) -> int | None:
    """The number of a word that may be a verb or a noun and here is the verb: what comes before it is a plural ("Rebels
    STORM base"), or the same people do something else behind a comma ("Guard STORM base, kill nine"). In front of
    another verb it is a noun ("Rebel attack kills nine")."""
    _, forms = doubtful_verbs()
    number = next((n for n, token in enumerate(doc[1:_FURTHEST], 1) if token.text in forms), None)
    if number is None or number + 1 == len(doc) or not (doc[number + 1].is_alpha or doc[number + 1].like_num):
        return None
    before = doc[number - 1]
    return number if _plural(before, casing) or _goes_on(doc, number, casing) else None


def _plural(token: Token, casing: Casing) -> bool:
    return casing.plural(token.text) and not token.is_stop


def _goes_on(doc: Doc, verb: int, casing: Casing) -> bool:
    """Whether behind the next comma stands a verb in the present of a plural, and none before it."""
    comma = next((n for n in range(verb + 2, len(doc) - 1) if doc[n].text == _COMMA), None)
    return comma is not None and casing.base_verb(doc[comma + 1].text)


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
    first = int(doc[0].like_num)  # "TEN civilians, two guards wounded"
    if len(listed) > _LONGEST or not _noun(doc[first], casing) or any(casing.verb(t.text) for t in listed[first + 1 :]):
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
