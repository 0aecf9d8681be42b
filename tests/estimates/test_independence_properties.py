"""What must hold of origins whatever the claims: no order, no copy and no merge without a reason changes the count."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as some

from reportedly.estimates.origins import join, origins, sources
from reportedly.lexicon.estimating import counted
from reportedly.model.claim import Claim, Teller
from reportedly.model.incident import Copy
from reportedly.model.text import Span
from reportedly.model.words import Role, Stance
from tests.incidents.made import ARMY, MEDIC, MONITOR, NORTHWIRE, VELTA, claim, outlet, toll

WORDS = counted()
PAPERS = ("The Karsk Herald", "Marn Today", "Radio Orvan")
FRESH = "Teshil Voice"


def _someone(name: str | None, role: Role, *, anonymous: bool = False) -> Teller:
    return Teller(name=name, role=role, anonymous=anonymous, span=Span(0, 1))


ENDS: tuple[tuple[Teller, ...], ...] = (
    (),
    (NORTHWIRE,),
    (MONITOR,),
    (NORTHWIRE, MONITOR),
    (ARMY,),
    (VELTA,),
    (MEDIC,),
    (NORTHWIRE, MEDIC),
    (_someone("a doctor in Dolvi", Role.MEDIC, anonymous=True),),
    (_someone("activists", Role.ACTIVIST, anonymous=True),),
    (_someone("activists of the Marn Relief Committee", Role.ACTIVIST, anonymous=True),),
    (_someone("Marn Relief Committee", Role.ACTIVIST),),
    (_someone("Ana Petrov (Marn Relief Committee)", Role.ACTIVIST),),
    (_someone("a shopkeeper", Role.WITNESS, anonymous=True),),
    (_someone("local media", Role.MEDIA, anonymous=True),),
    (_someone("reports of two soldiers", Role.MILITARY, anonymous=True),),
    *((_someone(paper, Role.MEDIA),) for paper in PAPERS),
)


@some.composite
def worlds(draw: some.DrawFn) -> tuple[list[Claim], list[Copy], list[Copy]]:
    """Claims of up to four reports, and which reports and sentences are one text."""
    reports = [f"r{n}" for n in range(draw(some.integers(1, 4)))]
    claims = []
    for name in reports:
        paper = draw(some.sampled_from(PAPERS))
        for n in range(draw(some.integers(1, 3))):
            end = draw(some.sampled_from(ENDS))
            tolls = (toll(draw(some.integers(1, 3))),) if draw(some.booleans()) else ()
            stance = draw(some.sampled_from((Stance.STATES, Stance.STATES, Stance.ALLEGES, Stance.DENIES)))
            span = Span(40 * n, 40 * n + 40)
            claims.append(claim(f"{name}#{n}", tellers=end, paper=paper, tolls=tolls, stance=stance, span=span))
    pairs = [(a, b) for a in reports for b in reports if a < b]
    copies = [
        Copy(left=a, right=b, containment=0.9) for a, b in pairs if draw(some.booleans()) and draw(some.booleans())
    ]
    ids = [(a.id, b.id) for a in claims for b in claims if a.report < b.report]
    chosen = draw(some.lists(some.sampled_from(ids), max_size=2, unique=True)) if ids else []
    return claims, copies, [Copy(left=a, right=b, containment=0.8, run=15) for a, b in chosen]


@given(worlds(), some.randoms(use_true_random=False))
@settings(max_examples=150, deadline=None)
def test_the_order_of_claims_changes_nothing(world: tuple[list[Claim], list[Copy], list[Copy]], chance: object) -> None:
    claims, copies, passages = world
    shuffled = list(claims)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert origins(shuffled, WORDS, copies, passages) == origins(claims, WORDS, copies, passages)


@given(worlds())
@settings(max_examples=150, deadline=None)
def test_every_claim_is_in_exactly_one_origin(world: tuple[list[Claim], list[Copy], list[Copy]]) -> None:
    claims, copies, passages = world
    found = origins(claims, WORDS, copies, passages)
    told = [one for origin in (*found.counted, *found.uncounted) for one in origin.claims]
    assert sorted(told) == sorted(c.id for c in claims)
    assert all(origin.reason for origin in (*found.counted, *found.uncounted))


@given(worlds())
@settings(max_examples=150, deadline=None)
def test_a_merge_is_a_tree_of_stated_reasons(world: tuple[list[Claim], list[Copy], list[Copy]]) -> None:
    claims, copies, passages = world
    joined = join(claims, WORDS, copies, passages)
    found = sources(joined)
    for origin in (*found.counted, *found.uncounted):
        inside = set(origin.claims)
        tree = [bond for bond in joined.tree if {bond.left, bond.right} & inside]
        assert len(tree) == len(inside) - 1
        assert all({bond.left, bond.right} <= inside and bond.reason for bond in tree)
        assert _reached(origin.claims[0], tree) == inside


@given(worlds(), some.data())
@settings(max_examples=300, deadline=None)
def test_a_copy_of_a_report_never_raises_the_count(
    world: tuple[list[Claim], list[Copy], list[Copy]], data: some.DataObject
) -> None:
    claims, copies, passages = world
    model = data.draw(some.sampled_from(sorted({c.report for c in claims})))
    twins = {
        c.id: replace(c, id=c.id.replace(model, "z"), report="z", chain=_reprinted(c))
        for c in claims
        if c.report == model
    }
    also = [Copy(left=model, right="z", containment=1.0)]
    also += [_moved(copy, {model: "z"}) for copy in copies if model in (copy.left, copy.right)]
    moved = {old: new.id for old, new in twins.items()}
    told = [Copy(left=old, right=new, containment=1.0, run=20) for old, new in moved.items()]
    told += [_moved(pair, moved) for pair in passages if pair.left in moved or pair.right in moved]
    before = len(origins(claims, WORDS, copies, passages).counted)
    after = origins([*claims, *twins.values()], WORDS, [*copies, *also], [*passages, *told])
    assert len(after.counted) <= before


def _reprinted(one: Claim) -> tuple[Teller, ...]:
    return (outlet(FRESH), *one.chain[1:])


def _moved(pair: Copy, names: dict[str, str]) -> Copy:
    left, right = sorted((names.get(pair.left, pair.left), names.get(pair.right, pair.right)))
    return replace(pair, left=left, right=right)


def _reached(start: str, tree: Sequence[object]) -> set[str]:
    found, waiting = {start}, [start]
    while waiting:
        here = waiting.pop()
        for bond in tree:
            ends = {bond.left, bond.right}  # type: ignore[attr-defined]
            if here in ends and not ends <= found:
                waiting.extend(ends - found)
                found |= ends
    return found
