"""Advice names words of the answer or of the ad."""

from interview_cli.coach.offline.concrete_steps import make_concrete
from interview_cli.coach.offline.own_words import AdTasks, find_strong_part, find_uncounted_task
from interview_cli.coach.offline.question_aims import find_aim
from interview_cli.coach.offline.review_steps import KEEP_IT, Step
from tests.cases import each
from tests.coach.offline.test_remark_guards import read

JOB = (
    "# Receptionist\n## What you will do\n- Tend the aquarium\n"
    "- Check patients in and collect co-pays\n## What you need\n- 2 years of reception work\n"
)
CV = "Ann Lee\n\nWork\nReceptionist, Hull, 2019 to now\n- Checked patients in, collected co-pays\n"
NO_TASKS = AdTasks("", "", ())
CASE = (
    "In March 2023 a lorry with 14 pallets of milk stood at the gate for two hours. I rang the "
    "dairy and loaded the milk myself with two temps. We sent all 31 vans by eight, nine minutes "
    "late instead of two hours, and the shop manager in Leeds wrote to thank us."
)


def test_an_answer_that_may_stay_is_told_what_to_keep() -> None:
    remarks = read("requirement", "Tell me about a late delivery. What did you do?", CASE)
    assert find_strong_part(remarks) == "We sent all 31 vans by eight"
    step = make_concrete(Step(KEEP_IT[0], is_change=False), remarks, {}, NO_TASKS)
    assert "“We sent all 31 vans by eight”" in step.text


@each(
    ("answer", "part"),
    [
        ("I answer phones all day. I like people.", "I answer phones all day"),
        ("I check 40 patients in, and I take calls for two doctors.", ""),
        ("It is a nice team.", ""),
    ],
)
def test_a_figure_is_asked_for_what_has_none(answer: str, part: str) -> None:
    remarks = read("opener", "Tell me a bit about your work as a receptionist.", answer)
    assert find_uncounted_task(remarks) == part


def test_the_task_of_the_ad_that_the_cv_shows_is_named() -> None:
    tasks = AdTasks(JOB, CV, ())
    assert tasks.known == "Check patients in and collect co-pays"
    remarks = read("motivation", "What was it in the ad that made you apply?", "It is near.")
    aim = find_aim(remarks.answer.reading)
    assert aim is not None
    step = make_concrete(Step(aim.advice, aim=aim), remarks, {}, tasks)
    assert "“Check patients in and collect co-pays”" in step.text
    assert make_concrete(Step(aim.advice, aim=aim), remarks, {}, NO_TASKS).text == aim.advice


def test_the_sentence_that_anybody_could_say_is_named() -> None:
    empty = "It will help me to add value to your company and to grow in my career."
    answer = f"I have learned patience, hard work, and time management. {empty}"
    given = read("requirement", "What have you learned that would help you in this job?", answer)
    step = make_concrete(Step("Say what only you can.", "general"), given, {}, NO_TASKS)
    assert f"“{empty[:-1]}”" in step.text
