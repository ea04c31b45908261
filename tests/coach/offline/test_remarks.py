"""What the review says of an answer can be checked by counting in it."""

import pytest

from benchmarks.ratings import create_question
from interview_cli.coach.base import Exchange, Judgement
from interview_cli.coach.offline.features import FEATURES
from interview_cli.coach.offline.features.measures import list_names
from interview_cli.coach.offline.rated_answer import RatedAnswer
from interview_cli.coach.offline.ratings import rate_answer
from interview_cli.coach.offline.remark_checks import is_true_fault
from interview_cli.coach.offline.remark_rules import find_figures
from interview_cli.coach.offline.review import review_answers
from interview_cli.vocabulary import QuestionKind
from tests.cases import each
from tests.coach.offline.test_ratings import rated
from tests.coach.offline.test_review import review_text
from tests.fakes import facts_of


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("At 4.10 one night the sorter stopped, and at 4.30 I rang Aidan.", ()),
        ("We start at 8 am on 12 January 2024.", ()),
        ("It was 20 o'clock, and I rang a second time.", ()),
        ("Waste fell from 9 to 4 percent.", ("9", "4")),
        ("It rose from 4.10 euros to 5 euros.", ("4.10", "5")),
        ("I trained fourteen starters, and two of them stayed.", ("two",)),
    ],
)
def test_times_and_dates_are_no_figures(text: str, figures: tuple[str, ...]) -> None:
    assert find_figures(text) == figures


@pytest.mark.parametrize(
    ("answer", "names"),
    [
        (
            "In May we moved the till data of Corner Foods to Snowflake.",
            ["Corner Foods", "Snowflake"],
        ),
        ("At 4.10 I rang Aidan, and Aidan came.", ["Aidan"]),
        ("I rang the GP and HR in December.", []),
        ("We met 3M req/day at Postbox.", ["Postbox"]),
    ],
)
def test_names_are_whole_and_hold_no_times_or_units(answer: str, names: list[str]) -> None:
    assert list_names(rated(answer, "requirement").reading) == names


@each(
    ("feature", "kind", "answer", "is_true"),
    [
        ("we_without_i", "behaviour", "We moved it. I wrote the plan and I rang the bank.", False),
        ("we_without_i", "behaviour", "We moved it. We told our boss and we left.", True),
        ("abstract_nouns", "gap", "I have had a full licence since 2014.", False),
        ("abstract_nouns", "opener", "The station, the equipment and four departments.", False),
        (
            "abstract_nouns",
            "opener",
            "My leadership, communication, commitment and flexibility bring improvement.",
            True,
        ),
        ("outcomes", "behaviour", "I tagged both boards, and it has not happened again.", False),
        ("outcomes", "behaviour", "I tagged both boards and wrote to the office.", True),
        ("changes", "situation", "I run it beside the old one until both agree.", False),
        ("changes", "situation", "I call the owner and roll it back.", True),
        ("reasons", "situation", "I ring transport so that they can move the slot.", False),
        ("amounts", "requirement", "I trained 14 starters.", False),
        ("nobody_acts", "situation", "I would explain it to them very carefully.", False),
        ("links", "motivation", "You fit batteries. I fitted 11 of them.", False),
    ],
)
def test_a_fault_is_named_only_if_the_answer_has_it(
    feature: str, kind: QuestionKind, answer: str, is_true: bool
) -> None:
    assert is_true_fault(FEATURES[feature], rated(answer, kind).reading) is is_true


def test_a_quote_for_figures_has_one() -> None:
    text = (
        "That we are 300 parcels behind, and why. At 4.10 one night the sorter had stopped, and I "
        "wrote down what we had tried and at 4.30 who had been called."
    )
    (judgement,) = review_text(text, "situation").judgements
    if "figure" in judgement.comment:
        assert "300" in (judgement.evidence or "")


DENSE = (
    "In 2021 the store managers rang us 30 times a week for their own figures, so I decided to "
    "write one query per subject and send it at six each morning. Calls fell to four a week by the "
    "summer."
)


def test_a_dense_answer_is_not_told_to_say_what_it_says() -> None:
    (judgement,) = review_text(DENSE).judgements
    for asked in ("What was different", "number before", "Which number", "When was that"):
        assert asked not in judgement.next_time


PAPER = "You'd need a full driving licence for this job. Do you have that?"
HACCP = "You'd need HACCP Level 2 here. How far along are you with that?"
SIA = "You'd need an SIA licence here. Is yours in date?"
STORY_OF_WORK = (
    "One morning a patient became very unwell after his operation. I noticed that his drain was "
    "full, I called the surgeon and I prepared him for theatre. He was back in three hours and "
    "thanked me with flowers."
)


def judge_gap(topic: str, question: str, answer: str) -> tuple[RatedAnswer, Judgement]:
    asked = create_question("gap", question, topic)
    exchange = Exchange(1, asked, answer, skipped=False)
    facts = facts_of(exchange)
    return rate_answer(exchange, facts), review_answers(facts).judgements[0]


@pytest.mark.parametrize(
    "answer",
    [
        "Yes, since 2014.",
        "Got it last May.",
        "I passed mine in 2012.",
        "Not yet. I am booked for the test on 3 March.",
        "No, but I cycle everywhere.",
        "It ran out in March and I have sent the form.",
        "I'm working towards that.",
    ],
)
def test_where_one_stands_with_a_paper_answers(answer: str) -> None:
    found, judgement = judge_gap("full driving licence", PAPER, answer)
    assert found.tells_standing
    assert found.criteria["relevance"].rating >= 3
    for nonsense in ("afterwards", "came of it", "before and after"):
        assert nonsense not in judgement.comment + judgement.next_time


@pytest.mark.parametrize(
    ("topic", "question", "answer"),
    [
        ("full driving licence", PAPER, "Yes, full licence since 2019, clean. It's at home."),
        ("full driving licence", PAPER, "I've held a manual licence since March 2011, no points."),
        ("full driving licence", PAPER, "Not yet. The theory is done and the test is on 3 March."),
        ("HACCP Level 2", HACCP, "I have the level 2 from 2022. Now I am doing the level 3."),
        ("HACCP Level 2", HACCP, "I passed it in May, and the certificate is still in the post."),
        ("HACCP Level 2", HACCP, "No, I don't have it. I am booked on the course for 12 June."),
        ("", HACCP, "I did the course last year, and I hold the certificate until 2027."),
        ("SIA licence", SIA, "Mine is in date until June 2027, door supervisor and CCTV both."),
        ("SIA licence", SIA, "It ran out last month. I have sent the form and paid the fee."),
        ("SIA licence", SIA, "I renewed it in October for three years, so I have it with me."),
    ],
)
def test_a_dated_answer_about_a_paper_is_worth_as_much_as_a_middling_story(
    topic: str, question: str, answer: str
) -> None:
    found, judgement = judge_gap(topic, question, answer)
    assert found.criteria["relevance"].rating >= 4
    for name in ("specificity", "structure", "ownership"):
        assert found.criteria[name].rating >= 3, name
    assert judgement.ratings.impact is None


def test_a_bare_yes_with_a_year_is_worth_less_than_the_paper_named_and_dated() -> None:
    bare, _ = judge_gap("full driving licence", PAPER, "Yes, since 2014.")
    named, _ = judge_gap("full driving licence", PAPER, "Yes, full licence since 2014, no points.")
    undated, _ = judge_gap("full driving licence", PAPER, "Yes, I have a full driving licence.")
    for name in ("specificity", "structure", "ownership"):
        ratings = [each.criteria[name].rating for each in (undated, bare, named)]
        assert ratings == sorted(ratings)
        assert ratings[1] < ratings[2]


@pytest.mark.parametrize(
    ("topic", "question", "answer"),
    [
        ("full driving licence", PAPER, STORY_OF_WORK),
        (
            "full driving licence",
            PAPER,
            "On the roof of a church in Brixham I once had to replace 14 conductors in a storm "
            "week. I roped up, changed two a day and finished a day early.",
        ),
        ("Kubernetes", "Tell me about any experience with Kubernetes you have.", STORY_OF_WORK),
        (
            "invoicing software such as Xero",
            "What have you done with invoicing software?",
            "One day a customer shouted at me. I stayed calm, listened and found her 20 euros.",
        ),
    ],
)
def test_a_story_of_something_else_does_not_close_a_gap(
    topic: str, question: str, answer: str
) -> None:
    found, judgement = judge_gap(topic, question, answer)
    assert found.criteria["relevance"].rating <= 2
    assert judgement.evidence is None
    assert topic.casefold() in judgement.comment.casefold()


@pytest.mark.parametrize(
    "answer",
    [
        "None in production. The nearest thing is Nomad: 40 jobs, two years.",
        "I haven't used it. We had ECS instead, and I wrote its 30 task files.",
        "I ran three Kubernetes clusters for the bank from 2020.",
    ],
)
def test_what_comes_nearest_is_not_called_another_answer(answer: str) -> None:
    found, judgement = judge_gap(
        "Kubernetes", "What experience with Kubernetes do you have?", answer
    )
    assert not found.missed
    assert "what is missing" not in judgement.comment
    assert "take up what was asked" not in judgement.comment


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Have you driven abroad?", "Not at the wheel. I went to Bruges as a passenger once."),
        ("What do you know about taking fares?", "Very little. In Leeds I gave change twice."),
    ],
)
def test_an_admitted_gap_is_named_and_no_outcome_is_asked_for(question: str, answer: str) -> None:
    exchange = Exchange(1, create_question("requirement", question), answer, skipped=False)
    (judgement,) = review_answers(facts_of(exchange, max_questions=1)).judgements
    assert "missing" in judgement.comment
    assert "comes nearest" in judgement.next_time


def test_a_question_on_how_the_work_is_done_asks_for_no_plan() -> None:
    answer = rated(
        "I grease it, and I rewrote the sheets.", "situation", "What do you do at night?"
    )
    assert not is_true_fault(FEATURES["missing_plan"], answer.reading)


def test_a_weak_answer_that_names_a_gap_is_weak_by_that() -> None:
    answer = "We do OCR at Kelmarsh. I haven't used the other one myself. It looks alike."
    exchange = Exchange(
        1, create_question("requirement", "Which do you use?"), answer, skipped=False
    )
    weaknesses = review_answers(facts_of(exchange, max_questions=1)).weaknesses
    assert [(point.text, point.quote) for point in weaknesses] == [
        ("You say what you lack, and little of what comes nearest (answer 1)", None)
    ]
