"""A sentence, a token of it and the lengths of time in it in, the word that counts its clause off from the rest out:
"came two weeks after 350 people were killed in a bombing", "have shelled the border since the Guard attacked Kolm on 7
May", "bombed Dolvi in retaliation for the death of two soldiers", "struck to protest the murder" tell of two
happenings, each with a day of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportedly.claims.frames.asides import ranked, said_to_be
from reportedly.claims.frames.assertion import clause_head
from reportedly.lexicon.modality import Modality
from reportedly.model.mention import TimeType
from reportedly.model.reading import When
from reportedly.model.text import Sentence, Span

_DAYS = re.compile(r"P(?:\d+|X)[DWMY]")
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_JOINTS = frozenset({"prep", "mark"})
_CAME_FIRST = frozenset({"dobj", "prep"})
"""What stands behind a verb such as "followed": the deed before, and where that was."""
NOWHERE = -1
_VERBAL = frozenset({"VERB", "AUX"})


def steps(times: Sequence[When]) -> tuple[Span, ...]:
    """The lengths of days and more: what happened hours after a raid is still of its day."""
    return tuple(t.span for t in times if t.type is TimeType.DURATION and _DAYS.fullmatch(t.value))


def counted_off(sentence: Sentence, token: int, lengths: Sequence[Span], modality: Modality) -> int:
    """The number of the "since", or of the "after" or "before" with a length right in front of it ("two weeks after"),
    that governs a token, or of the word for a revenge that it calls for, or of the verb for what is done about it; -1
    where none does. Who died days after he was shot is told of once."""
    answered = revenge_above(sentence, token, modality)
    if answered is not None:
        return answered
    came = came_before(sentence, token, modality)
    if came is not None:
        return came
    beside = _amid(sentence, token, modality)
    if beside is not None:
        return beside
    joints = {n for span in lengths if (n := _joint(sentence, span, modality)) is not None}
    joints |= {n for clause in (token, *sentence.ancestors(token)) for n in _hours_after(sentence, clause, modality)}
    for number in (token, *sentence.ancestors(token)):
        marks = (c for c in sentence.children[number] if sentence.tokens[c].dep == "mark")
        found = next(
            (n for n in (number, *marks) if n <= token and (n in joints or _since(sentence, n, modality))), None
        )
        if found is not None and not _of_the_same(sentence, number, modality):
            return found
    return done_about(sentence, token, modality)


def came_before(sentence: Sentence, token: int, modality: Modality) -> int | None:
    """The word by which a token stands in what came before the rest of its sentence, if any."""
    since = ranked_since(sentence, token, modality)
    return _came_after(sentence, token, modality) if since is None else since


def ranked_since(sentence: Sentence, token: int, modality: Modality) -> int | None:
    """The "since" of a rank behind which a token stands ("the deadliest since January, when a bomb killed nine", "the
    worst since rebels shelled Dolvi"), if any; what is joined to the clause before it does not."""
    above = sentence.ancestors(token)
    for n in range(token - 1, 0, -1):
        if sentence.tokens[n].text.lower() not in modality.windows or not ranked(sentence, n):
            continue
        below = sentence.tokens[n].dep == "prep" and n in above and not _of_the_ranked(sentence, n, token)
        joined = any(sentence.tokens[a].dep == "conj" and sentence.tokens[a].head < n < a for a in (token, *above))
        if below or (said_to_be(sentence, n) and not joined):
            return n
    return None


def measured_against(sentence: Sentence, span: Span, modality: Modality) -> int | None:
    """The "since" of a rank behind which words stand, if any."""
    first = sentence.at(span.start)
    return None if first is None else ranked_since(sentence, first, modality)


def _of_the_ranked(sentence: Sentence, since: int, verb: int) -> bool:
    """Whether what ranks is the subject, and the verb behind the time says what it did ("the deadliest raid since March
    KILLED nine"), whatever the parse."""
    tokens = sentence.tokens
    return tokens[verb].pos in _VERBAL and all(t.pos not in _VERBAL for t in (*tokens[:since], *tokens[since:verb]))


def _came_after(sentence: Sentence, token: int, modality: Modality) -> int | None:
    """The word below which a token stands as what something else came after ("the raid came days AFTER a bombing", "it
    FOLLOWED a shooting that killed nine"), if any."""
    tokens, below = sentence.tokens, token
    for number in sentence.ancestors(token):
        word = tokens[number]
        if word.text.lower() in modality.after and word.dep in _JOINTS:
            verb = tokens[clause_head(sentence, word.head)]
            soon = number > 0 and tokens[number - 1].entity == "TIME"  # "came hours after a bombing": of one day
            return number if verb.lemma.lower() in modality.coming and not soon else None
        if word.lemma.lower() in modality.succeeding and tokens[below].dep in _CAME_FIRST and number < below:
            return number
        below = number
    return None


def _hours_after(sentence: Sentence, clause: int, modality: Modality) -> tuple[int, ...]:
    """The "after" of a clause, right behind a word for hours or minutes ("HOURS AFTER six rebels were killed in Dolvi,
    a grenade wounded two guards in Kolm")."""
    tokens = sentence.tokens
    return tuple(
        n
        for n in sentence.children[clause]
        if n and tokens[n].dep == "mark" and tokens[n].text.lower() in modality.after
        if tokens[n - 1].text.lower() in modality.moments
    )


def _amid(sentence: Sentence, token: int, modality: Modality) -> int | None:
    """The "amid" behind which a token says what else goes on ("killed in an air strike amid exchanges of fire")."""
    head = sentence.tokens[token].head
    return head if sentence.tokens[head].text.lower() in modality.amid else None


def done_about(sentence: Sentence, deed: int, modality: Modality) -> int:
    """The number of the verb for what somebody does about a deed, where that is what something else is done for
    ("struck to protest the murder", "staged attacks to avenge it"); -1 where none is."""
    verb = clause_head(sentence, deed)
    token = sentence.tokens[verb]
    to = any(sentence.tokens[c].tag == "TO" for c in sentence.children[verb])
    about = verb not in (deed, token.head) and to and token.lemma.lower() in modality.granting_verbs
    return verb if about else NOWHERE


def revenge_above(sentence: Sentence, token: int, modality: Modality) -> int | None:
    """The word for revenge or response below which a token stands as what it answers ("in retaliation for the killing
    of a guard", "to avenge the raid"), if any. Who "vowed revenge for the raid" has taken none yet."""
    for number in sentence.ancestors(token):
        word = sentence.tokens[number]
        if word.lemma.lower() in modality.revenge and word.dep != "dobj" and number < token:
            return number
    return None


def _joint(sentence: Sentence, length: Span, modality: Modality) -> int | None:
    number = sentence.at(length.end + 1)
    if number is None or sentence.tokens[number].text.lower() not in modality.after | modality.before:
        return None
    return number if sentence.tokens[number].dep in ("mark", "prep") else None


def _since(sentence: Sentence, number: int, modality: Modality) -> bool:
    """Whether a word opens a clause of "since"."""
    return sentence.tokens[number].dep == "mark" and sentence.tokens[number].text.lower() in modality.windows


def _of_the_same(sentence: Sentence, clause: int, modality: Modality) -> bool:
    """Whether a clause tells of somebody spoken of before ("he was shot"), or of what somebody died of."""
    about = any(
        sentence.tokens[c].tag == "PRP" and sentence.tokens[c].dep in _SUBJECTS for c in sentence.children[clause]
    )
    return about or sentence.tokens[sentence.tokens[clause].head].lemma.lower() in modality.dying
