"""Faults that whole conversations of other trades and countries showed, by kind."""

from tests.cases import each
from tests.job_posts.test_free_talk import LISTS, take_turn

DRIVER = "title: Driver\nlocation: Leeds\nlevel: mid\npay: £34,000 to £38,000 a year"
READY = f"{DRIVER}\nskills: maps\nduties:\n- drive vans\n- load vans"


def test_the_numbers_of_a_list_are_no_entries() -> None:
    ad = "title: Planner\n\nMain duties\n1. Decide cases\n2. Visit sites\n10. Write reports"
    changes, _reply = take_turn("hello", ad)
    assert changes["responsibilities"] == ["Decide cases", "Visit sites", "Write reports"]


@each(
    "message",
    [
        "change pay to 36-40 and its York not Leeds",
        "make the pay 36-40k and it's York not Leeds",
        "pay 36 to 40 and it is York, not Leeds",
    ],
)
def test_both_changes_of_a_sentence_are_made(message: str) -> None:
    changes, _reply = take_turn(DRIVER, message)
    assert changes == {"location": "York", "salaryMin": 36000, "salaryMax": 40000}


@each(
    "message",
    [
        "We can't offer a pension, sadly",
        "we cannot offer a company car",
        "we won't provide meals",
        "we can not include housing",
        "we will not offer a bonus",
        "we cant offer parking",
        "we won't have a canteen",
        "cannot offer relocation",
    ],
)
def test_what_cannot_be_offered_is_no_benefit(message: str) -> None:
    changes, reply = take_turn(DRIVER, message)
    assert not changes
    assert "Not wanted" in reply


@each(
    "message",
    [
        "PTO, dental, vision, 401k match",
        "pension, tickets home, gym",
        "health, dental and a bonus",
        "joining bonus 2 lakhs, ESOPs",
        "pension scheme, 27 days' annual leave, flexi-time",
        "air ticket, housing, medical",
    ],
)
def test_a_list_of_benefits(message: str) -> None:
    changes, reply = take_turn(READY, message)
    assert set(changes) == {"benefits"}
    assert "did not use" not in reply


@each(
    "message, field, value",
    [
        ("6 days in week", "workHours", "6 days in week"),
        ("M-F 8-5", "workHours", "M-F 8-5"),
        ("no of vacancy 15", "totalJobOpenings", 15),
        ("2 years contract", "employmentType", "CONTRACTOR"),
        ("minimum senior level please", "experienceLevel", "senior"),
        ("senior... hmm no lead", "experienceLevel", "lead"),
        ("ticket every 2 years", "benefits", ["ticket every 2 years"]),
        ("kafka good to have", "requirements", ["kafka (nice to have)"]),
    ],
)
def test_a_detail_in_few_words(message: str, field: str, value: object) -> None:
    changes, reply = take_turn(READY, message)
    assert changes[field] == value
    assert set(changes) <= {field, "isComplete", "skills"} - set(LISTS) | {field}
    assert "did not use" not in reply


@each(
    "message",
    [
        "is all ok, you can put in internet",
        "Approved for publication",
        "That reads beautifully, please go ahead",
        "approved to publish",
        "put it in the internet",
        "you can put it to the website",
    ],
)
def test_a_yes_in_other_words_enters_no_field(message: str) -> None:
    changes, reply = take_turn(READY, message)
    assert not changes
    assert "is complete" in reply


def test_pay_in_lakhs_is_changed_in_lakhs() -> None:
    changes, _reply = take_turn("Data Engineer in Pune, 18-24 LPA", "make the upper end 26")
    assert changes == {"salaryMax": 2600000}
