"""Messages as employers write them: what each changes, and that it changes nothing else."""

import pytest

from interview_cli.job_posts.acts import Turn
from interview_cli.job_posts.grounding import is_quoted
from interview_cli.job_posts.pay import Pay
from interview_cli.job_posts.reading import read_acts
from interview_cli.post_models import JobData
from tests.cases import each

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


def build_turn(message: str, asked=None, shown: bool = False, **data: object) -> Turn:
    lists = {field: str(value).split("|") for field, value in data.items() if field in LISTS}
    return Turn(message, "Acme", JobData(**data | lists), asked or "title", shown)


LISTS = ("skills", "responsibilities", "requirements", "benefits")


def read(message: str, asked=None, shown: bool = False, **data: object) -> dict[str, object]:
    """Return what a message changes: a value or a list for each field; "-skills" are removed."""
    values: dict[str, object] = {}
    for act in read_acts(build_turn(message, asked, shown, **data)):
        assert is_quoted(act.words, message)
        value = act.value
        if isinstance(value, Pay):
            value = (value.minimum, value.maximum, value.currency, value.unit)
        if act.kind == "set" and act.field:
            values[act.field] = value
        elif act.kind == "replace" and act.field:
            values[f"-{act.field}"], values[act.field] = [act.old], [value]
        elif act.kind in ("add", "remove"):
            name = f"{'-' * (act.kind == 'remove')}{act.field}"
            values.setdefault(name, [])
            values[name].append(value)  # type: ignore[attr-defined]
    return values


def read_kinds(message: str, asked=None, shown: bool = False, **data: object) -> list[str]:
    """Return the kinds of the acts of a message."""
    return [act.kind for act in read_acts(build_turn(message, asked, shown, **data))]


TURNS: list[tuple[str, dict[str, object]]] = [
    (".net developer full stack", {"title": "Full Stack .NET Developer", "skills": [".NET"]}),
    (
        "senior level with 5+ years experience",
        {"experience_level": "senior", "requirements": ["5+ years experience"]},
    ),
    ("salary: 1,500 - 2,000 JOD monthly", {"salary": (1500, 2000, "JOD", "MONTH")}),
    ("hybrid, 2 days in Amman", {"work_type": "hybrid", "location": "Amman"}),
    ("fully remote in the EU", {"work_type": "remote", "location": "EU"}),
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
    ("actually mid level, not senior", {"experience_level": "mid"}),
    ("change it from junior to mid", {"experience_level": "mid"}),
    ("change the title to Store Manager", {"title": "Store Manager"}),
    ("make the title Lead Electrician", {"title": "Lead Electrician", "experience_level": "lead"}),
    ("the salary should be 2500 JOD instead", {"salary": (2500, 2500, "JOD", "")}),
    ("a nurse for our senior care home", {"title": "Nurse"}),
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
    ("We don't offer remote work", {"work_type": "onsite"}),
    ("home office is not available", {"work_type": "onsite"}),
    ("We do not allow working from home", {"work_type": "onsite"}),
    ("This is not a remote job.", {"work_type": "onsite"}),
    (
        "Cook in York. Remote work is not possible.",
        {"title": "Cook", "location": "York", "work_type": "onsite"},
    ),
    # Messages that say nothing about the job.
    ("hello", {}),
    ("create the post", {}),
    ("perfect", {}),
    ("the post should be ready by May", {}),
    ("can you create a job post for me?", {}),
]


@each(("message", "changes"), TURNS, ids=lambda value: str(value)[:40])
def test_a_message(message: str, changes: dict[str, object]) -> None:
    assert read(message) == changes


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
    ("experience_level", "5 years", {"requirements": ["5 years"]}),
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
    ("location", "shifts 6-2 / 2-10", {"shifts": "6-2 / 2-10"}),
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
    (
        "title",
        "base 40k + commission, OTE 90k",
        {"salary": (40000, 40000, "", ""), "benefits": ["commission"]},
    ),
    ("experience_level", "Manchester", {"location": "Manchester"}),
    (
        "experience_level",
        "cut hair, keep area tidy, look after clients",
        {"responsibilities": ["cut hair", "keep area tidy", "look after clients"]},
    ),
    ("experience_level", "newly qualified", {"experience_level": "junior"}),
    ("experience_level", "mid to senior", {"experience_level": "mid"}),
]

QUESTIONS = [
    "what if we drop triage?",
    "can we remove the salary?",
    "would part time be ok?",
    "should i say mid level?",
]


@pytest.mark.parametrize("message", QUESTIONS)
def test_a_question_changes_nothing(message: str) -> None:
    assert read(message, "location", skills="triage") == {}
    assert read(message, shown=True, skills="triage") == {}


PARAGRAPH = (
    "Artisan bakery in Cork is looking for a pastry chef to join our small team. €16-18 an hour, "
    "full-time, five days. You will make croissants, tarts and cakes for our two shops and help "
    "train an apprentice. At least 3 years of experience and HACCP needed. We offer meals."
)


def test_an_ad_of_one_paragraph() -> None:
    changes = read(PARAGRAPH)
    assert (changes["title"], changes["location"]) == ("Pastry Chef", "Cork")
    assert changes["salary"] == (16, 18, "EUR", "HOUR")
    assert changes["employment_type"] == "FULL_TIME"
    assert changes["benefits"] == ["meals"]
    assert changes["description"] == PARAGRAPH


@each(("asked", "message", "changes"), ANSWERS)
def test_an_answer_to_the_question(asked: str, message: str, changes: dict[str, object]) -> None:
    assert read(message, asked) == changes


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
            "remove 'the company car' please",
            {"benefits": "the company car"},
            {"-benefits": ["the company car"]},
        ),
        (
            "drop first aid and add BLS",
            {"skills": "first aid"},
            {"-skills": ["first aid"], "requirements": ["BLS"]},
        ),
        ("add Docker", {"skills": "Python"}, {"skills": ["Docker"]}),
        ("drop Cobol", {"skills": "Python"}, {}),
    ],
)
def test_removals_and_swaps(
    message: str, lists: dict[str, str], changes: dict[str, object]
) -> None:
    assert read(message, **lists) == changes


@each(
    ("message", "data", "changes"),
    [
        ("no Azure please", {"skills": "Azure|SQL"}, {"-skills": ["Azure"]}),
        ("no Azure please", {"skills": "SQL"}, {}),
        ("Excel isn't needed", {"skills": "Excel"}, {"-skills": ["Excel"]}),
        ("not too senior", {}, {}),
        ("not senior", {"experience_level": "senior"}, {"-experience_level": [""]}),
        ("rather mid than senior", {"experience_level": "senior"}, {"experience_level": "mid"}),
        (
            "remove the second duty",
            {"responsibilities": "bake bread|clean up"},
            {"-responsibilities": ["clean up"]},
        ),
        (
            "move SQL to nice to have",
            {"skills": "SQL"},
            {"-skills": ["SQL"], "requirements": ["SQL"]},
        ),
        ("take the salary off", {"salary_min": 20.0}, {"-salary": [""]}),
        ("call it Head Cook instead", {"title": "Cook"}, {"title": "Head Cook"}),
        (
            "make it 60 to 70",
            {"salary_min": 50000.0, "currency": "EUR", "salary_unit": "YEAR"},
            {"salary": (60000, 70000, "EUR", "YEAR")},
        ),
        ("make that dollars", {"salary_min": 50000.0}, {"salary": (None, None, "USD", "")}),
    ],
)
def test_what_is_denied_or_corrected(
    message: str, data: dict[str, object], changes: dict[str, object]
) -> None:
    assert read(message, "experience_level", shown=True, **data) == changes


@each(
    ("message", "kinds"),
    [
        ("yes", ["confirm"]),
        ("I think so", ["doubt"]),
        ("not yet", ["refuse"]),
        ("undo the last change", ["undo"]),
        ("start over", ["restart"]),
        ("what have you got so far?", ["show"]),
        ("what else do you need?", ["ask"]),
        ("is that salary ok?", ["ask"]),
        ("hello", ["greet"]),
        ("level doesn't matter", ["decline"]),
        ("under 30 only, good looking", ["unlawful", "unlawful"]),
        ("£120 per shift", ["unreadable"]),
        ("we have a big garden", ["beside"]),
        ("no Azure", ["deny"]),
    ],
)
def test_the_act_of_a_message(message: str, kinds: list[str]) -> None:
    assert read_kinds(message, "experience_level", shown=True, title="Cook") == kinds


def test_a_whole_ad() -> None:
    changes = read(AD)
    description = str(changes.pop("description"))
    assert description.startswith("Velora plans the last mile")
    assert changes == {
        "title": "Backend Engineer",
        "experience_level": "senior",
        "work_type": "hybrid",
        "location": "Gothenburg",
        "skills": ["Python"],
        "responsibilities": [
            "Design and run event-driven services in Python",
            "Review code, and mentor two juniors",
        ],
        "requirements": [
            "5+ years of backend development with Python",
            "Terraform",
        ],
        "benefits": ["30 days of holiday"],
        "salary": (55000, 65000, "SEK", "MONTH"),
    }


def test_entries_below_nice_to_have_are_marked() -> None:
    changes = [change for change in read_acts(build_turn(AD)) if change.nice_to_have]
    assert [(change.field, change.value) for change in changes] == [("requirements", "Terraform")]
