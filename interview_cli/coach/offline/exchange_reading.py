"""Read the answer of an exchange under its question, the ad and the CV."""

from functools import lru_cache

from interview_cli.answers.criteria import FORWARD_KINDS
from interview_cli.answers.star import parse_star
from interview_cli.coach.base import Exchange, Facts
from interview_cli.coach.offline.answer_reading import AnswerReading
from interview_cli.coach.offline.job_stems import find_job_stems
from interview_cli.coach.offline.question_subject import (
    find_asking_stems,
    find_subject,
    rate_work_by_trade,
)
from interview_cli.english.words import content_stems
from interview_cli.requirements.work_words import find_work_words
from interview_cli.trades.recognition import recognise_trade


def read_answer(exchange: Exchange, facts: Facts) -> AnswerReading:
    """Parse the answer of an exchange."""
    elements = parse_star(
        exchange.answer,
        is_story=exchange.question.kind not in FORWARD_KINDS,
        work_words=find_work_words(
            exchange.question.content, facts.job_title, facts.job_text, facts.cv_text
        ),
    )
    subject = find_subject(exchange, facts)
    near = content_stems(exchange.question.content) | find_job_stems(facts)
    trade = recognise_trade(facts.job_title, facts.job_text)
    return AnswerReading(
        elements,
        exchange.question,
        subject,
        facts.company_name,
        near - find_asking_stems(),
        trade,
        rate_work_by_trade(exchange.question.content, facts.job_title, facts.job_text),
        _stem_cv(facts.cv_text),
    )


# Each answer of an interview is held against the same CV.
@lru_cache(maxsize=4)
def _stem_cv(text: str) -> frozenset[str]:
    return content_stems(text)
