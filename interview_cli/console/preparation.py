"""Prepare the next turn while the user types, so that its request is sent sooner."""

from importlib import import_module
from threading import Thread

from interview_cli.context import Run
from interview_cli.models import Interview

_LOCKING = ("filelock",)
_SHOWING = (
    "interview_cli.terminal.live",
    "rich.live",
    "rich.spinner",
    "rich.text",
    "encodings.idna",  # for the name of the server
)
"""Modules that a turn imports on first use, some 30 ms each."""


def prepare_turn(run: Run, interview: Interview | None = None) -> None:
    """Start importing what the next turn needs, and the preparation of the coach.

    The trade of an interview is recognised meanwhile, too.
    """
    run.coach.prepare()
    names = _LOCKING + (_SHOWING if run.has_model_coach else ())
    Thread(target=_prepare, args=(names, interview), daemon=True).start()


def _prepare(names: tuple[str, ...], interview: Interview | None) -> None:
    for name in names:
        import_module(name)
    if interview is not None:
        from interview_cli.trades.recognition import recognise_trade

        recognise_trade(interview.job_title, interview.job_description_text or "")
