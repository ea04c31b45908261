"""The line of a CV or of an answer that has a telling word of what nothing states."""

from interview_cli.requirements.given_answers import GivenAnswer
from interview_cli.requirements.nearest_told import find_nearest
from interview_cli.requirements.requirement import Requirement
from tests.cases import each


def find(asked: str, cv: str, *answers: GivenAnswer) -> str | None:
    wanted = Requirement(asked, asked[:1].lower() + asked[1:], is_must=True)
    near = find_nearest(wanted, f"Nurse\n\n{asked}\n", f"Ann Smith\n\nWork\n{cv}\n", answers)
    return near.text if near else None


@each(
    ("asked", "line"),
    [
        ("Inducing and monitoring anaesthesia", "Anaesthetic monitoring for dentals"),
        ("Daily bank reconciliations", "Reconcile supplier statements"),
        ("Keep the CRM (Bullhorn) up to date", "Bullhorn, JobAdder, Excel"),
        ("Help with toileting and feeding", "Nappies and toileting"),
    ],
)
def test_a_rare_word_or_a_name_leads_to_its_line(asked: str, line: str) -> None:
    assert find(asked, line) == line


@each(
    ("asked", "line"),
    [
        ("Work with outside agencies", "Referees: agency consultant"),
        ("Be courteous with dispatch", "Called dispatch at noon"),
        ("Present findings in simple language", "Language: Marathi"),
        ("Help with toileting and feeding", "Served tea and scones"),
    ],
)
def test_a_single_common_word_leads_nowhere(asked: str, line: str) -> None:
    assert find(asked, line) is None


def test_an_answer_is_named_where_the_cv_has_nothing() -> None:
    told = "I reconciled the bank statements of both accounts each morning."
    answer = GivenAnswer(2, "behaviour", "", told, "Tell me about it.")
    assert find("Daily bank reconciliations", "Served tea and scones", answer) == told
