"""The licence to drive a car that an ad asks for, and what a CV says of one."""

from interview_cli.requirements.cv_driving import (
    DrivingState,
    asks_for_car,
    find_most_points,
    read_driving,
)
from tests.cases import each

CV = "Ann Smith\n\nExperience\nDelivery driver, Smith & Co, 2019 to now\n- Drove a van\n\nOther\n"


@each(
    ("asked", "line", "state"),
    [
        ("full UK driving licence", "Full clean driving licence, own car", "held"),
        ("full UK driving licence", "Full UK licence, 3 points", "held"),
        ("full driving licence", "Licence: full, clean", "held"),
        ("full driving licence", "Cat B full since 2005. Provisional C1, test booked", "held"),
        ("UK driving licence", "Driving licence (Polish, exchanged for UK)", "held"),
        ("valid driver license", "OK driver license, TX one in progress. Clean MVR", "held"),
        ("valid driving licence", "Indian driving licence", "held"),
        ("full driving licence", "Provisional driving licence, theory passed", "to_come"),
        ("full driving licence", "Passed my theory, practical test is on the 11th", "to_come"),
        ("driving licence", "Driver's licence: Code 8 learners", "to_come"),
        ("driver's licence", "Learner licence, 60 of 120 hours done", "to_come"),
        ("your own licence (P plates OK)", "Tickets: First aid. Learners, test booked", "to_come"),
        ("full driving licence", "Nigerian licence. UK provisional, test in April", "to_come"),
        ("Valid UAE driving license", "Driving: Egyptian licence. Road test on the 6th", "to_come"),
        ("full NZ driver licence", "Restricted licence, sit my full in May", "to_come"),
        ("a driver's licence", "Red P plates", "held"),
        ("manual driving licence", "Full licence (automatic), passed March 2021", "automatic"),
        ("manual driving licence", "Full licence, auto only. Manual lessons booked", "automatic"),
        ("manual driving licence", "Driving licence - auto only", "automatic"),
        ("manual driving licence", "Clean licence, manual and automatic", "held"),
        ("manual driving licence", "Licence - P plates. It is auto. I drive manual", "automatic"),
        ("driving licence", "Full licence (automatic), passed March 2021", "held"),
        ("UAE driving licence", "Indian driving licence", "abroad"),
        ("NZ licence (overseas licences are fine)", "Indian driving licence", "held"),
        ("full class 1 driver licence", "Driver: Argentina licence B1, not provisional", "held"),
        ("drivers licence", "Argentina licence B1 and C1, I have to convert it", "abroad"),
        ("driving licence", "I don't drive yet", "denied"),
        ("driving licence", "Driving licence: none", "denied"),
        ("valid DL", "Licence: currently disqualified until March", "denied"),
        ("driving licence", "Fell running", None),
        ("driving licence", "Learner, then Instrument Technician", None),
    ],
)
def test_a_car_licence_is_read_with_what_limits_it(
    asked: str, line: str, state: DrivingState | None
) -> None:
    assert read_driving(asked, CV + line) == state


@each(
    "text",
    [
        "full driving licence",
        "valid driver's license",
        "valid DL",
        "full class 1 driver licence",
        "full licence. Trailer",
    ],
)
def test_an_ad_asks_for_a_car_licence(text: str) -> None:
    assert asks_for_car(text)


@each("text", ["HGV licence", "full PCV licence", "SIA licence", "riding licence"])
def test_another_licence_is_no_car_licence(text: str) -> None:
    assert not asks_for_car(text)


@each(
    ("asked", "line", "most"),
    [
        ("Full UK driving licence, max 3 points", "Full UK licence, since 2016, 6 points", 3),
        ("driver's license with fewer than 4 points", "Driver's license, 4 points", 3),
        ("Full driving licence, no more than 6 points", "Licence: full, SP30 3 pts", None),
        ("Full driving licence, up to 6 points", "Full clean driving licence", None),
        ("Full driving licence", "Full driving licence, 9 points", None),
        ("Full driving licence, max 3 points", "Full licence\n- Earned 12 points a game", None),
    ],
)
def test_points_on_a_licence_are_counted(asked: str, line: str, most: int | None) -> None:
    assert find_most_points(asked, CV + line) == most
