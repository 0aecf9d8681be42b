"""The ledger on disk: what was read goes in through a Writer, and comes out unchanged through a View.

This package alone knows a database. ``Store.open(where)`` gives a ledger in a SQLite file or on a PostgreSQL server.
"""

from reportedly.store.answers import (
    Counts,
    Decided,
    Decision,
    Hit,
    Mark,
    Original,
    Run,
    RunKind,
    Standing,
    Verified,
)
from reportedly.store.bundles import Bundle
from reportedly.store.filters import Box, ClaimFilter, IncidentFilter, Order
from reportedly.store.footing import Footing
from reportedly.store.links import Made
from reportedly.store.store import Store
from reportedly.store.view import View
from reportedly.store.writer import Writer

__all__ = [
    "Box",
    "Bundle",
    "ClaimFilter",
    "Counts",
    "Decided",
    "Decision",
    "Footing",
    "Hit",
    "IncidentFilter",
    "Made",
    "Mark",
    "Order",
    "Original",
    "Run",
    "RunKind",
    "Standing",
    "Store",
    "Verified",
    "View",
    "Writer",
]
