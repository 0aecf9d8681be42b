"""A frame and the places of its sentence in, where it happened out, with the reason.

A place belongs to a frame by grammar first (it hangs on the frame's clause), then by nearness.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from enum import Enum, auto

from reportedly.claims.drafts import near
from reportedly.claims.frames.counted_off import measured_against
from reportedly.claims.frames.frames import Frame
from reportedly.claims.frames.hanging import gap as _gap
from reportedly.claims.frames.hanging import of_earlier
from reportedly.claims.frames.hanging import on_clause as _on_clause
from reportedly.claims.where.elsewhere import names_elsewhere
from reportedly.lexicon.modality import Modality
from reportedly.model.claim import Note
from reportedly.model.reading import Where
from reportedly.model.text import Sentence, Span
from reportedly.model.words import WherePrecision


def settle_where(
    frame: Frame, places: Sequence[Where], cues: Sequence[Span], modality: Modality
) -> tuple[Where | None, tuple[Note, ...]]:
    """The place of a frame: of those that can be where it happened the most precise, then the one that hangs on its
    clause, then the nearest. What the frame's own words leave out is looked for in the rest of the sentence."""
    usable = [
        p
        for p in places
        if _somewhere(frame, p, modality)
        and _party(frame, p, modality) is not _Party.FOE
        and not any(c.touches(p.span) for c in cues)
        and not _elsewhere(frame, p.span)
        and not of_earlier(frame, p.span)
        and not _measured_against(frame, p.span, modality)
        and not names_elsewhere(frame, p.span, cues, modality, land=p.precision is WherePrecision.COUNTRY)
    ]
    own = [p for p in usable if frame.span.touches(p.span) or _antecedent(frame, p.span)]
    if not (own or usable):
        return None, ()
    holding = {p.inside for p in usable if p.inside is not None}
    holding |= {city.span for quarter in usable for city in usable if _quarter_of(quarter, city)}
    lying = {p.span: known.span for p in usable if (known := _lies_by(frame.sentence, p, usable)) is not None}
    holding |= set(lying.values())
    ranked = sorted(
        own or usable,
        key=lambda p: (
            _party(frame, p, modality) is _Party.NEIGHBOUR,
            p.span in holding,
            _told_of_another(frame, p.span) or _says_where_another_lies(frame.sentence, p.span, usable, modality),
            not _changes_hands(frame, p.span),
            0 if p.span in lying else _coarse(p),
            not _on_clause(frame, p.span),
            _gap(frame, p.span),
            p.span,
        ),
    )
    best = located(ranked[0], [p for p in ranked[1:] if not _party(frame, p, modality)])
    notes = [Note(field="where", rule=best.rule, text=best.basis or best.name, span=best.span)]
    notes += [
        Note(field="where", rule=p.rule, text=f"{p.text!r}: {_why_not(p, best)}", span=p.span, kept=False)
        for p in ranked[1:]
    ]
    return best, tuple(notes)


def _measured_against(frame: Frame, span: Span, modality: Modality) -> bool:
    """Whether a name stands in what the frame's happening is only measured against ("the worst since a bomb killed nine
    IN DOLVI")."""
    since = measured_against(frame.sentence, span, modality)
    return since is not None and all(head < since for head in frame.heads)


def _quarter_of(quarter: Where, city: Where) -> bool:
    """Whether a name is said to be that of a quarter or district ("the Old Mill neighbourhood in Karsk"), and the city
    named with it is the one that it lies in."""
    if quarter.rule not in _QUARTERS or (quarter.precision or WherePrecision.EXACT) > WherePrecision.NEAR:
        return False
    if city.rule in _QUARTERS and city.span <= quarter.span:
        return False
    return city.place_id is not None and city.name != quarter.name and near(quarter, city)


def _somewhere(frame: Frame, place: Where, modality: Modality) -> bool:
    """Whether a name can say where: it is no doer ("Korvia sent …", "groups backed by Korvia and Orvan"), no mere
    adjective ("Korvia-made rockets"), no country that only owns something or bears what is no happening of the frame
    ("Korvia's war", "Korvia was accused", "they accused Korvia"), and not where the report was filed ("KARSK (VELTA)
    -")."""
    if not place.locative or place.rule == _FILED or _continent(place):
        return False
    sentence, head = frame.sentence, frame.sentence.head_of(place.span)
    if head is None:
        return True
    token = sentence.tokens[head]
    if token.dep == "nsubj" and place.rule not in _SAID_TO_BE_THERE and not _undergoes(sentence, place, modality):
        return False
    if place.place_id is None and place.rule == _PARSED and token.dep not in _PLACED:
        return False
    if _does(sentence, head):
        return False
    hit = token.dep not in _BEARING or token.head in frame.heads
    if place.precision is WherePrecision.COUNTRY and (token.dep in _OWNING or not hit):
        return False
    if place.precision is WherePrecision.VAGUE and token.dep in _OWNING and token.head not in frame.heads:
        return False  # "under the Caribbean sun"
    return not _hyphened(sentence, head, participle=token.dep != "compound")


def _undergoes(sentence: Sentence, place: Where, modality: Modality) -> bool:
    """Whether a town or a province is the subject of what happens in it ("Kolm SUFFERED 20 raids", "Dolvi came UNDER
    fire"). A country may be a party that suffers it abroad."""
    head = sentence.head_of(place.span)
    if head is None or place.precision in _LANDS:
        return False
    verb = sentence.tokens[head].head
    below = (sentence.tokens[c] for c in sentence.children[verb])
    under = any(t.dep == "prep" and t.text.lower() in modality.beneath for t in below)
    return under or sentence.tokens[verb].lemma.lower() in modality.undergoing


def _continent(place: Where) -> bool:
    """Whether a place is as wide as a continent, which is nowhere in particular."""
    return place.precision is WherePrecision.VAGUE and (place.radius_km or 0) >= _CONTINENT


_CONTINENT = 2000
"""Kilometres from the middle of what is no scene of a deed."""


def _does(sentence: Sentence, head: int) -> bool:
    """Whether a name, or the one that it is joined to, stands behind the "by" of a passive."""
    tokens = sentence.tokens
    while tokens[head].dep == "conj":
        head = tokens[head].head
    return tokens[head].dep == "pobj" and tokens[tokens[head].head].dep == "agent"


class _Party(Enum):
    """What a country is to a happening that is no ground of it."""

    FOE = auto()
    NEIGHBOUR = auto()


def _party(frame: Frame, place: Where, modality: Modality) -> _Party | None:
    """A country behind "with" or "between" is met or fought there ("a clash with Korvia"), or bordered on, and then the
    ground is at best near it ("the border with Korvia")."""
    sentence, head = frame.sentence, frame.sentence.head_of(place.span)
    if head is None or place.precision not in _LANDS:
        return None
    token = sentence.tokens[head]
    if token.dep != "pobj" or sentence.tokens[token.head].text.lower() not in modality.counterpart:
        return None
    above = sentence.tokens[sentence.tokens[token.head].head].lemma.lower()
    return _Party.NEIGHBOUR if above in modality.bordering else _Party.FOE


_LANDS = frozenset({WherePrecision.COUNTRY, WherePrecision.VAGUE})
"""Precisions of countries and of parts of them."""
_FILED = "code:dateline"
_PARSED = "code:entity"
"""The rule of names that the parser alone takes for places; one that no gazetteer knows wants a preposition too."""
_PLACED = frozenset({"pobj", "compound", "nmod", "amod", "poss", "npadvmod", "pcomp", "ROOT"})
_OWNING = frozenset({"poss", "compound", "nmod", "amod"})
_BEARING = frozenset({"nsubjpass", "dobj"})


def _hyphened(sentence: Sentence, number: int, *, participle: bool) -> bool:
    """Whether a hyphen ties the name to the next word ("Korvia-made"). ``participle`` asks that this be one, which a
    road's second town is not ("the Kolm-Dolvi road")."""
    tied = sentence.tokens[number + 1 : number + 3]
    if not tied or tied[0].pos != "PUNCT" or tied[0].start != sentence.tokens[number].end:
        return False
    return not participle or (len(tied) > 1 and tied[0].end == tied[1].start and tied[1].tag in ("VBN", "VBD"))


def _antecedent(frame: Frame, span: Span) -> bool:
    """Whether the words are what a relative clause of the frame tells about ("Brenik, which fell last year")."""
    sentence, head = frame.sentence, frame.sentence.head_of(span)
    if head is None:
        return False
    told = {sentence.tokens[t.clause].head for t in frame.triggers if sentence.tokens[t.clause].dep in {"relcl", "acl"}}
    return bool(told & {head, *sentence.ancestors(head)[:2]})


def _told_of_another(frame: Frame, span: Span) -> bool:
    """Whether a relative clause that tells of another noun and of no happening of the frame holds the words ("Kolm,
    through which the road to Dolvi runs")."""
    sentence, head = frame.sentence, frame.sentence.head_of(span)
    if head is None:
        return False
    above = sentence.ancestors(head)
    return any(sentence.tokens[n].dep == "relcl" and not _holds_event(frame, n) for n in above)


def _says_where_another_lies(sentence: Sentence, span: Span, others: Sequence[Where], modality: Modality) -> bool:
    """Whether the words stand behind a participle that says where the place right before it lies ("in Dolvi province,
    LOCATED to the north of Karsk"), and not in what it lies ("in Dolvi, located IN the Old Mill quarter")."""
    head = sentence.head_of(span)
    if head is None or sentence.tokens[sentence.tokens[head].head].text.lower() in modality.posted:
        return False
    lies = next((n for n in sentence.ancestors(head) if sentence.tokens[n].lemma.lower() in modality.describing), None)
    if lies is None or lies > head or sentence.tokens[lies].tag != "VBN" or sentence.tokens[lies - 1].text != ",":
        return False
    before = sentence.tokens[max(0, lies - _CLASS_GAP) : lies]
    return any(p.span.touches(t.span) for p in others for t in before if p.span < span)


_CLASS_GAP = 3
"""Tokens before such a participle: a comma, a class noun, and the name."""


def _elsewhere(frame: Frame, span: Span) -> bool:
    """Whether the frame stands in a relative clause, and the words are neither in it nor beside what it tells about:
    "held a march in Karsk for their brothers, who fight the rebels" tells of no fight in Karsk."""
    sentence, head = frame.sentence, frame.sentence.head_of(span)
    clauses = {t.clause for t in frame.triggers}
    if head is None or not clauses or any(sentence.tokens[c].dep != "relcl" for c in clauses):
        return False
    return not any(head in sentence.subtree(_described(sentence, c)) for c in clauses)


def _described(sentence: Sentence, clause: int) -> int:
    """The noun that a relative clause tells about, in "Kolm, a town that was shelled" the name."""
    noun = sentence.tokens[clause].head
    return sentence.tokens[noun].head if sentence.tokens[noun].dep == "appos" else noun


def _holds_event(frame: Frame, clause: int) -> bool:
    below = set(frame.sentence.subtree(clause))
    return bool(below & set(frame.heads)) or any(c.head in below for c in frame.counts)


def _changes_hands(frame: Frame, span: Span) -> bool:
    """Whether the words are the ground itself that is won or lost: what is captured, however wide, is where."""
    sentence, head = frame.sentence, frame.sentence.head_of(span)
    if head is None or frame.family != "control":
        return False
    return sentence.tokens[head].dep in {"dobj", "nsubjpass"} and sentence.tokens[head].head in frame.heads


def located(best: Where, others: Sequence[Where]) -> Where:
    """A name that no gazetteer knows, put where the sentence says it lies: in its province, or at a distance from a
    known town; so is one put in the middle of its country. The precision stays that of what is known."""
    if best.latitude is not None and (best.place_id is not None or best.precision not in _LANDS):
        return best
    placed = sorted(
        (p for p in others if p.latitude is not None and _holds(p, best)), key=lambda p: p.span != best.inside
    )
    around = _beside(best, others) or next(iter(placed), None)
    if around is None:
        return best
    return replace(
        around,
        span=best.span,
        text=best.text,
        name=best.name,
        place_id=None,
        rule=best.rule,
        basis=f"{best.name} stands in no gazetteer; put at {around.text!r}, which the sentence names with it",
    )


def _beside(unknown: Where, others: Sequence[Where]) -> Where | None:
    """The known town to which an unknown name is said to lie near: "the village of Zhemun near Dolvi"."""
    near = (p for p in others if p.rule == _BY and p.latitude is not None and p.place_id is not None)
    return next((p for p in near if 0 < p.span.start - unknown.span.end <= _NEAR_GAP), None)


def _lies_by(sentence: Sentence, place: Where, others: Sequence[Where]) -> Where | None:
    """The known town beside which a name that no gazetteer knows is said to lie, where the name itself stands behind a
    preposition: "at Zhemun, near Dolvi"."""
    head = sentence.head_of(place.span)
    if place.place_id is not None or place.latitude is not None or head is None:
        return None
    return _beside(place, others) if sentence.tokens[head].dep == "pobj" else None


_BY = "en/placing/by"
_DISTRICT_GAP = 40
"""Characters between a name and its district: "the Gossan jungle area of Harsema District"."""
_NEAR_GAP = 10
"""Characters that "near" and words like it may have."""


def _holds(place: Where, unknown: Where) -> bool:
    """Whether a place says where an unknown name lies: it holds it, is wide, is a district named right after it, or is
    a distance from a known town."""
    after = 0 <= place.span.start - unknown.span.end <= _DISTRICT_GAP
    beside = after and place.precision is WherePrecision.DISTRICT
    return place.span == unknown.inside or _coarse(place) >= 2 or place.place_id is None or beside


def _why_not(place: Where, best: Where) -> str:
    if place.latitude is None:
        return "no gazetteer knows it"
    return "less precise" if _coarse(place) > _coarse(best) else "stands further from the event"


def _coarse(place: Where) -> int:
    """0 for a settlement or landmark, also one that nobody knows but the text says what or where it is, or that stands
    for its district; 1 for another name that nobody knows, for a district and for the land around a city; 2 for a
    province, 3 for what is wider."""
    if place.precision is WherePrecision.DISTRICT and place.rule in _QUARTERS and place.radius_km is not None:
        return 0
    if place.precision is None:
        return 0 if place.inside is not None or place.rule in _CALLED else 1
    return {
        WherePrecision.EXACT: 0,
        WherePrecision.NEAR: 1 if place.rule in _LAND else 0,
        WherePrecision.DISTRICT: 1,
        WherePrecision.PROVINCE: 2,
    }.get(place.precision, 3)


_LAND = frozenset({"en/placing/area"})
"""The rule of land named by its city ("the Kolm countryside")."""

_QUARTERS = frozenset({"en/placing/quarter", "en/placing/district"})
"""The rules of names that the text calls a quarter or a district."""

_CALLED = frozenset({"en/placing/settlement", "en/placing/village", "en/placing/quarter", "en/placing/by", "code:echo"})
"""The rules of names that the text calls a village or a quarter, or that things lie near to."""


_SAID_TO_BE_THERE = _CALLED | {"en/placing/at", "en/placing/of-a-place", "en/placing/struck", "en/placing/province"}
"""The rules of names that no parser's slip can make doers: words before them say that they are places."""
