"""Rate sets of interviews by fits without them: `python -m benchmarks.left_out [set ...]`.

It fits everything without one set, rates the answers of that set with all caps, and prints how well
the ratings agree with those of its readers; at last the same for all sets together. How much an
answer of an interview counts in the fit, and how far exercises may part from interviews, were
chosen by these figures. A set takes some minutes.
"""

import sys
from unittest.mock import patch

from benchmarks.answers import LabelledAnswer, load_answers
from benchmarks.ratings import describe_agreement, rate_labelled
from benchmarks.tuning import INTERVIEWS, Tuning
from interview_cli.coach.offline import estimates
from interview_cli.coach.offline.features import relevance, wording


def rate_without(half: str) -> list[dict[str, float]]:
    """Return the ratings of a set by a fit without it, in the order of its answers."""
    tuning = Tuning(left_out=half)
    model, words, match = tuning.fit_model(), tuning.fit_wording(), tuning.fit_match()
    with (
        patch.object(estimates, "_load_weights", lambda: model),
        patch.object(wording, "load_wording", lambda: words),
        patch.object(relevance, "load_match", lambda: match),
    ):
        return [rate_labelled(answer).model_dump() for answer in load_answers(half)]


def main() -> None:
    labelled: list[LabelledAnswer] = []
    given: list[dict[str, float]] = []
    for half in sys.argv[1:] or INTERVIEWS:
        labelled += load_answers(half)
        given += (rated := rate_without(half))
        print(describe_agreement(half, load_answers(half), rated), flush=True)
    print(describe_agreement("all", labelled, given))


if __name__ == "__main__":
    main()
