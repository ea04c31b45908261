"""Describe a run for `-v`: what it used, and how long it took."""

from interview_cli import __version__
from interview_cli.context import Run
from interview_cli.errors import InterviewError
from interview_cli.render.settings import spell_value

_NAMED = ("home", "coach", "ttl")


def describe_run(run: Run, seconds: float) -> str:
    """Return a line for each fact: the settings that decide what a run uses, and its length."""
    lines = [f"interview {__version__}"]
    try:
        for key in _NAMED:
            resolved = run.resolved_settings[key]
            lines.append(f"{key}: {spell_value(resolved)} ({resolved.source})")
        model = run.settings.model
        lines.append(
            f"model: {model.name} at {model.host}" if run.has_model_coach else "model: not used"
        )
    except InterviewError:
        pass  # the command has said so
    return "\n".join([*lines, f"took {seconds:.2f} s"])
