"""Whole phrases, and notes that leave out articles."""

import pytest

from interview_cli.requirements.notes import is_said_whole


@pytest.mark.parametrize(
    "words",
    [
        "new letter templates together with your legal team",
        "a 2D model of lower Trout Creek after the 2022 flood",
        "server builds with PowerShell and Ansible",
        "fire alarms in 14 schools",
        "two apprentices who passed at the first attempt",
    ],
)
def test_a_phrase_is_whole(words: str) -> None:
    assert is_said_whole(words.split())


@pytest.mark.parametrize(
    "words",
    [
        "strike",
        "with voice",
        "a father through birth on a landing",
        "code of two juniors",
        "inspection records for Assigned Certifier",
        "ANR rate from 0.9% to 0.21%",
        "to ambulance when needed",
    ],
)
def test_a_note_is_not(words: str) -> None:
    assert not is_said_whole(words.split())
