"""Find what an English question is about: its words, by groups of one meaning, and its sort."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache

from interview_cli.english.rules import load_rules, load_toml
from interview_cli.english.word_groups import load_lines
from interview_cli.english.words import content_stems, stem_once, stem_word, tokenize, word_list

_FILE = ("interview_cli.coach.llm", "question_repeats.toml")
MEANING = "= "
"""Begins the name of a group of words of one meaning."""
_MAX_PHRASE_WORDS = 5
_KEPT = ("us", "here", "want", "best", "first")
"""Function words that are the subject of some questions: "Why do you want to work for us?"."""


@lru_cache(maxsize=1_000)
def find_competencies(question: str) -> Mapping[str, str]:
    """Return what an English question asks somebody to show: the words that say so, by name."""
    rules = load_rules("interview_cli.coach.llm", "question_competencies.toml")
    plain = question.replace("’", "'")
    found = {name: rules[name].pattern.search(plain) for name in rules}
    return {name: match[0] for name, match in found.items() if match}


@cache
def load_plain() -> frozenset[str]:
    """Return the stems of words that name no thing."""
    words = [*load_toml(*_FILE)["plain"].split(), *word_list("amounts")]
    return frozenset(map(stem_once, words))


@lru_cache(maxsize=1_000)  # each question is compared with all earlier ones
def find_question_words(question: str) -> frozenset[str]:
    """Return the stems of what a question is about; words and phrases of one meaning have one."""
    asking = _load_asking()
    meanings, rest = _split_meanings(question)
    words = content_stems(rest) | {stem_word(word) for word in tokenize(rest) if word in _KEPT}
    return meanings | (words - asking)


def find_meanings(text: str) -> frozenset[str]:
    """Return the groups of words and phrases of one meaning that a text has any of."""
    return _split_meanings(text)[0]


def _split_meanings(text: str) -> tuple[frozenset[str], str]:
    """Return the groups of one meaning that a text has words of, and its other words."""
    tokens = [token.casefold() for token in tokenize(text)]
    stems = [stem_word(token) for token in tokens]
    found = list(find_phrases(stems, _load_meanings()))
    held = {place for start, end, _ in found for place in range(start, end)}
    rest = [token for place, token in enumerate(tokens) if place not in held]
    return frozenset(meaning for _, _, meaning in found), " ".join(rest)


def find_phrases(
    stems: Sequence[str], phrases: Mapping[str, str]
) -> Iterator[tuple[int, int, str]]:
    """Yield where each phrase of known stems begins and ends, and its meaning.

    Phrases have at most five words; the longest one counts.
    """
    start = 0
    while start < len(stems):
        ends = range(min(start + _MAX_PHRASE_WORDS, len(stems)), start, -1)
        end = next((end for end in ends if " ".join(stems[start:end]) in phrases), None)
        if end is not None:
            yield start, end, phrases[" ".join(stems[start:end])]
        start = end or start + 1


@cache
def _load_meanings() -> dict[str, str]:
    """Return a name of the group for the stems of each phrase that has others of its meaning."""
    groups = (line.split(", ") for line in load_lines(*_FILE, "same_meaning"))
    named = ((f"{MEANING}{phrases[0]}", phrases) for phrases in groups)
    return {stem_phrase(phrase): name for name, phrases in named for phrase in phrases}


@cache
def load_telling_meanings() -> frozenset[str]:
    """Return the names of the groups of one meaning that tell what a question is after."""
    lines = load_lines(*_FILE, "of_any_subject")
    general = {f"{MEANING}{name}" for line in lines for name in line.split(", ")}
    return frozenset(_load_meanings().values()) - general


def stem_phrase(phrase: str) -> str:
    """Return the stems of a phrase of a list, as `find_phrases` looks for them."""
    return " ".join(map(stem_once, tokenize(phrase)))


@cache
def _load_asking() -> frozenset[str]:
    return frozenset(map(stem_once, load_toml(*_FILE)["asking"].split()))


@cache
def load_sorts() -> Mapping[str, frozenset[str]]:
    """Return the stems of the words that show each sort of question, by the name of the sort."""
    sorts: dict[str, str] = load_toml(*_FILE)["sorts"]
    return {name: frozenset(map(stem_once, words.split())) for name, words in sorts.items()}
