"""The place of a job in an employer's message."""

import pytest

from interview_cli.job_posts.acts import Turn
from interview_cli.job_posts.place_names import is_known_place
from interview_cli.job_posts.places import find_place, parse_place
from interview_cli.job_posts.reading import read_acts
from interview_cli.post_models import JobData
from tests.cases import each

PLACES = [
    ("hybrid, 2 days in Amman", "Amman"),
    ("based in New York, USA. Good pay.", "New York, USA"),
    ("Velora Logistics, Gothenburg (hybrid)", "Gothenburg"),
    ("a London-based bank", "London"),
    ("in amman", "Amman"),
    ("the estate is here in kasalima by the lake", "Kasalima"),
    ("two hands for the net loft in klaksholm", "Klaksholm"),
    ("a good grade in midwifery", None),
    ("write it in whatsapp", None),
    ("fully remote in the eu", "EU"),
    ("work on Mondays in July", None),
    ("experience in Python", None),
    ("a career at Acme", None),
    ("the call is at nine in london time", None),
    ("fitter in Breda", "Breda"),
    ("gardener, breda", "Breda"),
    ("cook in reading", "Reading"),
    ("good at reading and writing", None),
    ("driver, nice deal, split shifts", None),
    ("it's Florence from the bakery in Ludlow", "Ludlow"),
    ("ask for Chester", None),
    ("we sell to Paris and Rome and need a buyer in Kirkwall", "Kirkwall"),
    ("trips to Berlin twice a year", None),
    ("our suppliers in Shenzhen", None),
    ("our Leeds customers", None),
    ("hill farm out by crosthwaite", "Crosthwaite"),
]

EXTENTS = [
    ("We are at Unit 4, Dock Road, Hexham", "Unit 4, Dock Road, Hexham"),
    ("12 High Street, Ely", "12 High Street, Ely"),
    ("the shop on George Street in Dunedin", "George Street, Dunedin"),
    ("a small lab on ngong road in nairobi", "Ngong Road, Nairobi"),
    ("for the Hexham yard", "Hexham"),
    ("our Leeds office", "Leeds"),
    ("for our Paris Street shop in Exeter", "Exeter"),
    ("teacher at Hope Street school", None),
    ("between our Leeds and Bradford branches", "Leeds and Bradford"),
    ("dayton ohio", "Dayton, Ohio"),
    ("Lepe near Huelva", "Lepe near Huelva"),
    ("just out of ashburton in canterbury", "Ashburton, Canterbury"),
    ("resort in North Malé Atoll", "North Malé Atoll"),
]


@each(("text", "place"), EXTENTS)
def test_a_place_with_what_belongs_to_it(text: str, place: str | None) -> None:
    match = find_place(text, "Acme")
    assert (match[0] if match else None) == place


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


@pytest.mark.parametrize(
    ("message", "place"),
    [
        ("Côte d'Or on Praslin", "Côte d'Or on Praslin"),
        ("Štip, in the factory", "Štip"),
        ("Excel and Word", None),
        ("Not sure yet", None),
    ],
)
def test_a_name_that_answers_the_question_is_a_place(message: str, place: str | None) -> None:
    turn = Turn(message, "Acme", JobData(title="Gardener", skills=["pruning"]), "location", False)
    found = [act.value for act in read_acts(turn) if act.field == "location"]
    assert found == ([place] if place else [])
