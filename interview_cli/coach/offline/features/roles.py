"""Features of an answer: which part of it is the speaker's own work?

`answers/roles.py` gives each sentence its role.
"""

import math

from interview_cli.answers.roles import RoleSentence, SentenceRole
from interview_cli.coach.offline.answer_reading import AnswerReading
from interview_cli.coach.offline.features.base import LOWERS, RAISES, STORY_KINDS, Feature
from interview_cli.coach.offline.features.measures import FEWEST_WORDS
from interview_cli.english.words import find_measures

_OWN: tuple[SentenceRole, ...] = ("own", "outcome", "finding", "past")
_CASE_KINDS = ("behaviour", "situation", "follow_up")
_OF_WORK = ("relevance", "specificity", "ownership", "impact")
"""The order of a story does not depend on who acts."""


def count_amounts(answer: AnswerReading) -> float:
    """Return how many amounts there are; in a case, those where the speaker acts or tells it."""
    is_case = answer.question.kind in _CASE_KINDS
    amounts = {
        amount
        for each in answer.role_sentences
        if each.role in _OWN or not is_case
        for amount in find_measures(each.sentence.text)
    }
    return math.log1p(len(amounts))


def _count_clauses(answer: AnswerReading, role: str) -> int:
    return sum(clause.role == role for each in answer.role_sentences for clause in each.clauses)


def _count_verbs(answer: AnswerReading) -> float:
    verbs = {act.verb for each in answer.role_sentences for act in each.acts}
    return math.log1p(len(verbs))


def _count_examining(answer: AnswerReading) -> int:
    acts = (act for each in answer.role_sentences for act in each.acts)
    return min(3, sum(act.role == "examine" for act in acts))


def _has_effect(each: RoleSentence) -> bool:
    """Return whether somebody or something else acts in the sentence of an own act."""
    return each.role == "own" and bool(each.count("thing") + each.count("person"))


def _measure_share(answer: AnswerReading, role: SentenceRole) -> float:
    """Return the share of the words of an answer, 0 to 1, in sentences of a role."""
    words = sum(len(each.sentence.words) for each in answer.role_sentences if each.role == role)
    return words / max(FEWEST_WORDS, answer.elements.word_count)


def _measure_states(answer: AnswerReading) -> float:
    words = sum(
        len(clause.text.split())
        for each in answer.role_sentences
        for clause in each.clauses
        if clause.role == "state"
    )
    return words / max(FEWEST_WORDS, answer.elements.word_count)


def _find(answer: AnswerReading, role: SentenceRole) -> tuple[str, ...]:
    return tuple(each.sentence.text for each in answer.role_sentences if each.role == role)


ENTRIES = (
    Feature(
        name="own_work",
        direction=RAISES,
        criteria=_OF_WORK,
        measure=_count_verbs,
        present="",
    ),
    Feature(
        name="examining",
        direction=RAISES,
        criteria=_OF_WORK,
        measure=_count_examining,
        present="say what you looked at, asked or tried",
    ),
    Feature(
        name="alternatives",
        direction=RAISES,
        criteria=_OF_WORK,
        measure=lambda answer: min(
            2, sum(each.has("alternative") for each in answer.role_sentences)
        ),
        present="weigh what else could have been done",
    ),
    Feature(
        name="effects",
        direction=RAISES,
        criteria=_OF_WORK,
        measure=lambda answer: math.log1p(sum(map(_has_effect, answer.role_sentences))),
        present="",
    ),
    Feature(
        name="others_share",
        direction=LOWERS,
        criteria=_OF_WORK,
        measure=lambda answer: _measure_share(answer, "others"),
        present="tell what others did",
    ),
    Feature(
        name="claims",
        direction=LOWERS,
        criteria=_OF_WORK,
        measure=lambda answer: _measure_share(answer, "talk"),
        present="make claims that hold for anybody",
    ),
    Feature(
        name="definitions",
        direction=LOWERS,
        criteria=_OF_WORK,
        measure=lambda answer: _measure_share(answer, "definition"),
        present="explain how things are in general",
    ),
    Feature(
        name="states",
        direction=LOWERS,
        criteria=_OF_WORK,
        measure=_measure_states,
        present="",
    ),
    Feature(
        name="feelings",
        direction=LOWERS,
        criteria=_OF_WORK,
        measure=lambda answer: math.log1p(_count_clauses(answer, "feeling")),
        present="",
    ),
)

_FEWEST, _LEAST_SHARE = 2, 0.35


def is_mostly(answer: AnswerReading, role: SentenceRole) -> bool:
    """Return whether several sentences of a story have a role, and much of its words."""
    is_story = answer.question.kind in STORY_KINDS
    is_much = _measure_share(answer, role) >= _LEAST_SHARE
    return is_story and len(_find(answer, role)) >= _FEWEST and is_much
