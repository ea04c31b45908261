"""Corrections that name the wrong value and the right one, in either order and any wording."""

import pytest

from tests.cases import each
from tests.job_posts.test_free_talk import COOK, Changes, take_turn

DECORATOR = (
    "title: Decorator\nlevel: mid\nlocation: Leeds\npay: 12.80 € an hour\n"
    "skills: plastering, wallpapering\nhours: 3 days a week\n"
    "duties:\n- paint walls\n- hang wallpaper\nbenefits:\n- company van"
)
SELLER = (
    "title: Sales Manager\nlevel: senior\nlocation: Bath\npay: £30,000-35,000 a year\n"
    "skills: selling\nstart date: 1 March 2027\nopenings: 2\n"
    "duties:\n- visit ten clients a week\nrequirements:\n- 2 years of experience\n"
    "- French (nice to have)\nbenefits:\n- 25 days holiday"
)


def pay(low: float, high: float) -> Changes:
    return {"salaryMin": low, "salaryMax": high}


CONTRASTS: list[tuple[str, str, Changes]] = [
    (COOK, "not Hull, it's Bremen", {"location": "Bremen"}),
    (COOK, "it is no longer Hull but Bremen", {"location": "Bremen"}),
    (COOK, "no, only Bath", {"location": "Bath"}),
    (COOK, "sorry, Leeds, not Hull", {"location": "Leeds"}),
    (COOK, "wait, not Hull but Ghent", {"location": "Ghent"}),
    (COOK, "it's in Oslo, not in Hull", {"location": "Oslo"}),
    (COOK, "not Cook, Kitchen Assistant", {"title": "Kitchen Assistant"}),
    (COOK, "it's a Baker, not a Cook", {"title": "Baker"}),
    (COOK, "not 13, 14", pay(14, 14)),
    (COOK, "£15, not £13", pay(15, 15)),
    (COOK, "not mid, senior", {"experienceLevel": "senior"}),
    (
        f"{COOK}\nhours: 40 hours a week",
        "35 hours a week, not 40",
        {"workHours": "35 hours a week"},
    ),
    (f"{COOK}\nhours: 40 hours", "not 40 hours but 38 hours", {"workHours": "38 hours"}),
    (COOK, "not SAP, Sage", {"skills": ["grilling", "Sage"]}),
    (COOK, "no, only grilling", {"skills": ["grilling"]}),
    (DECORATOR, "no not 12,80 i meant 13.20", pay(13.2, 13.2)),
    (DECORATOR, "no i said 13 not 12.80", pay(13, 13)),
    (DECORATOR, "make that 13,20 instead of 12,80", pay(13.2, 13.2)),
    (DECORATOR, "12.80 is wrong, it is 13.50", pay(13.5, 13.5)),
    (DECORATOR, "the pay is wrong: 13.20", pay(13.2, 13.2)),
    (DECORATOR, "not 12, 13", pay(13, 13)),
    (DECORATOR, "not euros, pounds", {"currency": "GBP"}),
    (DECORATOR, "not per hour, per day", {"salaryUnit": "DAY"}),
    (DECORATOR, "it's not Leeds it's Hull", {"location": "Hull"}),
    (DECORATOR, "not leeds hull", {"location": "Hull"}),
    (DECORATOR, "not York, Hull", {"location": "Hull"}),
    (DECORATOR, "wrong town, it's Hull", {"location": "Hull"}),
    (DECORATOR, "you wrote Leeds but it's Hull", {"location": "Hull"}),
    (DECORATOR, "not 3 days, 4", {"workHours": "4 days a week"}),
    (DECORATOR, "i meant 4 days not three", {"workHours": "4 days a week"}),
    (DECORATOR, "I said Painter, not Decorator", {"title": "Painter"}),
    (DECORATOR, "i never said mid, i said junior", {"experienceLevel": "junior"}),
    (DECORATOR, "I didn't say plastering I said tiling", {"skills": ["tiling", "wallpapering"]}),
    (
        DECORATOR,
        "hang wallpaper should be hang curtains",
        {"responsibilities": ["paint walls", "hang curtains"]},
    ),
    (
        DECORATOR,
        "not walls, ceilings",
        {"responsibilities": ["paint ceilings", "hang wallpaper"]},
    ),
    (DECORATOR, "not a van, a car", {"benefits": ["company car"]}),
    (SELLER, "not 35, 38", {"salaryMax": 38_000}),
    (SELLER, "it should be 32 not 30", {"salaryMin": 32_000}),
    (
        SELLER,
        "no i said 3 years not 2",
        {"requirements": ["3 years of experience", "French (nice to have)"]},
    ),
    (SELLER, "not March, April 2027", {"jobStartDate": "2027-04"}),
    (SELLER, "not two openings, three", {"totalJobOpenings": 3}),
    (SELLER, "not 25 days, 28", {"benefits": ["28 days holiday"]}),
    (SELLER, "not sales, marketing", {"title": "Marketing Manager"}),
    (
        SELLER,
        "not French, Spanish",
        {"requirements": ["2 years of experience", "Spanish (nice to have)"]},
    ),
]


@each(("setup", "message", "changes"), CONTRASTS)
def test_the_new_value_takes_the_place_of_the_old(
    setup: str, message: str, changes: Changes
) -> None:
    changed, reply = take_turn(setup, message)
    assert changed == changes
    assert "not in the post" not in reply


@pytest.mark.parametrize(
    "message",
    ["not only plastering, tiling too", "not 15, 16", "we are not a big firm, we are a family"],
)
def test_what_is_not_in_the_post_replaces_nothing(message: str) -> None:
    assert take_turn(DECORATOR, message)[0] == {}


@pytest.mark.parametrize(
    ("message", "field"), [("not 12,80", "salaryMin"), ("it's not a decorator", "title")]
)
def test_a_denied_value_does_not_stay(message: str, field: str) -> None:
    changed, reply = take_turn(DECORATOR, message)
    assert field in changed
    assert not changed[field]
    assert "not in the post" not in reply
