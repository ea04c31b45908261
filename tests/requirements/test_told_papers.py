"""The papers that an ad names anywhere and of which a CV says that they are not there."""

from datetime import date

from interview_cli.requirements.told_papers import find_told_papers
from tests.cases import each

AD = "Lifeguard\n\nPool lifeguard in Hull\nMatric\n{}\nTwo years of work with people\n"
CV = "Ann Smith\n\nExperience\nGuard, Smith & Co, 2019 to now\n- Watched\n\nCertificates\n{}\n"
DAY = date(2026, 11, 22)


@each(
    ("demand", "line", "found"),
    [
        ("PDP and code 10 licence to drive the staff bus", "PrDP expired in July", ["PDP licence"]),
        ("Safe Pass", "Safe Pass exp 11/2025", ["Safe Pass"]),
        ("Safe Pass", "Safe Pass exp 11/2028", []),
        ("Safe Pass", "Manual handling, 2026", []),
        ("Safe Pass would be an advantage", "Safe Pass expired", []),
        ("Safe Pass, or willing to get it", "Safe Pass expired", []),
        ("Safe Pass or another site card", "Safe Pass expired", []),
    ],
)
def test_a_paper_that_a_cv_says_is_over_is_found_anywhere(
    demand: str, line: str, found: list[str]
) -> None:
    papers = find_told_papers(AD.format(demand), CV.format(line), DAY)
    assert [paper.topic for paper in papers] == found
