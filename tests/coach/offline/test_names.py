"""Job titles and company names, shortened to fit into a question."""

import pytest

from interview_cli.coach.offline.names import shorten_company, shorten_title


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Account Executive, Mid-Market", "Account Executive"),
        ("Nurse (m/f/d)", "Nurse"),
        ("Full-Stack Developer", "Full-Stack Developer"),
        ("Engineer – Payments", "Engineer"),
        ("(Senior)", "(Senior)"),
        ("Line Cook / Chef de Partie", "Line Cook"),
        ("Full/Part-time Nurse", "Full/Part-time Nurse"),
    ],
)
def test_a_title_loses_its_additions(title: str, expected: str) -> None:
    assert shorten_title(title) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Sparrow Property Services Ltd", "Sparrow Property Services"),
        ("Kestrel Shared Services Pvt. Ltd.", "Kestrel Shared Services"),
        ("Rott Antriebstechnik GmbH", "Rott Antriebstechnik"),
        ("Thorn Care Home (Vale Group)", "Thorn Care Home"),
        ("Hotel Alpenblick ****S", "Hotel Alpenblick"),
        ("Field & Co.", "Field & Co."),
        ("Acme, Inc.", "Acme"),
        ("Ltd", "Ltd"),
    ],
)
def test_a_company_loses_its_legal_form(name: str, expected: str) -> None:
    assert shorten_company(name) == expected
