"""Many cases in one test: each is run, and each that fails is named."""

import pytest

from tests.cases import each


def test_all_that_fail_are_reported() -> None:
    @each("number", [1, 2, 3, 4])
    def check(number: int) -> None:
        assert number % 2, "even"

    with pytest.raises(ExceptionGroup, match="2 of 4 cases failed") as failure:
        check()
    assert [error.__notes__ for error in failure.value.exceptions] == [
        ["in the case 2"],
        ["in the case 4"],
    ]


def test_an_error_ends_no_other_case() -> None:
    @each(("text", "number"), [("x", 1), ("2", 2), ("3", 0)], ids=["a", "b", "c"])
    def check(text: str, number: int) -> None:
        assert int(text) == number

    with pytest.raises(ExceptionGroup) as failure:
        check()
    assert [type(error) for error in failure.value.exceptions] == [ValueError, AssertionError]
    assert failure.value.exceptions[1].__notes__ == ["in the case c"]


@each("one", [1, 2])
@each("other", [10, 20])
def test_cases_multiply_and_share_fixtures(one: int, other: int, seen: list[int]) -> None:
    seen.append(one * other)


@pytest.fixture
def seen():
    numbers: list[int] = []
    yield numbers
    assert numbers == [10, 20, 20, 40]


def test_no_case_is_no_success() -> None:
    @each("number", [])
    def check(number: int) -> None: ...

    with pytest.raises(AssertionError, match="no case"):
        check()


def test_cases_with_names_that_are_made_when_the_test_runs() -> None:
    made: list[str] = []

    def make() -> list[object]:
        made.append("now")
        return [pytest.param(0, 0, id="good"), pytest.param(1, 0, id="bad"), (2, 2)]

    @each("number, expected", make)
    def check(number: int, expected: int) -> None:
        assert number == expected

    assert made == []
    with pytest.raises(ExceptionGroup) as failure:
        check()
    assert [error.__notes__ for error in failure.value.exceptions] == [["in the case bad"]]


def test_a_case_cannot_be_slow() -> None:
    @each("number", [pytest.param(1, marks=pytest.mark.slow)])
    def check(number: int) -> None: ...

    with pytest.raises(AssertionError, match="of its own"):
        check()
