"""HTML, links, forms and page footers are removed from job ads."""

from interview_cli.requirements.ad_cleaning import clean_ad
from tests.cases import each


@each(
    ("line", "expected"),
    [
        ("You share our [values](/handbook/#values).", "You share our values."),
        ("![Logo](logo.png) Care", " Care"),
        ("See https://example.org/jobs?id=1 for more", "See  for more"),
        ("Welding<br>Cutting", "Welding\nCutting"),
        ("<ul><li>Welding</li><li>R&amp;D</li></ul>", "\n- Welding\n- R&D\n"),
        ("<h2>Requirements</h2>", "\n## Requirements\n"),
        ("A budget of < 5 or > 3", "A budget of < 5 or > 3"),
        ("2 of 5  1/9/23, 09:08", ""),
        ("Civic Offices, Page 2 of 2", "Civic Offices,"),
        ("Name: ______ Postcode: ______", ""),
        ("Licences (tick): [ ] C1 [ ] C", ""),
        ("| a | <ul> <li>one</li> <li>two</li> </ul> |", "| a | one • two |"),
        ("| Welding | • | |", "| Welding | • |  |"),
    ],
)
def test_a_line_is_cleaned(line: str, expected: str) -> None:
    assert clean_ad(line).strip("\n") == expected.strip("\n")


def test_rows_of_an_html_table_become_rows_with_bars() -> None:
    table = (
        "<table>\n<tr><th>Criteria</th><th>Essential</th></tr>\n"
        "<tr><td>Skills</td><td><ul><li>Welding</li>\n<li>Cutting</li></ul></td></tr>\n</table>"
    )
    rows = [line for line in clean_ad(table).splitlines() if line]
    assert rows == ["| Criteria | Essential |", "| Skills | Welding • Cutting |"]
