"""Questions of a trade, and the posts that they fit."""

import pytest

from benchmarks.ratings import create_facts, create_question
from interview_cli.coach.base import Exchange
from interview_cli.coach.offline.trade_questions import find_trade_questions
from interview_cli.trades.trades import Trade, TradeText, load_trade
from interview_cli.vocabulary import Level

AD = "You help the chefs.\n\nYour tasks\n- Wash pots\n- Sweep floors\n- Sort the pupils' trays\n"


def with_questions(*texts: TradeText) -> Trade:
    trade = load_trade("cooking")
    assert trade is not None
    return trade._replace(questions=texts)


def ask(title: str, *texts: TradeText) -> list[str]:
    facts = create_facts(title=title, level="mid", job=AD)
    return find_trade_questions(facts, with_questions(*texts), "methods")


def test_the_post_that_a_question_needs_stands_in_the_title() -> None:
    texts = TradeText("How do you season?", needs=("chef",)), TradeText("How do you start?")
    assert ask("Kitchen porter", *texts) == ["How do you start?"]
    assert set(ask("Chef de partie", *texts)) == {"How do you season?", "How do you start?"}


def test_a_thing_that_a_question_needs_may_stand_in_the_ad() -> None:
    text = TradeText("How do you clean a pot?", needs=("pots",))
    assert ask("Kitchen porter", text) == ["How do you clean a pot?"]


def test_the_word_of_the_ad_is_used() -> None:
    assert ask("Cook", TradeText("What do students like?")) == ["What do pupils like?"]
    assert ask("Cook", TradeText("Students shout. Why?")) == ["Pupils shout. Why?"]


@pytest.mark.parametrize(
    ("ad", "expected"),
    [
        ("Be kind and patient with our residents.", "How would you lift a resident?"),
        (
            "You lift patients, and talk to residents of the street.",
            "How would you lift a patient?",
        ),
    ],
)
def test_people_are_called_what_the_ad_calls_them(ad: str, expected: str) -> None:
    facts = create_facts(title="Cook", level="junior", job=ad)
    text = TradeText("How do you lift a patient?")
    assert find_trade_questions(facts, with_questions(text), "methods") == [expected]


def ask_with_cv(cv: str, level: Level = "mid") -> list[str]:
    facts = create_facts(title="Cook", level=level, job=AD, cv_text=cv)
    text = TradeText("How do you rest meat, and what do you think of foil?")
    return find_trade_questions(facts, with_questions(text), "methods")


def test_somebody_new_to_the_work_is_asked_what_they_would_do() -> None:
    hypothetical = ["How would you rest meat, and what do you think of foil?"]
    plain = ["How do you rest meat, and what do you think of foil?"]
    carer = "EXPERIENCE\nCare assistant, Holm House, 2021 - present\n- Washed and dressed residents"
    cook = "EXPERIENCE\nCook, Holm House, 2012 - 2015\n- Cooked for forty"
    assert ask_with_cv(carer) == hypothetical
    assert ask_with_cv(f"{carer}\n\n{cook}") == plain
    assert ask_with_cv("", "junior") == hypothetical
    assert ask_with_cv("", "mid") == plain


def test_somebody_who_is_to_lead_for_the_first_time_is_asked_what_they_would_do() -> None:
    hypothetical = ["How would you rest meat, and what do you think of foil?"]
    plain = ["How do you rest meat, and what do you think of foil?"]
    for title, asked in (
        ("Cook", hypothetical),
        ("Head cook", plain),
        ("Line leader", hypothetical),
    ):
        cv = f"EXPERIENCE\n{title}, Holm House, 2012 - 2025\n- Cooked for forty"
        assert ask_with_cv(cv, "lead") == asked


def test_somebody_of_the_trade_but_not_of_the_post_is_asked_what_they_would_do() -> None:
    def ask_porter(cv: str) -> list[str]:
        facts = create_facts(title="Kitchen porter", level="mid", job=AD, cv_text=cv)
        trade = with_questions(TradeText("How do you stack pots?"))
        return find_trade_questions(facts, trade, "methods")

    chef = "EXPERIENCE\nSous chef, Holm House, 2019 - present\n- Cooked for forty"
    porter = "EXPERIENCE\nKitchen porter, Holm House, 2019 - present\n- Washed up for forty"
    assert ask_porter(chef) == ["How would you stack pots?"]
    assert ask_porter(porter) == ["How do you stack pots?"]


def test_somebody_whose_jobs_were_not_understood_is_asked_by_the_words_of_the_cv() -> None:
    def ask_porter(cv: str) -> list[str]:
        facts = create_facts(title="Kitchen porter", level="mid", job=AD, cv_text=cv)
        trade = with_questions(TradeText("How do you stack pots?"))
        return find_trade_questions(facts, trade, "methods")

    assert ask_porter("I ran a bank for ten years.") == ["How would you stack pots?"]
    assert ask_porter("As a porter in a kitchen I washed up.") == ["How do you stack pots?"]
    assert ask_porter("For ten years I was the KP at Holm House.") == ["How do you stack pots?"]


def test_a_phrase_that_a_question_needs_stands_in_the_ad_as_it_is() -> None:
    text = TradeText("How do you sort?", needs=("sort trays", "wash floors"))
    plain = TradeText("How do you start?")
    assert ask("Kitchen porter", text, plain) == ["How do you start?"]
    whole = TradeText("How do you sort?", needs=("sweep floors",))
    assert "How do you sort?" in ask("Kitchen porter", whole, plain)


def test_an_american_ad_brings_american_words() -> None:
    text = TradeText("The queue's at your till. What colour's it?")
    facts = create_facts(title="Cook", level="mid", job=f"{AD}Health insurance and 401(k)\n")
    american = find_trade_questions(facts, with_questions(text), "methods")
    assert american == ["The line's at your register. What color's it?"]
    assert ask("Cook", text) == ["The queue's at your till. What colour's it?"]


def test_a_question_does_not_come_twice_while_the_trade_has_another() -> None:
    method, situation = TradeText("How do you start?"), TradeText("The fryer's on fire.")
    trade = with_questions(method)._replace(situations=(situation,))
    asked = create_question("situation", method.text)
    exchange = Exchange(1, asked, "I look.", skipped=False)
    facts = create_facts(exchange, title="Cook", level="mid", job=AD)
    assert find_trade_questions(facts, trade, "methods") == [situation.text]


def test_somebody_who_is_to_be_taught_is_asked_what_trainees_are_asked() -> None:
    own = [TradeText(f"What would you ask on day {day}?", stages=("trainee",)) for day in range(4)]
    trade = with_questions(TradeText("How do you rest meat?"), *own)
    carer = "EXPERIENCE\nCare assistant, Holm House, 2021 - present\n- Washed residents"
    ad = f"{AD}No experience is needed.\n"
    facts = create_facts(title="Cook", level="mid", job=ad, cv_text=carer)
    asked = find_trade_questions(facts, trade, "methods")
    assert asked
    assert set(asked) <= {text.text for text in own}
    experienced = create_facts(title="Cook", level="mid", job=AD)
    assert find_trade_questions(experienced, trade, "methods") == ["How do you rest meat?"]


def test_a_question_that_presupposes_what_the_ad_does_not_name_comes_last() -> None:
    own = TradeText("The hotel guests are waiting. What do you do?", posts=("porters",))
    texts = [own._replace(text=f"How do you peel {what}?") for what in ("swedes", "beets", "yams")]
    assert own.text not in ask("Kitchen porter", own, *texts)


def test_a_question_for_the_whole_trade_that_assumes_what_the_ad_has_not_is_left_out() -> None:
    on_shifts, plain = TradeText("Who comes on shift after you?"), TradeText("How do you start?")
    assert ask("Cook", on_shifts, plain) == [plain.text]
    assert ask("Cook", on_shifts) == [on_shifts.text]
    assert ask("Kitchen porter", on_shifts._replace(posts=("porters",))) == [on_shifts.text]


def test_a_question_for_the_whole_trade_that_meets_the_ad_comes_first() -> None:
    near = TradeText("How do you sweep the floors?")
    far = [TradeText(f"How do you peel a {what}?") for what in ("swede", "beet", "yam")]
    assert ask("Cook", *far, near)[0] == near.text


def test_what_was_written_for_the_post_comes_before_what_meets_the_ad() -> None:
    near = TradeText("How do you sweep the floors?")
    own = [
        TradeText(f"How do you rinse a {what}?", posts=("porters",), of_ten=10)
        for what in ("ladle", "whisk", "sieve")
    ]
    assert ask("Kitchen porter", near, *own)[-1] == near.text
