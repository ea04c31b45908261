"""The entry point, before anything else is imported."""

import signal

from interview_cli.garbage import collect_rarely, skip_last_collection


def main() -> None:
    """Run the `interview` program."""
    if signal.getsignal(signal.SIGINT) is not signal.SIG_IGN:
        # Until the rest is imported, Ctrl-C ends the program at once, without a message.
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    collect_rarely()
    from interview_cli.cli import run

    try:
        run()
    finally:
        skip_last_collection()


if __name__ == "__main__":
    main()
