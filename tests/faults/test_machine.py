"""The machine that runs the commands of the fault tests."""

from pathlib import Path

import pytest

from tests.faults.machine import Machine


class Interrupted:
    """A stream whose reader is interrupted, as a time-out of pytest does."""

    def readline(self) -> bytes:
        raise TimeoutError

    def close(self) -> None:
        pass


@pytest.mark.slow
def test_after_a_time_out_a_command_gets_its_own_reply(machine: Machine, home: Path) -> None:
    assert machine.run(home, "--version").stdout.startswith("interview ")
    assert machine._helper
    real, machine._helper.stdout = machine._helper.stdout, Interrupted()
    with pytest.raises(TimeoutError):
        machine.run(home, "--version")
    real.close()
    assert machine.run(home, "status").stderr == "No sessions yet.\n"
