"""What answers tell that a CV leaves out."""

import pytest

from interview_cli.coach.offline.told_gains import (
    find_expired,
    find_told_names,
    find_told_results,
)
from interview_cli.requirements.given_answers import GivenAnswer

CV = "Ann Lee\n\nWork\nClerk, Hull, 2019 to now\n- Cut the report from 3 days to 4 hours\n"


def answer(text: str, kind: str = "behaviour", number: int = 2) -> GivenAnswer:
    return GivenAnswer(number, kind, "", text, "Tell me about a case.")


@pytest.mark.parametrize(
    "text",
    [
        "I changed the cache. Timeouts went from some 400 a night to zero.",
        "The sign error came up in 17 of 26 books in one test and 6 in the next.",
        "Before that approval was about 74 percent, after four months it was 91.",
        "I got £2,300 of old debts back last year.",
        "I sold 8 to 10 upgrades in a week.",
        "I check each Thursday, and till now I found 11 cases.",
        "Invoice entry went from two days a week to half a day.",
        "We handed over four days ahead of the date.",
        "The margin was low, 15, I got it up to 17 in the autumn.",
        "We had 14 open questions, got it to 3 in four meetings.",
        "After three months it was 15-20 cards a month.",
        "Saves went from 5 a post to 140, but I can't claim all of that.",
    ],
)
def test_a_measured_result_belongs_on_the_cv(text: str) -> None:
    (gain,) = find_told_results([answer(text)], CV)
    assert gain.number == 2
    assert gain.quote in text


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("I cut the report from 3 days to 4 hours.", "behaviour"),  # there already
        ("I would bring it from 9 faults to 2.", "situation"),
        ("Could you tell me whether it went from 9 to 2?", "behaviour"),
        ("I want to go from 9 people to 20.", "motivation"),
        ("I work from Monday to Friday, 9 to 5.", "behaviour"),
    ],
)
def test_what_is_there_or_wished_for_does_not(text: str, kind: str) -> None:
    assert list(find_told_results([answer(text, kind)], CV)) == []


def test_a_short_result_is_quoted_with_what_it_is_about() -> None:
    (gain,) = find_told_results([answer("I rewrote the DAX measure. From 48 seconds to 3.")], CV)
    assert gain.quote == "I rewrote the DAX measure. From 48 seconds to 3."


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("I copied the slow query to DAX Studio and mended it.", ["DAX"]),
        ("I have never used DAX.", []),
        ("You wrote that I would use DAX.", []),
        ("I wrote the report in Excel.", []),
    ],
)
def test_a_tool_of_the_ad_that_own_work_names_is_told(text: str, names: list[str]) -> None:
    gains = find_told_names(["Strong Power BI with DAX"], [answer(text)], CV)
    assert [gain.name for gain in gains] == names


def test_a_plural_on_the_cv_is_the_same_name() -> None:
    gains = find_told_names(["Blood draws, EKGs"], [answer("I did 12 EKGs.")], f"{CV}- EKG\n")
    assert list(gains) == []


@pytest.mark.parametrize(
    ("line", "is_over"),
    [("Med card good thru 11/2025", True), ("CCMA exp 08/2027", False), ("Hull, 2019", False)],
)
def test_a_date_that_is_over_is_told(line: str, *, is_over: bool) -> None:
    assert find_expired(f"{CV}\n{line}\n", 2026) == (line if is_over else None)


def test_a_name_of_several_words_is_one_tool() -> None:
    wanted = ["Lead phonics groups (we use Little Wandle)"]
    told = answer("I've done Little Wandle groups since last autumn.")
    assert [gain.name for gain in find_told_names(wanted, [told], CV)] == ["Little Wandle"]


def test_a_long_sentence_is_quoted_from_the_clause_with_the_result() -> None:
    text = (
        "So I asked him to be my buddy for the two new hires and he made a cheat sheet of the ten "
        "most common troubles with modems and boxes, and the time of a call went from 11 minutes "
        "to 8."
    )
    (gain,) = find_told_results([answer(text)], CV)
    assert gain.quote == "… and the time of a call went from 11 minutes to 8."


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Put me on dry van till TWIC and hazmat clear, and I run the rest.", "closing"),
        ("I drove with a mate once I've got the TWIC.", "behaviour"),
        ("I applied for the TWIC and sent the forms in May.", "behaviour"),
        ("I looked it up, the TWIC, and rang them.", "behaviour"),
        ("I never carried a TWIC, I ran milk.", "behaviour"),
        ("Would I need the TWIC? I ran milk.", "behaviour"),
        ("I want the TWIC and I ran milk.", "behaviour"),
    ],
)
def test_what_is_to_come_denied_or_asked_is_no_work_with_it(text: str, kind: str) -> None:
    assert list(find_told_names(["Experience with TWIC ports"], [answer(text, kind)], CV)) == []


def test_work_with_a_name_of_the_ad_is() -> None:
    told = answer("I ran 40 loads to the TWIC ports in 2023.")
    (gain,) = find_told_names(["Experience with TWIC ports"], [told], CV)
    assert gain.name == "TWIC"


def test_times_of_day_are_no_result() -> None:
    text = "I read plates from the days before, TPC after 72 hours, moulds after 5 days."
    assert list(find_told_results([answer(text)], CV)) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("I checked the buffet with CDC. I give the plates to CDC blind and he took one.", []),
        ("I checked the buffet in CDC at 5.45 and wrote the list.", ["CDC"]),
    ],
)
def test_a_name_that_stands_for_somebody_is_no_tool(text: str, names: list[str]) -> None:
    found = find_told_names(["Menu development with CDC"], [answer(text)], CV)
    assert [each.name for each in found] == names
