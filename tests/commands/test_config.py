"""`interview config`."""

import stat
import tomllib
from pathlib import Path
from typing import Any

import pytest

from interview_cli.render.settings import convert_value
from interview_cli.setting_table import SETTINGS
from interview_cli.settings import SettingValue
from tests.conftest import KEY, Line

HAND_WRITTEN = """# my settings
coach = "offline"  # no key here

# in seconds
lock_timeout = 3
"""


@pytest.fixture
def path(line: Line) -> Path:
    return Path(line("config", "--json").json["path"])


@pytest.fixture
def hand_written(path: Path) -> Path:
    path.parent.mkdir(parents=True)
    path.write_text(HAND_WRITTEN)
    return path


def effective(line: Line, *words: str) -> dict[str, Any]:
    return {
        setting["key"]: setting for setting in line("config", *words, "--json").json["settings"]
    }


def test_every_setting_is_listed_with_its_source(line: Line) -> None:
    settings = effective(line)
    assert list(settings) == [setting.key for setting in SETTINGS]
    assert settings["home"]["source"] == "option"
    assert {settings[key]["source"] for key in settings if key != "home"} == {"default"}
    shown = line("config").stdout.splitlines()
    assert [row.split("\t")[0] for row in shown] == list(settings)
    assert shown[0].split("\t") == ["home", str(line.home), "option"]


def test_an_option_comes_before_the_environment_before_the_file(
    line: Line, hand_written: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert effective(line)["coach"]["source"] == "config.toml"
    monkeypatch.setenv("INTERVIEW_COACH", "auto")
    coach = effective(line)["coach"]
    assert (coach["value"], coach["source"]) == ("auto", "environment")
    coach = effective(line, "--coach", "openai")["coach"]
    assert (coach["value"], coach["source"]) == ("openai", "option")


@pytest.mark.parametrize(
    ("key", "variable", "value"),
    [
        ("pager", "NO_PAGER", False),
        ("color", "NO_COLOR", False),
        ("plain", "INTERVIEW_PLAIN", True),
        ("calm", "INTERVIEW_CALM", True),
    ],
)
def test_switches(
    line: Line, key: str, variable: str, value: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert effective(line)[key]["value"] is not value
    option = {"pager": "--no-pager", "color": "--no-color"}.get(key, f"--{key}")
    assert effective(line, option)[key]["value"] is value
    monkeypatch.setenv(variable, "1")
    assert effective(line)[key]["value"] is value
    monkeypatch.delenv(variable)
    line("config", "set", key, str(value).lower())
    assert effective(line)[key]["value"] is value


def test_secrets_are_masked(line: Line, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    monkeypatch.setenv("OPENAI_BASE_URL", "http://jo:hunter2@127.0.0.1:9/v1")
    for words in (["config"], ["config", "--json"], ["config", "get", "api_key"]):
        shown = line(*words).stdout
        assert KEY not in shown
        assert "hunter2" not in shown
        assert KEY[-4:] in shown
    assert line("config", "get", "base_url").stdout == "http://…@127.0.0.1:9/v1\n"
    monkeypatch.setenv("OPENAI_API_KEY", "short")
    assert line("config", "get", "api_key").stdout == "…\n"


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("http://127.0.0.1:9/v1?key=hunter2#hunter2", "http://127.0.0.1:9/v1?…#…"),
        ("jo:hunter2@127.0.0.1:9/v1", "…@127.0.0.1:9/v1"),
        ("http://127.0.0.1:9/v1", "http://127.0.0.1:9/v1"),
    ],
)
def test_secrets_of_an_address_are_masked(address: str, shown: str) -> None:
    setting = next(setting for setting in SETTINGS if setting.key == "base_url")
    assert convert_value(SettingValue(setting, address, "environment")) == shown


def test_secrets_of_the_model_options_are_masked() -> None:
    setting = next(setting for setting in SETTINGS if setting.key == "model_options")
    options = {
        "temperature": 0.2,
        "max_tokens": 9,
        "extra_headers": {"X-Team": "hunter2"},
        "extra_body": {"api_key": "hunter2", "user": "jo"},
    }
    assert convert_value(SettingValue(setting, options, "config.toml")) == options | {
        "extra_headers": {"X-Team": "…"},
        "extra_body": {"api_key": "…", "user": "jo"},
    }


def test_get_prints_the_value_alone(line: Line) -> None:
    assert line("config", "get", "ttl").stdout == "24h\n"
    assert line("config", "get", "lock_timeout").stdout == "10\n"
    assert line("config", "get", "auto_gc").stdout == "true\n"
    assert line("config", "get", "session").stdout == ""
    document = line("config", "get", "ttl", "--json").json
    assert (document["value"], document["source"]) == ("24h", "default")


@pytest.mark.parametrize(
    ("key", "text", "stored"),
    [
        ("ttl", "7d", "7d"),
        ("lock_timeout", "2.5", 2.5),
        ("llm_timeout", "90", 90),
        ("auto_gc", "no", False),
        ("paper", "Letter", "letter"),
        (
            "model_options",
            '{"temperature": 0.2, "stop": ["a"]}',
            {"temperature": 0.2, "stop": ["a"]},
        ),
        (
            "model_options",
            '{"question": {"temperature": 1}}',
            {"question": {"temperature": 1}},
        ),
        ("home", "~/interviews", "~/interviews"),
    ],
)
def test_set_and_unset(line: Line, path: Path, key: str, text: str, stored: object) -> None:
    document = line("config", "set", key, text, "--json").json
    assert tomllib.loads(path.read_text()) == {key: stored}
    if key != "home":  # the tests name theirs by an option
        assert document["source"] == "config.toml"
        line("status")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    line("config", "unset", key)
    assert tomllib.loads(path.read_text()) == {}


def test_a_relative_home_is_stored_as_an_absolute_one(line: Line, path: Path) -> None:
    line("config", "set", "home", "here")
    assert tomllib.loads(path.read_text()) == {"home": str(Path("here").absolute())}


def test_the_rest_of_the_file_stays(line: Line, hand_written: Path) -> None:
    line("config", "set", "lock_timeout", "5")
    assert hand_written.read_text() == HAND_WRITTEN.replace("= 3", "= 5")
    line("config", "set", "ttl", "7d")
    line("config", "unset", "ttl")
    line("config", "set", "lock_timeout", "3")
    assert hand_written.read_text() == HAND_WRITTEN


def test_a_link_to_the_file_stays_a_link(line: Line, path: Path, tmp_path: Path) -> None:
    path.parent.mkdir(parents=True)
    (tmp_path / "dotfile.toml").write_text("")
    path.symlink_to(tmp_path / "dotfile.toml")
    line("config", "set", "ttl", "7d")
    assert path.is_symlink()
    assert tomllib.loads((tmp_path / "dotfile.toml").read_text()) == {"ttl": "7d"}


@pytest.mark.parametrize("action", ["get", "set", "unset"])
@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("tll", "ttl"),
        ("lock-timeout", "lock_timeout"),
        ("INTERVIEW_TTL", "ttl"),
        ("pagers", "pager"),
    ],
)
def test_an_unknown_key_names_the_likely_one(
    line: Line, action: str, typed: str, expected: str
) -> None:
    value = ["7d"] if action == "set" else []
    result = line("config", action, typed, *value, exit_code=2)
    assert result.stderr.splitlines()[-1] == f"hint: did you mean {expected}?"


def test_a_key_like_no_other_lists_them_all(line: Line) -> None:
    assert "home, store, owner, coach, model" in line("config", "get", "xyzzy", exit_code=2).stderr


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("ttl", "soon"),
        ("lock_timeout", "90000"),
        ("auto_gc", "perhaps"),
        ("coach", "nobody"),
        ("paper", "a5"),
        ("model_options", "[1]"),
        ("model_options", '{"stop": null}'),
        ("model_options", '{"review": {"stop": [null]}}'),
        ("session", "latest"),
        ("api_key", "sk-1"),
        ("tll", "7d"),
    ],
)
def test_what_cannot_be_set_changes_nothing(
    line: Line, hand_written: Path, key: str, value: str
) -> None:
    assert line("config", "set", key, value, "--json", exit_code=2).json["code"] == "invalid"
    assert hand_written.read_text() == HAND_WRITTEN


@pytest.mark.parametrize(
    "words",
    [["get"], ["set"], ["unset"], ["set", "ttl"], ["get", "ttl", "7d"], ["unset", "ttl", "7d"]],
)
def test_too_many_or_too_few_words(line: Line, words: list[str]) -> None:
    assert "error: " in line("config", *words, exit_code=2).stderr


def test_a_file_with_an_unknown_key_can_be_repaired(line: Line, hand_written: Path) -> None:
    hand_written.write_text(f"{HAND_WRITTEN}tll = '7d'\n")
    refused = line("status", exit_code=2)
    assert "did you mean ttl?" in refused.stderr
    line("config", "set", "paper", "letter")
    assert tomllib.loads(hand_written.read_text())["tll"] == "7d"
    line("config", "unset", "tll")
    line("status")


def test_a_file_with_a_bad_value_can_be_repaired(line: Line, hand_written: Path) -> None:
    hand_written.write_text("ttl = 7\n")
    line("status", exit_code=2)
    line("config", "set", "ttl", "7d")
    line("status")


def test_what_is_no_toml_is_left_alone(line: Line, hand_written: Path) -> None:
    hand_written.write_text("ttl = \n")
    for words in (["set", "ttl", "7d"], ["unset", "ttl"]):
        assert "cannot be read as TOML" in line("config", *words, exit_code=2).stderr
    assert hand_written.read_text() == "ttl = \n"


def test_what_takes_precedence_is_said(line: Line, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INTERVIEW_TTL", "1h")
    assert "INTERVIEW_TTL takes precedence" in line("config", "set", "ttl", "7d").stderr


def test_an_unknown_key_to_set_names_only_what_can_be_set(line: Line) -> None:
    refused = line("config", "set", "xyzzy", "1", exit_code=2)
    assert "ttl" in refused.stderr
    assert "api_key" not in refused.stderr
    assert "interview config set KEY VALUE" in line("config", "set", exit_code=2).stderr
