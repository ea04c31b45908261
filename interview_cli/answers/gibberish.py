"""Recognise text that is no language: mashed keys, words strung together, one word repeated."""

import re
import unicodedata
from collections.abc import Collection, Sequence
from functools import cache, lru_cache
from itertools import pairwise

from interview_cli.english.rules import Rules, load_toml
from interview_cli.english.verbs import is_past
from interview_cli.english.words import content_stems, find_names, tokenize, word_list
from interview_cli.trades.text_evidence import rate_text_by_trade

_FILE = ("interview_cli.answers", "gibberish.toml")
_RULES = Rules(*_FILE)
_MIN_REPEATED_WORDS = 4
_REPEATED_SHARE = 4
"""So many times more words than different ones make no text."""
_MIN_WORD_LETTERS = 2
_MIN_SALAD, _WORDS_FOR_SALAD, _MAX_SALAD_WORDS = 2, 9, 40
"""Two impossible pairs of words, and one in nine words, make salad. No tuning answer that readers
rated above 0 has so many."""
_MIN_LOOSE_WORDS = 5
_MIN_TRADE_POINTS = 0.7
"""So many points for one trade make a list of words a list of its tasks or tools. Random nouns earn
up to 0.69, four lists without a comma 0.72 and more."""
_WORDS_FOR_RELATED = 5
"""A list on the subject shares more than one word in five with question and documents."""
_WORDS_FOR_JOINT = 7
"""A list of nouns has fewer than one function word in seven words."""


def is_gibberish(answer: str, related: Collection[str]) -> bool:
    """Return whether a text is no language that somebody could mean.

    `related` are stems of the question and the documents: a word of them makes a list of words
    a note. Text in a script other than Latin is never called gibberish.
    """
    tokens = tokenize(answer)
    return _is_mashed(tokens) or _is_salad(answer, tokens) or _is_loose(answer, tokens, related)


@cache
def _load_talk_words() -> frozenset[str]:
    padding = load_toml("interview_cli.answers", "filler.toml")["words"].split()
    return frozenset(padding) | word_list("buzz") | word_list("generic") | word_list("traits")


@cache
def _load_letters(name: str) -> frozenset[str]:
    return frozenset(load_toml(*_FILE)["letters"][name].split())


def _is_mashed(tokens: Sequence[str]) -> bool:
    """Return whether most words are no words, or a few words come again and again."""
    latin = [token for token in tokens if _strip_accents(token).isascii()]
    if len(latin) < len(tokens) / 2:
        return False
    distinct = {token.lower() for token in tokens}
    if len(tokens) >= _MIN_REPEATED_WORDS and len(distinct) * _REPEATED_SHARE <= len(tokens):
        return True
    spelled = [
        token
        for token in latin
        if token.isalpha() and len(token) >= _MIN_WORD_LETTERS and not _is_acronym(token)
    ]
    mashed = [token for token in spelled if _is_mash(_strip_accents(token))]
    strange = [token for token in spelled if token.isascii() and _is_strange(token.lower())]
    return len({*mashed, *strange}) * 2 > len(set(spelled)) and len(spelled) * 2 > len(latin)


def _is_acronym(token: str) -> bool:
    return token.isupper() and len(token) <= 5


def _strip_accents(token: str) -> str:
    if token.isascii():
        return token.lower()
    decomposed = unicodedata.normalize("NFD", token.lower())
    return "".join(char for char in decomposed if not unicodedata.combining(char))


@lru_cache(maxsize=10_000)  # the same words come again and again
def _is_mash(word: str) -> bool:
    """Return whether the letters of a word are in an order that real words never have."""
    return (
        (len(word) > 3 and not re.search("[aeiouy]", word))
        or re.search(r"[bcdfghjklmnpqrstvwxz]{5}", word) is not None
        or re.search(r"(.)\1\1", word) is not None
        or any(run in word for run in _load_letters("keyboard"))
    )


@lru_cache(maxsize=10_000)
def _is_strange(word: str) -> bool:
    """Return whether a word has a pair of letters that English words hardly have."""
    pairs = {first + second for first, second in pairwise(f"{word}$")}
    return not pairs.isdisjoint(_load_letters("strange"))


def _is_salad(answer: str, tokens: Sequence[str]) -> bool:
    """Return whether words stand in an order, or are doubled, as in no sentence, or fill a gap."""
    if _RULES.pattern("placeholder").search(answer):
        return len(tokens) <= _MAX_SALAD_WORDS
    doubled = sum(word == other for word, other in pairwise(map(str.lower, tokens)))
    count = max(len(_RULES.pattern("salad").findall(answer)), doubled)
    return count >= _MIN_SALAD and count * _WORDS_FOR_SALAD >= len(tokens)


def _is_loose(answer: str, tokens: Sequence[str], related: Collection[str]) -> bool:
    """Return whether words are strung together with nothing that joins them.

    A note has figures, commas, verbs in the past, names or words of what was asked; a list of
    qualities ("punctual, honest") is talk.
    """
    if len(tokens) < _MIN_LOOSE_WORDS or _RULES.pattern("note").search(answer.strip(" .!?")):
        return False
    lowered = [token.lower() for token in tokens]
    joints = sum(word in word_list("stop") for word in lowered)
    if joints * _WORDS_FOR_JOINT > len(lowered) or any(map(is_past, lowered)):
        return False
    words = set(lowered) - _load_talk_words()
    shared = len(content_stems(answer) & set(related))
    is_named = bool(find_names(f"the {answer}")) or shared * _WORDS_FOR_RELATED > len(lowered)
    if len(words) < _MIN_LOOSE_WORDS or is_named or not all(map(str.isascii, words)):
        return False
    return max(rate_text_by_trade(answer).values(), default=0.0) < _MIN_TRADE_POINTS
