"""Tell whether what was prepared for one question of an interview serves for another.

Precision counts for more than recall: people do not practise again what they read they practised.
"""

from functools import cache

from interview_cli.coach.llm.question_words import find_question_words
from interview_cli.english.rules import load_rules, load_toml
from interview_cli.english.words import content_stems, stem_word
from interview_cli.models import Question
from interview_cli.requirements.common_questions import find_common_questions

_PACKAGE = "interview_cli.workflow"
_MIN_SHARED = 2
_SAME_SHARE = 0.6
"""Two questions are the same if they share so much of the longer one's words of subject."""


def is_same_question(asked: str, practised: Question) -> bool:
    """Return whether a practised question asked for the same as one of the real interview.

    They do if both are one of the questions that all interviews ask, if both ask for experience
    with one thing, or if they share most of the words of their subjects.
    """
    common = find_common_questions(asked), find_common_questions(practised.content)
    if any(common):
        return not common[0].isdisjoint(common[1])
    return _asks_for_experience(asked, practised) or _share_words(asked, practised.content)


def _asks_for_experience(asked: str, practised: Question) -> bool:
    """Return whether both ask how far somebody knows one thing, such as a tool."""
    if not _matches("experience", asked):
        return False
    real = _find_thing(asked)
    if practised.kind == "gap" and practised.topic:
        known = content_stems(practised.topic)
    elif _matches("experience", practised.content):
        known = _find_thing(practised.content)
    else:
        return False
    return bool(real and known) and (real <= known or known <= real)


def _matches(group: str, text: str) -> bool:
    pattern = load_rules(_PACKAGE, "same_question.toml")[group].pattern
    return pattern.search(text.replace("’", "'")) is not None


def _find_thing(text: str) -> frozenset[str]:
    """Return the stems of what a question on experience names."""
    return content_stems(text) - _load_experience_words()


@cache
def _load_experience_words() -> frozenset[str]:
    words = load_toml(_PACKAGE, "same_question.toml")["experience_words"]
    return frozenset(map(stem_word, words.split()))


def _share_words(asked: str, practised: str) -> bool:
    real, known = find_question_words(asked), find_question_words(practised)
    shared = len(real & known)
    return shared >= _MIN_SHARED and shared >= _SAME_SHARE * max(len(real), len(known))
