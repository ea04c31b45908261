"""Lists behind a label on one line, with numbers inside them, or with other sentences behind."""

from tests.cases import each
from tests.job_posts.test_free_talk import take_turn

COOK = "title: Cook\nlocation: Leeds\nlevel: senior"

NUMBERED = [
    ("Duties: (a) file returns (b) screen merchants (c) train staff", "responsibilities"),
    ("Duties: 1) file returns 2) screen merchants 3) train staff", "responsibilities"),
    ("Duties: 1. file returns 2. screen merchants 3. train staff", "responsibilities"),
]


@each("message, field", NUMBERED)
def test_numbers_inside_a_line_begin_entries(message: str, field: str) -> None:
    changes, _ = take_turn(COOK, message)
    assert changes == {field: ["file returns", "screen merchants", "train staff"]}


def test_a_number_that_counts_nothing_begins_no_entry() -> None:
    changes, _ = take_turn(COOK, "Duties: check vitamin b) levels, label form 7) sheets")
    assert changes["responsibilities"] == ["check vitamin b) levels", "label form 7) sheets"]


def test_a_list_ends_with_its_sentence() -> None:
    message = "Requirements: BSc, 3 years in retail, own car. Salary 30k a year. It is full time."
    changes, _ = take_turn(COOK, message)
    assert changes["requirements"] == ["BSc", "3 years in retail", "own car"]
    assert (changes["salaryMin"], changes["employmentType"]) == (30000, "FULL_TIME")


def test_sentences_may_be_the_entries() -> None:
    changes, _ = take_turn(COOK, "Duties: open the shop. Serve guests. Clean up.")
    assert changes == {"responsibilities": ["open the shop", "Serve guests", "Clean up"]}


LABELS = [
    ("Languages: Marathi and Hindi", "requirements", ["Marathi", "Hindi"]),
    ("Qualification: DMLT or diploma", "requirements", ["DMLT or diploma"]),
    ("Certificates: ISTQB", "requirements", ["ISTQB"]),
    (
        "Transport: company bus from Hull and York",
        "benefits",
        ["Transport: company bus from Hull and York"],
    ),
    ("Shift allowance: $500", "benefits", ["Shift allowance: $500"]),
]


@each("message, field, entries", LABELS)
@each("behind", ["", "\nHours: 9 to 5"])
def test_a_label_of_one_demand_or_benefit(
    message: str, field: str, entries: list[str], behind: str
) -> None:
    changes, _ = take_turn(COOK, message + behind)
    assert changes[field] == entries
    assert set(changes) <= {field, "workHours"}


CALLS = ["URGENTLY REQUIRED", "WE ARE HIRING!", "STAFF WANTED"]


@each("call", CALLS)
def test_a_call_for_people_heads_no_list(call: str) -> None:
    message = f"{call}\n\nLine Cook - Hull\n\nTasks:\n- fry fish\n- mop\n\nProfile:\n- 2 years"
    changes, _ = take_turn("hello", message)
    assert (changes["title"], changes["location"]) == ("Line Cook", "Hull")
    assert changes["requirements"] == ["2 years"]
