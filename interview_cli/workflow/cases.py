"""Tell whether an answer tells a real case, where it begins, and what came of it."""

from functools import cache

from interview_cli.answers.clauses import is_habit, is_own_deed, load_no_deeds
from interview_cli.answers.criteria import FORWARD_KINDS
from interview_cli.answers.pleas import is_plea
from interview_cli.answers.sentences import Sentence, parse_sentences
from interview_cli.answers.star import StarElements, parse_star
from interview_cli.english.rules import Rules, load_toml
from interview_cli.english.words import word_list

_RULES = Rules("interview_cli.workflow", "cases.toml")

ASKS_FOR_CASE = ("requirement", "behaviour")
"""Kinds of questions that ask for a case."""
_TOLD_KINDS = (*ASKS_FOR_CASE, "follow_up")
"""In answers to these, a case may also be told in the present tense."""
_MIN_PAST = 0.4
"""The least share of sentences in the past tense. With a deed, a situation or result, and something
concrete, it found 83 % of the cases among the tuning answers of the benchmark; 81 % of what it
found were cases."""
_MIN_TOLD = 2
"""Deeds in the past that make a case of an answer to a question on plans or motives."""


def tells_case(answer: str, kind: str) -> bool:
    """Return whether an answer to a question of this kind tells a case of the speaker's own."""
    if kind in FORWARD_KINDS and not _tells_past(answer):
        return False
    is_story = kind in _TOLD_KINDS
    elements = parse_star(answer, is_story=is_story)
    sentences = elements.substantive
    past = sum(sentence.is_past for sentence in sentences)
    return (
        any(map(begins_case, elements.action))
        and any(is_own_deed(sentence) and begins_case(sentence.text) for sentence in sentences)
        and past >= _MIN_PAST * len(sentences)
        and (_has_beginning(elements) or bool(_find_told_results(answer, is_story=is_story)))
        and bool(elements.concrete or any(map(names_occasion, sentences)))
    )


def _has_beginning(elements: StarElements) -> bool:
    """Return whether a sentence says where a case began, and the answer tells more than that.

    A single deed in a single sentence ("I ran a shift in 2023") is a fact, not a case.
    """
    has_start = elements.situation or any(map(names_occasion, elements.substantive))
    past = [sentence for sentence in elements.substantive if sentence.is_past]
    return bool(has_start) and (len(past) > 1 or any(map(_tells_several_deeds, past)))


def _tells_several_deeds(sentence: Sentence) -> bool:
    return len(sentence.acts - load_no_deeds()) > 1


def _tells_past(answer: str) -> bool:
    """Return whether an answer to a question on a plan tells what happened once, in the past.

    A sentence that wants something, or speaks to the employer, tells no case.
    """
    past = [
        sentence
        for sentence in parse_star(answer).substantive
        if sentence.is_plainly_past and not _RULES.is_found("aim", sentence.text)
    ]
    deeds = [sentence for sentence in past if sentence.acts]
    has_time = any(sentence.has_time or names_occasion(sentence) for sentence in past)
    return len(deeds) >= (1 if has_time else _MIN_TOLD)


def names_occasion(sentence: Sentence) -> bool:
    """Return whether a sentence in the past says when something happened, once."""
    return sentence.is_past and _RULES.is_found("occasion", sentence.text)


def begins_case(sentence: str) -> bool:
    """Return whether a sentence may tell an act, not what somebody has done for years."""
    return not _RULES.is_found("standing", sentence.strip())


def find_result(answer: str, situation: str) -> list[str]:
    """Return the sentences that say what came of a case.

    Where no word says so, they are those in the past after the last deed.
    """
    told = [text for text in _find_told_results(answer) if text != situation]
    sentences = [
        sentence
        for sentence in parse_sentences(answer, is_story=True)
        if sentence.is_past and not (sentence.is_empty or is_plea(sentence.text))
    ]
    deeds = [place for place, sentence in enumerate(sentences) if sentence.acts]
    after = sentences[max(deeds, default=len(sentences)) + 1 :]
    return told or [sentence.text for sentence in after]


def _find_told_results(answer: str, *, is_story: bool = True) -> list[str]:
    """Return the sentences whose words say what came of something."""
    elements = parse_star(answer, is_story=is_story)
    ends = {*elements.result, *elements.witnessed}
    told = (sentence for sentence in elements.substantive if sentence.text in ends)
    return [sentence.text for sentence in told if not _only_tells_deed(sentence)]


def _only_tells_deed(sentence: Sentence) -> bool:
    """Return whether a sentence tells what the speaker did or does, and nothing that came of it."""
    if is_habit(sentence) and not sentence.is_past:
        return True
    if not is_own_deed(sentence) or sentence.has_phrase("outcome"):
        return False
    ends = word_list("outcome") & set(sentence.words)
    return ends <= sentence.acts - _result_verbs() and not _RULES.is_found("change", sentence.text)


@cache
def _result_verbs() -> frozenset[str]:
    return frozenset(load_toml("interview_cli.workflow", "cases.toml")["result_verbs"].split())
