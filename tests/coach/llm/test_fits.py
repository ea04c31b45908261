"""The fitted weights by which questions and points of reviews are refused."""

import pytest

from benchmarks.logistic import format_fit
from benchmarks.refusal_bounds import Judged, choose_bounds
from benchmarks.reply_fits import FOLDER, HEADER, fit_all


@pytest.mark.slow
@pytest.mark.timeout(1_800)
def test_the_weights_are_what_the_fit_produces() -> None:
    for name, fit, _ in fit_all():
        assert (FOLDER / f"fit_{name}.toml").read_text("utf-8") == format_fit(fit, HEADER)


def judge(source: str, *, good: str = "", faulty: str = "") -> list[Judged]:
    """Return replies of a source with these odds."""
    return [
        Judged("1", source, not is_good, is_good, float(odds))
        for is_good, numbers in ((True, good), (False, faulty))
        for odds in numbers.split()
    ]


def test_the_budget_goes_to_the_fit_that_gains_most() -> None:
    bounds = choose_bounds(
        {
            "hint": judge("set", good="2 0 -1", faulty="3 1.5 1 0.5"),
            "trade": judge("set", good="2 0 -1", faulty="3 -2"),
        },
        {},
        budget=1,
    )
    assert bounds["hint"] == pytest.approx(0, abs=0.02)
    assert bounds["trade"] == pytest.approx(2, abs=0.02)


def test_a_limit_of_a_source_holds_whatever_the_budget() -> None:
    replies = judge("set", good="0 -1", faulty="3 1") + judge("coach", good="2 -1 -1 -1")
    assert choose_bounds({"hint": replies}, {"coach": 0.0}, budget=1)["hint"] >= 2
    assert choose_bounds({"hint": replies}, {"coach": 0.25}, budget=1)["hint"] < 1
