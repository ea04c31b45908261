"""JSON Resumes, in their schema and beside it."""

import json

import pytest

from interview_cli.documents.sandbox import extract
from interview_cli.errors import UnreadableDocument
from tests.documents.test_formats import in_order, text_of


def read(resume: object) -> str:
    return text_of(json.dumps(resume).encode(), "JSON Resume")


class TestJsonResume:
    def test_unknown_sections_and_fields_are_kept(self) -> None:
        resume = {
            "basics": {"name": "Jo", "pronouns": "they"},
            "work": [{"position": "Cook", "stars": 2, "team": {"size": 4}}],
            "patents": ["A better ladle"],
        }
        text = text_of(json.dumps(resume).encode(), "JSON Resume")
        in_order(text, "# Jo", "Pronouns: they", "Cook", "Stars: 2", "Size 4", "## Patents")

    @pytest.mark.parametrize("value", [None, 3, "text", [], [None], [[]], {}, {"name": {}}])
    def test_odd_values_in_any_section_are_read(self, value: object) -> None:
        for name in ("basics", "work", "skills", "languages"):
            resume = {"basics": {"name": "Jo"}, name: value}
            extract("JSON Resume", json.dumps(resume).encode(), "cv", keep_hidden=False)

    def test_another_encoding_gives_a_notice(self) -> None:
        content = '{"basics": {"name": "Jürgen"}}'.encode("cp1252")
        found = extract("JSON Resume", content, "cv", keep_hidden=False)
        assert "# Jürgen" in found.text
        assert "read as Windows-1252" in found.notices[0]

    @pytest.mark.parametrize("content", [b"[]", b"3", b'{"a": 1}', b"{", b"\xff"])
    def test_other_json_is_refused(self, content: bytes) -> None:
        with pytest.raises(UnreadableDocument):
            extract("JSON Resume", content, "cv", keep_hidden=False)


@pytest.mark.parametrize(
    ("section", "line"),
    [
        (
            {"work": [{"position": "Cook", "name": "Inn", "startDate": "2019"}]},
            "- Cook, Inn, 2019 to now",
        ),
        (
            {"work": [{"position": "Cook", "startDate": "2019", "endDate": "2021"}]},
            "- Cook, 2019 to 2021",
        ),
        ({"awards": [{"title": "Best cook", "date": "2019"}]}, "- Best cook, 2019"),
        ({"work": [{"position": "Cook", "highlights": ["Won"]}]}, "### Cook\n- Won"),
        ({"skills": [{"name": "Ovens", "keywords": ["gas", "coal"]}]}, "- Ovens: gas, coal"),
        ({"languages": [{"language": "Welsh", "fluency": "native"}]}, "- Welsh: native"),
        ({"education": [{"studyType": "NVQ", "institution": "City College"}]}, "- NVQ, City"),
        ({"work": [{"teamSize": 4, "position": "Cook"}]}, "### Cook\nTeam size: 4"),
        ({"volunteer": ["Food bank"]}, "## Volunteer\n\n- Food bank"),
    ],
)
def test_an_entry(section: dict[str, object], line: str) -> None:
    assert line in read(section)


def test_sections_stand_in_the_order_of_the_schema() -> None:
    resume = {"patents": ["Ladle"], "skills": ["Ovens"], "work": ["Cook"], "meta": {"version": 1}}
    in_order(read(resume), "Cook", "Ovens", "Ladle")
    assert "version" not in read(resume)


def test_deep_values_are_cut() -> None:
    deep: object = "bottom"
    for _ in range(20):
        deep = [deep]
    text = read({"work": [{"name": "Inn", "deep": deep}]})
    assert "…" in text
    assert "bottom" not in text
