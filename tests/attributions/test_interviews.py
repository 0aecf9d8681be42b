"""A page in, the turns of an interview out."""

from __future__ import annotations

from tests.attributions.telling import Tell

TALK = (
    "This is the text of an interview with Jane Roe.\n\n"
    "Jane Roe: The shelling began at six. I counted nine dead.\n\n"
    "Nobody could leave Kolm.\n\n"
    "Radio Orvan: Who fired the shells?\n\n"
    "Jane Roe: I saw the guns of the Teshil Guard. A doctor said that six people were hurt.\n"
)


def chain(tell: Tell, text: str, words: str) -> str:
    """The names of those on whose word the words stand, the outlet left out."""
    at = text.index(words)
    found = [a for a in tell(text).attributions if any(c.start <= at < c.end for c in a.content)]
    inner = min(found, key=lambda a: sum(c.end - c.start for c in a.content), default=None)
    return " → ".join(t.name or "?" for t in inner.chain[1:]) if inner else ""


def test_a_turn_lasts_to_the_next_label(tell: Tell) -> None:
    assert chain(tell, TALK, "The shelling began") == "Jane Roe"
    assert chain(tell, TALK, "Nobody could") == "Jane Roe"
    assert chain(tell, TALK, "Who fired") == "Radio Orvan"
    assert chain(tell, TALK, "six people") == "Jane Roe → doctor"


def test_the_speaker_is_the_i_of_his_turn(tell: Tell) -> None:
    assert [a for a in tell(TALK).attributions if a.source and a.source[0].of(TALK) == "I"] == []


def test_a_round_up_of_towns_is_no_interview(tell: Tell) -> None:
    text = "Kolm: Two people died in a raid.\n\nDolvi: One man was hurt.\n\nKolm: A school was hit by a shell.\n"
    assert not [a for a in tell(text).attributions if a.rule == "code:interview"]
