"""The wordings of follow-ups."""

from interview_cli.english.rules import load_toml


def test_follows_up_on_each_element() -> None:
    wordings = load_toml("interview_cli.coach.offline", "follow_ups.toml")
    assert set(wordings) == {"action", "result", "number", "situation", "reason"}
    for entry in wordings.values():
        assert all("{quote}" in text for text in entry["with_quote"])
        assert not any("{" in text for text in entry["without"])
