"""Whether a CV states a licence, certificate or degree as held."""

import pytest

from interview_cli.requirements.cv_paper_lines import can_state_paper, find_unfinished
from interview_cli.requirements.cv_papers import is_paper, judge_line, judge_paper
from tests.cases import each


@pytest.mark.parametrize(
    ("topic", "expected"),
    [
        ("valid Registered Nurse license", True),
        ("CSCS card", True),
        ("degree in chemistry", True),
        ("BLS certification", True),
        ("Testing and certification of switchboards", False),
        ("two years as a registered nurse", False),
        ("nurse call systems", False),
    ],
)
def test_a_topic_that_is_a_paper(topic: str, *, expected: bool) -> None:
    assert is_paper(topic) == expected


@each(
    ("topic", "line", "expected"),
    [
        ("Registered Nurse license", "RN, State of Kansas, active", "shown"),
        ("Registered Nurse license", "Registered Nurse, Elm Hospital, 2019 to now", "shown"),
        ("Registered Nurse license", "Field nurse (LVN), 1999 to now", "absent"),
        ("Registered Nurse license", "- Worked with registered nurses on the ward", "absent"),
        ("full clean driving licence", "Full UK driving licence", "shown"),
        ("full clean driving licence", "Licence: Full, own car", "hinted"),
        ("full driving licence", "I passed my test at nineteen", "shown"),
        ("B.E/BTech/MCA or equivalent", "B.Tech (ECE), Feltro College, 2019", "shown"),
        ("CSCS card", "CSCS test booked for May", "hinted"),
        ("CSCS card", "CSCS card, manual licence, drone test booked for May", "shown"),
        ("CSCS card", "First aid, CSCS card, expired, manual licence", "hinted"),
        ("CSCS card", "CSCS card (expired)", "hinted"),
        ("CSCS card", "Carpenter, Leeds", "absent"),
        ("Forklift or MEWP licence", "MEWP licence, 2022", "shown"),
        ("BLS and ACLS certification", "BLS, 2024", "hinted"),
        ("degree in chemistry", "BSc Chemistry, Leeds, 2014", "shown"),
        ("degree in chemistry", "BA History, Leeds, 2014", "hinted"),
    ],
)
def test_the_very_paper_is_looked_for(topic: str, line: str, expected: str) -> None:
    assert judge_paper(topic, topic, f"Ana Reyes\n\nExperience\n{line}\n") == expected


def test_a_paper_may_follow_if_the_ad_says_so() -> None:
    text = "QTS, or be on course to gain it"
    cv = "Education\nPGCE with QTS, due to finish in July\n"
    assert judge_paper("QTS", text, cv) == "shown"
    assert judge_paper("QTS", "QTS", cv) == "hinted"
    assert can_state_paper("PGCE with QTS, due to finish in July", text, cv)


@pytest.mark.parametrize(
    ("topic", "line", "judgement"),
    [
        ("current BLS/CPR", "BLS for Healthcare Providers, renewed 8/2026", "shown"),
        ("current BLS/CPR", "First aid, 2019", "absent"),
        ("a driving licence B", "Licence B since 2010", "shown"),
        ("B.Sc/M.Sc in Botany", "M.Sc Botany, Nagpur, 2016", "shown"),
        ("BE/BTech/MCA", "B.Tech (Civil), Salem, 2018", "shown"),
        ("B.E/BTech/MCA", "B.Tech (Civil), Salem, 2018", "shown"),
        ("B.E./BTech/MCA", "B.E. (Civil), Salem, 2018", "shown"),
        ("BE/BTech/MCA", "BCom, Salem, 2018", "absent"),
        ("current BLS/CPR", "CPR/First aid, current", "shown"),
        ("a PCV licence category D", "Licence: B, C1, D", "shown"),
        ("MR class licence", "Bunbury WA | MR-class, forklift", "shown"),
        ("MR class licence", "Bunbury WA | LR-class, forklift", "absent"),
        ("a driving licence C", "Licence B since 2010", "absent"),
    ],
)
def test_papers_that_are_named_by_letters(topic: str, line: str, judgement: str) -> None:
    assert judge_paper(topic, topic, f"CERTIFICATES\n{line}") == judgement


@each(
    ("topic", "line", "expected"),
    [
        ("Food Hygiene Level 3", "Level 2 Food Hygiene", "absent"),
        ("Food Hygiene Level 2", "Level 3 Food Safety", "shown"),
        ("Level 3 in childcare", "Level 3 Food Safety", "absent"),
        ("Registered Nurse license", "LVN, Texas Board of Nursing", "absent"),
        ("degree in social work", "NVQ Level 3 Health and Social Care", "absent"),
        ("degree in social work", "NVQ Level 3; University of Hull, 2014", "hinted"),
        ("AAT Level 3", "ACCA member since 2019", "shown"),
        ("A levels", "BA English, Bath Spa, 2014", "shown"),
        ("HGV Class 2", "HGV Class 1 since 2009", "shown"),
        ("HGV Class 1", "HGV Class 2 since 2009", "absent"),
        ("ECS Gold card", "JIB Gold Card", "shown"),
    ],
)
def test_a_lower_step_is_not_the_paper_and_a_higher_one_covers_it(
    topic: str, line: str, expected: str
) -> None:
    assert judge_paper(topic, topic, f"CERTIFICATES\n{line}") == expected


COLUMNS = """\
2022 - now    Payroll clerk               IPASS Certificate in Payroll
- I do the payroll of three hotels        Techniques: I make the course
- Starters and leavers                    now, exam is in November
"""


@each(
    ("topic", "cv", "expected"),
    [
        ("IPASS Certificate in Payroll Techniques", COLUMNS, "to_come"),
        ("maths grade 4 or above", "GCSEs\nMaths 3 (resitting in November)", "to_come"),
        ("maths grade 4 or above", "GCSEs\nMaths 3 (resit Nov 2023 - 4)", None),
        ("Associate of CIPM", "CIPM: final papers to be written at the next sitting", "to_come"),
        ("two wheeler with valid licence", "WORK\n- Cleared what two shops owed", None),
        ("Gas Safe registered", "WORK\nBooked on a Gas Safe course in March.", "to_come"),
        ("registered with the GDC", "Will register with the GDC in 2026", "to_come"),
        ("NPLQ", "NPLQ (2018, out of date)", "lapsed"),
        ("HCPC registration", "I let my HCPC registration lapse in 2020.", "lapsed"),
        ("forklift licence", "Fork lift truck licence, not renewed since 2020", "lapsed"),
        ("CSCS card", "White card, CSCS card, expired, SMSTS", "lapsed"),
        ("CSCS card", "CSCS card, SMSTS, first aid expired", None),
    ],
)
def test_a_paper_that_is_not_held_yet_or_no_longer(topic: str, cv: str, expected: str) -> None:
    assert find_unfinished(topic, cv) == expected


@each(
    ("topic", "line"),
    [
        ("NMC registration", "On the register of the Nursing and Midwifery Council since 2012"),
        ("registered with the Health and Care Professions Council", "HCPC PA41233"),
        ("SMSTS certificate", "Site Management Safety Training Scheme, 2023"),
        (
            "NEBOSH certificate",
            "National Examination Board in Occupational Safety and Health",
        ),
        ("Class 1 (C+E) licence", "LGV 1, clean"),
        ("C+E licence", "HGV class one since 2012"),
        ("HGV licence", "Artic driver, Stobart, 2012-2025"),
        ("Driver CPC", "DQC valid to 2027"),
        ("counterbalance licence", "c/b and reach trucks, ITSSAR refreshed 2024"),
        ("full and relevant Level 3 childcare qualification", "NNEB, Wakefield College"),
        ("MEWP licence", "IPAF 3a and 3b"),
        ("current practising certificate", "Qualified solicitor, admitted 2019"),
        ("MRICS", "Chartered surveyor, Savills, 2010-2025"),
        ("NMC registration", "Registered Nurse (Adult), revalidated 2024"),
        ("NMC registration", "Registered with the NMC since 2012"),
        ("registered with the RCVS", "Lou Kerr RVN"),
        ("ACA", "Chartered Accountant"),
    ],
)
def test_a_paper_is_held_under_each_of_its_names_and_by_what_implies_it(
    topic: str, line: str
) -> None:
    assert judge_paper(topic, topic, f"Ana Reyes\n\nABOUT ME\n{line}\n") == "shown"


@each(
    ("topic", "line"),
    [
        ("Gas Safe registered", "I worked alongside a Gas Safe registered engineer."),
        ("NMC registration", "My mother is a nurse registered with the NMC."),
        ("ECS gold card", "Mate to an electrician with an ECS gold card."),
        ("SIA licence", "Supervised a team of eight SIA licensed guards"),
        ("current practising certificate", "Secretary to a solicitor, Fox & Co, 2019-2025"),
        ("CSCS card", "Checked the CSCS cards of all visitors at the gate"),
        ("Class 1 licence", "Class 2 driver, category C"),
    ],
)
def test_a_paper_of_somebody_else_is_not_held(topic: str, line: str) -> None:
    assert judge_paper(topic, topic, f"Ana Reyes\n\nABOUT ME\n{line}\n") == "absent"


def test_the_letters_of_a_place_are_no_paper() -> None:
    name = "valid BC Blaster's Certificate with avalanche control endorsement"
    assert judge_paper(name, name, "Sam Roe\nNelson, BC\n") == "absent"


@pytest.mark.parametrize(
    ("topic", "line", "judgement"),
    [
        ("Forklift licence", "Forklift licence B1", "shown"),
        ("Forklift licence", "Forklift licence (expired 2024)", "absent"),
        ("Forklift licence", "Stacked pallets", "absent"),
        ("Full UK driving licence", "Group policy for mapped drives", "absent"),
        ("Degree in law", "BSc Geography, 2019", "hinted"),
    ],
)
def test_a_line_of_a_cv_states_a_paper_or_not(topic: str, line: str, judgement: str) -> None:
    assert judge_line(topic, line) == judgement


@pytest.mark.parametrize(
    ("topic", "line", "judgement"),
    [
        ("Full category D licence", "Driving licence  B, C, CE, D (exchanged in 2022)", "shown"),
        ("PCV licence", "D licence, clean", "shown"),
        ("C1 licence", "Licence: B, C", "shown"),
        ("Class 1 (C+E) licence", "Licence: D", "absent"),
        ("CPCS A60 card", "CPCS A40 slinger signaller", "absent"),
    ],
)
def test_a_class_or_code_is_that_one_or_a_higher_one(topic: str, line: str, judgement: str) -> None:
    assert judge_paper(topic, topic, f"CERTIFICATES\n{line}") == judgement


@each(
    ("topic", "line", "judgement"),
    [
        ("HACCP Level 2", "HACCP Level 2 (2022), Level 3 now studying", "shown"),
        ("HACCP Level 3", "HACCP Level 2 (2022), Level 3 now studying", "hinted"),
        ("AAT Level 2", "AAT Level 2 passed 2023, AAT Level 3 studying", "shown"),
        ("AAT Level 4", "AAT Level 3 passed 2023, AAT Level 4 studying", "hinted"),
    ],
)
def test_each_level_of_a_paper_has_its_own_state(topic: str, line: str, judgement: str) -> None:
    cv = f"Jo Field\n\nWork\nCook, Holm House, 2020 - now\n\nEducation\n{line}\n"
    assert judge_paper(topic, topic, cv) == judgement
    assert (find_unfinished(topic, cv) is None) == (judgement == "shown")
