"""Settings of a language model: its URL, where it runs, and values that are refused."""

from datetime import date
from typing import Any

import pytest

from interview_cli.errors import InvalidInput
from interview_cli.model_settings import (
    DEFAULT_BASE_URL,
    ModelSettings,
    parse_document_budget,
    parse_model_name,
    parse_model_options,
)
from tests.cases import each


def build(base_url: str, api_key: str | None = None) -> ModelSettings:
    return ModelSettings(
        "tiny", base_url, api_key, timeout_s=60, document_chars=120_000, options={}
    )


@pytest.mark.parametrize(
    ("base_url", "url"),
    [
        (DEFAULT_BASE_URL, "https://api.openai.com/v1/chat/completions"),
        ("http://127.0.0.1:11434/v1/", "http://127.0.0.1:11434/v1/chat/completions"),
        ("http://jo:secret@host/v1", "http://host/v1/chat/completions"),
        ("http://[::1]:80", "http://[::1]:80/chat/completions"),
        ("https://host?key=secret", "https://host/chat/completions"),
    ],
)
def test_the_url_holds_no_secret(base_url: str, url: str) -> None:
    assert build(base_url).url == url
    assert build(base_url).endpoint == f"{url} tiny"


@each(
    ("base_url", "is_local"),
    [
        ("http://localhost:11434", True),
        ("http://ollama.localhost", True),
        ("http://127.8.0.1", True),
        ("http://[::1]", True),
        ("http://0.0.0.0:80", True),
        ("http://localhost.example.org", False),
        ("http://notlocalhost", False),
        ("http://192.168.0.2", False),
        ("http://host:port", False),
        ("", False),
    ],
)
def test_which_host_is_this_machine(base_url: str, is_local: bool) -> None:
    assert build(base_url).is_local == is_local


@pytest.mark.parametrize(
    ("base_url", "key", "needs_key"),
    [
        (DEFAULT_BASE_URL, None, True),
        (DEFAULT_BASE_URL, "sk-1", False),
        ("http://localhost", None, False),
    ],
)
def test_only_the_default_endpoint_needs_a_key(
    base_url: str, key: str | None, needs_key: bool
) -> None:
    assert build(base_url, key).needs_key == needs_key


@each(
    ("base_url", "key", "is_usable"),
    [
        ("http://host", None, True),
        ("https://host/v1", "sk-1", True),
        ("host/v1", None, False),
        ("ftp://host", None, False),
        ("http://", None, False),
        ("http://host:port", None, False),
        ("http://[::1", None, False),
        ("http://host", "sk 1", False),
        ("http://host", "sk-1\n", False),
        ("http://host", "sk-é", False),
    ],
)
def test_what_a_request_can_be_made_with(base_url: str, key: str | None, is_usable: bool) -> None:
    assert build(base_url, key).is_usable == is_usable


def test_a_broken_url_is_called_by_its_variable() -> None:
    assert build("http://host:port").host == "the address in OPENAI_BASE_URL"


def test_the_key_is_never_shown() -> None:
    assert "sk-1" not in repr(build("http://host", "sk-1"))


@pytest.mark.parametrize(
    ("value", "name"), [(" qwen3:32b\n", "qwen3:32b"), ("a  b", "a b"), ("x" * 200, "x" * 200)]
)
def test_the_name_of_a_model(value: str, name: str) -> None:
    assert parse_model_name(value, "model") == name


@pytest.mark.parametrize("value", ["", " ", "\x00", "x" * 201, 3, None])
def test_what_is_not_the_name_of_a_model(value: object) -> None:
    with pytest.raises(InvalidInput, match=r"^model "):
        parse_model_name(value, "model")


@pytest.mark.parametrize(("value", "budget"), [("1000", 1000), (5000, 5000), ("1_500", 1500)])
def test_a_number_of_characters(value: object, budget: int) -> None:
    assert parse_document_budget(value, "llm_chars") == budget


@pytest.mark.parametrize("value", ["999", 0, -5000, "many", "", None, float("inf"), "1e4"])
def test_what_is_not_a_number_of_characters(value: object) -> None:
    with pytest.raises(InvalidInput):
        parse_document_budget(value, "llm_chars")


@pytest.mark.parametrize(
    ("value", "options"),
    [
        ('{"temperature": 0.2}', {"temperature": 0.2}),
        ({"stop": ["a"]}, {"stop": ["a"]}),
        ("{}", {}),
    ],
)
def test_options_of_a_model(value: object, options: dict[str, Any]) -> None:
    assert parse_model_options(value, "model_options") == options


def test_options_of_a_task_stand_over_the_common_ones() -> None:
    options = parse_model_options(
        {"temperature": 0.2, "question": {"temperature": 1, "top_p": 0.9}, "review": {"seed": 7}},
        "model_options",
    )
    settings = ModelSettings("tiny", "http://host", None, 60, 120_000, options)
    assert settings.find_options("question") == {"temperature": 1, "top_p": 0.9}
    assert settings.find_options("review") == {"temperature": 0.2, "seed": 7}
    assert settings.find_options("job_post") == {"temperature": 0.2}
    assert set(settings.option_names) == {"temperature", "top_p", "seed"}


@each(
    "value",
    [
        "[1]",
        "{",
        "[" * 100_000,
        '{"temperature": NaN}',
        '{"stop": "\\ud800"}',
        {"since": date(2026, 11, 22)},
        {"temperature": float("nan")},
        None,
        {"model": "other"},
        {"question": 3},
        {"review": {"messages": []}},
        '{"stream": false}',
    ],
    ids=lambda value: str(value)[:20],
)
def test_what_are_not_options_of_a_model(value: object) -> None:
    with pytest.raises(InvalidInput):
        parse_model_options(value, "model_options")
