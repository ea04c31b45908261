"""Count the marks of questions by the frame that each is made from.

A frame is a wording of the bank by kind and form, or a text of a trade: written for a post or a few
(`own`), for many (`wide`) or for all of the trade (`all`), with what the ad says of the post. All
marks count, also those of questions that are no longer asked, if their frame still stands.
"""

import re
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.questions import FITTED, MARKS, READINGS, load_marks, load_pairs
from interview_cli.coach.offline.bank import load_bank
from interview_cli.coach.offline.claim_estimates import find_claimed_posts
from interview_cli.coach.offline.newcomers import suppose
from interview_cli.english.words import content_stems
from interview_cli.trades.recognition import recognise_trade
from interview_cli.trades.trades import (
    DAILY_WORK,
    TradeText,
    load_daily_work,
    load_trade,
    load_trades,
)

WORDINGS = Path(__file__).parent / "questions" / "wordings.toml"
_FEWEST = 4
_FIELD = re.compile(r"\\\{\w+\\\}")


class MarkedText(NamedTuple):
    """A text of a trade that was asked in the interview of a pair, and the readers' marks."""

    name: str
    """That of the pair."""
    pair: dict[str, str]
    trade: str
    text: TradeText
    marks: list[str]


def list_marked_texts() -> Iterator[MarkedText]:
    """Yield what readers marked of the texts that stand in the trades today."""
    texts = dict(_list_texts())
    for half in FITTED:
        pairs = load_pairs(half)
        readings = [load_marks(file) for file in READINGS[half]]
        for key in sorted({key for reading in readings for key in reading}):
            name, _, question = key.partition(": ")
            if name in pairs and (found := texts.get(_write_alike(question))):
                marks = [reading[key] for reading in readings if key in reading]
                yield MarkedText(name, pairs[name], *found, marks)


def print_frames() -> None:
    """Print the shares of good, clumsy and wrong for each frame with four questions or more."""
    texts = dict(_list_texts())
    wordings = list(_list_wordings(load_bank()))
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    asked: Counter[str] = Counter()
    for half in FITTED:
        pairs = load_pairs(half)
        marks = [load_marks(file) for file in READINGS[half]]
        for key in {key for reading in marks for key in reading}:
            name, _, question = key.partition(": ")
            frame = _name_frame(question, pairs[name], texts, wordings) if name in pairs else None
            if frame:
                asked[frame] += 1
                counts[frame].update(reading[key] for reading in marks if key in reading)
    for frame in sorted(counts):
        if asked[frame] >= _FEWEST:
            total = counts[frame].total()
            shares = "  ".join(f"{mark} {counts[frame][mark] / total:.2f}" for mark in MARKS)
            print(f"{asked[frame]:>5}  {shares}  {frame}")


def _name_frame(
    question: str,
    pair: dict[str, str],
    texts: dict[str, tuple[str, TradeText]],
    wordings: list[tuple[str, re.Pattern[str]]],
) -> str | None:
    """Return the frame of a question, or None if none is known any more."""
    if found := texts.get(_write_alike(question)):
        return _name_text(*found, pair)
    question = question.replace("resume", "CV")
    return next((name for name, wording in wordings if wording.match(question)), None)


def _name_text(trade_name: str, text: TradeText, pair: dict[str, str]) -> str:
    title, job = pair["title"], pair["job"]
    trade = load_trade(trade_name)
    if trade is None or recognise_trade(title, job) != trade_name:
        return "trade: daily work" if trade_name == DAILY_WORK else "trade: of another trade"
    scope = "own" if text.is_for_few_posts else "wide" if text.posts else "all"
    posts = find_claimed_posts(trade, title, job)
    fit = "post known" if posts & set(text.posts) else "for another post"
    words = content_stems(text.text) & content_stems(f"{title}\n{job}")
    shared = "a word of the ad" if words else "no word of the ad"
    return f"trade: {scope}, {fit if text.posts else 'for all'}, {shared}"


def _list_texts() -> Iterator[tuple[str, tuple[str, TradeText]]]:
    for trade in (*load_trades().values(), load_daily_work()):
        for text in (*trade.situations, *trade.questions):
            yield _write_alike(text.text), (trade.name, text)


def _list_wordings(entry: Any, name: str = "") -> Iterator[tuple[str, re.Pattern[str]]]:
    """Yield each wording of a part of the bank with its name, such as `opener, on_cv`."""
    if isinstance(entry, dict):
        for key in entry:
            if key not in ("level", "stages", "has_manager"):
                yield from _list_wordings(entry[key], f"{name}, {key}".removeprefix(", "))
    elif isinstance(entry, list):
        for part in entry:
            yield from _list_wordings(part, name)
    elif isinstance(entry, str) and entry:
        yield name, re.compile(_FIELD.sub(".+", re.escape(entry)))


def _write_alike(question: str) -> str:
    """Return the words of a question as it is put to somebody new, in lower case."""
    return " ".join(re.findall(r"\w+", suppose(question).lower()))


def print_wordings() -> None:
    """Print the share of good marks of each wording in the trial of single wordings."""
    trial = tomllib.loads(WORDINGS.read_text("utf-8"))
    shares = (
        (measure_good(by_pair), level, wording)
        for level, wordings in trial.items()
        for wording, by_pair in wordings.items()
    )
    for share, level, wording in sorted(shares, reverse=True):
        print(f"{share:.2f}  {level:<8} {wording}")


def measure_good(by_pair: dict[str, list[str]]) -> float:
    """Return the share of good marks, 0 to 1, of one wording by the pairs that it was put to."""
    marks = [mark for readings in by_pair.values() for mark in readings]
    return marks.count("good") / len(marks)
