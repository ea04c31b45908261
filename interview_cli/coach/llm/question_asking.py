"""Read how an English question asks: whether it does, more than once, closed, or with an answer."""

from functools import partial

from interview_cli.coach.llm.question_marks import QUESTION_MARK
from interview_cli.coach.llm.rules import find_pattern, has_match
from interview_cli.english.bullets import is_bullet
from interview_cli.english.words import split_sentences, tokenize

_FILE = "question_check"
_matches = partial(has_match, _FILE)
_MIN_WORDS = 3
"""So many different words an English question has at least."""
_MAX_WORDS_AFTER = 25
"""Words after the question mark that may still belong to the question ("Please be brief")."""


def asks_in_english(plain: str) -> bool:
    """Return whether a text asks something, by a question word or a request."""
    if len({word.lower() for word in tokenize(plain)}) < _MIN_WORDS:
        return False
    is_marked = QUESTION_MARK.search(plain) is not None
    asked = any(
        _matches("asking", sentence) or _matches("closed", sentence)
        for sentence in split_sentences(plain)
    )
    return _matches("request", plain) or (is_marked and asked)


def has_several(plain: str) -> bool:
    """Return whether a text asks too many things, in any language."""
    return (
        len(QUESTION_MARK.findall(plain)) > 1
        or sum(map(is_bullet, plain.splitlines())) > 1
        or _count("further_question", plain) > 2
        or _count("demand", plain) > 2
    )


def has_answer(plain: str) -> bool:
    """Return whether a text goes on with an answer, or hints at one."""
    after = QUESTION_MARK.split(plain)[-1] if QUESTION_MARK.search(plain) else ""
    return (
        len(tokenize(after)) > _MAX_WORDS_AFTER
        or _matches("answer", after)
        or _matches("hint", plain)
        or _matches("ways", plain)
        or _matches("labelled_answer", plain)
    )


def is_closed(plain: str) -> bool:
    """Return whether yes or no answers all of a question."""
    if _matches("how_to", plain):
        return True
    if _matches("request", plain) or _matches("open", plain):
        return False
    asked = [sentence for sentence in split_sentences(plain) if QUESTION_MARK.search(sentence)]
    return bool(asked) and all(_matches("closed", sentence) for sentence in asked)


def _count(group: str, text: str) -> int:
    return len(find_pattern(_FILE, group).findall(text))
