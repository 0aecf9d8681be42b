"""The measuring sets: which files each reads, how it is scored, and what others reach with the same scorer."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One figure of a scorer's JSON: where it stands, what it is called, and others' value with its owner."""

    path: str  # keys joined by "/"
    name: str
    other: float | None = None
    whose: str = ""
    scale: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """A set: its reports, the run it needs (``extract`` or ``ledger``) and the scorer's arguments.

    ``{out}`` stands for the prediction, ``{extract}`` for the extract of the same reports, ``{here}`` for the pack.
    """

    name: str
    folder: str
    reports: tuple[str, ...]
    run: str
    arguments: tuple[str, ...]
    figures: tuple[Figure, ...]


_TIMES = (
    Figure(path="strict/f1", name="strict F1", other=82.2, whose="HeidelTime, 60 documents"),
    Figure(path="relaxed/f1", name="relaxed F1", other=92.1, whose="HeidelTime, 60 documents"),
    Figure(path="type_f1", name="type F1", other=86.3, whose="HeidelTime, 60 documents"),
    Figure(path="value_f1", name="value F1", other=74.5, whose="HeidelTime, 60 documents"),
    Figure(path="interval_exact/f1", name="interval exact F1", other=85.1, whose="HeidelTime, 60 documents"),
)


def _places(exact: float, end: float, accuracy: float) -> tuple[Figure, ...]:
    whose = "spaCy md + most populous town"
    return (
        Figure(path="recognition_exact/f1", name="names exact F1", other=exact, whose=whose),
        Figure(path="acc_161km", name="acc@161 of recognised", other=accuracy, whose=whose),
        Figure(path="end_to_end_161km/f1", name="end to end F1@161", other=end, whose=whose),
    )


_RANGES = (
    Figure(path="killed_range_exact", name="killed range exact", other=32.5, whose="regular expressions"),
    Figure(path="killed_covered", name="killed range covered", other=47.5, whose="regular expressions"),
    Figure(path="injured_range_exact", name="wounded range exact", other=25.9, whose="regular expressions"),
    Figure(path="toll_conflict_f1", name="toll conflict F1", other=61.1, whose="regular expressions"),
    Figure(path="blamed_exact", name="blamed exact", other=98.3, whose="always the Israeli military"),
)

_MUC = (
    Figure(path="incident/all/f1", name="incident F1", other=61.9, whose="keywords, tst1+tst2"),
    Figure(path="type/all/f1", name="type F1", other=57.8, whose="keywords, tst1+tst2"),
    Figure(path="date overlap/all/f1", name="date F1", other=27.1, whose="keywords, tst1+tst2"),
    Figure(path="place/all/f1", name="place F1", other=30.6, whose="keywords, tst1+tst2"),
    Figure(path="perpetrator organisation/all/f1", name="organisation F1", other=35.3, whose="keywords, tst1+tst2"),
    Figure(path="blame confidence/all/f1", name="blame F1", other=11.2, whose="keywords, tst1+tst2"),
    Figure(path="human target number/all/f1", name="number F1", other=20.5, whose="keywords, tst1+tst2"),
    Figure(path="killed/all/f1", name="killed F1", other=25.0, whose="keywords, tst1+tst2"),
    Figure(path="wounded/all/f1", name="wounded F1", other=16.7, whose="keywords, tst1+tst2"),
)

_GVA = (
    Figure(path="b3_f1", name="B3 F1", other=90.8, whose="tf-idf average link"),
    Figure(path="ari", name="ARI", other=76.9, whose="tf-idf average link"),
    Figure(path="killed_exact_if_any", name="killed exact if any", other=71.0, whose="tf-idf + regex"),
    Figure(path="injured_exact_if_any", name="injured exact if any", other=41.9, whose="tf-idf + regex"),
    Figure(path="date_1_day", name="date within a day", other=78.0, whose="publication date"),
)

_GOLD = (
    Figure(path="claims/f1", name="claims F1", scale=100),
    Figure(path="attributions/f1", name="attributions F1", scale=100),
    Figure(path="tolls/found", name="tolls found", scale=100),
    Figure(path="tolls/range exact, all", name="toll ranges exact", scale=100),
    Figure(path="fields/stance/matched", name="stance (matched)", scale=100),
    Figure(path="fields/date exact/matched", name="date exact (matched)", scale=100),
    Figure(path="fields/place/matched", name="place (matched)", scale=100),
    Figure(path="fields/origin (role and name)/matched", name="origin (matched)", scale=100),
    Figure(path="fields/full chain/matched", name="full chain (matched)", scale=100),
    Figure(path="fields/anonymous flag of origin/matched", name="anonymity (matched)", scale=100),
    Figure(path="fields/hedge noticed/matched", name="hedge (matched)", scale=100),
    Figure(path="incidents/bcubed/all/0", name="incident B3 precision", scale=100),
    Figure(path="incidents/bcubed/all/1", name="incident B3 recall", scale=100),
    Figure(path="incidents/independent_exact", name="independent exact", scale=100),
    Figure(path="incidents/independent_near", name="independent within 1", scale=100),
    Figure(path="incidents/killed_range", name="incident killed range", scale=100),
    Figure(path="incidents/contradiction_recall", name="contradictions found", scale=100),
)

_POLNEAR = (
    Figure(path="source/exact/f1", name="source exact F1", other=48.2, whose="40-line parse rule"),
    Figure(path="cue/exact/f1", name="cue exact F1", other=45.0, whose="40-line parse rule"),
    Figure(path="content/exact/f1", name="content exact F1", other=17.5, whose="40-line parse rule"),
    Figure(path="relation/f1", name="relation F1", other=36.1, whose="40-line parse rule"),
)

PACKS = (
    Pack(
        name="gold",
        folder="gold",
        reports=("reports.jsonl",),
        run="both",
        arguments=(
            "--gold",
            "{here}/gold.jsonl",
            "--pred",
            "{extract}",
            "--gold-incidents",
            "{here}/incidents.jsonl",
            "--pred-incidents",
            "{out}",
        ),
        figures=_GOLD,
    ),
    Pack(
        name="polnear dev",
        folder="polnear",
        reports=("dev.reports.jsonl.gz",),
        run="extract",
        arguments=("{here}/dev.reports.jsonl.gz", "{here}/dev.gold.jsonl.gz", "{out}"),
        figures=_POLNEAR,
    ),
    *(
        Pack(
            name=f"times {part}",
            folder="times",
            reports=(f"{part}.reports.jsonl.gz",),
            run="extract",
            arguments=(f"{{here}}/{part}.gold.jsonl.gz", "{out}"),
            figures=_TIMES,
        )
        for part in ("timebank", "aquaint")
    ),
    *(
        Pack(
            name=f"places {part}",
            folder="places",
            reports=(f"{part}.reports.jsonl.gz",),
            run="extract",
            arguments=(f"{{here}}/{part}.gold.jsonl.gz", "{out}", "--literal")
            if literal
            else (
                f"{{here}}/{part}.gold.jsonl.gz",
                "{out}",
            ),
            figures=figures,
        )
        for part, literal, figures in (
            ("lgl", False, _places(67.8, 45.8, 53.8)),
            ("geovirus", False, _places(87.5, 69.2, 70.7)),
        )
    ),
    Pack(
        name="re3d",
        folder="re3d",
        reports=("visible.reports.jsonl.gz",),
        run="extract",
        arguments=("{here}/visible.gold.jsonl.gz", "{out}"),
        figures=tuple(
            Figure(path=f"{kind}/f1", name=f"{kind} overlap F1", other=other, whose="spaCy md")
            for kind, other in (("actors", 55.2), ("places", 61.1), ("times", 84.0), ("weapons", 2.7))
        ),
    ),
    *(
        Pack(
            name=f"muc {part}",
            folder="muc",
            reports=(f"{part}.reports.jsonl.gz",),
            run="extract",
            arguments=(f"{{here}}/{part}.gold.jsonl.gz", "{out}"),
            figures=_MUC,
        )
        for part in ("tst1", "tst2")
    ),
    Pack(
        name="airwars gaza",
        folder="airwars_gaza",
        reports=("reports.jsonl.gz",),
        run="extract",
        arguments=("{out}",),
        figures=_RANGES,
    ),
    Pack(
        name="airwars syria",
        folder="airwars_syria",
        reports=("reports.jsonl.gz",),
        run="ledger",
        arguments=("{out}",),
        figures=(
            Figure(path="b3_f1", name="B3 F1", other=67.8, whose="one incident a report"),
            Figure(path="killed_range_exact", name="killed range exact"),
            Figure(path="place_acc_50km", name="place within 50 km"),
        ),
    ),
    Pack(
        name="pages",
        folder="pages",
        reports=("reports.jsonl.gz",),
        run="extract",
        arguments=("{here}/gold.jsonl.gz", "{out}"),
        figures=(
            Figure(path="f1", name="F1", other=93.1, whose="trafilatura"),
            Figure(path="accuracy", name="accuracy", other=92.9, whose="trafilatura"),
        ),
    ),
    Pack(
        name="gva",
        folder="gva",
        reports=("reports.jsonl.gz",),
        run="ledger",
        arguments=("{out}",),
        figures=_GVA,
    ),
)
