"""What single lines of a CV say against its writer, or leave open."""

from interview_cli.coach.offline.cv_line_advice import suggest_on_lines
from tests.cases import each

WANTED = ["Site Safe passport", "HCPC registration", "LBP or working towards it", "Team spirit"]
CV = "Ann Lee\n\nWork\nCarpenter, Hull Homes, 2019 to now\n- Framed 12 houses a year\n\nPapers\n"


def advise(line: str) -> str:
    return " ".join(suggest_on_lines(WANTED, f"{CV}{line}\n"))


@each(
    ("line", "words"),
    [
        ("Site Safe passport - lapsed in Feb", "lapsed in Feb”: renew it, and write the new date"),
        ("Site Safe passport - lapsed, booked to renew", "the day for which it is booked"),
        ("CPR 2019 expired", "“CPR 2019 expired”: renew it and write the new date, or leave"),
        ("Team Teach (2020, lapsed); Walkthrus", "“Team Teach (2020, lapsed)”: renew it and"),
        ("LBP - haven't applied yet", "yet”: write by when you will have it."),
        ("Not done the childhood part.", "or leave it out."),
        ("Will apply for HCPC registration on completion", "write the month in which"),
        ("Level 5 Diploma - started October, 4 units done", "write the month in which"),
        ("First aid at work (expires this year)", "the day on which you renew it"),
        ("Cert II half done, stopped as could not afford it", "leave the reason out"),
    ],
)
def test_a_line_on_what_is_not_there_is_to_give_its_date(line: str, words: str) -> None:
    assert words in advise(line)


@each(
    "line",
    [
        "Site Safe passport, valid until May 2029",
        "Level 5 Diploma, 4 units done, finishes June 2027",
        "Have not missed a day since 2019",
        "Permits for 40 sites",
        "While studying English",
    ],
)
def test_a_line_on_what_is_there_is_left_alone(line: str) -> None:
    assert advise(line) == ""


def test_what_the_ad_asks_for_comes_first() -> None:
    texts = list(suggest_on_lines(WANTED, f"{CV}CPR 2019 expired\nLBP - haven't applied yet\n"))
    assert ["LBP" in text for text in texts] == [True, False]


def test_a_month_on_another_line_is_not_asked_for() -> None:
    profile = "Currently studying AAT Level 3 and looking for a role."
    course = "AAT Level 3 Diploma in Accounting - City College"
    dated = f"{profile}\n\nEducation\n{course}, due to finish June\n"
    undated = f"{profile}\n\nEducation\n{course}\n"
    asks = "write the month"
    assert not any(asks in text for text in suggest_on_lines(["AAT Level 3"], dated))
    assert any(asks in text for text in suggest_on_lines(["AAT Level 3"], undated))
