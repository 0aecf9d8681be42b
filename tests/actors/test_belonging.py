"""People described whom words behind them tie to a party."""

from __future__ import annotations

import pytest

from tests.actors.conftest import ReadActors

ROWS = [
    ("Terrorists from the ELN shot a judge in Karsk.", "terrorists", "eln"),
    ("Two gunmen belonging to the M-19 shot a judge in Karsk.", "two gunmen", "m19"),
    ("Today guerrillas presumed to be members of the ELN shot a judge in Karsk.", "guerrillas", "eln"),
    ("Men who identified themselves as members of the ELN shot a judge in Karsk.", "men", "eln"),
    ("The judge was shot by a commando of the group Tupac Amaru Revolutionary Movement.", "a commando", "mrta"),
    ("The judge was shot by members of the 17th front of the FARC.", "members", "farc"),
    ("The judge was shot by Colombian Army of National Liberation guerrillas.", "army of", "eln"),
    ("Tourists from Korvia left Karsk. The ELN shot a judge.", "tourists", None),
    ("Men thought to be lost met the ELN near Karsk.", "men", None),
]


@pytest.mark.parametrize(("text", "phrase", "actor_id"), ROWS)
def test_words_behind_people_say_whose_they_are(read: ReadActors, text: str, phrase: str, actor_id: str | None) -> None:
    found = {who.text.lower(): who.actor_id for who in read(text)[0]}
    key = next((t for t in found if t.startswith(phrase)), None)
    if actor_id is None:
        assert key is None or found[key] is None
    else:
        assert key is not None
        assert found[key] == actor_id
