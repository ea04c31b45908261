"""Tell that an answer says no to what a requirement names, or has yet to learn it."""

import re
from functools import lru_cache
from typing import NamedTuple

from interview_cli.english.rules import Rules
from interview_cli.english.words import tokenize
from interview_cli.requirements.given_answers import GivenAnswer
from interview_cli.requirements.own_clauses import list_clauses
from interview_cli.requirements.shared_words import is_other_version, share_words
from interview_cli.requirements.written_names import names_first_of

_RULES = Rules("interview_cli.requirements", "denials.toml")
_CODE = re.compile(r"\b(?:[A-Z]{3,}|[A-Z]{2,}-\d+)\b")
_ANSWERS_KEPT = 500
_TOPICS_KEPT = 200


@lru_cache(maxsize=_ANSWERS_KEPT)
def find_denial(topic: str, answer: GivenAnswer) -> str | None:
    """Return the first sentence of an answer that says no to a topic; None if none does.

    A sentence that names it is one, too, if the next takes it back ("I haven't used it"), or if the
    question asks what somebody would have to learn. So is a plain no to a question that names it.
    """
    sentences = answer.sentences
    is_asked = answer.kind == "gap" and _names(topic, answer.question)
    if is_asked and sentences and _is_found("plain_no", sentences[0]):
        return answer.beginning
    for sentence, following in zip(sentences, [*sentences[1:], ""], strict=True):
        if is_other_version(topic, sentence):
            return sentence
        if not _names(topic, sentence):
            continue
        is_taken_back = _is_found("takes_back", following)
        is_denied = is_taken_back or _denies(topic, sentence)
        if is_denied or _is_found("asks_for_gap", answer.question):
            # A question or a bare name, which the next sentence explains, tells nothing by itself.
            is_bare = sentence.endswith("?") or _is_found("bare", sentence)
            return f"{sentence} {following}" if is_taken_back and is_bare else sentence
    return None


def says_no_plainly(answer: GivenAnswer) -> bool:
    """Return whether an answer begins with a no: "None really, in a hotel."."""
    return _is_found("plain_no", answer.beginning)


def _names(topic: str, text: str) -> bool:
    """Return whether a text names a topic, be it only by the letters that stand for it."""
    is_named = _has_code(topic, text) or share_words(topic, text).names_it
    return is_named or names_first_of(topic, text)


class _Codes(NamedTuple):
    """The letters and numbers in a topic by which a text may name it."""

    names: frozenset[str]
    classes: frozenset[str]
    steps: frozenset[str]


@lru_cache(maxsize=_TOPICS_KEPT)  # a topic is compared with each sentence of each answer
def _read_codes(topic: str) -> _Codes:
    return _Codes(
        frozenset(_CODE.findall(topic)),
        frozenset(found["code"] for found in _RULES.pattern("class").finditer(topic)),
        frozenset(found["step"].lower() for found in _RULES.pattern("step").finditer(topic)),
    )


def _has_code(topic: str, text: str) -> bool:
    codes = _read_codes(topic).names
    return (len(codes) == 1 and codes <= set(_CODE.findall(text))) or _has_class(topic, text)


def _has_class(topic: str, text: str) -> bool:
    """Return whether a text names the class or the step of a paper alone: "a DG", "the level 3"."""
    _, classes, steps = _read_codes(topic)
    if classes and not classes.isdisjoint(tokenize(text)):
        return True
    told = _RULES.pattern("step_alone").finditer(text) if steps else ()
    return any(found["step"].lower() in steps for found in told)


def _denies(topic: str, sentence: str) -> bool:
    clauses = [clause for clause, _ in list_clauses(sentence)]
    if _has_class(topic, sentence):  # "the level 3, because I've only my level 2"
        return any(_is_found("denies", clause) for clause in clauses)
    told = [
        f"{clause}, {following}" if _is_found("goes_on", following) else clause
        for clause, following in zip(clauses, [*clauses[1:], ""], strict=True)
        if share_words(topic, clause).exact or _has_code(topic, clause)
    ]
    return any(_is_found("denies", clause) for clause in told or clauses)


def _is_found(group: str, text: str) -> bool:
    return _RULES.is_found(group, text.replace("’", "'"))
