"""The case of an answer that a CV lacks."""

from benchmarks.ratings import create_question
from interview_cli.coach.base import Exchange
from interview_cli.coach.offline.ratings import rate_answer
from interview_cli.coach.offline.told_work import find_untold_case
from tests.cases import each
from tests.conftest import STORIES
from tests.fakes import facts_of

STORY = STORIES[6]
ASKED = "Tell me about a day on which something was hard."


def find(question: str, cv_text: str, taken: tuple[int, ...] = ()) -> int | None:
    exchange = Exchange(1, create_question("behaviour", question), STORY, False)
    return find_untold_case([rate_answer(exchange, facts_of(exchange))], cv_text, taken)


def test_a_good_case_that_the_cv_lacks_is_found() -> None:
    assert find(ASKED, "Ann Lee\n\nWork\nClerk, Hull, 2019 to now\n- Kept the till\n") == 1


@each(
    ("question", "cv_text", "taken"),
    [
        (ASKED, f"Ann Lee\n\nWork\nClerk, Hull, 2019 to now\n- {STORY}\n", ()),
        (ASKED, "", (1,)),
        ("Tell me about a time when things didn't go to plan.", "", ()),
        ("Your CV says you cut the waste. How?", "", ()),
        ("I see in your CV that you cut the waste. How did you do that?", "", ()),
    ],
)
def test_a_case_that_is_there_or_went_wrong_is_not(
    question: str, cv_text: str, taken: tuple[int, ...]
) -> None:
    assert find(question, cv_text, taken) is None


@each(
    ("served", "number"),
    [("An old lady in Morley thanked me.", None), ("The ladies of the office thanked me.", 1)],
)
def test_the_story_of_one_person_who_was_served_is_no_line_of_a_cv(
    served: str, number: int | None
) -> None:
    exchange = Exchange(1, create_question("behaviour", ASKED), f"{STORY} {served}", False)
    rated = rate_answer(exchange, facts_of(exchange))
    assert find_untold_case([rated], "Ann Lee\n\nWork\nClerk, Hull, 2019 to now\n") == number


FARMS = "Clerk, Hull, 2019 to now\n- {} circuits at farms, schools, mills, inns, docks and shops"


def test_a_case_whose_figure_the_cv_gives_is_there() -> None:
    cv = f"Ann Lee\n\nWork\n{FARMS}\n"
    assert find(ASKED, cv.format("Tested 500 volt")) is None
    assert find(ASKED, cv.format("Tested 600 volt")) == 1
