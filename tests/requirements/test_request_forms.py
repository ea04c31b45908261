"""What requirements ask for."""

from interview_cli.requirements.request_forms import Request, parse_request
from tests.cases import each


@each(
    ("phrase", "request_"),
    [
        ("the ability to read drawings", Request("ability", "read drawings")),
        ("good knowledge of HACCP", Request("knowledge", "HACCP")),
        ("somebody who is at home in HubSpot", Request("knowledge", "HubSpot")),
        ("very good SQL skills", Request("skill", "SQL skills")),
        ("12 months' experience in a lab", Request("experience", "experience in a lab")),
        ("critical care experience", Request("experience", "critical care experience")),
        ("training of apprentices", Request("experience", "experience of training apprentices")),
        ("a good communicator", Request("person", "a good communicator")),
        ("boot fitting training", None),
        ("a sense of humour", None),
    ],
)
def test_a_phrase_asks_for_a_kind_of_thing(phrase: str, request_: Request | None) -> None:
    assert parse_request(phrase) == request_


@each(
    ("phrase", "words"),
    [
        (
            "experience in tiling, plastering, painting and roofing",
            "experience in tiling and plastering",
        ),
        ("experience with a lathe and a mill", "experience with a lathe and a mill"),
        ("experience in bars, hotels or shops", None),
        ("experience in a bank or another office", None),
        ("experience with guests who complain", None),
        ("experience of a hall, of a tour", None),
        ("experience of caring, paid or unpaid", None),
        ("knowledge of knots, splices and rope", None),
        ("knowledge of knots and splices", "knots and splices"),
    ],
)
def test_a_list_is_cut_and_a_clause_is_not_asked_about(phrase: str, words: str | None) -> None:
    request = parse_request(phrase)
    assert request is not None
    assert (request.words if request.is_askable else None) == words


@each(
    ("phrase", "subject"),
    [
        ("hands-on experience with GIS", "GIS"),
        ("experience of a fishing port", "a fishing port"),
        ("good knowledge of HACCP", "HACCP"),
        ("critical care experience", None),
        ("experience in a lab", None),
        ("the ability to read drawings", None),
    ],
)
def test_what_knowledge_or_experience_is_of(phrase: str, subject: str | None) -> None:
    request = parse_request(phrase)
    assert request is not None
    assert request.subject == subject
