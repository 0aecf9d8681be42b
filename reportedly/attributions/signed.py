"""A page in, what is signed in it out: entries of a live blog, posts that a report shows whole, turns of an interview.

"14:05 – Jane Roe in Tavren: The shelling has stopped." is Jane Roe's word, handed on by the outlet; so is the entry
that ends "posted by Jane Roe". A post is signed with a name, an account in brackets and a date.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from reportedly.attributions.interviews import turns
from reportedly.attributions.names import Names
from reportedly.lexicon.signing import Signing
from reportedly.lexicon.stamps import StampTable
from reportedly.model.claim import Attribution, Teller
from reportedly.model.text import Entry, Page, Span
from reportedly.model.words import Role, Stance

_GAP = re.compile(r"[\s\])|:–—-]*")
_DASH = re.compile(r"(?:—|–|--?)\s+")
_LONGEST = 80
"""Characters in which the name before an account stands."""
_POST = 400
"""Characters of a paragraph that is all one post: a post has at most 280, and addresses."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Signature:
    """Who signs, by which words, and what; ``role`` is what an unknown signer is."""

    source: Span
    cue: Span
    content: Span
    role: Role
    rule: str


def signed(
    page: Page, names: Names, base: tuple[Teller, ...], words: Signing, stamps: StampTable
) -> tuple[Attribution, ...]:
    """One attribution for each signed entry or post, its signer behind the outlet's own chain."""
    found = (*_entries(page, words, stamps), *_posts(page, words, stamps), *_turns(page, names))
    return tuple(_attribution(page, names, base, s) for s in found)


def below(attribution: Attribution, signatures: tuple[Attribution, ...], base: tuple[Teller, ...]) -> Attribution:
    """The attribution with the signer of the entry that it stands in, if one signed it."""
    for signature in signatures:
        inside = signature.content[0].covers(attribution.cue[0])
        if inside and attribution.chain[: len(base)] == base and signature.chain[-1] not in attribution.chain:
            return replace(attribution, chain=(*signature.chain, *attribution.chain[len(base) :]))
    return attribution


def _attribution(page: Page, names: Names, base: tuple[Teller, ...], signature: _Signature) -> Attribution:
    known = next((k for k in names.inside(signature.source) if k.collective), None)
    if known is None:
        name = " ".join(signature.source.of(page.report.text).split())
        teller = Teller(name=name, role=signature.role, span=signature.source)
    else:
        teller = Teller(name=known.name, role=known.role, span=signature.source, actor_id=known.id, side=known.side)
    held = any(link.actor_id == teller.actor_id and link.name == teller.name for link in base)
    return Attribution(
        source=(signature.source,),
        cue=(signature.cue,),
        content=(signature.content,),
        stance=Stance.STATES,
        chain=base if held else (*base, teller),
        rule=signature.rule,
    )


def _entries(page: Page, words: Signing, stamps: StampTable) -> Iterator[_Signature]:
    if len(page.passages.entries) < 2:
        return
    for entry in page.passages.entries:
        found = _opened(page.report.text, entry, words, stamps) or _closed(page.report.text, entry, words)
        if found is not None and found.content.start < found.content.end:
            yield found


def _turns(page: Page, names: Names) -> Iterator[_Signature]:
    """The turns of an interview; a speaker whom the report describes elsewhere keeps the role it gives him."""
    for turn in turns(page):
        name = turn.name.of(page.report.text)
        roles = (k.role for k in names.all if k.person and k.name == name and k.role is not Role.UNKNOWN)
        yield _Signature(
            source=turn.name,
            cue=turn.colon,
            content=turn.words,
            role=next(roles, Role.UNKNOWN),
            rule="code:interview",
        )


def _opened(text: str, entry: Entry, words: Signing, stamps: StampTable) -> _Signature | None:
    """The signature right after the time of an entry."""
    at = entry.span.start + (text[entry.span.start] in "[(")
    clock, stamp = stamps.clock.match(text, at), stamps.at(text, at, whole_year=False)
    after = clock.end() if clock else stamp.end if stamp else None
    gap = _GAP.match(text, after) if after is not None else None
    match = words.opening.match(text, gap.end(), entry.span.end) if gap else None
    if match is None:
        return None
    which = "" if match["name"] else "2"
    source = Span(match.start(f"name{which}"), max(match.end(f"name{which}"), match.end(f"more{which}")))
    content = _trimmed(text, match.end(), entry.span.end)
    return _entry(source, Span(*match.span(f"cue{which}")), content)


def _closed(text: str, entry: Entry, words: Signing) -> _Signature | None:
    """The signature that ends an entry."""
    match = words.closing.search(text.rstrip(), max(entry.span.start, entry.span.end - _LONGEST), entry.span.end)
    if match is None:
        return None
    source = Span(match.start("name"), max(match.end("name"), match.end("more")))
    return _entry(source, Span(*match.span("cue")), _trimmed(text, entry.span.start, match.start()))


def _entry(source: Span, cue: Span, content: Span) -> _Signature:
    return _Signature(source=source, cue=cue, content=content, role=Role.OUTLET, rule="en/signing/by")


def _posts(page: Page, words: Signing, stamps: StampTable) -> Iterator[_Signature]:
    text = page.report.text
    for match in words.handle.finditer(text):
        stamp = stamps.at(text, match.end())
        if stamp is None:
            continue
        signer = _signer(text, match.start(), words, handle=bool(match["at"]))
        if signer is None:
            continue
        content = _post(page, signer.start, stamp.end, words)
        if content is not None:
            yield _Signature(
                source=signer,
                cue=Span(match.start(), stamp.end),
                content=content,
                role=Role.SOCIAL_MEDIA,
                rule="en/signing/link",
            )


def _signer(text: str, end: int, words: Signing, *, handle: bool) -> Span | None:
    """The name before the account: what follows the dash or the address that ends the post."""
    start = max(0, end - _LONGEST)
    marks = [*words.link.finditer(text, start, end)] or ([*_DASH.finditer(text, start, end)] if handle else [])
    if not marks:
        return None
    dashes = [*_DASH.finditer(text, marks[-1].end(), end)]
    return _trimmed(text, (dashes or marks)[-1].end(), end)


def _post(page: Page, end: int, signed_off: int, words: Signing) -> Span | None:
    """The words of the post whose signature begins at an offset: its paragraph, if that ends with the signature and is
    no longer than a post, else the last sentence, without the addresses behind it."""
    text = page.report.text
    sentence = page.sentence_at(end)
    if sentence is None:
        return None
    block = [s for s in page.sentences if s.passage.paragraph == sentence.passage.paragraph]
    mine = [s for s in block if s.span.start < end]
    whole = Span(mine[0].span.start, end)
    links = [*words.link.finditer(text, whole.start, end)]
    stop = min((m.start() for m in links if m.end() > end - _LONGEST * 2), default=end)
    if whole.end - whole.start <= _POST and block[-1].span.end <= signed_off + 1:
        return _trimmed(text, whole.start, stop)
    last = next((s for s in reversed(mine) if s.span.start < stop), None)
    return None if last is None else _trimmed(text, last.span.start, stop)


def _trimmed(text: str, start: int, end: int) -> Span:
    """The stretch without spaces and dashes around it."""
    while start < end and text[start] in " \n\t–—-":
        start += 1
    while end > start and text[end - 1] in " \n\t–—-(":
        end -= 1
    return Span(start, end)
