"""Count in a whole answer what the review speaks of: figures, "I" and "we"."""

import re
from functools import cache, lru_cache

from interview_cli.answers.sentences import Sentence, load_pattern, parse_sentences
from interview_cli.coach.offline.answer_reading import AnswerReading
from interview_cli.english.rules import load_rules, load_toml
from interview_cli.english.words import find_measures

_PACKAGE = "interview_cli.coach.offline"
_RULE_FILES = ("remarks.toml", "remark_guards.toml")


@cache
def load_remark_pattern(group: str) -> re.Pattern[str]:
    """Return what the rules of a group of either file match. Raises KeyError."""
    for file in _RULE_FILES:
        rules = load_rules(_PACKAGE, file)
        if group in rules:
            return rules[group].pattern
    raise KeyError(group)


@cache
def load_remark_words(name: str) -> frozenset[str]:
    """Return a list of words of either file. Raises KeyError."""
    lists: dict[str, str] = {}
    for file in _RULE_FILES:
        lists |= load_toml(_PACKAGE, file)["words"]
    return frozenset(lists[name].split())


@lru_cache(maxsize=1_000)
def find_figures(text: str) -> tuple[str, ...]:
    """Return the numbers that measure something, each once: no times of day, dates or years."""
    rest = load_remark_pattern("no_figure").sub("", text)
    return tuple(dict.fromkeys(find_measures(rest)))


@lru_cache(maxsize=100)  # every remark on an answer asks for its sentences
def parse_whole(text: str) -> tuple[Sentence, ...]:
    """Return the sentences of a whole answer, the empty ones too."""
    return parse_sentences(text)


def count_i(answer: AnswerReading) -> int:
    """Return how often the speaker is named; in notes ("moved it") the verb stands for "I"."""
    text = answer.whole_text
    named = len(load_remark_pattern("self").findall(text))
    return named or sum(bool(sentence.acts) for sentence in parse_whole(text))


def count_we(answer: AnswerReading) -> int:
    return len(load_pattern("we").findall(answer.whole_text))
