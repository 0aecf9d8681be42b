"""A counted phrase in, the members of the list it stands in out, and their sum where all have a figure."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise, takewhile

from reportedly.lexicon.counting import Kind
from reportedly.lexicon.measures import Frame
from reportedly.mentions.counts_fates import Cue
from reportedly.readings.how_many_clauses import SUBJECTS
from reportedly.readings.how_many_phrases import is_people, phrase_of
from reportedly.readings.how_many_scene import Phrase, Scene, run_at

_THINGS = frozenset({Frame.THING, Frame.LOSS, Frame.REMAINS})
_NOMINAL = frozenset({"NOUN", "PROPN", "NUM", "PRON", "ADJ"})


def listed(scene: Scene, phrase: Phrase) -> tuple[Phrase, ...]:
    """The phrase and all joined to it, before and after: "two women AND TWO SOLDIERS"."""
    members = [phrase]
    for head in _chain(scene, first_of(scene, _top(scene, phrase))):
        member = phrase_of(scene, head)
        if member is not None and all(member.head != m.head for m in members) and not _parted(scene, phrase, member):
            members.append(member)
    return _without_names(scene, members)


def _top(scene: Scene, phrase: Phrase) -> int:
    """The word of the phrase that the others hang on: NUMBER in "an unspecified number of civilians"."""
    head = phrase.head
    while phrase.first <= (above := scene.sentence.tokens[head].head) < head:
        head = above
    return head


def joined(scene: Scene, head: int) -> tuple[Phrase, ...]:
    """The phrases of a noun and of those joined to it, though the first may count nobody ("a post and 80 fighters")."""
    phrases = [phrase for at in _chain(scene, head) if (phrase := phrase_of(scene, at)) is not None]
    if not phrases:
        return ()
    first = phrases[0]
    return _without_names(
        scene, [first, *(p for p in phrases[1:] if p.head != first.head and not _parted(scene, first, p))]
    )


def _without_names(scene: Scene, members: list[Phrase]) -> tuple[Phrase, ...]:
    """The members without the names of those just counted: "her two sons, OMAR AND PETR,", two names after a comma."""
    ordered = sorted(members, key=lambda m: m.first)
    named: list[Phrase] = []
    for at, counted in enumerate(ordered):
        count = counted.best if counted.number is not None and counted.noun is not None else None
        names = ordered[at + 1 : at + 1 + (count or 0)]
        comma = counted.stop < len(scene.lower) and scene.lower[counted.stop] == ","
        if names and comma and len(names) == count and all(_is_name(scene, name) for name in names):
            named += names
    named += _named_in_a_row(scene, ordered)
    kept = tuple(m for m in members if m not in named)
    in_order = sorted(kept, key=lambda m: m.first)
    return _under_one_number(in_order) or _of_one_person(scene, in_order) or kept


def _named_in_a_row(scene: Scene, ordered: list[Phrase]) -> list[Phrase]:
    """The names of persons told of just before, as many as those: "a father and son, OMAR AND PETR TESH,"."""
    persons = [
        *takewhile(lambda m: m.one and m.noun is not None and scene.lower[m.noun] in scene.fates.persons, ordered)
    ]
    names = ordered[len(persons) :]
    if len(persons) < 2 or not len(persons) - 1 <= len(names) <= len(persons):  # the first may hang on the row itself
        return []
    comma = persons[-1].stop
    set_off = comma + 1 < len(scene.lower) and scene.lower[comma] == "," and not scene.has(Kind.LIST, comma + 1)
    return names if set_off and all(_is_name(scene, name) for name in names) else []


def _under_one_number(ordered: list[Phrase]) -> tuple[Phrase, ...]:
    """A row of three or more as one, where only the first has a number: "2,000 MEN, WOMEN AND CHILDREN"."""
    first, *others = ordered
    bare = all(m.number is None and not m.one and m.noun is not None for m in others)
    if first.number is None or first.noun is None or len(others) < 2 or not bare:
        return ()
    return (replace(first, stop=others[-1].stop),) if (first.best or first.low or 0) > len(others) else ()


def _of_one_person(scene: Scene, ordered: list[Phrase]) -> tuple[Phrase, ...]:
    """A row of nouns as its first, where one person is called by all: behind one article, "a JOURNALIST AND ACTIVIST
    WAS killed", or "his FRIEND AND COLLEAGUE", but "a doctor and nurse were killed"."""
    tokens, (first, *others) = scene.sentence.tokens, ordered
    if _titles_of(scene, ordered):
        return (first,)
    nouns = [m.noun for m in ordered if m.one and m.noun is not None and tokens[m.noun].tag == "NN"]
    if not others or len(nouns) < len(ordered) or any(_has_own_article(scene, m) for m in others):
        return ()
    subject = first_of(scene, nouns[0])
    helpers = [c for c in scene.sentence.children[tokens[subject].head] if tokens[c].dep in ("aux", "auxpass")]
    if tokens[subject].dep in SUBJECTS and helpers:
        return (first,) if any(scene.has(Kind.SINGULAR, c) for c in helpers) else ()
    return (first,) if any(scene.has(Kind.COMPANION, noun) for noun in nouns) else ()


def _titles_of(scene: Scene, ordered: list[Phrase]) -> bool:
    """Whether two nouns without a second article are titles of the name that follows with no comma or "and" between:
    "former MINISTER AND PRESIDENT of the court OMAR LIND". The parser joins the name to them or to the court."""
    if not 2 <= len(ordered) <= 3 or _has_own_article(scene, ordered[1]):
        return False
    tokens, nouns = scene.sentence.tokens, [m.noun for m in ordered[:2] if m.one and m.noun is not None]
    if [tokens[n].tag for n in nouns] != ["NN", "NN"] or not all(_is_name(scene, m) for m in ordered[2:]):
        return False
    if len(ordered) == 2:
        last = max(scene.sentence.subtree(nouns[1]))
        return last > nouns[1] and tokens[last].entity == "PERSON"
    before = ordered[2].first - 1
    return tokens[before].pos != "PUNCT" and not scene.has(Kind.LIST, before)


def _has_own_article(scene: Scene, member: Phrase) -> bool:
    here = scene.sentence.tokens[member.first]
    return here.pos == "DET" or here.tag == "PRP$" or member.number is not None


def _is_name(scene: Scene, member: Phrase) -> bool:
    return member.one and member.noun is not None and scene.sentence.tokens[member.noun].pos == "PROPN"


def first_of(scene: Scene, head: int) -> int:
    """The first of those that a noun is joined to, or the noun."""
    tokens = scene.sentence.tokens
    while True:
        above = tokens[head].head
        joined = tokens[head].dep == "conj" and tokens[above].pos in _NOMINAL
        if not joined and not (tokens[head].dep == "appos" and _goes_on(scene, above, head)):
            return head
        head = above


def _chain(scene: Scene, head: int) -> list[int]:
    """The token and the nouns joined to it, in text order. A name set beside a noun ("her husband OMAR") is of the
    same person, but what is joined to the name is joined to the noun."""
    tokens = scene.sentence.tokens
    found, waiting = [], [(head, True)]
    while waiting:
        here, member = waiting.pop()
        found += [here] if member else []
        children = scene.sentence.children[here]
        waiting += [(c, True) for c in children if tokens[c].dep == "conj" and tokens[c].pos in _NOMINAL]
        beside = [c for c in children if tokens[c].dep == "appos"]
        waiting += [(c, True) for c in beside if _goes_on(scene, here, c)]
        waiting += [(c, False) for c in beside if tokens[here].tag == "NN" and tokens[c].entity == "PERSON"]
        waiting += [(c, True) for c in _behind_name(scene, here)]
    return [*sorted(found), *_last_name(scene, sorted(found))]


def _behind_name(scene: Scene, noun: int) -> list[int]:
    """The counted nouns and the relatives joined to the name that a person is called: "a man identified as Omar Tesh
    AND TWO OTHERS", "a woman named Mira Tesh AND HER SON"."""
    tokens, children = scene.sentence.tokens, scene.sentence.children
    calling = [c for c in children[noun] if tokens[c].dep == "acl" and scene.has(Kind.CALLING, c)]
    names = [n for c in calling for n in children[c] if tokens[n].dep == "oprd"]
    names += [n for c in calling for p in children[c] for n in children[p] if tokens[n].dep == "pobj"]
    joined = [c for n in names for c in children[n] if tokens[c].dep == "conj"]
    return [c for c in joined if _counted(scene, c) or _is_relative(scene, c)]


def _is_relative(scene: Scene, noun: int) -> bool:
    """Whether a noun for people is somebody's ("HER SON")."""
    own = any(scene.sentence.tokens[c].tag == "PRP$" for c in scene.sentence.children[noun])
    return own and scene.lower[noun] in scene.fates.persons


def _counted(scene: Scene, noun: int) -> bool:
    return noun in scene.numbered or any(c in scene.numbered for c in scene.sentence.children[noun])


def _last_name(scene: Scene, found: list[int]) -> list[int]:
    """The last name of a list of names where the parser joined it to the verb before ("the deaths of Ana Tesh, Omar
    Lind, and PETR KOL.")."""
    tokens = scene.sentence.tokens
    names = [n for n in found if tokens[n].entity == "PERSON"]
    if len(names) < 2 or names != found:
        return []
    at = found[-1] + 1
    while at < len(tokens) and (tokens[at].text == "," or scene.has(Kind.LIST, at)):
        at += 1
    first = at
    while at < len(tokens) and tokens[at].entity == "PERSON" and tokens[at].pos == "PROPN":
        at += 1
    last = at - 1
    ends = at >= len(tokens) or tokens[at].pos == "PUNCT"
    cut_off = last > first and tokens[last].dep == "conj" and tokens[tokens[last].head].pos == "VERB"
    return [last] if first > found[-1] + 1 and ends and cut_off and tokens[last].head < found[0] else []


def _goes_on(scene: Scene, name: int, token: int) -> bool:
    """Whether what is set beside a person goes on as a list: a further name, or a relative of the first ("Ana Tesh,
    OMAR LIND and Petr Kol"; "a man, HIS WIFE and their two sons"), where "and" follows in the end."""
    tokens = scene.sentence.tokens
    person = tokens[name].entity == "PERSON" or scene.lower[name] in scene.fates.persons
    names = tokens[name].pos == "PROPN" and tokens[token].pos == "PROPN"
    relative = person and _is_relative(scene, token)
    if tokens[name].tag in ("NNS", "NNPS"):
        return False  # "two guards, Ana Tesh and Omar Lind" are two
    if not (names or relative):
        return _persons_in_a_row(scene, name, token)
    known = tokens[token].entity == "PERSON" and tokens[name].entity == "PERSON"
    below = (token, *(c for c in scene.sentence.children[token] if tokens[c].dep == "appos"))
    after = (*below, name) if relative or known else (token,)
    return any(tokens[c].dep == "conj" and c > token for at in after for c in scene.sentence.children[at])


def _persons_in_a_row(scene: Scene, first: int, second: int) -> bool:
    """Whether a noun for one person set beside another begins a list: the verb is in the plural, or all that follow
    have an article or none has ("A MOTHER, A FATHER and a child were shot"; not "a clerk, A FATHER of two, was
    shot")."""
    tokens, children = scene.sentence.tokens, scene.sentence.children
    last = next((c for c in children[second] if tokens[c].dep == "conj" and c > second), None)
    members = (first, second) if last is None else (first, second, last)
    if last is None or any(tokens[n].tag != "NN" or scene.lower[n] not in scene.fates.persons for n in members):
        return False
    verb = tokens[first].head
    helpers = [c for c in children[verb] if tokens[c].dep in ("aux", "auxpass")]
    if tokens[first].dep in SUBJECTS and helpers:
        return not any(scene.has(Kind.SINGULAR, c) for c in helpers)
    articles = [any(tokens[c].pos == "DET" for c in children[n]) for n in (second, last)]
    return articles[0] == articles[1]


def _parted(scene: Scene, phrase: Phrase, member: Phrase) -> bool:
    """Whether words between the two show that the second is a part of the first, or has a fate of its own."""
    left, right = sorted((phrase, member), key=lambda p: p.first)
    if left.one and right.noun is None and right.number is not None and _begins_clause(scene, right):
        return not any(scene.has(Kind.REST, at) for at in range(right.first, right.stop))  # "by the Guard, and 19 WERE"
    between = range(left.stop, right.first)
    if left.one and left.stop < right.first and _set_down(scene, left):
        return True  # "over the murder of the mayor: Omar Lind and Petr Kol"
    if scene.has(Kind.PART, left.first - 1) and member is left:
        return True
    if right.noun is None and any(scene.has(Kind.REST, at) for at in range(right.first, right.stop)):
        return True
    if member.stop < len(scene.lower) and member.vague and member.number is None and _speaks(scene, member.stop):
        return True
    if any(scene.has(Kind.PART, at) or at in scene.cued for at in between):
        return True
    if member is right and _is_object(scene, left) and _begins_clause(scene, right):
        return True
    following = scene.cued.get(member.stop)
    return member is right and following is not None and member.head != phrase.head and _own_fate(scene, member)


def _set_down(scene: Scene, person: Phrase) -> bool:
    """Whether a colon closes the words for one person, with the name that follows them."""
    tokens, at = scene.sentence.tokens, person.stop
    while at < len(tokens) and tokens[at].entity == "PERSON":
        at += 1
    return at < len(tokens) and tokens[at].text == ":"


def _speaks(scene: Scene, at: int) -> bool:
    """Whether a verb in the active voice follows: the noun before is its subject, and no member of the list."""
    return scene.sentence.tokens[at].pos == "VERB" and at not in scene.cued


def _is_object(scene: Scene, phrase: Phrase) -> bool:
    """Whether the phrase is in the list that a verb before it has as its object."""
    first = scene.sentence.tokens[first_of(scene, phrase.head)]
    return first.dep == "dobj" and first.head < phrase.first


def _begins_clause(scene: Scene, phrase: Phrase) -> bool:
    """Whether a finite auxiliary follows: "killed five guards and TWO CLERKS WERE among the injured"."""
    return (
        phrase.stop < len(scene.lower)
        and scene.sentence.tokens[phrase.stop].tag in ("VBD", "VBZ", "VBP")
        and (scene.sentence.tokens[phrase.stop].pos == "AUX")
    )


def _own_fate(scene: Scene, member: Phrase) -> bool:
    """Whether the word behind the member is of it alone: "father and SON SHOT dead" has the whole list as subject."""
    tokens = scene.sentence.tokens
    first = tokens[first_of(scene, member.head)]
    shared = first.head == member.stop and first.dep in SUBJECTS and first.head != member.head
    return tokens[member.stop].tag in ("VBN", "VBD", "JJ") and not shared


def summed(scene: Scene, members: list[Phrase]) -> Phrase | None:
    """The list as one phrase with the sum of its figures, or None where it is no list or a member has none."""
    if len(members) < 2 or any(m.low is None for m in members):
        return None
    ordered = sorted(members, key=lambda m: m.first)
    pairs = list(pairwise(ordered))
    if any(left.stop > right.first or _no_sum(scene, left.stop, right.first) for left, right in pairs):
        return None
    first, last = ordered[0], ordered[-1]
    return Phrase(
        first=first.first,
        stop=last.stop,
        noun=first.noun,
        low=sum(m.low or 0 for m in members),
        best=_sum([m.best for m in members]),
        high=_sum([m.high for m in members]),
        rules=(scene.counting.addresses[Kind.LIST],),
        one=all(m.one for m in members),
    )


def _no_sum(scene: Scene, start: int, stop: int) -> bool:
    """Whether words between two members say that one is meant, that the second is a part of the first, or that it is
    the greater of two numbers ("14 people and POSSIBLY 26")."""
    kinds = (Kind.EITHER, Kind.POSSIBLY)
    return any(scene.has(kind, at) for at in range(start, stop) for kind in kinds) or any(
        run_at(scene, Kind.PART, at) for at in range(start, stop)
    )


def _sum(figures: list[int | None]) -> int | None:
    known = [figure for figure in figures if figure is not None]
    return sum(known) if len(known) == len(figures) else None


FAR = 30
"""Tokens across which a number and its word of fate still belong together where the parse does not say so."""


def free_before(scene: Scene, cue: Cue, held: set[int]) -> Phrase | None:
    """The last number of people before the cue that is not held, opens no part, and has no other fate between."""
    start = max((c.stop for c in scene.cues if c.stop <= cue.token and c.fate.frame not in _THINGS), default=0)
    start = max(start, cue.token - FAR)
    chosen, since = None, start
    for first, phrase in sorted(scene.phrases.items()):
        if first < start or phrase.stop > cue.token or phrase.number is None or phrase.number.none:
            continue
        part = any(scene.has(Kind.PART, at) for at in range(since, first))
        if phrase.noun is None or not is_people(scene, phrase) or first in held or part:
            continue
        chosen, since = phrase, phrase.stop
    return chosen
