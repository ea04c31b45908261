"""Fit the weights of the offline coach to the tuning answers: `python -m benchmarks.fit`.

It fits the weights of words first (`wording.py`) and writes `wording.toml`. For each criterion it
fits a regression (`regression.py`) over the features that can count for it, with an intercept for
each kind of question, and writes `weights.toml`; what the words of a tuning answer count comes from
weights that were fitted without its fold of trades. It prints the agreement with readers when each
fold is rated by weights that were fitted without it.

Pairs of answers with the same facts in faulty and in corrected English, among them copies that
`learner_english.py` spoils, draw the weights to ratings that do not differ; pairs of answers with
much and with little evidence of a skill draw them to ratings almost two points apart.

Whether an answer is about what was asked is fitted apart, to good answers under their own questions
and under others (`swaps.py`), by the words that they share and by what words go with which
questions (`matching.py`). The less likely it is, the nearer all ratings are to those that readers
gave to stories about something else.
"""

from pathlib import Path

from benchmarks.answers import load_answers
from benchmarks.ratings import compute_score, describe_agreement
from benchmarks.tuning import EVIDENCE, HALVES, Tuning
from interview_cli.answers.criteria import WEIGHTS
from interview_cli.coach.offline import estimates
from interview_cli.coach.offline.estimates import QUESTION
from interview_cli.coach.offline.question_match import encode_vectors

FILE = Path(estimates.__file__).with_name("weights.toml")
WORDING_FILE = FILE.with_name("wording.toml")
MATCH_FILE = FILE.with_name("question_match.txt")
_HEADER = """\
# Generated from the tuning answers by `python -m benchmarks.fit`: do not edit.
# The features are those of features/; docs/offline-coach.md says how they are fitted.
"""
_WORDING_HEADER = """\
# Generated from the tuning answers by `python -m benchmarks.fit`: do not edit.
# The weight of each stem, as `wording.py` uses it; "@" stands for words that count alike.
"""
_MATCH_HEADER = """\
# Generated from the tuning answers by `python -m benchmarks.fit`: do not edit.
# Vectors of terms, first of questions, then of answers, as `question_match.py` reads them.
"""


def format_wording(tuning: Tuning) -> str:
    """Fit the words, and return the text of `wording.toml`."""
    lines = (f'"{stem}" = {weight}' for stem, weight in tuning.fit_wording().items() if weight)
    return _WORDING_HEADER + "\n".join(lines) + "\n"


def format_match(tuning: Tuning) -> str:
    """Fit the match of answers and questions, and return the text of `question_match.txt`."""
    parts = map(encode_vectors, tuning.fit_match())
    return "\n\n".join([_MATCH_HEADER.rstrip(), *parts]) + "\n"


def format_weights(tuning: Tuning) -> str:
    """Fit everything, and return the text of `weights.toml`."""
    model = tuning.fit_model()
    intercepts, weights = model["intercepts"], model["weights"]
    sections = [
        "# The mean of each feature over the tuning answers.\n"
        + _format_table("means", model["means"]),
        "# What readers gave to stories about something else, on average.\n"
        + _format_table("elsewhere", model["elsewhere"]),
        "# The rating to start from, by kind of question; of the question, the log odds.",
        *(_format_table(f"intercepts.{name}", intercepts[name]) for name in (QUESTION, *WEIGHTS)),
        "# What each feature adds to a rating, in points for each unit of its count; for the"
        "\n# question, to the log odds that the answer is about what was asked.",
        *(_format_table(f"weights.{name}", table) for name, table in weights.items()),
    ]
    return _HEADER + "\n" + "\n\n".join(sections) + "\n"


def _format_table(name: str, values: dict[str, float]) -> str:
    return "\n".join([f"[{name}]", *(f"{key} = {value}" for key, value in values.items())])


def main() -> None:
    tuning = Tuning()
    FILE.write_text(format_weights(tuning), "utf-8")
    WORDING_FILE.write_text(format_wording(tuning), "utf-8")
    MATCH_FILE.write_text(format_match(tuning), "utf-8")
    ratings = tuning.rate_left_out()
    groups = {half: load_answers(half) for half in HALVES[1:]}
    groups = {"left out": tuning.labelled} | groups | {"swapped": tuning.swapped}
    for name, kept in groups.items():
        print(describe_agreement(name, kept, [ratings[answer.id] for answer in kept]))
    scores = {
        answer.id: compute_score(ratings[answer.id]) for sides in tuning.sides for answer in sides
    }
    for half in EVIDENCE:
        won = [
            scores[high.id] > scores[low.id]
            for high, low in tuning.sides
            if high.id.split()[0] == half
        ]
        print(f"{half:10} left out, high above low {sum(won) / len(won):.2f}, of {len(won)}")


if __name__ == "__main__":
    main()
