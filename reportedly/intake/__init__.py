"""Outside → reports: JSON Lines, web pages, text, feeds and WARC files.

Only ``paths`` and ``streams`` touch files, only ``fetching`` and ``addresses`` the network.
"""

from reportedly.intake.intaken import Intaken, Limits
from reportedly.intake.paths import read_paths

__all__ = ["Intaken", "Limits", "read_paths"]
