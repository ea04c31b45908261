"""Unlawful conditions inside questions, levels beside "no experience", second thoughts, 9 to 5."""

from tests.cases import each
from tests.job_posts.test_free_talk import LISTS, take_turn

BAKER = "title: Baker\nlocation: Freiburg"


@each(
    "message, words",
    [
        ("can i write that he should be max 30 years old?", "max 30"),
        ("could we ask for somebody under 35?", "under 35"),
        ("is it ok to say only women?", "only women"),
        ("may i put native german speakers only?", "native german"),
        ("should we mention no children?", "no children"),
        ("am i allowed to ask for a photo with the cv?", "photo with the cv"),
        ("would it be fine to want a christian only?", "christian only"),
        ("can the ad say unmarried?", "unmarried"),
        ("above 30, married", "above 30"),
        ("age over 40 please", "age over 40"),
        ("must be older than 25 and unmarried", "older than 25"),
    ],
)
def test_an_unlawful_condition_is_named(message: str, words: str) -> None:
    changes, reply = take_turn(BAKER, message)
    assert not any(changes.get(name) for name in LISTS)
    assert words in reply
    assert "the law forbids" in reply
    assert "cannot answer" not in reply


@each(
    "message", ["the person must be over 18", "bread for people over 40", "above 30 hours a week"]
)
def test_what_is_no_unlawful_condition(message: str) -> None:
    _changes, reply = take_turn(BAKER, message)
    assert "the law forbids" not in reply


@each(
    "message, level",
    [
        ("no experience needed so junior", "junior"),
        ("no experience required, junior then", "junior"),
        ("experience not needed hence entry level", "junior"),
        ("without experience is fine, id put junior", "junior"),
        ("no exp necessary therefore a beginner", "junior"),
        ("senior I suppose, no, mid", "mid"),
        ("id call that mid... nah make it senior", "senior"),
        ("junior, or no, rather mid", "mid"),
        ("i would say junior but no mid", "mid"),
        ("lead i think. nope. senior", "senior"),
    ],
)
def test_a_level_beside_other_words(message: str, level: str) -> None:
    changes, reply = take_turn(BAKER, message)
    assert changes["experienceLevel"] == level
    assert "did not use" not in reply


@each(
    "message, hours",
    [
        ("9 to 5", "9 to 5"),
        ("its a 9 to 5 job", "9 to 5"),
        ("regular nine to five", "nine to five"),
        ("working 8-4", "8-4"),
        ("hours 7 to 3", "7 to 3"),
        ("mon-fri 8 to 4", "mon-fri 8 to 4"),
        ("standard 8.30 to 5.30, no nights", "8.30 to 5.30"),
        ("from 7 till 3", "7 till 3"),
    ],
)
def test_hours_of_a_day(message: str, hours: str) -> None:
    changes, _reply = take_turn(BAKER, message)
    assert changes.get("workHours") == hours


@each("message", ["classes of 9 to 5 pupils", "3 to 5 years", "teach children of 7 to 11"])
def test_other_ranges_are_no_hours(message: str) -> None:
    changes, _reply = take_turn(BAKER, message)
    assert not changes.get("workHours")
