"""A store and whose rules settle the figures in, its claims grouped into incidents that the store then holds out.

Where few reports are new since the last link, only what they touch is made again; else all is. Both write in one
transaction: the ledger holds either the old incidents or the new.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from reportedly.errors import InputError
from reportedly.incidents.linker import Linker
from reportedly.ledger.answers import Again, Linking, Progress
from reportedly.ledger.linking import AS_ROWS, Keeping, Spilled, source_of, spread_over, uncollected
from reportedly.ledger.relinking import Few, few_changed, relinked
from reportedly.ledger.ruled import rulings
from reportedly.ledger.setting import Setting, linking_recipe
from reportedly.model.words import Policy
from reportedly.recipe import Recipe
from reportedly.store import RunKind, Store, View

Clock = Callable[[], str]

FEWEST = 2_000
"""Claims from which on something is kept for the next link: fewer are linked anew in three seconds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Grouping:
    """One link: where, by what, and who watches."""

    store: Store
    linker: Linker
    recipe: Recipe
    progress: Progress
    now: Clock

    def all(self, view: View, workers: int) -> Linking:
        """All claims, spread over processes where there are many."""
        revision, total = view.revision(), view.counts().claims
        self.progress(0, total)
        made = Spilled(total, self.progress)
        found = rulings(view)
        source = source_of(view, found, total)
        keeping = Keeping(self.recipe.digest, len(view.decisions())) if total >= FEWEST else None
        with spread_over(workers, total) as spread:
            self.linker.link_from(source, made, found.judgements, spread=spread, finish=AS_ROWS, keeper=keeping)
        view.close()
        with self.store.writer() as writer:
            writer.begin_run(RunKind.LINK, self.recipe, at=self.now())
            writer.replace_made(made.made(keeping), revision=revision)
            writer.end_run(at=self.now())
        counted = sum(len(claims) for _, claims in made.members)
        self.progress(counted, counted)
        return Linking(claims=counted, incidents=len(made.members), copies=len(made.found))

    def few(self, view: View, few: Few) -> Linking:
        """What the new reports touch."""
        self.progress(0, len(few.reports))
        revision, linked = view.revision(), view.linked()
        made = relinked(view, few, self.linker)
        view.close()
        with self.store.writer() as writer:
            writer.begin_run(RunKind.LINK, self.recipe, at=self.now())
            writer.apply_relinked(made, few.footing, since=len(few.reports), linked=linked, revision=revision)
            writer.end_run(at=self.now())
        self.progress(len(few.reports), len(few.reports))
        with self.store.view() as after:
            claims, incidents, copies = after.linked_counts()
        again = Again(reports=len(few.reports), incidents=len(made.incidents), weighed=few.footing.reports)
        return Linking(claims=claims, incidents=incidents, copies=copies, again=again)


def group(
    store: Store,
    setting: Setting,
    policy: str | None = None,
    *,
    workers: int,
    progress: Progress,
    anew: bool,
    now: Clock,
) -> Linking:
    """Groups the claims. Without a ``policy`` the last link's is kept; another than the last makes all anew, since it
    settles every figure. Raises InputError for a policy that there is not."""
    with uncollected(), store.view() as view:
        chosen = policy_of(view) if policy is None else _known(policy)
        recipe = linking_recipe(setting, chosen)
        grouping = _Grouping(store=store, linker=Linker(policy=chosen), recipe=recipe, progress=progress, now=now)
        few = None if anew else few_changed(view, recipe.digest)
        return grouping.all(view, workers) if few is None else grouping.few(view, few)


def policy_of(view: View) -> Policy:
    """The policy by which the figures were settled; ours where nothing was linked."""
    last = view.linking_recipe()
    return Policy(last.policy) if last and last.policy else Policy.OURS


def _known(policy: str) -> Policy:
    try:
        return Policy(policy)
    except ValueError as error:
        raise InputError(
            f"there is no policy {policy!r}",
            where="policy",
            mend=f"take one of {', '.join(Policy)}",
            code="policy-unknown",
        ) from error
