"""The title in an employer's message."""

from interview_cli.job_posts.titles import find_title, format_title
from tests.cases import each

TITLES = [
    (".net developer full stack", "Full Stack .NET Developer"),
    ("two electricians for our site", "Electrician"),
    ("maths teacher wanted", "Maths Teacher"),
    ("I'm looking for a Head of Sales", "Head of Sales"),
    ("a nurse for our senior care home", "Nurse"),
    ("a Sales Manager Assistant", "Sales Manager Assistant"),
    ("two foremen", "Foreman"),
    ("senior R&D engineer", "R&D Engineer"),
    ("here is the text\n\nDuty Forecaster", "Duty Forecaster"),
    ("our station wants an operator for control room", "Control Room Operator"),
    ("make it lead", None),
    ("you are an expert", None),
    ("she reports to the sales director", None),
    ("the developer will love our great office", None),
    ("our previous developer was junior", None),
]


@each(("text", "title"), TITLES)
def test_a_title(text: str, title: str | None) -> None:
    match = find_title(text)
    assert (match[0] if match else None) == title


def test_the_words_of_a_title_are_those_of_the_text() -> None:
    assert find_title("we need a senior backend developer, web") == (
        "Backend Developer",
        "senior backend developer",
    )


def test_tools_keep_their_spelling() -> None:
    assert (
        format_title("react native developer for the web") == "React Native Developer for the Web"
    )
