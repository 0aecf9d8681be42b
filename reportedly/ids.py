"""Content ids: the same content gives the same id on every machine and in every order of reading."""

from __future__ import annotations

from hashlib import blake2s

from reportedly.model.text import Span


def short(*parts: object, size: int = 8) -> str:
    """``size`` hex digits of the parts' hash. Parts are told apart, so ("ab", "c") and ("a", "bc") differ."""
    joined = "\x1f".join(str(part) for part in parts)
    return blake2s(joined.encode("utf-8", "surrogatepass")).hexdigest()[:size]


def claim_id(report: str, span: Span, happening: str, *more: object) -> str:
    """``<report id>#<hash of what the claim says and where>``."""
    return f"{report}#{short(span.start, span.end, happening, *more)}"


def incident_id(claims: tuple[str, ...]) -> str:
    """``i-<hash>`` of the claim that comes first in content order."""
    return f"i-{short(min(claims), size=10)}"
