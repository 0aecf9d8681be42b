"""Plain values in, bytes out, and back: numbers, text and their collections, and nothing that could run.

A ledger may come from a stranger, so what is read back names no class.
"""

from __future__ import annotations

import pickle
from io import BytesIO
from typing import Any, NoReturn


def packed(value: object) -> bytes:
    """A plain value as bytes."""
    return pickle.dumps(value, protocol=pickle.HIGHEST_PROTOCOL)


def unpacked(content: bytes) -> Any:
    """The value that was packed. Raises ``pickle.UnpicklingError`` where it is not plain."""
    return _Plain(BytesIO(content)).load()


class _Plain(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> NoReturn:
        raise pickle.UnpicklingError(f"{module}.{name} is no plain value")
