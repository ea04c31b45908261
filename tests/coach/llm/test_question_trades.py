"""Questions of another line of work, and those of the job or of any work."""

from interview_cli.coach.llm.question_trades import OwnTrade
from interview_cli.vocabulary import QuestionKind
from tests.cases import each

TEACHER = OwnTrade(
    "Teacher of Mathematics",
    "You plan lessons, mark, run a tutor group and talk to parents.",
    "Teacher of Mathematics. You plan lessons, mark, run a tutor group and talk to parents.",
)
UNKNOWN = OwnTrade("Falconer", "You fly hawks for visitors.", "You fly hawks for visitors.")


@each(
    "question",
    [
        "How do you set up a lathe for a batch of steel shafts?",
        "How do you size the beams and columns of a two-storey house?",
        "Which fertiliser do you use for winter wheat?",
    ],
)
def test_words_strange_to_the_job_show_another_trade(question: str) -> None:
    assert TEACHER.is_other(question, "requirement")
    assert UNKNOWN.is_other(question, "requirement")
    assert not TEACHER.is_other(question, "follow_up")


@each(
    ("kind", "question"),
    [
        ("requirement", "Describe a disagreement you had with a coworker."),
        ("requirement", "How do you teach fractions to a class that dreads them?"),
        ("requirement", "How have you used GeoGebra, Desmos and Sparx so far?"),
        ("behaviour", "Tell me about a parents' evening on which a pump in the cellar broke."),
    ],
)
def test_words_of_any_work_and_names_show_none(kind: QuestionKind, question: str) -> None:
    assert not TEACHER.is_other(question, kind)
