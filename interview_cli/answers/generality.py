"""Rate how general an answer is: whether it would fit any job, or tells something of this one."""

from collections.abc import Sequence

from interview_cli.answers.clauses import is_own_deed
from interview_cli.answers.sentences import Sentence

_QUOTATION_MARKS = '"“”'
_GENERAL = 0.35
"""From here on hardly anything is concrete."""
_DETAILS_PER_EMPTY = 2
"""Two details outweigh one sentence without content."""


def is_general(sentences: Sequence[Sentence]) -> bool:
    """Return whether hardly anything in an answer is concrete."""
    return rate_generality(sentences) >= _GENERAL


def rate_generality(sentences: Sequence[Sentence]) -> float:
    """Rate an answer from its sentences: the higher, the less in it is concrete.

    Sentences without content, and general statements ("there are many ways"), count for it.
    Figures, names, times, deeds, quoted words and rare words count against it.
    """
    words = sum(len(sentence.words) for sentence in sentences)
    if not words:
        return 0.0
    empty = sum(sentence.is_empty or sentence.is_thin for sentence in sentences)
    general = sum(sentence.has_phrase("general") for sentence in sentences)
    details = sum(map(_count_details, sentences))
    rare = len({stem for sentence in sentences for stem in sentence.specific_stems})
    return (empty + general - details / _DETAILS_PER_EMPTY) / len(sentences) - rare / words


def _count_details(sentence: Sentence) -> int:
    facts = len(sentence.numbers) + len(sentence.names) + sentence.has_time
    is_quoted = any(mark in sentence.text for mark in _QUOTATION_MARKS)
    return facts + is_own_deed(sentence) + is_quoted
