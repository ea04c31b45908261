"""SIGINT, SIGTERM and SIGHUP → an exception that releases locks."""

import signal
import sys
from types import FrameType
from typing import NoReturn

_RETRY_INTERVAL_S = 0.001
_HANDLED = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class SignalHandlers:
    """End a run by an exception on SIGINT, SIGTERM and SIGHUP, to release locks and files.

    SIGHUP is what a program gets when its terminal window is closed.

    A library may catch that exception as one of its failures. So the caller treats every failure
    after `arrived` is set as the effect of the signal.
    """

    def __init__(self) -> None:
        self.arrived = 0
        """The number of the signal that came, 0 while none has."""

    def install(self) -> None:
        """Handle the signals from now on, unless the parent process ignores them."""
        for number in _HANDLED:
            # A signal that the parent ignores, as nohup does, stays ignored.
            if signal.getsignal(number) is not signal.SIG_IGN:
                signal.signal(number, self._raise)
        sys.unraisablehook = self._catch_unraisable

    def _raise(self, signum: int, frame: FrameType | None) -> NoReturn:
        self.arrived = signum
        if signum == signal.SIGINT:
            raise KeyboardInterrupt
        sys.exit(128 + signum)

    def _catch_unraisable(self, unraisable: "sys.UnraisableHookArgs") -> None:
        """Python drops an exception raised in a destructor: raise it again from a timer."""
        if self.arrived and isinstance(unraisable.exc_value, KeyboardInterrupt | SystemExit):
            signal.signal(signal.SIGALRM, self._raise_again)
            signal.setitimer(signal.ITIMER_REAL, _RETRY_INTERVAL_S, _RETRY_INTERVAL_S)
        else:
            sys.__unraisablehook__(unraisable)

    def _raise_again(self, _: int, frame: FrameType | None) -> None:
        # On a busy machine the timer fires before the hook has returned. An exception raised inside
        # the hook is dropped as well, so wait for the next tick.
        while frame:
            if frame.f_code is self._catch_unraisable.__code__:
                return
            frame = frame.f_back
        signal.setitimer(signal.ITIMER_REAL, 0)
        self._raise(self.arrived, None)

    def release(self) -> None:
        """Restore the default actions: only the exit is left, and a signal may end it at once."""
        signal.setitimer(signal.ITIMER_REAL, 0)
        for number in _HANDLED:
            if signal.getsignal(number) == self._raise:
                signal.signal(number, signal.SIG_DFL)
