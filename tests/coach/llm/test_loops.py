"""The same piece again and again is a loop; what people and servers write is not."""

import pytest

from interview_cli.coach.llm.loops import is_looping
from tests.conftest import CV, JOB, STORY

SENTENCE = "What did you do to find the fault in the panel of the school? "


@pytest.mark.parametrize(
    "text",
    [
        "x" * 240,
        "What did you do?" + " " * 300,
        '{"answers": [' + "\n" * 300,
        "word " * 60,
        "So. " + SENTENCE * 4,
        SENTENCE * 5 + SENTENCE[:20],
        (STORY + "\n") * 4,
    ],
    ids=lambda text: repr(text[:20]),
)
def test_a_loop(text: str) -> None:
    assert is_looping(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "x",
        "x" * 239,
        SENTENCE,
        SENTENCE * 3,
        SENTENCE * 8 + "And then?",
        CV + JOB + STORY,
        "Name\n" + "-" * 80,
        "".join(f'{{"number": {number}, "rating": 3}}, ' for number in range(90)),
    ],
    ids=lambda text: repr(text[:20]),
)
def test_no_loop(text: str) -> None:
    assert not is_looping(text)
