"""What is learnt from a few marked reports, and what stays with the rules."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from reportedly.attributions.attributor import SayingAttributor
from reportedly.attributions.learnt.attributor import LearntAttributor
from reportedly.attributions.learnt.examples import Lesson
from reportedly.attributions.learnt.training import train
from reportedly.attributions.learnt.weights import Weights, from_bytes, to_bytes
from reportedly.errors import InputError
from reportedly.model.findings import Readings
from tests.attributions.telling import told
from tests.conftest import LayOpen


def test_a_word_that_the_rules_do_not_know_is_learnt(
    learnt: LearntAttributor, stage: SayingAttributor, lay_open: LayOpen
) -> None:
    page = lay_open("The consul cabled that the ferry was gone.")
    assert stage.read(page, Readings())[0] == ()
    found = told(learnt, page)
    assert found.rows() == [("The consul", "cabled", "that the ferry was gone")]
    assert found.attributions[0].rule == "learnt/new-cue"
    assert not found.attributions[0].tells, "only the vocabulary can say that a word tells what happened"


def test_a_known_word_keeps_its_meaning(learnt: LearntAttributor, stage: SayingAttributor, lay_open: LayOpen) -> None:
    page = lay_open("A medic in Kolm said that nine people died.")
    by_rule, by_weights = told(stage, page), told(learnt, page)
    assert by_weights.rows() == by_rule.rows() == [("A medic in Kolm", "said", "that nine people died")]
    one, other = by_rule.attributions[0], by_weights.attributions[0]
    assert (one.chain, one.stance, one.tells) == (other.chain, other.stance, other.tells)
    assert other.rule == f"learnt/{one.rule.rpartition('/')[2]}"


def test_a_word_that_was_never_marked_stays_with_the_rules(
    learnt: LearntAttributor, stage: SayingAttributor, lay_open: LayOpen
) -> None:
    page = lay_open("The Teshil Guard denied that its men had fled.")
    assert told(learnt, page).attributions == told(stage, page).attributions != ()


def test_a_teller_inside_the_words_of_another_stays_with_the_rules(learnt: LearntAttributor, lay_open: LayOpen) -> None:
    page = lay_open("A colonel said that the monitor reported that nine people died.", outlet="Sava Post")
    cues = [cue for _, cue, _ in told(learnt, page).rows()]
    assert cues == ["said", "reported"]
    assert len(told(learnt, page).of("nine people").chain) == 3


def test_a_sentence_in_which_the_weights_see_no_cue_stays_with_the_rules(
    weights: Weights, stage: SayingAttributor, lay_open: LayOpen
) -> None:
    blind = LearntAttributor(stage, replace(weights, scalars=np.array([0.0, 1000.0], dtype=np.float32)))
    page = lay_open("A medic in Kolm said that nine people died.")
    assert blind.drafts(page) == stage.drafts(page) != ()


def test_training_twice_gives_the_same_bytes(
    lessons: tuple[Lesson, ...], stage: SayingAttributor, weights: Weights
) -> None:
    again = train(lessons, stage.sayings, statement="invented")
    assert to_bytes(again) == to_bytes(weights)


def test_weights_come_back_from_their_file(
    weights: Weights, stage: SayingAttributor, learnt: LearntAttributor, lessons: tuple[Lesson, ...]
) -> None:
    back = from_bytes(to_bytes(weights), "model.npz")
    assert (back.digest, back.statement) == (weights.digest, "invented")
    again = LearntAttributor(stage, back)
    assert all(again.drafts(le.page) == learnt.drafts(le.page) for le in lessons[:14])


def test_without_a_mark_there_is_nothing_to_learn(stage: SayingAttributor, lay_open: LayOpen) -> None:
    page = lay_open("Rain fell on Karsk.")
    with pytest.raises(InputError, match="no marked attribution"):
        train([Lesson(page=page, drafts=(), marked=())], stage.sayings)


def test_a_page_without_words_has_no_proposal(learnt: LearntAttributor, lay_open: LayOpen) -> None:
    assert learnt.drafts(lay_open("")) == ()
