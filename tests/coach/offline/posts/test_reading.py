"""Turns of employers, as people write them: what each must change, and that it changes no more."""

import pytest

from interview_cli.coach.base import PostFacts
from interview_cli.coach.offline.posts.reading import changes_said
from interview_cli.job_posts.grounding import stands_in
from interview_cli.job_posts.pay import Pay

AD = """# Senior Backend Engineer
Velora Logistics, Gothenburg (hybrid)

Velora plans the last mile for 400 shops in Sweden. We are looking for a backend engineer who wants
to own services from the first sketch to the night they run, with a team that knows the trade well.

## What you will do
- Design and run event-driven services in Python
- Review code, and mentor two juniors

## What you bring
- 5+ years of backend development with Python

## Nice to have
- Terraform

## What we offer
- 30 days of holiday
- SEK 55,000-65,000 per month
"""


def said(message: str, asked=None, shown: bool = False, **lists: str) -> dict[str, object]:
    """What a message changes: a value a field, a list of entries, or those to go after a minus."""
    facts = PostFacts(
        fence="0123456789abcdef",
        company_name="Acme",
        message=message,
        said=(),
        data={},
        lists={field: tuple(entries.split("|")) for field, entries in lists.items()},
        asked=asked,
        is_shown=shown,
    )
    told: dict[str, object] = {}
    for change in changes_said(facts):
        assert stands_in(change.words, message)
        value = change.value
        if isinstance(value, Pay):
            value = (value.minimum, value.maximum, value.currency, value.unit)
        if change.action == "set":
            told[change.field] = value
        else:
            name = change.field if change.action == "add" else f"-{change.field}"
            told.setdefault(name, [])
            told[name].append(value)  # type: ignore[attr-defined]
    return told


TURNS: list[tuple[str, dict[str, object]]] = [
    (".net developer full stack", {"title": "Full Stack .NET Developer", "skills": [".NET"]}),
    (
        "senior level with 5+ years experience",
        {"experience_level": "senior", "requirements": ["5+ years experience"]},
    ),
    ("2-3k JOD a month", {"salary": (2000, 3000, "JOD", "MONTH")}),
    ("€60,000–75,000", {"salary": (60000, 75000, "EUR", "")}),
    ("60k", {"salary": (60000, 60000, "", "")}),
    ("£45/hour", {"salary": (45, 45, "GBP", "HOUR")}),
    ("salary: 1,500 - 2,000 JOD monthly", {"salary": (1500, 2000, "JOD", "MONTH")}),
    ("up to $120k per year", {"salary": (None, 120000, "USD", "YEAR")}),
    ("from 50.000 € p.a.", {"salary": (50000, None, "EUR", "YEAR")}),
    ("it pays 45 pounds per hour", {"salary": (45, 45, "GBP", "HOUR")}),
    ("hybrid, 2 days in Amman", {"work_type": "hybrid", "location": "Amman"}),
    ("fully remote in the EU", {"work_type": "remote", "location": "EU"}),
    ("part time contract for 6 months", {"employment_type": "PART_TIME"}),
    (
        "contract for 6 months, on site in Dubai",
        {"employment_type": "CONTRACTOR", "work_type": "onsite", "location": "Dubai"},
    ),
    (
        "We need a senior nurse for our ward in Leeds, full time, £35,000 a year",
        {
            "title": "Nurse",
            "experience_level": "senior",
            "employment_type": "FULL_TIME",
            "salary": (35000, 35000, "GBP", "YEAR"),
            "location": "Leeds",
        },
    ),
    (
        "We are looking for a Registered Nurse (full-time) in Bristol at £18.50 per hour.",
        {
            "title": "Registered Nurse",
            "employment_type": "FULL_TIME",
            "salary": (18.5, 18.5, "GBP", "HOUR"),
            "location": "Bristol",
        },
    ),
    (
        "Hiring: Senior Data Scientist, remote from Germany, 70-85k EUR per year",
        {
            "title": "Data Scientist",
            "experience_level": "senior",
            "work_type": "remote",
            "salary": (70000, 85000, "EUR", "YEAR"),
            "location": "Germany",
        },
    ),
    (
        "skills: C++, C#, .NET, Node.js and CI/CD",
        {"skills": ["C++", "C#", ".NET", "Node.js", "CI/CD"]},
    ),
    (
        "We want a React developer who knows TypeScript and GraphQL",
        {"title": "React Developer", "skills": ["React", "TypeScript", "GraphQL"]},
    ),
    ("they need to know nodejs; also c++", {"skills": ["Node.js", "C++"]}),
    (
        "You will design APIs, review code and mentor juniors. We offer health insurance.",
        {
            "responsibilities": ["design APIs", "review code", "mentor juniors"],
            "benefits": ["health insurance"],
        },
    ),
    (
        "duties: open the shop, serve guests, close the till",
        {"responsibilities": ["open the shop", "serve guests", "close the till"]},
    ),
    ("they will build our booking system", {"responsibilities": ["build our booking system"]}),
    (
        "we offer health insurance, 25 days of holiday and a company car",
        {"benefits": ["health insurance", "25 days of holiday", "a company car"]},
    ),
    (
        "Responsibilities:\n- answer the phone\n- keep the books\nBenefits:\n* free parking",
        {"responsibilities": ["answer the phone", "keep the books"], "benefits": ["free parking"]},
    ),
    (
        "Duties:\n- care for patients\n- teach students\nWe offer free parking.",
        {
            "responsibilities": ["care for patients", "teach students"],
            "benefits": ["free parking"],
        },
    ),
    ("must have a driving licence", {"requirements": ["a driving licence"]}),
    (
        "they must be fluent in English and have a driving licence",
        {"requirements": ["fluent in English", "a driving licence"]},
    ),
    ("the job is for our Marketing department", {"department": "Marketing"}),
    ("location: Berlin", {"location": "Berlin"}),
    ("no, the location is Zarqa", {"location": "Zarqa"}),
    ("the location is Irbid, work from the office", {"location": "Irbid", "work_type": "onsite"}),
    ("based in New York, USA. Good pay.", {"location": "New York, USA"}),
    ("in amman", {"location": "Amman"}),
    ("actually mid level, not senior", {"experience_level": "mid"}),
    ("change it from junior to mid", {"experience_level": "mid"}),
    ("change the title to Store Manager", {"title": "Store Manager"}),
    ("make the title Lead Electrician", {"title": "Lead Electrician", "experience_level": "lead"}),
    ("the salary should be 2500 JOD instead", {"salary": (2500, 2500, "JOD", "")}),
    ("we'd like it to be part-time, 20 hours a week", {"employment_type": "PART_TIME"}),
    ("two electricians for our site", {"title": "Electrician"}),
    ("maths teacher wanted", {"title": "Maths Teacher"}),
    ("I'm looking for a Head of Sales", {"title": "Head of Sales"}),
    ("remote? no, on site", {"work_type": "onsite"}),
    ("they can work remotely on fridays for paperwork", {"work_type": "hybrid"}),
    ("a nurse for our senior care home", {"title": "Nurse"}),
    ("Band 5 £28,407", {"salary": (28407, 28407, "GBP", "")}),
    ("CA$58,000–CA$75,000/yr", {"salary": (58000, 75000, "CAD", "YEAR")}),
    ("£60 to 80 thousand", {"salary": (60000, 80000, "GBP", "")}),
    ("£16.50ph", {"salary": (16.5, 16.5, "GBP", "HOUR")}),
    ("11.90 an hour", {"salary": (11.9, 11.9, "", "HOUR")}),
    ("location is kilkenny city actually", {"location": "Kilkenny City"}),
    ("also add night shifts to the duties", {"responsibilities": ["night shifts"]}),
    ("please also mention free lunch", {"benefits": ["free lunch"]}),
    ("yes but make it lead", {"experience_level": "lead"}),
    ("i meant assistant teacher", {"title": "Assistant Teacher"}),
    (
        "Senior electrician in Leeds. skills: testing. duties: rewires, tests. Benefits: van",
        {
            "title": "Electrician",
            "experience_level": "senior",
            "location": "Leeds",
            "skills": ["testing"],
            "responsibilities": ["rewires", "tests"],
            "benefits": ["van"],
        },
    ),
    # What says nothing of the job.
    ("no one junior obviously", {}),
    ("Remote isn't possible", {}),
    ("full time or part time", {}),
    ("$1,000 sign-on bonus", {}),
    ("manage a budget of $2m", {}),
    ("deal size 10k-50k EUR", {}),
    ("hello", {}),
    ("create the post", {}),
    ("perfect", {}),
    ("the post should be ready by May", {}),
    ("can you create a job post for me?", {}),
    ("the salary is competitive", {}),
    ("60k users every month", {}),
    ("5 days a week", {}),
    ("no remote work please", {}),
    ("our remote team is great and fast", {}),
    ("she reports to the sales director", {}),
    ("the developer will love our great office", {}),
    ("work on Mondays in July", {}),
    ("junior or mid", {}),
]


@pytest.mark.parametrize(("message", "changes"), TURNS, ids=lambda value: str(value)[:40])
def test_a_turn(message: str, changes: dict[str, object]) -> None:
    assert said(message) == changes


ANSWERS: list[tuple[str, str, dict[str, object]]] = [
    ("skills", "Python, Kafka and AWS", {"skills": ["Python", "Kafka", "AWS"]}),
    (
        "skills",
        "patient care; wound dressing; IV lines",
        {"skills": ["patient care", "wound dressing", "IV lines"]},
    ),
    ("skills", "whatever you think", {}),
    ("skills", "you decide", {}),
    ("title", "barista", {"title": "Barista"}),
    ("title", "hi", {}),
    ("title", "I'd like to post a job", {}),
    ("title", "what do you mean?", {}),
    ("title", "we need someone good who can start soon and help us grow a lot", {}),
    ("location", "Amman", {"location": "Amman"}),
    ("location", "it's in Irbid", {"location": "Irbid"}),
    ("location", "Berlin or remote", {"location": "Berlin", "work_type": "remote"}),
    ("location", "in the office", {"work_type": "onsite"}),
    ("experience_level", "mid", {"experience_level": "mid"}),
    ("experience_level", "5 years", {}),
    (
        "responsibilities",
        "design APIs, review code and mentor juniors",
        {"responsibilities": ["design APIs", "review code", "mentor juniors"]},
    ),
    (
        "responsibilities",
        "also add: mentoring juniors",
        {"responsibilities": ["mentoring juniors"]},
    ),
    ("responsibilities", "it's in Leeds, hybrid", {"location": "Leeds", "work_type": "hybrid"}),
    ("responsibilities", "ready", {}),
    ("location", "ok publish it", {}),
    ("location", "dunno you tell me", {}),
    ("location", "shifts 6-2 / 2-10", {}),
    ("location", "its in brighton", {"location": "Brighton"}),
    ("location", "leeds and bradford area", {"location": "Leeds and Bradford area"}),
    ("responsibilities", "yes please", {}),
    ("responsibilities", "up to you", {}),
    ("responsibilities", "I think we're done, create it", {}),
    ("skills", "hmm", {}),
    (
        "skills",
        "plan lessons; teach KS3; mark work",
        {"responsibilities": ["plan lessons", "teach KS3", "mark work"]},
    ),
    ("title", "good morning", {}),
    ("title", "base 40k + commission, OTE 90k", {}),
    ("experience_level", "Manchester", {"location": "Manchester"}),
    (
        "experience_level",
        "cut hair, keep area tidy, look after clients",
        {"responsibilities": ["cut hair", "keep area tidy", "look after clients"]},
    ),
    ("experience_level", "fades, beard trims", {"skills": ["fades", "beard trims"]}),
    ("experience_level", "newly qualified", {"experience_level": "junior"}),
    ("experience_level", "mid to senior", {}),
]

QUESTIONS = [
    "what if we drop triage?",
    "can we remove the salary?",
    "would part time be ok?",
    "should i say mid level?",
]


@pytest.mark.parametrize("message", QUESTIONS)
def test_a_question_changes_nothing(message: str) -> None:
    assert said(message, "location", skills="triage") == {}
    assert said(message, shown=True, skills="triage") == {}


PARAGRAPH = (
    "Artisan bakery in Cork is looking for a pastry chef to join our small team. €16-18 an hour, "
    "full-time, five days. You will make croissants, tarts and cakes for our two shops and help "
    "train an apprentice. At least 3 years of experience and HACCP needed. We offer meals."
)


def test_an_ad_of_one_paragraph() -> None:
    told = said(PARAGRAPH)
    assert (told["title"], told["location"]) == ("Pastry Chef", "Cork")
    assert told["salary"] == (16, 18, "EUR", "HOUR")
    assert told["employment_type"] == "FULL_TIME"
    assert told["benefits"] == ["meals"]
    assert told["description"] == PARAGRAPH


@pytest.mark.parametrize(("asked", "message", "changes"), ANSWERS)
def test_an_answer_to_what_was_asked(asked: str, message: str, changes: dict[str, object]) -> None:
    assert said(message, asked) == changes


@pytest.mark.parametrize(
    ("message", "lists", "changes"),
    [
        ("drop Azure", {"skills": "Python|Azure"}, {"-skills": ["Azure"]}),
        ("we don't need Azure or Python", {"skills": "Azure"}, {"-skills": ["Azure"]}),
        (
            "replace Java with Kotlin",
            {"skills": "Java|SQL"},
            {"-skills": ["Java"], "skills": ["Kotlin"]},
        ),
        ("Kotlin instead of Java", {"skills": "Java"}, {"-skills": ["Java"], "skills": ["Kotlin"]}),
        ("remove the company car", {"benefits": "a company car"}, {"-benefits": ["a company car"]}),
        (
            "drop first aid and add BLS",
            {"skills": "first aid"},
            {"-skills": ["first aid"], "skills": ["BLS"]},
        ),
        ("add Docker", {"skills": "Python"}, {"skills": ["Docker"]}),
        ("drop Cobol", {"skills": "Python"}, {}),
    ],
)
def test_what_is_to_go(message: str, lists: dict[str, str], changes: dict[str, object]) -> None:
    assert said(message, **lists) == changes


def test_a_whole_ad() -> None:
    told = said(AD)
    description = str(told.pop("description"))
    assert description.startswith("Velora plans the last mile")
    assert told == {
        "title": "Backend Engineer",
        "experience_level": "senior",
        "work_type": "hybrid",
        "location": "Gothenburg",
        "skills": ["Python", "Terraform"],
        "responsibilities": [
            "Design and run event-driven services in Python",
            "Review code, and mentor two juniors",
        ],
        "requirements": [
            "5+ years of backend development with Python",
            "Terraform (nice to have)",
        ],
        "benefits": ["30 days of holiday"],
        "salary": (55000, 65000, "SEK", "MONTH"),
    }
