"""Frozen values in, JSON text or packed bytes out, and back again exactly.

The JSON holds every field, so what is stored stays readable when a default changes. Floats keep their last digit and
their infinities, and text keeps lone surrogates and NUL, which neither engine can hold as they are.
"""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Iterator, Sequence
from functools import cache
from hashlib import sha256
from typing import Any, TypeVar

import msgspec
from pydantic import ConfigDict, TypeAdapter, ValidationError
from pydantic_core import PydanticSerializationError

from reportedly.errors import LedgerError

T = TypeVar("T")

_UNFIT = re.compile("[\0\ud800-\udfff]")

PACKING = 6
"""The zlib level of everything packed: fixed, so that the same content gives the same bytes."""


def freeze(value: T, kind: type[T]) -> str:
    """The value as JSON. ``thaw(freeze(v, K), K) == v`` for every value of the model.

    Raises LedgerError where a field holds what its type does not allow, since that could not be read back.
    """
    try:
        return _adapter(kind).dump_json((value,), warnings="error").decode("utf-8")[1:-1]
    except (PydanticSerializationError, UnicodeEncodeError):  # a lone surrogate, which UTF-8 cannot carry
        return _freeze_slowly(value, kind)


def thaw(frozen: str, kind: type[T]) -> T:
    """The value that was frozen. Raises LedgerError where the JSON does not hold one."""
    adapter = _adapter(kind)
    whole = f"[{frozen}]"
    try:
        value: T = adapter.validate_json(whole)[0]
    except (ValidationError, UnicodeEncodeError):
        value = _thaw_slowly(whole, kind)
    return value


def thaw_all(frozen: Sequence[str], kind: type[T]) -> Iterator[T]:
    """Several values that were frozen, in their order: decoded together and by a decoder that takes a third of the
    time, since linking decodes every claim twice. Raises LedgerError where the JSON of one does not hold one."""
    try:
        return iter(_decoder_of_all(kind).decode(f"[{','.join(frozen)}]"))
    except (msgspec.DecodeError, UnicodeEncodeError):  # an infinity or a lone surrogate; or no such value
        return (thaw(one, kind) for one in frozen)


def _freeze_slowly(value: T, kind: type[T]) -> str:
    try:
        return json.dumps(_adapter(kind).dump_python((value,), mode="json", warnings="error"), separators=(",", ":"))[
            1:-1
        ]
    except PydanticSerializationError as error:
        raise LedgerError(
            f"this {kind.__name__} cannot be stored: {' '.join(str(error).split())}",
            mend="the stage that made it is at fault: look at the field named above",
            code="value-unfit",
        ) from error


def _thaw_slowly(whole: str, kind: type[T]) -> T:
    """As Python's own JSON reads it, which lets lone surrogates pass."""
    try:
        value: T = _adapter(kind).validate_python(json.loads(whole))[0]
    except (ValidationError, ValueError) as error:
        raise LedgerError(
            f"a stored {kind.__name__} cannot be read back: {str(error).splitlines()[0]}",
            mend="restore the ledger from a copy, or read the report again into a new ledger",
            code="frozen-unreadable",
        ) from error
    return value


def pack(content: bytes) -> bytes:
    """The bytes compressed."""
    return zlib.compress(content, PACKING)


def unpack(packed: bytes) -> bytes:
    """The bytes as they were. Raises LedgerError where they do not unpack."""
    try:
        return zlib.decompress(packed)
    except zlib.error as error:
        raise LedgerError(
            f"stored bytes cannot be unpacked: {error}",
            mend="restore the ledger from a copy",
            code="packed-unreadable",
        ) from error


def pack_text(text: str) -> bytes:
    """The text compressed, lone surrogates and all."""
    return pack(text.encode("utf-8", "surrogatepass"))


def unpack_text(packed: bytes) -> str:
    """The text as it was."""
    return unpack(packed).decode("utf-8", "surrogatepass")


def digest(content: bytes | str) -> str:
    """The sha256 in hexadecimal."""
    return sha256(content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content).hexdigest()


def plain(text: str) -> str:
    """The text as a column can hold it: one replacement mark for each NUL and each lone surrogate."""
    if text.isascii() and "\0" not in text:  # as most of it is, which is quickly seen
        return text
    return _UNFIT.sub("\ufffd", text)


def _adapter(kind: Any) -> TypeAdapter[tuple[Any]]:
    return _made_adapter(kind)


@cache
def _made_adapter(kind: Any) -> TypeAdapter[tuple[Any]]:
    # wrapped in a tuple, because pydantic takes no settings for a dataclass that is not its own
    return TypeAdapter(tuple[kind], config=ConfigDict(ser_json_inf_nan="constants"))


def _decoder_of_all(kind: Any) -> msgspec.json.Decoder[tuple[Any, ...]]:
    return _made_decoder_of_all(kind)


@cache
def _made_decoder_of_all(kind: Any) -> msgspec.json.Decoder[tuple[Any, ...]]:
    return msgspec.json.Decoder(tuple[kind, ...])
