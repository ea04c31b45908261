"""Whether people report to a post, and whether the applicant has led any."""

from benchmarks.questions import ask_questions
from benchmarks.ratings import create_facts
from interview_cli.coach.offline.leadership import has_led, settle_level, steps_up
from interview_cli.vocabulary import Level
from tests.cases import each

CLEANER = "Housekeeper, Premier Inn, 2020-2025: cleaned 16 rooms a shift."
LEAVER = "EDUCATION\nGCSEs 2025: English 5, Maths 4\nOTHER\nRan the school tuck shop in Year 11"
TEAM_OF_OWN = ("your team", "people you've led", "what you hand on", "people were against it")


@each(
    ("title", "job", "level", "settled"),
    [
        ("Head of Sparkle", "You clean offices.", "executive", "senior"),
        ("Chief Happiness Officer", "You answer customers' emails.", "executive", "senior"),
        ("Lead Hand", "You milk 400 cows and feed calves.", "lead", "senior"),
        ("Lead Hand", "You plan the day of a crew of five.", "lead", "lead"),
        ("Store Manager", "You lead, train and motivate our team.", "lead", "lead"),
        ("Office Manager", "You keep the books and order supplies.", "lead", "senior"),
        ("Ice technician", "You make the ice.", "lead", "lead"),  # a level that somebody chose
        ("Store Manager", "", "lead", "lead"),
    ],
)
def test_a_title_alone_presupposes_nobody_to_lead(
    title: str, job: str, level: Level, settled: Level
) -> None:
    facts = create_facts(title=title, level=level, job=job, cv_text=CLEANER)
    assert settle_level(facts).level == settled


@each(
    ("cv", "is_so"),
    [
        ("Shift leader, Odeon, 2021-2025: 6 staff a shift", True),
        ("CORPORAL, 2010-2018\nLED A SECTION OF EIGHT", True),
        ("Store manager, Next, 2018-2025: windows", True),
        ("Assistant site manager, Persimmon, 2024-2025. Snagged 40 plots.", False),
        ("Jo Pike\n- Trained eleven new starters\n- Planned with the regional manager", False),
        ("EXPERIENCE\nTeam leader, Wilko, 2019 - 2024\n- Counted the stock", True),
        ("OTHER\nRan the school tuck shop in Year 10", False),
        (CLEANER, False),
        (LEAVER, False),
    ],
)
def test_a_cv_shows_whether_somebody_has_led(cv: str, *, is_so: bool) -> None:
    assert has_led(cv) == is_so


def test_a_cv_without_jobs_shows_nobody_who_was_led() -> None:
    job = "You lead a team of six."
    facts = create_facts(title="Store Supervisor", level="lead", job=job, cv_text=LEAVER)
    assert steps_up(facts)
    led = create_facts(
        title="Store Supervisor", level="lead", job=job, cv_text="Led a team of six at Next"
    )
    assert not steps_up(led)


@each(
    ("title", "job", "cv"),
    [
        ("Head of Making Things Nice (Cleaner)", "You clean offices in the evening.", CLEANER),
        (
            "Exec Asst II – CFO Office",
            "Diary, travel and board packs for the CFO and two directors.",
            "Team assistant, KPMG Leeds, 2020-2025. Diaries for 5 partners.",
        ),
        (
            "Chief Happiness Officer",
            "You answer customers' emails for an online bakery and send refunds.",
            "Call handler, Yorkshire Water, 2021-2025: 45 calls a day.",
        ),
    ],
)
def test_no_question_presupposes_a_team_that_only_a_title_speaks_of(
    title: str, job: str, cv: str
) -> None:
    pair = {"title": title, "company": "Acme", "level": "", "job": job, "cv": cv}
    for session in (1, 2, 3):
        asked = "\n".join(each.text for each in ask_questions("pair", pair, session=session))
        assert not any(words in asked for words in TEAM_OF_OWN)


def test_a_school_leaver_is_not_asked_about_people_they_have_led() -> None:
    job = "Open and close, cash up, lead a team of six, hit weekly sales targets."
    pair = {"title": "Store Supervisor", "company": "Acme", "level": "", "job": job, "cv": LEAVER}
    for session in (1, 2, 3):
        asked = "\n".join(each.text for each in ask_questions("pair", pair, session=session))
        assert "you've led" not in asked
        assert "do you expect of your team" not in asked
