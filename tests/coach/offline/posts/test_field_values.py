"""The value of one field, where it is known which field a text is about."""

import pytest

from interview_cli.coach.base import Change
from interview_cli.coach.offline.posts.field_values import read_terms, read_value
from interview_cli.job_posts.pay import Pay
from tests.coach.offline.posts.facts import build_facts


def values_of(changes: list[Change]) -> list[tuple[str, object]]:
    return [
        (
            change.field,
            (change.value.minimum, change.value.unit)
            if isinstance(change.value, Pay)
            else change.value,
        )
        for change in changes
    ]


@pytest.mark.parametrize(
    ("field", "text", "values"),
    [
        ("title", "- store manager.", [("title", "Store Manager")]),
        (
            "title",
            "Senior Nurse",
            [("title", "Nurse"), ("experience_level", "senior")],
        ),
        ("title", "one who opens the shop and closes it late", []),
        ("title", "Nurse, full time", [("title", "Nurse")]),
        ("department", "Marketing and Sales", [("department", "Marketing and Sales")]),
        ("department", "the one that sells all of our cars", []),
        ("location", "Hull (near the port)", [("location", "Hull")]),
        ("location", "remote", [("work_type", "remote")]),
        ("salary", "20 GBP an hour", [("salary", (20, "HOUR"))]),
        ("salary", "a fair one", []),
        ("experience_level", "junior", [("experience_level", "junior")]),
        ("employment_type", "full time", [("employment_type", "FULL_TIME")]),
        ("work_type", "junior", [("experience_level", "junior")]),
    ],
)
def test_a_value(field, text: str, values: list[tuple[str, object]]) -> None:
    changes = list(read_value(field, text, build_facts(text)))
    assert values_of(changes) == values
    assert all(change.corrects for change in changes)


@pytest.mark.parametrize(
    ("asked", "corrects", "data", "is_pay"),
    [
        ("salary", False, {}, True),
        (None, False, {"salaryMin": 18}, False),
        (None, True, {}, False),
        (None, True, {"salaryMin": 18}, True),
        (None, True, {"salaryMax": 18}, True),
    ],
)
def test_a_bare_figure_is_pay_where_pay_is_the_subject(
    asked, corrects: bool, data: dict[str, int], is_pay: bool
) -> None:
    changes = read_terms("2500", build_facts("2500", asked, data=data), corrects=corrects)
    assert (values_of(list(changes)) != []) == is_pay
