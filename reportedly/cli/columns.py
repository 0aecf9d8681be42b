"""What the tables of each listing show, as functions of the interface's records."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from reportedly.cli.output import Column, Record


def _range(value: Any) -> str:
    if not value:
        return ""
    low, best, high = value["low"], value["best"], value["high"]
    if low is None and best is None and high is None:
        return "some"
    if low == best == high:
        return str(best)
    span = f"{'?' if low is None else low}–{'?' if high is None else high}"
    return span if best is None else f"{best} ({span})"


def _days(record: Record) -> str:
    first, last = record["earliest"], record["latest"]
    if first == last:
        return first or ""
    if first is None:
        return f"by {last}"
    return f"from {first}" if last is None else f"{first} – {last}"


def _place(record: Record) -> str:
    place = record["place"]
    return place["name"] if place else ""


def _names(actors: Sequence[Record]) -> str:
    return ", ".join(dict.fromkeys(a["name"] for a in actors))


def _tolls(record: Record) -> str:
    return "; ".join(f"{t['measure']} {_range(t)}{' so far' if t['cumulative'] else ''}" for t in record["tolls"])


def _chain(record: Record) -> str:
    return " → ".join(t["name"] or "(outlet)" for t in record["chain"])


INCIDENTS: tuple[Column, ...] = (
    ("id", lambda r: r["id"]),
    ("happening", lambda r: f"{r['happening']} (total)" if r["total"] else r["happening"]),
    ("when", _days),
    ("where", _place),
    ("killed", lambda r: _range(r["killed"])),
    ("wounded", lambda r: _range(r["wounded"])),
    ("by", lambda r: _names(r["perpetrators"])),
    ("origins", lambda r: r["independent_sources"]),
    ("reports", lambda r: len(r["reports"])),
    ("grade", lambda r: r["grade"]),
    ("disputes", lambda r: len(r["disputes"]) or ""),
)

CLAIMS: tuple[Column, ...] = (
    ("id", lambda r: r["id"]),
    ("happening", lambda r: r["happening"]),
    ("stance", lambda r: r["stance"]),
    ("when", _days),
    ("where", _place),
    ("tolls", _tolls),
    ("on whose word", _chain),
)

CONTROL: tuple[Column, ...] = (
    ("when", _days),
    ("who", lambda r: r["holder"]["name"]),
    ("how", lambda r: r["state"] + (" in part" if r["partly"] else "")),
    ("stance", lambda r: r["stance"]),
    ("on whose word", _chain),
    ("report", lambda r: r["report"]),
    ("words", lambda r: r["text"]),
)

TALLIES: tuple[Column, ...] = (
    ("by", lambda r: ", ".join(r["by"]) or "anybody"),
    ("of", lambda r: ", ".join(r["of"]) or "anybody"),
    ("measure", lambda r: r["measure"]),
    ("window", lambda r: f"{r['earliest']} – {r['latest']}"),
    ("where", lambda r: r["place"] or "anywhere"),
    ("stated", lambda r: _range(r["stated"])),
    ("held", lambda r: _range(r["held"])),
    ("standing", lambda r: r["standing"]),
    ("gap", lambda r: r["gap"]),
    ("incidents", lambda r: len(r["incidents"])),
    ("on whose word", lambda r: r["teller"] or "(outlet)"),
    ("claim", lambda r: r["claim"]),
)


def _both(name: str) -> Callable[[Record], str]:
    """A field of two events: what both say where they agree, else ours and theirs; of one event, what it says."""

    def told(record: Record) -> str:
        gap = next((one for one in record["fields"] if one["field"] == name), None)
        if gap is None:
            return _alone(record["ours"] or record["theirs"], name)
        ours, theirs = gap["ours"] or "?", gap["theirs"] or "?"
        return ours if ours == theirs else f"{ours} | {theirs}"

    return told


def _alone(event: Record, name: str) -> str:
    if name == "days":
        return _days(event)
    if name == "sides":
        return " / ".join("; ".join(side) or "?" for side in event["sides"])
    if name == "deaths_best":
        best = event["deaths"]["best"]
        return "?" if best is None else str(best)
    return event[name] or ""


def _apart(record: Record) -> str:
    gap = next((one for one in record["fields"] if one["field"] == "distance"), None)
    return "" if gap is None else f"{gap['by']:g}"


COMPARED: tuple[Column, ...] = (
    ("standing", lambda r: r["standing"]),
    ("ours", lambda r: r["ours"] and r["ours"]["id"]),
    ("theirs", lambda r: r["theirs"] and r["theirs"]["id"]),
    ("days", _both("days")),
    ("place", _both("place")),
    ("km", _apart),
    ("dead", _both("deaths_best")),
    ("sides", _both("sides")),
    ("kind", _both("kind")),
    ("differs", lambda r: ", ".join(r["differs"])),
    ("score", lambda r: r["score"]),
)
"""Ours | theirs, where the two are not alike."""

TALLIED: tuple[Column, ...] = (
    ("scheme", lambda r: r["scheme"]),
    ("matched", lambda r: r["matched"]),
    ("missing", lambda r: r["missing"]),
    ("extra", lambda r: r["extra"]),
    ("share of theirs", lambda r: _percent(r["share_of_theirs"])),
    ("share of ours", lambda r: _percent(r["share_of_ours"])),
)


def _percent(share: float | None) -> str:
    return "" if share is None else f"{share:.0%}"


ISSUES: tuple[Column, ...] = (
    ("code", lambda r: r["code"]),
    ("report", lambda r: r["report"]),
    ("at", lambda r: "" if r["start"] is None else f"{r['start']}-{r['end']}"),
    ("message", lambda r: r["message"]),
    ("hint", lambda r: r["hint"]),
)
