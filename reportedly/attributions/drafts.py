"""What the patterns hand on: an attribution whose tellers are still words of a sentence."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.lexicon.saying import Saying
from reportedly.model.text import Span
from reportedly.model.words import Stance


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One saying found in one sentence. Numbers are of tokens in that sentence.

    ``speaker`` is the head of the source's noun phrase; ``outer`` are those who pass the words on ("told Reuters",
    "quoted by Reuters"), outermost first; ``inner`` are deeper sources ("citing a policeman"). ``quotes`` is true
    where the content is, at least in part, between quotation marks, ``hedged`` where the cue itself weakens it.
    """

    sentence: int
    head: int
    cue: tuple[Span, ...]
    source: tuple[Span, ...]
    content: tuple[Span, ...]
    saying: Saying
    stance: Stance
    tells: bool
    speaker: int | None = None
    outer: tuple[int, ...] = ()
    inner: tuple[int, ...] = ()
    quotes: bool = False
    takes_quote: bool = False
    hedged: bool = False

    @property
    def start(self) -> int:
        """Where its cue and source begin."""
        return min(s.start for s in (*self.cue, *self.source))

    @property
    def end(self) -> int:
        """Where its cue and source end."""
        return max(s.end for s in (*self.cue, *self.source))
