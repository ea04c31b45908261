"""What a CV says of a paper of the catalogue that a job demands."""

from datetime import date

from interview_cli.requirements.known_in_cv import read_known_paper
from interview_cli.requirements.known_names import name_own
from interview_cli.requirements.known_reading import KnownState
from interview_cli.requirements.requirement import Requirement
from tests.cases import each

CV = "Ann Smith\n\nExperience\nWorker, Smith & Co, 2019 to now\n- Loaded vans\n\nCertificates\n"
DAY = date(2026, 11, 22)


def read(paper: str, cv: str) -> KnownState | None:
    known = read_known_paper(Requirement(paper, paper, is_must=True), cv, DAY)
    return known.state if known else None


@each(
    ("paper", "line", "state"),
    [
        ("NMC registration", "NMC PIN 12A3456E", "held"),
        ("NMC registration", "NMC PIN 12A3456E, revalidation due in May 2027", "held"),
        ("SMSTS or SSSTS", "SMSTS, valid to March 2028", "held"),
        ("SSSTS", "SMSTS, valid to March 2028", "held"),
        ("CSCS card", "CSCS card (expires 06/2029)", "held"),
        ("CSCS card", "CSCS card (expired Oct 2025)", "lapsed"),
        ("CSCS card", "CSCS card, valid to 06/2025", "lapsed"),
        ("NPLQ", "NPLQ, May 2021", "lapsed"),
        ("NPLQ", "NPLQ, May 2026", "held"),
        ("Forklift licence", "Forklift and CSCS cards (ran out in 2023)", "lapsed"),
        ("CSCS card", "CSCS test booked for the 4th", "to_come"),
        ("NMC registration", "Waiting for my PIN from NMC", "to_come"),
        ("COREN registration", "In progress: COREN registration", "to_come"),
        ("CSCS card", "No CSCS card yet", "denied"),
        ("PSIRA registration, Grade C", "PSIRA Grade D, valid", "lower"),
        ("PSIRA registration, Grade C", "PSIRA Grade B, valid", "held"),
        ("SIA licence", "PSIRA registered, Grade C", "elsewhere"),
        ("Nevada cosmetology license", "California cosmetology license, active", "elsewhere"),
        ("BS 7671 18th Edition", "17th Edition, 2015", "lower"),
        ("IIBA certification (ECBA, CCBA or CBAP)", "ECBA, 2019. Studying for CBAP", "held"),
        ("CBAP", "ECBA, 2019. Studying for CBAP", "to_come"),
        ("CIMA or ACCA", "CIMA case study passed. CIMA finals in May, studying", "to_come"),
        ("Full CeMAP or equivalent (R01)", "CeMAP 1, 2023; CeMAP 3 resit in May", "to_come"),
        ("Full CeMAP or an approved course", "CeMAP 3 resit in May", None),
        ("A degree giving eligibility for GBC of the BPS", "MSc Psychology, 2024", None),
        ("Washington dental hygiene license", "Ann Smith, R.D.H.", "held"),
        ("Coal Board Medical", "Standard 11, 2025. Coal Board Medical booked", "to_come"),
        ("COREN registration", "Fire warden, 2022", "silent"),
        ("COREN registration", "B.Eng. Mechanical Engineering, 2015", "silent"),
        ("CSCS blue skilled worker card", "CSCS green labourer card, valid to 2028", "lower"),
        ("CSCS blue skilled worker card", "CSCS card, valid to 2028", "kin"),
        ("CPC (AAPC)", "CPC-A, 2025", "lower"),
        ("CPC (AAPC)", "CPC-A. Passed the CPC exam for coders in May", "lower"),
        ("CPC (AAPC)", "Passed the CPC exam for coders in May", "held"),
        ("RBT certification", "40-Hour RBT Training (online), completed May 2026", "to_come"),
        ("RBT certification", "RBT Initial Competency Assessment, completed", "to_come"),
        ("RBT certification", "RBT, active to 2028", "held"),
        ("SIA licence", "SIA licence course, 6 days", "to_come"),
        ("bus driving licence", "PCV course, 2017, passed second time", "held"),
        ("HCPC registration", "RCOT membership", "silent"),
        ("School Bus (S) endorsement", "Class B CDL, P endorsement", "lower"),
        ("full Class 5 licence", "Class 5 truck learner since May", "to_come"),
        ("riding licence", "DVLA licence class A, issued 2023", "held"),
        ("level 5 diploma in care management", "Registered Manager's Award, 2007", "held"),
        ("SC clearance", "SC clearance (lapsed 2021)", "lapsed"),
        ("Secret clearance", "Secret clearance (held until discharge Dec 2020)", "lapsed"),
        ("NACE CP2 - Cathodic Protection Technician", "NACE CP1 tester, 2021", "lower"),
        ("Pennsylvania Nurse Aide Registry", "STNA, Ohio, current to 2027", "elsewhere"),
        ("18th Edition and a gold JIB/ECS card", "17th Edition. ECS card", "lower"),
        ("Class A CDL", "Class B CDL", "lower"),
        ("Class 5 driver's licence", "Class 5L", "lower"),
        ("full NZ driver's licence", "Restricted licence since March", "lower"),
        ("NZ driver's licence", "Restricted licence since March", None),
        ("C1 licence", "Provisional C1", "to_come"),
        ("NCEA Level 2", "NCEA Level 3, working towards", None),
        ("Degree in computer science", "B.Sc. Commerce, 2017", "lower"),
        ("Degree in computer science", "B.Sc. in Computer Studies, 2017", "silent"),
        ("Bachelor's degree", "B.A. in History, in progress", "to_come"),
        ("High school diploma or GED", "GED in progress, one test left", "to_come"),
        ("Police check", "Police check (expired 2021)", "lapsed"),
        ("Police check", "Police check, 2024", None),
        ("Working at heights, current", "Working at heights (expired 2022)", "lapsed"),
        ("LBP (carpentry or site)", "Not LBP yet. Application started", "to_come"),
        ("registered with MRTB, or eligible", "MRTB: application lodged 12 Feb", "to_come"),
        ("registered with MRTB, or eligible", "Fire warden, 2022", None),
        ("enhanced DBS check", "Fire warden, 2022", None),
        ("Full driving licence", "Fire warden, 2022", None),
        ("SSSTS or an equal course", "Fire warden, 2022", None),
        ("BLS mandatory, ACLS an added advantage", "BLS, valid to 2028. ACLS expired", "held"),
        ("EIT, or FE exam passed", "Fundamentals of Engineering, passed. EIT applied for", "held"),
        ("EIT", "Fundamentals of Engineering exam in May. EIT to come", "to_come"),
        ("NRSWA ticket in date, or they won't let you on", "Fire warden, 2022", "silent"),
        ("NRSWA ticket", "Street works operative, 2017. I did not renew", "lapsed"),
        ("IELTS 7.0 overall (Academic)", "IELTS Academic, Sept 2026: overall 6.5", "lower"),
        ("IELTS 7.0 overall (Academic)", "IELTS Academic, Sept 2026: overall 7.5", "held"),
        ("EIPA score of 4.0", "EIPA performance: 3.7", "lower"),
        ("Streetworks operative ticket", "Fire warden, 2022", "silent"),
        (
            "STCW Basic Safety Training (valid)",
            "STCW: fire, first aid and PSSR, June 2019",
            "lapsed",
        ),
        (
            "GPhC registration",
            "GPhC: OSPAP completed. Assessment not passed, re-sitting",
            "to_come",
        ),
        ("GPhC registration", "GPhC: 2012345. Lives in Leeds. Waiting for a place", "held"),
        ("comprehensive first aid certificate", "First aid: mine expired in May", "lapsed"),
        ("comprehensive first aid certificate", "First aid, 2026", "silent"),
        ("NEBOSH general certificate", "NEBOSH IGC, 2020. IOSH Managing Safely expired", "held"),
        ("Google Ads certification", "Skillshop: Search. Meta Blueprint exam not given", "held"),
        (
            "California guard card",
            "BSIS guard card: course done, Live Scan done, application pending",
            "to_come",
        ),
        ("SIA licence", "SIA licence: valid to 2028. DBS pending", "held"),
        ("personal licence", "Level 2 APLH, passed in September", "lower"),
        ("personal licence", "Personal licence, Leeds City Council, 2019", "held"),
        ("CSCS card", "CSCS card: test passed, still need to send for the card", "to_come"),
        ("HCPC registration", "HCPC registration: haven't paid the fee", "to_come"),
        (
            "asbestos awareness in date",
            "Asbestos awareness, did it in May, will need doing",
            "lapsed",
        ),
        ("asbestos awareness in date", "Asbestos awareness, UKATA, October 2026", "held"),
        ("food handler card", "Food handler card, think it's expired", "lapsed"),
        ("full Class 2 licence", "Class 2 learners, sat the theory", "to_come"),
        ("full Class 2 licence", "Class 2 full, class 4 learners", "held"),
        ("CNA certificate", "I have started the CNA class, finish in March", "to_come"),
        ("CNA certificate", "HHA while studying, then CNA, valid to 2028", "held"),
        ("LPN license", "Certified Nursing Assistant, expired 2022", "silent"),
        ("AHPRA enrolled nurse", "Div 2, renewed in May, clear on the public register", "held"),
        ("Uganda Certificate of Education", "S.4, Division 3", None),
        ("Kenyan Certificate in Education", "KCSE", None),
        ("Certificate in Education", "KCSE", "silent"),
        ("HRWL", "HRWL dogging: NO. Forklift yes", "denied"),
        ("Chartered Accountant", "Clerk, Muthu & Sundar, Chartered Accountants", "silent"),
    ],
)
def test_the_line_that_names_a_paper_says_how_it_stands(
    paper: str, line: str, state: KnownState | None
) -> None:
    assert read(paper, CV + line) == state


@each(
    "work",
    [
        "- Checked CSCS cards of 40 people a day",
        "- Trained staff for the CSCS card",
    ],
)
def test_work_with_the_papers_of_others_is_none_of_ones_own(work: str) -> None:
    cv = CV.replace("- Loaded vans", work)
    assert read("CSCS card", f"{cv}Fire warden, 2022") == "silent"


def test_a_present_job_shows_what_nobody_may_do_it_without() -> None:
    cv = "Ann Smith\n\nExperience\nStaff Nurse, Hull Royal, 2019 to now\n- Ran a bay of six beds"
    assert read("NMC registration", cv) == "held"
    assert read("NMC registration", cv.replace("Staff", "Student")) == "silent"


def test_of_several_papers_that_are_needed_the_one_that_is_missing_counts() -> None:
    assert read("SMSTS and CSCS card", f"{CV}SMSTS, valid to 2028") == "silent"
    assert read("SMSTS or CSCS card", f"{CV}SMSTS, valid to 2028") == "held"


@each(
    ("paper", "line", "said"),
    [
        ("Class A CDL", "Class B CDL, clean record", "a Class B CDL"),
        ("SIA licence", "PSIRA registered, Grade C", "a PSIRA registration at grade C"),
    ],
)
def test_a_paper_that_a_cv_has_instead_is_said_with_its_article(
    paper: str, line: str, said: str
) -> None:
    known = read_known_paper(Requirement(paper, paper, is_must=True), CV + line, DAY)
    assert known is not None
    assert name_own(known) == said
