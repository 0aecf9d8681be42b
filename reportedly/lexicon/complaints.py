"""What a vocabulary line fails in, in; a complaint and its mend in plain words out."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from reportedly.errors import VocabError

_OF_THE_LOADER = frozenset({"address", "origin"})


def complaint(error: ValidationError, kind: type[BaseModel], *, where: str) -> VocabError:
    """The error to raise for a line of a table: what is wrong with which field, and how to mend it."""
    faults = error.errors()
    return VocabError(
        "; ".join(_fault(fault) for fault in faults), where=where, mend=_mend(faults[0], kind), code="vocab-line"
    )


def _fault(fault: ErrorDetails) -> str:
    field = ".".join(map(str, fault["loc"])) or "line"
    match fault["type"]:
        case "extra_forbidden":
            return f"there is no field {field!r} in this table"
        case "missing":
            return f"the field {field!r} is missing"
        case "tuple_type":
            return f"{field}: this is a list"
        case _:
            return f"{field}: {fault['msg']}"


def _mend(fault: ErrorDetails, kind: type[BaseModel]) -> str:
    field = str(fault["loc"][0]) if fault["loc"] else ""
    match fault["type"]:
        case "extra_forbidden":
            return _nearest(field, kind)
        case "missing":
            return f"add '{field}:' to the line; {_known(kind)}"
        case "tuple_type":
            return f"put the words in brackets: {field}: [{_one(fault)}]"
        case _:
            return "see docs/vocabulary.md"


def _nearest(field: str, kind: type[BaseModel]) -> str:
    close = get_close_matches(field, _fields(kind), n=1)
    return f"did you mean {close[0]!r}?" if close else _known(kind)


def _known(kind: type[BaseModel]) -> str:
    return f"its fields are {', '.join(_fields(kind))}"


def _fields(kind: type[BaseModel]) -> tuple[str, ...]:
    return tuple(name for name in kind.model_fields if name not in _OF_THE_LOADER)


def _one(fault: ErrorDetails) -> str:
    given = fault["input"]
    return "…" if isinstance(given, Mapping) else str(given)
