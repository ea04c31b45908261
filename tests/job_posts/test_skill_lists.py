"""Lists of skills with a remark in them, without a colon, or in answer to another question."""

from tests.cases import each
from tests.job_posts.test_free_talk import take_turn

FITTER = "title: Fitter\nlocation: York"
MID = f"{FITTER}\nlevel: mid"

LISTS = [
    ("skills hydraulics, electrics, welding. id say mid", ["hydraulics", "electrics", "welding"]),
    ("skills brakes, gearboxes, tuning, i guess senior", ["brakes", "gearboxes", "tuning"]),
    ("for skills: sourdough, lamination. level wise id say senior", ["sourdough", "lamination"]),
    ("clean record, skills wise driving and math", ["clean record", "driving", "math"]),
    ("tech wise python and airflow", ["Python", "Airflow"]),
    ("skills are framing, roofing. mids okay", ["framing", "roofing"]),
    ("skills phonics, spelling, welsh would be a bonus. junior's fine", ["phonics", "spelling"]),
    ("stainless and aluminum, gotta read blueprints", ["stainless", "aluminum", "read blueprints"]),
    ("skill wise id want suturing, French is a bonus though", ["suturing"]),
    ("latte art, has to know tills, italian would be cool but no biggie", ["latte art", "tills"]),
]  # fmt: skip


@each("message, skills", LISTS)
@each("setup", [FITTER, MID])
def test_a_list_of_skills_with_a_remark(setup: str, message: str, skills: list[str]) -> None:
    changes, reply = take_turn(setup, message)
    found = changes["skills"]
    assert isinstance(found, list)
    assert sorted(found) == sorted(skills)
    assert not changes.get("benefits")
    assert "did not use" not in reply


@each(
    "message, level",
    [
        ("skills wiring, conduit. junior's fine", "junior"),
        ("skills wiring, conduit. juniors fine btw", "junior"),
        ("skills wiring, conduit. mids okay", "mid"),
        ("skills wiring, conduit. level wise id say senior", "senior"),
        ("skills wiring, conduit. a lead would be good for us", "lead"),
        ("skills wiring, conduit. seniors welcome", "senior"),
        ("skills wiring, conduit. beginners are ok", "junior"),
        ("skills wiring, conduit. level-wise i would go for a mid", "mid"),
    ],
)
def test_a_level_behind_skills(message: str, level: str) -> None:
    changes, _reply = take_turn(f"{FITTER}\nduties: wire houses", message)
    assert changes["experienceLevel"] == level
    assert changes["skills"] == ["wiring", "conduit"]


@each(
    "entry",
    [
        "insurance claims",
        "leave requests",
        "travel bookings",
        "pension administration",
        "medical records",
        "holiday enquiries",
        "uniform repairs",
        "housing law",
    ],
)
def test_what_is_handled_is_no_benefit(entry: str) -> None:
    changes, _reply = take_turn(MID, f"filing, {entry}")
    assert changes == {"skills": ["filing", entry]}


@each(
    "message",
    ["we do health insurance and a 401k", "we have a gym and free lunch", "we also got a pension"],
)
@each("asked", [MID, f"{MID}\nskills: wiring"])
def test_what_an_employer_has_is_an_offer(message: str, asked: str) -> None:
    changes, _reply = take_turn(asked, message)
    assert set(changes) == {"benefits"}


@each("message", ["need quick hands and patience", "and needs good eyes", "need own tools"])
def test_a_bare_need_is_what_a_person_brings(message: str) -> None:
    changes, _reply = take_turn(MID, message)
    assert set(changes) <= {"skills", "requirements"}
    assert changes


def test_entries_that_differ_by_a_number_are_all_kept() -> None:
    duties = ["care for ward 1", "care for ward 2", "care for ward 3"]
    changed = take_turn("title: Nurse", f"duties: {', '.join(duties)}")[0]
    assert changed["responsibilities"] == duties
