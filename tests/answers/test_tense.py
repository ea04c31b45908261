"""Stories that are told in the present tense."""

import pytest

from interview_cli.answers.sentences import parse_sentences
from interview_cli.answers.tense import is_told_in_present, tell_in_past

TILER = (
    "I finish, and she comes and says the joint is not straight.",
    "I measure, she is right, because I follow wall.",
    "I take out two row and I pay the tile.",
)


@pytest.mark.parametrize(
    ("present", "past"),
    [
        ("I measure it, she is right.", "I measured it, she was right."),
        ("Then noise go away.", "Then noise went away."),
        ("She comes and says no.", "She came and said no."),
        ("They don't know.", "They didn't know."),
        ("I carry it and tidy up.", "I carried it and tidied up."),
        ("I had to say so.", "I had to say so."),
        ("I would measure it.", "I would measure it."),
    ],
)
def test_a_sentence_in_the_past(present: str, past: str) -> None:
    assert tell_in_past(present) == past


@pytest.mark.parametrize(
    ("sentences", "is_told"),
    [
        (TILER, True),
        (("I always measure first.", "I usually take a photo.", "I check it every day."), False),
        (("I measured it.", "She was right.", "I took out two rows."), False),
        (("I am careful.", "I have patience."), False),
    ],
)
def test_a_story_in_the_present(sentences: tuple[str, ...], *, is_told: bool) -> None:
    assert is_told_in_present(sentences) == is_told


def test_it_is_read_as_acts_and_quoted_as_it_was_said() -> None:
    parsed = parse_sentences(" ".join(TILER), is_story=True)
    assert [sentence.text for sentence in parsed] == list(TILER)
    assert all(sentence.acts for sentence in parsed)
    assert not any(sentence.acts for sentence in parse_sentences(" ".join(TILER)))


def test_a_plan_is_no_act() -> None:
    (sentence,) = parse_sentences("I'd split the variance and put it in writing.")
    assert not sentence.acts
    assert "split" in sentence.planned_verbs
