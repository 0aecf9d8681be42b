"""A sentence and its happening words in, the states that own them out: "Korvian air strikes" are Korvia's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from reportedly.lexicon.states import State, States
from reportedly.model.mention import HappeningMention
from reportedly.model.reading import Who
from reportedly.model.text import Sentence
from reportedly.model.words import Happening

_OWNER = frozenset({"poss", "compound", "amod", "nmod"})
_HIDDEN = frozenset({Happening.BOMBING, Happening.SUICIDE_BOMBING})
"""Kinds of things that their doers hide: a state before them is theirs only as an adjective at their side."""
_STATE = "state"
_ARMS = {Happening.AIR_STRIKE: "air-force"}
"""The arm of a state that does a kind of thing; its forces do the rest."""


@dataclass(frozen=True)
class Arms:
    """Finds demonyms and names of states that stand before a word for violence."""

    states: States

    @cached_property
    def _forms(self) -> dict[str, State]:
        return {form.lower(): state for form, state, sort in self.states.names if sort in {"adjective", "name"}}

    def owners(
        self, sentence: Sentence, mentions: Sequence[HappeningMention], actors: Sequence[Who]
    ) -> tuple[Who, ...]:
        """One actor for each demonym that no named actor of the sentence covers, in text order."""
        found = {who.span.start: who for m in mentions for who in self._of(sentence, m)}
        return tuple(
            found[start] for start in sorted(found) if not any(a.span.touches(found[start].span) for a in actors)
        )

    def is_scene(self, sentence: Sentence, mentions: Sequence[HappeningMention], who: Who) -> bool:
        """Whether a state named before a word for violence says where it took place and not who did it."""
        head = sentence.head_of(who.span)
        return who.kind == _STATE and any(
            head in sentence.children[m.token] and sentence.tokens[head].dep in _OWNER
            for m in mentions
            if head is not None and self._says_where(sentence, head, m)
        )

    def _of(self, sentence: Sentence, mention: HappeningMention) -> Iterator[Who]:
        owners = [c for c in sentence.children[mention.token] if sentence.tokens[c].dep in _OWNER]
        owners += [c for o in owners for c in sentence.children[o] if sentence.tokens[c].dep in {"conj", "compound"}]
        for number in owners:
            token = sentence.tokens[number]
            state = self._forms.get(token.text.lower())
            if state is not None and not self._says_where(sentence, number, mention):
                actor = self.states.arm(state, _ARMS.get(mention.kind, "forces"))
                yield Who(
                    span=token.span,
                    text=token.text,
                    sentence=sentence.number,
                    rule=state.rule,
                    actor_id=actor.id,
                    name=actor.name,
                    kind=actor.kind.value,
                    role=actor.role,
                    side=actor.side,
                    head=number,
                )

    def _says_where(self, sentence: Sentence, number: int, mention: HappeningMention) -> bool:
        """Whether a state before a bomb says where it went off ("the Korvia car bomb", "a Korvian depot blast"); before
        another deed its name does in a headline, where people came to harm in what is aimed at nobody ("three killed in
        Korvia rocket attack")."""
        name = sentence.tokens[number].text.lower() in self._names
        after = sentence.tokens[number + 1 : number + 2]
        beside = number == mention.token - 1 or any(token.dep == "cc" for token in after)
        if mention.kind in _HIDDEN:
            return name or not beside
        deed = sentence.tokens[mention.token]
        inside = deed.dep == "pobj" and sentence.tokens[deed.head].dep == "prep"
        short = sentence.tokens[number].text.isupper()  # "US", "U.S.": an adjective as often as a name
        around = {sentence.tokens[c].dep for c in sentence.children[mention.token]}
        return name and inside and not short and around.isdisjoint({"prep", "det"})

    @cached_property
    def _names(self) -> frozenset[str]:
        return frozenset(form.lower() for form, _, sort in self.states.names if sort == "name")
