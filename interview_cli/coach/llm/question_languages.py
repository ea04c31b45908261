"""Check questions in the languages that are told by their words: German, French and others.

What they say of the candidate is told more coarsely than in English: a sentence that says anything
of the candidate outright may hold no name and no number that stands nowhere. Such names are told
by their capitals; in German, where all nouns have capitals, by their place or spelling.
"""

import re
from collections.abc import Iterator
from functools import partial

from interview_cli.coach.base import Facts
from interview_cli.coach.llm.question_marks import QUESTION_MARK
from interview_cli.coach.llm.rules import PACKAGE, find_group, has_match
from interview_cli.coach.llm.stated_facts import (
    StatedFacts,
    find_number_words,
    parse_number,
    split_name,
)
from interview_cli.english.rules import load_toml
from interview_cli.english.words import find_names, find_numbers
from interview_cli.job_posts.skills import find_skills

LANGUAGES = frozenset(("de", "es", "fr", "it", "nl", "pl", "pt"))
"""The codes of the languages that are read here."""

_FILE = "question_languages"
_GERMAN = "de"
_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"”“»)]*\s+")
_CLAUSE_END = re.compile(r"(?<=[.!?…:])[\"”“»)]*\s+|[\"“”„«»¿¡]|\s[–—-]\s")
_FREE_NUMBER = 3
"""Numbers up to this one count what is asked for: "name 3 things"."""
_MAX_ABBREVIATION_CHARS = 4
_matches = partial(has_match, _FILE)


def is_closed_in(language: str, question: str) -> bool:
    """Return whether yes or no answers all of a question in one of LANGUAGES."""
    if has_match("question_check", "foreign_request", question):
        return False
    sentences = _SENTENCE_END.split(question.strip())
    asked = [sentence for sentence in sentences if QUESTION_MARK.search(sentence)]
    return bool(asked) and all(
        _matches(f"closed_{language}", sentence) or not _matches(f"open_{language}", sentence)
        for sentence in asked
    )


class ForeignFacts:
    """What is known of a candidate, to compare questions in one of LANGUAGES with it."""

    def __init__(self, facts: Facts, language: str) -> None:
        self._language = language
        said = (
            text
            for exchange in facts.exchanges
            for text in (exchange.answer, exchange.question.content)
        )
        self._cv = StatedFacts(facts.cv_text)
        self._known = StatedFacts(
            facts.cv_text,
            facts.job_text,
            facts.job_title,
            facts.company_name,
            *said,
            language=language,
        )
        self._year = facts.year

    def holds_all_of(self, question: str) -> bool:
        """Return whether the texts hold what the question says of the candidate."""
        clauses = [part for part in _CLAUSE_END.split(question) if part and part.strip()]
        return all(map(self._holds_clause, clauses))

    def _holds_clause(self, clause: str) -> bool:
        states = _matches(f"states_{self._language}", clause)
        if not states or _matches(f"supposed_{self._language}", clause):
            return True
        return all(map(self._holds_name, self._find_names(clause))) and all(
            self._holds_number(number, clause) for number in self._find_numbers(clause)
        )

    def _find_numbers(self, clause: str) -> list[str]:
        in_figures = (number for number in find_numbers(clause) if not number.isalpha())
        return [*in_figures, *find_number_words(clause, self._language)]

    def _holds_number(self, number: str, clause: str) -> bool:
        value = parse_number(number, self._language)
        if value is None or value <= _FREE_NUMBER or value in self._known.numbers:
            return True
        return _matches("years", clause) and self._cv.counts_years(value, last=self._year)

    def _find_names(self, clause: str) -> Iterator[str]:
        if self._language == _GERMAN:
            return _find_german_names(clause)
        return iter(find_names(clause))

    def _holds_name(self, name: str) -> bool:
        parts = [part for part in split_name(name) if not part.islower()]
        general = load_toml(PACKAGE, f"{_FILE}.toml")["words"]["general"].split()
        return all(
            (part.isupper() and len(part) <= _MAX_ABBREVIATION_CHARS)
            or part.isdecimal()
            or part.casefold() in general
            or self._known.holds_similar_word(part)
            for part in parts
        )


def _find_german_names(clause: str) -> Iterator[str]:
    """Yield the words of a German clause that are names by their place or by their spelling."""
    for rule in find_group(_FILE, "named_de").rules:
        for match in rule.pattern.finditer(clause):
            words = match[1].split()
            if not _is_common_noun(words[0]):
                yield from words
    for skill, written in find_skills(clause):
        if written == skill:
            yield written


def _is_common_noun(word: str) -> bool:
    endings = load_toml(PACKAGE, f"{_FILE}.toml")["words"]["common_de"].split()
    return word.casefold().endswith(tuple(endings))
