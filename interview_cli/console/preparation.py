"""Prepare the next turn while the user types, so that its request is sent sooner."""

from importlib import import_module
from threading import Thread

from interview_cli.context import Run

_LOCKING = ("filelock",)
_SHOWING = ("rich.live", "rich.spinner", "rich.text")
"""Packages that a turn imports on first use, some 30 ms each."""


def prepare_turn(run: Run) -> None:
    """Start importing what the next turn needs, and the preparation of the coach."""
    run.coach.prepare()
    names = _LOCKING + (_SHOWING if run.has_model_coach else ())
    Thread(target=_import_all, args=(names,), daemon=True).start()


def _import_all(names: tuple[str, ...]) -> None:
    for name in names:
        import_module(name)
