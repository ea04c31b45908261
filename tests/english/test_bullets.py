"""The marks before the entries of a list."""

import pytest

from interview_cli.english.bullets import is_bullet, remove_bullet, split_at_bullets
from tests.cases import each


@each(
    "mark",
    [
        "-",
        "*",
        "•",
        "–",
        "1.",
        "12)",
        "a)",
        "(b)",
        "o",
        "✓",
        "☑",
        "○",
        "■",
        "+",
        "iv.",
        "b.",
        "(ii)",
        "IX.",
    ],
)
def test_a_line_of_a_list(mark: str) -> None:
    assert is_bullet(f"  {mark} Welding of steel")
    assert remove_bullet(f"  {mark} Welding of steel") == "Welding of steel"


@pytest.mark.parametrize(
    "line",
    [
        "",
        "-5 degrees",
        "100. jubilee",
        "of steel",
        "a) ",
        "A) steel",
        "V. Smith",
        "i.e. steel",
        "b. steel",
    ],
)
def test_a_line_of_no_list(line: str) -> None:
    assert not is_bullet(line.rstrip())
    assert remove_bullet(line.rstrip()) == line.rstrip()


def test_bullets_inside_a_line() -> None:
    assert split_at_bullets("• cut hair • sweep ▪ wash") == ["• cut hair", "sweep", "wash"]
    assert split_at_bullets("12 kW·h - and more") == ["12 kW·h - and more"]
