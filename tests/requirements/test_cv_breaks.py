"""Where the lines of a CV break."""

from interview_cli.requirements.cv_breaks import break_lines

TABLE = """\
Dates | Employer | Job | What I did
|---|---|---|---|
2020-2025 | Elm House, Derby | Care assistant | Trained 6 carers; cut falls by half
2016-2020 | Greggs | Shop assistant | -"""
ONE_LINE = (
    "Amina Yusuf Work history Care assistant, Elm House, Derby, 2020 - present - Cut falls by half "
    "- Trained seven carers Kitchen assistant, Greggs, 2017 - 2020 - Served customers "
    "Education GCSEs"
)


def test_a_table_with_named_columns_becomes_jobs_with_their_deeds() -> None:
    assert break_lines(TABLE) == [
        "Care assistant, Elm House, Derby, 2020-2025",
        "- Trained 6 carers",
        "- Cut falls by half",
        "Shop assistant, Greggs, 2016-2020",
    ]


def test_a_column_of_another_name_is_kept() -> None:
    lines = break_lines("Year\tFirm\tPost\tSize\n2019\tElm House\tCarer\t40 beds")
    assert lines == ["Carer, Elm House, 2019", "- 40 beds"]


def test_a_table_of_something_else_stays_as_it_is() -> None:
    skills = "Word | Excel | Sage\nXero | Teams | Outlook"
    assert break_lines(skills) == skills.splitlines()


def test_glyphs_part_a_line_and_ticks_begin_new_ones() -> None:
    line = "▪ 2017–2025 ▪ The Range ▪ Duty manager ✓ key holder ✓ 22 staff"
    assert break_lines(line) == [
        "2017–2025 | The Range | Duty manager",
        "- key holder",
        "- 22 staff",
    ]


def test_a_glyph_before_a_line_is_its_bullet() -> None:
    assert break_lines("▪ Trained six carers\n✓ Cut waste") == [
        "▪ Trained six carers",
        "✓ Cut waste",
    ]


def test_a_cv_on_one_line_breaks_at_headings_bullets_and_jobs() -> None:
    assert break_lines(ONE_LINE) == [
        "Amina Yusuf",
        "Work history",
        "Care assistant, Elm House, Derby, 2020 - present",
        "- Cut falls by half",
        "- Trained seven carers",
        "Kitchen assistant, Greggs, 2017 - 2020",
        "- Served customers",
        "Education",
        "GCSEs",
    ]


def test_a_list_in_one_line_of_a_cv_is_not_broken() -> None:
    cv = (
        "Jo Pike\nClerk, Elm & Co, 2019 - 2024\nFiling * Post * Phones * Diary\n" + "I typed.\n" * 9
    )
    assert break_lines(cv) == cv.splitlines()
