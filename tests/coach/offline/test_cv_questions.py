"""The job in a CV that a question begins with."""

import pytest

from benchmarks.ratings import create_facts
from interview_cli.coach.offline.cv_deeds import find_project, rank_work
from interview_cli.coach.offline.cv_questions import find_role
from tests.cases import each

BAKER = "Baker, Feltro Bakery, {years}\n- Shaped sourdough loaves, fed starters and loaded ovens"
CLERK = "Warehouse operative, Brook & Sons, {years}\n- Loaded lorries"
FILLER = "2022 - now   Nights at Brook & Sons"
AD = "You shape sourdough loaves, feed the starters and load the ovens."


def _cv(*entries: tuple[str, str]) -> str:
    return "Experience\n\n" + "\n\n".join(text.format(years=years) for text, years in entries)


@pytest.mark.parametrize(
    ("cv", "role"),
    [
        (_cv((BAKER, "2020 - now"), (CLERK, "2015 - 2020")), "a baker"),
        (_cv((CLERK, "2025 - now"), (BAKER, "2016 - 2025")), "a baker"),
        (
            _cv((BAKER.replace("Baker,", "Baker / van driver,"), "2020 - now")),
            "a baker and van driver",
        ),
        (_cv((BAKER.replace("Baker,", "Re: Posting for Baker,"), "2020 - now")), None),
        (_cv((BAKER.replace("Baker,", "Cook, then baker,"), "2020 - now")), "a baker"),
        (_cv((BAKER.replace("Baker,", "- Baker,"), "2020 - now")), "a baker"),
        (_cv((CLERK, "2019 - now"), (BAKER, "2012 - 2019")), "a baker"),
        (_cv((CLERK, "2013 - now"), (BAKER, "2008 - 2013")), "a warehouse operative"),
        (_cv((CLERK, "2024 - now"), (BAKER, "2016 - now")), "a baker"),
        (_cv((FILLER, ""), (BAKER, "2015 - 2019")), None),
        (_cv((FILLER, ""), (BAKER, "2019 - 2024")), "a baker"),
        (_cv((FILLER, ""), (CLERK, "2015 - 2019")), None),
        (_cv((CLERK, "2017 - now")), "a warehouse operative"),
    ],
)
def test_the_latest_job_is_taken_or_the_whole_cv(cv: str, role: str | None) -> None:
    facts = create_facts(title="Baker", level="mid", job=AD, cv_text=cv)._replace(year=2026)
    assert find_role(facts).get("role") == role


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("Staf nurse, St Mary, 2019 - now", "a staff nurse"),
        ("Pharmasy nurse, St Mary, 2019 - now", None),
        ("Saturday nurse, St Mary, 2019 - now", "a Saturday nurse"),
        ("Macmillan nurse, St Mary, 2019 - now", "a Macmillan nurse"),
    ],
)
def test_no_typo_is_said_back(line: str, role: str | None) -> None:
    cv = f"Experience\n\n{line}\n- Cared for eight patients"
    facts = create_facts(title="Staff Nurse", level="mid", job="Care for patients.", cv_text=cv)
    assert find_role(facts).get("role") == role


STORE = "You open the store, lead a team of six and count the stock."


@pytest.mark.parametrize(
    ("title", "role"),
    [("Store Supervisor", "a team leader"), ("Stock Assistant", "a stock assistant")],
)
def test_who_is_to_lead_is_asked_about_the_job_that_led(title: str, role: str) -> None:
    filler = ("Stock assistant, B&M, {years}\n- Filled shelves at night", "2023 - 2025")
    cv = _cv(filler, ("Team leader, Wilko, {years}\n- Trained two starters", "2016 - 2023"))
    facts = create_facts(title=title, level="mid", job=STORE, cv_text=cv)._replace(year=2026)
    assert find_role(facts)["role"] == role


@pytest.mark.parametrize(
    ("line", "deed"),
    [
        ("Cut write-offs from £900 to £350 a month", "cut write-offs from £900 to £350 a month"),
        ("Trained eleven new starters", "trained eleven new starters"),
        ("Led a gang of nine", "led a gang of nine"),
        ("Cut hedges from nine to five", None),
        ("Trained for two years", None),
    ],
)
def test_a_result_in_numbers_is_told_whatever_the_job(line: str, deed: str | None) -> None:
    cv = f"Experience\n\nFarm hand, Holm Farm, 2019 - 2024\n- {line}"
    facts = create_facts(title="Baker", level="mid", job=AD, cv_text=cv)
    assert find_project(facts, rank_work(facts)).get("deed") == deed


def test_cabin_crew_has_no_article() -> None:
    cv = "Experience\n\nCabin crew, Feltro Air, 2019 - now\n- Served meals on long flights"
    facts = create_facts(title="Cabin crew", level="mid", job="Serve meals.", cv_text=cv)
    assert find_role(facts)["stand"] == "you're working as cabin crew at the moment"


@pytest.mark.parametrize(
    ("line", "deed"),
    [
        ("Introduced a new rota for the bakers", "introduced a new rota for the bakers"),
        (
            "Moved the shop to Kafka streams, which cut closing from 9 hours to 20 minutes",
            "moved the shop to Kafka streams",
        ),
        ("Trained two bakers and kept the books", "trained two bakers"),
        ("Wrote the report for the oven each time", None),
        ("Wrote the report", None),
    ],
)
def test_a_line_is_said_whole_or_not_at_all(line: str, deed: str | None) -> None:
    cv = f"Experience\n\nBaker, Holm House, 2019 - 2024\n- {line}"
    facts = create_facts(title="Baker", level="mid", job=AD, cv_text=cv)
    assert find_project(facts, rank_work(facts)).get("deed") == deed


@each(
    ("line", "present"),
    [
        ("Key Accounts & Growth, Jumia, Lagos, 2022 - now", True),
        ("Career break, 2022 - now", False),
        ("Self employed, KBM Heating, 2022 - now", False),
        ("Volunteer driver, Age Care, 2022 - now", False),
    ],
)
def test_a_present_job_without_a_title_comes_before_old_ones(line: str, *, present: bool) -> None:
    cv = f"WORK EXPERIENCE\n\n{line}\n- 40 accounts\n\nBaker, Mill House, 2012 - 2018\n- loaves\n"
    facts = create_facts(title="Baker", level="mid", job=AD, cv_text=cv)._replace(year=2026)
    assert ("present_job" in find_role(facts)) is present


def test_the_present_job_of_related_work_comes_before_an_old_one() -> None:
    cv = _cv((BAKER.replace("Baker,", "Pastry cook,"), "2021 - now"), (BAKER, "2012 - 2018"))
    facts = create_facts(title="Baker", level="mid", job=AD, cv_text=cv)._replace(year=2026)
    assert find_role(facts)["role"] == "a pastry cook"


def test_the_job_of_the_very_kind_comes_before_a_related_one() -> None:
    crossing = "Pastry cook, Feltro Schools, {years}\n- 40 children a day"
    cv = _cv((crossing, "2021 - now"), (BAKER, "2025 - 2025"))
    facts = create_facts(title="Baker", level="mid", job=AD, cv_text=cv)._replace(year=2026)
    assert find_role(facts)["role"] == "a baker"


def test_a_related_job_of_one_season_is_not_the_subject() -> None:
    season = "Pastry cook, Feltro Fair, {years}\n- Fried doughnuts"
    cv = _cv((CLERK, "2025 - now"), (season, "2024 - 2024"))
    facts = create_facts(title="Baker", level="mid", job=AD, cv_text=cv)._replace(year=2026)
    assert find_role(facts).get("role") != "a pastry cook"


@each(
    ("line", "deed"),
    [
        ("Raised around 1,400 WIR in two years", None),
        (
            "Took waste from 9% to 4% (team of 3)",
            "got waste down from 9% to 4% in a team of 3",
        ),
        ("Stocktake weekly, flour cost from 34% to 30%", "got the flour cost down from 34% to 30%"),
        (
            "Took complaints from around 12 to 5 per day",
            "got complaints down from around 12 to 5 a day",
        ),
        (
            "Sourdough mailing list from 4,200 to 13,600",
            "got the sourdough mailing list up from 4,200 to 13,600",
        ),
        ("Took burns from 3.9 to 2.2", None),
        ("Member of the waste committee; waste from 9% to 4%", None),
        ("Cut dough-to-oven from 9 hours to 4", None),
        ("Audited every other week with two others", None),
        ("Reduce daily waste from 9 kilos to 4", "reduced daily waste from 9 kilos to 4"),
        (
            "Built website for the loaves and starters",
            "built a website for the loaves and starters",
        ),
    ],
)
def test_a_deed_is_told_with_its_team_and_as_news(line: str, deed: str | None) -> None:
    cv = f"WORK EXPERIENCE\n\nBaker, Mill House, 2020 - now\n- {line}\n"
    facts = create_facts(title="Baker", level="mid", job=AD, cv_text=cv)._replace(year=2026)
    assert find_project(facts, rank_work(facts)).get("deed") == deed
