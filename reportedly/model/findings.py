"""All that reading one report found: the unit that a writer stores and `extract` prints."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.model.claim import Attribution, Claim, Issue
from reportedly.model.control import Holding
from reportedly.model.mention import HappeningMention, HedgeMention, WeaponMention
from reportedly.model.reading import HowMany, When, Where, Who
from reportedly.model.text import Passages, Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Readings:
    """What the mentions of one report were read as. All spans refer to the report's text."""

    times: tuple[When, ...] = ()
    places: tuple[Where, ...] = ()
    actors: tuple[Who, ...] = ()
    counts: tuple[HowMany, ...] = ()
    weapons: tuple[WeaponMention, ...] = ()
    happenings: tuple[HappeningMention, ...] = ()
    hedges: tuple[HedgeMention, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """A report with its passages, readings, attributions, claims, statements on who holds what, and open issues."""

    report: Report
    passages: Passages
    readings: Readings
    attributions: tuple[Attribution, ...] = ()
    claims: tuple[Claim, ...] = ()
    holdings: tuple[Holding, ...] = ()
    issues: tuple[Issue, ...] = ()
