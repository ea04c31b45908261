"""Rate answers as a sitting of `interview practice` lets a user do, for the sample sessions.

python examples/rate_answers.py SESSION          the whole interview, before its feedback
python examples/rate_answers.py SESSION NUMBER   one answer, and its review in study mode
"""

import sys

from interview_cli.context import Run
from interview_cli.models import SelfRatings
from interview_cli.workflow.self_ratings import rate_answer, rate_interview
from interview_cli.workflow.study import study_answer

RATINGS = SelfRatings(relevance=4, specificity=3, structure=4, ownership=5, impact=None)


def main(session: str, number: str | None = None) -> None:
    run = Run()
    if number is None:
        rate_interview(run.store, session, RATINGS, run.now())
        return
    rate_answer(run.store, session, int(number), RATINGS, run.now())
    study_answer(run.store, run.coach, session, int(number), run.now)


main(*sys.argv[1:])
