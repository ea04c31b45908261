"""Company names, as questions say them."""

import pytest

from interview_cli.coach.offline.company_names import say_company


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Sparrow Property Services Ltd", "Sparrow Property Services"),
        ("Kestrel Shared Services Pvt. Ltd.", "Kestrel Shared Services"),
        ("Rott Antriebstechnik GmbH", "Rott Antriebstechnik"),
        ("Thorn Care Home (Vale Group)", "Thorn Care Home"),
        ("Hotel Alpenblick ****S", "Hotel Alpenblick"),
        ("Field & Co.", "Field & Co."),
        ("Acme, Inc.", "Acme"),
        ("Museum of Coast and Harbour, Pellsea", "the Museum of Coast and Harbour"),
        ("University of Strathmoor", "the University of Strathmoor"),
        ("Ltd", "Ltd"),
    ],
)
def test_a_company_is_named_as_people_say_it(name: str, expected: str) -> None:
    assert say_company(name) == expected
