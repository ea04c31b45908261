"""A message cut at its headings and labels."""

from interview_cli.coach.offline.posts.sections import split_sections

AD = """We need a nurse.
## Duties
- care
- teach
We are a hospital.
Pay: £20
remote
**Benefits**: parking
## Our canteen
is good. Skills: triage"""


def test_a_message_is_cut_at_headings_and_labels() -> None:
    sections = [(section.field, section.text) for section in split_sections(AD)]
    assert [section for section in sections if section[1].strip()] == [
        (None, "We need a nurse."),
        ("responsibilities", "\n- care\n- teach"),
        (None, "We are a hospital."),
        ("salary", "£20"),
        (None, "remote"),
        ("benefits", "parking"),
        (None, "## Our canteen\nis good."),
        ("skills", "triage"),
    ]
