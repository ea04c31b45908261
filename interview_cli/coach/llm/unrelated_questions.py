"""Find two questions in one that have nothing to do with each other."""

from itertools import pairwise

from interview_cli.coach.llm.question_marks import QUESTION_MARK
from interview_cli.coach.llm.question_words import load_plain
from interview_cli.coach.llm.rules import find_pattern, has_match
from interview_cli.coach.llm.sentence_vectors import measure_cosine, place_words
from interview_cli.english.words import content_stems, split_sentences

_FILE = "question_check"
_MIN_WORDS = 4
"""A question of fewer words leans on the one before it."""
_LIKENESS = 0.15


def has_unrelated_questions(text: str) -> bool:
    """Return whether an English sentence asks two things that no word connects."""
    for sentence in split_sentences(text):
        if QUESTION_MARK.search(sentence) or has_match(_FILE, "request", sentence):
            parts = find_pattern(_FILE, "next_question").split(sentence)
            if any(_are_unrelated(first, second) for first, second in pairwise(parts)):
                return True
    return False


def _are_unrelated(first: str, second: str) -> bool:
    words, others = (sorted(content_stems(part) - load_plain()) for part in (first, second))
    if not words or len(others) < _MIN_WORDS or not set(words).isdisjoint(others):
        return False
    if has_match(_FILE, "goes_on", second):
        return False
    return measure_cosine(place_words(words), place_words(others)) < _LIKENESS
