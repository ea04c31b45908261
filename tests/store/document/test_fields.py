"""Single values of a session file: what is accepted, and what is refused."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from interview_cli.store.document.fields import (
    has_text,
    require_choice,
    require_name,
    require_text,
    require_time,
    require_type,
)


@pytest.mark.parametrize(("kind", "value"), [(int, 3), (bool, True), (str, ""), (list, [])])
def test_a_value_of_exactly_this_type(kind: type, value: object) -> None:
    assert require_type(kind, value) == value


@pytest.mark.parametrize(("kind", "value"), [(int, True), (int, 3.0), (str, None), (dict, [])])
def test_a_value_of_another_type(kind: type, value: object) -> None:
    with pytest.raises(TypeError):
        require_type(kind, value)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-11-22T09:00:00.000005Z", datetime(2026, 11, 22, 9, 0, 0, 5, tzinfo=UTC)),
        ("2026-11-22 09:00Z", datetime(2026, 11, 22, 9, 0, tzinfo=UTC)),
        ("2026-11-22T11:00:00+02:00", datetime(2026, 11, 22, 9, 0, tzinfo=UTC)),
        ("2026-11-22T04:00:00-0500", datetime(2026, 11, 22, 9, 0, tzinfo=UTC)),
    ],
)
def test_a_time(text: str, moment: datetime) -> None:
    assert require_time(text) == moment


@pytest.mark.parametrize(
    "value",
    [
        "2026-11-22T09:00:00",
        "2026-W47-7T09:00Z",
        "20261122T090000Z",
        "2026-13-22T09:00Z",
        "2026-11-22T09:00Z ",
        "٢٠٢٦-11-22T09:00Z",
        "0001-01-01T00:00+01:00",
        1_795_000_000,
        None,
    ],
)
def test_what_is_not_a_time(value: object) -> None:
    with pytest.raises((TypeError, ValueError, OverflowError)):
        require_time(value)


@pytest.mark.parametrize(
    ("check", "value", "error"),
    [
        (require_name, " \n", ValueError),
        (require_name, "x" * 201, ValueError),
        (require_name, 3, TypeError),
        (require_text, None, TypeError),
        (has_text, 0, TypeError),
    ],
)
def test_what_is_refused(
    check: Callable[[object], object], value: object, error: type[Exception]
) -> None:
    with pytest.raises(error):
        check(value)


def test_a_text_is_cleaned() -> None:
    assert (require_text("a\x1bb"), require_name("x" * 200)) == ("ab", "x" * 200)


@pytest.mark.parametrize(
    ("value", "is_there"), [("x", True), (" ", True), ("", False), (None, False)]
)
def test_an_optional_text(value: object, is_there: bool) -> None:
    assert has_text(value) == is_there


def test_one_of_several_choices() -> None:
    assert require_choice("mid", ("mid", "senior")) == "mid"
    with pytest.raises(ValueError, match="unknown"):
        require_choice("Mid", ("mid", "senior"))
