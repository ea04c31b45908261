"""Which groups of posts claim a job."""

import pytest

from benchmarks import claim_fit
from interview_cli.coach.offline.claim_estimates import find_claimed_posts, has_strange_doer
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
    posts = find_claimed_posts(trade, "Senior Merchandiser", ad)
    assert posts == (frozenset({"merchandisers"}) if is_claimed else frozenset())


@each(
    ("title", "trade_name", "post"),
    [
        ("Visual Merchandiser", "retail", "merchandisers"),
        ("Payroll Administrator (part time)", "accounting", "payroll"),
        ("CNC Machinist (5-axis)", "manufacturing", "machinists"),
        ("Night Production Operative", "manufacturing", "operators"),
        ("1st Year Apprentice Electrician", "electrical_work", "trainees_and_mates"),
        ("Clerical Officer Grade III (Outpatients)", "administration", "administrators"),
    ],
)
def test_several_words_of_a_title_need_no_second_witness(
    title: str, trade_name: str, post: str
) -> None:
    trade = load_trade(trade_name)
    assert trade
    assert post in find_claimed_posts(trade, title, EXPORT)


@each(
    ("title", "is_claimed"),
    [("Roofer (Slate & Tile)", True), ("Roofer (Knitwear)", False), ("Roofer", False)],
)
def test_what_stands_behind_the_head_of_a_title_is_a_witness(title: str, is_claimed: bool) -> None:
    """The ad speaks of something else."""
    trade = load_trade("building")
    assert trade
    assert bool(find_claimed_posts(trade, title, EXPORT)) is is_claimed


@each(
    ("title", "trade_name", "post"),
    [
        ("Hotel Chef", "cooking", "chefs"),
        ("Council Gardener", "agriculture", "gardeners"),
        ("Site Storeman", "warehouse", "storekeepers"),
        ("Lecturer in Nursing", "teaching", "university_lecturers"),
    ],
)
def test_a_place_or_a_subject_leaves_the_work_what_it_is(
    title: str, trade_name: str, post: str
) -> None:
    trade = load_trade(trade_name)
    assert trade
    assert find_claimed_posts(trade, title, "") == {post}


@each(
    ("title", "trade_name", "is_claimed"),
    [
        ("Support Worker - Supported Living", "care", True),
        ("Plumber (Responsive Repairs)", "plumbing", True),
        ("Academic Counsellor (Inside Sales)", "sales", False),
    ],
)
def test_a_post_that_begins_in_the_head_of_a_title_may_end_behind_it(
    title: str, trade_name: str, is_claimed: bool
) -> None:
    trade = load_trade(trade_name)
    assert trade
    assert trade.find_posts(title)
    assert bool(find_claimed_posts(trade, title, "")) is is_claimed


def test_a_title_strange_to_the_trade_has_no_posts() -> None:
    trade = load_trade("writing")
    assert trade
    assert find_claimed_posts(trade, "Puzzle Editor", "") == frozenset()


@pytest.mark.parametrize(
    ("title", "trade_name"),
    [
        ("AI Technician (Cattle)", "agriculture"),
        ("Patent Formalities Clerk", "law"),
        ("Hair Colour Educator", "hair_and_beauty"),
    ],
)
def test_words_that_a_group_does_not_know_speak_against_it(title: str, trade_name: str) -> None:
    trade = load_trade(trade_name)
    assert trade
    assert trade.find_posts(title)
    assert find_claimed_posts(trade, title, EXPORT) == frozenset()


@each(
    ("title", "is_strange"),
    [("Hair Colour Educator", True), ("Senior Stylist", False), ("Stylist of the Year", False)],
)
def test_who_is_not_called_like_anybody_of_the_trade_is_strange(
    title: str, is_strange: bool
) -> None:
    trade = load_trade("hair_and_beauty")
    assert trade
    assert has_strange_doer(trade, title) is is_strange


@pytest.mark.slow
def test_the_weights_are_those_of_the_fit() -> None:
    assert claim_fit.FILE.read_text("utf-8") == claim_fit.format_fit()
