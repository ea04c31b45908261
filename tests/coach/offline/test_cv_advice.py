"""What a coach would change in a CV for any job."""

import pytest

from interview_cli.coach.offline.cv_advice import suggest_for_any_job
from interview_cli.requirements.coverage import map_requirements

CV = """Ann Lee

{profile}

Work
Clerk, Hull Foods, Hull, 2021 to now
{now}

Porter, Hull Inn, Hull, 2017 - 2019
- Carried 40 bags a day
- Kept the keys
- Wrote the log

{rest}
"""


def suggest(
    ad: str = "- Patience",
    profile: str = "",
    now: str = "",
    rest: str = "",
) -> str:
    now = now or "- Sold 30 tickets a day\n- Kept the till\n- Trained two juniors"
    cv = CV.format(profile=profile, now=now, rest=rest)
    mapped = map_requirements(f"Must have:\n{ad}\n", cv, [])
    texts = [each.requirement.text for each in mapped]
    return " ".join(suggest_for_any_job(mapped, texts, cv))


@pytest.mark.parametrize(
    ("skills", "is_said"),
    [
        ("Skills: typing, Jobpac", True),
        ("Skills: typing. Not Jobpac", False),
        ("Skills: typing, Sage", False),
    ],
)
def test_a_tool_that_stands_only_in_a_list_needs_a_use(skills: str, *, is_said: bool) -> None:
    text = suggest("- Office work in Jobpac", rest=skills)
    assert ("“Jobpac”, which stands only in a list" in text) == is_said


def test_a_tool_that_a_line_on_work_uses_needs_none() -> None:
    now = "- Ran the payments in Jobpac for 30 firms"
    assert "only in a list" not in suggest(
        "- Office work in Jobpac", now=now, rest="Skills: Jobpac"
    )


@pytest.mark.parametrize(
    ("profile", "words"),
    [
        ("Friendly and hard working clerk.", "Friendly and hard working"),
        ("I'm a bubbly people person.", "bubbly people person"),
        ("Results-driven clerk of 6 years.", "Results-driven"),
        ("Clerk of 6 years with a till of 900 guests.", ""),
    ],
)
def test_first_lines_that_fit_anybody_are_named(profile: str, words: str) -> None:
    text = suggest("- Trained juniors", profile=profile)
    assert (f"“{words}” in your first lines" in text) == bool(words)
    assert ("such as “Trained two juniors”" in text) == bool(words)


def test_a_paper_to_come_needs_its_month() -> None:
    text = suggest("- ALERT course", rest="Training\nALERT course booked for spring")
    assert "“ALERT course booked for spring”: give the month" in text


def test_the_present_job_needs_as_many_lines_as_an_older_one() -> None:
    assert "Tell more of what you do now" in suggest(now="- Sold 30 tickets a day")
    assert "Tell more of what you do now" not in suggest()


def test_work_without_any_number_is_asked_for_one() -> None:
    work = "- Sold the tickets\n- Kept the till\n- Wrote the log\n"
    cv = f"Ann Lee\n\nWork\nClerk, Hull, 2019 to now\n{work}"
    told = " ".join(suggest_for_any_job([], [], cv))
    assert "“Sold the tickets”: how many" in told
    assert "how many" not in suggest()


def test_a_language_needs_no_use() -> None:
    text = suggest("- Basic Dutch (A2) and Jobpac", rest="Skills: Dutch A2, Jobpac")
    assert "“Jobpac”, which stands" in text
    assert "Dutch" not in text


@pytest.mark.parametrize(
    ("profile", "said"),
    [
        ("I am good with people.", "“good with people” in your first lines"),
        ("I am good with people who hate the dentist.", ""),
    ],
)
def test_a_phrase_that_goes_on_as_ones_own_is_no_cliche(profile: str, said: str) -> None:
    assert said in suggest(profile=profile)
    assert ("first lines" in suggest(profile=profile)) == bool(said)


def test_first_lines_that_name_what_counts_are_only_cleared() -> None:
    profile = "Hardworking and reliable clerk with Jobpac payments."
    text = suggest("- Jobpac payments", profile=f"Profile\n{profile}")
    assert "Leave it out." in text
    assert "Begin with what this job asks for" not in text


def test_one_tool_of_a_choice_needs_no_use_if_another_has_one() -> None:
    now = "- Wrote reports in Python for 30 firms"
    assert "only in a list" not in suggest("- Python or R", now=now, rest="Skills: R, typing")
