"""Pay as people write it: "2-3k JOD a month", "€60,000–75,000", "12 LPA", "twelve pounds an hour".

Ads and job posts are read with these rules, which are in `pay.toml`.
"""

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from interview_cli.english.locales import find_currency_code
from interview_cli.english.rules import Rules, load_toml
from interview_cli.job_posts.pay_numbers import parse_number, read_hundreds, read_scale
from interview_cli.job_posts.word_lists import has_any_word, load_words, pick_group
from interview_cli.vocabulary import SalaryUnit

_MONEY_GROUPS = ("before", "low_money", "middle", "after")
_UNIT_GROUPS = ("unit", "unit_word", "foreign_unit", "single", "low_unit")
_SURELY_PAY = 500
"""With a unit of time, amounts of at least this count as pay."""
_LEAST_AN_HOUR = 5
_LEAST_A_DAY = 30
_LEAST_WITHOUT_UNIT = 100
"""In a text about pay, bare amounts of at least this count as pay."""
_LAKH = 100_000
_LEAST_IN_THOUSANDS = 10_000
"""Present pay of at least this is a sum that people name in thousands: "make it 60"."""


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
    money: str = ""
    """The name of the money in small letters, where several countries have it."""


def find_pay(text: str, *, asked: bool = False) -> Pay | None:
    """Find the first pay that a text names.

    A number without a currency is pay only if the text is about pay or answers a question about pay
    (`asked`), or if the number has a unit of time or is given in thousands. "60k users" and "5 days
    a week" are not pay, and neither is an amount for a unit that no field can hold.
    """
    for match in _RULES.pattern("pay").finditer(text):
        pay = _parse(match)
        if pay and not pay.unit and not _counts_things(match, text):
            unit = _find_unit_before(text[: match.start()])
            pay = replace(pay, unit=unit or _find_unit_behind(text[match.end() :]))
        if pay and (code := _RULES.pattern("said_code").match(text[match.end() :])):
            pay = replace(pay, currency=code["code"], money="")
        if pay and not _has_odd_unit(match, text) and _is_pay(match, pay, text, asked):
            return pay
    return None


def find_unreadable_pay(text: str) -> str:
    """Return the words that state pay in a form that no field can hold; empty without any."""
    for match in _RULES.pattern("pay").finditer(text):
        if _has_odd_unit(match, text) and (_names_money(match) or _is_about_pay(text)):
            return f"{match[0].strip()}{_read_on(text, match.end())}"
    system = _RULES.pattern("pay_system").search(text)
    return system[0].strip() if system else ""


def names_extra(text: str) -> bool:
    """Return whether a text leads to an amount beside the pay: "Shift allowance:"."""
    return _matches("not_pay_before", text)


def parse_amounts(text: str, present: Pay) -> Pay | None:
    """Return the pay of a text that corrects the present pay: "actually 60 to 70".

    What the text leaves out stays as it is. Amounts in thousands may lack their zeros.
    """
    for match in _RULES.pattern("pay").finditer(text):
        pay = _parse(match)
        behind = _RULES.remove("amount_reason", text[match.end() :])
        around = re.findall(r"[^\W\d_]+", f"{text[: match.start()]} {behind}".lower())
        is_alone = load_words(_FILE[1], "around_amounts").issuperset(around)
        is_thing = bool(match["unit"] or match["low_unit"]) and not _parse_unit(match)
        if pay and is_alone and not is_thing and not _is_excluded(match, text):
            scaled = scale_like(pay, present)
            return replace(
                scaled,
                currency=scaled.currency or ("" if scaled.money else present.currency),
                unit=scaled.unit or present.unit,
            )
    return None


def parse_unit_alone(text: str) -> SalaryUnit:
    """Return the unit of time if the text names nothing else, else an empty text."""
    match = _RULES.pattern("unit_alone").fullmatch(text.strip(" .,!?").lower())
    return _load_units().get(match["word"].rstrip("."), "") if match else ""


def parse_money_alone(text: str) -> Pay | None:
    """Return a pay that holds a currency only, if the text names nothing else."""
    written = text.strip(" .,!?")
    match = _RULES.pattern("money_alone").fullmatch(written)
    if match is None or (written == match["money"] and written.isupper()):
        return None  # initials alone are more often something else
    currency, money = _parse_money(match["money"])
    return Pay(None, None, currency, "", match["money"], money) if currency or money else None


def resolve_currency(pay: Pay, country: str) -> Pay:
    """Return the pay in the currency of a country, where its words leave the currency open.

    `country` is ISO 3166, or empty.
    """
    local = find_country_currency(country)
    if not local or (pay.currency and not pay.money):
        return pay
    allowed = load_toml(*_FILE)["shared_money"].get(pay.money, "").split()
    return replace(pay, currency=local) if not pay.money or local in allowed else pay


@cache
def find_country_currency(country: str) -> str:
    """Return the ISO 4217 currency of a country (ISO 3166); empty if it is not known."""
    currencies = load_toml("interview_cli.job_posts", "towns.toml")["currencies"]
    return next((code for code, lands in currencies.items() if country in lands.split()), "")


def _is_pay(match: re.Match[str], pay: Pay, text: str, asked: bool) -> bool:
    if _is_excluded(match, text):
        return False
    amount = pay.maximum or pay.minimum or 0
    scale = (match["low_k"] or match["high_k"] or "").lower()
    if _names_money(match) and _is_sure_money(match, amount, pay):
        is_about = asked or bool(pay.unit) or _is_about_pay(text)
        return not scale.startswith("m") or is_about
    if scale.startswith(("la", "lp", "cr")):
        return True
    in_thousands = bool(scale) and not scale.startswith("m")
    if in_thousands and (pay.unit or asked or match[0].strip() == text.strip(" .!")):
        return True
    if _is_enough_for_unit(amount, pay.unit) and not _is_duration(match):
        return True
    if in_thousands and _is_range(pay) and _matches("range_end", text[match.end() :]):
        return True
    enough = in_thousands or amount >= _LEAST_WITHOUT_UNIT or bool(pay.unit)
    return (asked or _is_about_pay(text)) and enough


def _is_duration(match: re.Match[str]) -> bool:
    """Return whether a number may only say how long somebody works: "full time 9 hr"."""
    return not _names_money(match) and (match["unit_word"] or "") in ("hr", "hour")


def _is_enough_for_unit(amount: float, unit: SalaryUnit) -> bool:
    least = {"HOUR": _LEAST_AN_HOUR, "DAY": _LEAST_A_DAY}
    return bool(unit) and amount >= least.get(unit, _SURELY_PAY)


def _is_excluded(match: re.Match[str], text: str) -> bool:
    if _matches("clock_time", match[0].strip()):
        return True
    end = match.end("low_unit") if match["low_unit"] else match.end()
    before, after = text[: match.start()], text[end:]  # "2k a year for courses"
    if _matches("open_budget_before", before):
        has_unit = _parse_unit(match) or (match["low_k"] or match["high_k"] or "").lower() == "lpa"
        return not has_unit or _matches("budget_before", before)
    return _matches("not_pay_after", after) or _matches("not_pay_before", before)


def _is_sure_money(match: re.Match[str], amount: float, pay: Pay) -> bool:
    """Return whether the money is one; a code that is also a word needs a sum or a unit."""
    written = next(match[group] for group in _MONEY_GROUPS if match[group]).rstrip(".")
    if written.upper() not in load_words(_FILE[1], "code_words"):
        return True
    return written.isupper() and (amount >= _LEAST_WITHOUT_UNIT or bool(pay.unit))


def _has_odd_unit(match: re.Match[str], text: str) -> bool:
    words = (match["unit"] or match["low_unit"] or "").lower()
    odd = load_toml(*_FILE)["odd_units"]["words"].split()
    return words.rstrip("s") in odd and words not in _load_units()


def _find_unit_before(before: str) -> SalaryUnit:
    """Return the unit of time that introduces an amount: "the monthly salary is"."""
    match = _RULES.pattern("unit_before").search(before)
    word = pick_group(match, "word") if match else None
    return _load_units().get((word or "").lower(), "")


def _find_unit_behind(behind: str) -> SalaryUnit:
    """Return the unit of time that stands behind an extra: " + 300 food allowance p.m."."""
    match = _RULES.pattern("unit_behind").match(behind)
    word = (pick_group(match, "word") or "").lower() if match else ""
    return _load_units().get(word.rstrip("."), "")


def _counts_things(match: re.Match[str], text: str) -> bool:
    """Return whether a number counts what stands behind it: "120 calls"."""
    return not _names_money(match) and _matches("counted", text[match.end() :])


def _read_on(text: str, end: int) -> str:
    following = re.match(r"\w*", text[end:])
    return following[0] if following else ""


def _is_about_pay(text: str) -> bool:
    return has_any_word(text, load_words(_FILE[1], "pay_words"))


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
    money = next((match[group] for group in _MONEY_GROUPS if match[group]), "")
    scale = (match["low_k"] or match["high_k"] or "").lower()
    currency, shared = _parse_money(money) if money else ("", "")
    unit = _parse_unit(match) or ("YEAR" if scale == "lpa" else "")
    if unit not in ("", "HOUR"):
        minimum, maximum = read_hundreds(minimum), read_hundreds(maximum)
    if not money and scale.startswith(("la", "lp", "cr")):
        currency = "INR"
    return Pay(minimum, maximum, currency, unit, match[0].strip(), shared)


def _parse_range(match: re.Match[str]) -> tuple[float, float | None]:
    """Return both numbers; a "k" at one of them counts for the other, too ("2-3k")."""
    low = parse_number(match["low"])
    if match["minor"]:
        low += parse_number(match["minor"]) / 100
    high = parse_number(match["high"]) if match["high"] else None
    low_scale, high_scale = read_scale(match["low_k"]), read_scale(match["high_k"])
    if high is None:
        return low * low_scale, None
    high_words = (match["high"] or "").lower()
    if "thousand" in high_words and low < _SURELY_PAY:
        low *= 1000
    elif high_words.endswith("hundred") and low < _LEAST_WITHOUT_UNIT:
        low *= 100  # "thirteen to fifteen hundred"
    if low_scale > 1:
        low *= low_scale  # "900k to 1.2m": each end has its own
    elif low < 1000:
        low *= high_scale
    return low, high * (high_scale if high_scale > 1 or high >= 1000 else low_scale)


def scale_like(pay: Pay, present: Pay) -> Pay:
    """Return the amounts in thousands, or lakhs, if only the present pay is of that order."""
    known = present.maximum or present.minimum or 0
    if known >= _LEAST_WITHOUT_UNIT:
        pay = replace(pay, minimum=read_hundreds(pay.minimum), maximum=read_hundreds(pay.maximum))
    said = pay.maximum or pay.minimum or 0
    if known < _LEAST_IN_THOUSANDS or said >= 1000 or pay.unit not in ("", "YEAR"):
        return pay
    is_in_lakhs = present.currency == "INR" and known >= _LAKH and said < _LEAST_WITHOUT_UNIT
    scale = _LAKH if is_in_lakhs else 1000
    return replace(
        pay,
        minimum=None if pay.minimum is None else pay.minimum * scale,
        maximum=None if pay.maximum is None else pay.maximum * scale,
    )


def _parse_money(written: str) -> tuple[str, str]:
    """Return the currency of some money, and its name if several countries have it."""
    name = written.lower().rstrip(".")
    table: dict[str, Any] = load_toml(*_FILE)["money"]
    shared = name if name in load_toml(*_FILE)["shared_money"] else ""
    code = table[name] if name in table else find_currency_code(name)
    if code is None and len(name) == 3 and name.isalpha():
        code = name.upper()
    return code or "", shared


def _parse_unit(match: re.Match[str]) -> SalaryUnit:
    units = _load_units()
    for group in _UNIT_GROUPS:
        word = (match[group] or "").lower().strip("/ ").replace(". ", ".")
        if unit := units.get(word) or units.get(word.rstrip(".")) or units.get(word[:-1], ""):
            return unit
    return ""


def _matches(group: str, text: str) -> bool:
    return bool(_RULES.pattern(group).search(text))


_FILE = ("interview_cli.job_posts", "pay.toml")
_RULES = Rules(*_FILE)


@cache
def _load_units() -> dict[str, SalaryUnit]:
    units: dict[SalaryUnit, str] = load_toml(*_FILE)["units"]
    return {word: unit for unit, words in units.items() for word in words.split()}
