"""vocab/en/modality → frozen sets of words that tell what happened from what was wished, feared or denied."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from reportedly.lexicon.lines import HOME, Line, load


class ModalityLine(Line):
    """Words and what they make of a happening. See the head of ``vocab/en/modality.yml``."""

    sense: str
    auxiliaries: frozenset[str] = frozenset()
    markers: frozenset[str] = frozenset()
    guesses: frozenset[str] = frozenset()
    verbs: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    carry: bool = False
    blame: bool = False
    suffers: bool = False
    bursts: bool = False
    window: bool = False
    arriving: bool = False
    tidings: bool = False
    definite: bool = False
    after: bool = False
    before: bool = False
    prepositions: frozenset[str] = frozenset()
    patient: bool = False
    agent: bool = False
    whole: bool = False
    laid: bool = False
    accused: bool = False
    nobody: frozenset[str] = frozenset()
    crowd: frozenset[str] = frozenset()
    lack: bool = False
    averts: bool = False
    withholds: bool = False
    checks: bool = False
    inverts: bool = False
    answers: frozenset[str] = frozenset()
    disowns: frozenset[str] = frozenset()
    alive: frozenset[str] = frozenset()
    ascribes: bool = False
    ascribed: bool = False
    behind: bool = False
    author: bool = False
    doubted: bool = False
    deeds: frozenset[str] = frozenset()
    owns: bool = False
    engaged: bool = False
    off: bool = False
    taker: bool = False
    occurs: bool = False
    purpose: bool = False
    labels: frozenset[str] = frozenset()
    possible: frozenset[str] = frozenset()
    trades: bool = False
    stocks: frozenset[str] = frozenset()
    longed: frozenset[str] = frozenset()
    grants: bool = False
    charges: bool = False
    granting: frozenset[str] = frozenset()
    care: frozenset[str] = frozenset()
    cares: bool = False
    mishaps: frozenset[str] = frozenset()
    longs: bool = False
    nears: bool = False
    generic: bool = False
    soon: bool = False
    stoppers: frozenset[str] = frozenset()
    linking: frozenset[str] = frozenset()
    judges: bool = False
    stands_in_one: frozenset[str] = frozenset()
    hands: frozenset[str] = frozenset()
    handiwork: frozenset[str] = frozenset()
    stands_in: frozenset[str] = frozenset()
    culprits: frozenset[str] = frozenset()
    marks: frozenset[str] = frozenset()
    behalf: frozenset[str] = frozenset()
    implicates: bool = False
    partakes: bool = False
    holds: bool = False
    keeps: bool = False
    ties: frozenset[str] = frozenset()
    belongs: bool = False
    speakers: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Modality:
    """The words by what they do."""

    unreal_auxiliaries: frozenset[str]
    hedged_auxiliaries: frozenset[str]
    guessing: frozenset[str]
    conditions: frozenset[str]
    implicatives: frozenset[str]
    negations: frozenset[str]
    carriers: frozenset[str]
    blaming: frozenset[str]
    suffering: frozenset[str]
    bursting: frozenset[str]
    deeds: frozenset[str]
    windows: frozenset[str]
    arriving: frozenset[str]
    tidings: frozenset[str]
    definite: frozenset[str]
    after: frozenset[str]
    before: frozenset[str]
    towards: frozenset[str]
    by: frozenset[str]
    whole: frozenset[str]
    laid: frozenset[str]
    accused_of: frozenset[str]
    nobody: frozenset[str]
    crowd: frozenset[str]
    lacking: frozenset[str]
    averting: frozenset[str]
    withholding: frozenset[str]
    checking: frozenset[str]
    inverting: frozenset[str]
    answered: frozenset[str]
    disowned: frozenset[str]
    alive: frozenset[str]
    ascribing: frozenset[str]
    ascribed_to: frozenset[str]
    behind: frozenset[str]
    authors: frozenset[str]
    doubted: frozenset[str]
    owning: frozenset[str]
    engaged: frozenset[str]
    off: frozenset[str]
    takers: frozenset[str]
    occurring: frozenset[str]
    purposes: frozenset[str]
    labelled: frozenset[str]
    possible: frozenset[str]
    trading: frozenset[str]
    stocks: frozenset[str]
    longed: frozenset[str]
    granting_verbs: frozenset[str]
    granting: frozenset[str]
    charging: frozenset[str]
    care: frozenset[str]
    caring: frozenset[str]
    mishaps: frozenset[str]
    wishing: frozenset[str]
    wished_for: frozenset[str]
    nearly: frozenset[str]
    anybody: frozenset[str]
    soon: frozenset[str]
    stoppers: frozenset[str]
    linking: frozenset[str]
    judging: frozenset[str]
    stands_in_one: frozenset[str]
    hands: frozenset[str]
    handiwork: frozenset[str]
    stands_in: frozenset[str]
    speakers: frozenset[str]
    culprits: frozenset[str]
    marks: frozenset[str]
    behalf: frozenset[str]
    implicating: frozenset[str]
    partaking: frozenset[str]
    arresting: frozenset[str]
    keeping: frozenset[str]
    ties: frozenset[str]
    belonging: frozenset[str]


def load_modality(homes: Sequence[Path] = (HOME,)) -> Modality:
    """The table of all homes. Raises VocabError with file and line."""
    lines = load("en/modality", ModalityLine, homes)

    def union(field: str, *, sense: str | None = None, flag: str | None = None) -> frozenset[str]:
        chosen = (x for x in lines if (sense is None or x.sense == sense) and (flag is None or getattr(x, flag)))
        return frozenset(word for line in chosen for word in getattr(line, field))

    return Modality(
        unreal_auxiliaries=union("auxiliaries", sense="unreal"),
        hedged_auxiliaries=union("auxiliaries", sense="hedged"),
        guessing=union("guesses"),
        conditions=union("markers"),
        implicatives=union("verbs", sense="real") - union("verbs", flag="blame") - union("verbs", flag="suffers"),
        negations=union("words", sense="negated"),
        carriers=union("verbs", flag="carry"),
        blaming=union("verbs", flag="blame"),
        suffering=union("verbs", flag="suffers"),
        deeds=union("deeds"),
        bursting=union("verbs", flag="bursts"),
        windows=union("words", flag="window"),
        arriving=union("verbs", flag="arriving"),
        tidings=union("words", flag="tidings"),
        definite=union("words", flag="definite"),
        after=union("words", flag="after"),
        before=union("words", flag="before"),
        towards=union("prepositions", flag="patient"),
        by=union("prepositions", flag="agent"),
        whole=union("prepositions", flag="whole"),
        laid=union("prepositions", flag="laid"),
        accused_of=union("prepositions", flag="accused"),
        nobody=union("nobody"),
        crowd=union("crowd"),
        lacking=union("prepositions", flag="lack"),
        averting=union("verbs", flag="averts"),
        withholding=union("verbs", flag="withholds"),
        checking=union("verbs", flag="checks"),
        inverting=union("auxiliaries", flag="inverts"),
        answered=union("answers"),
        disowned=union("disowns"),
        alive=union("alive"),
        ascribing=union("verbs", flag="ascribes"),
        ascribed_to=union("prepositions", flag="ascribed"),
        behind=union("prepositions", flag="behind"),
        authors=union("words", flag="author"),
        doubted=union("words", flag="doubted"),
        owning=union("verbs", flag="owns"),
        engaged=union("prepositions", flag="engaged"),
        off=union("prepositions", flag="off"),
        takers=union("prepositions", flag="taker"),
        occurring=union("verbs", flag="occurs"),
        purposes=union("verbs", flag="purpose"),
        labelled=union("labels"),
        possible=union("possible"),
        trading=union("verbs", flag="trades"),
        stocks=union("stocks"),
        longed=union("longed"),
        granting_verbs=union("verbs", flag="grants"),
        granting=union("granting"),
        charging=union("verbs", flag="charges"),
        care=union("care"),
        caring=union("verbs", flag="cares"),
        mishaps=union("mishaps"),
        wishing=union("verbs", flag="longs"),
        wished_for=union("prepositions", flag="longs"),
        nearly=union("words", flag="nears"),
        anybody=union("words", flag="generic"),
        soon=union("verbs", flag="soon"),
        stoppers=union("stoppers"),
        linking=union("linking"),
        judging=union("verbs", flag="judges"),
        stands_in_one=union("stands_in_one"),
        hands=union("hands"),
        handiwork=union("handiwork"),
        stands_in=union("stands_in"),
        speakers=union("speakers"),
        culprits=union("culprits"),
        marks=union("marks"),
        behalf=union("behalf"),
        implicating=union("verbs", flag="implicates"),
        partaking=union("verbs", flag="partakes"),
        arresting=union("verbs", flag="holds"),
        keeping=union("verbs", flag="keeps"),
        ties=union("ties"),
        belonging=union("verbs", flag="belongs"),
    )
