"""What the gazetteer commands do, for the faces."""

from reportedly.gazetteer.catalogue import Listed, add, find, listed, remove

__all__ = ["Listed", "add", "find", "listed", "remove"]
