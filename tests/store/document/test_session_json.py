"""Session files are parsed strictly, and their first bytes leniently."""

from pathlib import Path

import pytest

from interview_cli.errors import SessionDamaged
from interview_cli.store.document.session_json import parse_file, parse_first_members
from tests.cases import each

PATH = Path("a.json")


def nest(levels: int) -> bytes:
    return b'{"a": ' + b"[" * (levels - 1) + b"]" * (levels - 1) + b"}"


@pytest.mark.parametrize(
    "content",
    [
        b"{}",
        b' {"a": [1, 2.5, null, "\xc3\xa9"]}\n',
        b'{"a": {"b": 1}, "b": 1}',
        b'{"a": "\\ud83d\\ude80"}',
        nest(100),
    ],
    ids=lambda content: str(content[:30]),
)
def test_a_file_that_can_be_read(content: bytes) -> None:
    assert isinstance(parse_file(PATH, content), dict)


@each(
    ("content", "reason"),
    [
        (b"", "not complete JSON"),
        (b'{"a": 1', "not complete JSON"),
        (b"\xff", "not complete JSON"),
        (b'{"a": 1, "a": 1}', "not complete JSON"),
        (b'{"a": {"b": 1, "b": 2}}', "not complete JSON"),
        (b'{"a": NaN}', "not complete JSON"),
        (b'{"a": -Infinity}', "not complete JSON"),
        (b'{"a": 1e999}', "not complete JSON"),
        (b'{"a": "\\ud83d"}', "not complete JSON"),
        (b'{"a": "\\UD83D"}', "not complete JSON"),
        (nest(101), "not complete JSON"),
        (b'{"a": ' + b"[" * 100_000, "not complete JSON"),
        (b"[]", "not a JSON object"),
        (b'"a"', "not a JSON object"),
    ],
    ids=lambda value: str(value[:30]),
)
def test_a_file_that_is_damaged(content: bytes, reason: str) -> None:
    with pytest.raises(SessionDamaged, match=rf"^a\.json is damaged: it is {reason}"):
        parse_file(PATH, content)


@each(
    ("front", "members"),
    [
        (b'{"a": 1, "b": [2]}', {"a": 1, "b": [2]}),
        (b'{"a": 1, "b": [2', {"a": 1}),
        (b'{"a": 12', {}),  # it may be 123
        (b'{"a": 12,', {"a": 12}),
        (b'{"a": "x"', {}),
        (b'\n{\t"a" : 1 ,\r\n"b" : 2 }', {"a": 1, "b": 2}),
        (b'{"a": 1; "b": 2}', {}),
        (b'{1: 2, "a": 1}', {}),
        (b'{"a": 1, "b": "\xc3', {"a": 1}),
        (b"", {}),
        (b"no object", {}),
        (b'{"a": ' + b"[" * 100_000, {}),
    ],
    ids=lambda value: str(value)[:30],
)
def test_the_members_that_are_complete(front: bytes, members: dict[str, object]) -> None:
    assert parse_first_members(front) == members
