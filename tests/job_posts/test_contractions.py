"""Contractions without their apostrophe are read as with it, and words that look like them stay."""

from interview_cli.job_posts.contractions import add_apostrophes, find_own_words
from tests.cases import each
from tests.job_posts.test_free_talk import LISTS, take_turn

DRIVER = "title: Driver\nlocation: York"


BARE = [
    ("hed need a van and a clean licence", "requirements", ["a van", "a clean licence"]),
    ("youd need your own boots", "requirements", ["own boots"]),
    ("shed be cooking lunch, ordering it", "responsibilities", ["cooking lunch", "ordering it"]),
    (
        "theyd be chopping onions, stirring it",
        "responsibilities",
        ["chopping onions", "stirring it"],
    ),
    ("hell be welding gates and fixing lids", "responsibilities", ["welding gates", "fixing lids"]),
    ("Shell mostly help guests, cook meals", "responsibilities", ["help guests", "cook meals"]),
    ("wed like someone whos good with dogs", "requirements", ["good with dogs"]),
    ("well give them a uniform", "benefits", ["uniform"]),
    ("theyll get free parking", "benefits", ["free parking"]),
    ("id call that mid", "experienceLevel", "mid"),
    ("well id say senior", "experienceLevel", "senior"),
    ("i dont want juniors, i want a senior", "experienceLevel", "senior"),
    ("lets call it Van Driver", "title", "Van Driver"),
    ("they cant work from home", "workType", "onsite"),
]


@each("message, field, value", BARE)
def test_a_bare_contraction_is_read(message: str, field: str, value: object) -> None:
    changes, reply = take_turn(DRIVER, message)
    assert changes.get(field) == value
    assert "did not use" not in reply


@each(
    "text",
    [
        "check the id of drivers",
        "photo id, clean record",
        "ID CARD",
        "clean the shed",
        "build a garden shed and shell eggs",
        "care for ill horses",
        "works well with others, reads well",
        "well paid",
        "two nurses were hired",
        "closed mon wed fri",
        "the shop and its staff",
        "the agency lets flats",
        "it's mid, I'd say",
    ],
)
def test_a_word_of_its_own_stays(text: str) -> None:
    assert add_apostrophes(text) == text


@each(
    "message",
    ["theyd be in the band Qwrtz", "id rather speak of zebras", "its about my uncles boat"],
)
def test_what_was_not_used_is_quoted_as_it_was_written(message: str) -> None:
    _changes, reply = take_turn(DRIVER, message)
    quotes = [part.split("”")[0] for part in reply.split("“")[1:]]
    assert all(quote in message for quote in quotes if quote != "Skip")


def test_entries_of_a_message_with_contractions_are_kept() -> None:
    changes, _reply = take_turn(DRIVER, "skills: patience\nduties: help people who dont see well")
    assert [bool(changes.get(name)) for name in LISTS] == [True, True, False, False]


@each(
    "words, message, own",
    [
        ("he'd need", "so hed need a van", "hed need"),
        ("he'd need", "so he'd  need a van", "he'd need"),
        ("he’d need", "so he’d need a van", "he’d need"),
        ("a van", "hed need a van", "a van"),
    ],
)
def test_own_words(words: str, message: str, own: str) -> None:
    assert find_own_words(words, message) == own
