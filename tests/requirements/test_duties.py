"""Duties of an ad as phrases for a question."""

from interview_cli.requirements.duties import find_duty_phrases
from interview_cli.requirements.same_work import is_same_work
from tests.cases import each

OTHERS = "- Clean the pens\n- Feed the calves\n- Mend the fences\n- Repair the gates\n"
"""With them nearly all entries of a list begin with a verb."""


def read(*lines: str) -> list[str]:
    ad = "\n".join(["Your tasks", *(f"- {line}" for line in lines)])
    return list(find_duty_phrases(ad))


@each(
    ("line", "phrase"),
    [
        ("Replace worn holds", "replacing worn holds"),
        ("Replaces worn holds", "replacing worn holds"),
        ("Enroll guests in the scheme", "enrolling guests in the scheme"),
        ("Replacing worn holds", "replacing worn holds"),
        ("To replace worn holds as required", "replacing worn holds"),
        ("1.4 Replace worn holds (weekly), ensuring safety", "replacing worn holds"),
        ("Escort and look after juries", "escorting and looking after juries"),
        ("Strip, wash and sort holds", "stripping holds"),
        ("Cut and fold the cloth", "cutting and folding the cloth"),
        ("Prepare courtrooms: papers, water and screens", "preparing courtrooms"),
        ("Fix plasterboards, beads and scrim", "fixing plasterboards"),
        ("Maintenance of pumps and valves", "maintaining pumps and valves"),
        ("Maintenance of the Site Access Register", "maintaining the Site Access Register"),
        ("Loading and unloading of trailers", "loading and unloading trailers"),
        (
            "Submit the returns to the office by email",
            "submitting the returns to the office by email",
        ),
        ("Check the returns thoroughly", "checking the returns"),
        ("REPAIR THE LEATHER STRAPS", "repairing the leather straps"),
        ("Price jobs with a rate card, maps and photos", "pricing jobs"),
        ("Assist in preparing the quotes", "preparing the quotes"),
        ("Prepare weekly and monthly reports", "preparing weekly and monthly reports"),
        ("Guard the gate until the last lorry has gone", "guarding the gate"),
        ("Perform inspections of the dams", "carrying out inspections of the dams"),
        ("Check and mend the gates and fences", "checking the gates and fences"),
        ("Handle cash, cards and vouchers", "handling cash"),
        ("Make entries in technical log", "making entries"),
        ("Weld the frames to a high standard", "welding the frames"),
        ("Verification of the invoices", "verifying invoices"),
    ],
)
def test_a_duty_becomes_a_phrase(line: str, phrase: str) -> None:
    assert read(line) == [phrase]


@each(
    "line",
    [
        "Excellent knowledge of horses",
        "Night shifts in winter",
        "Other duties as assigned",
        "Ensuring compliance with our standards",
        "Attend meetings",
        "Keeps work area clean",
        "Scaffolding towers",
        "Triage of new referrals",
        "Take part in the rota",
        "Take a share of the checks",
        "Going to the toilet",
        "Safeguarding referrals and meetings",
        "Falling shutdowns",
        "Cooling room rotation",
        "Building repairs and mending",
        "Treat patients with respect",
        "Rotating days and nights",
        "Plan own caseload and visits",
        "Advise on all options",
        "Write a plan for each",
        "Driving licence class B",
        "Deal with anxious, distressed or hostile people",
        "Bring them back",
        "Move 1200 boxes",
        "Delivering at Pace",
        "Standing for long periods",
        "Give planners, engineers and rangers the maps",
    ],
)
def test_what_makes_no_clear_phrase_is_left_out(line: str) -> None:
    assert read(line) == []


def test_a_noun_is_taken_for_a_verb_only_where_the_list_gives_orders() -> None:
    assert read("Order forms", "Night work", "Knowledge of plants") == []
    assert read("Order forms", "Clean pens", "Feed calves", "Repair gates") == [
        "ordering forms",
        "cleaning pens",
        "feeding calves",
        "repairing gates",
    ]


def test_each_duty_of_an_entry_or_a_sentence() -> None:
    assert read("Calibrate scales and prepare certificates") == [
        "calibrating scales",
        "preparing certificates",
    ]
    ad = "A small farm. You'll feed the calves, mend fences and be paid weekly. You are kind."
    assert find_duty_phrases(ad) == ("feeding the calves", "mending fences")


def test_a_line_above_a_list_says_that_it_holds_duties() -> None:
    ad = """Hill farm

Lambing hand

About us
We keep 900 ewes. As one of three hands you will:
- check the ewes
- mend the hurdles

Pay is by the hour."""
    assert find_duty_phrases(ad) == ("checking the ewes", "mending the hurdles")


def test_a_heading_that_says_you_holds_duties() -> None:
    ad = "Chair menders\n\nYou'll\n- mend the chairs\n\nYou bring\n- a full licence"
    assert find_duty_phrases(ad) == ("mending the chairs",)


def test_a_sentence_about_a_part_of_the_day_names_duties() -> None:
    ad = "The post holder will spend mornings cleaning the cages."
    assert find_duty_phrases(ad) == ("cleaning the cages",)


def test_the_same_work_comes_once() -> None:
    assert read("Repair the pumps", "Repairing pumps in the field") == ["repairing the pumps"]
    assert is_same_work("experience of repairing pumps", "repairing pumps")
    assert not is_same_work("repairing pumps", "training drivers")


def test_an_offer_is_no_duty() -> None:
    assert find_duty_phrases("We offer\n- Training new skills\n- Building your career\n") == ()
