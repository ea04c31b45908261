"""Turn a coach's review into feedback: check quotes, cap ratings and compute scores."""

from collections.abc import Sequence
from datetime import datetime

from interview_cli.answers.criteria import (
    MIN_PRAISED_RATING,
    WEIGHTS,
    cap_ratings,
    find_rated_weight,
    score_answer,
    score_interview,
)
from interview_cli.answers.hints import load_guide
from interview_cli.answers.non_answers import (
    BARE_NO,
    EMPTY_PHRASE,
    GIBBERISH,
    MAX_NON_ANSWER_RATING,
    explain_non_answer,
)
from interview_cli.answers.quotes import find_quote
from interview_cli.answers.repeats import find_repeat
from interview_cli.coach.base import Judgement, Point, Review
from interview_cli.errors import CoachFailed
from interview_cli.limits import MAX_CV_IMPROVEMENTS, MAX_POINTS
from interview_cli.models import Answer, AnswerReview, Feedback, Interview, Question, Ratings
from interview_cli.requirements.asked_criteria import leave_out_unasked
from interview_cli.vocabulary import QuestionKind

SKIPPED = "skipped"
LANGUAGE = "language"
"""Why an answer in a language that the coach cannot rate has no ratings."""


def build_feedback(interview: Interview, review: Review, now: datetime) -> Feedback:
    """Build the feedback. Raises CoachFailed when the review rates other answers than these."""
    numbers = [judgement.number for judgement in review.judgements]
    if numbers != list(range(1, len(interview.answers) + 1)):
        raise CoachFailed("it rated other answers than were given.")
    answers = [review_answer(interview, judgement) for judgement in review.judgements]
    return Feedback(
        interview_score=score_interview([answer.score for answer in answers]),
        strengths=_select_earned(review.strengths, interview.answers, answers)[:MAX_POINTS],
        weaknesses=[
            _add_quote(point, interview.answers) for point in review.weaknesses[:MAX_POINTS]
        ],
        cv_improvements=list(review.cv_improvements)[:MAX_CV_IMPROVEMENTS],
        summary=review.summary,
        answers=answers,
        coach=review.coach,
        model=review.model,
        created_at=now,
    )


def review_answer(interview: Interview, judgement: Judgement) -> AnswerReview:
    """Cap and score the judgement of an answer, and check its quote."""
    question = interview.questions[judgement.number - 1]
    answer = interview.answers[judgement.number - 1]
    repeated = _explain_repeat(interview, judgement.number)
    reason = repeated or _explain_empty(interview, question, answer)
    ratings = leave_out_unasked(judgement.ratings, question)
    if not (reason or find_rated_weight(ratings)):
        return _keep_unrated(judgement, ratings)
    if reason:
        ratings = cap_ratings(ratings, 0 if answer.skipped else MAX_NON_ANSWER_RATING)
    return AnswerReview(
        number=judgement.number,
        ratings=ratings,
        capped=reason,
        score=score_answer(ratings),
        comment=_explain_cap(reason, question.kind) if reason else judgement.comment,
        evidence=None if reason else find_quote(judgement.evidence, answer.content),
        next_time=_suggest_instead(question, repeated) if reason else judgement.next_time,
        reasons={} if reason else judgement.reasons,
    )


def _explain_empty(interview: Interview, question: Question, answer: Answer) -> str | None:
    """Return why an answer is none, worded to follow "it is"; None if it may be one."""
    if answer.skipped:
        return SKIPPED
    documents = (interview.cv_text or "", interview.job_description_text or "")
    return explain_non_answer(answer.content, question.content, documents)


def _explain_repeat(interview: Interview, number: int) -> str | None:
    """Return which answer this one repeats without anything new, worded to follow "it is"."""
    *earlier, answer = (answer.content for answer in interview.answers[:number])
    repeat = find_repeat(answer, earlier)
    return repeat.reason if repeat and not repeat.new_text else None


def _keep_unrated(judgement: Judgement, ratings: Ratings) -> AnswerReview:
    return AnswerReview(
        number=judgement.number,
        ratings=ratings,
        capped=LANGUAGE,
        score=None,
        comment=judgement.comment,
        evidence=None,
        next_time=judgement.next_time,
    )


def _explain_cap(reason: str, kind: QuestionKind) -> str:
    """Say why an answer is rated low, in the words of somebody who read it."""
    if reason == SKIPPED:
        return "You skipped this question; it counts as 0."
    if reason == GIBBERISH:
        return (
            "I could not read this answer: it is gibberish to me, so no criterion is rated above "
            f"{MAX_NON_ANSWER_RATING}."
        )
    highest = f"no criterion is rated above {MAX_NON_ANSWER_RATING}."
    if kind == "closing" and reason in (BARE_NO, EMPTY_PHRASE):
        return (
            f"You leave the last word unused. That is allowed, but it shows nothing, so {highest}"
        )
    return f"This is {reason}, so {highest}"


def _suggest_instead(question: Question, repeated: str | None) -> str:
    """Return the advice on an answer that counts as none."""
    if repeated:
        return _REPEATED_NEXT_TIME
    if question.kind == "closing":
        return _LAST_WORD_NEXT_TIME
    first, second, *_ = load_guide(question.kind).holds
    return f"Start with {first}; then {second}."


_LAST_WORD_NEXT_TIME = (
    "Use the last word: ask one thing about the work, or name the one fact that speaks most for "
    "you."
)
_REPEATED_NEXT_TIME = "Tell another case: each question is there to show something else of you."


def _select_earned(
    points: Sequence[Point], answers: Sequence[Answer], reviews: Sequence[AnswerReview]
) -> list[str]:
    """Return the strengths that the words of an answer prove. Praise is never made up."""
    return [
        _add_quote(point, answers)
        for point in points
        if _find_quote(point, answers) and _can_be_praised(reviews[point.number - 1])
    ]


def _can_be_praised(review: AnswerReview) -> bool:
    ratings = (getattr(review.ratings, name) for name in WEIGHTS)
    best = max((rating for rating in ratings if rating is not None), default=0)
    return review.capped is None and best >= MIN_PRAISED_RATING


def _add_quote(point: Point, answers: Sequence[Answer]) -> str:
    """Return the point, with its quote if the answer contains those words."""
    quote = _find_quote(point, answers)
    return f"{point.text.rstrip(' .')}: “{quote}”" if quote else point.text


def _find_quote(point: Point, answers: Sequence[Answer]) -> str | None:
    is_known = 1 <= point.number <= len(answers)
    return find_quote(point.quote, answers[point.number - 1].content) if is_known else None
