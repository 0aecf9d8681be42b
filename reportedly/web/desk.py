"""What the routes of a desk share."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.ledger import Ledger
from reportedly.web.guard import Rules
from reportedly.web.jobs import Jobs
from reportedly.web.page import Page
from reportedly.web.weighing import Weighing


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """A ledger that is shown: ``name`` is what people call it. ``fetching`` lets the desk read pages from the web when
    it is asked to, ``private`` also those of this machine and its network. ``workers`` read and link."""

    ledger: Ledger
    name: str
    rules: Rules
    jobs: Jobs
    page: Page
    weighing: Weighing
    fetching: bool = True
    private: bool = False
    workers: int = 1
    most_files: int = 200
