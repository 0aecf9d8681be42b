"""An object of the machine interface in, complaints about it out: field names, closed sets, offsets, days, ranges."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

Record = Mapping[str, Any]

HAPPENINGS = frozenset(
    [
        "air-strike",
        "shelling",
        "missile-strike",
        "bombing",
        "suicide-bombing",
        "armed-clash",
        "ambush",
        "assassination",
        "execution",
        "massacre",
        "chemical-attack",
        "landmine",
        "abduction",
        "arrest",
        "territory-gained",
        "territory-lost",
        "advance",
        "withdrawal",
        "deployment",
        "siege",
        "ceasefire",
        "evacuation",
        "displacement",
        "heritage-damage",
        "infrastructure-damage",
        "aircraft-lost",
        "statement",
        "other-violence",
        "other",
    ]
)
STANCES = frozenset({"states", "alleges", "denies", "doubts", "confirms", "claims-responsibility"})
ROLES = frozenset(
    [
        "outlet",
        "agency",
        "official",
        "military",
        "armed-group",
        "monitor",
        "activist",
        "witness",
        "medic",
        "analyst",
        "social-media",
        "media",
        "document",
        "unknown",
    ]
)
TIME_TYPES = frozenset({"DATE", "TIME", "DURATION", "SET"})
GRADES = frozenset({"confirmed", "fair", "weak", "contested", "discounted"})
CONTRADICTIONS = frozenset({"toll", "denial", "attribution", "date", "place"})

EXTRACT = ["id", "text", "times", "places", "actors", "attributions", "claims", "incidents", "boilerplate", "issues"]
PLACE = ["start", "end", "text", "name", "place_id", "latitude", "longitude", "radius_km", "precision", "country"]
CLAIM = [
    "id",
    "report",
    "start",
    "end",
    "happening",
    "stance",
    "hedge",
    "chain",
    "earliest",
    "latest",
    "date_precision",
    "date_basis",
    "place",
    "perpetrators",
    "targets",
    "weapons",
    "tolls",
    "evidence",
]
TOLL = ["measure", "whom", "low", "best", "high", "text", "cumulative", "since", "start", "end"]
INCIDENT = [
    "id",
    "reports",
    "claims",
    "happening",
    "earliest",
    "latest",
    "date_precision",
    "place",
    "perpetrators",
    "targets",
    "killed",
    "wounded",
    "origins",
    "independent_sources",
    "grade",
    "contradictions",
]


def extract_complaints(record: Record) -> Iterator[str]:
    """What is wrong with a line of ``extract``."""
    yield from _missing(record, EXTRACT, "report")
    text = record["text"]
    for time in record["times"]:
        yield from _missing(time, ["start", "end", "text", "type", "value", "earliest", "latest"], "time")
        yield from _one_of(time["type"], TIME_TYPES)
        yield from _words(time, text)
        yield from _days(time)
    for place in record["places"]:
        yield from _place(place, text)
    for actor in record["actors"]:
        yield from _missing(actor, ["start", "end", "text", "actor_id", "name"], "actor")
        yield from _words(actor, text)
    for attribution in record["attributions"]:
        yield from _missing(attribution, ["source", "cue", "content", "stance", "chain"], "attribution")
        yield from _one_of(attribution["stance"], STANCES)
        yield from _chain(attribution["chain"], text)
        for part in ("source", "cue", "content"):
            yield from _spans(attribution[part], text)
    for claim in record["claims"]:
        yield from claim_complaints(claim, record["id"], text)
    known = {claim["id"] for claim in record["claims"]}
    for incident in record["incidents"]:
        yield from incident_complaints(incident, known)
    yield from _spans(record["boilerplate"], text)
    for issue in record["issues"]:
        yield from _missing(issue, ["code", "message", "start", "end"], "issue")


def claim_complaints(claim: Record, report: str, text: str) -> Iterator[str]:
    """What is wrong with a claim of a report with this text."""
    yield from _missing(claim, CLAIM, "claim")
    if claim["report"] != report or not claim["id"].startswith(f"{report}#"):
        yield f"claim {claim['id']} is not named after its report {report}"
    yield from _one_of(claim["happening"], HAPPENINGS)
    yield from _one_of(claim["stance"], STANCES)
    yield from _chain(claim["chain"], text)
    yield from _days(claim)
    yield from _rank(claim["date_precision"], 5)
    yield from _spans([[claim["start"], claim["end"]], *claim["evidence"]], text)
    if claim["hedge"] is not None and claim["hedge"] not in " ".join(text.split()):
        yield f"the hedge {claim['hedge']!r} is not in the text"
    if claim["place"] is not None:
        yield from _place(claim["place"], text)
    for actor in (*claim["perpetrators"], *claim["targets"]):
        yield from _missing(actor, ["actor_id", "name", "start", "end", "number"], "actor")
        yield from _spans([[actor["start"], actor["end"]]], text)
    for toll in claim["tolls"]:
        yield from _missing(toll, TOLL, "toll")
        yield from _words(toll, text)
        yield from _range(toll)


def incident_complaints(incident: Record, claims: set[str]) -> Iterator[str]:
    """What is wrong with an incident over these claims."""
    yield from _missing(incident, INCIDENT, "incident")
    yield from _one_of(incident["happening"], HAPPENINGS)
    yield from _one_of(incident["grade"], GRADES)
    yield from _days(incident)
    yield from _rank(incident["date_precision"], 5)
    held = set(incident["claims"])
    if not held or not held <= claims:
        yield f"incident {incident['id']} holds claims that are not there"
    if {c.partition("#")[0] for c in held} != set(incident["reports"]):
        yield f"incident {incident['id']} and its claims name different reports"
    if incident["independent_sources"] != len(incident["origins"]):
        yield f"incident {incident['id']} counts other origins than it lists"
    for origin in incident["origins"]:
        yield from _one_of(origin["role"], ROLES)
        if not set(origin["claims"]) <= held:
            yield f"origin {origin['name']} rests on claims of another incident"
    for measure in ("killed", "wounded"):
        if incident[measure] is not None:
            yield from _range(incident[measure])
    for contradiction in incident["contradictions"]:
        yield from _one_of(contradiction["kind"], CONTRADICTIONS)
        if not set(contradiction["claims"]) <= claims or len(contradiction["claims"]) != 2:
            yield f"a contradiction of {incident['id']} is not between two claims"


def _missing(record: Record, fields: Sequence[str], what: str) -> Iterator[str]:
    for name in fields:
        if name not in record:
            yield f"a {what} lacks {name!r}"


def _one_of(value: str, words: frozenset[str]) -> Iterator[str]:
    if value not in words:
        yield f"{value!r} is none of {sorted(words)}"


def _words(record: Record, text: str) -> Iterator[str]:
    given, there = record["text"], text[record["start"] : record["end"]]
    if given != " ".join(there.split()) and given != there:  # a line break inside a mention is read as a space
        yield f"{given!r} stands where the text has {there!r}"


def _spans(spans: Sequence[Sequence[int]], text: str) -> Iterator[str]:
    for start, end in spans:
        if not 0 <= start < end <= len(text):
            yield f"[{start}, {end}) is no stretch of a text of {len(text)} characters"


def _days(record: Record) -> Iterator[str]:
    days = [date.fromisoformat(record[name]) for name in ("earliest", "latest") if record[name] is not None]
    if days != sorted(days):
        yield f"{record['earliest']} comes after {record['latest']}"


def _rank(value: int | None, most: int) -> Iterator[str]:
    if value is not None and not 1 <= value <= most:
        yield f"the precision {value} is not between 1 and {most}"


def _range(record: Record) -> Iterator[str]:
    given = [record[name] for name in ("low", "best", "high") if record[name] is not None]
    if given != sorted(given) or any(number < 0 for number in given):
        yield f"{given} is no range"


def _place(place: Record, text: str) -> Iterator[str]:
    yield from _missing(place, PLACE, "place")
    yield from _words(place, text)
    yield from _rank(place["precision"], 7)
    if (place["latitude"] is None) != (place["longitude"] is None):
        yield f"{place['name']} has half a point"
    if place["latitude"] is not None and not (-90 <= place["latitude"] <= 90 and -180 <= place["longitude"] <= 180):
        yield f"{place['name']} lies off the Earth"


def _chain(chain: Sequence[Record], text: str) -> Iterator[str]:
    if not chain:
        yield "a chain is empty"
    for teller in chain:
        yield from _missing(teller, ["name", "role", "start", "end", "anonymous"], "teller")
        yield from _one_of(teller["role"], ROLES)
        if (teller["start"] is None) != (teller["end"] is None):
            yield f"{teller['name']} has half a span"
        if teller["start"] is not None:
            yield from _spans([[teller["start"], teller["end"]]], text)
