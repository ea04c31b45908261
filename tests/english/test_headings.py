"""The sections that headings of CVs and job ads name."""

import pytest

from interview_cli.english.headings import find_ad_part, is_section_heading


@pytest.mark.parametrize(
    ("heading", "part"),
    [
        ("What we offer you", "offer"),
        ("About you", "wanted"),
        ("About us", "other"),
        ("What you will do", "duties"),
        ("Essential", "wanted"),
        ("Not essential", "nice"),
        ("What we’d like", "wanted"),
        ("Ward 7", None),
        ("", None),
    ],
)
def test_the_part_of_an_ad_that_a_heading_opens(heading: str, part: str | None) -> None:
    assert find_ad_part(heading) == part


@pytest.mark.parametrize(
    ("line", "is_heading"),
    [("Education & training", True), ("Education of two apprentices", False), ("", False)],
)
def test_a_line_that_heads_a_section(line: str, is_heading: bool) -> None:
    assert is_section_heading(line) is is_heading
