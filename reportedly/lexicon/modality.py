"""vocab/en/modality → frozen sets of words that tell what happened from what was wished, feared or denied."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, NamedTuple, get_type_hints

from reportedly.lexicon.lines import HOME, Line, load

Words = frozenset[str]


class ModalityLine(Line):
    """Words and what they make of a happening. See the head of ``vocab/en/modality.yml``."""

    sense: str
    auxiliaries: frozenset[str] = frozenset()
    markers: frozenset[str] = frozenset()
    awaiting: frozenset[str] = frozenset()
    guesses: frozenset[str] = frozenset()
    verbs: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    implies: bool = False
    tried: frozenset[str] = frozenset()
    on_life: frozenset[str] = frozenset()
    own_life: frozenset[str] = frozenset()
    demanded: frozenset[str] = frozenset()
    undergoes: bool = False
    farther: frozenset[str] = frozenset()
    carry: bool = False
    blame: bool = False
    suffers: bool = False
    bursts: bool = False
    window: bool = False
    arriving: bool = False
    begins: bool = False
    comes: bool = False
    once: bool = False
    revenge: frozenset[str] = frozenset()
    lasting_for: frozenset[str] = frozenset()
    anniversaries: frozenset[str] = frozenset()
    tidings: bool = False
    voiced: frozenset[str] = frozenset()
    voices: bool = False
    definite: bool = False
    partitive: bool = False
    succeeds: bool = False
    earlier: frozenset[str] = frozenset()
    scene: bool = False
    after: bool = False
    before: bool = False
    prepositions: frozenset[str] = frozenset()
    patient: bool = False
    agent: bool = False
    whole: bool = False
    named_part: bool = False
    laid: bool = False
    accused: bool = False
    nobody: frozenset[str] = frozenset()
    crowd: frozenset[str] = frozenset()
    at_all: frozenset[str] = frozenset()
    lack: bool = False
    averts: bool = False
    withholds: bool = False
    checks: bool = False
    inverts: bool = False
    answers: frozenset[str] = frozenset()
    several_answered: frozenset[str] = frozenset()
    disowns: frozenset[str] = frozenset()
    alive: frozenset[str] = frozenset()
    plants: bool = False
    ascribes: bool = False
    ascribed: bool = False
    behind: bool = False
    author: bool = False
    commands: bool = False
    suspect: bool = False
    doubted: bool = False
    deeds: frozenset[str] = frozenset()
    owns: bool = False
    engaged: bool = False
    off: bool = False
    counterpart: bool = False
    facing: bool = False
    lays: bool = False
    meanwhile: bool = False
    bordering: bool = False
    spanning: bool = False
    apart: frozenset[str] = frozenset()
    alike: frozenset[str] = frozenset()
    residents: frozenset[str] = frozenset()
    ruling: frozenset[str] = frozenset()
    away: frozenset[str] = frozenset()
    wards: frozenset[str] = frozenset()
    same: frozenset[str] = frozenset()
    too: frozenset[str] = frozenset()
    taker: bool = False
    occurs: bool = False
    lasts: bool = False
    bears: bool = False
    aimed_at: frozenset[str] = frozenset()
    retelling: frozenset[str] = frozenset()
    reports: bool = False
    purpose: bool = False
    labels: frozenset[str] = frozenset()
    possible: frozenset[str] = frozenset()
    trades: bool = False
    stocks: frozenset[str] = frozenset()
    several: frozenset[str] = frozenset()
    limbs: frozenset[str] = frozenset()
    longed: frozenset[str] = frozenset()
    habits: frozenset[str] = frozenset()
    grants: bool = False
    charges: bool = False
    granting: frozenset[str] = frozenset()
    care: frozenset[str] = frozenset()
    cares: bool = False
    treats: bool = False
    conveys: bool = False
    contrives: bool = False
    offices: frozenset[str] = frozenset()
    posted: frozenset[str] = frozenset()
    formerly: frozenset[str] = frozenset()
    speeches: frozenset[str] = frozenset()
    longs: bool = False
    nears: bool = False
    grave: bool = False
    amid: bool = False
    moment: bool = False
    generic: bool = False
    soon: bool = False
    stoppers: frozenset[str] = frozenset()
    linking: frozenset[str] = frozenset()
    judges: bool = False
    stands_in_one: frozenset[str] = frozenset()
    hands: frozenset[str] = frozenset()
    handiwork: frozenset[str] = frozenset()
    prey: frozenset[str] = frozenset()
    stands_in: frozenset[str] = frozenset()
    culprits: frozenset[str] = frozenset()
    dying: frozenset[str] = frozenset()
    hurts: frozenset[str] = frozenset()
    marks: frozenset[str] = frozenset()
    signs: frozenset[str] = frozenset()
    leaves: bool = False
    left_at: frozenset[str] = frozenset()
    joins: bool = False
    identifies: bool = False
    fingers: frozenset[str] = frozenset()
    finding: frozenset[str] = frozenset()
    guises: frozenset[str] = frozenset()
    points_at: bool = False
    points: bool = False
    behalf: frozenset[str] = frozenset()
    implicates: bool = False
    partakes: bool = False
    acts: bool = False
    denies: bool = False
    holds: bool = False
    at_law: bool = False
    tries: bool = False
    to_court: bool = False
    courts: frozenset[str] = frozenset()
    visits: bool = False
    sites: frozenset[str] = frozenset()
    lying: bool = False
    recovers: bool = False
    abed: frozenset[str] = frozenset()
    keeps: bool = False
    ties: frozenset[str] = frozenset()
    parts: frozenset[str] = frozenset()
    arrests: frozenset[str] = frozenset()
    trials: frozenset[str] = frozenset()
    belongs: bool = False
    speakers: frozenset[str] = frozenset()
    describes: frozenset[str] = frozenset()
    brings: bool = False
    repels: bool = False
    disputes: bool = False
    rejects: bool = False
    unknown: frozenset[str] = frozenset()
    flees: bool = False
    aids: bool = False
    rehearsals: frozenset[str] = frozenset()
    fictions: frozenset[str] = frozenset()
    misdeeds: frozenset[str] = frozenset()
    refuses: bool = False
    possesses: bool = False
    concludes: bool = False
    shelters: bool = False
    rehearses: bool = False
    shams: frozenset[str] = frozenset()
    invents: bool = False
    departing: frozenset[str] = frozenset()
    bound_for: frozenset[str] = frozenset()
    of_many: frozenset[str] = frozenset()
    times_over: frozenset[str] = frozenset()
    dreading: frozenset[str] = frozenset()
    dreads: bool = False
    deceives: bool = False


class From(NamedTuple):
    """Where a set of words comes from: which words of which lines."""

    words: str
    sense: str | None = None
    flag: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Modality:
    """The words by what they do, each set with where it comes from."""

    unreal_auxiliaries: Annotated[Words, From("auxiliaries", sense="unreal")]
    hedged_auxiliaries: Annotated[Words, From("auxiliaries", sense="hedged")]
    guessing: Annotated[Words, From("guesses")]
    conditions: Annotated[Words, From("markers")]
    awaiting: Annotated[Words, From("awaiting")]
    implicatives: Annotated[Words, From("verbs", flag="implies")]
    tried: Annotated[Words, From("tried")]
    on_life: Annotated[Words, From("on_life")]
    own_life: Annotated[Words, From("own_life")]
    demanded: Annotated[Words, From("demanded")]
    undergoing: Annotated[Words, From("verbs", flag="undergoes")]
    beneath: Annotated[Words, From("prepositions", flag="undergoes")]
    farther: Annotated[Words, From("farther")]
    negations: Annotated[Words, From("words", sense="negated")]
    carriers: Annotated[Words, From("verbs", flag="carry")]
    blaming: Annotated[Words, From("verbs", flag="blame")]
    suffering: Annotated[Words, From("verbs", flag="suffers")]
    bursting: Annotated[Words, From("verbs", flag="bursts")]
    deeds: Annotated[Words, From("deeds")]
    windows: Annotated[Words, From("words", flag="window")]
    arriving: Annotated[Words, From("verbs", flag="arriving")]
    beginning: Annotated[Words, From("verbs", flag="begins")]
    coming: Annotated[Words, From("verbs", flag="comes")]
    in_a_life: Annotated[Words, From("words", flag="once")]
    lasting_for: Annotated[Words, From("lasting_for")]
    revenge: Annotated[Words, From("revenge")]
    anniversaries: Annotated[Words, From("anniversaries")]
    tidings: Annotated[Words, From("words", flag="tidings")]
    voiced: Annotated[Words, From("voiced")]
    voicing: Annotated[Words, From("verbs", flag="voices")]
    brings_deed: Annotated[Words, From("prepositions", flag="brings")]
    describing: Annotated[Words, From("describes")]
    definite: Annotated[Words, From("words", flag="definite")]
    scenes: Annotated[Words, From("words", flag="scene")]
    succeeding: Annotated[Words, From("verbs", flag="succeeds")]
    earlier: Annotated[Words, From("earlier")]
    partitive: Annotated[Words, From("words", flag="partitive")]
    after: Annotated[Words, From("words", flag="after")]
    before: Annotated[Words, From("words", flag="before")]
    towards: Annotated[Words, From("prepositions", flag="patient")]
    by: Annotated[Words, From("prepositions", flag="agent")]
    whole: Annotated[Words, From("prepositions", flag="whole")]
    named_part: Annotated[Words, From("prepositions", flag="named_part")]
    laid: Annotated[Words, From("prepositions", flag="laid")]
    accused_of: Annotated[Words, From("prepositions", flag="accused")]
    nobody: Annotated[Words, From("nobody")]
    crowd: Annotated[Words, From("crowd")]
    at_all: Annotated[Words, From("at_all")]
    lacking: Annotated[Words, From("prepositions", flag="lack")]
    repelling: Annotated[Words, From("verbs", flag="repels")]
    averting: Annotated[Words, From("verbs", flag="averts")]
    withholding: Annotated[Words, From("verbs", flag="withholds")]
    checking: Annotated[Words, From("verbs", flag="checks")]
    inverting: Annotated[Words, From("auxiliaries", flag="inverts")]
    answered: Annotated[Words, From("answers")]
    disputing: Annotated[Words, From("verbs", flag="disputes")]
    rejecting: Annotated[Words, From("verbs", flag="rejects")]
    unknown: Annotated[Words, From("unknown")]
    fleeing: Annotated[Words, From("verbs", flag="flees")]
    aiding: Annotated[Words, From("verbs", flag="aids")]
    answered_several: Annotated[Words, From("several_answered")]
    disowned: Annotated[Words, From("disowns")]
    alive: Annotated[Words, From("alive")]
    planting: Annotated[Words, From("verbs", flag="plants")]
    ascribing: Annotated[Words, From("verbs", flag="ascribes")]
    ascribed_to: Annotated[Words, From("prepositions", flag="ascribed")]
    behind: Annotated[Words, From("prepositions", flag="behind")]
    authors: Annotated[Words, From("words", flag="author")]
    commanding: Annotated[Words, From("verbs", flag="commands")]
    suspects: Annotated[Words, From("words", flag="suspect")]
    doubted: Annotated[Words, From("words", flag="doubted")]
    owning: Annotated[Words, From("verbs", flag="owns")]
    engaged: Annotated[Words, From("prepositions", flag="engaged")]
    off: Annotated[Words, From("prepositions", flag="off")]
    counterpart: Annotated[Words, From("prepositions", flag="counterpart")]
    facing: Annotated[Words, From("prepositions", flag="facing")]
    laying: Annotated[Words, From("verbs", flag="lays")]
    meanwhile: Annotated[Words, From("words", flag="meanwhile")]
    bordering: Annotated[Words, From("words", flag="bordering")]
    spanning: Annotated[Words, From("prepositions", flag="spanning")]
    apart: Annotated[Words, From("apart")]
    alike: Annotated[Words, From("alike")]
    residents: Annotated[Words, From("residents")]
    ruling: Annotated[Words, From("ruling")]
    away: Annotated[Words, From("away")]
    wards: Annotated[Words, From("wards")]
    same: Annotated[Words, From("same")]
    too: Annotated[Words, From("too")]
    takers: Annotated[Words, From("prepositions", flag="taker")]
    occurring: Annotated[Words, From("verbs", flag="occurs")]
    lasting: Annotated[Words, From("words", flag="lasts")]
    bearing: Annotated[Words, From("verbs", flag="bears")]
    aimed_at: Annotated[Words, From("aimed_at")]
    retelling: Annotated[Words, From("retelling")]
    reporting: Annotated[Words, From("verbs", flag="reports")]
    purposes: Annotated[Words, From("verbs", flag="purpose")]
    labelled: Annotated[Words, From("labels")]
    possible: Annotated[Words, From("possible")]
    trading: Annotated[Words, From("verbs", flag="trades")]
    stocks: Annotated[Words, From("stocks")]
    several: Annotated[Words, From("several")]
    limbs: Annotated[Words, From("limbs")]
    longed: Annotated[Words, From("longed")]
    habits: Annotated[Words, From("habits")]
    departing: Annotated[Words, From("departing")]
    bound_for: Annotated[Words, From("bound_for")]
    of_many: Annotated[Words, From("of_many")]
    times_over: Annotated[Words, From("times_over")]
    granting_verbs: Annotated[Words, From("verbs", flag="grants")]
    granting: Annotated[Words, From("granting")]
    charging: Annotated[Words, From("verbs", flag="charges")]
    care: Annotated[Words, From("care")]
    caring: Annotated[Words, From("verbs", flag="cares")]
    treating: Annotated[Words, From("verbs", flag="treats")]
    conveying: Annotated[Words, From("verbs", flag="conveys")]
    conveyed_to: Annotated[Words, From("prepositions", flag="conveys")]
    contriving: Annotated[Words, From("verbs", flag="contrives")]
    offices: Annotated[Words, From("offices")]
    posted: Annotated[Words, From("posted")]
    formerly: Annotated[Words, From("formerly")]
    speeches: Annotated[Words, From("speeches")]
    wishing: Annotated[Words, From("verbs", flag="longs")]
    wished_for: Annotated[Words, From("prepositions", flag="longs")]
    gravely: Annotated[Words, From("words", flag="grave")]
    moments: Annotated[Words, From("words", flag="moment")]
    amid: Annotated[Words, From("prepositions", flag="amid")]
    nearly: Annotated[Words, From("words", flag="nears")]
    anybody: Annotated[Words, From("words", flag="generic")]
    soon: Annotated[Words, From("verbs", flag="soon")]
    stoppers: Annotated[Words, From("stoppers")]
    linking: Annotated[Words, From("linking")]
    judging: Annotated[Words, From("verbs", flag="judges")]
    stands_in_one: Annotated[Words, From("stands_in_one")]
    hands: Annotated[Words, From("hands")]
    handiwork: Annotated[Words, From("handiwork")]
    prey: Annotated[Words, From("prey")]
    stands_in: Annotated[Words, From("stands_in")]
    speakers: Annotated[Words, From("speakers")]
    culprits: Annotated[Words, From("culprits")]
    dying: Annotated[Words, From("dying")]
    hurts: Annotated[Words, From("hurts")]
    marks: Annotated[Words, From("marks")]
    signs: Annotated[Words, From("signs")]
    leaving: Annotated[Words, From("verbs", flag="leaves")]
    left_at: Annotated[Words, From("left_at")]
    joining: Annotated[Words, From("verbs", flag="joins")]
    identifying: Annotated[Words, From("verbs", flag="identifies")]
    identified_as: Annotated[Words, From("prepositions", flag="identifies")]
    fingers: Annotated[Words, From("fingers")]
    findings: Annotated[Words, From("finding")]
    guises: Annotated[Words, From("guises")]
    pointing: Annotated[Words, From("verbs", flag="points_at")]
    pointed_at: Annotated[Words, From("prepositions", flag="points")]
    behalf: Annotated[Words, From("behalf")]
    implicating: Annotated[Words, From("verbs", flag="implicates")]
    partaking: Annotated[Words, From("verbs", flag="partakes")]
    acting: Annotated[Words, From("verbs", flag="acts")]
    denying: Annotated[Words, From("verbs", flag="denies")]
    arresting: Annotated[Words, From("verbs", flag="holds")]
    at_law: Annotated[Words, From("verbs", flag="at_law")]
    in_court: Annotated[Words, From("verbs", flag="tries")]
    to_court: Annotated[Words, From("verbs", flag="to_court")]
    courts: Annotated[Words, From("courts")]
    visiting: Annotated[Words, From("verbs", flag="visits")]
    sites: Annotated[Words, From("sites")]
    lying: Annotated[Words, From("verbs", flag="lying")]
    recovering: Annotated[Words, From("verbs", flag="recovers")]
    abed: Annotated[Words, From("abed")]
    keeping: Annotated[Words, From("verbs", flag="keeps")]
    ties: Annotated[Words, From("ties")]
    parts: Annotated[Words, From("parts")]
    arrests: Annotated[Words, From("arrests")]
    trials: Annotated[Words, From("trials")]
    belonging: Annotated[Words, From("verbs", flag="belongs")]
    sheltering: Annotated[Words, From("verbs", flag="shelters")]
    concluding: Annotated[Words, From("verbs", flag="concludes")]
    concluded_on: Annotated[Words, From("prepositions", flag="concludes")]
    having: Annotated[Words, From("verbs", flag="possesses")]
    refusing: Annotated[Words, From("verbs", flag="refuses")]
    misdeeds: Annotated[Words, From("misdeeds")]
    rehearsals: Annotated[Words, From("rehearsals")]
    shams: Annotated[Words, From("shams")]
    rehearsed_in: Annotated[Words, From("prepositions", flag="rehearses")]
    fictions: Annotated[Words, From("fictions")]
    invented_in: Annotated[Words, From("prepositions", flag="invents")]
    dreading: Annotated[Words, From("dreading")]
    dread_of: Annotated[Words, From("prepositions", flag="dreads")]
    deceiving: Annotated[Words, From("verbs", flag="deceives")]
    deceived_into: Annotated[Words, From("prepositions", flag="deceives")]


def load_modality(homes: Sequence[Path] = (HOME,)) -> Modality:
    """The table of all homes. Raises VocabError with file and line."""
    lines = load("en/modality", ModalityLine, homes)
    hints = get_type_hints(Modality, include_extras=True)
    return Modality(**{name: _chosen(lines, hint.__metadata__[0]) for name, hint in hints.items()})


def _chosen(lines: Sequence[ModalityLine], of: From) -> Words:
    chosen = (
        x for x in lines if (of.sense is None or x.sense == of.sense) and (of.flag is None or getattr(x, of.flag))
    )
    return frozenset(word for line in chosen for word in getattr(line, of.words))
