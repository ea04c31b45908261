"""What the review says for each code, and the weights by which it is chosen."""

import pytest

from benchmarks.marked_answers import ADVICE, PRAISE, load_marked
from benchmarks.remark_fit import FILE, format_weights, measure_rows
from benchmarks.remarks import judge_step
from interview_cli.coach.offline.ratings import rate_answer
from interview_cli.coach.offline.remark_choice import NOTHING, Remarks
from interview_cli.coach.offline.remark_texts import (
    word_advice,
    word_lack,
    word_praise,
    word_weakness,
)
from interview_cli.coach.offline.review_steps import choose_step
from tests.cases import each
from tests.coach.offline.test_ratings import rated


@each("code", ADVICE)
def test_every_advice_has_words(code: str) -> None:
    for count in range(5):
        text = word_advice(code, "situation", count)
        assert text[0].isupper()
        assert text.endswith(".")
    if code != NOTHING:
        assert word_lack(code, "behaviour")[0].islower()
        assert not word_weakness(code).endswith(".")


@each("code", PRAISE)
def test_every_praise_has_words_that_follow_you(code: str) -> None:
    assert word_praise(code, "behaviour")[0].islower()


@each(
    ("code", "answer"),
    [
        ("figure", "I fitted 40 panels."),
        ("name", "I worked for Brook Lamps."),
        ("when", "In May 2020 I moved it."),
        ("ask", "Who would train me?"),
    ],
)
def test_nothing_is_asked_for_that_is_there(code: str, answer: str) -> None:
    assert code not in [advice.code for advice in Remarks(rated(answer, "motivation")).advice]


def test_advice_is_seldom_false() -> None:
    judged = []
    for marked in load_marked()[::12]:
        step = choose_step(Remarks(rate_answer(*marked.create_exchange())), {})
        judged += [judge for sort, judge in [judge_step(step, marked)] if sort != "neutral"]
    assert judged.count("false") <= 0.15 * len(judged)


@pytest.mark.slow
def test_the_weights_are_those_of_the_fit() -> None:
    rows = measure_rows(answer for answer in load_marked() if not answer.is_held_out)
    assert FILE.read_text("utf-8") == format_weights(rows)
