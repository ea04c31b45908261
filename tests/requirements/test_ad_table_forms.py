"""Tables that only lay out a job ad."""

import pytest

from interview_cli.requirements.ad_layout import read_layout
from interview_cli.requirements.extract import find_duties, find_requirements

LABELS = {
    "tabs": """Post\tPayroll Administrator
Reports to\tPayroll Manager
Main duties\tProcess payroll for 900 staff; answer their questions
Systems\tiTrent
Ref\tPAY/0231""",
    "html": """<table><tr><th>Post</th><td>Payroll Administrator</td></tr>
<tr><th>Main duties</th><td><ul><li>Process payroll for 900 staff</li>
<li>answer their questions</li></ul></td></tr>
<tr><th>Systems</th><td>iTrent</td></tr><tr><th>Ref</th><td>PAY/0231</td></tr></table>""",
}


@pytest.mark.parametrize("ad", LABELS.values(), ids=LABELS.keys())
def test_a_table_of_labels_names_tasks_and_requirements(ad: str) -> None:
    assert find_duties(ad) == ["Process payroll for 900 staff", "answer their questions"]
    assert [requirement.text for requirement in find_requirements(ad)] == ["iTrent"]


def test_columns_below_headings_are_lists() -> None:
    ad = """| What you'll do | What you'll bring |
|:--|:--|
| Build dashboards in **Power BI** | SQL |
| Own the weekly KPI pack | Python a plus |"""
    assert find_duties(ad) == ["Build dashboards in Power BI", "Own the weekly KPI pack"]
    musts = {requirement.text: requirement.is_must for requirement in find_requirements(ad)}
    assert musts == {"SQL": True, "Python": False}


def test_a_table_of_one_column_is_a_list() -> None:
    assert find_duties("| Key duties |\n|---|\n| Wash dogs |\n| Book visits |") == [
        "Wash dogs",
        "Book visits",
    ]


def test_groups_of_criteria_stay_a_table() -> None:
    ad = "## Person specification\n\n| Education | A degree |\n| Skills | Welding |"
    assert [line.text for line in read_layout(ad)] == [
        "| Education | A degree |",
        "| Skills | Welding |",
    ]
