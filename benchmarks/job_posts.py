"""Replay conversations with the job-post agent, and measure what it understood.

    python -m benchmarks.job_posts [tuning|held_out|held_out_2|…|tuning_13] [--faults]

`benchmarks/job_posts/tuning.toml` explains the form of the conversations. For each group and field
it prints precision (of the values that the agent stored, how many were said for that field) and
recall (of the values that were said, how many it stored in that field).
"""

import re
import sys
import tempfile
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from interview_cli.coach.base import Coach
from interview_cli.coach.offline.coach import OfflineCoach
from interview_cli.render.job_post import build_post_payload
from interview_cli.store.files.store import FileStore
from interview_cli.workflow.job_post import NewPost, open_post, say

FILES = (
    "tuning",
    "held_out",
    "held_out_2",
    "held_out_3",
    "held_out_4",
    "held_out_5",
    "held_out_6",
    "tuning_7",
    "held_out_8",
    "tuning_10",
    "tuning_11",
    "tuning_12",
    "tuning_13",
    "held_out_17",
    "tuning_16",
    "tuning_15",
    "held_out_9",
    "held_out_14",
    "held_out_18",
    "held_out_19",
    "held_out_20",
    "held_out_21",
    "held_out_22",
    "held_out_23",
    "held_out_24",
    "held_out_25",
    "held_out_26",
    "held_out_27",
    "held_out_28",
    "held_out_29",
)
UNFITTED = ("held_out_28", "held_out_29")
"""Files of which no fit but that of removals knows anything."""
LISTS = ("skills", "responsibilities", "requirements", "benefits")
PAY = ("salaryMin", "salaryMax", "currency", "salaryUnit")
_FOLDER = Path(__file__).parent / "job_posts"
_EMPTY: tuple[Any, ...] = ("", None, [])
_NOW = datetime(2026, 11, 2, 9, tzinfo=UTC)
_READY = (
    "Senior nurse in Leeds, full time, £38,000 a year\nSkills: triage, wound care\n"
    "Duties:\n- care for patients\n- plan discharges"
)
"""A message after which the agent shows the post for review."""


@dataclass(frozen=True)
class Finding:
    """One value that was judged."""

    verdict: str
    """`right`, `missed`, `wrong` (said, but not this), `invented` or `misplaced`."""
    turn: int
    field: str
    expected: Any
    actual: Any


def load(name: str) -> dict[str, list[dict[str, Any]]]:
    """Return the conversations of a file by their group; a single sentence is one of one turn."""
    data = tomllib.loads((_FOLDER / f"{name}.toml").read_text("utf-8"))
    sentences = [
        {"id": sentence["say"], "turns": [sentence]}
        for sentence in data.get("sentences", {}).get("single", [])
    ]
    confirmations = [
        {"id": word, "turns": [{"say": _READY}, {"say": word, "complete": expected}], "quiet": True}
        for expected, words in ((True, "yes"), (False, "no"))
        for word in data.get("confirmations", {}).get(words, [])
    ]
    return {
        "talk": data["talk"],
        "free": data.get("free", []),
        "cooperative": data.get("cooperative", []),
        "sentences": sentences,
        "confirmations": confirmations,
    }


def play(messages: Iterable[str], coach: Coach, company: str = "Acme") -> list[dict[str, Any]]:
    """Hold a conversation in a home of its own; return the agent's document after each turn."""
    with tempfile.TemporaryDirectory() as home:
        store = FileStore(Path(home), lock_timeout_s=1)
        post = open_post(store, NewPost(company, None, "24h"), _NOW)
        return [
            build_post_payload(say(store, coach, post.session_id, message, lambda: _NOW))
            for message in messages
        ]


def judge(conversation: dict[str, Any], coach: Coach) -> list[Finding]:
    """Hold a conversation and judge each value against what was said."""
    turns = conversation["turns"]
    documents = play([turn["say"] for turn in turns], coach)
    judgement = _Judgement()
    for number, (turn, document) in enumerate(zip(turns, documents, strict=True), start=1):
        judgement.judge_turn(number, turn, document)
    judgement.judge_never(conversation.get("never", []))
    if conversation.get("quiet"):
        return [found for found in judgement.findings if found.field == "complete"]
    return judgement.findings


class _Judgement:
    def __init__(self) -> None:
        self.findings: list[Finding] = []
        self._present: dict[str, Any] = {}
        self._expected: dict[str, tuple[Any, ...]] = {}
        self._wanted: defaultdict[str, list[str]] = defaultdict(list)
        self._said = ""
        self._turn = 0

    def judge_turn(self, number: int, turn: dict[str, Any], document: dict[str, Any]) -> None:
        self._turn, self._said = number, f"{self._said} {_flatten(turn['say'])}"
        data = document["job_data"]
        expected = expand_pay(turn)
        for field, value in data.items():
            if field not in LISTS and field != "description":
                self._judge_value(field, expected, value)
        self._judge_lists(expected, data)
        self._judge_reply(turn, document)
        self._present = data

    def judge_never(self, words: list[str]) -> None:
        stored = {name: self._present[name] for name in self._present if name != "description"}
        for word in words:
            if re.search(rf"\b{re.escape(word.lower())}", _flatten(str(stored))):
                self._add("wrong", "never", f"never {word}", "stands in the post")

    def _add(self, verdict: str, field: str, expected: Any, actual: Any) -> None:
        self.findings.append(Finding(verdict, self._turn, field, expected, actual))

    def _judge_value(self, field: str, expected: dict[str, Any], actual: Any) -> None:
        before = self._present.get(field, "")
        if field not in expected:
            known = self._expected.get(field, ("",))
            if actual != before and not _is_any(actual, known):
                is_extra = field in _EXTRA and field not in self._expected
                self._add("extra" if is_extra else "invented", field, known[0], actual)
            return
        allowed = _as_tuple(expected[field])
        self._expected[field] = allowed
        if is_value(field, actual, expected[field]):
            if actual not in _EMPTY or before not in _EMPTY:
                self._add("right", field, allowed[0], actual)
        else:
            is_missed = actual in _EMPTY or actual == before
            self._add("missed" if is_missed else "wrong", field, allowed[0], actual)

    def _judge_lists(self, expected: dict[str, Any], data: dict[str, Any]) -> None:
        for drop in expected.get("drop", []):
            kept = [entry for name in LISTS for entry in data[name] if holds(drop, entry)]
            self._add("wrong" if kept else "right", "drop", drop, kept)
        for field in (*LISTS, "bring"):
            for key in expected.get(field, []):
                self._wanted[field].append(key)
                self._judge_entry(field, key, data)
        self._wanted["may"] += expected.get("may", [])
        for field in LISTS:
            self._judge_new_entries(field, data[field])
            self._judge_lost_entries(field, data, expected.get("drop", []))

    def _judge_entry(self, field: str, key: str, data: dict[str, Any]) -> None:
        pools = ("skills", "requirements") if field == "bring" else (field,)
        if any(holds(key, entry) for pool in pools for entry in data[pool]):
            self._add("right", field, key, key)
        elif places := [name for name in LISTS if any(holds(key, entry) for entry in data[name])]:
            self._add("misplaced", field, key, places)
        else:
            self._add("missed", field, key, "")

    def _judge_new_entries(self, field: str, entries: list[str]) -> None:
        keys = [key for wanted in self._wanted.values() for key in wanted]
        for entry in entries:
            is_new = entry not in self._present.get(field, [])
            if is_new and not any(holds(key, entry) for key in keys):
                words = re.findall(r"\w+", _flatten(entry))
                was_said = all(word in self._said for word in words)
                self._add("wrong" if was_said else "invented", field, "(nothing)", entry)

    def _judge_lost_entries(self, field: str, data: dict[str, Any], drops: list[str]) -> None:
        kept = [entry for name in LISTS for entry in data[name]]
        for entry in self._present.get(field, []):
            is_wanted = any(holds(key, entry) for keys in self._wanted.values() for key in keys)
            was_dropped = any(holds(drop, entry) for drop in drops)
            is_there = any(entry.split(" (")[0] in other for other in kept)
            if is_wanted and not was_dropped and not is_there:
                self._add("wrong", field, f"keep {entry}", "lost")

    def _judge_reply(self, turn: dict[str, Any], document: dict[str, Any]) -> None:
        if "complete" in turn:
            is_right = document["is_complete"] == turn["complete"]
            self._add("right" if is_right else "wrong", "complete", turn["complete"], turn["say"])
        if "reply" in turn:
            reply = document["agent_response"].lower()
            is_right = any(word.lower() in reply for word in turn["reply"])
            self._add("right" if is_right else "wrong", "reply", turn["reply"], reply[:160])


_EXTRA = ("workHours", "jobStartDate", "travel", "shifts", "reportsTo", "department")
"""Fields that a conversation need not name, although it may fill them."""


_TEXTS = ("workHours", "travel", "shifts", "reportsTo", "department", "applicationContact")
"""Fields of free text, which need only contain the words that are expected."""


def expand_pay(turn: dict[str, Any]) -> dict[str, Any]:
    """Return what is expected of a turn, with the pay as the fields of a post."""
    if "pay" not in turn:
        return turn
    low, high, currency, unit = turn["pay"]
    values = (low, high, currency.split("|"), unit.split("|"))
    return turn | dict(zip(PAY, values, strict=True))


def _as_tuple(value: Any) -> tuple[Any, ...]:
    return tuple(value) if isinstance(value, list) else (value,)


def is_value(field: str, actual: Any, expected: Any) -> bool:
    """Return whether a field has a value that is expected."""
    allowed = _as_tuple(expected)
    return _is_any(actual, allowed) or (field in _TEXTS and _holds_any(actual, allowed))


def _is_any(actual: Any, allowed: tuple[Any, ...]) -> bool:
    return any(
        (value == "*" and actual not in _EMPTY)
        or (value in _EMPTY and actual in _EMPTY)
        or _flatten(str(actual)) == _flatten(str(value))
        or (isinstance(actual, float) and isinstance(value, int | float) and actual == value)
        for value in allowed
    )


def _holds_any(actual: Any, allowed: tuple[Any, ...]) -> bool:
    return any(bool(value) and holds(str(value), str(actual)) for value in allowed)


def holds(key: str, entry: str) -> bool:
    """Return whether an entry contains the words of a key: `first aid|aid`."""
    flat = _flatten(entry)
    return any(all(word in flat for word in part.split()) for part in _flatten(key).split("|"))


def _flatten(text: str) -> str:
    return re.sub(r"\s+", " ", text.replace("’", "'").replace("–", "-")).strip(" .,;:").lower()


def count(findings: Iterable[Finding]) -> dict[str, Counter[str]]:
    """Return the verdicts by field, and over all fields of the post under `all`."""
    by_field: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for found in findings:
        by_field[found.field][found.verdict] += 1
        if found.field not in ("complete", "reply"):
            by_field["all"][found.verdict] += 1
    return dict(by_field)


def precision(verdicts: Counter[str]) -> float:
    """Return the share of stored values that are right; 1 without any."""
    stored = sum(verdicts[name] for name in ("right", "wrong", "invented", "misplaced"))
    return verdicts["right"] / stored if stored else 1.0


def recall(verdicts: Counter[str]) -> float:
    """Return the share of said values that are stored where they belong; 1 without any."""
    said = sum(verdicts[name] for name in ("right", "wrong", "missed", "misplaced"))
    return verdicts["right"] / said if said else 1.0


def _describe_group(
    name: str, conversations: list[dict[str, Any]], *, show_faults: bool
) -> Iterator[str]:
    judged = [
        (conversation["id"], found)
        for conversation in conversations
        for found in judge(conversation, OfflineCoach())
    ]
    if show_faults:
        yield from (
            f"  {found.verdict:9} {label} ({found.turn}) {found.field}: "
            f"expected {found.expected!r}, got {found.actual!r}"
            for label, found in judged
            if found.verdict not in ("right", "extra")
        )
    yield f"{name}: {len(conversations)}"
    for field, verdicts in sorted(count(found for _, found in judged).items()):
        figures = f"precision {precision(verdicts):.3f}, recall {recall(verdicts):.3f}"
        yield f"  {field:22} {figures}  {dict(verdicts)}"


def main() -> None:
    """Print precision and recall of each group by field."""
    name = next((word for word in sys.argv[1:] if word in FILES), FILES[0])
    for group, conversations in load(name).items():
        print(*_describe_group(group, conversations, show_faults="--faults" in sys.argv), sep="\n")


if __name__ == "__main__":
    main()
