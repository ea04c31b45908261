"""Read summaries from the documents of sessions, without pydantic."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from interview_cli.errors import InvalidInput
from interview_cli.limits import DEFAULT_QUESTIONS, MAX_IMPORTED_QUESTIONS, MAX_QUESTIONS
from interview_cli.setting_values import parse_ttl
from interview_cli.store import disk
from interview_cli.store.document.fields import (
    has_text,
    require_choice,
    require_date,
    require_name,
    require_text,
    require_time,
    require_type,
)
from interview_cli.store.document.versions import upgrade
from interview_cli.store.summary import CommonFields, InterviewSummary, PostSummary, Summary
from interview_cli.text import make_slug
from interview_cli.vocabulary import (
    FOCUSES,
    LEVELS,
    OUTCOMES,
    POST_STEPS,
    QUESTION_KINDS,
    ROUNDS,
    SUBJECT_KINDS,
)

KINDS = ("interview", "job_post")

C = TypeVar("C", bound=CommonFields)


def parse_summary(path: Path, data: dict[str, Any]) -> Summary:
    """Return the summary of a session's document. Raises SessionDamaged, naming `path`."""
    return _parse(path, data, _parse_any_kind)


def parse_common_fields(path: Path | str, data: dict[str, Any]) -> CommonFields:
    """Return the common fields of a document, of which the rest is not checked.

    Raises SessionDamaged, naming `path`.
    """
    return _parse(path, data, _parse_common_fields)


def _parse(path: Path | str, data: dict[str, Any], parse: Callable[[dict[str, Any]], C]) -> C:
    """Upgrade a file's data, then parse it. Raises SessionDamaged."""
    try:
        parsed = parse(upgrade(path, data))
    except (KeyError, TypeError, ValueError, OverflowError, InvalidInput) as error:
        raise disk.damaged_file(path, "a field is missing or has the wrong type") from error
    if os.path.basename(path).removesuffix(".json") != parsed.session_id:
        raise disk.damaged_file(path, "its name is not its session_id")
    return parsed


# The functions below raise KeyError, TypeError, ValueError, OverflowError or InvalidInput.


def _parse_common_fields(data: dict[str, Any]) -> CommonFields:
    kind = require_choice(data["kind"], KINDS)
    company = require_name(data["company_name"])
    title = _parse_post_title(data) if _is_post(data) else require_name(data["job_title"])
    ttl = data.get("ttl", "24h")
    parse_ttl(ttl)
    finished_at = data.get("finished_at")
    return CommonFields(
        kind=kind,
        session_id=require_text(data["session_id"]),
        name=require_text(data.get("name", "")) or make_slug(f"{company} {title or 'job post'}"),
        created_at=require_time(data["created_at"]),
        last_updated=require_time(data["last_updated"]),
        ttl=ttl,
        keep=require_type(bool, data.get("keep", False)),
        finished_at=None if finished_at is None else require_time(finished_at),
        job_title=title,
        company_name=company,
    )


def _is_post(data: dict[str, Any]) -> bool:
    return data.get("kind") == "job_post"


def _parse_post_title(data: dict[str, Any]) -> str:
    return require_text(require_type(dict, data.get("job_data", {})).get("title", ""))


def _parse_any_kind(data: dict[str, Any]) -> Summary:
    common = vars(_parse_common_fields(data))
    return _parse_post(data, common) if _is_post(data) else _parse_interview(data, common)


def _parse_post(data: dict[str, Any], common: dict[str, Any]) -> PostSummary:
    messages = require_type(list, data.get("messages", []))
    for message in messages:
        _check_message(message, ("user", "assistant"))
    require_type(dict, data.get("sources", {}))
    return PostSummary(
        **common,
        current_step=require_choice(data.get("current_step", POST_STEPS[0]), POST_STEPS),
        is_complete=require_type(bool, data.get("is_complete", False)),
        has_answer=any(message["role"] == "user" for message in messages),
    )


def _parse_interview(data: dict[str, Any], common: dict[str, Any]) -> InterviewSummary:
    asked, answered, open_question = _parse_conversation(data.get("messages", []))
    feedback = data.get("feedback")
    most = require_type(int, data.get("max_questions", DEFAULT_QUESTIONS))
    is_imported = has_text(data.get("transcript_source"))
    if not 1 <= most <= (MAX_IMPORTED_QUESTIONS if is_imported else MAX_QUESTIONS) or asked > most:
        raise ValueError("number of questions")
    _check_other_fields(data, answered)
    return InterviewSummary(
        **common,
        max_questions=most,
        has_cv=has_text(data.get("cv_text")),
        has_job_description=has_text(data.get("job_description_text")),
        question_count=asked,
        answered_count=answered,
        open_question=open_question,
        has_feedback=feedback is not None,
        interview_score=None if feedback is None else _parse_score(feedback["interview_score"]),
        interview_date=require_date(data.get("interview_date")),
    )


def _check_other_fields(data: dict[str, Any], answered: int) -> None:
    """Check fields that the summary leaves out, so that a listed session can also be opened.

    The model checks more.
    """
    require_choice(data.get("focus", "mixed"), FOCUSES)
    require_choice(data.get("round", "mixed"), ROUNDS)
    require_choice(data.get("level"), (None, *LEVELS))
    require_text(data.get("language", "en"))
    has_text(data.get("fence"))
    for notice in require_type(list, data.get("notices", [])):
        require_text(notice)
    for slot in require_type(list, data.get("plan", [])):
        require_choice(slot["kind"], QUESTION_KINDS)
        require_text(slot["topic"])
    for sitting in require_type(list, data.get("practice_plan", [])):
        require_date(require_type(str, sitting["date"]))
        require_choice(sitting["kind"], SUBJECT_KINDS)
        require_text(sitting["topic"])
    _check_debrief(data.get("debrief"))
    feedback = data.get("feedback")
    if feedback is not None and len(require_type(list, feedback["answers"])) != answered:
        raise ValueError("feedback on other answers")


def _check_debrief(debrief: Any) -> None:
    if debrief is not None:
        require_time(require_type(dict, debrief)["created_at"])
        require_choice(debrief.get("outcome"), (None, *OUTCOMES))
        for question in require_type(list, debrief.get("questions", [])):
            require_text(question["content"])


def _parse_conversation(messages: Any) -> tuple[int, int, str | None]:
    """Return how many questions were asked and answered, and the open question if there is one."""
    for index, message in enumerate(require_type(list, messages)):
        _check_message(message, ("user",) if index % 2 else ("assistant",))
        require_type(bool, message.get("skipped", False))
    answered = len(messages) // 2
    asked = len(messages) - answered
    return asked, answered, require_text(messages[-1]["content"]) if asked > answered else None


def _check_message(message: dict[str, Any], roles: tuple[str, ...]) -> None:
    require_choice(message["role"], roles)
    require_text(message["content"])
    require_time(message["timestamp"])


def _parse_score(value: Any) -> int | None:
    if value is None:  # no answer could be rated
        return None
    score = require_type(int, value)
    if not 0 <= score <= 100:
        raise ValueError("a score out of range")
    return score
