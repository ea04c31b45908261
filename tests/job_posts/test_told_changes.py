"""What employers change in passing: without an order, with a reason, or as a question."""

from typing import Any

from benchmarks.job_posts import play
from interview_cli.coach.offline.coach import OfflineCoach
from tests.cases import each

POST = (
    "title: Cook\nlevel: mid\nlocation: Hull\npay: £28,000 to £30,000 a year\n"
    "closing date: 20 November\nskills: QGIS, SAP\n"
    "duties:\n- clean the parcel room\n- feed the chipper\n- vat returns\n"
    "benefits:\n- 25 days leave\n- subsidised canteen"
)
LISTS = ("skills", "responsibilities", "requirements", "benefits")


def take_turns(*messages: str) -> dict[str, Any]:
    data: dict[str, Any] = play(messages, OfflineCoach())[-1]["job_data"]
    return data


def list_entries(data: dict[str, Any]) -> list[str]:
    return [entry for name in LISTS for entry in data[name]]


TAKEN_OUT = [
    ("parcel room no need, the concierge do already", "clean the parcel room"),
    ("feeding the chipper isn't us, we sub that out so delete it", "feed the chipper"),
    ("oh the chipper he does take that off", "feed the chipper"),
    ("vat returns take off, the accountant does them", "vat returns"),
    ("SAP no we moved off it", "SAP"),
    ("canteens closing so take that out", "subsidised canteen"),
    ("QGIS not this year, only SAP", "QGIS"),
]


@each("message, lost", TAKEN_OUT)
def test_what_is_told_to_be_no_more_is_taken_out(message: str, lost: str) -> None:
    before, after = list_entries(take_turns(POST)), list_entries(take_turns(POST, message))
    assert [entry for entry in before if entry not in after] == [lost]
    assert set(after) <= set(before)


REPLACED = [
    ("QGIS replace to Micromine", "QGIS", "Micromine"),
    ("SAP is wrong, we changed to Sage", "SAP", "Sage"),
    ("make the leave 26 days", "25 days leave", "26 days leave"),
    ("the leave is now 28 days, they upped it", "25 days leave", "28 days leave"),
]


@each("message, old, new", REPLACED)
def test_an_entry_gets_its_new_words(message: str, old: str, new: str) -> None:
    entries = list_entries(take_turns(POST, message))
    assert new in entries
    assert old not in entries


def test_what_replaces_one_of_two_things_in_an_entry() -> None:
    data = take_turns(
        "scheduler in Hull\nlevel: mid",
        "sap and excel, and somebody who doesn't panic",
        "we don't use SAP since June, its Dynamics",
    )
    assert {"excel", "Dynamics"} <= set(data["skills"])
    assert not any("sap" in skill.lower() for skill in data["skills"])


PAY = [
    ("the boss says 31 to 33", (31000, 33000)),
    ("HR has corrected me: the upper figure should read £31,000", (28000, 31000)),
    ("GM has agreed: up to 32,000 maximum", (28000, 32000)),
    ("let's say 29 to 31", (29000, 31000)),
    ("the pay is old, it is 33,000 a year", (33000, 33000)),
    ("just say 3 to 4", (28000, 30000)),
]


@each("message, ends", PAY)
def test_pay_that_somebody_else_decided(message: str, ends: tuple[int, int]) -> None:
    data = take_turns(POST, message)
    assert (data["salaryMin"], data["salaryMax"]) == ends


@each("message", ["it's the 27th now", "make it the 27th", "the closing date is now 27 Nov"])
def test_a_day_moves_the_only_date(message: str) -> None:
    assert take_turns(POST, message)["validThrough"] == "2026-11-27"


GUESSES = [
    ("so i guess mid?", "mid"),
    ("how is that called, senior?", "senior"),
    ("mid? maybe", "mid"),
]


@each("message, level", GUESSES)
def test_a_guess_answers_the_question_for_the_level(message: str, level: str) -> None:
    assert take_turns("cook in Hull", message)["experienceLevel"] == level


@each("message", ["what is a junior?", "do you mean mid?"])
def test_a_question_about_levels_sets_none(message: str) -> None:
    assert take_turns("cook in Hull", message)["experienceLevel"] == ""


OPENINGS = [
    ("need 2 of em actually", 2),
    ("3 pax", 3),
    ("Four to start.", 4),
    ("Only one position is remaining", 1),
]


@each("message, count", OPENINGS)
def test_how_many_are_wanted(message: str, count: int) -> None:
    assert take_turns("cook in Hull", message)["totalJobOpenings"] == count


@each("message", ["mon to fri 8 to 4 no weekends", "weekdays 7 to 3.30 no nights"])
def test_hours_before_a_denial_are_no_openings(message: str) -> None:
    assert take_turns("cook in Hull", message)["totalJobOpenings"] is None


TYPES = [
    ("nurse in Hull, it's PRN", "PER_DIEM"),
    ("per diem nurse in Hull", "PER_DIEM"),
    ("volunteer driver in Hull, unpaid", "VOLUNTEER"),
    ("barista in Hull, casual to start", "TEMPORARY"),
    ("barista in Hull, she's off on mat leave", "TEMPORARY"),
    ("barista in Hull\n100 % position", "FULL_TIME"),
]


@each("message, kind", TYPES)
def test_how_people_are_employed(message: str, kind: str) -> None:
    assert take_turns(message)["employmentType"] == kind


NICE = [
    "welsh helpful not essential",
    "first aid would be good but not required",
    "dutch useful not essential",
]


@each("message", NICE)
def test_what_is_good_but_no_must_is_nice_to_have(message: str) -> None:
    data = take_turns("cook in Hull\nlevel: mid", message)
    assert [entry.endswith(" (nice to have)") for entry in data["requirements"]] == [True]


@each("message", ["no more than 6 points on the licence", "not bothered by heat", "friendly"])
def test_a_limit_or_a_trait_is_brought(message: str) -> None:
    data = take_turns("driver in Hull\nlevel: mid", f"SQL, {message}")
    assert len([*data["skills"], *data["requirements"]]) == 2


REMARKS = [
    "everyone loves that one",
    "the billing company does it",
    "half of us speak Polish anyway",
]


@each("remark", REMARKS)
def test_a_sentence_that_tells_something_is_no_entry(remark: str) -> None:
    entries = list_entries(take_turns(POST, f"free lunch, {remark}"))
    assert "free lunch" in entries
    assert remark not in entries


def test_what_stands_below_a_heading_stays() -> None:
    ad = "Nurse in Hull\n\nWhat we offer\n- Job bike\n- 30 days of vacation\n- Zorbix pass"
    assert take_turns(ad)["benefits"] == ["Job bike", "30 days of vacation", "Zorbix pass"]


@each("message", ["daily 120 calls to parents, fix the demo", "full time 9 hr, week off any day"])
def test_what_is_counted_is_no_pay(message: str) -> None:
    assert take_turns("title: Caller\nlocation: Pune", message)["salaryMin"] is None


MONEY = [("$75-85/hr CAD", "CAD"), ("4 million rupiah per month", "IDR"), ("R17 500 p/m", "ZAR")]


@each("message, currency", MONEY)
def test_money_and_its_unit(message: str, currency: str) -> None:
    data = take_turns("cook in Hull", message)
    assert (data["currency"], bool(data["salaryUnit"])) == (currency, True)
