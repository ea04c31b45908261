"""Word questions on the duties that an ad names."""

from interview_cli.coach.base import Facts
from interview_cli.coach.offline.bank import load_bank
from interview_cli.coach.offline.newcomers import is_new_to_it, is_to_be_taught
from interview_cli.english.words import content_stems
from interview_cli.vocabulary import QuestionKind

_SHARED_STEMS = 2


def find_duty_wordings(facts: Facts, kind: QuestionKind, duty: str) -> list[str]:
    """Return the wordings for a duty: how it is done, or for a `requirement` a time it was done.

    Somebody who has not done such work is asked how they would do or learn it, unless a line of
    the CV speaks of that very duty.
    """
    entry = load_bank()["duty"]
    stems = content_stems(duty)
    is_on_cv = any(
        len(stems & content_stems(line)) >= _SHARED_STEMS for line in facts.cv_text.splitlines()
    )
    is_new = is_new_to_it(facts) and not is_on_cv
    if kind == "requirement":
        return list(entry["case_new" if is_new else "case"])
    if is_to_be_taught(facts):
        return list(entry["how_taught"])
    return list(entry["how_new" if is_new else "how"])
