"""Recognise non-answers; every coach uses the same rules."""

from functools import lru_cache

from interview_cli.answers.gibberish import is_gibberish
from interview_cli.answers.pleas import is_plea
from interview_cli.answers.star import parse_star
from interview_cli.english.rules import Rules, load_toml
from interview_cli.english.words import (
    content_stems,
    find_numbers,
    split_sentences,
    tokenize,
    word_list,
)

_RULES = Rules("interview_cli.answers", "non_answers.toml")

MAX_NON_ANSWER_RATING = 1
"""The highest rating that a non-answer gets in any criterion."""
EMPTY_PHRASE = "an empty phrase"
GIBBERISH = "gibberish"
BARE_NO = "a “no” with nothing behind it"
PLEA = "a plea to the grader"

_MAX_DONT_KNOW_WORDS = 15
"""A longer text with "I don't know" is an answer, because it usually adds a plan."""
_MIN_HONEST_WORDS = 20
"""An answer with a plea counts as an answer if it has at least this many other words."""
_MIN_FOREIGN_CHARS = 12
"""In a script without spaces, a whole sentence of this many characters is one token."""
_MAX_RUN_WORDS = 8
_MIN_RUN_WORDS = 4
_COPIED_SHARE = 0.7
_MIN_REPEATED_STEMS = 4


@lru_cache(maxsize=1_000)  # coach, workflow and report ask about the same answers
def explain_non_answer(answer: str, question: str, documents: tuple[str, ...]) -> str | None:
    """Return why this is a non-answer, worded to follow "it is"; None if it may be an answer.

    Text in a script other than Latin is never called gibberish.
    """
    answer_tokens = tokenize(answer)
    if all(token.lower() in word_list("empty") for token in answer_tokens):
        return EMPTY_PHRASE
    if _is_bare_no(answer, answer_tokens):
        return BARE_NO
    if _says_dont_know(answer) and not _has_substance(answer, answer_tokens):
        return "an “I don't know”"
    if _is_refusal(answer, answer_tokens):
        return "a refusal to answer"
    if is_gibberish(answer, content_stems(question).union(*map(content_stems, documents))):
        return GIBBERISH
    if _is_copied(answer_tokens, question) or _is_repetition(answer, question):
        return "a copy of the question"
    if any(_is_copied(answer_tokens, document) for document in documents):
        return "a copy of a document"
    if _is_mostly_plea(answer):
        return PLEA
    return EMPTY_PHRASE if _is_too_short(answer, answer_tokens) else None


def _is_bare_no(answer: str, answer_tokens: list[str]) -> bool:
    """Return whether a short text says that there is nothing to say, and nothing else."""
    if len(answer_tokens) > _MAX_DONT_KNOW_WORDS or not _RULES.is_found("no_more", answer):
        return False
    beside = load_toml("interview_cli.answers", "non_answers.toml")["words"]["beside_no"].split()
    return all(
        token.lower() in beside for token in tokenize(_RULES.pattern("no_more").sub(" ", answer))
    )


def _is_too_short(answer: str, answer_tokens: list[str]) -> bool:
    is_foreign = sum(not char.isascii() for char in answer) >= _MIN_FOREIGN_CHARS
    if len(answer_tokens) <= _MAX_DONT_KNOW_WORDS and _RULES.is_found("sound_check", answer):
        return True
    return len(answer_tokens) <= 3 and not find_numbers(answer) and not is_foreign


def _is_refusal(answer: str, answer_tokens: list[str]) -> bool:
    """Return whether a short text points to papers, or asks for the next question."""
    is_short = len(answer_tokens) <= _MAX_DONT_KNOW_WORDS and not parse_star(answer).action
    return is_short and _RULES.is_found("refusal", answer)


def _is_copied(answer_tokens: list[str], source: str) -> bool:
    """Return whether most of the answer, in runs of up to eight words, is in the source."""
    answer_words = [token.lower() for token in answer_tokens]
    run = min(_MAX_RUN_WORDS, len(answer_words))
    if run < _MIN_RUN_WORDS:
        return False
    known = _list_runs(source, run)
    copied: set[int] = set()
    for i in range(len(answer_words) - run + 1):
        if tuple(answer_words[i : i + run]) in known:
            copied.update(range(i, i + run))
    return len(copied) >= _COPIED_SHARE * len(answer_words)


@lru_cache(maxsize=16)  # each answer is compared with the CV and the ad
def _list_runs(text: str, length: int) -> frozenset[tuple[str, ...]]:
    """Return all runs of so many words, in lower case."""
    words = [token.lower() for token in tokenize(text)]
    return frozenset(tuple(words[i : i + length]) for i in range(len(words) - length + 1))


def _is_repetition(answer: str, question: str) -> bool:
    """Return whether at most one word in five of the answer is not in the question."""
    stems = content_stems(answer)
    new_stems = stems - content_stems(question)
    return len(stems) >= _MIN_REPEATED_STEMS and len(new_stems) <= len(stems) // 5


def _says_dont_know(answer: str) -> bool:
    """Return whether an answer says so of itself, not of a case: "If not sure, I ask"."""
    return _RULES.is_found("dont_know", _RULES.remove("not_known_case", answer))


def _is_mostly_plea(answer: str) -> bool:
    distinct = list(dict.fromkeys(map(str.casefold, split_sentences(answer))))
    honest = [sentence for sentence in distinct if not is_plea(sentence)]
    honest_words = sum(len(tokenize(sentence)) for sentence in honest)
    return len(honest) < len(distinct) and honest_words < _MIN_HONEST_WORDS


def _has_substance(answer: str, answer_tokens: list[str]) -> bool:
    """Return whether an "I don't know" is long or also contains an action or a question."""
    stall = _RULES.pattern("stall")
    said = tokenize(stall.sub("", answer)) if stall.search(answer) else answer_tokens
    is_long = len(said) > _MAX_DONT_KNOW_WORDS
    return is_long or "?" in answer or bool(parse_star(answer).action)
