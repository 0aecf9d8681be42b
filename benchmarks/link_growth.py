"""Sizes in, the linker's time, memory and B-cubed on invented claims out, one line a size.

Run ``python -m benchmarks.link_growth 1000 10000 100000``.
"""

from __future__ import annotations

import resource
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from time import perf_counter

from benchmarks.synthetic import World, invent
from reportedly.incidents.linker import Linker
from reportedly.stages import Linked

_SIZES = (1_000, 10_000, 100_000)


def main(sizes: Sequence[int] = _SIZES) -> None:
    """Print one line for each size."""
    print("claims reports incidents seconds claims/s peak_MB B3_precision B3_recall", flush=True)
    for size in sizes:
        world = invent(size)
        start = perf_counter()
        linked = Linker().link(world.claims, world.reports)
        seconds = perf_counter() - start
        precision, recall = b_cubed(linked, world)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(
            f"{len(world.claims):6d} {len(world.reports):7d} {len(linked.incidents):9d} {seconds:7.1f}"
            f" {len(world.claims) / seconds:8.0f} {peak:7d} {precision:12.3f} {recall:9.3f}",
            flush=True,
        )


def b_cubed(linked: Linked, world: World) -> tuple[float, float]:
    """B-cubed precision and recall over the claims that have a true incident."""
    found = {claim: incident.id for incident in linked.incidents for claim in incident.claims}
    true: Mapping[str, int] = world.incident_of
    both = Counter((found[claim], true[claim]) for claim in true)
    by_found = Counter(found[claim] for claim in true)
    by_true = Counter(true.values())
    precision = sum(n * n / by_found[group] for (group, _), n in both.items()) / len(true)
    recall = sum(n * n / by_true[incident] for (_, incident), n in both.items()) / len(true)
    return precision, recall


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or _SIZES)
