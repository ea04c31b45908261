"""Fit the weights by which entries are told apart: `python -m benchmarks.entries [--folds]`.

The entries are those of all conversations in `benchmarks/job_posts/`, each with what its turn
states, and those below the headings of the ads in `benchmarks/questions/` and `benchmarks/ads/`.
"""

import math
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest import mock
from zlib import crc32

from benchmarks import job_posts
from interview_cli.coach.offline.coach import OfflineCoach
from interview_cli.job_posts import clause_reader, entry_lists, remains
from interview_cli.job_posts.entry_lists import (
    KINDS,
    EntryKind,
    Setting,
    add_up,
    compute_shares,
    measure_entries,
)
from interview_cli.job_posts.list_reading import read_listed
from interview_cli.job_posts.sections import split_sections
from interview_cli.trades.trades import load_trades

FILE = Path(entry_lists.__file__).with_name("entry_weights.toml")
_QUESTIONS = Path(__file__).parent / "questions"
_FOLDS = 5
_RATE, _PENALTY, _ROUNDS = 0.2, 2.0, 6
_FEWEST = 2
_AD_GROUP = 3
_AD_WEIGHT, _TASK_WEIGHT = 0.3, 0.3
_NEW_WEIGHT = 2.0


@dataclass(frozen=True)
class Example:
    """Entries side by side, and what each of them is; None: not known."""

    group: str
    """The conversation or the ad that they are from."""
    file: str
    entries: tuple[str, ...]
    setting: Setting | None
    """None: they were not said to the agent."""
    kinds: tuple[EntryKind | None, ...]
    weight: float = 1.0


def collect_conversations(name: str) -> Iterator[Example]:
    """Replay the conversations of a file; return the entries that its messages have."""
    for conversations in job_posts.load(name).values():
        for conversation in conversations:
            if conversation.get("quiet"):
                continue
            yield from _collect_conversation(name, conversation)


def _collect_conversation(name: str, conversation: dict[str, Any]) -> Iterator[Example]:
    turns: list[list[tuple[tuple[str, ...], Setting]]] = []
    rate = entry_lists.rate_entries

    def record(entries: Sequence[str], setting: Setting) -> list[dict[EntryKind, float]]:
        turns[-1].append((tuple(entries), setting))
        return rate(entries, setting)

    class Recording(OfflineCoach):
        def job_post(self, *arguments: Any, **options: Any) -> Any:
            turns.append([])
            return super().job_post(*arguments, **options)

    messages = [turn["say"] for turn in conversation["turns"]]
    with (
        mock.patch.object(remains, "rate_entries", record),
        mock.patch.object(clause_reader, "rate_entries", record),
    ):
        job_posts.play(messages, Recording())
    for turn, recorded in zip(conversation["turns"], turns, strict=True):
        for entries, setting in dict.fromkeys(recorded):
            kinds = tuple(label_entry(entry, turn) for entry in entries)
            yield Example(conversation["id"], name, entries, setting, kinds)


def label_entry(entry: str, turn: dict[str, Any]) -> EntryKind | None:
    """Return what a turn says that an entry is; None if it leaves it open."""
    found: list[EntryKind] = [
        kind
        for kind, fields in (
            ("responsibilities", ("responsibilities",)),
            ("bring", ("bring", "skills", "requirements")),
            ("benefits", ("benefits",)),
        )
        if any(job_posts.holds(key, entry) for field in fields for key in turn.get(field, []))
    ]
    if len(found) > 1 or any(job_posts.holds(key, entry) for key in turn.get("may", [])):
        return None
    return found[0] if found else "none"


def collect_ads() -> Iterator[Example]:
    """Return the entries below the headings of the ads."""
    for path in sorted(_QUESTIONS.glob("*/*.toml")):
        data = tomllib.loads(path.read_text("utf-8"))
        if "job" in data:
            yield from _collect_ad(f"{path.parent.name}/{path.stem}", data["job"])
    for path in sorted((_QUESTIONS.parent / "ads").glob("*/*.toml")):
        data = tomllib.loads(path.read_text("utf-8"))
        if "company" in data:
            yield from _collect_ad(path.stem, data["text"])


def _collect_ad(name: str, text: str) -> Iterator[Example]:
    for section in split_sections(text):
        kind = entry_lists.find_kind(section.field)
        if kind is None:
            continue
        acts = [act for act in read_listed(section.field, section.text) if act.kind == "add"]
        entries = list(dict.fromkeys(act.words for act in acts if len(act.words.split()) <= 14))
        for start in range(0, len(entries), _AD_GROUP):
            group = tuple(entries[start : start + _AD_GROUP])
            yield Example(name, "ads", group, None, (kind,) * len(group), _AD_WEIGHT)


def collect_trades() -> Iterator[Example]:
    """Return the tasks of the lines of work, which are duties."""
    for name, trade in load_trades().items():
        tasks = [task.text for task in trade.tasks]
        for start in range(0, len(tasks), _AD_GROUP):
            group = tuple(tasks[start : start + _AD_GROUP])
            kinds: tuple[EntryKind, ...] = ("responsibilities",) * len(group)
            yield Example(name, "trades", group, None, kinds, _TASK_WEIGHT)


@dataclass(frozen=True)
class Row:
    """An entry, as the fit uses it."""

    features: dict[str, float]
    kind: int
    """Its place in KINDS."""
    weight: float
    """How much it counts, where an entry of a conversation counts 1."""


def build_rows(examples: Iterable[Example]) -> list[Row]:
    """Return the entries that are known to be of one kind."""
    return [
        Row(features, KINDS.index(kind), example.weight)
        for example in examples
        for features, kind in zip(
            measure_entries(example.entries, example.setting), example.kinds, strict=True
        )
        if kind is not None
    ]


def fit_rows(rows: list[Row]) -> dict[str, list[float]]:
    """Fit a multinomial logistic regression by descent, with steps for each weight (Adagrad)."""
    counts = Counter(name for row in rows for name in row.features)
    kept = sorted(name for name, count in counts.items() if count >= _FEWEST)
    weights = {name: [0.0] * len(KINDS) for name in kept}
    squares = {name: [1.0] * len(KINDS) for name in kept}
    span = range(len(KINDS))
    for place in sorted(range(len(rows) * _ROUNDS), key=lambda number: crc32(b"%d" % number)):
        row = rows[place % len(rows)]
        features = {name: value for name, value in row.features.items() if name in weights}
        shares = compute_shares(add_up(features, weights))
        slopes = [row.weight * share for share in shares.values()]
        slopes[row.kind] -= row.weight
        for name, value in features.items():
            own, past, penalty = weights[name], squares[name], _PENALTY / counts[name]
            for kind in span:
                slope = slopes[kind] * value + penalty * own[kind]
                past[kind] += slope * slope
                own[kind] -= _RATE * slope / math.sqrt(past[kind])
    return weights


def format_weights(weights: dict[str, list[float]], least: int = 10) -> str:
    lines = []
    for name, values in sorted(weights.items()):
        mean = sum(values) / len(values)
        hundredths = [round((value - mean) * 100) for value in values]
        if max(map(abs, hundredths)) >= least:
            lines.append(f'"{name}" = "{" ".join(map(str, hundredths))}"')
    return "\n".join(lines) + "\n"
