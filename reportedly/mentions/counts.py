"""A parsed sentence in, its numbers out: numerals, ranges, vague numbers and words for none, as ranges with words kept.

A number says nothing yet of who is counted; ages, dates, times, sizes, shares, places in a row and addresses are left
out here, because no reading of them is a toll.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reportedly.lexicon.counting import Counting, Kind, Reads
from reportedly.model.text import Sentence, Span

LARGEST = 50_000_000
"""No toll of a report is greater; a longer row of digits is a telephone number or an identifier."""


_OWNING = ("'s", "’s")
"""What makes the word before it an owner ("nobody's life")."""

_THOUSANDS = re.compile(r"(?<=\d)\s(?=\d{3})")
"""The space between the thousands and the hundreds of a number ("2 000")."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A number and the words that bound it. ``first`` and ``stop`` are token numbers, half-open; ``core`` is the
    token of the last word of the numeral itself. ``rules`` are the addresses of the lines that read it; ``vague`` is
    set where no figure is said, ``none`` where the words say that there was nothing to count."""

    span: Span
    first: int
    stop: int
    core: int
    low: int | None
    best: int | None
    high: int | None
    rules: tuple[str, ...]
    vague: str | None = None
    none: bool = False

    @property
    def bare(self) -> bool:
        """Whether it is one figure and nothing else ("8")."""
        return self.low is not None and self.low == self.best == self.high


def numbers(sentence: Sentence, words: Counting) -> tuple[Number, ...]:
    """The numbers of a sentence, in text order, none inside another."""
    starts = [token.start for token in sentence.tokens]
    found = (_number(sentence, starts, match, words) for match in words.numeral.finditer(sentence.text))
    kept: list[Number] = []
    for number in found:
        if number is None or _joins(sentence, number, words):
            continue
        if not (kept and _goes_on(sentence, kept[-1], number, words)):
            kept.append(number)
    return tuple(kept)


def _joins(sentence: Sentence, number: Number, words: Counting) -> bool:
    """Whether the word for two only joins what follows: "BOTH soldiers and civilians" says not how many."""
    if number.stop - number.first > 1 or not words.has(Kind.PAIRING, sentence.tokens[number.first].text.lower()):
        return False
    token = sentence.tokens[number.first]
    head = token.head if token.head > number.first else number.stop
    return head < len(sentence.tokens) and any(sentence.tokens[c].dep == "conj" for c in sentence.children[head])


def _goes_on(sentence: Sentence, before: Number, number: Number, words: Counting) -> bool:
    """Whether a vague number only names those of the number before it: in "four others", "dozens of others" the others
    are the four, the dozens."""
    between = sentence.tokens[before.stop : number.first]
    joined = not between or (before.vague is not None and len(between) == 1 and words.has(Kind.OF, between[0].text))
    return number.vague is not None and joined


def _is_note(text: str, match: re.Match[str]) -> bool:
    """Whether the number is that of a note ("six students were killed.[58]")."""
    digits = match["core"]
    return bool(digits) and digits.isdigit() and text[match.start("core") - 1 : match.start("core")] == "["


def _number(sentence: Sentence, starts: list[int], match: re.Match[str], words: Counting) -> Number | None:
    if match["nothing"]:
        if sentence.text.startswith(_OWNING, match.end()):
            return None
        return _placed(sentence, starts, match, "nothing", (0, 0, 0), (words.addresses[Kind.NOTHING],), none=True)
    if match["vague"]:
        if words.no_toll_before_vague.search(sentence.text[max(0, match.start("vague") - 16) : match.start("vague")]):
            return None
        address = words.vague[_plain(match["vague"])]
        return _placed(sentence, starts, match, "vague", (None, None, None), (address,), vague=address)
    if not _counts(sentence.text, match, words) or _is_note(sentence.text, match):
        return None
    figures = tuple(
        _value(match[g], words) for g in ("least", "most", "floor", "ceiling", "from", "to", "core") if match[g]
    )
    if any(f is None or f > LARGEST for f in figures):
        return None
    low, high = figures[0], figures[-1]
    assert low is not None and high is not None
    if len(figures) == 2:
        if low >= high:
            return None
        group = next(g for g in ("most", "ceiling", "to") if match[g])
        doubted = any(words.has(Kind.POSSIBLY, word) for word in match[0].lower().split())
        rules = (words.addresses[Kind.RANGE], *((words.addresses[Kind.POSSIBLY],) if doubted else ()))
        return _placed(sentence, starts, match, group, (low, None, high), rules)
    reads, bound = _bound(match, words)
    spelled = tuple(words.spelled[w] for w in re.split(r"[-\s]+", match["core"].lower()) if w in words.spelled)
    return _placed(sentence, starts, match, "core", _range(low, reads), (*((bound,) if bound else ()), *spelled))


def _plain(text: str) -> str:
    return " ".join(text.lower().split())


def _counts(text: str, match: re.Match[str], words: Counting) -> bool:
    """Whether the numeral can count: it is no age, date, time, size, share or address."""
    end = next(match.end(g) for g in ("core", "to", "ceiling", "most") if match[g])
    start = next(match.start(g) for g in ("core", "from", "floor", "least") if match[g])
    before = text[max(0, start - 16) : start]
    if words.no_toll_after.match(text, end) or words.no_toll_before.search(before):
        return False
    if words.counted.match(text, end) and start > 0:
        return True  # "killed 2000 people"
    return not words.no_toll_whole.search(text[max(0, start - 16) : end])


def _value(text: str, words: Counting) -> int | None:
    """The value of a numeral in digits or words, or None where it is no whole number."""
    total, current, spoken = 0.0, 0.0, False
    for word in re.split(r"[-\s]+", _THOUSANDS.sub("", text.lower())):
        if word[:1].isdigit():
            current, spoken = float(word.replace(",", "")), True
        elif word in words.values:
            current, spoken = current + words.values[word], True
        elif word in words.scales:
            scale = words.scales[word]
            current = (current if spoken else 1) * scale
            if scale > 100:
                total, current = total + current, 0.0
            spoken = True
        elif word in words.fractions:
            current, spoken = words.fractions[word] / 100, True
    figure = total + current
    return int(figure) if figure == int(figure) else None


def _bound(match: re.Match[str], words: Counting) -> tuple[Reads | None, str | None]:
    """How the words before or after the numeral bound it, with the address of the line that says so."""
    post = _plain(match["post"] or "")
    said = [_plain(bound) for bound in words.bound_words.findall(match["pre"] or "")]
    found = [words.bounds[bound] for bound in (post, *reversed(said)) if bound in words.bounds]
    reads = [bound for bound in found if bound[0] is not None]
    ceiling = [bound for bound in reads if bound[0] is Reads.AT_MOST]  # "UP TO more than 50"
    return next(iter((*ceiling, *reads, *found)), (None, None))


def _range(figure: int, reads: Reads | None) -> tuple[int | None, int | None, int | None]:
    """(low, best, high) as the words have it: "at least 20" is [20, 20, –], "about 20" [–, 20, –]."""
    match reads:
        case Reads.AT_LEAST:
            return figure, figure, None
        case Reads.AT_MOST:
            return None, None, figure
        case Reads.BELOW:
            return None, None, max(figure - 1, 0)
        case Reads.ABOUT:
            return None, figure, None
        case Reads.NEARLY:
            return None, figure, figure
        case None:
            return figure, figure, figure


def _placed(
    sentence: Sentence,
    starts: list[int],
    match: re.Match[str],
    group: str,
    figures: tuple[int | None, int | None, int | None],
    rules: tuple[str, ...],
    *,
    vague: str | None = None,
    none: bool = False,
) -> Number | None:
    """The number with its tokens, or None where the words stand between two tokens of the parse."""
    shift = sentence.span.start
    start, end = shift + match.start(), shift + match.end()
    first, last = bisect_right(starts, start) - 1, bisect_right(starts, end - 1) - 1
    core = bisect_right(starts, shift + match.end(group) - 1) - 1
    if first < 0 or last < first:
        return None
    low, best, high = figures
    return Number(
        span=Span(start, end),
        first=first,
        stop=last + 1,
        core=core,
        low=low,
        best=best,
        high=high,
        rules=rules,
        vague=vague,
        none=none,
    )


def covering(found: Iterable[Number], token: int) -> Iterator[Number]:
    """The numbers in whose words the token stands."""
    return (number for number in found if number.first <= token < number.stop)
