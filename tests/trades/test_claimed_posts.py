"""Whose questions the posts of a trade are asked: a common title is no neighbour's."""

from interview_cli.coach.offline.claim_estimates import find_claimed_posts
from interview_cli.trades.recognition import recognise_trade
from interview_cli.trades.short_titles import write_out_title
from interview_cli.trades.trades import load_trade
from tests.cases import each

AMBULANCE = "Answer 999 calls for the ambulance service, triage patients, give CPR instructions."
POLICE = "Answer 999 calls for the police, grade incidents, record crimes and send officers."
HOSPITAL = "Move patients through the hospital to wards and theatre, deliver specimens and notes."
KITCHEN = "Wash pots in the kitchen, keep the floor clean, put deliveries away and help the chefs."
TEACHING = "Teach modules to undergraduates, mark exams and coursework, guide personal tutees."
STREET = "Find people who sleep on the street at night, refer them to a hostel, keep case notes."
HOMES = "Support people after hospital, help them to manage debts and refer them to services."


@each(
    ("title", "ad", "trade_name", "post"),
    [
        ("EMT-Basic", "", "medicine", "emts"),
        ("Emergency Medical Technician (nights)", "", "medicine", "emts"),
        ("Paramedic", "", "medicine", "paramedics"),
        ("Clinical Officer (General Outpatient)", "", "medicine", "clinical_officers"),
        ("Emergency Call Handler (999)", AMBULANCE, "medicine", "emergency_dispatchers"),
        ("Emergency Call Handler", POLICE, "policing", "control_room"),
        ("PORTER (ROTATIONAL SHIFTS)", HOSPITAL, "facilities", "hospital_porters"),
        ("Porter", KITCHEN, "cooking", "porters"),
        ("Outreach Worker", STREET, "social_work", "street_outreach_workers"),
        ("Outreach Worker", HOMES, "social_work", "support_workers"),
        ("Youth Worker, After Hours Outreach", "", "social_work", "youth_workers"),
        ("Case Manager, Rapid Re-Housing", "", "social_work", "homeless_case_managers"),
        ("Housing Officer", "", "social_work", "housing_officers"),
        ("Hostel Support Worker", "", "social_work", "housing_workers"),
        (
            "Healthcare Support Worker, Acute Mental Health Ward (Band 3)",
            "",
            "care",
            "mental_health_support",
        ),
        ("Healthcare Support Worker", "", "care", "ward_staff"),
        ("Theatre Support Worker", "", "care", "theatre_support_workers"),
        ("Maternity Support Worker (Band 2)", "", "care", "maternity_support_workers"),
        ("School Counselor", "", "teaching", "school_counselors"),
        ("Concierge Security Officer", "", "security", "access"),
        ("Lecturer in Nursing", TEACHING, "teaching", "university_lecturers"),
        ("Camp Counselor", "", "fitness", "outdoor_instructors"),
        ("Clinic Receptionist", HOSPITAL, "administration", "medical"),
    ],
)
def test_a_title_claims_the_posts_of_its_own_work(
    title: str, ad: str, trade_name: str, post: str
) -> None:
    full = write_out_title(title, ad)
    assert recognise_trade(title, ad) == trade_name
    trade = load_trade(trade_name)
    assert trade
    assert post in find_claimed_posts(trade, full, ad)


@each(
    ("title", "ad", "trade_name", "post"),
    [
        ("Emergency Medical Technician", "", "medicine", "paramedics"),
        ("Outreach Worker", HOMES, "social_work", "street_outreach_workers"),
        ("Housing Officer", "", "social_work", "housing_workers"),
        ("Acute Mental Health Healthcare Assistant", "", "care", "ward_staff"),
    ],
)
def test_a_title_claims_no_neighbours_posts(
    title: str, ad: str, trade_name: str, post: str
) -> None:
    trade = load_trade(trade_name)
    assert trade
    assert post not in find_claimed_posts(trade, write_out_title(title, ad), ad)
