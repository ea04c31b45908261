"""Topics of questions on a trade's own work, as plans store them: "nursing: methods"."""

from typing import Literal

from interview_cli.trades.trades import DAILY_WORK, Trade, load_trade

TradePart = Literal["methods", "situations"]
"""How the work is done, or what happens in it."""

_PARTS: dict[str, TradePart] = {"methods": "methods", "situations": "situations"}


def write_topic(trade: str, part: TradePart) -> str:
    """Return the topic of a question on this part of a trade."""
    return f"{trade}: {part}"


def is_of_trade(topic: str) -> bool:
    """Return whether a topic names the work of one trade, rather than that of any job."""
    name, _, part = topic.partition(": ")
    return part in _PARTS and name.isidentifier() and name != DAILY_WORK


def parse_topic(topic: str) -> tuple[Trade, TradePart] | None:
    """Return the trade and the part that a topic names, or None for any other topic."""
    name, _, part = topic.partition(": ")
    trade = load_trade(name) if part in _PARTS and name.isidentifier() else None
    return (trade, _PARTS[part]) if trade else None
