"""Signals become exceptions, unless the parent ignores them."""

import os
import signal
import sys
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pytest

from interview_cli.signals import SignalHandlers

HANDLED = (signal.SIGINT, signal.SIGTERM)


@pytest.fixture(autouse=True)
def signals_of_the_test() -> Iterator[None]:
    """Restore what the tests change in this process."""
    before = {number: signal.getsignal(number) for number in (*HANDLED, signal.SIGALRM)}
    hook = sys.unraisablehook
    yield
    signal.setitimer(signal.ITIMER_REAL, 0)
    sys.unraisablehook = hook
    for number, handler in before.items():
        signal.signal(number, handler)


@pytest.mark.parametrize(
    ("number", "raised", "code"),
    [(signal.SIGINT, KeyboardInterrupt, None), (signal.SIGTERM, SystemExit, 143)],
)
def test_a_signal_is_raised_and_remembered(
    number: int, raised: type[BaseException], code: int | None
) -> None:
    handlers = SignalHandlers()
    handlers.install()
    assert handlers.arrived == 0
    with pytest.raises(raised) as caught:
        os.kill(os.getpid(), number)
    assert (handlers.arrived, getattr(caught.value, "code", None)) == (number, code)


@pytest.mark.parametrize("number", HANDLED)
def test_an_ignored_signal_stays_ignored(number: int) -> None:
    signal.signal(number, signal.SIG_IGN)
    handlers = SignalHandlers()
    handlers.install()
    assert signal.getsignal(number) is signal.SIG_IGN
    handlers.release()
    assert signal.getsignal(number) is signal.SIG_IGN


def test_released_signals_have_their_default_action() -> None:
    handlers = SignalHandlers()
    handlers.install()
    handlers.release()
    assert [signal.getsignal(number) for number in HANDLED] == [signal.SIG_DFL] * 2


def test_a_handler_of_somebody_else_is_not_released() -> None:
    def handle(number: int, frame: object) -> None:
        """The handler that a library installs later."""

    handlers = SignalHandlers()
    handlers.install()
    signal.signal(signal.SIGINT, handle)
    handlers.release()
    assert signal.getsignal(signal.SIGINT) is handle


def report_unraisable(error: BaseException) -> None:
    unraisable: Any = SimpleNamespace(
        exc_type=type(error), exc_value=error, exc_traceback=None, err_msg=None, object=None
    )
    sys.unraisablehook(unraisable)


def wait_after_dropping(error: BaseException) -> None:
    report_unraisable(error)
    signal.pause()


def test_an_exception_that_python_dropped_is_raised_again() -> None:
    handlers = SignalHandlers()
    handlers.install()
    handlers.arrived = signal.SIGINT
    with pytest.raises(KeyboardInterrupt):
        wait_after_dropping(KeyboardInterrupt())


def test_another_dropped_exception_is_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    reported: list[object] = []
    monkeypatch.setattr(sys, "__unraisablehook__", reported.append)
    handlers = SignalHandlers()
    handlers.install()
    handlers.arrived = signal.SIGINT
    report_unraisable(ValueError())
    assert len(reported) == 1
