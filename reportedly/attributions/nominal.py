"""A token of a sentence in, the noun phrase of the teller that it heads laid open out: edges, words, names inside."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.attributions.grammar import noun_phrase, span
from reportedly.attributions.names import Known, Names
from reportedly.lexicon.saying import Kind, Sources, SourceWord
from reportedly.model.text import Sentence, Span

DASHES = frozenset({"-", "–", "—", "--"})
_ARTICLES = frozenset({Kind.DEFINITE, Kind.INDEFINITE, Kind.ITS})
_PLURAL = frozenset({"NNS", "NNPS"})
_WHEN = frozenset({"DATE", "TIME"})
_BETWEEN = frozenset({"DET", "ADJ", "NOUN"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A noun phrase laid open. Numbers are of tokens; ``last`` is its last token, not the one after it."""

    sentence: Sentence
    head: int
    first: int
    last: int
    whole: Span
    inside: tuple[Known, ...]
    sources: Sources

    @property
    def text(self) -> str:
        """The words of the phrase."""
        return self.words(self.first, self.last)

    @property
    def article(self) -> SourceWord | None:
        """What its first word is, if that is an article or the like."""
        return self.sources.heads.get(self.sentence.tokens[self.first].text.lower())

    @property
    def noun(self) -> SourceWord | None:
        """What its head is, if that is a noun for tellers."""
        return self.sources.heads.get(self.sentence.tokens[self.head].lemma.lower())

    @property
    def bare_first(self) -> int:
        """The first token after the article."""
        article = self.article
        return min(self.first + 1, self.head) if article is not None and article.kind in _ARTICLES else self.first

    def words(self, first: int, last: int) -> str:
        """The words from a token to another, spaces made single."""
        start, tokens = self.sentence.span.start, self.sentence.tokens
        return " ".join(self.sentence.text[tokens[first].start - start : tokens[last].end - start].split())


def lay_open(sentence: Sentence, number: int, names: Names, sources: Sources) -> Phrase:
    """The phrase around a token, with what the parser tore off it put back."""
    first, last = _conjunct(sentence, number, names)
    number = min(number, last)
    last = _saying_tail(sentence, _loose_end(sentence, number, last, sources), number)
    first, number = _name_torn(sentence, first, number, span(sentence, first, last), names)
    last = _name_cut(sentence, last, number, span(sentence, first, last), names)
    first, number = _name_behind(sentence, first, number, last, names, sources)
    first, number = _person_torn(sentence, first, number, sources)
    first = _behind_dash(sentence, _apposed(sentence, first, number, sources), number)
    first, last = _untimed(sentence, first, number, last)
    last -= last > number and sentence.tokens[last].tag == "POS"
    whole = span(sentence, first, last)
    inside = tuple(names.inside(whole))
    return Phrase(sentence=sentence, head=number, first=first, last=last, whole=whole, inside=inside, sources=sources)


def _conjunct(sentence: Sentence, number: int, names: Names) -> tuple[int, int]:
    """The noun phrase up to its first "and" or to the comma of a list: the first teller of several stands for all. An
    "and" before a plural noun may join two that share it, and stays ("police and hospital officials")."""
    tokens = sentence.tokens
    first, last = noun_phrase(sentence, number, clauses=False)
    for n in range(first + 1, last + 1):
        token = tokens[n]
        if token.dep == "cc" and first <= token.head <= number and tokens[n - 1].pos in ("NOUN", "PROPN"):
            name = names.around(token.span)
            shares = n < number and tokens[number].tag in _PLURAL and (name is None or name.country)
            return first, last if shares else n - 1
    other = next((c for c in sentence.children[number] if tokens[c].dep == "conj" and c > number), None)
    if other is not None and number < other <= last:
        comma = next(
            (n for n in range(number + 1, other) if tokens[n].dep == "punct" and tokens[n].head == number), None
        )
        return first, last if comma is None else comma - 1
    return first, last


def _loose_end(sentence: Sentence, number: int, last: int, sources: Sources) -> int:
    """ "Citing a source in the militia": the phrase that says whose source it is, where the parse hangs it higher."""
    noun = sources.heads.get(sentence.tokens[number].lemma.lower())
    if noun is None or not (noun.weak and noun.person) or last + 1 >= len(sentence.tokens):
        return last
    after = sentence.tokens[last + 1]
    if after.dep != "prep" or after.head != sentence.tokens[number].head:
        return last
    return max(sentence.subtree(last + 1))


def _saying_tail(sentence: Sentence, last: int, number: int) -> int:
    """The last token without the "as saying" that the parser hung on the teller."""
    for n in range(number + 1, last + 1):
        if sentence.tokens[n].dep == "pcomp" and sentence.tokens[n - 1].dep == "prep" and n - 2 >= number:
            return n - 2
    return last


def _behind_dash(sentence: Sentence, first: int, number: int) -> int:
    """The first token behind a dash that stands between blanks, and parts what is told from who tells it."""
    tokens = sentence.tokens
    for n in range(number - 1, first, -1):
        if tokens[n].text in DASHES and tokens[n - 1].end < tokens[n].start and tokens[n].end < tokens[n + 1].start:
            return n + 1
    return first


def _untimed(sentence: Sentence, first: int, number: int, last: int) -> tuple[int, int]:
    """The phrase without the day or hour of the telling at its edges ("Earlier a source", "a source on Monday")."""
    tokens = sentence.tokens
    article = next((n for n in range(first, number) if tokens[n].dep == "det" and tokens[n].head == number), None)
    if article is not None and all(tokens[n].pos == "ADV" or tokens[n].entity in _WHEN for n in range(first, article)):
        first = article
    while first < number and tokens[first].entity in _WHEN and tokens[first].dep != "det":
        first += 1
    end = last
    while end > number and tokens[end].entity in _WHEN:
        end -= 1
    if end < last and end > number and tokens[end].pos == "ADP":
        end -= 1
    return first, end


def _name_torn(sentence: Sentence, first: int, number: int, whole: Span, names: Names) -> tuple[int, int]:
    """The first token and head with a known name whose beginning the parser hung elsewhere ("a Veldania Centre for
    Rights report", read as a centre for a rights report)."""
    cut = next((k for k in names.all if k.span.start < whole.start < k.span.end), None)
    begins = sentence.at(cut.span.start) if cut is not None else None
    if cut is None or begins is None:
        return first, number
    head = sentence.head_of(cut.span) if cut.span.covers(sentence.tokens[number].span) else None
    return begins, number if head is None else head


def _name_cut(sentence: Sentence, last: int, number: int, whole: Span, names: Names) -> int:
    """The last token with a known name whose end the parser hung elsewhere ("the state agency VELTA", its name read
    as a verb)."""
    head = sentence.tokens[number].span
    cut = next((k for k in names.all if k.span.covers(head) and k.span.start < whole.end < k.span.end), None)
    ends = sentence.at(cut.span.end - 1) if cut is not None and not cut.person else None
    return last if ends is None else ends


def _name_behind(
    sentence: Sentence, first: int, number: int, last: int, names: Names, sources: Sources
) -> tuple[int, int]:
    """ "Near the border with Korvia Northwire said" without its comma: the outlet that ends a phrase whose own head
    is no teller."""
    token = sentence.tokens[number]
    if token.pos != "NOUN" or token.lemma.lower() in sources.heads:
        return first, number
    end = sentence.tokens[last].end
    outlet = next((k for k in names.inside(span(sentence, number, last)) if k.outlet and k.span.end == end), None)
    begins = sentence.at(outlet.span.start) if outlet is not None else None
    return (first, number) if begins is None or begins <= number else (begins, last)


def _person_torn(sentence: Sentence, first: int, number: int, sources: Sources) -> tuple[int, int]:
    """ "An activist with the opposition Tavren Centre said", read as words of the Centre: the phrase and head are
    those of the person before the preposition, if an indefinite article brings the person in."""
    tokens = sentence.tokens
    if tokens[number].pos != "PROPN":
        return first, number
    at = first - 1
    while at > 1 and first - at <= 2 and tokens[at].pos in _BETWEEN:
        at -= 1
    if at < 2 or tokens[at].pos != "ADP" or tokens[at - 1].pos != "NOUN" or tokens[at].head != at - 1:
        return first, number
    person = sources.heads.get(tokens[at - 1].lemma.lower())
    begins = noun_phrase(sentence, at - 1, clauses=False)[0]
    article = sources.heads.get(tokens[begins].text.lower())
    if person is None or not person.person or article is None or article.kind is not Kind.INDEFINITE:
        return first, number
    return begins, at - 1


def _apposed(sentence: Sentence, first: int, number: int, sources: Sources) -> int:
    """ "Ivan Petrov the Centre's head said" without its comma: the person's name right before the phrase, where it
    opens the sentence or follows a closing mark."""
    tokens = sentence.tokens
    noun = sources.heads.get(tokens[number].lemma.lower())
    article = sources.heads.get(tokens[first].text.lower())
    if noun is None or not noun.person or article is None or article.kind is not Kind.DEFINITE:
        return first
    begins = first
    while begins > 0 and tokens[begins - 1].entity == "PERSON":
        begins -= 1
    return begins if begins == 0 or tokens[begins - 1].pos == "PUNCT" else first
