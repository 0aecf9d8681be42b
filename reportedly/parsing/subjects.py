"""The tokens of a parsed sentence in, the same with nouns joined to where they belong out.

"Karsk blamed Korvia for the raid and Korvia denied it": the parser joins the second "Korvia" to "the raid", and the one
who denies seems to be Karsk. A noun between "and" and a verb in a finite form that has no other subject is its subject.
"Two men from the Front and three men from the Guard": the parser joins the three to the Front. What is built like the
phrase before it, number, noun and preposition, is joined to that.
"Leaving ten civilians and seven guards wounded": the parser takes the civilians for what is left, and the guards for
what is told next. A participle without helper, behind a number and a noun, tells of what stands before the "and" too.
"Artillery shelling continued": the parser takes the word in -ing for a helper of the verb. Only "being" and "having"
are any; it is the noun that goes on.
"That the raid carried out on Kolm was the work of the Front": the parser takes the participle for a verb of its own and
leaves the verb behind it without a subject. The subject is that one's, and the participle tells of the noun before it.
"Gunmen believed to be members of the Front killed two": the parser takes the gunmen for those who believe it. So too
with a participle that says what somebody is held to be.
"""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.model.text import Token

_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_NAMES = frozenset({"NOUN", "PROPN", "PRON"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
_JOINED, _AND, _SUBJECT = "conj", "cc", "nsubj"
_STATES = frozenset({"VBN", "VBD"})
_DIRECT, _COMPLEMENT = "dobj", "ccomp"
_PREP, _OBJECT, _NUMBER, _PLURAL = "prep", "pobj", "nummod", "NNS"
_VERBS = frozenset({"VERB", "AUX"})
_GERUND, _HELPER = "VBG", "aux"
_HELPERS = frozenset({"being", "having"})  # whatever the parser takes for their dictionary form
_WHOLE_CLAUSE = frozenset({"dobj", "ccomp", "xcomp", "acomp", "attr", "aux", "auxpass"})
"""Relations of words that a verb has and a bare participle has not."""
_FAR, _BEFORE = 15, 4
"""Words between the two nouns, and before a noun its number."""
_INNER = frozenset({"compound", "det", "amod", "poss", "nummod"})


def given_back(tokens: Sequence[Token]) -> list[Token]:
    """The tokens, each such noun hung on its verb or on the phrase that it is built like."""
    found = list(tokens)
    for word in range(len(found)):
        _no_helper(found, word)
    for noun in range(3, len(found)):
        first = _built_alike(found, noun)
        if first is not None:
            found[noun] = found[noun]._replace(head=first)
            found[first + 1] = found[first + 1]._replace(head=first)
    for state in range(4, len(found)):
        _share_state(found, state)
    for verb in range(3, len(found)):
        token = found[verb]
        if token.tag not in _FINITE or token.dep != _JOINED or token.head >= verb - 1 or not _lost(found, verb):
            continue
        found[verb - 1] = found[verb - 1]._replace(dep=_SUBJECT, head=verb)
    for verb in range(2, len(found)):
        _no_verb(found, verb)
    for verb in range(1, len(found)):
        _held_to_be(found, verb)
    return found


def _held_to_be(tokens: list[Token], word: int) -> None:
    """Makes a participle with "to be" between a noun and a verb without a subject tell of the noun, which gets the
    verb."""
    token, noun = tokens[word], word - 1
    if token.tag not in _STATES or tokens[noun].head != word or tokens[noun].dep != _SUBJECT:
        return
    below = [n for n, t in enumerate(tokens) if t.head == word and n != word]
    being = next((n for n in below if tokens[n].dep == "xcomp" and tokens[n].pos == "AUX"), None)
    verb = next((n for n in below if tokens[n].dep == _COMPLEMENT and tokens[n].tag in _FINITE), None)
    if being is None or verb is None or verb < being or _helped(tokens, word) or _opened(tokens, verb):
        return
    tokens[verb] = tokens[verb]._replace(dep=token.dep, head=verb if token.head == word else token.head)
    for n in range(len(tokens)):
        late = tokens[n].head in (word, being) and n not in (word, being) and _late(tokens, n, being, verb)
        if n == noun or late:
            tokens[n] = tokens[n]._replace(head=verb)
    tokens[word] = token._replace(tag="VBN", dep="acl", head=noun)


def _late(tokens: Sequence[Token], word: int, being: int, verb: int) -> bool:
    """Whether a word behind what somebody is held to be is said of the verb: a time or place before it, or what follows
    it."""
    return word > verb or (being < word < verb and tokens[word].dep in (_PREP, "npadvmod"))


def _helped(tokens: Sequence[Token], verb: int) -> bool:
    return any(t.head == verb and t.dep in {_HELPER, "auxpass"} for t in tokens)


def _opened(tokens: Sequence[Token], verb: int) -> bool:
    """Whether a verb has a subject of its own, or a word that opens its clause."""
    return any(t.head == verb and (t.dep in _SUBJECTS or t.dep == "mark") for n, t in enumerate(tokens) if n != verb)


def _no_verb(tokens: list[Token], word: int) -> None:
    """Makes a word that seems to be a verb a participle of the noun before it, where the next verb of the same clause
    has no subject, and gives it that of the first."""
    token = tokens[word]
    if token.tag not in _STATES or token.dep != _COMPLEMENT or tokens[word - 1].pos not in _NOUNS:
        return
    below = [n for n, t in enumerate(tokens) if t.head == word and n != word]
    subjects = [n for n in below if tokens[n].dep in _SUBJECTS and n < word]
    objects = any(tokens[n].dep in _WHOLE_CLAUSE for n in below)
    if not any(n > word and tokens[n].dep in {_PREP, "agent"} for n in below):
        return  # nothing says how or where
    following = next((n for n in range(word + 1, len(tokens)) if _without_subject(tokens, word, n)), None)
    if len(subjects) != 1 or tokens[subjects[0]].pos not in _NOUNS or objects or following is None:
        return
    for n in (*subjects, *(n for n in below if tokens[n].dep == "mark")):
        tokens[n] = tokens[n]._replace(head=following)
    tokens[word] = token._replace(tag="VBN", dep="acl", head=word - 1)


def _without_subject(tokens: Sequence[Token], first: int, verb: int) -> bool:
    """Whether a verb hangs where the first one does, and has neither subject nor a word that opens its clause."""
    token = tokens[verb]
    if token.dep != _COMPLEMENT or token.head != tokens[first].head or token.pos not in _VERBS:
        return False
    below = [t for n, t in enumerate(tokens) if t.head == verb and n != verb]
    finite = token.tag in _FINITE or any(t.dep in {_HELPER, "auxpass"} and t.tag in _FINITE for t in below)
    return finite and not _opened(tokens, verb)


def _no_helper(tokens: list[Token], word: int) -> None:
    """Makes a word in -ing that seems to be a helper the subject of its verb, with the noun right before it as a part
    of it."""
    token = tokens[word]
    if token.tag != _GERUND or token.dep != _HELPER or token.text.lower() in _HELPERS or token.head <= word:
        return
    tokens[word] = token._replace(tag="NN", pos="NOUN", dep=_SUBJECT, lemma=token.text.lower())
    if word and tokens[word - 1].head == token.head and tokens[word - 1].dep == _SUBJECT:
        tokens[word - 1] = tokens[word - 1]._replace(dep="compound", head=word)


def _share_state(tokens: list[Token], state: int) -> None:
    """Joins "seven guards" to "ten civilians" and makes both the subject of "wounded", in "leaving ten civilians and
    seven guards wounded"."""
    token, second = tokens[state], state - 1
    if token.tag not in _STATES or token.dep != _JOINED or tokens[second].head != state or not _counted(tokens, second):
        return
    first = next((n for n in range(second - 1, token.head, -1) if tokens[n].dep == _AND), None)
    noun = None if first is None else tokens[first].head
    if noun is None or tokens[noun].dep != _DIRECT or tokens[noun].head != token.head or not _counted(tokens, noun):
        return
    tokens[second] = tokens[second]._replace(dep=_JOINED, head=noun)
    tokens[noun] = tokens[noun]._replace(dep=_SUBJECT, head=state)
    tokens[state] = token._replace(dep=_COMPLEMENT)


def _lost(tokens: Sequence[Token], verb: int) -> bool:
    """Whether the noun right before a joined verb follows "and", is joined to a noun behind the first verb, and the
    verb has no subject."""
    noun = tokens[verb - 1]
    if noun.dep != _JOINED or noun.pos not in _NAMES or not tokens[verb].head < noun.head < verb - 1:
        return False
    first = verb - 1
    while first and tokens[first - 1].head == verb - 1 and tokens[first - 1].dep in _INNER:
        first -= 1
    if not first or tokens[first - 1].dep != _AND:
        return False
    return not any(t.head == verb and t.dep in _SUBJECTS for t in tokens[:verb])


def _built_alike(tokens: Sequence[Token], noun: int) -> int | None:
    """The noun with a number before it and a preposition behind it that another with both was meant to be joined to,
    with no verb between them: the parser joins it to what the first preposition brings, or to the verb above."""
    token, behind = tokens[noun], tokens[noun + 1 : noun + 2]
    if token.dep != _JOINED or not _counted(tokens, noun) or not behind or behind[0].dep != _PREP:
        return None
    for first in range(noun - 3, max(-1, noun - _FAR), -1):
        if tokens[first].pos in _VERBS:
            return None
        if _counted(tokens, first) and tokens[first + 1].text == behind[0].text and tokens[first + 1].dep == _PREP:
            hangs = tokens[first + 1].head in (first, tokens[first].head)
            return first if hangs and token.head != first else None
    return None


def _counted(tokens: Sequence[Token], noun: int) -> bool:
    return tokens[noun].tag == _PLURAL and any(
        t.dep == _NUMBER and t.head == noun for t in tokens[max(0, noun - _BEFORE) : noun]
    )
