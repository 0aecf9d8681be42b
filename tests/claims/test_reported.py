"""A happening that somebody reports, with an article and nothing more, is a claim of theirs."""

from __future__ import annotations

import pytest

from reportedly.model.words import Happening
from tests.claims.conftest import Told

STRUCK = "A bomb went off in Dolvi on Thursday. "


@pytest.mark.parametrize(
    ("sentence", "teller", "kind"),
    [
        ("Earlier, state television had reported the blast.", "state television", Happening.BOMBING),
        ("The army confirmed an attack is ongoing in the area.", "army", Happening.BOMBING),
    ],
)
def test_what_is_reported_is_told_by_who_reports_it(told: Told, sentence: str, teller: str, kind: Happening) -> None:
    claim = told(STRUCK + sentence)[-1]
    assert (claim.happening, teller in (claim.chain[-1].name or "")) == (kind, True)


@pytest.mark.parametrize(
    "sentence",
    [
        "State television did not report the blast.",
        "State television reported no attack.",
        "The minister condemned the blast.",
    ],
)
def test_what_is_not_reported_or_only_judged_is_no_claim(told: Told, sentence: str) -> None:
    assert len(told(STRUCK + sentence)) == 1
