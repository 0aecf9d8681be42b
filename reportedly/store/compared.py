"""A comparison in, its frozen JSON out: as the codec freezes it, put together from its features."""

from __future__ import annotations

from json import dumps
from json.encoder import encode_basestring
from math import isfinite

from reportedly.model.incident import Comparison, Feature
from reportedly.store.codec import freeze

_IN_DIGITS = 0.0001
"""From here on Python writes a number as the codec does; a smaller one has an exponent."""


def frozen_comparison(comparison: Comparison) -> str:
    """The comparison as JSON, the same as ``freeze`` gives, in a tenth of the time: linking makes more of them than
    there are claims."""
    features = ",".join(map(_frozen_feature, comparison.features))
    left, right = encode_basestring(comparison.left), encode_basestring(comparison.right)
    score = repr(comparison.score) if isfinite(comparison.score) else dumps(comparison.score)
    return f'{{"left":{left},"right":{right},"score":{score},"features":[{features}]}}'


def _frozen_feature(feature: Feature) -> str:
    name, weight, text = feature.name, feature.weight, feature.text
    if abs(weight) >= _IN_DIGITS and isfinite(weight) and name.isascii() and text.isascii():
        return f'{{"name":{encode_basestring(name)},"weight":{weight!r},"text":{encode_basestring(text)}}}'
    return freeze(feature, Feature)
