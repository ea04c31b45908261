"""Check questions in the languages that are told by their words: German, French and others.

`languages/` holds a file of rules for each. Its groups: `open` is a sign that a question asks for
more than yes or no, and `closed` that it does not, although such a sign stands in it. `states` is
a sign that a clause says something of the candidate; `supposed`, that this is imagined, wished for
or only asked for; `recalled`, that a question speaks of what was, and `reaction`, that it asks what
somebody does. `hint` gives away an answer, `personal` is a subject that has no place in an
interview, and `quoted` says that a quote is the candidate's. `doctorate`, `master`, `bachelor` and
`university` are degrees that the candidate is said to have. `words` holds words of many questions
(`asking`) and groups of `same_meaning`, a group a line.
"""

import re
from collections.abc import Mapping
from functools import cache

from interview_cli.coach.llm.question_marks import QUESTION_MARK
from interview_cli.coach.llm.question_words import MEANING
from interview_cli.coach.llm.rules import PACKAGE, find_group, has_match
from interview_cli.english.foreign import find_language, load_language_words, split_words
from interview_cli.english.rules import RuleGroup, load_toml
from interview_cli.english.words import tokenize

LANGUAGES = frozenset(("de", "es", "fr", "it", "nl", "pl", "pt"))
"""The codes of the languages that are read here."""

_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"”“»)]*\s+")
_JOINT = re.compile(r"['’-]")
_REQUESTS = "question_requests"
_MIN_FIELD_WORDS = 2
_MIN_STEM = 5
"""Words that share so many first letters are forms of one; shorter ones stand for themselves."""
_ENDING = 2
_SAME_SUBJECT = 0.6
_SAME_SUBJECT_BESIDE = 0.75
"""For two questions that each have a word of their own, such as what the work was with."""
_MIN_SUBJECT = 3
"""So many words of subject, of which so many are the same, show the same question."""


def find_language_group(language: str, name: str) -> RuleGroup:
    """Return a group of rules of one of LANGUAGES. Raises KeyError."""
    return find_group(f"languages/{language}", name)


def has_match_in(language: str, name: str, text: str) -> bool:
    """Return whether a rule of one of LANGUAGES matches in a text. Raises KeyError."""
    return has_match(f"languages/{language}", name, text)


def asks_in_other_language(question: str) -> bool:
    """Return whether a text in another language than English asks something, or for something."""
    return QUESTION_MARK.search(question) is not None or any(
        has_match(_REQUESTS, group, question) for group in ("request", "other_request")
    )


def is_closed_in(language: str, question: str) -> bool:
    """Return whether yes or no answers all of a question in one of LANGUAGES."""
    if has_match(_REQUESTS, "request", question):
        return False
    sentences = _SENTENCE_END.split(question.strip())
    asked = [sentence for sentence in sentences if QUESTION_MARK.search(sentence)]
    return bool(asked) and all(
        has_match_in(language, "closed", sentence) or not has_match_in(language, "open", sentence)
        for sentence in asked
    )


def find_subject_in(language: str, question: str) -> frozenset[str]:
    """Return the beginnings of the words that a question in one of LANGUAGES is about.

    Words of one meaning have one name.
    """
    meanings, asking = _load_meanings(language), _load_asking(language)
    split = (word for word in split_words(question.casefold()) if not _JOINT.search(word))
    words = (word for word in split if len(word) > 1 and word not in asking)  # l'équipe
    return frozenset(_find_meaning(word, meanings) or word[:_MIN_STEM] for word in words)


def _find_meaning(word: str, meanings: Mapping[str, str]) -> str | None:
    """Return the meaning of a word, also with an ending of one or two letters."""
    ends = (len(word), *range(len(word) - 1, max(len(word) - _ENDING, _MIN_STEM) - 1, -1))
    return next((meanings[word[:end]] for end in ends if word[:end] in meanings), None)


def has_same_subject_in(language: str, question: str, earlier: str) -> bool:
    """Return whether two questions in one of LANGUAGES have nearly all words of their subjects, or
    others of the same meaning, in common.
    """
    new, asked = find_subject_in(language, question), find_subject_in(language, earlier)
    shared = new & asked
    groups = sum(word.startswith(MEANING) for word in shared)
    is_enough = len(shared) >= _MIN_SUBJECT or groups > 1 or (new == asked and groups > 0)
    differ = bool(new - asked and asked - new)
    needed = _SAME_SUBJECT_BESIDE if differ else _SAME_SUBJECT
    return is_enough and len(shared) >= needed * len(new | asked)


@cache
def _load_meanings(language: str) -> dict[str, str]:
    lines = _load_words(language)["same_meaning"].strip().splitlines()
    return {word: f"{MEANING}{line.split()[0]}" for line in lines for word in line.split()}


@cache
def _load_asking(language: str) -> frozenset[str]:
    """Return words of many questions, which do not show what one is about."""
    return load_language_words(language) | frozenset(_load_words(language)["asking"].split())


def _load_words(language: str) -> dict[str, str]:
    words: dict[str, str] = load_toml(PACKAGE, f"languages/{language}.toml")["words"]
    return words


def is_of_other_field(language: str, question: str, documents: str) -> bool:
    """Return whether a question in one of LANGUAGES is about a line of work that the documents do
    not name, while they name another.

    Nothing is told of documents in another language.
    """
    fields = load_toml(PACKAGE, "question_fields.toml")
    asked = {name for name in fields if len(_find_words(name, language, question)) > 1}
    if not asked or find_language(documents) != language:
        return False
    own = {name: len(_find_words(name, language, documents)) for name in fields}
    return any(not own[name] for name in asked) and max(own.values()) >= _MIN_FIELD_WORDS


def _find_words(field: str, language: str, text: str) -> set[str]:
    """Return the words of a line of work that a text has."""
    words = _load_field(field, language)
    stems = tuple(word for word in words if len(word) >= _MIN_STEM)
    tokens = {token.casefold() for token in tokenize(text)}
    return {token for token in tokens if token in words or token.startswith(stems)}


@cache
def _load_field(field: str, language: str) -> frozenset[str]:
    words = load_toml(PACKAGE, "question_fields.toml")[field]
    return frozenset(f"{words.get('any', '')} {words[language]}".split())
