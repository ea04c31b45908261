"""The applicant of the demo answers the questions that were asked."""

import subprocess
import sys
import tomllib

import pytest

from examples.answer_questions import UNKNOWN, choose_answer
from tests.conftest import EXAMPLES, Line

FILE = EXAMPLES / "maya.toml"
ANSWERS = tomllib.loads(FILE.read_text("utf-8"))["answer"]


@pytest.mark.parametrize("answer", ANSWERS, ids=lambda answer: answer["asked"][0])
def test_finds_the_answer_that_was_prepared(answer):
    assert all(choose_answer(asked, ANSWERS) == answer["text"] for asked in answer["asked"])


@pytest.mark.parametrize(
    ("question", "word"),
    [
        ("How would you find out why a part of your software is slow?", "profiled"),
        ("Have you had anything to do with Terraform?", "Terraform"),
        ("What would you like to ask us?", "dispatchers"),
    ],
)
def test_finds_an_answer_for_other_words(question: str, word: str):
    assert word in choose_answer(question, ANSWERS)


def test_does_not_know_what_was_not_prepared():
    assert choose_answer("What makes a function easy to read?", ANSWERS) == UNKNOWN


def test_answers_a_whole_interview(line: Line):
    session = line("new", "--title", "Engineer", "--company", "Velora", "--questions", "3").stdout
    session = session.strip()
    line("upload", session, "--cv", EXAMPLES / "cv.md", "--job", EXAMPLES / "job.md")
    environment = {
        "INTERVIEW_HOME": str(line.home),
        "INTERVIEW_COACH": "offline",
        "PYTHONPATH": str(EXAMPLES.parent),  # this tree, not an installed package
    }
    script = EXAMPLES / "answer_questions.py"
    subprocess.run([sys.executable, script, session, FILE], env=environment, check=True)
    assert line("status", session, "--json").json["answered_count"] == 3
