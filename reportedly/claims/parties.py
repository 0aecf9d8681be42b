"""A frame with who tells it in, who did it and whom it befell out: by grammar, by number, by who beat it back."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.claims.frames.frames import Frame
from reportedly.claims.frames.outcomes import beaten_back
from reportedly.claims.scene import Scene
from reportedly.claims.where.route import movers
from reportedly.claims.who.laid import laid
from reportedly.claims.who.numbering import counted_as_harmed, numbered
from reportedly.claims.who.sides import Sides, sides
from reportedly.claims.who.speaking import (
    behind_colon,
    nameless_in,
    speaking_of_itself,
    tells_from_outside,
    without_bare_speakers,
)
from reportedly.lexicon.happenings import Happenings
from reportedly.lexicon.modality import Modality
from reportedly.model.claim import Attribution, Note, Teller
from reportedly.model.reading import Who
from reportedly.model.words import Happening


@dataclass(frozen=True, slots=True, kw_only=True)
class Parties:
    """Who ``did`` it and who ``bore`` it; ``found`` is what grammar alone says, ``note`` that it was beaten back."""

    found: Sides
    did: tuple[Who, ...]
    bore: tuple[Who, ...]
    note: Note | None


def parties(
    frame: Frame, scene: Scene, told: Attribution | None, happenings: Happenings, modality: Modality
) -> Parties:
    """The sides of a frame. Who is only counted among the harmed did nothing, and who only tells it, or something else
    of the sentence, neither; who beat an attack back is whom it was made on, who laid a mine did what it does."""
    found = sides(frame, scene.actors, modality, happenings)
    harmed = [w for w in found.perpetrators if counted_as_harmed(w, frame.counts)]
    mine = laid(frame, scene.weapons, scene.actors, modality)
    if mine is not None:
        harmed += [w for w in found.perpetrators if w.head in mine.met and w not in harmed]
    did = tuple(w for w in found.perpetrators if w not in harmed and not nameless_in(w, scene.cues))
    did = tuple(w for w in did if told is None or not behind_colon(w, frame.sentence))
    did = did or (mine.by if mine is not None else ())
    beaten = beaten_back(frame, scene.actors, modality)
    met = [w for w in beaten.by if w not in did] if beaten else []
    bearers = [w for w in (*found.targets, *met, *harmed) if told is None or not nameless_in(w, told.source)]
    bore = numbered([w for w in bearers if not tells_from_outside(w, told, frame)], frame.counts)
    return Parties(found=found, did=did, bore=bore, note=beaten.note if beaten else None)


def as_told(
    sides_of: Parties, kind: Happening, frame: Frame, speaker: Teller
) -> tuple[tuple[Who, ...], tuple[Who, ...]]:
    """Who did it and who bore it, once the kind of happening and the speaker are known: who moves moves itself, and
    "our fighters" are the speaker's."""
    did, bore = movers(kind, sides_of.did, sides_of.bore)
    return (
        without_bare_speakers(speaking_of_itself(who, frame, speaker) for who in did),
        without_bare_speakers(speaking_of_itself(who, frame, speaker) for who in bore),
    )
