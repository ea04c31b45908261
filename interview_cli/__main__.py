"""The program's first lines, before anything else of it is loaded."""

import signal


def main() -> None:
    """The `interview` program."""
    if signal.getsignal(signal.SIGINT) is not signal.SIG_IGN:
        # While the rest is loaded Ctrl-C ends it at once and without a word.
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    from interview_cli.cli import run

    run()


if __name__ == "__main__":
    main()
