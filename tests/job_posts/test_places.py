"""The place of a job in an employer's message."""

from interview_cli.job_posts.places import find_place, is_known_place, parse_place
from tests.cases import each

PLACES = [
    ("hybrid, 2 days in Amman", "Amman"),
    ("based in New York, USA. Good pay.", "New York, USA"),
    ("Velora Logistics, Gothenburg (hybrid)", "Gothenburg"),
    ("a London-based bank", "London"),
    ("in amman", "Amman"),
    ("fully remote in the eu", "EU"),
    ("work on Mondays in July", None),
    ("experience in Python", None),
    ("a career at Acme", None),
    ("the call is at nine in london time", None),
]


@each(("text", "place"), PLACES)
def test_a_place(text: str, place: str | None) -> None:
    match = find_place(text, "Acme")
    assert (match[0] if match else None) == place


ANSWERS = [
    ("Amman", "Amman"),
    ("it's in Irbid", "Irbid"),
    ("its in brighton", "Brighton"),
    ("leeds and bradford area", "Leeds and Bradford area"),
    ("uk", "UK"),
    ("ok publish it", None),
    ("dunno you tell me", None),
    ("6-2 / 2-10", None),
    ("a", None),
    ("", None),
]


@each(("text", "place"), ANSWERS)
def test_a_short_answer(text: str, place: str | None) -> None:
    assert parse_place(text) == place


def test_a_known_place_needs_no_capital() -> None:
    assert is_known_place("Abu Dhabi")
    assert is_known_place("abu dhabi")
    assert not is_known_place("little snoring")
