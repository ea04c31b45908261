"""Where words wider than a line can be broken."""

from html import unescape
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_cli.render.wrapping import ENCODERS, encode_text


def pieces(text: str, longest: int = 50, anywhere: bool = False) -> list[str]:
    return unescape(unescape(encode_text(text, longest, anywhere))).split("\u200b")


@given(st.text().filter(lambda text: text.isascii()))
def test_nothing_is_added_but_places_to_break(text: str) -> None:
    for encode in ENCODERS:
        assert unescape(unescape(encode(text))).replace("\u200b", "") == text


@given(st.text(st.characters(categories=("L", "N", "P", "S")), min_size=1, max_size=300))
def test_no_piece_is_longer_than_twice_what_it_may_be(text: str) -> None:
    assert max(map(len, pieces(text, 4, anywhere=True))) <= 2 * 4


@pytest.mark.parametrize("text", ["a word", "x" * 49, "漢" * 300, "www.example.org/a/b/c?d=e"])
def test_what_fits_or_breaks_by_itself_is_left_alone(text: str) -> None:
    assert pieces(text) == [text]


def test_a_web_address_breaks_behind_a_slash() -> None:
    address = "https://github.com/acme/platform/pull/12345/files/review?tab=comments"
    assert all(piece[-1] in "/?&=-_.,;:@" for piece in pieces(address)[:-1])
    assert len(pieces(address)) == 2


@pytest.mark.parametrize(
    ("text", "never_first", "never_last"),
    [
        ("ทำ" * 40, "\u0e33", ""),
        ("เก" * 40, "", "เ"),
        ("ก้" * 40, "\u0e49", ""),
        ("क्कि" * 40, "\u094d\u093f", "\u094d"),
        ("👩\u200d💻" * 40, "\u200d", "\u200d"),
        ("x\u0323" * 40, "\u0323", ""),
    ],
)
def test_letters_that_are_written_as_one_stay_together(
    text: str, never_first: str, never_last: str
) -> None:
    broken = pieces(text)
    assert len(broken) > 1
    for before, after in pairwise(broken):
        assert after[0] not in never_first
        assert before[-1] not in never_last


def test_a_text_in_parts_is_put_together() -> None:
    assert encode_text("\u1112\u1161\u11ab", 50) == "한"
