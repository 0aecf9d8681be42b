"""The finding on independence: every bond shows its words, every pair of origins its reason, every doubt its remedy."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.incidents.independence import Evidence, independence
from reportedly.incidents.retold import longest, shared_run
from reportedly.lexicon.estimating import counted
from reportedly.lexicon.mouths import Mouths
from reportedly.model.claim import Claim, Teller
from reportedly.model.incident import Copy
from reportedly.model.independence import Finding, Tie
from reportedly.model.text import Report, Span
from reportedly.model.words import Role
from tests.incidents.made import claim, report

SAID = "The Veldania Monitoring Centre said nine people were killed when shells hit the market of Dolvi on Monday."
PLAIN = "Nine people were killed when shells hit the market of Dolvi on Monday, it emerged, and the road is shut."
ACTIVISTS = "Activists in Dolvi said the market had been shelled for an hour."

CENTRE = Teller(name="Veldania Monitoring Centre", role=Role.MONITOR, actor_id="vmc", side="vmc", span=Span(0, 30))


def _found(claims: Sequence[Claim], texts: dict[str, str], copies: Sequence[Copy] = ()) -> Finding:
    reports: dict[str, Report] = {name: report(name, text) for name, text in texts.items()}
    evidence = Evidence(claims={one.id: one for one in claims}, reports=reports, copies=tuple(copies))
    return independence(("asked",), evidence, counted(), Mouths())


def _unnamed(name: str, role: Role, span: Span) -> Teller:
    return Teller(name=name, role=role, anonymous=True, span=span)


def test_a_bond_shows_the_words_that_name_the_source_in_both_reports() -> None:
    texts = {"a": SAID, "b": SAID}
    found = _found([claim(f"{name}#1", tellers=(CENTRE,), span=Span(0, len(SAID))) for name in texts], texts)
    bond = found.counted[0].bonds[0]
    assert (bond.left, bond.right, bond.tie) == ("a#1", "b#1", Tie.ONE_VOICE)
    assert [(words.report, words.text) for words in bond.words] == [(name, SAID[:30]) for name in texts]


def test_a_retold_sentence_shows_the_run_of_words_in_both_reports() -> None:
    texts = {"a": SAID, "b": PLAIN}
    claims = [
        claim("a#1", tellers=(CENTRE,), span=Span(0, len(SAID))),
        claim("b#1", tellers=(), span=Span(0, len(PLAIN))),
    ]
    bond = _found(claims, texts).counted[0].bonds[0]
    assert bond.tie is Tie.ONE_SENTENCE
    run = "nine people were killed when shells hit the market of Dolvi on Monday"
    assert [words.text.casefold() for words in bond.words] == [run.casefold()] * 2


def test_all_words_of_a_finding_stand_where_they_are_said_to_stand() -> None:
    texts = {"a": f"{SAID} {ACTIVISTS}", "b": PLAIN}
    second = Span(len(SAID) + 1, len(SAID) + 1 + len(ACTIVISTS))
    activists = _unnamed("Activists in Dolvi", Role.ACTIVIST, Span(second.start, second.start + 18))
    claims = [
        claim("a#1", tellers=(CENTRE,), span=Span(0, len(SAID))),
        claim("a#2", tellers=(activists,), span=second),
        claim("b#1", tellers=(), span=Span(0, len(PLAIN))),
    ]
    found = _found(claims, texts)
    words = [w for ground in (*found.counted, *found.uncounted) for bond in ground.bonds for w in bond.words]
    words += [w for doubt in found.doubts for w in doubt.words]
    assert words
    assert all(w.span.of(texts[w.report]) == w.text for w in words)


def test_activists_beside_a_named_centre_are_an_open_doubt_and_not_merged() -> None:
    text = f"{SAID} {ACTIVISTS}"
    activists = _unnamed("Activists in Dolvi", Role.ACTIVIST, Span(len(SAID) + 1, len(SAID) + 19))
    claims = [
        claim("a#1", tellers=(CENTRE,), span=Span(0, len(SAID))),
        claim("a#2", tellers=(activists,), span=Span(len(SAID) + 1, len(text))),
    ]
    found = _found(claims, {"a": text})
    assert (found.independent_sources, found.narrowest) == (2, 1)
    assert "may be of Veldania Monitoring Centre" in found.doubts[0].text
    assert found.doubts[0].settled_by
    assert found.apart[0].would_change


def test_activists_in_one_report_and_medics_in_another_stay_apart_without_a_doubt() -> None:
    texts = {"a": ACTIVISTS, "b": PLAIN}
    claims = [
        claim("a#1", tellers=(_unnamed("Activists", Role.ACTIVIST, Span(0, 9)),)),
        claim("b#1", tellers=(_unnamed("medics", Role.MEDIC, Span(0, 4)),), paper="Sava Post"),
    ]
    found = _found(claims, texts)
    assert (found.independent_sources, found.narrowest, found.doubts) == (2, 2, ())
    assert "unknown stays unknown and counts separately" in found.apart[0].text


def test_unnamed_voices_of_one_trade_in_two_reports_count_twice_with_a_doubt() -> None:
    medic = _unnamed("a hospital source", Role.MEDIC, Span(0, 4))
    claims = [claim("a#1", tellers=(medic,)), claim("b#1", tellers=(medic,), paper="Sava Post")]
    found = _found(claims, {"a": PLAIN, "b": ACTIVISTS})
    assert (found.independent_sources, found.narrowest) == (2, 1)


def test_the_longest_run_is_found_with_its_offsets() -> None:
    left, right = report("a", "One two three four. Five six!"), report("b", "Zero two, three four five.")
    run = shared_run(left, Span(0, len(left.text)), right, Span(0, len(right.text)))
    assert run is not None
    assert (run.words, run.left.of(left.text), run.right.of(right.text)) == (
        4,
        "two three four. Five",
        "two, three four five",
    )
    assert longest([1, 2, 3], [4, 5]) == (0, 0, 0)
