"""The stems of what a job asks for, without what it offers."""

from functools import lru_cache

from interview_cli.english.words import content_stems, stem_word, word_list
from interview_cli.requirements.ad_reading import find_requirements, find_work_lines

_JOBS_KEPT = 8


# Every question of the trade is compared with what the same job asks for.
@lru_cache(maxsize=_JOBS_KEPT)
def find_asked_stems(title: str, job_text: str) -> frozenset[str]:
    """Return the stems of the title and of what the ad asks for, not of what it offers.

    Of an ad in which few tasks can be told apart, the stems of all that may be about the work.
    """
    requirements = (requirement.text for requirement in find_requirements(job_text))
    asked = "\n".join([*find_work_lines(job_text), *requirements]) or job_text
    # "You report to the manager" makes nobody one; the title does.
    ranks = {stem_word(word) for word in word_list("ranks")}
    return (content_stems(asked) - ranks) | content_stems(title)
