"""A headline or a line of dialogue in, drafts out: "Monitor: nine dead in Kolm", "Nine dead in Kolm, monitor says",
"Nine dead in Kolm – monitor"."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence

from reportedly.attributions.drafts import Draft
from reportedly.attributions.grammar import span
from reportedly.attributions.nominal import DASHES
from reportedly.lexicon.saying import Frame, Saying, Sayings, Sources
from reportedly.model.text import PassageKind, Sentence, Token

_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_PAST = frozenset({"VBD", "VBN"})
_LONGEST = 6
"""Words of a name before a colon; more are a clause."""


def spot_colons(sentence: Sentence, sayings: Sayings, sources: Sources) -> Iterator[Draft]:
    """The draft of a colon between a teller and what is told, if there is one."""
    saying = sayings.colon
    if saying is None:
        return
    tokens = sentence.tokens
    colons = [n for n, t in enumerate(tokens) if t.text == ":"]
    if not colons or any(_says(t, sayings) for t in tokens[: colons[0]]):
        return
    first, last = colons[0], colons[-1]
    if _says_where(tokens, first, sayings, sources):
        return
    opens = (_headline(sentence) and not _breaks(sentence, first)) or _opens_quote(sentence, first + 1)
    if opens and _teller(sentence, 0, first - 1, sources):
        yield _draft(sentence, saying, (0, first - 1), first, (first + 1, len(tokens) - 1))
    elif _lone(sentence) and _states(tokens[:last]) and _teller(sentence, last + 1, len(tokens) - 1, sources):
        yield _draft(sentence, saying, (last + 1, len(tokens) - 1), last, (0, last - 1))


def _says_where(tokens: Sequence[Token], colon: int, sayings: Sayings, sources: Sources) -> bool:
    """Whether one name before a colon is the place of what somebody else tells behind it ("Karsk : Nine people died,
    officials said")."""
    if colon != 1 or tokens[0].pos != "PROPN" or tokens[0].lemma.lower() in sources.heads:
        return False
    return any(_says(t, sayings) and t.tag in _FINITE for t in tokens[colon + 1 :])


def spot_dashes(sentence: Sentence, sayings: Sayings, sources: Sources) -> Iterator[Draft]:
    """The draft of a headline that ends in a dash and whoever tells it: "Nine dead in Kolm – residents"."""
    saying, tokens = sayings.colon, sentence.tokens
    dash = next((n for n in range(len(tokens) - 2, 1, -1) if tokens[n].text in DASHES and _open(sentence, n)), None)
    if saying is None or dash is None or not _lone(sentence):
        return
    if _states(tokens[:dash]) and _teller(sentence, dash + 1, len(tokens) - 1, sources):
        yield _draft(sentence, saying, (dash + 1, len(tokens) - 1), dash, (0, dash - 1))


def _states(tokens: Sequence[Token]) -> bool:
    """Whether the words before the teller are more than a topic."""
    return len(tokens) > 2 and any(t.pos in ("VERB", "AUX", "NUM") for t in tokens)


def _lone(sentence: Sentence) -> bool:
    """Whether a sentence is a headline, or a line without a stop at its end, as headings and a live blog's entries."""
    return _headline(sentence) or sentence.text.rstrip()[-1:].isalnum()


def _open(sentence: Sentence, number: int) -> bool:
    """Whether a mark stands between blanks, and so joins no words."""
    tokens = sentence.tokens
    return tokens[number - 1].end < tokens[number].start and tokens[number].end < tokens[number + 1].start


def spot_closings(sentence: Sentence, sayings: Sayings, sources: Sources, heads: Container[int]) -> Iterator[Draft]:
    """The draft of a headline that ends in who says it, which a parse takes for one clause with the rest: "…, state TV
    says", "…, says monitor". ``heads`` are the verbs that a draft already has."""
    misread = tuple(_misread(sentence, sayings, sources))
    yield from misread
    if misread or not _headline(sentence):
        return
    tokens = sentence.tokens
    last = _last_word(tokens)
    commas = [n for n, t in enumerate(tokens[:last]) if t.text == ","]
    if not commas or last - commas[-1] > _LONGEST or commas[-1] < 2:
        return
    comma = commas[-1]
    verb = next((n for n in (last, comma + 1) if n not in heads and _says(tokens[n], sayings)), None)
    if verb is None:
        return
    source = (comma + 1, verb - 1) if verb == last else (verb + 1, last)
    saying = next((s for s in sayings.verbs[tokens[verb].lemma.lower()] if s.tells and Frame.CLAUSE in s.frames), None)
    if saying is not None and _teller(sentence, *source, sources):
        yield _draft(sentence, saying, source, verb, (0, comma - 1))


def _misread(sentence: Sentence, sayings: Sayings, sources: Sources) -> Iterator[Draft]:
    """The draft of a sentence that ends in who told it, where the parser sets the teller beside the last name and takes
    the verb for a participle ("…, wounding Mayor Osman, LOCAL MEDIA REPORTED on Monday")."""
    tokens = sentence.tokens
    for verb in range(3, len(tokens)):
        noun = verb - 1
        past = tokens[verb].tag in _PAST and tokens[verb].dep == "acl" and tokens[verb].head == noun
        if not past or tokens[noun].dep != "appos" or not _says(tokens[verb], sayings):
            continue
        comma = next((n for n in range(noun, 1, -1) if tokens[n].text == ","), None)
        saying = next(
            (s for s in sayings.verbs[tokens[verb].lemma.lower()] if s.tells and Frame.CLAUSE in s.frames), None
        )
        object_ = any(t.head == verb and t.dep in ("agent", "dobj") for t in tokens[verb:])
        if comma is None or saying is None or object_ or not _states(tokens[:comma]):
            continue
        if tokens[noun].lemma.lower() in sources.heads and _teller(sentence, comma + 1, noun, sources):
            yield _draft(sentence, saying, (comma + 1, noun), verb, (0, comma - 1))


def _last_word(tokens: Sequence[Token]) -> int:
    last = len(tokens) - 1
    while last > 0 and tokens[last].pos == "PUNCT":
        last -= 1
    return last


def _says(token: Token, sayings: Sayings) -> bool:
    """Whether the word is a verb of saying, which tells by itself what the colon would."""
    return token.pos in ("VERB", "AUX") and token.lemma.lower() in sayings.verbs


def _headline(sentence: Sentence) -> bool:
    return sentence.passage.kind is PassageKind.HEADLINE or sentence.number == 0


def _breaks(sentence: Sentence, number: int) -> bool:
    """Whether a line ends behind a mark, as behind the name of the place that a report comes from."""
    tokens, start = sentence.tokens, sentence.span.start
    if number + 1 >= len(tokens):
        return True
    return "\n" in sentence.text[tokens[number].end - start : tokens[number + 1].start - start]


def _opens_quote(sentence: Sentence, number: int) -> bool:
    return number < len(sentence.tokens) and sentence.tokens[number].text in ('"', "“", "``", "''", "‘")


def _teller(sentence: Sentence, first: int, last: int, sources: Sources) -> bool:
    """Whether the words are a short noun phrase of a name or a noun for tellers, with no verb."""
    tokens = sentence.tokens
    while last >= first and tokens[last].pos == "PUNCT":
        last -= 1
    words = tokens[first : last + 1]
    if not words or len(words) > _LONGEST or any(t.pos in ("VERB", "AUX", "NUM") for t in words):
        return False
    noun = sources.heads.get(words[-1].lemma.lower())
    return noun is not None or (words[-1].pos == "PROPN" and words[-1].entity in ("PERSON", "ORG"))


def _draft(sentence: Sentence, saying: Saying, source: tuple[int, int], colon: int, content: tuple[int, int]) -> Draft:
    tokens = sentence.tokens
    first, last = content
    while last > first and tokens[last].pos == "PUNCT" and tokens[last].text in (".", ";", ","):
        last -= 1
    end = source[1]
    while end > source[0] and tokens[end].pos == "PUNCT":
        end -= 1
    return Draft(
        sentence=sentence.number,
        head=colon,
        cue=(tokens[colon].span,),
        source=(span(sentence, source[0], end),),
        content=(span(sentence, first, last),) if first <= last else (),
        saying=saying,
        stance=saying.stance,
        tells=True,
        speaker=_head(sentence, source[0], end),
        takes_quote=True,
    )


def _head(sentence: Sentence, first: int, last: int) -> int:
    """The word of the phrase that governs the others."""
    for n in range(first, last + 1):
        if not first <= sentence.tokens[n].head <= last or sentence.tokens[n].head == n:
            return n
    return last
