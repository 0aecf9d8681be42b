"""A wheel that is being built in; the same wheel with the desk's page in it out.

Runs `npm ci` and `npm run build` in desk/, which write reportedly/web/page. An editable install builds nothing: there
the page is built by `make desk`. A page that is already there is taken where Node.js is missing.
"""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

PAGE = Path("reportedly/web/page")
STEPS = (("ci",), ("run", "build"))
MISSING = """the desk's page is not built, and there is no npm to build it.
Install Node.js 20.19 or newer and build again, or take a wheel from PyPI, which holds the page."""


class PageHook(BuildHookInterface[Any]):
    """Builds the page before the wheel's files are gathered."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Raises RuntimeError where the page can be neither built nor found."""
        if version == "editable":
            return
        root = Path(self.root)
        npm = shutil.which("npm")
        if npm:
            for step in STEPS:
                subprocess.run([npm, *step], cwd=root / "desk", check=True)
        if not (root / PAGE / "index.html").is_file():
            raise RuntimeError(MISSING)
        build_data["artifacts"].append(f"/{PAGE.as_posix()}/**")
