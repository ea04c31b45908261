"""Check what a question in another language than English says of the candidate.

This is told more coarsely than in English: a clause that says anything of the candidate outright
may hold no name and no number that stands nowhere. Such names are told by their capitals; in
German, where all nouns have capitals, by their place or spelling.
"""

import re
from collections.abc import Iterator
from functools import cached_property

from interview_cli.coach.base import Facts
from interview_cli.coach.llm.question_languages import find_language_group, has_match_in
from interview_cli.coach.llm.rules import PACKAGE, has_match
from interview_cli.coach.llm.stated_facts import (
    StatedFacts,
    find_number_words,
    parse_number,
    split_name,
)
from interview_cli.english.foreign import load_language_words
from interview_cli.english.rules import load_toml
from interview_cli.english.words import find_names, find_numbers, tokenize
from interview_cli.job_posts.skills import find_skills

_FILE = "question_languages"
_GERMAN = "de"
_CLAUSE_END = re.compile(r"(?<=[.!?…:])[\"”“»)]*\s+|[\"“”„«»¿¡]|\s[–—-]\s")
_QUOTE = re.compile(r"[“\"„«]\s?([^“”\"„«»\n]{12,400})\s?[”\"“»]")
_CHARS_BEFORE_QUOTE = 60
_CHARS_AFTER_QUOTE = 30
"""The words that say whose a quote is stand so near to it."""
_QUOTED_SHARE = 0.6
"""So many of the meaningful words of a quote must stand in what it is taken from."""
_INFLECTION = 3
_MIN_STEM = 4
"""Words are the same if they differ in so many letters at the end, and share so many."""
_DEGREES = ("doctorate", "master", "bachelor", "university")
"""From the highest to the lowest: who has one has studied."""
_FREE_NUMBER = 3
"""Numbers up to this one count what is asked for: "name 3 things"."""
_MAX_ABBREVIATION_CHARS = 4


class ForeignFacts:
    """What is known of a candidate, to compare questions in one of the languages with it."""

    def __init__(self, facts: Facts, language: str) -> None:
        """`language` is one of `question_languages.LANGUAGES`."""
        self._language = language
        answers = [exchange.answer for exchange in facts.exchanges]
        asked = (exchange.question.content for exchange in facts.exchanges)
        self._cv = StatedFacts(facts.cv_text)
        self._own = "\n".join([facts.cv_text, *answers])
        documents = (facts.cv_text, facts.job_text, facts.job_title, facts.company_name)
        self._known = StatedFacts(*documents, *answers, *asked, language=language)
        self._year = facts.year

    def holds_all_of(self, question: str, *, is_situation: bool) -> bool:
        """Return whether the texts hold what the question says of the candidate.

        The people, names and figures of a clause that supposes something are made up, and those of
        a situation: it asks what somebody does, or is asked as one, and speaks of no past.
        """
        is_situation = is_situation or has_match_in(self._language, "reaction", question)
        if is_situation and not has_match_in(self._language, "recalled", question):
            return self._holds_background(question)
        clauses = [part for part in _CLAUSE_END.split(question) if part and part.strip()]
        return self._holds_background(question) and all(map(self._holds_clause, clauses))

    def _holds_background(self, question: str) -> bool:
        """Return whether the quotes and degrees in a question are the candidate's."""
        return self._holds_degrees(question) and all(
            map(self._holds_quote, self._find_quotes(question))
        )

    def _holds_clause(self, clause: str) -> bool:
        states = has_match_in(self._language, "states", clause)
        if not states or has_match_in(self._language, "supposed", clause):
            return True
        return all(map(self._holds_name, self._find_names(clause))) and all(
            self._holds_number(number, clause) for number in self._find_numbers(clause)
        )

    def _find_quotes(self, question: str) -> Iterator[str]:
        """Yield the quotes that a question says are the candidate's words."""
        for quote in _QUOTE.finditer(question):
            before = question[max(quote.start() - _CHARS_BEFORE_QUOTE, 0) : quote.start()]
            after = question[quote.end() : quote.end() + _CHARS_AFTER_QUOTE]
            if any(has_match_in(self._language, "quoted", text) for text in (before, after)):
                yield quote[1]

    def _holds_quote(self, quote: str) -> bool:
        words = _find_meaning(quote, self._language)
        known = _find_meaning(self._own, self._language)
        held = [word for word in words if any(_is_same(word, other) for other in known)]
        return len(held) >= _QUOTED_SHARE * len(words)

    def _holds_degrees(self, question: str) -> bool:
        said = [name for name in _DEGREES if has_match_in(self._language, name, question)]
        return all(degree in self._degrees for degree in said)

    @cached_property
    def _degrees(self) -> frozenset[str]:
        """The highest degree that CV and answers name in any language, and all below it."""
        named = (n for n, name in enumerate(_DEGREES) if has_match(_FILE, name, self._own))
        return frozenset(_DEGREES[next(named, len(_DEGREES)) :])

    def _find_numbers(self, clause: str) -> list[str]:
        in_figures = (number for number in find_numbers(clause) if not number.isalpha())
        return [*in_figures, *find_number_words(clause, self._language)]

    def _holds_number(self, number: str, clause: str) -> bool:
        value = parse_number(number, self._language)
        if value is None or value <= _FREE_NUMBER or value in self._known.numbers:
            return True
        is_of_years = has_match(_FILE, "years", clause)
        return is_of_years and self._cv.counts_years(value, last=self._year)

    def _find_names(self, clause: str) -> Iterator[str]:
        if self._language == _GERMAN:
            return _find_german_names(clause)
        return iter(find_names(clause))

    def _holds_name(self, name: str) -> bool:
        parts = [part for part in split_name(name) if not part.islower()]
        general = load_toml(PACKAGE, f"{_FILE}.toml")["words"]["general"].split()
        return all(
            (part.isupper() and len(part) <= _MAX_ABBREVIATION_CHARS and not find_skills(part))
            or part.isdecimal()
            or part.casefold() in general
            or self._known.holds_similar_word(part)
            for part in parts
        )


def _find_meaning(text: str, language: str) -> set[str]:
    """Return the words of a text without those that have a function alone."""
    return {token.casefold() for token in tokenize(text)} - load_language_words(language)


def _is_same(word: str, other: str) -> bool:
    """Return whether two words differ in their ending at most."""
    shared = max(min(len(word), len(other)) - _INFLECTION, _MIN_STEM)
    return word == other or (
        word[:shared] == other[:shared]
        and min(len(word), len(other)) >= shared
        and abs(len(word) - len(other)) <= _INFLECTION
    )


def _find_german_names(clause: str) -> Iterator[str]:
    """Yield the words of a German clause that are names by their place or by their spelling."""
    for words in _find_groups(clause, "named"):
        if not _is_common_noun(words[0]):
            yield from words
    for words in _find_groups(clause, "named_after_article"):
        if not all(map(_is_common_noun, words)):
            yield from words
    for words in _find_groups(clause, "named_after_kind"):
        yield from words
    for skill, written in find_skills(clause):
        if written == skill:
            yield written


def _find_groups(clause: str, group: str) -> Iterator[list[str]]:
    """Yield the words that the rules of a German group find."""
    for rule in find_language_group(_GERMAN, group).rules:
        for match in rule.pattern.finditer(clause):
            yield match[1].split()


def _is_common_noun(word: str) -> bool:
    endings = load_toml(PACKAGE, f"{_FILE}.toml")["words"]["common_de"].split()
    return word.casefold().endswith(tuple(endings))
