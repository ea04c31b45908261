"""Lists as people write them."""

import pytest

from interview_cli.coach.offline.posts.list_entries import split_list, split_names

LISTS = [
    (
        "design APIs, review code and mentor juniors",
        ["design APIs", "review code", "mentor juniors"],
    ),
    ("patient care; IV lines", ["patient care", "IV lines"]),
    (
        "- answer the phone, and write\n2. keep the books.",
        ["answer the phone, and write", "keep the books"],
    ),
    ("cut hair • sweep", ["cut hair", "sweep"]),
    ("care and teach", ["care and teach"]),
    ("1,200 guests", ["1,200 guests"]),
    (" ; ", []),
]


@pytest.mark.parametrize(("text", "entries"), LISTS)
def test_a_list(text: str, entries: list[str]) -> None:
    assert split_list(text) == entries


def test_names_are_split_at_every_and() -> None:
    assert split_names("Kafka and AWS, tea as well as coffee") == ["Kafka", "AWS", "tea", "coffee"]
    assert split_names("R&D") == ["R&D"]
