"""Event streams in every legal form, and in pieces of any size."""

import pytest

from interview_cli.coach.llm.event_stream import is_event_stream, read_events
from tests.cases import each


@each(
    ("content", "events"),
    [
        (b"data: one\n\ndata: two\n\n", ["one", "two"]),
        (b"data:one\n\n", ["one"]),
        (b"data:  one\n\n", [" one"]),
        (b"data: one\r\n\r\ndata: two\r\n\r\n", ["one", "two"]),
        (b"data: one\r\rdata: two\r\r", ["one", "two"]),
        (b'data: {"a":\ndata: 1}\n\n', ['{"a":\n1}']),
        (b": a comment\n\n:\n\ndata: one\n\n", ["one"]),
        (b"event: message\nid: 7\nretry: 10\ndata: one\n\n", ["one"]),
        (b"\xef\xbb\xbfdata: one\n\n", ["one"]),
        (b"data\n\n", [""]),
        (b"data: one", ["one"]),
        (b"\n\n\ndata: one\n\n\n\n", ["one"]),
        ("data: für\n\n".encode(), ["für"]),
        (b"", []),
    ],
    ids=str,
)
@each("size", [1, 2, 3, 1_000])
def test_the_data_of_each_event(content: bytes, events: list[str], size: int) -> None:
    parts = [content[start : start + size] for start in range(0, len(content), size)]
    assert list(read_events(parts)) == events


@pytest.mark.parametrize(
    ("head", "is_stream"),
    [
        (b'data: {"', True),
        (b": PROCES", True),
        (b"\n\nevent:", True),
        (b"id: 1\nda", True),
        (b'{"choice', False),
        (b'  \n{"ch', False),
        (b"<html>da", False),
        (b"", False),
    ],
)
def test_a_stream_is_known_by_its_beginning(head: bytes, is_stream: bool) -> None:
    assert is_event_stream(head) == is_stream
