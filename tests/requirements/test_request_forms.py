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
