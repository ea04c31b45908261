"""Which requirements a CV claims, and which an answer proved."""

import pytest

from interview_cli.requirements.coverage import map_duties, map_requirements
from interview_cli.requirements.given_answers import GivenAnswer, Mention
from interview_cli.requirements.mapped_requirement import MappedRequirement
from interview_cli.requirements.wanted import is_soft_skill
from tests.conftest import CV, JOB

NURSE_CALL = "In 2022 I fitted nurse call systems on two wards and had them certified in a week."
PANELS = "I mended 14 fire alarm panels at Park School in 2023 and false alarms fell to none."


def map_topics(*answers: GivenAnswer, cv: str = CV, job: str = JOB) -> dict[str, MappedRequirement]:
    return {mapped.requirement.topic: mapped for mapped in map_requirements(job, cv, answers)}


@pytest.mark.parametrize(
    ("topic", "answers", "status"),
    [
        ("fire alarms", [], "claimed"),
        ("fire alarms", [PANELS], "proved"),
        ("nurse call systems", [], "missing"),
        ("nurse call systems", [PANELS], "missing"),
        ("nurse call systems", [PANELS, NURSE_CALL], "proved"),
        ("nurse call systems", ["I have never met nurse call systems in my work."], "missing"),
        ("nurse call systems", ["We fitted nurse call systems on two wards."], "missing"),
        ("nurse call systems", ["I want to learn how nurse call systems are fitted."], "missing"),
        ("solar panels", [PANELS], "missing"),
    ],
)
def test_the_status_of_a_requirement(topic: str, answers: list[str], status: str) -> None:
    given = [
        GivenAnswer(number, "behaviour", "x", text) for number, text in enumerate(answers, start=1)
    ]
    assert map_topics(*given)[topic].status == status


TOOLS = """# Platform engineer
## What you need
- Kubernetes in production
- Terraform
- Cold chain logistics
"""


@pytest.mark.parametrize(
    ("topic", "answer"),
    [
        ("Kubernetes in production", "I moved 9 services to Kubernetes, and nobody noticed it."),
        ("Kubernetes in production", "Moved 9 services to Kubernetes in a night, no call came."),
        (
            "Kubernetes in production",
            "The pods die each night. I drain the node, I set limits in Kubernetes, and it holds.",
        ),
        ("Kubernetes in production", "I've been running three Kubernetes clusters since 2021."),
        ("Terraform", "The state had drifted, so I rewrote 300 resources as Terraform modules."),
        ("Terraform", "The old scripts failed twice, so I imported all of it into Terraform."),
        (
            "Cold chain logistics",
            "I checked the cold chain at each dock, because a truck had lost its log before.",
        ),
    ],
)
def test_what_the_speaker_did_with_it_proves_it(topic: str, answer: str) -> None:
    given = GivenAnswer(1, "behaviour", "x", answer)
    assert map_topics(given, cv="Jo\nKubernetes, Terraform", job=TOOLS)[topic].status == "proved"


@pytest.mark.parametrize(
    "answer",
    [
        "I asked a colleague to move it to Kubernetes in production.",
        "I watched while he moved 9 services to Kubernetes.",
        "I wrote the plan, and our contractor moved all of it to Kubernetes in production.",
        "I never touched Kubernetes in production.",
        "I would move 9 services to Kubernetes first.",
        "I want to learn Kubernetes.",
        "Our team runs Kubernetes in production.",
    ],
)
def test_what_others_did_or_what_was_not_done_proves_nothing(answer: str) -> None:
    given = GivenAnswer(1, "behaviour", "x", answer)
    mapped = map_topics(given, cv="Jo\nKubernetes, Terraform", job=TOOLS)
    assert mapped["Kubernetes in production"].status != "proved"


def test_the_first_word_of_a_requirement_is_no_name() -> None:
    given = GivenAnswer(1, "behaviour", "x", "I let him watch ten tests and held the probes.")
    assert map_topics(given)["Testing and certification of switchboards"].status == "claimed"


def test_an_action_that_names_nothing_of_the_requirement_proves_nothing() -> None:
    story = "I rewired the hall in 2 days. Complaints fell from 9 to 2."
    asked = GivenAnswer(1, "requirement", "nurse call systems", story)
    assert map_topics(asked)["nurse call systems"].status == "missing"


def test_no_story_proves_a_paper() -> None:
    story = "I got my driving licence in May and drove a van with 40 panels to Leeds."
    asked = GivenAnswer(1, "requirement", "Driving licence", story)
    (mapped,) = map_requirements("Requirements:\n- Driving licence\n", "", [asked])
    assert mapped.status == "missing"


def test_a_proof_is_a_sentence_of_an_answer() -> None:
    opener = GivenAnswer(1, "opener", "x", "I like it here.")
    topics = map_topics(opener, GivenAnswer(2, "gap", "x", f"{PANELS} {NURSE_CALL}"))
    mapped = topics["nurse call systems"]
    assert (mapped.number, mapped.quote, mapped.line) == (2, NURSE_CALL, None)
    line = topics["fire alarms"].line
    assert line == "Installed fire alarms in 14 schools for Brook & Sons, Leeds"


def test_must_haves_come_first() -> None:
    assert [mapped.requirement.is_must for mapped in map_topics().values()] == [True] * 4 + [False]


TEAM_JOB = """# Warehouse team leader
## What you will do
- Lead a team of eight pickers on the late shift
- Mentor two junior analysts
- Keep the cold chain records
## What we need
- Experience leading a team
- 3+ years of Go or Java
- NVQ Level 3 in Electrical Installation
- A degree in a quantitative subject
- Experience of working with fresh fish
"""
TEAM_CV = """Marta
Experience
Electrician, Torbay Electrics, 2019 - present
- Lead a team of six on the late shift
- Built the refunds service in Go, 3 million requests a day
- Prepped shellfish and fish for 70 covers
Junior analyst, Leeds City Council, 2017 - 2019
- Cleaned survey data
Education
BSc Mathematics, Leeds, 2017
"""


def map_team(*texts: str) -> dict[str, MappedRequirement]:
    given = [GivenAnswer(number, "opener", "x", text) for number, text in enumerate(texts, start=1)]
    return map_topics(*given, cv=TEAM_CV, job=TEAM_JOB)


@pytest.mark.parametrize(
    "answer",
    [
        "I lead a team of six at Doncaster Parcels, and I plan the labour for the night.",
        "I've managed the bar staff of the Mill since 2021, and I write their rota.",
        "At Tallyho I was leading a crew of four from May on.",
    ],
)
def test_leading_people_is_proved_in_plain_words(answer: str) -> None:
    mapped = map_team(answer)["leading a team"]
    assert (mapped.status, mapped.number) == ("proved", 1)


@pytest.mark.parametrize("answer", ["I run the late shift in Hull.", "Our boss led a team of six."])
def test_other_work_proves_no_leading(answer: str) -> None:
    assert map_team(answer)["leading a team"].status != "proved"


def test_one_of_two_names_is_enough() -> None:
    assert "in Go" in (map_team()["Go or Java"].line or "")


def test_a_job_is_no_qualification() -> None:
    assert map_team()["NVQ Level 3 in Electrical Installation"].status == "missing"


def test_what_a_line_may_show_is_named_and_proves_nothing() -> None:
    mapped = map_team()
    fish = next(found for topic, found in mapped.items() if "fish" in topic)
    degree = next(found for topic, found in mapped.items() if "degree" in topic)
    assert (fish.status, fish.perhaps) == ("missing", "Prepped shellfish and fish for 70 covers")
    assert (degree.status, degree.perhaps) == ("missing", "BSc Mathematics, Leeds, 2017")


def test_the_tasks_of_an_ad_are_mapped_whole() -> None:
    answer = "I keep the cold chain records: each night I check the log of every truck at the dock."
    given = GivenAnswer(1, "behaviour", "x", answer, "How do you keep cold chain records?")
    duties = {duty.requirement.text: duty for duty in map_duties(TEAM_JOB, TEAM_CV, [given])}
    assert duties["Lead a team of eight pickers on the late shift"].status == "claimed"
    assert duties["Mentor two junior analysts"].status == "missing"
    assert duties["Keep the cold chain records"].quote == answer


def test_a_paper_that_an_answer_states_is_claimed_not_proved() -> None:
    yes = "Yes, I have had a full licence since 2014."
    stated = GivenAnswer(4, "gap", "full driving licence", yes)
    (mapped,) = map_requirements("Requirements:\n- A full driving licence\n", "", [stated])
    assert (mapped.status, mapped.number, mapped.quote) == ("claimed", 4, yes)
    booked = GivenAnswer(4, "gap", "full driving licence", "Not yet, my test is booked for May.")
    (mapped,) = map_requirements("Requirements:\n- A full driving licence\n", "", [booked])
    assert mapped.status == "missing"


def test_a_lower_grade_is_a_part_of_what_is_asked_for() -> None:
    cv = "Ann Smith\n\nCertificates\nPSIRA registered, Grade D\n"
    job = "Requirements\n- Active PSIRA registration with Grade C or higher\n"
    (mapped,) = map_requirements(job, cv, [])
    assert mapped.line is None
    assert mapped.perhaps is None
    assert [part.text for part in mapped.in_part] == ["PSIRA registered, Grade D"]


def test_skills_that_a_case_shows() -> None:
    job = "Requirements:\n- Good communication skills\n- Experience of caring for older people\n"
    told = {found.requirement.topic: found.requirement for found in map_requirements(job, "", [])}
    assert [is_soft_skill(requirement) for requirement in told.values()] == [True, False]


@pytest.mark.parametrize(
    ("requirement", "line"),
    [
        ("Good knowledge of Outlook and Word", "Typing speed 74 words a minute"),
        ("Dentally practice software", "Dental Nurse, Pearl Street Practice, 2020 to now"),
        ("Legal Secretaries diploma or equivalent", "Secretary, Garrow Solicitors, 2018 to now"),
        ("Audio typing with BigHand", "Typing letters for two partners"),
        ("Sectional felling and rigging", "Fell runner, twelfth in the Borrowdale race"),
    ],
)
def test_a_word_that_is_shared_by_chance_is_no_support(requirement: str, line: str) -> None:
    cv = f"Ann Lee\nExperience\nClerk, Acme, 2019 - 2024\n- {line}\n- Kept the post book\n"
    (found,) = map_requirements(f"# Job\n## What you need\n- {requirement}\n", cv, [])
    assert (found.status, found.line, found.perhaps) == ("missing", None, None)


def test_a_tool_for_rotas_is_no_formality() -> None:
    job = "# Job\n## What you need\n- Planning in Kronos or a similar rota tool\n"
    (found,) = map_requirements(job, "", [])
    assert not found.requirement.is_formality


@pytest.mark.parametrize(
    ("answer", "may_be_own"),
    [
        ("All the recordings land with me in BigHand.", True),
        ("I have never used BigHand.", False),
    ],
)
def test_where_an_answer_speaks_of_it(answer: str, may_be_own: bool) -> None:
    job = "# Job\n## What you need\n- Audio typing with BigHand\n"
    (found,) = map_requirements(job, "", [GivenAnswer(2, "behaviour", "", answer)])
    assert found.status == "missing"
    assert found.mention == Mention(2, answer, may_be_own, is_denied=not may_be_own)


def test_the_answer_to_a_question_on_a_tool_speaks_of_it() -> None:
    job = "# Developer\n## What you need\n- Experience with GraphQL\n"
    question = "What is your experience with GraphQL?"
    given = GivenAnswer(3, "gap", "GraphQL", "None in production, we have REST.", question)
    (mapped,) = map_requirements(job, CV, [given])
    assert mapped.mention is not None
    assert (mapped.mention.number, mapped.mention.may_be_own) == (3, False)
    assert mapped.status == "missing"


def test_a_task_is_no_formality() -> None:
    job = "# Assistant\n## What you will do\n- Injections and immunizations, phlebotomy\n"
    (duty,) = map_duties(
        job, "Ann Lee\n\nWork\nAssistant, Hull, 2019 to now\n- Phlebotomy and injections\n", []
    )
    assert duty.line or duty.in_part


def test_one_word_of_a_fixed_term_may_mean_another_thing() -> None:
    job = "# Clerk\n## What you need\n- Month End Closing\n- Patience\n"
    cv = "Ann Lee\n\nSkills\nSAP FI (end user), Tally Prime, MS Excel\n"
    mapped = {each.requirement.text: each for each in map_requirements(job, cv, [])}
    assert mapped["Month End Closing"].perhaps is None


@pytest.mark.parametrize(
    ("requirement", "sentence"),
    [
        ("Experience of working with children", "I love working with children, it is my calling."),
        ("GDC registration", "I would go to the manager, by the GDC standards."),
        ("Confident communicator", "Communication, planning, how to be calm."),
    ],
)
def test_a_wish_or_a_bare_name_speaks_of_nothing(requirement: str, sentence: str) -> None:
    given = GivenAnswer(2, "behaviour", "", sentence)
    (mapped,) = map_requirements(f"Requirements:\n- {requirement}\n", "", [given])
    assert mapped.mention is None
    assert mapped.quote is None


@pytest.mark.parametrize(
    ("sentence", "is_told"),
    [
        ("I check the fish and butcher the shellfish each morning.", True),
        ("You say you butcher fish and shellfish here.", False),
        ("My mother prepared fish and shellfish.", False),
    ],
)
def test_a_task_is_told_of_only_by_who_does_it(sentence: str, *, is_told: bool) -> None:
    given = GivenAnswer(2, "requirement", "", sentence, "What do you do?")
    job = "# Cook\n## What you will do\n- Butcher fish and shellfish\n- Wash up\n"
    duty, _ = map_duties(job, "", [given])
    assert bool(duty.quote or duty.mention or duty.in_part) == is_told


def test_what_an_answer_denies_is_not_claimed_by_a_line_in_other_words() -> None:
    cv = "Ann\n\nTraining\nLevel 2 Certificate Supporting Teaching and Learning, 2026\n"
    denied = GivenAnswer(8, "closing", "", "I've not got Team Teach so I wouldn't hold anyone.")
    (mapped,) = map_requirements("Nice to have:\n- Team Teach\n", cv, [denied])
    assert mapped.line is None


YEARS = """Payroll Clerk

Requirements
- 2+ years payroll experience in an Irish payroll environment
- Comfort with a POS (we use Square)
- Level 3 Certificate in Emergency Driving (CERAD) or equivalent
"""


def test_years_are_shown_by_years() -> None:
    topic = "payroll experience in an Irish payroll environment"
    weeks = GivenAnswer(1, "behaviour", "", "In 2024 she was out, and I did five weeks of payroll.")
    years = GivenAnswer(
        1, "behaviour", "", "In 2024 she was out, and I did three years of payroll."
    )
    assert map_topics(weeks, cv="Ann Lee", job=YEARS)[topic].quote is None
    assert map_topics(years, cv="Ann Lee", job=YEARS)[topic].quote == years.answer
    told = "Clerk with three years of Irish payroll experience."
    assert map_topics(cv=f"Ann Lee\n\n{told}", job=YEARS)[topic].line == told


def test_another_tool_of_the_kind_or_the_very_one_will_do() -> None:
    cv = "Ann Lee\n\nWork\nBarista, Kettle, Hull, 2021 to now\n- Bar, pourover, till (Square)\n"
    mapped = map_topics(cv=cv, job=YEARS)["Comfort with a POS"]
    assert mapped.line == "Bar, pourover, till (Square)"


def test_a_paper_that_is_held_stands_on_the_cv_by_its_letters() -> None:
    cv = "Ann Lee\n\nCertificates\nLevel 3 CERAD (2020)\n"
    (mapped,) = [each for topic, each in map_topics(cv=cv, job=YEARS).items() if "Level 3" in topic]
    assert (mapped.line, mapped.gap) == ("Level 3 CERAD (2020)", None)


def test_what_says_that_a_paper_is_missing_is_no_support() -> None:
    job = "Paramedic\n\nRequirements\n- HCPC registration\n- Tact\n"
    mapped = map_topics(cv="Ann Lee\n\nWill apply for HCPC registration in May.", job=job)
    (paper,) = [each for topic, each in mapped.items() if "HCPC" in topic]
    assert (paper.line, paper.perhaps, paper.in_part) == (None, None, ())
    assert paper.gap is not None


@pytest.mark.parametrize(
    ("answer", "is_denied"),
    [
        ("I have never used Kubernetes in production.", True),
        ("Is Kubernetes run by you or by another firm?", None),
        ("In ad is Kubernetes and Terraform, and I liked it.", None),
    ],
)
def test_a_no_is_told_as_one_and_a_question_tells_nothing(
    answer: str, is_denied: bool | None
) -> None:
    given = GivenAnswer(1, "behaviour", "", answer)
    mention = map_topics(given, job=TOOLS)["Kubernetes in production"].mention
    assert (mention and mention.is_denied) == is_denied


def test_a_degree_is_told_before_a_certificate_behind_one() -> None:
    pgce = "PGCE Secondary Science with QTS, University of Worcester, 2022"
    degree = "BSc (Hons) Forensic Science, Staffordshire University, 2019"
    job = "# Teacher\n## What you need\n- A degree in a science subject\n"
    (mapped,) = map_requirements(job, f"Ann Lee\n\nEducation\n{pgce}\n{degree}\n", [])
    assert mapped.line == degree


def test_the_answer_to_a_planned_question_speaks_of_the_task() -> None:
    job = "# Clerk\n## What you will do\n- Liaise with Maintenance about room status\n"
    question = "Part of this job is liaising with Maintenance. What is your experience of that?"
    topic = "liaising with Maintenance about room status"
    told = "I rang the caretaker each morning with the list. He was nice."
    for text, sentence, is_denied in (
        (told, "I rang the caretaker each morning with the list.", False),
        ("None really, in a hotel. We had a caretaker.", "None really, in a hotel.", True),
    ):
        answer = GivenAnswer(4, "requirement", topic, text, question)
        (duty,) = map_duties(job, "Ann Lee\n", [answer])
        assert duty.mention is not None
        assert (duty.mention.sentence, duty.mention.is_denied) == (sentence, is_denied)


def test_a_question_on_the_post_is_on_no_task_of_it() -> None:
    job = "# Paramedic\n## What you will do\n- Supervise student paramedics\n"
    answer = GivenAnswer(1, "requirement", "Paramedic", "I drove the van.", "What went wrong?")
    (duty,) = map_duties(job, "Ann Lee\n", [answer])
    assert duty.mention is None


@pytest.mark.parametrize(
    ("requirement", "kind", "sentence"),
    [
        ("Fluent spoken English", "situation", "People shout in English as if they were deaf."),
        ("Front office experience", "motivation", "Your front office manager was a porter."),
        ("Planning of practicals", "motivation", "I liked the line about planning practicals."),
        ("Working knowledge of Power BI", "opener", "I made Power Query for the report."),
    ],
)
def test_what_others_do_or_have_speaks_of_nothing(
    requirement: str, kind: str, sentence: str
) -> None:
    job = f"# Clerk\n## What you need\n- {requirement}\n"
    answer = GivenAnswer(2, kind, "", sentence, "Why do you apply?")
    (mapped,) = map_requirements(job, "Ann Lee\n", [answer])
    assert (mapped.mention, mapped.quote) == (None, None)


@pytest.mark.parametrize(
    ("wanted", "sentence"),
    [
        ("Experience with SAP", "SAP I also don't have, but I will learn it."),
        ("Experience with Sage 300 or a similar ERP", "What I'd have to learn is Sage 300."),
        ("Experience with Opera Cloud", "I don't know Opera, only Resy."),
    ],
)
def test_what_somebody_lacks_is_told_as_not_there(wanted: str, sentence: str) -> None:
    job = f"# Clerk\n## What you need\n- {wanted}\n"
    answer = GivenAnswer(8, "closing", "", sentence, "What would you like to ask?")
    (mapped,) = map_requirements(job, "Ann Lee\n", [answer])
    assert mapped.mention is not None
    assert mapped.mention.is_denied


def test_a_paper_with_a_number_is_not_stated_by_another() -> None:
    job = "# Manager\n## What you need\n- Food safety / R638 person in charge certificate\n"
    cv = "Ann Lee\n\nCertificates\n{}\n"
    (other,) = map_requirements(job, cv.format("Food hygiene basic, in-house, 2019"), [])
    (same,) = map_requirements(job, cv.format("R638 person in charge certificate, 2022"), [])
    assert (other.line, same.line) == (None, "R638 person in charge certificate, 2022")


PAPER_CV = "Ann Lee\n\nWork\nEngineer, Hull, 2019 to now\n- {}\n\nEducation\n{}\n"


@pytest.mark.parametrize(
    ("requirement", "line", "is_held"),
    [
        ("Driving licence", "First aid. Defensive driving", False),
        ("Driving licence", "First aid. Full driving licence", True),
        ("Registered Graduate Engineer with EBK", "Graduate Engineer EBK (2018). PE later", True),
        ("Professional Engineer", "Graduate Engineer EBK (2018). PE report in preparation", False),
        ("Diploma in hotel management", "2 years Hotel Management, Cebu (undergraduate)", False),
        ("Diploma in hotel management", "Diploma in Hotel Management, 4 of 9 modules", False),
        ("Diploma in hotel management", "Diploma in Hotel Management, Cebu, 2017", True),
    ],
)
def test_a_paper_is_held_only_if_the_cv_says_so(
    requirement: str, line: str, *, is_held: bool
) -> None:
    job = f"# Engineer\n## What you need\n- {requirement}\n"
    (mapped,) = map_requirements(job, PAPER_CV.format("Laid out roads", line), [])
    assert (mapped.line is not None) == is_held


@pytest.mark.parametrize(
    ("line", "states"),
    [
        ("Drawings in Civil 3D", False),
        ("Drawings in Civil 3D and AutoCAD", True),
    ],
)
def test_one_of_several_tools_is_not_all_of_them(line: str, *, states: bool) -> None:
    job = "# Engineer\n## What you need\n- Proficiency in Civil 3D, AutoCAD\n"
    (mapped,) = map_requirements(job, PAPER_CV.format(line, "BSc"), [])
    assert (mapped.line is not None) == states
    assert bool(mapped.in_part) != states


@pytest.mark.parametrize(
    ("answer", "is_denied"),
    [
        ("I havent used eClinicalWorks but I pick up software fast.", True),
        ("I've read about eClinicalWorks but not been trained in it.", True),
        ("I scan letters in eClinicalWorks each day.", False),
    ],
)
def test_an_answer_that_says_no_shows_nothing(answer: str, *, is_denied: bool) -> None:
    job = "# Clerk\n## What you will do\n- Scan letters in eClinicalWorks\n"
    given = GivenAnswer(1, "requirement", "x", answer, "What of scanning?")
    (duty,) = map_duties(job, "Ann Lee\n", [given])
    assert duty.mention is not None
    assert duty.mention.is_denied == is_denied


def test_what_comes_from_a_held_paper_is_no_word_against_it() -> None:
    cv = PAPER_CV.format("Ran hearings", "CIPD Level 5 Diploma, 2023")
    said = "I have never done a TUPE, I've only the theory from the Level 5."
    (mapped,) = map_requirements(
        "# HR Adviser\n## What you need\n- CIPD Level 5\n",
        cv,
        [GivenAnswer(1, "closing", "x", said, "Anything else?")],
    )
    assert mapped.gap is None
    assert mapped.line is not None
