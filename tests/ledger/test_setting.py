"""A setting's recipe names the stages that its reader is made of."""

from __future__ import annotations

from dataclasses import fields

from reportedly.ledger.assembly import STAGES
from reportedly.ledger.setting import Setting, reader, recipe


def test_the_recipe_names_the_stages_that_read() -> None:
    setting = Setting()
    built = reader(setting)
    assert {f.name: type(getattr(built, f.name)) for f in fields(built)} == STAGES
    assert [name for name, _ in recipe(setting).stages] == list(STAGES)


def test_one_setting_has_one_recipe() -> None:
    assert recipe(Setting()).digest == recipe(Setting()).digest
