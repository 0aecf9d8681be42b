"""A ledger in the forms of the field: what it can be written as, and whom to name for it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from reportedly.ledger.browsing import Shelf
from reportedly.ledger.setting import Setting
from reportedly.store import Store, View

if TYPE_CHECKING:
    from reportedly.exports.asked import Asked
    from reportedly.exports.parts import Part


class Giving:
    """The part of :class:`Ledger` that hands its incidents out."""

    store: Store
    setting: Setting
    _shelf: Shelf

    def export(
        self, form: str, *, public: bool = False, left: Counter[str] | None = None, incidents: Sequence[str] = ()
    ) -> Iterator[str]:
        """The ledger in a form of the field, line by line: one of ``forms()``'s first list.

        ``public`` rounds points, puts roles in place of private names and leaves out the sentences of reports.
        ``left`` counts what the form could not hold, by reason, while the lines are taken. ``incidents`` are the ids of
        those wanted; without any, all are.
        """
        from reportedly.exports import forms
        from reportedly.ledger.handing import shown

        with self.store.view() as view:
            yield from forms.write(form, shown(view, incidents), self._asked(view, public, left))

    def pack(
        self, form: str, *, public: bool = False, left: Counter[str] | None = None, incidents: Sequence[str] = ()
    ) -> Iterator[Part]:
        """The files of a form that is a folder: one of ``forms()``'s second list. Each is read whole before the
        next."""
        from reportedly.exports import forms
        from reportedly.ledger.handing import shown

        with self.store.view() as view:
            yield from forms.pack(form, shown(view, incidents), self._asked(view, public, left))

    def printed(
        self, form: str, *, public: bool = False, left: Counter[str] | None = None, incidents: Sequence[str] = ()
    ) -> bytes:
        """The bytes of a form that is set for print: one of ``printed_forms()``. Raises MissingError where the extra
        that sets it is not installed."""
        from reportedly.exports import forms
        from reportedly.ledger.handing import shown

        with self.store.view() as view:
            return forms.set_in_type(form, shown(view, incidents), self._asked(view, public, left))

    def _asked(self, view: View, public: bool, left: Counter[str] | None) -> Asked:
        from reportedly.exports.asked import Asked
        from reportedly.ledger.handing import last_day

        counted: Counter[str] = Counter() if left is None else left
        return Asked(public=public, credits=self.credits(), day=last_day(view), left=counted)

    def credits(self) -> tuple[str, ...]:
        """Whom to name for the places of the incidents, and the licence: "GeoNames (geonames.org), CC BY 4.0"."""
        from reportedly.ledger.gazetteers import credits

        def named(view: View) -> tuple[str, ...]:
            ids = set(view.place_ids())
            terms = credits(ids, home=self.setting.places) if ids else ()
            return tuple(", ".join(filter(None, (t.attribution or t.gazetteer, t.licence))) for t in terms)

        with self.store.view() as view:
            return self._shelf.credits(view, lambda: named(view))

    @staticmethod
    def cannot_hold(form: str) -> str:
        """What a form of export has no room for, in words."""
        from reportedly.exports.forms import cannot_hold

        return cannot_hold(form)

    @staticmethod
    def public_note() -> str:
        """What a public export does, and why."""
        from reportedly.exports.asked import PUBLIC_NOTE

        return PUBLIC_NOTE

    @staticmethod
    def forms() -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The names of the forms of one file, and of those that are folders."""
        from reportedly.exports.forms import FOLDERS, FORMS

        return tuple(FORMS), tuple(FOLDERS)

    @staticmethod
    def printed_forms() -> tuple[str, ...]:
        """The names of the forms that are set for print."""
        from reportedly.exports.forms import PRINTED

        return tuple(PRINTED)
