"""Find what an answer lacks, so that a follow-up can ask for it."""

import re
from collections.abc import Sequence

from interview_cli.answers.non_answers import explain_non_answer
from interview_cli.answers.points import find_point, is_habit, is_own_deed
from interview_cli.answers.sentences import Sentence
from interview_cli.answers.star import StarElements, parse_star
from interview_cli.english.rules import load_rules
from interview_cli.english.words import find_measures, tokenize, word_list
from interview_cli.models import Answer, Question
from interview_cli.vocabulary import Level

_STORY_KINDS = ("opener", "requirement", "behaviour")
_MIN_WORDS = 12
"""A shorter reply is not followed up."""
_MIN_WE = 2
_MIN_HABITS = 2


def find_missing_element(
    question: Question, answer: Answer, level: Level | None = None
) -> str | None:
    """Return the element to ask for next; None if the answer calls for no follow-up.

    The elements are `own_part` (only a group acted), `action`, `situation` (habits or plans instead
    of a case), `result`, `number`, and `reason` at levels that are asked for their own decisions.
    An element counts as missing only if the answer holds a point that a follow-up can take up.
    """
    if not _can_follow(question, answer):
        return None
    missing = _choose_element(parse_star(answer.content), level)
    return missing if missing and find_point(answer.content, missing) else None


def _can_follow(question: Question, answer: Answer) -> bool:
    text = answer.content
    return (
        question.kind in _STORY_KINDS
        and not answer.skipped
        and len(tokenize(text)) >= _MIN_WORDS
        and not _group("no_story").search(question.content)
        and not explain_non_answer(text, question.content, ())
    )


def _choose_element(elements: StarElements, level: Level | None) -> str | None:
    if not any(map(is_own_deed, elements.substantive)):
        return _choose_without_deed(elements)
    if not _has_outcome(elements.substantive):
        return "result"
    if _lacks_number(elements.sentences):
        return "number"
    if not elements.situation:
        return "situation"
    owes_reasons = level in ("senior", "lead", "executive")
    return "reason" if owes_reasons and not elements.reasons else None


def _choose_without_deed(elements: StarElements) -> str | None:
    """Return the element to ask for when the speaker did nothing in the answer."""
    sentences = elements.substantive
    if _has_match("refusal", elements.sentences):
        return None
    is_group = sum(sentence.we_count for sentence in sentences) >= _MIN_WE
    if is_group and not _has_match("own_part", elements.sentences):
        return "own_part"
    if sum(map(is_habit, sentences)) >= _MIN_HABITS:
        return "situation"
    if any(sentence.has_others_act for sentence in sentences):
        return "own_part"
    return "action" if any(sentence.is_past for sentence in sentences) else None


def _has_outcome(sentences: Sequence[Sentence]) -> bool:
    """Return whether the sentences say how it ended, or that it has not ended yet."""
    texts = [sentence.text for sentence in sentences if _is_real(sentence)]
    if _has_match("outcome", texts) or _has_match("ongoing", texts):
        return True
    return any(map(_has_outcome_verb, sentences)) or _has_ending(sentences)


def _has_outcome_verb(sentence: Sentence) -> bool:
    words = set(sentence.words) - sentence.acts
    return _is_real(sentence) and bool(word_list("outcome") & words)


def _has_ending(sentences: Sequence[Sentence]) -> bool:
    """Return whether something happened after the last deed: "I rang her. She came at once."""
    deeds = [place for place, sentence in enumerate(sentences) if is_own_deed(sentence)]
    after = sentences[deeds[-1] + 1 :]
    return any(sentence.is_past and _is_real(sentence) for sentence in after)


def _is_real(sentence: Sentence) -> bool:
    return sentence.is_past or not sentence.is_hypothetical


def _lacks_number(texts: Sequence[str]) -> bool:
    """Return whether a change is told that could be counted, and no amount anywhere."""
    has_amount = any(map(find_measures, texts)) or _has_match("share", texts)
    return _has_match("measurable", texts) and not has_amount


def _has_match(name: str, texts: Sequence[str]) -> bool:
    return any(map(_group(name).search, texts))


def _group(name: str) -> re.Pattern[str]:
    return load_rules("interview_cli.answers", "missing.toml")[name].pattern
