"""A line in, whether it is a picture's caption or credit, or names who wrote the report, out."""

from __future__ import annotations

import re

from reportedly.lexicon.splitting import SplittingWords

_LONGEST = 300
_STOPPED = re.compile(r"[.!?…]['\"”’)]*$")
_NAMES = re.compile(r"[A-ZÀ-Þ@][\w.'’@-]*|(?:and|&|of|in|for|the|de|al|el|van|von|bin|with|from|\||/|,|;|-|–|—)")
_SIGNED = re.compile(r"[-–—]{1,2}\s?(?:[A-ZÀ-Þ][\w.'’-]*\s?){2,4}$")
_FILE_NAME = re.compile(r"\d{6,}\s*[-–—]|\d{6,}\s+\d{1,2}/\d{1,2}/\d{4}|\S+\.(?:jpe?g|png|gif|webp)\b", re.IGNORECASE)


def is_caption(line: str, words: SplittingWords) -> bool:
    """Whether a whole line describes or credits a picture."""
    if len(line) > _LONGEST:
        return False
    if words.credit.match(line) or words.holder.search(line) or _FILE_NAME.match(line):
        return True
    return bool(words.credit_tail.search(line))


def is_byline(line: str, words: SplittingWords) -> bool:
    """Whether a whole line names authors: "By Ana Dorin and Petar Lisk", "— Ana Dorin"."""
    if _SIGNED.fullmatch(line):
        return True
    opened = words.byline.match(line)
    if opened is None or _STOPPED.search(line.rstrip(".")):
        return False
    rest = _without_stamps(line[opened.end() :], words)
    return bool(rest) and len(rest.split()) <= 14 and all(map(_NAMES.match, rest.split()))


def _without_stamps(rest: str, words: SplittingWords) -> str:
    """The names, without the dates that some outlets print behind them."""
    for at in range(len(rest)):
        if (at == 0 or rest[at - 1] in " |,") and words.stamps.at(rest, at):
            return rest[:at].rstrip(" |,-–—")
    return rest
