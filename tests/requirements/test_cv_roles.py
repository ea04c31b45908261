"""The jobs in a CV, by their titles."""

import pytest

from interview_cli.requirements.cv_roles import find_roles
from interview_cli.requirements.cv_titles import find_title
from tests.cases import each


@each(
    ("line", "title"),
    [
        ("Feltro Logistics — Software Engineer II      Mar 2021 – Present", "software engineer"),
        ("Practice Nurse, Oakmarsh Medical Centre", "practice nurse"),
        ("Jan 2020 to date - Barista then Shift Supervisor, Cobble & Bean", "shift supervisor"),
        ("06.2020 - present – Class 2 Driver - Midshire Builders Merchant", "class 2 driver"),
        ("Designation  : Warehouse clerk", "warehouse clerk"),
        ("WATER RESOURCES ENGINEER II", "water resources engineer"),
        ("Senior HGV Driver", "senior HGV driver"),
        ("part time welding instructor & own shop", "welding instructor"),
        ("Racecourse - event steward (casual) 2022 to now", "event steward"),
        ("Android Developer — Trolejbus Apps (03/2021 – present)", "Android developer"),
        ("Since 09/2018   Senior lecturer Supply Chain Management, Hogeschool", "senior lecturer"),
        ("Trainee → Software Engineer", "software engineer"),
        ("Diesel / Light Truck Technician, flat rate", "light truck technician"),
        ("Designation : Deputy Manager - HR & IR", "deputy manager in HR and IR"),
        ("Designation : Asst. Manager – Logistics", "assistant manager in logistics"),
        ("Asst. Manager – Logistics", "assistant manager in logistics"),
        ("General Manager – Procurement, Acme Ltd (2019 - 2021)", "general manager in procurement"),
        ("Deputy Manager – Brook & Sons", "deputy manager"),
        ("Retired bus driver, Leeds", "bus driver"),
        ("Ex-paramedic", "paramedic"),
        ("Company Secretarial Assistant, Brook & Sons", "company secretarial assistant"),
        ("Post office clerk, Feltro", "post office clerk"),
        ("Flight crew, Feltro Air", "flight crew"),
        ("PLC programmer, Feltro", "PLC programmer"),
        ("School caretaker, Oak Hill", "school caretaker"),
        ("Screedman, Feltro Asphalt", "screedman"),
        ("Warehouse op / reach truck", "warehouse operative"),
        ("Network planner from 2019, before that customer desk", "network planner"),
        ("Boat & caravan trimmer, Feltro", "boat and caravan trimmer"),
        ("Feltro Ltd, Pune - Executive Accounts (Aug 2022 to till date)", "executive in accounts"),
        ("Officer – Dispatch, Feltro (2021 - now)", "dispatch officer"),
        ("Senior Sous Chef | The Anchor", "senior sous chef"),
        ("Deputy Early Years Lead, Acorns", "deputy early years lead"),
        ("TA, Oakwood Primary", "TA"),
        ("SEN TA, Oakwood Primary", "SEN TA"),
        ("SENIOR QS, EUROVIA", "senior QS"),
        ("SENCo, Park Primary", "SENCo"),
        ("HCA, Ward 9, Leeds General", "HCA"),
        ("Snr Mech Eng, Weir Pumps", "senior mechanical engineer"),
        ("Sales Rep, Feltro", "sales representative"),
        ("PA, Moss Law", "PA"),
        ("Giant Foods, Philadelphia, PA", None),
        ("Fresno, CA", None),
        ("Volunteer, Leeds FC", None),
        ("GM, Detroit", None),
        ("MA, Leeds University", None),
        ("9 AM - 5 PM", None),
        ("Georgia Tech", None),
        ("Six of us kept 40 Windows Server", None),
        ("Manager, Feltro", None),
        ("Car park attendant", "car park attendant"),
        ("Attendant, Feltro", None),
        ("Baker Street Dental", None),
        ("and supervised one assistant", None),
        ("Oak Hill School teacher", None),
        ("Jadhav & Soman, Chartered Accountants", None),
        ("Three years as flight attendant", None),
        ("Trained two waiters", None),
    ],
)
def test_a_line_names_a_job_or_none(line: str, title: str | None) -> None:
    assert find_title(line) == title


def test_the_most_recent_job_comes_first() -> None:
    cv = """Ana Reyes

Experience
Staff Nurse, St Ann's Hospital
2015 - 2019
- Ran the night shift on a ward of 28 beds

Practice Nurse, Oakmarsh Medical Centre
April 2019 - present
- Ran the asthma clinic
"""
    roles = find_roles(cv)
    assert [(role.title, role.is_current, role.is_latest) for role in roles] == [
        ("practice nurse", True, True),
        ("staff nurse", False, False),
    ]


@pytest.mark.parametrize(
    ("cv", "title"),
    [
        (
            "Work\n\nLettings clerk – Feltro Homes, Hull\nMay 2020 → present\nViewings and keys",
            "lettings clerk",
        ),
        (
            "Work\n\n1) Feltro Pumps, Doha (May 2020 - till date)\n   Pump fitter\n- Overhauls",
            "pump fitter",
        ),
        (
            "Courses\nFirst aid, 2019\nPresent post: Ward clerk, Hull. May 2020 →\nClinic 2010–12",
            "ward clerk",
        ),
        (
            "Jobs\nSelf employed   2016 - now\nDomestic plumber. Baths, leaks, tanks, taps, sinks, "
            "boilers, pumps, drains, stopcocks and anything else that drips",
            "domestic plumber",
        ),
        ("Jobs\nTailor, Feltro, 2019 - now\nOther\nFull licence since 2010", "tailor"),
        (
            "Career\nFeltro plc   2017 – present\nArea manager, South (2020 –)\nChef, 2012 - 2017",
            "area manager",
        ),
    ],
)
def test_the_present_job_is_found_in_many_layouts(cv: str, title: str) -> None:
    present = find_roles(cv)[0]
    assert (present.title, present.is_current, present.is_latest) == (title, True, True)


def test_a_present_job_without_a_title_is_later_than_the_others() -> None:
    roles = find_roles(
        "Present post: IS Section (acting since May 2022)\n\n2016 – 2022  Clerk, Feltro"
    )
    assert [(role.title, role.is_latest) for role in roles] == [("clerk", False)]


def test_studies_are_no_job() -> None:
    assert (
        find_roles("Ana Reyes\n\nEducation\n2015 - 2019 Trainee teacher, University of Leeds\n")
        == ()
    )


@pytest.mark.parametrize(
    ("line", "title"),
    [
        (
            "Since September 2023 I work part time at The Weir as office and floor supervisor.",
            "office and floor supervisor",
        ),
        (
            "Moor End School, Sept 2022 to date. I started as a midday supervisor (1 hour a day).",
            "midday supervisor",
        ),
        (
            "From 2014 to 2019 I was restaurant supervisor, then I stayed at home.",
            "restaurant supervisor",
        ),
        ("I am a teacher from Poland, living in Kent since 2016 with my two cats.", None),
        ("Since 2019 I would like to work as a nurse in a hospital near the sea.", None),
        ("Since 2020 I have been looking after my mother and the two dogs at home.", None),
    ],
)
def test_a_sentence_tells_of_a_job_or_none(line: str, title: str | None) -> None:
    roles = find_roles(f"Jo Field\n\nWork\n{line}\n")
    assert [role.title for role in roles] == ([title] if title else [])


FORM = """Sachin Kulkarne

WORK EXPERIENCE
1) Organisation : Deccan Mitra Finance (gold loan)
   Designation  : Senior Customer Executive
   Period       : Aug 2022 to till date
2) Break : Oct 2020 to Aug 2022
3) Organisation : Navjeevan Super Shoppe
   Designation  : Cashier
   Period       : June 2018 to Sept 2020
"""


def test_the_lines_of_a_form_are_read() -> None:
    roles = [(role.title, role.is_latest) for role in find_roles(FORM)]
    assert roles == [("senior customer executive", True), ("cashier", False)]


YEARS_ON_THE_LEFT = "\n".join(
    f"{years:<24}{text}"
    for years, text in (
        ("", "Ana Reyes"),
        ("", "ana@example.org"),
        ("03/2024 – 09/2025", "Receptionist"),
        ("", "Camping Rose Garden, Bük"),
        ("", "- Cash desk and registration of guests"),
        ("2019 – 2023", "Pharmacy assistant"),
        ("", "Silver Mortar Pharmacy"),
        ("", "- Orders and deliveries"),
        ("", "German C1, English B1"),
    )
)


def test_years_on_the_left_belong_to_the_jobs_beside_them() -> None:
    assert [role.title for role in find_roles(YEARS_ON_THE_LEFT)] == [
        "receptionist",
        "pharmacy assistant",
    ]


@pytest.mark.parametrize(("ended", "years_earlier"), [("2023", 2), ("2015", 10)])
def test_how_long_before_the_latest_job_another_ended(ended: str, years_earlier: int) -> None:
    cv = f"Work\nOutbound Lead, Granby   2010 – {ended}\nTemp agency   2024 – 2025\n"
    assert [(role.is_latest, role.years_earlier) for role in find_roles(cv)] == [
        (False, years_earlier)
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Choir leader, since 1998 (voluntary)",
        "Volunteer steward, since 2012",
        "Club coach, unpaid, 2019 - now",
    ],
)
def test_unpaid_work_is_no_job(line: str) -> None:
    cv = f"EMPLOYMENT\nDuty manager, Plaza Cinema, 2012 - 2024\n{line}\n"
    assert [role.title for role in find_roles(cv)] == ["duty manager"]


def test_a_section_of_unpaid_work_holds_no_job() -> None:
    cv = "EMPLOYMENT\nDuty manager, Plaza Cinema, 2012 - 2024\n\nVOLUNTARY\nHost, since 1998\n"
    assert [role.title for role in find_roles(cv)] == ["duty manager"]


def test_a_duty_with_a_title_is_no_job_of_the_next_entry() -> None:
    cv = (
        "EMPLOYMENT\nBakery, Elm Lane   2005–2021\n Master baker; ran the ovens\n"
        "Purchasing clerk: flour, yeast, the yearly count\nCorner shop, part time   2022–present\n"
    )
    assert "purchasing clerk" not in [role.title for role in find_roles(cv)]


def test_a_label_before_a_title_is_none_of_its_duties() -> None:
    cv = "EMPLOYMENT\nPosition: Staff nurse, ward 4\nSt Anne's Hospital   2019–2023\n"
    assert [role.title for role in find_roles(cv)] == ["staff nurse"]


@each(
    ("work", "title"),
    [
        ("Nursing experience\nStaff nurse, Holm Ward, 2018 - present", "staff nurse"),
        ("WORK EXPERINCE\nForklift driver, Acorn Depot, 2020 to present", "forklift driver"),
        ("Police career\nPolice constable, Kent, 2010 to 2024", "police constable"),
        ("SALONS\nStylist, Salon 9, Aug'21 – Feb'25", "stylist"),
        ("Teaching experience\nYear 4 Teacher, Elm School, 2017-present", "year 4 teacher"),
        (
            "Work\n/calendar 2021 - Present   IT Support Analyst, /building Holm",
            "IT support analyst",
        ),
        ("Work\nFreelance tutor, 2015 - now\nSite manager, Holm, 2019 - now", "site manager"),
        (
            "Work\nFor the last five years I have worked as a gardener at Holm Hall.",
            "gardener",
        ),
    ],
)
def test_the_work_is_found_behind_the_schools(work: str, title: str) -> None:
    roles = find_roles(f"Ann Lee\n\nEducation\nBA, Leeds, 2009\n\n{work}\n- Kept the books.")
    assert roles[0].title == title


def test_a_headline_is_no_job_beside_the_work() -> None:
    cv = "Ann Lee\nTax strategist since 2012\n\nEmployment\nTax clerk, Holm, 2016 - present"
    assert [role.title for role in find_roles(cv)] == ["tax clerk"]


def test_the_digits_of_a_telephone_number_are_no_year() -> None:
    cv = "Jo Field, 07820995432\n\nWork\nBaker, Holm House, 2019 - present\nCook, Inn, 2012 - 2018"
    assert [role.years_earlier for role in find_roles(cv)] == [0, 1]


def test_looking_after_kin_is_no_job_with_the_title_above_it() -> None:
    cv = (
        "1990 to 2021: Saint Swithun's Convent, Crowborough\n"
        "Kitchen assistant, then Assistant Cook from 1998. Breakfast, dinner and tea for 35.\n\n"
        "2021 to now: Looking after grandchildren (twins, now six)\n"
    )
    (role,) = find_roles(cv)
    assert (role.title, role.is_current, role.end_year) == ("assistant cook", False, 2021)
