"""What a CV says of a paper that a job needs, and whether that leaves it open."""

from interview_cli.requirements.open_papers import is_open, is_sure_check
from interview_cli.requirements.paper_status import Status, find_status
from interview_cli.requirements.requirement import Requirement
from tests.cases import each

CV = "Ann Smith\n\nExperience\nWorker, Smith & Co, 2019 to now\n- Loaded vans\n\nCertificates\n"


def build(paper: str) -> Requirement:
    return Requirement(paper, paper, is_must=True)


@each(
    ("paper", "line", "status"),
    [
        ("MC licence", "HC licence. MC test booked for the 22nd", "to_come"),
        ("Manual HR truck licence", "HR lessons booked, test is 3 weeks from now", "to_come"),
        ("Site Safe card", "Site Safe card, current", "held"),
        ("NMC registration", "Waiting for my PIN from NMC", "to_come"),
        ("QTS", "QTS to be recommended on completion in July", "to_come"),
        ("LBP", "Not LBP yet. Started the application for Carpentry", "to_come"),
        ("EPA 608 Universal certification", "EPA 608 Type I. Missed Universal in July", "to_come"),
        ("reach truck certificate", "Reach truck certificate, expired", "lapsed"),
        ("forklift certification", "Forklift cert (issued 2018, expired 2021)", "lapsed"),
        ("CSCS card", "No CSCS card", "denied"),
        ("forklift licence", "Forklift licence lodged with the authority last month", "to_come"),
        ("Clerk of Works diploma", "Clerk of Works diploma: seven units, four to go", "to_come"),
        ("SVQ 3 in care", "SVQ 3 in care, exam not written", "to_come"),
        ("SVQ 3 in care", "SVQ 3 in care, passed, left to join a care home", "held"),
        ("forklift licence", "Forklift licence, I let it go", "lapsed"),
        ("IRATA Level 3", "IRATA Level 2, valid to 2027", "below"),
        ("BS 7671 18th Edition", "BS 7671 17th Edition, 2015", "below"),
        ("COREN registration", "Fire warden, 2022", "silent"),
        ("CISM, CISA or CISSP", "CISM (2023)   ITIL 4 (2021)   CCNP (2018, lapsed)", "held"),
        ("NZ Psychologists Board registration", "NZPB registered, clinical", "held"),
        ("RN licence", "RN, Ohio, active, never lapsed", "held"),
        ("CPSP-K", "Certified Procurement and Supply Professional of Kenya, passed 2022", "held"),
        ("BCBA certification", "Board Certified Behavior Analyst, 2019", "held"),
        ("NMC registration", "NMC PIN 12A3456E, revalidation due in May", "held"),
        ("driving licence", "Driving: passed my test 11/2025, no car yet", "held"),
        (
            "driving licence",
            "Provisional driving licence. Theory passed, lessons weekly",
            "to_come",
        ),
    ],
)
def test_the_line_that_names_a_paper_says_how_it_stands(
    paper: str, line: str, status: Status
) -> None:
    assert find_status(build(paper), CV + line) == status


@each(
    ("paper", "line"),
    [
        ("COREN registration", "Fire warden, 2022"),
        ("asbestos licence", "Fire warden, 2022"),
        ("Bachelor's degree in economics", "State University, 84 of 120 credits, not completed"),
        ("Standard 11 (or refresher within 5 years)", "Standard 11 booked for May"),
        ("Class A CDL, REQUIRED AT TIME OF HIRE", "Class A CLP (permit), road test in May"),
        ("GCSE English and maths", "GCSE English 5, Functional Skills Maths Level 2, awaited"),
        ("registration with the College of Teachers", "Applied to the College of Teachers"),
    ],
)
def test_a_paper_that_is_lacking_is_open(paper: str, line: str) -> None:
    assert is_open(build(paper), CV + line)


@each(
    ("paper", "line"),
    [
        ("registration", "Fire warden, 2022"),
        ("trade certificate", "National Certificate in Carpentry, 2017"),
        ("a degree or MSc in botany", "BSc (Hons) Botany, 2:1"),
        ("GCSE English", "GCSEs: English Language 4 (resit Nov 2023)"),
        ("HNC or SVQ 3 in a science", "HNC Applied Sciences, 2015"),
        ("current forklift licence", "Forklift licence, renewed in 2024"),
        ("Level 3 electrical qualification", "ONC Electrical, 1999, then HNC, not finished"),
        ("BA/BS", "BS Biology, 2012"),
        ("Diploma or degree in business", "B.Sc. Computer Science, 2014"),
        ("GCSE English", "GCSEs: English Language 4, Maths 4 (resit)"),
    ],
)
def test_a_paper_that_may_be_held_is_not_open(paper: str, line: str) -> None:
    assert not is_open(build(paper), CV + line)


@each(
    ("paper", "line", "is_sure"),
    [
        ("Certificate of Good Conduct", "Good conduct applied for, awaiting", True),
        ("full licence, max 3 points", "Full driving licence, 6 points", True),
        ("full licence, max 3 points", "Full driving licence, clean", False),
        ("HS diploma or GED", "Palo Seco High School, diploma, not finished", False),
    ],
)
def test_only_a_check_is_surely_not_there(paper: str, line: str, is_sure: bool) -> None:
    assert is_sure_check(build(paper), CV + line) == is_sure
