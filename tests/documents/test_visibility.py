"""The thresholds for hidden text, at their limits."""

import pytest

from interview_cli.documents.visibility import (
    convert_to_points,
    is_too_small,
    is_too_transparent,
    is_white,
    is_white_hex,
    is_white_ink,
)


@pytest.mark.parametrize(("size", "hidden"), [(0, True), (1.9, True), (2.0, False), (6, False)])
def test_letters_under_two_points_are_hidden(size: float, hidden: bool) -> None:
    assert is_too_small(size) is hidden


@pytest.mark.parametrize(("opacity", "hidden"), [(0, True), (0.09, True), (0.1, False)])
def test_letters_under_a_tenth_of_opacity_are_hidden(opacity: float, hidden: bool) -> None:
    assert is_too_transparent(opacity) is hidden


@pytest.mark.parametrize(
    ("color", "white"),
    [("FFFFFF", True), ("#fff", True), ("White", True), ("#EEEEEE", True), ("FFFFEC", False),
     ("auto", False), ("", False), ("#ffffff00", False), ("bada55", False)],
)  # fmt: skip
def test_white_as_office_programs_and_pages_write_it(color: str, white: bool) -> None:
    assert is_white_hex(color) is white


@pytest.mark.parametrize(
    ("channels", "white"), [((1,), True), ((0.93, 1, 1), True), ((0.92, 1, 1), False)]
)
def test_white_needs_light_in_each_channel(channels: tuple[float, ...], white: bool) -> None:
    assert is_white(channels) is white


def test_white_in_inks_is_paper_without_ink() -> None:
    assert is_white_ink((0, 0, 0, 0.05))
    assert not is_white_ink((0, 0, 0, 1))


@pytest.mark.parametrize(
    ("number", "unit", "points"),
    [(4, "px", 3), (4, "", 3), (2, "pt", 2), (0.5, "em", 6), (1, "rem", 12), (1, "vw", None)],
)
def test_lengths_of_css_in_points(number: float, unit: str, points: float | None) -> None:
    assert convert_to_points(number, unit) == points
