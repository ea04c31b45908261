"""Orders that take an entry out, with the reason beside it, change a part of it, or move it."""

from tests.cases import each
from tests.job_posts.test_free_talk import take_turn

POST = (
    "title: Clerk\nlocation: York\nlevel: mid\nskills: Excel, SQL, Italian\n"
    "requirements: own tools, forklift licence, degree in logistics\n"
    "duties:\n- wash the dishes\n- supervise 25 pickers and packers\n- take pupils to the clinic\n"
    "benefits: free pizza fridays, birthday leave, meal vouchers, 28 days off, company car"
)
LISTS = ("skills", "requirements", "responsibilities", "benefits")

ONE_LOST = [
    ("meal vouchers away, nobody used them", "meal vouchers"),
    ("vouchers out", "meal vouchers"),
    ("no more free pizza", "free pizza fridays"),
    ("remove the pizza they stopped it", "free pizza fridays"),
    ("we stopped the pizza", "free pizza fridays"),
    ("Remove birthday leave lah, HQ stop already.", "birthday leave"),
    ("Please cut birthday leave because head office ended it", "birthday leave"),
    ("Take off the dishes, we have other person for this.", "wash the dishes"),
    ("Own tools you can take off, we've got a tool store.", "own tools"),
    ("own tools - cross it out, we bought two sets", "own tools"),
    ("forklift licence, skip it", "forklift licence"),
    ("You could drop the forklift licence, it's only pallets", "forklift licence"),
    ("forklift licence was a mistake of mine, only a badge is needed.", "forklift licence"),
    ("drop the degree", "degree in logistics"),
    ("Does a degree put people off? Perhaps take it out.", "degree in logistics"),
    ("delete the degree my boss says it scares people", "degree in logistics"),
    ("The clinic part should go, the nurse does it now.", "take pupils to the clinic"),
    ("the clinic part, drop it", "take pupils to the clinic"),
    ("the company car thing, can you drop that", "company car"),
    ("Excel off the list please", "Excel"),
]


@each("message, lost", ONE_LOST)
def test_a_removal_with_a_reason_takes_out_one_entry(message: str, lost: str) -> None:
    before, _ = take_turn("", POST)
    changes, _ = take_turn(POST, message)
    (field,) = [name for name in LISTS if lost in before[name]]
    assert changes == {field: [entry for entry in before[field] if entry != lost]}


def test_several_entries_are_taken_out_at_once() -> None:
    changes, _ = take_turn(POST, "pizza and the vouchers can go, nobody wanted them")
    assert changes == {"benefits": ["birthday leave", "28 days off", "company car"]}


IN_ITS_PLACE = [
    ("take out Excel, we moved to Sheets", "skills", "Excel", "Sheets"),
    ("28 days off is gone, our lawyers made it 20 days", "benefits", "28 days off", "20 days"),
    ("drop the company car, we have scooters for them now", "benefits", "company car", "scooters"),
    ("meal vouchers away, we have canteen", "benefits", "meal vouchers", "canteen"),
    ("Excel → Access", "skills", "Excel", "Access"),
    ("Two changes: 30 days off instead of 28.", "benefits", "28 days off", "30 days off"),
    ("28 days → 30 days", "benefits", "28 days off", "30 days off"),
    (
        "Change 25 pickers to 40, we are expanding.",
        "responsibilities",
        "supervise 25 pickers and packers",
        "supervise 40 pickers and packers",
    ),
    (
        "I'd rather say 'wash the pots' than 'wash the dishes'.",
        "responsibilities",
        "wash the dishes",
        "wash the pots",
    ),
    (
        "we'd rather write 'wipe tables' instead of 'wash the dishes'",
        "responsibilities",
        "wash the dishes",
        "wipe tables",
    ),
]


@each("message, field, old, new", IN_ITS_PLACE)
def test_what_takes_its_place_is_kept(message: str, field: str, old: str, new: str) -> None:
    before, _ = take_turn("", POST)
    changes, _ = take_turn(POST, message)
    assert set(changes) == {field}
    assert set(changes[field]) == {*before[field], new} - {old}


MOVED = [
    "SQL is only nice to have, please move it there.",
    "SQL is a plus, not a must",
    "SQL can go to nice-to-have.",
    "Take SQL out of the must-haves and put it under nice to have.",
    "remove SQL from must, nice to have is fine",
    "SQL we can teach them, so move it to preferred.",
    "Do people know SQL? Make it optional.",
]


@each("message", MOVED)
def test_an_entry_moves_to_what_is_nice_to_have(message: str) -> None:
    changes, _ = take_turn(POST, message)
    assert changes["skills"] == ["Excel", "Italian"]
    assert changes["requirements"][-1] == "SQL (nice to have)"
    assert set(changes) == {"skills", "requirements"}


PARTS = [
    ("scrap the packers", "supervise 25 pickers"),
    ("we no longer have packers, only pickers", "supervise 25 pickers"),
]


@each("message, rest", PARTS)
def test_one_of_several_things_in_an_entry_is_cut(message: str, rest: str) -> None:
    changes, _ = take_turn(POST, message)
    assert changes == {"responsibilities": ["wash the dishes", rest, "take pupils to the clinic"]}


SKIPPED = ["all levels, so skip that one", "I don't want to write a level. Take it away"]


@each("message", SKIPPED)
def test_an_order_about_a_field_takes_out_no_entry(message: str) -> None:
    changes, _ = take_turn("title: Clerk\nduties: writing protocol, open the post", message)
    assert not changes.get("responsibilities")
