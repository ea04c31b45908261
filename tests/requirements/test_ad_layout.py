"""The lines of a job ad, and the part that each stands in."""

import pytest

from interview_cli.requirements.ad_layout import read_layout
from interview_cli.requirements.ad_lines import AdLine, remove_marks

AD = """# Welder

We repair trams.

## What you bring
Welding of aluminium

### Technical
- Reading of **drawings**
Nice to have: a forklift licence

WHAT WE OFFER
- Overtime paid in full
"""


def test_each_line_has_the_part_of_the_heading_above_it() -> None:
    assert list(read_layout(AD)) == [
        AdLine("We repair trams.", "unknown"),
        AdLine("Welding of aluminium", "wanted", is_entry=True),
        AdLine("Reading of drawings", "wanted", is_entry=True),
        AdLine("a forklift licence", "nice", is_labelled=True),
        AdLine("Overtime paid in full", "offer", is_entry=True),
    ]


def test_a_line_before_the_first_heading_has_no_known_part() -> None:
    assert [line.part for line in read_layout("We repair trams.\nJoin us.")] == ["unknown"] * 2


@pytest.mark.parametrize("line", ["- Essential", "Essential | Desirable"])
def test_an_entry_or_a_row_is_not_a_heading(line: str) -> None:
    assert [ad_line.part for ad_line in read_layout(line)] == ["unknown"]


@pytest.mark.parametrize(
    ("line", "bare"),
    [("- **Python** and SQL", "Python and SQL"), ("## Skills", "Skills"), ("2) Tills", "Tills")],
)
def test_a_line_without_its_marks(line: str, bare: str) -> None:
    assert remove_marks(line) == bare


def list_entries(ad: str, part: str) -> list[str]:
    return [line.text for line in read_layout(ad) if line.part == part and line.is_entry]


@pytest.mark.parametrize(
    "ad",
    [
        "DUTIES: Weld frames. Cut sheets. Sweep up.",
        "Key duties: weld frames; cut sheets; sweep up",
        "Tasks - weld frames, cut sheets, and sweep up.",
        "WELDER\nDUTIES\nWeld frames\nCut sheets\nSweep up\n",
        "Duties\n\n►Weld frames\n■ Cut sheets\no Sweep up\n",
    ],
)
def test_duties_in_one_line_or_without_bullets_are_entries(ad: str) -> None:
    found = [entry.lower() for entry in list_entries(ad, "duties")]
    assert found == ["weld frames", "cut sheets", "sweep up"]


@pytest.mark.parametrize(
    "ad", ["The role: Senior welder. Leeds.", "THE ROLE\nYou will weld frames"]
)
def test_a_label_or_heading_makes_no_duty_of_anything_else(ad: str) -> None:
    assert list_entries(ad, "duties") == []


def test_a_label_inside_a_line_opens_its_part() -> None:
    assert list(read_layout("ESSENTIAL: Welding, rigging. DESIRABLE: Welsh.")) == [
        AdLine("Welding, rigging.", "wanted", is_labelled=True),
        AdLine("Welsh.", "nice", is_labelled=True),
    ]


def test_a_line_that_ends_with_a_joining_word_goes_on() -> None:
    ad = "Requirements\n- Drawings in Word and\nExcel\n- Rigging"
    assert list_entries(ad, "wanted") == ["Drawings in Word and Excel", "Rigging"]


def test_lines_below_a_heading_are_a_list_without_marks() -> None:
    ad = "Essential:\n Registered nurse\n Cervical certificate, or\n  willing to train\n Tact\n"
    texts = ["Registered nurse", "Cervical certificate, or willing to train", "Tact"]
    assert list_entries(ad, "wanted") == texts


@pytest.mark.parametrize("heading", ["The work:", "About the mahi", "About the work"])
def test_the_work_heads_tasks(heading: str) -> None:
    ad = f"Trade assistant\n\n{heading}\n> running cable\n> reading drawings\n"
    assert list_entries(ad, "duties") == ["running cable", "reading drawings"]
