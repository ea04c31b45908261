"""Time limits of the tests grow with the load."""

import os

import pytest

from tests import time_limits


@pytest.mark.parametrize(
    ("work_s", "load", "expected"),
    [(0.001, 0.0, 1.0), (0.05, 0.0, 5.0), (0.001, 8.0, 4.0), (0.05, 8.0, 5.0)],
)
def test_a_limit_is_as_many_times_longer_as_the_machine_is_slower(
    monkeypatch: pytest.MonkeyPatch, work_s: float, load: float, expected: float
) -> None:
    monkeypatch.setattr(time_limits, "_last", (float("-inf"), 1.0))
    monkeypatch.setattr(time_limits, "_work", lambda: work_s)
    monkeypatch.setattr(os, "getloadavg", lambda: (load, load, load))
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    assert time_limits.scaled(0.7) == pytest.approx(0.7 * expected)
