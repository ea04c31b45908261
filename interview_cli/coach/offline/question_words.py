"""Find the words of a question in an answer, beyond the one sentence that repeats them.

Anybody can begin with the words of the question and tell something else. An answer that is about
what was asked comes back to it. Sentences may stand in any order.
"""

from collections import Counter
from collections.abc import Set
from functools import lru_cache

from interview_cli.coach.offline.answer_reading import AnswerReading
from interview_cli.coach.offline.question_subject import find_asking_stems
from interview_cli.coach.offline.relatedness import cut_rare_stems, cut_stems
from interview_cli.english.words import content_stems

_FEWEST_SENTENCES = 3
"""A shorter answer may say all of it in one sentence."""


def count_question_words(answer: AnswerReading) -> int:
    """Return how many stems of the question an answer holds beyond one sentence."""
    return _count_beyond_echo(answer, _find_asked(answer.question.content))


def count_near_words(answer: AnswerReading) -> int:
    """Return how many rare stems of question and ad an answer holds beyond one sentence."""
    return _count_beyond_echo(answer, cut_rare_stems(answer.near_stems))


def measure_echo(answer: AnswerReading) -> float:
    """Return the share of the question's stems, 0 to 1, that only one sentence holds."""
    asked = _find_asked(answer.question.content)
    found = set().union(*_list_found(answer, asked))
    return (len(found) - _count_beyond_echo(answer, asked)) / (len(asked) + 1)


@lru_cache(maxsize=100)
def _find_asked(question: str) -> frozenset[str]:
    return cut_stems(content_stems(question) - find_asking_stems())


def _count_beyond_echo(answer: AnswerReading, stems: Set[str]) -> int:
    """Return how many stems remain without the sentence that alone holds most of them."""
    found = _list_found(answer, stems)
    counts = Counter(stem for held in found for stem in held)
    if len(found) < _FEWEST_SENTENCES:
        return len(counts)
    return len(counts) - max(sum(counts[stem] == 1 for stem in held) for held in found)


def _list_found(answer: AnswerReading, stems: Set[str]) -> list[Set[str]]:
    return [cut_stems(content_stems(text)) & stems for text in answer.plain_text.split("\n")]
