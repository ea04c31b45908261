"""Markdown drawn for a terminal."""

import re

from interview_cli.terminal.markdown import draw_markdown

PAGE = """# Cook, Harbour Inn

## Score

### Question 1

#### Answer

> I cut the waste by a third.

- `interview compare`

1. See [the page](https://example.org).

| Criterion | Mean |
| --- | --- |
| impact | 3.0 of 5 |
"""


def find_colors(drawn: str) -> set[str]:
    """Return the colours of text and background, as the numbers of their escape sequences."""
    codes = {code for codes in re.findall(r"\x1b\[([\d;]*)m", drawn) for code in codes.split(";")}
    return {code for code in codes if re.fullmatch(r"[349]\d|10[0-7]", code)}


def test_there_is_one_accent_colour_and_no_background() -> None:
    assert find_colors(draw_markdown(PAGE, 60, has_styles=True, uses_color=True)) == {"36"}


def test_without_colour_headings_still_stand_out() -> None:
    drawn = draw_markdown(PAGE, 60, has_styles=True, uses_color=False)
    assert find_colors(drawn) == set()
    assert "\x1b[4mScore" in drawn
