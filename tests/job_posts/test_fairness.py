"""Demands that no ad may hold, beside others in one clause, or alone."""

import pytest

from interview_cli.job_posts.fairness import find_bare_demand, find_unfair_demands, mend_joints


@pytest.mark.parametrize(
    ("text", "demands"),
    [
        ("must be young and strong", [("age", "young")]),
        ("should be friendly, healthy", [("health", "healthy")]),
        (
            "must be healthy and speak without accent",
            [("origin", "speak without accent"), ("health", "healthy")],
        ),
        ("must be kind to young children", []),
        ("you cook healthy meals", []),
    ],
)
def test_a_demand_beside_others(text: str, demands: list[tuple[str, str]]) -> None:
    assert [(found.ground, found.words) for found in find_unfair_demands(text)] == demands


@pytest.mark.parametrize(
    ("clause", "ground"),
    [("must be young", "age"), ("Healthy", "health"), ("single", "family"), ("male only", "sex")],
)
def test_the_ground_of_a_word_alone(clause: str, ground: str) -> None:
    demand = find_bare_demand(clause)
    assert demand is not None
    assert demand.ground == ground


@pytest.mark.parametrize(
    ("left", "mended"),
    [("must be  and strong", "must be strong"), ("must be strong and  ", "must be strong ")],
)
def test_nothing_is_joined_to_what_was_taken_out(left: str, mended: str) -> None:
    assert mend_joints(left) == mended
