"""What a question about a gap wants: the paper or the tool by name, or what comes nearest.

An answer that says neither answers another question, however good its story is; one that says it
answers, however short it is.
"""

from collections.abc import Mapping
from functools import lru_cache

from interview_cli.coach.offline.answer_reading import AnswerReading
from interview_cli.coach.offline.features.base import LOWERS, Feature
from interview_cli.coach.offline.forms import asks_for_plan
from interview_cli.requirements.cv_papers import is_paper
from interview_cli.requirements.gap_answers import Standing, asks_for_history, read_standing
from interview_cli.requirements.shared_words import has_word_of

_MAX_RELEVANCE_PAPER, _MAX_RELEVANCE_WORK = 1, 2
"""Of the tuning answers to gap questions that say neither, readers rated the relevance 1.2 on
average."""
_LEAST = {"relevance": 3.0}
_LEAST_WITH_TIME = {"relevance": 4.0, "specificity": 2.0, "structure": 2.0, "ownership": 2.0}
_LEAST_IN_FULL = {"relevance": 4.0, "specificity": 3.0, "structure": 3.0, "ownership": 3.0}
"""The least ratings of an answer that says where somebody stands with a paper. A date is what such
a question asks for in the place of a story."""
_FULL_WORD_COUNT = 7
"""From so many words on, an answer with a date names the paper, too: "Yes, since 2014" does not."""
_NAME = "missing_bridge"
"""The feature that judges the same by the form of the sentences."""


def find_standing(answer: AnswerReading) -> Standing | None:
    """Return where the speaker stands with what a gap question asks for.

    None for other kinds of questions, for those on a break in a career, and for those that do not
    name the paper which is their topic.
    """
    topic, question = answer.question.topic, answer.question.content
    if answer.question.kind != "gap" or (not topic and asks_for_history(question)):
        return None
    if topic and is_paper(topic) and not has_word_of(topic, question):
        return None
    return _read_standing(topic or question, answer.whole_text, question)


# Caps, floors and words ask for the same answer.
_read_standing = lru_cache(maxsize=100)(read_standing)


def replace_gap_caps(answer: AnswerReading, caps: Mapping[Feature, int]) -> dict[Feature, int]:
    """Return the caps of relevance as the rubric of a gap question has them."""
    standing = find_standing(answer)
    if standing is None:
        return dict(caps)
    if find_paper_standing(answer):
        return {}
    kept = {feature: cap for feature, cap in caps.items() if feature.name != _NAME}
    missed = find_missed(answer)
    if missed is None:
        return kept
    highest = _MAX_RELEVANCE_PAPER if missed is MISSED_PAPER else _MAX_RELEVANCE_WORK
    return {missed: highest} | kept


def find_paper_standing(answer: AnswerReading) -> Standing | None:
    """Return where the speaker stands with the paper that was asked for; None if not said."""
    standing = find_standing(answer)
    return standing if standing and standing.is_paper and standing.sentence is not None else None


def find_missed(answer: AnswerReading) -> Feature | None:
    """Return what a gap question asks for and the answer does not say; None if it says it."""
    standing = find_standing(answer)
    if standing is None or standing.sentence is not None or _plans_as_asked(answer):
        return None
    return MISSED_PAPER if standing.is_paper else MISSED_WORK


def _plans_as_asked(answer: AnswerReading) -> bool:
    """Return whether the question asks how one would close the gap, and the answer says so."""
    return asks_for_plan(answer.question.content) and bool(answer.plans)


def find_least_ratings(answer: AnswerReading) -> Mapping[str, float]:
    """Return the least that criteria are rated, 0 to 5, before caps; none for most answers."""
    standing = find_paper_standing(answer)
    if standing is None:
        return {}
    if not standing.says_when:
        return _LEAST
    return _LEAST_IN_FULL if answer.whole_word_count >= _FULL_WORD_COUNT else _LEAST_WITH_TIME


MISSED_PAPER = Feature(
    name="missed_paper",
    direction=LOWERS,
    criteria=(),
    measure=lambda answer: 0.0,
    present=lambda answer: f"do not say whether you have {_name(answer)}",
)
MISSED_WORK = Feature(
    name="missed_work",
    direction=LOWERS,
    criteria=(),
    measure=lambda answer: 0.0,
    present=lambda answer: f"name neither {_name(answer)} nor what comes nearest to it",
)


def _name(answer: AnswerReading) -> str:
    topic = answer.question.topic
    return f"“{topic}”" if topic else "what was asked for"
