"""The columns of the flat tables in, their lists on ``docs/notebooks.md`` out.

python -m tests.docs.columns      writes them anew
"""

from __future__ import annotations

import re
from pathlib import Path

from reportedly.exports.flat import CLAIMS, INCIDENTS, Columns

PAGE = Path(__file__).resolve().parents[2] / "docs" / "notebooks.md"

_TABLES = {"incidents": INCIDENTS, "claims": CLAIMS}
_MARK = re.compile(r"<!-- columns: (\w+) -->\n(?:\n(?:\|[^\n]*\n)+)?")


def renewed(text: str) -> str:
    """The page with every list of columns written anew."""
    return _MARK.sub(lambda found: f"<!-- columns: {found[1]} -->\n\n{_table(_TABLES[found[1]])}\n", text)


def _table(columns: Columns) -> str:
    lines = [f"| `{name}` | {column.kind.value} | {column.meaning} |" for name, column in columns.items()]
    return "\n".join(["| column | holds | meaning |", "|---|---|---|", *lines])


if __name__ == "__main__":
    PAGE.write_text(renewed(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
