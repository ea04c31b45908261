"""The table of settings: what the documentation and the options say of it."""

import re
from pathlib import Path

import pytest

from interview_cli.environment import find_pager
from interview_cli.setting_table import SETTINGS, Setting
from interview_cli.settings import Settings
from tests.conftest import Line

SCRIPTING = Path(__file__).parent.parent / "docs" / "scripting.md"
MARKED = re.compile(r"<!-- settings:.*?-->\n(.*?)<!-- end of settings -->", re.DOTALL)


def option(setting: Setting) -> str:
    if not setting.option:
        return ""
    metavar = f" {setting.metavar}" if setting.metavar else ""
    commands = f" ({', '.join(setting.commands)})" if setting.commands else ""
    return f"`--{setting.option}{metavar}`{commands}"


def default(setting: Setting) -> str:
    if setting.default_about or setting.default is None:
        return setting.default_about
    return f"`{str(setting.default).lower()}`"


def documentation() -> str:
    """The table as it stands in the documentation."""
    lines = ["| option | environment | config key | default | meaning |", "| --- " * 5 + "|"]
    for setting in SETTINGS:
        key = f"`{setting.key}`" if setting.is_stored else ""
        cells = (option(setting), f"`{setting.variable}`", key, default(setting), setting.about)
        lines.append(re.sub(r" +", " ", f"| {' | '.join(cells)} |"))
    return "\n".join(lines) + "\n"


def test_the_documentation_has_the_table() -> None:
    match = MARKED.search(SCRIPTING.read_text("utf-8"))
    assert match
    assert match[1] == documentation()


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.key)
def test_each_setting_has_its_option(line: Line, setting: Setting) -> None:
    for command in setting.commands or ("status",):
        shown = line(command, "--help").stdout
        assert setting.option == "" or f"--{setting.option}" in shown


def test_keys_and_variables_are_distinct() -> None:
    assert len({setting.key for setting in SETTINGS}) == len(SETTINGS)
    assert len({setting.variable for setting in SETTINGS}) == len(SETTINGS)


def test_an_empty_variable_is_not_set() -> None:
    settings = Settings.load({"home": "h"}, {"NO_COLOR": "", "INTERVIEW_TTL": "", "NO_PAGER": ""})
    assert (settings.uses_color, settings.uses_pager, settings.ttl) == (True, True, "24h")


def test_plain_has_no_pager_and_no_color() -> None:
    settings = Settings.load({"home": "h", "plain": True}, {})
    assert (settings.uses_color, settings.uses_pager) == (False, False)


@pytest.mark.parametrize(
    ("environment", "words"),
    [
        ({}, ["less", "-FRX"]),
        ({"PAGER": "more -d"}, ["more", "-d"]),
        ({"PAGER": ""}, None),
        ({"PAGER": "cat"}, None),
        ({"PAGER": "less '"}, None),
    ],
)
def test_the_pager(environment: dict[str, str], words: list[str] | None) -> None:
    pager = find_pager(environment)
    assert (pager and pager.words) == words


def test_the_pager_keeps_the_options_of_its_user() -> None:
    pager = find_pager({"LESS": "-S"})
    assert pager
    assert pager.environment["LESS"] == "-S"
