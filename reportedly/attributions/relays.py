"""A verb of quoting in its sentence in, a draft out: "X was quoted by Y as saying K", "Y quoted X as saying K", and
without "as saying": "Y quoted X: K", "Y quoted X saying K", "quoting X that K"."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.attributions.clauses import MARKS, OPENING, content_of, preposed
from reportedly.attributions.complements import Found
from reportedly.attributions.drafts import Draft
from reportedly.attributions.grammar import child, has_child, span
from reportedly.attributions.passives import agent
from reportedly.attributions.speakers import Speaker, phrase, speaker_of
from reportedly.attributions.worded import cue_span, source_span
from reportedly.lexicon.saying import Frame, Saying, Sayings
from reportedly.model.text import Sentence, Span

_LIMIT = 25
"""Words after the verb among which "as saying" can stand."""


def relayed(
    sentence: Sentence, number: int, lines: Sequence[Saying], sayings: Sayings, taken: set[int]
) -> Draft | None:
    """The draft of a verb by which a medium hands on another's words. What it says by a second verb ("as saying") is
    added to ``taken``."""
    line = next((s for s in lines if Frame.RELAY in s.frames), None)
    if line is None:
        return None
    return _quoted_as(sentence, number, line, taken) or _quoted(sentence, number, line, sayings, taken)


def _quoted_as(sentence: Sentence, number: int, line: Saying, taken: set[int]) -> Draft | None:
    """ "X was quoted by Y as saying K" and "Y quoted X as saying K"; K may stand before."""
    saying = _as_saying(sentence, number)
    if saying is None:
        return None
    taken.add(saying)
    who = speaker_of(sentence, number, line)
    object_ = child(sentence, number, "dobj", "pobj")
    if has_child(sentence, number, "auxpass", "nsubjpass") or sentence.tokens[number].dep == "acl":
        speaker, outer = who, agent(sentence, number) or _medium_after(sentence, (number, saying), line)
    else:
        speaker = None if object_ is None else phrase(sentence, object_, number)
        outer = None if who is None else who.head
    found = content_of(sentence, saying, line, None) or preposed(sentence, number, who, line)
    cue = (cue_span(sentence, number)[0], span(sentence, saying - 1, saying))
    return _draft(sentence, number, line, cue, speaker, outer, found)


def _draft(
    sentence: Sentence,
    number: int,
    line: Saying,
    cue: tuple[Span, ...],
    speaker: Speaker | None,
    outer: int | None,
    found: Found | None,
) -> Draft:
    return Draft(
        sentence=sentence.number,
        head=number,
        cue=cue,
        source=source_span(sentence, speaker, number),
        content=() if found is None else found.spans,
        saying=line,
        stance=line.stance,
        tells=True,
        speaker=None if speaker is None else speaker.head,
        outer=() if outer is None else (outer,),
        quotes=found is not None and found.quoted,
        takes_quote=True,
    )


def _medium_after(sentence: Sentence, verbs: tuple[int, ...], line: Saying) -> int | None:
    """ "was quoted as saying by local media": the noun of the preposition that a line gives."""
    for verb in verbs:
        for c in sentence.children[verb]:
            if sentence.tokens[c].dep in ("prep", "agent") and sentence.tokens[c].text.lower() in line.agents:
                return child(sentence, c, "pobj")
    return None


def _as_saying(sentence: Sentence, number: int) -> int | None:
    """The "saying" of "as saying" after the verb."""
    tokens = sentence.tokens
    for n in range(number + 1, min(number + _LIMIT, len(tokens) - 1)):
        below = tokens[n].head == number or tokens[n].head in sentence.subtree(number)
        if below and tokens[n].dep == "prep" and tokens[n + 1].tag == "VBG" and tokens[n + 1].dep == "pcomp":
            return n + 1
    return None


def _quoted(sentence: Sentence, number: int, line: Saying, sayings: Sayings, taken: set[int]) -> Draft | None:
    """ "Y quoted X: K": the object of the verb speaks, and the subject hands it on."""
    object_ = child(sentence, number, "dobj")
    if object_ is None or object_ < number or has_child(sentence, number, "auxpass"):
        return None
    who = speaker_of(sentence, number, line)
    speaker = phrase(sentence, object_, number)
    found, saying = _told_after(sentence, number, line, object_), _saying_after(sentence, object_, sayings)
    cue = cue_span(sentence, number)
    if saying is not None:
        found, cue = content_of(sentence, saying, line, None), (*cue, span(sentence, saying, saying))
    elif found is None and who is not None and who.last < number and _ends_quote(sentence, who.first):
        found = preposed(sentence, number, who, line)
    if found is None:
        return None
    if saying is not None:
        taken.add(saying)
    begins = min((n for piece in found.spans for n in sentence.inside(piece)), default=number)
    if object_ < begins <= speaker.last:
        speaker = Speaker(head=object_, first=speaker.first, last=begins - 1)
    if saying is not None and speaker.first < saying <= speaker.last:
        speaker = Speaker(head=object_, first=speaker.first, last=saying - 1)
    return _draft(sentence, number, line, cue, speaker, None if who is None else who.head, found)


def _told_after(sentence: Sentence, number: int, line: Saying, object_: int) -> Found | None:
    """The quotation or the clause right behind the one who is quoted."""
    tokens = sentence.tokens
    for above in (object_, number):
        clause = next((c for c in sentence.children[above] if c > object_ and has_child(sentence, c, "mark")), None)
        words = [] if clause is None else [n for n in sentence.subtree(clause) if n > object_]
        if words and tokens[words[0]].dep == "mark" and tokens[words[0]].text.lower() in line.joins:
            return Found(spans=(span(sentence, words[0], words[-1]),))
    begins = next((n for n in range(object_ + 1, min(object_ + 3, len(tokens))) if tokens[n].text in OPENING), None)
    if begins is None or begins + 2 >= len(tokens):
        return None
    ends = next((n for n in range(begins + 1, len(tokens)) if tokens[n].text in MARKS), len(tokens) - 1)
    clause_like = any(t.pos in ("VERB", "AUX") for t in tokens[begins:ends])
    return Found(spans=(span(sentence, begins, ends),), quoted=True) if clause_like else None


def _saying_after(sentence: Sentence, object_: int, sayings: Sayings) -> int | None:
    """The "saying" that hangs on the one who is quoted."""
    for c in sentence.children[object_]:
        token = sentence.tokens[c]
        if c > object_ and token.dep == "acl" and token.tag == "VBG":
            lines = sayings.verbs.get(token.lemma.lower(), ())
            return c if any(line.tells and Frame.CLAUSE in line.frames for line in lines) else None
    return None


def _ends_quote(sentence: Sentence, first: int) -> bool:
    """Whether a quotation closes right before a token."""
    return first > 1 and sentence.tokens[first - 1].text in MARKS
