"""What the tests of attributions share: an invented register of outlets and a reading of a text in short."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from reportedly.attributions.attributor import SayingAttributor, load_attributor
from reportedly.attributions.learnt.attributor import LearntAttributor
from reportedly.lexicon.outlets import OutletKind, OutletLine, outlets
from reportedly.model.claim import Attribution, Teller
from reportedly.model.findings import Readings
from reportedly.model.mention import HedgeMention
from reportedly.model.reading import Who
from reportedly.model.text import Page, Span
from reportedly.model.words import Role

OUTLETS = outlets(
    [
        OutletLine(id="northwire", name="Northwire", kind=OutletKind.AGENCY, address="outlets/northwire"),
        OutletLine(id="velta", name="VELTA", kind=OutletKind.AGENCY, side="vd-gov", address="outlets/velta"),
        OutletLine(id="herald", name="The Karsk Herald", forms=("Karsk Herald",), kind=OutletKind.NEWSPAPER),
        OutletLine(id="orvan", name="Radio Orvan", kind=OutletKind.BROADCASTER),
    ]
)

_ACTORS = (
    ("Veldania Monitoring Centre", "vmc", "monitor", Role.MONITOR, "vmc"),
    ("Centre", "vmc", "monitor", Role.MONITOR, "vmc"),
    ("VMC", "vmc", "monitor", Role.MONITOR, "vmc"),
    ("Veldanian army", "vd-army", "military", Role.MILITARY, "vd-gov"),
    ("Marn Liberation Front", "mlf", "armed-group", Role.ARMED_GROUP, "mlf"),
    ("MLF", "mlf", "armed-group", Role.ARMED_GROUP, "mlf"),
    ("Teshil Guard", "guard", "militia", Role.ARMED_GROUP, "guard"),
    ("Korvia", "ko-gov", "state", Role.OFFICIAL, "ko-gov"),
)


def attributor() -> SayingAttributor:
    """The stage with the product's words and the invented outlets."""
    return load_attributor(outlets=OUTLETS)


def actors(text: str) -> tuple[Who, ...]:
    """The invented actors in a text."""
    return tuple(sorted(_found(text), key=lambda w: w.span))


def _found(text: str) -> Iterable[Who]:
    taken: list[Span] = []
    for name, actor_id, kind, role, side in _ACTORS:
        full = next(a[0] for a in _ACTORS if a[1] == actor_id)
        at = text.find(name)
        while at >= 0:
            span = Span(at, at + len(name))
            if not any(t.touches(span) for t in taken):
                taken.append(span)
                yield Who(
                    span=span, text=name, sentence=0, rule="test", actor_id=actor_id, name=full, kind=kind,
                    role=role, side=side,
                )  # fmt: skip
            at = text.find(name, at + 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """All that was read of one text."""

    page: Page
    attributions: tuple[Attribution, ...]
    hedges: tuple[HedgeMention, ...]
    own_voice: tuple[Teller, ...]

    def words(self, spans: Iterable[Span]) -> str:
        """The words of spans, with a bar between pieces."""
        return " | ".join(s.of(self.page.report.text) for s in spans)

    def rows(self) -> list[tuple[str, str, str]]:
        """Source, cue and content of each attribution."""
        return [(self.words(a.source), self.words(a.cue), self.words(a.content)) for a in self.attributions]

    def of(self, words: str) -> Attribution:
        """The innermost attribution whose content holds the words."""
        from reportedly.attributions.govern import governing

        at = self.page.report.text.index(words)
        found = governing(self.attributions, Span(at, at + len(words)))
        assert found is not None, f"nobody tells {words!r}: {self.rows()}"
        return found

    def chain(self, words: str) -> str:
        """The chain of the words, without the outlet: ``name/role``, with a star where unnamed."""
        return " > ".join(shown(t) for t in self.of(words).chain if t.role is not Role.OUTLET)


def shown(teller: Teller) -> str:
    """A teller in short."""
    return f"{teller.name}/{teller.role.value}{'*' if teller.anonymous else ''}"


Tell = Callable[..., Told]


def told(stage: SayingAttributor | LearntAttributor, page: Page) -> Told:
    """A page read with the invented actors."""
    known = Readings(actors=actors(page.report.text))
    attributions, hedges = stage.read(page, known)
    return Told(page=page, attributions=attributions, hedges=hedges, own_voice=stage.own_voice(page, known))
