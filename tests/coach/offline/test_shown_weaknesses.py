"""Weaknesses that the words and the form of answers show."""

from collections.abc import Sequence

from benchmarks.ratings import create_question
from interview_cli.coach.base import Exchange, Review
from interview_cli.coach.offline.review import review_answers
from interview_cli.vocabulary import QuestionKind
from tests.cases import each
from tests.fakes import facts_of

GENERAL = "You stay general"
TERMS = "Pay, hours or what else suits you is among your first reasons"
LATER = "You tell what counts only when you are asked again"
GAP = "You say what you lack"
POINTS_BACK = "You point back to an earlier answer"
CASE = (
    "I asked Sam to come to the switchboard with me, and I showed him the check that he skips: the "
    "test for dead. We found that 4 of 20 circuits were still live. I wrote the list, he tested "
    "each one, and since March we have had no live board. I check 5 circuits each Friday now."
)
BRINGING_UP = "A colleague skips a check. How would you bring it up?"
Answered = tuple[QuestionKind, str, str]


def review(*answers: Answered) -> Review:
    exchanges = [
        Exchange(number, create_question(kind, question), answer, False)
        for number, (kind, question, answer) in enumerate(answers, 1)
    ]
    return review_answers(facts_of(*exchanges))


def list_weaknesses(answers: Sequence[Answered]) -> str:
    return " ".join(point.text for point in review(*answers).weaknesses)


@each(
    ("kind", "question", "answer", "weakness"),
    [
        ("situation", BRINGING_UP, "Quietly, and not in front of everyone.", GENERAL),
        (
            "behaviour",
            "Tell me about a hard day.",
            "Every day in January. You deal with it.",
            GENERAL,
        ),
        ("motivation", "Why this job?", "The money and the hours. And four tens.", TERMS),
        ("motivation", "Why this job?", "It's closer to home. I like numbers to balance.", TERMS),
        (
            "situation",
            "A report takes you half a day. How would you cut that down?",
            "Same thing as I told, Power Query. And if it is heavy then Python.",
            POINTS_BACK,
        ),
        (
            "requirement",
            "Part of this job is liaising with Maintenance. What's your experience of that?",
            "None really, in a hotel. In the college I'd ring the caretaker.",
            GAP,
        ),
    ],
)
def test_what_an_answer_shows_is_said(
    kind: QuestionKind, question: str, answer: str, weakness: str
) -> None:
    assert weakness in list_weaknesses([(kind, question, answer)])


@each(
    ("kind", "question", "answer", "weakness"),
    [
        ("situation", BRINGING_UP, CASE, GENERAL),
        ("situation", BRINGING_UP, "I ask him. In 3 of 4 cases that is enough.", GENERAL),
        ("closing", "Why should we choose you?", "I work hard and I am kind.", GENERAL),
        ("motivation", "Why this job?", "The practicals. And it's closer to home.", TERMS),
        ("motivation", "Why this job?", "I pay the drivers now and want to do the books.", TERMS),
        (
            "requirement",
            "Part of this job is liaising with Maintenance. What's your experience of that?",
            "None in a hotel. At Coláiste Chamuis I rang the caretaker for 230 beds. In Rennes I "
            "kept the list for Madame Le Goff each day.",
            GAP,
        ),
    ],
)
def test_what_it_does_not_show_is_not_said(
    kind: QuestionKind, question: str, answer: str, weakness: str
) -> None:
    assert weakness not in list_weaknesses([(kind, question, answer)])


FIRST: Answered = ("situation", BRINGING_UP, "Quietly, and not in front of everyone.")


def test_what_was_told_when_asked_again_is_to_be_told_at_once() -> None:
    found = review(FIRST, ("follow_up", "What did you do the last time?", CASE))
    assert LATER in found.weaknesses[0].text
    assert GENERAL not in found.weaknesses[0].text
    first = found.judgements[0]
    assert "stands in answer 2" in first.comment
    assert "in answer 2" in first.next_time


def test_a_weak_answer_to_the_second_question_has_nothing_to_move() -> None:
    answers = [FIRST, ("follow_up", "What would you do first?", "I would talk to him.")]
    assert LATER not in list_weaknesses(answers)
    assert LATER not in list_weaknesses([FIRST, ("behaviour", "Tell me about a fault.", CASE)])


def test_an_answer_that_needs_only_moving_is_not_the_one_to_begin_with() -> None:
    found = review(
        FIRST,
        ("follow_up", "What did you do the last time?", CASE),
        ("behaviour", "Tell me about a hard day.", "Every day in January. You deal with it."),
    )
    assert "Begin with answer 3" in found.summary


CLOSE = "Is there anything you'd like to add to any of your answers?"


@each(
    ("answer", "words"),
    [
        ("Nah, that's it. Oh, I'm not certified on the reach. So you'd train me.", "then end on"),
        ("Only that I've never used Opera, but I'm quick.", "then end on"),
        (f"Only the one about checks. {CASE} I told him so. He agreed.", "at the question that it"),
        ("No, I think that's all.", "Use the offer"),
    ],
)
def test_the_last_word_is_advised_by_what_it_holds(answer: str, words: str) -> None:
    (judgement,) = review(("closing", CLOSE, answer)).judgements
    assert words in judgement.next_time


def test_a_reason_that_was_asked_for_needs_no_steps() -> None:
    question = "You said you wrote each item down. What led you to do it that way?"
    answer = "Because everyone had a different story, so I wanted to see it with my own eyes."
    (judgement,) = review(("follow_up", question, answer)).judgements
    assert "The reason can stand" in judgement.next_time
    assert "step by step" not in judgement.comment
