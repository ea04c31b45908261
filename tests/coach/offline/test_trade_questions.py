"""Questions of a trade, and the posts that they fit."""

from dataclasses import replace

from benchmarks.ratings import create_facts
from interview_cli.coach.offline.trade_questions import find_trade_questions
from interview_cli.trades.trades import Trade, TradeText, load_trade

AD = "You help the chefs.\n\nYour tasks\n- Wash pots\n- Sweep floors\n- Sort the pupils' trays\n"


def with_questions(*texts: TradeText) -> Trade:
    trade = load_trade("cooking")
    assert trade is not None
    return replace(trade, questions=texts)


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
