"""A frame and words of its sentence in, how the two hang together out: on its clause, on a word of saying, how near."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.claims.frames.assertion import clause_head, in_past_perfect, in_perfect
from reportedly.claims.frames.frames import Frame
from reportedly.lexicon.modality import Modality
from reportedly.model.text import Sentence, Span
from reportedly.model.words import Happening

_MARKS = frozenset(',.;:!?"“”()')
_OWNING = frozenset({"poss", "compound", "nmod", "amod"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def on_clause(frame: Frame, span: Span, cues: Sequence[Span] = ()) -> bool:
    """Whether the words hang on the clause, or on the happening word itself; a clause of saying is not the event's."""
    sentence = frame.sentence
    head = sentence.head_of(span)
    if head is None:
        return False
    above = set(sentence.ancestors(head))
    clauses = {t.clause for t in frame.triggers}
    told = {c for c in clauses if not any(cue.touches(sentence.tokens[c].span) for cue in cues)}
    return clause_head(sentence, head) in told or bool(above & set(frame.heads))


def outside(frame: Frame, span: Span, cues: Sequence[Span]) -> bool:
    """Whether words do not belong to what is told: they stand outside the frame, or the frame holds the cue itself."""
    return not frame.span.covers(span) or any(frame.span.covers(c) for c in cues)


def hangs_on(sentence: Sentence, span: Span, cues: Sequence[Span]) -> bool:
    """Whether the nearest verb above a time is a word of saying."""
    head = sentence.head_of(span)
    if head is None:
        return False
    verb = sentence.tokens[clause_head(sentence, head)].span
    return any(c.touches(verb) for c in cues)


def news_came(sentence: Sentence, span: Span, modality: Modality) -> bool:
    """Whether the verb over a time tells of news and not of what happened ("news of the raid came on Thursday",
    "accusations raised on Thursday")."""
    head = sentence.head_of(span)
    if head is None:
        return False
    verb = clause_head(sentence, head)
    if _voiced(sentence, verb, modality) or _as_reported(sentence, verb, modality):
        return True
    subjects = [sentence.tokens[c] for c in sentence.children[verb] if sentence.tokens[c].dep in _SUBJECTS]
    comes = sentence.tokens[verb].lemma.lower() in modality.arriving
    return comes and any(s.lemma.lower() in modality.tidings for s in subjects)


def _voiced(sentence: Sentence, verb: int, modality: Modality) -> bool:
    """Whether a participle says of an accusation or a report that it was made."""
    token = sentence.tokens[verb]
    told = sentence.tokens[token.head].lemma.lower() in modality.voiced
    return token.dep == "acl" and told and token.lemma.lower() in modality.voicing


def _as_reported(sentence: Sentence, verb: int, modality: Modality) -> bool:
    """Whether a clause without a subject only says that it was told ("as was reported on Thursday")."""
    token, deps = sentence.tokens[verb], {sentence.tokens[c].dep for c in sentence.children[verb]}
    bare = "mark" in deps and not deps & _SUBJECTS and token.tag == "VBN"
    return bare and token.dep == "advcl" and token.lemma.lower() in modality.reporting | modality.voicing


def reported_again(frame: Frame, cues: Sequence[Span], modality: Modality) -> bool:
    """Whether the frame is a definite noun that a word of saying governs: a day behind it dates the telling ("had
    reported the deaths on Tuesday")."""
    sentence = frame.sentence
    for trigger in frame.triggers:
        token = sentence.tokens[trigger.mention.token]
        above = sentence.tokens[token.head].span
        if token.dep == "dobj" and resumes(frame, modality) and any(cue.touches(above) for cue in cues):
            return True
    return False


def of_earlier(frame: Frame, span: Span) -> bool:
    """Whether words stand in a clause that steps back from the frame's own: the attack that "came as it was reported
    that troops had killed nine in Brenik last week" was neither last week nor in Brenik."""
    sentence, head = frame.sentence, frame.sentence.head_of(span)
    clauses = {t.clause for t in frame.triggers}
    if head is None or not clauses:
        return False
    verb = clause_head(sentence, head)
    if verb in clauses or not in_past_perfect(sentence, verb) or clauses & set(sentence.subtree(verb)):
        return False
    return not any(in_perfect(sentence, clause) for clause in clauses) and bool(clauses & set(sentence.ancestors(verb)))


def follows(sentence: Sentence, span: Span, cues: Sequence[Span]) -> bool:
    """Whether a time stands right behind a word of saying or its speaker ("said on Friday they had …"), at most a
    preposition between, and owns nothing ("said Friday's raid …"): it dates the telling, whatever the parse."""
    head = sentence.head_of(span)
    if head is not None and sentence.tokens[head].dep in _OWNING:
        return False
    for cue in cues:
        between = sentence.text[cue.end - sentence.span.start : span.start - sentence.span.start]
        if (
            cue.end < span.start
            and sentence.span.covers(cue)
            and len(between.split()) <= 1
            and not _MARKS & set(between)
        ):
            return True
    return False


def gap(frame: Frame, span: Span) -> int:
    """Characters between the words and the nearest happening word or count of the frame."""
    seats = [t.mention.span for t in frame.triggers] or [c.span for c in frame.counts]
    return min(max(span.start - s.end, s.start - span.end, 0) for s in seats)


def points_back(frame: Frame, modality: Modality) -> bool:
    """Whether the frame's noun, or the noun on which its clause stands, points at the deed told just before, however
    long ago that was ("THAT attack killed nine", "accused the army of THAT attack, which killed nine")."""
    tokens, children = frame.sentence.tokens, frame.sentence.children
    nouns = {t.mention.token for t in frame.triggers} | {_described(frame.sentence, t.clause) for t in frame.triggers}
    below = (tokens[c] for n in nouns if tokens[n].pos == "NOUN" for c in children[n])
    if any(t.tag == "DT" and t.text.lower() in modality.farther for t in below):
        return True
    above = {n for t in frame.triggers for n in (t.clause, *frame.sentence.ancestors(t.clause))}
    return any(tells_again(frame.sentence, number, modality) for n in above for number in children[n])


def tells_again(sentence: Sentence, number: int, modality: Modality) -> bool:
    """Whether a word is "the incident" as the subject of a verb of coming about: it is the deed told just before ("the
    incident took place when two farmers set off a mine")."""
    token = sentence.tokens[number]
    if token.dep != "nsubj" or token.lemma.lower() not in modality.retelling:
        return False
    definite = any(sentence.tokens[n].text.lower() in modality.definite for n in sentence.children[number])
    return definite and sentence.tokens[token.head].lemma.lower() in modality.occurring


def _described(sentence: Sentence, clause: int) -> int:
    """The noun on which a clause stands, by itself or by what somebody says ("which it estimates killed nine")."""
    while sentence.tokens[clause].dep == "ccomp":
        clause = sentence.tokens[clause].head
    return sentence.tokens[clause].head


def resumes(frame: Frame, modality: Modality) -> bool:
    """Whether the frame's first word for how it happened is a definite noun, that is one already told of ("the strike",
    "45 were killed in the strikes")."""
    if not frame.triggers:
        return False
    sorts = (t.mention for t in frame.triggers if t.mention.kind is not Happening.OTHER_VIOLENCE)
    head = next(sorts, frame.triggers[0].mention).token
    sentence = frame.sentence
    definite = any(sentence.tokens[c].text.lower() in modality.definite for c in sentence.children[head])
    return definite and sentence.tokens[head].pos == "NOUN"
