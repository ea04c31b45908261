"""Tell whether an entry of a CV names one employer, though not what the job is called."""

from interview_cli.requirements.cv_sections import (
    CvLine,
    has_period,
    is_period_only,
    remove_period,
)
from interview_cli.requirements.cv_titles import BRACKETS, load_role_pattern
from interview_cli.requirements.cv_work import find_opening_verb

_MAX_NAME_WORDS = 14


def names_employer(above: CvLine, dated: CvLine, below: CvLine) -> bool:
    """Return whether an entry names one employer or post, in the line of its years or beside it."""
    if not has_period(dated.text):
        return False
    lines = [dated] if not is_period_only(dated.text) else [above, below]
    named = [line for line in lines if not line.is_heading and _is_name(line)]
    texts = (line.text for line in (above, dated, below))
    return bool(named) and not any(map(load_role_pattern("no_employment").search, texts))


def _is_name(line: CvLine) -> bool:
    words = remove_period(BRACKETS.sub("", line.text)).strip(" -–—|,:\t").split()
    is_short = 0 < len(words) <= _MAX_NAME_WORDS
    return is_short and words[0][0].isupper() and find_opening_verb(" ".join(words)) is None
