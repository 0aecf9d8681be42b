"""Whose words are these?"""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reportedly.attributions.govern import chain_of, governing
from reportedly.model.claim import Attribution, Teller
from reportedly.model.text import Span
from reportedly.model.words import Role, Stance

OUTLET = Teller(name="Marn Today", role=Role.OUTLET)


def saying(name: str, *pieces: tuple[int, int], tells: bool = True) -> Attribution:
    return Attribution(
        source=(),
        cue=(Span(0, 1),),
        content=tuple(Span(*p) for p in pieces),
        stance=Stance.STATES,
        chain=(OUTLET, Teller(name=name, role=Role.UNKNOWN)),
        rule="en/saying/say",
        tells=tells,
    )


def test_the_innermost_content_governs() -> None:
    outer, inner = saying("outer", (10, 90)), saying("inner", (40, 80))
    assert governing((outer, inner), Span(50, 55)) is inner
    assert governing((outer, inner), Span(20, 25)) is outer


def test_a_wish_governs_nothing() -> None:
    outer, wish = saying("outer", (10, 90)), saying("wish", (40, 80), tells=False)
    assert governing((outer, wish), Span(50, 55)) is outer


def test_words_across_two_pieces_of_one_content_are_governed() -> None:
    split = saying("split", (10, 30), (50, 90))
    assert governing((split,), Span(20, 60)) is split


def test_the_outlets_own_voice_is_the_rest() -> None:
    assert chain_of((saying("someone", (10, 20)),), Span(30, 40), (OUTLET,)) == ((OUTLET,), None)


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(1, 50)), max_size=6), st.integers(0, 99))
def test_the_order_of_attributions_does_not_matter(pieces: list[tuple[int, int]], at: int) -> None:
    sayings = [saying(str(n), (start, start + size)) for n, (start, size) in enumerate(pieces)]
    one, other = governing(sayings, Span(at, at + 1)), governing(reversed(sayings), Span(at, at + 1))
    assert (one is None) == (other is None)
    if one is not None and other is not None:
        assert one.content[0].end - one.content[0].start == other.content[0].end - other.content[0].start
