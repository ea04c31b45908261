"""Actions in a row, each with its own verb."""

from interview_cli.requirements.verb_series import split_series
from tests.cases import each


@each(
    ("text", "actions"),
    [
        (
            "open the bar, take orders and serve guests",
            ["open the bar", "take orders", "serve guests"],
        ),
        ("planning and running routes", ["planning and running routes"]),
        ("clean rooms and test equipment", ["clean rooms and test equipment"]),
        ("clean rooms and test the alarms", ["clean rooms", "test the alarms"]),
        ("sort mugs, plates and bowls", ["sort mugs, plates and bowls"]),
        ("plan, run and check routes", ["plan, run and check routes"]),
        ("run a bar, order for it and serve guests", ["run a bar, order for it", "serve guests"]),
        ("a van, take orders", ["a van, take orders"]),
        ("", [""]),
    ],
)
def test_each_action_with_an_object_stands_alone(text: str, actions: list[str]) -> None:
    assert split_series(text) == actions
