"""The first page says which paper of the ad is missing, once and only where that is sure."""

from benchmarks.ratings import create_question
from interview_cli.coach.base import Exchange, Review
from interview_cli.coach.offline.review import review_answers
from tests.cases import each
from tests.conftest import STORY
from tests.fakes import facts_of

CV = "Ann Smith\n\nWork\nDriver, Big Creek, Monett, 2021 to now\n- Hauled milk\n\nLicences\n{}\n"
JOB = "Truck Driver\n\nWhat we need\n- {}\n- Experience with refrigerated trailers\n"


def judge(wanted: str, line: str, answer: str = STORY) -> Review:
    question = create_question("behaviour", "Tell me about a case.")
    exchange = Exchange(1, question, answer, False)
    return review_answers(facts_of(exchange, cv_text=CV.format(line), job_text=JOB.format(wanted)))


@each(
    ("wanted", "line", "said"),
    [
        ("HCPC registration", "Will apply for HCPC registration", "yours is still to come: say by"),
        ("TWIC card", "No TWIC card", "you do not hold it yet: say so early"),
        ("forklift licence", "Forklift licence, expired", "yours has run out: say by when"),
        (
            "LBP (Carpentry) or working towards it",
            "LBP - haven't applied yet",
            "you do not hold it yet: say",
        ),
        (
            "First aid certificate (or willing to complete before start)",
            "First aid certificate, expired in May",
            "yours has run out: say by when",
        ),
    ],
)
def test_a_missing_must_stands_first_and_its_line_is_to_give_a_date(
    wanted: str, line: str, said: str
) -> None:
    found = judge(wanted, line)
    first, _, rest = found.summary.partition(". ")
    assert first.startswith("The ad asks for “")
    assert said in first
    assert "The ad asks for" not in rest
    told = [advice for advice in found.cv_improvements if line in advice]
    assert all("write" in advice for advice in told)
    assert len(told) <= 1


@each(
    ("wanted", "line"),
    [
        ("TWIC card", "TWIC card, valid to 2028"),
        ("Level 5 Diploma, or working towards it", "Level 5 Diploma - started May, 4 units done"),
        ("Good knowledge of roads", "No roads"),
    ],
)
def test_what_is_there_or_begun_is_not_called_missing(wanted: str, line: str) -> None:
    assert "The ad asks for" not in judge(wanted, line).summary


def test_a_must_that_an_answer_denies_is_named_for_the_page_and_the_cv() -> None:
    told = "Yes, the CIP. I read that it must be completed and mine is not."
    found = judge("CIP designation (completed)", "CIP program: 7 of 10 courses", told)
    assert found.summary.startswith("The ad asks for “CIP designation”, and you do not hold it yet")
    assert "The ad demands “CIP designation”, which is not there yet (answer 1)" in " ".join(
        found.cv_improvements
    )


def test_of_two_papers_one_may_be_held() -> None:
    told = "My counterbalance is RTITB but reach is only a company certificate."
    found = judge("Valid Reach AND Counterbalance licence", "Counterbalance RTITB", told)
    assert "you do not hold all of it yet" in found.summary
