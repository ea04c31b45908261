"""What a sitting shows: the interview ahead, earlier turns, a hint, the time that is left."""

import textwrap
from dataclasses import dataclass
from datetime import datetime

from interview_cli.answers.criteria import WEIGHTS, describe_rating
from interview_cli.answers.hints import load_guide
from interview_cli.models import Answer, Interview, Question
from interview_cli.render.blocks import join_lines
from interview_cli.render.commands import STUDY_OPTION
from interview_cli.render.scores import describe_score
from interview_cli.store.expiry import find_expiry
from interview_cli.store.ids import short_id
from interview_cli.store.summary import InterviewSummary, Summary
from interview_cli.vocabulary import QuestionKind

_MAX_SHOWN_CHARS = 300
_NAME_COLUMNS = max(map(len, WEIGHTS)) + 2


def describe_interview(interview: Interview) -> str:
    """Return what the interview is for, and how far it has come."""
    count = interview.max_questions
    counted = "1 question" if count == 1 else f"{count} questions"
    head = f"{interview.job_title} at {interview.company_name}: {counted}"
    if not interview.answered_count:
        return f"{head}."
    return f"{head}, {interview.answered_count} of them answered."


def describe_number(interview: Interview, number: int, *, uses_model: bool) -> str:
    """Return which question this is; with a model also that another coach asked it."""
    head = f"question {number} of {interview.max_questions}"
    coach = interview.questions[number - 1].coach
    return f"{head}, from the offline coach" if uses_model and coach == "offline" else head


def describe_modes(interview: Interview, *, is_study: bool, uses_model: bool) -> str:
    """Return what a sitting does with and without study, and which of them this one does.

    With a model it also says how many requests each takes.
    """
    count = interview.max_questions
    plain_cost = f" ({count + 1} requests to the model or more)" if uses_model else ""
    study_cost = (
        f" ({2 * count + 1} requests to the model or more, and one for each new attempt)"
        if uses_model
        else ""
    )
    return (
        f"Without {STUDY_OPTION}, the feedback comes after the last question{plain_cost}.\n"
        f"With {STUDY_OPTION}, each answer is also rated as soon as it is given, with what is "
        f"missing, and can be given again{study_cost}.\n"
        f"This sitting {'uses' if is_study else 'does not use'} {STUDY_OPTION}."
    )


@dataclass(frozen=True)
class StudyRow:
    """The rating of one criterion in study mode."""

    criterion: str
    rating: int | None
    notes: tuple[str, ...]
    """What it was before, and the user's own."""
    meaning: str
    """Empty for a lowered rating, which the anchors do not describe."""


def list_study_rows(question: Question, answer: Answer) -> list[StudyRow]:
    """Return the ratings of an answer in study mode, beside those of the attempt before."""
    review = answer.study
    if review is None:
        return []
    before = answer.earlier[-1].study if answer.earlier else None
    rows = []
    for name in WEIGHTS:
        rating = getattr(review.ratings, name)
        notes, meaning = [], ""
        if rating is not None:
            old = getattr(before.ratings, name) if before else None
            own = getattr(answer.self_ratings, name, None)
            if before:
                notes.append("not rated before" if old is None else _compare(old, rating))
            if own is not None:
                notes.append(f"your own {own}")
            meaning = "" if review.capped else describe_rating(name, rating, question.kind)
        rows.append(StudyRow(name, rating, tuple(notes), meaning))
    return rows


def describe_study(question: Question, answer: Answer, *, hides_scores: bool = False) -> str:
    """Return the review of one answer, beside that of the attempt before."""
    review = answer.study
    if review is None:
        return ""
    lines = ["This answer, for study (these ratings do not count for the score):"]
    if not hides_scores:
        lines += map(_format_study_row, list_study_rows(question, answer))
    if review.capped:
        lines.append(review.comment)
    if review.evidence:
        lines.append(f"The words that earned them: “{join_lines(review.evidence)}”")
    lines.append(f"Next time: {join_lines(review.next_time)}")
    return "\n".join(lines)


def _format_study_row(row: StudyRow) -> str:
    name = f"  {row.criterion:<{_NAME_COLUMNS}}"
    if row.rating is None:
        return f"{name}not rated"
    noted = f" ({'; '.join(row.notes)})" if row.notes else ""
    return f"{name}{row.rating} of 5{noted}{f': {row.meaning}' if row.meaning else ''}"


def _compare(old: int, new: int) -> str:
    return f"before {old}, {f'{new - old:+d}' if new != old else 'unchanged'}"


def describe_standing(summary: Summary, now: datetime) -> str:
    """Return which session is the latest, how far it has come, and when it expires."""
    title = f"{summary.job_title}, " if summary.job_title else ""
    lines = [f"Your latest session: {title}{summary.company_name} ({short_id(summary.session_id)})"]
    if not isinstance(summary, InterviewSummary):
        lines.append("A job post; " + ("complete." if summary.is_complete else "not complete."))
    elif summary.has_feedback:
        lines.append(f"The feedback was given: {describe_score(summary.interview_score)}.")
    else:
        answered = f"{summary.answered_count} of {summary.max_questions} questions answered"
        lines.append(f"{answered}; the feedback comes after the last one.")
    if expiry := find_expiry(summary, now):
        lines.append(f"It expires {expiry:%Y-%m-%d %H:%M} UTC unless it changes before.")
    return "\n".join(lines)


def describe_hint(kind: QuestionKind) -> str:
    """Return what a good answer to this kind of question holds, and what it is rated on."""
    guide = load_guide(kind)
    return "\n".join(
        [
            guide.asks,
            "A good answer holds:",
            *(f"  - {part}" for part in guide.holds),
            "The highest rating of each criterion means:",
            *(f"  - {name}: {meaning}" for name, meaning in guide.criteria.items()),
        ]
    )


def describe_turns(interview: Interview) -> str:
    """Return the questions so far with their answers, long answers shortened."""
    lines = []
    for number, (question, answer) in enumerate(
        zip(interview.questions, interview.answers, strict=False), start=1
    ):
        given = "(skipped)" if answer.skipped else _shorten(answer.content)
        lines += [f"{number}  {question.content}", textwrap.indent(given, "   ")]
    return "\n".join(lines)


def _shorten(text: str) -> str:
    return text if len(text) <= _MAX_SHOWN_CHARS else f"{text[:_MAX_SHOWN_CHARS].rstrip()} …"
