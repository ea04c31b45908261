"""An interview → its report: the transcript at every stage, and the feedback once there is one."""

import re
from collections.abc import Iterable, Sequence
from itertools import zip_longest

from interview_cli.answers.criteria import WEIGHTS, describe_rating
from interview_cli.english.words import is_english
from interview_cli.models import Answer, AnswerReview, Attempt, Feedback, Interview, Question
from interview_cli.render.blocks import (
    Bar,
    Block,
    Heading,
    Points,
    Prose,
    Remark,
    Report,
    Said,
    Score,
    Table,
    Together,
    on_one_line,
)
from interview_cli.render.requirement_map import map_blocks
from interview_cli.vocabulary import QuestionKind

_MINUTE = "%Y-%m-%d %H:%M UTC"
_LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_LANGUAGES = {
    name: tag
    for tag, names in {
        "ar": "arabic العربية",
        "cs": "czech čeština",
        "da": "danish dansk",
        "de": "german deutsch",
        "el": "greek ελληνικά",
        "es": "spanish español",
        "fi": "finnish suomi",
        "fr": "french français",
        "he": "hebrew עברית",
        "hi": "hindi हिन्दी",
        "it": "italian italiano",
        "ja": "japanese 日本語",
        "ko": "korean 한국어",
        "nb": "norwegian norsk",
        "nl": "dutch nederlands",
        "pl": "polish polski",
        "pt": "portuguese português",
        "ro": "romanian română",
        "ru": "russian русский",
        "sv": "swedish svenska",
        "th": "thai ไทย",
        "tr": "turkish türkçe",
        "uk": "ukrainian українська",
        "vi": "vietnamese",
        "zh": "chinese mandarin 中文",
    }.items()
    for name in names.split()
}

_ARITHMETIC = (
    "The program computes the scores: an answer's is 20 × the weighted mean of its five ratings, "
    "the interview's is the mean of all answers, a skipped one counted as 0. It checks that every "
    "quote stands in the answer, and rates what is no answer 1 at most."
)
_NO_VERDICT = (
    "Ratings are for practice: no verdict on you, and no forecast of what an employer will decide."
)
_AGREEMENT = (
    "On 84 answers that no rule was written for, two readers who had only the anchors ranked as "
    "these rules do with a rank correlation of 0.85 (1 would be the same order; mere length "
    "reaches 0.62); of answers that are clearly apart 98 % stood in the right order. A difference "
    "of a few points means nothing."
)
_UNMEASURED = "How far this model's ratings agree with those of people has not been measured."
_RULES = (
    "The offline coach rated by rules and lists of English words. It sees whether an answer names "
    "people, things, dates and amounts, says where it began, what you did and how it ended, and "
    "whether it meets the words of the question. It cannot see whether an answer is true, wise, "
    "kind or well put, whether it is meant as irony, or whether a number is a good one. A story "
    "told in unusual words may be rated too low, a hollow one in the right words too high."
)
_RULES_ELSEWHERE = (
    "The answers are not in English, so the rules saw little of them: do not rely on the "
    "ratings. A language model could rate it."
)
_MODEL = (
    "Rated by {who}. A model reads meaning, so that unusual words do no harm. It can misread, be "
    "taken in by fluent writing, and rate the same answer otherwise another time; and it does not "
    "know whether what you said is true."
)


def transcript_of(interview: Interview) -> Report:
    """The conversation with its times and earlier attempts; never the feedback."""
    conversation = _conversation(interview.questions, interview.answers)
    return _report("Interview transcript", interview, [*conversation, *_notes(interview)])


def map_page(interview: Interview) -> Report:
    """The map of the job's requirements alone."""
    return _report("Requirement map", interview, map_blocks(interview))


def report_of(interview: Interview) -> Report:
    """The report with its feedback; the transcript before there is any."""
    feedback = interview.feedback
    if feedback is None:
        return transcript_of(interview)
    blocks = [
        _score(feedback),
        Prose(feedback.summary),
        *_points("Strengths", feedback.strengths, "No answer earned one yet."),
        *_points("Weaknesses", feedback.weaknesses, "None that the ratings show."),
        *_points("CV improvements", feedback.cv_improvements, "None that this review sees."),
        *map_blocks(interview),
        *_conversation(interview.questions, interview.answers, feedback.answers),
        *_limits(feedback, interview.language),
        *_notes(interview),
    ]
    made = f"Feedback by {_who(feedback)}, {feedback.created_at:{_MINUTE}}"
    return _report("Interview report", interview, blocks, made)


def _report(kind: str, interview: Interview, blocks: Sequence[Block], *facts: str) -> Report:
    skipped = sum(answer.skipped for answer in interview.answers)
    answered = f"{len(interview.answers)} of {interview.max_questions} questions answered"
    asked_by = _listed(dict.fromkeys(_who(one) for one in interview.questions if one.coach))
    return Report(
        kind=kind,
        title=on_one_line(interview.job_title),
        subtitle=on_one_line(interview.company_name),
        facts=(
            f"{interview.created_at:%Y-%m-%d} · {answered}"
            + (f", {skipped} of them skipped" if skipped else ""),
            *([f"Questions by {asked_by}"] if asked_by else []),
            *facts,
        ),
        author=asked_by or "interview",
        language=_tag(interview.language),
        moment=interview.last_updated,
        blocks=tuple(blocks),
    )


def _tag(language: str) -> str:
    """The tag of a language that is named by one, or by its English or its own name; else "en"."""
    named = language.strip().replace("_", "-")
    if known := _LANGUAGES.get(named.casefold()):
        return known
    return named if _LANGUAGE_TAG.fullmatch(named) and not is_english(language) else "en"


def _who(made: Question | Feedback) -> str:
    if made.model:
        return f"the model {on_one_line(made.model)}"
    return f"the {on_one_line(made.coach)} coach"


def _listed(names: Iterable[str]) -> str:
    *first, last = [*names] or [""]
    return f"{', '.join(first)} and {last}" if first else last


def _score(feedback: Feedback) -> Together:
    rows = []
    for name, weight in WEIGHTS.items():
        ratings = [getattr(answer.ratings, name) for answer in feedback.answers]
        mean = sum(ratings) / len(ratings) if ratings else 0
        rows.append((name, f"{weight} %", Bar(mean, 5), f"{mean:.1f} of 5"))
    head = ("Criterion", "Weight", "0 to 5", "Mean")
    table = Table("The five criteria over all answers", head, tuple(rows))
    return Together((Heading(2, "Score"), Score(feedback.interview_score, "interview"), table))


def _points(title: str, entries: list[str], none: str) -> list[Block]:
    return [Heading(2, title), Points(_told(entries), none)]


def _told(entries: list[str]) -> tuple[str, ...]:
    return tuple(filter(None, map(on_one_line, entries)))


def _conversation(
    questions: Sequence[Question],
    answers: Sequence[Answer],
    reviews: Sequence[AnswerReview] = (),
) -> list[Block]:
    blocks: list[Block] = [Heading(2, "Questions and answers")]
    if not questions:
        return [*blocks, Prose("No question has been asked yet.")]
    for number, (question, answer, review) in enumerate(
        zip_longest(questions, answers, reviews), start=1
    ):
        blocks.append(_question(number, question))
        blocks += _answer(answer) if answer else [Prose("(open)")]
        if review:
            blocks += _review(review, question)
    return blocks


def _question(number: int, question: Question) -> Together:
    kind = question.kind.replace("_", "-")
    asked = f"{kind}, asked {question.timestamp:{_MINUTE}}"
    words = Prose(on_one_line(question.content) or "(no words)", "question")
    return Together((Heading(3, f"Question {number}", asked), words), is_question=True)


def _answer(answer: Answer) -> list[Block]:
    return [*(_said("Earlier attempt", one) for one in answer.earlier), _said("Answer", answer)]


def _said(label: str, said: Answer | Attempt) -> Said:
    if said.skipped:
        return Said(f"{label} skipped, {said.timestamp:{_MINUTE}}", "")
    return Said(f"{label}, {said.timestamp:{_MINUTE}}", said.content)


def _review(review: AnswerReview, question: Question) -> list[Block]:
    remarks = {
        "Ratings lowered": review.capped,
        "Comment": review.comment,
        "Quote": review.evidence and f"“{on_one_line(review.evidence)}”",
        "Next time": review.next_time,
    }
    shown = [Remark(label, on_one_line(text)) for label, text in remarks.items() if text]
    return [
        Together((Score(review.score, "answer"), _ratings(review, question.kind))),
        Together(tuple(shown)),
    ]


def _ratings(review: AnswerReview, kind: QuestionKind) -> Table:
    head: tuple[str, ...] = ("Criterion", "0 to 5", "Rating")
    # Lowered ratings do not say what their anchors say.
    if not review.capped:
        head = (*head, "Meaning")
    rows: list[tuple[str | Bar, ...]] = []
    for name in WEIGHTS:
        rating = getattr(review.ratings, name)
        row = (name, Bar(rating, 5), f"{rating} of 5", describe_rating(name, rating, kind))
        rows.append(row[: len(head)])
    return Table("Ratings of this answer", head, tuple(rows))


def _limits(feedback: Feedback, language: str) -> list[Block]:
    if feedback.model:
        seen = _MODEL.format(who=_who(feedback))
    else:
        seen = _RULES if is_english(language) else f"{_RULES} {_RULES_ELSEWHERE}"
    measured = _UNMEASURED if feedback.model else _AGREEMENT
    text = "\n\n".join([seen, _ARITHMETIC, measured, _NO_VERDICT])
    return [Heading(2, "What these ratings can and cannot say"), Prose(text)]


def _notes(interview: Interview) -> list[Block]:
    notes = _told(interview.notices)
    return [Heading(2, "Notes"), Points(notes)] if notes else []
