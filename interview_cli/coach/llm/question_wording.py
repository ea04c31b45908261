"""Find how an English question is worded, for the fit that tells hints.

What a question is about in particular must not count, since each job has its own words. So the fit
sees only words of any work as they are; of others it sees their ending, and whether the documents
or earlier questions and answers know them.
"""

import re
from collections.abc import Collection, Iterator

from interview_cli.english.words import split_sentences, stem_word, word_list
from interview_cli.trades.text_evidence import list_trades_with

_TOKEN = re.compile(r"[^\W_][\w'’&/.+-]*\w|[^\W_]|[,;:?!.()–—“”\"-]")
_ENDINGS = ("ing", "ed", "s")
_MOST_WORDS = 3
"""Runs of up to so many words are features of a hint."""
_MANY_TRADES = 30
"""A word that so many trades use is one of any work."""
_START, _END, _NUMBER = "^", "$", "@number"
_BEFORE, _ASKING, _AFTER = "before", "asks", "after"
"""Where a sentence stands: before the first that asks, among those, or after the last."""


def find_hint_features(question: str, known: Collection[str]) -> dict[str, float]:
    """Return the runs of words of a question, by where in it their sentence stands.

    `known` are the stems of documents, earlier questions and answers.
    """
    features: dict[str, float] = {}
    for place, sentence in _find_places(question):
        words = [_START, *(_generalise(word, known) for word in _TOKEN.findall(sentence)), _END]
        for length in range(1, _MOST_WORDS + 1):
            for start in range(len(words) - length + 1):
                run = " ".join(words[start : start + length])
                features[run] = features[f"{place}: {run}"] = 1.0
        if place == _ASKING:
            features["@unknown"] = sum(word.startswith("@new") for word in words) / 4
            features["@known"] = sum(word.startswith("@known") for word in words) / 4
            features["@parts"] = sum(word in ",:;–—" for word in words) / 2
            features["@length"] = len(words) / 20
    return features


def _find_places(question: str) -> Iterator[tuple[str, str]]:
    """Yield the place of each sentence, and the sentence."""
    sentences = split_sentences(question)
    asking = [number for number, sentence in enumerate(sentences) if "?" in sentence]
    asking = asking or [len(sentences) - 1]
    for number, sentence in enumerate(sentences):
        if number < asking[0]:
            yield _BEFORE, sentence
        else:
            yield _AFTER if number > asking[-1] else _ASKING, sentence


def _generalise(word: str, known: Collection[str]) -> str:
    """Return a word of any work or a sign as it is; of others what is to be seen of them."""
    lowered = word.lower().replace("’", "'")
    if not lowered[0].isalnum():
        return lowered
    if lowered[0].isdigit():
        return _NUMBER
    if lowered in word_list("stop") or len(list_trades_with(lowered)) >= _MANY_TRADES:
        return lowered
    ending = next((ending for ending in _ENDINGS if lowered.endswith(ending)), "")
    return f"@{'known' if stem_word(lowered) in known else 'new'}{ending}"
