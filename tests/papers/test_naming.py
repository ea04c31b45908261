"""The papers of the catalogue that a text names."""

from interview_cli.papers.recognition import find_known_papers
from tests.cases import each


def name(text: str, wanted: str = "") -> list[str]:
    return [found.paper.say for found in find_known_papers(text, wanted)]


@each(
    ("text", "papers"),
    [
        ("Current NMC registration", ["NMC registration"]),
        ("You are registered with the NMC.", ["NMC registration"]),
        ("A Class A CDL, and a clean record", ["Class A CDL"]),
        ("CSCS cards", ["CSCS card"]),
        ("the nmc of the town", []),
        ("We make a bed.", []),
    ],
)
def test_a_paper_is_found_by_its_names(text: str, papers: list[str]) -> None:
    assert name(text) == papers


def test_short_letters_count_beside_their_subject_alone() -> None:
    assert name("Staff nurse, PIN 12A3456E")[-1] == "NMC registration"
    assert name("Enter your PIN at the till") == []
    assert name("CPC: valid to 2029", "Driver CPC") == ["Driver CPC"]


def test_letters_with_another_meaning_count_beside_a_word_for_a_paper() -> None:
    assert name("Phoenix, AZ") == []
    assert name("HR lessons with the HR team") == []
    assert name("HR licence") == ["HR licence"]


@each(
    ("text", "grades"),
    [
        ("PSIRA registration, Grade C", ("C",)),
        ("PSIRA Grade B or A", ("A", "B")),
        ("PSIRA registration. Apply by email.", ()),
    ],
)
def test_the_grades_beside_a_paper_are_read(text: str, grades: tuple[str, ...]) -> None:
    (found, *_) = find_known_papers(text)
    assert found.grades == grades
