"""Interview → report: a transcript at every stage, with the feedback once there is one."""

import re
from collections.abc import Sequence
from itertools import zip_longest

from interview_cli.answers.criteria import WEIGHTS, describe_rating
from interview_cli.coach.base import CHOICE_NOTICE
from interview_cli.english.locales import find_language_tag
from interview_cli.english.words import is_english
from interview_cli.models import (
    Answer,
    AnswerReview,
    Attempt,
    Feedback,
    Interview,
    Question,
    SelfRatings,
)
from interview_cli.render.blocks import (
    Bar,
    Block,
    Bullets,
    Heading,
    KeepTogether,
    Prose,
    Remark,
    Report,
    Score,
    SpokenBlock,
    Table,
    join_lines,
)
from interview_cli.render.limits import build_limits, name_author, warn_of_rule_gaps
from interview_cli.render.requirement_map import build_map_blocks
from interview_cli.text import begin_with_capital, join_list
from interview_cli.vocabulary import QuestionKind

_MINUTE = "%Y-%m-%d %H:%M UTC"
_LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")

_ABOUT_NOTES = (
    "This is what stood out when your CV and the job ad were read. It changes no score. If "
    "something that matters is missing, save the document again or paste its text."
)
_NOT_RATED = "not rated"
_NOT_ASKED = "this question does not ask for it"
_NO_IMPROVEMENTS = "This review found nothing to change."
_NONE_SEEN = "This review named no change. That is no praise: have somebody read your CV too."
_NO_WEAKNESS = "The ratings show none."
_NONE_SHARED = "None that is sure. What would help each answer stands below it."
_LOW_SCORE, _LOW_RATING = 50, 2
"""A score, 0 to 100, and a rating, 0 to 5, beside which nobody says that all is well."""
_HIDDEN_SCORE = KeepTogether((Heading(2, "Score"), Prose("Hidden until you ask for it.")))


def build_transcript(interview: Interview) -> Report:
    """Build the conversation with times and earlier attempts, without the feedback."""
    conversation = _build_conversation(interview.questions, interview.answers)
    blocks = [*conversation, *_build_notes(interview)]
    return _build_report("Interview transcript", interview, blocks)


def build_map_report(interview: Interview) -> Report:
    """Build a report of the requirement map only."""
    return _build_report("Requirement map", interview, build_map_blocks(interview))


def build_report(interview: Interview, *, hides_scores: bool = False) -> Report:
    """Build the report with the feedback, or the transcript if there is none.

    With `hides_scores` it holds neither scores nor ratings.
    """
    feedback = interview.feedback
    if feedback is None:
        return build_transcript(interview)
    blocks = [
        _HIDDEN_SCORE if hides_scores else _build_score(feedback, interview.self_ratings),
        Prose(feedback.summary),
        *warn_of_rule_gaps(feedback),
        *_build_list("Strengths", feedback.strengths, "The answers show none yet."),
        *_build_list("Weaknesses", feedback.weaknesses, _say_no_weakness(feedback)),
        *_build_list("CV improvements", feedback.cv_improvements, _say_no_improvement(feedback)),
        *build_map_blocks(interview),
        *_build_conversation(
            interview.questions, interview.answers, feedback.answers, hides_scores
        ),
        *build_limits(feedback, interview.language),
        *_build_notes(interview),
    ]
    reviewer = f"Feedback by {name_author(feedback)}, {feedback.created_at:{_MINUTE}}"
    return _build_report(
        "Interview report", interview, blocks, reviewer, *_count_earlier(interview)
    )


def _say_no_weakness(feedback: Feedback) -> str:
    """Return what stands in place of weaknesses; a low rating beside it would deny "none"."""
    ratings = (
        rating
        for answer in feedback.answers
        for rating in answer.ratings.model_dump().values()
        if rating is not None
    )
    return _NONE_SHARED if any(rating <= _LOW_RATING for rating in ratings) else _NO_WEAKNESS


def _say_no_improvement(feedback: Feedback) -> str:
    """Return what stands in place of changes; beside a low score it reads as praise."""
    scores = [answer.score for answer in feedback.answers if answer.score is not None]
    return _NONE_SEEN if min(scores, default=_LOW_SCORE) < _LOW_SCORE else _NO_IMPROVEMENTS


def _count_earlier(interview: Interview) -> list[str]:
    count = len(interview.earlier_feedback)
    return [f"Earlier reviews kept in the session file: {count}"] if count else []


def _build_report(kind: str, interview: Interview, blocks: Sequence[Block], *facts: str) -> Report:
    skipped = sum(answer.skipped for answer in interview.answers)
    done = f"{len(interview.answers)} of {interview.max_questions} questions"
    answered = f"{done} done, {skipped} of them skipped" if skipped else f"{done} answered"
    authors = (name_author(question) for question in interview.questions if question.coach)
    asked_by = join_list(list(dict.fromkeys(authors)))
    source = interview.transcript_source
    return Report(
        kind=kind,
        title=join_lines(interview.job_title),
        subtitle=join_lines(interview.company_name),
        facts=(
            f"{interview.created_at:%Y-%m-%d} · {answered}",
            *([f"Questions by {asked_by}"] if asked_by else []),
            *([f"Held elsewhere; transcript: {join_lines(source)}"] if source else []),
            *facts,
        ),
        author=asked_by or "interview",
        language=_choose_language_tag(interview.language),
        moment=interview.last_updated,
        blocks=tuple(blocks),
    )


def _choose_language_tag(language: str) -> str:
    """Return the BCP 47 tag of a language given by its tag, English name or own name, else "en"."""
    name = language.strip().replace("_", "-")
    if tag := find_language_tag(name):
        return tag
    return name if _LANGUAGE_TAG.fullmatch(name) and not is_english(language) else "en"


def _build_score(feedback: Feedback, own: SelfRatings | None) -> KeepTogether:
    rows = []
    for name, weight in WEIGHTS.items():
        given = (getattr(answer.ratings, name) for answer in feedback.answers)
        ratings = [rating for rating in given if rating is not None]
        mean = sum(ratings) / len(ratings) if ratings else 0
        words = f"{mean:.1f} of 5" if ratings else _NOT_RATED
        row: tuple[str | Bar, ...] = (name, f"{weight} %", Bar(mean, 5), words)
        if feedback.spread is not None:
            row = (*row, _format_spread(feedback.spread.get(name, 0)))
        rows.append((*row, _format_self_rating(own, name)) if own else row)
    spread = ["Spread"] if feedback.spread is not None else []
    head = ("Criterion", "Weight", "0 to 5", "Mean", *spread, *(["Your own"] if own else []))
    table = Table("The five criteria over all answers", head, tuple(rows))
    return KeepTogether((Heading(2, "Score"), Score(feedback.interview_score, "interview"), table))


def _format_spread(points: float) -> str:
    return "1 point" if points == 1 else f"{points:.1f} points"


def _format_self_rating(own: SelfRatings, name: str) -> str:
    rating = getattr(own, name)
    return "–" if rating is None else f"{rating} of 5"


def _build_list(title: str, entries: list[str], empty_text: str) -> list[Block]:
    return [Heading(2, title), Bullets(_clean_entries(entries), empty_text)]


def _clean_entries(entries: list[str]) -> tuple[str, ...]:
    return tuple(filter(None, map(join_lines, entries)))


def _build_conversation(
    questions: Sequence[Question],
    answers: Sequence[Answer],
    reviews: Sequence[AnswerReview] = (),
    hides_scores: bool = False,
) -> list[Block]:
    blocks: list[Block] = [Heading(2, "Questions and answers")]
    are_mixed = len({question.coach for question in questions if question.coach}) > 1
    if not questions:
        return [*blocks, Prose("No question has been asked yet.")]
    for number, (question, answer, review) in enumerate(
        zip_longest(questions, answers, reviews), start=1
    ):
        exchange: list[Block] = [_build_question(number, question, names_author=are_mixed)]
        exchange += _build_answer(answer) if answer else [Prose("(not answered yet)")]
        if review:
            own = answer.self_ratings if answer else None
            exchange += _build_review(review, question, own, hides_scores)
        blocks.append(KeepTogether(tuple(exchange)))
    return blocks


def _build_question(number: int, question: Question, *, names_author: bool) -> KeepTogether:
    kind = question.kind.replace("_", "-")
    author = f" by {name_author(question)}" if names_author and question.coach else ""
    asked = f"{kind}, asked {question.timestamp:{_MINUTE}}{author}"
    words = Prose(join_lines(question.content) or "(no words)", "question")
    return KeepTogether((Heading(3, f"Question {number}", asked), words), is_question=True)


def _build_answer(answer: Answer) -> list[Block]:
    attempts = [_quote_answer("Earlier attempt", attempt) for attempt in answer.earlier]
    return [*attempts, _quote_answer("Answer", answer)]


def _quote_answer(label: str, answer: Answer | Attempt) -> SpokenBlock:
    if answer.skipped:
        return SpokenBlock(f"{label} skipped, {answer.timestamp:{_MINUTE}}", "")
    return SpokenBlock(f"{label}, {answer.timestamp:{_MINUTE}}", answer.content)


def _build_review(
    review: AnswerReview, question: Question, own: SelfRatings | None, hides_scores: bool
) -> list[Block]:
    remarks = {
        "Ratings lowered": review.capped if review.score is not None else None,
        "Comment": review.comment,
        "Quote": review.evidence and f"“{join_lines(review.evidence)}”",
        "Next time": review.next_time,
    }
    shown = [Remark(label, join_lines(text)) for label, text in remarks.items() if text]
    if hides_scores:
        return [KeepTogether(tuple(shown))]
    return [
        KeepTogether((Score(review.score, "answer"), _build_ratings(review, question.kind, own))),
        KeepTogether(tuple(shown)),
    ]


def _build_ratings(review: AnswerReview, kind: QuestionKind, own: SelfRatings | None) -> Table:
    head: tuple[str, ...] = ("Criterion", "0 to 5", "Rating", *(["Your own"] if own else []))
    # The anchors do not describe a lowered rating.
    if not review.capped:
        head = (*head, "Meaning")
    rows: list[tuple[str | Bar, ...]] = []
    for name in WEIGHTS:
        rating = getattr(review.ratings, name)
        words = _NOT_RATED if rating is None else f"{rating} of 5"
        row: tuple[str | Bar, ...] = (name, Bar(rating or 0, 5), words)
        if own:
            row = (*row, _format_self_rating(own, name))
        meaning = _NOT_ASKED if rating is None else describe_rating(name, rating, kind)
        row = (*row, meaning)
        rows.append(row[: len(head)])
    return Table("Ratings of this answer", head, tuple(rows))


def _build_notes(interview: Interview) -> list[Block]:
    """Build the section on what was noticed when the documents were read.

    Who asks and rates stands at the head of a report, so why is no note on documents.
    """
    choice, _ = CHOICE_NOTICE.split("{reason}")
    told = [notice for notice in interview.notices if not notice.startswith(choice)]
    notes = tuple(map(_word_note, _clean_entries(told)))
    if not notes:
        return []
    return [Heading(2, "About your documents"), Prose(_ABOUT_NOTES), Bullets(notes)]


def _word_note(notice: str) -> str:
    return f"{begin_with_capital(notice).rstrip('.')}."
