"""Lines of CVs in capitals."""

import pytest

from interview_cli.coach.offline.cv_shouted import quieten


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("TRAINED 40 SOLDIERS ON THE STOCK SYSTEM", "Trained 40 soldiers on the stock system"),
        ("CUT WRITE-OFFS FROM £900 TO £350 A MONTH", "Cut write-offs from £900 to £350 a month"),
        ("TRAINED 40 COLLEAGUES AT WILKO", None),
        ("FILED THE VAT RETURNS", None),
        ("RAN THE IT DESK", None),
    ],
)
def test_a_line_in_capitals_is_said_quietly_unless_a_name_may_be_in_it(
    line: str, said: str | None
) -> None:
    assert quieten(line) == said
