"""A report's text in, the spans that are not the report out: invitations, adverts, share bars, repeated captions.

The spans are kept in the text and no claim is read from them. Whole lines and sentences are taken; of a sentence only
what the vocabulary lists as a part (a counter, a stamp, a line of tags without its end).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportedly.lexicon.boilerplate import FIRST_WORD, BoilerplateTable, load_boilerplate, squeezed
from reportedly.model.text import Span

_LINE = re.compile(r"[^\r\n\u2028\u2029]+")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*\s+(?=[\"“(‘\[©]*[A-Z0-9©])")
_LINK = re.compile(
    r"(?:https?://\S+|www\.\S+|pic\.twitter\.com\S*|t\.co/\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?:[\w-]+\.)+(?:com|org|net|tv)/\S+)"
)
_BESIDE_LINKS = re.compile(r"[\W_]*")
_CODE = re.compile(
    r"\s*(?:var |function\s*\(|window\.|document\.|\$\(|\{\"|googletag|//<!\[CDATA\[|[\w-]+\|[\w-]+-\d{5,})"
)
_RULE = re.compile(r"[\W_]+")
_ENDED = re.compile(r"[.!?…:][\"'”’»)\]]*$")
_CAPTION_SHORTEST, _CAPTION_LONGEST = 20, 300
_DOUBLE_LONGEST = 120
_HEADING_LONGEST = 150
_WHOLE_LONGEST = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """A span that is not the report, and the rule that says so."""

    span: Span
    rule: str


def mark(text: str, table: BoilerplateTable | None = None, *, title: str | None = None) -> tuple[Span, ...]:
    """The spans of boilerplate in text order, without overlap; neighbours with only white space between are one."""
    found = marked(text, table or load_boilerplate(), title=title)
    joined: list[Span] = []
    for item in found:
        if joined and not text[joined[-1].end : item.span.start].strip():
            joined[-1] = Span(joined[-1].start, item.span.end)
        else:
            joined.append(item.span)
    return tuple(joined)


def marked(text: str, table: BoilerplateTable, *, title: str | None = None) -> tuple[Marked, ...]:
    """The same, each line or sentence with its rule."""
    lines = tuple(_lines(text))
    lowered = text.casefold()
    holding = any(word in lowered for word in table.holding_words)
    repeated = _repeated(text, lines, title)
    found: list[Marked] = []
    below_header = False
    for number, line in enumerate(lines):
        words = line.of(text)
        squeezed_words = squeezed(words) if len(words) <= _WHOLE_LONGEST else words
        rule = repeated.get(number) or _whole(words, squeezed_words, table)
        if rule is None and below_header and _link_like(words):
            rule = "code:link-below-header"
        if rule is not None:
            found.append(Marked(span=line, rule=rule))
            below_header = below_header or squeezed_words in table.headers
            continue
        below_header = False
        found.extend(_sentences(text, line, table, holding))
    return tuple(found)


def _lines(text: str) -> Iterator[Span]:
    for match in _LINE.finditer(text):
        words = match.group()
        left = len(words) - len(words.lstrip())
        right = len(words.rstrip())
        if left < right:
            yield Span(match.start() + left, match.start() + right)


def _whole(words: str, squeezed_words: str, table: BoilerplateTable) -> str | None:
    """The rule by which a whole line is none of the report."""
    if not squeezed_words:
        return "code:rule" if _RULE.fullmatch(words) and len(words) < 200 else None
    if rule := table.wholes.get(squeezed_words):
        return rule
    if ("." in words or "@" in words) and _LINK.search(words) and not _BESIDE_LINKS.sub("", _LINK.sub("", words)):
        return "code:bare-link"
    return "code:program" if _CODE.match(words) else None


def _sentences(text: str, line: Span, table: BoilerplateTable, holding: bool) -> Iterator[Marked]:
    """The sentences of a line that the vocabulary knows. ``holding``: whether the text has a word of ``holds``."""
    start = line.start
    for end in (*(match.end() for match in _SENTENCE_END.finditer(text, line.start, line.end)), line.end):
        first = FIRST_WORD.match(text, start, end)
        opening = first is not None and first.group(1).casefold() in table.opening_words
        if opening or holding:
            sentence = text[start:end].rstrip()
            rule = _rule_of(sentence, table, opening, holding)
            if rule and not any(w.pattern.match(sentence) for w in table.lists):
                yield Marked(span=Span(start, start + len(sentence)), rule=rule)
                start = end
                continue
        yield from _parts(text, start, end, table)
        start = end


def _parts(text: str, start: int, end: int, table: BoilerplateTable) -> Iterator[Marked]:
    """What stands inside a sentence that is the report's for the rest, in text order."""
    found = [(match, w.rule) for w in table.lists if (match := w.pattern.match(text, start, end))]
    found += [(match, w.rule) for w in table.parts for match in w.pattern.finditer(text, start, end)]
    at = start
    for match, rule in sorted(found, key=lambda pair: pair[0].span()):
        if match.start() >= at:
            at = match.end()
            yield Marked(span=Span(match.start(), match.start() + len(match.group().rstrip())), rule=rule)


def _rule_of(sentence: str, table: BoilerplateTable, opening: bool, holding: bool) -> str | None:
    for wording in table.opens if opening else ():
        if len(sentence) <= wording.longest and wording.pattern.match(sentence):
            return wording.rule
    for wording in table.holds if holding else ():
        if len(sentence) <= wording.longest and wording.pattern.search(sentence):
            return wording.rule
    return None


def _link_like(words: str) -> bool:
    """Whether a line below "Related stories" looks like a link: short and without a stop."""
    return len(words) <= _HEADING_LONGEST and not _ENDED.search(words)


def _repeated(text: str, lines: Sequence[Span], title: str | None) -> dict[int, str]:
    """Lines that stand twice: the later ones, and where two stand together below the head, both (a picture's
    description and its caption)."""
    first: dict[str, int] = {}
    found: dict[int, str] = {}
    heading = squeezed(title) if title else None
    for number, line in enumerate(lines):
        length = line.end - line.start
        if not _CAPTION_SHORTEST <= length <= _CAPTION_LONGEST:
            continue
        words = line.of(text)
        before = first.setdefault(words, number)
        if before == number:
            continue
        found[number] = "code:repeated-line"
        if number == before + 1 and before > 1 and length <= _DOUBLE_LONGEST and _captioned(words, heading):
            found[before] = "code:repeated-caption"
    return found


def _captioned(words: str, heading: str | None) -> bool:
    return not _ENDED.search(words) and squeezed(words) != heading
