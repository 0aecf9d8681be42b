"""A saying verb in its sentence in, the noun phrase of the one who speaks out, even where the parse has lost it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from reportedly.attributions.cues import cue_left
from reportedly.attributions.grammar import acronym, child, noun_phrase, subject
from reportedly.lexicon.saying import Frame, Saying
from reportedly.model.text import Sentence

_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_PAST = _FINITE | {"VBN"}
_CHUNK = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})
_NAMING = frozenset({"NOUN", "PROPN"})
_NEAR = 6
"""Words between a subject and its verb beyond which the parse is not trusted against a name right after the verb."""
_LONGEST = 14
"""Words of a noun phrase that is looked for without the parse's help."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """A noun phrase: its head and its first and last token."""

    head: int
    first: int
    last: int


def speaker_of(
    sentence: Sentence, verb: int, line: Saying, before: Mapping[int, Speaker] = MappingProxyType({})
) -> Speaker | None:
    """Who speaks, with the one before "and" whom the parse has hung on what is told ("… in Marn, the army and a doctor
    said")."""
    found = _beside(sentence, verb) or _speaker_of(sentence, verb, line, before)
    return found if found is None or found.first > verb else _with_first(sentence, _with_title(sentence, found))


def _beside(sentence: Sentence, verb: int) -> Speaker | None:
    """The last of several who say something behind one preposition, each right before his participle ("with the army
    blaming rebels and residents saying that …")."""
    token, own = sentence.tokens[verb], child(sentence, verb, "nsubj")
    if token.tag != "VBG" or token.dep != "pcomp" or own is None:
        return None
    joined = any(sentence.tokens[n].tag == "CC" for n in range(own + 1, verb))
    torn = _torn(sentence, verb) if joined else None
    cut = None if torn is None else next((n for n in range(torn.first, verb) if sentence.tokens[n].tag == "CC"), None)
    if torn is None or cut is None:
        return torn if torn is not None and torn.first > own else None
    return Speaker(head=verb - 1, first=cut + 1, last=verb - 1)


def _with_title(sentence: Sentence, speaker: Speaker) -> Speaker:
    """The speaker with a shortened title that the parser hung on what is told ("…," Brig. Petrov said)."""
    before = sentence.tokens[speaker.first - 1] if speaker.first else None
    title = before is not None and before.pos == "PROPN" and before.text[:1].isupper() and before.text[1:-1].islower()
    if before is None or not title or not before.text.endswith(".") or sentence.tokens[speaker.first].pos != "PROPN":
        return speaker
    return Speaker(head=speaker.head, first=speaker.first - 1, last=speaker.last)


def _with_first(sentence: Sentence, speaker: Speaker) -> Speaker:
    tokens, joint = sentence.tokens, speaker.first - 1
    if joint < 3 or tokens[joint].tag != "CC" or tokens[joint - 1].pos not in _NAMING:
        return speaker
    begins = joint
    while begins > 0 and joint - begins < _LONGEST and _nominal(sentence, begins - 1, joint):
        begins -= 1
    told = begins > 1 and (tokens[begins - 1].text == "," or tokens[begins - 1].tag == "''")
    if not told or not any(t.pos in ("VERB", "AUX") for t in tokens[: begins - 1]):
        return speaker
    head = next(
        n for n in range(begins, joint) if tokens[n].pos in _NAMING and (n + 1 == joint or _closes(sentence, n))
    )
    return Speaker(head=head, first=begins, last=speaker.last)


def _nominal(sentence: Sentence, number: int, joint: int) -> bool:
    """Whether a token can be part of the noun phrase that ends before ``joint``."""
    token = sentence.tokens[number]
    return token.pos in _CHUNK or token.pos in ("DET", "PART") or (token.tag == "IN" and number + 1 < joint)


def _speaker_of(sentence: Sentence, verb: int, line: Saying, before: Mapping[int, Speaker]) -> Speaker | None:
    """The verb's subject, or that of the saying before it (``before``) to which it belongs ("…, adding that").

    An inverted one ("…, said the monitor") and one that a missing comma has torn away ("… in Marn a monitor said")
    are looked for beside the verb.
    """
    own = _nearest(sentence, verb)
    if own is None and line.listener:
        own = _past_listener(sentence, verb)
    if own is not None and own > verb:
        return phrase(sentence, own, verb)
    behind = _behind_quote(sentence, verb, line, own)
    if behind is not None:
        return behind
    quoting = Frame.QUOTE in line.frames and Frame.OBJECT not in line.frames
    if quoting and not line.listener and sentence.tokens[verb].tag in _FINITE:
        after = _inverted(sentence, verb, line)
        if after is not None:
            return after
    other = child(sentence, verb, "auxpass", "aux") or (None if line.listener else child(sentence, verb, "dobj"))
    bare = Frame.QUOTE in line.frames and other is None
    if (bare or acronym(sentence, cue_left(sentence, verb) - 1)) and sentence.tokens[verb].tag in _PAST:
        torn = _torn(sentence, verb)
        if torn is not None and (own is None or _lost(sentence, own, verb, torn)):
            return torn
    if own is None and verb > 0 and sentence.tokens[verb - 1].tag == "PRP" and sentence.tokens[verb].tag in _PAST:
        return Speaker(head=verb - 1, first=verb - 1, last=verb - 1)
    if own is None:
        shared = _shared(sentence, verb, before)
        if shared is not None:
            return shared
    who = own if own is not None else subject(sentence, verb)
    return None if who is None else phrase(sentence, who, verb)


def _behind_quote(sentence: Sentence, verb: int, line: Saying, own: int | None) -> Speaker | None:
    """ ""I counted nine," confirmed an officer": what the parse takes for the object of a verb right behind a closed
    quotation speaks, and so does a person named at the end of the sentence."""
    tokens = sentence.tokens
    object_ = child(sentence, verb, "dobj")
    if Frame.QUOTE not in line.frames or object_ is None or own is not None or verb < 4 or object_ < verb:
        return None
    marks = {tokens[verb - 1].tag, tokens[verb - 2].tag}
    quoted = "''" in marks and marks <= {"''", ",", "."}
    return phrase(sentence, object_, verb) if quoted or _person_closes(sentence, verb, object_) else None


def _person_closes(sentence: Sentence, verb: int, object_: int) -> bool:
    """ "Nine died in Kolm, confirmed the spokesman Ivan Petrov.": a comma before the verb, and a person named last."""
    tokens, words = sentence.tokens, sentence.subtree(object_)
    closes = all(t.pos == "PUNCT" for t in tokens[words[-1] + 1 :])
    return tokens[verb - 1].text == "," and closes and tokens[words[-1]].entity == "PERSON"


def _nearest(sentence: Sentence, verb: int) -> int | None:
    """The verb's subject; of two, which a missing comma gives it ("… by militants a monitor said"), the nearer."""
    subjects = [c for c in sentence.children[verb] if sentence.tokens[c].dep in ("nsubj", "nsubjpass")]
    return max((c for c in subjects if c < verb), default=subjects[0] if subjects else None)


def _past_listener(sentence: Sentence, verb: int) -> int | None:
    """The noun behind the one who is told, where what is told comes first ("…, told Northwire a local source")."""
    listener, after = child(sentence, verb, "dative"), child(sentence, verb, "dobj")
    if listener is None or after is None or not verb < listener < after:
        return None
    return after if verb > 2 and sentence.tokens[verb - 1].text == "," else None


def _shared(sentence: Sentence, verb: int, before: Mapping[int, Speaker]) -> Speaker | None:
    """The speaker of the nearest saying above."""
    tokens = sentence.tokens
    trailing = tokens[verb].tag == "VBG" and (tokens[verb - 1].text == "," or tokens[verb].dep == "acl")
    for above in sentence.ancestors(verb)[:4]:
        if above in before:
            return before[above]
        if trailing:
            continue
        if sentence.tokens[above].dep in ("relcl", "acl") or child(sentence, above, "nsubj", "nsubjpass") is not None:
            return None
    return None


def phrase(sentence: Sentence, head: int, verb: int) -> Speaker:
    """The noun phrase around a head, as the parse has it."""
    first, last = noun_phrase(sentence, head, within=(verb,))
    after = _past_aside(sentence, first, last) or _past_told(sentence, head, last, verb)
    if after is None:
        return Speaker(head=head, first=first, last=last)
    return Speaker(head=_top(sentence, after, last), first=after, last=last)


def _past_told(sentence: Sentence, head: int, last: int, verb: int) -> int | None:
    """Where the speaker begins in "nine died after shelling by the Guard, a doctors' group said": what is added to a
    name between commas is closed by one, so the noun phrase that runs into the verb is not the name's."""
    tokens = sentence.tokens
    if last + 1 != verb or not any(t.pos in ("VERB", "AUX") for t in tokens[:head]):
        return None
    added = (c for c in sentence.children[head] if tokens[c].dep == "appos" and c > head)
    begins = (min(sentence.subtree(c)) for c in added)
    return next((n for n in begins if tokens[n - 1].text == "," and tokens[n].pos == "DET"), None)


def _past_aside(sentence: Sentence, first: int, last: int) -> int | None:
    """Where the speaker begins in "40 were wounded, most of them women, a doctor said": what says of the ones before
    who some of them are is no part of the next noun phrase."""
    tokens = sentence.tokens
    if first + 3 >= last or tokens[first + 1].tag != "IN" or tokens[first + 2].tag not in ("PRP", "WP"):
        return None
    comma = next((n for n in range(first + 3, last) if tokens[n].text == ","), None)
    told = comma is not None and any(t.pos in _CHUNK or t.pos == "VERB" for t in tokens[first + 3 : comma])
    return comma + 1 if comma is not None and told else None


def _top(sentence: Sentence, first: int, last: int) -> int:
    """The token of a stretch from which the rest of it hangs."""
    tokens = sentence.tokens
    return next((n for n in range(first, last + 1) if not first <= tokens[n].head <= last or tokens[n].head == n), last)


def _inverted(sentence: Sentence, verb: int, line: Saying) -> Speaker | None:
    """ "K said NP" at the end of a sentence or before "adding …"; whom a picture shows doing something is none."""
    tokens = sentence.tokens
    if verb < 3 or verb + 1 >= len(tokens) or tokens[verb + 1].pos not in ("DET", "PROPN", "NOUN", "ADJ"):
        return None
    if child(sentence, verb, "mark", "aux") is not None or tokens[verb - 1].pos in ("PRON", "SCONJ"):
        return None
    last = _chunk_end(sentence, verb + 1)
    if last is None:
        return None
    nearest = tokens[last + 1] if last + 1 < len(tokens) else None
    if (
        nearest is not None
        and nearest.pos != "PUNCT"
        and (nearest.tag != "VBG" or line.things)
        and nearest.dep not in ("npadvmod", "prep")
    ):
        return None
    own = child(sentence, verb, "nsubj")
    if own is not None and (verb - own < _NEAR or _reaches(sentence, own, verb)) and not _adds(sentence, verb, last):
        return None
    head = next((n for n in range(last, verb, -1) if tokens[n].pos in _NAMING), None)
    if head is None:
        return None
    top = head
    while tokens[top].head != top and verb < tokens[top].head <= last:
        top = tokens[top].head
    return Speaker(head=top, first=verb + 1, last=last)


def _reaches(sentence: Sentence, own: int, verb: int) -> bool:
    """Whether nothing parts the verb from its subject and a clause follows ("the governor of the old city in the north
    said Colonel Omar Tesh, the commander, was dead"), or a comma alone parts them with what is set beside it ("Ivan
    Petrov, spokesman for the army in Marn, said")."""
    clause = child(sentence, verb, "ccomp")
    together = not any(sentence.tokens[n].pos == "PUNCT" for n in range(own, verb))
    if together and clause is not None and clause > verb and sentence.subtree(own)[-1] == verb - 1:
        return True
    if sentence.tokens[verb - 1].text != "," or child(sentence, own, "appos") is None:
        return False
    return noun_phrase(sentence, own, within=(verb,))[1] == verb - 2


def _adds(sentence: Sentence, verb: int, last: int) -> bool:
    """ "Said the monitor adding that": the parse makes one clause of speaker and participle."""
    after = last + 1
    return after < len(sentence.tokens) and sentence.tokens[after].tag == "VBG" and sentence.tokens[after].head == verb


def _chunk_end(sentence: Sentence, first: int) -> int | None:
    """The last token of a noun phrase that begins at ``first``, read word by word."""
    tokens = sentence.tokens
    last = None
    for n in range(first, min(first + _LONGEST, len(tokens))):
        token = tokens[n]
        if token.pos in _NAMING:
            if token.dep == "npadvmod" or token.entity in ("DATE", "TIME"):
                break
            last = n
        elif (
            token.pos not in _CHUNK
            and token.pos not in ("DET", "PART", "CCONJ")
            and token.tag not in ("IN", "HYPH", "POS")
        ) or (token.tag == "IN" and (last is None or not _phrase_goes_on(sentence, n, first))):
            break
    return last


def _phrase_goes_on(sentence: Sentence, number: int, first: int) -> bool:
    """Whether a preposition hangs on a word of the phrase."""
    return first <= sentence.tokens[number].head < number


def _torn(sentence: Sentence, verb: int) -> Speaker | None:
    """The noun phrase right before the verb, read backwards word by word."""
    tokens = sentence.tokens
    last = verb - 1
    while last > 0 and tokens[last].pos in ("ADV", "AUX", "PART") and not acronym(sentence, last):
        last -= 1
    if last >= 0 and acronym(sentence, last):
        return Speaker(head=last, first=last, last=last)
    if last < 0 or tokens[last].pos not in _NAMING | {"NUM"} or tokens[last].entity in ("DATE", "TIME"):
        return None
    first = last
    for n in range(last - 1, max(-1, last - _LONGEST), -1):
        token = tokens[n]
        if token.entity in ("DATE", "TIME"):
            break
        if token.pos == "DET":
            first = n
            if n == 0 or tokens[n - 1].tag != "IN" or n < 2 or tokens[n - 2].pos not in _NAMING:
                break
        elif token.pos in _CHUNK or token.tag in ("IN", "CC", "POS", "HYPH"):
            first = n if token.pos in _CHUNK else first
        else:
            break
    head = next(n for n in range(first, last + 1) if n == last or (tokens[n].pos in _NAMING and _closes(sentence, n)))
    return Speaker(head=head, first=first, last=last)


def _closes(sentence: Sentence, number: int) -> bool:
    """Whether a noun is the last of its chunk, before a preposition or an "and"."""
    return sentence.tokens[number + 1].tag in ("IN", "CC")


def _lost(sentence: Sentence, own: int, verb: int, torn: Speaker) -> bool:
    """Whether a clause with a verb of its own stands between the parsed subject and a noun phrase at the verb."""
    if verb - own < _NEAR or torn.first <= noun_phrase(sentence, own, within=(verb,))[1]:
        return False
    if _of_infinitive(sentence, torn.first):
        return False  # "an official who spoke anonymously to discuss plans said"
    return any(t.pos == "VERB" and t.head != verb for t in sentence.tokens[own + 1 : torn.first])


def _of_infinitive(sentence: Sentence, first: int) -> bool:
    """Whether what stands right before a noun phrase is an infinitive, whose object it is ("to discuss", "to speak
    to")."""
    tokens = sentence.tokens
    verb = first - 1 - (first > 1 and tokens[first - 1].tag in ("TO", "IN"))
    return verb > 0 and tokens[verb].tag == "VB" and tokens[verb - 1].tag == "TO"
