"""vocab/en/saying.yml, denying.yml and sources.yml in, frozen tables of saying words and of source words out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from reportedly.lexicon.lines import HOME, Line, load
from reportedly.model.words import Role, Stance

K = TypeVar("K")


class Frame(StrEnum):
    """How a saying word takes what is said.

    ``clause``: "said that the bridge fell"; ``quote``: words in quotation marks; ``infinitive``: "vowed to fight";
    ``object``: "reported three raids"; ``passive``: "is said to have fled"; ``whom``: "urged Korvia to withdraw";
    ``relay``: "was quoted by Northwire as saying"; ``citing``: "Northwire said, citing a policeman";
    ``raising``: "the town appears to be empty", which nobody in the text says.
    """

    CLAUSE = "clause"
    QUOTE = "quote"
    INFINITIVE = "infinitive"
    OBJECT = "object"
    PASSIVE = "passive"
    WHOM = "whom"
    RELAY = "relay"
    CITING = "citing"
    RAISING = "raising"


class Kind(StrEnum):
    """What a word does for telling who speaks: a ``teller`` noun, a ``paper`` that speaks for whoever issued it, an
    article, a pronoun, a mark that makes one body of a plural ("state media"), or a word for nobody."""

    TELLER = "teller"
    PAPER = "paper"
    DEFINITE = "definite"
    INDEFINITE = "indefinite"
    ITS = "its"
    OWN = "own"
    PERSON = "person"
    THING = "thing"
    PLURAL = "plural"
    ONE = "one"
    NOBODY = "nobody"


class SayingLine(Line):
    """A group of words that announce what somebody tells, thinks or wants.

    ``verbs`` are base forms. ``nouns`` take a clause or "of" ("the claim that", "reports of") that begins with one
    of ``joins``, or a preposition of ``preps``. ``phrases`` are prepositions before a source ("according to").
    ``adverbs`` stand for an unnamed teller ("reportedly"). ``inserts`` put a saying verb, or one of ``objects``,
    into what is told ("as Northwire reported", "in a survey"). ``preps`` are prepositions that bring the content
    ("call for"), ``after`` those that carry it on behind an object ("accuse … of"), ``agents`` bring the medium of
    a relay ("quoted as saying by"). ``objects`` are the only nouns that the object frame takes, if any are given
    ("claimed responsibility"), and not with one of ``duties`` behind a preposition of theirs ("took responsibility for
    security" is nobody's word). ``listener`` verbs have a listener for their object ("told Northwire"). ``colon`` is
    the line of a colon between a teller and what is told.

    ``adjectives`` are said of a holder and take the same ("confident that", "critical of"). ``turns`` are a verb and
    its object or complement that act as one word ("take aim" at, "make clear" that). ``carries`` marks verbs that
    take a noun of this vocabulary for object and are one cue with it ("expressed concern about"). ``plural`` nouns
    take their preposition in the plural only ("reports of"). ``hearers`` are prepositions of a listener that may
    stand before one of ``preps`` ("spoke to reporters about").

    ``tells`` is false for wishes, judgements and refusals, which have a holder but pass on nothing that happened;
    ``thinks`` marks beliefs, which are no further teller where somebody else tells of them. ``things`` marks verbs
    whose subject may be a thing that tells nobody anything ("the attack claimed nine lives"). ``persons`` are the
    words for persons one of whom, or somebody named, has to be the subject (bodies of men attack with arms, he in
    words; a reporter saw bodies, a town saw battles); ``worded`` are what nobody attacks but in words ("the report").
    ``witnesses`` marks verbs whose bare object in the past is what was seen or undergone ("Kolm saw three raids"),
    ``there`` those whose time and place are of what they tell ("heard two blasts in Kolm on Monday").
    """

    meaning: str
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    turns: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    adverbs: tuple[str, ...] = ()
    inserts: tuple[str, ...] = ()
    frames: tuple[Frame, ...] = (Frame.CLAUSE, Frame.QUOTE)
    preps: tuple[str, ...] = ()
    hearers: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    agents: tuple[str, ...] = ()
    joins: tuple[str, ...] = ()
    listener: bool = False
    objects: tuple[str, ...] = ()
    duties: tuple[str, ...] = ()
    colon: bool = False
    plural: bool = False
    carries: bool = False
    thinks: bool = False
    things: bool = False
    persons: tuple[str, ...] = ()
    worded: tuple[str, ...] = ()
    witnesses: bool = False
    there: bool = False
    stance: Stance = Stance.STATES
    tells: bool = True


class DenyingLine(Line):
    """Phrases by which a teller leaves something open. ``refusal`` phrases have the refuser for their subject."""

    meaning: str
    forms: tuple[str, ...]
    stance: Stance = Stance.DOUBTS
    degree: float = 0.3
    refusal: bool = False


class SourceLine(Line):
    """Nouns for tellers. ``heads`` name a teller by themselves, ``marks`` beside another head tell the role.

    ``person`` nouns are people, and unnamed ones anonymous; ``weak`` heads ("source") take the role of what stands
    beside them; ``apart`` nouns ("opponent") name people who take a stand on somebody and do not speak for him.
    ``kind`` sets papers, articles and pronouns apart. ``mouths`` are those heads that speak for the body
    they belong to ("the head of the Centre").
    """

    meaning: str
    heads: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    role: Role
    person: bool = False
    weak: bool = False
    apart: bool = False
    kind: Kind = Kind.TELLER
    mouths: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """One compiled line: its address and what it means for an attribution."""

    rule: str
    frames: frozenset[Frame]
    preps: frozenset[str]
    after: frozenset[str]
    agents: frozenset[str]
    joins: frozenset[str]
    listener: bool
    objects: frozenset[str]
    stance: Stance
    tells: bool
    duties: frozenset[str] = frozenset()
    hearers: frozenset[str] = frozenset()
    plural: bool = False
    carries: bool = False
    thinks: bool = False
    things: bool = False
    persons: frozenset[str] = frozenset()
    worded: frozenset[str] = frozenset()
    witnesses: bool = False
    there: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Sayings:
    """Saying words by base form. A verb may stand in several lines; the first whose frame fits is used."""

    verbs: dict[str, tuple[Saying, ...]]
    nouns: dict[str, tuple[Saying, ...]]
    adjectives: dict[str, tuple[Saying, ...]]
    turns: dict[tuple[str, str], tuple[Saying, ...]]
    phrases: dict[tuple[str, ...], Saying]
    adverbs: dict[str, Saying]
    inserts: dict[str, Saying]
    openers: frozenset[str]
    colon: Saying | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceWord:
    """What a noun says of a teller."""

    rule: str
    role: Role
    person: bool
    weak: bool
    kind: Kind
    apart: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """Nouns for tellers by base form, the words beside them that tell the role, and the nouns for those who speak for
    a body."""

    heads: dict[str, SourceWord]
    marks: dict[str, SourceWord]
    mouths: frozenset[str] = frozenset()


def load_sayings(homes: Sequence[Path] = (HOME,), language: str = "en") -> Sayings:
    """The saying words of a language."""
    verbs: dict[str, list[Saying]] = {}
    nouns: dict[str, list[Saying]] = {}
    adjectives: dict[str, list[Saying]] = {}
    turns: dict[tuple[str, str], list[Saying]] = {}
    phrases: dict[tuple[str, ...], Saying] = {}
    adverbs: dict[str, Saying] = {}
    inserts: dict[str, Saying] = {}
    colon: Saying | None = None
    for line in load(f"{language}/saying", SayingLine, homes):
        saying = _saying(line)
        for verb in line.verbs:
            verbs.setdefault(verb, []).append(saying)
        for noun in line.nouns:
            nouns.setdefault(noun, []).append(saying)
        for adjective in line.adjectives:
            adjectives.setdefault(adjective, []).append(saying)
        for turn in line.turns:
            verb, _, word = turn.partition(" ")
            turns.setdefault((verb, word), []).append(saying)
        colon = saying if line.colon else colon
        phrases.update({tuple(phrase.split()): saying for phrase in line.phrases})
        adverbs.update(dict.fromkeys(line.adverbs, saying))
        inserts.update(dict.fromkeys(line.inserts, saying))
    return Sayings(
        verbs=_tuples(verbs),
        nouns=_tuples(nouns),
        adjectives=_tuples(adjectives),
        turns=_tuples(turns),
        phrases=phrases,
        adverbs=adverbs,
        inserts=inserts,
        openers=frozenset(phrase[0] for phrase in phrases),
        colon=colon,
    )


def load_sources(homes: Sequence[Path] = (HOME,), language: str = "en") -> Sources:
    """The nouns for tellers of a language."""
    heads: dict[str, SourceWord] = {}
    marks: dict[str, SourceWord] = {}
    mouths: set[str] = set()
    for line in load(f"{language}/sources", SourceLine, homes):
        word = SourceWord(
            rule=line.address, role=line.role, person=line.person, weak=line.weak, kind=line.kind, apart=line.apart
        )
        heads.update(dict.fromkeys(line.heads, word))
        marks.update(dict.fromkeys(line.marks, word))
        mouths.update(line.mouths)
    return Sources(heads=heads, marks=marks, mouths=frozenset(mouths))


def _saying(line: SayingLine) -> Saying:
    return Saying(
        rule=line.address,
        frames=frozenset(line.frames),
        preps=frozenset(line.preps),
        after=frozenset(line.after),
        agents=frozenset(line.agents),
        joins=frozenset(line.joins),
        listener=line.listener,
        objects=frozenset(line.objects),
        duties=frozenset(line.duties),
        stance=line.stance,
        tells=line.tells,
        hearers=frozenset(line.hearers),
        plural=line.plural,
        carries=line.carries,
        thinks=line.thinks,
        things=line.things,
        persons=frozenset(line.persons),
        worded=frozenset(line.worded),
        witnesses=line.witnesses,
        there=line.there,
    )


def _tuples(table: dict[K, list[Saying]]) -> dict[K, tuple[Saying, ...]]:
    return {word: tuple(sayings) for word, sayings in table.items()}
