"""Invented reports with their attributions marked in the text: ``<s|who> <c|said> <k|what>``, one number a line."""

from __future__ import annotations

import re
from typing import NamedTuple

from reportedly.attributions.learnt.examples import Marked
from reportedly.model.text import Span

LINES = (
    "<1s|The mayor> <1c|said> <1k|that three shells fell on Lipna>.",
    "<1k|Two barges sank off Port Lemen>, <1s|the consul> <1c|cabled>.",
    "<1s|The consul> <1c|cabled> <1k|that two barges sank off Port Lemen>.",
    "<1s|A medic in Dolvi> <1c|said> <1k|that nine people died>. The market was empty.",
    "<1s|The harbour master> <1c|cabled> <1k|that the pier was on fire>.",
    '<1k|"The roof fell in,"> <1s|a teacher> <1c|said>. <2k|"Then it was quiet,"> <2s|her son> <2c|added>.',
    "<1s|The envoy> <1c|cabled> <1k|that the truce would hold>. Rain fell on Karsk.",
    "<1c|According to> <1s|the monitor>, <1k|four houses burned in Zhemun>.",
    "The army moved on Brenik. <1s|A colonel> <1c|said> <1k|that the road was open>.",
    "<1s|The consul> <1c|cabled> <1k|that the ferry was late>, and the crew slept.",
    "Trucks left Harsema at dawn. <1s|Residents> <1c|said> <1k|that they heard two blasts>.",
    "<1s|The governor of Marn> <1c|cabled> <1k|that the bridge was lost>.",
    "The hospital in Kolm has forty beds. The school is shut.",
    "<1s|The pilot> <1c|cabled> <1k|that he saw smoke over Tavren>. The wind was strong.",
)
"""The rules do not know "cable" for a saying."""

_MARK = re.compile(r"<(\d)([sck])\|([^>]*)>")
_PARTS = {"s": "source", "c": "cue", "k": "content"}


class Told(NamedTuple):
    """A text and what is marked in it."""

    text: str
    marked: tuple[Marked, ...]


def told(line: str) -> Told:
    """The text without its marks, and the marks."""
    text, last = "", 0
    parts: dict[str, dict[str, tuple[Span, ...]]] = {}
    for found in _MARK.finditer(line):
        text += line[last : found.start()]
        number, part, words = found.groups()
        own = parts.setdefault(number, {"source": (), "cue": (), "content": ()})
        own[_PARTS[part]] = (*own[_PARTS[part]], Span(len(text), len(text) + len(words)))
        text += words
        last = found.end()
    return Told(text + line[last:], tuple(Marked(**parts[n]) for n in sorted(parts)))


TOLD = tuple(told(line) for line in LINES)
