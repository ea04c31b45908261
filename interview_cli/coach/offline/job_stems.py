"""The stems of what a job's title and its ad say."""

from functools import lru_cache

from interview_cli.coach.base import Facts
from interview_cli.english.words import content_stems

_JOBS_KEPT = 4


def find_job_stems(facts: Facts) -> frozenset[str]:
    """Return the stems of the words with meaning in the job's title and ad."""
    return _stem_job(facts.full_title, facts.job_text)


# Each question and each answer of an interview is held against the same ad.
@lru_cache(maxsize=_JOBS_KEPT)
def _stem_job(title: str, text: str) -> frozenset[str]:
    return content_stems(title) | content_stems(text)
