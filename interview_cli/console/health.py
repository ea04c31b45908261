"""Check what a run needs: its settings, its store and its model."""

import os
import stat
import sys
from collections.abc import Iterator

from interview_cli.console.output import ask_yes_no
from interview_cli.console.switches import NO_INPUT, is_given
from interview_cli.context import Run
from interview_cli.errors import CoachFailed, InvalidInput
from interview_cli.store.health import Finding
from interview_cli.user_files import find_config_path, find_key_path

_BAD_SETTINGS = InvalidInput.exit_code


def check_run(run: Run, *, is_sure: bool) -> list[Finding]:
    """Check settings, store, endpoint and model, and change nothing.

    The model is sent a request of one token if the user agrees, or `is_sure`. Off a terminal
    nobody is asked, and nothing is sent.
    """
    try:
        _ = run.settings
    except InvalidInput as error:
        rest = Finding(
            "home", "skipped", "home and model were not checked: mend the settings first"
        )
        return [Finding.of_error("settings", error), rest]
    return [
        Finding("settings", "ok", f"{find_config_path()} and the environment"),
        *_check_key_file(),
        *run.store.check(run.now()),
        *_check_coach(run, is_sure=is_sure),
    ]


def _check_key_file() -> Iterator[Finding]:
    path = find_key_path()
    if os.path.exists(path) and stat.S_IMODE(path.stat().st_mode) & 0o077:
        message = f"other users of this machine may read the key in {path}."
        yield Finding("key", "warning", message, f"chmod 600 {path}")


def _check_coach(run: Run, *, is_sure: bool) -> Iterator[Finding]:
    if not run.has_model_coach:
        yield Finding("coach", "ok", "the offline coach works on this machine, without a model")
        return
    # Imported here: the offline coach needs none of it.
    from interview_cli.coach.llm import probe

    model = run.settings.model
    try:
        probe.check_settings(model)
    except CoachFailed as error:
        yield Finding.of_error("endpoint", error, _BAD_SETTINGS)
        return
    try:
        is_tried = probe.check_connection(model)
        message = f"{model.host} can be reached" if is_tried else f"{model.host}, through a proxy"
        yield Finding("endpoint", "ok", message)
        if is_sure or _agrees(model.name, model.host):
            probe.request_token(model)
            yield Finding("model", "ok", f"{model.name} answers")
        else:
            message = f"{model.name} was not tried (--yes sends it a request of one token)"
            yield Finding("model", "skipped", message)
    except CoachFailed as error:
        yield Finding.of_error("endpoint", error)


def _agrees(model: str, host: str) -> bool:
    if is_given(NO_INPUT) or not (sys.stdin and sys.stdin.isatty()):
        return False
    return ask_yes_no(f"Send {model} at {host} a request of one token?")
