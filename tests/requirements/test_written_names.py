"""Names as they are written: in two words, by their letters, or with capitals."""

import pytest

from interview_cli.requirements.written_names import (
    find_other_products,
    find_written_names,
    has_words_of_initials,
    names_first_of,
)


@pytest.mark.parametrize(
    ("topic", "text", "is_named"),
    [
        ("Opera Cloud", "I don't know Opera", True),
        ("Sage Micropay", "Sage I know well", True),
        ("Power BI", "I made Power Query for it", False),
        ("Opera Cloud", "I know the cloud", False),
    ],
)
def test_the_first_of_two_names_stands_for_both(topic: str, text: str, is_named: bool) -> None:
    assert names_first_of(topic, text) == is_named


@pytest.mark.parametrize(
    ("topic", "text", "others"),
    [
        ("Power BI", "I made Power Query for it", {"Power"}),
        ("Google Ads", "a tracker in Google Sheets", {"Google"}),
        ("Power BI", "Power Query and Power BI", set()),
        ("Power BI", "Power I had none", set()),
    ],
)
def test_another_product_of_the_family_is_not_it(topic: str, text: str, others: set[str]) -> None:
    assert find_other_products(topic, text) == others


@pytest.mark.parametrize(
    ("topic", "text", "is_there"),
    [
        ("12 months as TA", "Trade Assistant, Gowrie", True),
        ("OIC of a team", "Officer In Charge", True),
        ("12 months as TA", "Assistant of the trade", False),
        ("two years as a baker", "Bread Baker", False),
    ],
)
def test_letters_may_be_written_out(topic: str, text: str, is_there: bool) -> None:
    assert has_words_of_initials(topic, text) == is_there


@pytest.mark.parametrize(
    ("text", "line", "names"),
    [
        ("Construction White Card", "White Card (CPCWHS1001) 2021", ("White Card",)),
        ("EWP Yellow Card", "Yellow Card, boom", ("Yellow Card",)),
        ("Construction White Card", "white cards for guests", ()),
    ],
)
def test_words_with_capitals_are_a_name(text: str, line: str, names: tuple[str, ...]) -> None:
    assert find_written_names(text, line) == names
