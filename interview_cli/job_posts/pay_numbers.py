"""Numbers of pay, in figures and in words: "4'800", "twelve pounds eighty", "two thousand"."""

import re

from interview_cli.english.rules import load_toml

FILE = ("interview_cli.job_posts", "pay.toml")
_MOST_SHORT = 10
"""A smaller amount with a fraction lacks its hundreds where nobody is paid so little."""


def find_amounts(text: str) -> list[int]:
    """Return the whole numbers of a text, in figures or in words."""
    words = re.findall(r"\d+|[a-z]+", text.lower())
    return [int(parse_number(word)) for word in words if word.isdigit() or _parse_spoken(word)]


def read_scale(word: str | None) -> int:
    return int(load_toml(*FILE)["scales"].get((word or "").lower(), 1))


def parse_number(written: str) -> float:
    """Parse a number in figures or words; three digits after a separator mean thousands."""
    if written[0].isdigit():
        whole = re.sub(r"[,. '’](?=\d{2,3}(?:[,]\d{3}|\D|$))", _keep_decimals, written)
        return float(whole.replace(",", "."))
    return float(_parse_spoken(written))


def read_hundreds(amount: float | None) -> float | None:
    """Return an amount of more than an hour whose hundreds were not named: "three fifty"."""
    is_short = amount is not None and amount < _MOST_SHORT and amount % 1 > 0
    return amount * 100 if amount is not None and is_short else amount


def _keep_decimals(match: re.Match[str]) -> str:
    """Drop a separator of thousands; two digits at the end are a decimal part."""
    rest = match.string[match.end() :]
    return "." if re.fullmatch(r"\d{2}", rest) else ""


def _parse_spoken(words: str) -> float:
    """Parse a number in words; a second number below a hundred is cents: "twenty-eight fifty"."""
    total = part = cents = 0
    values = load_toml(*FILE)["number_words"]
    for word in re.findall(r"[a-z]+", words.lower()):
        if word == "million":
            total, part = (total + max(part, 1)) * 1_000_000, 0
        elif word == "thousand":
            total, part = total + max(part, 1) * 1000, 0
        elif word == "hundred":
            part = max(part, 1) * 100
        elif cents or (0 < part < 100 and values.get(word, 0) >= 10):
            cents += values.get(word, 0)
        else:
            part += values.get(word, 0)
    return total + part + cents / 100
