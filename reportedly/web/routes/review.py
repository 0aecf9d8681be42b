"""Routes to come."""

from __future__ import annotations

from fastapi import APIRouter

from reportedly.web.desk import Desk


def routes(desk: Desk) -> APIRouter:
    """None yet."""
    return APIRouter()
