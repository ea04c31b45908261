"""Judge whether an answer says where somebody stands with what a CV does not show.

A question about a paper asks: do you have it, since when, or when will it come? One about a tool or
a kind of work asks for it by name, or for what comes nearest.
"""

import re
from typing import NamedTuple

from interview_cli.english.rules import Rules
from interview_cli.english.words import (
    content_stems,
    find_names,
    split_sentences,
)
from interview_cli.requirements.cv_evidence import cut_to_beginnings, load_generic_stems
from interview_cli.requirements.cv_papers import is_paper
from interview_cli.requirements.paper_names import load_paper_stems
from interview_cli.requirements.synonyms import names_kind_of

_RULES = Rules("interview_cli.requirements", "gap_answers.toml")
_LETTERS = re.compile(r"\b[A-Z]{2,}\b")
"""Papers are often named by letters that are too short for words: "RB/RI tickets"."""
_MAX_SHORT_WORDS, _MAX_NOTE_WORDS, _MAX_PLAIN_WORDS = 8, 5, 3


class Standing(NamedTuple):
    """Where somebody says to stand with a requirement."""

    is_paper: bool
    sentence: str | None
    """The first sentence that says so; None if none does."""
    has_it: bool
    """Whether that sentence says that it is there, and not that it is missing or to come."""
    says_when: bool
    """Whether some sentence says since when, or from when on."""


def read_standing(topic: str, answer: str, question: str = "") -> Standing:
    """Return where the speaker of an answer stands with the topic of a gap question.

    The form of the question may show that the topic is a paper.
    """
    sentences = split_sentences(answer)
    is_for_paper = asks_for_paper(topic) or asks_for_standing(question)
    if is_for_paper:
        told = [sentence for sentence in sentences if _tells_of_paper(topic, sentence)]
        if not told:
            told = [first for first in sentences[:1] if _answers_plainly(topic, first)]
    else:
        told = [sentence for sentence in sentences if _tells_of_work(topic, sentence)]
        if not told and sentences and len(sentences[0].split()) <= _MAX_PLAIN_WORDS:
            told = [first for first in sentences[:1] if _RULES.pattern("plain").match(first)]
    first = next(iter(told), None)
    is_missing = first is not None and _RULES.is_found("coming", first)
    has_it = first is not None and not is_missing
    return Standing(is_for_paper, first, has_it, says_when(" ".join(sentences)))


def asks_for_paper(topic: str) -> bool:
    """Return whether a topic asks for a paper, with or without a word for one."""
    return is_paper(topic) or _RULES.is_found("held", topic)


def asks_for_standing(question: str) -> bool:
    """Return whether a question asks for a paper by its form: "Do you have that?"."""
    return _RULES.is_found("asks_standing", question)


def asks_only_for_paper(topic: str, question: str) -> bool:
    """Return whether a gap question asks for a paper, and not how somebody would do without."""
    is_for_paper = asks_for_paper(topic or question) or asks_for_standing(question)
    return is_for_paper and not _RULES.is_found("asks_for_way", question)


def asks_for_history(question: str) -> bool:
    """Return whether a question asks what happened in a career, and for nothing by name."""
    return _RULES.is_found("history", question)


def says_when(text: str) -> bool:
    """Return whether a text says since when, or from when on."""
    return _RULES.is_found("when", text)


def shows_work(topic: str, answer: str) -> bool:
    """Return whether an answer to a gap question tells of the work that was asked for."""
    standing = read_standing(topic, answer)
    return not standing.is_paper and standing.sentence is not None


def _tells_of_paper(topic: str, sentence: str) -> bool:
    """Return whether a sentence says that a paper is there, missing or to come.

    "I filled in the certificate": a paper that somebody dealt with is no standing.
    """
    is_told = _RULES.pattern("has").search(sentence) or _RULES.pattern("coming").search(sentence)
    is_short = len(sentence.split()) <= _MAX_SHORT_WORDS
    # "The course is booked for 12 January" needs no speaker.
    is_dated = _RULES.is_found("coming", sentence) and says_when(sentence)
    if not is_told or not (is_short or is_dated or _RULES.is_found("speaker", sentence)):
        return False
    is_named = (
        _RULES.is_found("paper", sentence)
        or _shares_name(topic, sentence)
        or not _find_steps(topic).isdisjoint(_find_steps(sentence))
    )
    return is_named or _RULES.is_found("pronoun", sentence)


def _answers_plainly(topic: str, first: str) -> bool:
    """Return whether a first sentence says where somebody stands without a verb of having.

    "Yes, since 2014", "Expires in 2028", "SIA front line, 2026".
    """
    if _RULES.pattern("plain").match(first) or _RULES.pattern("note").match(first):
        return True
    return says_when(first) and len(first.split()) <= _MAX_NOTE_WORDS and _shares_name(topic, first)


def _find_steps(text: str) -> set[str]:
    """Return the steps of papers that a text names: "level 3"."""
    return {found[0].lower() for found in _RULES.pattern("step").finditer(text)}


def _tells_of_work(topic: str, sentence: str) -> bool:
    names_tool = _RULES.pattern("uses").search(sentence) and find_names(sentence)
    return (
        _shares_name(topic, sentence)
        or names_kind_of(topic, sentence)
        or _RULES.is_found("nearest", sentence)
        or bool(names_tool)
    )


def _shares_name(topic: str, sentence: str) -> bool:
    """Return whether a sentence has letters of the topic, or a word that not every ad has."""
    if not set(_LETTERS.findall(topic)).isdisjoint(_LETTERS.findall(sentence)):
        return True
    wanted = content_stems(topic) - load_generic_stems() - load_paper_stems()
    return not cut_to_beginnings(wanted).isdisjoint(cut_to_beginnings(content_stems(sentence)))
