"""The trade of a job, from its title and its ad."""

import pytest

from benchmarks.questions import load_pairs
from interview_cli.trades.recognition import (
    is_strange_title,
    recognise_trade,
    recognise_trade_of_text,
)
from tests.cases import each


@each(
    ("title", "text", "trade"),
    [
        ("Ferry Deckhand", "", "passenger_transport"),
        ("Registered Nurse", "", "nursing"),
        ("Senior Backend Engineer (Python)", "", "software_development"),
        (
            "Engineer",
            "You service and repair gas boilers, balance heating systems and find leaks. "
            "Gas Safe registration is a must.",
            "plumbing",
        ),
        (
            "Officer",
            "You patrol the shopping centre, watch CCTV, check bags and deal with shoplifters. "
            "SIA licence.",
            "security",
        ),
        (
            "Assistant",
            "Help residents of our care home wash, dress and eat, use the hoist and update their "
            "care plans.",
            "care",
        ),
        (
            "Marketing Manager",
            "We build a cloud platform for software engineers. Plan campaigns, run paid search "
            "and report on leads.",
            "marketing",
        ),
        (
            "Cook",
            "A nursery for children under five: lunch for 60, allergens, kitchen hygiene, stock.",
            "cooking",
        ),
        (
            "Bus Driver",
            "Drive children to school, check tickets, complete a defect report.",
            "driving",
        ),
        ("Barista", "", "serving"),
        (
            "Yoga Teacher",
            "Lead vinyasa and yin classes at our studio on two evenings a week.",
            "fitness",
        ),
        ("Executive Assistant to the General Counsel", "", "administration"),
        (
            "Receptionist",
            "Check hotel guests in and out, allot rooms and take reservations in Opera.",
            "hospitality",
        ),
    ],
)
def test_a_trade_is_recognised(title: str, text: str, trade: str):
    assert recognise_trade(title, text) == trade


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("", ""),
        ("Officer", ""),
        ("Team Manager", "Join our friendly team. We offer 25 days of holiday and a pension."),
        ("Opera Singer", "Sing leading roles and teach a master class for young singers."),
        ("Circus Teacher", "Lead trapeze and juggling classes in our tent on two evenings a week."),
        ("Falconer", ""),
        ("Able Seaman (AB)", "Moorings, deck safety, passengers, life-saving gear and musters."),
        ("First Officer – A320", "Fly passengers on short routes with our cabin crew."),
        ("Elected Member, Town Council", "Policy, licensing and planning committees."),
    ],
)
def test_no_trade_is_recognised(title: str, text: str):
    assert recognise_trade(title, text) is None


@each(
    ("title", "trade", "is_strange"),
    [
        ("Puzzle Editor", "writing", True),
        ("News Editor", "writing", False),
        ("Senior Editor", "writing", False),
        ("Welder", "welding", False),
    ],
)
def test_a_title_after_strange_words_is_another_job(
    title: str, trade: str, is_strange: bool
) -> None:
    assert is_strange_title(title, trade) == is_strange


def test_a_text_that_no_title_agrees_with_must_speak_much_of_its_trade() -> None:
    hanger = load_pairs("thirtyone")["church-bell-hanger"]
    assert recognise_trade_of_text(hanger["title"], hanger["job"]) is None
    adviser = load_pairs("newest")["bank-branch-adviser"]
    assert recognise_trade_of_text(adviser["title"], adviser["job"]) == "banking"
