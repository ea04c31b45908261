"""Which words of a requirement a text shares, and what follows from them."""

import pytest

from interview_cli.requirements.shared_words import (
    has_telling_words,
    has_word_of,
    is_other_version,
    share_words,
)


@pytest.mark.parametrize(
    ("topic", "text"),
    [
        ("GCSE English and Maths at grade C/4", "8 GCSEs including English (5) and Maths (4)"),
        ("use a handheld scanner / phone app", "Sat nav, handheld scanner"),
        ("Tableau or Power BI", "Created 14 Power BI dashboards"),
        ("PostgreSQL 16", "MySQL, some PostgreSQL"),
        ("Writing blog posts", "Blog posts for clients in gardening"),
        ("R for statistics", "R and its statistics packages"),
    ],
)
def test_all_words_that_tell_something_are_there(topic: str, text: str) -> None:
    assert share_words(topic, text).is_whole


@pytest.mark.parametrize(
    ("topic", "text"),
    [
        ("Experience with Sage 200", "Xero, Sage 50, IRIS"),
        ("Working with children aged 4-7", "Key person for children aged 3 to 4"),
        ("communication with patients", "I had a bay of six to eight patients."),
        ("data analysis", "One line says what is wrong with the data."),
        ("Management Accounts", "Accounts Senior at Finch & Rowley"),
        ("producing HR data and reports", "I'd like managers to trust HR."),
        ("UK employment law and the Acas Code", "I start with an Acas deadline."),
        ("leading a team of chefs", "We were a good team."),
        ("training teachers in software", "My wife is a teaching assistant."),
        ("looking after new customers", "Customers are always number one for me."),
    ],
)
def test_a_shared_word_or_another_version_is_not_enough(topic: str, text: str) -> None:
    shared = share_words(topic, text)
    assert not shared.is_most
    assert not shared.has_all_names


@pytest.mark.parametrize(
    ("topic", "text"),
    [
        ("escalating accordingly using SBAR", "I rang the registrar with SBAR."),
        ("help us roll out iTrent self-service", "I think iTrent would be the same."),
        ("Opera PMS or similar", "Opera I know only from my course."),
        ("Jamf or other Apple management", "I set Jamf up for four iPads."),
    ],
)
def test_the_name_of_a_tool_tells_what_a_sentence_is_about(topic: str, text: str) -> None:
    assert share_words(topic, text).names_it


@pytest.mark.parametrize(
    ("topic", "text", "has_word"),
    [
        ("post-qualification experience", "Qualified dental nurse", True),
        ("plan subcontractors", "I was shown it by the planner.", True),
        ("job evaluation", "Advised 35 store managers", False),
        ("Redis", "Postgres and RabbitMQ", False),
    ],
)
def test_a_word_in_any_form_is_enough_not_to_be_absent(
    topic: str, text: str, *, has_word: bool
) -> None:
    assert has_word_of(topic, text) == has_word


@pytest.mark.parametrize(
    ("text", "is_other"),
    [("Sage 50", True), ("Sage 200", False), ("Sage", False), ("Sage and Sage 50", False)],
)
def test_another_version(text: str, *, is_other: bool) -> None:
    assert is_other_version("Sage 200", text) == is_other


def test_a_topic_of_common_words_only_tells_nothing() -> None:
    assert not has_telling_words("knowledge of the area")
    assert has_telling_words("knowledge of Leeds")
