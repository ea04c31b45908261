"""Questions in North American words."""

from interview_cli.coach.offline.american import find_country, say_american
from tests.cases import each

OHIO = "Buckeye Plains Transport, Columbus OH\n$1,350 a week, CDL"
TORONTO = "Northmark, Mississauga, ON\nCAD 72,000"


@each(
    ("ad", "cv", "country"),
    [
        (OHIO, "", "us"),
        (TORONTO, "", "canada"),
        ("Pays $20 an hour", "Jo Field\nAustin, TX | 512", "us"),
        ("Pays $20 an hour", "Jo Field, Westbrook ME, 207", "us"),
        ("Pays £20 an hour", "Jo Field\nAustin, TX | 512", None),
        ("Brisbane QLD, $80k plus super", "West End, Brisbane", None),
    ],
)
def test_the_country_of_a_job(ad: str, cv: str, country: str | None) -> None:
    assert find_country(ad, cv) == country


@each(
    ("text", "said"),
    [
        ("When do you ignore the satnav?", "When do you ignore the GPS?"),
        ("The road's shut, the diversion is long.", "The road's closed, the detour is long."),
        ("A colleague rings you.", "A coworker calls you."),
        ("How do you test a ring circuit?", "How do you test a ring circuit?"),
        ("You've dialled forty numbers.", "You've dialed forty numbers."),
        ("A page has got slow.", "A page has gotten slow."),
        ("A driver rings: it's loose.", "A driver calls: it's loose."),
        ("Straight away, what's on the job card?", "Right away, what's on the work order?"),
        ("She smells of drink.", "She smells of alcohol."),
        ("Two centimetres short.", "An inch short."),
        ("You lift a bin bag in a washroom.", "You lift a trash bag in a restroom."),
        ("Who isn't managing between your calls?", "Who isn't managing between your visits?"),
        (
            "How do you write a target that's within reach?",
            "How do you write a goal that's within reach?",
        ),
        ("What do you like about letting homes?", "What do you like about leasing homes?"),
    ],
)
def test_an_american_question(text: str, said: str) -> None:
    assert say_american(text, OHIO) == said
    assert say_american(text, "Leeds, £12 an hour") == text


def test_canada_keeps_its_spelling_and_measures() -> None:
    text = "Who cut it two centimetres short?"
    assert say_american(text, TORONTO) == text
    assert say_american("What colour's the lorry?", TORONTO) == "What colour's the truck?"


def test_the_word_of_the_ad_is_kept() -> None:
    text = "Who locks the shop?"
    assert say_american(text, OHIO) == "Who locks the store?"
    assert say_american(text, f"{OHIO}\nOur shop") == text
