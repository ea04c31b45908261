"""The papers that a job ad makes a must in forms of its own."""

import pytest

from interview_cli.requirements.ad_papers import find_needed_papers
from interview_cli.requirements.cv_evidence import judge_evidence
from interview_cli.requirements.extract import find_requirements
from tests.cases import each

WORK = "\nYou will join a crew of nine and look after our customers.\n"


@each(
    ("ad", "paper"),
    [
        ("QTS essential.", "QTS"),
        ("GAS SAFE REGISTRATION REQUIRED", "Gas Safe registration"),
        ("Gas Safe registration (essential)", "Gas Safe registration"),
        ("Door steward (SIA licence required) wanted for a club.", "an SIA licence"),
        ("Fitter (must hold CSCS card)", "a CSCS card"),
        ("Ticket: CPCS A59 360 excavator", "a CPCS A59 360 excavator certificate"),
        ("Boiler engineer (Gas Safe)", "Gas Safe registration"),
        ("No CSCS card, no start.", "a CSCS card"),
        ("Applicants without NMC registration will not be considered.", "NMC registration"),
        ("Without an SIA licence you cannot work the door.", "an SIA licence"),
        ("Only nurses on the NMC register may apply.", "NMC registration"),
        ("We can only consider people with a current NPLQ.", "a current NPLQ certificate"),
        ("CPCS card holders only.", "a CPCS card"),
        ("GPhC-registered pharmacists only.", "GPhC registration"),
        ("Do not apply unless you are Gas Safe registered.", "Gas Safe registration"),
        ("Cert III in Individual Support – mandatory.", "a Cert III in Individual Support"),
        ("D1 on your licence is essential.", "a D1 licence"),
        ("You will be a registered nurse on the NMC register.", "NMC registration"),
        ("# NMC registration\n# Kindness\n# Clear English", "NMC registration"),
        ("Applicants need an SIA licence.", "an SIA licence"),
        ("To apply you need a 2:1 in economics.", "a degree"),
        ("You need a full Class 5, and a truck licence would be handy.", "a full Class 5 licence"),
        ("Must haves: your own licence (P plates OK), white card", "a driving licence"),
        ("You must hold Class 1 (C+E) with a valid Driver CPC.", "a valid driver CPC certificate"),
    ],
)
def test_a_paper_is_read_in_each_form_of_a_must(ad: str, paper: str) -> None:
    musts = [need.phrase for need in find_requirements(ad + WORK) if need.is_hard]
    assert paper in musts


@each(
    "ad",
    [
        "CSCS card not required.",
        "No licence needed; full training and SIA licence provided.",
        "Ideally you hold a CSCS card.",
        "Essential: patience; driving licence useful as buses are poor.",
        "A D licence would be very handy.",
        "IPAF a bonus, we'll put the right person through.",
        "We work to HCPC standards and the NMC code.",
        "You must hold a valid passport and a TV licence.",
        "You must have a birth certificate and proof of address.",
    ],
)
def test_what_is_a_plus_or_no_paper_of_a_trade_is_no_must(ad: str) -> None:
    assert not [need for need in find_requirements(ad + WORK) if need.is_hard and need.is_paper]


def test_a_paper_is_asked_for_once() -> None:
    ad = "COREN registration is compulsory. Applicants without COREN should not apply."
    assert len([need for need in find_requirements(ad + WORK) if need.is_paper]) == 1


@pytest.mark.parametrize("line", ["Tickets: £20 at the door (staff go free).", "Hours: 40"])
def test_other_labels_name_no_paper_of_a_title(line: str) -> None:
    assert not [need for need in find_requirements(line + WORK) if need.is_paper]


def test_only_the_first_lines_name_a_paper_in_brackets_alone() -> None:
    title = "Heating engineer (Gas Safe)"
    assert list(find_needed_papers([title])) == ["Gas Safe"]
    assert not list(find_needed_papers(["a", "b", "c", title]))


def test_a_long_name_of_a_body_is_not_cut() -> None:
    asked = "Current registration with the Nursing and Midwifery Board of Ireland, General Division"
    (registration,) = find_requirements(f"# Nurse\n\n## Essential criteria\n- {asked}\n")
    assert (registration.text, registration.topic) == (asked, "Current registration with the NMBI")
    assert registration.phrase == "current registration with the NMBI"
    held = "Registration\nNursing and Midwifery Board of Ireland, 2019"
    other = "Registration\nKerala Nurses and Midwives Council, 2017\nNMBI: decision pending"
    assert [judge_evidence(registration, cv) for cv in (held, other)] == ["shown", "hinted"]
