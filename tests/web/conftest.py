"""The desk of the tests. Where the desk's parts are not installed, its tests are left out."""

from __future__ import annotations

from importlib.util import find_spec

from tests.cli.conftest import few, home

NEEDED = ("fastapi", "uvicorn", "python_multipart", "httpx")

if all(find_spec(name) for name in NEEDED):
    from tests.web.made import browser, ledger_file, own

    __all__ = ["browser", "few", "home", "ledger_file", "own"]
else:
    collect_ignore_glob = ["test_*.py"]
