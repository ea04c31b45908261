"""Pay as people write it: "2-3k JOD a month", "€60,000–75,000", "60k", "£45/hour".

The rules are in `pay.toml`.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from interview_cli.english.locales import find_currency_code
from interview_cli.english.rules import load_rules, load_toml
from interview_cli.job_posts.word_lists import has_any_word, load_words
from interview_cli.vocabulary import SalaryUnit

_MONEY_GROUPS = ("before", "low_money", "middle", "after")
_SURELY_PAY = 500
"""With a unit of time, amounts of at least this count as pay."""
_LEAST_AN_HOUR = 5
_LEAST_WITHOUT_UNIT = 100
"""In a text about pay, bare amounts of at least this count as pay."""


@dataclass(frozen=True)
class Pay:
    """An amount of pay, or a range."""

    minimum: float | None
    """None if a range has no lower end."""
    maximum: float | None
    """None if a range has no upper end."""
    currency: str
    """ISO 4217, or empty."""
    unit: SalaryUnit
    """The unit of time, or empty."""
    words: str
    """The pay as it is written in the text."""


def find_pay(text: str, asked: bool = False) -> Pay | None:
    """Find the first pay that a text names.

    A number without a currency is pay only if the text is about pay or answers a question about pay
    (`asked`), or if the number has a unit of time or is given in thousands. "60k users" and "5 days
    a week" are not pay.
    """
    for match in _load_pattern("pay").finditer(text):
        pay = _parse(match)
        if pay and _is_pay(match, pay, text, asked):
            return pay
    return None


def _is_pay(match: re.Match[str], pay: Pay, text: str, asked: bool) -> bool:
    before, after = text[: match.start()], text[match.end() :]
    if _matches("not_pay_after", after) or _matches("not_pay_before", before):
        return False
    if pay.currency or _names_money(match):
        return True
    in_thousands = bool(match["low_k"] or match["high_k"])
    amount = pay.maximum or pay.minimum or 0
    if in_thousands and (pay.unit or asked or match[0].strip() == text.strip(" .!")):
        return True
    if pay.unit and (amount >= _SURELY_PAY or (pay.unit == "HOUR" and amount >= _LEAST_AN_HOUR)):
        return True
    if in_thousands and _is_range(pay) and _matches("range_end", after):
        return True
    is_about_pay = asked or has_any_word(text, load_words("pay.toml", "pay_words"))
    return is_about_pay and (in_thousands or amount >= _LEAST_WITHOUT_UNIT or bool(pay.unit))


def _is_range(pay: Pay) -> bool:
    return pay.minimum != pay.maximum and pay.minimum is not None and pay.maximum is not None


def _names_money(match: re.Match[str]) -> bool:
    return any(match[group] for group in _MONEY_GROUPS)


def _parse(match: re.Match[str]) -> Pay | None:
    """Return the pay of a match of `pay`; None for a range whose ends are in the wrong order."""
    low, high = _parse_range(match)
    minimum: float | None = low
    maximum: float | None = low if high is None else high
    if high is None and match["at_most"]:
        minimum = None
    elif high is None and (match["at_least"] or match["plus"]):
        maximum = None
    if minimum is not None and maximum is not None and minimum > maximum:
        return None
    return Pay(minimum, maximum, _parse_currency(match), _parse_unit(match), match[0].strip())


def _parse_range(match: re.Match[str]) -> tuple[float, float | None]:
    """Return both numbers; a "k" at one of them counts for the other, too ("2-3k")."""
    low = _parse_number(match["low"])
    high = _parse_number(match["high"]) if match["high"] else None
    if match["high_k"]:
        high = (high or 0) * 1000
        low = low * 1000 if match["low_k"] or low < 1000 else low
    elif match["low_k"]:
        low *= 1000
        high = high * 1000 if high is not None and high < 1000 else high
    return low, high


def _parse_number(digits: str) -> float:
    """Parse a number with the separators of any country; three digits after one mean thousands."""
    whole = re.sub(r"[,. '’](?=\d{3}(?:\D|$))", "", digits)
    return float(whole.replace(",", "."))


def _parse_currency(match: re.Match[str]) -> str:
    money = next((match[group] for group in _MONEY_GROUPS if match[group]), "")
    return find_currency_code(money) or ""


def _parse_unit(match: re.Match[str]) -> SalaryUnit:
    words = (match["unit"] or match["adverb"] or match["run_on"] or "").lower()
    units = _load_units()
    return units.get(words) or units.get(words.rstrip("."), "")


def _matches(group: str, text: str) -> bool:
    return bool(_load_pattern(group).search(text))


def _load_pattern(group: str) -> re.Pattern[str]:
    return load_rules("interview_cli.job_posts", "pay.toml")[group].pattern


@cache
def _load_units() -> dict[str, SalaryUnit]:
    units: Mapping[SalaryUnit, str] = load_toml("interview_cli.job_posts", "pay.toml")["units"]
    return {word: unit for unit, words in units.items() for word in words.split()}
