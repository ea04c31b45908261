"""What a question asks of a deed: it depends on what the CV leaves open."""

from benchmarks.ratings import create_facts
from interview_cli.coach.offline.cv_deeds import find_project, rank_work
from tests.cases import each

AD = "You book viewings, collect rents and keep the arrears down."
RESULT = "cut no-shows from 18% to 11%"


def _find(line: str, *, older: str = "", title: str = "Lettings negotiator") -> dict[str, str]:
    cv = f"Experience\n\n{title}, Holm Homes, 2020 - now\n- {line}\n\n{older}"
    facts = create_facts(title="Lettings Negotiator", level="mid", job=AD, cv_text=cv)
    return find_project(facts._replace(year=2026), rank_work(facts))


@each(
    ("line", "kind"),
    [
        ("Cut no-shows from 18% to 11%", None),
        ("Cut no-shows from 18% to 11% because I texted everybody", "explained_deed"),
        ("Cut no-shows from 18% to 11% by calling the day before", "explained_deed"),
        ("Introduced reminders; cut no-shows from 18% to 11%", "explained_deed"),
        ("Led a team of seven", "standing_deed"),
        ("Managed nine negotiators from 2021", "standing_deed"),
    ],
)
def test_the_kind_of_a_deed(line: str, kind: str | None) -> None:
    found = _find(line)
    assert found["deed"]
    assert next(iter(found)) == (kind or "deed")


@each(
    "line",
    [
        "Closed 3 nights a week",
        "Found duplicate vendor credit $14,300",
        "Cut handling from 11 min to 4",
        "Sat in on inspections. Led two on my own (a leak; a fire)",
        "Rent of $90k was lost; recovered all but $12k",
        "Closed 4 months covid",
        "Opened three across Leeds",
        "Caseload from 16 to 22: flats, shops",
        "Increased the queue from 5 to 20",
        "Complaints from 4 to 9 a month",
    ],
)
def test_no_deed_that_nobody_would_say_back(line: str) -> None:
    assert _find(line) == {}


@each(
    ("line", "deed"),
    [
        ("Led two inspections on my own", "led two inspections on your own"),
        ("Caseload from 22 to 16", "got the caseload down from 22 to 16"),
        ("Ticket sales from 40 to 90 a week", "got ticket sales up from 40 to 90 a week"),
        ("Closed two branches", "closed two branches"),
    ],
)
def test_what_has_its_noun_and_was_aimed_at_is_a_deed(line: str, deed: str) -> None:
    assert _find(line)["deed"] == deed


def test_a_deed_of_an_earlier_job_says_which_it_was() -> None:
    older = f"School secretary, Oakfield School, 2012 - 2020\n- {RESULT.capitalize()}"
    found = _find("Books viewings for nine flats a week", older=older)
    assert found["deed"].endswith("when you were a school secretary")


def test_somebody_is_still_what_they_were_in_an_earlier_job() -> None:
    older = f"Negotiator, Brook Homes, 2012 - 2020\n- {RESULT.capitalize()}"
    found = _find("Books viewings for nine flats a week", older=older)
    assert found["deed"].endswith("in an earlier job")


def test_short_units_are_written_out() -> None:
    assert _find("Cut the queue from 11 min to 4")["deed"] == "cut the queue from 11 minutes to 4"
