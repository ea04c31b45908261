"""What a listing, gc and SESSION need, read from a file without pydantic.

`Head` comes from the first bytes of a file, where our own files keep it; `Summary` from all of it.
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

from interview_cli.errors import InvalidInput, SessionDamaged
from interview_cli.settings import (
    DEFAULT_QUESTIONS,
    MAX_NAME_CHARS,
    MAX_QUESTIONS,
    SCHEMA_VERSION,
    time_to_live,
)
from interview_cli.store import disk
from interview_cli.text import clean, slug
from interview_cli.vocabulary import FOCUSES, LEVELS, QUESTION_KINDS

KINDS = ("interview",)
_FRONT_BYTES = 2_048
_FRONT_KEYS = {
    "schema_version",
    "kind",
    "session_id",
    "name",
    "created_at",
    "last_updated",
    "ttl",
    "keep",
    "finished_at",
    "job_title",
    "company_name",
}


@dataclass(frozen=True)
class Head:
    """The common fields of a session; times are aware UTC."""

    kind: str
    session_id: str
    name: str
    created_at: datetime
    last_updated: datetime
    ttl: str
    keep: bool
    finished_at: datetime | None
    job_title: str
    company_name: str


@dataclass(frozen=True)
class Summary(Head):
    """A head, and how far the interview has come."""

    max_questions: int
    has_cv: bool
    has_job_description: bool
    question_count: int
    answered_count: int
    open_question: str | None
    interview_score: int | None

    @property
    def flags(self) -> dict[str, bool]:
        """The six facts that scripts go by."""
        return {
            "has_cv": self.has_cv,
            "has_job_description": self.has_job_description,
            "is_ready_for_interview": self.has_cv and self.has_job_description,
            "interview_started": self.question_count > 0,
            "interview_complete": self.answered_count >= self.max_questions,
            "has_feedback": self.interview_score is not None,
        }

    @property
    def stage(self) -> str:
        """`created`, `documents_uploaded`, `in_progress`, `completed` or `feedback_generated`.

        Derived on every read, never stored.
        """
        flags = self.flags
        if flags["has_feedback"]:
            return "feedback_generated"
        if flags["interview_complete"]:
            return "completed"
        if flags["interview_started"]:
            return "in_progress"
        return "documents_uploaded" if flags["is_ready_for_interview"] else "created"


H = TypeVar("H", bound=Head)


def read_head(path: Path) -> Head:
    """Raises FileNotFoundError, SessionDamaged or StorageFailed."""
    front = disk.read(path, _FRONT_BYTES)
    data = dict(_members(front.decode("utf-8", errors="ignore")))
    if data.keys() >= _FRONT_KEYS:
        return _checked(path, data, _head)
    return _checked(path, _parse(path, disk.read(path)), _head)


def read_summary(path: Path) -> Summary:
    """Raises FileNotFoundError, SessionDamaged or StorageFailed."""
    return summarize(path, disk.read(path))


def summarize(path: Path, content: bytes) -> Summary:
    """The summary of a session file's content. Raises SessionDamaged, naming `path`."""
    return _checked(path, _parse(path, content), _summary)


def _members(text: str) -> Iterator[tuple[str, Any]]:
    """The members of a JSON object, in order, as far as the text goes and is plain."""
    decode = json.JSONDecoder().raw_decode
    position = text.find("{") + 1
    while position:
        try:
            key, position = decode(text, _past_space(text, position))
            colon = _past_space(text, position)
            value, position = decode(text, _past_space(text, colon + 1))
            comma = _past_space(text, position)
        except (ValueError, RecursionError):
            return
        # A number at the cut could go on: only what a comma or the end follows is whole.
        if not isinstance(key, str) or text[comma : comma + 1] not in (",", "}"):
            return
        yield key, value
        position = comma + 1 if text[comma] == "," else 0


def _past_space(text: str, position: int) -> int:
    while text[position : position + 1] in (" ", "\n", "\r", "\t"):
        position += 1
    return position


def _parse(path: Path, content: bytes) -> dict[str, Any]:
    try:
        data = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise disk.damaged(path, "it is not whole JSON") from error
    if not isinstance(data, dict):
        raise disk.damaged(path, "it is no JSON object")
    return data


def _checked(path: Path, data: dict[str, Any], build: Callable[[dict[str, Any]], H]) -> H:
    refuse_newer(path, data.get("schema_version", SCHEMA_VERSION))
    try:
        head = build(data)
    except (KeyError, TypeError, ValueError, OverflowError, InvalidInput) as error:
        raise disk.damaged(path, "a field is missing or of the wrong kind") from error
    if head.session_id != path.stem:
        raise disk.damaged(path, "its name is not its session_id")
    return head


def refuse_newer(path: Path, version: object) -> None:
    """Raises SessionDamaged for a version of the file format that this program does not know."""
    if type(version) is int and version > SCHEMA_VERSION:
        raise SessionDamaged(
            f"{path} was written by a newer version of interview.",
            "upgrade interview; the file was left as it is",
        )
    if version != SCHEMA_VERSION or type(version) is not int:
        raise disk.damaged(path, "its schema_version is none that was ever written")


def _head(data: dict[str, Any]) -> Head:
    return Head(**_head_fields(data))


def _head_fields(data: dict[str, Any]) -> dict[str, Any]:
    title, company = _name(data["job_title"]), _name(data["company_name"])
    ttl = data.get("ttl", "24h")
    time_to_live(ttl)
    finished_at = data.get("finished_at")
    return {
        "kind": _one_of(data["kind"], KINDS),
        "session_id": _text(data["session_id"]),
        "name": _text(data.get("name", "")) or slug(f"{company} {title}"),
        "created_at": _time(data["created_at"]),
        "last_updated": _time(data["last_updated"]),
        "ttl": ttl,
        "keep": _exactly(bool, data.get("keep", False)),
        "finished_at": None if finished_at is None else _time(finished_at),
        "job_title": title,
        "company_name": company,
    }


def _summary(data: dict[str, Any]) -> Summary:
    asked, answered, open_question = _conversation(data.get("messages", []))
    feedback = data.get("feedback")
    fields = _head_fields(data)
    maximum = _exactly(int, data.get("max_questions", DEFAULT_QUESTIONS))
    if not 1 <= maximum <= MAX_QUESTIONS or asked > maximum:
        raise ValueError("number of questions")
    _check_rest(data, answered)
    if answered >= maximum or feedback is not None:
        fields["finished_at"] = fields["finished_at"] or fields["last_updated"]
    return Summary(
        **fields,
        max_questions=maximum,
        has_cv=_has_text(data.get("cv_text")),
        has_job_description=_has_text(data.get("job_description_text")),
        question_count=asked,
        answered_count=answered,
        open_question=open_question,
        interview_score=None if feedback is None else _score(feedback["interview_score"]),
    )


def _check_rest(data: dict[str, Any], answered: int) -> None:
    """What a summary does not show, but a session must hold rightly. Raises ValueError or the like.

    The model checks more; here is what makes a listing call a file good that no command can open.
    """
    _one_of(data.get("focus", "mixed"), FOCUSES)
    _one_of(data.get("level"), (None, *LEVELS))
    _text(data.get("language", "en"))
    _has_text(data.get("fence"))
    for notice in _exactly(list, data.get("notices", [])):
        _text(notice)
    for slot in _exactly(list, data.get("plan", [])):
        _one_of(slot["kind"], QUESTION_KINDS)
        _text(slot["topic"])
    feedback = data.get("feedback")
    if feedback is not None and len(_exactly(list, feedback["answers"])) != answered:
        raise ValueError("feedback on other answers")


def _conversation(messages: Any) -> tuple[int, int, str | None]:
    """Questions asked, questions answered, and the open question if there is one."""
    for index, message in enumerate(_exactly(list, messages)):
        _one_of(message["role"], ("user",) if index % 2 else ("assistant",))
        _text(message["content"])
        _time(message["timestamp"])
        _exactly(bool, message.get("skipped", False))
    answered = len(messages) // 2
    asked = len(messages) - answered
    return asked, answered, _text(messages[-1]["content"]) if asked > answered else None


def _score(value: Any) -> int:
    if not 0 <= _exactly(int, value) <= 100:
        raise ValueError("a score out of bounds")
    return int(value)


def _has_text(value: Any) -> bool:
    return value is not None and bool(_exactly(str, value))


def _text(value: Any) -> str:
    return clean(_exactly(str, value))


def _name(value: Any) -> str:
    name = _text(value)
    if not name.strip() or len(name) > MAX_NAME_CHARS:
        raise ValueError("length of a name")
    return name


def _time(value: Any) -> datetime:
    moment = datetime.fromisoformat(_exactly(str, value))
    if moment.tzinfo is None:
        raise ValueError("a time without a zone")
    return moment.astimezone(UTC)


def _one_of(value: Any, known: tuple[str | None, ...]) -> str:
    if value not in known:
        raise ValueError("an unknown word")
    return str(value)


T = TypeVar("T")


def _exactly(kind: type[T], value: Any) -> T:
    """The value, if it is of this very type: True is no number here."""
    if type(value) is not kind:
        raise TypeError("the wrong kind of value")
    return value
