"""Looks whether every report that prints a wire credit has the agency second in all its chains.

    python -m benchmarks.credits REPORTS.jsonl[.gz] [--pred EXTRACT.jsonl] [--list 50]

An own, plain search finds names of agencies in the head and the tail of each text, where credits stand ("(Reuters) -",
"-AFP", "By X, Reuters", "Source: SANA", "AP contributed"); it knows nothing of the product's vocabulary or rules.
Credits of pictures and an outlet's own name are left aside. ``--pred`` is what ``reportedly extract REPORTS.jsonl``
printed; without it the installed command is run. Ends with 1 if a credited report has a chain without its agency.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

AGENCIES = (
    ("Reuters", "Reuters"),
    ("AFP", "Agence France-Presse"),
    ("Agence France-Presse", "Agence France-Presse"),
    ("AP", "Associated Press"),
    ("Associated Press", "Associated Press"),
    ("SANA", "Syrian Arab News Agency"),
    ("Xinhua", "Xinhua"),
    ("dpa", "Deutsche Presse-Agentur"),
    ("DPA", "Deutsche Presse-Agentur"),
    ("UPI", "United Press International"),
    ("TASS", "TASS"),
    ("RIA Novosti", "RIA Novosti"),
    ("Interfax", "Interfax"),
    ("IRNA", "IRNA"),
    ("FNA", "Fars News Agency"),
    ("Fars", "Fars News Agency"),
    ("Tasnim", "Tasnim News Agency"),
    ("Anadolu", "Anadolu Agency"),
    ("KUNA", "Kuwait News Agency"),
    ("NNA", "National News Agency"),
    ("Petra", "Petra"),
    ("EFE", "EFE"),
    ("ANSA", "ANSA"),
)
HEAD, TAIL = 320, 160
_PICTURE = re.compile(r"(?i)\b(?:photo|photos|image|picture|file|getty|video|via|handout)\b[^.]{0,40}$")
_BRACKET = re.compile(r"(?i)[(\[][^)\]]*\b(?:photo|image|picture|file|getty)\b[^)\]]*$")
_MONTHS = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
_DAYS = rf"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*|\d{{1,2}} [A-Z][a-z]{{2}}|(?:{_MONTHS})[a-z]* \d"
_HEAD = "|".join(
    (
        r"(?!(?:told|by|from|to|with|and|of|via|the|quoted|citing) )\b\w+ (?:{name}) [A-Z]\w* [a-z]",
        r"\((?:{name})\)",
        r"\b(?:{name})\s*[-–—]\s",
        r"\b(?:{name}) (?:{days})",
        r"\bBy [A-Z][\w .-]{{2,40}},? (?:{name})\b",
        r"(?:^|\n)(?:{name})(?:\n|$)",
    )
)
_TAIL = "|".join(
    (
        r"[-–—]+\s*(?:{name})\W*$",
        r"\((?:{name})\)\W*$",
        r"(?i:source):?\s*(?:{name})\W*$",
        r"\((?:With|From) (?:{name})\b",
        r"\b(?:{name})(?: and [A-Z]\w+)? contributed\b",
        r"(?:^|\n)(?:{name})\W*$",
        r"\b(?:{name})\s*/\s*\w*\W*$",
    )
)


def main() -> int:
    """Prints the share of credited reports whose chains all hold the credit; 0 if all do."""
    options = _options()
    reports = {r["id"]: r for r in _lines(options.reports)}
    found = list(_lines(options.pred)) if options.pred else _extract(options.reports)
    credited = missing = 0
    for record in found:
        report = reports[record["id"]]
        names = _credits(record["text"], report.get("outlet"))
        if not names:
            continue
        credited += 1
        chains = [x["chain"] for x in (*record["claims"], *record["attributions"])]
        without = [c for c in chains if len(c) < 2 or not any(_same(c[1]["name"], n) for pair in names for n in pair)]
        if not without:
            continue
        missing += 1
        if missing <= options.list:
            text = " ".join(record["text"].split())
            credit = "/".join(name for name, _ in names)
            print(f"{record['id']}	{report.get('outlet')}	{credit}	{len(without)} of {len(chains)} chains")
            print(f"\t{text[:130]} … {text[-70:]}")
    print(f"{credited} reports print a credit; in {credited - missing} every chain has it second")
    return 1 if missing else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("reports", type=Path, help="reports as JSON Lines")
    parser.add_argument("--pred", type=Path, help="what `reportedly extract` printed for them")
    parser.add_argument("--list", type=int, default=50, help="how many reports without their credit to list")
    return parser.parse_args()


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    content = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    for line in content.decode("utf-8").split("\n"):
        if line.strip():
            yield json.loads(line)


def _extract(reports: Path) -> list[dict[str, Any]]:
    with tempfile.TemporaryDirectory() as folder:
        plain, out = Path(folder) / "reports.jsonl", Path(folder) / "extract.jsonl"
        plain.write_text("".join(json.dumps(r) + "\n" for r in _lines(reports)), encoding="utf-8")
        with out.open("w", encoding="utf-8") as handle:
            subprocess.run(["reportedly", "extract", str(plain)], stdout=handle, check=True)
        return list(_lines(out))


def _credits(text: str, outlet: str | None) -> list[tuple[str, str]]:
    """The agencies credited in the head or tail of a text, as printed and in full, without the outlet itself."""
    found = []
    for name, full in AGENCIES:
        if outlet and (_same(full, outlet) or _same(name, outlet)):
            continue
        if _stands(text[:HEAD], _HEAD, name) or _stands(text.rstrip()[-TAIL:], _TAIL, name):
            found.append((name, full))
    return found


def _stands(part: str, pattern: str, name: str) -> bool:
    matches = re.finditer(pattern.format(name=re.escape(name), days=_DAYS), part)
    return any(not _PICTURE.search(part[: m.end()]) and not _BRACKET.search(part[: m.start()]) for m in matches)


def _same(one: str | None, other: str) -> bool:
    plain = [re.sub(r"[^a-z]", "", (name or "").lower()) for name in (one, other)]
    return (
        plain[0] == plain[1]
        or (len(plain[0]) > 3 and plain[0] in plain[1])
        or (len(plain[1]) > 3 and plain[1] in plain[0])
    )


if __name__ == "__main__":
    sys.exit(main())
