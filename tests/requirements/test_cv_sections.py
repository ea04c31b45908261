"""The sections of a CV are found by their headings."""

from interview_cli.requirements.cv_sections import read_sections


def test_each_line_has_its_section() -> None:
    cv = "Jo Field\n\nWORK HISTORY - 4 YRS\n- Ran the bar\n\n**Key skills**\nWord\n\nOTHER\nWelsh\n"
    assert [(line.text, line.section) for line in read_sections(cv) if not line.is_heading] == [
        ("Jo Field", "unknown"),
        ("Ran the bar", "work"),
        ("Word", "skills"),
        ("Welsh", "unknown"),
    ]


def test_columns_are_read_one_after_the_other() -> None:
    left = ["SKILLS", "Word", "Excel", "Sage Payroll"]
    right = ["EXPERIENCE", "Clerk", "Elm Ltd", "Filed the letters", "of nine partners", "each day;"]
    right += ["wrote minutes", "of their weekly", "meetings and", "kept them"]
    padded = left + [""] * (len(right) - len(left))
    cv = "\n".join(f"{one:30}{two}" for one, two in zip(padded, right, strict=True))
    sections = {line.text: line.section for line in read_sections(cv)}
    assert sections["Excel"] == "skills"
    assert sections["Elm Ltd"] == "work"


def test_a_row_of_two_headings_heads_columns() -> None:
    rows = [("Experience", "Skills"), ("Clerk, Elm Ltd, 2019 to now", "Ads Manager")]
    rows += [("- Filed letters", "Word"), ("Cook, Oak House", "Excel")]
    cv = "\n".join(f"{left:30}{right}" for left, right in rows) + "\n2012 to 2019\n- Baked bread\n"
    sections = {line.text: line.section for line in read_sections(cv)}
    assert sections["Ads Manager"] == "skills"
    assert sections["2012 to 2019"] == "work"


def test_a_full_line_of_the_left_column_does_not_end_the_columns() -> None:
    left = ["Experience", "Therapy Assistant", "Feb 2024 to date", "Made tea, took notes for them"]
    left += [
        "Fitted rails",
        "Made maps",
        "Nurse",
        "Mar 2019 to Dec 2023",
        "Dressed wounds",
        "Taught",
    ]
    right = ["Registration", "HCPC application", "sent in May", "and waiting", "Driving"]
    right += ["Licence"]
    right += ["Skills", "Word", "Excel", "Sage", "Outlook", "Teams", "Xero"]
    left += ["Wrote notes", "Washed up", "Ironed"]
    cv = "\n".join(f"{one:30}{two}" for one, two in zip(left, right, strict=True))
    lines = [line.text for line in read_sections(cv)]
    assert "Made tea, took notes for them" in lines
    assert "HCPC application sent in May and waiting" in " ".join(lines)


def test_duties_below_a_job_are_not_a_new_section() -> None:
    cv = "Jobs\nClerk, 2019 to now\nKey duties:\n- Filed letters\n"
    assert "Key duties" not in [line.text for line in read_sections(cv)]
