"""The requirements of job ads of many layouts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_cli.requirements.ad_topics import extract_topic
from interview_cli.requirements.extract import can_read_ad, find_duties, find_requirements
from interview_cli.requirements.requirement import Requirement
from tests.cases import each
from tests.conftest import EXAMPLES, JOB

EXAMPLE_JOB = (EXAMPLES / "job.md").read_text("utf-8")

NURSE = """Staff Nurse, Ward 7

We care for thirty patients after surgery.

Essential:
• Registration with the NMC
• Experience in surgical wards
• Ability to work night shifts

Desirable:
• Knowledge of wound care

What we offer:
• Thirty days of holiday
• A bicycle lease
"""

COOK = """- Three years of experience in a restaurant kitchen
- Certificate in food hygiene
- Driving licence is a plus
"""

TEACHER = """We are a primary school in York. You have a degree in mathematics and you can teach \
children of seven to eleven. Experience with deaf children would be an advantage. The school \
has a garden and a choir.
"""

BOLD = """**About us**
We repair trams.

**Your profile**
* Welding of aluminium
* Reading of technical drawings

**What we offer**
* Overtime paid in full
"""

WRAPPED = """## Requirements
- Experience with the maintenance of hydraulic presses and of the
  conveyors around them
- Forklift licence
- Welding of
stainless steel
"""

NUMBERED = """What you need:
1. Experience with payroll software
2) Knowledge of labour law
"""


def topics(job: str) -> list[str]:
    return [requirement.topic for requirement in find_requirements(job)]


@pytest.mark.parametrize(
    ("job", "expected"),
    [
        (
            JOB,
            [
                "fire alarms",
                "Testing and certification of switchboards",
                "nurse call systems",
                "Training of apprentices",
                "solar panels",
            ],
        ),
        (
            NURSE,
            ["Registration with the NMC", "surgical wards", "work night shifts", "wound care"],
        ),
        (COOK, ["Certificate in food hygiene", "restaurant kitchen", "Driving licence"]),
        (BOLD, ["Welding of aluminium", "Reading of technical drawings"]),
        (NUMBERED, ["payroll software", "labour law"]),
    ],
    ids=["electrician", "nurse", "cook", "fitter", "payroll"],
)
def test_topics_of_ads(job: str, expected: list[str]) -> None:
    assert topics(job) == expected


def test_the_requirements_of_the_example() -> None:
    names = topics(EXAMPLE_JOB)
    assert len(names) >= 9
    assert "backend development with Python" in names
    assert not {"30 days of holiday", "A bicycle"} & set(names)


@pytest.mark.parametrize(
    ("job", "nice"),
    [
        (JOB, ["solar panels"]),
        (NURSE, ["wound care"]),
        (COOK, ["Driving licence"]),
        (BOLD, []),
        ("- Welding of steel, nice to have\n- Reading of drawings\n", ["Welding of steel"]),
    ],
    ids=["electrician", "nurse", "cook", "fitter", "in the line"],
)
def test_a_plus_is_not_a_must_have(job: str, nice: list[str]) -> None:
    assert [
        requirement.topic for requirement in find_requirements(job) if not requirement.is_must
    ] == nice


def test_must_haves_come_first() -> None:
    job = "## Nice to have\n- Knowledge of wound care\n\n## Required\n- Night shifts in hospitals\n"
    assert [requirement.is_must for requirement in find_requirements(job)] == [True, False]


def test_sentences_that_ask_in_an_ad_without_bullets() -> None:
    texts = [requirement.text for requirement in find_requirements(TEACHER)]
    assert texts == [
        "a degree in mathematics",
        "can teach children of seven to eleven",
        "Experience with deaf children",
    ]


def test_a_sentence_with_an_advantage_is_nice_to_have() -> None:
    assert [requirement.is_must for requirement in find_requirements(TEACHER)] == [
        True,
        True,
        False,
    ]


def test_wrapped_bullets_are_joined() -> None:
    assert [requirement.text for requirement in find_requirements(WRAPPED)] == [
        "Forklift licence",
        "Experience with the maintenance of hydraulic presses and of the conveyors around them",
        "Welding of stainless steel",
    ]


@pytest.mark.parametrize("name", ["Go", "C++", "C#", ".NET", "SQL", "Excel", "SAP"])
def test_a_tool_is_a_requirement_whatever_its_name(name: str) -> None:
    assert topics(f"Required:\n- Experience with {name}\n- Welding of steel\n") == [
        name,
        "Welding of steel",
    ]


def test_a_topic_named_twice_is_one_requirement() -> None:
    job = "Required:\n- Experience with Kafka\n- Knowledge of kafka\n"
    assert find_requirements(job) == [Requirement("Experience with Kafka", "Kafka", is_must=True)]


@pytest.mark.parametrize("job", ["", "\n\n", "Come and join us!", "###\n---\n- \n* *\n"])
def test_an_ad_that_asks_for_nothing(job: str) -> None:
    assert find_requirements(job) == []


@given(st.text(st.sampled_from("ab C\n-*#.:;,(1)\t•")))
def test_any_ad_can_be_read(job: str) -> None:
    requirements = find_requirements(job)
    assert all(requirement.topic.strip() for requirement in requirements)
    assert len({requirement.topic.casefold() for requirement in requirements}) == len(requirements)


@each(
    ("text", "topic"),
    [
        (
            "At least 5+ years of experience in backend development with Python",
            "backend development with Python",
        ),
        (
            "At least five years of experience in backend development with Python",
            "backend development with Python",
        ),
        ("5+ years of Python, ideally with Django", "Python"),
        ("5 or more years of Python", "Python"),
        ("3-5 years of experience with Java", "Java"),
        ("3 - 5 years of experience with Java", "Java"),
        ("3–5 years of experience with Java", "Java"),
        ("3 to 5 years of experience with Java", "Java"),
        ("eight years of experience with Java", "Java"),
        ("One year of experience with Java", "Java"),
        ("Several years of experience with Java", "Java"),
        ("More than 3 years of experience with Java", "Java"),
        ("2 years' experience in retail", "retail"),
        ("Strong knowledge of PostgreSQL, including query optimisation", "PostgreSQL"),
        ("Hands-on experience with Kubernetes", "Kubernetes"),
        ("Experience with event-driven systems, for example Kafka", "event-driven systems"),
        ("You have a solid understanding of C++ (17 or later)", "C++"),
        ("You are fluent in German", "German"),
        ("Must have a driving licence", "driving licence"),
        ("Ability to work night shifts", "work night shifts"),
        ("The ability to explain technical decisions", "explain technical decisions"),
        ("Experience running services in production: monitoring", "running services in production"),
        ("Proven experience with Node.js and .NET.", "Node.js and .NET"),
        ("* Familiarity with AWS such as S3", "AWS"),
        ("**Python** and SQL", "Python and SQL"),
        ("**5+ years** of experience with Java", "Java"),
        ("Fluent English", "Fluent English"),
        ("Terraform is a plus", "Terraform"),
        ("IR(ME)R training", "IR(ME)R training"),
        ("(SEN)CO experience", "(SEN)CO experience"),
        ("C1(E) licence", "C1(E) licence"),
        ("Level 3 (or equivalent) Diploma in Adult Care", "Level 3 Diploma in Adult Care"),
        ("Knowledge of SQL (joins) and Python", "SQL"),
        ("Transport CPC (international) essential", "Transport CPC"),
        ("Useful but not needed: Welsh", "Welsh"),
        ("", ""),
    ],
)
def test_the_words_that_name_a_requirement(text: str, topic: str) -> None:
    assert extract_topic(text) == topic


def test_a_remark_in_brackets_is_not_cut() -> None:
    colour = "Confidence with colour (we use Wella, happy to train you over)"
    sabre = "Knowledge of a GDS (Sabre preferred)"
    found = find_requirements(f"What you need:\n- {colour}\n- {sabre}\n")
    assert {requirement.text for requirement in found} == {colour, sabre}


@pytest.mark.parametrize(
    "line",
    [
        "We will support your learning",
        "Only shortlisted candidates will be contacted",
        "25 days plus bank hols, pension, sick pay",
        "Send your resume to jobs@trams.example",
        "Pay is above the award: $29 an hour",
        "Full training will be given",
    ],
)
def test_a_line_about_the_offer_or_applying_asks_for_nothing(line: str) -> None:
    assert len(find_requirements(f"What you need:\n- Patience\n- {line}\n")) == 1


def test_a_topic_is_short_enough_to_stand_in_a_question() -> None:
    assert len(extract_topic("Welding " + "and bending " * 30).split()) <= 9


@pytest.mark.parametrize(
    ("text", "must"),
    [
        ("Several years in B2B sales, ideally of capital goods", True),
        ("Ideally a licence for forklifts", False),
        ("A licence for forklifts is a plus", False),
        ("A licence for forklifts preferred", False),
    ],
)
def test_ideally_counts_for_the_words_after_it(text: str, must: bool) -> None:
    (requirement,) = find_requirements(f"What you need:\n- {text}\n")
    assert requirement.is_must == must


def test_a_topic_never_ends_with_a_connecting_word() -> None:
    long = "Planning of routes and shifts and breaks for drivers and the whole night shift"
    assert extract_topic(long).split()[-1] not in ("and", "for", "the", "of")


def test_a_line_above_bullets_is_their_heading() -> None:
    ad = "What you need\n- Wiring of houses\n\nIt would be great if you also had\n- A CSCS card\n"
    assert [(r.topic, r.is_must) for r in find_requirements(ad)] == [
        ("Wiring of houses", True),
        ("CSCS card", False),
    ]


@pytest.mark.parametrize(
    "text", ["Bonus and commission calculation", "Preferred supplier management"]
)
def test_a_word_of_a_trade_does_not_make_a_plus(text: str) -> None:
    (requirement,) = find_requirements(f"Requirements:\n- {text}\n")
    assert requirement.is_must


@pytest.mark.parametrize("text", ["Not colour blind", "You must be 18 years or older"])
def test_a_condition_or_an_absence_is_not_asked_about(text: str) -> None:
    ad = f"Requirements:\n- {text}\n- Wiring of houses\n"
    topics = [r.topic for r in find_requirements(ad) if not r.is_condition]
    assert "Wiring of houses" in topics
    assert not any("old" in topic or "blind" in topic for topic in topics)


AGENCY = """We want an Electrician. You will be repairing faults in empty houses. The successful \
candidate must hold AM2, a valid ECS gold card and a full UK driving licence. You need to be happy \
to work at weekends.
"""


def test_papers_that_one_must_hold_come_first() -> None:
    phrases = [need.phrase for need in find_requirements(AGENCY)]
    assert phrases[:3] == [
        "an AM2 certificate",
        "a valid ECS gold card",
        "a full UK driving licence",
    ]
    assert all(need.is_paper and need.is_hard for need in find_requirements(AGENCY)[:3])


@pytest.mark.parametrize(
    "text",
    [
        "Must be 18 years of age or older",
        "Ability to stand, walk, bend, etc. and lift up to 50 lbs.",
        "Willing to travel",
        "Enhanced DBS check",
        "EU citizen or valid work permit",
        "Must live within 45 minutes of the site",
        "You share our [values](/handbook/#values)",
    ],
)
def test_what_is_settled_by_a_yes_is_not_askable(text: str) -> None:
    ad = f"Requirements:\n- {text}\n- Wiring of houses\n"
    assert [need.text for need in find_requirements(ad) if need.is_askable] == ["Wiring of houses"]


def test_prose_names_a_stack() -> None:
    ad = "Stack: TypeScript/React front end, Python services. We value curiosity. 1-3 years.\n"
    assert [need.phrase for need in find_requirements(ad)] == [
        "experience with TypeScript/React",
        "experience with Python",
        "curiosity",
    ]


def test_tasks_of_an_ad() -> None:
    assert find_duties(AGENCY) == ["repairing faults in empty houses"]
    ad = "DUTIES\n1. Cuts steel.\n2. Performs other duties as assigned.\n"
    assert find_duties(ad) == ["Cuts steel"]


@pytest.mark.parametrize(("ad", "expected"), [("Come and join us!", False), (AGENCY, True)])
def test_whether_an_ad_can_be_read(ad: str, *, expected: bool) -> None:
    assert can_read_ad(ad) is expected


@pytest.mark.parametrize(
    "line",
    [
        "One season as a paid mechanic, or a certificate from a mechanics' school",
        "B.Sc. in geology, or a technologist diploma with more experience",
        "B.A. in history, or five years in a museum",
    ],
)
def test_a_paper_that_something_else_can_stand_in_for(line: str) -> None:
    found = find_requirements(f"What you need:\n- {line}\n- Forklift licence")
    assert [each.is_replaceable for each in found if each.is_paper] == [True, False]


def test_a_degree_with_full_stops_is_read_whole() -> None:
    assert find_requirements("Requirements:\n- M.Sc. in Geology\n- Field work")[0].topic == (
        "MSc in Geology"
    )


def test_assets_are_nice_to_have() -> None:
    found = find_requirements("Qualifications\n- Surveying\nAssets: avalanche training, French")
    assert [(each.topic, each.is_must) for each in found] == [
        ("Surveying", True),
        ("avalanche training", False),
        ("French", False),
    ]


@each(
    ("sentence", "tasks"),
    [
        (
            "The work is taking calls, booking visits and typing reports.",
            ["taking calls", "booking visits", "typing reports"],
        ),
        ("You'll be selling ovens, so a background in sales helps.", ["selling ovens"]),
        ("Full licence needed as you'll be on the road daily.", []),
    ],
)
def test_tasks_in_a_sentence_stand_alone(sentence: str, tasks: list[str]) -> None:
    assert find_duties(sentence) == tasks


def test_an_entry_that_asks_makes_its_list_one_of_requirements() -> None:
    entries = ["You must have a CSCS card", "Pipe welding", "Good pay", "Keep the yard clean"]
    ad = "Must be tidy.\n" + "".join(f"- {entry}\n" for entry in entries)
    found = {need.text for need in find_requirements(ad)}
    assert {"You must have a CSCS card", "Pipe welding"} <= found
    assert not {"Good pay", "Keep the yard clean"} & found


def test_years_at_a_thing_are_a_requirement() -> None:
    (need,) = find_requirements("Requirements\n- Two years on commercial sites")
    assert need.topic == "commercial sites"


@pytest.mark.parametrize(
    ("line", "missable"),
    [
        ("Must have: Google Ads, GA4, clear writing", ["Google Ads", "GA4"]),
        ("Systems: iTrent", ["iTrent"]),
        ("Nice to have: Google Ads, GA4", []),
        ("Skills: Python, SQL, Docker, Kafka, Git, Terraform", []),
    ],
)
def test_a_short_list_with_a_label_asks_for_each_name_in_it(line: str, missable: list[str]) -> None:
    found = find_requirements(line)
    assert [need.topic for need in found if need.is_missable] == missable


def test_what_we_look_for_heads_what_is_wanted() -> None:
    ad = "DevOps Engineer\nPaykart Technologies, Pune (Hybrid - HSR Layout)\n\nWhat we look for\n"
    found = find_requirements(f"{ad}- Strong Linux and networking\n- Kubernetes in production\n")
    assert [each.text for each in found] == [
        "Strong Linux and networking",
        "Kubernetes in production",
    ]


@pytest.mark.parametrize(
    ("entry", "texts"),
    [
        (
            "Proficiency in Microsoft Office (Word, Excel)",
            ["Proficiency in Microsoft Office (Word, Excel)"],
        ),
        ("Minimum 5 years experience", ["Minimum 5 years experience"]),
        ("Hazmat a plus not required", ["Hazmat"]),
        ("Residing in Ikeja is an added advantage", ["Residing in Ikeja"]),
        ("What's in it for you: 5 day week, half price food", []),
    ],
)
def test_an_entry_is_named_in_full_and_an_offer_is_none(entry: str, texts: list[str]) -> None:
    ad = f"# Clerk\n\nRequirements\n- Patience with visitors\n\n{entry}\n- Driving licence\n"
    ad = ad if not texts else f"# Clerk\n\nRequirements\n- Patience with visitors\n- {entry}\n"
    found = [each.text for each in find_requirements(ad)]
    assert [
        text for text in found if text not in ("Patience with visitors", "Driving licence")
    ] == texts


@pytest.mark.parametrize(
    "entry",
    [
        "Clean MVR: no more than 2 moving violations in 3 years",
        "23 yrs or older",
        "Full working rights in Australia",
        "Can start ASAP",
        "Amenable to shifting schedule",
        "Able to work Sun - Thurs 22:00 - 06:00",
        "Residing in Ikeja or its environs",
    ],
)
def test_a_check_or_a_yes_settles_a_formality(entry: str) -> None:
    (found,) = find_requirements(f"# Driver\n## What we need\n- {entry}\n")
    assert found.is_formality


def test_what_is_nice_but_taught_is_a_plus() -> None:
    ad = "# SDR\n## About you\n- Experience with Salesforce is nice but we will teach you\n"
    (found,) = find_requirements(ad)
    assert not found.is_must


def test_the_vacancy_itself_is_not_asked_for() -> None:
    ad = "Site Engineer - Dubai\n\nWe require a Site Engineer for villas.\n\nRequirements:\n"
    assert [each.text for each in find_requirements(f"{ad}- UAE driving licence\n")] == [
        "UAE driving licence"
    ]


def test_each_line_below_somebody_who_is_an_entry() -> None:
    ad = "Dental Receptionist\n\nWe are looking for somebody who:\nis calm with nervous patients\n"
    found = find_requirements(f"{ad}has a driving licence\nis confident with computers\n")
    assert len(found) == 3


def test_duties_may_have_a_picture_before_each() -> None:
    ad = "SDR\n\nWhat you'll do\n🚀 Qualify requests for demos\n🚀 Book meetings for the team\n"
    assert find_duties(ad) == ["Qualify requests for demos", "Book meetings for the team"]


def test_a_paper_that_a_label_and_an_entry_name_is_read_once() -> None:
    ad = "Broker\n\nLicences: RIBO Licence (Required)\n\n- RIBO licence in good standing\n"
    assert [each.is_paper for each in find_requirements(ad)] == [True]


@each(
    ("line", "is_need"),
    [
        ("Recruitment: short call with HR, technical interview 90 min, offer", False),
        ("Grade 6, £33,460 – £36,120 · 36 hrs", False),
        ("Smoko at 10, barbecue on the last Friday of the month", False),
        ("Send us your CV by Friday", False),
        ("Recruitment of drivers", True),
        ("Managing budgets of £10k – £20k", True),
        ("Coffee roasting", True),
    ],
)
def test_pay_steps_and_treats_ask_for_nothing(line: str, is_need: bool) -> None:
    found = find_requirements(f"Baker\n\nRequirements\n- Two years of baking\n- {line}\n")
    assert any(need.text.startswith(line[:12]) for need in found) == is_need


@each(
    "title",
    ["HOUSING OFFICER (General Needs)", "Newly Qualified Paramedic / Paramedic (Band 5/6)"],
)
def test_a_title_heads_no_list_of_what_is_wanted(title: str) -> None:
    ad = f"{title}\nMarlbrook Homes – 6,200 homes\nPermanent\n\nEssential\n- Welsh\n- Tact\n"
    assert [need.text for need in find_requirements(ad)] == ["Welsh", "Tact"]


def test_a_first_line_may_head_a_list() -> None:
    ad = "Requirements (must have)\nWelsh\nA driving licence\n"
    assert {"Welsh", "A driving licence"} & {need.text for need in find_requirements(ad)}


def test_a_remark_inside_a_series_is_no_task() -> None:
    ad = "Vet\n\nYou will examine animals, treat and, where appropriate, refer them.\n"
    assert not any("appropriate" in duty for duty in find_duties(ad))


@each(
    ("entry", "must", "nice"),
    [
        ("2+ years of payables, construction an asset", ["2+ years of payables"], ["construction"]),
        ("Fluent in English, isiZulu advantage", ["Fluent in English"], ["isiZulu"]),
        ("Matric essential. Retail diploma an advantage", ["Matric"], ["Retail diploma"]),
        ("Knowledge of Opera or another PMS an advantage (training given)", [], ["Opera"]),
        ("SCC certificate (VCA) an advantage, otherwise we train you", [], ["SCC certificate"]),
        ("German of advantage", [], ["German"]),
        (
            "Forklift experience in a warehouse (reach truck at heights strongly preferred)",
            ["Forklift experience in a warehouse"],
            ["reach truck at heights"],
        ),
        (
            "Working knowledge of Power BI. PL-300 certification will be an added advantage",
            ["Working knowledge of Power BI"],
            ["PL-300 certification"],
        ),
    ],
)
def test_an_entry_may_ask_for_a_must_and_a_plus(
    entry: str, must: list[str], nice: list[str]
) -> None:
    found = find_requirements(f"Clerk\n\nRequirements\n- {entry}\n- Tact\n")
    for is_must, names in ((True, [*must, "Tact"]), (False, nice)):
        own = [need.text for need in found if need.is_must == is_must]
        assert len(own) == len(names)
        assert all(any(name in text for text in own) for name in names)


@each(
    "entry",
    [
        "Certification for sit-down trucks. We will evaluate you on our equipment",
        "Certification for sit-down trucks. Attendance is a point system",
    ],
)
def test_what_the_employer_does_is_not_asked_for(entry: str) -> None:
    found = find_requirements(f"Clerk\n\nRequirements\n- {entry}\n- Tact\n")
    assert {need.text for need in found} == {"Certification for sit-down trucks.", "Tact"}


@each(
    "entry",
    [
        "Training as electrician or similar; recognised equivalent from abroad",
        "Evidence of good results or, for new teachers, strong reports",
    ],
)
def test_a_choice_is_one_requirement(entry: str) -> None:
    found = find_requirements(f"Clerk\n\nRequirements\n- {entry}\n- Tact\n")
    assert {need.text for need in found} == {entry, "Tact"}


def test_something_that_is_not_needed_is_no_requirement() -> None:
    found = find_requirements("Driver\n\nRequirements\n- Hazmat not needed. Tanker a plus\n- CDL\n")
    assert {need.text for need in found} == {"Tanker", "CDL"}


def test_a_heading_that_goes_on_as_what_is_done_heads_tasks() -> None:
    job = "# Crane Operator\n\nYou will be:\n* {}\n* {}\n\nMust have:\n- White card\n"
    does = job.format("Lifting formwork and precast panels", "Doing daily pre-starts")
    likes = job.format("Organised and calm", "At home with people")
    assert find_duties(does) == ["Lifting formwork and precast panels", "Doing daily pre-starts"]
    assert [each.text for each in find_requirements(does)] == ["White card"]
    assert find_duties(likes) == []


@pytest.mark.parametrize(
    ("label", "is_plus"),
    [("Looked on favourably", True), ("Highly regarded", True), ("Tickets", False)],
)
def test_what_is_looked_on_favourably_is_a_plus(label: str, is_plus: bool) -> None:
    pluses = f"{label}: forklift licence, first aid certificate"
    job = f"# Rigger\n\nMust have:\n- White card\n\n{pluses}\n"
    musts = {each.text: each.is_must for each in find_requirements(job)}
    assert musts == {
        "White card": True,
        "forklift licence": not is_plus,
        "first aid certificate": not is_plus,
    }


@pytest.mark.parametrize(
    ("extras", "names"),
    [
        ("overtime at 1.5, free parking, canteen, staff discount 20%, life cover", []),
        ("staff meals, cycle to work, birthday off", []),
        ("Spanish, forklift licence", ["Spanish", "forklift licence"]),
    ],
)
def test_a_list_of_perks_is_no_list_of_pluses(extras: str, names: list[str]) -> None:
    job = f"# Picker\n\nYou need:\n- Own transport\n\nExtras: {extras}\n"
    pluses = {each.text for each in find_requirements(job) if not each.is_must}
    assert pluses == set(names)


@pytest.mark.parametrize(
    ("sentence", "is_must"),
    [
        ("This post is subject to an enhanced DBS check.", True),
        ("A drug screen and background check is required.", True),
        ("A basic DBS check would be useful.", False),
    ],
)
def test_a_condition_of_the_post_is_a_must_below_pluses_too(sentence: str, is_must: bool) -> None:
    job = f"# Clerk\n\nEssential:\n- Excel\n\nDesirable:\n- Bid writing\n\nWe care. {sentence}\n"
    (check,) = (each for each in find_requirements(job) if each.is_formality)
    assert check.is_must == is_must


def test_to_be_one_of_a_group_is_no_task() -> None:
    job = "# Manager\n\nYou will be a member of the Leadership Team. You will run the front desk.\n"
    assert find_duties(job) == ["run the front desk"]
