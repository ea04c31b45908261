"""Fit the weights for questions that name the CV or the ad: `python -m benchmarks.frame_fit`.

It fits a logistic regression to readers' marks of all questions of the bank that would still be
asked of the same pair, writes `frame_weights.toml`, and prints how well marks of pairs are foretold
that were left out.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import product
from pathlib import Path
from unittest import mock

from benchmarks.mark_fits import MarkFit, Row
from benchmarks.questions import FITTED, READINGS, create_interview, load_marks, load_pairs
from interview_cli.coach.base import Facts
from interview_cli.coach.offline import cv_deeds, frame_estimates
from interview_cli.coach.offline.bank import load_bank
from interview_cli.coach.offline.company_names import say_company
from interview_cli.coach.offline.cv_questions import find_role
from interview_cli.coach.offline.features.base import LOWERS
from interview_cli.coach.offline.frame_estimates import measure_frame
from interview_cli.requirements.cv_work import find_work
from interview_cli.requirements.extract import find_requirements
from interview_cli.text import begin_with_capital
from interview_cli.workflow.interview import collect_facts

FILE = Path(frame_estimates.__file__).with_name("frame_weights.toml")
FIT = MarkFit(
    header="""\
# Generated from readers' marks by `python -m benchmarks.frame_fit`: do not edit.
# The log odds that a reader calls a question of the bank good, as `frame_estimates.py` uses them.
""",
    directions=dict.fromkeys(measure_frame({}), LOWERS),
    penalty=3.0,
    bound=0.9,
)
_KINDS = ("opener", "requirement", "gap", "gap_paper", "motivation", "closing")
_EARLIER = (
    "I noticed in your CV that you {deed}. Tell me more about that.",
    "How much {asked} do you have?",
    "How much have you had to do with {asked}?",
)
"""Wordings that the bank had: their marks tell what may be named, too."""
_FIELD = re.compile(r"\{(\w+)\}")

Fields = dict[str, str]


@cache
def load_rows() -> list[Row]:
    """Return the marked questions of the bank that would still be asked of their pairs."""
    return list(_list_rows())


def _list_rows() -> Iterator[Row]:
    for half in FITTED:
        pairs = load_pairs(half)
        readings = [load_marks(file) for file in READINGS[half]]
        for name, pair in pairs.items():
            keys = {key for marks in readings for key in marks if key.startswith(f"{name}: ")}
            facts = collect_facts(create_interview(name, pair))
            for question, features in _list_questions(facts):
                # What a junior is told about the example may follow.
                for key in sorted(key for key in keys if key.startswith(f"{name}: {question}")):
                    marks = [reading[key] for reading in readings if key in reading]
                    shares = (marks.count(mark) / len(marks) for mark in ("good", "wrong"))
                    yield Row(name, features, *shares)


def _list_questions(facts: Facts) -> Iterator[tuple[str, dict[str, float]]]:
    """Yield the questions that can be made for an interview, and their features."""
    company = say_company(facts.company_name)
    kinds = map(load_bank().__getitem__, _KINDS)
    wordings = [wording for kind in kinds for form in kind.values() for wording in form]
    wordings += _EARLIER
    for wording, fields in product(wordings, list(_list_fields(facts))):
        names = set(_FIELD.findall(wording)) - {"company"}
        if names <= fields.keys() and bool(names) == bool(fields):
            question = begin_with_capital(wording.format(company=company, **fields))
            for text in dict.fromkeys((question, question.replace("CV", "resume"))):
                yield text, measure_frame(fields)


def _list_fields(facts: Facts) -> Iterator[Fields]:
    yield {}
    if role := find_role(facts):
        yield role
    # Not only the deeds that the weights of before let through: the fit would never settle.
    with mock.patch.object(cv_deeds, "_is_likely_good", return_value=True):
        deeds = list(cv_deeds.list_projects(facts, find_work(facts.cv_text)))
    yield from ({"deed": deed} for deed in deeds)
    plain = (each for each in find_requirements(facts.job_text) if each.is_plain)
    for requirement in plain:  # no plan has others
        request = requirement.request
        asked = [requirement.phrase, request and request.words, request and request.subject]
        yield from ({"asked": words} for words in dict.fromkeys(filter(None, asked)))


def format_fit() -> str:
    """Fit the weights, and return the text of `frame_weights.toml`."""
    return FIT.format(load_rows())


def main() -> None:
    FIT.write(FILE, load_rows())


if __name__ == "__main__":
    main()
