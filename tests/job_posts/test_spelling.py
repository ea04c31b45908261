"""Words of closed lists are read in spite of one slip of the finger, and others stay."""

import pytest

from benchmarks.job_posts import play
from interview_cli.coach.offline.coach import OfflineCoach
from interview_cli.job_posts.spelling import find_spelling, mend_spelling
from tests.cases import each


@each(
    ("written", "right"),
    [
        ("senoir", "senior"),
        ("publsh", "publish"),
        ("temprary", "temporary"),
        ("sertificate", "certificate"),
        ("wleder", "welder"),
        ("senior", ""),
        ("manger", ""),  # a word of its own
        ("welders", ""),  # a plural
        ("hights", "heights"),
        ("nigth", ""),  # near nothing that is known
        ("jnr", ""),
    ],
)
def test_a_known_word_is_one_edit_away(written: str, right: str) -> None:
    assert find_spelling(written) == right


@pytest.mark.parametrize(
    "text",
    ["ask Mr Danish, or Marchy", "write to senoir@acme.example", "C:/publsh", "publsh.exe"],
)
def test_names_and_addresses_stay(text: str) -> None:
    assert mend_spelling(text) == text


def test_the_words_of_the_employer_are_kept_as_the_source() -> None:
    post = play(["need a wleder in Stavanger", "senoir"], OfflineCoach())[-1]
    assert post["job_data"]["title"] == "Welder"
    assert post["job_data"]["experienceLevel"] == "senior"


def test_a_slip_beside_an_unknown_word_changes_nothing_else() -> None:
    data = play(["Welder in York", "skills: zorbling, grindng"], OfflineCoach())[-1]["job_data"]
    assert data["skills"] == ["zorbling", "grinding"]
