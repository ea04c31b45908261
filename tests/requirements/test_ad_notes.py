"""Job ads in note form."""

import pytest

from interview_cli.requirements.duties import find_duty_phrases
from interview_cli.requirements.extract import can_read_ad, find_duties, find_requirements


@pytest.mark.parametrize(
    ("ad", "duties"),
    [
        (
            "KP wanted. Meals on duty. Pot wash, floors, bins, help with veg prep.",
            ["Pot wash", "floors", "bins", "help with veg prep"],
        ),
        (
            "Store supervisor, homeware. Open and close, cash up, lead a team of 6.",
            ["Open and close", "cash up", "lead a team of 6"],
        ),
        ("Vets' receptionist. Phones, bookings and payments.", ["Phones", "bookings and payments"]),
        (
            "Tyre fitter: fit and balance tyres, serve the counter.",
            ["fit and balance tyres", "serve the counter"],
        ),
        (
            "Caretaker\nSweep stairs, change bulbs\nReport repairs to the office",
            ["Sweep stairs", "change bulbs", "Report repairs to the office"],
        ),
        (
            "Packing online orders with scanners. Immediate start.",
            ["Packing online orders with scanners"],
        ),
    ],
)
def test_notes_list_tasks(ad: str, duties: list[str]) -> None:
    assert find_duties(ad) == duties


def test_notes_with_a_verb_make_phrases_for_questions() -> None:
    ad = "Groom wanted. Turn out horses, sweep the yard, £12 an hour. Sweep the yard, feed calves."
    assert "sweeping the yard" in find_duty_phrases(ad)


@pytest.mark.parametrize(
    ("ad", "names"),
    [
        ("Cinema manager. Rota ushers, count the cash. Personal licence.", ["Personal licence"]),
        ("Data engineer: Python, Airflow, Snowflake", ["Python", "Airflow", "Snowflake"]),
    ],
)
def test_notes_name_papers_and_tools(ad: str, names: list[str]) -> None:
    assert [requirement.text for requirement in find_requirements(ad)] == names


@pytest.mark.parametrize(
    "ad",
    [
        "Chef wanted. Country pub, great team, tips shared, 45 hours. Call Jo on 01234 567890.",
        "Join us! Earn well, work from home, set your own hours. Apply now and start Monday.",
        "Vacancy at Brook School. Permanent, full time, 37 hours, term time only.",
        "Our shop sells bread, cakes, pies and coffee. It has 40 seats and two ovens.",
        "Offices in Leeds, York, Hull. Friendly team, free parking, staff discount.",
    ],
)
def test_offers_and_places_are_no_tasks(ad: str) -> None:
    assert not can_read_ad(ad)


def test_an_ad_that_tells_its_tasks_is_left_as_it_is() -> None:
    ad = "Barista wanted. You will open the shop and train starters. Coffee, cakes, teas, pies."
    assert "cakes" not in find_duties(ad)


def test_an_order_about_certificates_is_a_task() -> None:
    ad = "Repair boilers and complete landlord certificates.\nGas Safe registration (essential)"
    assert find_duties(ad) == ["Repair boilers and complete landlord certificates"]


def test_numbers_and_examples_do_not_divide_a_task() -> None:
    ad = "Dispenser. Check 9,000 items a month, serve patients, including at home."
    assert find_duties(ad) == ["Check 9,000 items a month", "serve patients, including at home"]
