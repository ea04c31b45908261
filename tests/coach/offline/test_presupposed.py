"""Questions that presuppose what the ad does not name."""

import pytest

from interview_cli.coach.offline.presupposed import (
    find_assuming,
    find_assuming_much,
    find_presuming,
    find_with_team,
)

PLAIN = [f"How do you do part {number}?" for number in range(3)]


@pytest.mark.parametrize(
    ("question", "job", "is_presuming"),
    [
        ("The client wants it today. What do you do?", "Designer\nOur own catalogue", True),
        ("The client wants it today. What do you do?", "Designer\nFor clients of all sizes", False),
        ("Who can't speak after a stroke?", "Therapist\nChildren in four schools", True),
        ("Who can't speak after a stroke?", "Therapist\nA neurological ward", False),
        ("A parent calls. What do you say?", "Teacher\nA secondary school", False),
        ("How do you start?", "Designer\nOur own catalogue", False),
    ],
)
def test_a_thing_that_the_ad_does_not_name(question: str, job: str, *, is_presuming: bool) -> None:
    assert find_presuming([question, *PLAIN], job) == ({question} if is_presuming else set())


def test_what_many_questions_mention_belongs_to_the_post() -> None:
    on_clients = ["A client calls. What do you say?", "A client is late. What do you do?"]
    assert find_presuming([*on_clients, *PLAIN], "Designer") == set()


@pytest.mark.parametrize(
    ("question", "job", "is_assuming"),
    [
        ("What do you write down for the shift after yours?", "Jeweller\nMount stones", True),
        ("What do you write down for the shift after yours?", "Packer\nTwo shifts a day", False),
        ("Who on your team works too slowly?", "Account executive\nReports to a manager", True),
        ("Who on your team works too slowly?", "Sales manager\nSell cars", False),
        ("Who on your team works too slowly?", "Account executive\nLead four sellers", False),
        ("Tell me about a hard winter at work.", "Seed analyst\nTest seeds in the lab", True),
        ("Tell me about a hard winter at work.", "Ranger\nOutdoor work", False),
        ("How do you get somebody who's new to be careful?", "Welder\nWeld frames", True),
        ("How do you get somebody who's new to be careful?", "Welder\nTwo apprentices", False),
        ("How do you get somebody who's new to be careful?", "Senior welder\nWeld", False),
        ("What do you want on a drawing?", "Plumber\nRepairs in homes", True),
        ("What do you want on a drawing?", "Fitter\nWork from drawings", False),
        ("How do you start?", "Jeweller\nMount stones", False),
    ],
)
def test_what_a_question_assumes_of_a_job(question: str, job: str, *, is_assuming: bool) -> None:
    assert find_assuming([question, *PLAIN], job) == ({question} if is_assuming else set())


@pytest.mark.parametrize(
    ("job", "is_left_out"),
    [
        ("Marketing manager\nYou'll have one report, a content coordinator", True),
        ("Marketing manager\nYou lead a team of six", False),
    ],
)
def test_one_person_is_no_team(job: str, *, is_left_out: bool) -> None:
    question = "Which numbers should your team show you every week?"
    assert find_with_team([question, *PLAIN], job) == ({question} if is_left_out else set())


TRAINEE = "A trainee's with you for a week. What do you teach them first?"
DOUBLE = "Two clients have been booked for the same time. What do you do?"
NEXT_NURSE = "How do you hand over a patient so that the next nurse knows what to watch?"


@pytest.mark.parametrize(
    ("question", "job", "cv", "is_assuming"),
    [
        (TRAINEE, "Dental nurse\nHelp the dentist", "", True),
        (TRAINEE, "Dental nurse\nHelp the dentist, and our trainee", "", False),
        (TRAINEE, "Dental nurse\nHelp the dentist", "Trained two apprentices", False),
        (TRAINEE, "Trainee dental nurse\nWe train you", "", True),
        (TRAINEE, "Practice manager\nRun the practice", "", False),
        (DOUBLE, "Hair stylist\nA walk-in salon, no book", "", True),
        (DOUBLE, "Hair stylist\nTake appointments", "", False),
        (NEXT_NURSE, "Staff nurse\nAn acute ward", "", False),
        (NEXT_NURSE, "Staff nurse – OPD\nA hospital with wards", "", True),
        ("A new gang starts on Monday.", "Site manager\nA primary school", "", True),
        ("A new gang starts on Monday.", "Site manager\nHousing construction", "", False),
    ],
)
def test_what_even_a_question_of_the_post_assumes(
    question: str, job: str, cv: str, *, is_assuming: bool
) -> None:
    assert find_assuming_much([question, *PLAIN], job, cv) == ({question} if is_assuming else set())
