"""Trained weights as bytes in and out, with a header that says what they are, checked when they are opened."""

from __future__ import annotations

import json
import zipfile
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reportedly.attributions.learnt.crf import Floats
from reportedly.errors import InputError

FORMAT = "reportedly learnt attributions"
FEATURES = 1
"""The version of the features. Weights of another version do not fit and are refused."""

_ARRAYS = {"lemmas": 1, "cues": 1, "labels": 2, "moves": 3, "starts": 1, "scalars": 1}


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Weights:
    """What was learnt. ``lemmas`` are the sorted numbers of the words that may head a cue; ``scalars`` are the bias
    of cues and the least score of a cue. ``statement`` says from what, and under which licence."""

    lemmas: NDArray[np.uint64]
    cues: Floats
    labels: Floats
    moves: Floats
    starts: Floats
    scalars: Floats
    statement: str = ""

    @property
    def digest(self) -> str:
        """The sha256 of all numbers: two models with one digest propose the same."""
        whole = sha256(f"{FORMAT} {FEATURES}".encode())
        for name in _ARRAYS:
            array = np.ascontiguousarray(getattr(self, name))
            whole.update(f"{name} {array.dtype.str} {array.shape}".encode())
            whole.update(array.tobytes())
        return whole.hexdigest()


def rounded(array: Any) -> Floats:
    """The numbers as the file keeps them (half precision), so that what was fitted and what is loaded are the same."""
    return np.asarray(array, dtype=np.float16).astype(np.float32)


def to_bytes(weights: Weights) -> bytes:
    """The file: a zip of numpy arrays and a header. The same weights give the same bytes."""
    head = {"format": FORMAT, "features": FEATURES, "digest": weights.digest, "statement": weights.statement}
    arrays: dict[str, Any] = {name: _packed(getattr(weights, name)) for name in _ARRAYS}
    header = np.frombuffer(json.dumps(head, sort_keys=True, ensure_ascii=False).encode("utf-8"), dtype=np.uint8)
    out = BytesIO()
    np.savez_compressed(out, header=header, **arrays)
    return out.getvalue()


def _packed(array: NDArray[Any]) -> NDArray[Any]:
    return array.astype(np.float16) if array.dtype == np.float32 else array


def from_bytes(content: bytes, where: str) -> Weights:
    """The weights of a file. Raises InputError where it is no such file, of another version, or damaged."""
    try:
        with np.load(BytesIO(content), allow_pickle=False) as file:
            head = json.loads(bytes(file["header"]).decode("utf-8"))
            arrays = {name: _unpacked(file[name]) for name in _ARRAYS} if head.get("format") == FORMAT else {}
    except (OSError, ValueError, KeyError, EOFError, AttributeError, zipfile.BadZipFile, NotImplementedError) as error:
        raise _foreign(where, "it cannot be read as one") from error
    except Exception as error:
        if type(error).__module__ == "zlib":
            raise _foreign(where, "it cannot be read as one") from error
        raise
    if not arrays:
        raise _foreign(where, "its header is another's")
    if head.get("features") != FEATURES:
        raise _foreign(where, f"its features are version {head.get('features')}, this program's {FEATURES}")
    if any(array.ndim != _ARRAYS[name] for name, array in arrays.items()):
        raise _foreign(where, "its numbers have another shape")
    weights = Weights(**arrays, statement=str(head.get("statement", "")))
    if weights.digest != head.get("digest"):
        raise _foreign(where, "its numbers are not those that were written")
    return weights


def _unpacked(array: NDArray[Any]) -> NDArray[Any]:
    return array.astype(np.float32) if array.dtype == np.float16 else array


def _foreign(where: str, why: str) -> InputError:
    return InputError(
        f"this is no file of learnt attributions that can be used: {why}",
        where=where,
        mend="make one with: reportedly learn attributions REPORTS GOLD --out MODEL",
        code="model-unusable",
    )
