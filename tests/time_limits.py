"""Time limits that grow with the load of the machine.

A limit that fits a quiet machine is too short on a busy one. A test states its limit for a quiet
machine; `scaled` multiplies it by how much slower the machine is at that moment.
"""

import os
from time import perf_counter

_QUIET_S = 0.01
"""Wall time of `_work` on the quiet machine for which the limits were chosen."""
_KEEP_S = 2.0
"""A measurement is used again for this long."""

_last: tuple[float, float] = (float("-inf"), 1.0)
"""When the slowdown was last measured, and its value."""


def scaled(quiet_s: float) -> float:
    """Return a limit in seconds: `quiet_s`, multiplied by the present slowdown."""
    return round(quiet_s * slowdown(), 1)


def slowdown() -> float:
    """Return how many times slower than quiet the machine is now, never less than 1.

    Both the wall time of a fixed piece of work and the load average count: the first notices a slow
    machine and a load that has just begun, the second a load that pauses.
    """
    global _last
    if not 0 <= perf_counter() - _last[0] < _KEEP_S:
        measured = _work() / _QUIET_S
        waiting = os.getloadavg()[0] / (os.cpu_count() or 1)
        _last = (perf_counter(), max(1.0, measured, waiting))
    return _last[1]


def _work() -> float:
    """Return the wall time in seconds of a fixed piece of work."""
    started = perf_counter()
    sum(number * number for number in range(150_000))
    return perf_counter() - started
