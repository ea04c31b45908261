"""`interview config`: show the settings and where each came from; change config.toml."""

from typing import Annotated, Any, Literal

import typer

from interview_cli.console.options import declare_command, find_run
from interview_cli.console.output import (
    is_stdout_terminal,
    print_exactly,
    print_hint,
    print_json,
    print_note,
)
from interview_cli.context import Run
from interview_cli.errors import InvalidInput, UsageError
from interview_cli.render.settings import (
    build_settings_payload,
    format_plain_settings,
    format_settings,
    spell_value,
)
from interview_cli.setting_table import SETTINGS, find_setting
from interview_cli.settings import SettingValue
from interview_cli.user_files import find_config_path, find_key_path


def complete_key(incomplete: str) -> list[tuple[str, str]]:
    """Return the keys with what they are for, for shell completion."""
    return [
        (setting.key, setting.about) for setting in SETTINGS if setting.key.startswith(incomplete)
    ]


@declare_command
def config(
    ctx: typer.Context,
    action: Annotated[
        Literal["get", "set", "unset", "set-key"] | None,
        typer.Argument(
            metavar="[get|set|unset|set-key]",
            help="Default: print all settings. set-key asks for a key, unseen.",
            show_default=False,
        ),
    ] = None,
    key: Annotated[
        str | None,
        typer.Argument(
            metavar="[KEY]",
            help="Name of a setting.",
            autocompletion=complete_key,
            show_default=False,
        ),
    ] = None,
    value: Annotated[
        str | None,
        typer.Argument(metavar="[VALUE]", help="New value, for set.", show_default=False),
    ] = None,
) -> None:
    """Print the settings, or change one."""
    run = find_run(ctx)
    _check_arguments(action, key, value)
    if action == "set-key":
        _set_key(run)
    elif key is None:
        _print_all(run)
    elif action == "get":
        find_setting(key)
        _print_one(run, run.resolved_settings[key])
    elif value is not None:
        _set(run, key, value)
    else:
        _unset(run, key)


def _check_arguments(action: str | None, key: str | None, value: str | None) -> None:
    if action == "set-key":
        if key is not None:
            raise UsageError(
                "a key on the command line can be read by others; nothing was stored.",
                "interview config set-key asks for it, or reads it from a pipe",
            )
        return
    if action is not None and key is None:
        words = "KEY VALUE" if action == "set" else "KEY"
        raise UsageError("the name of a setting is needed.", f"interview config {action} {words}")
    if action == "set" and value is None:
        raise UsageError(
            "a value is needed.",
            f"interview config set {key} VALUE, or interview config unset {key}",
        )
    if action != "set" and value is not None:
        raise UsageError(f"{action} takes no value.", f"interview config set {key} VALUE")


def _print_all(run: Run) -> None:
    values = list(run.resolved_settings.values())
    path = find_config_path()
    if run.json:
        reply = {"status": "ok", "path": str(path), "settings": build_settings_payload(values)}
        print_json(reply)
        return
    format_rows = format_settings if is_stdout_terminal() else format_plain_settings
    print_exactly(format_rows(values))
    print_hint(f"to change one: interview config set KEY VALUE (stored in {path})")


def _print_one(run: Run, resolved: SettingValue) -> None:
    if run.json:
        print_json({"status": "ok", **build_settings_payload([resolved])[0]})
    else:
        print_exactly(spell_value(resolved))


def _set(run: Run, key: str, value: str) -> None:
    # Imported here: printing the settings needs no store.
    from interview_cli.store.config_file import write_setting

    setting = find_setting(key, stored_only=True)
    write_setting(setting, value)
    _report_change(run, key, f"stored in {find_config_path()}")


def _set_key(run: Run) -> None:
    from interview_cli.console.secret_input import read_secret
    from interview_cli.store.config_file import write_key

    where = write_key(read_secret("Key of the language model (not shown):"))
    _report_change(run, "api_key", f"stored in {where}, which only you can read")


def _unset(run: Run, key: str) -> None:
    from interview_cli.store.config_file import remove_setting

    was_there = remove_setting(key)
    where = find_key_path() if key == "api_key" else find_config_path()
    _report_change(run, key, f"removed from {where}" if was_there else f"it is not in {where}")


def _report_change(run: Run, key: str, outcome: str) -> None:
    """Say what was done, and what takes precedence over it."""
    print_hint(outcome)
    reply: dict[str, Any] = {"status": "ok", "key": key}
    try:
        resolved = run.resolved_settings.get(key)
    except InvalidInput as error:  # another setting is invalid; the change is kept
        print_note(f"warning: {error.message}")
        resolved = None
    if resolved:
        reply |= build_settings_payload([resolved])[0]
    if resolved and resolved.source == "environment":
        variable = resolved.setting.variable
        print_note(f"note: {variable} takes precedence: {key} is {spell_value(resolved)}")
    if run.json:
        print_json(reply)
