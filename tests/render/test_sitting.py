"""The opening lines of a sitting."""

from interview_cli.render.sitting import describe_modes
from tests.render.interviews import sample


def test_requests_are_counted_only_with_a_model() -> None:
    interview = sample()
    count = interview.max_questions
    shown = describe_modes(interview, is_study=True, uses_model=True)
    assert f"after the last question ({count + 1} requests" in shown
    assert f"({2 * count + 1} requests" in shown
    assert "requests" not in describe_modes(interview, is_study=True, uses_model=False)
