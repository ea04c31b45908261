"""Summaries read without pydantic agree with the models."""

import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_cli.answers.criteria import WEIGHTS
from interview_cli.errors import SessionDamaged
from interview_cli.models import Interview
from interview_cli.post_models import JobPost
from interview_cli.store.document.session_json import parse_file
from interview_cli.store.document.summaries import parse_summary
from interview_cli.store.files.store import FileStore
from interview_cli.store.files.summaries import read_common_fields, read_summary
from interview_cli.store.summary import summarize
from tests.conftest import Line

ID = "01a20000-0000-7000-8000-000000000000"
HAND_MADE = {
    "kind": "interview",
    "session_id": ID,
    "created_at": "2026-11-22T09:00:00Z",
    "last_updated": "2026-11-22T09:00:00+01:00",
    "job_title": "Cook",
    "company_name": "Inn",
}
MOMENT = "2026-11-22T09:00:00Z"


def message(role: str, **fields: object) -> dict[str, object]:
    return {"role": role, "content": "words", "timestamp": MOMENT, **fields}


def write(tmp_path: Path, data: object) -> Path:
    path = tmp_path / f"{ID}.json"
    path.write_text(json.dumps(data), "utf-8")
    return path


@pytest.mark.parametrize(
    "extra",
    [
        {},
        {"cv_text": "x" * 5000, "name": "late-in-the-file", "ttl": "7d"},
        {"keep": True, "finished_at": MOMENT},
        {"messages": [message("assistant"), message("user"), message("assistant")]},
        {"job_title": "é" * 200, "company_name": "漢" * 200},
        {"future": {"nested": [1, 2, {"a": None}]}},
    ],
)
def test_agree_with_the_model(tmp_path: Path, extra: dict[str, object]) -> None:
    path = write(tmp_path, HAND_MADE | extra)
    model = Interview.model_validate_json(path.read_bytes())
    summary, common = read_summary(path), read_common_fields(path)
    assert summary == summarize(model)
    assert vars(common).items() <= vars(summary).items()


@given(cut=st.integers(min_value=0), title=st.text(min_size=1, max_size=150))
def test_a_file_cut_anywhere_is_damaged_or_whole(tmp_path_factory, cut: int, title: str) -> None:
    path = tmp_path_factory.mktemp("cut") / f"{ID}.json"
    whole = json.dumps(HAND_MADE | {"job_title": f"T{title}", "cv_text": "x" * 3000}).encode()
    part = whole[: cut % len(whole)]
    path.write_bytes(part)
    with pytest.raises(SessionDamaged):
        read_summary(path)
    with pytest.raises(SessionDamaged):
        read_common_fields(path)


@pytest.mark.parametrize(
    "wrong",
    [
        {"kind": "recipe"},
        {"kind": None},
        {"session_id": "01a20000-0000-7000-8000-000000000001"},
        {"created_at": "yesterday"},
        {"last_updated": "2026-11-22T09:00:00"},
        {"last_updated": 1700000000},
        {"ttl": "1 day"},
        {"keep": 1},
        {"job_title": ["Cook"]},
        {"max_questions": "8"},
        {"max_questions": True},
        {"max_questions": 21},
        {"max_questions": 0},
        {"cv_text": 5},
        {"messages": {}},
        {"messages": [message("user")]},
        {"messages": [message("assistant"), message("assistant")]},
        {"messages": [{"role": "assistant"}]},
        {"messages": [message("assistant"), message("user")] * 9},
        {"feedback": {"interview_score": "high"}},
        {"schema_version": "1"},
        {"schema_version": 0},
        {"schema_version": True},
    ],
)
def test_wrong_fields_are_damage_to_both_readers(home: Path, wrong: dict[str, object]) -> None:
    (home / "sessions").mkdir(parents=True)
    write(home / "sessions", HAND_MADE | wrong)
    store = FileStore(home, lock_timeout_s=0)
    with pytest.raises(SessionDamaged):
        store.summary(ID)
    with pytest.raises(SessionDamaged):
        store.load(ID, Interview)


@pytest.mark.parametrize("deep", ["[" * 100_000, '{"a":' * 100_000])
def test_deep_nesting_is_damage(tmp_path: Path, deep: str) -> None:
    path = tmp_path / f"{ID}.json"
    path.write_text(deep)
    with pytest.raises(SessionDamaged):
        read_summary(path)
    with pytest.raises(SessionDamaged):
        read_common_fields(path)


def test_a_listing_reads_only_the_front_where_it_can(line: Line, tmp_path: Path) -> None:
    session = line.started()
    path = line.path(session)
    content = path.read_bytes()
    path.write_bytes(content[:-200])
    assert read_common_fields(path).name == "acme-electrician"
    with pytest.raises(SessionDamaged):
        parse_summary(path, parse_file(path, content[:-200]))


def test_a_title_far_back_in_the_file_is_found(tmp_path: Path) -> None:
    front = {"schema_version": 1, "name": "cook", "ttl": "24h", "keep": False, "finished_at": None}
    data = front | HAND_MADE
    del data["job_title"]
    path = write(tmp_path, data | {"cv_text": "x" * 5000, "job_title": "Cook"})
    assert read_common_fields(path).job_title == "Cook"


def test_times_are_utc(tmp_path: Path) -> None:
    common = read_common_fields(write(tmp_path, HAND_MADE))
    assert common.last_updated == datetime(2026, 11, 22, 8, 0, tzinfo=UTC)
    assert common.last_updated.utcoffset().total_seconds() == 0


TALK = [message("assistant"), message("user")]
FEEDBACK = {
    "interview_score": 50,
    "strengths": [],
    "weaknesses": [],
    "cv_improvements": [],
    "summary": "words",
    "answers": [
        {
            "number": 1,
            "ratings": dict.fromkeys(WEIGHTS, 2),
            "score": 40,
            "comment": "words",
            "next_time": "words",
        }
    ],
    "coach": "offline",
    "created_at": MOMENT,
}


@pytest.mark.parametrize(
    "wrong",
    [
        {"job_title": ""},
        {"company_name": "x" * 201},
        {"job_title": "   "},
        {"name": None},
        {"level": "wizard"},
        {"focus": None},
        {"fence": 1},
        {"notices": 3},
        {"notices": [3]},
        {"language": None},
        {"feedback": FEEDBACK | {"interview_score": 101}, "messages": TALK},
        {"feedback": FEEDBACK},
        {"messages": [message("assistant"), message("user", skipped="no")]},
        {"plan": [{"kind": "trivia", "topic": "x"}]},
        {"plan": [{"kind": "gap"}]},
        {"messages": [{"role": "assistant", "content": "words"}]},
    ],
)
def test_what_one_reader_refuses_the_other_does(home: Path, wrong: dict[str, object]) -> None:
    test_wrong_fields_are_damage_to_both_readers(home, wrong)


@pytest.mark.parametrize("extra", [{"max_questions": 1}, {"feedback": FEEDBACK}])
def test_an_interview_that_is_complete_is_finished(home: Path, extra: dict[str, object]) -> None:
    (home / "sessions").mkdir(parents=True)
    write(home / "sessions", HAND_MADE | {"messages": TALK} | extra)
    store = FileStore(home, lock_timeout_s=0)
    assert store.latest(datetime(2036, 1, 1, tzinfo=UTC)) == ID
    assert store.summary(ID).is_finished
    model = store.load(ID, Interview)
    assert model.finished_at == model.last_updated
    assert store.collect(datetime(2036, 1, 1, tzinfo=UTC)).removed == []


POST = {
    "kind": "job_post",
    "session_id": ID,
    "created_at": "2026-11-22T09:00:00Z",
    "last_updated": "2026-11-22T09:00:00+01:00",
    "company_name": "Inn",
}


@pytest.mark.parametrize(
    "extra",
    [
        {},
        {"job_data": {"title": "Cook"}, "current_step": "collecting_details"},
        {"is_complete": True, "current_step": "complete"},
        {"future": {"nested": [1]}, "words": {"title": [{"turn": 1, "words": "cook"}]}},
    ],
)
def test_a_post_agrees_with_the_model(tmp_path: Path, extra: dict[str, object]) -> None:
    path = write(tmp_path, POST | extra)
    model = JobPost.model_validate_json(path.read_bytes())
    summary = read_summary(path)
    assert replace(summary, finished_at=model.finished_at) == summarize(model)
    assert summary.is_finished == model.is_finished


@pytest.mark.parametrize(
    "broken",
    [
        {"company_name": ""},
        {"job_data": []},
        {"job_data": {"title": 7}},
        {"current_step": "lost"},
        {"is_complete": "yes"},
        {"messages": [{"role": "system", "content": "x", "timestamp": "2026-11-22T09:00:00Z"}]},
        {"sources": []},
        {"kind": "other"},
    ],
)
def test_a_post_that_is_damaged(tmp_path: Path, broken: dict[str, object]) -> None:
    path = write(tmp_path, POST | broken)
    with pytest.raises(SessionDamaged):
        read_summary(path)
