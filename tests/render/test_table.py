"""The output of `status`: aligned columns, and expiry in words."""

import time
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_cli.render.table import (
    align_columns,
    format_details,
    format_listing,
    format_plain_listing,
)
from interview_cli.store.base import Listing
from interview_cli.store.summary import InterviewSummary
from interview_cli.workflow.stage import stage_name
from tests.cases import each

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
SUMMARY = InterviewSummary(
    kind="interview",
    session_id="01930001-0000-7000-8000-0000deadbeef",
    name="acme-electrician",
    created_at=NOW - timedelta(hours=2),
    last_updated=NOW,
    ttl="24h",
    keep=False,
    finished_at=None,
    job_title="Electrician",
    company_name="Acme",
    max_questions=8,
    has_cv=True,
    has_job_description=True,
    question_count=3,
    answered_count=2,
    open_question="What did you do?",
    has_feedback=False,
    interview_score=None,
)


def columns(text: str) -> int:
    """Count the columns of a text on a terminal."""
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def shown(
    *summaries: InterviewSummary, total: int | None = None, damaged: tuple[str, ...] = ()
) -> str:
    count = len(summaries) + len(damaged) if total is None else total
    return format_listing(Listing(list(summaries), total=count, damaged=list(damaged)), NOW)


def named(name: str, number: int = 1) -> InterviewSummary:
    return replace(SUMMARY, name=name, session_id=f"01930001-0000-7000-8000-{number:012d}")


@pytest.mark.parametrize(
    "rows",
    [
        [("a", "b"), ("long one", "c")],
        [("漢字", "x"), ("ab", "y")],
        [("漢字漢字", "x"), ("a", "y"), ("ab漢", "z")],
        [("ｗｉｄｅ", "x"), ("wide", "y")],
        [("", "x"), ("한국어", "y")],
    ],
)
def test_the_second_column_starts_at_one_place(rows: list[tuple[str, str]]) -> None:
    starts = {
        columns(line[: -len(row[1])]) for line, row in zip(align_columns(rows), rows, strict=True)
    }
    assert len(starts) == 1


def test_combining_marks_take_no_column() -> None:
    composed, decomposed = align_columns([("é", "x")]), align_columns([("e\u0301", "x")])
    assert composed[0].index("x") + 1 == decomposed[0].index("x")


def test_an_emoji_of_several_characters_takes_two_columns() -> None:
    emoji, letters = align_columns([("👩\u200d💻", "x"), ("ab", "y")])
    assert emoji == "👩\u200d💻  x"
    assert letters == "ab  y"


def test_no_line_ends_in_spaces() -> None:
    assert align_columns([("a", ""), ("b", "long")]) == ["a", "b  long"]


@given(st.lists(st.tuples(st.text("ab漢é"), st.text("ab漢", min_size=1)), min_size=1))
def test_columns_are_aligned_whatever_they_hold(rows: list[tuple[str, str]]) -> None:
    lines = align_columns(rows)
    assert len(lines) == len(rows)
    starts = {columns(line[: -len(row[1])]) for line, row in zip(lines, rows, strict=True)}
    assert len(starts) == 1


def test_no_sessions() -> None:
    assert shown() == "No sessions yet."


def test_a_listing_has_a_heading_and_a_line_a_session() -> None:
    head, row = shown(SUMMARY).splitlines()
    assert head.split() == [
        "ID",
        "NAME",
        "KIND",
        "STAGE",
        "DONE",
        "SCORE",
        "CREATED",
        "EXPIRES",
    ]
    assert row.split()[:9] == [
        "deadbeef",
        "acme-electrician",
        "interview",
        "in_progress",
        "2/8",
        "-",
        "2",
        "h",
        "ago",
    ]


def test_rows_stand_in_the_order_given() -> None:
    rows = shown(*(named(f"name-{i}", i) for i in (3, 1, 2))).splitlines()[1:]
    assert [row.split()[1] for row in rows] == ["name-3", "name-1", "name-2"]


def test_wide_names_keep_the_columns() -> None:
    lines = shown(named("漢字会社-技師"), named("acme", 2)).splitlines()
    assert len({columns(line[: line.index("in_progress")]) for line in lines[1:]}) == 1


@pytest.mark.parametrize("letter", ["x", "漢"])
def test_a_long_name_is_cut_to_forty_columns(letter: str) -> None:
    name = shown(named(letter * 200)).splitlines()[1].split()[1]
    assert name.endswith("…")
    assert 38 <= columns(name) <= 40
    assert set(name) == {letter, "…"}


def test_a_name_of_forty_columns_is_whole() -> None:
    assert "x" * 40 in shown(named("x" * 40))


def test_what_is_not_shown_is_counted() -> None:
    assert "… and 22 more: interview status --all" in shown(SUMMARY, total=23)


def test_what_is_damaged_is_not_counted_as_hidden() -> None:
    assert "more" not in shown(SUMMARY, damaged=("a.json",))


def test_a_score_is_shown() -> None:
    assert " 71 " in shown(replace(SUMMARY, has_feedback=True, interview_score=71))


KEPT, DONE = {"keep": True}, {"finished_at": NOW}


@each(
    ("changes", "ago", "text"),
    [
        ({}, timedelta(minutes=1), "in 23 h 59 min"),
        ({}, timedelta(0), "in 1 d 0 h"),
        ({}, timedelta(hours=21, minutes=1), "in 2 h 59 min (soon!)"),
        ({}, timedelta(hours=21), "in 3 h 0 min (soon!)"),
        ({}, timedelta(hours=20, minutes=59), "in 3 h 1 min"),
        ({}, timedelta(hours=23, minutes=1), "in 59 min (soon!)"),
        ({}, timedelta(hours=23, minutes=59, seconds=30), "in 0 min (soon!)"),
        ({}, timedelta(hours=24, seconds=1), "expired"),
        ({}, timedelta(days=400), "expired"),
        ({}, -timedelta(days=5), "in 1 d 0 h"),
        ({"ttl": "7d"}, timedelta(hours=1), "in 6 d 23 h"),
        ({"ttl": "90m"}, timedelta(0), "in 1 h 30 min (soon!)"),
        ({"ttl": "never"}, timedelta(days=400), "never"),
        (KEPT, timedelta(0), "never (kept)"),
        (KEPT, timedelta(days=400), "never (kept)"),
        (DONE, timedelta(days=400), "never (finished)"),
        ({**KEPT, **DONE}, timedelta(0), "never (kept)"),
    ],
)
def test_when_a_session_expires(changes: dict[str, object], ago: timedelta, text: str) -> None:
    summary = replace(SUMMARY, last_updated=NOW - ago, **changes)
    assert shown(summary).splitlines()[1].split("2 h ago")[1].strip() == text
    (line,) = [
        row for row in format_details(summary, NOW).splitlines() if row.startswith("  expires")
    ]
    assert line.removeprefix("  expires").strip() == text


@each(
    ("changes", "words"),
    [
        ({}, "2 of 8"),
        ({}, "Electrician, Acme"),
        ({}, "01930001-0000-7000-8000-0000deadbeef (short: deadbeef)"),
        ({}, "Question 3: What did you do?"),
        ({}, "interview answer deadbeef"),
        ({"has_feedback": True, "interview_score": 71}, "71 of 100"),
        ({"has_feedback": True, "interview_score": 71}, "interview export deadbeef"),
        ({"has_cv": False}, "missing"),
        ({"open_question": None}, "interview ask deadbeef"),
        (
            {"open_question": None, "question_count": 0, "has_cv": False},
            "interview upload deadbeef --cv FILE",
        ),
        (
            {"open_question": None, "answered_count": 8, "question_count": 8},
            "interview feedback deadbeef",
        ),
        ({"last_updated": NOW - timedelta(days=2)}, "interview keep deadbeef"),
    ],
)
def test_the_details_of_one_session(changes: dict[str, object], words: str) -> None:
    assert words in format_details(replace(SUMMARY, **changes), NOW)


def test_without_an_open_question_none_is_shown() -> None:
    assert "Question" not in format_details(replace(SUMMARY, open_question=None), NOW)


@pytest.mark.parametrize(
    ("ago", "text"),
    [
        (-timedelta(days=5), "just now"),
        (timedelta(seconds=59), "just now"),
        (timedelta(minutes=1), "1 min ago"),
        (timedelta(minutes=59), "59 min ago"),
        (timedelta(hours=23, minutes=59), "23 h ago"),
        (timedelta(days=29, hours=23), "29 d ago"),
        (timedelta(days=30), "2026-10-23"),
    ],
)
def test_when_a_session_was_created(ago: timedelta, text: str) -> None:
    assert f"  {text}  " in shown(replace(SUMMARY, created_at=NOW - ago))


@pytest.fixture
def tokyo(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.usefixtures("tokyo")
def test_times_are_local_and_plain_ones_in_utc() -> None:
    assert "2026-11-22 16:00 (2 h ago)" in format_details(SUMMARY, NOW)
    plain = format_plain_listing(Listing([SUMMARY], total=1, damaged=[]), NOW)
    assert "\t2026-11-22T07:00:00.000000Z\t2026-11-23T09:00:00.000000Z" in plain


def test_a_plain_line_has_the_id_first_and_nothing_cut() -> None:
    summary = replace(SUMMARY, name="漢" * 100, has_feedback=True, interview_score=71)
    line = format_plain_listing(Listing([summary], total=1, damaged=[]), NOW)
    assert line.split("\t")[:7] == [
        *(SUMMARY.session_id, "漢" * 100, "interview", stage_name(summary), "2", "8", "71"),
    ]


def test_a_name_cannot_add_fields_or_lines() -> None:
    summary = replace(SUMMARY, name="a\tb\nc")
    line = format_plain_listing(Listing([summary], total=1, damaged=[]), NOW)
    assert (line.count("\t"), line.count("\n")) == (8, 0)


@each("width", [70, 80, 90, 100, 120])
@each("letter", ["x", "漢"])
def test_lines_fit_the_window(width: int, letter: str) -> None:
    listing = Listing([named(letter * 50), named("acme", 2)], total=2, damaged=[])
    lines = format_listing(listing, NOW, width).splitlines()
    assert max(map(columns, lines)) <= width
    assert "…" in lines[1]
