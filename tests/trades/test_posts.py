"""Which groups of posts of a title an ad speaks of."""

import pytest

from interview_cli.trades.posts import find_supported_posts
from interview_cli.trades.trades import load_trade
from tests.cases import each

EXPORT = """We make knitwear for buyers abroad. You follow up orders from sampling to shipment:
costing and price negotiation, consumption of yarn and trims, lab dips and strike-offs, the calendar
with knitting, dyeing, printing and production, booking of the final inspection, papers for the
forwarder, claims, air freight, weekly reports and mails to buying offices. Diploma in textile
technology, sound knowledge of fabrics, shrinkage and compliance, spreadsheets, fluent English.
Our factory has its own dye house and laboratory and ships garments to importers in six countries.
You guide two juniors, speak Tamil on the floor, travel to mills now and then, and join at once."""
SHOP_FLOOR = """You build window displays and put the new season on mannequins, keep the planogram,
dress tables by the door so that customers stop, move stock to the fixtures that sell, and change
signs and prices before we open. You work with the store team on layouts, keep the props tidy,
check that sizes and colours are complete on every rail, photograph each display for head office,
and teach sales staff how to fold and merchandise. Experience in fashion retail is needed, a steady
hand with pins and tape, an eye for colour and lighting, and two early mornings each week before
opening. Our stores are in eleven towns; you travel by train to launches, sales and refits, and a
regional manager walks every shop with you once a month to see what shoppers notice first."""


@pytest.mark.parametrize(("ad", "is_claimed"), [(EXPORT, False), (SHOP_FLOOR, True), ("", True)])
def test_one_word_of_a_title_needs_the_ad_as_a_second_witness(ad: str, is_claimed: bool) -> None:
    trade = load_trade("retail")
    assert trade
    posts = find_supported_posts(trade, "Senior Merchandiser", ad)
    assert posts == (frozenset({"merchandisers"}) if is_claimed else frozenset())


@each(
    ("title", "trade_name", "post"),
    [
        ("Visual Merchandiser", "retail", "merchandisers"),
        ("Payroll Administrator (part time)", "accounting", "payroll"),
    ],
)
def test_several_words_of_a_title_need_no_second_witness(
    title: str, trade_name: str, post: str
) -> None:
    trade = load_trade(trade_name)
    assert trade
    assert post in find_supported_posts(trade, title, EXPORT)


def test_a_title_strange_to_the_trade_has_no_posts() -> None:
    trade = load_trade("writing")
    assert trade
    assert find_supported_posts(trade, "Puzzle Editor", "") == frozenset()
