"""Names of countries, languages and currencies."""

import re

import pytest

from interview_cli.english.locales import find_currency_code, find_language_tag, is_country
from interview_cli.english.rules import load_toml

DATA = load_toml("interview_cli.english", "cldr.toml")


@pytest.mark.parametrize("name", ["Jordan", "jordan", "Côte d’Ivoire", "Scotland"])
def test_a_country(name: str) -> None:
    assert is_country(name)


@pytest.mark.parametrize("name", ["Amman", "Antarctica", ""])
def test_no_country(name: str) -> None:
    assert not is_country(name)


@pytest.mark.parametrize(
    ("name", "tag"), [("German", "de"), ("Deutsch", "de"), ("farsi", "fa"), ("Ga", None)]
)
def test_the_tag_of_a_language(name: str, tag: str | None) -> None:
    assert find_language_tag(name) == tag


@pytest.mark.parametrize(
    ("name", "code"),
    [("€", "EUR"), ("Quid", "GBP"), ("jod", "JOD"), ("us$", "USD"), ("dinars", ""), ("all", None)],
)
def test_the_code_of_a_currency(name: str, code: str | None) -> None:
    assert find_currency_code(name) == code


def test_the_parts_match_each_currency_in_full() -> None:
    parts = DATA["parts"]
    pattern = re.compile(rf"(?:{parts['currency_symbol']}|(?:{parts['currency_word']})\b)")
    unmatched = [name for name in DATA["currencies"] if pattern.match(name)[0] != name]  # type: ignore[index]
    assert unmatched == []
