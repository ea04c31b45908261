"""Company names, as questions say them."""

import pytest

from interview_cli.coach.offline.company_names import (
    is_agency,
    is_long_name,
    say_company,
    works_for,
)
from tests.cases import each


@each(
    ("name", "expected"),
    [
        ("Sparrow Property Services Ltd", "Sparrow Property Services"),
        ("Kestrel Shared Services Pvt. Ltd.", "Kestrel Shared Services"),
        ("Rott Antriebstechnik GmbH", "Rott Antriebstechnik"),
        ("Pelican Burger #114", "Pelican Burger"),
        ("Thorn Care Home (Vale Group)", "Thorn Care Home"),
        ("Hotel Alpenblick ****S", "Hotel Alpenblick"),
        ("Field & Co.", "Field & Co."),
        ("Acme, Inc.", "Acme"),
        ("Museum of Coast and Harbour, Pellsea", "the Museum of Coast and Harbour"),
        ("University of Strathmoor", "the University of Strathmoor"),
        ("Ltd", "Ltd"),
        ("Saffron Bay Resort & Spa", "Saffron Bay Resort & Spa"),
        ("Lotus Spa", "Lotus Spa"),
        ("Rossi Macchine S.p.A.", "Rossi Macchine"),
        ("Meyer & Co. KG", "Meyer & Co."),
    ],
)
def test_a_company_is_named_as_people_say_it(name: str, expected: str) -> None:
    assert say_company(name) == expected


@pytest.mark.parametrize(
    ("cv_text", "is_insider"),
    [
        ("WORK\nSept 2023 - now\nLoader, Greenacre Environmental, Marlbeck depot\n", True),
        ("WORK\nLoader, Greenacre Environmental, 2023 - present\n", True),
        (
            "WORK\nLoader, Greenacre Environmental, 2019 - 2021\nDriver, Thwaite, 2021 - now\n",
            False,
        ),
        ("WORK\nDriver, Thwaite, 2021 - now\n", False),
        ("INTERNAL APPLICANT\nLoader, Greenacre Environmental, since the spring\n", True),
        ("Loader, since the spring\nStaff no. 0418\n", True),
        ("Loader, since the spring\nExt. 4417\nEarlier here: sweeper\n", True),
        ("Learned here that a loader waits\nLoader, Thwaite, since the spring\n", False),
        ("Apprentice, Thwaite, 2017-2021\nNew builds, villas. Did my time here\n", False),
        ("INTERNAL APPLICATION - REF 7\nPRESENT POST Loader\nAT GREENACRE since 2014\n", True),
    ],
)
def test_who_works_for_the_company(cv_text: str, *, is_insider: bool) -> None:
    assert works_for("Greenacre Environmental Ltd", cv_text) == is_insider


@pytest.mark.parametrize(
    ("line", "is_insider"),
    [
        ("Ganger, Aldmoor DC, Parks, since May 2021", True),
        ("Ganger, Aldmoor DC Parks Ltd, 2017 - 2019", False),
        ("Ganger, Aldmoor Dairies, since May 2021", False),
    ],
)
def test_the_initials_of_an_employer(line: str, *, is_insider: bool) -> None:
    assert works_for("Aldmoor District Council", f"WORK\n{line}\n") == is_insider


def test_the_last_word_of_an_employer_may_be_left_out() -> None:
    line = "Visitor assistant, Aldmoor Museums, since May 2021"
    assert works_for("Aldmoor Museums Service", f"WORK\n{line}\n")
    assert not works_for("Aldmoor Museums School", f"WORK\n{line}\n")


def test_the_ad_may_call_an_employer_by_two_words() -> None:
    cv = "WORK\n2019 - now      Kestrel Ridge, South Decline. Officer\n"
    ad = "KESTREL RIDGE PLATINUM (PTY) LTD\nKestrel Ridge is proud of its people."
    assert works_for("Kestrel Ridge Platinum", cv, ad)
    assert not works_for("Kestrel Ridge Platinum", cv, "Kestrel Ridge Platinum is hiring.")


def test_an_ad_may_be_for_employees_alone() -> None:
    ad = "This posting is limited to current employees of the council."
    assert works_for("Aldmoor District Council", "Ganger, since May 2021", ad)
    assert not works_for("Aldmoor District Council", "Ganger, since May 2021", "Open to all.")


def test_who_is_too_long_or_no_employer_to_be_named() -> None:
    assert is_long_name("Harsby and Vale District Council")
    assert not is_long_name("Burrell & Tate Mechanical")
    assert is_agency("Stonebridge Trades Recruitment", "We need a dry-liner.")
    assert not is_agency("Stonebridge Trades", "We need a dry-liner.")


def test_a_volunteer_is_not_employed() -> None:
    cv = "VOLUNTARY\n2020 to date\nPuppy raiser, Aldmoor District Council\n"
    assert not works_for("Aldmoor District Council", cv)
    assert works_for("Aldmoor District Council", cv.replace("VOLUNTARY", "EMPLOYMENT"))
