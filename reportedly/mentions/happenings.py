"""Page in, words for happenings out: "shelled", "car bomb", "were killed", "retook the town"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportedly.lexicon.happenings import Form, HappeningLine, Happenings
from reportedly.model.mention import HappeningMention
from reportedly.model.reading import Where
from reportedly.model.text import Page, Sentence, Span, Token

_NAMELIKE = frozenset({"NNP", "NNPS", "FW", "JJ"})
_NAMES = frozenset({"NNP", "NNPS"})
_DATE = "DATE"
_NUMBERS = frozenset({"CARDINAL", "QUANTITY"})  # "hundreds of men", as "most of them": the men are acted on
_ACTED_ON = frozenset(
    {"NOUN", "PROPN", "VERB"}
)  # nouns, and a state that a participle tells ("left them hurt in Kolm")
_UNSURE = frozenset({"", "ORG", "PRODUCT", "EVENT", "WORK_OF_ART"})  # labels that the parser gives to unknown towns
_VERBAL = frozenset({"VERB", "AUX"})
_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})
_NOUN_PLACES = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "compound", "conj", "appos", "attr"})
_RELATIVE = frozenset({"WP", "WDT"})
_PLACE = "<place>"  # stands among a token's dictionary forms where a gazetteer knows its name
_GAP = 6  # words that may stand between a verb and its particle or object noun ("took full control")


class WordHappenings:
    """Finds the words of the vocabulary by dictionary form, with their object class and their exceptions."""

    def __init__(self, lexicon: Happenings) -> None:
        self.lexicon = lexicon

    def read(self, page: Page, places: Sequence[Where] = ()) -> tuple[HappeningMention, ...]:
        """The happening words of a page, in text order; the longest form at a place wins. ``places`` are the names
        that a gazetteer knows: "seized Brenik" is a gain of ground where Brenik is a town."""
        named: dict[int, list[Where]] = {}
        for place in places:
            named.setdefault(place.sentence, []).append(place)
        return tuple(
            m
            for sentence in page.sentences
            if sentence.tokens
            for m in self._sentence(sentence, page, named.get(sentence.number, ()))
        )

    def _sentence(self, sentence: Sentence, page: Page, places: Sequence[Where]) -> Iterator[HappeningMention]:
        taken: set[int] = set()
        known = {n for place in places for n in sentence.inside(place.span)}
        bases = [(*_bases(t), *((_PLACE,) if number in known else ())) for number, t in enumerate(sentence.tokens)]
        for number in range(len(sentence.tokens)):
            if number in taken:
                continue
            match = self._match(sentence, bases, number)
            if match is None:
                continue
            form, used = match
            taken.update(used)
            span = Span(sentence.tokens[used[0]].start, sentence.tokens[used[-1]].end)
            yield HappeningMention(
                span=span,
                text=span.of(page.report.text),
                sentence=sentence.number,
                rule=form.line.address,
                kind=form.line.kind,
                token=number if form.verb else used[-1],
            )

    def _match(
        self, sentence: Sentence, bases: list[tuple[str, ...]], number: int
    ) -> tuple[Form, tuple[int, ...]] | None:
        for base in bases[number]:
            for form in self.lexicon.forms.get(base, ()):
                used = _words(form, bases, number)
                if used and self._fits(form, sentence, bases, used):
                    return form, used
        return None

    def _fits(self, form: Form, sentence: Sentence, bases: list[tuple[str, ...]], used: tuple[int, ...]) -> bool:
        head = sentence.tokens[used[0] if form.verb else used[-1]]
        if head.entity == _DATE and head.text[:1].isupper():
            return False  # "in early March"
        if not (_is_verb(head) if form.verb else _is_noun(head)):
            return False
        beside = {b for n in (used[0] - 1, used[-1] + 1) if 0 <= n < len(bases) for b in bases[n]}
        if form.verb and form.line.unless:
            beside |= {b for n in range(used[0] + 1, used[-1]) for b in bases[n]}
            beside |= {b for n in objects(sentence, used[0], reach=True) for b in bases[n]}
        if form.line.unless & beside or (used[0] and form.line.unless_after.intersection(bases[used[0] - 1])):
            return False
        if any(form.line.unless_before.intersection(behind) for behind in bases[used[-1] + 1 : used[-1] + 2]):
            return False
        if form.verb and any(form.line.unless_doer.intersection(bases[n]) for n in _subjects(sentence, used[0])):
            return False
        if (form.line.presence or form.line.limits) and not _placed(sentence, bases, used, form.line.away):
            return False
        return not form.line.object or self._acts_on(form.line, sentence, bases, used, form.verb)

    def _acts_on(
        self,
        line: HappeningLine,
        sentence: Sentence,
        bases: list[tuple[str, ...]],
        used: tuple[int, ...],
        verb: bool,
    ) -> bool:
        patients = objects(sentence, used[0], reach=line.reach) if verb else possessed(sentence, used[-1])
        patients = (*patients, *self._whole(sentence, bases, patients))
        for number in patients:
            token = sentence.tokens[number]
            for name in line.object:
                thing = self.lexicon.things[name]
                known = _PLACE in bases[number]
                named = thing.names and (known or (token.tag in _NAMES and token.entity in _UNSURE))
                labelled = token.entity in thing.entities and not (thing.people and known)
                if named or labelled or not thing.nouns.isdisjoint(bases[number]):
                    return True
        return False

    def _whole(self, sentence: Sentence, bases: list[tuple[str, ...]], patients: Sequence[int]) -> Iterator[int]:
        """What those acted on are a part of: "pipeline" of "a section of the pipeline"."""
        parts = self.lexicon.things["section"].nouns
        for number in patients:
            if not parts.isdisjoint(bases[number]):
                yield from possessed(sentence, number)


def _subjects(sentence: Sentence, verb: int) -> tuple[int, ...]:
    """What a verb says something of: its subject, and the noun of a relative clause ("the crisis that exploded") or of
    a participle ("sanctions targeting the general")."""
    found = [c for c in sentence.children[verb] if sentence.tokens[c].dep in {"nsubj", "nsubjpass"}]
    token = sentence.tokens[verb]
    about = token.dep == "relcl" or (token.dep == "acl" and token.tag == "VBG")
    return (*found, token.head) if about else tuple(found)


def objects(sentence: Sentence, verb: int, *, reach: bool) -> tuple[int, ...]:
    """The tokens that a verb acts on: direct object, passive subject, noun of a participle, with their conjuncts;
    with ``reach`` also what a preposition of the verb governs ("drove them out of the town")."""
    tokens = sentence.tokens
    found = [c for c in sentence.children[verb] if tokens[c].dep in {"dobj", "nsubjpass", "obj", "attr", "oprd"}]
    if tokens[verb].dep in {"acl", "relcl"} and not _content(sentence, verb) and not _does_itself(sentence, verb):
        found.append(tokens[verb].head)
    if tokens[verb].dep == "amod":
        found.append(tokens[verb].head)
    if reach:
        found += [p for c in sentence.children[verb] if tokens[c].dep == "prep" for p in _governed(sentence, c)]
    if tokens[verb].dep == "conj" and not found:
        found.extend(_shared(sentence, verb, reach=reach))
    if not any(tokens[c].dep in {"dobj", "nsubjpass"} for c in found) and not _compounded(sentence, verb):
        found += [c for c in sentence.children[verb] if tokens[c].dep in {"nsubj", "dep", "ccomp", "npadvmod"}]
    for number in found:  # grows: a conjunct may have conjuncts of its own
        below = sentence.children[number]
        found += [c for c in below if tokens[c].dep in {"conj", "appos"} and c not in found]
        if tokens[number].pos not in _ACTED_ON or tokens[number].entity in _NUMBERS:
            found += [p for c in below if tokens[c].dep == "prep" for p in _governed(sentence, c)]
    return tuple(dict.fromkeys(found))


def _compounded(sentence: Sentence, verb: int) -> bool:
    """Whether a participle before a noun has a hyphen, before which stands who did it: "REBEL-HELD Kolm"."""
    tokens = sentence.tokens
    return tokens[verb].dep == "amod" and any(tokens[c].tag == "HYPH" for c in sentence.children[verb])


def _does_itself(sentence: Sentence, verb: int) -> bool:
    """Whether the noun of a relative clause or of a present participle does to something else what its verb says:
    "fighters who hold posts", "the area SURROUNDING the palace"."""
    below = [sentence.tokens[c] for c in sentence.children[verb]]
    doing = sentence.tokens[verb].dep == "acl" and sentence.tokens[verb].tag == "VBG"
    relative = any(t.dep == "nsubj" and t.tag in _RELATIVE for t in below)
    return (doing or relative) and any(t.dep == "dobj" for t in below)


def _shared(sentence: Sentence, verb: int, *, reach: bool) -> tuple[int, ...]:
    """What a joined verb acts on that has no object of its own: that of the verb before it, and in the passive who
    that verb has for its subject ("cross the border and are taken to a camp")."""
    above, below = sentence.tokens[verb].head, sentence.children[verb]
    if any(sentence.tokens[c].dep == "auxpass" for c in below):
        return tuple(c for c in sentence.children[above] if sentence.tokens[c].dep in {"nsubj", "nsubjpass"})
    return objects(sentence, above, reach=reach)


def _content(sentence: Sentence, verb: int) -> bool:
    """Whether a clause at a noun says what the noun is about: "claims that troops were in Orvan"."""
    below = {sentence.tokens[c].dep for c in sentence.children[verb]}
    return "mark" in below and not below.isdisjoint({"nsubj", "nsubjpass"})


def possessed(sentence: Sentence, noun: int) -> tuple[int, ...]:
    """The tokens that a noun of action acts on: "the destruction of the temple"."""
    return tuple(
        p
        for c in sentence.children[noun]
        if sentence.tokens[c].dep == "prep"
        for g in _governed(sentence, c)
        for p in (g, *(x for x in sentence.subtree(g) if sentence.tokens[x].dep in {"conj", "pobj"}))
    )


def _placed(sentence: Sentence, bases: list[tuple[str, ...]], used: tuple[int, ...], away: frozenset[str]) -> bool:
    """Whether a preposition of the words, or of what stands beside them, brings a place: "troops are on the ground in
    Orvan", "has special forces in combat roles in Veldania"."""
    below = {sentence.tokens[c].dep for c in sentence.children[used[0]]}
    verb = sentence.tokens[used[0]].pos in _VERBAL
    if verb and "attr" in below and "expl" not in below:
        return False  # "the fighters were all from Orvan" says what they are
    tokens, waiting = sentence.tokens, [used[0] if verb else used[-1]]
    while waiting:
        here = waiting.pop()
        for child in sentence.children[here]:
            if tokens[child].text.lower() in away:
                continue
            if tokens[child].dep in _BRINGS or (tokens[child].dep in _BESIDE and tokens[here].pos in _VERBAL):
                waiting.append(child)
            elif tokens[child].dep == "pobj":
                if _PLACE in bases[child] or tokens[child].entity in _PLACED or child in used:
                    return True
                waiting.append(child)
    return False


_BRINGS = frozenset({"prep", "acomp", "advmod", "acl", "agent"})
_BESIDE = frozenset({"dobj", "attr", "nsubj", "nsubjpass", "oprd"})
_PLACED = frozenset({"GPE", "LOC", "FAC"})


def _governed(sentence: Sentence, preposition: int) -> tuple[int, ...]:
    found: list[int] = []
    for child in sentence.children[preposition]:
        dep = sentence.tokens[child].dep
        if dep == "pobj":
            found.append(child)
        elif dep == "prep":
            found.extend(_governed(sentence, child))
    return tuple(found)


def _words(form: Form, bases: list[tuple[str, ...]], number: int) -> tuple[int, ...] | None:
    """The tokens that a form stands on; a verb's later words may stand a few words on."""
    used = [number]
    for word in form.words[1:]:
        reach = _GAP if form.verb else 1
        after = used[-1] + 1
        place = next((n for n in range(after, min(after + reach, len(bases))) if word in bases[n]), None)
        if place is None:
            return None
        used.append(place)
    return tuple(used)


def _is_verb(token: Token) -> bool:
    return token.pos in _VERBAL or token.tag in _NAMELIKE or (token.pos == "NOUN" and token.dep == "ROOT")


def _is_noun(token: Token) -> bool:
    return token.pos in _NOMINAL or (token.tag == "VBG" and token.dep in _NOUN_PLACES)


def _bases(token: Token) -> tuple[str, ...]:
    """The dictionary forms a token may have: the parser's lemma, and for words it took for names what is left
    without an inflected ending (headlines are written in capitals)."""
    lemma = token.lemma.lower()
    if token.tag not in _NAMELIKE:
        return (lemma,)
    lower = token.text.lower()
    return tuple(dict.fromkeys((lemma, lower, *_uninflected(lower))))


def _uninflected(word: str) -> Iterator[str]:
    for ending, mends in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + 2:
            stem = word[: -len(ending)]
            for mend in mends:
                yield stem + mend
            if len(stem) > 3 and stem[-1] == stem[-2]:
                yield stem[:-1]


_ENDINGS = (("ies", ("y",)), ("es", ("", "e")), ("s", ("",)), ("ied", ("y",)), ("ed", ("", "e")), ("ing", ("", "e")))
