"""The story bank: which answers told a case, told again, and what has none."""

from datetime import timedelta

import pytest

from interview_cli.models import AnswerReview, Feedback, Interview, PlanSlot, Ratings
from interview_cli.workflow.cases import tells_case
from interview_cli.workflow.stories import collect_stories, count_cases
from tests.cases import each
from tests.conftest import STORY
from tests.workflow.interviews import NOW, build

AGAIN = (
    "The toughest one was at Park School. Their alarm kept failing its test and term was about to "
    "start, so I went through all the detectors, forty of them, and saw that the relays in the "
    "panel were worn out. I put in a new panel. Since then they have had no false alarms."
)
OTHER = (
    "In May 2024 our apprentice cut a cable in ward 3. I isolated the circuit, told the nurse in "
    "charge and repaired it in 40 minutes. Afterwards we put up a drawing, and it never came back."
)


def interview(*answers: str, order: int = 1, topics: tuple[str, ...] = ()) -> Interview:
    built = build(
        *answers, questions=len(answers), session_id=f"01930001-0000-7000-8000-{order:012}"
    )
    built.created_at = NOW + timedelta(days=order)
    for number, (question, answer) in enumerate(zip(built.questions, built.answers, strict=True)):
        question.kind = "behaviour"
        question.topic = topics[number] if topics else "teamwork"
        answer.timestamp = NOW + timedelta(days=order, minutes=number)
    return built


@pytest.mark.parametrize("answer", [STORY, AGAIN, OTHER])
def test_a_case(answer: str) -> None:
    assert tells_case(answer, "behaviour")


@each(
    "when",
    [
        "Last spring,",
        "Two winters ago",
        "On my second day",
        "In our first week there",
        "The day before the inspection",
        "A few years back",
        "One busy Sunday",
        "The other week",
        "Towards the end of my placement",
    ],
)
def test_the_time_of_one_occasion_begins_a_case_of_any_question(when: str) -> None:
    begin = f"{when} the boiler of the school failed."
    answer = f"{begin} I shut the valve, called the plumber and moved the children to the hall."
    assert tells_case(answer, "behaviour")
    assert tells_case(answer, "situation")
    (story,) = collect_stories([interview(answer)]).stories
    assert story.situation == begin
    assert not story.figures


@each(
    "answer",
    [
        "In my first week I would shut the valve and call the plumber.",
        "In my first week the boss says hello. I shut the valve and I call the plumber.",
        "I left the joinery after the first year because I wanted your job. I moved to Leeds.",
    ],
)
def test_a_time_alone_begins_no_case_of_a_question_on_plans(answer: str) -> None:
    assert not tells_case(answer, "situation")


@each(
    "answer",
    [
        "I always check the panel first, and I think teamwork matters most in this trade.",
        "I would isolate the circuit, tell the nurse and repair the cable within 40 minutes.",
        "I am a hard-working team player with a passion for quality and excellent results.",
        "My colleague repaired the cable in ward 3 in May 2024, and the nurse thanked him.",
        "I have built it since 2018. Last year it earned 4 million.",
        "I've been a nurse on a ward of 30 beds for twelve years. I worked nights for six years.",
        "I hold a forklift licence and have driven at Kuka for 4 years. I moved 90 pallets a day.",
        "I shut the stop cock and cut out 20 cm. I tested it at 6 bar and closed the valve.",
        "Because I ran a shift in 2023 and liked it.",
        "Fine.",
        "",
    ],
)
def test_not_a_case(answer: str) -> None:
    assert not tells_case(answer, "behaviour")


def test_only_the_persons_own_words() -> None:
    (story,) = collect_stories([interview(STORY)]).stories
    assert story.title in STORY
    assert story.situation in STORY
    assert all(sentence in STORY for sentence in story.result.split(". "))
    assert all(figure in STORY for figure in story.figures)
    assert "40 detectors" in story.figures


@pytest.mark.parametrize(
    ("told", "result"),
    [
        ("I reached all 24 rooms by ten. Nobody missed a meal.", "Nobody missed a meal."),
        ("I closed the valve in 5 minutes. Both jobs were done that day.", "Both jobs were done"),
        ("I drew up a list. I cut the waste by a third.", "I cut the waste by a third."),
        ("I rang Ms Kaya. We won the order.", "We won the order."),
        ("I improved the mood by bringing cake to Ms Kaya.", ""),
        ("I delivered the last box at 18:00 and returned the vans.", ""),
    ],
)
def test_a_deed_is_not_a_result(told: str, result: str) -> None:
    (story,) = collect_stories([interview(f"In May 2024 two cooks fell ill. {told}")]).stories
    assert story.result.startswith(result)
    assert bool(story.result) == bool(result)


@pytest.mark.parametrize(("relevance", "subjects"), [(2, 0), (3, 1)])
def test_a_story_that_answers_another_question_is_not_filed_under_it(
    relevance: int, subjects: int
) -> None:
    told = interview(STORY)
    ratings = Ratings(relevance=relevance, specificity=4, structure=4, ownership=4, impact=4)
    review = AnswerReview(number=1, ratings=ratings, score=70, comment="", next_time="")
    told.feedback = Feedback(
        interview_score=70,
        strengths=[],
        weaknesses=[],
        cv_improvements=[],
        summary="",
        answers=[review],
        coach="offline",
        created_at=NOW,
    )
    (story,) = collect_stories([told]).stories
    assert len(story.subjects) == subjects


def test_what_the_ad_asks_for_is_missing_until_a_story_proves_it() -> None:
    told = interview(OTHER)
    told.job_description_text = (
        "We need:\n- Experience with fire alarms\n- Experience with Kafka\n- A driving licence\n"
    )
    before = {subject.name for subject in collect_stories([told]).missing}
    assert {"fire alarms", "Kafka"} <= before
    assert not any("licence" in name for name in before)
    fire = "In May 2024 I fitted 30 fire alarms at Park School, and the inspector passed them."
    later = interview(OTHER, fire)
    later.job_description_text = told.job_description_text
    missing = {subject.name for subject in collect_stories([later]).missing}
    assert "Kafka" in missing
    assert "fire alarms" not in missing


def test_a_paper_needs_no_story() -> None:
    told = interview(STORY)
    told.plan = [PlanSlot(kind="gap", topic="driving licence"), PlanSlot(kind="gap", topic="SAP")]
    missing = {subject.name for subject in collect_stories([told]).missing}
    assert "SAP" in missing
    assert "driving licence" not in missing


def test_the_title_is_of_the_case_not_of_the_years_before_it() -> None:
    (story,) = collect_stories([interview(f"I have wired schools since 2015. {STORY}")]).stories
    (alone,) = collect_stories([interview(STORY)]).stories
    assert story.title == alone.title
    assert story.situation == alone.situation


def test_each_figure_once_and_none_without_its_noun() -> None:
    told = "I moved two racks in two days at Park School. The two racks, old ones, held in six."
    (story,) = collect_stories([interview(told)]).stories
    assert story.figures == ("two racks", "two days")


def test_a_case_told_again_in_another_session_is_one_story() -> None:
    bank = collect_stories([interview(STORY, OTHER), interview(AGAIN, order=2)])
    assert len(bank.stories) == 2
    assert [one.session_id[-1] for one in bank.stories[0].tellings] == ["1", "2"]
    assert bank.stories[0].latest.answer == AGAIN
    assert bank.repeats == ()


def test_a_case_used_twice_in_one_interview_is_noted() -> None:
    bank = collect_stories([interview(STORY, OTHER, AGAIN)])
    (repeat,) = bank.repeats
    assert repeat.numbers == (1, 3)


def test_a_follow_up_belongs_to_the_story_before_it() -> None:
    told = interview(STORY, AGAIN)
    told.questions[1].kind, told.questions[1].topic = "follow_up", "number"
    (story,) = collect_stories([told]).stories
    assert [one.number for one in story.tellings] == [1]


def test_what_has_no_story_yet() -> None:
    told = interview(STORY, topics=("nurse call systems",))
    told.plan = [PlanSlot(kind="requirement", topic="nurse call systems")]
    before = {subject.name for subject in collect_stories([told]).missing}
    assert "nurse call systems" in before
    told.questions[0].kind = "requirement"
    after = {subject.name for subject in collect_stories([told]).missing}
    assert before - after == {"nurse call systems"}


def test_a_short_case_in_words_of_the_trade_is_not_a_longer_one_told_again() -> None:
    short = "In May I gave a dose late. I told the doctor, and it took 20 minutes."
    longer = (
        "Last spring a daughter shouted because her father had waited three hours for his dose. I "
        "asked her to sit down, rang the doctor, gave the dose ten minutes late and told her why. "
        "She wrote a card to the ward."
    )
    stories = collect_stories([interview(longer, short), interview(short, order=2)]).stories
    assert [len(story.tellings) for story in stories] == [2, 1]


def test_skipped_and_copied_answers_tell_nothing() -> None:
    told = interview("", STORY)
    told.cv_text = STORY
    assert collect_stories([told]).stories == ()


def test_other_languages_are_named_and_left_out() -> None:
    german = interview(STORY)
    german.language = "de"
    bank = collect_stories([german])
    assert (bank.stories, bank.unread) == ((), (german.session_id,))


def test_how_many_cases_were_told_and_no_share_of_fewer_than_five() -> None:
    few = count_cases(interview(STORY, "I always help."))
    assert (few.count, few.of, few.share) == (1, 2, None)
    many = count_cases(interview(STORY, OTHER, "Fine.", "", "I always help."))
    assert (many.count, many.of, many.share) == (2, 5, 0.4)


def test_a_plan_or_a_wish_is_no_case_and_a_case_of_daily_life_is_one() -> None:
    string = "I put a string between two canes at both ends and cut to it, so light reaches them."
    wish = "I want to drive a truck because I drove a taxi for six years. You have 40 of them."
    winter = (
        "One day in winter the system was broken. Nobody know what to pick. I take a paper list "
        "and I write by hand 40 orders. At the end two was late, all other on time."
    )
    assert not tells_case(string, "situation")
    assert not tells_case(wish, "motivation")
    assert tells_case(winter, "requirement")
