"""Words of the same meaning in ads and CVs."""

import pytest

from interview_cli.requirements.synonyms import find_synonyms


@pytest.mark.parametrize(
    ("first", "second", "is_same"),
    [
        ("A full driving licence", "Own car", True),
        ("First aider", "CPR course", True),
        ("Spreadsheets", "Salesforce", False),
        ("cartons", "own car", False),
    ],
)
def test_texts_with_words_of_the_same_meaning(first: str, second: str, is_same: bool) -> None:
    assert bool(find_synonyms(first).keys() & find_synonyms(second).keys()) is is_same
