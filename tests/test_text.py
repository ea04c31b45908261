"""Characters, names and times in stored and printed text."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from interview_cli.errors import InvalidInput
from interview_cli.text import (
    clean_input,
    escape_json,
    format_timestamp,
    make_slug,
    remove_controls,
    shorten,
)


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("a\r\nb\rc\td", "a\nb\nc\td"),
        ("\x1b[31mred\x07", "[31mred"),
        ("a\x85b\x7fc", "abc"),
        ("a\u202eb\u2069c", "abc"),
        ("a\ufffeb\ufdd0c\U0001ffffd", "abcd"),
        ("a\ud800b", "ab"),
        ("a\u200db \u200e", "a\u200db \u200e"),  # joins emoji; marks of direction do no harm
        ("é 漢 🚀 \ufffd", "é 漢 🚀 \ufffd"),
    ],
)
def test_what_no_text_may_hold_is_removed(text: str, cleaned: str) -> None:
    assert remove_controls(text) == cleaned


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [(" Cook\n", "Cook"), ("\u200b\u2060", ""), ("\u200bCook", "\u200bCook"), ("\x00 ", "")],
)
def test_input_is_cleaned(text: str, cleaned: str) -> None:
    assert clean_input(text, "the title") == cleaned


def test_bytes_that_are_not_utf_8_are_named() -> None:
    with pytest.raises(InvalidInput, match="the title is not UTF-8 text"):
        clean_input(b"K\xf6ch".decode("utf-8", "surrogateescape"), "the title")


@pytest.mark.parametrize(
    ("document", "escaped"),
    [
        ('{"a": "\x9b31m"}', '{"a": "\\u009b31m"}'),
        ('{"a": "\u202e"}', '{"a": "\\u202e"}'),
        ('{"a": "é 🚀"}\n', '{"a": "é 🚀"}\n'),
    ],
)
def test_what_a_terminal_might_obey_is_escaped(document: str, escaped: str) -> None:
    assert escape_json(document) == escaped


@pytest.mark.parametrize(
    ("words", "slug"),
    [
        ("City Hospital  Nurse (m/f)", "city-hospital-nurse-m-f"),
        ("snake_case", "snake-case"),
        ("Ｆｕｌｌ Straße", "full-strasse"),
        ("Йога 漢字", "йога-漢字"),
        ("+++", "session"),
        ("a" * 200, "a" * 160),
        ("a" * 159 + " b", "a" * 159),
        ("漢" * 60, "漢" * 53),  # 160 bytes, and no part of a character
    ],
)
def test_a_name_that_is_easy_to_type(words: str, slug: str) -> None:
    assert make_slug(words) == slug


@pytest.mark.parametrize(
    ("text", "shortened"),
    [
        ("one two", "one two"),
        ("one\n  two", "one two"),
        ("one two three", "one two …"),
        ("one a, three", "one a …"),
        ("onetwothree", "onetwoth …"),
        ("one twothree", "one …"),
    ],
)
def test_a_text_of_eight_characters_at_most(text: str, shortened: str) -> None:
    assert shorten(text, 8) == shortened


@pytest.mark.parametrize(
    "moment",
    [
        datetime(2026, 11, 22, 9, 0, 0, 5, tzinfo=UTC),
        datetime(2026, 11, 22, 11, 0, 0, 5, tzinfo=timezone(timedelta(hours=2))),
    ],
)
def test_a_time_is_stored_in_utc(moment: datetime) -> None:
    assert format_timestamp(moment) == "2026-11-22T09:00:00.000005Z"
