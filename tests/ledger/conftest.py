"""The home and the six reports of the command line's tests."""

from tests.cli.conftest import few, home

__all__ = ["few", "home"]
