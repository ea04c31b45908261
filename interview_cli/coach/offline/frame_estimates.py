"""Estimate how likely a reader calls a question good that names a part of the CV or of the ad.

A logistic regression on the marks of readers (`benchmarks/questions`), whose weights are in
`frame_weights.toml`; `python -m benchmarks.frame_fit` fits them. A question that names nothing,
"Walk me through your CV, please", is nearly always good. Its features tell what others name:

- role_over: a job of the CV that is over
- deed_words, duty_words, asked_words: how many words, without articles and prepositions, tell a
  project of the CV, a duty of the ad, or what the ad asks for
"""

from collections.abc import Mapping

from interview_cli.coach.offline.share_estimates import estimate_share, load_least_share
from interview_cli.english.words import word_list
from interview_cli.requirements.requirement import Requirement

_FILE = "frame_weights.toml"
_OVER = "was"
_TOLD = ("deed", "asked")
_LEAST_FOR_MUST = 0.4
_LEAST_FOR_DEED, _LEAST_FOR_RESULT = 0.79, 0.7


def is_well_told(deed: str, *, is_result: bool = False) -> bool:
    """Return whether a question that tells a project of the CV is good enough to be asked.

    That somebody has read the CV is worth a question that is a little less likely to be good, and
    a result in numbers is worth a few words more.
    """
    least = _LEAST_FOR_RESULT if is_result else _LEAST_FOR_DEED
    return estimate_frame({"deed": deed}) >= least


def is_well_named(requirement: Requirement) -> bool:
    """Return whether a question that names a requirement is good enough to be asked.

    That a must is missing is worth a question that is a little less likely to be good.
    """
    request = requirement.request
    words = (request and (request.subject or request.words)) or requirement.phrase
    fields = {"asked": words or requirement.topic}
    least = _LEAST_FOR_MUST if requirement.is_must else load_least_share(_FILE)
    return estimate_frame(fields) >= least


def estimate_frame(fields: Mapping[str, str]) -> float:
    """Return the share of readers, 0 to 1, who would call a question good.

    `fields` are those that its wording names, as in `bank.toml`.
    """
    return estimate_share(_FILE, measure_frame(fields))


def measure_frame(fields: Mapping[str, str]) -> dict[str, float]:
    """Return the features of a question by the fields that its wording names."""
    words = {f"{name}_words": float(_count_words(fields.get(name, ""))) for name in _TOLD}
    return {"role_over": float(fields.get("is") == _OVER), **words}


def _count_words(text: str) -> int:
    """Count the words of a text without articles and prepositions."""
    return sum(word.lower() not in word_list("articles_and_prepositions") for word in text.split())
