"""An interview → Markdown: the transcript at every stage, and the report with its feedback."""

import re
from collections.abc import Sequence
from itertools import zip_longest

from interview_cli.assessment.criteria import WEIGHTS
from interview_cli.models import Answer, AnswerReview, Feedback, Interview, Question

# What Markdown would take for a mark: anywhere, and at the beginning of a line.
_MARKS = re.compile(r"[\\`*_\[\]<|~]|&(?=#?\w+;)")
_LINE_START = re.compile(r"^(?:[-+=:#>]|\d{1,9}(?=[.)]))")


def transcript(interview: Interview) -> str:
    """Cover lines, then each question with its answer, their times, and earlier attempts."""
    return "\n\n".join([*_cover(interview), *_conversation(interview)])


def report(interview: Interview) -> str:
    """The transcript with feedback in it; the transcript alone before there is feedback."""
    if interview.feedback is None:
        return transcript(interview)
    feedback = interview.feedback
    return "\n\n".join(
        [
            *_cover(interview),
            _made_by(feedback),
            f"**Score: {feedback.interview_score} of 100**",
            _criteria_table(feedback),
            literal(feedback.summary),
            *_section("Strengths", feedback.strengths, "No answer earned one yet."),
            *_section("Weaknesses", feedback.weaknesses, "None that the ratings show."),
            *_section("CV improvements", feedback.cv_improvements, "None that this review sees."),
            *_conversation(interview, feedback.answers),
        ]
    )


def literal(text: str) -> str:
    """A text of the user's or a model's, to be shown as it is: data, never Markdown."""
    paragraphs = re.split(r"\n\s*\n", text.strip())
    return "\n\n".join(
        "\\\n".join(_literal_line(line) for line in paragraph.split("\n"))
        for paragraph in paragraphs
    )


def in_line(text: str) -> str:
    """The same on one line, for the entry of a list."""
    return _literal_line(" ".join(text.split()))


def _literal_line(line: str) -> str:
    escaped = _MARKS.sub(lambda mark: f"\\{mark[0]}", line.strip())
    return _LINE_START.sub(_escaped_start, escaped)


def _escaped_start(mark: re.Match[str]) -> str:
    # "1. x" starts a list; only a letter of it can be escaped: the full stop, not the figure.
    return f"{mark[0]}\\" if mark[0].isdigit() else f"\\{mark[0]}"


def _cover(interview: Interview) -> list[str]:
    return [
        f"# {in_line(interview.job_title)}, {in_line(interview.company_name)}",
        f"Interview of {interview.created_at:%Y-%m-%d}, "
        f"{len(interview.answers)} of {interview.max_questions} questions answered",
    ]


def _made_by(feedback: Feedback) -> str:
    model = f" ({in_line(feedback.model)})" if feedback.model else ""
    made = f"{feedback.created_at:%Y-%m-%d %H:%M} UTC"
    return f"Feedback by the {in_line(feedback.coach)} coach{model}, {made}"


def _criteria_table(feedback: Feedback) -> str:
    """Mean rating of each criterion. Only our own words and numbers stand in table cells."""
    rows = ["| Criterion | Weight | Mean |", "| --- | ---: | ---: |"]
    for name, weight in WEIGHTS.items():
        ratings = [getattr(answer.ratings, name) for answer in feedback.answers]
        rows.append(f"| {name} | {weight} % | {sum(ratings) / len(ratings):.1f} of 5 |")
    return "\n".join(rows)


def _section(title: str, entries: list[str], none: str) -> list[str]:
    lines = [f"- {in_line(entry)}" for entry in entries] or [none]
    return [f"## {title}", "\n".join(lines)]


def _conversation(interview: Interview, reviews: Sequence[AnswerReview] = ()) -> list[str]:
    parts: list[str] = []
    in_order = zip_longest(interview.questions, interview.answers, reviews)
    for number, (question, answer, review) in enumerate(in_order, start=1):
        parts += _question(number, question)
        parts += _answer(answer)
        if review:
            parts += _review(review)
    return parts


def _question(number: int, question: Question) -> list[str]:
    asked = f"{question.timestamp:%Y-%m-%d %H:%M}"
    kind = question.kind.replace("_", "-")
    return [
        f"## Question {number}",
        f"**{in_line(question.content)}**",
        f"*{kind}, asked {asked} UTC*",
    ]


def _answer(answer: Answer | None) -> list[str]:
    if answer is None:
        return ["(open)"]
    parts = []
    for attempt in answer.earlier:
        said = "(skipped)" if attempt.skipped else literal(attempt.content)
        parts += [f"*Earlier attempt, {attempt.timestamp:%Y-%m-%d %H:%M} UTC:*", said]
    said = "(skipped)" if answer.skipped else literal(answer.content)
    return [*parts, f"*Answered {answer.timestamp:%Y-%m-%d %H:%M} UTC:*", said]


def _review(review: AnswerReview) -> list[str]:
    ratings = ", ".join(f"{name} {getattr(review.ratings, name)}" for name in WEIGHTS)
    capped = f" Capped: {in_line(review.capped)}." if review.capped else ""
    quote = [f"- Quote: “{in_line(review.evidence)}”"] if review.evidence else []
    return [
        f"**{review.score} of 100** ({ratings}).{capped}",
        "\n".join(
            [
                f"- {in_line(review.comment)}",
                *quote,
                f"- Next time: {in_line(review.next_time)}",
            ]
        ),
    ]
