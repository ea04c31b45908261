"""What an employer says is not used or not wanted never enters a list of the post."""

from tests.cases import each
from tests.job_posts.test_free_talk import take_turn

COOK = "title: Cook\nlocation: Leeds\nlevel: mid"


@each(
    ("message", "skills"),
    [
        ("Stack: Go, Kafka. We don't use Java and don't need it", ["Go", "Kafka"]),
        ("Tools: SAP, Excel. We do not use Oracle", ["SAP", "Excel"]),
        ("Skills: welding, rigging. Forklift we don't need", ["welding", "rigging"]),
        ("Stack: React, Node. No PHP here", ["React", "Node"]),
        ("Skills: pipetting, HPLC. We've no use for R", ["pipetting", "HPLC"]),
        ("skills: knife work, stock. we dont do sushi", ["knife work", "stock"]),
        ("Skills: Excel. Our firm never uses Access", ["Excel"]),
        ("Requirements: Python, SQL. Not Java", ["Python", "SQL"]),
    ],
)
def test_what_is_not_used_is_no_skill(message: str, skills: list[str]) -> None:
    changes, _reply = take_turn(COOK, message)
    assert changes.get("skills") == skills
    assert "not" not in " ".join(map(str, changes.get("requirements", []))).lower()


@each("demand", ["not afraid of heights", "no criminal record", "do not mind dogs"])
def test_a_demand_with_a_negation_stays(demand: str) -> None:
    changes, _reply = take_turn(COOK, f"requirements:\n- {demand}\n- a licence")
    assert changes.get("requirements") == [demand, "a licence"]


BENEFITS = f"{COOK}\nbenefits: free parking, pension"


@each(
    ("message", "left"),
    [
        ("parking is gone", ["pension"]),
        ("client says free parking's gone", ["pension"]),
        ("the free parking has been scrapped", ["pension"]),
        ("pension is off the table now", ["free parking"]),
        ("free parking is no longer on offer", ["pension"]),
        ("they took away the free parking", ["pension"]),
    ],
)
def test_what_was_withdrawn_leaves_the_post(message: str, left: list[str]) -> None:
    changes, _reply = take_turn(BENEFITS, message)
    assert changes.get("benefits") == left


@each("duty", ["clean up when the guests are gone", "take away the plates", "cancel bookings"])
def test_a_duty_with_such_words_stays(duty: str) -> None:
    changes, _reply = take_turn(COOK, f"duties:\n- {duty}\n- cook lunch")
    assert changes.get("responsibilities") == [duty, "cook lunch"]
