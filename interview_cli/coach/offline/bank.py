"""The bank of questions (`bank.toml`): wordings by kind, by round and by competency."""

from functools import cache
from typing import Any

from interview_cli.english.rules import load_toml
from interview_cli.trades.trades import TradeText, parse_texts
from interview_cli.vocabulary import Round


def load_bank() -> dict[str, Any]:
    """Return the bank of questions, by kind and by competency."""
    return load_toml("interview_cli.coach.offline", "bank.toml")


def load_wordings(kind: str, round_: Round) -> dict[str, list[str]]:
    """Return the wordings of a kind by form: the general ones, and those that a round has."""
    bank = load_bank()
    return {**bank.get(kind, {}), **bank["round"].get(round_, {}).get(kind, {})}


@cache
def load_situations(competency: str) -> tuple[TradeText, ...]:
    """Return the situations of a competency. Raises KeyError."""
    return parse_texts(load_bank()["competency"][competency]["situations"])
