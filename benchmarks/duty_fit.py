"""Fit the weights for duties of an ad that a question may name: `python -m benchmarks.duty_fit`.

It fits a logistic regression to the marks in `questions/duties.toml`, writes `duty_weights.toml`,
and prints how well marks of pairs are foretold that were left out.
"""

import tomllib
from functools import cache
from pathlib import Path

from benchmarks.mark_fits import MarkFit, Row
from benchmarks.questions import FITTED, load_pairs
from interview_cli.coach.offline import duty_estimates
from interview_cli.coach.offline.duty_estimates import measure_duty
from interview_cli.coach.offline.features.base import LOWERS, RAISES
from interview_cli.requirements.duties import find_duty_phrases

MARKS = Path(__file__).parent / "questions" / "duties.toml"
FILE = Path(duty_estimates.__file__).with_name("duty_weights.toml")
FIT = MarkFit(
    header="""\
# Generated from marks by `python -m benchmarks.duty_fit`: do not edit.
# The log odds that a duty of an ad is worth a question, as `duty_estimates.py` uses them.
""",
    directions={
        "rare": RAISES,
        "own": RAISES,
        "again": RAISES,
        "chore": LOWERS,
        "weak": LOWERS,
        "vague": LOWERS,
        "bare": LOWERS,
        "single": LOWERS,
        "capitals": LOWERS,
        "personal": LOWERS,
        "definite": LOWERS,
        "pair": RAISES,
        "placed": RAISES,
    },
    penalty=1.0,
    bound=0.75,
)


@cache
def load_rows() -> list[Row]:
    """Return the marked duties that are still read from their ads so."""
    marks = tomllib.loads(MARKS.read_text("utf-8"))
    pairs = {name: pair for half in FITTED for name, pair in load_pairs(half).items()}
    return [
        Row(name, measure_duty(duty, pair["title"], pair["job"]), float(mark == "good"), 0.0)
        for name, marked in marks.items()
        for pair in [pairs[name]]
        for mark, duties in marked.items()
        for duty in duties
        if duty in find_duty_phrases(pair["job"])
    ]


def format_fit() -> str:
    """Fit the weights, and return the text of `duty_weights.toml`."""
    return FIT.format(load_rows())


def main() -> None:
    FIT.write(FILE, load_rows())


if __name__ == "__main__":
    main()
