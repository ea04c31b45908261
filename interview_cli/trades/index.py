"""Build the index by which trades are recognised: `python -m interview_cli.trades.index`.

Reading all trades takes longer than a question may take, so their titles and words are kept in
`index.txt`. Build it again after a change to a trade; a test compares the two. Its three parts are
separated by an empty line; each has an entry a line:

    trades    the name of a trade, a tab, its label; its place, from 0, stands for the trade below
    titles    the stems of a title, a tab, the trades that have it
    evidence  a stem, or two that follow each other, a tab, and a trade and its weight for each
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import TypedDict

from interview_cli.english.rules import load_toml
from interview_cli.english.words import stem_word, word_list
from interview_cli.sorted_lines import SortedLines, open_lines
from interview_cli.trades.trades import Trade, load_trades

_PATH = Path(__file__).with_name("index.txt")
_WORD = re.compile(r"[^\W_][\w+#]*")
_PHRASE_END = re.compile(r"[.,;:!?()\[\]/|•*\n–—]| - ")
_POSSESSIVE = re.compile(r"['’]s\b")

_TITLE_WEIGHT = 2
_TERM_WEIGHT = 3
_TASK_WEIGHT = 2
_SENTENCE_WEIGHT = 1


class Index(TypedDict):
    """What is known of all trades, for recognition."""

    trades: list[str]
    labels: dict[str, str]
    """What a trade is called in a sentence, by its name."""
    titles: Mapping[str, list[int]]
    evidence: Mapping[str, list[int]]


class _Numbers(Mapping[str, list[int]]):
    """The numbers of each key."""

    def __init__(self, lines: SortedLines) -> None:
        self._lines = lines

    def __getitem__(self, key: str) -> list[int]:
        numbers = self._lines.find(key)
        if numbers is None:
            raise KeyError(key)
        return list(map(int, numbers.split()))

    def __iter__(self) -> Iterator[str]:
        return self._lines.list_keys()

    def __len__(self) -> int:
        return sum(1 for _ in self)


@cache
def load_index() -> Index:
    """Return the index as it was built last. Its file stays open."""
    file, content = open_lines(_PATH)
    titles = content.index(b"\n\n") + 2
    evidence = content.index(b"\n\n", titles) + 2
    labels = dict(line.split("\t") for line in content[: titles - 2].decode().split("\n"))
    return {
        "trades": list(labels),
        "labels": labels,
        "titles": _Numbers(SortedLines(file, content, titles, evidence - 1)),
        "evidence": _Numbers(SortedLines(file, content, evidence, len(content))),
    }


def build_index() -> Index:
    """Return the index of the trades as they stand in their files."""
    trades = load_trades()
    titles: dict[str, list[int]] = defaultdict(list)
    evidence: dict[str, list[int]] = defaultdict(list)
    for number, trade in enumerate(trades.values()):
        for title in sorted({" ".join(stem_title(title)) for title in trade.titles}):
            titles[title].append(number)
        for feature, weight in _weigh_features(trade).items():
            evidence[feature] += [number, weight]
    labels = {name: trade.label for name, trade in trades.items()}
    return {"trades": list(trades), "labels": labels, "titles": titles, "evidence": evidence}


def format_index(index: Index) -> str:
    """Return the content of the file of an index."""
    parts = [[f"{name}\t{label}" for name, label in index["labels"].items()]]
    for entries in (index["titles"], index["evidence"]):
        parts.append(sorted(f"{key}\t{' '.join(map(str, entries[key]))}" for key in entries))
    return "\n\n".join("\n".join(lines) for lines in parts) + "\n"


def stem_title(title: str) -> list[str]:
    """Return the stems of a job title, without words such as "of"."""
    words = _find_words(title.lower())
    return [_stem(word) for word in words if word not in word_list("title_links")]


def find_features(text: str) -> list[str]:
    """Return the stems of meaningful words, and the pairs that follow each other in a phrase."""
    features: list[str] = []
    for phrase in _PHRASE_END.split(text):
        stems = [_stem(word) for word in _find_words(phrase) if _has_meaning(word)]
        features += stems
        features += [f"{first} {second}" for first, second in pairwise(stems)]
    return features


def _find_words(text: str) -> list[str]:
    return _WORD.findall(_POSSESSIVE.sub("", text))


def _stem(word: str) -> str:
    spellings: dict[str, str] = load_toml("interview_cli.english", "spellings.toml")["title_words"]
    return stem_word(spellings.get(word.lower(), word))


def _has_meaning(word: str) -> bool:
    """Whether a word may be of a trade; "IT" in capitals is, "it" is not."""
    if len(word) == 1 or word.isdigit():
        return False
    return word == "IT" or word.lower() not in word_list("stop")


def _weigh_features(trade: Trade) -> Counter[str]:
    terms = [term for kind in trade.terms.values() for term in kind]
    sentences = [asked.text for asked in (*trade.situations, *trade.questions)]
    weights: Counter[str] = Counter()
    for title in trade.titles:
        stems = stem_title(title)
        pairs = [f"{first} {second}" for first, second in pairwise(stems)]
        _add_weight(weights, [*stems, *pairs], _TITLE_WEIGHT)
    for term in terms:
        _add_weight(weights, find_features(term), _TERM_WEIGHT)
    for task in (task.text for task in trade.tasks):
        _add_weight(weights, find_features(task), _TASK_WEIGHT)
    for sentence in sentences:
        stems = [feature for feature in find_features(sentence) if " " not in feature]
        _add_weight(weights, stems, _SENTENCE_WEIGHT)
    return weights


def _add_weight(weights: Counter[str], features: Iterable[str], weight: int) -> None:
    for feature in set(features):
        weights[feature] += weight


if __name__ == "__main__":
    _PATH.write_text(format_index(build_index()), "utf-8")
