"""Lines of a CV, reworded to fit into a question."""

import pytest

from interview_cli.coach.offline.cv_phrasing import quote_line, quote_work, reword_achievement


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Installed fire alarms in 14 schools", "installed fire alarms in 14 schools"),
        ("I ran fish and then sauce in my kitchen", "ran fish and then sauce in your kitchen"),
        ("Led a team that trusted me with keys", "led a team that trusted you with keys"),
        ("Registered nurse on the adult part of the register", None),
        ("Licensed electrician seeking a steady position", None),
        ("Give oral, IV and controlled drugs on the ward", None),
        ("Languages: English, German, French and Dutch", None),
        ("Led it", None),
    ],
)
def test_a_line_of_a_cv_follows_you(line: str, expected: str | None) -> None:
    assert reword_achievement(line) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Planned my shifts myself for two years", "planned your shifts yourself for two years"),
        ("Showed that I've learned to weld", "showed that you have learned to weld"),
        ("Rewired a school in Leeds; trained two apprentices", "rewired a school in Leeds"),
        ("Worked with Dr. Hall in his laboratory", "worked with Dr. Hall in his laboratory"),
        (
            f"Rewired {'old ' * 22}schools in Leeds, and trained two apprentices",
            f"rewired {'old ' * 22}schools in Leeds",
        ),
        (
            "Rewired schools in Leeds, and trained two apprentices",
            "rewired schools in Leeds, and trained two apprentices",
        ),
        ("REWIRED A SCHOOL IN LEEDS", None),
    ],
)
def test_a_line_of_a_cv_is_turned_to_the_reader(line: str, expected: str | None) -> None:
    assert reword_achievement(line) == expected


@pytest.mark.parametrize(
    ("line", "quote"),
    [
        ("Fire alarms | 2019 to 2023 | Leeds", "Fire alarms, 2019 to 2023, Leeds"),
        ("| Fire alarms |", "Fire alarms"),
        ("Fitted  alarms.", "Fitted alarms"),
    ],
)
def test_a_line_is_quoted_without_its_layout(line: str, quote: str) -> None:
    assert quote_line(line) == quote


def test_a_long_line_is_quoted_in_part() -> None:
    assert len(quote_line("alarms " * 40)) <= 162


@pytest.mark.parametrize(
    ("line", "is_quoted"),
    [
        ("Certificate in welding, 2019", False),
        ("Welded pressure pipes in Hull", True),
    ],
)
def test_a_paper_is_not_work(line: str, is_quoted: bool) -> None:
    assert (quote_work(line) is not None) == is_quoted
