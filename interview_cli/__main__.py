"""The entry point, before anything else is imported."""

import gc
import signal

_COLLECT_EVERY = 200_000
"""New objects between two searches for garbage. By default they are 700, and the search goes over
all that imports create and takes a tenth of a short command."""


def main() -> None:
    """Run the `interview` program."""
    if signal.getsignal(signal.SIGINT) is not signal.SIG_IGN:
        # Until the rest is imported, Ctrl-C ends the program at once, without a message.
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    gc.set_threshold(_COLLECT_EVERY)
    from interview_cli.cli import run

    try:
        run()
    finally:
        gc.freeze()  # Python would search all objects for garbage as it ends: a tenth, again


if __name__ == "__main__":
    main()
