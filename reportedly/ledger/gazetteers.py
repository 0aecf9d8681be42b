"""What the gazetteer commands do, for the faces."""

from reportedly.gazetteer.catalogue import Listed, add, credits, find, listed, remove

__all__ = ["Listed", "add", "credits", "find", "listed", "remove"]
