"""Skills that are known by name."""

import pytest

from interview_cli.job_posts.skills import find_skills, spell_skill

SKILLS = [
    ("C++, C#, .NET, Node.js and CI/CD", ["C++", "C#", ".NET", "Node.js", "CI/CD"]),
    ("they know nodejs, dotnet and react-native", ["Node.js", ".NET", "React Native"]),
    ("React Native", ["React Native"]),
    ("we go to excel in the rest of the spring", []),
    ("Go, Excel and REST", ["Go", "Excel", "REST"]),
    ("ask jobs@java.example.com", []),
]


@pytest.mark.parametrize(("text", "skills"), SKILLS)
def test_the_known_skills_of_a_text(text: str, skills: list[str]) -> None:
    assert [skill for skill, _written in find_skills(text)] == skills


def test_a_skill_is_spelled_as_usual() -> None:
    assert spell_skill("postgresql") == "PostgreSQL"
    assert spell_skill("Wound dressing") == "Wound dressing"
