"""Name a requirement in the words of its ad."""

import re

from interview_cli.english.rules import load_rules
from interview_cli.english.words import split_sentences
from interview_cli.requirements.ad_lines import remove_marks
from interview_cli.requirements.requirement import Requirement
from interview_cli.text import shorten

_MAX_CHARS = 120
_MARKS = re.compile(r"""^[^\w("'“£$€]+|[\s.;,:]+$""")


def name_requirement(requirement: Requirement) -> str:
    """Return the ad's own words for a requirement: whole ones, which a reader finds in the ad.

    A topic is made for questions and may be a piece of a phrase ("domestic" of "experience in
    domestic"), so it names nothing here.
    """
    return _shorten(requirement.text)


def name_formality(requirement: Requirement, ad: str) -> str:
    """Return the sentence of an ad that names a formality, which may stand amid other words."""
    sentences = (sentence for sentence in split_sentences(ad) if requirement.text in sentence)
    whole = remove_marks(next(sentences, requirement.text))
    is_one = len(whole) <= _MAX_CHARS and ";" not in whole
    return _shorten(whole if is_one else requirement.text)


def _shorten(text: str) -> str:
    whole = load_rules("interview_cli.requirements", "labels.toml")["hanging"].pattern.sub("", text)
    return shorten(_MARKS.sub("", whole), _MAX_CHARS)
