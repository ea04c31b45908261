"""Entries that were said to no agent: lists and remarks, the lists of ads, the terms of trades."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

from benchmarks.questions import FITTED
from interview_cli.job_posts import entry_lists
from interview_cli.job_posts.entry_lists import EntryKind, Setting
from interview_cli.job_posts.list_reading import read_listed
from interview_cli.job_posts.sections import split_sections
from interview_cli.trades.trades import load_trades

_QUESTIONS = Path(__file__).parent / "questions"
_LISTS = Path(__file__).parent / "job_posts" / "entry_lists.toml"
_GROUP = 3
"""How many entries of an ad stand side by side, as in a message."""
_AD_WEIGHT, _MOST_WORDS = 0.3, 14
"""How much an entry of an ad or of a trade counts; a longer one of an ad is left out."""
_TERM_WEIGHT, _TITLES_OF = 0.15, 8
"""How much a title or a tool of a trade counts, and of how many titles one is used."""
_LIST_WEIGHT = 0.6
"""How much an entry of `entry_lists.toml` counts."""


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


def collect_lists() -> Iterator[Example]:
    """Return the entries of the lists and remarks that no conversation holds."""
    data = tomllib.loads(_LISTS.read_text("utf-8"))
    for kind in data:
        for line in data[kind]:
            entries = tuple(line.split(", "))
            yield Example(line, "lists", entries, None, (kind,) * len(entries), _LIST_WEIGHT)


def collect_ads() -> Iterator[Example]:
    """Return the entries below the headings of the ads."""
    paths = [path for half in FITTED for path in (_QUESTIONS / half).glob("*.toml")]
    for path in sorted(paths):
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
        entries = list(
            dict.fromkeys(act.words for act in acts if len(act.words.split()) <= _MOST_WORDS)
        )
        for start in range(0, len(entries), _GROUP):
            group = tuple(entries[start : start + _GROUP])
            yield Example(name, "ads", group, None, (kind,) * len(group), _AD_WEIGHT)


def collect_trades() -> Iterator[Example]:
    """Return some titles of the lines of work, their tools, and their tasks, which are duties."""
    for name, trade in load_trades().items():
        for title in trade.titles:
            if crc32(title.encode()) % _TITLES_OF == 0:
                yield Example(name, "trades", (title,), None, ("title",), _TERM_WEIGHT)
        for tool in trade.terms.get("tools", ()):
            yield Example(name, "trades", (tool,), None, ("bring",), _TERM_WEIGHT)
        tasks = [task.text for task in trade.tasks]
        for start in range(0, len(tasks), _GROUP):
            group = tuple(tasks[start : start + _GROUP])
            kinds: tuple[EntryKind, ...] = ("responsibilities",) * len(group)
            yield Example(name, "trades", group, None, kinds, _AD_WEIGHT)
