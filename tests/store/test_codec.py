"""Save then load is equality, for every value that the model allows."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from reportedly.errors import LedgerError
from reportedly.model.claim import Claim
from reportedly.model.findings import Findings
from reportedly.model.incident import Comparison, Incident
from reportedly.model.reading import Interval
from reportedly.model.text import Report, Span
from reportedly.recipe import Recipe
from reportedly.store import RunKind, Store
from reportedly.store.answers import Decision
from reportedly.store.codec import freeze, pack, pack_text, plain, thaw, thaw_all, unpack, unpack_text
from reportedly.store.compared import frozen_comparison
from tests.store.made import AT, RECIPE, claim, report

PHASES = (Phase.explicit, Phase.reuse, Phase.generate)  # making so large a value smaller takes minutes

ANY_TEXT = st.text(st.characters(codec=None, exclude_categories=()), max_size=8)
SPANS = st.tuples(st.integers(0, 10**6), st.integers(0, 10**6)).map(lambda p: Span(min(p), max(p)))
INTERVALS = st.one_of(
    st.tuples(st.dates(max_value=date(2999, 1, 1)), st.integers(1, 400)).map(
        lambda p: Interval(p[0], date.fromordinal(p[0].toordinal() + p[1]))
    ),
    st.dates().map(lambda d: Interval(d, None)),
    st.dates().map(lambda d: Interval(None, d)),
    st.just(Interval(None, None)),
)
st.register_type_strategy(Span, SPANS)
st.register_type_strategy(Interval, INTERVALS)
st.register_type_strategy(str, ANY_TEXT)
st.register_type_strategy(float, st.floats(allow_nan=False))
st.register_type_strategy(int, st.integers(-(10**30), 10**30))


@pytest.mark.parametrize("kind", [Claim, Findings, Incident, Comparison, Report, Recipe, Decision])
def test_what_is_frozen_thaws_equal(kind: type[Any]) -> None:
    @settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck), phases=PHASES)
    @given(st.from_type(kind))
    def check(value: object) -> None:
        frozen = freeze(value, kind)
        assert "\n" not in frozen
        assert thaw(frozen, kind) == value
        assert freeze(thaw(frozen, kind), kind) == frozen

    check()


@pytest.mark.parametrize("kind", [Claim, Report])
def test_several_are_thawed_together_as_each_is_alone(kind: type[Any]) -> None:
    @settings(max_examples=50, deadline=None, suppress_health_check=list(HealthCheck), phases=PHASES)
    @given(st.lists(st.from_type(kind), max_size=3))
    def check(values: list[object]) -> None:
        frozen = [freeze(value, kind) for value in values]
        found = list(thaw_all(frozen, kind))
        assert found == values
        assert [freeze(value, kind) for value in found] == frozen  # and no number is one of another type

    check()


def test_one_of_several_that_is_no_value_is_refused() -> None:
    good = freeze(claim(report()), Claim)
    for wrong in (
        "{}",
        "null",
        '{"id": 3}',
        good.replace('"states"', '"swears"'),
        good.replace('"start":', '"begin":'),
    ):
        with pytest.raises(LedgerError) as refused:
            list(thaw_all([good, wrong], Claim))
        assert refused.value.code == "frozen-unreadable"


@settings(max_examples=50, deadline=None, suppress_health_check=list(HealthCheck), phases=PHASES)
@given(st.from_type(Comparison))
def test_a_comparison_is_frozen_as_the_codec_freezes_it(one: Comparison) -> None:
    assert frozen_comparison(one) == freeze(one, Comparison)


@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck), phases=PHASES)
@given(st.from_type(Findings))
def test_what_is_saved_loads_equal(tmp_path_factory: pytest.TempPathFactory, any_findings: Findings) -> None:
    of = replace(any_findings.report, id="x", original=None)
    claims = tuple(replace(c, id=f"x#{n}", report="x") for n, c in enumerate(any_findings.claims))
    found = replace(any_findings, report=of, claims=claims)
    path: Path = tmp_path_factory.mktemp("saved") / "ledger"
    with Store.open(path) as store:
        with store.writer() as writer:
            writer.begin_run(RunKind.READ, RECIPE, at=AT)
            writer.add(found)
        with store.view() as view:
            assert view.findings("x") == found
            assert {p.code for p in view.verify().problems} <= {"span-outside"}


@pytest.mark.parametrize(
    "wrong",
    [
        replace(claim(report()), tolls=[]),  # type: ignore[arg-type]
        replace(claim(report()), stance="states"),  # type: ignore[arg-type]
        replace(claim(report()), hedge=3),  # type: ignore[arg-type]
    ],
)
def test_a_value_of_the_wrong_type_is_refused_before_it_is_stored(wrong: Claim) -> None:
    with pytest.raises(LedgerError, match="cannot be stored") as refused:
        freeze(wrong, Claim)
    assert refused.value.code == "value-unfit"


@pytest.mark.parametrize("frozen", ["{}", "", "null", '{"id": 3}', "not JSON"])
def test_what_is_no_value_is_refused(frozen: str) -> None:
    with pytest.raises(LedgerError) as refused:
        thaw(frozen, Claim)
    assert refused.value.code == "frozen-unreadable"


@given(st.binary(), ANY_TEXT)
def test_what_is_packed_unpacks_and_packs_the_same(content: bytes, text: str) -> None:
    assert unpack(pack(content)) == content
    assert pack(content) == pack(content)
    assert unpack_text(pack_text(text)) == text


@pytest.mark.parametrize("text", ["", "Karsk", "Teshîl", "a\0b", "a\ud800b", "\U0001f600"])
def test_a_column_keeps_the_length_of_its_text(text: str) -> None:
    held = plain(text)
    assert len(held) == len(text)
    held.encode("utf-8")
    assert "\0" not in held
