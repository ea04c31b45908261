"""Where an answer says that somebody stands with a paper."""

from interview_cli.requirements.gap_answers import read_standing
from tests.cases import each

ASKED = "You'd need RB/RI rigging tickets for this job. Where do you stand with that?"


@each(
    ("answer", "is_told"),
    [
        ("Haven't got RB or RI. Never had the need.", True),
        ("I've had my RB since 2019.", True),
        ("The riggers do it on our site. I watch the load.", False),
        ("I had the QS ring the office.", False),
        ("The course is booked for 12 January and the exam is on the 20th.", True),
        ("The slab was booked for 12 January and the crane came on the 20th.", False),
    ],
)
def test_a_paper_is_spoken_of_by_its_letters(answer: str, is_told: bool) -> None:
    assert (read_standing("RB/RI rigging tickets", answer, ASKED).sentence is not None) == is_told
