"""Actors as their names say in, actors as they were on the day of the report out, with what does not fit the day.

A name belongs to whoever bore it on the day: after the fall of a government its successor is "the army". A body named
outside of the years in which it existed stays what the name says, since reports look back, but that is put as an issue.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from reportedly.lexicon.actors import Actor, Actors
from reportedly.model.claim import Issue
from reportedly.model.reading import Who
from reportedly.model.text import Page

CODE = "actor-out-of-date"


def dated(page: Page, actors: Sequence[Who], register: Actors) -> tuple[tuple[Who, ...], tuple[Issue, ...]]:
    """The actors, each as it was on the day of its entry, and one issue for each body that did not exist then."""
    found: list[Who] = []
    issues: dict[str, Issue] = {}
    for who in actors:
        entry = page.passages.anchor(who.span.start)
        actor = register.by_id(who.actor_id) if who.actor_id else None
        if actor is None or entry is None or entry.day is None or actor.existed(entry.day):
            found.append(who)
            continue
        heir = _heir(actor, entry.day, register)
        if heir is None:
            issues.setdefault(actor.id, _issue(page, who, actor, entry.day, register))
        found.append(_as(who, heir) if heir else who)
    return tuple(found), tuple(issues.values())


def _heir(actor: Actor, day: date, register: Actors) -> Actor | None:
    """Who bears the name now: the body that took over the names of the one that is gone."""
    return next((a for a in register.heirs(actor.id) if a.inherits and a.existed(day)), None)


def _as(who: Who, actor: Actor) -> Who:
    name = who.name if who.kind == "person" else actor.name
    return replace(who, actor_id=actor.id, name=name, side=actor.side or None)


def _issue(page: Page, who: Who, actor: Actor, day: date, register: Actors) -> Issue:
    later = [a.name for a in register.heirs(actor.id) if a.existed(day)]
    hint = f"its successor on that day is {', '.join(later)}" if later else "see whether the report looks back"
    return Issue(
        code=CODE,
        message=f"{actor.name} existed {actor.lived}, and the report is of {day.isoformat()}",
        report=page.report.id,
        span=who.span,
        hint=hint,
    )
