"""Changes of the pay that a post has: one end of the range, another amount, as it was before."""

from tests.cases import each
from tests.job_posts.test_free_talk import take_turn

RANGE = "title: Nurse\nlocation: Leeds\npay: £30,000 to £35,000 a year"
HOUR = "title: Cook\nlocation: Whitby\npay: £12.50 an hour"
MONTH = "title: Receptionist\nlocation: Malaga\npay: 1600 EUR a month"


def read_pay(setup: str, message: str) -> tuple[object, object]:
    changes, _reply = take_turn(setup, message)
    assert set(changes) <= {"salaryMin", "salaryMax"}
    return changes.get("salaryMin"), changes.get("salaryMax")


@each(
    "message, low, high",
    [
        ("35 too high make it 34 max", None, 34000),
        ("bump the top end to 40k", None, 40000),
        ("raise the bottom to 32k", 32000, None),
        ("we'd go to 37k", None, 37000),
        ("wed go to 37k", None, 37000),
        ("could stretch to 38 for the right person", None, 38000),
        ("30 is too low, start at 32", 32000, None),
        ("lift the minimum to 31k and the max to 36k", 31000, 36000),
        ("cap it at 34k", None, 34000),
        ("the upper limit is 37,500", None, 37500),
        ("top: 40k, bottom: 28k", 28000, 40000),
        ("32k minimum please", 32000, None),
        ("the top rate is now 36k", None, 36000),
        ("lower the top figure to 34,000", None, 34000),
        ("make the bottom 31,500", 31500, None),
        ("call it 31k to 36k depending on experience", 31000, 36000),
        ("so make it 31-34k", 31000, 34000),
        ("the pay is now 36k", 36000, 36000),
    ],
)
def test_one_end_of_a_range(message: str, low: object, high: object) -> None:
    assert read_pay(RANGE, message) == (low, high)


@each(
    "message, amount",
    [
        ("is better 1.700", 1700),
        ("better 1.700", 1700),
        ("we can do 1.750", 1750),
        ("1600 too low make it 1700", 1700),
        ("1600 is too much so let's say 1.550", 1550),
        ("I could offer 1,800 euros", 1800),
        ("no, it would be better 1.550", 1550),
        ("we could pay 1900 a month", 1900),
        ("1600 is too little, we'd pay 1.650", 1650),
        ("1.600 is too much for us, 1.500 tops", 1500),
    ],
)
def test_another_amount(message: str, amount: int) -> None:
    assert read_pay(MONTH, message) == (amount, amount)


@each(
    "message",
    [
        "make that 13 quid. or no leave it at 12.50",
        "make it 13, no wait keep 12.50",
        "14... actually leave the pay as it was",
        "make it 15. nah, keep it as it was",
        "£13 an hour. hm, leave the salary as is",
        "put it to 14. no, leave it at 12.50 please",
        "change the pay to 16. sorry no, keep the pay the same",
        "let's say 13. oh no, leave that unchanged",
    ],
)
def test_a_change_that_is_taken_back_at_once(message: str) -> None:
    assert read_pay(HOUR, message) == (None, None)


@each(
    "message",
    ["keep 3 boxes of stock", "start at 9 am", "lift 25 kg max", "two years minimum"],
)
def test_other_numbers_are_no_pay(message: str) -> None:
    changes, _reply = take_turn(HOUR, message)
    assert not {"salaryMin", "salaryMax"} & set(changes)


@each(
    "message, amount, unit",
    [
        ("receptionist in Malaga, 1.600 eur month", 1600, "MONTH"),
        ("clerk in Lisbon, 1.200 euros mes", 1200, "MONTH"),
        ("fish fryer in Whitby, 12 quid 50 an hr", 12.5, "HOUR"),
        ("cleaner in Hull, 11 pounds 80 an hour", 11.8, "HOUR"),
        ("barista in Dublin, 14 euro 20 per hour", 14.2, "HOUR"),
        ("welder in Oslo, 300 kroner hour", 300, "HOUR"),
        ("driver in Leeds, 500 pounds week", 500, "WEEK"),
        ("cook in Dubai, 4000 dirhams month", 4000, "MONTH"),
    ],
)
def test_pay_without_small_words(message: str, amount: float, unit: str) -> None:
    changes, _reply = take_turn("hello", message)
    assert (changes["salaryMin"], changes["salaryMax"]) == (amount, amount)
    assert changes["salaryUnit"] == unit


@each(
    "place, currency",
    [
        ("Southland NZ", "NZD"),
        ("Otago, NZ", "NZD"),
        ("Newman WA", "AUD"),
        ("Seattle WA", "USD"),
        ("Adelaide SA", "AUD"),
        ("Toronto, CA", "CAD"),
        ("Los Angeles, CA", "USD"),
        ("Invercargill", "NZD"),
    ],
)
def test_dollars_of_a_place(place: str, currency: str) -> None:
    changes, _reply = take_turn("title: Shepherd", f"location: {place}\npay: 32 dollars an hour")
    assert changes["currency"] == currency


@each("entry", ["$1,500 learning stipend", "$500 home office stipend", "£300 travel stipend"])
def test_a_stipend_for_something_is_a_benefit(entry: str) -> None:
    changes, _reply = take_turn("title: Analyst\nlocation: Austin", f"pension, {entry}")
    assert changes == {"benefits": ["pension", entry]}
