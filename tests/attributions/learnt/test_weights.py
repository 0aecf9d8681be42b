"""A file of weights that cannot be trusted is refused with its reason."""

from __future__ import annotations

import json
from io import BytesIO
from typing import Any

import numpy as np
import pytest

from reportedly.attributions.learnt.weights import FEATURES, FORMAT, Weights, from_bytes, to_bytes
from reportedly.errors import InputError

SMALL = Weights(
    lemmas=np.array([3, 5], dtype=np.uint64),
    cues=np.zeros(4, dtype=np.float32),
    labels=np.zeros((4, 7), dtype=np.float32),
    moves=np.zeros((8, 7, 7), dtype=np.float32),
    starts=np.zeros(7, dtype=np.float32),
    scalars=np.array([-1.5, -0.5], dtype=np.float32),
    statement="invented",
)


def _with(**changes: Any) -> bytes:
    """The file of the small weights with some of its arrays changed."""
    with np.load(BytesIO(to_bytes(SMALL))) as file:
        arrays = {name: file[name] for name in file.files}
    head = json.loads(bytes(arrays["header"]).decode())
    head.update(changes.pop("header", {}))
    arrays["header"] = np.frombuffer(json.dumps(head).encode(), dtype=np.uint8)
    arrays.update(changes)
    out = BytesIO()
    np.savez_compressed(out, **arrays)
    return out.getvalue()


def test_what_is_written_is_read() -> None:
    back = from_bytes(to_bytes(SMALL), "model.npz")
    assert back.digest == SMALL.digest and back.statement == SMALL.statement


@pytest.mark.parametrize(
    ("content", "why"),
    [
        pytest.param(b"", "cannot be read", id="empty"),
        pytest.param(b"PK\x03\x04 and no more", "cannot be read", id="a zip that breaks off"),
        pytest.param(to_bytes(SMALL)[:-40], "cannot be read", id="cut off"),
        pytest.param(b"\x93NUMPY" + b"\0" * 80, "cannot be read", id="another kind of numpy file"),
        pytest.param(_with(header={"format": "other"}), "header is another's", id="another's"),
        pytest.param(_with(header={"features": FEATURES + 1}), "features are version", id="another version"),
        pytest.param(_with(cues=np.ones(4, dtype=np.float16)), "not those that were written", id="changed numbers"),
        pytest.param(_with(cues=np.ones((4, 4), dtype=np.float16)), "another shape", id="another shape"),
        pytest.param(_with(cues=np.array([{}], dtype=object)), "cannot be read", id="an object that would run code"),
    ],
)
def test_a_file_that_cannot_be_used_says_why(content: bytes, why: str) -> None:
    with pytest.raises(InputError, match=why) as raised:
        from_bytes(content, "model.npz")
    assert raised.value.where == "model.npz" and raised.value.code == "model-unusable"
    assert FORMAT  # the header's first word


def test_one_flipped_bit_is_noticed() -> None:
    whole = to_bytes(SMALL)
    for place in range(0, len(whole), 97):
        broken = bytearray(whole)
        broken[place] ^= 4
        try:
            back = from_bytes(bytes(broken), "model.npz")
        except InputError:
            continue
        assert back.digest == SMALL.digest, f"byte {place}"
