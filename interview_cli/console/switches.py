"""What `-q`, `-v` and `--no-input` ask of this run."""

QUIET = "quiet"
VERBOSE = "verbose"
NO_INPUT = "no_input"
SWITCHES = {
    QUIET: (("-q", "--quiet"), "Print no hints and no progress."),
    VERBOSE: (("-v", "--verbose"), "Say which home and coach were used, and how long it took."),
    NO_INPUT: (("--no-input",), "Never ask; fail where an answer would be needed."),
}
"""Each with how it is written, and its help."""

_given: set[str] = set()


def forget_switches() -> None:
    """Begin a run in which none was given."""
    _given.clear()


def set_switch(name: str) -> None:
    """Note that a switch was given."""
    _given.add(name)


def is_given(name: str) -> bool:
    """Whether a switch was given, before or after the subcommand."""
    return name in _given
